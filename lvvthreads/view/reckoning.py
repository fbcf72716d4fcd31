"""Say how a damaged date was told: which days its print leaves, and which of these the mails around it leave.

In comes a message, out come sentences; nothing is said of a date that stands undamaged in the print, nor where what is left here is not what was claimed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lvvthreads.header.date import read_date
from lvvthreads.header.language import BASE
from lvvthreads.header.sent import days_told, moments
from lvvthreads.view.wording import when

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from lvvthreads.header.datereading import DateReading
    from lvvthreads.message.message import Message
    from lvvthreads.thread.correspondence import Correspondence

#: More days than this are counted, not listed.
_LISTED = 12
#: A weekday or month is told where every other costs so much more.
_TOLD = 2.0
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def reckoning(correspondence: Correspondence, message: Message) -> list[str]:
    """Return the steps in which the day of a message was told; nothing where it was printed as it is, or a person told it."""
    if "person" in message.sent.basis:
        return []
    readings = [
        read_date(" ".join(field.raw.split()), witness.block.languages or BASE)
        for witness in message.witnesses
        for field in witness.block.fields
        if field.name == "sent" and field.raw.strip()
    ]
    readings = [reading for reading in readings if reading.strength > 0]
    if not readings or all(reading.exact for reading in readings):
        return []
    days = days_told(readings)
    steps = [f"{_legible(readings)} leave {_listed(days)}"] if days else []
    for who, earliest, latest in _bounds(correspondence, message):
        left = [day for day in days if (earliest is None or day >= earliest.date()) and (latest is None or day <= latest.date())]
        if left and len(left) < len(days):
            steps.append(f"{who} leaves {_listed(left)}")
            days = left
    claimed = (message.sent.pattern or "")[:10]
    return steps if len(days) == 1 and days[0].isoformat() == claimed else []


def _legible(readings: Sequence[DateReading]) -> str:
    """Name what the print tells of the day: of all copies, each part that one of them shows."""
    parts = dict[str, str]()
    for reading in readings:
        weekday, month = _told(reading.weekdays), _told(reading.months)
        if weekday is not None:
            parts.setdefault("weekday", _WEEKDAYS[weekday])
        if reading.day is not None:
            parts.setdefault("day", f"“{reading.day}”")
        if month is not None:
            parts.setdefault("month", _MONTHS[month])
        if reading.year.strip("?"):
            parts.setdefault("year", reading.year)
    if not parts:
        return "what is printed"
    *named, last = [f"{name} {part}" for name, part in parts.items()]
    return f"{', '.join(named)} and {last}" if named else last


def _told(costs: Sequence[float] | None) -> int | None:
    """Return the one of some costs that is lower than all others by far; None if there is none."""
    if costs is None:
        return None
    best = min(range(len(costs)), key=costs.__getitem__)
    return best if all(cost >= costs[best] + _TOLD for at, cost in enumerate(costs) if at != best) else None


def _listed(days: Sequence[dt.date]) -> str:
    """List days: their numbers where all are of one month."""
    if len(days) > _LISTED:
        return f"{len(days)} days"
    if len({(day.year, day.month) for day in days}) == 1 and len(days) > 1:
        return f"{', '.join(str(day.day) for day in days)} {_MONTHS[days[0].month - 1]} {days[0].year}"
    return ", ".join(day.isoformat() for day in days)


def _bounds(correspondence: Correspondence, message: Message) -> Iterator[tuple[str, dt.datetime | None, dt.datetime | None]]:
    """Yield what bounds a message: the mail it answers is earlier, its answers are later."""
    link = correspondence.parent_link(message.id)
    if link is not None:
        parent = correspondence.message(link.parent)
        yield (
            f"the e-mail that it {'answers' if link.kind == 'reply' else 'forwards'}, of {when(parent.sent)},",
            moments(parent.sent)[0],
            None,
        )
    for made in correspondence.links:
        if made.parent == message.id:
            child = correspondence.message(made.child)
            kind = "reply" if made.kind == "reply" else "forward"
            yield f"the {kind} of {when(child.sent)}", None, moments(child.sent)[1]
