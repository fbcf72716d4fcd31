"""The figures that may not get worse: of annotated releases, of invented ones that are made anew from their settings, and of one kept as a real program read it.

The annotated corpora and their scorer stand beside the project's folder, for their text is no part of it.
An invented release is named by its settings, ``simulate messages=300 seed=1 noise=0.5 language=nl law=woo``, and needs nothing beside the project;
one that was read from paper, ``paper-copy``, is kept among the fixtures, for no two versions of an OCR program read alike.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import lvvthreads
from lvvthreads.evaluate import evaluate, found_of, gold_of, marks_of
from lvvthreads.simulate import Release, Settings, simulate
from lvvthreads.write import to_json

TESTS = Path(__file__).parent
FILE = TESTS / "floors.json"
CORPUS = TESTS.parents[1] / "shared" / "corpus"
KEPT = TESTS / "simulate" / "fixtures"
SCORER = TESTS.parents[1] / "shared" / "score" / "score.py"

#: Figures that count errors: less is better.
CEILINGS = ("sent_wrong", "violations")
#: The figures of an invented release that have a floor: all but those of which it has few cases.
FIGURES = (
    *("blocks", "complete", "from", "sent", "sent_wrong", "subject", "prefixes", "people", "attach", "body"),
    *("copies", "copy_pairs", "links", "kind", "threads", "placeholders", "violations", "marks"),
)
_INVENTED, _ON_PAPER = "simulate ", "paper-"
_TYPES = {"messages": int, "seed": int, "noise": float, "cuts": float, "others": float, "language": str, "law": str}


def floors() -> dict[str, dict[str, Any]]:
    """Return for each release its digest and the floor of each figure."""
    read: dict[str, dict[str, Any]] = json.loads(FILE.read_text(encoding="utf-8"))
    return read


def write_floors(all_floors: dict[str, dict[str, Any]]) -> None:
    """Write the floors, a line for the digest and one for the figures of each release."""
    parts = []
    for name, entry in all_floors.items():
        figures = ", ".join(f"{json.dumps(figure)}: {floor}" for figure, floor in entry.items() if figure != "sha256")
        parts.append(f"  {json.dumps(name)}: {{\n    " + f'"sha256": "{entry["sha256"]}",\n    {figures}\n  }}')
    FILE.write_text("{\n" + ",\n".join(parts) + "\n}\n", encoding="utf-8")


def is_here(name: str) -> bool:
    """Tell whether a release can be measured: an annotated one only where its corpus is."""
    return name.startswith((_INVENTED, _ON_PAPER)) or SCORER.is_file()


def digest(name: str) -> str:
    """Return the digest of a release's text."""
    release = _release(name)
    text = release.text.encode() if release else (CORPUS / f"{name}.txt").read_bytes()
    return hashlib.sha256(text).hexdigest()


def measured(name: str) -> dict[str, float]:
    """Reconstruct a release and return its figures."""
    release = _release(name)
    return measured_release(release) if release else _measured_corpus(name)


def _release(name: str) -> Release | None:
    """Return the invented release of this name; None for an annotated one."""
    if name.startswith(_INVENTED):
        return invented(name)
    return kept(name) if name.startswith(_ON_PAPER) else None


def invented(name: str) -> Release:
    """Invent the release of this name."""
    pairs = (setting.split("=") for setting in name.removeprefix(_INVENTED).split())
    return simulate(Settings(**{key: _TYPES[key](value) for key, value in pairs}))


def kept(name: str) -> Release:
    """Return a release that is kept among the fixtures."""
    gold = json.loads((KEPT / f"{name}.gold.json").read_text(encoding="utf-8"))
    marks = (KEPT / f"{name}.redactions.jsonl").read_text(encoding="utf-8").splitlines()
    text = (KEPT / f"{name}.txt").read_bytes().decode()
    return Release(text=text, gold=gold, redactions=tuple(json.loads(mark) for mark in marks))


def measured_release(release: Release) -> dict[str, float]:
    """Reconstruct an invented release and return the figures that have a floor."""
    export = json.loads(to_json(lvvthreads.reconstruct(lvvthreads.Document.from_text(release.text, name="release.txt"))))
    judged = evaluate(
        found_of(export, "the export"),
        gold_of(release.gold, "the truth"),
        marks=marks_of(release.redactions, "the marks"),
        resamples=0,
    )
    return {figure: judged.values[figure] for figure in FIGURES}


def _measured_corpus(name: str) -> dict[str, float]:
    """Export an annotated corpus and return the scorer's figures."""
    with tempfile.TemporaryDirectory() as folder:
        export = Path(folder) / "export.json"
        export.write_text(to_json(lvvthreads.reconstruct([CORPUS / f"{name}.txt"])), encoding="utf-8")
        command = [sys.executable, str(SCORER), str(export), str(CORPUS / f"{name}.gold.json"), "--json"]
        marks = CORPUS / f"{name}.redactions.jsonl"
        if marks.is_file():
            command += ["--redactions", str(marks)]
        scored = subprocess.run(command, capture_output=True, text=True, check=True)
    figures: dict[str, float] = json.loads(scored.stdout)
    return figures
