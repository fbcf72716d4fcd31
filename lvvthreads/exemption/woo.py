"""Find codes of the Woo ("5.1.2.e"), and those of either law written out ("art. 5.1 lid 2 sub e", "artikel 10, tweede lid, onder e").

Unlike "10.2.e", a Woo code is also a likely number of a paragraph ("5.1.2"), so its letter and its stops must be there.
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

#: The boxed code: edge, 5, stop, 1, stop, 1 or 2, stop, letter. One printed stop at least must be left.
_CODE: Final = re.compile(
    rf"""
    (?P<edge>{glyphs.edge()})?
    (?P<five>{glyphs.near("5")})(?P<stop>{glyphs.STOP}{{0,3}})
    {glyphs.near("1")}(?P<mid>{glyphs.STOP}{{0,3}})
    (?P<lid>[12zZIl])(?P<end>{glyphs.STOP}{{0,3}}\(?)     # "5.1.2(e)"
    (?P<letter>[a-iA-Iéèë€©¢])
    """,
    re.VERBOSE,
)

#: The code written out, of either law.
_WRITTEN: Final = re.compile(
    rf"""
    (?:(?P<art>{glyphs.edge()}?[Aa][rn]t(?:ikel|[.,])?[ .,]{{0,5}})|(?<![\d.]))      # "art.5.1lid2sube", "Vanlart, S.1 lid z sub e"
    (?P<edge>[\[({{|])?
    (?:(?P<woo>(?:5|(?<=[ .,t])S)[ .,']{{0,3}}{glyphs.near("1")})|(?P<wob>{glyphs.near("1")}0))
    [ .,;]{{0,4}}
    (?:(?:[lI1|][iIl1][dD])[ ]{{0,4}}(?P<lid>[12zZ])?|(?P<word>eerste|tweede)[ ]lid|(?P<bare>[12])(?=[ .,]{{0,4}}(?:sub|ond|letter|aanhef)))
    [ .,]{{0,4}}(?:aanhef[ ]en[ ])?[ ]{{0,3}}
    (?P<joint>(?:sub|onder(?:deel)?|[a-z]{{1,2}}der|ond\.|letter)[ .]{{0,4}})?     # "ceder" for "onder"
    (?P<letter>[a-iI])(?:\b|(?=W[o0O][ob0O]\b))
    (?P<law>[ ,]{{0,2}}W[o0O][ob0O]\b)?
    """,
    re.VERBOSE,
)

#: A paragraph without letter, written out: "5.2 lid 1", "art. 5.1 lid 5 Woo", "art. 11 lid 1".
_PARAGRAPH: Final = re.compile(
    r"""
    (?:(?P<art>\b[Aa]rt(?:ikel|\.)?[ ]{0,2})|(?<![\d.]))
    (?:(?P<five>5)[ ]?[.,][ ]?(?P<article>[12])|(?P<eleven>11))
    [ .,]{0,3}(?:(?:[lI1|][iIl1]d)[ ]?(?P<lid>[1-5])|(?P<word>eerste|tweede|derde|vierde|vijfde)[ ]lid)\b
    (?![ ,]{0,2}(?:sub|onder|aanhef))
    (?P<law>[ ,]{0,2}W[o0O][ob0O]\b)?
    """,
    re.VERBOSE,
)

#: What ends a code: anything but a letter or digit, the right edge of its box, or the next code.
_END: Final = re.compile(r"(?![^\W_])|[1Il](?![^\W_])|5[.,]")
#: A code of four parts has so many stops.
_ALL_STOPS: Final = 3
#: What goes on after a letter that stands alone.
_SPACED_ON: Final = re.compile(r"[^\W_]|\.v\b| \d")

#: What every code written out holds; a quick look.
_WORDED: Final = re.compile(r"[iIl1][dD]|sub|onder|ond\.|letter")
_NUMBERED: Final = re.compile(rf"[5S][ .,']{{0,3}}(?:2|{glyphs.near('1')})|{glyphs.near('1')}0|11")
#: What every boxed code holds.
_CORE: Final = re.compile(rf"{glyphs.near('5')}{glyphs.STOP}{{0,3}}{glyphs.near('1')}{glyphs.STOP}{{0,3}}[12zZIl]")

#: What a 2 is read as.
_TWO: Final = str.maketrans("zZ", "22")
#: Paragraphs by their names.
_ORDINALS: Final = {"eerste": "1", "tweede": "2", "derde": "3", "vierde": "4", "vijfde": "5"}


def woo_codes(line: str) -> Iterator[Mark]:
    """Yield the boxed codes of article 5.1 in a line."""
    for found in _CODE.finditer(line) if _CORE.search(line) else ():
        paragraph = "1" if found["lid"] in "1Il" else "2"
        ground = f"5.1.{paragraph}.{glyphs.letter(found['letter'])}"
        if ground in GROUNDS and _ends_well(found) and not _part_of_number(found) and not cited(line, *found.span()):
            yield _mark(found, "Woo", ground)


def written_codes(line: str) -> Iterator[Mark]:
    """Yield the codes written out in words, citations left aside."""
    if not (_NUMBERED.search(line) and _WORDED.search(line)):
        return
    for found in _WRITTEN.finditer(line):
        # A letter right behind "lid" is a word of its own, unless the paragraph's number or "sub" leads to it.
        if (found["lid"] or found["word"] or found["joint"]) and not _cited(found):
            law = "Woo" if found["woo"] else "Wob"
            yield _mark(found, law, _written_ground(found))
    for found in _PARAGRAPH.finditer(line):
        article = f"5.{found['article']}" if found["five"] else "11"
        ground = f"{article}.{found['lid'] or _ORDINALS[found['word']]}"
        if ground in GROUNDS and not _cited(found):
            yield _mark(found, GROUNDS[ground].law, ground)


def _written_ground(found: re.Match[str]) -> str | None:
    """Give the ground of a code written out; None if its paragraph is lost and the letter does not tell it."""
    article = "5.1" if found["woo"] else "10"
    paragraph = (found["lid"] or "").translate(_TWO) or found["bare"] or _ORDINALS.get(found["word"] or "")
    paragraphs = (paragraph,) if paragraph else ("1", "2")
    known = [code for each in paragraphs if (code := f"{article}.{each}.{found['letter'].lower()}") in GROUNDS]
    return known[0] if len(known) == 1 else None


def _cited(found: re.Match[str]) -> bool:
    """Say whether the words around a code written out make it a citation of the law."""
    return cited(found.string, found.start(), found.end(), law_named=bool(found["law"]))


def _ends_well(found: re.Match[str]) -> bool:
    """Ask for printed stops, and for an end of the code after its letter.

    A letter after a blank may be a word of its own: "5.1.2 e.v.", "5.12 C", "51,2 a 52".
    A word may be glued only to a code whose stops are all there: "5.1.2.ezal".
    """
    between = found["stop"] + found["mid"] + found["end"]
    stops = between.count(".") + between.count(",")
    if " " in found["end"]:
        return stops > 1 and found["letter"].islower() and not _SPACED_ON.match(found.string, found.end())
    # QUIRK: "sha512.c" is a file: a code glued to a word has more than one stop, or the letter "e".
    if stops == 1 and found["letter"] not in "eE" and found.string[max(0, found.start() - 1) : found.start()].isalnum():
        return False
    return stops > 0 and (bool(_END.match(found.string, found.end())) or (stops >= _ALL_STOPS and found["letter"] == "e"))


def _part_of_number(found: re.Match[str]) -> bool:
    """Say whether a code only continues a number: "15.1.2 e" with a real 15, "2.5.1.2.e"."""
    before = found.string[max(0, found.start() - 2) : found.start()]
    return bool(re.search(r"\d[.,]?$", before))


def _mark(found: re.Match[str], law: str, ground: str | None) -> Mark:
    """Make a mark of a code found."""
    return Mark(start=found.start(), end=found.end(), raw=found[0], law=law, ground=ground)
