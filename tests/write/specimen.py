"""One small correspondence made by hand: a reply and the e-mail it quotes, its sender redacted."""

from __future__ import annotations

from attrs import evolve

from lvvthreads.header.block import Attachment, Field, HeaderBlock, Person, Sent, Subject
from lvvthreads.message.message import LedgerEntry, Message, PersonNode, Slot, Span, Witness
from lvvthreads.thread.correspondence import Branch, Correspondence, Evidence, Link, Redaction, Source, Thread

SENDER = Person(kind="redacted", unit="DG/DIR/AFD", grounds=("10.2.e",), raw="1102e DG/DIR/AFD", line=1)
RECIPIENT = Person(kind="named", name="A. Voorbeeld", address="a@voorbeeld.nl", domain="voorbeeld.nl", raw="A. Voorbeeld", line=3)
SENT = Sent(
    value="2018-10-16T10:14",
    pattern="2018-10-16T10:14",
    earliest="2018-10-16T10:14",
    latest="2018-10-16T10:14",
    basis=("header", "weekday"),
    confidence=0.97,
)
SUBJECT = Subject(clean="Processchema", raw="RE: Processchema", prefixes=("RE",))
BLOCK = HeaderBlock(
    form="block",
    lines=(1, 2, 3, 4),
    fields=(
        Field(name="from", label="Van", line=1, lines=(1,), raw="1102e DG/DIR/AFD", confidence=0.99),
        Field(name="other", label="Urgentie", line=2, lines=(2,), raw="Hoog", confidence=0.9),
        Field(name="other", label="Vlag", line=3, lines=(3,), raw="", confidence=0.8),
    ),
    sender=SENDER,
    to=(RECIPIENT,),
    cc=(),
    bcc=(),
    sent=Sent(pattern="2018-10-1?T10:14", basis=("header",), confidence=0.5),
    subject=SUBJECT,
    attachments=(Attachment(name="schema.pptx", raw="schema,pptx"),),
    confidence=0.99,
    defects=("label-damaged:to",),
)
WITNESS = Witness(
    id="3fa9c1d2e3f4:1",
    source="3fa9c1d2e3f4",
    page=1,
    printout="p1",
    depth=0,
    block=BLOCK,
    sent=SENT,
    subject=SUBJECT,
    sender=(SENDER, "3fa9c1d2e3f4:1/from"),
    to=((RECIPIENT, "a@voorbeeld.nl"),),
    cc=(),
    bcc=(),
    body=(Span(first_line=5, last_line=6),),
    text="Akkoord.\nGroet",
)
MESSAGE = Message(
    id="3fa9c1d2e3f4:1",
    aliases=(),
    quoted_only=False,
    sender=Slot(slot="from", nodes=("3fa9c1d2e3f4:1/from",)),
    to=(Slot(slot="to1", nodes=("a@voorbeeld.nl",)),),
    cc=(),
    bcc=(),
    sent=SENT,
    subject=SUBJECT,
    attachments=BLOCK.attachments,
    text="Akkoord.\nGroet",
    witnesses=(WITNESS,),
)
QUOTED = evolve(MESSAGE, id="3fa9c1d2e3f4:9", quoted_only=True, witnesses=(evolve(WITNESS, id="3fa9c1d2e3f4:9", depth=1),))
CORRESPONDENCE = Correspondence(
    sources=(Source(id="3fa9c1d2e3f4", name="dossier.txt", sha256="3fa9c1d2e3f4" + "0" * 52, pages=1, lines=6),),
    messages=(MESSAGE, QUOTED),
    people=(
        PersonNode(node="3fa9c1d2e3f4:1/from", kind="redacted", unit="DG/DIR/AFD", grounds=("10.2.e",)),
        PersonNode(node="a@voorbeeld.nl", kind="named", name="A. Voorbeeld", spellings=("A, Voorbeeld",)),
    ),
    links=(
        Link(
            child="3fa9c1d2e3f4:1",
            parent="3fa9c1d2e3f4:9",
            kind="reply",
            confidence=0.98,
            evidence=(Evidence(feature="quoted", weight=6.1, detail="stands right beneath"),),
        ),
    ),
    threads=(
        Thread(
            id="3fa9c1d2e3f4:9",
            root="3fa9c1d2e3f4:9",
            subject="Processchema",
            tree=(
                Branch(message="3fa9c1d2e3f4:9", parent=None, depth=0),
                Branch(message="3fa9c1d2e3f4:1", parent="3fa9c1d2e3f4:9", depth=1),
            ),
        ),
    ),
    redactions=(Redaction(source="3fa9c1d2e3f4", line=1, start=5, end=10, raw="1102e", law="Wob", ground="10.2.e", place="person"),),
    ledger=(LedgerEntry(source="3fa9c1d2e3f4", first_line=1, last_line=4, as_="header"),),
)
