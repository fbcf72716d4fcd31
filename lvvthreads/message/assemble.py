"""Make messages of groups of witnesses: fields collated from the better copies, one slot for each sender and recipient, one node for each slot.

In come drafts and groups, out come messages and the nodes of their people.
A placeholder belongs to one slot of one message: its id is made of the message's id, the role and the slot's number, so two messages cannot share one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from attrs import define, evolve, frozen
from rapidfuzz.distance import Levenshtein

from lvvthreads.header.block import Attachment, Person, Sent, Subject
from lvvthreads.header.fold import alikeness
from lvvthreads.message.identity import Identities, identify
from lvvthreads.message.message import Message, PersonNode, Slot, Witness
from lvvthreads.message.reading import quality
from lvvthreads.message.subjects import choose

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lvvthreads.message.draft import Draft

#: A sender of whom nothing is printed: mail programs always print one, so it was whited out.
_WHITED_OUT = Person(kind="redacted")
#: In a longer list of recipients a person is looked for no farther from where another copy has it.
_LONG_LIST = 60
_Role = Literal["from", "to", "cc", "bcc"]


@define
class People:
    """The nodes of the graph: those of named people are known, placeholders are gathered while messages are made."""

    identities: Identities
    nodes: dict[str, PersonNode]

    @classmethod
    def of(cls, groups: Iterable[Sequence[Draft]]) -> People:
        """Begin with the named people of groups of witnesses."""
        identities = identify([[_named(draft) for draft in group] for group in groups])
        return cls(identities=identities, nodes=dict(identities.nodes))

    def named(self, person: Person) -> str:
        """Return the node of a named person: one for all messages."""
        return self.identities.node(person)

    def placeholder(self, message: str, slot: str, people: Sequence[Person]) -> str:
        """Make the node of one redacted or unreadable slot of one message."""
        kind: Literal["redacted", "unreadable"] = "redacted" if any(person.kind == "redacted" for person in people) else "unreadable"
        node = f"{message}#{slot}"
        grounds = tuple(sorted({ground for person in people for ground in person.grounds}))
        unit = next((person.unit for person in people if person.unit), None)
        self.nodes[node] = PersonNode(node=node, kind=kind, unit=unit, grounds=grounds)
        return node


def _named(draft: Draft) -> list[Person]:
    block = draft.block
    senders = (block.sender,) if block.sender else ()
    return [person for person in (*senders, *block.to, *block.cc, *block.bcc) if person.kind == "named"]


@frozen(kw_only=True)
class _Filled:
    """A role of a message: its slots, and for each witness its people with their nodes."""

    slots: tuple[Slot, ...]
    witnesses: tuple[tuple[tuple[Person, str], ...], ...]


def assemble(
    group: Sequence[Draft], sents: Sequence[Sent], sent: Sent, subjects: Sequence[Subject | None], clean: str, people: People
) -> Message:
    """Make the message of one group of witnesses.

    ``sents`` and ``subjects`` are those of the witnesses in order, ``sent`` and ``clean`` those of the message.
    """
    id_ = min((draft.id for draft in group), key=_by_place)
    best = max(group, key=lambda draft: quality(draft.text, draft.depth, draft.id)) if len(group) > 1 else group[0]
    fill = {role: _fill(role, [_of(draft, role) for draft in group], id_, people) for role in ("from", "to", "cc", "bcc")}
    witnesses = tuple(
        _witness(draft, own, subject, {role: filled.witnesses[i] for role, filled in fill.items()})
        for i, (draft, own, subject) in enumerate(zip(group, sents, subjects, strict=True))
    )
    chosen = choose([(subject, draft.block.confidence) for draft, subject in zip(group, subjects, strict=True) if subject])
    return Message(
        id=id_,
        aliases=tuple(sorted((draft.id for draft in group if draft.id != id_), key=_by_place)),
        quoted_only=all(draft.depth > 0 for draft in group),
        sender=fill["from"].slots[0],
        to=fill["to"].slots,
        cc=fill["cc"].slots,
        bcc=fill["bcc"].slots,
        sent=sent,
        subject=evolve(chosen, clean=clean or chosen.clean),
        attachments=_attachments(group),
        text=best.text,
        witnesses=witnesses,
    )


def _by_place(id_: str) -> tuple[str, int]:
    """Sort ids by source and line."""
    source, _, line = id_.rpartition(":")
    return source, int(line)


def _of(draft: Draft, role: str) -> tuple[Person, ...]:
    if role == "from":
        return (draft.block.sender or _WHITED_OUT,)
    people: tuple[Person, ...] = getattr(draft.block, role)
    return people


def _fill(role: str, rows: Sequence[tuple[Person, ...]], message: str, people: People) -> _Filled:
    """Align the people of all copies in slots, and give each slot its nodes."""
    if not any(rows):
        return _Filled(slots=(), witnesses=tuple(() for _ in rows))
    slots = _align(rows)
    names = ["from"] if role == "from" else [f"{role}{i + 1}" for i in range(len(slots))]
    nodes: list[dict[int, str]] = []
    made: list[Slot] = []
    for name, slot in zip(names, slots, strict=True):
        hidden = [person for person in slot.values() if person.kind != "named"]
        placeholder = people.placeholder(message, name, hidden) if hidden else None
        by_row = {row: people.named(person) if person.kind == "named" else str(placeholder) for row, person in slot.items()}
        nodes.append(by_row)
        made.append(Slot(slot=name, nodes=tuple(sorted(set(by_row.values())))))
    return _Filled(
        slots=tuple(made),
        witnesses=tuple(
            tuple((slot[row], by_row[row]) for slot, by_row in _in_row_order(slots, nodes, row, rows[row])) for row in range(len(rows))
        ),
    )


def _in_row_order(
    slots: list[dict[int, Person]], nodes: list[dict[int, str]], row: int, order: tuple[Person, ...]
) -> Iterable[tuple[dict[int, Person], dict[int, str]]]:
    held = [(slot, by_row) for slot, by_row in zip(slots, nodes, strict=True) if row in slot]
    if len(held) == 1:
        return held
    places = {id(person): at for at, person in enumerate(order)}
    return sorted(held, key=lambda pair: places[id(pair[0][row])])


def _align(rows: Sequence[tuple[Person, ...]]) -> list[dict[int, Person]]:
    """Lay the people of each copy beside those of the copy that has most, in order; each slot maps copy -> person."""
    if not any(rows):
        return []
    longest = max(range(len(rows)), key=lambda i: (len(rows[i]), -i))
    slots: list[dict[int, Person]] = [{longest: person} for person in rows[longest]]
    for row, people in enumerate(rows):
        if row == longest:
            continue
        free = list(range(len(slots)))
        for at, person in enumerate(people):
            if not free:
                break
            near = free if len(free) <= _LONG_LIST else [k for k in free if abs(k - at) <= _LONG_LIST] or free
            best = max(near, key=lambda k: (_alike(person, slots[k][longest]), -abs(k - at)))
            if best < len(slots):
                slots[best][row] = person
                free.remove(best)
    return slots


def _alike(a: Person, b: Person) -> float:
    """Rank how well two copies' people fit one slot."""
    if a.name and b.name:
        return 3.0 * alikeness(a.name, b.name)
    score = 0.5 if a.kind == b.kind else 0.0
    if a.unit and b.unit:
        score += 2.0 * Levenshtein.normalized_similarity(a.unit, b.unit)
    if a.domain and b.domain:
        score += 1.0 if a.domain == b.domain else 0.0
    return score


def _attachments(group: Sequence[Draft]) -> tuple[Attachment, ...]:
    """Return the attachment names of the copy that prints most of them."""
    return max(
        (draft.block.attachments for draft in group),
        key=lambda names: (len(names), sum(len(a.name) for a in names), names[0].name if names else ""),
    )


def _witness(draft: Draft, sent: Sent, subject: Subject | None, people: dict[str, tuple[tuple[Person, str], ...]]) -> Witness:
    return Witness(
        id=draft.id,
        source=draft.source,
        page=draft.page,
        printout=draft.printout,
        depth=draft.depth,
        block=draft.header,
        sent=sent,
        subject=subject,
        sender=people["from"][0],
        to=people["to"],
        cc=people["cc"],
        bcc=people["bcc"],
        body=draft.body,
        text=draft.text,
        defects=draft.block.defects,
    )
