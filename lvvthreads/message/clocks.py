"""Tell what clocks print: hours with one digit or two, and one time in two zones.

Where nearly all hours of a dossier have two digits ("09:41"), one of a single digit has lost the other.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from typing import TYPE_CHECKING

from attrs import evolve

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lvvthreads.header.datereading import DateReading

#: An hour before ten with its nought, and one of a single digit that no half of the day follows.
_PADDED = re.compile(r"(?<![\d:.])[0Oo]\d[:;.]\d\d(?!\d)")
_BARE = re.compile(r"(?<![\w:.,/?|!-])[\doO][:;.]\d\d(?![\d.])(?!\s?[AaPp4][.\s]?[MmNIl1|írn])")
#: So many padded hours tell the custom, if bare ones are no more than this share of them.
_ENOUGH, _SELDOM = 5, 0.25
#: Zones, and halves of the day, lie no more hours apart than this.
_MOST_HOURS = 12


def pads_hours(dates: Iterable[DateReading]) -> bool:
    """Say whether a dossier prints hours with two digits, but for a few that lost one."""
    padded = bare = 0
    for date in dates:
        padded += _PADDED.search(date.raw) is not None
        bare += _is_bare(date)
    return padded >= _ENOUGH and bare <= _SELDOM * padded


def without_bare_hour(date: DateReading) -> DateReading:
    """Return a reading whose hour of one digit is not believed: which of two digits it was cannot be told."""
    return evolve(date, time=f"??{date.time[2:]}") if _is_bare(date) else date


def _is_bare(date: DateReading) -> bool:
    return date.time[:2] != "??" and _BARE.search(date.raw) is not None


@lru_cache(maxsize=4096)
def is_hours_apart(p: str, q: str) -> bool:
    """Say whether whole hours lie between two times, no more than zones do or half a day.

    >>> is_hours_apart("2020-02-03T10:14", "2020-02-03T09:14"), is_hours_apart("2020-02-03T10:14", "2020-02-03T09:13")
    (True, False)
    """
    if p[14:] != q[14:] or "?" in p or "?" in q:
        return False
    hours = abs((dt.datetime.fromisoformat(p) - dt.datetime.fromisoformat(q)).total_seconds()) / 3600
    return 0 < hours <= _MOST_HOURS
