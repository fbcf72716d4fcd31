"""Bytes become text without loss, and what had to be assumed is said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lvvthreads.document.decode import decode, is_binary


@pytest.mark.parametrize(
    ("content", "text", "defects"),
    [
        pytest.param(b"Van: Jos\xc3\xa9", "Van: José", (), id="UTF-8"),
        pytest.param(b"\xef\xbb\xbfVan: Jos\xc3\xa9", "Van: José", ("byte-order-mark",), id="UTF-8 with a mark"),
        pytest.param(b"Van: Jos\xe9 \x80 5", "Van: José € 5", ("decoded-as-windows-1252",), id="Windows-1252"),
        pytest.param(b"\x81\x8d\x8f\x90\x9d\xe9", "\x81\x8d\x8f\x90\x9d\xe9", ("decoded-as-windows-1252",), id="its undefined bytes"),
        pytest.param(
            b"Jos\xc3\xa9, Ren\xc3\xa9, Andr\xc3\xa9 en Jos\xe9",
            "José, René, André en José",
            ("partly-decoded-as-windows-1252",),
            id="two encodings in one file: the good half stays good",
        ),
        pytest.param(b"\xff\xfeV\0a\0n\0\xe9\0", "Vané", ("byte-order-mark", "decoded-as-utf-16"), id="UTF-16 from Windows"),
        pytest.param(b"\xfe\xff\0V\0a\0n", "Van", ("byte-order-mark", "decoded-as-utf-16"), id="UTF-16, big end first"),
        pytest.param(b"\xff\xfe\0\0V\0\0\0", "V", ("byte-order-mark", "decoded-as-utf-32"), id="UTF-32"),
        pytest.param(b"\xff\xfeV\0\x00\xd8", "V\ufffd", ("byte-order-mark", "decoded-as-utf-16"), id="half a UTF-16 pair"),
        pytest.param(b"a\0b", "a\0b", ("nul-characters",), id="NUL stays where it was"),
        pytest.param(b"a\r\nb\rc", "a\r\nb\rc", (), id="line ends stay as they are"),
    ],
)
def test_decode(content: bytes, text: str, defects: tuple[str, ...]) -> None:
    """The text and the names of its oddities are as a reader would say."""
    assert decode(content) == (text, defects)


@given(st.binary(max_size=80))
def test_any_bytes_become_text_that_utf_8_can_hold(content: bytes) -> None:
    """Decoding never raises and never leaves half a surrogate pair."""
    decode(content)[0].encode("utf-8")


@given(st.text(max_size=80))
def test_utf_8_comes_back_to_the_character(text: str) -> None:
    """What was written as UTF-8 is read as it was, a byte order mark apart."""
    assert decode(text.encode())[0] == text.removeprefix("\ufeff")


def test_some_nul_characters_do_not_make_a_text_binary() -> None:
    """Real releases have them, one in some thousand characters."""
    assert not is_binary("Van: Jansen\0\n" * 3)
    assert is_binary("\x00\x01\x02Van\x03\x04\x05\x06")
