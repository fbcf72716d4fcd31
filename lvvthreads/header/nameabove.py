"""Give a header its sender whose name stands above a date, without label: so prints Lotus Notes.

    Anna Bos/HOU/ECT
    06/28/2000 02:44 PM
    To: Cor Dam/HOU/ECT@ECT

In come a block that begins with a date, and the lines; out comes the block with the line above as its sender.
What is hard: where a censor's box took the line of the sender, the name above is that of whoever signed the mail before;
so it must be a date of numbers, which other programs do not print there, and nothing may stand between.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import evolve

from lvvthreads.header.rawblock import FieldLines, RawBlock
from lvvthreads.header.writer import is_writer

if TYPE_CHECKING:
    from collections.abc import Sequence

_NUMERIC = re.compile(r"\s*(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d\d-\d\d)\s+\d{1,2}[:.]\d\d")
#: A name, a small word or a tabulator, and the date on one line.
_ON_ONE_LINE = re.compile(
    r"(?P<name>[^\d\n]{2,80}?)(?:\s(?:on|am|le|el|il|op|em|den)\s+|\s{2,40})(?P<date>\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\s.{4,30})$"
)
_LONGEST_NAME = 70


def with_name_above(block: RawBlock, lines: Sequence[str], taken: set[int]) -> RawBlock:
    """Return the block, with the name above its date or before it as its sender if it has none."""
    sent = block.fields[0]
    if block.get("from") is not None or sent.field != "sent" or sent.label is not None or block.get("to") is None:
        return block
    number, text = sent.parts[0]
    match = _ON_ONE_LINE.match(text)
    if match and is_writer(_name(match["name"])):
        dated = evolve(sent, parts=((number, match["date"]), *sent.parts[1:]))
        return evolve(block, fields=(_sender(number, match["name"]), dated, *block.fields[1:]))
    above = _above(number, lines)
    if above is None or above in taken or not _NUMERIC.match(text):
        return block
    name = lines[above - 1].strip(" \t\f>")
    return evolve(block, fields=(_sender(above, name), *block.fields)) if _may_be_name(name) else block


def _above(number: int, lines: Sequence[str]) -> int | None:
    """Return the number of the line above, over one blank line at most; None if there is none."""
    return next((n for n in (number - 1, number - 2) if n > 0 and lines[n - 1].strip(" \t\f>")), None)


def _may_be_name(text: str) -> bool:
    return len(text) <= _LONGEST_NAME and not text.endswith((",", ":", ";", ".")) and is_writer(_name(text))


def _name(text: str) -> str:
    """Return a name without the units behind it."""
    return text.partition("/")[0].strip(" \t\"'>")


def _sender(number: int, name: str) -> FieldLines:
    return FieldLines(field="from", label=None, exact=False, parts=((number, name.strip(" \t\f>")),), score=2.0)
