"""Places are found again when lines shift and another scan reads other letters; where nothing tells two places apart, neither is taken."""

from __future__ import annotations

import random
from typing import Any

import pytest
from attrs import evolve

import lvvthreads
from lvvthreads import Corrections
from lvvthreads.correct.place import Place, anchor, place
from lvvthreads.simulate import Settings, simulate
from tests.correct.release import (
    ANSWERS,
    ANSWERS_AGAIN,
    ANSWERS_TOO,
    ASKS,
    HEADER,
    LUNCHES,
    QUOTED,
    RELEASE,
    at,
    corrected,
    correction,
    document,
    firsts,
    links,
    refusals,
)

#: Another scan of the release: a cover sheet of three lines before it, and letters read for others.
RESCANNED = "Besluit\nBijlage 4\n\n" + RELEASE.replace("Verzonden", "Verz0nden").replace("Steiger", "5teiger").replace("haven", "havcn")


def placed(text: str, *lines: int, **more: Any) -> list[Place | str]:
    """Find headers of the release, as it was first read, in another text; a place, or why there is none."""
    entries = tuple(evolve(correction("no-parent", line), at=evolve(correction("no-parent", line).at, **more)) for line in lines)
    found = place(Corrections(entries=entries), [document(text)])
    return [found.refused.get(i) or places[0] for i, places in enumerate(found.places)]


def first_lines(text: str, *lines: int) -> list[int | None]:
    """Return the lines on which headers of the release begin in another text; None where that is not told."""
    return [one.first_line if isinstance(one, Place) else None for one in placed(text, *lines)]


ALL = (ASKS, ANSWERS, QUOTED, ANSWERS_TOO, LUNCHES, ANSWERS_AGAIN)


@pytest.mark.parametrize(
    ("text", "shift"),
    [
        pytest.param(RELEASE, 0, id="as it was"),
        pytest.param("Besluit\n\n" + RELEASE, 2, id="lines before it"),
        pytest.param(RELEASE.replace("storm", "st0rm").replace("Van", "Vau"), 0, id="other letters"),
        pytest.param(RESCANNED, 3, id="both"),
        pytest.param(RELEASE.replace("\n", "\r\n"), 0, id="other line ends"),
        pytest.param(RELEASE.upper(), 0, id="capitals"),
    ],
)
def test_places_are_found_again(text: str, shift: int) -> None:
    """All of them, each copy of a mail for itself."""
    assert first_lines(text, *ALL) == [line + shift for line in ALL]


def test_blank_lines_between_do_not_matter() -> None:
    """Some programs print a blank line behind each line."""
    assert first_lines(RELEASE.replace("\n", "\n\n"), *ALL) == [1, 17, 31, 45, 59, 73]


def test_pages_in_another_order() -> None:
    """A place is told by what stands there and around it, not by its number alone."""
    one, two, three, four, five = RELEASE.split("\f")
    assert first_lines(f"{one}\f{two}\f{four}\f{three}\f{five}", ANSWERS_TOO, LUNCHES) == [30, 23]


def test_a_quotation_of_one_line_is_enough() -> None:
    """As a person writes it by hand, without the lines around it."""
    assert placed(RELEASE, LUNCHES, line=31, quote=("vrijdag 15 maart 2024 16:05",), before=(), after=()) == [
        Place(source=document().id, first_line=31, last_line=31)
    ] or placed(RELEASE, LUNCHES, line=31, quote=("Verzonden: vrijdag 15 maart 2024 16:05",), before=(), after=()) == [
        Place(source=document().id, first_line=31, last_line=31)
    ]


def test_copies_of_one_header_are_told_apart_only_by_what_is_around_them() -> None:
    """Without that the nearer is taken if it is much nearer, else neither."""
    alone = {"before": (), "after": ()}
    shifted = "\n" + RELEASE
    (near,) = placed(shifted, ANSWERS, **alone)
    assert isinstance(near, Place)
    assert near.first_line == ANSWERS + 1
    (between,) = placed(shifted, ANSWERS, line=22, **alone)
    assert between == "its lines have shifted, and it cannot be told which place in haven.txt is meant: line 10, 38"


def test_what_is_gone_is_not_found_elsewhere() -> None:
    """Neither in another mail of the exchange, nor in another file."""
    without = RELEASE.replace(RELEASE.split("\f")[2], "")
    assert placed(without, ANSWERS_TOO) == ["its lines are no longer found in haven.txt: Van: E. Vos"]
    found = place(Corrections(entries=(correction("no-parent", ANSWERS_TOO),)), [document(without), document(RELEASE, name="kade.txt")])
    assert list(found.refused) == [0]
    assert place(Corrections(entries=(correction("no-parent", ASKS),)), [document(name="kade.txt")]).refused == {
        0: "no file named haven.txt is among those that were read"
    }


def test_two_files_of_one_name() -> None:
    """The one that has the lines is meant; if both have them, neither."""
    entries = (correction("no-parent", LUNCHES),)
    other = document(RELEASE.split("\f")[0])
    assert place(Corrections(entries=entries), [other, document()]).places[0][0].source == document().id
    assert list(place(Corrections(entries=entries), [document(), document(RELEASE + "\n")]).refused) == [0]


def test_a_text_that_was_given_under_two_names() -> None:
    """It is read once, and known by both."""
    found = lvvthreads.reconstruct(
        [document(), document(name="b.txt")], corrections=Corrections(entries=(correction("no-parent", ANSWERS),))
    )
    assert refusals(found) == [""]


def test_an_anchor_quotes_what_says_something() -> None:
    """Blank lines and lines without letters are left out; long lines are cut; blanks are single."""
    text = "een\n\n----\ntwee\nVan:   A. Bos\n\n" + "x" * 500 + "\n\ndrie\n"
    made = anchor(document(text), 5, 7)
    assert (made.before, made.quote, made.after) == (("een", "twee"), ("Van: A. Bos", "x" * 160), ("drie",))
    assert isinstance(place(Corrections(entries=(evolve(correction("no-parent", ASKS), at=made),)), [document(text)]).places[0][0], Place)


def test_replay_on_another_scan() -> None:
    """Corrections of all kinds do in another scan what they did in the first."""
    entries = (
        correction("not-same", ANSWERS, ANSWERS_AGAIN),
        correction("date", LUNCHES, value="2024-03-16T12:00"),
        correction("subject", LUNCHES, value="Lunch op zaterdag"),
        correction("parent", LUNCHES, ANSWERS_TOO, value="reply"),
        correction("no-parent", ANSWERS_TOO),
        correction("no-header", QUOTED),
    )
    first, again = corrected(*entries), corrected(*entries, text=RESCANNED)
    assert refusals(first) == refusals(again) == [""] * len(entries)
    assert firsts(first) == [[ASKS], [ANSWERS], [ANSWERS_TOO], [LUNCHES], [ANSWERS_AGAIN]]
    assert firsts(again) == [[line + 3 for line in lines] for lines in firsts(first)]
    assert (LUNCHES, ANSWERS_TOO, "reply") in links(first)
    assert (LUNCHES + 3, ANSWERS_TOO + 3, "reply") in links(again)
    lunch = again.message(at(again, LUNCHES + 3))
    assert (lunch.sent.value, lunch.subject.clean) == ("2024-03-16T12:00", "Lunch op zaterdag")


def test_a_worse_scan_of_a_whole_release() -> None:
    """With one letter in twenty misread nineteen places in twenty are found again; none is taken for a place in another e-mail."""
    release = simulate(Settings(messages=150, seed=1))
    dice = random.Random(1)  # noqa: S311 - no secret
    garbled = "".join(c if c in "\n\f" or dice.random() > 0.05 else dice.choice("abcdeilmnorstu01 ") for c in release.text)
    gold = {message["id"]: message for message in release.gold["messages"]}
    clean = document(release.text)
    entries = tuple(evolve(correction("no-parent", LUNCHES), at=anchor(clean, *message["header"])) for message in gold.values())
    found = place(Corrections(entries=entries), [document("omslag\n\n" + garbled)])
    right = 0
    for i, message in enumerate(gold.values()):
        if i in found.refused:
            continue
        first, last = found.places[i][0].first_line - 2, found.places[i][0].last_line - 2
        there = [one for one in gold.values() if first <= one["header"][1] and one["header"][0] <= last]
        right += message in there
        assert {message["same_as"] or message["id"]} == {one["same_as"] or one["id"] for one in there}
    assert right >= 0.95 * len(gold)


def test_lines_are_found_in_time() -> None:
    """A hundred corrections that fit nowhere, in twenty thousand lines: some seconds at most, and nothing is taken."""
    text = "\n".join(f"regel {i} over de aanleg van steiger {i % 97} in de haven" for i in range(20_000))
    entries = tuple(evolve(correction("no-parent", LUNCHES), why=str(i)) for i in range(100))
    assert len(place(Corrections(entries=entries), [document(text)]).refused) == 100
    assert HEADER == 4
