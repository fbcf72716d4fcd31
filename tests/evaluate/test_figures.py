"""The figures are what a reader works out by hand, for the invented gold and export of ``specimen.py``.

Of its eight headers seven are found, and one more where there is none.
"""

from __future__ import annotations

import json
import re
from fractions import Fraction
from typing import Any

import pytest

from lvvthreads.evaluate import Evaluation, evaluate, found_of, gold_of, marks_of
from tests.evaluate import specimen


def f1(right: int, found: int, gold: int) -> Fraction:
    """Return twice what both have in common by what they have together, which is the harmonic mean of precision and recall."""
    return Fraction(2 * right, found + gold)


#: Each figure, worked out by hand; g1 to g8 are the headers of the gold.
EXPECTED = {
    "blocks_p": Fraction(7, 8),  # one where there is none
    "blocks_r": Fraction(7, 8),  # without g8
    "blocks": f1(7, 8, 8),
    "complete": Fraction(2, 8),  # g1, g2
    "from": Fraction(6, 8),  # g6 has another unit; that of g7 is not asked
    "subject": Fraction(7, 8),  # g3 has none, g4 that of its first copy
    "prefixes": Fraction(6, 8),  # g5 lost its RE
    "sent": Fraction(3, 8),  # g1, g2, g4; g5 claims a time that nobody can tell, g7 tells less than can be
    "sent_wrong": Fraction(2, 8),  # g3, g6
    "people": f1(5, 7, 8),  # two found in the header that is none; not asked: g4's cc, g6's to
    "attach": f1(2, 3, 3),
    "body": (1 + f1(2, 3, 2) + f1(1, 1, 2) + 1 + 0) / 5,  # g1, g2, g4, g5, g8
    "copies": Fraction(14, 15),  # precision 7/8, for g5 and g6 are joined; recall 1
    "copy_pairs": f1(1, 2, 1),  # g5 and g6 are no pair
    "threads": Fraction(26, 33),  # precision 1; recall 3/5 for three, 1/5 for g3 and g8, 1 for three, together 26/40
    "links_p": Fraction(2, 3),  # g5 hangs beneath the header that is none; that of g7 is not judged
    "links_r": Fraction(2, 4),
    "links": f1(2, 3, 4),
    "kind": Fraction(1, 2),  # g1 replies
    "placeholders": Fraction(3, 10),  # g1's sender, both recipients of g2
    "violations": 2,  # n4 has two roles; g6's sender has a name
    "marks_p": Fraction(2, 3),  # line 41
    "marks_r": Fraction(2, 3),  # one of two on line 3
    "marks": Fraction(2, 3),
    "missing_p": Fraction(1, 2),  # g5's parent is there; what stands in the header that is none is not judged
    "missing_r": Fraction(1, 2),  # g8 was not found
    "missing": Fraction(1, 2),
}  # fmt: skip


def judged(gold: Any = None, export: Any = None, **options: Any) -> Evaluation:
    """Judge the export of the specimen, or another one."""
    return evaluate(found_of(export or specimen.export(), "export"), gold_of(gold or specimen.gold(), "gold"), **options)


def test_every_figure_is_what_a_reader_works_out() -> None:
    """None is missing and none more is there."""
    values = judged(marks=marks_of(specimen.marks(), "marks")).values
    assert values == {name: pytest.approx(float(value), abs=0.00005) for name, value in EXPECTED.items()}


def test_marks_and_missing_mails_are_judged_only_where_they_were_annotated() -> None:
    """A gold that says nothing of them gives no figure for them."""
    gold = specimen.gold()
    del gold["missing"]
    assert judged(gold).values.keys() == {name for name in EXPECTED if not name.startswith(("marks", "missing"))}


def test_only_these_lines() -> None:
    """Of lines 1 to 9 are g1, g5 and g6; the parent of g1 is not among them, so its link is not asked for."""
    values = judged(lines=(1, 9)).values
    assert (values["blocks"], values["from"], values["prefixes"], values["links_r"]) == (1, 0.6667, 0.6667, 0)


def test_a_perfect_export_has_no_errors() -> None:
    """An export that says what the gold says, a header and its copy."""
    gold = {"messages": [one for one in specimen.gold()["messages"] if one["id"] in {"g2", "g4"}]}
    export = specimen.export()
    export["messages"] = [export["messages"][1]]
    first, second = export["messages"][0]["witnesses"]
    first["body"] = specimen.body(15, 17)
    second["to"], second["body"] = first["to"], specimen.body(45, 46)
    export["links"] = export["threads"] = []
    evaluation = judged(gold, export)
    assert evaluation.faults == ()
    assert {value for name, value in evaluation.values.items() if name not in {"sent_wrong", "violations"}} == {1}


def test_an_empty_export_misses_everything() -> None:
    """What is grouped stays: each header is alone, as B-cubed has it."""
    values = judged(export={**specimen.export(), "messages": [], "links": [], "threads": [], "missing": []}).values
    grouped = {"copies", "threads"}
    assert {values[name] for name in values if name not in grouped} == {0}
    # Precision 1; recall 7/8, for the two copies have half of each other.
    assert values["copies"] == pytest.approx(14 / 15, abs=0.00005)


def repeated(content: Any, times: int) -> list[Any]:
    """Return a gold's or an export's lists of a key, each time with other names."""
    names = r'"((?:g|p|m|t|n)\d+|[AB]|[ab]\.txt)"'
    return [json.loads(re.sub(names, rf'"\1~{i}"', json.dumps(content))) for i in range(times)]


def test_a_release_that_is_repeated_under_other_names_keeps_its_figures() -> None:
    """Only offences add up; the time grows with the headers, of which there are 1,600."""
    gold, export = specimen.gold(), specimen.export()
    for content in (gold, export):
        for key in {"messages", "missing", "printouts", "sources", "links", "threads"} & content.keys():
            content[key] = [one for part in repeated(content[key], 200) for one in part]
    evaluation = judged(gold, export, resamples=0)
    expected = {name: value for name, value in EXPECTED.items() if not name.startswith("marks")} | {"violations": 400}
    assert evaluation.values == {name: pytest.approx(float(value), abs=0.00005) for name, value in expected.items()}
    assert (evaluation.gold_headers, evaluation.printouts) == (1600, 600)


def test_keys_that_are_absent_are_not_asked_for() -> None:
    """A reader may leave out recipients, attachments and bodies."""
    gold = specimen.gold()
    for one in gold["messages"]:
        for key in ("to", "cc", "attachments", "body", "sent_in_context", "same_as", "relation", "unsure", "depth"):
            one.pop(key)
    evaluation = judged(gold)
    assert {"people", "attach", "body", "kind"}.isdisjoint(evaluation.values)
    assert not [fault for fault in evaluation.faults if re.search(r": (to|cc|attachments|body):", fault.text)]


def test_each_error_is_named_once() -> None:
    """What is wrong, by the line it stands at."""
    faults = judged(marks=marks_of(specimen.marks(), "marks")).faults
    starts = [(one.source, one.first, re.sub(r"^g\d: ", "", one.text).split(":")[0]) for one in faults]
    assert sorted(starts, key=str) == sorted(
        [
            (None, 3, "mark missed"),
            (None, 41, "mark without ground"),
            ("a.txt", 1, "the link is a reply, not a forward"),
            ("a.txt", 18, "body"),
            ("a.txt", 30, "time wrong"),
            ("a.txt", 30, "one node for several people"),
            ("a.txt", 40, "to"),
            ("a.txt", 46, "body"),
            ("a.txt", 60, "header not found"),
            ("a.txt", 60, "link missed"),
            ("a.txt", 60, "missing e-mail not noticed"),
            ("b.txt", 1, "to"),
            ("b.txt", 1, "time open"),
            ("b.txt", 1, "prefixes"),
            ("b.txt", 1, "different e-mails, joined as one"),
            ("b.txt", 1, "link missed"),
            ("b.txt", 1, "link without ground"),
            ("b.txt", 1, "missing e-mail without ground"),
            ("b.txt", 1, "one node for several people"),
            ("b.txt", 8, "sender"),
            ("b.txt", 8, "time wrong"),
            ("b.txt", 8, "from"),  # a redacted person has a name
            ("b.txt", 20, "time open"),
            ("b.txt", 50, "a header was found where the gold has none"),
        ],
        key=str,
    )
