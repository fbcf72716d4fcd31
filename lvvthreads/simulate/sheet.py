"""Lay printouts on pages and scan them: lines of pieces in, numbered lines of text out, with what the scan left of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define, frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from random import Random

    from lvvthreads.simulate.noise import Noise, Scanned
    from lvvthreads.simulate.printout import Line, Printout

_LINES_A_PAGE = 54
_NUMBERED = 0.7


@frozen(kw_only=True, eq=False)
class Laid:
    """A printed line after the scan: the numbers of the lines of text that carry it, none if it was skipped."""

    line: Line
    scanned: Scanned
    numbers: tuple[int, ...]


@define(eq=False)
class _Row:
    """A line of the text to be, and the laid lines it carries."""

    text: str
    of: tuple[int, ...] = ()


class Sheet:
    """The pages of a release, filled line by line."""

    def __init__(self, random: Random, noise: Noise) -> None:
        self._random, self._noise = random, noise
        self._lines: list[str] = []
        self._page = 0
        #: The numbers of the blank lines.
        self.blank: list[int] = []
        #: The numbers of the lines that pages begin with; one that is blank shows no form feed.
        self.starts: list[int] = []

    def text(self) -> str:
        """Return all that was laid, lines ended by newlines."""
        return "".join(f"{line}\n" for line in self._lines)

    def lay_other(self, lines: Iterable[str]) -> None:
        """Lay a document that is no mail, from a new page on."""
        self._put([_Row(self._noise.scan([(line, None)]).text) for line in lines])

    def lay(self, printout: Printout) -> list[Laid]:
        """Lay and scan a printout, and say where each of its lines came to stand."""
        scans = [self._noise.scan(line.pieces) for line in printout.lines]
        rows = [*self._rows(printout.lines, scans)]
        numbers: list[list[int]] = [[] for _ in scans]
        for number, row in zip(self._put(rows), rows, strict=True):
            for i in row.of:
                numbers[i].append(number)
        return [Laid(line=line, scanned=scan, numbers=tuple(at)) for line, scan, at in zip(printout.lines, scans, numbers, strict=True)]

    def _rows(self, lines: Sequence[Line], scans: Sequence[Scanned]) -> Iterator[_Row]:
        """Turn scanned lines into rows of text: most one to one, some skipped, split, joined or in columns."""
        held: _Row | None = None  # what waits to be joined with the next
        moved: list[_Row] = []
        at = 0
        while at < len(lines):
            end = self._header_end(lines, at)
            if end - at > 2 and self._noise.happens("columns"):
                yield from self._columns(lines, scans, range(at, end))
                at = end
                continue
            row = _Row(scans[at].text, (at,))
            at += 1
            if held is not None:
                row, held = _Row(f"{held.text} {row.text}", (*held.of, *row.of)), None
            if not row.text.strip():
                yield row
            elif self._noise.happens("skipped"):
                continue
            elif self._noise.happens("moved"):
                moved.append(row)
            elif self._noise.happens("joined") and lines[at - 1].role != "header":
                held = row
            elif " " in row.text[4:] and self._noise.happens("split"):
                cut = row.text.index(" ", 4)
                yield from (_Row(row.text[:cut], row.of), _Row(row.text[cut + 1 :], row.of))
            else:
                yield row
            if self._noise.happens("speck"):
                yield _Row(self._noise.specks())
        yield from (*([held] if held else []), *moved)

    @staticmethod
    def _header_end(lines: Sequence[Line], at: int) -> int:
        """Return the end of the header block that opens on a line; the line itself where none does."""
        copy = lines[at].copy
        if (
            lines[at].role != "header"
            or copy is None
            or copy.form != "block"
            or (at and lines[at - 1].copy is copy and lines[at - 1].role == "header")
        ):
            return at
        end = at
        while end < len(lines) and lines[end].role == "header" and lines[end].copy is copy:
            end += 1
        return end

    def _columns(self, lines: Sequence[Line], scans: Sequence[Scanned], block: range) -> Iterator[_Row]:
        """Print the labels of a block in one column and its values in another, as an OCR program reads a page by columns."""
        for i in block:
            label = next((text for text, tag in lines[i].pieces if tag and tag[0] == "label"), None)
            if label:
                scans[i].label = "columns"
                yield _Row(label, (i,))
        yield _Row("")
        for i in block:
            values = [(text, tag) for text, tag in lines[i].pieces if not (tag and tag[0] in {"label", "gap"})]
            rescanned = self._noise.scan(values)
            rescanned.label = scans[i].label
            scans[i].text, scans[i].date, scans[i].marks = rescanned.text, rescanned.date, rescanned.marks
            yield _Row(rescanned.text, (i,))

    def _put(self, rows: Sequence[_Row]) -> Iterator[int]:
        """Write rows on pages, from a new one on, and yield the number of each."""
        numbers: list[int] = []
        on_page = _LINES_A_PAGE
        for row in rows:
            if on_page >= _LINES_A_PAGE:
                self._end_page()
                on_page = 0
                self.starts.append(len(self._lines) + 1)
            lead = "\f" if on_page == 0 and self._page > 1 else ""
            self._append(lead + row.text)
            numbers.append(len(self._lines))
            on_page += 1
        return iter(numbers)

    def _end_page(self) -> None:
        if self._page:
            self._append("")
            if self._random.random() < _NUMBERED:
                self._append(str(self._page))
        self._page += 1

    def _append(self, text: str) -> None:
        self._lines.append(text.rstrip(" "))
        if not text.strip("> \f"):
            self.blank.append(len(self._lines))
