"""Give the fields of a header their values back where a text has the rows of the page in another order than the page.

A PDF keeps its text in the order in which it was drawn, and labels may have been drawn after their values:

    Van:
    dinsdag 4 juni 2019 12:22
    Verzonden:
    Aan:
    Zaal voor woensdag
    Onderwerp:

In come the blocks as decoded, and the lines; out come the blocks with values and labels joined.
What is hard: a label alone on its line may have its value above or beneath, and only what cannot be anything else tells which.
A date is such a thing: where it stands above its label and not beneath, the other values of that header stand above theirs.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from attrs import evolve

from lvvthreads.header.evidence import files, has_prefix
from lvvthreads.header.label import label_matches
from lvvthreads.header.language import BASE, Languages
from lvvthreads.header.offer import PEOPLE
from lvvthreads.header.pieces import (
    NEAR,
    are_in_pieces,
    between,
    is_of_people,
    is_timed,
    opens_body,
    subject_words,
    up_to_greeting,
    with_date_in_pieces,
    with_subject_in_pieces,
)
from lvvthreads.header.rawblock import FieldLines, RawBlock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from lvvthreads.header.label import LabelMatch

#: How many lines a header can have in which values stand above their labels, and how many between what was found of it and its next label.
_MOST_LINES, _BEYOND = 40, 2
#: A label and its colon stand within so many letters of a line's head.
_LABEL_WITHIN = 40


class _Label(NamedTuple):
    """A label of a header that is spelled right."""

    number: int
    match: LabelMatch
    #: What stands behind it on its line.
    value: str


def with_whole_rows(blocks: Sequence[RawBlock], lines: Sequence[str], languages: Languages = BASE) -> list[RawBlock]:
    """Return the blocks, each with the values that stand above their labels, and a date and a subject of all their pieces."""
    blocks = _with_ends(blocks)
    mended: list[RawBlock] = []
    spans: list[range] = []
    for i, block in enumerate(blocks):
        end = blocks[i + 1].lines[0] if i + 1 < len(blocks) else len(lines) + 1
        free = range(mended[-1].lines[-1] + 1 if mended else 1, end)
        spans.append(free)
        mended.append(_mended(block, lines, free, languages) if block.form == "block" else block)
    if not are_in_pieces(mended, languages):
        return mended
    words = [subject_words(block) for block in mended]
    counts = Counter(word for own in words for word in own)

    def elsewhere(own: frozenset[str]) -> Callable[[str], bool]:
        return lambda word: counts[word] > (word in own)

    return [
        with_subject_in_pieces(block, lines, range(free.start, following.lines[0] if following else free.stop), elsewhere(own))
        for block, free, following, own in zip(mended, spans, (*mended[1:], None), words, strict=True)
    ]


def _with_ends(blocks: Sequence[RawBlock]) -> list[RawBlock]:
    """Return the blocks, those joined of which one ends with a date without label and the next begins with the label of a time, alone on its line."""
    joined: list[RawBlock] = []
    for block in blocks:
        first = block.fields[0]
        if joined and first.field == "sent" and first.exact and not first.value and _is_beginning(joined[-1], first.parts[0][0]):
            held = {part.field for part in joined[-1].fields}
            joined[-1] = evolve(joined[-1], fields=(*joined[-1].fields, *(part for part in block.fields if part.field not in held)))
        else:
            joined.append(block)
    return joined


def _is_beginning(block: RawBlock, number: int) -> bool:
    """Say whether a block is the label of a sender and a date, right above a line."""
    last = block.fields[-1]
    return [part.field for part in block.fields] == ["from", "sent"] and last.label is None and last.parts[-1][0] == number - 1


def _mended(block: RawBlock, lines: Sequence[str], free: range, languages: Languages) -> RawBlock:
    """Return one block mended; ``free`` are the numbers of the lines between its neighbours."""
    return (
        _with_values_above(block, lines, free, languages)
        or _with_values_beneath(block, lines, free, languages)
        or with_date_in_pieces(block, lines, free, languages)
    )


# --- Values above their labels ---


def _with_values_above(block: RawBlock, lines: Sequence[str], free: range, languages: Languages) -> RawBlock | None:
    """Return the block with what stands above each label that is alone; None if nothing shows that values stand there."""
    sent = block.get("sent")
    if sent is not None and sent.exact and sent.parts[0][1]:
        return None
    labels = _labels(block, lines, free, languages)
    if not any(_is_dated_above(i, labels, lines, languages) or _is_subject_above(i, labels, lines) for i in range(1, len(labels))):
        return None
    scores = {part.field: part.score for part in block.fields}
    fields = tuple(
        FieldLines(
            field=label.match.field,
            label=label.match.label,
            exact=True,
            parts=(*_parts(i, labels, lines), *_rest(i, labels, lines, free)),
            score=scores.get(label.match.field, label.match.score),
        )
        for i, label in enumerate(labels)
    )
    held = {label.match.field for label in labels}
    return evolve(block, fields=(*fields, *(part for part in block.fields if part.field not in held and part.label is not None)))


def _labels(block: RawBlock, lines: Sequence[str], free: range, languages: Languages) -> list[_Label]:
    """Return the labels that are spelled right, from the first line of a block on, up to a second one of a field."""
    found: list[_Label] = []
    beyond = 0
    for number in range(block.lines[0], min(free.stop, block.lines[0] + _MOST_LINES)):
        text = lines[number - 1].strip()
        match = next((match for match in label_matches(text, languages) if match.exact), None) if ":" in text[:_LABEL_WITHIN] else None
        if match is None:
            beyond += number > block.lines[-1] and bool(text)
            if beyond > _BEYOND:
                break
        elif any(label.match.field == match.field for label in found):
            break
        else:
            found.append(_Label(number, match, text[match.end :].strip()))
    return found


def _is_dated_above(at: int, labels: Sequence[_Label], lines: Sequence[str], languages: Languages) -> bool:
    """Say whether a label is that of a time, alone on its line, and a date stands above it and none beneath."""
    label = labels[at]
    if label.match.field != "sent" or label.value:
        return False
    above = [text for _, text in between(labels[at - 1].number, label.number, lines)]
    beneath = lines[label.number].strip() if label.number < len(lines) else ""
    return bool(above) and is_timed(above[-1], languages) and not is_timed(beneath, languages)


def _is_subject_above(at: int, labels: Sequence[_Label], lines: Sequence[str]) -> bool:
    """Say whether a label is that of a subject, alone on its line as the one before it, and right above it stands a prefix and a greeting beneath."""
    label = labels[at]
    if label.match.field != "subject" or label.value or labels[at - 1].value:
        return False
    beneath = lines[label.number].strip() if label.number < len(lines) else ""
    return has_prefix(lines[label.number - 2].strip()) and opens_body(beneath)


def _parts(at: int, labels: Sequence[_Label], lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield the lines of a field: above its label if it is alone on its line, else behind it."""
    label = labels[at]
    if not label.value and at:
        for number, text in between(labels[at - 1].number, label.number, lines):
            if label.match.field in PEOPLE or has_prefix(text) or not is_of_people(text):
                yield number, text
    yield label.number, label.value
    if label.value and at + 1 < len(labels) and labels[at + 1].value:
        yield from between(label.number, labels[at + 1].number, lines)


def _rest(at: int, labels: Sequence[_Label], lines: Sequence[str], free: range) -> Iterator[tuple[int, str]]:
    """Yield the lines beneath the label of a subject that are more of it: a greeting ends them, and with it the header."""
    label = labels[at]
    if label.match.field == "subject" and not label.value and at == len(labels) - 1:
        yield from up_to_greeting(label.number, lines, free) or ()


# --- Values beneath a run of labels ---


def _with_values_beneath(block: RawBlock, lines: Sequence[str], free: range, languages: Languages) -> RawBlock | None:
    """Return the block whose labels stand in a run, the last perhaps with all their values, which follow in their order; None if it is not so."""
    labels = {part.field: i for i, part in enumerate(block.fields)}
    if {"subject", "sent"} - labels.keys() or labels["sent"] != labels["subject"] + 1 or not all(part.exact for part in block.fields):
        return None
    if any(part.value for part in block.fields[:-1]) or (len(block.fields[-1].parts) == 1 and block.fields[-1].value):
        return None
    last = block.fields[-1].parts[0][0]
    values = [*between(last, min(free.stop, last + 2 + NEAR), lines)]
    at = next((i for i, (_, text) in enumerate(values) if is_timed(text, languages)), 0)
    if at == 0 or is_of_people(values[at - 1][1]):
        return None
    attached = [value for value in values[at + 1 :] if files(value[1]) > 0]
    given = {"sent": values[at : at + 1], "subject": values[at - 1 : at], "attachments": attached}
    before = values[: at - 1]
    if all(is_of_people(text) for _, text in before):
        given["to"] = before
    fields = tuple(evolve(part, parts=(part.parts[0], *given.get(part.field, ()))) for part in block.fields)
    return evolve(block, fields=fields, form="columns")
