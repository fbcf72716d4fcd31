"""Measure how many redaction differences between copies are true, on invented releases whose marks are known.

Run it by hand, in the project's folder: ``python -m tests.benchmarks.differences``.
A difference is true if the covering copy has a mark there, and the other has none on these lines, fewer, or one of another ground;
where the other copy has a mark of its own beside what it shows it counts as false, so the share is rather too low.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

import lvvthreads
from lvvthreads.simulate import Settings, simulate

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lvvthreads.thread.difference import RedactionDifference, Shown

#: So many releases of so many messages at each noise, from this seed on.
RELEASES, MESSAGES, FIRST_SEED, NOISES = 6, 200, 40_000, (0.0, 0.25, 0.5, 0.75)
_Marks = dict[int, list[dict[str, Any]]]


def is_true(difference: RedactionDifference, marks: Mapping[int, Sequence[dict[str, Any]]]) -> bool:
    """Judge a difference by the marks of the truth."""
    covered, other = _of(difference.covered, marks), _of(difference.instead, marks)
    if difference.kind == "ground":
        return bool(covered and other) and {mark["ground"] for mark in covered} != {mark["ground"] for mark in other}
    return bool(covered) and (difference.place != "body" or len(other) < len(covered))


def _of(shown: Shown, marks: Mapping[int, Sequence[dict[str, Any]]]) -> list[dict[str, Any]]:
    return [mark for line in range(shown.line, shown.line + shown.words.count("\n") + 1) for mark in marks.get(line, ())]


def main() -> None:
    """Print for each noise how many differences were found, and the share that is true."""
    print("noise  found  true")
    for noise in NOISES:
        judged: list[bool] = []
        for seed in range(FIRST_SEED, FIRST_SEED + RELEASES):
            release = simulate(Settings(messages=MESSAGES, seed=seed, noise=noise, law="woo"))
            marks: _Marks = defaultdict(list)
            for mark in release.redactions:
                marks[mark["line"]].append(mark)
            found = lvvthreads.reconstruct(lvvthreads.Document.from_text(release.text, name="release.txt"))
            judged += [is_true(difference, marks) for difference in found.redaction_differences()]
        print(f"{noise:5}  {len(judged):5}  {sum(judged) / len(judged):.3f}" if judged else f"{noise:5}      0")


if __name__ == "__main__":
    main()
