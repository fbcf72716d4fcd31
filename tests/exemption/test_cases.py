"""Marks found in single lines, as tables of text and expected marks in ``cases/``."""

from __future__ import annotations

from pathlib import Path

import pytest

from lvvthreads.exemption.find import mark_over_break, marks_in, marks_in_person

_CASES = Path(__file__).parent / "cases"
_PERSON = "> "


def _read(name: str) -> list[tuple[str, str]]:
    """Give the texts of a case file with the marks expected."""
    lines = (_CASES / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    cases = [line.rpartition("=> ")[::2] if "=> " in line else (line.removesuffix("=>"), "") for line in lines if "=>" in line]
    return [(text.removesuffix(" "), expected.strip()) for text, expected in cases if not text.startswith("#")]


def _found(text: str) -> str:
    """Write the marks found as a case file does."""
    marks = marks_in_person(text.removeprefix(_PERSON)) if text.startswith(_PERSON) else marks_in(text)
    return "; ".join(f"{mark.raw}={mark.ground or '-'}" for mark in marks)


@pytest.mark.parametrize(("text", "expected"), _read("in_the_wild"))
def test_finds_marks_as_releases_show_them(text: str, expected: str) -> None:
    """Damage seen in real releases does not hide a mark."""
    assert _found(text) == expected


@pytest.mark.parametrize(("text", "expected"), _read("synthetic"))
def test_finds_marks_not_yet_seen(text: str, expected: str) -> None:
    """The grammar knows more than the spellings it was made from."""
    assert _found(text) == expected


@pytest.mark.parametrize(("text", "expected"), _read("regimes"))
def test_finds_marks_of_every_regime(text: str, expected: str) -> None:
    """Each law's stamps, words, bars and blanks, as printed and as misread."""
    assert _found(text) == expected


@pytest.mark.parametrize(("text", "expected"), _read("negative"))
def test_takes_nothing_else_for_a_mark(text: str, expected: str) -> None:
    """Numbers, names, citations and furniture are not marks."""
    assert _found(text) == expected == ""


@pytest.mark.xfail(strict=True)
@pytest.mark.parametrize(("text", "expected"), _read("known_failures"))
def test_known_failures(text: str, expected: str) -> None:
    """What should be right and is not yet."""
    assert _found(text) == expected


@pytest.mark.parametrize(
    ("line", "following", "raw", "ground"),
    [
        ("Van: 5.1.2.", "e - AB/CDE", "5.1.2.", "5.1.2.e"),
        ("Beste 5.1.2", "e", "5.1.2", "5.1.2.e"),
        ("Beste 5.1.2  ", "> e,", "5.1.2", "5.1.2.e"),
        ("Graag 10.2.", "g", "10.2.", "10.2.g"),
        ("[10.2.", "e |", "[10.2.", "10.2.e"),
        ("Aan: art. 5.1 lid 2", "sub e", "art. 5.1 lid 2", "5.1.2.e"),
        ("Aan: art. 5.1 lid 2 sub", "e Woo", "art. 5.1 lid 2 sub", "5.1.2.e"),
        ("Aan: 5.1. lid 2 onder", "e", "5.1. lid 2 onder", "5.1.2.e"),
        ("Aan: 5.1.", "lid 2 onder e", "5.1.", "5.1.2.e"),
        ("Aan: Art. 5.1", "lid 1 sub c", "Art. 5.1", "5.1.1.c"),
        ("call (b)(7)", "(C) tomorrow", "(b)(7)", "b7c"),
    ],
)
def test_a_mark_that_the_column_breaks_is_whole(line: str, following: str, raw: str, ground: str) -> None:
    """It lies on the first of its two lines, with the ground that both tell."""
    mark = mark_over_break(line, following)
    assert mark is not None
    assert (mark.raw, mark.ground, line[mark.start : mark.end]) == (raw, ground, raw)


@pytest.mark.parametrize(
    ("line", "following"),
    [
        ("zie paragraaf 5.1.2", "e-mails en brieven"),
        ("zie paragraaf 5.1.2", "e"),
        ("hoofdstuk 10.2", "a. Planning"),
        ("het kost 10.2", "een keer per jaar"),
        ("5.1.2", "a tot en met z"),
        ("zie 15.1.2", "e"),
        ("op grond van art. 5.1 lid 2 sub", "e van de Woo"),
        ("5.1.2", ""),
        ("", "e"),
        ("Groet 5.1.2.e", "e"),
        ("hoofdstuk 5.1.", "a. Planning"),
        ("in artikel 5.1", "lid 2 onder e van de Woo"),
        ("zie 5.1", "lid 2 onder e"),
        ("Jan", "e"),
    ],
)
def test_two_lines_that_only_look_so_are_none(line: str, following: str) -> None:
    """A word begins the next line, or a sentence cites."""
    assert mark_over_break(line, following) is None


def test_a_field_of_several_lines_has_the_broken_mark_whole() -> None:
    """There the mark reaches to its letter."""
    assert [(mark.raw, mark.ground) for mark in marks_in_person("Bos, A.; 5.1.2.\ne AB/CDE; 5.1.2.e")] == [
        ("5.1.2.\ne", "5.1.2.e"),
        ("5.1.2.e", "5.1.2.e"),
    ]
