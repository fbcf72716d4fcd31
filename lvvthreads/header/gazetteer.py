"""Keep the spellings that a dossier prints clean, and find for a garbled one those it can be a misreading of.

In goes each right spelling once, out come the few that share most pairs of letters with another: asking costs about the same however many there are.
What is hard is to tell a misreading from another name: here only what print confuses counts as one, how often each was printed is the asker's to weigh.
"""

from __future__ import annotations

from collections import Counter
from itertools import chain, pairwise

#: So many right spellings are compared with a garbled one.
_COMPARED = 24
#: Pairs of letters are looked up, the rarest first, until so many spellings were met.
_MET = 600
#: Capitals that worn print confuses, and small letters, beyond those of one shape (:data:`lvvthreads.header.fold.SHAPES`).
CAPITALS = frozenset(map(frozenset, ("EF", "DO", "OQ", "CG", "PF", "PR", "HN", "MN", "NR", "TI", "TL", "IL", "IJ", "KX", "VU", "UO", "BE")))
SMALL = frozenset(map(frozenset, ("ao", "nr", "hb", "ti", "tf", "fi", "uy", "gq", "un", "ae", "nm")))
#: Each letter -> the first of all that confusions can lead to.
_SKELETON = str.maketrans("eiftqunmyrb", "atttgrrrrrh")


class Gazetteer:
    """Right spellings, each under its folded form, to be found again by pairs of letters."""

    def __init__(self) -> None:
        self._spellings: list[str] = []
        self._by_pair: dict[str, list[int]] = {}

    def __len__(self) -> int:
        return len(self._spellings)

    def add(self, spelling: str, folded: str) -> None:
        """Take a spelling in."""
        for pair in _pairs(folded):
            self._by_pair.setdefault(pair, []).append(len(self._spellings))
        self._spellings.append(spelling)

    def near(self, folded: str) -> list[str]:
        """Return the spellings that share most pairs of letters with this folded one, those taken in first before others as near."""
        lists = sorted((self._by_pair[pair] for pair in _pairs(folded) if pair in self._by_pair), key=len)
        met, kept = 0, list[list[int]]()
        for found in lists:
            if kept and met + len(found) > _MET:
                break
            met += len(found)
            kept.append(found)
        shared = Counter(chain.from_iterable(kept))
        return [self._spellings[i] for i, _ in sorted(shared.items(), key=lambda pair: (-pair[1], pair[0]))[:_COMPARED]]


def _pairs(folded: str) -> list[str]:
    """Return the pairs of neighbouring letters, the edges among them, each once and in order."""
    return sorted({a + b for a, b in pairwise(f"<{folded}>")})


def misread(a: str, b: str, confused: frozenset[frozenset[str]]) -> int | None:
    """Count the letters that print must confuse for one folded spelling to be read as the other; None where they differ in anything else.

    >>> misread("DGPVE", "DGPVF", CAPITALS), misread("DGPVE", "DGPVA", CAPITALS), misread("bakker", "bokkcr", SMALL)
    (1, None, None)
    """
    if len(a) != len(b):
        return None
    differing = [frozenset(pair) for pair in zip(a, b, strict=True) if pair[0] != pair[1]]
    return len(differing) if confused.issuperset(differing) else None


def skeleton(folded: str) -> str:
    """Return a form that small letters which print confuses share: names that only print makes different have one.

    >>> skeleton("grahom") == skeleton("graham"), skeleton("bos") == skeleton("dam")
    (True, False)
    """
    return folded.replace("nn", "m").translate(_SKELETON)
