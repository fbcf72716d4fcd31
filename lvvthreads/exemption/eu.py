"""Find the exceptions of Regulation (EC) No 1049/2001, article 4, as they are stamped: "[Art. 4.1(b)]", "Article 4(1)(a), third indent".

Letters name them in the same way, so they count only where a stamp can stand, or in a slot of a person's field.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lvvthreads.exemption.grounds import GROUNDS
from lvvthreads.exemption.mark import Mark
from lvvthreads.exemption.stamped import boxed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lvvthreads.exemption.stamped import Stands

#: Indents and subparagraphs by their names, in the languages that stamps were seen in or may come in.
_ORDINALS: Final = {
    "first": "1", "1st": "1", "eerste": "1", "premier": "1", "erster": "1",
    "second": "2", "2nd": "2", "tweede": "2", "deuxième": "2", "zweiter": "2",
    "third": "3", "3rd": "3", "derde": "3", "troisième": "3", "dritter": "3",
    "fourth": "4", "4th": "4", "vierde": "4", "quatrième": "4", "vierter": "4",
}  # fmt: skip

#: Article, paragraph, letter, indent.
_CODE: Final = re.compile(
    rf"""
    (?P<art>\bart(?:icle|ikel|\.)?[ ]{{0,2}})?
    (?<![\d(])4
    (?:[ ]?[(\[{{][ ]?(?P<sub>[123lI])[ ]?[)\]}}] | [ ]?\.[ ]?(?P<dotted>[123lI]))
    (?:[ ]?[(\[{{][ ]?(?P<letter>[ab])[ ]?[)\]}}] | [ ]?\.[ ]?(?P<pointed>[ab])(?![^\W_]) | (?P<bare>[ab])\)?(?![^\W_]))?
    (?:,?[ ]?(?:-[ ]?)?(?P<ordinal>{"|".join(_ORDINALS)})[ ](?:indent|sub-?para(?:graph)?|streepje|alinea|tiret|gedankenstrich|unterabsatz)\b)?
    (?![^\W_])(?![.,(]\w)
    (?:,?[ ]reg(?:ulation|\.)?[ ](?:\([ECU]{{2}}\)[ ])?(?:no\.?[ ])?1049/2001)?
    """,
    re.VERBOSE | re.IGNORECASE,
)
#: What every code holds; a quick look.
_CORE: Final = re.compile(r"4 ?[.(\[{] ?[123lI]")
_DIGITS: Final = str.maketrans("lI", "11")


def eu_codes(line: str, stands: Stands) -> Iterator[Mark]:
    """Yield the exceptions of a line that stand where they must."""
    for found in _CODE.finditer(line) if _CORE.search(line) else ():
        ground = _ground(found)
        if ground and _is_whole(found, ground) and stands(line, *found.span()):
            yield Mark(start=found.start(), end=found.end(), raw=found[0], law="EU", ground=ground)


def _ground(found: re.Match[str]) -> str | None:
    """Give the code as far as the table knows it, or None."""
    paragraph = (found["sub"] or found["dotted"]).translate(_DIGITS)
    letter = (found["letter"] or found["pointed"] or found["bare"] or "").lower()
    ordinal = _ORDINALS.get((found["ordinal"] or "").lower(), "")
    for parts in ((paragraph, letter, ordinal), (paragraph, letter), (paragraph,)):
        code = "eu4." + ".".join(part for part in parts if part)
        if code in GROUNDS:
            return code
    return None


def _is_whole(found: re.Match[str], ground: str) -> bool:
    """Ask for "art." before a code that could number a paragraph ("4.1"), and for a box where it could be a heading ("Article 4.2")."""
    if found["art"] and boxed(found.string, *found.span()):
        return True
    # An amount or a paragraph's number has no brackets: "4.1", "4.2 b".
    told = ground.count(".") > 1 or bool(found["sub"] and found["art"])
    return told and bool(found["art"] or found["sub"])
