"""Find the stretches of a document that can hold header blocks: windows around lines that are clearly of one.

In come lines, out come windows, disjoint and in order; what lies outside them is not searched.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from lvvthreads.header.date import read_date
from lvvthreads.header.label import label_matches
from lvvthreads.header.language import BASE, Languages, printed_labels
from lvvthreads.header.vocabulary import Subjects

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

NO_SUBJECTS = Subjects(())
#: How many lines that are not blank a window holds before and behind a seed.
_WINDOW_BEFORE, _WINDOW_AFTER = 7, 12
#: A date line and its label are shorter than this; a line whose head is looked at is, too.
_LONGEST_DATE, _LONGEST_HEADED = 90, 200
#: A label in a table that is spelled right has this score.
_IN_TABLE = 4.0
#: A shorter line is no seed.
_SHORTEST = 4
_SEED_TIME = re.compile(r"\d\s?[:.,;h\s-]\s?[0-5OolI][\dOolI](?!\d)")
_SEED_WORD = re.compile(r"[ad][ag4][gy9q]\b|\b(?:jan|feb|m[aä]r|apr|ma[iy]|mei|jun|jul|aug|sep|o[ck]t|nov|dec)|年|년", re.IGNORECASE)
_SEED_YEAR = re.compile(r"[12Z][0O9Q][\dOoIl|SZ]")


def windows(lines: Sequence[str], seeds: Iterable[int], held: frozenset[int] = frozenset()) -> Iterator[tuple[int, int]]:
    """Yield (first, last) 0-based indices of the stretches around seeds, disjoint and in order.

    ``held`` are the indices of lines whose block is known; no window reaches over them.
    """
    first = last = -1
    for seed in seeds:
        if seed <= last:
            last = max(last, _reach(lines, seed, 1, _WINDOW_AFTER, held))
            continue
        start = _reach(lines, seed, -1, _WINDOW_BEFORE, held)
        if last >= 0 and start <= last + 1 and held.isdisjoint(range(last, start)):
            last = _reach(lines, seed, 1, _WINDOW_AFTER, held)
            continue
        if last >= 0:
            yield first, last
        first, last = max(start, last + 1), _reach(lines, seed, 1, _WINDOW_AFTER, held)
    if last >= 0:
        yield first, last


def _reach(lines: Sequence[str], seed: int, step: int, count: int, held: frozenset[int]) -> int:
    """Walk ``count`` lines that are not blank away from the seed, at most four times as many lines in all, up to a line that is held."""
    i = seed
    for _ in range(4 * count):
        if not 0 <= i + step < len(lines) or i + step in held or count == 0:
            break
        i += step
        count -= bool(lines[i].strip())
    return i


@lru_cache(maxsize=64)
def _seed_label(languages: Languages) -> re.Pattern[str]:
    labels = "|".join(re.escape(label) for label in printed_labels(languages))
    return re.compile(rf"[\s>*|_'\"‘’.\[\](),•-]{{0,60}}(?:{labels})[\s*_]{{0,3}}[:;]", re.IGNORECASE)


@lru_cache(maxsize=65536)
def is_seed(line: str, languages: Languages = BASE) -> bool:
    """Say whether a line is clearly of a header: a label with colon, a date with time, a long label misread."""
    if len(line) < _SHORTEST:
        return False
    if (":" in line or ";" in line) and _seed_label(languages).match(line):
        return True
    if len(line) > _LONGEST_HEADED:
        return False
    if ("|" in line or "\t" in line) and any(match.score >= _IN_TABLE for match in label_matches(line, languages)):
        return True
    if len(line) <= _LONGEST_DATE and may_be_date(line) and read_date(_after_label(line, languages), languages).strength >= 3.5:
        return True
    head = line[:24]
    return (":" in head or ";" in head) and any(match.score >= 2.5 and len(match.label) > 4 for match in label_matches(line, languages))


def may_be_date(text: str) -> bool:
    """Say whether a line holds two numbers and a year, or a time and a word of the calendar: the cheap look before the close one."""
    return _SEED_TIME.search(text) is not None and (_SEED_YEAR.search(text) or _SEED_WORD.search(text)) is not None


def _after_label(line: str, languages: Languages) -> str:
    matches = label_matches(line, languages)
    return line[matches[0].end :] if matches else line
