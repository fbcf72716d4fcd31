"""Bring labels and values together that stand in two columns.

OCR often reads a header as two columns: the labels in a run, the values elsewhere, in the same order, before or after, at times with another mail between.
In come the blocks as decoded; a block of labels without values takes the nearest block of values without labels on its page,
or a second, more lenient search finds one where values must be.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from attrs import evolve

from lvvthreads.header import evidence, weights
from lvvthreads.header.decode import search
from lvvthreads.header.language import BASE, Languages
from lvvthreads.header.rawblock import FieldLines, RawBlock

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

#: How many lines around a run of labels are searched for its values.
_REACH = 45
_PEOPLE = ("to", "cc", "bcc")
_OF_ONE_LINE = ("from", "sent")
#: Values right behind their labels: so many blank lines between at most, so many lines more than labels, so many of one field.
_BLANKS, _WRAPPED, _MOST_LINES, _TWO_LINES = 4, 6, 4, 2
#: A line with so many digits and a colon can be a date; it is no longer than this.
_DIGITS_OF_DATE, _LONGEST_DATE = 4, 50
#: What each field's value must fit at least, in the mean.
_FITTING = 0.5
#: The foot of a page has fewer lines than this: its number, a remain of a box.
_FOOT = 3


def join_columns(blocks: Sequence[RawBlock], lines: Sequence[str], pages: Sequence[int], languages: Languages = BASE) -> list[RawBlock]:
    """Return the blocks, each run of labels joined with its values where these were found."""
    kept = sorted(blocks, key=_first)
    for hollow in [block for block in kept if is_hollow(block)]:
        start = bisect_left(kept, hollow.lines[0] - 3 * _REACH, key=_first)
        stop = bisect_right(kept, hollow.lines[-1] + 3 * _REACH, key=_first)
        near = kept[start:stop]
        if any(block is hollow for block in near):  # it may have given its lines to another
            for within in _pages_of(hollow, lines, pages):
                here = [block for block in near if pages[block.lines[0] - 1] in within]
                joined = _with_values(hollow, here, lines, pages, within, languages)
                if joined is not None:
                    others = [block for block in near if pages[block.lines[0] - 1] not in within]
                    kept[start:stop] = sorted((*others, *joined), key=_first)
                    break
    return kept


def _first(block: RawBlock) -> int:
    return block.lines[0]


def _pages_of(hollow: RawBlock, lines: Sequence[str], pages: Sequence[int]) -> Iterator[frozenset[int]]:
    """Yield the pages on which the values of a run of labels can stand: its own, then the next where nothing follows the labels but a page's foot."""
    own = {pages[number - 1] for number in hollow.lines}
    yield frozenset(own)
    at, left = hollow.lines[-1], _FOOT
    while left and at < len(lines) and pages[at] in own:
        left -= bool(lines[at].strip())
        at += 1
    if left and at < len(lines):
        yield frozenset(own | {pages[at]})


def _with_values(
    hollow: RawBlock, blocks: list[RawBlock], lines: Sequence[str], pages: Sequence[int], within: frozenset[int], languages: Languages
) -> list[RawBlock] | None:
    """Return the blocks near a run of labels, the run joined with its values; None if these are not found."""
    values = _nearest(hollow, blocks)
    if values is not None:
        return [*(block for block in blocks if block is not hollow and block is not values), _joined(hollow, values)]
    found = _searched(hollow, blocks, lines, pages, within, languages) or _in_order(hollow, blocks, lines, pages, within)
    if found is None:
        return None
    values, rest, replaced = found
    kept = [block for block in blocks if block is not hollow and all(block is not other for other in replaced)]
    return [*kept, _joined(hollow, values), *rest]


def is_hollow(block: RawBlock) -> bool:
    """Say whether a block has at least three labels and no values."""
    labelled = [part for part in block.fields if part.label]
    return len(labelled) >= 3 and len(labelled) == len(block.fields) and not any(part.value for part in block.fields)


def _is_bare(block: RawBlock) -> bool:
    return not any(part.label for part in block.fields)


def _nearest(hollow: RawBlock, blocks: Sequence[RawBlock]) -> RawBlock | None:
    """Return the nearest block of bare values, None if there is none."""
    near = [block for block in blocks if _is_bare(block) and _gap(hollow, block) <= _REACH * 2]
    return min(near, key=lambda block: _gap(hollow, block), default=None)


def _gap(a: RawBlock, b: RawBlock) -> int:
    return min(abs(a.lines[0] - b.lines[-1]), abs(b.lines[0] - a.lines[-1]))


def _searched(
    hollow: RawBlock, blocks: Sequence[RawBlock], lines: Sequence[str], pages: Sequence[int], within: frozenset[int], languages: Languages
) -> tuple[RawBlock, list[RawBlock], list[RawBlock]] | None:
    """Search behind the labels, then before them, for values.

    Blocks that have hardly a label of their own may give up their lines: return the values, what is left of such blocks, and these.
    """
    weak = [block for block in blocks if block is not hollow and sum(1 for part in block.fields if part.label) <= 1]
    taken = {number for block in blocks if block not in weak for number in block.lines}
    for stretch in (range(hollow.lines[-1], hollow.lines[-1] + _REACH), range(hollow.lines[0] - 2, hollow.lines[0] - _REACH, -1)):
        free = []
        for i in stretch:
            if not 0 <= i < len(lines) or pages[i] not in within or i + 1 in taken:
                break
            free.append(i)
        searched = search(lines, sorted(free), languages, unlabelled=weights.VALUES_EXPECTED)
        found = [block for block in searched if _is_bare(block) and block.get("sent")]
        if found:
            held = set(found[0].lines)
            replaced = [block for block in weak if held.intersection(block.lines)]
            left = sorted({number - 1 for block in replaced for number in block.lines if number > found[0].lines[-1]})
            return found[0], search(lines, left, languages, unlabelled=0.0) if left else [], replaced
    return None


def _in_order(
    hollow: RawBlock, blocks: Sequence[RawBlock], lines: Sequence[str], pages: Sequence[int], within: frozenset[int]
) -> tuple[RawBlock, list[RawBlock], list[RawBlock]] | None:
    """Give the lines right behind a run of labels to them in their order, where too much of the date is lost for a search."""
    weak = [block for block in blocks if block is not hollow and sum(1 for part in block.fields if part.label) <= 1]
    taken = {number for block in blocks if block not in weak for number in block.lines}
    start = hollow.lines[-1]
    while start < len(lines) and start < hollow.lines[-1] + _BLANKS and not lines[start].strip("> "):
        start += 1
    run: list[tuple[int, str]] = []
    for i in range(start, min(start + len(hollow.fields) + _WRAPPED, len(lines))):
        text = lines[i].strip("> \t")
        if not text or pages[i] not in within or i + 1 in taken:
            break
        run.append((i + 1, text))
    names = [part.field for part in hollow.fields]
    shares = _shared_out(names, [text for _, text in run])
    if shares is None:
        return None
    values = RawBlock(
        fields=tuple(
            FieldLines(field=name, label=None, exact=False, parts=tuple(run[a:b]), score=0.0)
            for name, (a, b) in zip(names, shares, strict=True)
            if b > a
        ),
        score=0.0,
    )
    held = set(values.lines)
    return values, [], [block for block in weak if held.intersection(block.lines)]


def _shared_out(names: Sequence[str], texts: Sequence[str]) -> list[tuple[int, int]] | None:
    """Share lines out to fields in their order, one or more to each, as they fit best; None if they do not fit.

    >>> _shared_out(["from", "sent", "to", "subject"], ["Jan Dam <j@dam.nl>", "maandag 7 .. 2622 8:.0", "Bo <b@dam.nl>;", "Ko <k@dam.nl>", "Vraag"])
    [(0, 1), (1, 2), (2, 4), (4, 5)]
    """
    if len(texts) < len(names):
        return None
    best: list[dict[int, tuple[float, list[tuple[int, int]]]]] = [{0: (0.0, [])}]
    for name in names:
        after: dict[int, tuple[float, list[tuple[int, int]]]] = {}
        for start, (score, path) in best[-1].items():
            total = score
            longest = _MOST_LINES if name in _PEOPLE else 1 if name in _OF_ONE_LINE else _TWO_LINES
            for stop in range(start + 1, min(start + longest, len(texts)) + 1):
                total += _fits(name, texts[stop - 1])
                if stop not in after or total > after[stop][0]:
                    after[stop] = (total, [*path, (start, stop)])
        best.append(after)
    score, path = best[-1].get(len(texts), (-1.0, []))
    return path if score >= _FITTING * len(names) else None


def _fits(name: str, text: str) -> float:
    """Weigh a line as a field's, its label known to stand elsewhere."""
    digits = sum(c.isdigit() for c in text)
    dated = digits >= _DIGITS_OF_DATE and ":" in text and len(text) < _LONGEST_DATE and evidence.people(text) < 1
    if name == "sent":
        return 1.0 if dated else -2.0
    if name in _PEOPLE or name == "from":
        return min(1.0, evidence.people(text) / 2) if not dated else -2.0
    if name == "attachments":
        return 1.0 if evidence.files(text) > 0 else -1.0
    return -2.0 if dated or evidence.people(text) > 1 else 0.5


def _joined(hollow: RawBlock, values: RawBlock) -> RawBlock:
    """Give the values the labels of their fields; a Cc label without value takes what follows the first recipient's lines."""
    fields = []
    held = {part.field: part for part in values.fields}
    to = held.get("to")
    if hollow.get("cc") and "cc" not in held and to is not None and len(to.parts) > 1:
        held["to"] = evolve(to, parts=to.parts[:1])
        held["cc"] = evolve(to, field="cc", parts=to.parts[1:])
    for label in hollow.fields:
        value = held.pop(label.field, None)
        parts = (*label.parts, *(value.parts if value else ()))
        fields.append(FieldLines(field=label.field, label=label.label, exact=label.exact, parts=parts, score=label.score))
    fields.extend(held.values())
    return RawBlock(fields=tuple(fields), score=hollow.score + values.score, form="columns")
