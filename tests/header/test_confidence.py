"""A confidence rises with the weight, is a probability, and stays what it is beyond what was measured."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lvvthreads.header.confidence import SCALES, between, honest, log_odds
from lvvthreads.thread.confidence import SCALES as LINK_SCALES

ALL = {**SCALES, **LINK_SCALES}
WEIGHTS = st.floats(-40, 40)


@pytest.mark.parametrize("kind", ALL)
def test_knots_ascend(kind: str) -> None:
    """What weighs more was right more often, and nothing was always right or never."""
    assert all(low < high and share <= more for (low, share), (high, more) in pairwise(ALL[kind]))
    assert all(0 < share < 1 for _, share in ALL[kind])


@given(st.sampled_from(sorted(SCALES)), WEIGHTS, WEIGHTS)
def test_more_weight_is_no_less_sure(kind: str, one: float, other: float) -> None:
    """The map keeps the order of claims."""
    low, high = sorted((one, other))
    assert 0 < honest(kind, low) <= honest(kind, high) < 1


@pytest.mark.parametrize(
    ("weight", "share"),
    [(-9.0, 0.2), (0.0, 0.2), (1.0, 0.4), (2.0, 0.6), (3.0, 0.75), (4.0, 0.9), (9.0, 0.9)],
)
def test_it_is_straight_between_knots_and_level_beyond(weight: float, share: float) -> None:
    """The first and the last knot hold for all that lies outside them."""
    assert between(((0.0, 0.2), (2.0, 0.6), (4.0, 0.9)), weight) == pytest.approx(share)


@pytest.mark.parametrize(("probability", "odds"), [(0.5, 0.0), (1.0, 30.0), (0.0, -30.0), (0.9, 2.1972), (0.1, -2.1972)])
def test_log_odds_have_bounds(probability: float, odds: float) -> None:
    """What is certain is not infinitely so."""
    assert log_odds(probability) == pytest.approx(odds, abs=1e-4)
