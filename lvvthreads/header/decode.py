"""Decode lines into header blocks: which lines carry which field of which block.

In comes a document's lines; out come :class:`RawBlock` objects, each with the lines of its fields.
A block is decoded as a whole, as a path through states (outside, or in a block with these fields seen and this field last):
each line adds what its label and its value say (:mod:`label`, :mod:`evidence`), each step what the order of fields says, each end of a block what is missing.
So a line that is hardly a label is one because of its neighbours, and a line of prose that begins "Van" is not.

The search runs only in windows around seeds (an exact label, a date with its time), and keeps few paths: its time grows with the number of lines.
All scores are log-odds, set by hand on two releases and checked on text kept aside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from attrs import field, frozen

from lvvthreads.header import evidence
from lvvthreads.header.date import read_date
from lvvthreads.header.label import FIELD_OF, LabelMatch, label_matches
from lvvthreads.header.vocabulary import Subjects

#: The fields a block can hold once, each a bit of the path's memory; ``other`` may come again.
_BIT = {"from": 1, "sent": 2, "to": 4, "cc": 8, "bcc": 16, "subject": 32, "attachments": 64, "other": 0}
_PEOPLE = frozenset(("from", "to", "cc", "bcc"))

#: How readily a field opens a block: mail programs print the sender first; it is the line the censor's box most often swallows.
_OPENS = {"from": 0.0, "sent": -1.0, "to": -2.0, "cc": -4.0, "bcc": -6.0, "subject": -3.0, "attachments": -7.0, "other": -5.0}
#: Orders that mail programs print: Outlook (from sent to cc subject attachments), BlackBerry (from to sent subject),
#: Exchange's mailbox print (from to cc subject sent attachments), Apple Mail (from subject sent to).
_FOLLOWS = {
    ("from", "sent"): 0.3,
    ("sent", "to"): 0.3,
    ("to", "cc"): 0.3,
    ("to", "subject"): 0.3,
    ("cc", "subject"): 0.3,
    ("subject", "attachments"): 0.3,
    ("from", "to"): 0.0,
    ("to", "sent"): 0.0,
    ("cc", "sent"): 0.0,
    ("sent", "subject"): 0.0,
    ("subject", "sent"): 0.0,
    ("sent", "attachments"): 0.0,
    ("cc", "bcc"): 0.0,
    ("bcc", "subject"): 0.0,
    ("from", "subject"): -0.5,
    ("sent", "cc"): -0.5,
    ("cc", "to"): -1.0,
    ("subject", "to"): -1.5,
    ("from", "cc"): -1.0,
}
_UNUSUAL = -2.5
#: What a block pays for being one at all, and for each field it lacks.
_BLOCK, _LACKS = -4.0, {"from": -1.0, "sent": -2.5, "to": -0.5, "subject": -2.0}
_NEITHER_TIME_NOR_SUBJECT = -8.0
#: An exact label, and a whole date line, that are not part of any block.
_STRAY_LABEL, _STRAY_DATE = -2.5, -1.5
#: What a field without its label pays.
_NO_LABEL = {"from": -3.0, "sent": -2.0, "to": -2.0, "cc": -3.2, "subject": -1.8, "attachments": -2.8}

NO_SUBJECTS = Subjects(())

_WINDOW_BEFORE, _WINDOW_AFTER = 8, 16
_BEAM_WIDTH, _BEAM_DEPTH = 16, 12.0

_SEED_LABEL = re.compile(
    r"[\s>*|_'\"‘’.\[\](),•-]{{0,60}}(?:{})[\s*_]{{0,3}}[:;]".format("|".join(re.escape(w) for w in sorted(FIELD_OF, key=len, reverse=True))),
    re.IGNORECASE,
)
_SEED_TIME = re.compile(r"\d\s?[:.,;\s-]\s?\d\d")
_SEED_YEAR = re.compile(r"[12Z][0O9Q][\dOoIl|SZ]")


@frozen(kw_only=True)
class FieldLines:
    """The lines of one field: its label, if printed, and the pieces of its value."""

    field: str
    label: str | None
    #: True if label and colon are spelled right.
    exact: bool
    #: (line number, text of the value on that line), the first line first; the text may be empty.
    parts: tuple[tuple[int, str], ...]
    score: float

    @property
    def value(self) -> str:
        """The value's lines, joined by newlines."""
        return "\n".join(text for _, text in self.parts if text)


@frozen(kw_only=True)
class RawBlock:
    """A header block as decoded: its fields in the order they stand."""

    fields: tuple[FieldLines, ...]
    #: Log-odds that this is a header block.
    score: float
    #: ``block`` or ``columns``.
    form: str = "block"

    @property
    def lines(self) -> tuple[int, ...]:
        """The numbers of the lines that carry it."""
        return tuple(sorted({number for part in self.fields for number, _ in part.parts}))

    def get(self, name: str) -> FieldLines | None:
        """Return the lines of a field, None if the block lacks it."""
        return next((part for part in self.fields if part.field == name), None)


@frozen
class _Line:
    """What one line offers the search."""

    number: int
    text: str
    #: Blank lines before it.
    gap: int
    #: (field, score, label match or None) for each field that can begin here.
    starts: tuple[tuple[str, float, LabelMatch | None], ...]
    outside: float


@frozen
class _Step:
    """One line of a path, linked to the one before."""

    before: _Step | None = field(repr=False)
    index: int
    #: ``start`` of a field, ``opens`` a block with it, ``continues`` the last one.
    action: str
    field: str
    match: LabelMatch | None
    score: float


def decode(lines: Sequence[str], subjects: Subjects = NO_SUBJECTS) -> list[RawBlock]:
    """Return the header blocks in the lines of a document, in order.

    ``subjects`` are those already read: a line that repeats one is a subject even if its label is lost.
    """
    blocks: list[RawBlock] = []
    for first, last in windows(lines, subjects):
        blocks.extend(search(lines, range(first, last + 1), unlabelled=0.0, subjects=subjects))
    return blocks


def windows(lines: Sequence[str], subjects: Subjects = NO_SUBJECTS) -> Iterator[tuple[int, int]]:
    """Yield (first, last) 0-based indices of the stretches worth searching, disjoint and in order."""
    seeds = [i for i, line in enumerate(lines) if is_seed(line) or (subjects and subjects.weigh(line) > 0)]
    first = last = -1
    for seed in seeds:
        start, stop = _reach(lines, seed, -1, _WINDOW_BEFORE), _reach(lines, seed, 1, _WINDOW_AFTER)
        if last >= 0 and start <= last + 1:
            last = max(last, stop)
            continue
        if last >= 0:
            yield first, last
        first, last = start, stop
    if last >= 0:
        yield first, last


def _reach(lines: Sequence[str], seed: int, step: int, count: int) -> int:
    """Walk ``count`` lines that are not blank away from the seed, at most four times as many lines in all."""
    i = seed
    for _ in range(4 * count):
        if not 0 <= i + step < len(lines) or count == 0:
            break
        i += step
        count -= bool(lines[i].strip())
    return i


@lru_cache(maxsize=65536)
def is_seed(line: str) -> bool:
    """Say whether a line is clearly of a header: a label with colon, a date with time, a long label misread."""
    if _SEED_LABEL.match(line):
        return True
    if len(line) > 200:
        return False
    if _SEED_TIME.search(line) and _SEED_YEAR.search(line) and read_date(_after_label(line)).strength >= 3.5:
        return True
    head = line[:24]
    return (":" in head or ";" in head) and any(match.score >= 2.5 and len(match.label) > 4 for match in label_matches(line))


def _after_label(line: str) -> str:
    matches = label_matches(line)
    return line[matches[0].end :] if matches else line


def search(lines: Sequence[str], indices: Sequence[int], *, unlabelled: float, subjects: Subjects = NO_SUBJECTS) -> list[RawBlock]:
    """Find the best division of these lines into blocks and what is outside.

    ``unlabelled`` is added to every field without label: above 0 where labels are known to stand elsewhere.
    """
    seen = [*_offers(lines, indices, unlabelled, subjects)]
    #: (fields seen, last field) -> (score, path); fields 0 is outside.
    beam: dict[tuple[int, str], tuple[float, _Step | None]] = {(0, ""): (0.0, None)}
    before = ""
    for i, line in enumerate(seen):
        beam = _advance(beam, i, line, before)
        before = line.text
    score, path = max(
        ((score + _close(key[0]), path) for key, (score, path) in beam.items()),
        key=lambda end: end[0],
    )
    del score
    return _blocks(path, seen)


def _offers(lines: Sequence[str], indices: Sequence[int], unlabelled: float, subjects: Subjects) -> Iterator[_Line]:
    gap = 0
    for i in indices:
        text = lines[i].strip()
        if not text:
            gap += 1
            continue
        starts, outside = _starts(text, unlabelled)
        if subjects and (weight := subjects.weigh(text)):
            starts = _with_subject(starts, weight)
        yield _Line(i + 1, text, gap, starts, outside)
        gap = 0


def _with_subject(starts: tuple[tuple[str, float, LabelMatch | None], ...], weight: float) -> tuple[tuple[str, float, LabelMatch | None], ...]:
    """Add that a line repeats a subject: to its label's score, or in place of a label."""
    labelled = next((start for start in starts if start[0] == "subject" and start[2]), None)
    others = tuple(start for start in starts if start[0] != "subject")
    if labelled:
        return (*others, ("subject", labelled[1] + 0.5 * weight, labelled[2]))
    return (*others, ("subject", _NO_LABEL["subject"] + weight, None))


@lru_cache(maxsize=65536)
def _starts(text: str, unlabelled: float) -> tuple[tuple[tuple[str, float, LabelMatch | None], ...], float]:
    """Return the fields that can begin on a line, and what it costs to leave the line outside any block."""
    starts: dict[str, tuple[str, float, LabelMatch | None]] = {}
    outside = 0.0
    for match in label_matches(text):
        score = match.score + _value_score(match.field, text[match.end :].strip(), exact=match.exact)
        if match.exact:
            outside = _STRAY_LABEL
        if score > 0:
            starts[match.field] = (match.field, score, match)
    if outside == 0.0 and len(text) <= 300:
        for name, score in _unlabelled(text):
            total = score + unlabelled
            if total > -2.5 and (name not in starts or starts[name][1] < total):
                starts[name] = (name, total, None)
            if name == "sent" and score > 2:
                outside = _STRAY_DATE
    return tuple(starts.values()), outside


def _value_score(name: str, value: str, *, exact: bool) -> float:
    """Weigh the value behind a label."""
    if name == "other":
        return 0.0
    if not value:
        return -0.8 if name in {"sent", "subject"} else -0.3
    if name == "sent":
        strength = read_date(value).strength
        if strength == 0:
            return -0.5 if exact else -2.5
        # a letter or memo dates itself by the day; mail programs always print the time
        return -3.0 if strength <= 1.0 else 0.6 * strength
    if name in _PEOPLE:
        weight = max(-4.0, min(3.0, evidence.people(value)))
        return weight - (3.0 if read_date(value).strength >= 4 else 0.0)
    if name == "subject":
        return (1.0 if evidence.has_prefix(value) else 0.3) - (1.0 if read_date(value).strength >= 5 else 0.0)
    return 1.0 if evidence.files(value) > 0 else 0.0


def _unlabelled(text: str) -> Iterator[tuple[str, float]]:
    """Yield the fields a line can be by its value alone."""
    strength = read_date(text).strength if len(text) < 70 and _SEED_TIME.search(text) else 0.0
    if strength >= 3.5:
        yield "sent", _NO_LABEL["sent"] + 0.8 * strength
        return
    people = min(3.0, evidence.people(text))
    if people >= 1.2:
        for name in ("from", "to", "cc"):
            yield name, _NO_LABEL[name] + people
    about = evidence.subject(text)
    if about > 0:
        yield "subject", _NO_LABEL["subject"] + about
    if evidence.files(text) > 0:
        yield "attachments", _NO_LABEL["attachments"] + evidence.files(text)


def _advance(
    beam: dict[tuple[int, str], tuple[float, _Step | None]], i: int, line: _Line, before: str
) -> dict[tuple[int, str], tuple[float, _Step | None]]:
    """Take every path one line further and keep the best."""
    after: dict[tuple[int, str], tuple[float, _Step | None]] = {}

    def put(key: tuple[int, str], score: float, before: _Step | None, step: tuple[str, str, LabelMatch | None, float] | None) -> None:
        if key not in after or score > after[key][0]:
            path = before if step is None else _Step(before, i, *step)
            after[key] = (score, path)

    gap = -0.15 * min(line.gap, 6)
    continuations: dict[str, float] = {}
    noise = _noise(line.text)
    for (mask, last), (score, path) in beam.items():
        outside = score
        if mask:
            outside += _close(mask)
            if last not in continuations:
                continuations[last] = continuation(last, line.text, before, line.gap)
            more = continuations[last]
            put((mask, last), score + more, path, ("continues", last, None, more))
            put((mask, last), score + noise, path, None)
            for name, value, match in line.starts:
                bit = _BIT[name]
                if mask & bit:
                    continue
                total = value + gap + (0.0 if "other" in (name, last) else _FOLLOWS.get((last, name), _UNUSUAL))
                put((mask | bit, name), score + total, path, ("start", name, match, total))
        put((0, ""), outside + line.outside, path, None)
        for name, value, match in line.starts:
            if name != "other":
                total = value + _OPENS[name]
                put((_BIT[name], name), outside + total, path, ("opens", name, match, total))
    floor = max(score for score, _ in after.values()) - _BEAM_DEPTH
    kept = [(key, end) for key, end in after.items() if end[0] >= floor]
    if len(kept) > _BEAM_WIDTH:
        kept = sorted(kept, key=lambda item: -item[1][0])[:_BEAM_WIDTH]
    return dict(kept)


@lru_cache(maxsize=512)
def _close(mask: int) -> float:
    """Weigh what a block has and lacks when it ends."""
    if not mask:
        return 0.0
    total = _BLOCK + sum(cost for name, cost in _LACKS.items() if not mask & _BIT[name])
    if not mask & (_BIT["sent"] | _BIT["subject"]):
        total += _NEITHER_TIME_NOR_SUBJECT
    return total


def _noise(text: str) -> float:
    """Weigh a line within a block that belongs to no field: a box edge is common, prose is not."""
    if evidence.is_speck(text):
        return -0.2
    return -1.8 if len(text) < 25 else -6.0


@lru_cache(maxsize=65536)
def continuation(name: str, text: str, before: str, gap: int) -> float:
    """Weigh a line as the next line of a field's value."""
    if name in _PEOPLE:
        return _more_people(text, before, gap) - (0.7 if name == "from" else 0.0)
    if name == "attachments":
        return _more_files(text, before, gap)
    if name == "subject":
        return _more_subject(text, before, gap)
    return -3.5


def _more_people(text: str, before: str, gap: int) -> float:
    if evidence.is_salutation(text) and not gap == 0:
        return -4.0
    weight = evidence.people(text)
    if weight >= 1.2:
        score = 1.0
    elif before.endswith((";", ",")) and weight >= -1:
        score = 0.6
    elif evidence.is_speck(text):
        return -0.4
    elif weight >= 0 and len(text) < 50:
        score = -1.2
    else:
        return -4.0 + max(weight, -3.0)
    return score - (0.3 if gap else 0.0) - (3.0 if read_date(text).strength >= 4 else 0.0)


def _more_files(text: str, before: str, gap: int) -> float:
    if evidence.is_salutation(text):
        return -4.0
    if evidence.files(text) > 0 and not evidence.looks_like_prose(text):
        return 1.0 - (0.4 if gap else 0.0)
    open_ended = evidence.files(before[-8:]) <= 0 or before.endswith((";", ","))
    return (-0.6 if open_ended and len(text) < 60 and not gap else -3.0) - (1.5 if gap else 0.0)


def _more_subject(text: str, before: str, gap: int) -> float:
    if gap or evidence.is_salutation(text) or evidence.people(text) > 1:
        return -5.0
    if len(before) < 60 or len(text) > 60:
        return -4.0
    return -0.4 if text[:1].islower() or len(text) < 30 else -1.5


def _blocks(path: _Step | None, seen: Sequence[_Line]) -> list[RawBlock]:
    """Cut the best path into blocks."""
    steps = []
    while path is not None:
        steps.append(path)
        path = path.before
    blocks: list[list[_Step]] = []
    for step in reversed(steps):
        if step.action == "opens":
            blocks.append([])
        blocks[-1].append(step)
    return [_block(block, seen) for block in blocks]


def _block(steps: list[_Step], seen: Sequence[_Line]) -> RawBlock:
    fields: list[FieldLines] = []
    mask = 0
    for step in steps:
        line = seen[step.index]
        if step.action == "continues":
            last = fields.pop()
            fields.append(
                FieldLines(
                    field=last.field, label=last.label, exact=last.exact, parts=(*last.parts, (line.number, line.text)), score=last.score + step.score
                )
            )
            continue
        mask |= _BIT[step.field]
        match = step.match
        fields.append(
            FieldLines(
                field=step.field,
                label=match.label if match else None,
                exact=bool(match and match.exact),
                parts=((line.number, line.text[match.end :].strip() if match else line.text),),
                score=step.score,
            )
        )
    return RawBlock(fields=tuple(fields), score=sum(step.score for step in steps) + _close(mask))
