"""The table of grounds is complete and consistent."""

from __future__ import annotations

import pytest

from lvvthreads.exemption.grounds import GROUNDS, LAWS, PERSONAL

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


@pytest.mark.parametrize(
    ("code", "law", "article"),
    [
        ("s40.2", "FOIA 2000", "s. 40(2) FOIA 2000"),
        ("s36.2.b.ii", "FOIA 2000", "s. 36(2)(b)(ii) FOIA 2000"),
        ("eu4.1.a.3", "EU", "art. 4(1)(a), third indent Reg. 1049/2001"),
        ("eu4.2.1", "EU", "art. 4(2), first indent Reg. 1049/2001"),
        ("ifg3.1.g", "IFG", "§ 3 Nr. 1 lit. g IFG"),
        ("ifg6.2", "IFG", "§ 6 Satz 2 IFG"),
    ],
)
def test_other_regimes_are_there(code: str, law: str, article: str) -> None:
    """Each with the code and the article by which it is known."""
    assert (GROUNDS[code].law, GROUNDS[code].article) == (law, article)


def test_every_law_has_a_title() -> None:
    """And every title is of a law with grounds."""
    assert list(LAWS) == list(dict.fromkeys(ground.law for ground in GROUNDS.values()))


@pytest.mark.parametrize(
    ("absolute", "codes"),
    [
        (True, "10.1.c 5.1.1.d s21 s23 s32 s34 s37.1.a s40.2 s41 s44 eu4.1.a.1 eu4.1.b ifg3.4 ifg5.2 ifg6.2"),
        (False, "10.2.e 10.2.g 5.1.2.e 5.1.2.i 5.1.5 5.2.3 5.2.4 s22 s31.1.a s35.1.a s36.2.b s37.1.b s42 s43.2 eu4.2.1 eu4.3 ifg5.1"),
        (None, "11.1 11.2 5.2.1 5.2.2 b1 b6 b7c s37 ifg4.1"),
    ],
)
def test_what_is_weighed_is_said(absolute: bool | None, codes: str) -> None:  # noqa: FBT001
    """Absolute, relative, or of neither kind."""
    assert {code for code in codes.split() if GROUNDS[code].absolute is absolute} == set(codes.split())


def test_grounds_of_persons_are_grounds() -> None:
    """Privacy and safety of persons, in every law."""
    assert set(GROUNDS) >= PERSONAL >= {"10.2.e", "5.1.2.e", "5.1.1.e", "b6", "b7c", "s40.2", "s38.1.b", "eu4.1.b", "ifg5.1"}
    assert not PERSONAL & {"11.1", "10.2.g", "5.2.1", "b5", "s43.2", "eu4.3", "ifg6"}
