"""What the value of a line says about which field it is: a date, people, a subject, file names, or prose.

Each function takes text without its label and gives log-odds, positive for, negative against.
They are asked about the same lines again and again, so they remember.
"""

from __future__ import annotations

import re
from functools import lru_cache

from lvvthreads.exemption.find import marks_in_person
from lvvthreads.header import weights
from lvvthreads.header.language import BASE, Languages, prefixes
from lvvthreads.header.wording import SALUTATIONS

#: "DG/DIR/AFD": groups of letters, mostly capitals, with strokes between; a stroke or letter is misread at times.
UNIT = re.compile(
    r"(?=[A-Z0-9&])(?=[^\s;]{0,12}[A-Z][^\s;]{0,12}[A-Z])[A-Z0-9&][A-Za-z0-9&.)’'\\]{0,9}[/!\\|]{1,2}[A-Za-z0-9&.)(’'\\\[î]{1,10}(?:[/!\\|]{1,2}[A-Za-z0-9&.)(’'\\\[î]{1,10}){0,5}"
)
_ADDRESS = re.compile(r"@|\[?mailto|<[^<>]*>?|[\w.-]+\.(?:nl|com|org|gov|net|eu|be|de|fr|uk)\b", re.IGNORECASE)
#: What every address has, or the remains of one; a quick look.
_IN_ADDRESS = re.compile(r"[@<.]|mailto", re.IGNORECASE)
#: "Riezen, mr. dr. C." or "Mills, Cheryl D": a surname, a comma, then given name or initials.
_SURNAME_FIRST = re.compile(r"^'?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?, ?(?:[a-z]{1,4}\. )*[A-Z]")
_WORDS = re.compile(r"[^\W\d_]{2,}")
#: The words within addresses are small ones, and no prose.
_IN_ADDRESSES = re.compile(r"[\w.+-]{1,64}@[\w.-]{0,64}")
_FILE = re.compile(r"\.(?:docx?|pdf|xlsx?|pptx?|msg|jpe?g|png|gif|zip|txt|rtf|odt|tiff?|csv|eml|ics|htm)\b", re.IGNORECASE)
_PREFIX_LIKE = re.compile(r"^[\W_]{0,2}[A-Za-z][\w-]{0,3}\s?[:.;] ?\S")
_SURELY_PROSE = -2.0
_SMALL_WORDS = re.compile(r"(?<![^\s(\"'‘“-])[a-zà-ÿ]{2,}(?![^\W_])")
_MANY_SMALL, _LONG_LINE = 6, 45
_HEAD_SEPARATOR = re.compile(r".{0,24}[:;@<]")
_SPECKS = re.compile(r"[\W_]*(?:\w[\W_]*){0,2}$")
_SALUTATION = re.compile(
    r"^[\s>]{{0,40}}\W{{0,3}}(?=[{}])(?:{})\b".format("".join(sorted({word[0] for word in SALUTATIONS})), "|".join(SALUTATIONS)),
    re.IGNORECASE,
)


def is_speck(text: str) -> bool:
    """Say whether a line holds nothing but box remains, strokes or at most two letters or digits."""
    return len(text) < 200 and _SPECKS.match(text) is not None


def is_salutation(text: str) -> bool:
    """Say whether a line addresses a reader ("Beste ...", "Dear ...")."""
    return _SALUTATION.match(text) is not None


@lru_cache(maxsize=32768)
def people(text: str) -> float:
    """Weigh text as a list of people."""
    if not text:
        return 0.0
    head = text[:400]
    prose = _prose(head)
    if prose < 0 and "lid" in head:
        prose = _prose(without_marks(head))  # "5.1 lid 2 sub e" is no prose
    if prose < _SURELY_PROSE:
        return prose
    found = marks_in_person(head)
    marks = len(found)
    addresses = len(_ADDRESS.findall(head)) if _IN_ADDRESS.search(head) else 0
    tells = weights.PEOPLE
    score = tells["mark"] * min(marks, 2) + tells["address"] * min(addresses, 2)
    if UNIT.search(head):
        score += tells["unit"]
    if ";" in head:
        score += tells["semicolon"]
    if _SURNAME_FIRST.match(head.strip()):
        score += tells["surname first"]
    return score + prose


def without_marks(text: str) -> str:
    """Return a text without the redaction marks in it."""
    for mark in reversed(marks_in_person(text)):
        text = f"{text[: mark.start]} {text[mark.end :]}"
    return text


def _prose(text: str) -> float:
    """Weigh words in small letters against a list of people: prose has many."""
    small = sum(word.islower() for word in _WORDS.findall(_IN_ADDRESSES.sub(" ", text) if "@" in text else text))
    return 0.0 if small < 3 else weights.PEOPLE["small word"] * min(small - 2, 8)


@lru_cache(maxsize=32768)
def subject(text: str, languages: Languages = BASE) -> float:
    """Weigh text as a subject without label: only a prefix tells."""
    if not text or len(text) > 160:
        return -2.0
    if has_prefix(text, languages):
        return weights.SUBJECT["prefix"]
    return weights.SUBJECT["prefix-like"] if _PREFIX_LIKE.match(text) and people(text) < 1 else -1.0


@lru_cache(maxsize=64)
def _prefix(languages: Languages) -> re.Pattern[str]:
    return re.compile(r"^[\W_]{{0,3}}(?:{})\s?[:;]".format("|".join(map(re.escape, prefixes(languages)))), re.IGNORECASE)


def has_prefix(text: str, languages: Languages = BASE) -> bool:
    """Say whether a reply or forward prefix, spelled right, opens the text."""
    return _prefix(languages).match(text) is not None


@lru_cache(maxsize=32768)
def files(text: str) -> float:
    """Weigh text as file names."""
    if not text:
        return 0.0
    return weights.FILES["bare"] if _FILE.search(text) else -0.5


def looks_like_prose(text: str) -> bool:
    """Say whether a line reads like running text: many words in small letters."""
    return len(_SMALL_WORDS.findall(text, 0, 200)) >= _MANY_SMALL


@lru_cache(maxsize=32768)
def is_plainly_body(text: str) -> bool:
    """Say whether a line is running text, without the separator that a label at its head would have: no field begins or goes on there."""
    return (
        len(text) >= _LONG_LINE and _HEAD_SEPARATOR.match(text) is None and looks_like_prose(text) and (";" not in text or people(text) < 0)
    )
