"""Find the codes that a censor stamps in the margin of a line whose text is whited out: "From:      - DS/ABC            B6"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lvvthreads.exemption.find import is_only_marks, marks_in

if TYPE_CHECKING:
    from lvvthreads.exemption.mark import Mark

#: A gap that no words have between them: so many blanks at least.
_GAP = "    "
_LONGEST = 40
#: What the edges of a box become beside the code.
_EDGES = " |[]{}IlJ1i!íj"


def in_margin(line: str) -> tuple[str, tuple[Mark, ...]]:
    """Return a line without its margin, and the marks that stand there; the line itself where there are none.

    A line that has nothing but marks has no margin: they stand in the place of its text.

    >>> text, marks = in_margin("To: Vera Loman;      - DS/ABC                 B6")
    >>> text, [mark.ground for mark in marks]
    ('To: Vera Loman;      - DS/ABC', ['b6'])
    """
    end = len(line.rstrip())
    at = line.rfind(_GAP, 0, end)
    if at < 0 or end - at > _LONGEST + len(_GAP):
        return line, ()
    left, margin = line[:at].rstrip(), line[at:end].strip()
    code = next((text for text in (margin, margin.strip(_EDGES)) if is_only_marks(text)), "") if left else ""
    return (left, tuple(marks_in(code))) if code else (line, ())
