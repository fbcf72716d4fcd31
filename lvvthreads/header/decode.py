"""Decode lines into header blocks: which lines carry which field of which block.

In comes a document's lines; out come :class:`RawBlock` objects, each with the lines of its fields.
A block is decoded as a whole, as a path through states (outside, or in a block with these fields seen and this field last):
each line adds what its label and its value say (:mod:`label`, :mod:`evidence`), each step what the order of fields says, each end of a block what is missing.
So a line that is hardly a label is one because of its neighbours, and a line of prose that begins "Van" is not.

Blocks in which nothing is damaged are read first, without search (:mod:`clean`).
The search runs only in windows around seeds (an exact label, a date with its time), and keeps few paths: its time grows with the number of lines.
All scores are log-odds; the table of :mod:`weights` has them side by side.
"""

from __future__ import annotations

import bisect
import math
from functools import lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from attrs import evolve

from lvvthreads.header import weights
from lvvthreads.header.clean import clean_blocks
from lvvthreads.header.evidence import is_plainly_body
from lvvthreads.header.label import LabelMatch
from lvvthreads.header.language import BASE, Languages
from lvvthreads.header.offer import continuation, fields_on, noise, with_subject
from lvvthreads.header.rawblock import FieldLines, RawBlock
from lvvthreads.header.seed import NO_SUBJECTS, is_seed, windows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from lvvthreads.header.vocabulary import Subjects

#: The fields a block can hold once, each a bit of the path's memory; ``other`` may come again.
_BIT = {"from": 1, "sent": 2, "to": 4, "cc": 8, "bcc": 16, "subject": 32, "attachments": 64, "other": 0}

#: How many blank lines before a field count.
_MOST_GAP = 6
_BEAM_WIDTH, _BEAM_DEPTH = 12, 10.0


class Line(NamedTuple):
    """What one line offers the search."""

    number: int
    text: str
    #: Blank lines before it.
    gap: int
    #: (field, score, label match or None) for each field that can begin here.
    starts: tuple[tuple[str, float, LabelMatch | None], ...]
    outside: float
    #: True for running text: nothing begins or goes on there.
    body: bool = False


#: One line of a path, linked to the one before: (before, index, action, field, match, score).
#: The action is ``start`` of a field, ``opens`` a block with it, ``continues`` the last one. A plain tuple: hundreds of thousands are made.
Step = tuple[Any, int, str, str, LabelMatch | None, float]
#: (fields seen, last field) -> (score, path); fields 0 is outside.
_Beam = dict[tuple[int, str], tuple[float, Step | None]]
_score: Callable[[tuple[float, Step | None]], float] = itemgetter(0)


def _score_of_item(item: tuple[tuple[int, str], tuple[float, Step | None]]) -> float:
    return item[1][0]


def decode(lines: Sequence[str], languages: Languages = BASE) -> list[RawBlock]:
    """Return the header blocks in the lines of a document, in order."""
    blocks = clean_blocks(lines, languages)
    held = frozenset(number - 1 for block in blocks for number in range(block.lines[0], block.lines[-1] + 1))
    for first, last in windows(lines, (i for i, line in enumerate(lines) if i not in held and is_seed(line, languages)), held):
        blocks.extend(search(lines, range(first, last + 1), languages, unlabelled=0.0))
    return sorted(blocks, key=lambda block: block.lines[0])


def decode_again(lines: Sequence[str], blocks: Sequence[RawBlock], subjects: Subjects, languages: Languages = BASE) -> list[RawBlock]:
    """Search once more where a line repeats a subject that was read elsewhere, and was not taken for one: its label is lost."""
    known = {part.parts[0][0] - 1 for block in blocks for part in block.fields if part.field == "subject"}
    seeds = [i for i, line in enumerate(lines) if i not in known and subjects.weigh(line) > 0]
    firsts, lasts = [block.lines[0] - 1 for block in blocks], [block.lines[-1] - 1 for block in blocks]
    kept: list[RawBlock] = []
    found: list[RawBlock] = []
    at, done = 0, -1
    for begin, end in windows(lines, seeds):
        start, stop = bisect.bisect_left(lasts, begin), bisect.bisect_right(firsts, end)
        # a block that reaches into the window is searched again whole, but what the window before has settled stays
        first, last = (min(begin, firsts[start]), max(end, lasts[stop - 1])) if start < stop else (begin, end)
        first = max(first, done + 1)
        kept.extend(blocks[at : max(at, start)])
        at, done = max(at, stop), last
        found.extend(search(lines, range(first, last + 1), languages, unlabelled=0.0, subjects=subjects))
    return sorted((*kept, *blocks[at:], *found), key=lambda block: block.lines[0])


def search(
    lines: Sequence[str], indices: Sequence[int], languages: Languages = BASE, *, unlabelled: float, subjects: Subjects = NO_SUBJECTS
) -> list[RawBlock]:
    """Find the best division of these lines into blocks and what is outside.

    ``unlabelled`` is added to every field without label: above 0 where labels are known to stand elsewhere.
    """
    seen = [*offers(lines, indices, languages, unlabelled=unlabelled, subjects=subjects)]
    return _blocks(best_path(seen, languages)[1], seen)


def best_path(seen: Sequence[Line], languages: Languages = BASE) -> tuple[float, Step | None]:
    """Return the score of the best path through lines, and its last step."""
    beam: _Beam = {(0, ""): (0.0, None)}
    before = ""
    for i, line in enumerate(seen):
        beam = (
            _past_body(beam, line.outside)
            if line.body or (len(beam) == 1 and not line.starts and (0, "") in beam)
            else _advance(beam, i, line, before, languages)
        )
        before = line.text
    return max(((score + _close(key[0]), path) for key, (score, path) in beam.items()), key=_score)


def _past_body(beam: _Beam, outside: float) -> _Beam:
    """Take every path past a line on which nothing begins or goes on: out of its block, or at a price to what comes behind."""
    score, path = max(((score + _close(key[0]), path) for key, (score, path) in beam.items()), key=_score)
    score += outside
    prose = weights.PROSE
    after: _Beam = {key: (within + prose, end) for key, (within, end) in beam.items() if key[0] and within + prose >= score - _BEAM_DEPTH}
    after[0, ""] = (score, path)
    return after


def offers(
    lines: Sequence[str], indices: Sequence[int], languages: Languages = BASE, *, unlabelled: float = 0.0, subjects: Subjects = NO_SUBJECTS
) -> Iterator[Line]:
    """Yield what each of these lines offers the search; blank ones are counted, and left out."""
    gap = 0
    for i in indices:
        text = lines[i].strip()
        if not text.strip("> "):
            gap += 1
            continue
        if is_plainly_body(text) and not (subjects and subjects.weigh(text)):
            yield Line(i + 1, text, gap, (), 0.0, body=True)
            gap = 0
            continue
        starts, outside = fields_on(text, unlabelled, languages)
        if subjects and (weight := subjects.weigh(text)):
            starts = with_subject(starts, weight)
        yield Line(i + 1, text, gap, starts, outside)
        gap = 0


def _advance(beam: _Beam, i: int, line: Line, before: str, languages: Languages) -> _Beam:
    """Take every path one line further and keep the best."""
    after: _Beam = {}
    gap = weights.GAP * min(line.gap, _MOST_GAP)
    speck = noise(line.text)
    starts = [(name, _BIT[name], value + gap, match) for name, value, match in line.starts]
    follows, unusual = weights.FOLLOWS, weights.UNUSUAL
    outside, outside_path = -math.inf, None
    mores: dict[str, float] = {}
    for (mask, last), (score, path) in beam.items():
        closed = score
        if mask:
            closed += _close(mask)
            if last not in mores:
                mores[last] = continuation(last, line.text, before, line.gap, languages)
            more = mores[last]
            if more >= speck:
                after[mask, last] = (score + more, (path, i, "continues", last, None, more))
            else:
                after[mask, last] = (score + speck, path)
        if closed > outside:
            outside, outside_path = closed, path
    for (mask, last), (score, path) in beam.items() if starts else ():
        for name, bit, value, match in starts if mask else ():
            if mask & bit and name != "other":
                continue
            total = value + (0.0 if name == "other" or last == "other" else follows.get((last, name), unusual))
            key = (mask | bit, name)
            held = after.get(key)
            if held is None or score + total > held[0]:
                after[key] = (score + total, (path, i, "start", name, match, total))
    after[0, ""] = (outside + line.outside, outside_path)
    for name, value, match in line.starts:
        if name != "other":
            total = value + weights.OPENS[name]
            key = (_BIT[name], name)
            if key not in after or outside + total > after[key][0]:
                after[key] = (outside + total, (outside_path, i, "opens", name, match, total))
    floor = max(map(_score, after.values())) - _BEAM_DEPTH
    kept = {key: end for key, end in after.items() if end[0] >= floor}
    if len(kept) > _BEAM_WIDTH:
        kept = dict(sorted(kept.items(), key=_score_of_item, reverse=True)[:_BEAM_WIDTH])
    return kept


@lru_cache(maxsize=512)
def _close(mask: int) -> float:
    """Weigh what a block has and lacks when it ends."""
    if not mask:
        return 0.0
    total = weights.BLOCK + sum(cost for name, cost in weights.LACKS.items() if not mask & _BIT[name])
    if not mask & (_BIT["sent"] | _BIT["subject"]):
        total += weights.NEITHER_TIME_NOR_SUBJECT
    if not mask & (_BIT["sent"] | _BIT["to"] | _BIT["cc"]):
        total += weights.NEITHER_TIME_NOR_RECIPIENT
    return total + (weights.ONLY_ONE if mask & (mask - 1) == 0 else 0.0)


def _blocks(path: Step | None, seen: Sequence[Line]) -> list[RawBlock]:
    """Cut the best path into blocks."""
    steps = []
    while path is not None:
        steps.append(path)
        path = path[0]
    blocks: list[list[Step]] = []
    for step in reversed(steps):
        if step[2] == "opens":
            blocks.append([])
        blocks[-1].append(step)
    return [_block(block, seen) for block in blocks]


def _block(steps: list[Step], seen: Sequence[Line]) -> RawBlock:
    fields: list[FieldLines] = []
    mask = 0
    for _, index, action, name, match, score in steps:
        line = seen[index]
        if action == "continues":
            last = fields.pop()
            fields.append(evolve(last, parts=(*last.parts, (line.number, line.text.lstrip("> "))), score=last.score + score))
            continue
        mask |= _BIT[name]
        text = line.text[match.end :].strip() if match else line.text.lstrip("> ")
        label, exact = (match.label, match.exact) if match else (None, False)
        fields.append(FieldLines(field=name, label=label, exact=exact, parts=((line.number, text),), score=score))
    return RawBlock(fields=tuple(fields), score=sum(step[5] for step in steps) + _close(mask))
