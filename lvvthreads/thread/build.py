"""Build the correspondence of a dossier: drafts of all documents in, messages, links and threads out.

Times, copies and links each help to find the others, so they are settled in turn:
times within each printout, copies, times of messages, links, times once more within the links.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cache
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from attrs import evolve

from lvvthreads.header.fold import fold
from lvvthreads.header.language import BASE
from lvvthreads.header.sent import Bounds, settle
from lvvthreads.header.subject import read_subject
from lvvthreads.header.vocabulary import Subjects
from lvvthreads.message.assemble import People, assemble
from lvvthreads.message.chronology import Calendar, Period, in_order, is_said, ordered_pairs, settle_in_order, usual_years
from lvvthreads.message.clocks import pads_hours, without_bare_hour
from lvvthreads.message.collate import collate, is_damaged
from lvvthreads.message.ruled import NO_RULINGS
from lvvthreads.message.subjects import choose, consensus
from lvvthreads.thread.bare import parted
from lvvthreads.thread.confidence import given_out
from lvvthreads.thread.correspondence import Correspondence, Link, Source
from lvvthreads.thread.evidence import Node, kind_of
from lvvthreads.thread.forest import threads_of
from lvvthreads.thread.link import link, quoted_parents
from lvvthreads.thread.missing import Left, missing_of
from lvvthreads.thread.pointer import Numbered, is_cut, pointed_parents, stamps_of
from lvvthreads.thread.redaction import redactions_of
from lvvthreads.thread.ruled import of_links

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from lvvthreads.document.document import Document
    from lvvthreads.header.block import Sent, Subject
    from lvvthreads.header.datereading import DateReading
    from lvvthreads.header.language import Languages
    from lvvthreads.message.collate import SaidOfCopies
    from lvvthreads.message.draft import Draft, Drafted
    from lvvthreads.message.message import Message
    from lvvthreads.message.ruled import Rulings

#: Links whose evidence is surer than this bound the times of their ends.
_SURE = 0.8


def build(
    documents: Sequence[Document], drafted: Sequence[Drafted], period: Period | None, rulings: Rulings = NO_RULINGS
) -> Correspondence:
    """Return the correspondence of a dossier; documents and what was drafted of each in the same order, ``rulings`` what a person says of it."""
    calendar = _calendar([draft for one in drafted for draft in one.drafts], period)
    drafted = _with_whole_hours(drafted, calendar)
    drafts = [draft for one in drafted for draft in one.drafts]
    sents = _within_printouts(drafted, calendar)
    copies, refused = rulings.of_copies(drafts)
    rulings = rulings.without(refused)
    messages_and_lines = parted([[drafts[i] for i in group] for group in _collated(drafts, sents, calendar, copies)])
    groups = messages_and_lines.groups
    times = _of_messages(groups, drafted, calendar)
    subjects = _subjects(groups)
    nodes = _with_topics([_node(group, times[i], subjects, i) for i, group in enumerate(groups)])
    said, refused = of_links(rulings, nodes, kind_of)
    rulings = rulings.without(refused)
    numbered = Numbered.of(chain.from_iterable(one.printouts for one in drafted))
    pointed = pointed_parents(groups, numbered)
    links = link(nodes, pointed, said)
    times = _within_links(groups, times, nodes, links, calendar)
    left = Left(numbered=numbered, bare=messages_and_lines.bare, pointed=pointed, stamps=_stamps(documents))
    messages, people = _assemble(groups, sents, times, subjects, links, nodes)
    return Correspondence(
        sources=tuple(_source(document) for document in documents),
        messages=messages,
        people=tuple(people.nodes[node] for node in sorted(people.nodes)),
        links=tuple(map(given_out, links)),
        threads=threads_of(messages, links),
        missing=missing_of(messages, links, nodes, left),
        redactions=tuple(
            redaction
            for document, one in zip(documents, drafted, strict=True)
            for redaction in redactions_of(document, [draft.block for draft in one.drafts], one.ledger)
        ),
        ledger=tuple(entry for one in drafted for entry in one.ledger),
        corrections=rulings.outcomes({witness.id: message.id for message in messages for witness in message.witnesses}),
    )


def _stamps(documents: Sequence[Document]) -> Callable[[str], frozenset[str]]:
    """Return what looks up the numbers stamped in a source, each source read when it is first asked for."""
    lines = {document.id: document.lines for document in documents}
    return cache(lambda source: stamps_of(lines[source]))


def _source(document: Document) -> Source:
    pages = document.pages[-1] if document.pages else 0
    return Source(
        id=document.id,
        name=document.name,
        sha256=document.sha256,
        pages=pages,
        lines=len(document.lines),
        also=document.also,
        defects=document.defects,
        text=document.text,
    )


def _calendar(drafts: Sequence[Draft], period: Period | None) -> Calendar:
    """Learn what the dossier's dates have in common, and how much of it is damaged."""
    return Calendar(
        period=period, years=usual_years(draft.date.year for draft in drafts), damaged=is_damaged([draft.block for draft in drafts])
    )


def _with_whole_hours(drafted: Sequence[Drafted], calendar: Calendar) -> Sequence[Drafted]:
    """Doubt hours of one digit in a damaged dossier that prints two."""
    if not calendar.damaged or not pads_hours(draft.date for one in drafted for draft in one.drafts):
        return drafted
    return [evolve(one, drafts=tuple(evolve(draft, date=without_bare_hour(draft.date)) for draft in one.drafts)) for one in drafted]


def _within_printouts(drafted: Sequence[Drafted], calendar: Calendar) -> dict[str, Sent]:
    """Settle the time of each witness by its own print and its neighbours in the printout."""
    settled: dict[str, Sent] = {}
    for one in drafted:
        dates = {draft.id: draft.date for draft in one.drafts}
        free = {draft.id: draft.block.sent if is_said(draft.block.sent) else settle([draft.date], calendar.bounds) for draft in one.drafts}
        chains = _chains(one.drafts)
        pairs = [(below.id, above.id) for chain_ in chains for above, below in pairwise(chain_)]

        def again(id_: str, bounds: Bounds, dates: dict[str, DateReading] = dates) -> Sent:
            return settle([dates[id_]], bounds, basis=("order",))

        settled |= settle_in_order(pairs, free, again, calendar, close=pairs)
    return settled


def _collated(drafts: Sequence[Draft], sents: Mapping[str, Sent], calendar: Calendar, said: SaidOfCopies) -> list[list[int]]:
    """Group the copies of each message; what are copies as printed stay so where a person says what should have been printed."""
    times = [sents[draft.id] for draft in drafts]
    if said.values:
        printed = [evolve(draft, block=draft.printed.block, date=draft.printed.date) if draft.printed else draft for draft in drafts]
        as_printed = [settle([draft.date], calendar.bounds) if is_said(sent) else sent for draft, sent in zip(printed, times, strict=True)]
        groups = collate(printed, as_printed, damaged=calendar.damaged, said=evolve(said, values={}))
        said = evolve(said, kept=tuple((i, other) for group in groups for i in group if i in said.values for other in group if other != i))
    return collate(drafts, times, damaged=calendar.damaged, said=said)


def _chains(drafts: Sequence[Draft]) -> list[list[Draft]]:
    chains: dict[str, list[Draft]] = defaultdict(list)
    for draft in drafts:
        chains[draft.printout].append(draft)
    return list(chains.values())


def _of_messages(groups: Sequence[Sequence[Draft]], drafted: Sequence[Drafted], calendar: Calendar) -> dict[int, Sent]:
    """Settle the time of each message by all its copies, what it quotes and is quoted by, and the order of printouts."""
    free = {i: _agreed(group, calendar.bounds, ()) for i, group in enumerate(groups)}
    quoted = [(parent, child) for child, parents in quoted_parents(groups).items() for parent in parents]
    pairs = list(quoted)
    at = {draft.id: i for i, group in enumerate(groups) for draft in group}
    for one in drafted:
        tops = [(at[draft.id], free[at[draft.id]]) for draft in one.drafts if draft.depth == 0]
        if in_order([sent for _, sent in tops]):
            pairs.extend((a, b) for a, b in ordered_pairs(tops) if a != b)
    return settle_in_order(pairs, free, lambda i, bounds: _agreed(groups[i], bounds, ("order",)), calendar, close=quoted)


def _agreed(group: Sequence[Draft], bounds: Bounds, basis: tuple[str, ...]) -> Sent:
    said = next((draft.block.sent for draft in group if is_said(draft.block.sent)), None)
    if said is not None:
        return said
    copies = ("copies",) if len(group) > 1 else ()
    settled = settle([draft.date for draft in group], bounds, basis=basis)
    return evolve(settled, basis=(*settled.basis, *copies)) if settled.basis else settled


def _within_links(
    groups: Sequence[Sequence[Draft]], times: Mapping[int, Sent], nodes: Sequence[Node], links: Sequence[Link], calendar: Calendar
) -> dict[int, Sent]:
    at = {node.id: i for i, node in enumerate(nodes)}
    pairs = [(at[made.parent], at[made.child]) for made in links if made.confidence > _SURE]
    return settle_in_order(
        pairs, times, lambda i, bounds: _narrower(times[i], _agreed(groups[i], bounds, ("order",))), calendar, close=pairs
    )


def _narrower(before: Sent, after: Sent) -> Sent:
    """Return the time that claims more digits: links add to what printouts told, they do not take it back."""
    claimed = [sum(c.isdigit() for c in sent.pattern or "") for sent in (before, after)]
    return after if claimed[1] > claimed[0] else before


def _subjects(groups: Sequence[Sequence[Draft]]) -> dict[str, Subject]:
    """Settle the subject of each witness, its prefixes read again with the dossier's subjects at hand."""
    spellings = {draft.block.subject.clean for group in groups for draft in group if draft.block.subject}
    known = Subjects(spellings)
    short = {folded for clean in spellings if len(folded := fold(clean)) > 3}

    @cache  # copies and answers print one subject many times
    def read(raw: str, languages: Languages) -> Subject:
        return read_subject(raw, known=lambda base: fold(base) in short or known.weigh(base) > 0, languages=languages)

    return {
        draft.id: draft.block.subject if draft.block.subject.basis else read(draft.block.subject.raw, draft.block.languages or BASE)
        for draft in chain.from_iterable(groups)
        if draft.block.subject
    }


def _node(group: Sequence[Draft], sent: Sent, subjects: Mapping[str, Subject], at: int) -> Node:
    del at
    chosen = choose([(subjects[draft.id], draft.block.confidence) for draft in group if draft.id in subjects])
    return Node(
        id=min((draft.source, draft.block.first_line, draft.id) for draft in group)[2],
        drafts=tuple(group),
        sent=sent,
        subject=chosen.clean,
        prefixes=chosen.prefixes,
    )


def _with_topics(nodes: Sequence[Node]) -> list[Node]:
    """Give each message the subject by which it is sought: its own, or that of the mail right above one of its copies, or right beneath."""
    at = {(draft.source, draft.printout, draft.depth): node.subject for node in nodes for draft in node.drafts}

    def lent(node: Node) -> str:
        places = [(draft, step) for step in (-1, -2, 1) for draft in node.drafts]
        return next((found for draft, step in places if (found := at.get((draft.source, draft.printout, draft.depth + step)))), "")

    return [evolve(node, topic=node.subject or lent(node), cut=is_cut(node.drafts)) for node in nodes]


def _assemble(
    groups: Sequence[Sequence[Draft]],
    sents: Mapping[str, Sent],
    times: Mapping[int, Sent],
    subjects: Mapping[str, Subject],
    links: Sequence[Link],
    nodes: Sequence[Node],
) -> tuple[tuple[Message, ...], People]:
    people = People.of(groups)
    clean = _consensus(nodes, subjects, links)
    messages = [
        assemble(
            group,
            [sents[draft.id] for draft in group],
            times[i],
            [subjects.get(draft.id) for draft in group],
            clean[nodes[i].id],
            people,
        )
        for i, group in enumerate(groups)
    ]
    return tuple(sorted(messages, key=lambda message: _place(message.id))), people


def _place(id_: str) -> tuple[str, int]:
    source, _, line = id_.rpartition(":")
    return source, int(line)


def _consensus(nodes: Sequence[Node], subjects: Mapping[str, Subject], links: Sequence[Link]) -> dict[str, str]:
    """Settle the subject of each message by the spellings of the thread it stands in."""
    boss = {node.id: node.id for node in nodes}

    def top(id_: str) -> str:
        while boss[id_] != id_:
            boss[id_] = boss[boss[id_]]
            id_ = boss[id_]
        return id_

    for made in links:
        boss[top(made.child)] = top(made.parent)
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    said = {node.id for node in nodes if any(subjects[draft.id].basis for draft in node.drafts if draft.id in subjects)}
    for node in nodes:
        spellings[top(node.id)].update(subjects[draft.id].clean for draft in node.drafts if draft.id in subjects)
    agreed = cache(lambda thread, own: consensus(own, spellings[thread]))
    return {node.id: node.subject if node.id in said else agreed(top(node.id), node.subject) for node in nodes}
