"""Say what a careful reader can find in a scanned release: the gold annotation.

In come the copies as they were printed and what the scan left of them; out come the values that can be told, from the copy itself,
from other copies, or because weekday and order leave nothing else. What nothing tells is ``?``.
"""

from __future__ import annotations

import calendar
import datetime as dt
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lvvthreads.simulate.censor import Shown

_NOTHING = "????-??-??T??:??"
#: Digits that were read as others, 0 to 9, and all that tells nothing of what was printed.
_MISREAD = "abcdefghij"
_LOST = frozenset(f"?{_MISREAD}")
_AS_READ = str.maketrans(_MISREAD, "0123456789")
_AS_LOST = str.maketrans(_MISREAD, "?" * 10)
_FORWARDS = frozenset(("FW", "FWD", "WG", "TR"))


def misread(digit: str) -> str:
    """Return the sign for a digit that another one was read as."""
    return _MISREAD[int(digit)]


def person(shown: Shown) -> dict[str, Any]:
    """Return a person in the gold form."""
    return {"redacted": shown.redacted, "name": shown.name, "unit": shown.unit, "email_domain": shown.domain if shown.redacted else None}


def prefixes(written: Iterable[str]) -> list[str]:
    """Return reply and forward prefixes as RE and FW."""
    return ["FW" if prefix.upper() in _FORWARDS else "RE" for prefix in written]


def pattern(date: dict[str, str], moment: dt.datetime) -> str:
    """Return what the parts of a scanned date tell, as an ISO time with ``?`` and the signs of :func:`misread`."""
    year = _year(date.get("year"), moment.year)
    month = (
        (date["month"] and f"{moment.month:02}") or "??"
        if not date.get("month", "")[:1].isdigit()
        else _digits(date["month"], f"{moment.month:02}")
    )
    day = _digits(date.get("day"), f"{moment.day:02}")
    hour = _hour(date, moment)
    return f"{year}-{month}-{day}T{hour}:{_digits(date.get('minute'), f'{moment.minute:02}')}"


def _year(read: str | None, meant: int) -> str:
    """Return the digits of a year; of e-mails' centuries one digit tells the other ("?019", "2?19")."""
    year = _digits(read, f"{meant}")
    return f"{meant}"[:2] + year[2:] if year[:2].translate(_AS_LOST) in {"?0", "2?"} else year


def _digits(read: str | None, meant: str) -> str:
    """Lay what is legible over what was meant; a number of one digit is the last of two."""
    if read is None:
        return "?" * len(meant)
    read = read.rjust(len(meant), "0")
    return "".join(r if r in _LOST else m for r, m in zip(read, meant, strict=True))


def _hour(date: dict[str, str], moment: dt.datetime) -> str:
    """Return the hour of twenty-four; of a clock of twelve hours both the number and the half must be legible."""
    if "half" not in date:
        return _digits(date.get("hour"), f"{moment.hour:02}")
    hour = date.get("hour", "?").translate(_AS_READ)
    if not date["half"] or "?" in hour or not 1 <= int(hour) <= 12:
        return "??"
    shown = f"{int(hour) % 12 + 12 * (moment.hour >= 12):02}"
    return "".join(s if s == m else misread(s) for s, m in zip(shown, f"{moment.hour:02}", strict=True))


def seen_through(known: str, weekday: int | None) -> str:
    """Return what is told of a time, less the misread digits that show that they are: no clock has them, or no such day is of the weekday.

    >>> seen_through("2018-10-24T13:h6", 2), seen_through("2018-10-2iT13:26", 2), seen_through("2018-10-2iT13:26", None)
    ('2018-10-24T13:?6', '2018-10-2?T13:26', '2018-10-2iT13:26')
    """
    day, hour, minute = known[:10], known[11:13], known[14:16]
    shown = day.translate(_AS_READ)
    if "?" not in shown and not _days(shown, weekday):
        day = day.translate(_AS_LOST)
    hour, minute = (
        text if _fitting(text.translate(_AS_READ), range(stop)) else text.translate(_AS_LOST) for text, stop in ((hour, 24), (minute, 60))
    )
    return f"{day}T{hour}:{minute}"


def alone(known: str, weekday: int | None) -> str:
    """Return what one header tells, its weekday included.

    >>> alone("2018-10-2?T13:26", 2), alone("2018-10-??T13:26", 2)
    ('2018-10-24T13:26', '2018-10-??T13:26')
    """
    known = known.translate(_AS_LOST)
    return _with_days(known, _days(known, weekday)) if "?" in known else known


def in_context(
    known: str, weekday: int | None, earliest: dt.datetime | None, latest: dt.datetime | None, years: frozenset[int] = frozenset()
) -> str:
    """Return what all copies tell together, within the times of what it answers and what answers it, and in one of the dossier's years.

    >>> in_context("2018-10-??T13:??", 2, dt.datetime(2018, 10, 24, 13, 20), dt.datetime(2018, 10, 24, 13, 29))
    '2018-10-24T13:2?'
    """
    if "?" not in known:
        return known
    known = _with_year(known, weekday, years)
    days = [
        day
        for day in _days(known, weekday) or _between(known, earliest, latest)
        if (earliest is None or day >= earliest.date()) and (latest is None or day <= latest.date())
    ]
    whole = _with_days(known, days)
    if "?" in whole[:10] or "?" not in whole:
        return whole
    day = dt.date.fromisoformat(whole[:10])
    fitting = [
        text
        for hour in _fitting(whole[11:13], range(24))
        for minute in _fitting(whole[14:16], range(60))
        if _within(dt.datetime.fromisoformat(f"{day}T{(text := f'{hour}:{minute}')}"), earliest, latest)
    ]
    return f"{day}T{_common(fitting)}" if fitting else whole


def merged(patterns: Sequence[str]) -> str:
    """Return the digits that more copies show than misread.

    >>> merged(["2018-10-2?T13:26", "2018-10-24T13:2i"]), merged(["2018-10-24T13:26", "2018-10-24T13:2i", "2018-10-24T13:26"])
    ('2018-10-24T13:2?', '2018-10-24T13:26')
    """
    return "".join(map(_agreed, zip(*patterns, strict=True))) if patterns else _NOTHING


def _agreed(column: tuple[str, ...]) -> str:
    """Return the sign that the copies show in one place; where as many misread it, a reader cannot tell who is right."""
    shown = [c for c in column if c not in _LOST]
    return shown[0] if len(shown) > sum(c in _MISREAD for c in column) else "?"


def is_misread(patterns: Sequence[str], weekday: int | None, earliest: dt.datetime | None, latest: dt.datetime | None) -> bool:
    """Say whether all that is read agrees on a digit that was not printed, and nothing contradicts it: then no reader can know.

    >>> is_misread(["2018-10-24T13:2i"], 2, None, None), is_misread(["2018-10-2iT13:26"], 2, None, None)
    (True, False)
    """
    patterns = [seen_through(pattern, weekday) for pattern in patterns]
    columns = [{c.translate(_AS_READ) for c in column if c != "?"} for column in zip(*patterns, strict=True)]
    silent = [len(read) == 1 and all(c in _LOST for c in column) for read, column in zip(columns, zip(*patterns, strict=True), strict=True)]
    if not any(silent):
        return False
    shown = "".join(min(read) if len(read) == 1 else "?" for read in columns)
    if "?" not in shown[:4] and not _days(shown, weekday):
        return False
    if "?" in shown:
        return True
    return _within(dt.datetime.fromisoformat(shown), earliest, latest)


def _with_year(known: str, weekday: int | None, years: frozenset[int]) -> str:
    """Fill a year in, if of the dossier's years only one can have been printed."""
    if "?" not in known[:4]:
        return known
    fitting = [f"{year}{known[4:]}" for year in sorted(years) if _fits(f"{year}", known[:4]) and _days(f"{year}{known[4:]}", weekday)]
    return fitting[0] if len(fitting) == 1 else known


def _days(known: str, weekday: int | None) -> list[dt.date]:
    """Return the days of a known year that agree with what is legible."""
    if "?" in known[:4]:
        return []
    year = int(known[:4])
    months = map(int, _fitting(known[5:7], range(1, 13)))
    days = (
        dt.date(year, month, int(number))
        for month in months
        for number in _fitting(known[8:10], range(1, calendar.monthrange(year, month)[1] + 1))
    )
    return [day for day in days if weekday in {None, day.weekday()}]


def _between(known: str, earliest: dt.datetime | None, latest: dt.datetime | None) -> list[dt.date]:
    """Return the days between two moments that agree with what is legible, where the year is not."""
    if earliest is None or latest is None or (latest - earliest).days > 366:
        return []
    days = (earliest.date() + dt.timedelta(days=i) for i in range((latest.date() - earliest.date()).days + 1))
    return [day for day in days if _fits(day.isoformat(), known[:10])]


def _with_days(known: str, days: Sequence[dt.date]) -> str:
    return f"{_common([day.isoformat() for day in days])}{known[10:]}" if days else known


def _fitting(known: str, numbers: range) -> list[str]:
    """Return the numbers, of two digits, that agree with what is legible."""
    if "?" not in known:
        return [known] if int(known) in numbers else []
    return [text for number in numbers if _fits(text := f"{number:02}", known)]


def _within(moment: dt.datetime, earliest: dt.datetime | None, latest: dt.datetime | None) -> bool:
    return (earliest is None or moment >= earliest) and (latest is None or moment <= latest)


def _fits(text: str, known: str) -> bool:
    return all(k in {"?", c} for c, k in zip(text, known, strict=True))


def _common(texts: Sequence[str]) -> str:
    return "".join(column[0] if len(set(column)) == 1 else "?" for column in zip(*texts, strict=True))
