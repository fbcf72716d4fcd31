"""Why an e-mail hangs where it hangs: its copies, the fields of each, the link with the sum of its evidence, and what else was weighed.

Weights are log-odds, so reasons add up; the confidence is what remains after the other candidates had their say,
brought down to the share that was right of links with such evidence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lvvthreads.view.harmless import harmless
from lvvthreads.view.headers import defect_line, field_lines
from lvvthreads.view.readings import differing, settled
from lvvthreads.view.reckoning import reckoning
from lvvthreads.view.wording import Wording, certainty, count, missing, subject, when

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lvvthreads.message.message import Message, Witness
    from lvvthreads.thread.correspondence import Correspondence, Evidence, Link, Missing


def explanation(correspondence: Correspondence, message_id: str) -> str:
    """Explain the place of the message of this id, or of one of its aliases.

    Raises KeyError if there is none.
    """
    message = correspondence.message(message_id)
    wording = Wording.of(correspondence)
    link = correspondence.parent_link(message.id)
    gone = [each for each in correspondence.missing if each.child == message.id]
    sections = [
        _title(message, wording),
        _section("What a person says of it", _said(correspondence, message)),
        _section("How its day was told", reckoning(correspondence, message)),
        _section(count(len(message.witnesses), "printed copy", "printed copies"), _copies(message, wording)),
        _section("How its fields were settled", settled(message)),
        _section("Where its copies differ", differing(message, wording)),
        _parent(correspondence, link, wording),
        _section("Other parents that were weighed", _alternatives(correspondence, link, wording)),
        _section("Missing e-mails it shows", _missing_lines(gone)),
    ]
    return "\n\n".join(filter(None, sections)) + "\n"


def _title(message: Message, wording: Wording) -> str:
    people = (("from", [message.sender]), ("to", message.to), ("cc", message.cc), ("bcc", message.bcc))
    rows = [
        f"{when(message.sent)}  {subject(message)}",
        *(f"  {role:<5} {'; '.join(map(wording.slot, slots))}" for role, slots in people if slots),
        f"  date  confidence {certainty(message.sent.confidence)}" + _basis(message.sent.basis),
        f"  id    {harmless(message.id)}",
        *(["  It was never printed on its own, only quoted."] if message.quoted_only else []),
    ]
    return "\n".join(rows)


def _basis(basis: tuple[str, ...]) -> str:
    return f", from {harmless(', '.join(basis))}" if basis else ""


def _said(correspondence: Correspondence, message: Message) -> Iterator[str]:
    for outcome in correspondence.corrections:
        if message.id in outcome.messages:
            yield f"{outcome.number}  {harmless(outcome.correction.says)}"
            if outcome.correction.reason:
                yield f"   {harmless(outcome.correction.reason)}"
            if not outcome.applied:
                yield f"   not applied: {harmless(outcome.why_not)}"


def _section(title: str, lines: Iterable[str]) -> str:
    """Set the lines under their title; empty if there are none."""
    listed = [f"  {line}" for line in lines]
    return "\n".join([title, *listed]) if listed else ""


def _copies(message: Message, wording: Wording) -> Iterator[str]:
    for witness in message.witnesses:
        yield f"{wording.place(witness)}  page {witness.page}, {_depth(witness)} printout {harmless(witness.printout)}"
        yield from (f"  {line}" for line in field_lines(witness.block))
        if defects := defect_line(witness):
            yield f"  {defects}"


def _depth(witness: Witness) -> str:
    if witness.depth == 0:
        return "on top of"
    return "quoted right beneath the top of" if witness.depth == 1 else f"quoted {witness.depth} deep in"


def _parent(correspondence: Correspondence, link: Link | None, wording: Wording) -> str:
    if link is None:
        return "It opens its thread: no parent was found for it."
    verb = "replies to" if link.kind == "reply" else "forwards"
    parent = f"It {verb} {wording.brief(correspondence.message(link.parent))}, confidence {certainty(link.confidence)}"
    return _section(parent, _sum(link.evidence))


def _sum(evidence: tuple[Evidence, ...]) -> Iterator[str]:
    """Yield the evidence as an addition, one reason a line."""
    width = max((len(harmless(each.feature)) for each in evidence), default=0)
    for each in evidence:
        yield f"{each.weight:+7.2f}  {harmless(each.feature):<{width}}  {harmless(each.detail)}".rstrip()
    if evidence:
        yield "-------"
    yield f"{sum(each.weight for each in evidence):+7.2f}  together, in log-odds"


def _alternatives(correspondence: Correspondence, link: Link | None, wording: Wording) -> Iterator[str]:
    for other in link.alternatives if link else ():
        yield f"{certainty(other.confidence)}  {wording.brief(correspondence.message(other.parent))}"


def _missing_lines(gone: list[Missing]) -> Iterator[str]:
    for each in gone:
        yield missing(each)
        yield from _sum(each.evidence) if each.evidence else ()
