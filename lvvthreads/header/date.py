"""Read the date line of a header, clean or damaged, as evidence for each possible day and time.

In comes the value of a Sent or Date field; out comes a :class:`DateReading`: what weekday, day, month, year and time the print can have been, each possibility with a cost.
What is hard: any part can be misread or lost, so nothing is decided here that the rest of the dossier may decide better.
A printed weekday is a checksum on the day: it turns "9 oktober" under "maandag" into the 29th if only one Monday ends in 9.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

from attrs import frozen
from rapidfuzz.distance import Levenshtein

from lvvthreads.header.fold import fold, plain
from lvvthreads.header.wording import MONTHS, WEEKDAYS

#: Costs are negative log-odds. A digit read for another digit; for one of its own shape; a letter or speck in its place; a digit lost; one added.
_OTHER_DIGIT, _LIKE_DIGIT, _SPECK, _LOST, _ADDED = 3.0, 1.8, 0.7, 1.6, 4.0
#: A weekday word that is read well and yet does not fit the day.
_WRONG_WEEKDAY = 6.0
#: How much worse a word of the calendar must match to be out of the question, per share of its letters.
_WORD_COST = 9.0
#: Below this similarity a word is not taken for a weekday or month.
_WORD_FLOOR = 0.5

#: Digits of similar shape: what a worn or blurred print makes of one another.
_LIKE = {frozenset(pair) for pair in ("17", "14", "47", "38", "06", "08", "69", "89", "56", "35", "27", "68", "09", "90", "21", "12", "29")}
#: Letters and signs read for digits.
_DIGIT_FOLD = str.maketrans({**dict.fromkeys("OoQD°", "0"), **dict.fromkeys("lIi|!][jJ", "1"), "Z": "2", "S": "5", "B": "8", "g": "9"})

_ALL_WEEKDAYS = {word: i for table in WEEKDAYS.values() for i, words in enumerate(table) for word in words}
_ALL_MONTHS = {word: i for table in MONTHS.values() for i, words in enumerate(table) for word in words}
#: Names long enough to be recognised when damaged.
_LONG_WEEKDAYS = {fold(word): i for word, i in _ALL_WEEKDAYS.items() if len(word) > 5}
_LONG_MONTHS = {fold(word): i for word, i in _ALL_MONTHS.items() if len(word) > 3}

_WEEKDAY_WORD = "|".join(sorted(_ALL_WEEKDAYS, key=len, reverse=True))
_MONTH_WORD = "|".join(sorted(_ALL_MONTHS, key=len, reverse=True))
_TIME = r"(?P<hour>\d{1,2})[:.](?P<minute>\d\d)(?:[:.]\d\d)?(?:\s?(?P<half>[ap])\.?m\b\.?)?"

#: Dates as mail programs print them when nothing is damaged, day first and month first.
_CLEAN = (
    re.compile(
        rf"""^\W{{0,3}}(?:(?P<weekday>{_WEEKDAY_WORD})\b[.,]{{0,2}}\s*)?   # woensdag
             (?P<day>\d{{1,2}})[\s.-]{{0,2}}(?P<month>{_MONTH_WORD})\b[.,]?[\s-]*(?P<year>\d{{4}})\b   # 17 okt. 2018
             [,\s]*(?:(?:om|at|um|-)\s)?\s*{_TIME}""",
        re.VERBOSE | re.IGNORECASE,
    ),
    re.compile(
        rf"""^\W{{0,3}}(?:(?P<weekday>{_WEEKDAY_WORD})\b[.,]{{0,2}}\s*)?   # Wednesday,
             (?P<month>{_MONTH_WORD})\b[.,]?\s*(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})\b   # October 17, 2018
             [,\s]*(?:at\s)?\s*{_TIME}""",
        re.VERBOSE | re.IGNORECASE,
    ),
    re.compile(
        rf"""^\W{{0,3}}(?P<weekday>{_WEEKDAY_WORD})\b,?\s+(?P<month>{_MONTH_WORD})\b\s+(?P<day>\d{{1,2}})\s+   # Mon Jun 08
             {_TIME}\s+(?:[A-Z]{{2,4}}\s+)?(?P<year>\d{{4}})\b""",  # 07:39:30 2009
        re.VERBOSE | re.IGNORECASE,
    ),
)
#: A day whose weekday is printed and agrees needs no undamaged time behind it.
_CLEAN_DAYS = (
    re.compile(
        rf"^\W{{0,3}}(?P<weekday>{_WEEKDAY_WORD})\b[.,]{{0,2}}\s*(?P<day>\d{{1,2}})[\s.-]{{0,2}}(?P<month>{_MONTH_WORD})\b[.,]?[\s-]*(?P<year>\d{{4}})(?!\d)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"^\W{{0,3}}(?P<weekday>{_WEEKDAY_WORD})\b[.,]{{0,2}}\s*(?P<month>{_MONTH_WORD})\b[.,]?\s*(?P<day>\d{{1,2}}),?\s+(?P<year>\d{{4}})(?!\d)",
        re.IGNORECASE,
    ),
)
_NUMERIC = re.compile(
    rf"^\W{{0,3}}(?:(?P<weekday>{_WEEKDAY_WORD})\b[.,]{{0,2}}\s*)?(?P<a>\d{{1,2}})[-/.](?P<b>\d{{1,2}})[-/.](?P<year>\d{{4}}|\d\d)\b[,\s]*(?:om\s|at\s)?\s*(?:{_TIME})?",
    re.IGNORECASE,
)
_ISO = re.compile(rf"^\W{{0,3}}(?P<year>\d{{4}})-(?P<month>\d\d)-(?P<day>\d\d)[T\s]+{_TIME}")
_ZONE = re.compile(r"(?:(?:GMT|UTC)\s?[+-]?\d{0,2}(?::?\d\d)?|[+-]\d{4}|\b(?:CES?T|EDT|EST|PDT|PST|BST|GMT|UTC))\b")
_LOOSE_TIME = re.compile(r"(?P<hour>[\dOolIi|]{1,2})\s?[:;]\s?(?P<minute>[\dOolIi|]{2})(?![\dOolI])(?:\s?[:;]\d\d)?(?:\s?(?P<half>[APap])\.?[MmN]\b)?")
#: A time at the end of the line whose colon became another sign: "09 41", "08,29", "16-40", "14.03".
_LAST_TIME = re.compile(r"(?<=[^\s.:-])[\s.,]{1,3}(?P<hour>[\dOolIi|]{1,2})\s?[.,\s-]\s?(?P<minute>[0-5OolIi|][\dOolIi|])\W{0,3}$")
_LOOSE_YEAR = re.compile(r"(?<![\d:])([12Z][0O9Q][\dOoIl|SZBRQ][^\s,.:\w]?[\dOoIl|SZBRg]?)(?![\d:])")


@frozen(kw_only=True)
class DateReading:
    """What a date line can have said: costs for each part, lower is likelier; None where a part tells nothing."""

    raw: str
    #: Monday to Sunday.
    weekdays: tuple[float, ...] | None = None
    #: What stands in the place of the day, digits folded; None if nothing does.
    day: str | None = None
    #: January to December.
    months: tuple[float, ...] | None = None
    #: Four characters, ``?`` for a digit that cannot be told.
    year: str = "????"
    #: ``HH:MM`` with ``?``.
    time: str = "??:??"
    zone: str | None = None
    #: The day itself where the print is clean; its weekday, if printed, agrees.
    exact: dt.date | None = None
    #: True where day and month are both numbers that could change places.
    ambiguous: bool = False
    #: How much this looks like the date line of an e-mail: 0 to 6.
    strength: float = 0.0

    def cost(self, day: dt.date) -> float:
        """Return the cost of this day under the reading, in negative log-odds against the best possible."""
        if self.exact is not None:
            return 0.0 if day == self.exact else 9.0
        total = self.month_cost(day.year, day.month)
        if self.weekdays is not None:
            total += self.weekdays[day.weekday()]
        if self.day is not None:
            total += digits_cost(self.day, str(day.day))
        return total

    def month_cost(self, year: int, month: int) -> float:
        """Return what a year and month cost under the reading."""
        return _year_cost(self.year, year) + (self.months[month - 1] if self.months is not None else 0.0)


NO_DATE = DateReading(raw="")


@lru_cache(maxsize=4096)
def _year_cost(pattern: str, year: int) -> float:
    return sum(_OTHER_DIGIT if p != q else 0.0 for p, q in zip(pattern, f"{year:04}", strict=True) if p != "?")


@lru_cache(maxsize=8192)
def digits_cost(seen: str, meant: str) -> float:
    """Return what it costs to have printed ``meant`` and read ``seen``, digit by digit; the cheapest alignment.

    >>> digits_cost("24", "24"), digits_cost("9", "29") < digits_cost("9", "22")
    (0.0, True)
    """
    row = [i * _LOST for i in range(len(meant) + 1)]
    for s in seen:
        above, row = row, [row[0] + _ADDED]
        for i, m in enumerate(meant):
            row.append(min(above[i] + _glyph_cost(s, m), above[i + 1] + _ADDED, row[i] + _LOST))
    return row[-1]


def _glyph_cost(seen: str, meant: str) -> float:
    if seen == meant:
        return 0.0
    if not seen.isdigit():
        return _SPECK
    return _LIKE_DIGIT if frozenset((seen, meant)) in _LIKE else _OTHER_DIGIT


@lru_cache(maxsize=32768)
def read_date(text: str) -> DateReading:
    """Read the value of a date field; a reading of strength 0 where nothing of a date is in it."""
    text = " ".join(text.split())
    return _clean(text) or _clean_day(text) or _numeric(text) or _damaged(text)


def _clean(text: str) -> DateReading | None:
    match = next((m for m in (pattern.match(text) for pattern in (*_CLEAN, _ISO)) if m), None)
    if match is None:
        return None
    part = match.groupdict()
    month = int(part["month"]) if part["month"].isdigit() else _ALL_MONTHS[part["month"].lower()] + 1
    try:
        day = dt.date(int(part["year"]), month, int(part["day"]))
    except ValueError:
        return None
    weekday = _ALL_WEEKDAYS[part["weekday"].lower()] if part.get("weekday") else None
    if weekday is not None and day.weekday() != weekday:
        return None  # a misread digit or weekday: weighed as damaged
    time = _clock(part["hour"], part["minute"], part["half"])
    if time is None:
        return None
    return _exact(text, day, time, weekday, strength=6.0)


def _clean_day(text: str) -> DateReading | None:
    """Read a day that its weekday confirms, and what is left of the time behind it."""
    match = next((m for m in (pattern.match(text) for pattern in _CLEAN_DAYS) if m), None)
    if match is None:
        return None
    day = _day(int(match["year"]), _ALL_MONTHS[match["month"].lower()] + 1, int(match["day"]))
    weekday = _ALL_WEEKDAYS[match["weekday"].lower()]
    if day is None or day.weekday() != weekday:
        return None
    after = text[match.end() :]
    time = _take_time(text)[0] or _partial_time(after)
    return _exact(text, day, time or "??:??", weekday, strength=5.5 if time else 4.5)


def _exact(text: str, day: dt.date, time: str, weekday: int | None, *, strength: float) -> DateReading:
    zone = _ZONE.search(text)
    return DateReading(
        raw=text,
        weekdays=None if weekday is None else tuple(0.0 if i == weekday else _WRONG_WEEKDAY for i in range(7)),
        day=str(day.day),
        months=tuple(0.0 if i == day.month - 1 else _OTHER_DIGIT for i in range(12)),
        year=f"{day.year:04}",
        time=time,
        zone=zone.group() if zone else None,
        exact=day,
        strength=strength,
    )


def _clock(hour: str, minute: str, half: str | None) -> str | None:
    h, m = int(hour), int(minute)
    if half:
        h = h % 12 + (12 if half.lower() == "p" else 0) if h <= 12 else h
    return f"{h:02}:{m:02}" if h < 24 and m < 60 else None


def _numeric(text: str) -> DateReading | None:
    match = _NUMERIC.match(text)
    if match is None:
        return None
    a, b, year = int(match["a"]), int(match["b"]), int(match["year"])
    year += 2000 if year < 70 else 1900 if year < 100 else 0
    time = _clock(match["hour"], match["minute"], match["half"]) if match["hour"] else None
    weekday = _ALL_WEEKDAYS[match["weekday"].lower()] if match["weekday"] else None
    days = {day for day in (_day(year, b, a), _day(year, a, b)) if day and weekday in (None, day.weekday())}
    if not days:
        return None
    strength = 5.0 if time else 1.0
    if len(days) == 1:
        return _exact(text, days.pop(), time or "??:??", weekday, strength=strength)
    return DateReading(raw=text, year=f"{year:04}", time=time or "??:??", day=None, months=tuple(0.0 if i + 1 in (a, b) else 9.0 for i in range(12)), ambiguous=True, strength=strength)


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _damaged(text: str) -> DateReading:
    rest = text
    time, rest = _take_time(rest)
    year, rest, after = _take_year(rest)
    words = re.findall(r"[^\s,]+", rest)
    weekday, words = _take_weekday(words)
    months, day, strength = _take_month_and_day(words)
    found_time, found_year = time is not None, year is not None
    strength += (1.5 if weekday else 0.0) + (1.5 if found_time else 0.0) + (1.5 if found_year else 0.0)
    if not (months or weekday) or not (found_year or found_time):
        return NO_DATE if strength < 2 else DateReading(raw=text, time=time or "??:??", year=year or "????", strength=min(strength, 1.5))
    zone = _ZONE.search(text)
    return DateReading(
        raw=text,
        weekdays=weekday,
        day=day,
        months=months,
        year=year or "????",
        time=time or _partial_time(after) or "??:??",
        zone=zone.group() if zone else None,
        strength=min(strength, 5.5),
    )


def _take_time(text: str) -> tuple[str | None, str]:
    match = None
    for match in _LOOSE_TIME.finditer(text):
        pass  # the last one: times stand behind days
    if match is None:
        match = _LAST_TIME.search(text)
        if match is None or not _LOOSE_YEAR.search(text[: match.start() + 1]):  # "20 18" alone is a year in two pieces
            return None, text
    hour, minute = (match[part].translate(_DIGIT_FOLD) for part in ("hour", "minute"))
    if not (hour.isdigit() and minute.isdigit()):
        return None, text
    time = _clock(hour, minute, match.groupdict().get("half"))
    if time is None and minute.isdigit() and int(minute) < 60 and int(hour) % 10 < 10:
        time = f"??:{minute}" if len(hour) < 2 or int(hour) > 29 else f"{hour[0]}?:{minute}" if int(hour[0]) < 2 else f"??:{minute}"
    return time, text[: match.start()] + " " + text[match.end() :]


def _take_year(text: str) -> tuple[str | None, str, str]:
    match = None
    for match in _LOOSE_YEAR.finditer(text):
        pass  # the last one: a day before it can look like one
    if match is None:
        return None, text, ""
    digits = match[1].translate(_DIGIT_FOLD)
    digits = digits if len(digits) <= 4 else "".join(d for d in digits if d.isalnum())
    year = "".join(d if d.isdigit() else "?" for d in digits).ljust(4, "?")
    if year[:2] not in ("20", "19"):
        return None, text, ""
    if "?" in year[:3] or not "1970" <= year.replace("?", "9") <= "2059":
        year = "20??"
    return year, text[: match.start()], text[match.end() :]


def _partial_time(after: str) -> str | None:
    """Read what stands where the time should, five glyphs with a colon's place in the middle."""
    glyphs = "".join(after.split()).strip("_-").translate(_DIGIT_FOLD)
    match = re.fullmatch(r"(..?)[:;.](..)", glyphs)
    if match is None:
        return None
    hour, minute = match[1].rjust(2, "0" if match[1].isdigit() else "?"), match[2]
    pattern = "".join(c if c.isdigit() or c == ":" else "?" for c in f"{hour}:{minute}")
    return pattern if pattern.count("?") < 4 and pattern[0] in "012?" and pattern[3] in "012345?" else None


def _take_weekday(words: list[str]) -> tuple[tuple[float, ...] | None, list[str]]:
    """Find the weekday among the first words; give costs per weekday and the words that remain."""
    best: tuple[float, int, dict[int, float]] | None = None
    for i, word in enumerate(words[:2]):
        key = plain(word).strip(".,:;'\"()")
        if key in _ALL_WEEKDAYS:
            scores = {_ALL_WEEKDAYS[key]: 1.0}
        elif len(key) > 4:
            scores = _closeness(fold(word), _LONG_WEEKDAYS)
        else:
            continue
        top = max(scores.values())
        if best is None or top > best[0]:
            best = (top, i, scores)
    if best is None or best[0] < _WORD_FLOOR:
        return None, words
    top, at, scores = best
    if _month_score(words[at]) > top:
        return None, words
    return _costs(scores, 7), words[at + 1 :]


def _month_score(word: str) -> float:
    return max(_closeness(fold(word), _LONG_MONTHS).values(), default=0.0)


def _closeness(folded: str, table: dict[str, int]) -> dict[int, float]:
    return _close_weekdays(folded) if table is _LONG_WEEKDAYS else _close_months(folded)


@lru_cache(maxsize=32768)
def _close_weekdays(folded: str) -> dict[int, float]:
    return _similarities(folded, _LONG_WEEKDAYS)


@lru_cache(maxsize=32768)
def _close_months(folded: str) -> dict[int, float]:
    return _similarities(folded, _LONG_MONTHS)


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
    return tuple(min(_WRONG_WEEKDAY, sharpness * (top - scores.get(i, 0.0))) for i in range(size))


def _take_month_and_day(words: list[str]) -> tuple[tuple[float, ...] | None, str | None, float]:
    """Find the month, whole or in pieces, and the day that stands beside it."""
    best: tuple[float, int, int, dict[int, float]] | None = None
    for i in range(len(words)):
        for j in (i + 1, i + 2):  # a month can be broken in two: "ok ober"
            if j > len(words):
                break
            piece = "".join(words[i:j])
            key = plain(piece).strip(".,:;'\"()-")
            if key in _ALL_MONTHS:
                scores = {_ALL_MONTHS[key]: 1.0}
            elif len(key) > 3 and not key.isdigit():
                scores = _closeness(fold(piece), _LONG_MONTHS)
            else:
                continue
            top = max(scores.values()) - 0.02 * (j - i)
            if best is None or top > best[0]:
                best = (top, i, j, scores)
    if best is None or best[0] < _WORD_FLOOR:
        return None, _day_token(words[-1:]), 0.0
    top, i, j, scores = best
    day = _day_token(words[:i]) or _day_token(words[j : j + 1])
    return _costs(scores, 12), day, 1.5 if top > 0.7 else 1.0


def _day_token(words: list[str]) -> str | None:
    """Return what stands where the day should, letters folded to the digits they look like; None where no digit can be told."""
    glyphs = "".join(words[-2:]) if len(words) > 1 and len("".join(words[-2:])) <= 3 else "".join(words[-1:])
    glyphs = plain(glyphs.strip(".,_'\"‘’«»-:;").translate(_DIGIT_FOLD))
    if not 0 < len(glyphs) <= 3:
        return None
    return glyphs if any(g.isdigit() for g in glyphs) or len(glyphs) < 3 else None
