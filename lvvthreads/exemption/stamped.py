"""Tell a code that was stamped over words from one that a sentence names, by what stands around it.

Sections of the British act, articles of the European regulation and paragraphs of the German one are written the same in a stamp as in a letter about them.
A stamp stands alone on its line, in a box, behind a label or a greeting, or in a margin; within a person's field it fills a slot.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    #: Says of a line and a place in it whether what is there was stamped.
    Stands = Callable[[str, int, int], bool]

#: Words that only a name follows, in the languages of releases.
GREETING: Final = (
    r"(?:(?:met|mit|with|kind|best|warm|vriendelijke|hartelijke|freundlichen?|besten|viele)[ ]){0,3}"
    r"(?:groet(?:en|jes|e)?|gr|mvg|hoi|ha|hallo|hai|beste|geachte|dag|dank|bedankt"
    r"|hi|hello|dear|regards|thanks|cheers"
    r"|bonjour|cher|chère|cordialement|sehr[ ]geehrte[rs]?|liebe[rs]?|gr(?:ü|u|ue)(?:ß|ss)en?|mfg)"
)

#: The left edge of a box, the censor's own words perhaps within it: "[", "[redacted under ".
_OPENS: Final = re.compile(
    r"(?:[\[{|]|[(\[{|] ?(?:redact|withheld|exempt|geanonim|gelakt|weggelakt|geschw[aä]rzt|anonymi|caviard|occult)[^()\[\]{}|]{0,24}) ?$",
    re.IGNORECASE,
)
_CLOSES: Final = re.compile(r" ?[\]})|]")
#: Another code of the same box before or behind: "[s.40(2), s.43(2)]".
_NEXT_IN_BOX: Final = re.compile(r"[^()\[\]{}|]{0,12}(?:[({]\w{1,3}[)}][^()\[\]{}|]{0,12}){0,4} ?[\]})|]")
_EARLIER_IN_BOX: Final = re.compile(r"[\[{|][^\[\]{}|]{0,40}(?:[,;&/+]|and|en|und|et) ?$")
#: What leads to a stamp: nothing, a label, a greeting, a gap.
_ALONE_BEFORE: Final = re.compile(r"[\W_]*")
_LABEL: Final = re.compile(r"[\s>*-]{0,20}[^\W\d_][\w .-]{0,24}: ?")
_GREETED: Final = re.compile(rf"\s*{GREETING}[,.:]? ?[\[(|]?", re.IGNORECASE)
_GAP: Final = re.compile(r"\S {3,}$")
#: What may follow it there.
_ENDS: Final = re.compile(r"[^\w(]*(?:[1Il](?=\W|$))?[^\w(]*$")
#: A slot of a person's field begins and ends so.
_SLOT_BEGINS: Final = re.compile(r"(?:^|[;,:>\n\]|)]|  |\b(?:from|to|cc|van|aan|von|an|de|à)) ?[\[(|]?$", re.IGNORECASE)
_SLOT_ENDS: Final = re.compile(r"[\])|]? ?(?:$|[;,<@\n\[|(-]|[A-Z]{2,6}/)")

#: How far around a code its context is looked at.
_NEAR: Final = 99


def stamped(line: str, start: int, end: int) -> bool:
    """Say whether the code at a place stands as a stamp does.

    >>> stamped("Dear s.40(2),", 5, 12), stamped("exempt under s.40(2) of the act", 13, 20), stamped("[s.40(2)] agreed", 1, 8)
    (True, False, True)
    """
    if boxed(line, start, end):
        return True
    if start > _NEAR and not _GAP.search(line[start - _NEAR : start]):
        return False
    before, after = line[max(0, start - _NEAR) : start], line[end : end + _NEAR]
    if _GAP.search(before):
        return _ENDS.match(after) is not None
    leads = any(pattern.fullmatch(before) for pattern in (_ALONE_BEFORE, _LABEL, _GREETED))
    return leads and _ENDS.match(after) is not None


def boxed(line: str, start: int, end: int) -> bool:
    """Say whether a code stands in a box whose edges were read, alone or with others."""
    before, after = line[max(0, start - _NEAR) : start], line[end : end + _NEAR]
    opens = _OPENS.search(before) or _EARLIER_IN_BOX.search(before)
    return bool(opens and (_CLOSES.match(after) or _NEXT_IN_BOX.match(after)))


def in_slot(text: str, start: int, end: int) -> bool:
    """Say whether a code fills a slot of a person's field: "Jones, A.; s.40(2); s.40(2) <x@example.org>"."""
    before, after = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
    return bool(_SLOT_BEGINS.search(before) and _SLOT_ENDS.match(after))
