"""Say how the fields of an e-mail were settled from its copies, and where the words of its copies differ.

Nothing is said of an e-mail that was printed once, as it was read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lvvthreads.message.reading import FIELDS, base_of
from lvvthreads.view.harmless import shortened
from lvvthreads.view.wording import count, span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lvvthreads.message.message import Message
    from lvvthreads.message.reading import Readings
    from lvvthreads.view.wording import Wording

#: What needs no words where there is only one copy.
_PLAIN = frozenset(("the only copy", "as printed", "as far as it can be read", "no digit can be read"))
#: The longest field name, so that the columns stand under each other.
_NAME_WIDTH = 11
#: Words are cut off here, and more places than this are counted, not listed.
_WIDEST, _LISTED = 60, 12


def settled(message: Message) -> Iterator[str]:
    """Yield a line for each field that some copy prints: its name and why it is read as it is, with the lines of the copies that say so."""
    for name in FIELDS:
        found = message.readings(name)
        if any(copy.value for copy in found.copies) and not (len(found.copies) == 1 and found.reason in _PLAIN):
            yield f"{name:<{_NAME_WIDTH}} {found.reason}{_lines(found)}"


def _lines(found: Readings) -> str:
    """Name the lines of the copies that say what was chosen, where others say something else."""
    lines = [str(copy.line) for copy in found.copies if copy.chosen and copy.line is not None]
    others = [copy for copy in found.copies if copy.value and not copy.chosen]
    return f" (line {', '.join(lines)})" if lines and others else ""


def differing(message: Message, wording: Wording) -> Iterator[str]:
    """Yield what was redacted or worded otherwise, and how many misprints there are."""
    told = [variant for variant in message.variants if variant.kind != "print"]
    places = {witness.id: wording.sources.get(witness.source, witness.source) for witness in message.witnesses}
    base = places[base_of(message).id]
    for variant in told[:_LISTED]:
        yield f"{variant.kind:<9}  {base}:{_place(variant.lines)}  {_quoted(variant.words)}"
        yield f"{'':<9}  {places[variant.witness]}:{_place(variant.other_lines)}  {_quoted(variant.other_words)}"
    if len(told) > _LISTED:
        yield f"and in {count(len(told) - _LISTED, 'more place')}"
    if misprints := len(message.variants) - len(told):
        yield f"{count(misprints, 'place')} differ{'s' if misprints == 1 else ''} in print only"


def _place(lines: tuple[int, ...]) -> str:
    return span(lines[0], lines[-1]) if lines else "?"


def _quoted(words: str) -> str:
    return f"“{shortened(' / '.join(words.split(chr(10))), _WIDEST)}”" if words else "(nothing)"
