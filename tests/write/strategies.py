"""Hypothesis strategies that build small correspondences by hand, every field of every type among them.

They need not be plausible, only valid: the export must keep whatever it is given.
"""

from __future__ import annotations

from typing import TypeVar

from attrs import evolve
from hypothesis import strategies as st

from lvvthreads.correct.correction import Anchor, Correction, Outcome
from lvvthreads.header.block import Attachment, Field, HeaderBlock, Kind, Person, Sent, Subject
from lvvthreads.message.message import LedgerEntry, Message, PersonNode, Slot, Span, Witness
from lvvthreads.thread.correspondence import (
    Alternative,
    Branch,
    Correspondence,
    Evidence,
    Hint,
    Link,
    Missing,
    Redaction,
    Source,
    Thread,
)
from tests.write.specimen import CORRESPONDENCE as SPECIMEN

_Value = TypeVar("_Value")

#: Text as OCR and hostile senders leave it: quotes, controls, separators, emoji, and half a surrogate pair.
#: Whole strings are drawn, not letters: a correspondence has hundreds, and Hypothesis gives up on what takes too many choices.
TEXT = st.sampled_from(["", "a", 'é "\\', "a\nb\r\tc", "\0\x1b\x7f", "\u2028\u202e", "😀€", "\ud83d", "<b>&amp;"])
KNOWN = ("3fa9c1d2e3f4:1", "3fa9c1d2e3f4:17", "aaaaaaaaaaaa:2")
IDS = st.sampled_from(KNOWN)
PROBABILITY = st.floats(0, 1)
LINE = st.integers(1, 99)
KINDS: tuple[Kind, ...] = ("named", "redacted", "unreadable")
KIND = st.sampled_from(KINDS)


def tuples(values: st.SearchStrategy[_Value], least: int = 0) -> st.SearchStrategy[tuple[_Value, ...]]:
    """Return a strategy of short tuples."""
    return st.lists(values, min_size=least, max_size=least + 1).map(tuple)


MAYBE = st.none() | TEXT
SPANS = st.builds(Span, first_line=LINE, last_line=LINE)
MOMENT = st.none() | st.sampled_from(["2018-10-16T10:14", "2018-10-16", "2018-10", "2018"])
MINUTE = st.none() | st.sampled_from(["2018-10-16T10:14", "2018-01-01T00:00"])
SENT = st.builds(
    Sent,
    value=MOMENT,
    pattern=st.none() | st.sampled_from(["2018-10-16T10:14", "2018-10-??T??:14"]),
    earliest=MINUTE,
    latest=MINUTE,
    zone=MAYBE,
    basis=tuples(st.sampled_from(["header", "weekday", "copies", "order", "period", "person"])),
    confidence=PROBABILITY,
)
SUBJECT = st.builds(Subject, clean=TEXT, raw=TEXT, prefixes=tuples(st.sampled_from(["RE", "FW"])), basis=tuples(st.just("person")))
ATTACHMENT = st.builds(Attachment, name=TEXT, raw=TEXT)


@st.composite
def people(draw: st.DrawFn) -> Person:
    """Draw a person; only named ones have a name."""
    kind = draw(KIND)
    return Person(
        kind=kind,
        name=draw(MAYBE) if kind == "named" else None,
        unit=draw(MAYBE),
        address=draw(MAYBE),
        domain=draw(MAYBE),
        grounds=draw(tuples(st.sampled_from(["10.2.e", "b6"]))),
        raw=draw(TEXT),
        line=draw(st.none() | LINE),
    )


FIELD = st.builds(
    Field,
    name=st.sampled_from(["from", "sent", "to", "other"]),
    label=MAYBE,
    line=LINE,
    lines=tuples(LINE, 1),
    raw=TEXT,
    confidence=PROBABILITY,
)
BLOCK = st.builds(
    HeaderBlock,
    form=st.sampled_from(["block", "columns", "attribution"]),
    lines=tuples(LINE, 1),
    fields=st.lists(FIELD, max_size=4).map(tuple),
    sender=st.none() | people(),
    to=tuples(people()),
    cc=tuples(people()),
    bcc=tuples(people()),
    sent=SENT,
    subject=st.none() | SUBJECT,
    attachments=tuples(ATTACHMENT),
    confidence=PROBABILITY,
    defects=tuples(TEXT),
)


@st.composite
def witnesses(draw: st.DrawFn) -> Witness:
    """Draw a witness that mostly agrees with its header, as most do."""
    block = draw(BLOCK)
    placed = st.tuples(people(), IDS)

    def same(printed: tuple[Person, ...]) -> tuple[tuple[Person, str], ...]:
        return tuple((person, draw(IDS)) for person in printed)

    agrees = draw(st.booleans())
    return Witness(
        id=draw(IDS),
        source=draw(IDS),
        page=draw(LINE),
        printout=draw(st.sampled_from(["p1", "p2"])),
        depth=draw(st.integers(0, 3)),
        block=block,
        sent=block.sent if agrees else draw(SENT),
        subject=block.subject if agrees else draw(st.none() | SUBJECT),
        sender=(block.sender, draw(IDS)) if agrees and block.sender else draw(placed),
        to=same(block.to) if agrees else draw(tuples(placed)),
        cc=same(block.cc) if agrees else draw(tuples(placed)),
        bcc=same(block.bcc) if agrees else draw(tuples(placed)),
        body=draw(tuples(SPANS)),
        text=draw(TEXT),
        defects=draw(tuples(TEXT)),
    )


SLOT = st.builds(Slot, slot=st.sampled_from(["from", "to1", "cc12", "bcc2"]), nodes=tuples(IDS, 1))
MESSAGE = st.builds(
    Message,
    id=IDS,
    aliases=tuples(IDS),
    quoted_only=st.booleans(),
    sender=SLOT,
    to=tuples(SLOT),
    cc=tuples(SLOT),
    bcc=tuples(SLOT),
    sent=SENT,
    subject=SUBJECT,
    attachments=tuples(ATTACHMENT),
    text=TEXT,
    witnesses=tuples(witnesses(), 1),
)
SOURCE = st.builds(
    Source,
    id=IDS,
    name=TEXT,
    sha256=st.just("0" * 64),
    pages=LINE,
    lines=LINE,
    also=tuples(TEXT),
    defects=tuples(TEXT),
)


@st.composite
def nodes(draw: st.DrawFn) -> PersonNode:
    """Draw a node; only named ones have a name."""
    kind = draw(KIND)
    return PersonNode(
        node=draw(IDS),
        kind=kind,
        name=draw(MAYBE) if kind == "named" else None,
        spellings=draw(tuples(TEXT)),
        unit=draw(MAYBE),
        grounds=draw(tuples(TEXT)),
    )


EVIDENCE = st.builds(Evidence, feature=TEXT, weight=st.floats(-9, 9), detail=TEXT)
LINK = st.builds(
    Link,
    child=IDS,
    parent=IDS,
    kind=st.sampled_from(["reply", "forward"]),
    confidence=PROBABILITY,
    evidence=tuples(EVIDENCE),
    alternatives=tuples(st.builds(Alternative, parent=IDS, confidence=PROBABILITY)),
)
BRANCH = st.builds(Branch, message=IDS, parent=st.none() | IDS, depth=st.integers(0, 3))
THREAD = st.builds(Thread, id=IDS, root=IDS, subject=TEXT, tree=tuples(BRANCH, 1))
MISSING = st.builds(
    Missing,
    id=IDS,
    kind=st.sampled_from(["removed", "attribution", "prefix"]),
    child=IDS,
    known=st.dictionaries(st.sampled_from(["pages", "subject", "people"]), TEXT | LINE | st.lists(TEXT, max_size=2), max_size=2),
    evidence=tuples(EVIDENCE),
)
REDACTION = st.builds(
    Redaction,
    source=IDS,
    line=LINE,
    start=LINE,
    end=LINE,
    raw=TEXT,
    law=st.none() | st.sampled_from(["Wob", "Woo", "FOIA"]),
    ground=st.none() | st.sampled_from(["10.2.e", "5.1.2.e", "b6"]),
    place=st.sampled_from(["person", "address", "passage", "signature", "owner"]),
)
LEDGER_ENTRY = st.builds(
    LedgerEntry,
    source=IDS,
    first_line=LINE,
    last_line=LINE,
    as_=st.sampled_from(["header", "body", "boilerplate", "furniture", "unassigned"]),
)
ANCHOR = st.builds(
    Anchor, document=TEXT.map(lambda text: f"a{text}"), line=LINE, quote=st.just(("Van: a",)), before=tuples(TEXT), after=tuples(TEXT)
)
CORRECTION = st.builds(Correction, kind=st.just("subject"), at=ANCHOR, value=st.just("RE: a"), by=MAYBE, why=MAYBE) | st.builds(
    Correction, kind=st.just("same"), at=ANCHOR, other=ANCHOR, on=st.just("2026-05-31")
)
OUTCOME = st.builds(Outcome, number=LINE, correction=CORRECTION, applied=st.booleans(), why_not=TEXT, messages=tuples(IDS))
HINT = st.builds(Hint, a=IDS, b=IDS, score=PROBABILITY, reasons=tuples(TEXT))
#: All ids that can be drawn are there, as sources, messages and nodes, for an export must name nothing that it lacks.
BASE = Correspondence(
    sources=tuple(Source(id=id_, name="a", sha256="0" * 64, pages=1, lines=1) for id_ in KNOWN),
    messages=tuple(
        evolve(
            SPECIMEN.messages[0],
            id=id_,
            sender=Slot(slot="from", nodes=(id_,)),
            to=(),
            witnesses=(evolve(SPECIMEN.messages[0].witnesses[0], source=id_),),
        )
        for id_ in KNOWN
    ),
    people=tuple(PersonNode(node=id_, kind="redacted") for id_ in KNOWN),
    links=(),
    threads=(),
)

#: A correspondence with values of one kind: all kinds at once are too many choices for one example.
CORRESPONDENCE = st.one_of(
    tuples(SOURCE, 1).map(lambda some: evolve(BASE, sources=(*BASE.sources, *some))),
    tuples(MESSAGE, 1).map(lambda some: evolve(BASE, messages=(*BASE.messages, *some))),
    tuples(nodes(), 1).map(lambda some: evolve(BASE, people=(*BASE.people, *some))),
    tuples(LINK, 1).map(lambda some: evolve(BASE, links=some)),
    tuples(THREAD, 1).map(lambda some: evolve(BASE, threads=some)),
    tuples(MISSING, 1).map(lambda some: evolve(BASE, missing=some)),
    tuples(REDACTION, 1).map(lambda some: evolve(BASE, redactions=some)),
    tuples(LEDGER_ENTRY, 1).map(lambda some: evolve(BASE, ledger=some)),
    tuples(OUTCOME, 1).map(lambda some: evolve(BASE, corrections=some)),
    tuples(HINT).map(lambda some: evolve(BASE, hints=some)),
)
