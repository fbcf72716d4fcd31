"""Find boxed Wob codes: "10.2.e" and its kin, as OCR leaves them.

The grammar is that of the print: an edge of the box, "1", "0", a stop, "1" or "2", a stop, a letter.
Every place is filled from the table of confusions, stops may be lost or doubled, and the edge or the "1" may be gone.
Such a pattern alone would take many words for marks ("werkloze"), so each match is weighed by how many of its glyphs are as printed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lvvthreads.exemption import glyphs
from lvvthreads.exemption.cite import cited
from lvvthreads.exemption.grounds import GROUNDS
from lvvthreads.exemption.mark import Mark

if TYPE_CHECKING:
    from collections.abc import Iterator

#: The boxed code. Every repetition is bounded, so a search is linear in the line.
_CODE: Final = re.compile(
    rf"""
    (?P<edge>{glyphs.edge()})??            # the box's left edge, if a "1" is left without it
    (?:(?P<one>{glyphs.wide("1")})
       [ _]{{0,2}})?                       # "1 0.2.e", "11_0.2.e"
    (?P<zero>{glyphs.wide("0")})
    (?P<stop>{glyphs.STOP}{{0,3}})         # "110,.2.e"
    (?P<two>{glyphs.near("2")}|1)
    (?P<end>{glyphs.STOP}{{0,3}})
    (?P<letter>[a-gA-Gojéèë€©¢])
    """,
    re.VERBOSE,
)

#: A stop read as one.
_STOP_READ: Final = re.compile(r"[.,-]")
#: Points for a stop read as one. A blank or nothing earns none.
_STOP_POINTS: Final = 1
#: Points for the right edge of the box, read as an upright sign that no word has; only where the code shows a digit ("werkloze |").
_RIGHT_EDGE: Final = re.compile(r"\s?[|\]}]")
_RIGHT_EDGE_POINTS: Final = 1
#: Points for the letter "e", which most marks have.
_LETTER_POINTS: Final = 1

#: A match counts from these points on. Tuned on the first half of the annotated sample: "lo2e" has 5, "zo.z.e" 5, "loze" 4.
_ENOUGH: Final = 5
#: Without "1" before the "0", the rest must be nearly perfect: "0.2.e" has 7, "o.2.e" 6, "o.z.e" 5.
_ENOUGH_WITHOUT_ONE: Final = 6

#: What no code is without: its "0" and what follows it. A quick look that spares most lines the search.
_CORE: Final = re.compile(rf"{glyphs.wide('0')}{glyphs.STOP}{{0,3}}[2zZ1]{glyphs.STOP}{{0,3}}[a-gA-Gojéèë€©¢]")
#: An edge, a "1" and two blanks at most stand before that.
_BEFORE_CORE: Final = 4
#: What makes a code part of an abbreviation: "10.2 e.v.".
_ABBREVIATED: Final = re.compile(r"\.v\b")
#: What leads to a "0" that only ends or continues a number: "20.2.b", "1.0.2.b".
_NUMBER_SIGNS: Final = tuple("0123456789.")
#: What makes a code without stops part of a number: "102e5", "102e-3". A "1" alone is the box's right edge.
_RUNS_ON: Final = re.compile(r"[02-9]|1\d|[-+]\d")
#: Other digits within the same run of letters, as in a key or a hexadecimal number: "7fa102eb4".
_DIGIT_BEFORE: Final = re.compile(r"[2-9]\w{0,3}$")
_DIGIT_AFTER: Final = re.compile(r"\w{0,4}[2-9]")
#: What a spaced letter must not be followed by: "10.2 een", "10.2 e-mails".
_WORD_GOES_ON: Final = re.compile(r"[^\W\d_]|-[^\W\d_]")
#: A paragraph's number before a notice: "10.2. © 2024".
_NOTICE: Final = re.compile(r"© ?(?:19|20)\d\d")
#: The end of a file's name after a version: "0.2.eml". Words glued to a mark follow an "e" only ("10.2.ezal"), never another letter ("v0.2.docx").
_EXTENSION: Final = re.compile(r"(?:eml|exe|epub|eps)\b", re.IGNORECASE)
#: Before digits without stops: an ordinal ("de 102e vergadering") or the number of a house or room ("Dorpsstraat 102a").
_COUNTED: Final = re.compile(
    r"(?:\b(?:de|het|een|the|zijn|haar|onze)|straat|str\.|laan|weg|plein|kade|gracht|singel|dijk|hof|markt|pad|park|postbus|kamer|nr\.?)\s1?$",
    re.IGNORECASE,
)
#: Letters and signs that are taken for an edge of the box only where no word stands before them.
_LAST_LETTERS: Final = "tTrfFdkL/\\"
#: How far back a context is looked at.
_BACK: Final = 24


def wob_codes(line: str) -> Iterator[Mark]:
    """Yield the boxed codes of article 10 in a line, from left to right."""
    core = _CORE.search(line)
    at = max(0, core.start() - _BEFORE_CORE) if core else len(line)
    while found := _CODE.search(line, at):
        mark = _read(found)
        # A match too weak may hide a better one that begins a glyph later.
        at = mark.end if mark else found.start() + 1
        if mark:
            yield mark


def _read(found: re.Match[str]) -> Mark | None:
    """Weigh a match of the grammar, and make it a mark if it is good enough."""
    ground = _ground(found)
    if (
        ground is None
        or _weight(found) < (_ENOUGH if found["one"] else _ENOUGH_WITHOUT_ONE)
        or not _fits(found)
        or cited(found.string, *found.span())
    ):
        return None
    start = found.start() + _glued(found)
    return Mark(start=start, end=found.end(), raw=found.string[start : found.end()], law="Wob", ground=ground)


def _glued(found: re.Match[str]) -> int:
    """Count the glyphs at the front that are the last letter of a word or unit rather than the box's edge: "DE&Tjl0.2.e"."""
    before = found.string[max(0, found.start() - 1) : found.start()]
    return int(bool(found["edge"] and found["edge"] in _LAST_LETTERS and (before.isalnum() or before in ("&", "/"))))


def _ground(found: re.Match[str]) -> str | None:
    """Give the code read, corrected to one the law knows, or None."""
    letter = glyphs.letter(found["letter"])
    for paragraph in ("1", "2") if found["two"] == "1" else ("2",):
        # The first paragraph of article 10 ends at d, so a "10.1.e" is a "10.2.e" misread.
        if f"10.{paragraph}.{letter}" in GROUNDS:
            return f"10.{paragraph}.{letter}"
    return None


def _weight(found: re.Match[str]) -> int:
    """Count how much of a match is as it was printed."""
    one, zero, two = found["one"] or "", found["zero"], found["two"]
    stops = sum(_STOP_POINTS for name in ("stop", "end") if _STOP_READ.search(found[name]))
    last = _LETTER_POINTS if found["letter"] in "eE" else 0
    middle = 0 if two == "1" else glyphs.points("2", two)
    right = _RIGHT_EDGE_POINTS if _right_edge(found) else 0
    return glyphs.points("1", one) + glyphs.points("0", zero) + middle + stops + last + right


def _right_edge(found: re.Match[str]) -> bool:
    """Say whether the right edge of a box closes a code that shows a digit."""
    return bool(_RIGHT_EDGE.match(found.string, found.end()) and any(map(str.isdecimal, found[0])))


def _fits(found: re.Match[str]) -> bool:
    """Say whether what stands around a match leaves it a mark and not a part of something else."""
    line, start, end = found.string, found.start(), found.end()
    if _ABBREVIATED.match(line, end) or (not found["one"] and line[max(0, start - 1) : start] in _NUMBER_SIGNS):
        return False
    # "20.2.e" numbers a paragraph, "[20.2.e" shows its box.
    if found["one"] == "2" and not found["edge"]:
        return False
    if (
        _EXTENSION.match(line, found.start("letter"))
        or _NOTICE.match(line, found.start("letter"))
        or (found["letter"] not in "eE" and line[end : end + 1].isalpha())
    ):
        return False
    # QUIRK: keys have dashes ("4e02-b266"); a code with one of them for all its stops stands free.
    if found["stop"] + found["end"] == "-" and line[max(0, start - 1) : start].isalnum():
        return False
    if found["end"].endswith(" ") and _WORD_GOES_ON.match(line, end):
        return False
    return _dotted(found) or _fits_without_stops(found)


def _dotted(found: re.Match[str]) -> bool:
    """Say whether at least one stop was read as such."""
    # A comma with its blank parts words ("om 10, 2e verdieping"), it is no stop.
    return bool(_STOP_READ.search((found["stop"] + found["end"]).replace(", ", "")))


def _fits_without_stops(found: re.Match[str]) -> bool:
    """Ask more of a code without any stop: "102e" is also an ordinal, "102a" a house."""
    if found["letter"] not in "eE" or " " in found[0] or not (_right_edge(found) or glyphs.points("1", found["one"] or "")):
        return False
    line, start, end = found.string, found.start(), found.end()
    before, after = line[max(0, start - _BACK) : start], line[end : end + _BACK]
    if _RUNS_ON.match(after) or _DIGIT_BEFORE.search(before) or _DIGIT_AFTER.match(after):
        return False
    return not _COUNTED.search(before)
