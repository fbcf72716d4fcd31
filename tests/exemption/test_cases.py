"""Marks found in single lines, as tables of text and expected marks in ``cases/``."""

from __future__ import annotations

from pathlib import Path

import pytest

from lvvthreads.exemption.find import marks_in, marks_in_person

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


@pytest.mark.parametrize(("text", "expected"), _read("negative"))
def test_takes_nothing_else_for_a_mark(text: str, expected: str) -> None:
    """Numbers, names, citations and furniture are not marks."""
    assert _found(text) == expected == ""


@pytest.mark.xfail(strict=True)
@pytest.mark.parametrize(("text", "expected"), _read("known_failures"))
def test_known_failures(text: str, expected: str) -> None:
    """What should be right and is not yet."""
    assert _found(text) == expected
