"""Header blocks are matched one to one, the best overlap first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lvvthreads.evaluate.match import Extent, matched

#: First and last lines, some of them the wrong way round, so few that many overlap.
_SPANS = st.lists(st.tuples(st.sampled_from("ab"), st.integers(1, 30), st.integers(-1, 8)), max_size=12)


def extents(spans: list[tuple[str, int, int]]) -> list[Extent]:
    """Give each block its place."""
    return [Extent(file, first, first + length, place) for place, (file, first, length) in enumerate(spans)]


@pytest.mark.parametrize(
    ("gold", "found", "expected"),
    [
        ([("a", 1, 4)], [("a", 5, 4)], {0: 0}),  # a single line in common
        ([("a", 1, 4)], [("a", 6, 4)], {}),  # the next line
        ([("a", 1, 4)], [("b", 1, 4)], {}),  # another file
        ([("a", 1, 9), ("a", 5, 1)], [("a", 5, 1)], {1: 0}),  # the closer one wins, though it begins later
        ([("a", 1, 4), ("a", 1, 4)], [("a", 1, 4)], {0: 0}),  # of equals the first
        ([("a", 3, 4)], [("a", 1, 4), ("a", 5, 4)], {0: 0}),  # as much in common, as near: the first
        ([("a", 3, -1)], [("a", 1, 4)], {}),  # a header without lines
    ],
)
def test_matched(gold: list[tuple[str, int, int]], found: list[tuple[str, int, int]], expected: dict[int, int]) -> None:
    """Each as a table of file, first line and lines after it."""
    assert matched(extents(gold), extents(found)) == expected


@given(_SPANS, _SPANS)
def test_the_sweep_finds_what_comparing_all_pairs_finds(gold: list[tuple[str, int, int]], found: list[tuple[str, int, int]]) -> None:
    """No pair that overlaps is passed over, and none is made up."""
    pairs = []
    for one in extents(gold):
        for other in extents(found):
            shared = len(set(range(one.first, one.last + 1)) & set(range(other.first, other.last + 1)))
            if shared and one.file == other.file:
                together = max(one.last, other.last) - min(one.first, other.first) + 1
                pairs.append((-shared / together, abs(one.first - other.first), one.place, other.place))
    expected: dict[int, int] = {}
    for _, _, wanted, offered in sorted(pairs):
        if wanted not in expected and offered not in expected.values():
            expected[wanted] = offered
    assert matched(extents(gold), extents(found)) == expected


def test_many_blocks() -> None:
    """Twenty thousand headers are matched at once; comparing all pairs would take minutes."""
    blocks = extents([("a", 10 * place + 1, 5) for place in range(20_000)])
    assert matched(blocks, blocks) == {place: place for place in range(20_000)}
