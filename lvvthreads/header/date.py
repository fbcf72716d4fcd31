"""Read the date line of a header, clean or damaged, as evidence for each possible day and time.

In comes the value of a Sent or Date field; out comes a :class:`DateReading`.
What is hard: any part can be misread or lost, so nothing is decided here that the rest of the dossier may decide better.
A printed weekday is a checksum on the day: it turns "9 oktober" under "maandag" into the 29th if only one Monday ends in 9.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from lvvthreads.header.clock import DIGIT_FOLD, clock, half_is_lost, half_of, partial_time, take_time
from lvvthreads.header.damagedate import damaged, scrambled, zone_of
from lvvthreads.header.datereading import OTHER_DIGIT, WRONG_WEEKDAY, DateReading
from lvvthreads.header.language import BASE, Languages, month_words, weekday_words
from lvvthreads.header.wholedate import by_custom, day_of, whole, whole_day

if TYPE_CHECKING:
    import datetime as dt

    from lvvthreads.header.wholedate import Whole

_WEEKDAYS, _MONTHS = weekday_words(BASE), month_words(BASE)
_WEEKDAY_WORD = "|".join(sorted(_WEEKDAYS, key=len, reverse=True))
_MONTH_WORD = "|".join(sorted(_MONTHS, key=len, reverse=True))
_TIME = r"(?P<hour>\d{1,2})[:.](?P<minute>\d\d)(?:[:.]\d\d)?(?:\s?(?P<half>[ap])\.?m\b\.?)?"

#: Dates as mail programs print them in Dutch and English when nothing is damaged, day first and month first: most dates, read without further search.
_CLEAN = (
    re.compile(
        rf"""^[^\w?!|.]{{0,3}}(?:(?P<weekday>{_WEEKDAY_WORD})\b[.,]{{0,2}}\s*)?   # woensdag
             (?P<day>\d{{1,2}})[\s.-]{{0,2}}(?P<month>{_MONTH_WORD})\b[.,]?[\s-]*(?P<year>\d{{4}})\b   # 17 okt. 2018
             [,\s]*(?:(?:om|at|um|-)\s)?\s*{_TIME}""",
        re.VERBOSE | re.IGNORECASE,
    ),
    re.compile(
        rf"""^[^\w?!|.]{{0,3}}(?:(?P<weekday>{_WEEKDAY_WORD})\b[.,]{{0,2}}\s*)?   # Wednesday,
             (?P<month>{_MONTH_WORD})\b[.,]?\s*(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})\b   # October 17, 2018
             [,\s]*(?:at\s)?\s*{_TIME}""",
        re.VERBOSE | re.IGNORECASE,
    ),
    re.compile(
        rf"""^[^\w?!|.]{{0,3}}(?P<weekday>{_WEEKDAY_WORD})\b,?\s+(?P<month>{_MONTH_WORD})\b\s+(?P<day>\d{{1,2}})\s+   # Mon Jun 08
             {_TIME}\s+(?:[A-Z]{{2,4}}\s+)?(?P<year>\d{{4}})\b""",  # 07:39:30 2009
        re.VERBOSE | re.IGNORECASE,
    ),
)
#: A day whose weekday is printed and agrees needs no undamaged time behind it.
_CLEAN_DAYS = (
    re.compile(
        rf"^[^\w?!|.]{{0,3}}(?P<weekday>{_WEEKDAY_WORD})\b[.,]{{0,2}}\s*(?P<day>\d{{1,2}})[\s.-]{{0,2}}(?P<month>{_MONTH_WORD})\b[.,]?[\s-]*(?P<year>\d{{4}})(?!\d)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"^[^\w?!|.]{{0,3}}(?P<weekday>{_WEEKDAY_WORD})\b[.,]{{0,2}}\s*(?P<month>{_MONTH_WORD})\b[.,]?\s*(?P<day>\d{{1,2}}),?\s+(?P<year>\d{{4}})(?!\d)",
        re.IGNORECASE,
    ),
)
#: A 1 read as a letter or stroke, before the second digit of a day or hour: "I2 sep.", "|8 februari", "l1:36".
_ONE = re.compile(r"(?<![^\s.,:-])[Il|!](?=\d(?!\d)[\s:.-])")
#: A year with letters for digits: "2o24", "20I6".
_YEAR_READ = re.compile(r"(?<![^\s,.-])2[0oOQ][\doOIl|][\doOIl|](?!\w)")
#: A year with the hour behind it, the blank between them lost: "201110:36 AM".
_YEAR_AND_HOUR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?=\d{1,2}:[0-5]\d(?!\d))")
#: A half of the day as other languages print it, behind the time.
_OTHER_HALF = re.compile(r"\s?(?:[ap]\.\s?m\b|[\u0370-\u052f\u3040-\u9fff\uac00-\ud7af])", re.IGNORECASE)
_NUMERIC = re.compile(
    rf"^[^\w?!|.]{{0,3}}(?:(?P<weekday>{_WEEKDAY_WORD})\b[.,]{{0,2}}\s*)?(?P<a>\d{{1,2}})(?P<sign>[-/.])(?P<b>\d{{1,2}})[-/.](?P<year>\d{{4}}|\d\d)\b[,\s]*(?:om\s|at\s)?\s*(?:{_TIME})?",
    re.IGNORECASE,
)
_ISO = re.compile(rf"^[^\w?!|.]{{0,3}}(?P<year>\d{{4}})-(?P<month>\d\d)-(?P<day>\d\d)[T\s]+{_TIME}")


@lru_cache(maxsize=32768)
def read_date(text: str, languages: Languages = BASE) -> DateReading:
    """Read the value of a date field; a reading of strength 0 where nothing of a date is in it.

    Words that are spelled right are read in every language; misread ones, and the order of numbers, in the given languages, the first of them having its way.
    """
    text = " ".join(text.split())
    text = _YEAR_READ.sub(lambda match: match[0].translate(DIGIT_FOLD), _ONE.sub("1", text))
    text = _YEAR_AND_HOUR.sub(r"\1 ", text)
    return (
        _clean(text)
        or _clean_day(text)
        or _whole(text, languages)
        or _numeric(text, languages)
        or _scrambled(text, languages)
        or damaged(text, languages)
    )


def _clean(text: str) -> DateReading | None:
    match = next((m for m in (pattern.match(text) for pattern in (*_CLEAN, _ISO)) if m), None)
    if match is None:
        return None
    part = match.groupdict()
    month = int(part["month"]) if part["month"].isdigit() else _MONTHS[part["month"].lower()] + 1
    day = day_of(int(part["year"]), month, int(part["day"]))
    if day is None:
        return None
    weekday = _WEEKDAYS[part["weekday"].lower()] if part.get("weekday") else None
    if weekday is not None and day.weekday() != weekday:
        return None  # a misread digit or weekday: weighed as damaged
    half = part["half"] or half_of(text)
    if half is None and _OTHER_HALF.match(text, match.end()):
        return None
    time = clock(part["hour"], part["minute"], half)
    if time is None or (half is None and part["hour"] == "0") or (half is None and half_is_lost(part["hour"], text[match.end("minute") :])):
        return None
    return _exact(text, day, time, weekday, strength=6.0)


def _clean_day(text: str) -> DateReading | None:
    """Read a day that its weekday confirms, and what is left of the time behind it."""
    match = next((m for m in (pattern.match(text) for pattern in _CLEAN_DAYS) if m), None)
    if match is None:
        return None
    day = day_of(int(match["year"]), _MONTHS[match["month"].lower()] + 1, int(match["day"]))
    weekday = _WEEKDAYS[match["weekday"].lower()]
    if day is None or day.weekday() != weekday:
        return None
    after = text[match.end() :]
    if _OTHER_HALF.search(after):
        return None
    time = take_time(text)[0] or partial_time(after)
    return _exact(text, day, time or "??:??", weekday, strength=5.5 if time else 4.5)


def _exact(text: str, day: dt.date, time: str, weekday: int | None, *, strength: float) -> DateReading:
    return DateReading(
        raw=text,
        weekdays=None if weekday is None else tuple(0.0 if i == weekday else WRONG_WEEKDAY for i in range(7)),
        day=str(day.day),
        months=tuple(0.0 if i == day.month - 1 else OTHER_DIGIT for i in range(12)),
        year=f"{day.year:04}",
        time=time,
        zone=zone_of(text),
        exact=day,
        strength=strength,
    )


def read_day(text: str, languages: Languages) -> DateReading | None:
    """Read a date that is known to be printed without a time, in the sentence above a quotation; None if anything in it is not understood."""
    found = whole_day(text, languages)
    return _found(text, found) if found else None


def _whole(text: str, languages: Languages) -> DateReading | None:
    """Read a date of which every part is understood, in any language and order."""
    found = whole(text, languages)
    return _found(text, found) if found else None


def _found(text: str, found: Whole) -> DateReading:
    if len(found.days) > 1:
        return DateReading(raw=text, year=f"{found.days[0].year:04}", time=found.time, zone=zone_of(text), either=found.days, strength=5.0)
    strength = 3.0 if found.time == "??:??" else 6.0 if found.worded else 5.0
    return _exact(text, found.days[0], found.time, found.weekday, strength=strength)


def _numeric(text: str, languages: Languages) -> DateReading | None:
    """Read a day of three numbers, whatever stands behind it."""
    match = _NUMERIC.match(text)
    if match is None:
        return None
    a, b, year = int(match["a"]), int(match["b"]), int(match["year"])
    year += 2000 if year < 70 else 1900 if year < 100 else 0
    time = clock(match["hour"], match["minute"], match["half"]) if match["hour"] else None
    if not match["hour"] or time is None or (match["half"] is None and half_is_lost(match["hour"], text[match.end("minute") :])):
        time = take_time(text)[0] or partial_time(text[match.end("year") :].partition("om ")[2] or text[match.end("year") :])
    weekday = _WEEKDAYS[match["weekday"].lower()] if match["weekday"] else None
    day_first, month_first = (day if day and weekday in (None, day.weekday()) else None for day in (day_of(year, b, a), day_of(year, a, b)))
    if day_first and month_first and day_first != month_first:
        days = by_custom(match["sign"], day_first, month_first, languages, twelve=bool(match["half"]))
    else:
        days = [day for day in (day_first or month_first,) if day]
    if not days:
        return None
    strength = 5.0 if time else 1.0
    if len(days) == 1:
        return _exact(text, days[0], time or "??:??", weekday, strength=strength)
    return DateReading(raw=text, year=f"{year:04}", time=time or "??:??", either=tuple(sorted(days)), strength=strength)


def _scrambled(text: str, languages: Languages) -> DateReading | None:
    found = scrambled(text, languages)
    if found is None:
        return None
    day, time, weekday = found
    return _exact(text, day, time, weekday, strength=5.0)
