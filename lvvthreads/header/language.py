"""The words that mail programs print, by language: read from the rows of the files in ``languages/``.

A file is one language; a row is a kind, a colon, entries with semicolons between, and behind ``#`` the mail programs that print them.
A kind may have several rows, and the most frequent entry stands first.
A language is added by adding a file; nothing else names a language but :data:`BASE`.

Kinds of rows: the fields of a header (``date`` is a label of letters and memos, too, the other one for the time of sending is ``sent``),
``reply`` and ``forward`` (prefixes of subjects), ``weekdays`` and ``months`` (seven and twelve groups of words apart by ``|``, from Monday and January on;
a name of several words or numbers has ``_`` between them),
``halves`` (words for the morning and the afternoon), ``between`` (small words within dates), ``opens``, ``wrote`` and ``around``
(how the line above a quotation opens, its verb, and what else stands beside the writer), ``quotes`` (the words beside the writer in a line that never has a date), ``on behalf``, ``original`` and ``forwarded`` (lines above a quoted and a forwarded mail).
"""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files

from attrs import frozen

from lvvthreads.header.fold import plain

#: Codes of languages (ISO 639-1, the names of the files), those that count most first.
Languages = tuple[str, ...]
#: The languages of which misread, glued and bare labels are looked for in every document.
BASE: Languages = ("nl", "en")
#: Rows that are labels -> the field they name.
_FIELDS = {name: name for name in ("from", "sent", "to", "cc", "bcc", "subject", "attachments", "other")} | {"date": "sent"}
#: Prefixes that every mail program knows.
_INTERNATIONAL = {"re": "RE", "fw": "FW", "fwd": "FW"}
#: Prefixes that are no words or abbreviations elsewhere: read whatever the language of the header, for a correspondence crosses borders.
_PLAIN_ABROAD = frozenset(("aw", "wg", "sv", "rv", "antwort", "odp", "ynt", "ilt"))
#: Between the parts of a name in a row, and what their digits become in one word of letters.
_BETWEEN_PARTS, _AS_LETTERS = "_", str.maketrans("0123456789", "klmnopqrst")


@frozen(kw_only=True)
class Language:
    """The words of one language in headers, dates and attributions, as mail programs print them."""

    code: str
    #: Label in small letters -> field.
    labels: dict[str, str]
    #: Labels of a day, which letters and memos print, too.
    dated: tuple[str, ...]
    #: Prefix in plain spelling -> ``RE`` or ``FW``.
    prefixes: dict[str, str]
    #: Words in plain spelling -> number, from 0 on.
    weekdays: dict[str, int]
    months: dict[str, int]
    #: Weekdays and months of several parts, as printed; in the tables above they are one word each.
    phrases: tuple[str, ...]
    #: Words for the morning and for the afternoon.
    halves: tuple[tuple[str, ...], tuple[str, ...]]
    between: tuple[str, ...]
    opens: tuple[str, ...]
    wrote: tuple[str, ...]
    around: tuple[str, ...]
    quotes: tuple[str, ...]
    on_behalf: tuple[str, ...]
    original: tuple[str, ...]
    forwarded: tuple[str, ...]


def _language(code: str, text: str) -> Language:
    """Make a language of the text of its file."""
    rows: dict[str, list[str]] = {}
    for line in text.splitlines():
        row = line.partition("#")[0].strip()
        if row:
            kind, _, entries = row.partition(":")
            rows.setdefault(kind, []).append(entries.strip())
    listed = {kind: tuple(entry.strip() for row in found for entry in row.split(";") if entry.strip()) for kind, found in rows.items()}
    prefixes = {plain(word): "RE" for word in listed.get("reply", ())} | {plain(word): "FW" for word in listed.get("forward", ())}
    am, pm = (tuple(word.strip() for word in group.split(";") if word.strip()) for group in _groups(rows.get("halves", ["|"])[0]))
    return Language(
        code=code,
        labels={label.lower(): field for kind, field in _FIELDS.items() for label in listed.get(kind, ())},
        dated=tuple(map(plain, listed.get("date", ()))),
        prefixes=prefixes,
        weekdays=_numbered(rows.get("weekdays", ())),
        months=_numbered(rows.get("months", ())),
        phrases=tuple(
            word.replace(_BETWEEN_PARTS, " ")
            for kind in ("weekdays", "months")
            for word in " ".join(rows.get(kind, ())).split()
            if _BETWEEN_PARTS in word
        ),
        halves=(am, pm),
        between=listed.get("between", ()),
        opens=listed.get("opens", ()),
        wrote=listed.get("wrote", ()),
        around=listed.get("around", ()),
        quotes=listed.get("quotes", ()),
        on_behalf=listed.get("on behalf", ()),
        original=listed.get("original", ()),
        forwarded=listed.get("forwarded", ()),
    )


def _groups(row: str) -> list[str]:
    return [group.strip() for group in row.split("|")]


def _numbered(rows: list[str] | tuple[()]) -> dict[str, int]:
    """Give each word the number of its group; one that stands in two of them once its accents are gone tells nothing."""
    numbers: dict[str, set[int]] = {}
    for row in rows:
        for number, group in enumerate(_groups(row)):
            for word in group.split():
                numbers.setdefault(as_word(word), set()).add(number)
    return {word: min(found) for word, found in numbers.items() if len(found) == 1}


def as_word(phrase: str) -> str:
    """Return a weekday or month in plain spelling, as one word of letters.

    >>> as_word("Tháng 12"), as_word("tháng_12"), as_word("März")
    ('thanglm', 'thanglm', 'marz')
    """
    return plain(phrase).replace(_BETWEEN_PARTS, "").replace(" ", "").translate(_AS_LETTERS)


def _read() -> dict[str, Language]:
    folder = files("lvvthreads.header") / "languages"
    found = {
        entry.name.removesuffix(".txt"): entry.read_text(encoding="utf-8") for entry in folder.iterdir() if entry.name.endswith(".txt")
    }
    return {code: _language(code, found[code]) for code in (*BASE, *sorted(found.keys() - set(BASE)))}


#: Code -> language, the languages of :data:`BASE` first.
LANGUAGES: dict[str, Language] = _read()
ALL: Languages = tuple(LANGUAGES)


@lru_cache(maxsize=256)
def field_of(languages: Languages) -> dict[str, str]:
    """Return label in plain spelling -> field; where languages share a label they share its field, or the first has it.

    >>> field_of(("de",))["betreff"]
    'subject'
    """
    return {plain(label): field for code in reversed(languages) for label, field in LANGUAGES[code].labels.items()}


@lru_cache(maxsize=256)
def printed_labels(languages: Languages) -> tuple[str, ...]:
    """Return the labels in small letters, with their accents and without, the longest first."""
    labels = {spelling for code in languages for label in LANGUAGES[code].labels for spelling in (label, plain(label))}
    return tuple(sorted(labels, key=lambda label: (-len(label), label)))


@lru_cache(maxsize=256)
def weekday_words(languages: Languages) -> dict[str, int]:
    """Return word -> weekday of these languages, the first of them having its way where they differ."""
    return {word: number for code in reversed(languages) for word, number in LANGUAGES[code].weekdays.items()}


@lru_cache(maxsize=256)
def month_words(languages: Languages) -> dict[str, int]:
    """Return word -> month of these languages, the first of them having its way where they differ."""
    return {word: number for code in reversed(languages) for word, number in LANGUAGES[code].months.items()}


@lru_cache(maxsize=256)
def phrases(languages: Languages) -> re.Pattern[str] | None:
    """Return the pattern of the weekdays and months of several parts in these languages; None if they have none."""
    words = sorted({phrase for code in languages for phrase in LANGUAGES[code].phrases}, key=lambda word: (-len(word), word))
    alternatives = "|".join(re.escape(word).replace(r"\ ", r"\s{1,2}") for word in words)
    return re.compile(rf"(?<![^\W_])(?:{alternatives})(?![^\W_])", re.IGNORECASE) if words else None


@lru_cache(maxsize=256)
def prefixes(languages: Languages) -> dict[str, str]:
    """Return prefix in plain spelling -> ``RE`` or ``FW``: those of these languages, and those of others that cannot be anything else.

    >>> prefixes(("fr",))["tr"], "tr" in prefixes(("nl", "en")), prefixes(("nl", "en"))["aw"]
    ('FW', False, 'RE')
    """
    known = {
        word: form
        for language in LANGUAGES.values()
        for word, form in language.prefixes.items()
        if word in _PLAIN_ABROAD or not word.isascii()
    }
    return known | {word: form for code in reversed(languages) for word, form in LANGUAGES[code].prefixes.items()} | _INTERNATIONAL
