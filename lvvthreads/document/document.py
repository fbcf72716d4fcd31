"""The text of one file as numbered lines on numbered pages.

A document keeps its text to the character.
Every later value of the pipeline points back into it by line number, so this module is the only one that decides what a line and what a page is:
a line ends at a newline, a form feed begins a page and begins a line where it does not stand at the start of one already.
"""

from __future__ import annotations

import hashlib
import re
from functools import cached_property

from attrs import field, frozen

from lvvthreads.document.pages import page_numbers
from lvvthreads.document.running import running_lines

#: How many hexadecimal digits of the content's digest name a source.
#: Twelve keep the chance of two sources of one name below one in a million for 20,000 files.
_ID_DIGITS = 12

#: One line with its end: up to and including a newline, or up to a form feed that stands within it.
_LINE = re.compile(r"\f?[^\n\f]*\n|\f?[^\n\f]+|\f")


@frozen(kw_only=True)
class Document:
    """One file of a dossier: its name and its text, read as numbered lines on numbered pages."""

    #: The name under which the file was given, shown to people; never used as a path.
    name: str
    #: The whole text, to the character.
    text: str = field(repr=False)
    #: Other names under which the very same text was given.
    also: tuple[str, ...] = ()
    #: What was noticed while reading the file, for instance ``"decoded-as-windows-1252"``.
    defects: tuple[str, ...] = ()

    @classmethod
    def from_text(cls, text: str, *, name: str = "text") -> Document:
        r"""Make a document of a string.

        >>> Document.from_text("Van: a\r\nAan: b", name="x").lines
        ('Van: a', 'Aan: b')
        """
        if not isinstance(text, str):
            message = f"a document is made of str, not {type(text).__name__}; decode bytes first, or give their path"
            raise TypeError(message)
        return cls(name=name, text=text)

    @cached_property
    def sha256(self) -> str:
        """The digest of the text in UTF-8, in hexadecimal digits."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @cached_property
    def id(self) -> str:
        """The first digits of the digest: the same wherever and with whatever the text is read."""
        return self.sha256[:_ID_DIGITS]

    @cached_property
    def raw_lines(self) -> tuple[str, ...]:
        r"""The lines with their ends; joined again they are the text.

        >>> Document.from_text("a\nb\fc").raw_lines
        ('a\n', 'b', '\x0cc')
        """
        return tuple(_LINE.findall(self.text))

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines without their ends; line number ``n`` is ``lines[n - 1]``, a form feed stays at its head."""
        if self._feeds_within_lines:
            return tuple(line.rstrip("\n").removesuffix("\r") for line in self.raw_lines)
        lines = self.text.split("\n")
        if not lines[-1]:
            del lines[-1]
        return tuple([line.removesuffix("\r") for line in lines] if "\r" in self.text else lines)

    @property
    def _feeds_within_lines(self) -> bool:
        """True where a form feed stands within a line, which it cuts in two."""
        return self.text.count("\f") > self.text.count("\n\f") + self.text.startswith("\f")

    @cached_property
    def pages(self) -> tuple[int, ...]:
        """The page number of each line, from 1."""
        return page_numbers(self.lines)

    @cached_property
    def running(self) -> frozenset[int]:
        """The 0-based indices of the lines that recur at the edges of pages."""
        return running_lines(self.lines, self.pages)
