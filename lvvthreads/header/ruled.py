"""Obey what a person says of headers: that some lines are none, and that some are one.

In come the blocks that were decoded, out come those that a person leaves, and those that a person adds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from lvvthreads.correct.place import UNRULED
from lvvthreads.header.decode import blocks_on, offers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lvvthreads.correct.place import Place, Ruled
    from lvvthreads.header.language import Languages
    from lvvthreads.header.rawblock import RawBlock

#: What it costs to leave a line out of a header to which a person says that it belongs.
_OUTSIDE = -1000.0
#: What a field may lack in looks where a person says that there are some.
_UNLABELLED = 6.0
#: The score of a block that a person vouches for: that of an undamaged one.
_VOUCHED = 30.0


def as_ruled(blocks: Sequence[RawBlock], lines: Sequence[str], ruled: Ruled, languages: Languages) -> list[RawBlock]:
    """Return the blocks without those that a person says are none, and with those that a person says are there."""
    if ruled == UNRULED:
        return list(blocks)
    kept = [block for block in blocks if not any(_is_meant(place, block) for place in ruled.no_headers)]
    for place in ruled.headers:
        block = _read(place, lines, languages)
        if block is not None:
            kept = [other for other in kept if not place.shares(other.lines)]
            kept.append(block)
    return kept


def _is_meant(place: Place, block: RawBlock) -> bool:
    """Say whether a block begins within some lines, or goes round them."""
    first, last = block.lines[0], block.lines[-1]
    return place.first_line <= first <= place.last_line or (first <= place.first_line and place.last_line <= last)


def _read(place: Place, lines: Sequence[str], languages: Languages) -> RawBlock | None:
    """Read lines as one header; None where nothing in them can be a field of one."""
    seen = [
        evolve(line, outside=_OUTSIDE, body=False)
        for line in offers(lines, range(place.first_line - 1, place.last_line), languages, unlabelled=_UNLABELLED)
    ]
    found = blocks_on(seen, languages)
    if len(found) != 1 or found[0].lines[0] != place.first_line:
        return None
    return evolve(found[0], score=_VOUCHED)
