"""Fold text to what OCR leaves of it, so that two readings of the same print compare as equal.

Letters that scanners take for one another become one letter of their class, pairs that look like one letter become that letter, accents and case go.
A folded string is for comparing only: it is never shown.
The classes follow the shapes of printed letters, not any one release.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

#: Letters and signs of one shape, each class named by its first member.
SHAPES = (
    "il1|![]j/\\",  # upright strokes
    "o0qø°",  # rings
    "ecé",  # open rings
    "b86",
    "s5$",
    "z27",
    "g9",
    "uv",
)
#: Letters of other alphabets -> the Latin letter of their shape, small or capital: a scan of mixed text has either.
LIKE_LATIN = {
    **dict(zip("авекмнорстухіјѕ", "abekmhopctyxijs", strict=True)),  # Cyrillic
    **dict(zip("αβεικνορτυχ", "abeiknoptyx", strict=True)),  # Greek
}
#: Letters whose stroke or dot is no accent that could be taken off.
_STROKES = str.maketrans({"ł": "l", "ı": "i", "đ": "d", "ø": "o"})

#: Pairs of letters read for one, and the other way round: all become the single letter.
PAIRS = (("rn", "m"), ("cl", "d"), ("vv", "w"), ("ii", "u"), ("ij", "y"))

_ACCENTS = re.compile("[\u0300-\u036f]")
_WORDS = re.compile(r"[^\W_]+")
_SHAPE = {letter: shape[0] for shape in SHAPES for letter in shape}
_CLASS = str.maketrans(_SHAPE | {letter: _SHAPE.get(latin, latin) for letter, latin in LIKE_LATIN.items()})


def plain(text: str) -> str:
    """Lower the case and drop the accents.

    >>> plain("Ónderwèrp"), plain("WYSŁANO")
    ('onderwerp', 'wyslano')
    """
    if text.isascii():
        return text.lower()
    return _ACCENTS.sub("", unicodedata.normalize("NFKD", text.lower())).translate(_STROKES)


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Fold letters of one shape together and drop what is neither letter nor digit.

    >>> fold("Verz0nclen") == fold("verzonden")
    True
    """
    text = plain(text)
    for pair, single in PAIRS:
        text = text.replace(pair, single)
    return "".join(_WORDS.findall(text.translate(_CLASS)))


def fold_words(text: str) -> list[str]:
    """Fold a text word by word.

    >>> fold_words("de Vergaderzaal, 2") == fold_words("dc Vcrgaderzaal. 2")
    True
    """
    text = plain(text)
    for pair, single in PAIRS:
        text = text.replace(pair, single)
    return _WORDS.findall(text.translate(_CLASS))


def words_only(text: str) -> str:
    """Keep letters and digits, lowered and without accents: what two clean readings agree in.

    >>> words_only("RE: Côte d'Or - 2")
    'recotedor2'
    """
    return "".join(_WORDS.findall(plain(text)))


@lru_cache(maxsize=65536)
def alikeness(a: str, b: str) -> float:
    """Return how alike two strings are when shapes are folded: 0 to 1, the share of letters that an edit leaves in place."""
    return Levenshtein.normalized_similarity(fold(a), fold(b))
