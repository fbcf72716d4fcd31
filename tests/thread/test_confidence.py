"""A link is given out with the share that was right of its like, and the other candidates share what it leaves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lvvthreads.thread.confidence import given_out, honest
from lvvthreads.thread.correspondence import Alternative, Evidence, Link


def link(feature: str, confidence: float, *others: float) -> Link:
    """Make a link as its evidence adds up."""
    return Link(
        child="a:1",
        parent="a:9",
        kind="reply",
        confidence=confidence,
        evidence=(Evidence(feature=feature, weight=1.0, detail=""),),
        alternatives=tuple(Alternative(parent=f"b:{i}", confidence=other) for i, other in enumerate(others)),
    )


def test_what_a_link_loses_goes_to_the_others_in_proportion() -> None:
    """Twice as likely stays twice as likely, and evidence, parent and child stay what they are."""
    given_ = given_out(link("same-subject", 0.97, 0.02, 0.01))
    first, second = (other.confidence for other in given_.alternatives)
    assert first == pytest.approx(2 * second, abs=0.002)
    assert given_.confidence + first + second == pytest.approx(1.0, abs=0.002)
    assert (given_.child, given_.parent, given_.evidence) == ("a:1", "a:9", link("same-subject", 0.97).evidence)


@given(st.sampled_from(["quoted", "same-subject"]), st.lists(st.floats(0, 30), min_size=1, max_size=5))
def test_the_link_stays_the_best_candidate(feature: str, odds: list[float]) -> None:
    """No other candidate is surer than the parent that was chosen, and together they are no more than certain."""
    odds.sort(reverse=True)
    shares = [one / (1 + sum(odds)) for one in odds]
    given_ = given_out(link(feature, *shares))
    assert all(other.confidence <= given_.confidence for other in given_.alternatives)
    assert given_.confidence + sum(other.confidence for other in given_.alternatives) <= 1.01


@given(st.sampled_from(["quoted", "sought"]), st.floats(-30, 30), st.floats(-30, 30))
def test_more_evidence_is_no_less_sure(kind: str, one: float, other: float) -> None:
    """The map keeps the order of links."""
    low, high = sorted((one, other))
    assert 0 < honest(kind, low) <= honest(kind, high) < 1
