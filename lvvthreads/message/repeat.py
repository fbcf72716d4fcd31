"""Cut a printout in two where a mail comes again in it: no mail quotes itself, so a second printout begins between the two.

In come the drafts of a document with their times, out come the same with more printouts, where the head of one was not found.
What is hard is where to cut: what is quoted is older than what quotes it, so a header that is later than the one above it opens a printout.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from attrs import evolve

from lvvthreads.message.collate import is_surely_copy, pairs
from lvvthreads.message.message import Printout

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lvvthreads.header.block import Sent
    from lvvthreads.message.draft import Draft, Drafted

#: What tells that a header opens a printout: it is later than the one above, it is the first of a page.
_LATER, _NEW_PAGE = 3, 1


def cut_at_repeats(one: Drafted, sents: Mapping[str, Sent]) -> Drafted:
    """Return the drafts and printouts of a document, those printouts cut in which a mail comes twice."""
    opening = {draft.id for _, run in groupby(one.drafts, key=lambda draft: draft.printout) for draft in _opening(tuple(run), sents)}
    if not opening:
        return one
    drafts: list[Draft] = []
    firsts: list[Draft] = []
    for draft in one.drafts:
        if draft.depth == 0 or draft.id in opening:
            firsts.append(draft)
        depth = 0 if firsts[-1] is draft else drafts[-1].depth + 1
        drafts.append(evolve(draft, printout=f"p{len(firsts)}", depth=depth))
    return evolve(one, drafts=tuple(drafts), printouts=_printouts(firsts, one.printouts))


def _opening(drafts: Sequence[Draft], sents: Mapping[str, Sent]) -> list[Draft]:
    """Return the drafts of one printout that open another."""
    times = [sents[draft.id] for draft in drafts]
    repeats = sorted((b, a) for a, b in pairs(drafts, times) if is_surely_copy(drafts[a], drafts[b], times[a], times[b]))
    cuts: list[int] = []
    for later, earlier in repeats:
        if not any(earlier < cut <= later for cut in cuts):
            between = [k for k in range(earlier + 1, later + 1) if drafts[k].block.form != "attribution"]
            cuts += [max(between, key=lambda k: (_opens(drafts, times, k), k))] if between else []
    return [drafts[cut] for cut in cuts]


def _opens(drafts: Sequence[Draft], times: Sequence[Sent], k: int) -> int:
    """Count what tells that a draft opens a printout."""
    above, own = times[k - 1].latest, times[k].earliest
    later = above is not None and own is not None and own > above
    return _LATER * later + _NEW_PAGE * (drafts[k].page != drafts[k - 1].page)


def _printouts(firsts: Sequence[Draft], before: Sequence[Printout]) -> tuple[Printout, ...]:
    """Return the printouts that begin with these drafts; one that was there before keeps its first line and number."""
    known = {printout.id: printout for printout in before}
    begun: list[Printout] = []
    for i, draft in enumerate(firsts):
        old = known[draft.printout]
        first_line = old.first_line if draft.depth == 0 else draft.block.first_line
        begun.append(
            Printout(
                id=f"p{i + 1}",
                source=old.source,
                first_line=first_line,
                last_line=old.last_line,
                number=old.number if draft.depth == 0 else None,
            )
        )
    stops = [*(printout.first_line - 1 for printout in begun[1:]), begun[-1].last_line]
    return tuple(evolve(printout, last_line=stop) for printout, stop in zip(begun, stops, strict=True))
