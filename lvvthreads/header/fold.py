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

#: Pairs of letters read for one, and the other way round: all become the single letter.
PAIRS = (("rn", "m"), ("cl", "d"), ("vv", "w"), ("ii", "u"), ("ij", "y"))

_ACCENTS = re.compile("[\u0300-\u036f]")
_WORDS = re.compile(r"[^\W_]+")
_CLASS = str.maketrans({letter: shape[0] for shape in SHAPES for letter in shape})


def plain(text: str) -> str:
    """Lower the case and drop the accents.

    >>> plain("Ónderwèrp")
    'onderwerp'
    """
    if text.isascii():
        return text.lower()
    return _ACCENTS.sub("", unicodedata.normalize("NFKD", text.lower()))


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
