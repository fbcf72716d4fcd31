"""Fold text to what OCR leaves of it, so that two readings of the same print compare as equal.

Letters that scanners take for one another become one letter of their class, pairs that look like one letter become that letter, accents and case go.
A folded string is for comparing only: it is never shown.
The classes follow the shapes of printed letters, not any one release.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from functools import lru_cache
from typing import TYPE_CHECKING

from rapidfuzz.distance import Levenshtein

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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
_STROKED = re.compile("[łıđø]")

#: Pairs of letters read for one, and the other way round: all become the single letter.
PAIRS = (("rn", "m"), ("cl", "d"), ("vv", "w"), ("ii", "u"), ("ij", "y"))

_ACCENTS = re.compile("[\u0300-\u036f]")
_WORDS = re.compile(r"[^\W_]+")
#: Dashes, dots and quotation marks of print: none has the shape of a letter, or is made of letters.
_SIGNS = re.compile("[‘’‚“”„–—•…«»·€\u00a0]")
_SHAPE = {letter: shape[0] for shape in SHAPES for letter in shape}
_CLASS = str.maketrans(_SHAPE | {letter: _SHAPE.get(latin, latin) for letter, latin in LIKE_LATIN.items()})
#: The same for plain text of 128 signs, as most is: what is neither letter nor digit goes, or becomes a blank.
_ASCII = [chr(code) for code in range(128)]
_LETTERS = str.maketrans({sign: sign if sign.isalnum() else None for sign in _ASCII})
_FOLDED = str.maketrans({sign: shape if (shape := _SHAPE.get(sign, sign)).isalnum() else None for sign in _ASCII})
_FOLDED_WORDS = str.maketrans({sign: shape if (shape := _SHAPE.get(sign, sign)).isalnum() else " " for sign in _ASCII})


def plain(text: str) -> str:
    """Lower the case and drop the accents.

    >>> plain("Ónderwèrp"), plain("WYSŁANO")
    ('onderwerp', 'wyslano')
    """
    if text.isascii():
        return text.lower()
    text = _ACCENTS.sub("", unicodedata.normalize("NFKD", text.lower()))
    return text.translate(_STROKES) if _STROKED.search(text) else text


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Fold letters of one shape together and drop what is neither letter nor digit.

    >>> fold("Verz0nclen") == fold("verzonden")
    True
    """
    text = _paired(_plain_words(text))
    return text.translate(_FOLDED) if text.isascii() else "".join(_WORDS.findall(text.translate(_CLASS)))


def fold_words(text: str) -> list[str]:
    """Fold a text word by word.

    >>> fold_words("de Vergaderzaal, 2") == fold_words("dc Vcrgaderzaal. 2")
    True
    """
    text = _paired(_plain_words(text))
    return text.translate(_FOLDED_WORDS).split() if text.isascii() else _WORDS.findall(text.translate(_CLASS))


def _plain_words(text: str) -> str:
    """Make a text plain, with a blank for each sign that only print has: without them most text is of the first 128."""
    return plain(text if text.isascii() else _SIGNS.sub(" ", text))


def _paired(text: str) -> str:
    """Make one letter of the pairs that look like one."""
    for pair, single in PAIRS:
        text = text.replace(pair, single)
    return text


def runs_of_three(words: Sequence[str]) -> Iterator[int]:
    """Return a hash of each three words that follow one another, the same in every run of the program."""
    return map(zlib.crc32, map(str.encode, map(" ".join, zip(words, words[1:], words[2:], strict=False))))


def words_only(text: str) -> str:
    """Keep letters and digits, lowered and without accents: what two clean readings agree in.

    >>> words_only("RE: Côte d'Or - 2")
    'recotedor2'
    """
    text = _plain_words(text)
    return text.translate(_LETTERS) if text.isascii() else "".join(_WORDS.findall(text))


@lru_cache(maxsize=65536)
def alikeness(a: str, b: str) -> float:
    """Return how alike two strings are when shapes are folded: 0 to 1, the share of letters that an edit leaves in place."""
    return Levenshtein.normalized_similarity(fold(a), fold(b))
