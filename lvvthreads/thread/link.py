"""Link replies and forwards to the mails they answer or pass on.

In come drafts grouped into messages; out come links, each with its evidence as a sum of log-odds and the parents that were weighed.
What is hard: a mail that quotes nothing can answer any earlier mail of its subject, and the same subject comes back a year later in another matter;
so a mail without a parent ahead of the others stays a root.
"""

from __future__ import annotations

import bisect
import math
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Literal

from attrs import frozen

from lvvthreads.header.fold import alikeness, fold
from lvvthreads.header.sent import moments
from lvvthreads.thread.correspondence import Alternative, Evidence, Link

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from lvvthreads.header.block import Person, Sent
    from lvvthreads.message.draft import Draft

#: feature -> weight in log-odds and what it means. Set by hand on one release, checked on two others.
FEATURES: dict[str, tuple[float, str]] = {
    "prior": (-3.0, "most pairs of mails are not reply and parent"),
    "quoted": (9.0, "printed right beneath it"),
    "pointed-to": (3.0, "in the document that the censor's note beneath it names"),
    "pointed-to-top": (4.5, "on top of the document that the censor's note beneath it names"),
    "same-subject": (2.0, "the subject without prefixes is the same"),
    "like-subject": (0.8, "the subject without prefixes is much alike"),
    "prefix": (1.2, "a reply or forward prefix"),
    "no-prefix": (-2.5, "no reply or forward prefix"),
    "sender-was-recipient": (1.0, "its sender was among the recipients"),
    "answers-sender": (1.0, "it goes to the sender"),
    "other-circle": (-1.5, "its sender was not among the recipients"),
    "past-sender": (-1.5, "a reply that does not go to the sender, though the censor's note beneath it tells of another"),
    "taken-out": (-1.0, "the censor's note beneath it says that what stood there was taken out"),
    "other-subject": (-3.0, "the subject is another"),
    "hours-later-than-child": (-1.0, "the parent was sent hours later than the child"),
    "later-than-child": (-5.0, "the parent was sent later than the child"),
    "days-later-than-child": (-12.0, "the parent was sent days later than the child"),
    "within-a-day": (1.0, "sent within a day"),
    "within-a-week": (0.0, "sent within a week"),
    "within-a-month": (-1.5, "sent within a month"),
    "much-later": (-4.0, "sent more than a month later"),
    "time-unknown": (-0.5, "one of the times is not known"),
}
_ACCEPTED = 0.5
_LARGEST_BUCKET = 60
_HOURS = 3600.0
_ALTERNATIVES = 5
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


def quoted_parents(groups: Sequence[Sequence[Draft]]) -> dict[int, Counter[int]]:
    """Count for each message which messages stand right beneath its copies: child -> {parent: copies}."""
    at = {(draft.source, draft.printout, draft.depth): i for i, group in enumerate(groups) for draft in group}
    found: dict[int, Counter[int]] = {}
    for i, group in enumerate(groups):
        below = Counter(
            parent for draft in group if (parent := at.get((draft.source, draft.printout, draft.depth + 1))) is not None and parent != i
        )
        if below:
            found[i] = below
    return found


def link(nodes: Sequence[Node], pointed: Mapping[int, Mapping[int, int]]) -> list[Link]:
    """Return the links of a dossier: a branching over the messages, their confidences as the evidence adds up.

    ``pointed`` are for some messages (by index) those of the documents that the censor's notes beneath them name, with their depth there.
    """
    quoted = quoted_parents([node.drafts for node in nodes])
    parents: dict[int, tuple[int, Link]] = {}
    index = _Index(nodes)
    chosen = [one for i in range(len(nodes)) if (one := _choose(i, nodes, quoted, pointed.get(i, {}), index)) is not None]
    # the surest first, so that where damaged dates would close a loop the weakest link goes
    for child, parent, made in sorted(chosen, key=lambda row: (-round(row[2].confidence, 3), row[2].child)):
        if not _loops(child, parent, parents):
            parents[child] = (parent, made)
    return sorted((made for _, made in parents.values()), key=lambda made: made.child)


def chances(children: Iterable[int], nodes: Sequence[Node], pointed: Mapping[int, Mapping[int, int]]) -> dict[int, float]:
    """Return for each of some messages (by index) the probability that its likeliest parent is it, rather than one that is not there."""
    quoted = quoted_parents([node.drafts for node in nodes])
    index = _Index(nodes)
    found: dict[int, float] = {}
    for child in children:
        best = max((score for score, *_ in _weighed(child, nodes, quoted, pointed.get(child, {}), index)), default=None)
        found[child] = 0.0 if best is None else 1.0 / (1.0 + math.exp(-min(best, 30.0)))
    return found


def _loops(child: int, parent: int, parents: Mapping[int, tuple[int, Link]]) -> bool:
    at = parent
    while at in parents:
        if at == child:
            return True
        at = parents[at][0]
    return at == child


class _Index:
    """Where to look for parents: messages by the two ends of their subjects, in order of time."""

    def __init__(self, nodes: Sequence[Node]) -> None:
        self._buckets: dict[str, list[tuple[str, int]]] = defaultdict(list)
        for i, node in enumerate(nodes):
            for key in _keys(node):
                self._buckets[key].append((node.sent.earliest or "", i))
        for bucket in self._buckets.values():
            bucket.sort()

    def near(self, node: Node) -> set[int]:
        """Return the messages of a like subject: all of them if they are few, else those sent last before this one."""
        found: set[int] = set()
        for key in _keys(node):
            bucket = self._buckets[key]
            if len(bucket) > _LARGEST_BUCKET:
                stop = bisect.bisect_right(bucket, (node.sent.latest or "~", len(self._buckets)))
                bucket = bucket[max(0, stop - _LARGEST_BUCKET) : stop]
            found.update(i for _, i in bucket)
        return found


def _keys(node: Node) -> Iterator[str]:
    folded = fold(node.topic)
    if len(folded) >= 3:
        yield f"< {folded[:6]}"
        yield f"> {folded[-6:]}"


def _weighed(
    child: int, nodes: Sequence[Node], quoted: Mapping[int, Counter[int]], pointed: Mapping[int, int], index: _Index
) -> list[tuple[float, str, int, tuple[Evidence, ...]]]:
    """Weigh the messages that can be the parent of one: (log-odds, id, index, evidence), in no order."""
    node = nodes[child]
    candidates: set[int] = set(quoted.get(child, ()))
    if not candidates:
        near = index.near(node) if node.prefixes or node.cut else set()
        candidates = {parent for parent in near | pointed.keys() if parent != child and not _quotes(parent, child, quoted)}
    weighed = []
    for parent in candidates:
        evidence = tuple(_evidence(node, nodes[parent], quoted.get(child, Counter())[parent], depth=pointed.get(parent)))
        if evidence:
            weighed.append((sum(e.weight for e in evidence), nodes[parent].id, parent, evidence))
    return weighed


def _choose(
    child: int, nodes: Sequence[Node], quoted: Mapping[int, Counter[int]], pointed: Mapping[int, int], index: _Index
) -> tuple[int, int, Link] | None:
    """Return the best parent of a message and the link to it, None if none is better than doubtful."""
    node = nodes[child]
    weighed = _weighed(child, nodes, quoted, pointed, index)
    if not weighed:
        return None
    weighed.sort(key=lambda row: (-row[0], row[1]))
    odds = [math.exp(min(score, 30.0)) for score, *_ in weighed]
    total = 1.0 + sum(odds)
    _, parent_id, parent, evidence = weighed[0]
    if odds[0] / total < _ACCEPTED:
        return None
    made = Link(
        child=node.id,
        parent=parent_id,
        kind=_kind(node, nodes[parent]),
        confidence=odds[0] / total,
        evidence=evidence,
        alternatives=tuple(
            Alternative(parent=id_, confidence=odd / total)
            for (_, id_, _, _), odd in zip(weighed[1:_ALTERNATIVES], odds[1:_ALTERNATIVES], strict=True)
        ),
    )
    return child, parent, made


def _quotes(later: int, earlier: int, quoted: Mapping[int, Counter[int]]) -> bool:
    """Say whether a message has another beneath it, however deep: it cannot be its parent."""
    seen: set[int] = set()
    waiting = [later]
    while waiting:
        at = waiting.pop()
        if at == earlier:
            return True
        if at not in seen:
            seen.add(at)
            waiting.extend(quoted.get(at, ()))
    return False


def _evidence(child: Node, parent: Node, copies: int, *, depth: int | None) -> Iterator[Evidence]:
    """Yield what speaks for and against a pair; nothing where time forbids it."""
    late = _lateness(child.sent, parent.sent)
    if late is not None and late < -_SLACK_HOURS and not copies:
        return
    yield _feature("prior", "")
    if copies:
        yield _feature("quoted", f"in {copies} {'copy' if copies == 1 else 'copies'}")
        if late is not None and late < -_SLACK_HOURS:
            name = "hours-later-than-child" if late > -24 else "later-than-child" if late > -48 else "days-later-than-child"
            yield _feature(name, f"{-late:.1f} hours")
    if depth is not None:
        yield _feature("pointed-to" if depth else "pointed-to-top", "")
    yield from _subject(child, parent)
    if child.prefixes or child.subject or not child.cut:
        yield _feature("prefix", child.prefixes[0]) if child.prefixes else _feature("no-prefix", "")
    yield from _circle(child, parent)
    if child.cut and not copies and depth is None:
        yield _feature("taken-out", "")
    yield from _gap(late)


def _feature(name: str, detail: str) -> Evidence:
    return Evidence(feature=name, weight=FEATURES[name][0], detail=detail or FEATURES[name][1])


def _subject(child: Node, parent: Node) -> Iterator[Evidence]:
    alike = alikeness(child.topic, parent.topic) if child.topic and parent.topic else 0.0
    if alike >= 0.85:
        yield _feature("same-subject", parent.topic)
    elif alike >= 0.6:
        yield _feature("like-subject", parent.topic)
    elif child.topic and parent.topic:
        yield _feature("other-subject", parent.topic)


def _circle(child: Node, parent: Node) -> Iterator[Evidence]:
    """Compare the circles: who answers was written to, and answers who wrote."""
    sender, recipients = _people(parent)
    own_sender, own_recipients = _people(child)
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


def _people(node: Node) -> tuple[Person | None, tuple[Person, ...]]:
    draft = max(node.drafts, key=lambda d: (len(d.block.to) + len(d.block.cc), d.id))
    sender = next(
        (d.block.sender for d in node.drafts if d.block.sender and (d.block.sender.name or d.block.sender.unit)), draft.block.sender
    )
    return sender, (*draft.block.to, *draft.block.cc, *draft.block.bcc)


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


def _kind(child: Node, parent: Node) -> Literal["reply", "forward"]:
    """Tell a reply from a forward: by the outermost prefix, by the sentence above what is quoted, else by whether it goes to the sender."""
    if child.prefixes:
        return "forward" if child.prefixes[0] == "FW" else "reply"
    places = {(draft.source, draft.printout, draft.depth + 1) for draft in child.drafts}
    beneath = [draft for draft in parent.drafts if (draft.source, draft.printout, draft.depth) in places]
    if any(draft.passed_on for draft in beneath):
        return "forward"
    if any(draft.block.form == "attribution" for draft in beneath):
        return "reply"  # programs write "... wrote:" above what is answered, a header above what is passed on
    sender, _ = _people(parent)
    return "forward" if _meets(sender, _people(child)[1]) is False else "reply"
