"""Judge the redaction marks, by line and ground; marks without a ground are not judged."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from lvvthreads.evaluate.share import Share

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lvvthreads.evaluate.comparison import Comparison
    from lvvthreads.evaluate.gold import GoldMark
    from lvvthreads.evaluate.share import Finding


def marks(compared: Comparison, gold: Sequence[GoldMark]) -> Iterator[Finding]:
    """Judge the marks of the export against those of the gold; doubtful ones are neither asked for nor held against."""
    wanted = Counter((mark.line, mark.ground) for mark in gold if mark.sure and compared.within(mark.line))
    doubtful = Counter((mark.line, mark.ground) for mark in gold if not mark.sure)
    found: Counter[tuple[int, str | None]] = Counter(mark for mark in compared.found.marks if compared.within(mark[0]))
    found -= (found - wanted) & doubtful
    for of, counted in (("marks.gold", wanted), ("marks.found", found), ("marks.right", wanted & found)):
        yield from (Share(compared.place_at("", line), of, number) for (line, _), number in counted.items())
    for line, ground in sorted((wanted - found).elements(), key=str):
        yield compared.fault_at(line, f"mark missed: {ground}")
    for line, ground in sorted((found - wanted).elements(), key=str):
        yield compared.fault_at(line, f"mark without ground: {ground}")
