"""Link replies and forwards to the mails they answer or pass on.

In come drafts grouped into messages; out come links, each with its evidence as a sum of log-odds and the parents that were weighed.
What is hard: a mail that quotes nothing can answer any earlier mail of its subject, and the same subject comes back a year later in another matter;
so a mail without a parent ahead of the others stays a root.
"""

from __future__ import annotations

import bisect
import math
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from lvvthreads.header.fold import fold, fold_words, runs_of_three
from lvvthreads.header.reference import message_id, references
from lvvthreads.header.subject import base_subject
from lvvthreads.message.buckets import shingles
from lvvthreads.thread.correspondence import Alternative, Evidence, Link
from lvvthreads.thread.evidence import Node, Sight, evidence_of, kind_of
from lvvthreads.thread.ruled import NOTHING_SAID

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from lvvthreads.message.draft import Draft
    from lvvthreads.thread.ruled import SaidOfLinks

#: A parent is taken from this probability on.
_ACCEPTED = 0.5
#: The same for what is printed right beneath: that is right more often than the sum says, for printouts are cut surely but where all their marks are lost.
_ACCEPTED_BENEATH = 0.12
_LARGEST_BUCKET = 60
_ALTERNATIVES = 5
#: So many of the few runs of words that stand for a text must stand within another, in a text so many times as long; a run that more texts share tells nothing.
_RUNS_WITHIN, _LONGER, _COMMON_RUN = 4, 1.2, 20
#: So much of a text is looked through for others.
_LOOKED_THROUGH = 20_000


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


def link(nodes: Sequence[Node], pointed: Mapping[int, Mapping[int, int]], said: SaidOfLinks = NOTHING_SAID) -> list[Link]:
    """Return the links of a dossier: a branching over the messages, their confidences as the evidence adds up.

    ``pointed`` are for some messages (by index) those of the documents that the censor's notes beneath them name, with their depth there;
    ``said`` is what a person says of links.
    """
    quoted = quoted_parents([node.drafts for node in nodes])
    index, wording, ids = _Index(nodes, quoted), _Wording(nodes), _by_id(nodes)
    open_ = [i for i in range(len(nodes)) if i not in said.made and i not in said.roots]
    chosen = []
    for i in open_:
        sights = _sights(i, nodes, quoted.get(i, Counter()), pointed.get(i, {}), wording, ids)
        best = _choose(i, weigh(i, nodes, sights, index, said.barred.get(i, frozenset())), nodes)
        if best is not None:
            chosen.append(best)
    # the surest first, so that where damaged dates would close a loop the weakest link goes
    chosen.sort(key=lambda row: (-round(row[2].confidence, 3), row[2].child))
    settled = [(child, parent, made) for child, (parent, made) in said.made.items()]
    return sorted(_without_loops([*settled, *chosen]), key=lambda made: made.child)


def chances(children: Iterable[int], nodes: Sequence[Node], pointed: Mapping[int, Mapping[int, int]]) -> dict[int, float]:
    """Return for each of some messages (by index) the probability that its likeliest parent is it, rather than one that is not there."""
    quoted = quoted_parents([node.drafts for node in nodes])
    index, wording, ids = _Index(nodes, quoted), _Wording(nodes), _by_id(nodes)
    found: dict[int, float] = {}
    for child in children:
        sights = _sights(child, nodes, quoted.get(child, Counter()), pointed.get(child, {}), wording, ids)
        weighed = weigh(child, nodes, sights, index)
        found[child] = 1.0 / (1.0 + math.exp(-min(weighed[0][0], 30.0))) if weighed else 0.0
    return found


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


class _Wording:
    """Where to look for mails whose words stand within another: by the few runs of words that stand for each."""

    def __init__(self, nodes: Sequence[Node]) -> None:
        self._texts = [max((draft.words for draft in node.drafts), key=len) for node in nodes]
        self._holders: dict[int, list[int]] = defaultdict(list)
        for i, node in enumerate(nodes):
            key = max((draft.key for draft in node.drafts), key=len)
            for run in shingles(key, self._texts[i]):
                self._holders[run].append(i)

    def within(self, i: int) -> list[int]:
        """Return the messages whose words stand within this one's."""
        counts: Counter[int] = Counter()
        for run in set(runs_of_three(fold_words(self._texts[i][:_LOOKED_THROUGH]))):
            holders = self._holders.get(run, ())
            if len(holders) <= _COMMON_RUN:
                counts.update(holders)
        own = len(self._texts[i])
        return [j for j, count in counts.items() if j != i and count >= _RUNS_WITHIN and own > _LONGER * len(self._texts[j])]


def _by_id(nodes: Sequence[Node]) -> dict[str, int]:
    """Return the messages by their Message-IDs; one that two messages print is left out."""
    found: dict[str, int] = {}
    doubled: set[str] = set()
    for i, node in enumerate(nodes):
        for id_ in {id_ for draft in node.drafts if (id_ := message_id(draft.block))}:
            if found.setdefault(id_, i) != i:
                doubled.add(id_)
    return {id_: i for id_, i in found.items() if id_ not in doubled}


def _sights(
    i: int, nodes: Sequence[Node], beneath: Mapping[int, int], pointed: Mapping[int, int], wording: _Wording, ids: Mapping[str, int]
) -> dict[int, Sight]:
    """Return what print shows of a message and others: which stand beneath it, within it, and which it names."""
    named = next((ids[id_] for draft in nodes[i].drafts for id_ in reversed(references(draft.block)) if id_ in ids), None)
    contained = wording.within(i) if not beneath else ()
    return {
        j: Sight(copies=beneath.get(j, 0), depth=pointed.get(j), contained=j in contained, named=j == named)
        for j in {*beneath, *pointed, *contained, *((named,) if named is not None else ())}
        if j != i
    }


def _keys(node: Node) -> Iterator[str]:
    folded = fold(base_subject(node.topic))
    if len(folded) >= 3:
        yield f"< {folded[:6]}"
        yield f"> {folded[-6:]}"


_UNSEEN = Sight()
#: The weight of a candidate, its id, its index, and what it rests on.
Weighed = tuple[float, str, int, tuple[Evidence, ...]]


def weigh(
    child: int,
    nodes: Sequence[Node],
    sights: Mapping[int, Sight],
    index: _Index,
    barred: frozenset[int] = frozenset(),
) -> list[Weighed]:
    """Return the candidates for a message's parent, the likeliest first: the one it names, else those beneath it, else those that anything speaks for."""
    candidates = {parent for parent, sight in sights.items() if sight.named} - barred
    candidates = candidates or {parent for parent, sight in sights.items() if sight.copies} - barred
    if not candidates:
        near = index.near(nodes[child]) if nodes[child].prefixes or nodes[child].cut else set()
        candidates = (near | sights.keys()) - barred
        candidates -= index.above(child) if candidates else set()
    weighed = []
    for parent in candidates:
        evidence = tuple(evidence_of(nodes[child], nodes[parent], sights.get(parent, _UNSEEN)))
        if evidence:
            weighed.append((sum(e.weight for e in evidence), nodes[parent].id, parent, evidence))
    return sorted(weighed, key=lambda row: (-row[0], row[1]))


def _choose(child: int, weighed: Sequence[Weighed], nodes: Sequence[Node]) -> tuple[int, int, Link] | None:
    """Return the best parent of a message and the link to it, None if none is better than doubtful."""
    if not weighed:
        return None
    odds = [math.exp(min(score, 30.0)) for score, *_ in weighed]
    total = 1.0 + sum(odds)
    _, parent_id, parent, evidence = weighed[0]
    if odds[0] / total < (_ACCEPTED_BENEATH if any(one.feature == "quoted" for one in evidence) else _ACCEPTED):
        return None
    made = Link(
        child=nodes[child].id,
        parent=parent_id,
        kind=kind_of(nodes[child], nodes[parent]),
        confidence=odds[0] / total,
        evidence=evidence,
        alternatives=tuple(
            Alternative(parent=id_, confidence=odd / total)
            for (_, id_, _, _), odd in zip(weighed[1:_ALTERNATIVES], odds[1:_ALTERNATIVES], strict=True)
        ),
    )
    return child, parent, made
