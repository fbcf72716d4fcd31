"""Weigh what speaks for and against one e-mail being the answer to, or the forward of, another.

In comes a pair of messages; out comes its evidence: named features with their log-odds, which add up.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Literal

from attrs import frozen

from lvvthreads.header.fold import alikeness, fold
from lvvthreads.header.sent import moments
from lvvthreads.header.subject import base_subject
from lvvthreads.thread.correspondence import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lvvthreads.header.block import Person, Sent
    from lvvthreads.message.draft import Draft

#: feature -> weight in log-odds and what it means. Fitted on invented and annotated releases (tests/benchmarks/fit_links.py);
#: what these show too seldom ("named-id", "same-attachment", "past-sender", "taken-out", "later-than-child") was set by hand.
FEATURES: dict[str, tuple[float, str]] = {
    "prior": (-6.2, "most pairs of mails are not reply and parent"),
    "quoted": (5.8, "printed right beneath it"),
    "elsewhere": (0.0, "it stands elsewhere in the dossier"),
    "pointed-to": (3.7, "in the document that the censor's note beneath it names"),
    "pointed-to-top": (4.5, "on top of the document that the censor's note beneath it names"),
    "text-contained": (1.6, "its words stand within the other's"),
    "named-id": (12.0, "named by its Message-ID"),
    "same-subject": (2.0, "the subject without prefixes is the same"),
    "like-subject": (1.5, "the subject without prefixes is much alike"),
    "prefix": (1.2, "a reply or forward prefix"),
    "no-prefix": (0.0, "no reply or forward prefix"),
    "sender-was-recipient": (3.1, "its sender was among the recipients"),
    "answers-sender": (2.2, "it goes to the sender"),
    "other-circle": (-0.4, "its sender was not among the recipients"),
    "same-attachment": (0.6, "a file of the same name is attached"),
    "past-sender": (-1.5, "a reply that does not go to the sender, though the censor's note beneath it tells of another"),
    "taken-out": (-1.0, "the censor's note beneath it says that what stood there was taken out"),
    "other-subject": (-0.1, "the subject is another"),
    "hours-later-than-child": (-2.9, "the parent was sent hours later than the child"),
    "later-than-child": (-5.0, "the parent was sent later than the child"),
    "days-later-than-child": (-8.2, "the parent was sent days later than the child"),
    "within-a-day": (1.0, "sent within a day"),
    "within-a-week": (0.8, "sent within a week"),
    "within-a-month": (0.0, "sent within a month"),
    "much-later": (-3.4, "sent more than a month later"),
    "time-unknown": (0.0, "one of the times is not known"),
}
_HOURS = 3600.0
#: Clocks differ, and a quoted time can be of another zone; an unquoted parent must be earlier but for this, in hours.
_SLACK_HOURS = 0.1


@frozen(kw_only=True)
class Node:
    """A message as linking sees it: its copies and what they agree on."""

    id: str
    drafts: tuple[Draft, ...]
    sent: Sent
    subject: str
    prefixes: tuple[str, ...]
    #: The subject by which it is sought: its own, or that of a mail it is printed with, for the line above a quotation has none.
    topic: str = ""
    #: True where a note of the censor beneath it says that something was left out, in no document that it names.
    cut: bool = False

    @cached_property
    def people(self) -> tuple[Person | None, tuple[Person, ...]]:
        """Its sender and its recipients, of the copies that show most of them."""
        draft = max(self.drafts, key=lambda d: (len(d.block.to) + len(d.block.cc), d.id))
        sender = next(
            (d.block.sender for d in self.drafts if d.block.sender and (d.block.sender.name or d.block.sender.unit)), draft.block.sender
        )
        return sender, (*draft.block.to, *draft.block.cc, *draft.block.bcc)


@frozen(kw_only=True)
class Sight:
    """What print shows of a pair of messages beside their headers."""

    #: In how many copies of the child the parent stands right beneath.
    copies: int = 0
    #: How deep it stands in the document that the censor's note beneath the child names, 0 on top; None if it is not there.
    depth: int | None = None
    #: True where its words stand within the child's.
    contained: bool = False
    #: True where the child names its Message-ID.
    named: bool = False


def evidence_of(child: Node, parent: Node, sight: Sight) -> Iterator[Evidence]:
    """Yield what speaks for and against a pair; nothing where time forbids it."""
    copies, depth = sight.copies, sight.depth
    late = _lateness(child.sent, parent.sent)
    if late is not None and late < -_SLACK_HOURS and not (copies or sight.named):
        return
    yield _feature("prior", "")
    if copies:
        yield _feature("quoted", f"in {copies} {'copy' if copies == 1 else 'copies'}")
        if late is not None and late < -_SLACK_HOURS:
            name = "hours-later-than-child" if late > -24 else "later-than-child" if late > -48 else "days-later-than-child"
            yield _feature(name, f"{-late:.1f} hours")
    else:
        yield _feature("elsewhere", "")
    if depth is not None:
        yield _feature("pointed-to" if depth else "pointed-to-top", "")
    if sight.contained:
        yield _feature("text-contained", "")
    if sight.named:
        yield _feature("named-id", "")
    if _files(child) & _files(parent):
        yield _feature("same-attachment", "")
    yield from _subject(child, parent)
    if child.prefixes or child.subject or not child.cut:
        yield _feature("prefix", child.prefixes[0]) if child.prefixes else _feature("no-prefix", "")
    yield from _circle(child, parent)
    if child.cut and not copies and depth is None:
        yield _feature("taken-out", "")
    yield from _gap(late)


def _files(node: Node) -> set[str]:
    return {fold(one.name) for draft in node.drafts for one in draft.block.attachments}


def _feature(name: str, detail: str) -> Evidence:
    return Evidence(feature=name, weight=FEATURES[name][0], detail=detail or FEATURES[name][1])


def _subject(child: Node, parent: Node) -> Iterator[Evidence]:
    alike = alikeness(base_subject(child.topic), base_subject(parent.topic)) if child.topic and parent.topic else 0.0
    if alike >= 0.85:
        yield _feature("same-subject", parent.topic)
    elif alike >= 0.6:
        yield _feature("like-subject", parent.topic)
    elif child.topic and parent.topic:
        yield _feature("other-subject", parent.topic)


def _circle(child: Node, parent: Node) -> Iterator[Evidence]:
    """Compare the circles: who answers was written to, and answers who wrote."""
    sender, recipients = parent.people
    own_sender, own_recipients = child.people
    was = _meets(own_sender, recipients)
    if was is True:
        yield _feature("sender-was-recipient", "")
    elif was is False:
        yield _feature("other-circle", "")
    answers = None if child.prefixes[:1] == ("FW",) else _meets(sender, own_recipients)
    if answers is True:
        yield _feature("answers-sender", "")
    elif answers is False and child.cut:
        yield _feature("past-sender", "")


def _meets(person: Person | None, others: Sequence[Person]) -> bool | None:
    """Say whether somebody can be among others, by name or, for the redacted, by unit; None where nothing tells."""
    if person is None:
        return None
    if person.name:
        names = [other.name for other in others if other.name]
        if any(alikeness(person.name, name) > 0.8 for name in names):
            return True
        return False if names and len(names) == len(others) else None
    if person.unit:
        units = [other.unit for other in others if other.kind != "named" and other.unit]
        if person.unit in units:
            return True
        return False if units and len(units) == len(others) else None
    return None


def _lateness(child: Sent, parent: Sent) -> float | None:
    """Return how many hours after its parent a mail was sent, at most; None where that is not known to the day."""
    first, last = moments(parent)[0], moments(child)[1]
    if first is None or last is None or not _to_the_day(child) or not _to_the_day(parent):
        return None
    return (last - first).total_seconds() / _HOURS


def _to_the_day(sent: Sent) -> bool:
    return sent.pattern is not None and "?" not in sent.pattern[:10]


def _gap(hours: float | None) -> Iterator[Evidence]:
    if hours is None:
        yield _feature("time-unknown", "")
    elif hours < -_SLACK_HOURS:
        return  # weighed apart
    elif hours <= 24:
        yield _feature("within-a-day", f"{max(hours, 0.0):.1f} hours")
    elif hours <= 24 * 7:
        yield _feature("within-a-week", f"{hours / 24:.0f} days")
    elif hours <= 24 * 31:
        yield _feature("within-a-month", f"{hours / 24:.0f} days")
    else:
        yield _feature("much-later", f"{hours / 24:.0f} days")


def kind_of(child: Node, parent: Node) -> Literal["reply", "forward"]:
    """Tell a reply from a forward: by the outermost prefix, by the sentence above what is quoted, else by whether it goes to the sender."""
    if child.prefixes:
        return "forward" if child.prefixes[0] == "FW" else "reply"
    places = {(draft.source, draft.printout, draft.depth + 1) for draft in child.drafts}
    beneath = [draft for draft in parent.drafts if (draft.source, draft.printout, draft.depth) in places]
    if any(draft.passed_on for draft in beneath):
        return "forward"
    if any(draft.block.form == "attribution" for draft in beneath):
        return "reply"  # programs write "... wrote:" above what is answered, a header above what is passed on
    sender, _ = parent.people
    return "forward" if _meets(sender, child.people[1]) is False else "reply"
