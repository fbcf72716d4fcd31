"""Weigh what one line can be in a header block: the beginning of a field, more of one, a remain of a box, or nothing of it.

All weights are log-odds, set by hand on two releases and checked on text kept aside.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from lvvthreads.header import evidence
from lvvthreads.header.date import read_date
from lvvthreads.header.fold import plain
from lvvthreads.header.label import LabelMatch, label_matches
from lvvthreads.header.language import ALL, BASE, LANGUAGES, Languages
from lvvthreads.header.seed import may_be_date

if TYPE_CHECKING:
    from collections.abc import Iterator

PEOPLE = frozenset(("from", "to", "cc", "bcc"))
#: An exact label, and a whole date line, that are not part of any block.
_STRAY_LABEL, _STRAY_DATE = -2.5, -1.5
#: A date field that has a day and, undamaged, no time behind it; how strong such a reading is at most.
_DAY_ALONE, _NO_TIME = -7.0, 4.5
#: A subject's line, its label included, that is full or nearly so; what is left of it on the next line is shorter than this.
_FULL, _NEARLY_FULL, _REST, _SHORT_REST = 76, 60, 60, 30
_LONGEST_DATE, _DATE_LIKE = 70, 4.0
_DAY_LABELS = frozenset(label for code in ALL for label in LANGUAGES[code].dated)
_ENDS_IN_YEAR = re.compile(r"(?:19|20)\d\d[\s.,]*$")
#: A line within a block that is no part of it: a speck, a short line, running text.
_SPECK, _SHORT_NOISE, _SHORT, PROSE = -0.2, -1.8, 25, -6.0
#: A time of day alone on a line that goes on with a date, and what the rest of a date gains.
_TIME_ALONE = re.compile(r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?: ?[AaPp][Mm])?")
_MORE_DATE = 1.5
#: A label and its colon stand within so many letters of a line's head.
_LABEL_WITHIN = 24
#: What a field without its label pays.
_NO_LABEL = {"from": -3.0, "sent": -2.0, "to": -2.0, "cc": -3.2, "subject": -1.8, "attachments": -2.8}


def with_subject(
    starts: tuple[tuple[str, float, LabelMatch | None], ...], weight: float
) -> tuple[tuple[str, float, LabelMatch | None], ...]:
    """Add that a line repeats a subject: to its label's score, or in place of a label."""
    labelled = next((start for start in starts if start[0] == "subject" and start[2]), None)
    others = tuple(start for start in starts if start[0] != "subject")
    if labelled:
        return (*others, ("subject", labelled[1] + 0.5 * weight, labelled[2]))
    return (*others, ("subject", _NO_LABEL["subject"] + weight, None))


@lru_cache(maxsize=65536)
def fields_on(text: str, unlabelled: float, languages: Languages = BASE) -> tuple[tuple[tuple[str, float, LabelMatch | None], ...], float]:
    """Return the fields that can begin on a line, and what it costs to leave the line outside any block."""
    found: dict[str, tuple[str, float, LabelMatch | None]] = {}
    outside = 0.0
    for match in label_matches(text, languages):
        value = text[match.end :].strip()
        score = match.score + _value_score(match.field, value, languages, exact=match.exact)
        if match.field == "sent" and value and plain(match.label) in _DAY_LABELS and read_date(value, languages).time == "??:??":
            score += _DAY_ALONE  # letters and memos have this label too, with a day and no time behind it
        if match.exact:
            outside = _STRAY_LABEL
        if score > 0:
            found[match.field] = (match.field, score, match)
    if outside == 0.0 and len(text) <= 300:
        for name, score in _unlabelled(text, languages):
            total = score + unlabelled
            if total > -2.5 and (name not in found or found[name][1] < total):
                found[name] = (name, total, None)
            if name == "sent" and score > 2:
                outside = _STRAY_DATE
    return tuple(found.values()), outside


def _value_score(name: str, value: str, languages: Languages, *, exact: bool) -> float:
    """Weigh the value behind a label."""
    if name == "other":
        return 0.0
    if not value:
        return -0.8 if name in {"sent", "subject"} else -0.3
    if name == "sent":
        strength = read_date(value, languages).strength
        if strength == 0:
            return -0.5 if exact else -2.5
        # a letter, memo or agenda dates itself by the day; mail programs always print the time
        return _DAY_ALONE if strength <= 1.0 or (strength <= _NO_TIME and _ENDS_IN_YEAR.search(value)) else 0.6 * strength
    if name in PEOPLE:
        weight = max(-4.0, min(3.0, evidence.people(value)))
        return weight - (3.0 if _is_date(value, languages) else 0.0)
    if name == "subject":
        return (1.0 if evidence.has_prefix(value, languages) else 0.3) - (1.0 if _is_date(value, languages) else 0.0)
    return 1.0 if evidence.files(value) > 0 else 0.0


def _is_date(text: str, languages: Languages) -> bool:
    return len(text) < _LONGEST_DATE and may_be_date(text) and read_date(text, languages).strength >= _DATE_LIKE


def _unlabelled(text: str, languages: Languages) -> Iterator[tuple[str, float]]:
    """Yield the fields a line can be by its value alone."""
    strength = read_date(text, languages).strength if len(text) < _LONGEST_DATE and may_be_date(text) else 0.0
    if strength >= 3.5:
        yield "sent", _NO_LABEL["sent"] + 0.8 * strength
        return
    people = min(3.0, evidence.people(text))
    if people >= 1.2 and not evidence.is_salutation(text):
        for name in ("from", "to", "cc"):
            yield name, _NO_LABEL[name] + people
    about = evidence.subject(text, languages)
    if about > 0:
        yield "subject", _NO_LABEL["subject"] + about
    if evidence.files(text) > 0:
        yield "attachments", _NO_LABEL["attachments"] + evidence.files(text)


def noise(text: str) -> float:
    """Weigh a line within a block that belongs to no field: a box edge is common, prose is not."""
    if evidence.is_speck(text):
        return _SPECK
    if evidence.is_salutation(text):
        return PROSE
    return _SHORT_NOISE if len(text) < _SHORT else PROSE


@lru_cache(maxsize=65536)
def continuation(name: str, text: str, before: str, gap: int, languages: Languages = BASE) -> float:
    """Weigh a line as the next line of a field's value."""
    if (":" in text[:_LABEL_WITHIN]) and any(match.exact for match in label_matches(text, languages)):
        return -4.0  # a label is no value
    if name in PEOPLE:
        return _more_people(text, before, gap, languages) - (0.7 if name == "from" else 0.0)
    if name == "attachments":
        return _more_files(text, before, gap)
    if name == "subject":
        return _more_subject(text, before, gap)
    return _MORE_DATE if name == "sent" and gap == 0 and _goes_on_as_date(text, before, languages) else -3.5


def _goes_on_as_date(text: str, before: str, languages: Languages) -> bool:
    """Say whether a date, or its time, stands on the line beneath its label."""
    if _TIME_ALONE.fullmatch(text):
        return _ENDS_IN_YEAR.search(before) is not None
    return len(before) < _LABEL_WITHIN and before.endswith((":", ";")) and _is_date(text, languages)


def _more_people(text: str, before: str, gap: int, languages: Languages) -> float:
    if gap != 0 and (evidence.is_salutation(text) or (text.endswith(",") and not before.endswith((";", ",")))):
        return -4.0  # whoever is addressed behind a blank line is greeted
    weight = evidence.people(text)
    if weight >= 1.2:
        score = 1.0
    elif before.endswith((";", ",")) and weight >= -1:
        score = 0.6
    elif evidence.is_speck(text):
        return -0.4
    elif weight >= 0 and len(text) < 50:
        score = -1.2
    else:
        return -4.0 + max(weight, -3.0)
    return score - (0.3 if gap else 0.0) - (3.0 if _is_date(text, languages) else 0.0)


def _more_files(text: str, before: str, gap: int) -> float:
    if evidence.is_salutation(text):
        return -4.0
    if evidence.files(text) > 0 and not evidence.looks_like_prose(text):
        return 1.0 - (0.4 if gap else 0.0)
    open_ended = evidence.files(before[-8:]) <= 0 or before.endswith((";", ","))
    return (-0.6 if open_ended and len(text) < 60 and not gap else -3.0) - (1.5 if gap else 0.0)


def _more_subject(text: str, before: str, gap: int) -> float:
    if gap or evidence.is_salutation(text) or evidence.people(text) > 1:
        return -5.0
    if len(before) < _NEARLY_FULL or len(text) > _REST:
        return -4.0
    if text[:1].islower() and (len(before) >= _FULL or before.endswith(("-", "(", ",")) or len(text) < _SHORT_REST):
        return 0.8  # the line is full, and the next goes on in the middle of a sentence
    return -0.4 if text[:1].islower() or len(text) < _SHORT_REST else -1.5
