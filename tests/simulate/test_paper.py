"""A release that was printed, worn and read by a real program: its truth is what its text shows.

What needs tesseract, Pillow or a font is skipped where it is not there; the rest is worked out by hand, or kept in ``fixtures``.
"""

from __future__ import annotations

import json
import sys
from functools import lru_cache
from random import Random
from typing import TYPE_CHECKING, Any

import pytest
from rapidfuzz.distance import Levenshtein

import lvvthreads
from lvvthreads.document.errors import LvvthreadsError
from lvvthreads.evaluate import evaluate, found_of, gold_of, marks_of
from lvvthreads.simulate import Release, Settings, ocr, simulate, simulate_on_paper
from lvvthreads.simulate.align import Group, align
from lvvthreads.simulate.legible import legible
from lvvthreads.simulate.noise import Mark, Noise
from lvvthreads.simulate.page import pages
from lvvthreads.simulate.release import Filed, dossier
from lvvthreads.simulate.sheet import Sheet
from lvvthreads.write import to_json
from tests.floors import kept

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lvvthreads.simulate.program import Piece

LABELS = {
    "from": ("Van:",),
    "sent": ("Verzonden:", "Datum:"),
    "to": ("Aan:",),
    "cc": ("CC:",),
    "subject": ("Onderwerp:",),
    "attachments": ("Bijlagen:",),
}
PRINTED = ["Van: Anna Bos - XX/YY", "Verzonden: maandag 11 maart 2024 11:00", "Aan: Cor Dam", "Onderwerp: RE: Sleutels van de kade"]


def lacking() -> str:
    """Say what is missing on this machine to read pages; nothing if nothing is."""
    try:
        ocr.check()
        from lvvthreads.simulate.draw import fonts

        fonts()
    except LvvthreadsError as error:
        return str(error)
    return ""


needs_paper = pytest.mark.skipif(bool(lacking()), reason=lacking() or "everything is there")


@lru_cache
def on_paper(quality: str, **settings: Any) -> Release:
    """Return a release that was read from pages; the same one for all tests that ask for the same."""
    return simulate_on_paper(Settings(**settings), quality)


def figures(made: Release) -> Mapping[str, float]:
    """Return the figures that the reconstruction of a release reaches."""
    export = to_json(lvvthreads.reconstruct(lvvthreads.Document.from_text(made.text, name="release.txt")))
    gold, marks = gold_of(made.gold, "gold"), marks_of(made.redactions, "marks")
    return evaluate(found_of(json.loads(export), "export"), gold, marks=marks, resamples=0).values


@pytest.mark.parametrize(
    ("read", "groups"),
    [
        (PRINTED, [(0, [0]), (1, [1]), (2, [2]), (3, [3])]),
        # letters misread, a speck between
        (
            [
                "Vari: Anna 8os - XX1YY",
                "_ .",
                "Verzcnden maandag 11 rnaart 2024 1l:00",
                "Aan:Cor Dam",
                "Onderwero: RE: Sleutets van de kade",
            ],
            [(0, [0]), (1, [2]), (2, [3]), (3, [4])],
        ),
        # a line lost
        ([PRINTED[0], PRINTED[2], PRINTED[3]], [(0, [0]), (2, [1]), (3, [2])]),
        # a line broken in two, another in three
        (
            ["Van: Anna Bos", "- XX/YY", "Verzonden:", "maandag 11 maart", "2024 11:00", PRINTED[2], PRINTED[3]],
            [(0, [0, 1]), (1, [2, 3, 4]), (2, [5]), (3, [6])],
        ),
        # the label alone, the value alone
        (["Van:", PRINTED[1], "Cor Dam", PRINTED[3]], [(0, [0]), (1, [1]), (2, [2]), (3, [3])]),
        # nothing that was printed
        (["~ . _", "qwxz", "||"], []),
        ([], []),
    ],
)
def test_printed_lines_find_themselves_in_what_was_read(read: list[str], groups: list[tuple[int, list[int]]]) -> None:
    """Lines are misread, lost, broken and speckled; their order stays."""
    assert [(group.printed[0], list(group.read)) for group in align(PRINTED, read)] == groups


def test_two_lines_can_be_run_together() -> None:
    """One line of text carries both."""
    read = [f"{PRINTED[0]} {PRINTED[1]}", PRINTED[2], PRINTED[3]]
    assert align(PRINTED, read) == [Group(range(2), range(1)), Group(range(2, 3), range(1, 2)), Group(range(3, 4), range(2, 3))]


def test_lines_that_are_alike_are_told_apart_by_their_neighbours() -> None:
    """The second of two greetings is there, the first is not."""
    assert align(["Groet,", "Dag Cor,", "Groet,"], ["Dag Cor", "Groet"]) == [
        Group(range(1, 2), range(1)),
        Group(range(2, 3), range(1, 2)),
    ]


#: "Verzonden: maandag 4 maart 2024 11:08", in pieces.
DATED: list[Piece] = [
    ("Verzonden:", ("label", "sent")),
    (" ", ("gap", "sent")),
    ("maandag", ("date", "weekday", "")),
    (" ", None),
    ("4", ("date", "day", "")),
    (" ", None),
    ("maart", ("date", "month", "")),
    (" ", None),
    ("2024", ("date", "year", "")),
    (" ", None),
    ("11", ("date", "hour", "")),
    (":", None),
    ("08", ("date", "minute", "")),
]
WHOLE = {"weekday": "maandag", "day": "4", "month": "maart", "year": "2024", "hour": "11", "minute": "08"}


@pytest.mark.parametrize(
    ("read", "told"),
    [
        ("Verzonden: maandag 4 maart 2024 11:08", {}),
        ("Verzcnden maandag 4 rnaart 2024 11.08", {}),  # letters are told by the others
        ("Verzonden: maandag 4 maart 2O24 l1:08", {}),  # a reader sees through shapes
        ("Verzonden: maandag A maart 2024 11:08", {"day": "?"}),
        ("Verzonden: maandag 4 maart 2074 11:0B", {"year": "20h4", "minute": "0?"}),  # a 2 that was read as 7
        ("Verzonden: maandag 14 maart 2024 11:08", {"day": "?"}),  # a digit too many: another day
        ("Verzonden: maandag 4 maart 2024 1:08", {"hour": "??"}),  # a digit too few: another hour
        ("Verzonden: maandag 4 maart 2024 1108", {}),  # run together, but every digit as it was
        ("Verzonden: maandag 4 maart 2024 1 1:08", {}),
        ("Verzonden: 4 maart 2024 11:08", {"weekday": ""}),
        ("Verzonden: maandag 4", {"month": "", "year": "????", "hour": "??", "minute": "??"}),
    ],
)
def test_digits_that_were_misread_are_open(read: str, told: dict[str, str]) -> None:
    """What the text does not show any more, nobody can tell from it."""
    (line,) = legible([DATED], [read])
    assert line.date == {**WHOLE, **told}


@pytest.mark.parametrize(("read", "told"), [("juli", "juli"), ("jull", "juli"), ("juk", ""), ("juni", ""), ("J", "")])
def test_a_month_is_told_where_no_other_is_as_near(read: str, told: str) -> None:
    """June and July differ in one letter."""
    (line,) = legible([[("Datum: ", None), ("juli", ("date", "month", ""))]], [f"Datum: {read}"])
    assert line.date == {"month": told}


@pytest.mark.parametrize(
    ("read", "raw", "row", "sure"),
    [
        (["Van: 10.2.e - XX/YY"], "10.2.e", 0, True),
        (["Van: 1Q.2e | - XX/YY"], "1Q.2e", 0, True),
        (["Van:", "10,2.e - XX/YY"], "10,2.e", 1, True),
        (["Van: Z0Z - XX/YY"], "Z0Z", 0, False),
    ],
)
def test_of_a_mark_the_truth_has_what_was_read(read: list[str], raw: str, row: int, sure: bool) -> None:  # noqa: FBT001 - a column of the table
    """It is a part of the line it stands on, and doubtful where little is left of it."""
    pieces: list[Piece] = [
        ("Van:", ("label", "from")),
        (" ", ("gap", "from")),
        ("10.2.e", ("mark", "Wob", "10.2.e", "person")),
        (" - XX/YY", None),
    ]
    (line,) = legible([pieces], read)
    assert line.marks == [Mark(raw=raw, law="Wob", ground="10.2.e", place="person", row=row, sure=sure)]


def test_a_mark_of_which_nothing_is_left_is_none() -> None:
    """OCR programs take a box for a picture; and of a value of which nothing is left nothing can be asked."""
    (line,) = legible([[("Van:", ("label", "from")), (" ", ("gap", "from")), ("10.2.e", ("mark", "Wob", "10.2.e", "person"))]], ["Van:"])
    assert (line.marks, line.legible) == ([], False)


def test_an_unknown_quality_is_an_error() -> None:
    """It names those that are known."""
    with pytest.raises(LvvthreadsError, match="scan, copy, fax"):
        simulate_on_paper(Settings(messages=2), "parchment")


def test_without_tesseract_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """One sentence, no traceback of a missing file."""
    monkeypatch.setenv("PATH", "")
    with pytest.raises(LvvthreadsError, match="apt-get install tesseract-ocr tesseract-ocr-nld"):
        ocr.check()


def test_without_pillow_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """The extra has it."""
    monkeypatch.setitem(sys.modules, "PIL", None)
    monkeypatch.delitem(sys.modules, "lvvthreads.simulate.draw", raising=False)
    with pytest.raises(LvvthreadsError, match=r"pip install 'lvvthreads\[paper\]'"):
        simulate_on_paper(Settings(messages=2))


def test_each_page_is_drawn_by_itself() -> None:
    """Those that begin with a blank line, too; with every line of the text on one of them."""
    settings = Settings(messages=40, seed=7)
    random = Random(settings.seed)  # noqa: S311 - repeatable, not secret
    sheet = Sheet(random, Noise(random, 0.0))
    printouts = [sheet.lay(one.printout) for one in dossier(random, settings) if isinstance(one, Filed)]
    drawn = [*pages(sheet.text(), sheet.starts, printouts)]
    lines = sheet.text().split("\n")[:-1]
    assert len(drawn) == sheet.text().count("\f") + 1
    assert [row.number for page in drawn for row in page.rows] == [*range(1, len(lines) + 1)]
    assert [row.text.rstrip() for page in drawn for row in page.rows] == [line.removeprefix("\f") for line in lines]
    assert max(len(page.rows) for page in drawn) <= 56
    assert {row.look for page in drawn for row in page.rows} == {"foot", "owner", "plain", "stamp", "top"}


@needs_paper
def test_without_a_font_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """Any of a few will do."""
    from lvvthreads.simulate import draw

    monkeypatch.setattr(draw, "_named", lambda: iter([("no-such-font.ttf", "no-such-font.ttf")]))
    with pytest.raises(LvvthreadsError, match="fonts-dejavu-core"):
        draw.fonts()


@needs_paper
def test_the_same_paper_is_read_alike_one_by_one_and_side_by_side() -> None:
    """Text, truth and marks do not depend on how many pages are read at a time."""
    settings = Settings(messages=3, seed=2)
    assert simulate_on_paper(settings, "scan", jobs=1) == simulate_on_paper(settings, "scan", jobs=3)


@needs_paper
def test_on_a_scan_nearly_all_labels_stand_where_the_truth_says() -> None:
    """The lines of the truth are those of what was read."""
    made = on_paper("scan", messages=8, seed=3, law="wob")
    lines = made.text.split("\n")
    right = [
        any(Levenshtein.distance(lines[number - 1].lstrip("> \f")[: len(label)], label) <= 2 for label in LABELS[name])
        for message in made.gold["messages"]
        if message["labels"]["subject"]
        for name, number in message["labels"].items()
        if number is not None
    ]
    assert len(right) >= 20
    assert sum(right) / len(right) >= 0.9


@needs_paper
def test_a_scan_tells_the_story_of_the_undamaged_text() -> None:
    """The same mails, printed as often, with the same subjects and parents."""
    drawn = on_paper("scan", messages=8, seed=3, law="wob").gold["messages"]
    typed = simulate(Settings(messages=8, seed=3, law="wob")).gold["messages"]
    told = ("id", "printout", "depth", "subject", "parent", "same_as")
    assert [[message[key] for key in told] for message in drawn] == [[message[key] for key in told] for message in typed]


@needs_paper
def test_on_a_scan_nearly_all_headers_are_found() -> None:
    """What is read from clean pages is no harder to take apart than typed text."""
    assert figures(on_paper("scan", messages=8, seed=3, law="wob"))["blocks"] >= 0.95


def test_in_the_kept_release_every_mark_is_on_its_line() -> None:
    """And every header within the text."""
    made = kept("paper-copy")
    lines = made.text.split("\n")
    assert len(made.gold["messages"]) >= 40
    assert all(mark["raw"] in lines[mark["line"] - 1] for mark in made.redactions)
    assert all(1 <= first <= last <= len(lines) for first, last in (message["header"] for message in made.gold["messages"]))
