"""Recognise the dossier's own subjects in lines whose label is lost: the same mail is printed many times, and rarely damaged in the same place.

In come the subjects read so far; a line can then be asked how much of one of them it is.
Subjects are found by the runs of letters they share with the line, so asking costs the same however many subjects there are.
"""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from lvvthreads.header import weights
from lvvthreads.header.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

_RUN = 5
#: Of a line every other run is looked up: a repeated subject still shares many.
_STRIDE = 2
#: A run of letters that so many subjects share tells nothing.
_TOO_COMMON = 20
#: How much of the line and of the subject must be there, and how many letters at least.
_ALIKE, _SHARE, _LEAST = 78.0, 0.55, 12
#: What else may stand on the line: a label's remains and a prefix.
_EXTRA = 16
_COMPARED, _LEAST_SHARED = 3, 2
#: As alike as this it is the whole.
_WHOLE = 90.0


class Subjects:
    """The subjects of a document, to be recognised where they stand without label."""

    def __init__(self, subjects: Iterable[str]) -> None:
        self._folded = sorted({folded for subject in subjects if len(folded := fold(subject)) >= _LEAST})
        #: Blanks and signs come on top of the letters.
        self._longest = 2 * max(map(len, self._folded), default=0) + _EXTRA
        self._runs: dict[str, list[int]] = {}
        for i, folded in enumerate(self._folded):
            for run in _runs(folded):
                self._runs.setdefault(run, []).append(i)
        self._runs = {run: found for run, found in self._runs.items() if len(found) <= _TOO_COMMON}
        #: What was weighed: lines are asked about again.
        self._weighed: dict[str, float] = {}

    def __len__(self) -> int:
        return len(self._folded)

    def weigh(self, line: str) -> float:
        """Return the log-odds that a line is one of the subjects, whole or in part; 0 where it is none."""
        if not _LEAST <= len(line) <= self._longest:
            return 0.0
        weight = self._weighed.get(line)
        if weight is None:
            weight = self._weighed[line] = self._weigh(fold(line))
        return weight

    def _weigh(self, folded: str) -> float:
        runs = {folded[i : i + _RUN] for i in range(0, len(folded) - _RUN + 1, _STRIDE)} & self._runs.keys()
        if len(runs) < _LEAST_SHARED:
            return 0.0
        shared = Counter(chain.from_iterable(map(self._runs.__getitem__, runs)))
        # where subjects share as many runs the first in order is compared, whatever order the set of runs had
        nearest = sorted((-count, i) for i, count in shared.items() if count >= _LEAST_SHARED)[:_COMPARED]
        best = max((self._alike(folded, self._folded[i]) for _, i in nearest), default=0.0)
        return 0.0 if best < _ALIKE else weights.REPEATED["whole" if best >= _WHOLE else "part"]

    @staticmethod
    def _alike(line: str, subject: str) -> float:
        if len(line) < _SHARE * len(subject) or len(line) > len(subject) + _EXTRA:
            return 0.0
        return fuzz.partial_ratio(line, subject)


def _runs(folded: str) -> set[str]:
    return {folded[i : i + _RUN] for i in range(len(folded) - _RUN + 1)}
