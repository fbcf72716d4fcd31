"""The figures are those of the scorer that stands beside the annotated corpora, whatever is wrong with an export.

Without the corpora and their scorer (``../shared``) these tests are skipped.
"""

from __future__ import annotations

import importlib.util
import json
import sys
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import lvvthreads
from lvvthreads.evaluate import evaluate, found_of, gold_of, marks_of
from lvvthreads.write import to_dict
from tests.evaluate import specimen
from tests.evaluate.damage import DAMAGES, damaged

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

SHARED = Path(__file__).parents[3] / "shared"
CORPUS = SHARED / "corpus"
SCORER = SHARED / "score" / "score.py"

RELEASES = ("lvv-wob-part1", "uwv-tolken-scan", "uwv-tolken-copy", "uwv-tolken-fax")

pytestmark = [
    pytest.mark.skipif(not SCORER.is_file(), reason="the annotated corpora and their scorer (../shared) are not here"),
    pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning"),  # the scorer leaves its files open
]


@cache
def scorer() -> ModuleType:
    """Load the scorer, which is a script."""
    specification = importlib.util.spec_from_file_location("score", SCORER)
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


@cache
def release(name: str) -> tuple[Any, Any, list[Any]]:
    """Return gold, export and marks of a release; where no marks were annotated those of another will do."""
    gold = json.loads((CORPUS / f"{name}.gold.json").read_text(encoding="utf-8"))
    export = to_dict(lvvthreads.reconstruct([CORPUS / f"{name}.txt"]))
    marks = (CORPUS / f"{RELEASES[0]}.redactions.jsonl").read_text(encoding="utf-8").splitlines()
    return gold, json.loads(json.dumps(export)), [json.loads(line) for line in marks]


@pytest.fixture
def same_figures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., None]:
    """Give what compares the figures of both, all of them, to four decimals."""

    def compare(gold: Any, export: Any, marks: list[Any], lines: tuple[int, int] | None = None) -> None:
        names = [str(tmp_path / name) for name in ("export.json", "gold.json", "marks.jsonl")]
        texts = (json.dumps(export), json.dumps(gold), "\n".join(json.dumps(mark) for mark in marks))
        for name, text in zip(names, texts, strict=True):
            Path(name).write_text(text, encoding="utf-8")
        options = ["--lines", "{}-{}".format(*lines)] if lines else []
        monkeypatch.setattr(sys, "argv", ["score.py", *names[:2], "--redactions", names[2], "--json", *options])
        scorer().main()
        expected = json.loads(capsys.readouterr().out)
        asked = {key: value for key, value in gold.items() if key != "missing"}  # of which the scorer knows nothing
        judged = evaluate(found_of(export, "export"), gold_of(asked, "gold"), marks=marks_of(marks, "marks"), lines=lines, resamples=0)
        assert dict(judged.values) == expected

    return compare


@pytest.mark.parametrize("name", RELEASES)
def test_the_releases(name: str, same_figures: Callable[..., None]) -> None:
    """Whole, and in part."""
    same_figures(*release(name))
    same_figures(*release(name), lines=(200, 700))


@pytest.mark.parametrize("kind", [*DAMAGES, "all"])
@pytest.mark.parametrize("name", RELEASES)
def test_damaged_exports_of_releases(name: str, kind: str, same_figures: Callable[..., None]) -> None:
    """One kind of damage, or one upon the other."""
    gold, export, marks = release(name)
    for seed in (1, 2):
        same_figures(gold, damaged(export, kind, seed), marks)
    same_figures(gold, damaged(export, kind, 3), marks, lines=(200, 700))


@pytest.mark.parametrize("name", RELEASES)
def test_an_export_without_anything(name: str, same_figures: Callable[..., None]) -> None:
    """Nothing found, nothing annotated, and neither."""
    gold, export, marks = release(name)
    nothing = {**export, "messages": [], "links": [], "threads": [], "redactions": []}
    same_figures(gold, nothing, marks)
    same_figures({"messages": []}, export, marks)
    same_figures({"messages": []}, nothing, [])


@pytest.mark.parametrize("name", RELEASES)
def test_a_gold_of_several_files(name: str, same_figures: Callable[..., None]) -> None:
    """What the gold has in another file is not found in this one."""
    gold, export, marks = release(name)
    apart = deepcopy(gold)
    for message in apart["messages"]:
        message["source"] = f"{name}.txt" if message["header"][0] < 500 else "other.txt"
    same_figures(apart, export, marks)


@pytest.mark.parametrize("kind", ["none", *DAMAGES, "all"])
def test_the_invented_gold(kind: str, same_figures: Callable[..., None]) -> None:
    """Its files, unsure fields and copies, with damage upon the errors it has."""
    for seed in range(6):
        same_figures(specimen.gold(), damaged(specimen.export(), kind, seed), specimen.marks())
        same_figures(specimen.gold(), damaged(specimen.export(), kind, seed), specimen.marks(), lines=(8, 30))
