"""Intervals say how far a figure could be off, and say nothing where nothing is known."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from lvvthreads.evaluate import evaluate, found_of, gold_of
from lvvthreads.evaluate.bootstrap import intervals
from lvvthreads.evaluate.figures import FIGURES
from lvvthreads.evaluate.share import Place, Share
from tests.evaluate import specimen

_FROM = tuple(figure for figure in FIGURES if figure.name == "from")


def release(*right: tuple[int, int]) -> list[Share]:
    """Make the shares of printouts, each with so many senders right of so many headers."""
    places = [Place("", f"p{i}") for i in range(len(right))]
    return [
        Share(place, of, amount)
        for place, amounts in zip(places, right, strict=True)
        for of, amount in zip(("from.right", "blocks.gold"), amounts, strict=True)
    ]


@pytest.mark.parametrize(
    ("shares", "expected"),
    [
        (release((1, 2), (1, 2), (1, 2)), (0.5, 0.5)),  # alike in every draw
        (release((4, 4), (0, 4)), (0.0, 1.0)),  # a quarter of the draws has twice the one, a quarter twice the other
        (release((1, 3), (0, 0)), (1 / 3, 1 / 3)),  # draws without any header tell nothing
        (release((1, 2)), None),  # one printout says nothing about others
        (release((0, 0), (0, 0)), None),  # nothing to judge
        ([], None),
    ],
)
def test_interval(shares: list[Share], expected: tuple[float, float] | None) -> None:
    """The middle 95 % of what draws of printouts give."""
    assert intervals(shares, _FROM, resamples=400, seed=1) == {"from": pytest.approx(expected) if expected else None}


def test_a_share_of_many_printouts_varies_as_statistics_has_it() -> None:
    """Of 100 headers that go wrong one by one, 80 of them right, the interval is that of a binomial share: 0.8 and twice 0.04 around it."""
    bounds = intervals(release(*[(1, 1)] * 80, *[(0, 1)] * 20), _FROM, resamples=4000, seed=3)["from"]
    assert bounds is not None
    assert bounds == pytest.approx((0.8 - 1.96 * 0.04, 0.8 + 1.96 * 0.04), abs=0.012)


def test_headers_of_one_printout_go_wrong_together() -> None:
    """The same 100 headers in ten printouts, two of them wrong throughout, give a wider interval."""
    apart = intervals(release(*[(1, 1)] * 80, *[(0, 1)] * 20), _FROM, resamples=1000, seed=3)["from"]
    together = intervals(release(*[(10, 10)] * 8, *[(0, 10)] * 2), _FROM, resamples=1000, seed=3)["from"]
    assert apart is not None
    assert together is not None
    assert together[0] < apart[0] < apart[1] < together[1]


def test_the_same_seed_gives_the_same_intervals() -> None:
    """Whatever the order of messages, links and threads in the export; another seed gives others."""
    export = specimen.export()
    turned: Any = deepcopy(export)
    for key in ("links", "threads", "redactions", "sources"):
        turned[key].reverse()
    gold = gold_of(specimen.gold(), "gold")
    first, again, other = (
        evaluate(found_of(one, "export"), gold, resamples=60, seed=seed).intervals for one, seed in ((export, 5), (turned, 5), (export, 6))
    )
    assert first == again
    assert first != other


def test_what_is_drawn_are_printouts() -> None:
    """Of the senders in the three printouts 2 of 2, 2 of 3 and 2 of 3 are right.

    A draw without the first gives 2/3, and there are 8 in 27; the first three times over gives 1, and that is one draw in 27, still more than 2.5 %.
    """
    evaluation = evaluate(found_of(specimen.export(), "export"), gold_of(specimen.gold(), "gold"), resamples=4000, seed=2)
    assert evaluation.printouts == 3
    assert evaluation.intervals["from"] == (0.6667, 1.0)


def test_offences_have_no_interval() -> None:
    """Each one is one too many."""
    evaluation = evaluate(found_of(specimen.export(), "export"), gold_of(specimen.gold(), "gold"), resamples=20)
    assert evaluation.intervals["violations"] is None
    assert evaluation.values["violations"] == 2
