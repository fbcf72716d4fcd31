"""Say who wrote when in each conversation of a dossier, how long answers took, and how many people stay unknown.

python examples/who_wrote_when.py examples/dossier.txt
"""

from __future__ import annotations

import sys
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import networkx as nx

import lvvthreads

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lvvthreads import Correspondence

DOSSIER = Path(__file__).with_name("dossier.txt")
TO_THE_MINUTE = len("2024-03-11T09:12")
TWO_HOURS = 120


def lines(correspondence: Correspondence) -> Iterator[str]:
    """Yield what is to be printed."""
    numbers: dict[str, int] = {}
    new = count(1)
    for thread in correspondence.threads:
        yield thread.subject or "(no subject)"
        for message in sorted(map(correspondence.message, thread.messages), key=lambda one: one.sent.earliest or "~"):
            sender = correspondence.person(message.sender.nodes[-1])
            # A placeholder is one slot of one e-mail: the number says that nobody knows who of the others it is.
            who = sender.name or f"unknown {numbers.setdefault(sender.node, next(new))} of {sender.unit or 'elsewhere'}"
            yield f"  {(message.sent.pattern or 'undated').replace('T', ' ')}  {who}"
        yield ""
    yield from answers(correspondence)
    named = sorted(person.name for person in correspondence.people if person.name)
    yield f"{len(correspondence.people) - len(named)} senders and recipients stay unknown; named: {', '.join(named) or 'nobody'}"


def answers(correspondence: Correspondence) -> Iterator[str]:
    """Yield how long answers took where both times are known to the minute, and the longest chain of them."""
    graph = correspondence.reply_graph
    sent = {id_: str(graph.nodes[id_]["sent"]) for id_ in graph}
    times = {id_: datetime.fromisoformat(time) for id_, time in sent.items() if len(time) == TO_THE_MINUTE}
    took = sorted(times[child] - times[parent] for parent, child in graph.edges if parent in times and child in times)
    if took:
        yield f"Half of the {len(took)} answers came within {_rounded(took[len(took) // 2])}, the slowest after {_rounded(took[-1])}."
    yield f"The longest chain has {len(nx.dag_longest_path(graph, weight=None))} e-mails."


def _rounded(time: timedelta) -> str:
    minutes = round(time.total_seconds() / 60)
    return f"{minutes} minutes" if minutes < TWO_HOURS else f"{round(minutes / 60)} hours"


if __name__ == "__main__":
    for line in lines(lvvthreads.reconstruct(sys.argv[1:] or [DOSSIER])):
        print(line)
