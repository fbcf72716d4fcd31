"""Say whether what was read is what stands on the paper: names, people, times.

OCR errors in a name that a reader would read over are forgiven up to a bound; a bound is the share of characters in common,
twice the matching ones by the length of both, upper and lower case, accents and everything but letters and digits left out.
"""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lvvthreads.evaluate.found import FoundPerson
    from lvvthreads.evaluate.gold import GoldPerson

#: How alike two readings must be, by what they are.
#: The bounds were set when the first release was annotated: its annotators, scored against each other, pass them in 97 of 100 cases.
BOUNDS = {"name": 0.8, "unit": 0.88, "domain": 0.8, "subject": 0.88, "attachment": 0.85}

#: What a time is made of besides digits.
_BETWEEN_DIGITS = frozenset("-T:")

#: So many characters of a time are compared: ``2018-10-16T10:14``.
_TO_THE_MINUTE = 16

_NO_LETTER = re.compile(r"[^a-z0-9]+")

State = Literal["right", "wrong", "open"]


@lru_cache(maxsize=65_536)
def folded(text: str) -> str:
    """Return the letters and digits alone, small and without accents.

    >>> folded("Café 't Hoekje")
    'cafethoekje'
    """
    return _NO_LETTER.sub("", unicodedata.normalize("NFKD", text).casefold())


def alike(one: str | None, other: str | None, what: str) -> bool:
    """Tell whether two readings are the same but for errors that a reader would read over.

    >>> alike("Dienstregeling veerp0nt", "Dienstregeling veerpont", "subject"), alike("Kade", "Sluis", "subject")
    (True, False)
    """
    return _as_alike(folded(one or ""), folded(other or ""), BOUNDS[what])


@lru_cache(maxsize=65_536)
def _as_alike(one: str, other: str, bound: float) -> bool:
    """Compare two folded readings; the quick bounds spare the long comparison where it cannot succeed."""
    if one == other:
        return True
    if not (one and other):
        return False
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.real_quick_ratio() >= bound and matcher.quick_ratio() >= bound and matcher.ratio() >= bound


def same_person(found: FoundPerson | None, gold: GoldPerson) -> bool:
    """Tell whether a person was read as the gold has it: a named one by name, a redacted one as redacted, with the unit or domain that is left."""
    if found is None:
        return False
    if not gold.redacted:
        return found.kind == "named" and alike(found.name, gold.name, "name")
    if not (gold.unit or gold.domain):
        return found.kind in {"redacted", "unreadable"}
    if found.kind != "redacted":
        return False
    if gold.unit:
        return any(alike(found.unit, unit, "unit") for unit in (gold.unit, *gold.unit_also))
    # The domain is often redacted in part: no claim is no error, a wrong one is.
    return not found.domain or alike(found.domain, gold.domain, "domain")


def people_in_common(found: Sequence[FoundPerson], gold: Sequence[GoldPerson]) -> int:
    """Count the people that were read right, each found one standing for one of the gold; those of whom most can be read choose first."""
    left = list(found)
    for wanted in sorted(gold, key=_little_known):
        place = next((i for i, one in enumerate(left) if same_person(one, wanted)), None)
        if place is not None:
            del left[place]
    return len(found) - len(left)


def _little_known(person: GoldPerson) -> tuple[bool, bool]:
    return not (person.name or person.unit), not person.domain


def names_in_common(found: Sequence[str | None], gold: Sequence[str]) -> int:
    """Count the attachments that were read right, each found one standing for one of the gold."""
    left = list(found)
    for wanted in gold:
        place = next((i for i, one in enumerate(left) if alike(one, wanted, "attachment")), None)
        if place is not None:
            del left[place]
    return len(found) - len(left)


def state_of(claimed: str, gold: str | None) -> State:
    """Judge a time: ``wrong`` if a digit contradicts the gold, ``right`` if the same digits are told, else ``open``.

    >>> state_of("2018-10-16", "2018-10-16T10:14"), state_of("2018-10-16T10:1?", "2018-10-16T10:1?"), state_of("2018-11", "2018-1?")
    ('open', 'right', 'open')
    """
    shown, wanted = (text.ljust(_TO_THE_MINUTE, "?")[:_TO_THE_MINUTE] for text in (claimed, gold or ""))
    digits = [(one, other) for one, other in zip(shown, wanted, strict=True) if other not in _BETWEEN_DIGITS]
    if any(one != other and "?" not in {one, other} for one, other in digits):
        return "wrong"
    return "right" if all(one == other for one, other in digits) else "open"
