"""Find what stands at the head or foot of page after page: banners, case numbers, letterheads.

In come lines and their page numbers, out come the indices of such lines.
They stand in the middle of headers and bodies that run over a page break, and belong to neither.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

#: How many lines at each edge of a page are looked at.
_EDGE = 5
#: A line must stand at so many edges; where pages are few, a long one that is the outermost line of two edges counts too.
_OFTEN, _TWICE, _FEW_PAGES, _LONG, _SHORTEST = 3, 2, 6, 40, 8
#: A page's number; other numbers belong to what the line says.
_PAGE_NUMBER = re.compile(r"(?<![\d:.,-])\d{1,4}(?=\s*(?:$|van\b|of\b|/))")
#: What every number has; a quick look.
_DIGIT = re.compile(r"\d")


def running_lines(lines: Sequence[str], pages: Sequence[int]) -> frozenset[int]:
    """Return the 0-based indices of the lines that recur at page edges, page numbers apart."""
    if not pages:
        return frozenset()
    often = max(_OFTEN, pages[-1] // 4)
    depth = _EDGE if 2 * pages[-1] >= often else 1  # what cannot recur often enough need not be compared
    edges = [[(_key(lines[i]), i) for i in edge[:depth]] for edge in _edges(lines, pages)]
    counts = Counter(key for edge in edges for key in {key for key, _ in edge})
    running = {key for key, count in counts.items() if count >= often and len(key) >= _SHORTEST}
    if pages[-1] <= _FEW_PAGES:
        outermost = Counter(edge[0][0] for edge in edges if edge)
        running |= {key for key, count in outermost.items() if count >= _TWICE and len(key) >= _LONG}
    return frozenset(i for edge in edges for key, i in edge if key in running)


def _edges(lines: Sequence[str], pages: Sequence[int]) -> Iterator[list[int]]:
    """Yield the lines of each page's head and of its foot that are not blank, the outermost first; no line is in both."""
    stop = 0
    while stop < len(pages):
        start, stop = stop, bisect_right(pages, pages[stop])
        head = [*islice((i for i in range(start, stop) if lines[i].strip()), _EDGE)]
        yield head
        yield [*islice((i for i in range(stop - 1, max(head, default=stop), -1) if lines[i].strip()), _EDGE)]


def _key(line: str) -> str:
    """Return a line without the number of its page."""
    if not _DIGIT.search(line) or (line[-1:].isalpha() and "van" not in line and "of" not in line):
        return " ".join(line.split())
    return _PAGE_NUMBER.sub("#", " ".join(line.split()))
