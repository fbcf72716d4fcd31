"""Say what is legible of a printed line in the text that was read from it: its date's digits, its marks, its value.

A letter is legible if it was read as it was printed, or as one of its shape that a reader sees through ("2O18"). Of a number from which a
digit is lost, or that took one up, nothing is: its reader takes it for another.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from rapidfuzz.distance import Levenshtein

from lvvthreads.simulate.align import Letters
from lvvthreads.simulate.noise import Mark, Scanned
from lvvthreads.simulate.truth import misread
from lvvthreads.simulate.wording import MONTHS, SHORT_MONTHS, WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lvvthreads.simulate.program import Piece

_SHAPES = {"0": "OoQ", "1": "lI|!i]", "5": "S", "e": "ec¢€", ".": ".,", "(": "({[", ")": ")}]"}
#: A weekday or month is told by so much of it; "ma" is not told from "mo" by half.
_WORD, _SHORT_WORD = 0.5, 2
#: A mark is certain with so much of it, a value that keeps less than this is lost.
_CERTAIN, _VALUE = 0.6, 0.4
#: Remains of a box behind a mark are none of it.
_BEHIND = " |_—-[]{}'°.,;:"


def legible(lines: Sequence[Sequence[Piece]], read: Sequence[str]) -> list[Scanned]:
    """Say of each of a group of printed lines what is left of it in the lines of text that carry the group.

    >>> (line,) = legible([[("Datum: ", None), ("24", ("date", "day", ""))]], ["Datum: 2A"])
    >>> line.text, line.date
    ('Datum: 2A', {'day': '2?'})
    """
    printed = ["".join(text for text, _ in pieces) for pieces in lines]
    letters = Letters(" ".join(printed), " ".join(read))
    scans: list[Scanned] = []
    start = 0
    for pieces, text in zip(lines, printed, strict=True):
        scans.append(_scanned(letters, pieces, start, read))
        start += len(text) + 1
    return scans


def _scanned(letters: Letters, pieces: Sequence[Piece], start: int, read: Sequence[str]) -> Scanned:
    scanned = Scanned(letters.read)
    value: list[int] = []
    for text, tag in pieces:
        end = start + len(text)
        if tag and tag[0] == "date":
            scanned.date[tag[1]] = _number(letters, start, end) if text[:1].isdigit() else _word(letters, start, end, tag[1])
        elif tag and tag[0] == "mark":
            scanned.marks += _mark(letters, start, end, tag, read)
        if tag and tag[0] == "label":
            scanned.label = "exact" if text in letters.read else "damaged"
        elif not (tag and tag[0] == "gap"):
            value += range(start, end)
        start = end
    scanned.legible = _share(letters, value) >= _VALUE
    return scanned


def _share(letters: Letters, places: Iterable[int]) -> float:
    """Return the share of printed letters that can be told, blanks apart; all where there are none."""
    told = [_told(letters, i) for i in places if not letters.printed[i].isspace()]
    return sum(told) / len(told) if told else 1.0


def _told(letters: Letters, at: int) -> bool:
    """Say whether a letter is as it was printed, or of its shape."""
    printed, read = letters.printed[at], letters.glyphs[at]
    return bool(read) and (read == printed or read in _SHAPES.get(printed, ""))


def _number(letters: Letters, start: int, end: int) -> str:
    """Return the digits of a number, with ``?`` for those that cannot be told."""
    first, last = letters.span(start, end)
    added = len("".join(letters.read[first:last].split())) != end - start
    if added or _is_strange_digit(letters, first - 1) or _is_strange_digit(letters, last) or not all(letters.glyphs[start:end]):
        return "?" * (end - start)
    return "".join(
        letters.printed[i] if _told(letters, i) else misread(letters.glyphs[i]) if letters.glyphs[i].isdecimal() else "?"
        for i in range(start, end)
    )


def _is_strange_digit(letters: Letters, place: int) -> bool:
    """Say whether a digit was read where none was printed."""
    return place >= 0 and letters.read[place : place + 1].isdigit() and not letters.origins.get(place, "").isdigit()


def _word(letters: Letters, start: int, end: int, part: str) -> str:
    """Return a weekday, a month or a half of the day, or nothing if it cannot be told from others ("juk": June or July)."""
    word = letters.printed[start:end]
    told = [_told(letters, i) for i in range(start, end)]
    if part == "half":
        return word if told[0] else ""  # AM or PM
    first, last = letters.span(start, end)
    read = letters.read[first:last]
    if len(word) <= _SHORT_WORD:
        return word if all(told) else ""
    nearest = min((Levenshtein.distance(read, other) for other in _others(word)), default=len(word))
    return word if sum(told) / len(told) > _WORD and Levenshtein.distance(read, word) < nearest else ""


@cache
def _others(word: str) -> frozenset[str]:
    """Return the other weekdays or months that could stand in a word's place, cut as it is."""
    rows = [{name[: len(word)] for name in names} for table in (WEEKDAYS, MONTHS, SHORT_MONTHS) for names in table.values()]
    return frozenset(name for row in rows if word in row for name in row if name != word)


def _mark(letters: Letters, start: int, end: int, tag: tuple[str, ...], read: Sequence[str]) -> list[Mark]:
    """Return what is left of a mark, on the line that has most of it; nothing where nothing is."""
    first, last = letters.span(start, end)
    begun = 0
    best: tuple[str, int] = ("", 0)
    for row, line in enumerate(read):
        raw = line[max(0, first - begun) : max(0, last - begun)].strip().rstrip(_BEHIND)
        if len(raw) > len(best[0]):
            best = raw, row
        begun += len(line) + 1
    told = _share(letters, range(start, end))
    if not told or not best[0]:
        return []
    return [Mark(raw=best[0], law=tag[1], ground=tag[2], place=tag[3], row=best[1], sure=told >= _CERTAIN)]
