"""Read case files: plain text in which each case names its oddity, so that a person can add one without knowing the program.

A case is a comment, a kind, a text and what is expected::

    # a letter read for a digit
    date: maandag 1I maart 2024 09:12 => 2024-03-11T09:12

or, where the text has several lines, these indented by four blanks, and what is expected beneath; ``^L`` at a line's head is a form feed::

    # the label of the date is lost
    block:
        Van: A. Bos
        maandag 11 maart 2024 09:12
    => from@1 sent@2
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from _pytest.mark import ParameterSet

_ONE_LINE = re.compile(r"(?P<kind>[a-z]+): (?P<text>.*?)\s?=>\s?(?P<expected>.*)")
_KIND = re.compile(r"(?P<kind>[a-z]+):")
_INDENT = "    "


def cases(path: Path) -> list[ParameterSet]:
    """Return the cases of a file as pytest parameters (kind, text, expected), named by their oddity."""
    return [pytest.param(kind, text, expected, id=f"{kind}: {oddity}") for oddity, kind, text, expected in _parsed(path)]


def _parsed(path: Path) -> Iterator[tuple[str, str, str, str]]:
    oddity, kind, lines = "", "", list[str]()
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            oddity = line[2:]
        elif line.startswith(_INDENT) or (kind and not line):
            lines.append(line.removeprefix(_INDENT))
        elif kind and line.startswith("=>"):
            yield oddity, kind, "\n".join(lines).replace("^L", "\f"), line[2:].strip()
            kind, lines = "", []
        elif match := _ONE_LINE.fullmatch(line):
            yield oddity, match["kind"], match["text"], match["expected"]
        elif match := _KIND.fullmatch(line):
            kind = match["kind"]
        elif line.strip():
            message = f"{path.name}: this line is no part of a case: {line!r}"
            raise ValueError(message)
