"""Find mails that stand twice in what was taken for one printout: no mail quotes itself, so another printout begins between.

In come the header blocks of a document with what stands beneath each, and where its printouts were thought to begin; out come the pairs that must lie apart.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from attrs import frozen

from lvvthreads.header.fold import words_only
from lvvthreads.message.buckets import pairs
from lvvthreads.message.collate import is_damaged, likeness, time_likeness

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lvvthreads.header.block import HeaderBlock
    from lvvthreads.header.datereading import DateReading
    from lvvthreads.header.parse import Parsed

#: Log-odds from which two blocks are copies for certain: the same minute and subject, or the same words, sender and subject at times that can be one.
_CERTAIN = 6.5
#: How many letters beneath a header are compared.
_COMPARED = 600


@frozen(kw_only=True, eq=False)
class Glimpse:
    """A header block with the text beneath it, as far as copies compare."""

    block: HeaderBlock
    date: DateReading
    words: str
    key: str
    covered: bool = False


def recurring(lines: Sequence[str], parsed: Sequence[Parsed], tops: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of copies in one printout; ``tops`` are the indices of the headers on top of one."""
    damaged = is_damaged([one.block for one in parsed])
    stops = [*(one.block.first_line for one in parsed), len(lines) + 1][1:]
    for start, stop in pairwise((*tops, len(parsed))):
        if stop - start == 1:
            continue  # it quotes nothing
        inside = [_glimpse(lines, parsed[at], stops[at]) for at in range(start, stop)]
        sents = [one.block.sent for one in inside]
        for a, b in pairs(inside, sents):
            time = time_likeness(inside[a], inside[b], sents[a], sents[b], damaged=damaged)
            if a < b and likeness(inside[a], inside[b], time) >= _CERTAIN:
                yield start + a, start + b


def _glimpse(lines: Sequence[str], one: Parsed, stop: int) -> Glimpse:
    text, at = "", one.block.last_line
    while at < stop - 1 and len(text) < 2 * _COMPARED:
        text = f"{text}\n{lines[at].strip()}"
        at += 1
    return Glimpse(block=one.block, date=one.date, words=text.strip(), key=words_only(text[: 2 * _COMPARED])[:_COMPARED])
