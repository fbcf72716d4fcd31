"""Lay the lines that were printed beside the lines that were read from the same page.

Printed lines come out whole, broken in two or three, run together, or not at all, with lines of specks between; their order stays.
What is hard is that a line of which half is lost still is that line: it is compared whole, by its head and by its tail.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from attrs import frozen
from rapidfuzz.distance import Indel, Levenshtein

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

#: How many printed lines become how many lines of text.
_WAYS = ((1, 1), (1, 2), (2, 1), (1, 3))
#: Two lines of prose that have nothing to do with each other have up to so many letters in common, in the same order.
_BY_CHANCE = 0.5
#: A head or a tail says less than the whole, and must be alike to a higher degree: short texts are alike by chance.
_PART, _PART_BY_CHANCE, _SHORTEST_PART = 0.8, 0.6, 3


@frozen
class Group:
    """Printed lines and the lines of text that carry them, as indexes from 0."""

    printed: range
    read: range


def align(printed: Sequence[str], read: Sequence[str]) -> list[Group]:
    """Return the groups of lines that belong together, in order; lines that are in none were lost, or printed by nobody.

    >>> align(["Van: Anna Bos", "Aan: Cor Dam"], ["Van: Anna", "Bos", "_ .", "Aan Gor Dam"])
    [Group(range(0, 1), range(0, 2)), Group(range(1, 2), range(3, 4))]
    """
    left, right = [_packed(line) for line in printed], [_packed(line) for line in read]
    best = [[0.0] * (len(right) + 1) for _ in range(len(left) + 1)]
    steps: list[list[tuple[int, int]]] = [[(0, 0)] * (len(right) + 1) for _ in range(len(left) + 1)]
    for i in range(len(left) + 1):
        for j in range(len(right) + 1):
            ways = [(best[i - 1][j], (1, 0))] if i else []
            ways += [(best[i][j - 1], (0, 1))] if j else []
            for down, along in _WAYS:
                if down <= i and along <= j and all(left[i - down : i]) and all(right[j - along : j]):
                    gain = _gain("".join(left[i - down : i]), "".join(right[j - along : j]))
                    ways.append((best[i - down][j - along] + gain, (down, along)))
            # of ways as good as each other the first stays: what can be left out is
            best[i][j], steps[i][j] = max(ways, key=lambda way: way[0], default=(0.0, (0, 0)))
    return _walked(steps, len(left), len(right))


def _walked(steps: Sequence[Sequence[tuple[int, int]]], i: int, j: int) -> list[Group]:
    """Walk the best way back from the end of both pages."""
    groups: list[Group] = []
    while i or j:
        down, along = steps[i][j]
        if down and along:
            groups.append(Group(range(i - down, i), range(j - along, j)))
        i, j = i - down, j - along
    return groups[::-1]


def _packed(line: str) -> str:
    """Leave the blanks out, which OCR programs add and lose."""
    return "".join(line.split())


def _gain(printed: str, read: str) -> float:
    """Return how many letters two texts have in common beyond chance; less than nothing if they are different lines."""
    whole = _beyond(printed, read, _BY_CHANCE)
    if not _SHORTEST_PART <= len(read) < len(printed):
        return whole
    parts = (printed[: len(read)], printed[-len(read) :])
    return max(whole, *(_PART * _beyond(part, read, _PART_BY_CHANCE) for part in parts))


def _beyond(printed: str, read: str, chance: float) -> float:
    return (Indel.normalized_similarity(printed, read) - chance) * (len(printed) + len(read)) / 2


@frozen
class Letters:
    """A printed text laid letter by letter over the text that was read."""

    printed: str
    read: str

    @cached_property
    def places(self) -> tuple[int, ...]:
        """Where in the text that was read each printed letter stands, or would; one more for the end."""
        return tuple(place for place, _ in self._laid)

    @cached_property
    def glyphs(self) -> tuple[str, ...]:
        """What each printed letter was read as; empty where it is not there."""
        return tuple(glyph for _, glyph in self._laid[:-1])

    @cached_property
    def origins(self) -> Mapping[int, str]:
        """Place in the text that was read -> the printed letter that was read there."""
        return {place: letter for (place, glyph), letter in zip(self._laid, self.printed, strict=False) if glyph}

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where a part of the printed text stands in what was read; empty where nothing is left of it."""
        seen = [i for i in range(start, end) if self.glyphs[i]]
        return (self.places[seen[0]], self.places[seen[-1]] + 1) if seen else (self.places[start], self.places[start])

    @cached_property
    def _laid(self) -> list[tuple[int, str]]:
        laid: list[tuple[int, str]] = []
        for step in Levenshtein.opcodes(self.printed, self.read):
            if step.tag == "delete":
                laid += [(step.dest_start, "")] * (step.src_end - step.src_start)
            elif step.tag != "insert":
                laid += [(place, self.read[place]) for place in range(step.dest_start, step.dest_end)]
        return [*laid, (len(self.read), "")]
