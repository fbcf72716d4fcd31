"""Print headers as mail programs do: which fields, in which order, with which labels, dates and people.

A line is a list of pieces: a text and its tag, which says what the text is (a label, a part of a date, a mark), so that the noise can damage it
by its kind and the truth can say what is left.
"""

from __future__ import annotations

from functools import lru_cache
from string import Formatter
from typing import TYPE_CHECKING

from attrs import frozen

from lvvthreads.simulate import wording

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

#: (text, tag): the tag is None for what is only text, else its kind and details.
Piece = tuple[str, tuple[str, ...] | None]


@frozen(kw_only=True)
class Program:
    """A mail program: how it prints the header of the mail that it quotes."""

    #: The fields of a quoted header, and of one passed on, in order; empty where an attribution line stands for it.
    reply: tuple[str, ...]
    forward: tuple[str, ...]
    #: The table of lines above a header: ``original``, ``forwarded``, ``ruled``, ``gmail``, ``underscores`` or nothing.
    lead_reply: str = ""
    lead_forward: str = ""
    #: True where quoted lines begin with ``>``.
    marks_quotes: bool = False
    #: How people are printed: ``directory`` ("Surname, A. - DG/AFD"), ``bracketed`` ("Name <address>"), ``mailto``.
    people: str = "directory"
    #: The name of its date format in :data:`DATES`.
    date: str = "long"
    #: The name of the date format in its attribution line.
    attribution_date: str = "short"
    #: True where a note of the device stands beneath the writer's words.
    notes_device: bool = False


#: Field names of the labels of a date.
DATED = frozenset(("sent", "sent_on", "date"))
_OUTLOOK = ("from", "sent", "to", "cc", "subject", "attachments")
PROGRAMS = {
    "outlook": Program(reply=_OUTLOOK, forward=_OUTLOOK),
    "exchange": Program(reply=_OUTLOOK[:5], forward=_OUTLOOK[:5], lead_reply="underscores", lead_forward="underscores", people="bracketed"),
    "webmail": Program(
        reply=("from", "sent_on", "to", "cc", "subject"),
        forward=("from", "sent_on", "to", "cc", "subject"),
        lead_reply="underscores",
        lead_forward="underscores",
        people="bracketed",
        date="numeric_time",
    ),
    "blackberry": Program(
        reply=("from", "to", "cc", "sent", "subject"), forward=("from", "to", "cc", "sent", "subject"), date="mobile", notes_device=True
    ),
    "ios": Program(
        reply=(),
        forward=("from", "date", "to", "cc", "subject"),
        lead_forward="forwarded",
        marks_quotes=True,
        people="bracketed",
        date="apple",
        notes_device=True,
    ),
    "apple": Program(
        reply=(),
        forward=("from", "subject", "date", "to", "cc"),
        lead_forward="forwarded",
        marks_quotes=True,
        people="bracketed",
        date="apple",
    ),
    "gmail": Program(
        reply=(),
        forward=("from", "date", "subject", "to", "cc"),
        lead_forward="gmail",
        marks_quotes=True,
        people="bracketed",
        date="gmail",
        attribution_date="gmail_day",
    ),
    "thunderbird": Program(
        reply=(),
        forward=("subject", "date", "from", "to", "cc"),
        lead_forward="ruled",
        marks_quotes=True,
        people="bracketed",
        date="rfc",
        attribution_date="numeric",
    ),
    "notes": Program(reply=("from", "to", "cc", "date", "subject"), forward=("from", "to", "cc", "date", "subject"), date="numeric_time"),
    "plain": Program(reply=_OUTLOOK[:5], forward=_OUTLOOK[:5], lead_reply="original", lead_forward="original", people="mailto"),
}
#: The header on top of a printout: Outlook's own print, and the print of a mailbox.
TOPS = (_OUTLOOK, _OUTLOOK, _OUTLOOK, ("from", "to", "cc", "subject", "date", "attachments"))

#: Format -> language -> template; English ones are American.
DATES = {
    "long": {
        "nl": "{weekday} {day} {month} {year} {hour}:{minute}",
        "en": "{weekday}, {month} {day}, {year} {hour12}:{minute} {half}",
        "de": "{weekday}, {day}. {month} {year} {hour}:{minute}",
        "fr": "{weekday} {day} {month} {year} {hour}:{minute}",
    },
    "mobile": {"nl": "{day} {mon} {year} {hour12}:{minute} {half}", "en": "{mon} {day}, {year} {hour12}:{minute} {half}"},
    "apple": {
        "nl": "{day} {month} {year} om {hour}:{minute}:{second} CET",
        "en": "{month} {day}, {year} at {hour12}:{minute}:{second} {half} EST",
    },
    "gmail": {"nl": "{wd} {day} {mon} {year} om {hour}:{minute}", "en": "{wd}, {mon} {day}, {year} at {hour12}:{minute} {half}"},
    "rfc": {
        "nl": "{WD}, {day} {Mon} {year} {hour}:{minute}:{second} +0100",
        "en": "{WD}, {day} {Mon} {year} {hour}:{minute}:{second} -0500",
    },
    "numeric_time": {"nl": "{dd}-{mm}-{year} {hour}:{minute}", "en": "{mm}/{dd}/{year} {hour12}:{minute} {half}"},
    # of attribution lines the day and the time stand apart
    "short": {"nl": "{day} {mon} {year}", "en": "{mon} {day}, {year}", "de": "{dd}.{mm}.{year}", "fr": "{day} {mon} {year}"},
    "gmail_day": {
        "nl": "{wd} {day} {mon} {year}",
        "en": "{wd}, {mon} {day}, {year}",
        "de": "{wd}., {day}. {mon} {year}",
        "fr": "{wd}. {day} {mon} {year}",
    },
    "numeric": {"nl": "{dd}-{mm}-{year}", "en": "{mm}/{dd}/{year}", "de": "{dd}.{mm}.{year}", "fr": "{dd}/{mm}/{year}"},
    "time": {"nl": "{hour}:{minute}", "en": "{hour12}:{minute} {half}", "de": "{hour}:{minute}", "fr": "{hour}:{minute}"},
}
#: What each slot of a template is of the date.
_PART = {
    "weekday": "weekday",
    "wd": "weekday",
    "WD": "weekday",
    "day": "day",
    "dd": "day",
    "month": "month",
    "mon": "month",
    "Mon": "month",
    "mm": "month",
}
_PART |= {"year": "year", "hour": "hour", "hour12": "hour", "minute": "minute", "half": "half"}
_NUMERIC = frozenset(("mm",))


def date_pieces(moment: dt.datetime, format_: str, language: str) -> Iterator[Piece]:
    """Yield a date as a program prints it, in pieces tagged with what they are."""
    templates = DATES[format_]
    values = _values(moment, language)
    for text, slot in _parsed(templates.get(language, templates["nl" if language != "en" else "en"])):
        if text:
            yield text, None
        if slot:
            yield values[slot], ("date", _PART[slot], "numeric" if slot in _NUMERIC else "") if slot in _PART else None


@lru_cache(maxsize=128)
def _parsed(template: str) -> tuple[tuple[str, str | None], ...]:
    return tuple((text, slot) for text, slot, _, _ in Formatter().parse(template))


def _values(moment: dt.datetime, language: str) -> dict[str, str]:
    weekday, month = wording.WEEKDAYS[language][moment.weekday()], wording.MONTHS[language][moment.month - 1]
    return {
        "weekday": weekday,
        "wd": weekday[:2] if language in {"nl", "de"} else weekday[:3],
        "WD": wording.WEEKDAYS["en"][moment.weekday()][:3],
        "day": str(moment.day),
        "dd": f"{moment.day:02}",
        "month": month,
        "mon": wording.SHORT_MONTHS[language][moment.month - 1],
        "Mon": wording.SHORT_MONTHS["en"][moment.month - 1],
        "mm": f"{moment.month:02}",
        "year": str(moment.year),
        "hour": f"{moment.hour:02}",
        "hour12": str(moment.hour % 12 or 12),
        "minute": f"{moment.minute:02}",
        "second": f"{(moment.minute * 7 + moment.day) % 60:02}",
        "half": "AM" if moment.hour < 12 else "PM",
    }


def lead(kind: str, language: str) -> tuple[str, ...]:
    """Return the lines that a program prints above a quoted header."""
    if kind == "original":
        return (wording.ORIGINAL[language],)
    if kind == "forwarded":
        return (wording.FORWARDED[language], "")
    if kind == "ruled":
        return (wording.FORWARDED_RULED[language],)
    if kind == "gmail":
        return ("---------- Forwarded message ---------",)
    return ("________________________________",) if kind == "underscores" else ()
