"""Settle subjects by what other mails of the same exchange print.

In come the subjects of messages and which are linked; out comes for each message the spelling most of the exchange agrees on.
What is hard: a misreading must be mended, a change of subject kept, so digits are never changed and only like spellings are joined.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from lvvthreads.header.block import Subject
from lvvthreads.header.fold import alikeness, fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

#: How alike two subjects of one exchange are when one misreads the other; below it the subject was changed.
_ALIKE = 0.6
#: The same where words were joined or cut; and for one word of it.
_ALIKE_APART, _WORD_ALIKE = 0.75, 0.45
#: How alike the beginning of a subject is to one that it continues; what is added has a word of so many letters at least.
_BEGINS_ALIKE, _SHORTEST_WORD = 0.85, 4
#: A subject's line is hardly wrapped before so many letters.
_WRAPPED = 40
_NUMBER = re.compile(r"(?<![^\W_])\d+(?![^\W_])")
#: Brackets fold to strokes, and would make any two words in brackets alike.
_BRACKETS = "[](){}"
_TOUCHING = re.compile(r"\d[^\W\d_]|[^\W\d_]\d")
#: How many spellings of one exchange are compared.
_COMPARED = 60


def choose(subjects: Sequence[tuple[Subject, float]]) -> Subject:
    """Return the subject that the copies of one message agree on, or what a person says it is; each comes with its weight.

    >>> a, b = Subject(clean="Vergaderzaal", raw="x"), Subject(clean="Vcrgaderzaa1", raw="y")
    >>> choose([(b, 1.0), (a, 1.0), (a, 0.9)]).clean
    'Vergaderzaal'
    """
    if not subjects:
        return Subject(clean="", raw="")
    said = next((subject for subject, _ in subjects if subject.basis), None)
    if said or len(subjects) == 1:
        return said or subjects[0][0]
    support = {clean: _support(clean, subjects) for clean in {subject.clean for subject, _ in subjects}}
    return max(subjects, key=lambda one: (support[one[0].clean], one[1], is_clean(one[0].clean), one[0].clean))[0]


def _support(clean: str, subjects: Iterable[tuple[Subject, float]]) -> float:
    return sum(weight * (1.0 if clean == other.clean else 0.7 * alikeness(clean, other.clean)) for other, weight in subjects)


def consensus(own: str, others: Counter[str]) -> str:
    """Return the spelling of a subject that its exchange agrees on: its own, or a more frequent one that it misreads.

    ``others`` counts the spellings of the exchange, its own among them.
    """
    if not own or len(others) < 2 or (others[own] > 1 and is_clean(own)):
        return own  # two copies are hardly misread alike
    best, most = own, _frequency(own, others)
    for other, _ in others.most_common(_COMPARED):
        if other == own or not _can_be(own, other):
            continue
        frequency = _frequency(other, others)
        if frequency > most + 0.5:
            best, most = other, frequency
    return _by_words(best, others)


def _by_words(chosen: str, others: Counter[str]) -> str:
    """Return a spelling with each word as most of the exchange has it: no copy need be right throughout.

    >>> _by_words("Vcrgaderzaal 2 vrij", Counter(["Vcrgaderzaal 2 vrij", "Vergaderzaal 2 vrlj", "Vergaderzaal 2 vrij"]))
    'Vergaderzaal 2 vrij'
    """
    rows = [(other.split(), count) for other, count in others.most_common(_COMPARED) if other != chosen and _can_be(chosen, other)]
    rows.append((chosen.split(), others[chosen]))  # among many spellings it need not be one of the most common
    words = chosen.split()
    rows = [(row, count) for row, count in rows if len(row) == len(words)]
    for at, own in enumerate(words):
        votes: Counter[str] = Counter()
        digits, clean = _digits(own), is_clean(own)
        for row, count in rows:
            if not clean or _digits(row[at]) == digits:
                votes[row[at]] += count
        word, most = max(votes.items(), key=lambda vote: (vote[1], vote[0] == own, vote[0]))
        if most > votes[own]:
            words[at] = word
    return " ".join(words)


def _frequency(spelling: str, others: Counter[str]) -> float:
    """Count a spelling, and those nearly like it a little less."""
    compared = others.items() if len(others) <= _COMPARED else others.most_common(_COMPARED)
    near = sum(count * max(0.0, alikeness(spelling, other) - _ALIKE) for other, count in compared if other != spelling)
    return others[spelling] + near


@lru_cache(maxsize=16384)
def _can_be(own: str, other: str) -> bool:
    if alikeness(own, other) < _ALIKE or _word_changed(own, other):
        return False
    if not set(_numbers(own)) <= set(_numbers(other)):
        return False
    if other.startswith(f"{own} ") and len(own) < _WRAPPED:
        return False  # somebody added words; a line that is cut off is a full one
    if _adds_words(own, other):
        return False
    return _digits(own) == _digits(other) or len(fold(own)) + 1 < len(fold(other)) or not is_clean(own)


def _adds_words(own: str, other: str) -> bool:
    """Say whether a subject is another one with words behind it: those were printed, whoever else left them out."""
    words, kept = own.split(), len(other.split())
    return (
        any(len(word) >= _SHORTEST_WORD and word.isalpha() for word in words[kept:])
        and alikeness(" ".join(words[:kept]), other) >= _BEGINS_ALIKE
    )


def _word_changed(own: str, other: str) -> bool:
    """Say whether a word stands in the place of another: misreadings are spread over letters, a change of subject is one word."""
    a, b = own.split(), other.split()
    if len(a) != len(b):
        return alikeness(own, other) < _ALIKE_APART
    pairs = [(x.strip(_BRACKETS), y.strip(_BRACKETS)) for x, y in zip(a, b, strict=True)]
    return any(alikeness(x, y) < _WORD_ALIKE for x, y in pairs if max(len(x), len(y)) > 2)


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))


def _numbers(text: str) -> list[str]:
    """Return the numbers that no letter touches: they are printed as they stand."""
    return _NUMBER.findall(text)


def is_clean(text: str) -> bool:
    """Say whether no digit touches a letter, as in print that was read well ("24 oktober", "AB-24"; not "2A")."""
    return _TOUCHING.search(text) is None
