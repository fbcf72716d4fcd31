"""Raise the floors of ``floors.json`` to what is reached: ``python tests/raise_floors.py [NAME...] [--lower]``.

Without a name all releases are measured that are here; a name that has no floors yet (``"simulate messages=300 seed=1"``) gets them.
A floor lies a small margin below its figure, rounded down to two decimals, so that not every change of a rule touches it.
It is only ever raised; ``--lower`` lowers those that are not reached, too, and the digest of a release that has changed.
"""

from __future__ import annotations

import math
import sys
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parents[1]))  # run as a script, too

from tests.floors import CEILINGS, FIGURES, digest, floors, is_here, measured, write_floors

if TYPE_CHECKING:
    from collections.abc import Mapping

#: How far below its figure a floor lies at least.
_MARGIN = 0.005
#: What is counted, not measured, has no margin.
_COUNTS = ("violations",)


def changed(before: Mapping[str, float], reached: Mapping[str, float], *, lower: bool) -> dict[str, float]:
    """Return the floors after these figures were reached; ``lower`` allows those that were missed to fall."""
    return {figure: _floor(figure, floor, reached[figure], lower=lower) for figure, floor in before.items()}


def _floor(figure: str, before: float, reached: float, *, lower: bool) -> float:
    sign = -1 if figure in CEILINGS else 1
    margin = 0.0 if figure in _COUNTS else _MARGIN
    now = sign * math.floor(round(sign * (reached - sign * margin) * 100, 6)) / 100
    is_missed = sign * reached < sign * before
    if sign * now > sign * before or (lower and is_missed):
        return int(reached) if figure in _COUNTS else max(0.0, now)
    return before


def main(arguments: list[str]) -> None:
    """Measure, compare, write, and say what has changed."""
    lower = "--lower" in arguments
    all_floors = floors()
    is_lowered = False
    for name in [one for one in arguments if not one.startswith("--")] or [name for name in all_floors if is_here(name)]:
        text = digest(name)
        nothing = {"sha256": text, **{figure: 1 if figure in CEILINGS else 0 for figure in FIGURES}}
        entry = all_floors.get(name, nothing)
        if text != entry["sha256"] and not lower:
            sys.exit(f"{name} is another text than its floors were set on; --lower sets them anew")
        before = {figure: floor for figure, floor in entry.items() if figure != "sha256"}
        after = changed(before, measured(name), lower=lower)
        all_floors[name] = {"sha256": text, **after}
        for figure, floor in after.items():
            if floor != before[figure]:
                is_lowered |= (floor > before[figure]) if figure in CEILINGS else (floor < before[figure])
                sys.stdout.write(f"{name}: {figure} {before[figure]} -> {floor}\n")
    write_floors(all_floors)
    if is_lowered:
        sys.stdout.write("Floors were lowered: CHANGELOG.md must say so, and why.\n")


if __name__ == "__main__":
    main(sys.argv[1:])
