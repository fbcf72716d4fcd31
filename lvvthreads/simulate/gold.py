"""Gather the truth of a release in the gold form: one entry for each printed header, its values as far as they can be told.

Three keys are more than a reader could write down. ``sent_true`` is the minute at which the mail was sent, told by the text or not:
with it a claim can be judged where the gold has ``?``. ``misread`` names the fields whose print was read as something else that nothing contradicts.
``who`` numbers the people of the header, those beneath the marks too: the same number is the same person.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from attrs import define, field

from lvvthreads.simulate import truth
from lvvthreads.simulate.program import PROGRAMS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lvvthreads.simulate.cast import Official
    from lvvthreads.simulate.printout import Copy, Printout
    from lvvthreads.simulate.sheet import Laid
    from lvvthreads.simulate.story import Mail

_FIELDS = ("from", "sent", "to", "cc", "subject", "attachments")
#: The lines above a header that say that it was passed on.
_SAYS_FORWARDED = frozenset(("forwarded", "ruled", "gmail"))
_DATED = 16


@define(eq=False)
class _Sighting:
    """What the copies of one mail show of its time."""

    mail: Mail
    first: str
    patterns: list[str] = field(factory=list)
    weekday: int | None = None
    #: Mails known to be earlier and later, for they stand in one printout with it: numbers.
    earlier: set[int] = field(factory=set)
    later: set[int] = field(factory=set)


class Gold:
    """The truth of a release, gathered printout by printout."""

    def __init__(self) -> None:
        self._messages: list[dict[str, Any]] = []
        self._mails: list[Mail] = []
        self._printouts: list[dict[str, Any]] = []
        self._seen: dict[int, _Sighting] = {}
        self._removed: set[int] = set()
        #: Mails of which something tells whether they answer or pass on: a prefix, or what stands above what they quote.
        self._kind_told: set[int] = set()
        #: The mails on top of the printouts, in their order.
        self._tops: list[int] = []
        self._numbers: dict[Official, int] = {}
        #: The redaction marks, in order.
        self.marks: list[dict[str, Any]] = []

    def add(self, printout: Printout, laid: Sequence[Laid], *, removed: bool) -> None:
        """Add a printout that was laid and scanned."""
        numbers = [number for one in laid for number in one.numbers]
        if not numbers:
            return  # nothing of it can be read
        self._printouts.append(
            {"id": f"p{printout.number}", "first_line": min(numbers), "last_line": max(numbers), "number": str(printout.number)}
        )
        self._tops.append(printout.copies[0].mail.number)
        by_copy: dict[int, list[Laid]] = defaultdict(list)
        for one in laid:
            if one.line.copy is not None:
                by_copy[id(one.line.copy)].append(one)
            self._mark(one)
        for copy in printout.copies:
            self._copy(copy, by_copy[id(copy)])
        for newer, older in pairwise(printout.copies):
            if older.form == "attribution" or (
                newer.mail.kind == "forward" and PROGRAMS[newer.mail.sender.program].lead_forward in _SAYS_FORWARDED
            ):
                self._kind_told.add(newer.mail.number)
            if {newer.mail.number, older.mail.number} <= self._seen.keys():
                self._seen[newer.mail.number].earlier.add(older.mail.number)
                self._seen[older.mail.number].later.add(newer.mail.number)
        if printout.cut and removed:
            self._removed.add(printout.copies[-1].mail.number)

    def _mark(self, one: Laid) -> None:
        for mark in one.scanned.marks if one.numbers else ():
            known = mark.row is not None or len(one.numbers) == 1
            line = _value_line(one) if mark.row is None else one.numbers[mark.row]
            self.marks.append(
                {"line": line, "raw": mark.raw, "law": mark.law, "ground": mark.ground, "place": mark.place, "sure": known and mark.sure}
            )

    def _copy(self, copy: Copy, laid: Sequence[Laid]) -> None:
        mail = copy.mail
        header = [one for one in laid if one.line.role == "header"]
        lines = sorted(number for one in header for number in one.numbers)
        if not lines:
            return  # every line of it was skipped
        id_ = f"m{len(self._messages) + 1}"
        seen = self._seen.setdefault(mail.number, _Sighting(mail, id_))
        labels = {name: next((_value_line(one) for one in header if one.line.field == name and one.numbers), None) for name in _FIELDS}
        dated = next((one for one in header if one.line.field == "sent" and one.numbers), None)
        pattern = truth.pattern(dated.scanned.date, mail.sent) if dated else "????-??-??T??:??"
        weekday = mail.sent.weekday() if dated and dated.scanned.date.get("weekday") else None
        seen.patterns.append(truth.seen_through(pattern, weekday))
        seen.weekday = weekday if seen.weekday is None else seen.weekday
        told = truth.alone(pattern, weekday)
        shows_subject = copy.form == "block"
        if shows_subject:
            self._kind_told.add(mail.number)
        self._mails.append(mail)
        self._messages.append(
            {
                "id": id_,
                "printout": f"p{copy.printout}",
                "depth": copy.depth,
                "header": [lines[0], lines[-1]],
                "labels": labels,
                "from": truth.person(copy.sender),
                "to": [truth.person(shown) for shown in copy.to],
                "cc": [truth.person(shown) for shown in copy.cc],
                "who": {
                    "from": self._number(mail.sender),
                    "to": [self._number(official) for official in mail.to],
                    "cc": [self._number(official) for official in mail.cc],
                },
                "sent": told if any(c.isdigit() for c in told) else None,
                "sent_true": mail.sent.isoformat(timespec="minutes"),
                "prefixes": truth.prefixes(mail.prefixes) if shows_subject else [],
                "subject": mail.subject if shows_subject else None,
                "attachments": list(copy.attachments),
                "same_as": seen.first if seen.first != id_ else None,
                "body": _body(laid),
                "unsure": _unsure(copy, header, labels),
                "sure": all(one.scanned.legible for one in header),
            }
        )

    def _number(self, official: Official) -> int:
        """Give a person's number: they are counted as they come."""
        return self._numbers.setdefault(official, len(self._numbers) + 1)

    def annotation(self, blank: Sequence[int]) -> dict[str, Any]:
        """Return the whole truth, once every copy is there: times in context, parents, and what is missing."""
        self._bound_by_order()
        years = frozenset(seen.mail.sent.year for seen in self._seen.values())
        bounds = {number: self._bounds(seen) for number, seen in self._seen.items()}
        context = {number: self._context(seen, *bounds[number], years) for number, seen in self._seen.items()}
        misread = {number for number, seen in self._seen.items() if truth.is_misread(seen.patterns, seen.weekday, *bounds[number])}
        missing: list[dict[str, Any]] = []
        for message, mail in zip(self._messages, self._mails, strict=True):
            parent = self._seen.get(mail.parent.number) if mail.parent else None
            message["sent_in_context"] = context[mail.number]
            message["misread"] = ["sent"] if mail.number in misread else []
            message["parent"] = parent.first if parent else None
            message["relation"] = mail.kind if parent and mail.number in self._kind_told else None
        for number, seen in self._seen.items():
            if seen.mail.parent and seen.mail.parent.number not in self._seen:
                missing.append({"child": seen.first, "kind": "removed" if number in self._removed else "prefix"})
        return {"printouts": self._printouts, "messages": self._messages, "blank": list(blank), "missing": missing}

    def _bound_by_order(self) -> None:
        """Put the top of each printout between those next to it, for the dossier lies in order of time: a reader sees that."""
        tops = [self._seen[number] for number in self._tops if number in self._seen]
        for before, top, after in zip([None, *tops], tops, [*tops[1:], None], strict=False):
            if before and before.mail.sent < top.mail.sent:
                top.earlier.add(before.mail.number)
            if after and after.mail.sent > top.mail.sent:
                top.later.add(after.mail.number)

    def _bounds(self, seen: _Sighting) -> tuple[dt.datetime | None, dt.datetime | None]:
        """Return the times of the nearest mails known to be earlier and later, of those whose own copies tell their time."""
        earliest = [moment for number in seen.earlier if (moment := self._whole(number))]
        latest = [moment for number in seen.later if (moment := self._whole(number))]
        return max(earliest, default=None), min(latest, default=None)

    @staticmethod
    def _context(seen: _Sighting, earliest: dt.datetime | None, latest: dt.datetime | None, years: frozenset[int]) -> str | None:
        known = truth.in_context(truth.merged(seen.patterns), seen.weekday, earliest, latest, years)
        return known if any(c.isdigit() for c in known) else None

    def _whole(self, number: int) -> dt.datetime | None:
        """Return the time of a mail that its own copies tell to the minute."""
        seen = self._seen[number]
        told = truth.alone(truth.merged(seen.patterns), seen.weekday)
        return dt.datetime.fromisoformat(told) if "?" not in told and len(told) == _DATED else None


def _value_line(one: Laid) -> int:
    """Return the line on which a field's value begins: in columns the label stands on another."""
    return one.numbers[-1] if one.scanned.label == "columns" else one.numbers[0]


def _body(laid: Sequence[Laid]) -> list[list[int]] | None:
    """Return the spans of a copy's own words; blank lines do not count."""
    numbers = sorted({number for one in laid if one.line.role == "body" and one.scanned.text.strip() for number in one.numbers})
    spans: list[list[int]] = []
    for number in numbers:
        if spans and number - spans[-1][1] <= 2:
            spans[-1][1] = number
        else:
            spans.append([number, number])
    return spans or None


def _unsure(copy: Copy, header: Sequence[Laid], labels: dict[str, int | None]) -> list[str]:
    """Return the fields whose lines the scan lost, or of which nothing is printed to tell people apart."""
    lost = [one for one in header if not one.numbers or not one.scanned.legible]
    unsure = {one.line.field for one in lost if one.line.field}
    lost_rows = any(one.line.field is None for one in lost)
    for name, people in (("to", copy.to), ("cc", copy.cc)):
        if lost_rows or any(shown.redacted and not (shown.unit or shown.domain) for shown in people) or (people and labels[name] is None):
            unsure.add(name)
    return sorted(unsure)
