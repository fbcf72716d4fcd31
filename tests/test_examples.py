"""The example scripts run, and say what is true of the example dossier."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

EXAMPLES = Path(__file__).parents[1] / "examples"


def test_who_wrote_when() -> None:
    """Each mail is listed once, by time within its conversation; only who is named has a name."""
    command = [sys.executable, str(EXAMPLES / "who_wrote_when.py"), str(EXAMPLES / "dossier.txt")]
    environment = {**os.environ, "PYTHONUTF8": "1"}
    done = subprocess.run(command, capture_output=True, check=True, encoding="utf-8", env=environment)
    lines = done.stdout.splitlines()
    assert lines[0] == "Dienstregeling veerpont Lage Oever"
    assert lines[1].startswith("  2024-03-11 09:12  unknown")
    assert lines[1].endswith("of DG/WEG/PONT")
    assert [line for line in lines[:-1] if "Terpstra" in line] == ["  2024-03-11 15:22  Terpstra, drs. W."]
    assert sum(line.startswith("  2024-03-1") for line in lines) == 17
    assert lines[-3:] == [
        "Half of the 13 answers came within 3 hours, the slowest after 30 hours.",
        "The longest chain has 6 e-mails.",
        "35 senders and recipients stay unknown; named: Terpstra, drs. W.",
    ]


def test_noise_curve(tmp_path: Path) -> None:
    """The table has a row for each degree of noise, is written between its marks and nowhere else, and the picture has a line for each figure."""
    readme, svg = tmp_path / "README.md", tmp_path / "curve.svg"
    begin, end = "<!-- noise curve: begin (written by examples/noise_curve.py) -->", "<!-- noise curve: end -->"
    readme.write_text(f"before\n{begin}\nold\n{end}\nafter\n", encoding="utf-8")
    command = [
        sys.executable,
        str(EXAMPLES / "noise_curve.py"),
        "--messages",
        "20",
        "--seeds",
        "1",
        "-o",
        str(svg),
        "--readme",
        str(readme),
    ]
    printed = subprocess.run(command, capture_output=True, check=True, encoding="utf-8", env={**os.environ, "PYTHONUTF8": "1"}).stdout
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in printed.splitlines()]
    assert [row[0] for row in rows[2:]] == ["0.0", "0.1", "0.2", "0.3", "0.4", "0.5", "0.6", "0.7", "0.8", "0.9", "1.0"]
    assert readme.read_text(encoding="utf-8") == f"before\n{begin}\n\n{printed}\n{end}\nafter\n"
    tree = ET.parse(svg)
    assert len(tree.findall("{*}polyline")) == len(rows[0]) - 1
    names = [text.text for text in tree.findall("{*}text")]
    assert all(name in names for name in rows[0][1:])


@pytest.mark.parametrize("mark", ["<!-- noise curve: begin (written by examples/noise_curve.py) -->", "<!-- noise curve: end -->"])
def test_the_readme_has_the_place_for_the_curve(mark: str) -> None:
    """The table of the README stands between two marks."""
    assert (EXAMPLES.parent / "README.md").read_text(encoding="utf-8").count(mark) == 1
