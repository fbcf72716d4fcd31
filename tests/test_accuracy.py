"""The accuracy on annotated releases does not fall below its floors.

The corpora and their scorer stand beside the project's folder, for their text is no part of it; without them these tests are skipped.
``floors.json`` has, for each corpus, its digest and the floor of each figure; for figures that count errors it is a ceiling.
A change of a floor is an entry in the changelog.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

TESTS = Path(__file__).parent
SHARED = TESTS.parents[1] / "shared"
CORPUS = SHARED / "corpus"
SCORER = SHARED / "score" / "score.py"
FLOORS: dict[str, dict[str, Any]] = json.loads((TESTS / "floors.json").read_text(encoding="utf-8"))

#: Figures that count errors: less is better.
CEILINGS = ("sent_wrong", "violations")

pytestmark = pytest.mark.skipif(not SCORER.is_file(), reason="the annotated corpora (../shared) are not here")


def scores(name: str, folder: Path) -> dict[str, float]:
    """Export the corpus and return the scorer's figures."""
    import lvvthreads
    from lvvthreads.write import to_json

    export = folder / "export.json"
    export.write_text(to_json(lvvthreads.reconstruct([CORPUS / f"{name}.txt"])), encoding="utf-8")
    command = [sys.executable, str(SCORER), str(export), str(CORPUS / f"{name}.gold.json"), "--json"]
    marks = CORPUS / f"{name}.redactions.jsonl"
    if marks.is_file():
        command += ["--redactions", str(marks)]
    scored = subprocess.run(command, capture_output=True, text=True, check=True)
    figures: dict[str, float] = json.loads(scored.stdout)
    return figures


@pytest.mark.parametrize("name", FLOORS)
def test_no_figure_is_below_its_floor(name: str, tmp_path: Path) -> None:
    """Every figure that has a floor is at least that, and errors are at most their ceiling."""
    floors = {figure: floor for figure, floor in FLOORS[name].items() if figure != "sha256"}
    figures = scores(name, tmp_path)
    failed = [
        f"{figure} is {figures[figure]}, its floor {floor}"
        for figure, floor in floors.items()
        if (figures[figure] > floor if figure in CEILINGS else figures[figure] < floor)
    ]
    assert not failed, "\n".join(failed)


@pytest.mark.parametrize("name", FLOORS)
def test_the_floors_were_set_on_this_text(name: str) -> None:
    """A floor says nothing about a corpus that has changed since."""
    assert hashlib.sha256((CORPUS / f"{name}.txt").read_bytes()).hexdigest() == FLOORS[name]["sha256"]
