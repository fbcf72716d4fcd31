"""Find the sections of the British Freedom of Information Act 2000 as they are stamped: "s.40(2)", "Section 35(1)(a)", "[s43(2)]".

Letters name the same sections in the same way, so a section counts only where a stamp can stand, or in a slot of a person's field.
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

#: A section, its subsection, letter and roman number in brackets of any kind.
_CODE: Final = re.compile(
    r"""
    (?<![\w.(§])
    (?P<word>[Ss]ection[ ]{0,2}|SECTION[ ]{0,2}|[Ss]ec\.?[ ]{0,2}|[sS]\.?[ ]?|5\.(?=\S{2}\())       # "5.40(2)": an S misread
    (?P<number>[234Z][0-9OolISZ]A?)
    (?P<parts>
      (?:[ ]?[(\[{][ ]?(?P<sub>[1-9lIZ][A-D]?)[ ]?[)\]}]
        (?:[ ]?[(\[{][ ]?(?P<letter>[a-g]{1,2})[ ]?[)\]}]
          (?:[ ]?[(\[{][ ]?(?P<roman>[il1I]{1,2})[ ]?[)\]}])?)?)?)
    (?![^\W_])(?![.,]\d)
    (?:[ ]FOIA?\b)?
    """,
    re.VERBOSE,
)
#: What every code holds; two quick looks.
_NUMBER: Final = re.compile(r"[sSc.nN ][234Z][0-9OolISZ]")
_CORE: Final = re.compile(r"(?:[sS]\.? ?|[eE][cC](?:\.|[tT][iI][oO][nN])? {0,2}|5\.)[234Z][0-9OolISZ]")

#: Digits as they are misread.
_DIGITS: Final = str.maketrans("OolISZ", "001152")
_ROMANS: Final = str.maketrans("l1I", "iii")


def uk_codes(line: str, stands: Stands) -> Iterator[Mark]:
    """Yield the sections of a line that stand where they must."""
    for found in _CODE.finditer(line) if _NUMBER.search(line) and _CORE.search(line) else ():
        ground = _ground(found)
        if ground and stands(line, *found.span()) and _is_no_heading(found):
            yield Mark(start=found.start(), end=found.end(), raw=found[0], law="FOIA 2000", ground=ground)


def _ground(found: re.Match[str]) -> str | None:
    """Give the code as far as the table knows it, or None: "s.40(3A)(a)" is "s40"."""
    parts = [
        found["number"].translate(_DIGITS),
        (found["sub"] or "").translate(_DIGITS),
        found["letter"] or "",
        (found["roman"] or "").translate(_ROMANS),
    ]
    while parts and (not parts[-1] or f"s{'.'.join(parts)}" not in GROUNDS):
        parts.pop()
    return f"s{'.'.join(parts)}" if parts else None


def _is_no_heading(found: re.Match[str]) -> bool:
    """Ask for a box where a section without subsection may as well be a heading ("Section 40") or a name ("S40")."""
    if boxed(found.string, *found.span()):
        return True
    word = found["word"]
    if word[:3].lower() == "sec":
        return bool(found["sub"]) and word[0] == "S"
    return bool(found["sub"]) or "." in word or word == "s"
