"""Give the fields of a header their values back where a text has the pieces of the page's rows in another order than the page.

A PDF keeps its text in the order in which it was drawn. What stands in one row of the page may then come in several lines, its label last or in the middle:

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

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from attrs import evolve

from lvvthreads.header.date import read_date
from lvvthreads.header.evidence import has_prefix, is_salutation, is_speck, looks_like_prose, people
from lvvthreads.header.fold import fold_words
from lvvthreads.header.label import label_matches
from lvvthreads.header.language import BASE, Languages, month_words, weekday_words
from lvvthreads.header.offer import PEOPLE
from lvvthreads.header.rawblock import FieldLines, RawBlock

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lvvthreads.header.label import LabelMatch

#: From so much evidence on, a line is of people.
_SURELY_PEOPLE = 1.2
#: How many lines around its label are searched for the pieces of a date, and how long one of them is at most.
_NEAR, _LONGEST_PIECE = 4, 40
#: How many lines a header can have in which values stand above their labels, and how many between what was found of it and its next label.
_MOST_LINES, _BEYOND = 40, 2
#: How many lines a subject in pieces can have, and how long one of them is at most.
_MOST_PIECES, _LONGEST_SUBJECT = 8, 100
#: A label and its colon stand within so many letters of a line's head.
_LABEL_WITHIN = 24
_PIECE = re.compile(r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?|\d{1,2}|(?:19|20)\d\d|[+-]\d{4}|[^\W\d_]{1,12}")
_SIGNS = re.compile(r"[\s.,]+")
_HALVES = frozenset(("am", "pm"))
_CALENDAR = frozenset(weekday_words(BASE)) | frozenset(month_words(BASE))


class _Label(NamedTuple):
    """A label of a header that is spelled right."""

    number: int
    match: LabelMatch
    #: What stands behind it on its line.
    value: str


def with_whole_rows(blocks: Sequence[RawBlock], lines: Sequence[str], languages: Languages = BASE) -> list[RawBlock]:
    """Return the blocks, each with the values that stand above their labels, and a date and a subject of all their pieces."""
    mended: list[RawBlock] = []
    spans: list[range] = []
    for i, block in enumerate(blocks):
        end = blocks[i + 1].lines[0] if i + 1 < len(blocks) else len(lines) + 1
        free = range(mended[-1].lines[-1] + 1 if mended else 1, end)
        spans.append(free)
        mended.append(_mended(block, lines, free, languages) if block.form == "block" else block)
    if not are_in_pieces(mended, languages):
        return mended
    words = [_subject_words(block) for block in mended]
    counts = Counter(word for own in words for word in own)
    return [
        _with_subject_in_pieces(
            block, lines, range(free.start, following.lines[0] if following else free.stop), frozenset(counts - Counter(own))
        )
        for block, free, following, own in zip(mended, spans, (*mended[1:], None), words, strict=True)
    ]


def _mended(block: RawBlock, lines: Sequence[str], free: range, languages: Languages) -> RawBlock:
    """Return one block mended; ``free`` are the numbers of the lines between its neighbours."""
    return (
        _with_values_above(block, lines, free, languages)
        or _with_values_beneath(block, lines, free, languages)
        or _with_date_in_pieces(block, lines, free, languages)
    )


def are_in_pieces(blocks: Sequence[RawBlock], languages: Languages = BASE) -> bool:
    """Say whether the words of a document's rows have lost their order: some date that can be read has its parts in one that no one writes."""
    return any(
        sent.exact and _is_timed(flat, languages) and is_jumbled(flat, languages)
        for block in blocks
        if (sent := block.get("sent")) is not None and (flat := _joined(sent.parts))
    )


@lru_cache(maxsize=8192)
def is_jumbled(text: str, languages: Languages = BASE) -> bool:
    """Say whether weekday, day, month and year stand in an order in which no program prints them.

    >>> is_jumbled("4 dinsdag juni 2019 12:22"), is_jumbled("2019 12:22 dinsdag 4 juni"), is_jumbled("dinsdag 4 juni 2019 12:22")
    (True, True, False)
    """
    days, months = weekday_words(languages), month_words(languages)
    kinds = ""
    for word in _SIGNS.split(text.lower()):
        kind = "d" if word.isdecimal() and len(word) <= 2 else "y" if word.isdecimal() else "m" if word in months else ""
        kinds += "w" if not kind and word in days else kind
    return sorted(kinds.replace("w", "")) == ["d", "m", "y"] and kinds.removeprefix("w") not in {"dmy", "mdy", "ymd"}


# --- Subjects in pieces ---

#: The small words of a row, which programs draw apart.
_SMALL_WORDS = re.compile(r"[^\W\d_A-ZÀ-Þ]{2,4}(?: [^\W\d_A-ZÀ-Þ]{1,4}\.?){0,3}")
#: The beginning of a line that is no name.
_IN_SMALL_LETTERS = re.compile(r"[^\W\d_A-ZÀ-Þ]{4,40}(?![^\s])")
#: How far above its label a subject can begin with its prefix.
_MOST_ABOVE = 4
#: A prefix within a subject, where a program sorted the words of the row.
_PREFIX_WITHIN = re.compile(r"(?<!\S)(?:RE|FW|Re|Fw|FWD|Fwd|Antw|ANTW):(?!\S)")


def prefixes_first(text: str) -> str:
    """Return a subject whose words have lost their order with its prefixes at its head.

    >>> prefixes_first("Zaal woensdag RE: voor")
    'RE: Zaal woensdag voor'
    """
    found = _PREFIX_WITHIN.findall(text)
    return " ".join((*found, *_PREFIX_WITHIN.sub(" ", text).split())) if found else text


def _with_subject_in_pieces(block: RawBlock, lines: Sequence[str], free: range, known: frozenset[str]) -> RawBlock:
    """Return the block with the subject that its pieces make, where these stand around its label."""
    subject = block.get("subject")
    if subject is None or not subject.exact or block.form != "block":
        return block
    number, value = subject.parts[0]
    held = {at for part in block.fields if part.field in {"sent", "attachments"} for at, _ in part.parts}
    labels = [part.parts[0][0] for part in block.fields if part.exact and part is not subject]
    above = _pieces_above(range(number - 1, max((at for at in labels if at < number), default=number), -1), lines, known, held)
    following = next(
        (at for at in range(number + 1, min(free.stop, number + 2 + _MOST_PIECES)) if at in labels or _is_labelled(lines[at - 1])), 0
    )
    whole = following > 0
    if following:
        beneath = [
            (at, text)
            for at, text in _between(number, following, lines)
            if at not in held and _is_words(text) and (has_prefix(text) or people(text) < _SURELY_PEOPLE)
        ]
    else:
        greeted = _up_to_greeting(number, lines, free)
        beneath = list(_known_pieces(number, lines, free, known)) if greeted is None else greeted
        whole = greeted is not None
    parts = (*sorted(above), (number, value), *beneath)
    return _given(block, "subject", parts) if len(parts) > len(subject.parts) or (whole and parts != subject.parts) else block


def _is_labelled(line: str) -> bool:
    text = line.strip()
    return ":" in text[:_LABEL_WITHIN] and any(match.exact and match.field in {"sent", "attachments"} for match in label_matches(text))


def _pieces_above(numbers: range, lines: Sequence[str], known: frozenset[str], held: set[int]) -> list[tuple[int, str]]:
    """Return the lines above the label of a subject that are of it: up to a prefix, and words of other subjects or in small letters."""
    near: list[tuple[int, str]] = []
    for number in numbers:
        text = lines[number - 1].strip()
        if number in held or not text or ((is_speck(text) or _SMALL_WORDS.fullmatch(text)) and not _is_known(text, known)):
            continue
        if _is_piece(text, BASE):
            continue
        if not has_prefix(f"{text} ") and (people(text) >= _SURELY_PEOPLE or ";" in text):
            break
        near.append((number, text))
    opened = next((i for i, (_, text) in enumerate(near[:_MOST_ABOVE]) if has_prefix(text)), -1) + 1
    for i, (_, text) in enumerate(near):
        if i >= opened and not (has_prefix(f"{text} ") or _is_known(text, known) or (i == 0 and _IN_SMALL_LETTERS.match(text))):
            return near[:i]
    return near


def _known_pieces(number: int, lines: Sequence[str], free: range, known: frozenset[str]) -> Iterator[tuple[int, str]]:
    """Yield the lines beneath the label of a subject that are a prefix or words of other subjects, up to one that is not."""
    for at in range(number + 1, min(free.stop, number + 2 + _MOST_PIECES)):
        text = lines[at - 1].strip().lstrip("> ")
        if has_prefix(f"{text} ") or (_is_known(text, known) and not _is_piece(text, BASE)) or _SMALL_WORDS.fullmatch(text):
            yield at, text
        elif not text or not is_speck(text):
            break


def _is_known(text: str, known: frozenset[str]) -> bool:
    words = fold_words(text)
    return bool(words) and all(word in known for word in words)


def _subject_words(block: RawBlock) -> frozenset[str]:
    """Return the words of the subject as it was decoded."""
    subject = block.get("subject")
    return frozenset(fold_words(subject.value)) if subject is not None and subject.exact else frozenset()


# --- Values above their labels ---


def _with_values_above(block: RawBlock, lines: Sequence[str], free: range, languages: Languages) -> RawBlock | None:
    """Return the block with what stands above each label that is alone; None if nothing shows that values stand there."""
    sent = block.get("sent")
    if sent is not None and sent.exact and sent.parts[0][1]:
        return None
    labels = _labels(block, lines, free, languages)
    if not any(_is_dated_above(i, labels, lines, languages) for i in range(1, len(labels))):
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
        match = next((match for match in label_matches(text, languages) if match.exact), None) if ":" in text[:_LONGEST_PIECE] else None
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
    above = [text for _, text in _between(labels[at - 1].number, label.number, lines)]
    beneath = lines[label.number].strip() if label.number < len(lines) else ""
    return bool(above) and _is_timed(above[-1], languages) and not _is_timed(beneath, languages)


def _is_timed(text: str, languages: Languages) -> bool:
    if len(text) > _LONGEST_SUBJECT:
        return False
    date = read_date(text, languages)
    return date.exact is not None and "?" not in date.time


def _between(first: int, last: int, lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield number and text of the lines between two lines that hold something."""
    for number in range(first + 1, last):
        text = lines[number - 1].strip().lstrip("> ")
        if text:
            yield number, text


def _parts(at: int, labels: Sequence[_Label], lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield the lines of a field: above its label if it is alone on its line, else behind it."""
    label = labels[at]
    if not label.value and at:
        for number, text in _between(labels[at - 1].number, label.number, lines):
            if label.match.field in PEOPLE or has_prefix(text) or people(text) < _SURELY_PEOPLE:
                yield number, text
    yield label.number, label.value
    if label.value and at + 1 < len(labels) and labels[at + 1].value:
        yield from _between(label.number, labels[at + 1].number, lines)


def _rest(at: int, labels: Sequence[_Label], lines: Sequence[str], free: range) -> Iterator[tuple[int, str]]:
    """Yield the lines beneath the label of a subject that are more of it: a greeting ends them, and with it the header."""
    label = labels[at]
    if label.match.field == "subject" and not label.value and at == len(labels) - 1:
        yield from _up_to_greeting(label.number, lines, free) or ()


def _up_to_greeting(number: int, lines: Sequence[str], free: range) -> list[tuple[int, str]] | None:
    """Return the lines between that of a label and a greeting, without marks and specks; None if no greeting follows soon."""
    found: list[tuple[int, str]] = []
    for at in range(number + 1, min(free.stop, number + 2 + _MOST_PIECES)):
        text = lines[at - 1].strip().lstrip("> ")
        if _opens_body(text):
            return found
        if not text or _is_of_body(text):
            break
        if _is_words(text) and (has_prefix(text) or people(text) < _SURELY_PEOPLE):
            found.append((at, text))
    return None


def _is_words(text: str) -> bool:
    """Say whether a line is no speck: a small word of two letters is none."""
    return not is_speck(text) or (len(text) > 1 and text.isalpha() and text.islower())


def _is_of_body(text: str) -> bool:
    """Say whether a line cannot be more of a subject: a label stands at its head, or it is running text."""
    labelled = ":" in text[:_LABEL_WITHIN] and not has_prefix(text)
    return labelled or text.endswith(("!", "?")) or looks_like_prose(text) or len(text) > _LONGEST_SUBJECT


def _opens_body(text: str) -> bool:
    """Say whether a line addresses a reader: with a word of greeting, or a few words and a comma ("Anna ,")."""
    return is_salutation(text) or (text.endswith(",") and len(text) <= _LONGEST_PIECE and any(map(str.isalpha, text)))


# --- Values beneath a run of labels ---


def _with_values_beneath(block: RawBlock, lines: Sequence[str], free: range, languages: Languages) -> RawBlock | None:
    """Return the block whose labels stand in a run, the last perhaps with all their values, which follow in their order; None if it is not so."""
    labels = {part.field: i for i, part in enumerate(block.fields)}
    if {"subject", "sent"} - labels.keys() or labels["sent"] != labels["subject"] + 1 or not all(part.exact for part in block.fields):
        return None
    if any(part.value for part in block.fields[:-1]) or (len(block.fields[-1].parts) == 1 and block.fields[-1].value):
        return None
    last = block.fields[-1].parts[0][0]
    values = [*_between(last, min(free.stop, last + 2 + _NEAR), lines)]
    at = next((i for i, (_, text) in enumerate(values) if _is_timed(text, languages)), 0)
    if at == 0 or people(values[at - 1][1]) >= _SURELY_PEOPLE:
        return None
    given = {"sent": values[at : at + 1], "subject": values[at - 1 : at]}
    before = values[: at - 1]
    if all(people(text) >= _SURELY_PEOPLE for _, text in before):
        given["to"] = before
    fields = tuple(evolve(part, parts=(part.parts[0], *given.get(part.field, ()))) for part in block.fields)
    return evolve(block, fields=fields, form="columns")


# --- Dates in pieces ---


def _with_date_in_pieces(block: RawBlock, lines: Sequence[str], free: range, languages: Languages) -> RawBlock:
    """Return the block with a date that is complete once the pieces around its label are joined."""
    sent = block.get("sent")
    if sent is None or sent.label is None:
        sent = _sent_within(block, lines)
    if sent is None:
        return block
    number, value = sent.parts[0]
    own = (number, value)
    complete = _is_timed(_joined(sent.parts), languages)
    above = _pieces(range(number - 1, max(free.start, number - 1 - _NEAR) - 1, -1), lines, languages)
    beneath = _pieces(range(number + 1, min(free.stop, number + 2 + _NEAR)), lines, languages)
    if complete and not any(_half_in(text) for _, text in (*above, *beneath)):
        return block
    sizes = sorted(((up, down) for up in range(len(above) + 1) for down in range(len(beneath) + 1)), key=lambda size: (-sum(size), size[0]))
    for up, down in sizes:
        parts = (*reversed(above[:up]), own, *beneath[:down])
        if _is_timed(_joined(parts), languages):
            others = tuple(part for part in block.fields if part.field != "sent")
            return _given(evolve(block, fields=block.fields if sent in block.fields else (*others, sent)), "sent", parts)
    return block


def _sent_within(block: RawBlock, lines: Sequence[str]) -> FieldLines | None:
    """Return the field of the time whose label stands within a block that has none: what is beside it was no date by itself."""
    for number in range(block.lines[0], block.lines[-1] + 1):
        text = lines[number - 1].strip()
        for match in label_matches(text) if ":" in text[:_LABEL_WITHIN] else ():
            if match.exact and match.field == "sent":
                return FieldLines(
                    field="sent", label=match.label, exact=True, parts=((number, text[match.end :].strip()),), score=match.score
                )
    return None


def _half_in(text: str) -> bool:
    """Say whether a half of the day is among the pieces of a line: without it the hour is another."""
    return not _HALVES.isdisjoint(_SIGNS.split(text.lower()))


def _joined(parts: Sequence[tuple[int, str]]) -> str:
    return " ".join(" ".join(text for _, text in parts).split())


def _pieces(numbers: range, lines: Sequence[str], languages: Languages) -> list[tuple[int, str]]:
    """Return the lines that hold nothing but pieces of a date, from the nearest on, up to one that holds something else."""
    found: list[tuple[int, str]] = []
    for number in numbers:
        text = lines[number - 1].strip()
        if _is_piece(text, languages):
            found.append((number, text))
        elif not is_speck(text):
            break
    return found


@lru_cache(maxsize=8192)
def _is_piece(text: str, languages: Languages) -> bool:
    """Say whether a line holds numbers, times, weekdays and months, and nothing else."""
    if not text or len(text) > _LONGEST_PIECE:
        return False
    calendar = _calendar(languages)
    words = [word for word in _SIGNS.split(text.lower()) if word]
    return bool(words) and all(_PIECE.fullmatch(word) and (not word.isalpha() or word in calendar) for word in words)


@lru_cache(maxsize=64)
def _calendar(languages: Languages) -> frozenset[str]:
    return frozenset(weekday_words(languages)) | frozenset(month_words(languages)) | _CALENDAR | _HALVES


def _given(block: RawBlock, name: str, parts: Sequence[tuple[int, str]]) -> RawBlock:
    """Return the block with the lines of one field, which no other one has any longer."""
    taken = {number for number, _ in parts}
    fields = []
    for part in block.fields:
        if part.field == name:
            fields.append(evolve(part, parts=tuple(parts)))
            continue
        left = tuple(piece for at, piece in enumerate(part.parts) if piece[0] not in taken or (at == 0 and part.label is not None))
        if left:
            fields.append(evolve(part, parts=left))
    return evolve(block, fields=tuple(fields))
