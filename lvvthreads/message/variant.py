"""Lay the words of a message's copies side by side, and tell where they differ: in print, by a redaction, or in wording.

In come two witnesses, out come :class:`Variant` places.
Words are compared after folding, so that most misreadings agree, and a redaction mark counts as one word, however it is misread or parted by its box.
Four words in a row that both copies have once are anchors; what lies between two anchors is aligned word by word.
So time grows with the text; a stretch between anchors of too many words on both sides is one place, not aligned any further.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING, Literal, NamedTuple

from attrs import frozen
from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from lvvthreads.exemption.find import marks_in, marks_in_person
from lvvthreads.exemption.glyphs import EDGE
from lvvthreads.exemption.grounds import PERSONAL
from lvvthreads.header.fold import alikeness, fold, words_only
from lvvthreads.header.parse import CLASSIFIED
from lvvthreads.message.reading import base_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lvvthreads.message.message import Message, Witness

Kind = Literal["print", "redaction", "wording"]

#: So many words in a row anchor two texts to each other.
_ANCHOR = 4
#: Between two anchors so many pairs of words are compared at most: a thousand words with a thousand.
_MOST_PAIRS = 1_000_000
#: Words so alike are one, misread; so many of their letters are compared.
_MISREAD, _COMPARED = 0.6, 2000
#: What faces a mark and is so like it, is the mark itself, misread; longer text is none.
_LIKE_MARK, _LONGEST_MARK = 0.5, 40
#: So many letters, folded, may stand beside a mark that the other copy has not: the censor cites more than one law, print is misread.
_BESIDE = 10
#: How alike, in hundredths, words are that stand in other ones.
_STANDS_THERE = 70
#: A name has so many words at most.
_LONGEST_NAME = 3
#: A word that can be read, or a number.
_LEGIBLE = re.compile(r"[^\W\d_]{3}|\d{3}")
#: Something that can be more than a speck.
_SAYS_SOMETHING = re.compile(r"[^\W\d_]{3}|\d{2}")
#: What a stamp of a classification has in it; a quick look.
_STAMPED = ("Class", "class", "Reason:")
_WORD = re.compile(r"\S+")
#: What stands before the lines of a quotation.
_QUOTING = re.compile(r"[>\s]{0,60}")
#: The edge of a mark's box is read as so many letters at most, so near to it.
_EDGE_LETTERS, _EDGE_GAP = 2, 1
_MARK = "\0"


@frozen(kw_only=True)
class Variant:
    """A place where a copy of a message has other words than the copy whose words the message has."""

    #: What the difference is: ``print`` (a misreading), ``redaction`` (one covers what the other shows, or under another ground) or ``wording``.
    #: In poor print ``wording`` is also what the scan lost or made up.
    kind: Kind
    #: The numbers of the lines on which the words stand; where there are none, of the line behind whose words they would stand.
    lines: tuple[int, ...]
    #: The words as printed, lines joined by newlines; empty where only the other copy has any.
    words: str
    #: The grounds of the marks among them, None for a mark without ground.
    grounds: tuple[str | None, ...]
    #: The id of the other copy, and the same of its words.
    witness: str
    other_lines: tuple[int, ...]
    other_words: str
    other_grounds: tuple[str | None, ...]


class _Token(NamedTuple):
    """A word or a mark at its place in a text: what it is compared by, its line's index, its ends there, and the mark's ground."""

    key: str
    at: int
    start: int
    end: int
    ground: str | None = None

    @property
    def is_mark(self) -> bool:
        return self.key.startswith(_MARK)


@frozen(kw_only=True)
class _Text:
    """The words of a copy with the number of each of its lines."""

    lines: tuple[str, ...]
    numbers: tuple[int, ...]
    tokens: tuple[_Token, ...]

    def word(self, at: int) -> str:
        """Give one token as printed."""
        token = self.tokens[at]
        return self.lines[token.at][token.start : token.end]

    def words(self, start: int, stop: int) -> str:
        """Give tokens as printed."""
        rows = (list(row) for _, row in groupby(self.tokens[start:stop], key=lambda token: token.at))
        return "\n".join(self.lines[row[0].at][row[0].start : row[-1].end] for row in rows)

    def places(self, start: int, stop: int) -> tuple[int, ...]:
        """Give the line numbers of tokens; of none, that of the one before."""
        tokens = self.tokens[start:stop] or self.tokens[max(0, start - 1) : max(1, start)]
        return tuple(dict.fromkeys(self.numbers[token.at] for token in tokens))

    def grounds(self, start: int, stop: int) -> tuple[str | None, ...]:
        """Give the grounds of the marks among tokens."""
        return tuple(token.ground for token in self.tokens[start:stop] if token.is_mark)


def variants(message: Message) -> tuple[Variant, ...]:
    """Return the places where the copies of a message differ; see :attr:`Message.variants`."""
    base = base_of(message)
    others = [witness for witness in message.witnesses if witness is not base and witness.text and base.text]
    if not others:
        return ()
    own = _text(base)
    return tuple(variant for witness in others for variant in _differing(own, _text(witness), witness.id))


def _differing(a: _Text, b: _Text, witness: str) -> Iterator[Variant]:
    for start, stop, other_start, other_stop in _places(a, b):
        yield Variant(
            kind=_kind(a, b, (start, stop), (other_start, other_stop)),
            lines=a.places(start, stop),
            words=a.words(start, stop),
            grounds=a.grounds(start, stop),
            witness=witness,
            other_lines=b.places(other_start, other_stop),
            other_words=b.words(other_start, other_stop),
            other_grounds=b.grounds(other_start, other_stop),
        )


def _text(witness: Witness) -> _Text:
    lines = tuple(witness.text.split("\n"))
    numbers = [number for span in witness.body for number in range(span.first_line, span.last_line + 1)] or [witness.block.last_line]
    numbers += numbers[-1:] * (len(lines) - len(numbers))  # an export that was edited may have more lines than places
    tokens = tuple(token for at, line in enumerate(lines) for token in _tokens(line, at))
    return _Text(lines=lines, numbers=tuple(numbers), tokens=tokens)


def _tokens(line: str, at: int) -> list[_Token]:
    """Cut a line into words and marks; a sign that is no word goes with the word before it."""
    if any(map(line.__contains__, _STAMPED)) and (stamped := CLASSIFIED.search(line)):  # a stamp beside the text, whose words are nobody's
        line = line[: stamped.start()]
    quoting = _QUOTING.match(line)
    begin = quoting.end() if quoting else 0
    found: list[_Token] = []
    for mark in marks_in(line):
        found += _words(line, at, begin, mark.start)
        start = mark.start
        if found and not found[-1].is_mark and _is_edge(line[found[-1].start : found[-1].end]) and start - found[-1].end <= _EDGE_GAP:
            start = found.pop().start
        found.append(_Token(_MARK + fold(mark.ground or ""), at, start, mark.end, mark.ground))
        begin = mark.end
    rest = _words(line, at, begin, len(line))
    if found and rest and _is_edge(line[rest[0].start : rest[0].end]) and rest[0].start - found[-1].end <= _EDGE_GAP:
        found[-1] = found[-1]._replace(end=rest.pop(0).end)
    return found + rest


def _words(line: str, at: int, begin: int, end: int) -> list[_Token]:
    found: list[_Token] = []
    for match in _WORD.finditer(line, begin, end):
        key = fold(match[0])
        if key:
            found.append(_Token(key, at, match.start(), match.end()))
        elif found:
            found[-1] = found[-1]._replace(end=match.end())
    return found


def _is_edge(text: str) -> bool:
    return len(text) <= _EDGE_LETTERS and set(text) <= set(EDGE)


def _places(a: _Text, b: _Text) -> Iterator[tuple[int, int, int, int]]:
    """Yield where two texts differ, as runs of tokens of both; equal words that are printed otherwise, too."""
    at = other = 0
    for start, stop, other_start, other_stop in [*_unequal(a, b), (len(a.tokens), len(a.tokens), len(b.tokens), len(b.tokens))]:
        yield from _misprinted(a, b, (at, start), other)
        if start < stop or other_start < other_stop:
            yield start, stop, other_start, other_stop
        at, other = stop, other_stop


def _misprinted(a: _Text, b: _Text, run: tuple[int, int], other: int) -> Iterator[tuple[int, int, int, int]]:
    """Yield the stretches of a run of equal tokens that are printed otherwise."""
    differ = [at for at in range(*run) if a.word(at) != b.word(other + at - run[0])]
    for _, stretch in groupby(enumerate(differ), key=lambda pair: pair[1] - pair[0]):
        numbers = [at for _, at in stretch]
        first, stop = numbers[0], numbers[-1] + 1
        yield first, stop, other + first - run[0], other + stop - run[0]


def _unequal(a: _Text, b: _Text) -> list[tuple[int, int, int, int]]:
    """Return the stretches that differ once folded, those that touch joined into one."""
    keys, others = [token.key for token in a.tokens], [token.key for token in b.tokens]
    found: list[tuple[int, int, int, int]] = []
    at = other = 0
    for next_at, next_other in [*_anchors(keys, others), (len(keys), len(others))]:
        for piece in _between(keys, others, (at, next_at), (other, next_other)):
            if found and found[-1][1] == piece[0] and found[-1][3] == piece[2]:
                found[-1] = (found[-1][0], piece[1], found[-1][2], piece[3])
            else:
                found.append(piece)
        at, other = next_at, next_other
    return found


def _anchors(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int]]:
    """Return where runs of words stand that each text has once, in the order of both: the longest such row."""
    once, other_once = _once(a), _once(b)
    pairs = [(at, other_once[run]) for run, at in once.items() if run in other_once]
    lasts: list[int] = []
    rows: list[tuple[int, int, int]] = []  # place in a, place in b, the row it follows
    ends: list[int] = []
    for at, other in pairs:
        length = bisect_left(lasts, other)
        rows.append((at, other, ends[length - 1] if length else -1))
        lasts[length : length + 1] = [other]
        ends[length : length + 1] = [len(rows) - 1]
    chain: list[tuple[int, int]] = []
    row = ends[-1] if ends else -1
    while row >= 0:
        at, other, row = rows[row]
        chain.append((at, other))
    return chain[::-1]


def _once(keys: Sequence[str]) -> dict[tuple[str, ...], int]:
    """Return the runs of words that stand in a text once, with their places, in order."""
    runs = [tuple(keys[at : at + _ANCHOR]) for at in range(len(keys) - _ANCHOR + 1)]
    counts = Counter(runs)
    return {run: at for at, run in enumerate(runs) if counts[run] == 1}


def _between(a: Sequence[str], b: Sequence[str], run: tuple[int, int], other: tuple[int, int]) -> Iterator[tuple[int, int, int, int]]:
    """Yield the stretches that differ between two anchors."""
    (start, stop), (other_start, other_stop) = run, other
    while start < stop and other_start < other_stop and a[start] == b[other_start]:
        start, other_start = start + 1, other_start + 1
    while start < stop and other_start < other_stop and a[stop - 1] == b[other_stop - 1]:
        stop, other_stop = stop - 1, other_stop - 1
    if start == stop and other_start == other_stop:
        return
    if start == stop or other_start == other_stop or (stop - start) * (other_stop - other_start) > _MOST_PAIRS:
        yield start, stop, other_start, other_stop
        return
    for code in Levenshtein.opcodes(a[start:stop], b[other_start:other_stop]):
        if code.tag != "equal":
            yield start + code.src_start, start + code.src_end, other_start + code.dest_start, other_start + code.dest_end


def _kind(a: _Text, b: _Text, run: tuple[int, int], other: tuple[int, int]) -> Kind:
    """Say what a difference is."""
    mine, others = a.tokens[slice(*run)], b.tokens[slice(*other)]
    marks, other_marks = _marks(mine), _marks(others)
    framed = run[0] > 0 < other[0] and run[1] < len(a.tokens) and other[1] < len(b.tokens)
    if marks != other_marks and (_redacts(a, mine, b, others, framed=framed) or _redacts(b, others, a, mine, framed=framed)):
        return "redaction"
    words, other_words = _joined(mine), _joined(others)
    if words and other_words and _alike(words, other_words):
        return "print"
    if marks != other_marks and (_stands_in(words, other_words) or _stands_in(other_words, words)):
        return "print"
    if marks != other_marks and not (words and other_words) and not _LEGIBLE.search(_shown(a, mine) + _shown(b, others)):
        return "print"
    says = _SAYS_SOMETHING.search(_shown(a, mine)) or _SAYS_SOMETHING.search(_shown(b, others))
    return "wording" if says else "print"


def _redacts(a: _Text, mine: Sequence[_Token], b: _Text, others: Sequence[_Token], *, framed: bool) -> bool:
    """Say whether one copy covers what another shows there, or covers it under another ground.

    A mark that faces nothing may only be lost in the scan; one with many words beside it, that the other copy has not, stands in another text.
    Where no words that both copies have stand on either side, much that faces a mark over a name may be what the other copy lost beside it.
    """
    more, other_more = _marks(mine) - _marks(others), _marks(others) - _marks(mine)
    own, theirs = _joined(mine), _joined(others)
    if not more or not _has_counterpart(own, theirs):
        return False
    if other_more:
        return _has_counterpart(theirs, own) and differ_in_ground(_raws(a, mine), _raws(b, others))
    shown = _shown(b, others)
    if not _LEGIBLE.search(shown) or _stands_in(theirs, own) or _alike(_folded(a, mine), _folded(b, others)):
        return False
    covers_name = any(token.is_mark and _is_personal(token) for token in mine)
    if covers_name and not framed and (own or len(shown.split()) > _LONGEST_NAME):
        return False
    if len(shown) > _LONGEST_MARK:
        return True
    return not marks_in_person(shown) and all(alikeness(raw, shown) < _LIKE_MARK for raw, _ in _raws(a, mine))


def differ_in_ground(marks: Sequence[tuple[str, str | None]], others: Sequence[tuple[str, str | None]]) -> bool:
    """Say whether marks, each its print and its ground, are of other grounds and not only misread: then they look otherwise, or each shows its ground undamaged.

    >>> differ_in_ground([("5.1.2.e", "5.1.2.e")], [("5.1.2.i", "5.1.2.i")]), differ_in_ground([("5.1.2.e", "5.1.2.e")], [("5.l.Z.i", "5.1.2.i")])
    (True, False)
    """
    printed, other_printed = (" ".join(raw for raw, _ in row) for row in (marks, others))
    if alikeness(printed, other_printed) < _LIKE_MARK:
        return True
    return all(ground is not None and words_only(ground) in words_only(raw) for raw, ground in (*marks, *others))


def _marks(tokens: Sequence[_Token]) -> Counter[str]:
    """Count the marks by ground."""
    return Counter(token.key for token in tokens if token.is_mark)


def _raws(text: _Text, tokens: Sequence[_Token]) -> list[tuple[str, str | None]]:
    """Give the marks among tokens, each as printed with its ground."""
    return [(text.lines[token.at][token.start : token.end], token.ground) for token in tokens if token.is_mark]


def _folded(text: _Text, tokens: Sequence[_Token]) -> str:
    """Give words and marks as copies compare."""
    return "".join(fold(text.lines[token.at][token.start : token.end]) for token in tokens)[:_COMPARED]


def _has_counterpart(words: str, others: str) -> bool:
    """Say whether the words beside a mark are few, or stand in the other copy as well."""
    return len(words) <= _BESIDE or (len(words) <= len(others) and fuzz.partial_ratio(words, others) >= _STANDS_THERE)


def _stands_in(words: str, others: str) -> bool:
    """Say whether words stand in what the other copy has there."""
    return 0 < len(words) <= len(others) + _EDGE_LETTERS and fuzz.partial_ratio(words, others) >= _STANDS_THERE


def _is_personal(mark: _Token) -> bool:
    return mark.ground is None or mark.ground in PERSONAL


def _joined(tokens: Sequence[_Token]) -> str:
    return "".join(token.key for token in tokens if not token.is_mark)[:_COMPARED]


def _shown(text: _Text, tokens: Sequence[_Token]) -> str:
    """Give the words among tokens as printed, without marks."""
    return " ".join(text.lines[token.at][token.start : token.end] for token in tokens if not token.is_mark)


def _alike(a: str, b: str) -> bool:
    return Levenshtein.normalized_similarity(a, b) >= _MISREAD if a and b else False
