"""Fit the tables that turn weights into confidences, and write them into the rooms that give them out.

Run it by hand, in the project's folder: ``python -m tests.benchmarks.fit_confidence``; it takes some minutes and prints what it writes.
It invents releases of other seeds than :mod:`tests.benchmarks.calibration` measures, takes every claim with its weight before the map,
cuts them into bins of about equal count, pools neighbours until a higher weight is never right less often, and writes a knot for each.
"""

from __future__ import annotations

import json
import re
from concurrent.futures import ProcessPoolExecutor
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import patch

from lvvthreads.header import confidence as of_headers
from lvvthreads.thread import confidence as of_links
from tests.benchmarks.calibration import Case, cases_of, settings_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from types import ModuleType

    from lvvthreads.header.confidence import Knots
    from lvvthreads.simulate import Settings

RELEASES, FIRST_SEED = 150, 100_000
#: So many knots at most, each of so many cases at least.
KNOTS, LEAST = 20, 60
KINDS = (*of_headers.SCALES, *of_links.SCALES)
#: A weight goes through the export with its kind: they stand so far apart that no two kinds meet.
APART = 1000.0
#: Nothing is claimed with more certainty than this, however many cases were right.
_MOST = 0.999
_FITTED = re.compile(r"(?<=# here begins what is fitted\n).*?(?=^    # here ends what is fitted)", re.MULTILINE | re.DOTALL)


def marked(kind: str, weight: float) -> float:
    """Return the weight itself, its kind made known, where else the map would stand."""
    return weight + APART * KINDS.index(kind)


def weighed(settings: Settings) -> list[Case]:
    """Judge the claims of a release, with weights in place of confidences."""
    with (
        patch("lvvthreads.header.parse.honest", marked),
        patch("lvvthreads.header.sent.honest", marked),
        patch("lvvthreads.thread.confidence.honest", marked),
    ):
        cases = cases_of(settings)
    return [_unmarked(case) for case in cases if case.kind != "header"]


def _unmarked(case: Case) -> Case:
    at = round(case.claimed / APART)
    return case._replace(kind=KINDS[at], claimed=case.claimed - APART * at)


def fitted(cases: Iterable[Case]) -> Knots:
    """Return knots: the mean weight and the share that was right of bins, pooled until both ascend (isotonic regression)."""
    ordered = sorted((case.claimed, case.right) for case in cases)
    least = max(LEAST, len(ordered) // KNOTS)
    pooled: list[tuple[int, float, int]] = []  # cases, sum of weights, right ones
    filling = (0, 0.0, 0)
    for weight, alike in groupby(ordered, key=lambda case: round(case[0], 3)):
        rights = [right for _, right in alike]
        filling = _together(filling, (len(rights), weight * len(rights), sum(rights)))
        if filling[0] >= least:
            pooled.append(filling)
            filling = (0, 0.0, 0)
    if filling[0]:
        pooled[-1:] = [_together(*pooled[-1:], filling)]
    ascending: list[tuple[int, float, int]] = []
    for one in pooled:
        ascending.append(one)
        while len(ascending) > 1 and _share(ascending[-2]) >= _share(ascending[-1]):
            ascending[-2:] = [_together(*ascending[-2:])]
    return tuple((round(weights / count, 2), round(min(_MOST, right / count), 3)) for count, weights, right in ascending)


def _together(*bins: tuple[int, float, int]) -> tuple[int, float, int]:
    counts, weights, rights = zip(*bins, strict=True)
    return sum(counts), sum(weights), sum(rights)


def _share(one: tuple[int, float, int]) -> float:
    return one[2] / one[0]


def write(module: ModuleType, tables: dict[str, Knots]) -> None:
    """Write the tables between the marks of a module."""
    path = Path(str(module.__file__))
    rows = "".join(f"    {json.dumps(kind)}: ({_row(knots)}{',' if len(knots) == 1 else ''}),\n" for kind, knots in tables.items())
    path.write_text(_FITTED.sub(lambda _: rows, path.read_text(encoding="utf-8")), encoding="utf-8")


def _row(knots: Sequence[tuple[float, float]]) -> str:
    return ", ".join(f"({weight}, {share})" for weight, share in knots)


def main() -> None:
    """Fit every table and write it."""
    with ProcessPoolExecutor() as pool:
        cases = [case for some in pool.map(weighed, settings_of(range(FIRST_SEED, FIRST_SEED + RELEASES))) for case in some]
    for module in (of_headers, of_links):
        tables = {kind: fitted(case for case in cases if case.kind == kind) for kind in module.SCALES}
        for kind, knots in tables.items():
            print(f"{kind:8} {sum(case.kind == kind for case in cases):8} cases  {_row(knots)}")
        write(module, tables)


if __name__ == "__main__":
    main()
