"""Foreign text: what must not reach a terminal or a browser as it is."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lvvthreads.view.harmless import escaped, harmless, shortened

SEEN = [
    ("Planning 2018", "Planning 2018"),
    ("één\xa0woord", "één woord"),  # a no-break space is a blank
    ("Van:\r\n\tPiet", "Van: Piet"),
    ("\x1b[31mrood\x1b[0m", r"\x1b[31mrood\x1b[0m"),  # a colour
    ("\x1b]0;titel\x07", r"\x1b]0;titel\x07"),  # the window's title
    ("\x9b2J", r"\x9b2J"),  # the same escape in one byte of C1
    ("\x7f\x00", r"\x7f\x00"),
    ("fdp.\u202egpj", r"fdp.\u202egpj"),  # a file name written backwards
    ("\u2066a\u2069\u200fb", r"\u2066a\u2069\u200fb"),
    ("a\u2028b\x85c", r"a\u2028b\x85c"),  # line ends that are not newlines
    ("onzicht\u200bbaar\ufeff", r"onzicht\u200bbaar\ufeff"),
    ("half \ud83d", r"half \ud83d"),  # a lone surrogate could not be written at all
    ("tag \U000e0041", r"tag \U000e0041"),
]


@pytest.mark.parametrize(("text", "expected"), SEEN)
def test_harmless_shows_what_would_not_be_seen(text: str, expected: str) -> None:
    """Every character that does something instead of being something stands there as its escape."""
    assert harmless(text) == expected


@given(st.text())
def test_harmless_text_is_one_visible_line(text: str) -> None:
    """Whatever comes in, no control, format, separator or surrogate character goes out."""
    shown = harmless(text)
    assert all(unicodedata.category(char)[0] != "C" and unicodedata.category(char) not in {"Zl", "Zp"} for char in shown)
    assert harmless(shown) == shown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ('x"onload="y', "x&quot;onload=&quot;y"),
        ("it's &amp;", "it&#x27;s &amp;amp;"),
        ("\x1b<", r"\x1b&lt;"),
    ],
)
def test_escaped_is_safe_between_tags_and_in_attributes(text: str, expected: str) -> None:
    """No tag opens and no quoted attribute closes."""
    assert escaped(text) == expected


def test_shortened_keeps_the_length() -> None:
    """The ellipsis counts."""
    assert shortened("Vergunning kade", 10) == "Vergunnin…"
    assert shortened("Vergunning kade", 15) == "Vergunning kade"
