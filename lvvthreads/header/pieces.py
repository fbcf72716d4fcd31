"""Join the pieces of a date or a subject, where a text has the words of one row of the page in several lines, and in no order.

A PDF keeps its text in the order in which it was drawn, and some programs draw the words of a row one by one:

    maart
    Onderwerp: Zaal
    RE:
    voor woensdag
    Verzonden: 12 2019 15:46
    dinsdag

In come a block as decoded, and the lines; out comes the block with all pieces of its date, or of its subject.
What is hard: nothing marks the end of a row. A date ends where something else than numbers, weekdays and months stands;
a subject at the next label or at a greeting, and else only words of the document's other subjects, and small ones, are surely of it.
Once the words have lost their order, it cannot be told; only the prefixes of a subject are put before the rest.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from attrs import evolve

from lvvthreads.header.date import read_date
from lvvthreads.header.evidence import has_prefix, is_salutation, is_speck, looks_like_prose, people, without_marks
from lvvthreads.header.fold import fold_words
from lvvthreads.header.label import label_matches
from lvvthreads.header.language import BASE, Languages, month_words, prefixes, weekday_words
from lvvthreads.header.rawblock import FieldLines, RawBlock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

#: From so much evidence on, a line is of people.
_SURELY_PEOPLE = 1.2
#: How many lines around its label are searched for the pieces of a date, and how long one of them is at most.
NEAR, _LONGEST_PIECE = 4, 40
#: How many lines a subject in pieces can have, and how long one of them is at most.
_MOST_PIECES, _LONGEST_SUBJECT = 8, 100
#: How far above its label a subject can begin with its prefix.
_MOST_ABOVE = 4
#: A label and its colon stand within so many letters of a line's head.
_LABEL_WITHIN = 24
_PIECE = re.compile(r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?|\d{1,2}|(?:19|20)\d\d|[+-]\d{4}|[^\W\d_]{1,12}")
_SIGNS = re.compile(r"[\s.,]+")
_HALVES = frozenset(("am", "pm"))
_CALENDAR = frozenset(weekday_words(BASE)) | frozenset(month_words(BASE))
#: The small words of a row, which are drawn apart.
_SMALL_WORDS = re.compile(r"[^\W\d_A-ZÀ-Þ]{2,4}(?: [^\W\d_A-ZÀ-Þ]{1,4}\.?){0,3}")
#: The beginning of a line that is no name.
_IN_SMALL_LETTERS = re.compile(r"[^\W\d_A-ZÀ-Þ]{4,40}(?![^\s])")
#: A prefix within a subject, with its colon and nothing glued to it.
_PREFIX_WITHIN = re.compile(r"(?<!\S)(?:{}):(?!\S)".format("|".join(map(re.escape, prefixes(BASE)))), re.IGNORECASE)
#: What an order of weekday, day, month and year is that programs print, the weekday left out.
_ORDERS = frozenset(("dmy", "mdy", "ymd"))


def are_in_pieces(blocks: Sequence[RawBlock], languages: Languages = BASE) -> bool:
    """Say whether the words of a document's rows have lost their order: some date that can be read has its parts in one that no one writes."""
    return any(
        sent.exact and is_timed(flat, languages) and is_jumbled(flat, languages)
        for block in blocks
        if (sent := block.get("sent")) is not None and (flat := _joined(sent.parts))
    )


@lru_cache(maxsize=8192)
def is_jumbled(text: str, languages: Languages = BASE) -> bool:
    """Say whether weekday, day, month and year stand in an order in which no program prints them.

    >>> is_jumbled("4 dinsdag juni 2019 12:22"), is_jumbled("2019 12:22 dinsdag 4 juni"), is_jumbled("dinsdag 4 juni 2019 12:22")
    (True, True, False)
    """
    days, months = weekday_words(languages), month_words(languages)
    kinds = ""
    for word in _SIGNS.split(text.lower()):
        kind = "d" if word.isdecimal() and len(word) <= 2 else "y" if word.isdecimal() else "m" if word in months else ""
        kinds += "w" if not kind and word in days else kind
    return sorted(kinds.replace("w", "")) == ["d", "m", "y"] and kinds.removeprefix("w") not in _ORDERS


def prefixes_first(text: str) -> str:
    """Return a subject whose words have lost their order with its prefixes at its head.

    >>> prefixes_first("Zaal woensdag RE: voor")
    'RE: Zaal woensdag voor'
    """
    found = _PREFIX_WITHIN.findall(text)
    return " ".join((*found, *_PREFIX_WITHIN.sub(" ", text).split())) if found else text


# --- Dates ---


def with_date_in_pieces(block: RawBlock, lines: Sequence[str], free: range, languages: Languages) -> RawBlock:
    """Return the block with a date that is complete once the pieces around its label are joined."""
    sent = block.get("sent")
    if sent is None or sent.label is None:
        sent = _sent_within(block, lines)
    if sent is None:
        return block
    number, value = sent.parts[0]
    own = (number, value)
    complete = is_timed(_joined(sent.parts), languages)
    above = _pieces(range(number - 1, max(free.start, number - 1 - NEAR) - 1, -1), lines, languages)
    beneath = _pieces(range(number + 1, min(free.stop, number + 2 + NEAR)), lines, languages)
    if complete and not any(_half_in(text) for _, text in (*above, *beneath)):
        return block
    sizes = sorted(((up, down) for up in range(len(above) + 1) for down in range(len(beneath) + 1)), key=lambda size: (-sum(size), size[0]))
    for up, down in sizes:
        parts = (*reversed(above[:up]), own, *beneath[:down])
        if is_timed(_joined(parts), languages):
            others = tuple(part for part in block.fields if part.field != "sent")
            return _given(evolve(block, fields=block.fields if sent in block.fields else (*others, sent)), "sent", parts)
    return block


def _sent_within(block: RawBlock, lines: Sequence[str]) -> FieldLines | None:
    """Return the field of the time whose label stands within a block that has none: what is beside it was no date by itself."""
    for number in range(block.lines[0], block.lines[-1] + 1):
        text = lines[number - 1].strip()
        for match in label_matches(text) if ":" in text[:_LABEL_WITHIN] else ():
            if match.exact and match.field == "sent":
                return FieldLines(
                    field="sent", label=match.label, exact=True, parts=((number, text[match.end :].strip()),), score=match.score
                )
    return None


def _half_in(text: str) -> bool:
    """Say whether a half of the day is among the pieces of a line: without it the hour is another."""
    return not _HALVES.isdisjoint(_SIGNS.split(text.lower()))


def _pieces(numbers: range, lines: Sequence[str], languages: Languages) -> list[tuple[int, str]]:
    """Return the lines that hold nothing but pieces of a date, from the nearest on, up to one that holds something else."""
    found: list[tuple[int, str]] = []
    for number in numbers:
        text = lines[number - 1].strip()
        if _is_piece(text, languages):
            found.append((number, text))
        elif not is_speck(text):
            break
    return found


@lru_cache(maxsize=8192)
def _is_piece(text: str, languages: Languages) -> bool:
    """Say whether a line holds numbers, times, weekdays and months, and nothing else."""
    if not text or len(text) > _LONGEST_PIECE:
        return False
    calendar = _calendar(languages)
    words = [word for word in _SIGNS.split(text.lower()) if word]
    return bool(words) and all(_PIECE.fullmatch(word) and (not word.isalpha() or word in calendar) for word in words)


@lru_cache(maxsize=64)
def _calendar(languages: Languages) -> frozenset[str]:
    return frozenset(weekday_words(languages)) | frozenset(month_words(languages)) | _CALENDAR | _HALVES


# --- Subjects ---


def with_subject_in_pieces(block: RawBlock, lines: Sequence[str], free: range, known: Callable[[str], bool]) -> RawBlock:
    """Return the block with the subject that its pieces make, where these stand around its label; ``known`` tells the words of other subjects."""
    subject = block.get("subject")
    if subject is None or not subject.exact or block.form != "block":
        return block
    number, value = subject.parts[0]
    held = {at for part in block.fields if part.field in {"sent", "attachments"} for at, _ in part.parts}
    labels = [part.parts[0][0] for part in block.fields if part.exact and part is not subject]
    above = _pieces_above(range(number - 1, max((at for at in labels if at < number), default=number), -1), lines, known, held)
    following = next(
        (at for at in range(number + 1, min(free.stop, number + 2 + _MOST_PIECES)) if at in labels or _is_labelled(lines[at - 1])), 0
    )
    whole = following > 0
    if following:
        beneath = [
            (at, text)
            for at, text in between(number, following, lines)
            if at not in held and _is_words(text) and (has_prefix(text) or not is_of_people(text))
        ]
    else:
        greeted = up_to_greeting(number, lines, free)
        beneath = list(_known_pieces(number, lines, free, known)) if greeted is None else greeted
        whole = greeted is not None
    parts = (*sorted(above), (number, value), *beneath)
    return _given(block, "subject", parts) if len(parts) > len(subject.parts) or (whole and parts != subject.parts) else block


def _is_labelled(line: str) -> bool:
    text = line.strip()
    return ":" in text[:_LABEL_WITHIN] and any(match.exact and match.field in {"sent", "attachments"} for match in label_matches(text))


def _pieces_above(numbers: range, lines: Sequence[str], known: Callable[[str], bool], held: set[int]) -> list[tuple[int, str]]:
    """Return the lines above the label of a subject that are of it: up to a prefix, and words of other subjects or in small letters."""
    near: list[tuple[int, str]] = []
    for number in numbers:
        text = lines[number - 1].strip()
        prefixed = has_prefix(f"{text} ")
        small = not prefixed and (is_speck(text) or _SMALL_WORDS.fullmatch(text) is not None)
        if number in held or not text or _is_piece(text, BASE) or (small and not _is_known(text, known)):
            continue
        if not prefixed and (is_of_people(text) or ";" in text):
            break
        near.append((number, text))
    opened = next((i for i, (_, text) in enumerate(near[:_MOST_ABOVE]) if has_prefix(text)), -1) + 1
    for i, (_, text) in enumerate(near):
        if i >= opened and not (has_prefix(f"{text} ") or _is_known(text, known) or (i == 0 and _IN_SMALL_LETTERS.match(text))):
            return near[:i]
    return near


def _known_pieces(number: int, lines: Sequence[str], free: range, known: Callable[[str], bool]) -> Iterator[tuple[int, str]]:
    """Yield the lines beneath the label of a subject that are a prefix or words of other subjects, up to one that is not."""
    for at in range(number + 1, min(free.stop, number + 2 + _MOST_PIECES)):
        text = lines[at - 1].strip().lstrip("> ")
        if has_prefix(f"{text} ") or (_is_known(text, known) and not _is_piece(text, BASE)) or _SMALL_WORDS.fullmatch(text):
            yield at, text
        elif not text or not is_speck(text):
            break


def _is_known(text: str, known: Callable[[str], bool]) -> bool:
    words = fold_words(text)
    return bool(words) and all(map(known, words))


def subject_words(block: RawBlock) -> frozenset[str]:
    """Return the words of the subject as it was decoded."""
    subject = block.get("subject")
    return frozenset(fold_words(subject.value)) if subject is not None and subject.exact else frozenset()


def up_to_greeting(number: int, lines: Sequence[str], free: range) -> list[tuple[int, str]] | None:
    """Return the lines between that of a label and a greeting, without marks and specks; None if no greeting follows soon."""
    found: list[tuple[int, str]] = []
    for at in range(number + 1, min(free.stop, number + 2 + _MOST_PIECES)):
        text = lines[at - 1].strip().lstrip("> ")
        if opens_body(text):
            return found
        if not text or _is_of_body(text):
            break
        if _is_words(text) and (has_prefix(text) or not is_of_people(text)):
            found.append((at, text))
    return None


def _is_words(text: str) -> bool:
    """Say whether a line is no speck: a prefix is none, and no small word of two letters."""
    return not is_speck(text) or has_prefix(f"{text} ") or (len(text) > 1 and text.isalpha() and text.islower())


def _is_of_body(text: str) -> bool:
    """Say whether a line cannot be more of a subject: a label stands at its head, or it is running text."""
    labelled = ":" in text[:_LABEL_WITHIN] and not has_prefix(text)
    return labelled or text.endswith(("!", "?")) or looks_like_prose(text) or len(text) > _LONGEST_SUBJECT


def opens_body(text: str) -> bool:
    """Say whether a line addresses a reader: with a word of greeting, or a few words and a comma ("Anna ,")."""
    return is_salutation(text) or (text.endswith(",") and len(text) <= _LONGEST_PIECE and any(map(str.isalpha, text)))


# --- Lines ---


def is_of_people(text: str) -> bool:
    """Say whether a line lists people, covered or not; one of which only a part is covered is judged by the words that are left.

    >>> is_of_people("5.1.2.e <5.1.2.e>"), is_of_people("(geanonimiseerd) voorbereiding gesprek")
    (True, False)
    """
    left = without_marks(text)
    return people(left if any(map(str.isalpha, left)) else text) >= _SURELY_PEOPLE


def is_timed(text: str, languages: Languages) -> bool:
    """Say whether a text is a date of which day and time can be read whole."""
    if len(text) > _LONGEST_SUBJECT:
        return False
    date = read_date(text, languages)
    return date.exact is not None and "?" not in date.time


def _joined(parts: Sequence[tuple[int, str]]) -> str:
    return " ".join(" ".join(text for _, text in parts).split())


def between(first: int, last: int, lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield number and text of the lines between two lines that hold something."""
    for number in range(first + 1, last):
        text = lines[number - 1].strip().lstrip("> ")
        if text:
            yield number, text


def _given(block: RawBlock, name: str, parts: Sequence[tuple[int, str]]) -> RawBlock:
    """Return the block with the lines of one field, which no other one has any longer."""
    taken = {number for number, _ in parts}
    fields = []
    for part in block.fields:
        if part.field == name:
            fields.append(evolve(part, parts=tuple(parts)))
            continue
        left = tuple(piece for at, piece in enumerate(part.parts) if piece[0] not in taken or (at == 0 and part.label is not None))
        if left:
            fields.append(evolve(part, parts=left))
    return evolve(block, fields=tuple(fields))
