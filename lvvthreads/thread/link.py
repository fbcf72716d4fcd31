"""Link replies and forwards to the mails they answer or pass on.

In come drafts grouped into messages; out come links, each with its evidence as a sum of log-odds and the parents that were weighed.
What is hard: a mail that quotes nothing can answer any earlier mail of its subject, and the same subject comes back a year later in another matter;
so a mail without a parent ahead of the others stays a root.
"""

from __future__ import annotations

import bisect
import math
from collections import Counter, defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from attrs import frozen

from lvvthreads.header.fold import alikeness, fold
from lvvthreads.header.sent import moments
from lvvthreads.thread.correspondence import Alternative, Evidence, Link

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

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

    @cached_property
    def people(self) -> tuple[Person | None, tuple[Person, ...]]:
        """Its sender and its recipients, of the copies that show most of them."""
        draft = max(self.drafts, key=lambda d: (len(d.block.to) + len(d.block.cc), d.id))
        sender = next(
            (d.block.sender for d in self.drafts if d.block.sender and (d.block.sender.name or d.block.sender.unit)), draft.block.sender
        )
        return sender, (*draft.block.to, *draft.block.cc, *draft.block.bcc)


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
    index = _Index(nodes, quoted)
    chosen = [one for i in range(len(nodes)) if (one := _choose(i, nodes, quoted, pointed.get(i, {}), index)) is not None]
    # the surest first, so that where damaged dates would close a loop the weakest link goes
    chosen.sort(key=lambda row: (-round(row[2].confidence, 3), row[2].child))
    return sorted(_without_loops(chosen), key=lambda made: made.child)


def _without_loops(chosen: Iterable[tuple[int, int, Link]]) -> Iterator[Link]:
    """Yield the links, each a (child, parent, link), that close no loop with those before; a child comes once."""
    above: dict[int, int] = {}  # towards the top of a message's tree: the way up is made shorter each time that it is gone
    for child, parent, made in chosen:
        top = parent
        while top in above:
            above[top] = above.get(above[top], above[top])
            top = above[top]
        if top != child:
            above[child] = top
            yield made


class _Index:
    """Where to look for parents: messages by the two ends of their subjects, in order of time, and by what they quote."""

    def __init__(self, nodes: Sequence[Node], quoted: Mapping[int, Collection[int]]) -> None:
        self._quoting: dict[int, list[int]] = defaultdict(list)
        for child, parents in quoted.items():
            for parent in parents:
                self._quoting[parent].append(child)
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

    def above(self, child: int) -> set[int]:
        """Return a message and those that have it beneath them, however deep: none of them can be its parent."""
        found = {child}
        waiting = [child]
        while waiting:
            more = [i for i in self._quoting.get(waiting.pop(), ()) if i not in found]
            found.update(more)
            waiting.extend(more)
        return found


def _keys(node: Node) -> Iterator[str]:
    folded = fold(node.subject)
    if len(folded) >= 3:
        yield f"< {folded[:6]}"
        yield f"> {folded[-6:]}"


def _choose(
    child: int, nodes: Sequence[Node], quoted: Mapping[int, Counter[int]], pointed: Mapping[int, int], index: _Index
) -> tuple[int, int, Link] | None:
    """Return the best parent of a message and the link to it, None if none is better than doubtful."""
    node = nodes[child]
    candidates: set[int] = set(quoted.get(child, ()))
    if not candidates:
        near = index.near(node) if node.prefixes else set()
        candidates = near | pointed.keys()
        candidates -= index.above(child) if candidates else set()
    weighed = []
    for parent in candidates:
        evidence = tuple(_evidence(node, nodes[parent], quoted.get(child, Counter())[parent], depth=pointed.get(parent)))
        if evidence:
            weighed.append((sum(e.weight for e in evidence), nodes[parent].id, parent, evidence))
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
    yield _feature("prefix", child.prefixes[0]) if child.prefixes else _feature("no-prefix", "")
    yield from _circle(child, parent)
    yield from _gap(late)


def _feature(name: str, detail: str) -> Evidence:
    return Evidence(feature=name, weight=FEATURES[name][0], detail=detail or FEATURES[name][1])


def _subject(child: Node, parent: Node) -> Iterator[Evidence]:
    alike = alikeness(child.subject, parent.subject) if child.subject and parent.subject else 0.0
    if alike >= 0.85:
        yield _feature("same-subject", parent.subject)
    elif alike >= 0.6:
        yield _feature("like-subject", parent.subject)
    elif child.subject and parent.subject:
        yield _feature("other-subject", parent.subject)


def _circle(child: Node, parent: Node) -> Iterator[Evidence]:
    """Compare the circles: who answers was written to, and answers who wrote."""
    sender, recipients = parent.people
    own_sender, own_recipients = child.people
    was = _meets(own_sender, recipients)
    if was is True:
        yield _feature("sender-was-recipient", "")
    elif was is False:
        yield _feature("other-circle", "")
    if _meets(sender, own_recipients) is True and child.prefixes[:1] != ("FW",):
        yield _feature("answers-sender", "")


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
    return "forward" if _meets(parent.people[0], child.people[1]) is False else "reply"
