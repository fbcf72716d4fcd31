"""Find the codes of the American Freedom of Information Act: "(b)(6)", "(b)(7)(C)", and "B6" in a margin.

The bracketed form is a mark wherever it stands, unless a statute's number leads to it ("552(b)(6)").
The bare form is also a vitamin, a road and a battery: it counts only where a margin is, at the line's end after a wide gap, at its start before one, or alone.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lvvthreads.exemption.mark import Mark

if TYPE_CHECKING:
    from collections.abc import Iterator

#: "(b)(6)", "(b) (7)(C)", "b(6)", with brackets of any kind.
_BRACKETED: Final = re.compile(
    r"""
    (?<![\w)])(?<![\w)][(\[{])                                # not "552(b)(6)", a part of the act
    (?P<edge>[1Il|iJ](?=[(\[{]))?                             # the left edge of its box
    (?:[(\[{][ ]?[bB8][ ]?[)\]}][ ]?|[bB])
    [(\[{][ ]?(?P<number>[1-9S])[ ]?[)\]}]                   # "(b)(S)"
    (?:[ ]?[(\[{][ ]?(?P<letter>[A-Fa-f])[ ]?[)\]}])?
    """,
    re.VERBOSE,
)
#: Codes in a row as a margin has them: "B5,B6", "1.4(B),B1,B5". Classification grounds (1.4) are stepped over, not taken.
_ROW: Final = re.compile(
    r"""
    (?<!\S)
    (?P<row>(?:1\.4\([A-H]\),[ ]?|(?!PART|FULL)[A-Z][A-Z0-9/]{2,15},[ ]?){0,4}   # "NATSECACT1947,B5", "PERS/ORG,1.4(C),B6"
       B[1-9](?:\([A-F]\))?(?:[ ]?,[ ]?(?:B[1-9](?:\([A-F]\))?|1\.4\([A-H]\))){0,9})
    (?![\w,])
    """,
    re.VERBOSE,
)
#: What every bracketed code holds; a quick look.
_IN_BRACKETS: Final = re.compile(r"[(\[{] ?[1-9S] ?[)\]}]")
_CODE: Final = re.compile(r"B(?P<number>[1-9])(?:\((?P<letter>[A-F])\))?")
#: The statement of a release's first page before the codes.
_STATEMENT: Final = re.compile(r"\b(?:PART|FULL|DENIED|UNDER|EXEMPTIONS?),?[ ]{1,9}$")
#: What leads to a citation of the act: "subsection (b)(6)".
_CITED: Final = re.compile(r"(?:section|paragraph|exemptions?|under|U\.S\.C\.)[ ]{1,3}$", re.IGNORECASE)
#: How far back a context is looked at.
_BACK: Final = 24
#: What may be left of a margin's rule after the codes: "B6 1", "B5,B6 •".
_REMAINS: Final = re.compile(r"\s*(?:[1Il|]|[^\w\s])?\s*")
#: What a third exemption is followed by: the name of the statute ("B3 CIA PERS/ORG", "B3 NATSECACT1947").
_STATUTE: Final = re.compile(r"[ ]{1,9}[A-Z][A-Z0-9/ ]{1,30}$")


def foia_codes(line: str) -> Iterator[Mark]:
    """Yield the bracketed codes of a line, and the bare ones in its margins."""
    for found in _BRACKETED.finditer(line) if _IN_BRACKETS.search(line) else ():
        if not _CITED.search(line[max(0, found.start() - _BACK) : found.start()]):
            yield _mark(found)
    if "B" not in line:
        return
    for row in _ROW.finditer(line):
        if _in_margin(line, *row.span("row")):
            yield from _codes(row)


def _codes(row: re.Match[str]) -> Iterator[Mark]:
    """Yield the codes of a row, classification grounds left out."""
    for found in _CODE.finditer(row["row"]):
        yield _mark(found, row.start("row"))


def _in_margin(line: str, start: int, end: int) -> bool:
    """Say whether a span stands in a margin, or between wide gaps, or after the release's own statement."""
    before = line[max(0, start - _BACK) : start]
    free_before = not before.strip() or before.endswith("  ") or bool(_STATEMENT.search(before))
    after = line[end : end + 40]
    free_after = after.startswith("  ") or bool(_REMAINS.fullmatch(after) or _STATUTE.match(after))
    return free_before and free_after


def _mark(found: re.Match[str], offset: int = 0) -> Mark:
    """Make a mark of a code found."""
    # Only the seventh exemption has letters; elsewhere "(b)(3)(A)" cites a part of another statute.
    number = "5" if found["number"] == "S" else found["number"]
    letter = (found["letter"] or "").lower() if number == "7" else ""
    return Mark(start=found.start() + offset, end=found.end() + offset, raw=found[0], law="FOIA", ground=f"b{number}{letter}")
