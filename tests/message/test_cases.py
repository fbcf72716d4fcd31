"""Printouts, copies and bodies, as tables of text and what is to be found in ``cases/``."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

import lvvthreads
from lvvthreads import Document
from tests.cases import cases

_CASES = Path(__file__).parent / "cases"


def _read(kind: str, text: str) -> str:
    """Read a text as its kind demands, and write the result as a case file does.

    ``printouts``: the first header lines of each printout, from the top down.
    ``copies``: the first header lines of each message, joined by ``+``.
    ``bodies``: the lines that are the own words of each copy.
    ``times``: the time of each message.
    """
    correspondence = lvvthreads.reconstruct(Document.from_text(text))
    if kind == "copies":
        return " ".join("+".join(str(witness.block.first_line) for witness in message.witnesses) for message in correspondence.messages)
    if kind == "times":
        return " ".join(message.sent.pattern or "-" for message in correspondence.messages)
    witnesses = sorted(
        (witness for message in correspondence.messages for witness in message.witnesses), key=lambda one: one.block.first_line
    )
    if kind == "bodies":
        lines = Document.from_text(text).lines
        spans = [[n for span in one.body for n in range(span.first_line, span.last_line + 1) if lines[n - 1].strip()] for one in witnesses]
        return " / ".join("+".join(map(str, numbers)) or "-" for numbers in spans)
    assert kind == "printouts"
    printouts: dict[str, list[int]] = defaultdict(list)
    for witness in witnesses:
        assert witness.depth == len(printouts[witness.printout])
        printouts[witness.printout].append(witness.block.first_line)
    return " / ".join(" ".join(map(str, lines)) for lines in printouts.values())


@pytest.mark.parametrize(("kind", "text", "expected"), cases(_CASES / "in_the_wild.txt"))
def test_reads_what_releases_show(kind: str, text: str, expected: str) -> None:
    """Printouts and copies of the kinds that real releases show are told apart."""
    assert _read(kind, text) == expected


@pytest.mark.parametrize(("kind", "text", "expected"), cases(_CASES / "synthetic.txt"))
def test_reads_what_was_not_yet_seen(kind: str, text: str, expected: str) -> None:
    """The rules know more than the printouts they were made from."""
    assert _read(kind, text) == expected


@pytest.mark.parametrize(("kind", "text", "expected"), cases(_CASES / "negative.txt"))
def test_joins_nothing_that_is_two(kind: str, text: str, expected: str) -> None:
    """Mails that agree in almost everything are not one."""
    assert _read(kind, text) == expected


@pytest.mark.xfail(strict=True)
@pytest.mark.parametrize(("kind", "text", "expected"), cases(_CASES / "known_failures.txt"))
def test_known_failures(kind: str, text: str, expected: str) -> None:
    """What should be right and is not yet."""
    assert _read(kind, text) == expected
