r"""Bytes in, text out, with named defects for whatever had to be assumed.

Releases come as UTF-8, as Windows-1252 from older Dutch desktops, as UTF-16 from Windows programs, and now and then as a mixture.
No byte is dropped but the byte order mark: a byte that an encoding leaves undefined becomes the control character of its number.
NUL characters stand in real text (some PDF fonts leave them for ligatures), so only a share of control characters that no text has
makes a file binary.
"""

from __future__ import annotations

import codecs
import re

#: Byte order marks, the longer before the shorter that begins it.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

#: The characters of Windows-1252; its five undefined bytes become the control characters of the same number, as browsers do it.
_WINDOWS_1252 = tuple(bytes([byte]).decode("windows-1252", "ignore") or chr(byte) for byte in range(256))

#: A byte that UTF-8 decoding has put aside (error handler "surrogateescape").
_ASIDE = re.compile("[\udc80-\udcff]")

#: Characters of more than one byte, read properly.
_BEYOND_ASCII = re.compile("[^\x00-\x7f\udc80-\udcff]")

#: Control characters that text has no use for; tab, newline, form feed, carriage return and the like are none.
_CONTROL = re.compile(r"[\x00-\x06\x0e-\x1a\x1c-\x1f\x7f]")

#: A share of control characters above this is no text.
#: In 1,200 files of real releases the highest share is 0.0003 (NULs); in compressed bytes it is 0.1.
_BINARY_SHARE = 0.05

#: So many control characters are let pass in any case: in a text of two lines one NUL is a large share.
_LET_PASS = 4


def decode(content: bytes) -> tuple[str, tuple[str, ...]]:
    r"""Return the text and its defects.

    >>> decode(b"Caf\xe9")
    ('Café', ('decoded-as-windows-1252',))
    """
    defects: list[str] = []
    encoding = "utf-8"
    for mark, name in _MARKS:
        if content.startswith(mark):
            content, encoding = content[len(mark) :], name
            defects.append("byte-order-mark")
            break
    if encoding == "utf-8":
        text, assumed = _utf_8(content)
    else:
        text, assumed = content.decode(encoding, "replace"), (f"decoded-as-{encoding[:6]}",)
    defects.extend(assumed)
    if "\0" in text:
        defects.append("nul-characters")
    return text, tuple(defects)


def is_binary(text: str) -> bool:
    """Tell whether decoded bytes hold more control characters than any text does."""
    return len(_CONTROL.findall(text)) > _LET_PASS + _BINARY_SHARE * len(text)


def _utf_8(content: bytes) -> tuple[str, tuple[str, ...]]:
    """Decode UTF-8; else what is not, or all of it where most of it is not, as Windows-1252."""
    try:
        return content.decode("utf-8"), ()
    except UnicodeDecodeError:
        text = content.decode("utf-8", "surrogateescape")
    # A file pieced together from two encodings must not lose its good half: whichever kind of character is more frequent decides.
    if len(_BEYOND_ASCII.findall(text)) > len(_ASIDE.findall(text)):
        return _ASIDE.sub(lambda match: _WINDOWS_1252[ord(match[0]) & 0xFF], text), ("partly-decoded-as-windows-1252",)
    return "".join([_WINDOWS_1252[byte] for byte in content]), ("decoded-as-windows-1252",)
