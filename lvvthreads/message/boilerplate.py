"""Learn what stands at the ends of many mails of a dossier: disclaimers and other notices of offices.

In come the documents and their headers, out comes what recurs; with it the lines of a body are told that are nobody's words.
A writer's signature recurs, too, but is the writer's: only prose is an office's notice.
What is hard: copies of one mail end alike, too, so only mails of different minutes and on different subjects count;
a notice is broken into other lines where it is quoted, and every printing of it is misread otherwise, so runs of three folded words are counted, across lines.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from attrs import define, field, frozen

from lvvthreads.exemption.find import marks_in
from lvvthreads.header.fold import alikeness, fold, fold_words, runs_of_three
from lvvthreads.message.page import is_closing_line, is_furniture, is_separator
from lvvthreads.message.wording import DEVICES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lvvthreads.document.document import Document
    from lvvthreads.header.block import HeaderBlock

#: How many words make a run, and in how many mails, on how many subjects, one must stand.
_RUN, _MAILS, _SUBJECTS = 3, 3, 2
#: Times that differ in fewer digits may be one misread; subjects that are more alike, too.
_OTHER_DIGITS, _SAME_SUBJECT = 2, 0.6
#: How many lines behind a closing, or where nothing closes at the end of a body, are looked at.
_TAIL = 60
#: The share of a line's words that lie in runs that recur; a line with less may stand between two with more.
_COVERED = 0.5
#: A line of prose has so many words in small letters; a notice has so many words in all.
_PROSE_WORDS, _NOTICE_WORDS = 6, 14
_LETTERS = re.compile(r"[^\W\d_]")
#: What a program says of the device is no longer than this, and lies at the start of its line.
_LONGEST_DEVICE = 70
_DEVICES = tuple(fold(phrase) for phrase in DEVICES)


@frozen(kw_only=True, eq=False)
class Boilerplate:
    """What recurs at the ends of a dossier's mails."""

    #: Hashes of the runs of folded words.
    runs: frozenset[int] = frozenset()

    def notices(self, lines: Sequence[str], numbers: Sequence[int]) -> frozenset[int]:
        """Return those of the lines with these numbers, all of one body, that are prose of an office.

        What recurs without being prose is the writer's signature, and a part of the mail.
        """
        tail = _tail(lines, numbers) if self.runs else ()
        prose = [number for number in self._recurring(lines, tail) if _is_prose(lines[number - 1])]
        return frozenset(prose) if sum(len(lines[number - 1].split()) for number in prose) >= _NOTICE_WORDS else frozenset()

    def _recurring(self, lines: Sequence[str], tail: Sequence[int]) -> list[int]:
        share = self._shares([fold_words(lines[number - 1]) for number in tail])
        covered = [one >= _COVERED for one in share]
        return [
            number
            for at, number in enumerate(tail)
            if covered[at] or (0 < at < len(tail) - 1 and share[at] > 0 and covered[at - 1] and covered[at + 1])
        ]

    def _shares(self, rows: Sequence[Sequence[str]]) -> list[float]:
        """Return for each line the share of its words that lie in a run that recurs; runs go on across lines."""
        words = [word for row in rows for word in row]
        recur = [at for at, run in enumerate(runs_of_three(words)) if run in self.runs]
        if not recur:
            return [0.0] * len(rows)
        inside = bytearray(len(words))
        for at in recur:
            inside[at : at + _RUN] = b"\1" * _RUN
        shares: list[float] = []
        start = 0
        for row in rows:
            shares.append(sum(inside[start : start + len(row)]) / len(row) if row else 0.0)
            start += len(row)
        return shares


@define
class _Seen:
    """Where a run was met, as far as it must be known: the times of different mails, and different subjects."""

    times: list[str] = field(factory=list)
    subjects: list[str] = field(factory=list)

    @property
    def enough(self) -> bool:
        return len(self.times) >= _MAILS and len(self.subjects) >= _SUBJECTS

    def add(self, time: str, subject: str) -> None:
        if len(self.times) < _MAILS and all(_differing(time, other) >= _OTHER_DIGITS for other in self.times):
            self.times.append(time)
        if len(self.subjects) < _SUBJECTS and all(alikeness(subject, other) < _SAME_SUBJECT for other in self.subjects):
            self.subjects.append(subject)


def learn_boilerplate(documents: Sequence[Document], headers: Iterable[Sequence[HeaderBlock]]) -> Boilerplate:
    """Return what recurs behind the closings of a dossier's mails; ``headers`` are those of each document in order.

    A mail without a whole time or without a subject tells nothing: it may be a copy of another.
    """
    ends = [
        (time, subject, _runs_of(document.lines, numbers))
        for document, blocks in zip(documents, headers, strict=True)
        for block, numbers in _behind(document.lines, blocks)
        if (time := block.sent.pattern or "?") and "?" not in time and (subject := block.subject.clean if block.subject else "")
    ]
    often = {run for run, times in Counter(run for *_, runs in ends for run in runs).items() if times >= _MAILS}
    seen: dict[int, _Seen] = {}
    for time, subject, runs in ends:
        for run in runs & often:
            one = seen.setdefault(run, _Seen())
            if not one.enough:
                one.add(time, subject)
    return Boilerplate(runs=frozenset(run for run, one in seen.items() if one.enough))


@lru_cache(maxsize=16384)
def is_device(line: str) -> bool:
    """Say whether a program tells from what device a mail was sent.

    >>> is_device("> Sent from my iPhone"), is_device("Verstuurd vanaf mljn iPad"), is_device("Sent from my office by courier: the maps")
    (True, True, False)
    """
    return len(line) <= _LONGEST_DEVICE and fold(line).startswith(_DEVICES)


def _behind(lines: Sequence[str], blocks: Sequence[HeaderBlock]) -> Iterator[tuple[HeaderBlock, Sequence[int]]]:
    """Yield the headers of mails that close, with the numbers of the lines behind the closing."""
    for block, after in zip(blocks, [*(block.first_line for block in blocks), len(lines) + 1][1:], strict=True):
        closed = _closed(lines, range(block.last_line + 1, after))
        if closed:
            yield block, closed


def _closed(lines: Sequence[str], numbers: Sequence[int]) -> Sequence[int] | None:
    """Return the numbers of the lines behind the last line that closes; None if nothing closes."""
    for at in range(len(numbers) - 1, -1, -1):
        if is_closing_line(lines[numbers[at] - 1].strip()):
            return numbers[at + 1 : at + 1 + _TAIL]
    return None


def _tail(lines: Sequence[str], numbers: Sequence[int]) -> Sequence[int]:
    """Return where to look for what recurs: behind the closing; where nothing closes, at the end, never in the first line."""
    closed = _closed(lines, numbers)
    return numbers[1:][-_TAIL:] if closed is None else closed


def _runs_of(lines: Sequence[str], numbers: Sequence[int]) -> set[int]:
    words: list[str] = []
    for number in numbers:
        text = lines[number - 1].strip()
        if is_separator(text):
            break
        if text and not is_furniture(text):
            words += fold_words(text)
    return set(runs_of_three(words))


def _differing(p: str, q: str) -> int:
    return sum(a != b for a, b in zip(p, q, strict=False))


def _is_prose(line: str) -> bool:
    """Say whether a line is of a sentence: many words in small letters. Nothing is covered in an office's notice."""
    small = sum(word[0].islower() and len(_LETTERS.findall(word)) > 1 for word in line.split())
    return small >= _PROSE_WORDS and not marks_in(line)
