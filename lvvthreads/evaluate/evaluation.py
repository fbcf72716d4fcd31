"""Judge an export by a gold: the whole way from both to the figures, their intervals and what is wrong."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from attrs import frozen

from lvvthreads.evaluate.bootstrap import intervals
from lvvthreads.evaluate.comparison import Comparison
from lvvthreads.evaluate.figures import FIGURES, MARKS, MISSING
from lvvthreads.evaluate.groups import groups
from lvvthreads.evaluate.headers import headers
from lvvthreads.evaluate.links import links, missing
from lvvthreads.evaluate.marks import marks
from lvvthreads.evaluate.placeholders import placeholders
from lvvthreads.evaluate.share import Fault, Share, Sway

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from lvvthreads.evaluate.bootstrap import Interval
    from lvvthreads.evaluate.figures import Figure
    from lvvthreads.evaluate.found import Found
    from lvvthreads.evaluate.gold import Gold, GoldMark
    from lvvthreads.evaluate.share import Finding

#: So many decimals of a figure are kept.
_DECIMALS = 4


@frozen(kw_only=True)
class Evaluation:
    """How good an export is, and what is wrong with it."""

    #: The headers of the gold and of the export, and the gold's printouts, as far as they were judged.
    gold_headers: int
    found_headers: int
    printouts: int
    #: The program that wrote the export, with its version.
    generator: str
    #: The figures that have a value, in their order.
    figures: tuple[Figure, ...]
    #: Name to value.
    values: Mapping[str, float]
    #: Name to 95 % interval; None where there is none.
    intervals: Mapping[str, Interval | None]
    #: How many draws the intervals rest on, and what began them.
    resamples: int
    seed: int
    #: What is wrong, in the order of the lines.
    faults: tuple[Fault, ...]


def evaluate(
    found: Found,
    gold: Gold,
    *,
    marks: Sequence[GoldMark] | None = None,
    lines: tuple[int, int] | None = None,
    resamples: int = 1000,
    seed: int = 0,
) -> Evaluation:
    """Judge an export by a gold.

    ``marks`` are the redaction marks of the gold, if they are to be judged; ``lines`` the first and last line of what is judged, if not all is.
    """
    compared = Comparison(gold=gold, found=found, lines=lines)
    findings = list(_findings(compared, marks))
    shares = [finding for finding in findings if isinstance(finding, Share)]
    counts = _counts(shares)
    asked = (*FIGURES, *(MARKS if marks is not None else ()), *(MISSING if gold.missing is not None else ()))
    figures = tuple(figure for figure in asked if figure.always or counts.get(figure.basis, 0) > 0)
    # A single printout says nothing about others, even if a header was found beyond it.
    sways = [finding for finding in findings if isinstance(finding, Sway)]
    bounds = intervals(shares, figures, sways=sways, resamples=resamples if len(compared.places) > 1 else 0, seed=seed)
    return Evaluation(
        gold_headers=len(compared.gold_blocks),
        found_headers=len(compared.found_blocks),
        printouts=len(compared.places),
        generator=found.generator,
        figures=figures,
        values={figure.name: _rounded(figure, counts) for figure in figures},
        intervals={name: bound and (round(bound[0], _DECIMALS), round(bound[1], _DECIMALS)) for name, bound in bounds.items()},
        resamples=resamples,
        seed=seed,
        faults=tuple(sorted((one for one in findings if isinstance(one, Fault)), key=lambda one: (one.source or "", one.first))),
    )


def _rounded(figure: Figure, counts: Mapping[str, float]) -> float:
    value = figure.value(counts)
    return round(value, _DECIMALS) if figure.has_interval else int(value)


def _findings(compared: Comparison, gold_marks: Sequence[GoldMark] | None) -> Iterator[Finding]:
    """Ask every judgement."""
    yield from headers(compared)
    yield from groups(compared)
    yield from links(compared)
    yield from placeholders(compared)
    if gold_marks is not None:
        yield from marks(compared, gold_marks)
    if compared.gold.missing is not None:
        yield from missing(compared)


def _counts(shares: Iterable[Share]) -> Mapping[str, float]:
    """Add up the shares, in the order in which they arose, so that the last bit is always the same."""
    counts: dict[str, float] = defaultdict(float)
    for share in shares:
        counts[share.of] += share.amount
    return counts
