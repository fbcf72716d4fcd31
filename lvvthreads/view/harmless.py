"""Text from strangers, made safe to show.

What comes in was printed, scanned and published by others, or read from any file at all: it may hold terminal commands, marks that turn the
direction of writing, or HTML.
What goes out is one line without any of these: every character that would not be seen stands there as its escape.
"""

from __future__ import annotations

import html
import re
import unicodedata

#: Blanks, tabs and line ends; C0 only, so that the rarer line separators stay visible as escapes.
_BLANKS = re.compile(r"[\t\n\v\f\r\x20]+")


def harmless(text: str) -> str:
    r"""Return the text as one line that does nothing to a terminal.

    >>> harmless("see\n\tbelow")
    'see below'
    >>> print(harmless("\x1b[2J gone \u202e fdp"))
    \x1b[2J gone \u202e fdp
    """
    if text.isprintable():
        return text
    shown = _BLANKS.sub(_without_breaks, text)
    return shown if shown.isprintable() else "".join(map(_visible, shown))


def escaped(text: str) -> str:
    r"""Return the text as one line that does nothing in HTML, neither between tags nor in a quoted attribute.

    >>> print(escaped('<b title="x">'))
    &lt;b title=&quot;x&quot;&gt;
    """
    return html.escape(harmless(text), quote=True)


def shortened(text: str, length: int) -> str:
    """Return the harmless text, cut to this many characters with an ellipsis.

    >>> shortened("Processchema", 8)
    'Process…'
    """
    shown = harmless(text)
    return shown if len(shown) <= length else shown[: length - 1].rstrip() + "…"


def _without_breaks(blanks: re.Match[str]) -> str:
    """Keep blanks as they are, and put one in place of a line's end with the blanks around it."""
    return " " if blanks[0].strip(" ") else blanks[0]


def _visible(char: str) -> str:
    if char.isprintable():
        return char
    if unicodedata.category(char) == "Zs":  # a no-break space and its kin
        return " "
    return char.encode("ascii", "backslashreplace").decode("ascii") if char >= "\x80" else f"\\x{ord(char):02x}"
