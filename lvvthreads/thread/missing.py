"""Say which e-mails must have existed but are not in the dossier.

In come messages and links; out come the missing ones, each with what shows it: a note of the censor, or a reply prefix without a parent.
They are never messages, and never get a date or sender that nobody printed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lvvthreads.thread.correspondence import Evidence, Link, Missing
from lvvthreads.thread.pointer import named_document

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lvvthreads.message.draft import Draft
    from lvvthreads.message.message import Message


def missing_of(messages: Sequence[Message], links: Sequence[Link], drafts: Mapping[str, Draft]) -> tuple[Missing, ...]:
    """Return the missing parents of a dossier's messages."""
    linked = {link.child for link in links}
    return tuple(one for message in messages for one in _missing(message, linked, drafts))


def _missing(message: Message, linked: set[str], drafts: Mapping[str, Draft]) -> Iterator[Missing]:
    notes = [
        (line, text) for witness in message.witnesses for line, text in drafts[witness.id].pointers if "release in" not in text.lower()
    ]
    if notes and message.id not in linked:
        line, text = notes[0]
        number = next((number for _, note in notes if (number := named_document(note))), None)
        yield Missing(
            id=f"{message.id}~removed",
            kind="removed",
            child=message.id,
            known={"document": number} if number else {},
            evidence=(Evidence(feature="removed", weight=0.0, detail=f"line {line}: {text}"),),
        )
    elif message.subject.prefixes and message.id not in linked:
        yield Missing(
            id=f"{message.id}~prefix",
            kind="prefix",
            child=message.id,
            known={"subject": message.subject.clean} if message.subject.clean else {},
            evidence=(Evidence(feature="prefix", weight=0.0, detail=f"{message.subject.prefixes[0]}: in its subject"),),
        )
