"""The table of grounds is complete and consistent."""

from __future__ import annotations

import pytest

from lvvthreads.exemption.grounds import GROUNDS

_LETTERED = {"10.1": "abcd", "10.2": "abcdefg", "5.1.1": "abcde", "5.1.2": "abcdefghi"}


def test_every_lettered_ground_is_there() -> None:
    """The paragraphs with letters have all of theirs and no more."""
    for paragraph, letters in _LETTERED.items():
        assert [code for code in GROUNDS if code.startswith(f"{paragraph}.")] == [f"{paragraph}.{letter}" for letter in letters]


def test_every_exemption_is_there() -> None:
    """The American act has nine exemptions, the seventh with six parts."""
    codes = [code for code, ground in GROUNDS.items() if ground.law == "FOIA"]
    assert codes == ["b1", "b2", "b3", "b4", "b5", "b6", "b7", *(f"b7{letter}" for letter in "abcdef"), "b8", "b9"]


@pytest.mark.parametrize("ground", GROUNDS.values(), ids=GROUNDS)
def test_every_ground_is_explained(ground: object) -> None:
    """Each has its article and a meaning in both languages."""
    assert all(getattr(ground, name) for name in ("code", "law", "article", "dutch", "english"))
