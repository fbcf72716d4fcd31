"""A small invented release and the corrections of it: what the tests of this room share.

Five printouts on pages of their own: a question (line 1), the answer with the question quoted (9 and 16), another answer that quotes nothing (23),
a mail about something else (30), and the answer once more (37).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import lvvthreads
from lvvthreads import Corrections, Document
from lvvthreads.correct.correction import Correction, CorrectionKind
from lvvthreads.correct.place import anchor

if TYPE_CHECKING:
    from lvvthreads import Correspondence

QUESTION = """\
Van: A. Bos
Verzonden: maandag 11 maart 2024 09:12
Aan: C. Dam; E. Vos
Onderwerp: Steiger
"""
ASKED = """\

Is de steiger bij de oude haven al hersteld na de storm?
Groet, Anna
"""
ANSWER = """\
Van: C. Dam
Verzonden: dinsdag 12 maart 2024 10:30
Aan: A. Bos
Onderwerp: RE: Steiger

Nee, de aannemer komt daar pas over twee weken aan toe.
Groet, Cor
"""
OTHER_ANSWER = """\
Van: E. Vos
Verzonden: woensdag 13 maart 2024 11:45
Aan: A. Bos
Onderwerp: RE: Steiger

De vergunning ligt nog bij de gemeente, bel hen morgen.
Groet, Els
"""
LUNCH = """\
Van: G. Mol
Verzonden: vrijdag 15 maart 2024 16:05
Aan: H. Das
Onderwerp: Lunch in de kantine

Er is maandag erwtensoep met roggebrood, komt u ook?
Groet, Gijs
"""
RELEASE = f"{QUESTION}{ASKED}\n\f{ANSWER}{QUESTION}{ASKED}\f{OTHER_ANSWER}\f{LUNCH}\f{ANSWER}"
#: The first lines of the headers.
ASKS, ANSWERS, QUOTED, ANSWERS_TOO, LUNCHES, ANSWERS_AGAIN = 1, 9, 16, 23, 30, 37
#: So many lines has each header.
HEADER = 4


def document(text: str = RELEASE, name: str = "haven.txt") -> Document:
    """Make a document of a text."""
    return Document.from_text(text, name=name)


def correction(
    kind: CorrectionKind, line: int, other: int | None = None, *, lines: int = HEADER, text: str = RELEASE, **more: Any
) -> Correction:
    """Say something of the header on some lines of the release as it was first read."""
    places = [anchor(document(text), first, first + lines - 1) for first in (line, other) if first is not None]
    return Correction(kind=kind, at=places[0], other=places[1] if other else None, **more)


def corrected(*entries: Correction, text: str = RELEASE) -> Correspondence:
    """Reconstruct a text with corrections."""
    return lvvthreads.reconstruct(document(text), corrections=Corrections(entries=entries))


def firsts(correspondence: Correspondence) -> list[list[int]]:
    """Return for each message the first lines of its copies."""
    return sorted(sorted(witness.block.first_line for witness in message.witnesses) for message in correspondence.messages)


def at(correspondence: Correspondence, line: int) -> str:
    """Return the id of the message with a copy whose header begins on a line."""
    return next(message.id for message in correspondence.messages for witness in message.witnesses if witness.block.first_line == line)


def links(correspondence: Correspondence) -> list[tuple[int, int, str]]:
    """Return the links, by the first lines of the first copies of child and parent."""
    first = {message.id: min(witness.block.first_line for witness in message.witnesses) for message in correspondence.messages}
    return sorted((first[link.child], first[link.parent], link.kind) for link in correspondence.links)


def refusals(correspondence: Correspondence) -> list[str]:
    """Return why each correction was not applied, nothing for those that were."""
    assert all(outcome.applied == (not outcome.why_not) for outcome in correspondence.corrections)
    return [outcome.why_not for outcome in correspondence.corrections]
