"""Weigh what one line can be in a header block: the beginning of a field, more of one, a remain of a box, or nothing of it.

All weights are log-odds, of the table in :mod:`weights`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from lvvthreads.header import evidence, weights
from lvvthreads.header.date import read_date
from lvvthreads.header.fold import plain
from lvvthreads.header.label import LabelMatch, label_matches
from lvvthreads.header.language import ALL, BASE, LANGUAGES, Languages
from lvvthreads.header.seed import may_be_date

if TYPE_CHECKING:
    from collections.abc import Iterator

PEOPLE = frozenset(("from", "to", "cc", "bcc"))
#: How strong the reading of a date is at most that has a day and, undamaged, no time behind it.
_NO_TIME = 4.5
#: A subject's line, its label included, that is full or nearly so; what is left of it on the next line is shorter than this.
_FULL, _NEARLY_FULL, _REST, _SHORT_REST = 76, 60, 60, 30
#: What is left of a file's name on the next line is shorter than this.
_FILE_REST = 60
_LONGEST_DATE, _DATE_LIKE = 70, 4.0
_DAY_LABELS = frozenset(label for code in ALL for label in LANGUAGES[code].dated)
_ENDS_IN_YEAR = re.compile(r"(?:19|20)\d\d[\s.,]*$")
#: A line of Message-IDs.
_ID_ALONE = re.compile(r"(?:<[^<>\s]{3,200}@[^<>\s]{2,200}>,?\s{0,2}){1,20}")
#: A time of day alone on a line that goes on with a date.
_TIME_ALONE = re.compile(r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?: ?[AaPp][Mm])?")
#: A line that is no running text is shorter than this.
_SHORT = 25
#: A label and its colon stand within so many letters of a line's head.
_LABEL_WITHIN = 24
#: Beyond this, text is no more and no less a list of people.
_LEAST_PEOPLE, _MOST_PEOPLE = -4.0, 3.0
#: Words in small letters count so much at most against more people.
_LEAST_WORDS = -3.0


def with_subject(
    starts: tuple[tuple[str, float, LabelMatch | None], ...], weight: float
) -> tuple[tuple[str, float, LabelMatch | None], ...]:
    """Add that a line repeats a subject: to its label's score, or in place of a label."""
    labelled = next((start for start in starts if start[0] == "subject" and start[2]), None)
    others = tuple(start for start in starts if start[0] != "subject")
    if labelled:
        return (*others, ("subject", labelled[1] + weights.REPEATED["share behind a label"] * weight, labelled[2]))
    return (*others, ("subject", weights.NO_LABEL["subject"] + weight, None))


@lru_cache(maxsize=65536)
def fields_on(text: str, unlabelled: float, languages: Languages = BASE) -> tuple[tuple[tuple[str, float, LabelMatch | None], ...], float]:
    """Return the fields that can begin on a line, and what it costs to leave the line outside any block."""
    found: dict[str, tuple[str, float, LabelMatch | None]] = {}
    outside = 0.0
    for match in label_matches(text, languages):
        value = text[match.end :].strip()
        score = match.score + _value_score(match.field, value, languages, exact=match.exact)
        if match.field == "sent" and value and plain(match.label) in _DAY_LABELS and read_date(value, languages).time == "??:??":
            score += weights.DAY_ALONE  # letters and memos have this label too, with a day and no time behind it
        if match.exact:
            outside = weights.STRAY_LABEL
        if score > 0:
            found[match.field] = (match.field, score, match)
    if outside == 0.0 and len(text) <= 300:
        for name, score in _unlabelled(text, languages):
            total = score + unlabelled
            if total > -2.5 and (name not in found or found[name][1] < total):
                found[name] = (name, total, None)
            if name == "sent" and score > 2:
                outside = weights.STRAY_DATE
    return tuple(found.values()), outside


def _value_score(name: str, value: str, languages: Languages, *, exact: bool) -> float:
    """Weigh the value behind a label."""
    if name == "other":
        return 0.0
    if not value:
        return weights.EMPTY_NEEDED if name in {"sent", "subject"} else weights.EMPTY
    if name == "sent":
        strength = read_date(value, languages).strength
        if strength == 0:
            return weights.NO_DATE_EXACT if exact else weights.NO_DATE
        # a letter, memo or agenda dates itself by the day; mail programs always print the time
        return weights.DAY_ALONE if strength <= 1.0 or (strength <= _NO_TIME and _ENDS_IN_YEAR.search(value)) else weights.DATE * strength
    if name in PEOPLE:
        weight = max(_LEAST_PEOPLE, min(_MOST_PEOPLE, evidence.people(value)))
        return weight + (weights.DATE_FOR_PEOPLE if _is_date(value, languages) else 0.0)
    if name == "subject":
        weight = weights.SUBJECT["labelled, prefix" if evidence.has_prefix(value, languages) else "labelled"]
        return weight + (weights.DATE_FOR_SUBJECT if _is_date(value, languages) else 0.0)
    return weights.FILES["labelled"] if evidence.files(value) > 0 else 0.0


def _is_date(text: str, languages: Languages) -> bool:
    return len(text) < _LONGEST_DATE and may_be_date(text) and read_date(text, languages).strength >= _DATE_LIKE


def _unlabelled(text: str, languages: Languages) -> Iterator[tuple[str, float]]:
    """Yield the fields a line can be by its value alone."""
    strength = read_date(text, languages).strength if len(text) < _LONGEST_DATE and may_be_date(text) else 0.0
    if strength >= 3.5:
        yield "sent", weights.NO_LABEL["sent"] + weights.DATE_ALONE * strength
        return
    people = min(_MOST_PEOPLE, evidence.people(text))
    if people >= 1.2 and not evidence.is_salutation(text):
        for name in ("from", "to", "cc"):
            yield name, weights.NO_LABEL[name] + people
    about = evidence.subject(text, languages)
    if about > 0:
        yield "subject", weights.NO_LABEL["subject"] + about
    if evidence.files(text) > 0:
        yield "attachments", weights.NO_LABEL["attachments"] + evidence.files(text)


@lru_cache(maxsize=32768)
def noise(text: str) -> float:
    """Weigh a line within a block that belongs to no field: a box edge is common, prose is not."""
    if evidence.is_speck(text):
        return weights.SPECK
    if evidence.is_salutation(text):
        return weights.PROSE
    return weights.SHORT_NOISE if len(text) < _SHORT else weights.PROSE


@lru_cache(maxsize=65536)
def continuation(name: str, text: str, before: str, gap: int, languages: Languages = BASE) -> float:
    """Weigh a line as the next line of a field's value."""
    if (":" in text[:_LABEL_WITHIN]) and any(match.exact for match in label_matches(text, languages)):
        return weights.MORE_LABELLED  # a label is no value
    if name in PEOPLE:
        return _more_people(text, before, gap, languages) + (weights.MORE_PEOPLE["sender"] if name == "from" else 0.0)
    if name == "attachments":
        return _more_files(text, before, gap)
    if name == "subject":
        return _more_subject(text, before, gap, languages)
    if name == "other" and _ID_ALONE.fullmatch(text):
        return weights.MORE_FILES["file"]  # Message-IDs go on beneath their label
    return weights.MORE_DATE if name == "sent" and gap == 0 and _goes_on_as_date(text, before, languages) else weights.MORE_OF_ONE


def _goes_on_as_date(text: str, before: str, languages: Languages) -> bool:
    """Say whether a date, or its time, stands on the line beneath its label."""
    if _TIME_ALONE.fullmatch(text):
        return _ENDS_IN_YEAR.search(before) is not None
    return len(before) < _LABEL_WITHIN and before.endswith((":", ";")) and _is_date(text, languages)


def _more_people(text: str, before: str, gap: int, languages: Languages) -> float:
    more = weights.MORE_PEOPLE
    if gap != 0 and (evidence.is_salutation(text) or (text.endswith(",") and not before.endswith((";", ",")))):
        return more["greeted"]  # whoever is addressed behind a blank line is greeted
    weight = evidence.people(text)
    if weight >= 1.2:
        score = more["people"]
    elif before.endswith((";", ",")) and weight >= -1:
        score = more["behind a comma"]
    elif evidence.is_speck(text):
        return more["speck"]
    elif weight >= 0 and len(text) < 50:
        score = more["short"]
    else:
        return more["prose"] + max(weight, _LEAST_WORDS)
    return score + (more["gap"] if gap else 0.0) + (more["date"] if _is_date(text, languages) else 0.0)


def _more_files(text: str, before: str, gap: int) -> float:
    more = weights.MORE_FILES
    if evidence.is_salutation(text):
        return more["greeted"]
    if evidence.files(text) > 0 and not evidence.looks_like_prose(text):
        return more["file"] + (more["file behind a gap"] if gap else 0.0)
    open_ended = evidence.files(before[-8:]) <= 0 or before.endswith((";", ","))
    is_rest = open_ended and len(text) < _FILE_REST and not gap
    return more["behind an open name" if is_rest else "behind a whole name"] + (more["gap"] if gap else 0.0)


def _more_subject(text: str, before: str, gap: int, languages: Languages) -> float:
    more = weights.MORE_SUBJECT
    if gap or evidence.is_salutation(text) or evidence.people(text) > 1:
        return more["apart"]
    if len(before) < _LABEL_WITHIN and before.endswith((":", ";")) and len(text) < _FULL:
        return more["beneath, prefix" if evidence.has_prefix(text, languages) else "beneath"]
    if len(before) < _NEARLY_FULL or len(text) > _REST:
        return more["behind room"]
    if text[:1].islower() and (len(before) >= _FULL or before.endswith(("-", "(", ",")) or len(text) < _SHORT_REST):
        return more["in small letters"]  # the line is full, and the next goes on in the middle of a sentence
    return more["short" if text[:1].islower() or len(text) < _SHORT_REST else "other"]
