"""Obey what a person says of headers: that some lines are none, and that some are one.

In come the blocks that were decoded, out come those that a person leaves, and those that a person adds.
Lines of which a person says that they are a header need no search: each begins the field whose label it has, or goes on with the field above.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from lvvthreads.header.date import read_date
from lvvthreads.header.label import label_matches
from lvvthreads.header.rawblock import FieldLines, RawBlock

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lvvthreads.correct.place import Place, Ruled
    from lvvthreads.header.label import LabelMatch
    from lvvthreads.header.language import Languages

#: A word is a label from these log-odds on, and a line without label a date from this strength on.
_LABEL, _DATE = 1.0, 3.5
#: A header has so many labels at least.
_LABELS = 2
#: The score of a field whose label is undamaged, and of a block that a person vouches for.
_EXACT, _VOUCHED = 8.0, 30.0
#: What follows a date, which has one line, where a label is lost.
_BEHIND_DATE = ("to", "subject")


def with_ruled(blocks: Sequence[RawBlock], lines: Sequence[str], ruled: Ruled, languages: Languages) -> list[RawBlock]:
    """Return the blocks, and in their places those that a person says are there."""
    told = [block for place in ruled.headers if (block := _read(place, lines, languages)) is not None]
    held = {number for block in told for number in block.lines}
    return [*(block for block in blocks if held.isdisjoint(block.lines)), *told]


def without_ruled(blocks: Sequence[RawBlock], ruled: Ruled) -> list[RawBlock]:
    """Return the blocks without those that a person says are none."""
    return [block for block in blocks if not any(_is_meant(place, block) for place in ruled.no_headers)]


def _is_meant(place: Place, block: RawBlock) -> bool:
    """Say whether a block begins within some lines, or goes round them."""
    first, last = block.lines[0], block.lines[-1]
    return place.first_line <= first <= place.last_line or (first <= place.first_line and place.last_line <= last)


def _read(place: Place, lines: Sequence[str], languages: Languages) -> RawBlock | None:
    """Read lines as one header; None where too little is left of its labels."""
    fields: list[FieldLines] = []
    for number in range(place.first_line, place.last_line + 1):
        text = lines[number - 1].strip().lstrip("> ")
        if not text:
            continue
        seen = {part.field for part in fields}
        match = _label(text, seen, languages)
        name = match.field if match else _unlabelled(text, fields, seen, languages)
        if match or name not in seen:
            fields.append(_begun(name, match, number, text))
        else:
            fields[-1] = evolve(fields[-1], parts=(*fields[-1].parts, (number, text)))
    labelled = sum(part.label is not None for part in fields)
    return RawBlock(fields=tuple(fields), score=_VOUCHED) if labelled >= _LABELS else None


def _label(text: str, seen: set[str], languages: Languages) -> LabelMatch | None:
    """Return the likeliest label at the head of a line, of a field that has not begun yet."""
    matches = [match for match in label_matches(text, languages) if match.field not in seen and match.score > _LABEL]
    return max(matches, key=lambda match: match.score, default=None)


def _unlabelled(text: str, fields: Sequence[FieldLines], seen: set[str], languages: Languages) -> str:
    """Name the field of a line that has no label: what its value looks like, what its place says, or the field above."""
    if "sent" not in seen and read_date(text, languages).strength >= _DATE:
        return "sent"
    if not fields:
        return "from"
    last = fields[-1]
    behind = _BEHIND_DATE if last.field == "sent" and last.value else ()
    return next((name for name in behind if name not in seen), last.field)


def _begun(name: str, match: LabelMatch | None, number: int, text: str) -> FieldLines:
    value = text[match.end :].strip() if match else text
    score = 0.0 if match is None else _EXACT if match.exact else match.score
    return FieldLines(
        field=name, label=match.label if match else None, exact=bool(match and match.exact), parts=((number, value),), score=score
    )
