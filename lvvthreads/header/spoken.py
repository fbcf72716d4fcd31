"""Tell in which languages the mail programs of a document printed its headers.

In come lines, out come codes of languages: those that are always looked for, and each other one of which two labels stand in neighbouring lines.
What is hard: "De", "Da", "A" and "An" are labels of one language and small words or misread labels of another, so that one of them tells nothing;
and languages share labels, so that of those that explain the same lines only the one that explains most of them counts.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from lvvthreads.header.fold import plain
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


def languages_of(lines: Sequence[str]) -> Languages:
    """Return the languages of the headers in the lines of a document: :data:`BASE`, then the others that are spoken, the most frequent first."""
    spoken: dict[str, set[int]] = {}
    for run in _runs(_labelled(lines)):
        for code in _spoken(run):
            spoken.setdefault(code, set()).update(number for number, label in run if label not in _IN_BASE and label in _FIELDS[code])
    return (*BASE, *_fewest(spoken))


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
        fields = {_FIELDS[code][label] for label in own}
        if (len(fields) > 1 and sum(map(len, own)) >= _LETTERS) or (len(english) >= _ENGLISH and not fields & english):
            yield code


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
