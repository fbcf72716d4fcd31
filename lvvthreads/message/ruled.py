"""Obey what a person says of e-mails: whose date or subject it is, what are copies of one another.

In come corrections with their places and the headers that were found there, out comes what is said of each witness; what contradicts an earlier correction is refused, with the reason.
A person's date and subject take the place of what is printed before printouts are cut and copies compared; what is printed is kept beside.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from lvvthreads.correct.correction import Outcome
from lvvthreads.correct.corrections import Corrections
from lvvthreads.correct.moment import day_of, first_and_last, pattern_of
from lvvthreads.correct.place import Placed
from lvvthreads.header.block import Sent, Subject
from lvvthreads.header.datereading import OTHER_DIGIT, DateReading
from lvvthreads.header.language import BASE
from lvvthreads.header.parse import Parsed
from lvvthreads.header.sent import known
from lvvthreads.header.subject import read_subject
from lvvthreads.message.collate import SaidOfCopies

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from lvvthreads.correct.correction import Correction
    from lvvthreads.correct.place import Place
    from lvvthreads.header.block import HeaderBlock
    from lvvthreads.message.draft import Draft

#: What rests on a person's word.
PERSON = ("person",)
#: How strong the reading of a date is that a person gives.
_SURE = 6.0


@frozen(kw_only=True)
class Ruling:
    """A correction that stands, with the ids of the witnesses that it is about."""

    number: int
    correction: Correction
    witnesses: tuple[str, ...]


@frozen(kw_only=True)
class Rulings:
    """What a person says of the witnesses of a dossier."""

    placed: Placed
    #: For each correction the ids of the witnesses that stand at its places, as far as there are any.
    witnesses: tuple[tuple[str, ...], ...] = ()
    #: Index of a correction -> why it is not applied.
    refused: Mapping[int, str] = field(factory=dict)

    def standing(self, *kinds: str) -> Iterator[Ruling]:
        """Yield what stands of some kinds, in the order in which it was written."""
        for at, entry in enumerate(self.placed.corrections.entries):
            if entry.kind in kinds and at not in self.refused:
                yield Ruling(number=at + 1, correction=entry, witnesses=self.witnesses[at])

    def without(self, refused: Mapping[int, str]) -> Rulings:
        """Return the rulings with some more refused, by number."""
        return evolve(self, refused={**self.refused, **{number - 1: reason for number, reason in refused.items()}}) if refused else self

    def told(self, source: str, parsed: Parsed) -> Parsed:
        """Return a header with the date and the subject that a person gives it, if any."""
        id_ = f"{source}:{parsed.block.first_line}"
        date, subject = self._values["date"].get(id_), self._values["subject"].get(id_)
        if date is None and subject is None:
            return parsed
        block = parsed.block
        return Parsed(
            block=evolve(block, sent=_sent(date) if date else block.sent, subject=_subject(subject, block) if subject else block.subject),
            date=_reading(date) if date else parsed.date,
            printed=parsed,
        )

    @cached_property
    def _values(self) -> dict[str, dict[str, str]]:
        """What is said of each witness, by kind of correction."""
        return {kind: {one.witnesses[0]: _plain(one.correction) for one in self.standing(kind)} for kind in ("date", "subject")}

    def apart(self, source: str, blocks: Sequence[HeaderBlock], recurring: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
        """Return the indices of blocks that lie in two printouts: those that recur, and what a person says are copies; not what a person says are none."""
        places = {f"{source}:{block.first_line}": at for at, block in enumerate(blocks)}
        joined, parted = (
            {tuple(sorted(places[id_] for id_ in one.witnesses)) for one in self.standing(kind) if places.keys() >= set(one.witnesses)}
            for kind in ("same", "not-same")
        )
        return [*((a, b) for a, b in recurring if (a, b) not in parted), *sorted((a, b) for a, b in joined)]

    def of_copies(self, drafts: Sequence[Draft]) -> tuple[SaidOfCopies, dict[int, str]]:
        """Return what is said of copies, by their indices; and what cannot be, by number: no e-mail quotes itself."""
        at = {draft.id: i for i, draft in enumerate(drafts)}
        sets = _Sets()
        printouts = {draft.id: {(draft.source, draft.printout)} for draft in drafts} if self.placed.corrections else {}
        joined: list[tuple[int, int]] = []
        refused: dict[int, str] = {}
        for one in self.standing("same"):
            a, b = map(sets.find, one.witnesses)
            if a != b and printouts[a] & printouts[b]:
                refused[one.number] = "one of them stands among what the other quotes in one printout, and no e-mail quotes itself"
                continue
            printouts[sets.unite(a, b)] = printouts[a] | printouts[b]
            joined.append((at[one.witnesses[0]], at[one.witnesses[1]]))
        values: dict[int, dict[str, str]] = {}
        for kind, said in self._values.items():
            for id_, value in said.items():
                values.setdefault(at[id_], {})[kind] = value
        parted = tuple((at[one.witnesses[0]], at[one.witnesses[1]]) for one in self.standing("not-same"))
        return SaidOfCopies(joined=tuple(joined), parted=parted, values=values), refused

    def outcomes(self, message_of: Mapping[str, str]) -> tuple[Outcome, ...]:
        """Return what became of each correction; ``message_of`` are the messages of witnesses."""
        return tuple(
            Outcome(
                number=at + 1,
                correction=entry,
                applied=at not in self.refused,
                why_not=self.refused.get(at, ""),
                messages=tuple(dict.fromkeys(message_of[id_] for id_ in ids)),
            )
            for at, (entry, ids) in enumerate(zip(self.placed.corrections.entries, self.witnesses, strict=True))
        )


#: Nobody says anything.
NO_RULINGS = Rulings(placed=Placed(corrections=Corrections(), places=(), refused={}))


def rule(placed: Placed, parsed: Mapping[str, Sequence[Parsed]]) -> Rulings:
    """Find the witnesses that corrections are about; ``parsed`` are the headers of each source, by its id."""
    if not placed.corrections:
        return NO_RULINGS
    refused = dict(placed.refused)
    witnesses: list[tuple[str, ...]] = []
    for at, (entry, places) in enumerate(zip(placed.corrections.entries, placed.places, strict=True)):
        found = [_witness(place, parsed[place.source]) for place in places] if at not in refused else []
        reason = _unfit(entry, places, found) if at not in refused else None
        if reason:
            refused[at] = reason
        witnesses.append(tuple(id_ for id_ in found if id_) if entry.kind != "no-header" else ())
    rulings = Rulings(placed=placed, witnesses=tuple(witnesses), refused=refused)
    for check in (_one_value("date"), _one_value("subject"), _one_or_two):
        rulings = rulings.without(check(rulings))
    return rulings


def _witness(place: Place, parsed: Sequence[Parsed]) -> str | None:
    """Return the id of the witness whose header has most of some lines."""
    shares = [(place.shares(one.block.lines), -one.block.first_line) for one in parsed]
    most, first = max(shares, default=(0, 0))
    return f"{place.source}:{-first}" if most else None


def _unfit(entry: Correction, places: Sequence[Place], found: Sequence[str | None]) -> str | None:
    """Say why a correction cannot be about the headers that were found at its places."""
    if entry.kind == "no-header":
        return None
    if entry.kind == "header":
        return (
            None
            if found[0] == f"{places[0].source}:{places[0].first_line}"
            else "its lines cannot be read as one header: too little is left of labels and dates"
        )
    lacking = next((anchor.shown for anchor, id_ in zip((entry.at, entry.other), found, strict=False) if anchor and id_ is None), None)
    if lacking:
        return f"no header is found at {lacking}"
    return "both places are of one and the same header" if len(found) > 1 and found[0] == found[1] else None


def _one_value(kind: str) -> Callable[[Rulings], dict[int, str]]:
    """Refuse a date or subject where an earlier correction gives another."""

    def check(rulings: Rulings) -> dict[int, str]:
        said: dict[str, Ruling] = {}
        for one in rulings.standing(kind):
            said.setdefault(one.witnesses[0], one)
        return {
            one.number: f"correction {first.number} says another {kind}; take one of the two out"
            for one in rulings.standing(kind)
            if _plain((first := said[one.witnesses[0]]).correction) != _plain(one.correction)
        }

    return check


def _one_or_two(rulings: Rulings) -> dict[int, str]:
    """Refuse what says that two witnesses are one e-mail, or are two, where earlier corrections say the opposite."""
    sets = _Sets()
    parted: list[Ruling] = []
    refused: dict[int, str] = {}
    values = {kind: {one.witnesses[0]: _plain(one.correction) for one in rulings.standing(kind)} for kind in ("date", "subject")}
    for one in rulings.standing("same", "not-same"):
        a, b = map(sets.find, one.witnesses)
        if one.correction.kind == "not-same":
            if a == b:
                refused[one.number] = "earlier corrections say that both are one e-mail; take one of them out"
            else:
                parted.append(one)
            continue
        against = next((other for other in parted if {*map(sets.find, other.witnesses)} == {a, b}), None)
        unlike = next((kind for kind, said in values.items() if a in said and b in said and said[a] != said[b]), None)
        if against or unlike:
            refused[one.number] = (
                f"correction {against.number} says that they are two; take one of the two out"
                if against
                else f"other corrections give the two another {unlike}"
            )
            continue
        boss = sets.unite(a, b)
        for said in values.values():
            if told := said.get(a) or said.get(b):
                said[boss] = told
    return refused


class _Sets:
    """Disjoint sets of witnesses, by their ids."""

    def __init__(self) -> None:
        self._boss: dict[str, str] = {}

    def find(self, id_: str) -> str:
        while id_ in self._boss:
            id_ = self._boss[id_]
        return id_

    def unite(self, a: str, b: str) -> str:
        if a != b:
            self._boss[b] = a
        return a


def _plain(correction: Correction) -> str:
    """Return what a correction of a date or subject says, in one spelling."""
    value = correction.value or ""
    return pattern_of(value) or "" if correction.kind == "date" else " ".join(value.split())


def _sent(pattern: str) -> Sent:
    """Return the time that a person gives."""
    first, last = first_and_last(pattern)
    return Sent(value=known(pattern), pattern=pattern, earliest=first, latest=last, basis=PERSON, confidence=1.0)


def _reading(pattern: str) -> DateReading:
    """Return the time that a person gives as if it were printed."""
    day, month = day_of(pattern), pattern[5:7]
    return DateReading(
        raw="",
        day=str(day.day) if day else None,
        months=tuple(0.0 if i == int(month) else OTHER_DIGIT for i in range(1, 13)) if "?" not in month else None,
        year=pattern[:4],
        time=pattern[11:],
        exact=day,
        strength=_SURE,
    )


def _subject(value: str, block: HeaderBlock) -> Subject:
    """Return the subject that a person gives, with the raw text of what is printed."""
    read = read_subject(value, languages=block.languages or BASE)
    return evolve(read, raw=block.subject.raw if block.subject else "", basis=PERSON)
