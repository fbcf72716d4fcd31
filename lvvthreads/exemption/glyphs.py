r"""What OCR takes for what, within the few glyphs a redaction mark is made of.

A mark such as "10.2.e" stands in a printed box.
The box's edges are read as letters and glued on, and the glyphs themselves are mistaken for others.
This module is the table of those mistakes: for every printed glyph the characters it is read as, by how near they are.

>>> points("0", "O")
1
>>> points("0", "x")
0
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

#: For each printed glyph: the characters taken for it that look the same in many typefaces (near),
#: and those it becomes only when print or scan is bad, or when it runs into the edge of its box (far).
_CONFUSIONS: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        # A "1" within a box is an upright next to an upright: any letter with a stem will do.
        "1": ("Il|i!", "jJ[]{}tTrfFhHbkLdzaep/\\()‘'2"),
        "0": ("OoQD", "ö°UÖGC"),
        "2": ("zZ", "?7"),
        "5": ("Ss§", "$"),
    }
)

#: Characters that an edge of the box is read as: anything upright, curved or forked.
EDGE: Final = "1Il|i!jJ[]{}()tTrfFhHbkLdÍÌÎÏ/\\"

#: What stands where a full stop was printed, or where the letters were merely spaced.
STOP: Final = r"[ ._,'·°-]"

#: The letter that closes a ground, as it is read: accents and signs that are an "e" to the eye.
#: What is no letter of a ground at all ("j", "o") is most likely the "e", by far the most frequent ground.
_LETTERS: Final[Mapping[str, str]] = MappingProxyType({"é": "e", "è": "e", "ë": "e", "€": "e", "©": "e", "¢": "e", "o": "e", "j": "e"})

_EXACT_POINTS: Final = 2
_NEAR_POINTS: Final = 1


def points(printed: str, read: str) -> int:
    """Say how well a character read agrees with the glyph printed: 2 the same, 1 near, 0 far or missing."""
    if read == printed:
        return _EXACT_POINTS
    near, _ = _CONFUSIONS[printed]
    return _NEAR_POINTS if read and read in near else 0


def near(printed: str) -> str:
    """Give the regex class of the glyph and its near confusions."""
    return f"[{re.escape(printed + _CONFUSIONS[printed][0])}]"


def wide(printed: str) -> str:
    """Give the regex class of the glyph and all its confusions."""
    return f"[{re.escape(printed + ''.join(_CONFUSIONS[printed]))}]"


def letter(read: str) -> str:
    """Give the letter of a ground that a character stands for.

    >>> letter("E"), letter("é")
    ('e', 'e')
    """
    return _LETTERS.get(read, read).lower()


def edge() -> str:
    """Give the regex class of the characters a box's edge is read as."""
    return f"[{re.escape(EDGE)}]"
