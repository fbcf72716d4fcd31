"""Page numbers come from form feeds, else from traces of pages that leave no doubt."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lvvthreads.document.pages import page_numbers

#: Twenty lines of a letter, to make what is rare rare.
PROSE = ("Geachte collega,", "", *(f"regel {number} van de brief" for number in "abcdefghijklmnop"), "", "Groet")


def begins(lines: tuple[str, ...]) -> list[str]:
    """Return the lines that begin a page, the first page apart."""
    pages = page_numbers(lines)
    return [line for line, before, after in zip(lines[1:], pages, pages[1:], strict=False) if after > before]


def test_a_form_feed_begins_a_page() -> None:
    """Where there are form feeds, blanks and printed numbers are not asked."""
    assert page_numbers(("a", "\fb", *PROSE, " c", "\fd")) == (1, 2, *[2] * 20, 2, 3)


def test_a_form_feed_before_the_first_line_ends_no_page() -> None:
    """Some programs put one at the head of each page, the first included."""
    assert page_numbers(("\fa", "b", "\fc")) == (1, 1, 2)


def test_a_form_feed_after_the_last_line_begins_no_page() -> None:
    """Others put one at the foot of each page, the last included."""
    assert page_numbers(("a", "\fb", "\f")) == (1, 2, 2)


def test_a_single_blank_at_the_head_of_a_line_begins_a_page_where_that_is_rare() -> None:
    """Some OCR programs leave exactly one blank where a page began."""
    assert begins((*PROSE, " Van: Jansen", *PROSE, " Van: Pietersen", *PROSE)) == [" Van: Jansen", " Van: Pietersen"]


def test_a_blank_before_the_first_line_begins_no_second_page() -> None:
    """The first page is page 1, with or without the trace."""
    assert page_numbers((" Van: Jansen", *PROSE))[0] == 1


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param((*PROSE, " een", " twee", *PROSE, *PROSE), id="blanks in a row are a list"),
        pytest.param((*PROSE, " een", "  twee", "    drie", *PROSE, *PROSE), id="where other lines are indented, a blank indents"),
        pytest.param((" een", "a", " twee", "b", " drie", "c"), id="every second line is no page"),
        pytest.param((*PROSE, " ", *PROSE), id="a blank alone is a blank line"),
        pytest.param((*PROSE, "1", "", *PROSE, "2", "", *PROSE), id="two numbers are no sequence"),
        pytest.param((*PROSE, "1", "", *PROSE, "2", "", *PROSE, "4", ""), id="a number is missing"),
        pytest.param((*PROSE, "1", "een", *PROSE, "2", "twee", *PROSE, "3", "drie"), id="numbers with text beneath are items"),
        pytest.param((*PROSE, "12", "", "12", "", "2018", ""), id="a column of figures"),
        pytest.param((), id="no lines"),
        pytest.param(("", ""), id="blank lines"),
    ],
)
def test_what_is_no_certain_page_is_not_one(lines: tuple[str, ...]) -> None:
    """No page is better than a wrong one."""
    assert set(page_numbers(lines)) <= {1}


def test_printed_numbers_at_the_foot_begin_the_page_after_them() -> None:
    """Lone numbers count where they run from 1 without a gap and stand above a blank line."""
    lines = (*PROSE, "1", "", "tweede", *PROSE, "2", "", "derde", *PROSE, "3")
    assert begins(lines) == ["tweede", "derde"]


def test_printed_numbers_at_the_head_begin_the_page_themselves() -> None:
    """Where the first line of all is a page number, the numbers are at the head of the pages."""
    lines = ("Pagina 1 van 3", *PROSE, "Pagina 2 van 3", *PROSE, "Pagina 3 van 3", *PROSE)
    assert begins(lines) == ["Pagina 2 van 3", "Pagina 3 van 3"]


def test_numbers_that_say_page_are_believed_before_lone_ones() -> None:
    """An agenda's lone numbers do not hide the page numbers."""
    lines = (*PROSE, "7", "", "- 1 -", "tweede", *PROSE, "9", "", "- 2 -", "derde", "- 3 -", "vierde")
    assert begins(lines) == ["tweede", "derde", "vierde"]


@given(st.lists(st.sampled_from(["", " a", "  b", "1", "2", "3", "pagina 1", "- 2 -", "x", " "])))
def test_there_is_a_page_for_each_line(lines: list[str]) -> None:
    """Whatever the traces, pages count up from 1 one by one."""
    pages = page_numbers(tuple(lines))
    assert len(pages) == len(lines)
    assert set(pages) == set(range(1, max(pages, default=0) + 1))


def test_a_long_text_takes_no_longer_than_its_length() -> None:
    """Ten times the lines take some ten times as long, lines of blanks and digits included."""
    lines = tuple(" " * 500 + "x" if number % 2 else "1" * 500 for number in range(20_000))
    start = time.perf_counter()
    page_numbers(lines)
    assert time.perf_counter() - start < 5
