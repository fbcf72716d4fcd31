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
    stamped: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for printout in printouts:
        if printout.number:
            stamped[printout.number.lower()].append((printout.source, printout.id))
    members: dict[tuple[str, str], dict[int, int]] = defaultdict(dict)
    for i, group in enumerate(groups):
        for draft in group:
            members[draft.source, draft.printout][i] = draft.depth
    found: dict[int, dict[int, int]] = {}
    for i, group in enumerate(groups):
        places = [place for draft in group for _, note in draft.pointers if (place := _place(draft, named_document(note), stamped))]
        if pointed := {j: depth for place in places for j, depth in members[place].items() if j != i}:
            found[i] = pointed
    return found


def _place(draft: Draft, number: str | None, stamped: dict[str, list[tuple[str, str]]]) -> tuple[str, str] | None:
    """Return the printout of this number: the one in the same file, else the only one of the dossier; None if that is not clear."""
    places = [place for place in stamped.get(number or "", ()) if place != (draft.source, draft.printout)]
    near = [place for place in places if place[0] == draft.source]
    chosen = near or places
    return chosen[0] if len(chosen) == 1 else None
