"""Read a subject: its reply and forward prefixes in their misreadings, and what remains.

What is hard: "RI:", "kh:", "I-W:" and "tvv." are prefixes, "LVV:" and "NB:" are not, and only their shape or the same subject elsewhere tells.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from rapidfuzz.distance import Levenshtein

from lvvthreads.exemption.find import marks_in
from lvvthreads.header.block import Subject
from lvvthreads.header.fold import fold, plain
from lvvthreads.header.language import BASE, LANGUAGES, Languages, prefixes

if TYPE_CHECKING:
    from collections.abc import Callable

#: One token and a separator at the head of a subject; a letter read as two strokes may have a hyphen in it ("I-W").
_TOKEN = re.compile(r"[\s_|'\"‘’“”\[(.,•*~-]{0,8}([^\W_](?:[\w|!\]\[-]{0,11}))\s?([:;.：])\s*")
#: How many times a mail went to and fro, as some programs count it: "Re[2]:", "RE(3):".
_COUNT = re.compile(r"[\[(^]\d{1,2}[\])]?$")
_LONE_COLON = re.compile(r"[\s_|'‘’]{0,4}[:;]\s+(?=\S)")
#: What W becomes: itself, or two strokes each way.
_W = re.compile(r"w|vv|\\/\\/|uu", re.IGNORECASE)
#: First letters that R becomes in print this small: of its class by shape. F, read as E, I, P, t and r, is told by the W behind it.
_R = frozenset("rRkKPBhH")
#: A prefix whose colon is lost: in capitals, or before a subject that is known without it.
_BARE = re.compile(r"\W{0,3}([RFEI][^\W_]{0,2}[!|]?)\W?\s+(?=\S)")
_PLAIN = frozenset(("RE", "FW", "FWD"))
#: Small words of that shape.
_WORDS = frozenset(("is", "in", "er", "ik", "it", "if", "for", "i", "e", "eu", "een", "fte"))
_MOST_PREFIXES = 12
#: RFC 5256 (2.1): the name of a mailing list in brackets, alone, before a prefix and within it; a forward that is told behind the subject, or around it.
_LIST = re.compile(r"(?:\[[^\[\]]{1,60}\]\s{0,3}){1,4}(?=\S)")
_LIST_THEN_PREFIX = re.compile(_LIST.pattern + r"(?=(?:re|fwd?)\s{0,3}(?:\[[^\[\]]{0,60}\]\s{0,3})?:)", re.IGNORECASE)
_PREFIX_WITH_LIST = re.compile(r"(re|fwd?)\s{0,3}\[(?!\d{1,2}\])[^\[\]]{0,60}\]\s{0,3}:\s*", re.IGNORECASE)
_FORWARDED_BEHIND = re.compile(r"(?:\s{0,3}\(fwd\)){1,4}\s*$", re.IGNORECASE)
#: A prefix of two letters is misread with one of them left.
_HALF = 0.45


def _is_never(base: str) -> bool:
    del base
    return False


def read_subject(text: str, *, known: Callable[[str], bool] = _is_never, languages: Languages = BASE) -> Subject:
    """Read the subject in the value of its field; ``known`` says whether some other mail has this subject without prefix.

    ``languages`` are those whose prefixes are looked for.

    >>> read_subject("RE: I-W: Vergaderzaal")
    Subject(clean='Vergaderzaal', raw='RE: I-W: Vergaderzaal', prefixes=('RE', 'FW'))
    >>> read_subject("ABC: voortgang").clean
    'ABC: voortgang'
    """
    raw = " ".join(text.split())
    rest = raw
    found: list[str] = []
    lists = ""
    if behind := _FORWARDED_BEHIND.search(rest) if rest.endswith(")") else None:
        found, rest = ["FW"], rest[: behind.start()]
    while len(found) < _MOST_PREFIXES:
        if "[" in rest and (named := _PREFIX_WITH_LIST.match(rest)):
            found.append("RE" if named[1].lower() == "re" else "FW")
            rest = rest[named.end() :]
            continue
        if rest.startswith("[") and (before := _LIST_THEN_PREFIX.match(rest)):
            lists, rest = lists + before.group(), rest[before.end() :]
        match = _TOKEN.match(rest)
        prefix = match and match.end() < len(rest) + 1 and prefix_of(match[1], match[2], rest[match.end() :], known, languages)
        if not match or not prefix:
            break
        found.append(prefix)
        around = "[" in rest[: match.start(1)] and rest.endswith("]") and rest.count("[") == 1
        rest = rest[match.end() : -1] if around else rest[match.end() :]
    bare = _BARE.match(rest) if not found else None
    if (
        bare
        and plain(bare[1]) not in _WORDS
        and (bare[1] in _PLAIN or (known(rest[bare.end() :]) and prefix_of(bare[1], ":", rest[bare.end() :], known, languages)))
    ):
        found.append("FW" if _W.search(bare[1]) else "RE")  # only the colon is lost
        rest = rest[bare.end() :]
    lone = _LONE_COLON.match(rest)
    if lone:  # the colon of a prefix whose letters are lost: replies are several times as frequent as forwards
        rest = rest[lone.end() :]
        found = found or ["RE"]
    if lists and not rest.lower().startswith(lists.strip().lower()):
        rest = f"{lists.strip()} {rest}"
    return Subject(clean=_without_marks(rest).strip(" _|"), raw=raw, prefixes=tuple(found))


def base_subject(clean: str) -> str:
    """Return what subjects of one exchange share: a subject without prefixes, and without the names of mailing lists before it.

    >>> base_subject("[bestuur] Zaal"), base_subject("[bestuur]")
    ('Zaal', '[bestuur]')
    """
    named = _LIST.match(clean) if clean.startswith("[") else None
    return clean[named.end() :] if named else clean


def _without_marks(text: str) -> str:
    """Return a subject without the redaction marks at its end: what they cover stands beside it, or is no words."""
    marks = marks_in(text)
    while marks and not text[marks[-1].end :].strip(" _|,;"):
        text = text[: marks[-1].start].rstrip()
        marks = marks[:-1]
    return text


def prefix_of(token: str, separator: str, rest: str, known: Callable[[str], bool], languages: Languages = BASE) -> str | None:
    """Return ``RE`` or ``FW`` if the token can be a prefix here, else None."""
    word = _COUNT.sub("", plain(token))
    spelled = prefixes(languages)
    if word in spelled:
        return spelled[word] if separator != "." or len(word) > 2 or token.isupper() else None
    letters = [c for c in token if c.isalpha()]
    if not letters or len(token) > 4:
        return None
    shape = _likeliest(word, languages) or ("FW" if _W.search(token) else "RE")
    if known(rest):
        return shape
    if separator == "." and shape != "FW":
        return None
    acronym = token.isupper() and len(token) >= 3 and token.isalpha()
    if shape == "FW" and word[0] == "f":
        return shape
    if acronym or word.isdigit():
        return None
    if shape == "FW":
        return shape if len(token) <= 4 and not word.startswith(("ww", "kw", "gw", "bw", "ow")) else None
    if token[0] in _R or len(token) == 1:
        return shape if len(token) <= 3 else None
    # two or three upright strokes in small letters are no word: what remains of a prefix in bad print
    return shape if len(token) <= 3 and set(word) <= set("iul1|j") else None


def _likeliest(word: str, languages: Languages) -> str | None:
    """Return the form of the prefix that a misread word is most like, in a language with prefixes of its own; None where two forms are as likely."""
    folded = fold(word)
    weighed = {
        form: max(Levenshtein.normalized_similarity(folded, spelled) for spelled in words) for form, words in _own_prefixes(languages)
    }
    best = max(weighed, key=lambda form: (weighed[form], form), default=None)
    return best if best and weighed[best] > _HALF and list(weighed.values()).count(weighed[best]) == 1 else None


@lru_cache(maxsize=64)
def _own_prefixes(languages: Languages) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return form -> prefixes folded, of the languages beside those of every document; nothing if they have none of their own."""
    own = {word: form for code in languages if code not in BASE for word, form in LANGUAGES[code].prefixes.items()}
    if not own:
        return ()
    known = own | {"re": "RE", "fw": "FW", "fwd": "FW"}
    return tuple((form, tuple(fold(word) for word, other in known.items() if other == form)) for form in ("RE", "FW"))
