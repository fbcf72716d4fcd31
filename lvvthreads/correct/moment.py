"""Moments as a person writes them: ISO 8601, cut off or with ``?`` where a digit is not known."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

_WRITTEN = re.compile(r"[\d?]{4}(?:-[\d?]{2}(?:-[\d?]{2}(?:[T ][\d?]{2}:[\d?]{2})?)?)?", re.ASCII)
_NOTHING = "????-??-??T??:??"
#: E-mails are of these years.
_YEARS = range(1970, 2100)


@lru_cache(maxsize=1024)
def pattern_of(written: str) -> str | None:
    """Return a moment to the minute, with ``?`` for every digit that is not said; None for what is no moment.

    >>> pattern_of("2024-03-11 14:05"), pattern_of("2024-03"), pattern_of("2024-02-30")
    ('2024-03-11T14:05', '2024-03-??T??:??', None)
    """
    if not _WRITTEN.fullmatch(written):
        return None
    pattern = written.replace(" ", "T") + _NOTHING[len(written) :]
    return pattern if any(c.isdigit() for c in pattern) and _days(pattern, _YEARS) and _clock(pattern) else None


def first_and_last(pattern: str) -> tuple[str, str]:
    """Return the first and the last minute that a pattern can mean, as ISO 8601; ValueError if it can mean none.

    >>> first_and_last("2024-02-??T1?:05")
    ('2024-02-01T10:05', '2024-02-29T19:05')
    """
    first, last, clock = _days(pattern, _YEARS), _days(pattern, _YEARS[::-1]), _clock(pattern)
    if first is None or last is None or clock is None:
        message = f"{pattern} is no moment"
        raise ValueError(message)
    return f"{first}T{clock[0]}", f"{last}T{clock[1]}"


def day_of(pattern: str) -> dt.date | None:
    """Return the day of a pattern, if every digit of it is known."""
    return dt.date.fromisoformat(pattern[:10]) if "?" not in pattern[:10] else None


def _days(pattern: str, years: range) -> str | None:
    """Return the first day that fits when the years are gone through in this order, and months and days likewise."""
    step = 1 if years.step > 0 else -1
    for year in _fitting(pattern[:4], years):
        for month in _fitting(pattern[5:7], range(1, 13)[::step]):
            for day in _fitting(pattern[8:10], range(1, 32)[::step]):
                try:
                    return dt.date(int(year), int(month), int(day)).isoformat()
                except ValueError:
                    continue
    return None


def _clock(pattern: str) -> tuple[str, str] | None:
    hours, minutes = _fitting(pattern[11:13], range(24)), _fitting(pattern[14:16], range(60))
    return (f"{hours[0]}:{minutes[0]}", f"{hours[-1]}:{minutes[-1]}") if hours and minutes else None


def _fitting(digits: str, numbers: range) -> list[str]:
    """Return the numbers, as written, that some digits with ``?`` can mean."""
    written = (f"{number:0{len(digits)}}" for number in numbers)
    return [number for number in written if all(d in {"?", n} for d, n in zip(digits, number, strict=True))]
