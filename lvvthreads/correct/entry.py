"""A correction in, its entry in TOML out: text that can be set behind the other entries of a file, which stays as its person wrote it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lvvthreads.correct.correction import Anchor, Correction

#: A half of a UTF-16 pair has no place in TOML.
_LOST = "\ufffd"
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"}


def entry_of(correction: Correction) -> str:
    """Return the entry of a correction, a line end behind each of its lines.

    >>> from lvvthreads.correct.correction import Anchor, Correction
    >>> print(entry_of(Correction(kind="no-parent", at=Anchor(document="a.txt", line=3, quote=("Van: A. Bos",)), why="see p. 2")), end="")
    [[correction]]
    kind = "no-parent"
    why = "see p. 2"
    <BLANKLINE>
    [correction.at]
    document = "a.txt"
    line = 3
    quote = [
      "Van: A. Bos",
    ]
    """
    return "".join(f"{line}\n" for line in _lines(correction))


def _lines(correction: Correction) -> Iterator[str]:
    yield "[[correction]]"
    for key in ("kind", "value", "by", "on", "why"):
        value = getattr(correction, key)
        if value is not None:
            yield f"{key} = {value if key == 'on' else quoted(value)}"
    yield from _anchor("at", correction.at)
    if correction.other is not None:
        yield from _anchor("other", correction.other)


def _anchor(name: str, anchor: Anchor) -> Iterator[str]:
    yield from ("", f"[correction.{name}]", f"document = {quoted(anchor.document)}", f"line = {anchor.line}")
    for key, lines in (("quote", anchor.quote), ("before", anchor.before), ("after", anchor.after)):
        if lines:
            yield f"{key} = ["
            yield from (f"  {quoted(line)}," for line in lines)
            yield "]"


def quoted(text: str) -> str:
    r"""Return a text as a TOML string on one line; what cannot be seen stands there as its escape.

    >>> print(quoted('a "b"\x1b'))
    "a \"b\"\u001b"
    """
    return f'"{"".join(map(_escaped, text))}"'


def _escaped(char: str) -> str:
    if char in _ESCAPES:
        return _ESCAPES[char]
    if char.isprintable():
        return char
    if "\ud800" <= char <= "\udfff":
        return _LOST
    return f"\\u{ord(char):04x}" if char <= "\uffff" else f"\\U{ord(char):08x}"
