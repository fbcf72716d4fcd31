"""Find marks that are no more than a number: "11.1", "5.2.1".

A number such as "11.1" also counts paragraphs, money and hours.
It is a mark where it stands alone on its line, in a box whose edges were read as brackets, or in one list with a mark that is beyond doubt ("10.2.e, 11.1").
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lvvthreads.exemption import glyphs
from lvvthreads.exemption.grounds import GROUNDS
from lvvthreads.exemption.mark import Mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

#: The numbers that name a ground without a letter.
_NUMBER: Final = r"(?:(?P<wob>11[.,] ?(?P<wobpart>[12]))|(?P<woo>5[.,] ?(?:1[.,] ?[45]|2[.,] ?[1-4])))(?![\d%])(?![.,]\d)"

#: A number alone on its line, with the remains of its box.
_ALONE: Final = re.compile(
    rf"[\s>]{{0,40}}(?:{glyphs.edge()} )?(?P<edge>{glyphs.edge()})?{_NUMBER}\s?(?:{glyphs.edge()}\s?)?[.,]?\s{{0,99}}$"
)
#: A number in a box. Bars with blanks within are more likely a table's.
_BOXED: Final = re.compile(rf"(?:[\[{{]\s?|\|){_NUMBER}(?:\s?[\]}}]|\|)")
#: A number further on in a list of marks.
_NEXT: Final = re.compile(rf" ?(?:{glyphs.edge()} ?)?(?:[,.;/&+]|en|and)? {{0,2}}{_NUMBER}")
#: A code whose "e" is read as a digit, in such a list: "10.2.e, 10.2.8".
_NEXT_DIGIT: Final = re.compile(rf" ?(?:{glyphs.edge()} ?)?[,;/&+] ?(?P<code>10[.,]2[.,]8|5[.,]1[.,]2[.,]8)(?![\d%])(?![.,]\d)")
#: A plain "11" in such a list: only at its end, or "11 november" would be one.
_NEXT_PLAIN: Final = re.compile(r" ?[,;/&+.] {0,2}(?P<plain>11)(?= ?[\]|)}1Il.]? {0,9}$| ?[,;])")
#: A further letter in such a list: "5.1.2.e en i", "10.2.e/g".
_NEXT_LETTER: Final = re.compile(r" ?(?:[,/&+]|en|and) {0,2}(?P<letter>[a-i])(?![^\W_]|\.\w| \d)")
#: A number earlier in a list of marks.
_BEFORE: Final = re.compile(rf"{_NUMBER} ?(?:[,;/&+]|en|and) {{0,2}}$")
#: "11.1" of which the stop is lost and the digits are letters, alone on its line or after the end of a sentence.
#: Roman numerals are all of one letter ("III", "iii"), words begin "Il" or "Ill".
_UPRIGHTS: Final = re.compile(r"(?:^|(?<=[.!?]))\s{0,9}(?P<glyphs>I[Ii1l]i|1[Ii]i|I[i1]1|Il1)\s{0,99}$")

#: What that ends in; a quick look.
_LAST_UPRIGHTS: Final = ("i", "1")

#: How far back a list is followed.
_BACK: Final = 16


def numbers_alone(line: str) -> Iterator[Mark]:
    """Yield numbers of grounds that stand alone on the line, or in a box."""
    numbered = "5" in line or "11" in line
    found = _ALONE.match(line) if numbered else None
    if found:
        yield _mark(found)
        return
    if line.rstrip()[-1:] in _LAST_UPRIGHTS and (uprights := _UPRIGHTS.search(line[-120:])):
        offset = max(0, len(line) - 120)
        start, end = uprights.span("glyphs")
        yield Mark(start=start + offset, end=end + offset, raw=uprights["glyphs"], law="Wob", ground="11.1")
    if numbered:
        yield from map(_mark, _BOXED.finditer(line))


def numbers_in_list(line: str, marks: Sequence[Mark]) -> Iterator[Mark]:
    """Yield numbers of grounds that stand in one list with the marks found: "10.2.e, 11.1", "5.2.1 en 5.1.2.e"."""
    for mark in marks:
        if mark.ground is None:
            continue
        yield from _further_letters(line, mark)
        yield from _digit_for_letter(line, mark)
        at = mark.end
        while found := _NEXT.match(line, at) or (_NEXT_PLAIN.match(line, at) if mark.law == "Wob" else None):
            yield _mark(found)
            at = found.end()
        back = max(0, mark.start - _BACK)
        if before := _BEFORE.search(line[back : mark.start]):
            yield _mark(before, back)


def _digit_for_letter(line: str, mark: Mark) -> Iterator[Mark]:
    """Yield the code behind a mark of its own paragraph whose "e" is read as an "8"."""
    paragraph = (mark.ground or "").rpartition(".")[0]
    found = _NEXT_DIGIT.match(line, mark.end)
    if found and paragraph == re.sub(r"[.,]", ".", found["code"])[:-2]:
        start, end = found.span("code")
        yield Mark(start=start, end=end, raw=found["code"], law=mark.law, ground=f"{paragraph}.e")


def _further_letters(line: str, mark: Mark) -> Iterator[Mark]:
    """Yield letters that name further grounds of the same paragraph."""
    at = mark.end
    paragraph = (mark.ground or "").rpartition(".")[0]
    while (found := _NEXT_LETTER.match(line, at)) and (ground := f"{paragraph}.{found['letter']}") in GROUNDS:
        start, at = found.span("letter")
        yield Mark(start=start, end=at, raw=found["letter"], law=mark.law, ground=ground)


def _mark(found: re.Match[str], offset: int = 0) -> Mark:
    """Make a mark of a number found."""
    parts = found.groupdict()
    group = next(name for name in ("wob", "woo", "plain") if parts.get(name))
    ground = {"wob": f"11.{parts.get('wobpart')}", "woo": re.sub(r"[., ]+", ".", parts.get("woo") or ""), "plain": "11.1"}[group]
    start, end = found.span(group)
    if parts.get("edge"):
        start = found.start("edge")
    return Mark(start=start + offset, end=end + offset, raw=found.string[start:end], law="Woo" if group == "woo" else "Wob", ground=ground)
