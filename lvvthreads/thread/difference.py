"""Find where the copies of one e-mail were redacted differently: covered here and shown there, or covered under another ground.

In comes a correspondence, out come :class:`RedactionDifference` pairs that quote both copies as they are printed.
Nothing is concluded from them: no placeholder gets a name, and no nodes are merged.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Literal

from attrs import frozen

from lvvthreads.exemption.find import marks_in_person
from lvvthreads.header.fold import alikeness, fold, fold_words
from lvvthreads.message.reading import base_of
from lvvthreads.message.variant import differ_in_ground

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lvvthreads.header.block import Person
    from lvvthreads.message.message import Message, Slot, Witness
    from lvvthreads.message.variant import Variant
    from lvvthreads.thread.correspondence import Correspondence

#: Two prints of a person so alike are one, misread.
_MISREAD = 0.6
#: A word of a name has so many letters at least, to be known again beside a mark.
_SHORTEST_NAME = 3
#: What stands before an address.
_OPENING = " <[('"


@frozen(kw_only=True)
class Shown:
    """What one printed copy has at a place, as printed."""

    #: The id of the copy.
    witness: str
    source: str
    #: The first line of it.
    line: int
    #: The words themselves: a mark, or what stands there instead; lines joined by newlines.
    words: str
    #: In a body the whole lines on which they stand, in a header the text of the sender or recipient.
    printed: str
    #: The grounds of the marks; empty where nothing is covered, None for a mark without ground.
    grounds: tuple[str | None, ...]


@frozen(kw_only=True)
class RedactionDifference:
    """A place of an e-mail that two of its copies redact differently."""

    message: str
    #: ``from``, ``to1``, ``cc2``, ... or ``body``.
    place: str
    #: ``shown``: the other copy shows words there; ``ground``: it covers the place under another ground.
    kind: Literal["shown", "ground"]
    #: The copy that covers it.
    covered: Shown
    #: What the other copy has instead.
    instead: Shown


def redaction_differences(correspondence: Correspondence) -> tuple[RedactionDifference, ...]:
    """Return the differences; see :meth:`Correspondence.redaction_differences`."""
    several = (message for message in correspondence.messages if len(message.witnesses) > 1)
    return tuple(difference for message in several for difference in (*_in_header(message), *_in_body(message)))


def _in_header(message: Message) -> Iterator[RedactionDifference]:
    for slot in (message.sender, *message.to, *message.cc, *message.bcc):
        yield from _in_slot(message, slot)


def _in_slot(message: Message, slot: Slot) -> Iterator[RedactionDifference]:
    """Yield what the copies show of one sender or recipient: each that covers it beside the first that does not, and each two grounds once."""
    held = [one for witness in message.witnesses if (one := _held(witness, slot)) is not None]
    covered = [one for one in held if one.person.kind == "redacted" and _is_covered(one.person)]
    shown = [one for one in held if one.person.kind == "named"]
    for one in covered:
        other = next((other for other in shown if _surely_same(one, other)), None)
        if other is not None and not _is_misread(one.person, other.person):
            yield _difference(message, slot.slot, "shown", one.shown, other.shown)
    by_ground: dict[tuple[str, ...], _Held] = {}
    for one in covered:
        if one.person.grounds or marks_in_person(one.person.raw):  # a mark may be lost in the scan, and leave only an address behind it
            by_ground.setdefault(tuple(map(fold, one.person.grounds)), one)
    for one, other in combinations(by_ground.values(), 2):
        if _surely_same(one, other) and _differ_in_ground(one, other):
            yield _difference(message, slot.slot, "ground", one.shown, other.shown)


@frozen(kw_only=True)
class _Held:
    """A sender or recipient in a copy: where in its row of people, and how many these are."""

    witness: Witness
    person: Person
    at: int
    of: int

    @property
    def marks(self) -> list[tuple[str, str | None]]:
        """The marks printed over the person, with their grounds."""
        return [(mark.raw, mark.ground) for mark in marks_in_person(self.person.raw)]

    @property
    def shown(self) -> Shown:
        raw = self.person.raw.strip()
        grounds: tuple[str | None, ...] = () if self.person.kind == "named" else self.person.grounds or (None,)
        return Shown(
            witness=self.witness.id,
            source=self.witness.source,
            line=self.person.line or self.witness.block.first_line,
            words=raw,
            printed=raw,
            grounds=grounds,
        )


def _held(witness: Witness, slot: Slot) -> _Held | None:
    role = slot.slot.rstrip("0123456789")
    row = (witness.sender,) if role == "from" else getattr(witness, role)
    found = [(at, person) for at, (person, node) in enumerate(row) if node in slot.nodes]
    return _Held(witness=witness, person=found[0][1], at=found[0][0], of=len(row)) if len(found) == 1 else None


def _surely_same(a: _Held, b: _Held) -> bool:
    """Say whether two copies mean one person for certain: as many people in both and the same place among them, or the same unit behind both."""
    if a.person.unit and b.person.unit:
        return fold(a.person.unit) == fold(b.person.unit)
    return (a.at, a.of) == (b.at, b.of)


def _differ_in_ground(a: _Held, b: _Held) -> bool:
    """Say whether the marks over a person are of other grounds: a damaged one may be read in part, so the whole text is looked at as well."""
    if not differ_in_ground(a.marks, b.marks):
        return False
    whole, other = ([(one.person.raw, ground) for ground in one.person.grounds] for one in (a, b))
    return not whole or not other or differ_in_ground(whole, other)


def _is_covered(person: Person) -> bool:
    """Say whether a mark is printed over a person, or nothing but a domain is left; an address that was not understood is not covered."""
    return bool(person.grounds or marks_in_person(person.raw)) or person.raw.lstrip(_OPENING).startswith("@")


def _is_misread(covered: Person, named: Person) -> bool:
    """Say whether a name stands beside the mark as well, or is only the mark misread."""
    marks = marks_in_person(covered.raw)
    name = named.name or named.raw
    beside = frozenset(fold_words(covered.raw))
    if any(len(word) >= _SHORTEST_NAME and word in beside for word in fold_words(name)):
        return True
    return alikeness(" ".join(mark.raw for mark in marks) or covered.raw, name) >= _MISREAD


def _difference(message: Message, place: str, kind: Literal["shown", "ground"], covered: Shown, instead: Shown) -> RedactionDifference:
    return RedactionDifference(message=message.id, place=place, kind=kind, covered=covered, instead=instead)


def _in_body(message: Message) -> Iterator[RedactionDifference]:
    redacted = [variant for variant in message.variants if variant.kind == "redaction"]
    if not redacted:
        return
    base = base_of(message)
    others = {witness.id: witness for witness in message.witnesses}
    for variant in redacted:
        own = _shown(base, variant.lines, variant.words, variant.grounds)
        other = _shown(others[variant.witness], variant.other_lines, variant.other_words, variant.other_grounds)
        covered, instead = (own, other) if _more_marks(variant) else (other, own)
        kind: Literal["shown", "ground"] = "ground" if _is_of_ground(variant) else "shown"
        yield _difference(message, "body", kind, covered, instead)


def _more_marks(variant: Variant) -> bool:
    return len(variant.grounds) > len(variant.other_grounds) or (
        len(variant.grounds) == len(variant.other_grounds) and bool(variant.grounds)
    )


def _is_of_ground(variant: Variant) -> bool:
    return bool(variant.grounds) and bool(variant.other_grounds)


def _shown(witness: Witness, lines: Sequence[int], words: str, grounds: tuple[str | None, ...]) -> Shown:
    return Shown(
        witness=witness.id,
        source=witness.source,
        line=lines[0] if lines else witness.block.last_line,
        words=words,
        printed=_printed(witness, lines),
        grounds=grounds,
    )


def _printed(witness: Witness, lines: Sequence[int]) -> str:
    """Give lines of a copy's body as printed."""
    numbers = (number for span in witness.body for number in range(span.first_line, span.last_line + 1))
    wanted = frozenset(lines)
    return "\n".join(text for number, text in zip(numbers, witness.text.split("\n"), strict=False) if number in wanted)
