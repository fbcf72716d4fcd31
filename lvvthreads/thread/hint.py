"""Give hints that two placeholders may be one person: the replier of a mail and one of its recipients, its sender and a recipient of the reply.

In comes a correspondence, out come :class:`Hint` pairs with a score and reasons; nothing is merged, and nobody gets a name.
Only mails that are linked are compared, so pairs are few.
Hints can help to make people known who were redacted: they are given only where they are asked for.
"""

from __future__ import annotations

from bisect import bisect
from collections import Counter, defaultdict
from math import prod
from typing import TYPE_CHECKING

from attrs import frozen

from lvvthreads.header.fold import fold
from lvvthreads.thread.correspondence import Hint

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from lvvthreads.document.document import Document
    from lvvthreads.header.block import Person
    from lvvthreads.message.message import Message, Slot, Witness
    from lvvthreads.thread.correspondence import Correspondence, Link

#: Reason -> how likely it makes a pair one person, by itself.
#: Of such pairs 97 to 100 in a hundred are one in invented releases (``python -m tests.benchmarks.hints``), whose people only answer what they were sent;
#: real ones answer for colleagues, and units are larger than what is printed of them, so much less is claimed.
SCORES = {
    "only recipient": 0.75,  # the writer of the answer is the only recipient
    "replier": 0.75,  # alone of the unit among the recipients, and the unit of each other is known
    "replier, perhaps": 0.5,  # alone of the unit, but the unit of another is not known
    "answered alone": 0.75,  # the reply goes to one person
    "answered": 0.75,  # the reply goes to one person of the sender's unit
    "answered, perhaps": 0.5,
    "carried over": 0.4,  # recipients of both e-mails, in each alone of the unit
    "two": 0.4,  # besides: each of the two e-mails has one recipient
    "owner": 0.2,  # besides: the printout is that of somebody of the unit
}
#: No hint is surer than this.
_MOST = 0.9
#: An owner's line stands at most so many lines above the header of the printout.
_OWNER_ABOVE = 12


@frozen(kw_only=True)
class _Seat:
    """A slot of a message as hints see it: its placeholder, if nothing else is known of it, and the unit or domain printed there."""

    node: str | None
    #: The unit or domain folded, empty where none is printed; and as printed.
    key: str
    called: str


@frozen(kw_only=True)
class _Seats:
    """The people of a message."""

    sender: _Seat
    to: tuple[_Seat, ...]
    copied: tuple[_Seat, ...]

    @property
    def recipients(self) -> tuple[_Seat, ...]:
        """Those it was sent to, openly or as a copy."""
        return (*self.to, *self.copied)


@frozen(kw_only=True)
class _Reason:
    """Why two placeholders may be one: a key of :data:`SCORES`, the two nodes, and its words."""

    name: str
    a: str
    b: str
    words: str
    #: How sure the link between the two e-mails is.
    sure: float


def hints_of(correspondence: Correspondence, documents: Sequence[Document] = ()) -> tuple[Hint, ...]:
    """Return hints, the likeliest first; ``documents`` are those it was made of, for the owners of printouts."""
    seats = {message.id: _seats(message, correspondence) for message in correspondence.messages}
    owners = _owners(correspondence, documents)
    found: dict[tuple[str, str], dict[str, _Reason]] = defaultdict(dict)
    for link in correspondence.links:
        child, parent = seats[link.child], seats[link.parent]
        owned = owners.get(link.child, frozenset()) | owners.get(link.parent, frozenset())
        for reason in _reasons(link, child, parent, owned):
            pair = min(reason.a, reason.b), max(reason.a, reason.b)
            found[pair].setdefault(reason.name, reason)
    hints = [_hint(pair, tuple(reasons.values())) for pair, reasons in found.items()]
    return tuple(sorted(hints, key=lambda hint: (-hint.score, hint.a, hint.b)))


def _hint(pair: tuple[str, str], reasons: Sequence[_Reason]) -> Hint:
    """Weigh the reasons of a pair together, as if each were found by itself."""
    wrong = prod(1 - SCORES[reason.name] * reason.sure for reason in reasons)
    return Hint(a=pair[0], b=pair[1], score=round(min(_MOST, 1 - wrong), 2), reasons=tuple(reason.words for reason in reasons))


def _reasons(link: Link, child: _Seats, parent: _Seats, owned: frozenset[str]) -> Iterator[_Reason]:
    """Yield why a person of a mail may be one of the mail it answers or forwards."""
    pairs = [*_replier(child, parent, link.kind), *(_answered(child, parent) if link.kind == "reply" else ())]
    closed = link.kind == "reply" and len(child.recipients) == 1 and len(parent.recipients) == 1
    for name, mine, other, words in pairs:
        if mine.node is None or other.node is None:
            continue
        yield _Reason(name=name, a=mine.node, b=other.node, words=words, sure=link.confidence)
        if closed:
            yield _Reason(name="two", a=mine.node, b=other.node, words="each of the two e-mails has one recipient", sure=link.confidence)
        if mine.key and mine.key in owned:
            owner = f"the printout is that of somebody of {mine.called}"
            yield _Reason(name="owner", a=mine.node, b=other.node, words=owner, sure=link.confidence)
    if link.kind == "reply":
        for mine, other in _carried_over(child, parent):
            words = f"a recipient of both e-mails, in each the only person of {mine.called}"
            yield _Reason(name="carried over", a=str(mine.node), b=str(other.node), words=words, sure=link.confidence)


_Pair = tuple[str, _Seat, _Seat, str]


def _replier(child: _Seats, parent: _Seats, kind: str) -> Iterator[_Pair]:
    """Yield the recipient who can have answered or forwarded."""
    mine = child.sender
    found = _alone(mine, parent.recipients)
    if found is None:
        return
    other, unsure = found
    if len(parent.recipients) == 1:
        yield "only recipient", mine, other, f"the writer of the {kind} is the only recipient of the e-mail before it"
    else:
        words = f"the writer of the {kind} is among the recipients of the e-mail before it, the only one of {mine.called}"
        yield "replier, perhaps" if unsure else "replier", mine, other, words


def _answered(child: _Seats, parent: _Seats) -> Iterator[_Pair]:
    """Yield the recipient of a reply who can have written what it answers."""
    mine = parent.sender
    found = _alone(mine, child.to)
    if found is None:
        return
    other, unsure = found
    if len(child.to) == 1:
        yield "answered alone", mine, other, "the reply goes to one person, as replies go to the sender"
    else:
        words = f"the reply goes to the sender, and to nobody else of {mine.called}"
        yield "answered, perhaps" if unsure else "answered", mine, other, words


def _alone(mine: _Seat, others: Sequence[_Seat]) -> tuple[_Seat, bool] | None:
    """Return the only one of several who can be this person, and whether one more could be for all that is known."""
    if len(others) == 1:
        return (others[0], False) if not mine.key or not others[0].key or mine.key == others[0].key else None
    same = [other for other in others if mine.key and other.key == mine.key]
    return (same[0], any(not other.key for other in others)) if len(same) == 1 else None


def _carried_over(child: _Seats, parent: _Seats) -> Iterator[tuple[_Seat, _Seat]]:
    """Yield recipients of both mails whose unit nobody else in either is of."""
    counts, other_counts = (Counter(seat.key for seat in (seats.sender, *seats.recipients)) for seats in (child, parent))
    before = {seat.key: seat for seat in parent.recipients}
    for seat in child.recipients:
        other = before.get(seat.key)
        if seat.key and other and seat.node and other.node and counts[seat.key] == other_counts[seat.key] == 1:
            yield seat, other


def _seats(message: Message, correspondence: Correspondence) -> _Seats:
    domains = _domains(message)
    to, copied = ([_seat(slot, correspondence, domains) for slot in slots] for slots in (message.to, (*message.cc, *message.bcc)))
    return _Seats(sender=_seat(message.sender, correspondence, domains), to=tuple(to), copied=tuple(copied))


def _domains(message: Message) -> dict[str, str]:
    """Map nodes to the domain of the address printed behind them."""
    return {node: person.domain for witness in message.witnesses for person, node in _people(witness) if person.domain}


def _people(witness: Witness) -> Iterable[tuple[Person, str]]:
    return (witness.sender, *witness.to, *witness.cc, *witness.bcc)


def _seat(slot: Slot, correspondence: Correspondence, domains: Mapping[str, str]) -> _Seat:
    """Look at a slot; one that a copy shows by name, or that only the scan made illegible, is nobody's placeholder here."""
    people = [correspondence.person(node) for node in slot.nodes]
    called = next((person.unit for person in people if person.unit), None) or next((domains[n] for n in slot.nodes if n in domains), "")
    hidden = len(people) == 1 and people[0].kind == "redacted"
    return _Seat(node=people[0].node if hidden else None, key=fold(called), called=called)


def _owners(correspondence: Correspondence, documents: Sequence[Document]) -> dict[str, frozenset[str]]:
    """Map each message to the folded units of the people whose printouts it stands in."""
    lines = {document.id: document.lines for document in documents}
    tops = sorted(
        (witness.source, witness.block.first_line, witness.printout)
        for message in correspondence.messages
        for witness in message.witnesses
        if witness.depth == 0
    )
    units: dict[tuple[str, str], set[str]] = defaultdict(set)
    for mark in correspondence.redactions:
        if mark.place != "owner" or mark.source not in lines:
            continue
        unit = fold(lines[mark.source][mark.line - 1][mark.end :])
        at = bisect(tops, (mark.source, mark.line, ""))
        source, first, printout = tops[at] if at < len(tops) else ("", 0, "")
        if source == mark.source and first - mark.line <= _OWNER_ABOVE:
            units[source, printout].add(unit)
    return {
        message.id: frozenset(unit for witness in message.witnesses for unit in units.get((witness.source, witness.printout), ()) if unit)
        for message in correspondence.messages
    }
