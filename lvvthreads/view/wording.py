"""How people, times and places are called in every picture of a correspondence.

A redacted person has no name to be called by, only the mark that lies over it; so each placeholder gets a number, counted in the order of the
messages, and keeps it in the tree, in the explanation and in the notebook alike.
Everything returned here is harmless text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from lvvthreads.view.harmless import harmless, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lvvthreads.header.block import Person, Sent
    from lvvthreads.message.message import Message, PersonNode, Slot, Witness
    from lvvthreads.thread.correspondence import Correspondence, Missing

#: A moment of which no digit is known.
UNDATED = "????-??-?? ??:??"

#: A link of lower confidence than this is marked as doubtful.
DOUBTFUL = 0.8

#: More printed copies than this are counted, not listed.
_PLACES_SHOWN = 3

#: How much of a subject stands in a line; damaged headers can run into pages of text.
_SUBJECT_LENGTH = 100

#: From here on two decimals would round up to 1.00.
_NEARLY = 0.995

#: What the kinds of missing e-mails mean.
_MISSING = {
    "removed": "an e-mail the censor took out",
    "attribution": "an e-mail of which only the line that names it is left",
    "prefix": "the e-mail that the prefix of the subject speaks of",
}


@frozen(kw_only=True)
class Wording:
    """The names under which one correspondence's people and sources are shown."""

    #: Node to name, mark or number.
    people: dict[str, str]
    #: Node to ``named``, ``redacted`` or ``unreadable``.
    kinds: dict[str, str]
    #: Source id to file name.
    sources: dict[str, str]

    @classmethod
    def of(cls, correspondence: Correspondence) -> Wording:
        """Give each placeholder of a correspondence its number and each source its file name."""
        numbers = {node: number for number, node in enumerate(_placeholders(correspondence), start=1)}
        return cls(
            people={person.node: _called(person, numbers.get(person.node)) for person in correspondence.people},
            kinds={person.node: person.kind for person in correspondence.people},
            sources={source.id: harmless(source.name) for source in correspondence.sources},
        )

    def slot(self, slot: Slot) -> str:
        """Name a sender or recipient; where copies show different things, all of them."""
        return " / ".join(self.people.get(node, "[unknown]") for node in slot.nodes) or "[nobody]"

    def place(self, witness: Witness) -> str:
        """Say where a printed copy's header stands: ``dossier.txt:12-16``."""
        block = witness.block
        return f"{self.sources.get(witness.source, witness.source)}:{span(block.first_line, block.last_line)}"

    def places(self, message: Message) -> str:
        """Say where the first few printed copies of a message stand."""
        shown = ", ".join(self.place(witness) for witness in message.witnesses[:_PLACES_SHOWN])
        more = len(message.witnesses) - _PLACES_SHOWN
        return f"{shown} and {more} more" if more > 0 else shown

    def brief(self, message: Message) -> str:
        """Name a message in passing: time, sender, and where its first copy stands."""
        where = f" ({self.place(message.witnesses[0])})" if message.witnesses else ""
        return f"{when(message.sent)} {self.slot(message.sender)}{where}"


def when(sent: Sent) -> str:
    """Write a moment to the minute, with ``?`` for each digit that is not known."""
    return harmless(sent.pattern).replace("T", " ") if sent.pattern else UNDATED


def subject(message: Message) -> str:
    """Write the subject of a message without prefixes."""
    return shortened(message.subject.clean, _SUBJECT_LENGTH).strip() or "(no subject)"


def missing(gone: Missing) -> str:
    """Say which e-mail is missing and what is known of it."""
    known = ", ".join(f"{harmless(name)} {shortened(str(value), _SUBJECT_LENGTH)}" for name, value in gone.known.items() if value)
    return f"missing: {_MISSING.get(gone.kind, harmless(gone.kind))}" + (f" ({known})" if known else "")


def person(shown: Person) -> str:
    """Write a sender or recipient as one header shows it, without a number."""
    if shown.kind != "named":
        return _mark(shown.kind, shown.grounds, None, shown.unit)
    parts = (shown.name, shown.unit and f"({shown.unit})", shown.address and f"<{shown.address}>")
    return harmless(" ".join(part for part in parts if part)) or "[unnamed]"


def count(number: int, noun: str, plural: str | None = None) -> str:
    """Write a number with its noun.

    >>> count(1, "copy", "copies"), count(3, "copy", "copies")
    ('1 copy', '3 copies')
    """
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def certainty(confidence: float) -> str:
    """Write a probability with two decimals, never rounded up to certainty.

    >>> certainty(0.98), certainty(0.9999), certainty(1)
    ('0.98', '>0.99', '1.00')
    """
    return ">0.99" if _NEARLY <= confidence < 1 else f"{confidence:.2f}"


def span(first: int, last: int) -> str:
    """Write the numbers of the first and last line.

    >>> span(12, 16), span(7, 7)
    ('12-16', '7')
    """
    return str(first) if first == last else f"{first}-{last}"


def _placeholders(correspondence: Correspondence) -> Iterator[str]:
    """Yield each placeholder once, message by message, sender before recipients, then those no message mentions."""
    nameless = {person.node for person in correspondence.people if person.kind != "named"}
    slots = (slot for message in correspondence.messages for slot in (message.sender, *message.to, *message.cc, *message.bcc))
    mentioned = (node for slot in slots for node in slot.nodes if node in nameless)
    yield from dict.fromkeys([*mentioned, *(person.node for person in correspondence.people if person.node in nameless)])


def _called(node: PersonNode, number: int | None) -> str:
    if node.kind == "named":
        return harmless(node.name or "") or "[unnamed]"
    return _mark(node.kind, node.grounds, number, node.unit)


def _mark(kind: str, grounds: tuple[str, ...], number: int | None, unit: str | None) -> str:
    ground = ", ".join(grounds) or kind if kind == "redacted" else kind
    return f"[{harmless(' '.join(part for part in (ground, number and f'#{number}', unit) if part))}]"
