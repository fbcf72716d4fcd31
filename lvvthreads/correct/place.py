"""Find again what corrections are about: anchors and texts in, lines out.

First the very lines are looked for at the very place; else the place in that document that is most alike, if it is clearly ahead of all others.
What is hard: copies of one e-mail have the same header, and two e-mails of one exchange differ in a few digits; so the lines around a header count, too,
and where nothing tells two places apart, neither is taken.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol

from attrs import define, field, frozen
from rapidfuzz import fuzz, process

from lvvthreads.correct.correction import ABOUT_LINES, Anchor

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lvvthreads.correct.corrections import Corrections

#: How alike a quotation is to what stands at its place, in hundredths: at the least, and taken together with the lines around it.
_ALIKE, _ALIKE_TOGETHER = 70.0, 82.0
#: The same where no lines around are known.
_ALIKE_ALONE = 85.0
#: By how much the best place is ahead of the next.
_AHEAD = 5.0
#: What the lines around count beside the quotation; those beneath a header are its mail's own words, those above may be of any other.
_BEFORE, _AFTER = 0.2, 0.4
#: Of places that are equally alike the nearest is taken if the next is so many times as far.
_TIMES_AS_FAR = 4
#: So many lines above and beneath a header are quoted with it, and so much of each line.
_LINES_AROUND, _LONGEST = 3, 160
#: More places than this are as good as everywhere.
_MOST_PLACES = 500
_SIGNS = re.compile(r"[\W_]+")


class Text(Protocol):
    """A document, as far as places are looked for in it."""

    @property
    def id(self) -> str:
        """What names it."""
        ...

    @property
    def name(self) -> str:
        """The name of its file."""
        ...

    @property
    def also(self) -> tuple[str, ...]:
        """Other names of it."""
        ...

    @property
    def lines(self) -> tuple[str, ...]:
        """Its lines."""
        ...


@frozen(kw_only=True)
class Place:
    """Lines of a source, first and last included."""

    source: str
    first_line: int
    last_line: int

    def shares(self, lines: Sequence[int]) -> int:
        """Count the lines that are among these."""
        return sum(1 for number in lines if self.first_line <= number <= self.last_line)


@frozen(kw_only=True)
class Ruled:
    """What a person says of the headers of one document: where there are some, and where there are none."""

    headers: tuple[Place, ...] = ()
    no_headers: tuple[Place, ...] = ()


#: Nobody says anything.
UNRULED = Ruled()


@frozen(kw_only=True)
class Placed:
    """Corrections with their places; one that was not found has none, and a reason."""

    corrections: Corrections
    #: For each correction the places of its anchors, in order.
    places: tuple[tuple[Place, ...], ...]
    #: Index of a correction -> why it cannot be applied.
    refused: Mapping[int, str]

    def ruled(self, source: str) -> Ruled:
        """Return what is said of the headers of a source."""
        about = [
            (entry.kind, places[0])
            for at, (entry, places) in enumerate(zip(self.corrections.entries, self.places, strict=True))
            if entry.kind in ABOUT_LINES and at not in self.refused and places[0].source == source
        ]
        return Ruled(
            headers=tuple(dict.fromkeys(place for kind, place in about if kind == "header")),
            no_headers=tuple(place for kind, place in about if kind == "no-header"),
        )


def place(corrections: Corrections, texts: Sequence[Text]) -> Placed:
    """Find the places of corrections in the texts of a dossier."""
    folded = _Folded(texts=tuple(texts))
    places: list[tuple[Place, ...]] = []
    refused: dict[int, str] = {}
    for at, entry in enumerate(corrections.entries):
        found = [folded.find(anchor) for anchor in (entry.at, entry.other) if anchor is not None]
        reasons = [one for one in found if isinstance(one, str)]
        places.append(tuple(one for one in found if not isinstance(one, str)))
        if reasons:
            refused[at] = reasons[0]
    refused |= _contradicting(corrections, places, refused)
    return Placed(corrections=corrections, places=tuple(places), refused=refused)


def _contradicting(corrections: Corrections, places: Sequence[tuple[Place, ...]], refused: Mapping[int, str]) -> dict[int, str]:
    """Return the corrections about lines that an earlier one contradicts, each with the reason."""
    found: dict[int, str] = {}
    standing: list[tuple[int, str, Place]] = []
    for at, entry in enumerate(corrections.entries):
        if entry.kind not in ABOUT_LINES or at in refused:
            continue
        here = places[at][0]
        against = next(((number, kind) for number, kind, other in standing if _contradict(entry.kind, here, kind, other)), None)
        if against is None:
            standing.append((at + 1, entry.kind, here))
        elif against[1] == entry.kind:
            found[at] = f"correction {against[0]} says that a header of other lines stands there; take one of the two out"
        else:
            found[at] = f"correction {against[0]} says the opposite of these lines; take one of the two out"
    return found


def _contradict(kind: str, here: Place, other_kind: str, other: Place) -> bool:
    """Say whether lines are a header and none, or two headers share some."""
    return _overlap(here, other) and (kind != other_kind or (kind == "header" and here != other))


def _overlap(a: Place, b: Place) -> bool:
    return a.source == b.source and a.first_line <= b.last_line and b.first_line <= a.last_line


def anchor(text: Text, first_line: int, last_line: int) -> Anchor:
    """Return the anchor of some lines: they are quoted with a few of those around them."""
    lines = text.lines
    last_line = min(last_line, len(lines))
    above = (number for number in range(first_line - 1, 0, -1))
    return Anchor(
        document=text.name,
        line=first_line,
        quote=tuple(_cut(lines[number - 1]) for number in range(first_line, last_line + 1) if _fold(lines[number - 1])),
        before=tuple(_some(lines, above))[::-1],
        after=tuple(_some(lines, iter(range(last_line + 1, len(lines) + 1)))),
    )


def _some(lines: Sequence[str], numbers: Iterator[int]) -> Iterator[str]:
    """Yield the first few of these lines that say something."""
    left = _LINES_AROUND
    for number in numbers:
        if left == 0:
            return
        if _fold(lines[number - 1]):
            left -= 1
            yield _cut(lines[number - 1])


def _cut(line: str) -> str:
    return " ".join(line.split())[:_LONGEST]


@lru_cache(maxsize=65536)
def _fold(line: str) -> str:
    """Return the letters and digits of a line, as far as it is quoted, lowered and without accents."""
    text = _cut(line)
    return _SIGNS.sub("", (text if text.isascii() else unicodedata.normalize("NFKD", text)).lower())


@frozen(kw_only=True)
class _Rows:
    """The lines of a text that say something: their numbers, and how they read folded."""

    source: str
    numbers: tuple[int, ...]
    rows: tuple[str, ...]

    def window(self, at: int, length: int) -> str:
        return "\n".join(self.rows[max(0, at) : max(0, at + length)])

    def place(self, at: int, length: int) -> Place:
        return Place(source=self.source, first_line=self.numbers[at], last_line=self.numbers[min(at + length, len(self.numbers)) - 1])


@frozen
class _Candidate:
    """A place that is like a quotation, and how much."""

    score: float
    rows: _Rows
    at: int


@define(kw_only=True)
class _Folded:
    """The texts of a dossier, folded when they are asked for."""

    texts: tuple[Text, ...]
    _rows: dict[str, _Rows] = field(factory=dict)
    _windows: dict[tuple[str, int], list[str]] = field(factory=dict)

    def find(self, anchor: Anchor) -> Place | str:
        """Return the place of an anchor, or why there is none."""
        texts = [text for text in self.texts if anchor.document in {text.name, *text.also}]
        if not texts:
            return f"no file named {anchor.document} is among those that were read"
        quote = [row for row in map(_fold, anchor.quote) if row]
        if not quote:
            return f"its quotation says nothing: {anchor.quote[0]}"
        read = [self._of(text) for text in texts]
        exact = [
            (rows, at)
            for rows in read
            if (at := bisect_left(rows.numbers, anchor.line)) < len(rows.rows) and list(rows.rows[at : at + len(quote)]) == quote
        ]
        if len(exact) == 1:
            rows, at = exact[0]
            return rows.place(at, len(quote))
        best = _best(
            sorted(
                (one for rows in read for one in self._like(rows, quote, anchor)), key=lambda one: (-one.score, one.rows.source, one.at)
            ),
            len(quote),
            anchor,
        )
        return best if isinstance(best, str) else best.rows.place(best.at, len(quote))

    def _of(self, text: Text) -> _Rows:
        if text.id not in self._rows:
            told = [(number, row) for number, line in enumerate(text.lines, start=1) if (row := _fold(line))]
            self._rows[text.id] = _Rows(source=text.id, numbers=tuple(number for number, _ in told), rows=tuple(row for _, row in told))
        return self._rows[text.id]

    def _like(self, rows: _Rows, quote: Sequence[str], anchor: Anchor) -> Iterator[_Candidate]:
        """Yield the places in a text that are like a quotation, with the lines around it."""
        length = len(quote)
        if (rows.source, length) not in self._windows:
            self._windows[rows.source, length] = [rows.window(at, length) for at in range(len(rows.rows))]
        before = [row for row in map(_fold, anchor.before) if row]
        after = [row for row in map(_fold, anchor.after) if row]
        found = process.extract(
            "\n".join(quote), self._windows[rows.source, length], scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=_MOST_PLACES
        )
        for _, score, at in found:
            parts = [(score, 1.0 - _BEFORE - _AFTER)]
            if before:
                parts.append((fuzz.ratio("\n".join(before), rows.window(at - len(before), len(before))), _BEFORE))
            if after:
                parts.append((fuzz.ratio("\n".join(after), rows.window(at + length, len(after))), _AFTER))
            together = sum(part * weight for part, weight in parts) / sum(weight for _, weight in parts)
            if together >= (_ALIKE_ALONE if len(parts) == 1 else _ALIKE_TOGETHER):
                yield _Candidate(together, rows, at)


def _best(found: Sequence[_Candidate], length: int, anchor: Anchor) -> _Candidate | str:
    """Return the candidate that is ahead of all others, or why there is none; ``found`` has the most alike first."""
    if not found:
        return f"its lines are no longer found in {anchor.document}: {anchor.quote[0]}"
    rivals: list[_Candidate] = []
    for one in found:
        if one.score > found[0].score - _AHEAD and not any(one.rows is other.rows and abs(one.at - other.at) < length for other in rivals):
            rivals.append(one)
    if len(rivals) == 1:
        return rivals[0]
    if len({one.rows.source for one in rivals}) == 1:
        nearest, next_ = sorted(rivals, key=lambda one: (_distance(one, anchor), one.at))[:2]
        if _distance(next_, anchor) >= _TIMES_AS_FAR * max(1, _distance(nearest, anchor)):
            return nearest
    lines = ", ".join(str(one.rows.numbers[one.at]) for one in sorted(rivals, key=lambda one: one.at)[:4])
    return f"its lines have shifted, and it cannot be told which place in {anchor.document} is meant: line {lines}"


def _distance(one: _Candidate, anchor: Anchor) -> int:
    return abs(one.rows.numbers[one.at] - anchor.line)
