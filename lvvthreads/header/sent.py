"""Settle when a mail was sent: a date reading and the bounds of its neighbours in, a :class:`Sent` with ``?`` digits out.

A day is claimed only as far as all days agree that are about as likely as the best one.
Bounds come from elsewhere (a reply is later than its parent, printouts lie in order of time); where they leave no day, they are not believed.
"""

from __future__ import annotations

import calendar
import datetime as dt
import math
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from lvvthreads.header.block import Sent
from lvvthreads.header.confidence import honest, log_odds
from lvvthreads.header.datereading import DateReading

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


#: A day costing this much more than the best is out of the question: 13 to 1, tuned on the first half of one release.
_MARGIN = 2.6
#: A day that costs more than this under the print was not printed.
_TOO_MUCH = 8.0
#: Where bounds leave only days that cost so much more than the best one without them, they are not believed.
_UNBELIEVED = 5.0
#: So much more is allowed for each further copy.
_ANOTHER = 6.0
#: What a day gains whose printed number and weekday agree: misread, they would do so one time in seven, and misreadings come together.
_CHECKED = 1.0
#: What a day outside the period pays.
_OUTSIDE_PERIOD = 3.0
#: The weight of an undamaged date, in log-odds, and the most that a damaged one comes to.
_SURE, _MOST = 5.0, 4.6
#: What a year pays that no undamaged date of the dossier is of.
_UNUSUAL_YEAR = 2.0
#: What a day pays for its distance from the mail it answers or that answers it: the same day, the next, within a week, later.
_GAPS = (0.0, 1.0, 2.0, 3.0)
#: Longest stretch of days that is searched, in days.
_LONGEST = 800
_DECEMBER, _WEEK = 12, 7


@frozen(kw_only=True)
class Bounds:
    """The first and last moment a mail can have been sent, with what that rests on."""

    earliest: dt.datetime | None = None
    latest: dt.datetime | None = None
    #: The period of the request: days outside it are less likely.
    period: tuple[dt.date, dt.date] | None = None
    #: The years that many dates of the dossier are of: other years are less likely.
    years: tuple[int, ...] = ()
    #: When the mails next to it in its exchange were sent: most are answered the same day.
    near: tuple[dt.datetime, ...] = ()
    #: True where the bounds are surer than the printed time of day.
    doubtful_clock: bool = False


FREE = Bounds()


def settle(readings: Sequence[DateReading], bounds: Bounds = FREE, *, basis: tuple[str, ...] = ()) -> Sent:
    """Return the time that these readings of one mail's date agree on, within bounds.

    ``basis`` names what the bounds rest on, for the result's own ``basis``, where they made a difference.
    """
    if bounds.earliest and bounds.latest and bounds.earliest > bounds.latest:
        bounds = evolve(bounds, earliest=None, latest=None)  # neighbours that contradict each other bound nothing
    day = _undoubted(readings, bounds)
    if day is not None:
        return _plain(readings[0], day, len(readings))
    told = tuple(_softened(reading, bounds.years) for reading in readings if reading.strength > 0)
    free = _weigh_freely(told, bounds.period, bounds.years)
    narrowed = _weigh(told, bounds) if bounds.earliest or bounds.latest else free
    if narrowed is None and free is not None and bounds.doubtful_clock:
        told = tuple(evolve(reading, time="??:??") for reading in told)  # the day fits, the time does not: a digit of it is misread
        narrowed = _weigh(told, bounds)
    if narrowed and free and narrowed[0][0] - free[0][0] > _UNBELIEVED:
        narrowed = None  # the print speaks more strongly than the neighbours, whose own dates may be misread
    chosen = narrowed or free
    if chosen is None:
        return _only_bounds(told, bounds, basis)
    return _claim(chosen, told, bounds if narrowed else FREE, basis if narrowed != free else ())


def days_told(readings: Sequence[DateReading]) -> list[dt.date]:
    """Return the days that the print of one mail's date leaves, in order of time, whatever the mails around it tell."""
    days = _weigh_freely(tuple(reading for reading in readings if reading.strength > 0), None, ())
    return sorted(day for _, day in days or ())


def _undoubted(readings: Sequence[DateReading], bounds: Bounds) -> dt.date | None:
    """Return the day that all readings print undamaged, at the same time of day, if nothing speaks against it."""
    day = readings[0].exact if readings else None
    if day is None or bounds.earliest or bounds.latest:
        return None
    if (bounds.years and day.year not in bounds.years) or _period_cost(day, bounds):
        return None
    return day if all(reading.exact == day and reading.time == readings[0].time for reading in readings[1:]) else None


@lru_cache(maxsize=8192)
def _plain(reading: DateReading, day: dt.date, copies: int) -> Sent:
    """Return what an undamaged date says by itself: the shortcut for what most dates are."""
    pattern = f"{day.isoformat()}T{reading.time}"
    low, high = clock_range(reading.time)
    return Sent(
        value=known(pattern),
        pattern=pattern,
        earliest=f"{day.isoformat()}T{low.isoformat('minutes')}",
        latest=f"{day.isoformat()}T{high.isoformat('minutes')}",
        zone=reading.zone,
        basis=_basis([reading], ()),
        confidence=honest(_rests_on([reading] * copies, ()), _SURE),
    )


def _softened(reading: DateReading, years: tuple[int, ...]) -> DateReading:
    """Weigh a date again that is undamaged but of a year nothing else is of."""
    return reading if reading.exact is None or not years or reading.exact.year in years else evolve(reading, exact=None)


@lru_cache(maxsize=8192)
def _weigh_freely(
    told: tuple[DateReading, ...], period: tuple[dt.date, dt.date] | None, years: tuple[int, ...]
) -> list[tuple[float, dt.date]] | None:
    """Weigh the days by the print and the dossier alone; asked again each time that a neighbour is better known."""
    return _weigh(told, Bounds(period=period, years=years))


def _weigh(told: tuple[DateReading, ...], bounds: Bounds) -> list[tuple[float, dt.date]] | None:
    """Return the days still possible with their costs, the likeliest first; None if none is."""
    if not told:
        return None
    clock = clock_range(_time(told))
    low = bounds.earliest.date() if bounds.earliest else dt.date.min
    high = bounds.latest.date() if bounds.latest else dt.date.max
    weighed: list[tuple[float, dt.date]] = []
    best = math.inf
    near = [moment.date() for moment in bounds.near]
    for least, day in _likely(tuple(map(_of_day, told)), *_stretches(told, bounds)):
        if least > best + _MARGIN:
            break  # the days come cheapest first: none behind can come near the best
        if not low <= day <= high:
            continue
        cost = least + _period_cost(day, bounds) + _year_prior(day, bounds)
        if near:
            cost += max(_gap_cost(day, other) for other in near)
        if cost <= best + _MARGIN and _fits(day, clock, bounds):
            weighed.append((cost, day))
            best = min(best, cost)
    weighed.sort()
    return [(cost, day) for cost, day in weighed if cost <= best + _MARGIN] or None


def _period_cost(day: dt.date, bounds: Bounds) -> float:
    if bounds.period is None or bounds.period[0] <= day <= bounds.period[1]:
        return 0.0
    return _OUTSIDE_PERIOD


def _year_prior(day: dt.date, bounds: Bounds) -> float:
    return 0.0 if not bounds.years or day.year in bounds.years else _UNUSUAL_YEAR


def _gap_cost(day: dt.date, other: dt.date) -> float:
    """Weigh how long an answer took: the same day, the next, within the week, or later."""
    gap = abs((day - other).days)
    return _GAPS[0] if gap == 0 else _GAPS[1] if gap == 1 else _GAPS[2] if gap <= _WEEK else _GAPS[3]


def _stretches(told: Sequence[DateReading], bounds: Bounds) -> tuple[tuple[dt.date, dt.date], ...]:
    """Return the first and last day of each stretch of days that the print allows: its years, else the dossier's, else what the bounds leave."""
    if any(reading.exact or reading.either for reading in told):
        return ()
    years = {int(reading.year) for reading in told if "?" not in reading.year} | set(bounds.years)
    if years:
        return tuple((dt.date(year, 1, 1), dt.date(year, 12, 31)) for year in sorted(years))
    if bounds.earliest and bounds.latest and bounds.earliest <= bounds.latest and (bounds.latest - bounds.earliest).days <= _LONGEST:
        return ((bounds.earliest.date(), bounds.latest.date()),)
    if bounds.period and (bounds.period[1] - bounds.period[0]).days <= _LONGEST:
        return (bounds.period,)
    return ()


def _of_day(reading: DateReading) -> DateReading:
    """Return what a reading tells of the day alone: many mails share that."""
    return DateReading(
        raw="",
        weekdays=reading.weekdays,
        day=reading.day,
        months=reading.months,
        year=reading.year,
        exact=reading.exact,
        either=reading.either,
    )


@lru_cache(maxsize=8192)
def _likely(told: tuple[DateReading, ...], *stretches: tuple[dt.date, dt.date]) -> tuple[tuple[float, dt.date], ...]:
    """Return the days that can have been printed, with what they cost by the print alone, the cheapest first.

    Where a reading is undamaged only such days are weighed.
    """
    limit = _TOO_MUCH + _ANOTHER * (len(told) - 1)
    exact = {day for reading in told for day in ((reading.exact,) if reading.exact else reading.either)}
    if exact:
        weighed = [(sum(reading.cost(day) for reading in told), day) for day in exact]
    else:
        weighed = [row for stretch in stretches for row in _in_stretch(told, *stretch, limit)]
    return tuple(sorted(row for row in weighed if row[0] < limit))


def _in_stretch(told: tuple[DateReading, ...], start: dt.date, stop: dt.date, limit: float) -> Iterator[tuple[float, dt.date]]:
    """Yield the days of a stretch with their costs, added up for month, weekday and day of the month apart."""
    weeks = 6 * [sum(reading.weekdays[i] for reading in told if reading.weekdays) for i in range(7)]  # a month touches six at most
    days = [sum(one) for one in zip(*(reading.day_costs for reading in told), strict=True)]
    checked = any(reading.weekdays and reading.day for reading in told)
    year, month = start.year, start.month
    while (year, month) <= (stop.year, stop.month):
        base = sum(reading.month_cost(year, month) for reading in told)
        if base < limit:
            first, length = _month(year, month)
            costs = [base + weekday + day for weekday, day in zip(weeks[first : first + length], days, strict=False)]
            for d, cost in enumerate(costs, start=1):
                if cost < limit and start <= (day := dt.date(year, month, d)) <= stop:
                    # weekday and day agree: misread, they would do so one time in seven
                    yield -_CHECKED if cost == 0.0 and checked else cost, day
        year, month = (year, month + 1) if month < _DECEMBER else (year + 1, 1)


@lru_cache(maxsize=4096)
def _month(year: int, month: int) -> tuple[int, int]:
    """Return the weekday of a month's first day, and how many days it has."""
    return calendar.monthrange(year, month)


def _fits(day: dt.date, clock: tuple[dt.time, dt.time], bounds: Bounds) -> bool:
    """Say whether some minute of the day is within bounds and agrees with the printed time."""
    if bounds.earliest is None and bounds.latest is None:
        return True
    first, last = dt.datetime.combine(day, clock[0]), dt.datetime.combine(day, clock[1])
    return not (bounds.earliest and last < bounds.earliest) and not (bounds.latest and first > bounds.latest)


def _time(told: Sequence[DateReading]) -> str:
    """Return the time that the readings show, each digit as most of them have it, ``?`` where they are divided."""
    patterns = {reading.time for reading in told if reading.time != "??:??"}
    if len(patterns) <= 1:
        return patterns.pop() if patterns else "??:??"
    time = "".join(_most(column) for column in zip(*(reading.time for reading in told), strict=True))
    return time if time[:2] < "24" or "?" in time[:2] else f"??{time[2:]}"


def _most(column: Sequence[str]) -> str:
    """Return the digit that more readings show than any other."""
    votes = Counter(digit for digit in column if digit != "?").most_common(2)
    if not votes or (len(votes) > 1 and votes[0][1] == votes[1][1]):
        return "?"
    return votes[0][0]


def clock_range(pattern: str) -> tuple[dt.time, dt.time]:
    """Return the first and last minute of a time pattern.

    >>> clock_range("1?:05")
    (datetime.time(10, 5), datetime.time(19, 5))
    """
    (first, last), (low, high) = _fitting(pattern[:2], 24), _fitting(pattern[3:], 60)
    return dt.time(first, low), dt.time(last, high)


@lru_cache(maxsize=512)
def _fitting(digits: str, stop: int) -> tuple[int, int]:
    """Return the first and last number below ``stop`` that two digits with ``?`` can be; the whole range if there is none."""
    fitting = [number for number in range(stop) if all(d in ("?", n) for d, n in zip(digits, f"{number:02}", strict=True))]
    return (fitting[0], fitting[-1]) if fitting else (0, stop - 1)


def _claim(days: list[tuple[float, dt.date]], told: Sequence[DateReading], bounds: Bounds, basis: tuple[str, ...]) -> Sent:
    time = _time(told)
    low, high = clock_range(time)
    first = _clip(dt.datetime.combine(min(day for _, day in days), low), bounds.earliest, later=True)
    last = _clip(dt.datetime.combine(max(day for _, day in days), high), bounds.latest, later=False)
    pattern = f"{common([day.isoformat() for _, day in days])}T{time}"
    if len(days) == 1 and "?" in time:
        pattern = _narrowed(pattern, first, last)
    weights = [math.exp(-cost) for cost, _ in days]
    rest = math.exp(-days[0][0] - _MARGIN)
    weight = min(_MOST, log_odds(sum(weights) / (sum(weights) + rest) * math.exp(-0.05 * days[0][0])))
    return Sent(
        value=known(pattern),
        pattern=pattern if any(c.isdigit() for c in pattern) else None,
        earliest=first.isoformat(timespec="minutes"),
        latest=last.isoformat(timespec="minutes"),
        zone=next((reading.zone for reading in told if reading.zone), None),
        basis=_basis(told, basis),
        confidence=honest(_rests_on(told, basis), weight),
    )


def _clip(moment: dt.datetime, bound: dt.datetime | None, *, later: bool) -> dt.datetime:
    if bound is None:
        return moment
    return max(moment, bound) if later else min(moment, bound)


def _narrowed(pattern: str, first: dt.datetime, last: dt.datetime) -> str:
    """Fill the digits that every minute between first and last shares."""
    if first > last:
        return pattern
    a, b = first.isoformat(timespec="minutes"), last.isoformat(timespec="minutes")
    same = 0
    while same < len(a) and a[same] == b[same]:
        same += 1
    return "".join(p if p != "?" or i >= same else a[i] for i, p in enumerate(pattern))


def _basis(told: Sequence[DateReading], more: tuple[str, ...]) -> tuple[str, ...]:
    names = ["header"]
    if any(reading.weekdays is not None for reading in told):
        names.append("weekday")
    return (*names, *more)


def _rests_on(told: Sequence[DateReading], more: tuple[str, ...]) -> str:
    """Name what sets times apart that are right more often or less (:data:`lvvthreads.header.confidence.SCALES`)."""
    return "copies" if len(told) > 1 else "order" if more else "weekday" if told[0].weekdays is not None else "printed"


def _only_bounds(told: Sequence[DateReading], bounds: Bounds, basis: tuple[str, ...]) -> Sent:
    """Say what the bounds alone tell of a mail whose date is not printed or not legible."""
    first = bounds.earliest.isoformat(timespec="minutes") if bounds.earliest else None
    last = bounds.latest.isoformat(timespec="minutes") if bounds.latest else None
    if bounds.earliest and bounds.latest and bounds.earliest <= bounds.latest:
        pattern = _narrowed("????-??-??T??:??", bounds.earliest, bounds.latest)
        if pattern[:4].isdigit():
            return Sent(value=known(pattern), pattern=pattern, earliest=first, latest=last, basis=basis, confidence=honest("between", 0.0))
    time = _time(told) if told else "??:??"
    pattern_only = f"????-??-??T{time}" if time != "??:??" else None
    return Sent(pattern=pattern_only, earliest=first, latest=last, basis=("header",) if pattern_only else ())


def common(patterns: Sequence[str]) -> str:
    """Return what all patterns share, ``?`` where they differ.

    >>> common(["2018-10-16T10:48", "2018-10-17T10:48"])
    '2018-10-1?T10:48'
    """
    if len(patterns) == 1:
        return patterns[0]
    return "".join(row[0] if len(set(row)) == 1 else "?" for row in zip(*patterns, strict=True))


def known(pattern: str) -> str | None:
    """Cut a pattern off where knowledge ends, at a whole part of ISO 8601.

    >>> known("2018-10-1?T10:48"), known("2018-10-16T1?:??"), known("201?-??-??T??:??")
    ('2018-10', '2018-10-16', None)
    """
    for length in (16, 10, 7, 4):
        if "?" not in pattern[:length]:
            return pattern[:length]
    return None


def moments(sent: Sent) -> tuple[dt.datetime | None, dt.datetime | None]:
    """Return the earliest and latest moment of a settled time."""
    return (
        dt.datetime.fromisoformat(sent.earliest) if sent.earliest else None,
        dt.datetime.fromisoformat(sent.latest) if sent.latest else None,
    )
