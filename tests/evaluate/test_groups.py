"""How a printout moves what is grouped across printouts, worked out by hand for e-mails in two or three of them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from lvvthreads.evaluate import found_of, gold_of
from lvvthreads.evaluate.comparison import Comparison
from lvvthreads.evaluate.groups import groups
from lvvthreads.evaluate.share import Share, Sway
from tests.evaluate.specimen import copy_, gold_message, message, redacted

if TYPE_CHECKING:
    from lvvthreads.evaluate.share import Finding


def findings(*blocks: tuple[str, str | None, str]) -> list[Finding]:
    """Judge blocks given as id, the block they are a copy of, and the message that they were found in; each stands in a printout of its own."""
    sent = "2021-03-01T11:02"
    lines = {id_: 10 * place for place, (id_, _, _) in enumerate(blocks, start=1)}
    mails = dict.fromkeys(mail for _, _, mail in blocks)
    gold = [{**gold_message(id_, id_, lines[id_], redacted(), sent, same_as=first), "source": None} for id_, first, _ in blocks]
    found = [
        message(mail, sent, None, *(copy_("A", lines[id_], lines[id_] + 4, None) for id_, _, one in blocks if one == mail))
        for mail in mails
    ]
    export = {"format": "lvvthreads/1", "messages": found, "links": [], "threads": []}
    return list(groups(Comparison(gold=gold_of({"messages": gold}, "gold"), found=found_of(export, "export"))))


def counted(judged: list[Finding], without: str = "") -> Counter[str]:
    """Add up the counts, as they are without a printout."""
    counts: Counter[str] = Counter()
    for one in judged:
        if isinstance(one, Share) and one.at.printout != without:
            counts[one.of] += one.amount  # type: ignore[assignment]  # counts of halves
        elif isinstance(one, Sway) and one.at.printout == without:
            counts[one.of] -= one.amount  # type: ignore[assignment]
    return counts


def test_a_pair_goes_with_either_of_its_printouts() -> None:
    """Of three copies that were joined are three pairs, and one is left without the third."""
    judged = findings(("a", None, "m"), ("b", "a", "m"), ("c", "a", "m"))
    for of in ("gold", "found", "right"):
        assert (counted(judged)[f"copy_pairs.{of}"], counted(judged, without="c")[f"copy_pairs.{of}"]) == (3, 1)


def test_two_mails_joined_as_one() -> None:
    """Each has a precision of 1 / (1 + how often the other is drawn), of which the derivative is -1/4."""
    judged = findings(("a", None, "m"), ("b", None, "m"))
    assert counted(judged)["copies.precision"] == 1
    assert counted(judged, without="b")["copies.precision"] == pytest.approx(1 / 2 + 1 / 4)
    assert counted(judged, without="b")["copies.recall"] == pytest.approx(1)


def test_two_copies_not_joined() -> None:
    """The same of recall: each has itself of itself and the other."""
    judged = findings(("a", None, "m"), ("b", "a", "n"))
    assert counted(judged)["copies.recall"] == 1
    assert counted(judged, without="b")["copies.recall"] == pytest.approx(1 / 2 + 1 / 4)
    assert counted(judged, without="b")["copies.precision"] == pytest.approx(1)


def test_what_is_right_stays_right() -> None:
    """Copies that were joined, and nothing else with them, keep their precision and recall whatever is left out."""
    judged = findings(("a", None, "m"), ("b", "a", "m"), ("c", None, "n"))
    for out in ("a", "b", "c"):
        assert counted(judged, without=out)["copies.precision"] == counted(judged, without=out)["copies.recall"] == pytest.approx(2)
