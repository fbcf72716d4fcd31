"""Read the time of day in a date line, clean or damaged: ``HH:MM`` with ``?`` for digits that cannot be told."""

from __future__ import annotations

import re

#: Letters and signs read for digits.
DIGIT_FOLD = str.maketrans({**dict.fromkeys("OoQD°", "0"), **dict.fromkeys("lIi|!][jJ", "1"), "Z": "2", "S": "5", "B": "8", "g": "9"})
_LOOSE_TIME = re.compile(
    r"(?<![:;\d?])(?P<hour>[\dOolIi|]{1,2})\s?[:;]\s?(?P<minute>[\dOolIi|]{2})(?![\dOolI])(?:\s?[:;]\d\d)?(?:\s?(?P<half>[APap4])\.?(?:[MmN]|[Il1|í][VY][Il1|í]?|rn|nn)(?![^\W_]))?"
)
#: A time at the end of the line whose colon became another sign: "09 41", "08,29", "16-40", "14.03".
_LAST_TIME = re.compile(r"(?<=[^\s.:-])[\s.,]{1,3}(?P<hour>[\dOolIi|]{1,2})\s?[.,\s-]\s?(?P<minute>[0-5OolIi|][\dOolIi|])\W{0,3}$")
#: A time of which a digit of the minute is lost, or a speck stands in the place of the last: "08:5", "10:1.", "10:1?".
_CUT_TIME = re.compile(r"(?<![\d:.])(?P<hour>[\dOolIi|]{2})\s?[:;]\s?(?P<minute>[\dOolIi|])(?P<speck>[?.*'_]?)(?![\w:;])")
#: The same of a clock of twelve hours, whose half follows: "4:1 PM".
_CUT_TWELVE = re.compile(
    r"(?<![\d:.])(?P<hour>[\dOolIi|]{1,2})\s?[:;]\s?(?P<minute>[\dOolIi|])(?P<speck>[?.*'_]?)\s?(?P<half>[APap])\.?[Mm]\b"
)
LOOSE_YEAR = re.compile(r"(?<![\d:])([12Z][0O9Q][\dOoIl|SZBRQ][^\s,.:\w]?[\dOoIl|SZBRg]?)(?![\d:])")
#: The half of the day apart from the time, where a program sorted the words of the line; initials ("M.R.P.M.") are none.
_HALF = re.compile(r"(?<![A-Za-z.])([AP])M\b(?!\.)")
#: What is left of the half of the day, directly behind a time; a time zone is none.
_HALF_LOST = re.compile(r"\s?(?!PS?T\b|\d+\b)[APFRp4][MNIVYHWl1|í!]{1,4}(?![^\W_])")
_NOON = 12
#: A time in which a digit or two cannot be told, its seconds and zone behind it: "0?:28:21CET", "1.:4?".
_FIVE_GLYPHS = re.compile(r"([^:;]{1,2})[:;.]([^:;A-Za-z]{2})(?:[:.]\d\d)?(?:([AP])M)?(?![\d:])")
#: What is left of a digit.
SPECKS = (".", "?", "'", ",", "`", "~")


def clock(hour: str, minute: str, half: str | None) -> str | None:
    """Return the time of day as HH:MM, of 24 hours; None if there is no such time."""
    h, m = int(hour), int(minute)
    if half and h == 0:
        return None  # clocks of twelve hours begin at 12: a digit is lost
    if half and half.lower() == "a" and h > _NOON:
        return None  # no morning has such an hour
    if half:
        h = h % 12 + (12 if half.lower() == "p" else 0) if h <= 12 else h
    return f"{h:02}:{m:02}" if h < 24 and m < 60 else None


def take_time(text: str) -> tuple[str | None, str]:
    """Take the time of day out of a line: the time as HH:MM, ``?`` for what is not legible, and what remains of the line."""
    match = last(_LOOSE_TIME, text)  # times stand behind days
    if match is None:
        match = _LAST_TIME.search(text)
        if match is None or not LOOSE_YEAR.search(text[: match.start() + 1]):  # "20 18" alone is a year in two pieces
            return _cut_time(text)
    hour, minute = (match[part].translate(DIGIT_FOLD) for part in ("hour", "minute"))
    if not (hour.isdigit() and minute.isdigit()):
        return None, text
    half = match.groupdict().get("half") or (None if hour.startswith("0") else half_of(text))
    if half is None and minute[0] < "6" and half_is_lost(hour, text[match.end() :]):
        return f"??:{minute}", text[: match.start()] + " " + text[match.end() :]
    if minute[0] < "6" and half is None and (hour == "0" or (len(hour) == 1 and text[: match.start()].endswith(SPECKS))):
        return f"?{hour}:{minute}", text[: match.start()].rstrip("".join(SPECKS)) + " " + text[match.end() :]  # its first digit is lost
    time = f"{_hour(hour, 'A' if half == '4' else half)}:{minute if minute[0] < '6' else f'?{minute[1]}'}"
    return time, text[: match.start()] + " " + text[match.end() :]


def _cut_time(text: str) -> tuple[str | None, str]:
    """Take a time that lost a digit of its minute: which of the two it was cannot be told, unless something stands in its place."""
    match = last(_CUT_TWELVE, text) or last(_CUT_TIME, text)
    if match is None or not LOOSE_YEAR.search(text[: match.start()]):
        return None, text
    hour = match["hour"].translate(DIGIT_FOLD)
    minute = match["minute"].translate(DIGIT_FOLD) if match["speck"] else "?"
    minute = minute if minute <= "5" else "?"
    return f"{_hour(hour, match.groupdict().get('half') or half_of(text))}:{minute}?", f"{text[: match.start()]} {text[match.end() :]}"


def _hour(hour: str, half: str | None) -> str:
    """Return an hour of twenty-four; ``?`` for the first of two digits that no hour begins with, and for both where either can be the one misread."""
    time = clock(hour, "00", half)
    if time is not None:
        return time[:2]
    return f"?{hour[1]}" if len(hour) > 1 and hour[0] > "2" and not half else "??"


def half_is_lost(hour: str, after: str) -> bool:
    """Say whether what stands behind a time of twelve hours is the misread half of the day."""
    return int(hour) <= _NOON and _HALF_LOST.match(after) is not None


def last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """Return the last match of a pattern in a text."""
    return max(pattern.finditer(text), key=re.Match.start, default=None)


def half_of(text: str) -> str | None:
    """Return the half of the day that is printed apart from the time; None if there is none, or two."""
    found = {match[1].lower() for match in _HALF.finditer(text)}
    return found.pop() if len(found) == 1 else None


def partial_time(after: str) -> str | None:
    """Read what stands where the time should, five glyphs with a colon's place in the middle."""
    glyphs = "".join(after.split()).strip("_-,").removeprefix("om").removeprefix("at").translate(DIGIT_FOLD)
    match = _FIVE_GLYPHS.match(glyphs)
    if match is None:
        return None
    hour, minute = match[1].rjust(2, "0" if match[1].isdigit() else "?"), match[2]
    if match[3] and "?" not in hour:
        hour = _hour(hour, match[3]) if hour.isdigit() else "??"
    elif match[3]:
        hour = "??"
    highest = ("2", "9", ":", "5", "9")
    pattern = "".join(c if c == ":" or (c.isdigit() and c <= top) else "?" for c, top in zip(f"{hour}:{minute}", highest, strict=True))
    return pattern if pattern.count("?") < 4 else None
