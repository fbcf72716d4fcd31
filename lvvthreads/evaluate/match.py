"""Say which header block found is which of the gold.

Two blocks that share a line may be the same; of all such pairs the best overlap is taken first, each block once.
A sweep down the lines finds the pairs: only blocks that are still open when another begins can overlap it, so the time grows with the number of
blocks and of pairs that do overlap, not with the product of both sides.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence


class Extent(NamedTuple):
    """Where a block stands: the file, first and last line, and its place in the list it comes from."""

    file: Hashable
    first: int
    last: int
    place: int


def matched(gold: Sequence[Extent], found: Sequence[Extent]) -> dict[int, int]:
    """Return the place of the found block for each place of the gold that has one.

    >>> matched([Extent("a", 1, 5, 0)], [Extent("a", 4, 9, 0), Extent("a", 2, 5, 1), Extent("b", 1, 5, 2)])
    {0: 1}
    """
    taken: set[int] = set()
    match: dict[int, int] = {}
    for _, _, wanted, offered in sorted(_scored(one, other) for one, other in _overlapping(gold, found)):
        if wanted not in match and offered not in taken:
            match[wanted] = offered
            taken.add(offered)
    return match


def _scored(gold: Extent, found: Extent) -> tuple[float, int, int, int]:
    """Return what pairs are ordered by, the best first: shared lines by all lines, then nearness of the first lines, then place."""
    shared = min(gold.last, found.last) - max(gold.first, found.first) + 1
    together = max(gold.last, found.last) - min(gold.first, found.first) + 1
    return -shared / together, abs(gold.first - found.first), gold.place, found.place


def _overlapping(gold: Sequence[Extent], found: Sequence[Extent]) -> Iterator[tuple[Extent, Extent]]:
    """Yield the pairs of a gold and a found block that share a line of one file."""
    files: dict[Hashable, list[tuple[Extent, bool]]] = defaultdict(list)
    for is_gold, extents in ((True, gold), (False, found)):
        for extent in extents:
            if extent.first <= extent.last:
                files[extent.file].append((extent, is_gold))
    for blocks in files.values():
        yield from _sweep(sorted(blocks, key=lambda block: block[0].first))


def _sweep(blocks: Sequence[tuple[Extent, bool]]) -> Iterator[tuple[Extent, Extent]]:
    """Go down the blocks of one file in the order of their first lines, keeping those that are still open."""
    open_gold: list[Extent] = []
    open_found: list[Extent] = []
    for extent, is_gold in blocks:
        open_gold = [one for one in open_gold if one.last >= extent.first]
        open_found = [one for one in open_found if one.last >= extent.first]
        if is_gold:
            yield from ((extent, other) for other in open_found)
            open_gold.append(extent)
        else:
            yield from ((other, extent) for other in open_gold)
            open_found.append(extent)
