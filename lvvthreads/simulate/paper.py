"""The paper route: draw an invented release as pages, wear them, read them with tesseract, and find its truth in what was read.

The release is the one that :func:`lvvthreads.simulate.simulate` gives for the same settings, in the same words; the damage is that of real machines.
Pages are drawn and read one by one, a few side by side; the same settings give the same release, with the same tesseract, Pillow and font.
"""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from random import Random
from typing import TYPE_CHECKING

from attrs import define, field

from lvvthreads.document.errors import LvvthreadsError
from lvvthreads.simulate import ocr
from lvvthreads.simulate.align import align
from lvvthreads.simulate.gold import Gold
from lvvthreads.simulate.legible import legible
from lvvthreads.simulate.noise import Noise, Scanned
from lvvthreads.simulate.page import pages
from lvvthreads.simulate.release import Filed, Release, dossier
from lvvthreads.simulate.sheet import Laid, Sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lvvthreads.simulate.draw import Fonts
    from lvvthreads.simulate.page import Page
    from lvvthreads.simulate.release import Settings

#: From a clean scan over a copy of a copy to a fax.
QUALITIES = ("scan", "copy", "fax")


def simulate_on_paper(settings: Settings, quality: str = "scan", *, jobs: int | None = None) -> Release:
    """Invent a release on paper, and read it with tesseract, ``jobs`` pages at a time (by default, one for each processor).

    ``settings.noise`` says nothing here: ``quality``, one of :data:`QUALITIES`, does.
    Raises LvvthreadsError where Pillow, a font or tesseract with its Dutch is missing.
    """
    if quality not in QUALITIES:
        message = f"no such quality of paper: {quality!r}; it is one of {', '.join(QUALITIES)}"
        raise LvvthreadsError(message)
    from lvvthreads.simulate.draw import fonts

    ocr.check()
    random = Random(settings.seed)  # noqa: S311 - repeatable, not secret
    sheet = Sheet(random, Noise(random, 0.0))
    filed: list[tuple[Filed, list[Laid]]] = []
    for one in dossier(random, settings):
        if isinstance(one, Filed):
            filed.append((one, sheet.lay(one.printout)))
        else:
            sheet.lay_other(one)
    drawn = list(pages(sheet.text(), sheet.starts, (laid for _, laid in filed)))
    read = _read(drawn, fonts(), (settings.seed, quality), jobs or os.cpu_count() or 1)
    gold = Gold()
    for one, laid in filed:
        gold.add(one.printout, [read.found(line) for line in laid], removed=one.removed)
    return Release(text=read.text(), gold=gold.annotation(read.blank()), redactions=tuple(gold.marks))


@define(eq=False)
class _Reading:
    """What was read, and what is left of each line that was printed."""

    lines: list[str] = field(factory=list)
    #: Number of a line in the undamaged text -> what is left of it, and the numbers of the lines that carry it.
    left: dict[int, tuple[Scanned, tuple[int, ...]]] = field(factory=dict)

    def text(self) -> str:
        """Return all that was read, lines ended by newlines, pages begun by form feeds."""
        return "".join(f"{line}\n" for line in self.lines)

    def blank(self) -> list[int]:
        """Return the numbers of the blank lines."""
        return [number for number, line in enumerate(self.lines, start=1) if not line.strip("> \f")]

    def add(self, page: Page, lines: Sequence[str]) -> None:
        """Add what was read of the next page, and find in it what was printed."""
        before = len(self.lines)
        self.lines += [f"\f{line}" if before and i == 0 else line for i, line in enumerate(lines)]
        rows = [row for row in page.rows if row.text.strip()]
        inked = [i for i, line in enumerate(lines) if line.strip()]
        for group in align([row.text for row in rows], [lines[i] for i in inked]):
            at = [inked[i] for i in group.read]
            scans = legible([rows[i].letters for i in group.printed], [lines[i] for i in at])
            for i, scanned in zip(group.printed, scans, strict=True):
                self.left[rows[i].number] = scanned, tuple(before + 1 + place for place in at)

    def found(self, laid: Laid) -> Laid:
        """Return a line of the undamaged text as what is left of it."""
        scanned, numbers = self.left.get(laid.numbers[0], (Scanned(""), ()))
        return Laid(line=laid.line, scanned=scanned, numbers=numbers)


def _read(drawn: Sequence[Page], fonts: Fonts, begin: tuple[int, str], jobs: int) -> _Reading:
    """Print, wear and read pages, so many side by side, and put them together in their order."""
    reading = _Reading()
    with ThreadPoolExecutor(max_workers=jobs) as pool:
        for page, lines in zip(drawn, pool.map(partial(_page, fonts=fonts, begin=begin), drawn), strict=True):
            reading.add(page, lines)
    return reading


def _page(page: Page, *, fonts: Fonts, begin: tuple[int, str]) -> list[str]:
    """Print, wear and read one page; its damage is its own, in whatever order pages are read."""
    from lvvthreads.simulate.draw import draw
    from lvvthreads.simulate.wear import WEARS, png, worn

    seed, quality = begin
    random = Random(f"{seed} {quality} {page.number}")  # noqa: S311 - repeatable, not secret
    wear = WEARS[quality]
    return ocr.read(png(worn(draw(page, fonts, random), wear, random)), wear.dpi[0])
