"""A small correspondence made by hand, with invented names: what the pictures are tested on.

Thread 1 (23 February) is one e-mail; thread 2 (March) is an e-mail of a named person, a redacted reply in two copies, a doubtful forward by
someone unreadable on a day of which one digit is lost, and a second, sure reply; thread 3 is undated.
"""

from __future__ import annotations

from lvvthreads.header.block import Field, HeaderBlock, Person, Sent, Subject
from lvvthreads.message.message import Message, PersonNode, Slot, Span, Witness
from lvvthreads.thread.correspondence import Alternative, Branch, Correspondence, Evidence, Link, Missing, Source, Thread

SOURCE, OTHER = "aa11", "bb22"

NAMED = Person(kind="named", name="Femke Oosterling", raw="Oosterling, Femke", line=30)
REDACTED = Person(kind="redacted", grounds=("5.1.2.e",), unit="DG/KADE", raw="5.1.2e DG/KADE", line=12)
BLANK = Person(kind="redacted", raw="")
UNREADABLE = Person(kind="unreadable", raw="|l;i~", line=3)


def sent(pattern: str | None, *, earliest: str | None = None, latest: str | None = None) -> Sent:
    """Make a moment; its value ends at the first unknown digit's part."""
    if pattern is None:
        return Sent()
    value = pattern if "?" not in pattern else pattern[: pattern.index("?")].rpartition("-")[0] or None
    return Sent(value=value, pattern=pattern, earliest=earliest or value, latest=latest or value, basis=("header",), confidence=0.97)


def block(first: int, person: Person, moment: Sent, subject: Subject) -> HeaderBlock:
    """Make a header of three lines: Van, Verzonden, Onderwerp."""
    fields = (
        Field(name="from", label="Van", line=first, lines=(first,), raw=person.raw, confidence=0.98),
        Field(name="sent", label="Verz0nden", line=first + 1, lines=(first + 1,), raw="ma 1-3", confidence=0.9),
        Field(name="subject", label=None, line=first + 2, lines=(first + 2,), raw=subject.raw, confidence=0.75),
    )
    return HeaderBlock(
        form="block",
        lines=(first, first + 1, first + 2),
        fields=fields,
        sender=person,
        to=(),
        cc=(),
        bcc=(),
        sent=moment,
        subject=subject,
        attachments=(),
        confidence=0.96,
    )


def message(places: tuple[tuple[str, int], ...], node: tuple[Person, str], moment: Sent, raw: str, *, to: tuple[str, ...] = ()) -> Message:
    """Make an e-mail with a printed copy at each of these places (source and line), the first on top, the others quoted."""
    prefix, _, clean = raw.rpartition(": ")
    subject = Subject(clean=clean, raw=raw, prefixes=(prefix,) if prefix else ())
    witnesses = tuple(
        Witness(
            id=f"{source}:{line}",
            source=source,
            page=1,
            printout="p1",
            depth=depth,
            block=block(line, node[0], moment, subject),
            sent=moment,
            subject=subject,
            sender=node,
            to=(),
            cc=(),
            bcc=(),
            body=(Span(first_line=line + 3, last_line=line + 5),),
            text="Geachte collega,",
        )
        for depth, (source, line) in enumerate(places)
    )
    return Message(
        id=witnesses[0].id,
        aliases=(),
        quoted_only=False,
        sender=Slot(slot="from", nodes=(node[1],)),
        to=tuple(Slot(slot=f"to{number}", nodes=(each,)) for number, each in enumerate(to, start=1)),
        cc=(),
        bcc=(),
        sent=moment,
        subject=subject,
        attachments=(),
        text="Geachte collega,",
        witnesses=witnesses,
    )


def link(child: str, parent: str, kind: str, confidence: float, *, alternatives: tuple[Alternative, ...] = ()) -> Link:
    """Make a link with two reasons for it and one against it."""
    evidence = (
        Evidence(feature="quoted", weight=4.5, detail="stands right beneath"),
        Evidence(feature="subject", weight=1.25, detail="the same words"),
        Evidence(feature="time", weight=-0.5, detail="nine days later"),
    )
    return Link(
        child=child,
        parent=parent,
        kind="reply" if kind == "reply" else "forward",
        confidence=confidence,
        evidence=evidence,
        alternatives=alternatives,
    )


def small() -> Correspondence:
    """Make the correspondence described above."""
    opening = message((("aa11", 30),), (NAMED, "n1"), sent("2021-03-01T09:15"), "Vergunning kade", to=("r9",))
    reply = message((("aa11", 12), ("bb22", 40)), (REDACTED, "r1"), sent("2021-03-01T11:02"), "RE: Vergunning kade")
    forward = message(
        (("bb22", 3),),
        (UNREADABLE, "u1"),
        sent("2021-03-0?T16:40", earliest="2021-03-02T16:40", latest="2021-03-09T16:40"),
        "FW: Vergunning kade",
    )
    second = message((("bb22", 60),), (REDACTED, "r2"), sent("2021-03-04T08:00"), "RE: Vergunning kade")
    undated = message((("bb22", 80),), (BLANK, "r3"), sent(None), "Overleg")
    early = message((("bb22", 90),), (NAMED, "n1"), sent("2021-02-23T10:00"), "Planning")
    return Correspondence(
        sources=(
            Source(id=SOURCE, name="dossier.txt", sha256="aa11" * 16, pages=1, lines=40),
            Source(id=OTHER, name="bijlage.txt", sha256="bb22" * 16, pages=2, lines=100),
        ),
        messages=(reply, opening, forward, second, undated, early),
        people=(
            PersonNode(node="n1", kind="named", name="Femke Oosterling"),
            PersonNode(node="r1", kind="redacted", grounds=("5.1.2.e",), unit="DG/KADE"),
            PersonNode(node="r2", kind="redacted", grounds=("5.1.2.e",), unit="DG/KADE"),
            PersonNode(node="r3", kind="redacted"),
            PersonNode(node="r9", kind="redacted", grounds=("5.1.2.e",)),
            PersonNode(node="u1", kind="unreadable"),
        ),
        links=(
            link("aa11:12", "aa11:30", "reply", 0.98),
            link("bb22:3", "aa11:12", "forward", 0.62, alternatives=(Alternative(parent="aa11:30", confidence=0.3),)),
            link("bb22:60", "aa11:30", "reply", 0.91),
        ),
        threads=(
            Thread(
                id="aa11:30",
                root="aa11:30",
                subject="Vergunning kade",
                tree=(
                    Branch(message="aa11:30", parent=None, depth=0),
                    Branch(message="aa11:12", parent="aa11:30", depth=1),
                    Branch(message="bb22:3", parent="aa11:12", depth=2),
                    Branch(message="bb22:60", parent="aa11:30", depth=1),
                ),
            ),
            Thread(id="bb22:80", root="bb22:80", subject="Overleg", tree=(Branch(message="bb22:80", parent=None, depth=0),)),
            Thread(id="bb22:90", root="bb22:90", subject="Planning", tree=(Branch(message="bb22:90", parent=None, depth=0),)),
        ),
        missing=(Missing(id="m1", kind="attribution", child="aa11:12", known={"from": "Bram Zeilmaker", "sent": None}),),
    )
