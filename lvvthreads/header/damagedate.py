"""Read a damaged date line: each part by itself, by likeness, the rest left open.

What is hard: any part can be misread, broken in two or lost, and words stand in another order where a program sorted them.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

from attrs import frozen
from rapidfuzz.distance import Levenshtein

from lvvthreads.header.clock import DIGIT_FOLD, LOOSE_YEAR, last, partial_time, take_time
from lvvthreads.header.datereading import NO_DATE, WRONG_WEEKDAY, DateReading
from lvvthreads.header.fold import fold, plain
from lvvthreads.header.language import BASE, LANGUAGES, Languages, month_words, weekday_words

#: How much worse a word of the calendar must match to be out of the question, per share of its letters.
_WORD_COST = 9.0
#: Below this similarity a word is not taken for a weekday or month.
_WORD_FLOOR = 0.5
#: The length of short names; longer ones can be recognised when damaged.
_SHORT_WORD = 3

_ZONE = re.compile(r"(?:(?:GMT|UTC)\s?[+-]?\d{0,2}(?::?\d\d)?|(?<!\w)[+-]\d{4}|\b(?:CES?T|EDT|EST|PDT|PST|BST|GMT|UTC))\b")
#: The parts of a date that may stand in any order: words, years, and numbers that are no part of a time.
_YEAR = re.compile(r"(?<!\d)(?:19[7-9]\d|20[0-5]\d)(?!\d)")
_NUMBER = re.compile(r"(?<![\w:.+|!?-])([1-9]|[12]\d|3[01]|0[1-9])(?![\w:?|!])")
_WORDS = re.compile(r"[^\W\d_]+")
#: A year of which one of the first two digits is misread.
_ODD_YEAR = re.compile(r"(?<![\d:.,])(?:2[1-8]|[3-8?.]0)([0-5]\d)(?![\d:])")


@frozen(kw_only=True, eq=False)
class _Calendar:
    """The words of the calendar in some languages: as they are spelled, and folded where they are long enough to be told when misread."""

    weekdays: dict[str, int]
    months: dict[str, int]
    long_weekdays: dict[str, int]
    short_months: dict[str, int]
    long_months: dict[str, int]
    #: Small words of other languages than those of every document, which stand between the parts of a date.
    small: frozenset[str]


@lru_cache(maxsize=64)
def _calendar(languages: Languages) -> _Calendar:
    weekdays, months = weekday_words(languages), month_words(languages)
    small = {token for code in languages if code not in BASE for words in LANGUAGES[code].between for token in plain(words).split()}
    return _Calendar(
        weekdays=weekdays,
        months=months,
        long_weekdays={fold(word): i for word, i in weekdays.items() if len(word) > 5},
        short_months={fold(word): i for word, i in months.items() if len(word) == _SHORT_WORD},
        long_months={fold(word): i for word, i in months.items() if len(word) > 3},
        small=frozenset(small - weekdays.keys() - months.keys()),
    )


def scrambled(text: str, languages: Languages = BASE) -> tuple[dt.date, str, int | None] | None:
    """Read a date whose parts are all whole but stand in any order: one month, one year, one day, one time; None if it is not that.

    >>> scrambled("woensdag 12 2025 15:46 februari")
    (datetime.date(2025, 2, 12), '15:46', 2)
    """
    calendar = _calendar(languages)
    time, rest = take_time(text)
    years = _YEAR.findall(rest)
    if time is None or "?" in time or len(years) != 1:
        return None
    rest = _YEAR.sub(" ", rest)
    words = [plain(word) for word in _WORDS.findall(rest)]
    months = {calendar.months[word] for word in words if word in calendar.months}
    weekdays = {calendar.weekdays[word] for word in words if word in calendar.weekdays}
    days = set(_NUMBER.findall(rest))
    if len(months) != 1 or len(days) != 1 or len(weekdays) > 1:
        return None
    if any(len(word) > _SHORT_WORD and word not in calendar.months and word not in calendar.weekdays for word in words):
        return None  # perhaps a weekday misread, which is worth more than the order
    try:
        day = dt.date(int(years[0]), months.pop() + 1, int(days.pop()))
    except ValueError:
        return None
    weekday = weekdays.pop() if weekdays else None
    return (day, time, weekday) if weekday in (None, day.weekday()) else None


def zone_of(text: str) -> str | None:
    """Return the time zone printed on a date line."""
    found = _ZONE.search(text)
    return found.group() if found else None


def damaged(text: str, languages: Languages = BASE) -> DateReading:
    """Read a date line of which something is misread, with a cost for each thing that it can have said."""
    calendar = _calendar(languages)
    rest = text
    time, rest = take_time(rest)
    year, rest, after = _take_year(rest)
    words = re.findall(r"[^\s,]+", rest)
    if calendar.small:
        words = [word for word in words if plain(word.strip(".")) not in calendar.small]
    weekday, words = _take_weekday(words, languages)
    months, day, strength = _take_month_and_day(words, languages)
    found_time, found_year = time is not None, year is not None
    strength += (1.5 if weekday else 0.0) + (1.5 if found_time else 0.0) + (1.5 if found_year else 0.0)
    if not (months or weekday) or not (found_year or found_time):
        return NO_DATE if strength < 2 else DateReading(raw=text, time=time or "??:??", year=year or "????", strength=min(strength, 1.5))
    return DateReading(
        raw=text,
        weekdays=weekday,
        day=day,
        months=months,
        year=year or "????",
        time=time or partial_time(after) or "??:??",
        zone=zone_of(text),
        strength=min(strength, 5.5),
    )


def _take_year(text: str) -> tuple[str | None, str, str]:
    match = last(LOOSE_YEAR, text)  # a day before it can look like one
    if match is None:
        return _take_odd_year(text)
    digits = match[1].translate(DIGIT_FOLD)
    digits = digits if len(digits) <= 4 else "".join(d for d in digits if d.isalnum())
    year = "".join(d if d.isdigit() else "?" for d in digits).ljust(4, "?")
    if year[:2] not in ("20", "19"):
        return None, text, ""
    if "?" in year[:3] or not "1970" <= year.replace("?", "9") <= "2059":
        year = "20??"
    return year, text[: match.start()], text[match.end() :]


def _take_odd_year(text: str) -> tuple[str | None, str, str]:
    """Take a year of which one of the first two digits is misread: e-mails are of this century or the last thirty years of the one before."""
    match = last(_ODD_YEAR, text)
    if match is None:
        return None, text, ""
    return f"20{match[1]}", text[: match.start()], text[match.end() :]


def _take_weekday(words: list[str], languages: Languages) -> tuple[tuple[float, ...] | None, list[str]]:
    """Find the weekday among the first words; give costs per weekday and the words that remain."""
    weekdays = _calendar(languages).weekdays
    best: tuple[float, int, dict[int, float]] | None = None
    for i, word in enumerate(words[:2]):
        key = plain(word).strip(".,:;'\"()")
        if key in weekdays:
            scores = {weekdays[key]: 1.0}
        elif len(key) > 4:
            scores = _close_weekdays(fold(word), languages)
        else:
            continue
        top = max(scores.values())
        if best is None or top > best[0]:
            best = (top, i, scores)
    if best is None or best[0] < _WORD_FLOOR:
        return None, words
    top, at, scores = best
    if max(_close_months(fold(words[at]), languages).values(), default=0.0) > top:
        return None, words
    return _costs(scores, 7), words[at + 1 :]


@lru_cache(maxsize=32768)
def _close_weekdays(folded: str, languages: Languages) -> dict[int, float]:
    return _similarities(folded, _calendar(languages).long_weekdays)


@lru_cache(maxsize=32768)
def _close_months(folded: str, languages: Languages) -> dict[int, float]:
    return _similarities(folded, _calendar(languages).long_months)


def _similarities(folded: str, table: dict[str, int]) -> dict[int, float]:
    scores: dict[int, float] = {}
    for name, i in table.items():
        score = Levenshtein.normalized_similarity(folded, name)
        if score > scores.get(i, 0.0):
            scores[i] = score
    return scores or {0: 0.0}


def _costs(scores: dict[int, float], size: int) -> tuple[float, ...]:
    top = max(scores.values())
    sharpness = _WORD_COST * (0.4 if top < 0.65 else 1.0)
    return tuple(min(WRONG_WEEKDAY, sharpness * (top - scores.get(i, 0.0))) for i in range(size))


def _take_month_and_day(words: list[str], languages: Languages) -> tuple[tuple[float, ...] | None, str | None, float]:
    """Find the month, whole or in pieces, and the day that stands beside it."""
    calendar = _calendar(languages)
    best: tuple[float, int, int, dict[int, float]] | None = None
    for i in range(len(words)):
        for j in (i + 1, i + 2):  # a month can be broken in two: "ok ober"
            if j > len(words):
                break
            piece = "".join(words[i:j])
            key = plain(piece).strip(".,:;'\"()-")
            if key in calendar.months:
                scores = {calendar.months[key]: 1.0}
            elif len(key) == _SHORT_WORD and fold(key) in calendar.short_months:
                scores = {calendar.short_months[fold(key)]: 1.0}
            elif len(key) == 2 and i > 0 and j == i + 1 == len(words) and words[i - 1][-1:].isdigit():
                scores = {month: 1.0 for name, month in calendar.months.items() if name.startswith(key)}
                if not scores:
                    continue
            elif len(key) > 3 and not key.isdigit():
                scores = _close_months(fold(piece), languages)
            else:
                continue
            top = max(scores.values()) - 0.02 * (j - i)
            if best is None or top > best[0]:
                best = (top, i, j, scores)
    if best is None or best[0] < _WORD_FLOOR:
        numbers = [word for word in words if any(map(str.isdigit, word))]
        return None, _day_token((numbers or words)[-1:]), 0.0
    top, i, j, scores = best
    day = _day_token(words[:i]) or _day_token(words[j : j + 1])
    return _costs(scores, 12), day, 1.5 if top > 0.7 else 1.0


def _day_token(words: list[str]) -> str | None:
    """Return what stands where the day should, letters folded to the digits they look like; None where no digit can be told."""
    glyphs = "".join(words[-2:]) if len(words) > 1 and len("".join(words[-2:])) <= 3 else "".join(words[-1:])
    glyphs = plain(glyphs.strip(".,_'\"‘’«»-:;").translate(DIGIT_FOLD))
    if not 0 < len(glyphs) <= 3:
        return None
    return glyphs if any(g.isdigit() for g in glyphs) or len(glyphs) < 3 else None
