"""Find codes too damaged to count by themselves, where only a name can stand: behind a greeting that ends its line, or alone on one.

"10 2e" is a floor and "W2e" nothing at all, but in "Groet, 10 2e" and "Beste W2e," they are what is left of "10.2.e".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lvvthreads.exemption import glyphs
from lvvthreads.exemption.mark import Mark
from lvvthreads.exemption.stamped import GREETING

if TYPE_CHECKING:
    from collections.abc import Iterator

#: The last letter as it is read; "8" and "6" are an "e" only with such company.
_LETTER: Final = "[eE86éèë€©¢c]"
_STOPS: Final = rf"{glyphs.STOP}{{0,2}}"

#: What is left of a code between a greeting and the line's end.
_GREETED: Final = re.compile(
    rf"""
    \s{{0,40}}{GREETING}[,.]?[ ]?
    (?P<mark>
      {glyphs.edge()}?
      (?:(?P<wob>(?:(?P<one>{glyphs.near("1")}){_STOPS}(?P<zero>{glyphs.near("0")})|W){_STOPS}(?P<two>{glyphs.near("2")}){_STOPS}{_LETTER})
        |(?P<cut>{glyphs.near("1")}{glyphs.near("0")}[.,]2[.,])                                            # "Groetjes 10.2."
        |(?P<woo>(?P<five>{glyphs.near("5")}){_STOPS}(?P<first>{glyphs.near("1")}){_STOPS}(?P<lid>{glyphs.near("2")}){_STOPS}{_LETTER})
        |(?P<woocut>5[.,]1[.,]2[.,]))
    )
    (?:[ ]?[1Il|\]}}])?[ ]?[,.:!;]?\s{{0,40}}$
    """,
    re.VERBOSE | re.IGNORECASE,
)
#: The same alone on its line, every digit whole: "10 2e", "[10.2.8 |".
_ALONE: Final = re.compile(
    r"[\s>]{0,40}(?P<mark>[\[({|]?(?:(?P<wob>10[ .,]{1,2}2[ .,]{0,2}e|W2e)|(?P<woo>5[ .,]{1,2}1[ .,]{1,2}2[ .,]{0,2}e)))[ ]?[\])}|,.]?\s{0,40}$"
)
#: A code whose "e" is read as a digit, in a box of which both edges are left.
_BOXED_DIGIT: Final = re.compile(r"(?P<mark>[\[{|](?:(?P<wob>10[.,]2[.,]8)|(?P<woo>5[.,]1[.,]2[.,]8))) ?[\]}|]")

#: How much of the three digits must be left after a greeting: "IO 2e" has 4, "lo ze" 3.
_ENOUGH: Final = 4
#: What every such code ends in; a quick look at the line's last signs.
_END: Final = re.compile(rf"(?:2|{glyphs.near('2')})(?:{glyphs.STOP}{{0,2}}{_LETTER}|[.,])[^\w]{{0,4}}[1Il]?[^\w]{{0,40}}$")
_LOOK: Final = 60


def greeted_codes(line: str) -> Iterator[Mark]:
    """Yield what is left of codes behind a greeting or alone on the line.

    >>> [(mark.raw, mark.ground) for mark in greeted_codes("Groet, 10 2e")], list(greeted_codes("Kade 10 2e"))
    ([('10 2e', '10.2.e')], [])
    """
    if _END.search(line[-_LOOK:]):
        found = _GREETED.match(line)
        if found and not _enough(found):
            found = None
        found = found or _ALONE.match(line)
        if found:
            yield _mark(found)
    if "2.8" in line or "2,8" in line:
        yield from map(_mark, _BOXED_DIGIT.finditer(line))


def _enough(found: re.Match[str]) -> bool:
    """Count how much of the digits is as it was printed."""
    if found["cut"] or found["woocut"]:
        return True
    if found["wob"] and not found["one"]:
        return found["two"] == "2"  # "W2e"
    named = (("1", "one"), ("0", "zero"), ("2", "two")) if found["wob"] else (("5", "five"), ("1", "first"), ("2", "lid"))
    return sum(glyphs.points(printed, found[name]) for printed, name in named) >= _ENOUGH


def _mark(found: re.Match[str]) -> Mark:
    """Make a mark of a code found: what it covers is a name, so its letter is "e"."""
    parts = found.groupdict()
    woo = bool(parts["woo"] or parts.get("woocut"))
    start, end = found.span("mark")
    return Mark(start=start, end=end, raw=found["mark"], law="Woo" if woo else "Wob", ground="5.1.2.e" if woo else "10.2.e")
