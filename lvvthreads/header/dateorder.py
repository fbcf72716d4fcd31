"""Tell whether day or month comes first in the numeric dates of a document: "03/05/2019" beside "23/04/2019".

In come the readings of all dates with the language in which each header is labelled; out come the same readings,
those that can be two days settled where the others of their language tell which.
What is hard: a dossier holds mails of many countries, so that a date speaks for its own language only, and where a language contradicts itself nothing is told.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from attrs import evolve

from lvvthreads.header.datereading import OTHER_DIGIT

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from lvvthreads.header.datereading import DateReading

Order = Literal["day", "month"]
_NUMERIC = re.compile(r"(?<![\d/.-])(\d{1,2})(?P<sign>[/.-])(\d{1,2})(?P=sign)(?:\d{4}|\d\d)(?!\d)")
_MONTHS = 12
#: The only language in which the month may come first.
_ENGLISH = "en"


def in_one_order(dates: Sequence[DateReading], spoken: Sequence[str]) -> list[DateReading]:
    """Return the readings, those that can be two days settled by the order in which their language prints the others."""
    told: dict[str, set[Order]] = {}
    for date, language in zip(dates, spoken, strict=True):
        order = _order(date)
        if order is not None:
            told.setdefault(language, set()).add(order)
    return [_settled(date, language, told.get(language, set())) for date, language in zip(dates, spoken, strict=True)]


def _order(date: DateReading) -> Order | None:
    """Return the order that a date shows by itself: by a number over twelve, or by its weekday."""
    match = _NUMERIC.search(date.raw)
    if match is None or date.exact is None:
        return None
    first, second = int(match[1]), int(match[3])
    if first == second or (max(first, second) <= _MONTHS and date.weekdays is None):
        return None
    return "day" if date.exact.day == first else "month"


def _settled(date: DateReading, language: str, told: set[Order]) -> DateReading:
    if not date.either:
        return date
    order = min(told) if len(told) == 1 else "day" if not told and language != _ENGLISH else None
    match = _NUMERIC.search(date.raw)
    if order is None or match is None:
        return date
    first = int(match[1])
    day = next((day for day in date.either if (day.day if order == "day" else day.month) == first), None)
    return date if day is None else _exactly(date, day)


def _exactly(date: DateReading, day: dt.date) -> DateReading:
    months = tuple(0.0 if month == day.month - 1 else OTHER_DIGIT for month in range(_MONTHS))
    return evolve(date, either=(), exact=day, day=str(day.day), months=months)
