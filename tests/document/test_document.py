"""A document keeps its text to the character, and every line has its number and page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lvvthreads.document import Document

#: Text in which what ends lines and pages is frequent; lone surrogates too, as a caller's string may hold them.
TEXTS = st.text(st.one_of(st.sampled_from("\n\n\f\r \t\0\x0b\x85\u2028a1"), st.characters(codec=None)), max_size=60)


@given(TEXTS)
def test_the_lines_joined_are_the_text(text: str) -> None:
    """Nothing is lost: the first law."""
    assert "".join(Document.from_text(text).raw_lines) == text


@given(TEXTS)
def test_every_line_has_one_number_and_one_page(text: str) -> None:
    """Lines, raw lines and pages are of one length, and pages never run backwards."""
    document = Document.from_text(text)
    assert len(document.lines) == len(document.raw_lines) == len(document.pages)
    assert list(document.pages) == sorted(document.pages)
    assert document.pages[:1] in ((), (1,))
    assert all(after - before in (0, 1) for before, after in zip(document.pages, document.pages[1:], strict=False))


@given(TEXTS)
def test_a_line_ends_nowhere_but_at_a_newline_or_before_a_form_feed(text: str) -> None:
    """No other character ends a line, though Python's splitlines knows ten."""
    for line in Document.from_text(text).raw_lines:
        assert "\n" not in line[:-1]
        assert "\f" not in line[1:]
        assert line


@given(TEXTS)
def test_a_digest_can_be_made_of_any_string(text: str) -> None:
    """Odd characters never raise, and the same text has the same id under any name."""
    document = Document.from_text(text, name="a.txt")
    assert len(document.sha256) == 64
    assert document.id == Document.from_text(text, name="b.txt").id


@pytest.mark.parametrize(
    ("text", "lines", "pages"),
    [
        pytest.param("", (), (), id="no text has no lines"),
        pytest.param("Van: a\nAan: b\n", ("Van: a", "Aan: b"), (1, 1), id="a newline ends a line and begins none"),
        pytest.param("Van: a\r\nAan: b", ("Van: a", "Aan: b"), (1, 1), id="a carriage return before it belongs to the end"),
        pytest.param("a\n\nb", ("a", "", "b"), (1, 1, 1), id="a blank line counts"),
        pytest.param("a\fb", ("a", "\fb"), (1, 2), id="a form feed within a line begins a line and a page"),
        pytest.param("a\n\fb\nc", ("a", "\fb", "c"), (1, 2, 2), id="a form feed at the start of a line begins no second line"),
        pytest.param("a\f\fb", ("a", "\f", "\fb"), (1, 2, 3), id="two form feeds have an empty page between them"),
        pytest.param("a\u2028b\x85c", ("a\u2028b\x85c",), (1,), id="other separators do not end lines"),
    ],
)
def test_lines_and_pages(text: str, lines: tuple[str, ...], pages: tuple[int, ...]) -> None:
    """Lines and pages are counted as the export's contract says."""
    document = Document.from_text(text)
    assert document.lines == lines
    assert document.pages == pages


def test_bytes_are_refused_with_advice() -> None:
    """Bytes for text is misuse, and the error says what to do."""
    with pytest.raises(TypeError, match="decode bytes first"):
        Document.from_text(b"Van: a")  # type: ignore[arg-type]
