"""Laws of the search for marks: it never raises, its places are exact, its time is linear in the line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lvvthreads.exemption.find import is_only_marks, mark_over_break, marks_in, marks_in_person
from lvvthreads.exemption.grounds import GROUNDS

#: Pieces of marks and of what stands around them: random text alone would hardly ever hold one.
_PIECES = st.one_of(
    st.sampled_from("1Il0O2z.,e[]|-;é█ \t\x0c"),
    st.sampled_from(["10.2.e", "10.2.", "11.1", "11", "Iii", "5.1.2.e", "5.1 lid 2 sub e", "Art. ", " van de Wob"]),
    st.sampled_from(["(b)(6)", "B5,", "B6", "(geanonimiseerd)", "Van: ", "; BD/ABC", "  ", "\n", "e", "sub e", "5.1.2."]),
    st.sampled_from(
        ["s.40(2)", "Section 35(1)(a)", "Art. 4.1(b)", "4(2), first indent", "§ 5 Abs. 1 IFG", "§ 3 Nr. 1 a", "[naam]", "XXXX", "____"]
    ),
    st.sampled_from(["Beste ", "Dear ", "Groet, ", "[redacted ", "■■", "xxx@", "10 2e", "W2e", "10.2.8", "Ex. 6", "(b)6", " DP"]),
)
_LINES = st.one_of(st.text(), st.lists(_PIECES, max_size=30).map("".join))


@given(_LINES)
def test_places_are_exact(line: str) -> None:
    """Every mark is what stands at its place, in order, and none overlaps another."""
    for marks in (marks_in(line), marks_in_person(line)):
        end = 0
        for mark in marks:
            assert end <= mark.start < mark.end <= len(line)
            assert line[mark.start : mark.end] == mark.raw
            end = mark.end


@given(_LINES, _LINES)
def test_a_broken_mark_is_at_its_place(line: str, following: str) -> None:
    """It is what stands at its place on the first line, and its ground is in the table."""
    mark = mark_over_break(line, following)
    assert mark is None or (line[mark.start : mark.end] == mark.raw and mark.ground in {None, *GROUNDS})


@given(_LINES)
def test_grounds_are_known(line: str) -> None:
    """A ground that is named stands in the table, under the law that is named."""
    for mark in (*marks_in(line), *marks_in_person(line)):
        assert mark.ground is None or GROUNDS[mark.ground].law == mark.law


@given(_LINES)
def test_a_person_field_shows_no_fewer_marks(line: str) -> None:
    """What is a mark in any line is one in a person's field too."""
    assert set(marks_in(line)) <= set(marks_in_person(line))


@given(_LINES)
def test_only_marks_needs_a_mark(line: str) -> None:
    """A line of nothing but marks has one."""
    assert not is_only_marks(line) or marks_in(line)


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "I10.2",
        "I1 0 ",
        "10.2.e",
        "5.1 lid 2 sub ",
        "5.1",
        "(b",
        "B5,",
        "[",
        "11.1,",
        "Iii",
        "0...2...",
        "art. ",
        " ",
        "{1l_0",
        "1.4(B),",
        "s.40(2)",
        "[s.40(2),",
        "Section ",
        "Art. 4(1)(a), ",
        "4(",
        "§ 3 Nr. 1 ",
        "§",
        "(b)(3) 10 U.S.C. § 42",
        "(b)(5) - ",
        "[redacted ",
        "(geanonim",
        "XXXX",
        "xxx ",
        "____",
        "█ ",
        "Beste ",
        "REDACTED",
        "Ex. 6 ",
        "10.2.8",
        "W2e",
    ],
)
def test_long_lines_are_read_to_their_end(piece: str) -> None:
    """A line of 200,000 characters of half marks is read without backtracking; a mark at its end is still found."""
    line = piece * (200_000 // len(piece))
    assert marks_in(f"{line} ; I10.2.e |")[-1].ground == "10.2.e"
    assert marks_in_person(f"{line} ; I10.2.e |")[-1].ground == "10.2.e"


@pytest.mark.parametrize("line", ["10.2.e", "l10.2.e 1", "10.2.e, 11.1", " [[0.2.e 1", "(geanonimiseerd)", "B5,B6", "110.2.e, - "])
def test_lines_of_marks_only(line: str) -> None:
    """Punctuation and the remains of boxes do not count beside marks."""
    assert is_only_marks(line)


def test_long_lines_of_edges_are_read_to_their_end() -> None:
    """Many edges beside a mark do not make the question hard."""
    assert is_only_marks("10.2.e " + "|l" * 1)
    assert not is_only_marks("10.2.e " + "| " * 50_000 + "woord")


@pytest.mark.parametrize("line", ["", "1", "Groet 10.2.e", "10.2.e BD/ABC", "- -", "10.2.e komt"])
def test_lines_of_more_than_marks(line: str) -> None:
    """A word beside a mark counts, and box remains alone are no mark."""
    assert not is_only_marks(line)
