"""Find wholly damaged marks in the value of a sender or recipient field.

There every person has a slot of their own ("1102e 1 BD/ABC/DEF; in 2 BD/ABC/DE&T"), and what stands in a slot is a name, an address or a mark.
So much less of a mark need be legible: a few glyphs of the right shapes, bounded by the slot, the edge of a box, a unit or a domain.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lvvthreads.exemption import glyphs
from lvvthreads.exemption.mark import Mark

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Where a slot begins: at the start, after a separator, a label (glued or not), a blank, an address or the end of a unit.
_BEGINS: Final = r"(?:^|(?<=[\s;,>\]})_&])|(?<=\D:))(?P<label>(?:Van|Aan|CC|Cc|cc|Kopie|From|To|van|aan|Vanf|Aanf)(?=[^\s:]))?"
#: Where the remains of a mark end: the box's right edge, a dash, a blank, the end of the slot, a unit or a domain.
_ENDS: Final = r"(?=\s?[|\]})_@;,>\[ÍÌÎÏ-]|[1I][ .-]|\s[1IlFtjJ]{1,2}[ .-]|\s?$|\s?[A-Z0-9I]{1,6}/|\s[(<])"

#: The remains of a code: up to two edges, then what is left of "1 0 . 2 . e".
_REMAINS: Final = re.compile(
    rf"""
    {_BEGINS}
    (?P<mark>
      {glyphs.edge()}{{0,2}}?
      (?P<one>{glyphs.wide("1")})?
      [ _]?
      (?P<zero>{glyphs.wide("0")}|[npW])         # "in 2", "Iip 2", "W2e": the "0" run into its neighbour
      (?P<stop>{glyphs.STOP}{{0,3}})
      (?P<two>{glyphs.near("2")}{{1,2}})?     # "to2ze": the stop is read as a second "2"
      (?P<end>{glyphs.STOP}{{0,3}})
      (?P<letter>[eEcé€])?
    )
    {_ENDS}
    """,
    re.VERBOSE,
)

#: The remains of a Woo code without its stops.
_WOO: Final = re.compile(
    rf"""
    {_BEGINS}
    (?P<mark>
      {glyphs.edge()}{{0,2}}?
      (?P<five>{glyphs.near("5")})[ ._,]{{0,3}}(?P<one>{glyphs.near("1")})[ ._,]{{0,3}}(?P<two>{glyphs.near("2")})[ ._,]{{0,3}}
      (?P<letter>[a-i])
    )
    {_ENDS}
    """,
    re.VERBOSE,
)
#: A code whose "e" is read as a digit: only before a unit or a domain is it no number.
_DIGIT: Final = re.compile(rf"{_BEGINS}(?P<mark>{glyphs.edge()}?(?:10[.,]2|5[.,]1[.,]2)[.,]8)(?=[ |\]-]{{0,3}}(?:[A-Z]{{1,6}}/|@|<@))")
#: What all remains hold: a "0" before a "2", or before two stops and the letter. A quick look.
_CORE: Final = re.compile(rf"(?:{glyphs.wide('0')}|[npW])(?:{glyphs.STOP}{{0,3}}{glyphs.near('2')}|{glyphs.STOP}{{2,6}}[eEcé€])")
_WOO_CORE: Final = re.compile(rf"{glyphs.near('5')}[ ._,]{{0,3}}{glyphs.near('1')}[ ._,]{{0,3}}{glyphs.near('2')}")
#: Of its three digits so many points must be left: "S12e" has 5, "5I2e" 5, "Slze" 3.
_ENOUGH_WOO: Final = 4

#: Glyphs as printed that the remains must still show, in the points of ``glyphs``. "in 2", "oze" and "ho 2" have 3; "Otto" none.
_ENOUGH: Final = 3
#: A number goes on ("102 30 40", "do 21"), or came before it: a telephone or a date, not a mark.
_DIGITS_AFTER: Final = re.compile(r"[ -]?\d\d|(?<=\d)\d")
_DIGITS_BEFORE: Final = re.compile(r"[2-9][ -]?$|\d\d[ -]$")
#: A year, or a part of a number: the "2" of "[20.2.e" is a "1" misread only beside stops.
_YEAR: Final = re.compile(r"\W?2[\d ]*$")


def remains(text: str) -> Iterator[Mark]:
    """Yield what is left of boxed codes in the value of a sender or recipient field."""
    for found in _WOO.finditer(text) if _WOO_CORE.search(text) else ():
        digits = sum(glyphs.points(printed, found[name]) for printed, name in (("5", "five"), ("1", "one"), ("2", "two")))
        if digits >= _ENOUGH_WOO and not _telephone(found):
            yield Mark(start=found.start("mark"), end=found.end("mark"), raw=found["mark"], law="Woo", ground=f"5.1.2.{found['letter']}")
    for found in _DIGIT.finditer(text) if ".8" in text or ",8" in text else ():
        law, ground = ("Woo", "5.1.2.e") if "5" in found["mark"] else ("Wob", "10.2.e")
        yield Mark(start=found.start("mark"), end=found.end("mark"), raw=found["mark"], law=law, ground=ground)
    for found in _REMAINS.finditer(text) if _CORE.search(text) else ():
        if _weight(found) >= _ENOUGH and _complete(found) and not _telephone(found):
            raw = found["mark"].strip(" _-,")
            start = found.start("mark") + found["mark"].index(raw)
            yield Mark(start=start, end=start + len(raw), raw=raw, law="Wob", ground="10.2.e")


def _weight(found: re.Match[str]) -> int:
    """Count how much is as it was printed."""
    before = found["one"] or ""
    stops = 2 if found["stop"].count(".") + found["end"].count(".") > 1 else int("." in found["stop"] + found["end"])
    return (
        glyphs.points("1", before)
        + glyphs.points("0", found["zero"])
        + glyphs.points("2", (found["two"] or "")[:1])
        + stops
        + (1 if found["letter"] else 0)
    )


def _complete(found: re.Match[str]) -> bool:
    """Ask for the "2" or, if it is lost, for both stops and the letter."""
    if found["two"]:
        return bool(found["letter"]) or "2" in found["two"]
    return bool(found["letter"]) and (found["stop"] + found["end"]).count(".") > 1


def _telephone(found: re.Match[str]) -> bool:
    """Say whether the glyphs are a year or a part of a longer number."""
    text, start = found.string, found.start("mark")
    if _YEAR.match(found["mark"]):
        return True
    return bool(_DIGITS_AFTER.match(text, found.end("mark")) or _DIGITS_BEFORE.search(text[max(0, start - 4) : start]))
