"""Find redaction marks: a line of text in, marks with their exact places out.

``marks_in`` is for any line and takes only what can hardly be anything else.
``marks_in_person`` is for the value of a sender or recipient field, where a mark is likely and its remains suffice.
Most lines hold no mark, so one cheap look sends them away; what was found is remembered, since line heads and signatures repeat.
"""

from __future__ import annotations

import itertools
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from attrs import evolve

from lvvthreads.exemption import bare, glyphs
from lvvthreads.exemption.eu import eu_codes
from lvvthreads.exemption.foia import foia_codes, foia_slots
from lvvthreads.exemption.greeted import greeted_codes
from lvvthreads.exemption.ifg import ifg_codes
from lvvthreads.exemption.slot import remains
from lvvthreads.exemption.stamped import in_slot, stamped
from lvvthreads.exemption.uk import uk_codes
from lvvthreads.exemption.wob import wob_codes
from lvvthreads.exemption.woo import woo_codes, written_codes
from lvvthreads.exemption.words import STAMP_ENDS, blanks, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lvvthreads.exemption.mark import Mark

#: Every mark holds a digit, a bracket, a bar, a row of one sign or capitals of a stamp; a few are all letters ("Iii", "zo.z.e").
_PERHAPS: Final = re.compile(r"[0-9█■▇▆▅▓▒▉▊▋⬛◼(\[{X_*]")
_PERHAPS_LETTERS: Final = ("Ii", "z.e", "z,e", "xxx", "sub ", *STAMP_ENDS)
#: Longer lines are read but not remembered: a cache of them would hold whole files.
_LONGEST_REMEMBERED: Final = 1000
#: Grounds that are another's misreading where a name is covered.
_MISREAD: Final = {"10.2.c": "10.2.e", "5.1.2.c": "5.1.2.e"}
#: How many lines are remembered.
_REMEMBERED: Final = 65536

#: A code of which only the letter is lacking, at the end of a line, and the letter that begins the next.
_BREAKS: Final = re.compile(
    r"(?:(?<![\d.])(?:[51Il|\[({]{0,2}10[.,]2|5[.,]1[.,][12])[.,]?|lid ?[12](?: ?(?:sub|onder|ond\.|letter))?|\b[Aa]rt(?:ikel|\.)? ?5\.1|5\.1\.|\([bB]\) ?\(7\))[ ]{0,3}$"
)
#: What such a line ends in; a quick look.
_BROKEN_AT: Final = frozenset("12.,)br ")
_BEGINS_WITH_LETTER: Final = re.compile(
    r"[\s>]{0,20}(?P<letter>\([A-F]\)|(?:lid ?[12],? ?)?(?:(?:sub|onder|letter) ?)?[a-i](?![\w'’-]|\.\w| (?!en\b)[a-z]))"
)
#: How much of a line's end is looked at for that.
_LOOK: Final = 24

#: A run of letters and digits, and how long one may be to count as the remains of a box's edges.
_RUN: Final = re.compile(r"[^\W_]+")
_LONGEST_REMAINS: Final = 2


def marks_in(line: str) -> tuple[Mark, ...]:
    """Give the redaction marks of any line, in order.

    >>> [(mark.raw, mark.ground) for mark in marks_in("Groet, I10.2.e 1")]
    [('I10.2.e', '10.2.e')]
    >>> marks_in("Havenkade 12 1 1234 AB 1 Ons Dorp")
    ()
    """
    return _remembered(line) if len(line) <= _LONGEST_REMEMBERED else _marks(line)


def marks_in_person(text: str) -> tuple[Mark, ...]:
    """Give the redaction marks of a sender or recipient field's value, in order; remains of marks count.

    >>> [mark.raw for mark in marks_in_person("in 2 BD/ABC/DEF; Jansen, P. - BD/ABC")]
    ['in 2']
    """
    return _remembered_person(text) if len(text) <= _LONGEST_REMEMBERED else _person_marks(text)


def mark_over_break(line: str, following: str) -> Mark | None:
    """Give the mark whose letter stands on the next line, for the columns of print break it; it lies on the first of the two.

    >>> mark_over_break("Van: 5.1.2.", "e - AB/CDE").ground, mark_over_break("zie paragraaf 5.1.2", "e-mails en brieven")
    ('5.1.2.e', None)
    """
    if line[-1:] not in _BROKEN_AT or not _BREAKS.search(line[-_LOOK:]) or not (letter := _BEGINS_WITH_LETTER.match(following)):
        return None
    first = line.rstrip()
    # A code of words goes on after a blank ("lid 2" / "sub e"), one of digits at once.
    blank = " " if "lid" in first[-_LOOK:] + letter["letter"] else ""
    whole = first + blank + letter["letter"]
    last = marks_in(whole)[-1:]
    if not last or last[0].end != len(whole) or last[0].start >= len(first):
        return None
    return evolve(last[0], end=len(first), raw=first[last[0].start :])


def _marks_over_breaks(text: str) -> Iterator[Mark]:
    """Yield the marks that a break parts within a field of several lines; these reach to their letter."""
    start = 0
    for line, following in itertools.pairwise(text.split("\n")):
        if (mark := mark_over_break(line, following)) and (letter := _BEGINS_WITH_LETTER.match(following)):
            begin, end = start + mark.start, start + len(line) + 1 + letter.end("letter")
            yield evolve(mark, start=begin, end=end, raw=text[begin:end])
        start += len(line) + 1


def of_person(mark: Mark) -> Mark:
    """Return a mark over a person with the ground that it must have: "c" covers investigations, over a name it is an "e" misread.

    >>> from lvvthreads.exemption.mark import Mark
    >>> of_person(Mark(start=0, end=6, raw="10.2.c", law="Wob", ground="10.2.c")).ground
    '10.2.e'
    """
    ground = _MISREAD.get(mark.ground or "")
    return evolve(mark, ground=ground) if ground else mark


def is_only_marks(line: str) -> bool:
    """Say whether a line holds at least one mark and, besides marks, only punctuation and remains of boxes.

    >>> is_only_marks("l10.2.e 1"), is_only_marks("10.2.e, 11.1"), is_only_marks("Groet 10.2.e"), is_only_marks("1")
    (True, True, False, False)
    """
    marks = marks_in(line)
    return bool(marks) and all(_is_remains(run) for piece in _between(line, marks) for run in _RUN.findall(piece))


def _is_remains(run: str) -> bool:
    """Say whether letters and digits can be the edges of a box."""
    return len(run) <= _LONGEST_REMAINS and set(run) <= set(glyphs.EDGE)


def _between(line: str, marks: tuple[Mark, ...]) -> Iterator[str]:
    """Yield the pieces of a line before, between and after its marks."""
    at = 0
    for mark in marks:
        yield line[at : mark.start]
        at = mark.end
    yield line[at:]


def _marks(line: str) -> tuple[Mark, ...]:
    if not _PERHAPS.search(line) and not any(map(line.__contains__, _PERHAPS_LETTERS)):
        return ()
    found = [
        *written_codes(line),
        *woo_codes(line),
        *wob_codes(line),
        *foia_codes(line),
        *uk_codes(line, stamped),
        *eu_codes(line, stamped),
        *ifg_codes(line, stamped),
        *words(line),
        *bare.numbers_alone(line),
        *greeted_codes(line),
    ]
    if not found:
        return ()
    apart = _apart(found)
    return _apart((*apart, *bare.numbers_in_list(line, apart)))


def _person_marks(text: str) -> tuple[Mark, ...]:
    breaks = _marks_over_breaks(text) if "\n" in text else ()
    slots = (
        *foia_slots(text),
        *uk_codes(text, in_slot),
        *eu_codes(text, in_slot),
        *ifg_codes(text, in_slot),
        *remains(text),
        *blanks(text),
    )
    return tuple(of_person(mark) for mark in _apart((*breaks, *marks_in(text), *slots)))


def _apart(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Order marks by place and leave out those that overlap one found by an earlier, stricter rule."""
    if len(marks) <= 1:
        return tuple(marks)
    kept: list[tuple[int, Mark]] = []
    for rank, mark in sorted(enumerate(marks), key=lambda pair: (pair[1].start, pair[0])):
        if not kept or mark.start >= kept[-1][1].end:
            kept.append((rank, mark))
        elif rank < kept[-1][0]:
            kept[-1] = (rank, mark)
    return tuple(mark for _, mark in kept)


_remembered = lru_cache(maxsize=_REMEMBERED)(_marks)
_remembered_person = lru_cache(maxsize=_REMEMBERED)(_person_marks)
