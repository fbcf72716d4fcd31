"""Find the sections of the German Informationsfreiheitsgesetz as they are stamped: "§ 5 Abs. 1 IFG", "[§ 3 Nr. 1 lit. a]".

Letters name them in the same way, so they count only where a stamp can stand, or in a slot of a person's field.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lvvthreads.exemption.grounds import GROUNDS
from lvvthreads.exemption.mark import Mark
from lvvthreads.exemption.stamped import boxed, in_slot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lvvthreads.exemption.stamped import Stands

#: Section, paragraph, number, letter, sentence.
_CODE: Final = re.compile(
    r"""
    (?<![^\W_])(?P<sign>§{1,2}|[$S&])[ ]?(?P<section>[3-6])(?!\d)      # "S 5 Abs. 1 IFG"
    (?:[ ,]{0,2}Abs(?:\.|atz|,)?[ ]?(?P<paragraph>[12lI]))?
    (?:[ ,]{0,2}N(?:r|ummer)[.,]?[ ]?(?P<number>[1-8lI]))?
    (?:[ ,]{0,2}(?:lit\.?|Buchst(?:\.|abe))?[ ]?(?P<letter>[a-g])\)?(?![^\W_]))?
    (?:[ ,]{0,2}(?:Satz|S\.)[ ]?(?P<sentence>[12]))?
    (?P<law>[ ,]{0,2}(?:des[ ])?[Il]FG\b)?
    """,
    re.VERBOSE,
)
_DIGITS: Final = str.maketrans("lI", "11")


def ifg_codes(line: str, stands: Stands) -> Iterator[Mark]:
    """Yield the sections of a line that stand where they must."""
    if "§" not in line and "FG" not in line:
        return
    for found in _CODE.finditer(line):
        if _is_of_this_law(found) and stands(line, *found.span()):
            yield Mark(start=found.start(), end=found.end(), raw=found[0], law="IFG", ground=_ground(found))


def _ground(found: re.Match[str]) -> str:
    """Give the code as far as the table knows it."""
    section = found["section"]
    below = found["number"] if section == "3" else found["sentence"] if section == "6" else found["paragraph"]
    parts = [part.translate(_DIGITS) for part in (section, below, found["letter"] if section == "3" else None) if part]
    while f"ifg{'.'.join(parts)}" not in GROUNDS:
        parts.pop()
    return f"ifg{'.'.join(parts)}"


def _is_of_this_law(found: re.Match[str]) -> bool:
    """Ask for the law's name, or for a box or slot around a section that has a part: contracts and other laws have sections too."""
    if found["law"]:
        return True
    told = bool(found["paragraph"] or found["number"] or found["sentence"])
    place = (found.string, *found.span())
    return found["sign"] == "§" and told and (boxed(*place) or in_slot(*place))
