"""Read a date line of which nothing is damaged, in any language and any order: "le 3 mai 2019 à 10:11", "2019. május 3., péntek 10:11".

In comes the value of a Sent or Date field; out comes what it prints, if every word and number in it is understood.
What is hard: small words of one language are weekdays of another ("di", "ma", "to"), so a short weekday that is of no language of the document
and does not fit the day is taken for a small word.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

from attrs import frozen

from lvvthreads.header.clock import SPECKS, clock, half_is_lost, half_of
from lvvthreads.header.fold import plain
from lvvthreads.header.language import ALL, BASE, LANGUAGES, Languages, as_word, month_words, phrases, weekday_words

_TIME = re.compile(
    r"(?<![\d:.])(?P<hour>\d{1,2})(?:\s?(?P<sign>[:h])\s?|(?P<stop>\.))(?P<minute>\d\d)(?:[:.]\d\d(?:[.,]\d{1,6})?|\s?min(?:\s?\d\d\s?s)?)?(?!\d|[:.]\d)",
    re.IGNORECASE,
)
_ZONE = re.compile(
    r"\(?(?:(?:GMT|UTC|MSK|EE[SD]?T|CES?T|MES?Z|WES?T|[ECMP][SD]T)\b\s?(?:[+-]\d{1,2}(?::?\d\d)?)?|(?<!\w)[+-]\d\d:?\d\d(?!\d)|\([A-Z]{3,5}\))\)?"
)
_LETTERED_ZONE = re.compile(r"\s{0,2}\(?([^\W\d_]{3,5})(?:[+-]\d{1,2}(?::?\d\d)?)?\)?(?![^\W_])")
_TIME_LIKE = re.compile(r"\d\s?[:h.,]\s?\d\d(?!\d)|\d[:;]|[:;]\d")
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})\s?[-./]\s?(\d{1,2})\s?[-./]\s?(\d{1,2})(?!\d)")
_YEAR_LAST = re.compile(r"(?<!\d)(\d{1,2})\s?(?P<sign>[-./])\s?(\d{1,2})\s?[-./]\s?(\d{4}|\d\d)(?!\d)")
_HAS_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
#: A year of two digits behind day and month, one of which is a word: "28-Jun-19", "June-28-19".
_SHORT_YEAR = re.compile(r"(?<![^\W_])(\d{1,2}|[^\W\d_]{3,12}\.?)-((?:[^\W\d_]{3,12}\.?|\d{1,2})-)(\d\d)(?![\w:.])")
#: A digit beside what another one left: "?8 nov.", ".0 november", "1.:30".
_MAIMED = re.compile(r"[?!|*_]\d|\d[?!|*_]|(?<![^\s,])[.']\d|\d\.:|:\.\d")
_ORDINAL = re.compile(r"(\d)(?:st|nd|rd|th|er|re|e|º|ª|\.º)(?![^\W_])", re.IGNORECASE)
_GLUED = re.compile(r"\d[^\W\d_]|[^\W\d_]\d")
_TOKEN = re.compile(r"\d+|[^\W\d_]+")
#: Year, month and day with the signs of Chinese and Japanese, or Korean, behind them; the weekday, which hardly varies, tells nothing there.
_EAST = re.compile(r"(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일号]")
_EAST_WEEKDAY = re.compile(
    r"[(（](?:週|周)?[月火水木金土日一二三四五六월화수목금토일][)）]|(?:星期|周|週)[一二三四五六日天]|[月火水木金土日]曜日?|[월화수목금토일]요일"
)
_EAST_TIME = re.compile(r"(\d{1,2})\s?[時时点點시]\s?(\d{1,2})\s?[分분](?:\s?\d{1,2}\s?[秒초])?")
_IS_EAST = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]")
#: Halves of the day that no language takes for something else.
_AM, _PM = ("am", "a.m.", "a.m", "a. m."), ("pm", "p.m.", "p.m", "p. m.")
#: The languages that put the month first in numbers.
_MONTH_FIRST = frozenset(("en",))
_NO_TIME = "??:??"
_LONGEST, _SHORT, _CENTURY, _FIRST_YEAR, _LAST_YEAR = 120, 3, 100, 1970, 2059
_FOUR = 4
#: Weekdays, doubtful weekdays and months.
_Named = tuple[set[int], set[int], set[int]]


@frozen(kw_only=True)
class Whole:
    """What an undamaged date line prints."""

    #: The day, or the two that it can be where day and month are numbers and nothing tells their order.
    days: tuple[dt.date, ...]
    #: ``HH:MM``, or nothing but ``?`` where no time is printed.
    time: str
    #: The printed weekday, from Monday as 0.
    weekday: int | None
    #: True where the month is a word, and the parts stand in an order in which people write them: a program may have sorted the others.
    worded: bool


def whole(text: str, languages: Languages) -> Whole | None:
    """Read a date line if every part of it is understood; None if not.

    >>> whole("vendredi 3 février 2023 à 08:38", ("fr",)).days
    (datetime.date(2023, 2, 3),)
    """
    found = whole_day(text, languages)
    # where OCR is read, a time that is lost may have taken a digit of the day with it
    return None if found and found.time == _NO_TIME and not set(languages).isdisjoint(BASE) else found


def whole_day(text: str, languages: Languages) -> Whole | None:
    """Read a date line if every part of it is understood, and nothing else is there in place of a time; None if not.

    >>> whole_day("19 september 2022", ("nl",)).days
    (datetime.date(2022, 9, 19),)
    """
    if len(text) > _LONGEST or _MAIMED.search(text):
        return None
    text = _from_east(text) if _IS_EAST.search(text) else text
    text = in_words(text, languages)
    text = text if _HAS_YEAR.search(text) else _SHORT_YEAR.sub(r"\1-\g<2>20\3", text)
    dated = _dated(text)
    found = _take_time(text, dated, languages)
    if found is None and _TIME_LIKE.search(text if dated is None else f"{text[: dated.start()]} {text[dated.end() :]}"):
        return None
    time, twelve, rest = found or (_NO_TIME, False, text if dated is None else f"{text[: dated.start()]} {text[dated.end() :]}")
    if _GLUED.search(_ORDINAL.sub(r"\1 ", rest)):
        return None  # a digit read for a letter, or the other way round
    tokens = _TOKEN.findall(plain(_ZONE.sub(" ", rest)))
    named = _weekday_and_month([token for token in tokens if not token.isdigit()], languages)
    if named is None:
        return None
    if dated:
        return None if any(map(str.isdigit, tokens)) else _numeric(dated, named, time, languages, twelve=twelve)
    return _worded(tokens, named, time, languages)


def _dated(text: str) -> re.Match[str] | None:
    """Find a date of three numbers; one whose year has two digits only where no number has four."""
    found = _YEAR_FIRST.search(text) or _YEAR_LAST.search(text)
    return found if found is None or _HAS_YEAR.search(found[0]) or not _HAS_YEAR.search(text) else None


def _from_east(text: str) -> str:
    """Write a date of the far East with hyphens and a colon."""
    text = _EAST_TIME.sub(r"\1:\2", _EAST.sub(r" \1-\2-\3 ", text))
    return _EAST_WEEKDAY.sub(" ", text)


def in_words(text: str, languages: Languages) -> str:
    """Write the weekdays and months of several parts as one word each."""
    named = phrases(languages)
    return named.sub(lambda match: as_word(match[0]), text) if named else text


@lru_cache(maxsize=64)
def _halves(languages: Languages) -> tuple[re.Pattern[str], frozenset[str]]:
    """Return the pattern of a half of the day, and those that are the second one."""
    am, pm = set(_AM), set(_PM)
    for code in ALL:
        first, second = LANGUAGES[code].halves
        am |= {word for word in first if code in languages or not word.isascii()}
        pm |= {word for word in second if code in languages or not word.isascii()}
    words = "|".join(sorted((re.escape(word.lower()) for word in am | pm), key=lambda word: (-len(word), word)))
    return re.compile(rf"(?<![^\W\d_])(?:{words})(?![^\W\d_])", re.IGNORECASE), frozenset(word.lower() for word in pm)


def _take_time(text: str, dated: re.Match[str] | None, languages: Languages) -> tuple[str, bool, str] | None:
    """Take time and numeric date out of a line: the time as HH:MM, whether it is of twelve hours, and what remains."""
    times = [match for match in _TIME.finditer(text) if not dated or match.end() <= dated.start() or match.start() >= dated.end()]
    match = next((match for match in times if match["sign"]), times[-1] if times else None)
    if match is None:
        return None
    halves, afternoon = _halves(languages)
    half = next((found for found in halves.finditer(text) if _is_beside(found, match, text)), None)
    told = ("p" if half[0].lower() in afternoon else "a") if half else None if match["hour"].startswith("0") else half_of(text)
    time = clock(match["hour"], match["minute"], told)
    if time is None or (told is None and _is_maimed(match, text, languages)):
        return None
    zone = _LETTERED_ZONE.match(text, half.end() if half and half.start() > match.start() else match.end())
    zone = zone if zone and zone[1].isupper() and plain(zone[1]) not in _words(languages)[1] else None
    rest = text
    for start, end in sorted({taken.span() for taken in (match, half, dated, zone) if taken}, reverse=True):
        rest = f"{rest[:start]} {rest[end:]}"
    return time, told is not None, rest


def _is_maimed(time: re.Match[str], text: str, languages: Languages) -> bool:
    """Say whether a time without half of the day has lost that, or its first digit."""
    hour = time["hour"]
    zero = hour == "0" and not set(BASE).isdisjoint(languages)  # Dutch and English programs print two digits, or twelve hours
    return zero or half_is_lost(hour, text[time.end("minute") :]) or (len(hour) == 1 and text[: time.start()].endswith(SPECKS))


def _is_beside(half: re.Match[str], time: re.Match[str], text: str) -> bool:
    """Say whether a half of the day stands right behind or before a time."""
    return (
        not text[time.end() : half.start()].strip(" ,") if half.start() >= time.end() else not text[half.end() : time.start()].strip(" ,.")
    )


@lru_cache(maxsize=64)
def _small(languages: Languages) -> frozenset[str]:
    """Return the small words that stand within dates."""
    return frozenset(token for code in languages for words in LANGUAGES[code].between for token in _TOKEN.findall(plain(words)))


@lru_cache(maxsize=64)
def _words(languages: Languages) -> tuple[dict[str, int], dict[str, int]]:
    """Return the weekdays and months of all languages, those of the document having their way; single letters are weekdays in no other language."""
    weekdays = {word: number for word, number in weekday_words(ALL).items() if len(word) > 1} | weekday_words(languages)
    return weekdays, month_words(ALL) | month_words(languages)


def _weekday_and_month(words: list[str], languages: Languages) -> _Named | None:
    """Return the weekdays, the doubtful weekdays and the months that are named; None if a word of some length is not understood."""
    weekday_of, month_of = _words(languages)
    small, own = _small(ALL), weekday_words(languages)
    spoken = _small(languages)
    weekdays, doubtful, months = set[int](), set[int](), set[int]()
    for word in words:
        if word in month_of and not (word in weekday_of and any(other in month_of for other in words if other != word)):
            months.add(month_of[word])
        elif word in weekday_of:
            (weekdays if (word in own and word not in spoken) or len(word) > _SHORT else doubtful).add(weekday_of[word])
        elif len(word) > _SHORT and word not in small:
            return None  # perhaps a weekday misread, which is worth more than the order
    return weekdays, doubtful, months


def _worded(tokens: list[str], named: _Named, time: str, languages: Languages) -> Whole | None:
    """Read a date whose month is a word."""
    numbers = [token for token in tokens if token.isdigit()]
    weekdays, doubtful, months = named
    years = [number for number in numbers if len(number) == _FOUR and _FIRST_YEAR <= int(number) <= _LAST_YEAR]
    if len(numbers) != 2 or len(years) != 1 or len(months) != 1 or len(weekdays) > 1:
        return None
    number = next(number for number in numbers if number != years[0])
    day = day_of(int(years[0]), min(months) + 1, int(number)) if len(number) <= 2 else None
    if day is None or (weekdays and day.weekday() not in weekdays):
        return None
    month_of = _words(languages)[1]
    order = [token for token in tokens if token.isdigit() or month_of.get(token) in months]
    return Whole(days=(day,), time=time, weekday=_agreeing(day, weekdays, doubtful), worded=years[0] in {order[0], order[-1]})


def _numeric(match: re.Match[str], named: _Named, time: str, languages: Languages, *, twelve: bool) -> Whole | None:
    """Read a date of three numbers."""
    weekdays, doubtful, months = named
    if months or len(weekdays) > 1:
        return None
    if match.re is _YEAR_FIRST:
        days = [day for day in (day_of(int(match[1]), int(match[2]), int(match[3])),) if day]
    else:
        days = _either(match, languages, twelve=twelve)
    days = [day for day in days if not weekdays or day.weekday() in weekdays]
    days = [day for day in days if day.weekday() in doubtful] or days
    if not days:
        return None
    weekday = _agreeing(days[0], weekdays, doubtful) if len(days) == 1 else None
    return Whole(days=tuple(sorted(days)), time=time, weekday=weekday, worded=False)


def _either(match: re.Match[str], languages: Languages, *, twelve: bool) -> list[dt.date]:
    """Return the days that day, month and year as numbers can be, in the order that the signs and the languages leave."""
    a, b, year = int(match[1]), int(match[3]), int(match[4])
    year += 0 if year >= _CENTURY else 2000 if year < _FIRST_YEAR % _CENTURY else 1900
    day_first, month_first = day_of(year, b, a), day_of(year, a, b)
    if not day_first or not month_first or day_first == month_first:
        return [day for day in (day_first or month_first,) if day]
    return by_custom(match["sign"], day_first, month_first, languages, twelve=twelve)


def by_custom(sign: str, day_first: dt.date, month_first: dt.date, languages: Languages, *, twelve: bool) -> list[dt.date]:
    """Choose the order that the signs between the numbers tell; both where they do not.

    Mail programs print hyphens and stops where the day comes first (Dutch, German), strokes with a clock of twelve hours in America;
    the British use strokes, too, and in no language but English does the month come first.
    """
    if not _MONTH_FIRST & set(languages):
        return [day_first]
    if sign == "/":
        return [month_first] if twelve else [day_first, month_first]
    return [day_first, month_first] if twelve and sign == "-" else [day_first]


def _agreeing(day: dt.date, weekdays: set[int], doubtful: set[int]) -> int | None:
    """Return the weekday if one that is printed agrees with the day."""
    return day.weekday() if day.weekday() in weekdays | doubtful else None


def day_of(year: int, month: int, day: int) -> dt.date | None:
    """Return a day that an e-mail can be of; None if there is no such day."""
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
