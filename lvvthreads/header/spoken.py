"""Tell in which languages the mail programs of a document printed its headers.

In come lines, out come codes of languages: those that are always looked for, and each other one of which two labels stand in neighbouring lines,
or, where no line of the document tells a language so, one label and another misread, or three misread ones.
What is hard: "De", "Da", "A" and "An" are labels of one language and small words or misread labels of another, so that one of them tells nothing;
and languages share labels, so that of those that explain the same lines only the one that explains most of them counts.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from lvvthreads.header.fold import fold, plain
from lvvthreads.header.language import ALL, BASE, LANGUAGES, Languages

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lvvthreads.header.rawblock import RawBlock

#: A label and its colon stand within so many letters of a line's head, quote marks included.
_WITHIN = 64
#: What may stand around a label: quote marks, bold marks, strokes.
_AROUND = " \t\f\u00a0>*_|'\"‘’“”.,•-"
#: Labels of one header are at most so many lines apart, and a language's labels in it have so many letters together.
_APART, _LETTERS = 4, 5
#: How many English labels make the label of another language one of theirs: Gmail translates the first of four.
_ENGLISH = 2

_CALENDARS = {code: LANGUAGES[code].weekdays.keys() | LANGUAGES[code].months.keys() for code in ALL}
_SHORTEST_WORD = 3
_CALENDAR = frozenset(word for words in _CALENDARS.values() for word in words if len(word) >= _SHORTEST_WORD)
_BASE_CALENDAR = frozenset(word for code in BASE for word in _CALENDARS[code])
_WORD = re.compile(r"[^\W\d_]+")
#: The first cell of a row of a table.
_CELL = re.compile(r"[\s>|]{0,20}([^\W\d_][^|\t:]{0,24}?)(?:[ ]{1,40}[|]\s|[ ]{0,4}\t)")

_FIELDS = {code: {plain(label): field for label, field in LANGUAGES[code].labels.items()} for code in ALL}
_SPEAKERS: dict[str, Languages] = {
    label: tuple(code for code in ALL if label in _FIELDS[code]) for label in {label for table in _FIELDS.values() for label in table}
}
_IN_BASE = frozenset(label for code in BASE for label in _FIELDS[code])
#: Labels of other languages that are those of every document with one letter misread, too: "Subiect", "Data".
_SHORTEST_LIKE = 4
_LIKE_BASE = frozenset(
    label
    for label in _SPEAKERS.keys() - _IN_BASE
    if any(
        len(label) >= _SHORTEST_LIKE and Levenshtein.distance(fold(label), fold(own), score_cutoff=1) <= 1
        for code in BASE
        for own, field in _FIELDS[code].items()
        if field == _FIELDS[_SPEAKERS[label][0]][label]
    )
)
#: Labels long enough to be told when misread, folded -> plain: those of every document, and the others.
_LONG_ENOUGH = 5
_MISREAD_BASE = {fold(label): label for label in _IN_BASE}
_MISREAD = {
    fold(label): label for label in _SPEAKERS if label not in _IN_BASE | _LIKE_BASE and len(label) >= _LONG_ENOUGH and label.isascii()
}
#: How alike a misread label is to what was printed, and how much more than to any label of every document.
_ALIKE, _MORE_ALIKE = 0.7, 0.1
#: What a label counts, spelled right or misread, and how much a language needs.
_EXACT, _DAMAGED, _ENOUGH = 2, 1, 3
#: A misread label and its colon stand within so many letters of a line's head.
_HEAD = 32


def languages_of(lines: Sequence[str]) -> Languages:
    """Return the languages of the headers in the lines of a document: :data:`BASE`, then the others that are spoken, the most frequent first."""
    spoken: dict[str, set[int]] = {}
    for run in _runs(_labelled(lines)):
        for code in _spoken(run):
            spoken.setdefault(code, set()).update(number for number, label in run if label not in _IN_BASE and label in _FIELDS[code])
    return (*BASE, *_fewest(spoken or _spoken_misread(lines)))


def _labelled(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield (index, label in plain spelling) of the lines that begin with an exact label and its colon."""
    for i, line in enumerate(lines):
        at = line.find(":", 0, _WITHIN)
        if (at > 0 and (label := plain(line[:at].strip(_AROUND))) in _SPEAKERS) or (
            ("|" in line or "\t" in line) and (cell := _CELL.match(line)) and (label := plain(cell[1])) in _SPEAKERS
        ):
            yield i, label


def _runs(labelled: Iterable[tuple[int, str]]) -> Iterator[list[tuple[int, str]]]:
    """Yield the stretches of labels that stand together, where there is one among them that only other languages have."""
    run: list[tuple[int, str]] = []
    for number, label in labelled:
        if run and number - run[-1][0] > _APART:
            if any(label not in _IN_BASE for _, label in run):
                yield run
            run = []
        run.append((number, label))
    if any(label not in _IN_BASE for _, label in run):
        yield run


def _spoken(run: Sequence[tuple[int, str]]) -> Iterator[str]:
    """Yield the languages that a stretch of labels shows."""
    labels = {label for _, label in run}
    english = {_FIELDS["en"][label] for label in labels if label in _FIELDS["en"]}
    for code in {code for label in labels - _IN_BASE for code in _SPEAKERS[label]}:
        own = [label for label in labels if label not in _IN_BASE and label in _FIELDS[code]]
        if _LIKE_BASE.issuperset(own):
            continue
        fields = {_FIELDS[code][label] for label in own}
        if (len(fields) > 1 and sum(map(len, own)) >= _LETTERS) or (len(english) >= _ENGLISH and not fields & english):
            yield code


def _spoken_misread(lines: Sequence[str]) -> dict[str, set[int]]:
    """Return the languages that labels show of which some are misread, each with the lines that it explains."""
    spoken: dict[str, set[int]] = {}
    for run in _headed(lines):
        meant = [(number, head, (head,) if head in _SPEAKERS else _meant(head)) for number, head in run]
        for code in {code for _, _, labels in meant for label in labels if label not in _IN_BASE for code in _SPEAKERS[label]}:
            own = {
                number: (_FIELDS[code][label], _EXACT if head == label else _DAMAGED)
                for number, head, labels in meant
                for label in labels
                if label not in _IN_BASE and label in _FIELDS[code]
            }
            foreign = any(head in _IN_BASE and head not in _FIELDS[code] for _, head, _ in meant)
            counts = dict(sorted(own.values()))
            if not foreign and _DAMAGED in counts.values() and sum(counts.values()) >= _ENOUGH:
                spoken.setdefault(code, set()).update(own)
    return spoken


def _headed(lines: Sequence[str]) -> Iterator[list[tuple[int, str]]]:
    """Yield the stretches of two lines or more that begin with a few letters and a colon, and stand together."""
    run: list[tuple[int, str]] = []
    for i, line in enumerate(lines):
        at = line.find(":", 0, _HEAD)
        if at < 0:
            at = line.find(";", 0, _HEAD)
        if at <= 0:
            continue
        if run and i - run[-1][0] > _APART:
            if len(run) > 1:
                yield [(number, plain(head.strip(_AROUND))) for number, head in run]
            run = []
        run.append((i, line[:at]))
    if len(run) > 1:
        yield [(number, plain(head.strip(_AROUND))) for number, head in run]


@lru_cache(maxsize=8192)
def _meant(head: str) -> tuple[str, ...]:
    """Return the labels that a misread head is most like, if it is less like those of every document."""
    folded = fold(head)
    found = process.extract(folded, _MISREAD.keys(), scorer=Levenshtein.normalized_similarity, score_cutoff=_ALIKE, limit=8)
    if not found:
        return ()
    least = found[0][1] - _MORE_ALIKE
    if process.extractOne(folded, _MISREAD_BASE.keys(), scorer=Levenshtein.normalized_similarity, score_cutoff=least):
        return ()
    return tuple(_MISREAD[label] for label, score, _ in found if score == found[0][1])


def _fewest(spoken: dict[str, set[int]]) -> Iterator[str]:
    """Yield the languages that together explain all lines: that of the most lines first, then that of the most that are left; with each its equals."""
    left = dict(spoken)
    while left:
        best = min(left, key=lambda code: (-len(left[code]), -len(spoken[code]), ALL.index(code)))
        if not left[best]:
            return
        yield from (code for code in ALL if left.get(code) == left[best])
        explained = left[best]
        left = {code: numbers - explained for code, numbers in left.items()}


def languages_in(block: RawBlock, languages: Languages) -> Languages:
    """Return the language in which a header is labelled, or those that its labels do not tell apart; nothing if nothing tells.

    A label that only a language beside :data:`BASE` has outweighs the others.
    """
    if block.language:
        return (block.language,)
    labels = [plain(part.label) for part in block.fields if part.label and part.exact]
    counted = Counter(code for label in labels for code in languages if label in _FIELDS[code])
    own = {code for label in labels if label not in _IN_BASE for code in languages if label in _FIELDS[code]}
    most = max((counted[code] for code in own or counted), default=0)
    return tuple(code for code in languages if code in (own or counted) and counted[code] == most)


def languages_of_date(text: str) -> Languages:
    """Return the languages in which a date is worded; nothing if all its words are Dutch or English ones, or there are none.

    Some programs print English labels everywhere, and date and prefix in the language of whoever uses them.

    >>> languages_of_date("vendredi 3 mai 2019 10:11"), languages_of_date("vrijdag 3 mei 2019 10:11")
    (('fr',), ())
    """
    words = {word for word in _WORD.findall(plain(text)) if word in _CALENDAR}
    if not words or words <= _BASE_CALENDAR:
        return ()
    return tuple(code for code in ALL if code not in BASE and words <= _CALENDARS[code])
