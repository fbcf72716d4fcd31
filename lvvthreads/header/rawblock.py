"""The types between decoding and parsing: which lines carry which field, their text not yet read."""

from __future__ import annotations

from functools import cached_property

from attrs import frozen

# Neither has slots: what is worked out once of each is found sooner.


@frozen(kw_only=True, slots=False)
class FieldLines:
    """The lines of one field: its label, if printed, and the pieces of its value."""

    field: str
    label: str | None
    #: True if label and colon are spelled right.
    exact: bool
    #: (line number, text of the value on that line), the first line first; the text may be empty.
    parts: tuple[tuple[int, str], ...]
    score: float

    @cached_property
    def value(self) -> str:
        """The value's lines, joined by newlines."""
        return "\n".join(text for _, text in self.parts if text)


@frozen(kw_only=True, slots=False)
class RawBlock:
    """A header block as decoded: its fields in the order they stand."""

    fields: tuple[FieldLines, ...]
    #: Log-odds that this is a header block.
    score: float
    #: ``block``, ``columns`` or ``attribution``.
    form: str = "block"
    #: The language it is in, where its own words tell.
    language: str | None = None

    @cached_property
    def lines(self) -> tuple[int, ...]:
        """The numbers of the lines that carry it."""
        return tuple(sorted({number for part in self.fields for number, _ in part.parts}))

    def get(self, name: str) -> FieldLines | None:
        """Return the lines of a field, None if the block lacks it."""
        return self._by_name.get(name)

    @cached_property
    def _by_name(self) -> dict[str, FieldLines]:
        return {part.field: part for part in reversed(self.fields)}
