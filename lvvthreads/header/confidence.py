"""Turn what the rules add up into a confidence that can be taken at its word: of what is given with 0.9, nine in ten are right.

Rules that see the same damage twice count it twice, so their sums are no probabilities, though a higher sum is a better claim.
Each table says which share was right of invented releases in two languages, under three laws, in print from clean to very poor;
``python -m tests.benchmarks.fit_confidence`` writes them, and ``python -m tests.benchmarks.calibration`` measures them on others.
"""

from __future__ import annotations

import bisect
import math
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

#: (log-odds as the rules add them up, share that was right), both ascending.
Knots = tuple[tuple[float, float], ...]

#: By what is claimed: which lines are a field; a time read from one copy that prints no weekday, from one that does, from several copies,
#: from one copy and its neighbours in time, or from neighbours alone.
SCALES: dict[str, Knots] = {
    # here begins what is fitted
    "field": ((1.34, 0.945), (4.44, 0.96), (6.12, 0.998), (8.18, 0.999)),
    "printed": ((2.56, 0.808), (4.99, 0.887)),
    "weekday": ((2.09, 0.853), (3.82, 0.868), (5.0, 0.953)),
    "copies": ((0.56, 0.907), (1.15, 0.976), (1.54, 0.976), (2.92, 0.983), (5.0, 0.998)),
    "order": ((0.81, 0.806), (1.4, 0.833), (1.97, 0.833), (2.84, 0.847)),
    "between": ((0.0, 0.972),),
    # here ends what is fitted
}
#: Surer than this nothing is: log-odds beyond it are all the same.
_MOST = 30.0


@lru_cache(maxsize=4096)
def honest(kind: str, weight: float) -> float:
    """Return the share of such claims that was right; ``weight`` is in log-odds."""
    return round(between(SCALES[kind], weight), 3)


def between(knots: Sequence[tuple[float, float]], weight: float) -> float:
    """Return the share at a weight: straight between two knots, and level beyond the first and the last.

    >>> between(((0.0, 0.4), (2.0, 0.8)), 1.5), between(((0.0, 0.4), (2.0, 0.8)), 9.0)
    (0.7, 0.8)
    """
    at = bisect.bisect(knots, (weight, math.inf))
    if at in {0, len(knots)}:
        return knots[min(at, len(knots) - 1)][1]
    (low, low_share), (high, high_share) = knots[at - 1], knots[at]
    return low_share + (high_share - low_share) * (weight - low) / (high - low)


def log_odds(probability: float) -> float:
    """Return the log-odds of a probability.

    >>> log_odds(0.5), log_odds(1.0)
    (0.0, 30.0)
    """
    if not 0.0 < probability < 1.0:
        return _MOST if probability > 0 else -_MOST
    return max(-_MOST, min(_MOST, math.log(probability / (1.0 - probability))))
