"""Lines that recur at the edges of pages are banners; lines that recur elsewhere are not."""

from __future__ import annotations

import pytest

from lvvthreads.document import Document
from lvvthreads.document.running import running_lines

BANNER = "Gemeente Oeverland - zaak 2024-117"
LONG = "Gemeente Oeverland, afdeling Havens en Kades, zaak 2024-117"

#: Twelve lines, so that a page's head and foot are not its middle.
PROSE = tuple(f"regel {letter} van de brief" for letter in "abcdefghijkl")


def running(*pages: tuple[str, ...]) -> list[tuple[int, str]]:
    """Return the page and the text of each line that runs."""
    lines = [line for page in pages for line in page]
    numbers = [number for number, page in enumerate(pages, start=1) for _ in page]
    return [(numbers[i], lines[i]) for i in sorted(running_lines(lines, numbers))]


def page(number: int, *, head: str = "", foot: str = "") -> tuple[str, ...]:
    """Make a page whose own lines stand on no other."""
    return (head, "", *(f"{line} {'ivxlcdm'[number]}" for line in PROSE), "", foot)


def test_a_line_at_the_head_of_three_pages_runs() -> None:
    """Blank lines around it do not hide it."""
    assert running(*(page(number, head=BANNER) for number in (1, 2, 3))) == [(1, BANNER), (2, BANNER), (3, BANNER)]


def test_a_line_at_the_foot_of_three_pages_runs() -> None:
    """Pages without it do not matter while there are few."""
    assert running(page(1, foot=BANNER), page(2), page(3, foot=BANNER), page(4, foot=BANNER)) == [(1, BANNER), (3, BANNER), (4, BANNER)]


def test_the_number_of_the_page_may_differ() -> None:
    """A banner counts its pages, in any of the usual ways."""
    heads = ("Zaak Oeverland, blad 1", "Zaak Oeverland, blad 2", "Zaak Oeverland, blad 3")
    assert [line for _, line in running(*(page(i, head=head) for i, head in enumerate(heads)))] == [*heads]
    heads = ("Zaak Oeverland 1 van 3", "Zaak Oeverland 2 van 3", "Zaak Oeverland 3 van 3")
    assert [line for _, line in running(*(page(i, head=head) for i, head in enumerate(heads)))] == [*heads]


def test_of_few_pages_a_long_line_runs_when_it_is_outermost_twice() -> None:
    """A short one, or one that stands further in, may be chance."""
    assert running(page(1, head=LONG), page(2, head=LONG)) == [(1, LONG), (2, LONG)]
    assert running(page(1, head=BANNER), page(2, head=BANNER)) == []
    assert running(("eerst", *page(1, head=LONG)), ("eerst", *page(2, head=LONG))) == []


@pytest.mark.parametrize(
    "pages",
    [
        pytest.param(((*PROSE, BANNER, *PROSE),) * 3, id="in the middle of pages"),
        pytest.param(tuple(page(number, foot="Groet") for number in (1, 2, 3)), id="too short"),
        pytest.param(
            tuple(page(number, head=f"Zaak 2024-{number}17, Oeverland") for number in (1, 2, 3)), id="another number than the page's"
        ),
        pytest.param((page(1, head=BANNER), page(2, head=BANNER), page(3)), id="two pages of three"),
        pytest.param((), id="no pages"),
    ],
)
def test_what_is_no_banner(pages: tuple[tuple[str, ...], ...]) -> None:
    """What recurs elsewhere, or hardly, is somebody's words; the pages of the first case share their prose, which runs itself."""
    assert BANNER not in {line for _, line in running(*pages)}
    assert [line for _, line in running(*pages) if line not in PROSE] == []


def test_a_document_knows_its_own() -> None:
    """Form feeds at the head of lines do not make them another."""
    text = "\f".join(f"{BANNER}\n\nregel {letter} van de brief\n" for letter in "abc")
    assert Document.from_text(text).running == {0, 3, 6}
