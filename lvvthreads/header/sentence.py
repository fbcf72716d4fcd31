"""Take the sentence above a quotation apart, in any language: "Le 3 mai 2019 à 10:11, X a écrit :", "X kirjoitti 3.5.2019 klo 10.11:".

In comes the sentence on one line; out come its date and its writer, and the language.
Languages put the same parts in another order: an opening word, a date, a writer, a verb, and small words beside them.
What is hard: there is no order to go by, so the verb and the small words are taken out, the date is what stands around the time of day,
and what is left must be one writer; prose leaves more.
"""

from __future__ import annotations

import re
from functools import lru_cache

from attrs import frozen

from lvvthreads.exemption.find import marks_in_person
from lvvthreads.header.fold import plain
from lvvthreads.header.language import ALL, LANGUAGES, Languages, as_word, month_words, phrases, weekday_words
from lvvthreads.header.writer import is_named, is_writer

#: A sentence is not longer than this, and one that has no date than that.
LONGEST, _LONGEST_UNDATED = 300, 120
_TIME = re.compile(
    r"(?<![\d:.])\d{1,2}(?:\s?(?:[:h]|[時시点點])\s?|(?P<stop>\.))\d\d(?:[:.]\d\d)?(?!\d|[.:/-]\d)[分분]?(?:\s?[\[(]?(?:GMT|UTC)[+-]\d{1,2}(?::?\d\d)?[\])]?|\s?\(?[+-]\d\d:?\d\d\)?|\s?\(?(?-i:[A-ZŠ]{2,4}[TZČCK])\)?(?=[\s,]))?",
    re.IGNORECASE,
)
_HALF = re.compile(r"\s?(?:[ap]\.?\s?m\b\.?|[πμ]\.?\s?μ\.?)(?:\s?\(?(?:GMT|UTC)[+-]\d{1,2}(?::?\d\d)?\)?)?", re.IGNORECASE)
#: The parts that a sentence is read in: addresses, numbers, words, signs.
_PART = re.compile(
    r"[<\[(]{1,2}[^<>\[\]()\n]{0,80}@[^<>\[\]()\n]{0,80}[>\])]{1,2}|[^\s@<>]{1,64}@[^\s@<>,;:]{2,64}|\d+|[^\W\d_]+|[^\w\s]|_"
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_YEAR_FIRST = re.compile(r"(?<!\d)(?:19|20)\d\d([-./])\d{1,2}\1\d{1,2}(?!\d)")
_SHORT_DATE = re.compile(r"(?<!\d)\d{1,2}\s?([-./])\s?\d{1,2}\s?\1\s?\d\d(?!\d)")
_ADDRESS = re.compile(r"\S@\S")
_IN_ADDRESS = re.compile(r"[^\s<>]{1,64}@[^\s<>]{1,64}")
_SIGNS = frozenset(".,-/–—·、")
#: Small words of dates that names begin with, too.
_PARTICLES = frozenset(
    ("de", "la", "le", "el", "del", "di", "do", "da", "den", "der", "d", "o", "a", "v", "e", "the", "st", "on", "of", "at")
)
_EDGES = " \t,.:;-–—/、"
_EAST = re.compile(
    r"[年月日号년월일]|[(（][月火水木金土日一二三四五六월화수목금토][)）]|(?:星期|周|週)[一二三四五六日天]|[月火水木金土日]曜日?|[월화수목금토일]요일|上午|下午|早上|晚上|中午|凌晨|午前|午後|오전|오후"
)
#: Words at the end of a sentence that opens without verb are none: a writer's address stands there.
_CLOSES = re.compile(r"[>\])]$")


@frozen(kw_only=True)
class Sentence:
    """What the line above a quotation tells."""

    language: str
    #: The words of the verb, as printed.
    verb: str
    date: str
    writer: str


@frozen(kw_only=True, eq=False)
class _Dates:
    """The words of dates in a language."""

    #: Those that a date is made of.
    hard: frozenset[str]
    #: The small ones between.
    small: frozenset[str]
    #: The pattern of a part of a sentence; weekdays and months of several words are one.
    part: re.Pattern[str]


@lru_cache(maxsize=8)
def _verbs(languages: Languages) -> re.Pattern[str]:
    """Return the pattern of all verbs, the longest first."""
    words = {word for code in languages for word in LANGUAGES[code].wrote}
    ordered = sorted((re.escape(word) for word in words), key=lambda word: (-len(word), word))
    return re.compile(
        "|".join(rf"(?<![^\W\d_]){word}(?![^\W\d_])" if word.isascii() or word[0] < "\u1100" else word for word in ordered), re.IGNORECASE
    )


@lru_cache(maxsize=1)
def _undated_verbs() -> re.Pattern[str]:
    """Return the pattern of all verbs, and of the words that stand in their place where no date is printed."""
    words = {re.escape(word) for code in ALL for word in LANGUAGES[code].quotes}
    quotes = "|".join(sorted(words, key=lambda word: (-len(word), word)))
    return re.compile(rf"(?<![^\W\d_])(?:{quotes})(?![^\W\d_])|{_verbs(ALL).pattern}", re.IGNORECASE)


@lru_cache(maxsize=64)
def _speakers(verb: str) -> Languages:
    """Return the languages that have this verb."""
    return tuple(code for code in ALL if any(word.lower() == verb for word in (*LANGUAGES[code].wrote, *LANGUAGES[code].quotes)))


@lru_cache(maxsize=64)
def _around(code: str) -> re.Pattern[str]:
    """Return the pattern of what stands beside the writer: the verb, and small words."""
    language = LANGUAGES[code]
    words = sorted((re.escape(word) for word in {*language.wrote, *language.quotes, *language.around}), key=lambda word: (-len(word), word))
    return re.compile("|".join(rf"(?<![^\W\d_]){word}(?![^\W\d_])" if word[0] < "\u1100" else word for word in words), re.IGNORECASE)


@lru_cache(maxsize=64)
def _opening(code: str) -> re.Pattern[str] | None:
    """Return the pattern of the words that open the sentence."""
    words = sorted((re.escape(word) for word in LANGUAGES[code].opens), key=lambda word: (-len(word), word))
    return re.compile(rf"(?:{'|'.join(words)})(?![^\W\d_])[.:]?\s*", re.IGNORECASE) if words else None


@lru_cache(maxsize=64)
def _of_dates(code: str) -> _Dates:
    """Return the words of dates in a language."""
    languages = (code, "en")
    small = {token for other in languages for words in LANGUAGES[other].between for token in plain(words).replace(".", " ").split()}
    halves = {plain(word) for half in LANGUAGES[code].halves for word in half}
    named = phrases((code,))
    return _Dates(
        hard=frozenset({*weekday_words(languages), *month_words(languages), *halves, "am", "pm"}),
        small=frozenset(small | {"a", "p", "m", "gmt", "utc"}),
        part=re.compile(f"{named.pattern}|{_PART.pattern}", re.IGNORECASE) if named else _PART,
    )


def read_sentence(text: str) -> Sentence | None:
    """Read the sentence above a quotation, which ends with a colon; None if it is none.

    >>> read_sentence("El vie, 3 may 2019 a las 10:11, Ana Ruiz <ana@ruiz.es> escribió:").writer
    'Ana Ruiz <ana@ruiz.es>'
    """
    body = text.rstrip(" :")
    return read_dated(body) if len(body) <= LONGEST and (_ADDRESS.search(body) or _time_of(body)) else None


def read_dated(text: str) -> Sentence | None:
    """Read the sentence above a quotation, which may have neither a time nor an address: prose has such lines, too.

    >>> read_dated("On Fri, 3 May 2019, Ana Ruiz wrote:").writer
    'Ana Ruiz'
    """
    body = text.rstrip(" :")
    if len(body) > LONGEST or not _has_date(body):
        return None
    found = list(_verbs(ALL).finditer(body))
    for match in reversed(found):
        sentences = [sentence for code in _speakers(match[0].lower()) if (sentence := _in_language(body, code, match[0])) is not None]
        if sentences:
            return min(sentences, key=lambda sentence: len(sentence.writer))  # a small word of another language is left beside the writer
    return None if found or not _CLOSES.search(body) else read_without_verb(body)


def _in_language(body: str, code: str, verb: str) -> Sentence | None:
    """Read a sentence of one language: without its opening, verb and small words a date and a writer are left."""
    opening = _opening(code)
    opens = opening.match(body) if opening else None
    rest = body[opens.end() :] if opens else body
    parted = _parted(rest, code)
    if parted is None:
        return None
    before, date, behind = parted
    around = _around(code)
    sides = [side for side in (_without_opening(_tidy(around.sub(" ", before)), code), _tidy(around.sub(" ", behind))) if side]
    if len(sides) != 1 or not is_writer(sides[0]):
        return None
    return Sentence(language=code, verb=verb, date=date, writer=sides[0])


def read_without_verb(body: str) -> Sentence | None:
    """Read a date and, behind it, a writer with an address: some programs print no more.

    >>> read_without_verb("2019/5/3 Ana Ruiz <ana@ruiz.eu>").date
    '2019/5/3'
    """
    for code in ALL:
        opening = _opening(code)
        opens = opening.match(body) if opening else None
        parted = _parted(body[opens.end() :] if opens else body, code)
        if parted is None or _tidy(parted[0]) or not _ADDRESS.search(parted[2]):
            continue
        writer = _tidy(_around(code).sub(" ", parted[2]))
        if is_writer(writer):
            return Sentence(language=code, verb="", date=parted[1], writer=writer)
    return None


def read_undated(text: str) -> Sentence | None:
    """Read a writer and a verb, and nothing else; None if anything is left. Prose has such lines, so that something else must tell that it is a mail's.

    >>> read_undated("Ana Ruiz <ana@ruiz.eu> schrieb:").writer
    'Ana Ruiz <ana@ruiz.eu>'
    """
    body = text.rstrip(" :")
    if len(body) > _LONGEST_UNDATED or any(map(str.isdigit, _IN_ADDRESS.sub(" ", body))):
        return None
    for match in _undated_verbs().finditer(body):
        for code in _speakers(match[0].lower()):
            writer = _tidy(_around(code).sub(" ", body))
            if is_writer(writer) and is_named(writer):
                return Sentence(language=code, verb=match[0], date="", writer=writer)
    return None


def _without_opening(side: str, code: str) -> str:
    """Drop the small word before the date from the end of what stands before it: "X wrote on"."""
    words = side.split()
    small = {plain(word) for word in LANGUAGES[code].opens} | _of_dates(code).small
    while words and plain(words[-1]) in small:
        del words[-1]
    return " ".join(words).strip(_EDGES)


def read_marked(text: str) -> Sentence | None:
    """Read a writer and, behind, a date between the marks of GroupWise; None if it is anything else.

    >>> read_marked("Ana Ruiz <ana@ruiz.eu> 3-5-2019 10:11").date
    '3-5-2019 10:11'
    """
    parted = _parted(text, "en") if len(text) <= LONGEST and (_ADDRESS.search(text) or _time_of(text)) else None
    if parted is None or _tidy(parted[2]) or not is_writer(writer := _without_opening(_tidy(parted[0]), "en")):
        return None
    return Sentence(language="", verb="", date=parted[1], writer=writer)


def _tidy(side: str) -> str:
    side = " ".join(side.split()).strip(_EDGES)
    side = side.removesuffix("(").rstrip(_EDGES) if side.count("(") > side.count(")") else side
    side = side.removeprefix(")").lstrip(_EDGES)
    return side if any(map(str.isalnum, side)) or marks_in_person(side) else ""


def _parted(text: str, code: str) -> tuple[str, str, str] | None:
    """Cut a text into what stands before its date, the date with its time, and what stands behind."""
    time = _time_of(text)
    words = _of_dates(code)
    anchor = time.span() if time else _day_of(text)
    if anchor is None:
        return None
    start = _reach_back(text, anchor[0], words)
    end = _reach_on(text, anchor[1], words, dated=_has_date(text[start : anchor[1]]))
    date = text[start:end]
    return (text[:start], date, text[end:]) if _has_date(date) else None


def _time_of(text: str) -> re.Match[str] | None:
    """Find the time of day: a colon or an h tells it from a date; of those with a stop the last is one."""
    found = [match for match in _TIME.finditer(text) if not _is_dated(text, match)]
    return next((match for match in found if not match["stop"]), found[-1] if found else None)


def _is_dated(text: str, time: re.Match[str]) -> bool:
    """Say whether two numbers with a stop are the day and month of a date."""
    return time["stop"] is not None and re.match(r"\.\s?\d", text[time.end() : time.end() + 4]) is not None


def _day_of(text: str) -> tuple[int, int] | None:
    year = _YEAR_FIRST.search(text) or _YEAR.search(text)
    return year.span() if year else None


def _has_date(text: str) -> bool:
    return _YEAR.search(text) is not None or _SHORT_DATE.search(text) is not None


def _is_of_date(part: str, words: _Dates) -> bool | None:
    """Say whether a part belongs to a date: True if dates are made of it, None if it may stand between, False if not."""
    if part.isdigit():
        return len(part) in {1, 2, 4}
    if part in _SIGNS:
        return None
    word = as_word(part)
    if word in words.hard:
        return True
    return None if word in words.small or part in "()（）" or _EAST.sub("", part) == "" else False


def _reach_back(text: str, at: int, words: _Dates) -> int:
    """Walk from the time to the first part that the date is made of."""
    start = at
    for part in reversed([*words.part.finditer(_spread(text[:at]))]):
        told = _is_of_date(part[0], words)
        if told is False:
            break
        if told:
            start = part.start()
    return start


def _reach_on(text: str, at: int, words: _Dates, *, dated: bool) -> int:
    """Walk from the time to the last part of the date: its half of the day, and the day itself if it does not stand before."""
    half = _HALF.match(text, at)
    end = half.end() if half else at
    for part in words.part.finditer(_spread(text), end):
        told = _is_of_date(part[0], words)
        closes = plain(part[0]) in words.small - _PARTICLES
        if told is False or (dated and not closes and part[0] not in "-."):
            break
        if told or closes:
            end = part.end()
    return end


def _spread(text: str) -> str:
    """Set the signs of Chinese, Japanese and Korean dates apart from words, at the same places."""
    return text if text.isascii() else _EAST.sub(lambda match: " " * len(match[0]), text)
