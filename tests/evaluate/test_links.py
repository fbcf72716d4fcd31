"""Each link of an export is right or not by the gold."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import lvvthreads
from lvvthreads.evaluate import found_of, gold_of
from lvvthreads.evaluate.comparison import Comparison
from lvvthreads.evaluate.links import links_compared
from lvvthreads.write import to_json

EXAMPLES = Path(__file__).parents[2] / "examples"


def compared(export: dict[str, Any]) -> dict[tuple[str, str], bool]:
    """Compare an export of the example dossier with its gold."""
    gold = json.loads((EXAMPLES / "dossier.gold.json").read_text(encoding="utf-8"))
    return links_compared(Comparison(gold=gold_of(gold, "gold"), found=found_of(export, "export")))


def test_each_link_is_judged_by_itself() -> None:
    """The 17 e-mails of the dossier stand in 4 conversations, so they have 13 links; one that is moved to another parent is wrong, and only it."""
    export = json.loads(to_json(lvvthreads.reconstruct([EXAMPLES / "dossier.txt"])))
    found = compared(export)
    assert len(found) == 13
    assert all(found.values())
    moved = next(link for link in export["links"] if link["parent"] != export["messages"][0]["id"] != link["child"])
    moved["parent"] = export["messages"][0]["id"]
    found = compared(export)
    assert [ends for ends, right in found.items() if not right] == [(moved["child"], moved["parent"])]
