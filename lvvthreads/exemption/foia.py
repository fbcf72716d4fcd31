"""Find the codes of the American Freedom of Information Act: "(b)(6)", "(b)(7)(C)", and "B6" in a margin.

The bracketed form is a mark wherever it stands, unless a statute's number leads to it ("552(b)(6)").
The bare form is also a vitamin, a road and a battery: it counts only where a margin is, at the line's end after a wide gap, at its start before one, or alone.
Behind a code may stand the reason ("(b)(5) DP") or, for the third exemption, the statute; they belong to the mark.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lvvthreads.exemption.mark import Mark

if TYPE_CHECKING:
    from collections.abc import Iterator

#: What agencies print behind a code: which privilege, which statute.
_REASON: Final = r"""
    (?:[ ]?[-–/:]?[ ]?(?:DPP?|ACP?|AWP|WPP?|PP|PCP|(?:Deliberative|Presidential|Attorney|Personal)[ -](?:Process|Client|Work|Communications?|Privacy)
      (?:[ -](?:Privilege|Product))?)\b(?![/!|\\]))?         # "(b)(6) - DP/ABC" names a unit
"""
_STATUTE_BEHIND: Final = r"(?::?[ ]?\d{1,2}[ ]?U\.?S\.?C\.?[ ]?(?:§{1,2}[ ]?)?\d{1,5}[a-z]?(?:\([a-z0-9]{1,3}\)){0,4})?"

#: "(b)(6)", "(b) (7)(C)", "b(6)", "(b)6", with brackets of any kind.
_CODE_IN_BRACKETS: Final = rf"""
    (?P<edge>[1Il|iJ](?=[(\[{{]))?                             # the left edge of its box
    (?:(?:[(\[{{][ ]?[bB8][ ]?[)\]}}][ ]?|[bB](?!\[))              # not "b[1]" of a program
       [(\[{{][ ]?(?P<number>[1-9S])[ ]?[)\]}}]                # "(b)(S)"
      |[(\[{{][bB][)\]}}](?P<glued>[1-9])(?![\w.,])
      |[(\[{{]b(?P<within>[1-9])[)\]}}])                        # "(b)6", "(b6)"; "(B6)" is a room
    (?:[ ]?[(\[{{][ ]?(?P<letter>[A-Fa-f])[ ]?[)\]}}](?![ ]?[(\[{{][1-9S])   # the "(b)" of the next code is no letter of this one
      |(?P<bare>[A-Fa-f])(?!\w))?                               # "(b)(7)c"
    {_STATUTE_BEHIND}{_REASON}
"""
#: Not "552(b)(6)", a part of the act, nor "12(b)(6)", a rule of court; a word may be glued to a code whose "b" has its bracket.
_BRACKETED: Final = re.compile(
    rf"(?:(?<![\w)])(?<![\w)][(\[{{])|(?<=[^\W\d_])(?=[(\[{{][bB][)\]}}][ ]?[(\[{{])){_CODE_IN_BRACKETS}", re.VERBOSE
)
#: The next one, glued on: "(b)(6)(b)(7)(C)".
_GLUED: Final = re.compile(_CODE_IN_BRACKETS, re.VERBOSE)
#: Codes in a row as a margin has them: "B5,B6", "1.4(B),B1,B5". Classification grounds (1.4) are stepped over, not taken.
_ROW: Final = re.compile(
    r"""
    (?<!\S)
    (?P<row>(?:1\.4\([A-H]\),[ ]?|(?!PART|FULL)[A-Z][A-Z0-9/]{2,15},[ ]?){0,4}   # "NATSECACT1947,B5", "PERS/ORG,1.4(C),B6"
       [Bb][1-9](?:\([A-F]\)|[A-F])?(?:[ ]?[,;/][ ]?(?:[Bb][1-9](?:\([A-F]\)|[A-F])?|1\.4\([A-H]\))){0,9})
    (?![\w,])
    """,
    re.VERBOSE,
)
#: What every bracketed code holds; a quick look.
_IN_BRACKETS: Final = re.compile(r"[(\[{] ?[bB]?[1-9S] ?[)\]}]|[(\[{][bB][)\]}][1-9]")
#: What every bare code holds.
_BARE_CODE: Final = re.compile(r"[Bb](?:[1-9]|\) [1-9])")
_CODE: Final = re.compile(r"[Bb](?P<number>[1-9])(?:\(?(?P<letter>[A-F])\)?)?")
#: The exemption by its name and its reason: "Ex. 6 Personal Privacy", "Deliberative Process / Ex. 5".
_NAMED: Final = re.compile(
    r"""
    \bEx(?:\.|emption)[ ]?(?P<number>[1-9])(?:\((?P<letter>[A-F])\))?[ ]?[-–/:]?[ ]?
      \(?(?:Personal[ ](?:Privacy|Matters)|Deliberative[ ]Process|Attorney[ -]Client|Law[ ]Enforcement|PP\b|DP\b|ACP?\b)(?:[ ]\([A-Z]{2,4}\))?\)?
    | \b(?:Personal[ ](?:Privacy|Matters)|Deliberative[ ]Process|Attorney[ -]Client|Law[ ]Enforcement)[ ]?[/-][ ]?Ex\.[ ]?(?P<behind>[1-9])\b
    """,
    re.VERBOSE,
)
#: A bare code that fills a slot of a person's field: "From: b6", "Doe, Jane; B6; b7C".
_SLOT: Final = re.compile(
    r"(?:^|(?<=[;:\n>])|(?<=[;:\n>] ))(?:[Bb](?P<number>[1-9])(?:\(?(?P<letter>[A-F])\)?)?|\([bB]\) (?P<spaced>[1-9])|Ex\. ?(?P<named>[1-9]))(?= ?(?:[;<@\n]|$))"
)
#: "(b) 6" alone on its line; with words behind it is a point of a list.
_SPACED: Final = re.compile(r"\s*(?P<mark>\([bB]\) (?P<number>[1-9]))\s*$")
#: The statement of a release's first page before the codes.
_STATEMENT: Final = re.compile(r"\b(?:PART|FULL|DENIED|UNDER|EXEMPTIONS?),?[ ]{1,9}$")
#: What leads to a citation of the act: "subsection (b)(6)".
_CITED: Final = re.compile(r"(?:section|paragraph|exemptions?|under|U\.S\.C\.)[ ]{0,3}$", re.IGNORECASE)
#: How far back a context is looked at.
_BACK: Final = 24
#: What may be left of a margin's rule after the codes: "B6 1", "B5,B6 •".
_REMAINS: Final = re.compile(r"\s*(?:[1Il|]|[^\w\s])?\s*")
#: What a third exemption is followed by: the name of the statute ("B3 CIA PERS/ORG", "B3 NATSECACT1947").
_STATUTE: Final = re.compile(r"[ ]{1,9}[A-Z][A-Z0-9/ ]{1,30}$")


def foia_codes(line: str) -> Iterator[Mark]:
    """Yield the bracketed codes of a line, and the bare ones in its margins."""
    bracketed = ("(" in line or "[" in line or "{" in line) and _IN_BRACKETS.search(line)
    for found in _BRACKETED.finditer(line) if bracketed else ():
        if not _CITED.search(line[max(0, found.start() - _BACK) : found.start()]):
            yield _mark(found)
            at = found.end()
            while glued := _GLUED.match(line, at):
                yield _mark(glued)
                at = glued.end()
    if "Ex" in line:
        yield from map(_mark, _NAMED.finditer(line))
    if not _BARE_CODE.search(line):
        return
    for row in _ROW.finditer(line):
        if _in_margin(line, *row.span("row")):
            yield from _codes(row)
    if spaced := _SPACED.match(line):
        start, end = spaced.span("mark")
        yield Mark(start=start, end=end, raw=spaced["mark"], law="FOIA", ground=f"b{spaced['number']}")


def foia_slots(text: str) -> Iterator[Mark]:
    """Yield the bare codes that fill a slot of a person's field."""
    if _BARE_CODE.search(text) or "Ex" in text:
        yield from map(_mark, _SLOT.finditer(text))


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
    parts = found.groupdict()
    read = next(parts[name] for name in ("number", "glued", "within", "behind", "spaced", "named") if parts.get(name))
    number = "5" if read == "S" else read
    # Only the seventh exemption has letters; elsewhere "(b)(3)(A)" cites a part of another statute.
    letter = (parts.get("letter") or parts.get("bare") or "").lower() if number == "7" else ""
    return Mark(start=found.start() + offset, end=found.end() + offset, raw=found[0], law="FOIA", ground=f"b{number}{letter}")
