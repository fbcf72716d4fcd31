"""Follow the censor's notes to the document they name: "reeds beoordeeld in document 316".

What was left out beneath a mail stands in that printout, so one of its mails is likely the parent.
In come messages as groups of witnesses and the printouts with their stamped numbers; out come for each message those its notes point to.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lvvthreads.message.draft import Draft
    from lvvthreads.message.message import Printout

#: A printout: its source and its id there.
_Place = tuple[str, str]
#: Beneath so many mails nobody looks for the one that is meant.
_DEEPEST = 60
#: Of so many printouts of one number, one's own among them perhaps, none is meant.
_TOLD_APART = 3
_DOCUMENT = re.compile(r"\b(?:document|doc\.?|nr\.?|nummer|bijlage)\s*(\d{1,5}[a-z]?)", re.IGNORECASE)


def named_document(note: str) -> str | None:
    """Return the number of the document that a note names.

    >>> named_document("1 pagina hieronder reeds beoordeeld in document 316")
    '316'
    """
    match = _DOCUMENT.search(note)
    return match[1].lower() if match else None


def pointed_parents(groups: Sequence[Sequence[Draft]], printouts: Iterable[Printout]) -> dict[int, dict[int, int]]:
    """Return for each message the messages of the printouts that the notes beneath its copies name, with their depth there."""
    stamped = _Stamped(printouts)
    members: dict[_Place, dict[int, int]] = defaultdict(dict)
    for i, group in enumerate(groups):
        for draft in group:
            if draft.depth < _DEEPEST:
                members[draft.source, draft.printout][i] = draft.depth
    found: dict[int, dict[int, int]] = {}
    for i, group in enumerate(groups):
        places = [place for draft in group for _, note in draft.pointers if (place := stamped.named(draft, named_document(note)))]
        if pointed := {j: depth for place in places for j, depth in members[place].items() if j != i}:
            found[i] = pointed
    return found


class _Stamped:
    """Where the printouts of a number are: in each file, and in the whole dossier."""

    def __init__(self, printouts: Iterable[Printout]) -> None:
        self._all: dict[str, list[_Place]] = defaultdict(list)
        self._in_file: dict[tuple[str, str], list[_Place]] = defaultdict(list)
        for printout in printouts:
            if printout.number:
                number = printout.number.lower()
                for places in (self._all[number], self._in_file[printout.source, number]):
                    if len(places) < _TOLD_APART:
                        places.append((printout.source, printout.id))

    def named(self, draft: Draft, number: str | None) -> _Place | None:
        """Return the printout of this number: the one in the same file, else the only one of the dossier; None if that is not clear."""
        own = (draft.source, draft.printout)
        near = [place for place in self._in_file.get((draft.source, number or ""), ()) if place != own]
        places = near or [place for place in self._all.get(number or "", ()) if place != own]
        return places[0] if len(places) == 1 else None
