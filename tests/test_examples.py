"""The example scripts run, and say what is true of the example dossier."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

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
