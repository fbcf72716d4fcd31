"""Lay a dossier on pages that can be drawn: rows of tagged pieces, each with its look.

The pages are those of the undamaged text, so that every row keeps the number of its line there.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from lvvthreads.simulate.printout import Line
    from lvvthreads.simulate.program import Piece
    from lvvthreads.simulate.sheet import Laid


@frozen(kw_only=True)
class Row:
    """A row of a page."""

    #: The number of its line in the undamaged text.
    number: int
    pieces: tuple[Piece, ...]
    #: ``plain``; ``top``, a header whose values stand in a column; ``owner``, ``stamp``; ``foot``, a page number.
    look: str = "plain"

    @property
    def letters(self) -> tuple[Piece, ...]:
        """The pieces without black bars, which nobody reads."""
        return tuple((text.replace("█", ""), tag) for text, tag in self.pieces)

    @property
    def text(self) -> str:
        """All that can be read in it."""
        return "".join(text for text, _ in self.letters)


@frozen
class Page:
    """A page before it is drawn."""

    number: int
    rows: tuple[Row, ...]


def pages(text: str, starts: Sequence[int], printouts: Iterable[Sequence[Laid]]) -> Iterator[Page]:
    """Cut the undamaged text where its pages start, and say how each of its rows looks."""
    laid = {one.numbers[0]: (one.line, look) for printout in printouts for one, look in zip(printout, _looks(printout), strict=True)}
    lines = text.split("\n")[:-1]
    for number, (start, end) in enumerate(pairwise([*starts, len(lines) + 1]), start=1):
        rows: list[Row] = []
        for line in range(start, end):
            printed, look = laid.get(line, (None, "plain"))
            pieces = printed.pieces if printed else [(lines[line - 1].removeprefix("\f"), None)]
            rows.append(Row(number=line, pieces=tuple(pieces), look=look))
        yield Page(number, _footed(rows, laid))


def _footed(rows: Sequence[Row], laid: Mapping[int, object]) -> tuple[Row, ...]:
    """Put the page number at the foot: it is the last row, and nobody's."""
    *above, last = rows
    if last.number in laid or not last.text.isdigit():
        return tuple(rows)
    return (*above, Row(number=last.number, pieces=last.pieces, look="foot"))


def _looks(printout: Sequence[Laid]) -> Iterator[str]:
    """Say how each line of a printout looks: the stamp and the owner stand above its first header."""
    above = True
    for one in printout:
        above = above and one.line.role != "header"
        if above:
            yield "stamp" if one.line.new_page else "owner"
        else:
            yield "top" if _is_top(one.line) else "plain"


def _is_top(line: Line) -> bool:
    return line.role == "header" and line.copy is not None and line.copy.depth == 0
