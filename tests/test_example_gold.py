"""The gold annotation of the example dossier says what ``truth_of_dossier.json`` says; both were written by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from lvvthreads.evaluate import evaluate, found_of, gold_of

ROOT = Path(__file__).parents[1]
TRUTH: dict[str, dict[str, Any]] = json.loads((ROOT / "tests" / "truth_of_dossier.json").read_text(encoding="utf-8"))["messages"]
RAW: dict[str, Any] = json.loads((ROOT / "examples" / "dossier.gold.json").read_text(encoding="utf-8"))
GOLD: list[dict[str, Any]] = RAW["messages"]

#: Not ``splitlines``: a form feed at the head of a line begins a page, not another line.
LINES = (ROOT / "examples" / "dossier.txt").read_text(encoding="utf-8").removesuffix("\n").split("\n")


def words(message: dict[str, Any]) -> str:
    """Return the body of a message of the gold."""
    return "\n".join(LINES[line - 1] for first, last in message["body"] for line in range(first, last + 1))


def name_of(id_: str | None) -> str | None:
    """Return what the truth calls a message of the gold."""
    if id_ is None:
        return None
    (message,) = (one for one in GOLD if one["id"] == id_)
    (name,) = (name for name in TRUTH if TRUTH[name]["words"] in words(message))
    return name


def person(raw: dict[str, Any]) -> str:
    """Write a person as the truth does."""
    return str(raw["name"]) if not raw["redacted"] else f"5.1.2.e {raw['unit'] or ''}".strip()


@pytest.mark.parametrize("name", TRUTH)
def test_each_mail_of_the_truth_is_there_in_every_copy(name: str) -> None:
    """The first copy has no ``same_as``, the others name it."""
    copies = [one for one in GOLD if name_of(one["id"]) == name]
    assert len(copies) == TRUTH[name]["copies"]
    assert [one["same_as"] for one in copies] == [None, *[copies[0]["id"]] * (len(copies) - 1)]


@pytest.mark.parametrize("message", GOLD, ids=lambda one: str(one["id"]))
def test_each_header_says_what_the_truth_says(message: dict[str, Any]) -> None:
    """People, time, subject, parent and kind."""
    truth = TRUTH[str(name_of(message["id"]))]
    assert person(message["from"]) == truth["from"]
    assert [person(one) for one in message["to"]] == truth["to"]
    assert [person(one) for one in message["cc"]] == truth["cc"]
    assert message["sent_in_context"] == truth["sent"]
    assert (message["subject"] or "") == truth["subject"]
    assert (name_of(message["parent"]), message["relation"]) == (truth["parent"], truth["link"])


def test_printouts_follow_each_other() -> None:
    """Each begins where the one before ends, and holds the headers that are said to be in it."""
    bounds = {one["id"]: (one["first_line"], one["last_line"]) for one in RAW["printouts"]}
    ends = [last for _, last in bounds.values()]
    assert [first for first, _ in bounds.values()] == [1, *[last + 1 for last in ends[:-1]]]
    assert ends[-1] == len(LINES)
    for message in GOLD:
        first, last = bounds[message["printout"]]
        assert first <= message["header"][0] <= message["body"][-1][1] <= last


def test_blank_lines() -> None:
    """They are those without a character."""
    assert RAW["blank"] == [number for number, line in enumerate(LINES, start=1) if not line.strip()]


def test_it_is_a_gold() -> None:
    """An export without anything has none of it."""
    nothing = {"format": "lvvthreads/1", "messages": [], "links": [], "threads": []}
    evaluation = evaluate(found_of(nothing, "nothing"), gold_of(RAW, "gold"), resamples=0)
    assert (evaluation.gold_headers, evaluation.printouts, evaluation.values["blocks"], evaluation.values["missing"]) == (23, 8, 0, 0)
