"""Follow the censor's notes to the document they name: "reeds beoordeeld in document 316".

What was left out beneath a mail stands in that printout, so one of its mails is likely the parent.
In come messages as groups of witnesses and the printouts with their stamped numbers; out come for each message those its notes point to.
What is hard: numbers and stamps are misread, and a document whose stamp is lost is not for that a document that is not there.
"""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from attrs import frozen

from lvvthreads.header.fold import alikeness
from lvvthreads.message.note import note_kind
from lvvthreads.message.page import stamp
from lvvthreads.message.wording import STAMPS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from lvvthreads.message.draft import Draft
    from lvvthreads.message.message import Printout

#: Words that a number of a document stands behind, in notes.
_WORDS = (*STAMPS, "documents", "documenten", "dokument", "dok", "no", "pièce", "blatt")
_SHORTEST_MISREAD, _ALIKE = 6, 0.7
#: A word and a number, digits that are read as letters of their shape among them.
_NUMBERED = re.compile(r"([^\W\d_]{2,12}|[^\W_]{6,12})\W{0,3}\b([\dOoQIl|!]{0,4}\d[\dOoQIl|!]{0,4}[a-z]?)(?![^\W_])")
_DIGITS = str.maketrans("OoQIl|!", "0001111")


def named_document(note: str) -> str | None:
    """Return the number of the document that a note names.

    >>> named_document("1 pagina hieronder reeds beoordeeld in document 316"), named_document("Reeds beoordeeld in docurnent 3l6")
    ('316', '316')
    """
    return next((match[2].translate(_DIGITS).lower() for match in _NUMBERED.finditer(note) if _is_document(match[1])), None)


def _is_document(word: str) -> bool:
    if word.lower() in _WORDS:
        return True
    return len(word) >= _SHORTEST_MISREAD and any(alikeness(word, known) >= _ALIKE for known in _WORDS if len(known) >= _SHORTEST_MISREAD)


@frozen(eq=False)
class Numbered:
    """The printouts of a dossier by their stamped numbers."""

    #: Number -> (source, printout).
    _stamped: Mapping[str, Sequence[tuple[str, str]]]
    #: Source -> pairs of numbers between whose printouts others lie that have none.
    _unread: Mapping[str, Sequence[tuple[int, int]]]
    #: The printouts beneath which one without a stamp lies, where most have one: (source, printout).
    _followed: frozenset[tuple[str, str]]

    @classmethod
    def of(cls, printouts: Iterable[Printout]) -> Numbered:
        """Order the printouts, given in the order of their sources, by number; one without that lies between two which leave it a single one has that one."""
        by_source: dict[str, list[Printout]] = defaultdict(list)
        for printout in printouts:
            by_source[printout.source].append(printout)
        stamped: dict[str, list[tuple[str, str]]] = defaultdict(list)
        unread: dict[str, list[tuple[int, int]]] = defaultdict(list)
        followed: set[tuple[str, str]] = set()
        for source, lying in by_source.items():
            if 2 * sum(1 for printout in lying if printout.number) > len(lying):
                followed |= {(source, printout.id) for printout, after in pairwise(lying) if not after.number}
            read = [(at, printout.number.lower()) for at, printout in enumerate(lying) if printout.number]
            for at, number in read:
                stamped[number].append((source, lying[at].id))
            whole = [(at, int(number)) for at, number in read if number.isdecimal()]
            if whole:
                (first, lowest), (last, highest) = whole[0], whole[-1]
                unread[source] += [(lowest - first - 1, lowest), (highest, highest + len(lying) - last)]
            for (before, low), (after, high) in pairwise(whole):
                if after == before + 2 and high == low + 2:
                    stamped[str(low + 1)].append((source, lying[before + 1].id))
                elif after > before + 1 and high > low + 1:
                    unread[source].append((low, high))
        return cls(stamped, unread, frozenset(followed))

    def place(self, draft: Draft, number: str | None) -> tuple[str, str] | None:
        """Return the printout of this number: the one in the same file, else the only one of the dossier; None if that is not clear."""
        chosen = self._places(draft, number)
        return chosen[0] if len(chosen) == 1 else None

    def may_hold(self, draft: Draft, number: str) -> bool:
        """Say whether a document can be there: it is, or one whose stamp cannot be read lies where it should."""
        if self._places(draft, number):
            return True
        return number.isdecimal() and any(low < int(number) < high for low, high in self._unread.get(draft.source, ()))

    def is_followed_by_unread(self, draft: Draft) -> bool:
        """Say whether the printout beneath has no stamp where most have one: it may be none, but what this one quotes."""
        return (draft.source, draft.printout) in self._followed

    def _places(self, draft: Draft, number: str | None) -> list[tuple[str, str]]:
        places = [place for place in self._stamped.get(number or "", ()) if place != (draft.source, draft.printout)]
        return [place for place in places if place[0] == draft.source] or places


def pointed_parents(groups: Sequence[Sequence[Draft]], numbered: Numbered) -> dict[int, dict[int, int]]:
    """Return for each message the messages of the printouts that the notes beneath its copies name, with their depth there."""
    members: dict[tuple[str, str], dict[int, int]] = defaultdict(dict)
    for i, group in enumerate(groups):
        for draft in group:
            members[draft.source, draft.printout][i] = draft.depth
    found: dict[int, dict[int, int]] = {}
    for i, group in enumerate(groups):
        places = [place for draft in group for number in _numbers(draft) if (place := numbered.place(draft, number))]
        if pointed := {j: depth for place in places for j, depth in members[place].items() if j != i}:
            found[i] = pointed
    return found


def stamps_of(lines: Iterable[str]) -> frozenset[str]:
    """Return the document numbers stamped on lines."""
    return frozenset(number.lower() for line in lines if (number := stamp(line)))


def is_cut(drafts: Iterable[Draft]) -> bool:
    """Say whether a note beneath a message's copies tells that something was left out, and none names the document where it stands."""
    notes = [note for draft in drafts for _, note in draft.pointers if note_kind(note) != "verdict"]
    return bool(notes) and not any(map(named_document, notes))


def _numbers(draft: Draft) -> Iterator[str]:
    for _, note in draft.pointers:
        if number := named_document(note):
            yield number
