"""Measure how a large release of clean print comes together: is there a header on top of each document, and is the same mail in two documents one message.

Run it by hand, in the project's folder: ``python -m tests.benchmarks.clinton [--errors]``.
The release stands beside the project's folder (``../shared/corpus/clinton``): 1,120 documents, each the printout of one mail with what it quotes,
and a list of pairs: the mail on top of one document is quoted in another, at a given depth.

A document counts as read if the first printout of it begins with a header of which sender and time of sending were read.
A pair counts as one message where the mail on top of the first document and one in the second are copies of the same message:
strictly at the depth that the list says, and anywhere, for a header between that is not printed (or not found) shifts the depths.
All documents are reconstructed together, as one release is.
``--errors`` lists the documents whose top was not read, and the pairs that are two messages, each with the reason.
"""

from __future__ import annotations

import csv
import sys
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import lvvthreads

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lvvthreads.message.message import Witness

CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "clinton"


class Copy(NamedTuple):
    """One printed copy of a mail, and the message it was taken for."""

    message: str
    witness: Witness


class Pair(NamedTuple):
    """A mail on top of one document that another quotes, at a depth of 1 and more."""

    top: str
    quoting: str
    depth: int


#: Name of a document -> depth -> the copy there.
Copies = dict[str, dict[int, Copy]]


def copies_of(found: lvvthreads.Correspondence) -> Copies:
    """Return the copies in the first printout of each document; documents that are alike have the same."""
    names = {source.id: (source.name, *source.also) for source in found.sources}
    copies: Copies = defaultdict(dict)
    for message in found.messages:
        for witness in message.witnesses:
            if witness.printout == "p1":
                for name in names[witness.source]:
                    copies[name.removesuffix(".txt")][witness.depth] = Copy(message.id, witness)
    return copies


def is_read(copy: Copy | None) -> bool:
    """Say whether a header was found whose sender was read, and its time of sending to the minute."""
    if copy is None or copy.witness.block.sender is None or copy.witness.block.sender.kind == "unreadable":
        return False
    return len(copy.witness.sent.value or "") == len("2011-03-05T10:36")


def pairs() -> list[Pair]:
    """Return the pairs of the list beside the documents."""
    with (CORPUS / "cross_copies.csv").open(encoding="utf-8", newline="") as file:
        return [Pair(row["doc_with_top_message"], row["doc_quoting_it"], int(row["quoted_position"])) for row in csv.DictReader(file)]


def fault_of(pair: Pair, copies: Mapping[str, Mapping[int, Copy]]) -> str | None:
    """Return why a pair is not one message at its place; None if it is one."""
    top = copies[pair.top].get(0)
    quoting = copies[pair.quoting]
    if top is None:
        return "no header on top"
    if pair.depth in quoting and quoting[pair.depth].message == top.message:
        return None
    if any(copy.message == top.message for copy in quoting.values()):
        return "at another depth"
    return "two messages" if pair.depth in quoting else "no header there"


def _shown(copy: Copy | None) -> str:
    if copy is None:
        return "-"
    subject = copy.witness.subject.clean if copy.witness.subject else "-"
    return f"{copy.witness.sent.value or '?'} {subject!r} line {copy.witness.block.lines[0]}"


def _report_errors(names: Sequence[str], copies: Mapping[str, Mapping[int, Copy]], faults: Sequence[tuple[Pair, str | None]]) -> None:
    """Print the documents whose top was not read, and the pairs that are not one message."""
    print("\nTop not read")
    for name in names:
        if not is_read(copies[name].get(0)):
            print(f"{name} {_shown(copies[name].get(0))}")
    print("\nPairs that are not one message there")
    for pair, fault in sorted(faults, key=lambda found: (found[1] or "", found[0])):
        if fault is not None:
            print(
                f"{fault}: {pair.top} {_shown(copies[pair.top].get(0))}; {pair.quoting} {pair.depth} {_shown(copies[pair.quoting].get(pair.depth))}"
            )


def main() -> None:
    """Measure the release."""
    if not (CORPUS / "text").is_dir():
        print("The release of clean print (../shared/corpus/clinton) is not here: nothing is measured.")
        return
    paths = sorted((CORPUS / "text").glob("*.txt"))
    copies = copies_of(
        lvvthreads.reconstruct([lvvthreads.Document.from_text(path.read_text(encoding="utf-8"), name=path.name) for path in paths])
    )
    names = [path.stem for path in paths]
    faults = [(pair, fault_of(pair, copies)) for pair in pairs()]
    there = sum(1 for _, fault in faults if fault is None)
    anywhere = there + sum(1 for _, fault in faults if fault == "at another depth")
    print(f"{len(names)} documents, header on top: {sum(0 in copies[name] for name in names) / len(names):.3f}", end=", ")
    print(f"its sender and time read: {sum(is_read(copies[name].get(0)) for name in names) / len(names):.3f}")
    print(f"{len(faults)} pairs, one message at its depth: {there / len(faults):.3f}, anywhere: {anywhere / len(faults):.3f}")
    if "--errors" in sys.argv[1:]:
        _report_errors(names, copies, faults)


if __name__ == "__main__":
    main()
