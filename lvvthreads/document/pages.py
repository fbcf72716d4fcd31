r"""Lines in, page numbers out.

A form feed begins a page, and where a text has any, nothing else is believed.
Text without form feeds was often made from pages all the same, and two traces may remain of them:
one blank at the head of each page's first line, or the page numbers that were printed.
Either can stand in a text for other reasons, so a trace counts only where it is rare and regular; otherwise all lines are on page 1,
for a reader who is told no page is better off than one who is sent to the wrong one.
"""

from __future__ import annotations

import re
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

#: A line whose first character alone is a blank.
_ONE_BLANK = re.compile(r"[ ](?=\S)")

#: A line that is indented in any other way.
_INDENTED = re.compile(r"[ ]{2,}\S|\t\s*\S")

#: A page number that says it is one: "Pagina 3 van 12", "Page 3 of 12", "- 3 -".
_SAYS_PAGE = re.compile(
    r"""\s*(?:
        (?:pagina|pag\.?|blad|page) \s+ (?P<named>\d{1,4}) (?: \s* (?:van|of|/) \s* \d{1,4} )?
      | [-–—] [ ]? (?P<dashed>\d{1,4}) [ ]? [-–—]
    )\s*""",
    re.VERBOSE | re.IGNORECASE,
)

#: A number alone on its line.
_LONE_NUMBER = re.compile(r"\s*(\d{1,4})\s*")

#: What a line with a page number ends in; a quick look.
_NUMBER_ENDS = frozenset("0123456789-–—")

#: At most one line in so many may begin a page by its blank: a page of e-mail has some twenty lines or more, seldom fewer than ten.
_LINES_A_PAGE = 10

#: Fewer printed numbers than this are no sequence: "1", "2" also number two paragraphs.
_SEQUENCE = 3


def page_numbers(lines: tuple[str, ...]) -> tuple[int, ...]:
    r"""Return the page number of each line, from 1.

    ``lines`` have no line ends, and keep a form feed at their head.

    >>> page_numbers(("a", "b", "\fc"))
    (1, 1, 2)
    """
    begins = _beginnings(lines)
    return tuple(accumulate((int(index in begins) for index in range(len(lines))), initial=1))[1:]


def _beginnings(lines: Sequence[str]) -> set[int]:
    """Return the indices of the lines that begin a page, the first page apart."""
    if any(line.startswith("\f") for line in lines):
        return _form_feeds(lines)
    return _head_blanks(lines) or _printed_numbers(lines)


def _form_feeds(lines: Sequence[str]) -> set[int]:
    """Return the indices of the lines that a form feed makes the first of a page.

    A form feed before the first line ends no page, and one after the last line begins none: ``pdftotext`` ends each page with one.
    """
    found = {index for index, line in enumerate(lines) if line.startswith("\f")}
    no_page = {0, len(lines) - 1} if lines[-1] == "\f" else {0}
    return found - no_page


def _head_blanks(lines: Sequence[str]) -> set[int]:
    """Return the indices of the lines that begin with exactly one blank, where that can only be the trace of a page.

    Some OCR programs join the lines of a page by newlines and its pages by a newline and a blank.
    Not believed where blanks indent other lines too, where such lines follow each other (a list, a quotation), or where they are many.
    """
    blanks = [(index, line) for index, line in enumerate(lines) if line[:1] in {" ", "\t"}]
    found = [index for index, line in blanks if _ONE_BLANK.match(line)]
    indented = sum(1 for _, line in blanks if _INDENTED.match(line))
    follow = any(after - before == 1 for before, after in pairwise(found))
    if follow or indented > len(found) or len(found) * _LINES_A_PAGE > len(lines):
        return set()
    return set(found) - {0}


def _printed_numbers(lines: Sequence[str]) -> set[int]:
    """Return the indices of the lines at which a page begins, as printed page numbers tell.

    Numbers that say "page" or stand between dashes are believed first, lone numbers only where no others are found.
    They must count from 1, one by one, through the whole text: a column of figures or the items of a list then hardly pass.
    """
    says_page = [(index, int(match["named"] or match["dashed"])) for index, match in _whole_lines(_SAYS_PAGE, lines)]
    alone = [(index, int(match[1])) for index, match in _whole_lines(_LONE_NUMBER, lines) if _followed_by_blank(lines, index)]
    for numbers in (says_page, alone):
        if len(numbers) >= _SEQUENCE and all(number == place for place, (_, number) in enumerate(numbers, 1)):
            return _beside(lines, [index for index, _ in numbers])
    return set()


def _beside(lines: Sequence[str], numbered: Sequence[int]) -> set[int]:
    """Return where pages begin whose numbers stand on these lines: at the number if it heads the page, else after it."""
    text = [index for index, line in enumerate(lines) if line.strip()]
    if text[0] == numbered[0]:
        return set(numbered) - {numbered[0]}
    following = dict(pairwise(text))
    return {following[index] for index in numbered if index in following}


def _whole_lines(pattern: re.Pattern[str], lines: Sequence[str]) -> Iterable[tuple[int, re.Match[str]]]:
    """Yield index and match of the lines that the pattern fits whole."""
    for index, line in enumerate(lines):
        if line.rstrip()[-1:] in _NUMBER_ENDS and (match := pattern.fullmatch(line)):
            yield index, match


def _followed_by_blank(lines: Sequence[str], index: int) -> bool:
    """Tell whether a blank line, or none, stands beneath."""
    return index + 1 == len(lines) or not lines[index + 1].strip()
