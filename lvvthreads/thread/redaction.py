"""Place the redaction marks of a document: over a person, an address, a signature, a passage, or the owner's name at a printout's head.

In come lines and what each was taken for; out come :class:`Redaction` objects in order.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lvvthreads.exemption.find import is_only_marks, mark_over_break, marks_in, marks_in_person, of_person
from lvvthreads.exemption.grounds import PERSONAL
from lvvthreads.message.page import is_closing
from lvvthreads.thread.correspondence import Redaction

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lvvthreads.document.document import Document
    from lvvthreads.exemption.mark import Mark
    from lvvthreads.header.block import HeaderBlock
    from lvvthreads.message.message import LedgerEntry

_PEOPLE = frozenset(("from", "to", "cc", "bcc"))
_ADDRESS_BEFORE = re.compile(r"(?:<|mail[t1il]?[o0]?:?)\s?[^>\s]{0,3}$", re.IGNORECASE)
_ADDRESS_BEHIND = re.compile(r"\W{0,3}@|[\w_]{0,3}\w+\.\w{2,3}[>\]]")
#: A signature has so many lines at most, and they are shorter than this.
_SIGNATURE, _SHORT = 14, 60
_SHORTEST_MARK = 2
#: How far around a mark the signs of an address are looked for.
_NEAR = 24
_PLACES = {"field": "person", "furniture": "owner", "closing": "signature", "alone": "passage"}


def redactions_of(document: Document, blocks: Sequence[HeaderBlock], ledger: Sequence[LedgerEntry]) -> Iterator[Redaction]:
    """Yield the redaction marks of a document."""
    lines = document.lines
    person_lines = {number for block in blocks for field in block.fields if field.name in _PEOPLE for number in field.lines}
    for entry in ledger:
        for number in range(entry.first_line, entry.last_line + 1):
            line = lines[number - 1]
            if len(line) < _SHORTEST_MARK:
                continue
            in_field = number in person_lines
            marks = _marks(line, lines[number] if number < len(lines) else "", in_field=in_field)
            alone = bool(marks) and is_only_marks(line)
            closing = bool(marks) and entry.as_ == "body" and _closes(lines, entry.first_line, number)
            where = "field" if in_field else "closing" if closing else "alone" if alone and entry.as_ == "body" else entry.as_
            for mark in marks:
                place = _place(mark, line, where)
                yield Redaction(
                    source=document.id,
                    line=number,
                    start=mark.start,
                    end=mark.end,
                    raw=mark.raw,
                    law=mark.law,
                    ground=mark.ground if place == "passage" else of_person(mark).ground,
                    place=place,
                )


def _marks(line: str, following: str, *, in_field: bool) -> tuple[Mark, ...]:
    """Give the marks of a line; one that goes on upon the next line takes the place of its part."""
    marks = marks_in_person(line) if in_field else marks_in(line)
    broken = mark_over_break(line, following)
    return (*(mark for mark in marks if mark.end <= broken.start), broken) if broken else marks


def _closes(lines: Sequence[str], first: int, number: int) -> bool:
    """Say whether a closing formula stands above a line, with nothing but short lines between."""
    for at in range(number, max(first, number - _SIGNATURE) - 1, -1):
        text = lines[at - 1]
        if len(text) >= _SHORT:
            return False
        if is_closing(text):
            return True
    return False


def _place(mark: Mark, line: str, where: str) -> str:
    """Name what a mark lies over, by where it stands: in a ``field``, under a ``closing``, ``alone`` on its line, or in a line of some class."""
    if _ADDRESS_BEFORE.search(line[max(0, mark.start - _NEAR) : mark.start]) or _ADDRESS_BEHIND.match(line[mark.end : mark.end + _NEAR]):
        return "address"
    if where in _PLACES:
        return _PLACES[where]
    # within a line of words a mark stands for a name, unless its ground is for something else; of_person() says which are misread
    ground = of_person(mark).ground
    return "person" if ground is None or ground in PERSONAL else "passage"
