"""Tell the heads of memos, letters, agendas and forms, and rows of lists, from headers of e-mails.

In comes a block as decoded and the lines around it; out comes whether it can be of a mail.
Offices label their own papers with the same words as mail programs do, so the labels alone prove nothing:
a printed mail has a time of day, an address, a prefix, somebody redacted or a name as an address book writes it; a paper has a day alone, and labels of its own.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from rapidfuzz.distance import Levenshtein

from lvvthreads.exemption.find import marks_in_person
from lvvthreads.header.date import read_date
from lvvthreads.header.evidence import has_prefix, is_salutation, people
from lvvthreads.header.fold import alikeness, fold, plain
from lvvthreads.header.language import ALL, BASE, LANGUAGES, Languages, field_of, month_words, weekday_words
from lvvthreads.header.wording import FOREIGN_LABELS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lvvthreads.header.rawblock import FieldLines, RawBlock

#: The head of a line that may be a label: what stands before its colon, "(n)" of "Bijlage(n)" apart.
_HEAD = re.compile(r"[\s>*•-]{0,40}([^\W\d_][^:;(]{1,28}?)(?:\s?\([a-z]{1,4}\))?[\s.]{0,40}[:;]")
_FOREIGN = frozenset(map(fold, FOREIGN_LABELS))
#: Labels of papers in which a letter may be misread are as long as this.
_LONG_FOREIGN = tuple(label for label in sorted(_FOREIGN) if len(label) > 6)
#: Length -> those of them that one letter put in, left out or changed makes so long.
_FOREIGN_NEARLY = {
    length: tuple(label for label in _LONG_FOREIGN if abs(len(label) - length) <= 1) for length in range(max(map(len, _LONG_FOREIGN)) + 2)
}
#: How many lines around a block belong to the same head.
_AROUND = 3
#: So many labels of papers around a block outweigh a time of day in a line that is not labelled as that of sending.
_SURELY_PAPER = 2
_PEOPLE = ("from", "to", "cc", "bcc")
_ADDRESS = re.compile(r"@|mailto|<[^<>]{3,}>")
#: A list of people that looks like one has at least these log-odds.
_LIKE_PEOPLE = 1.2
_DAY_LABELS = frozenset(label for code in ALL for label in LANGUAGES[code].dated)
_CALENDAR = {**weekday_words(ALL), **month_words(ALL)}
_SENT_LABELS = tuple(fold(label) for code in BASE for label, field in LANGUAGES[code].labels.items() if field == "sent")
_NUMERIC_DAY = re.compile(r"\d[-/.]\d{1,2}[-/.](?:19|20)?\d\d\b")
#: A word that has its colon, and is no remain of a label.
_STRANGE = re.compile(r"[^\W\d_]{5,}:")
_DAY = re.compile(r"[^\n]{0,60}(?:19|20)\d\d[\s.,)]{0,3}$")
#: A word, its digits misread letters perhaps, and its colon; a word no longer than this may stand beside any date.
_WORD = re.compile(r"[^\W_]{2,}:?")
_SMALL, _ALIKE, _ALIKE_LABEL = 3, 0.6, 0.65
#: A date and its time have no more digits.
_MOST_DIGITS = 16
_BESIDE_DATES = frozenset(
    ("gmt", "utc", "cet", "cest", "est", "edt", "uhr", "uur", "eastern", "central", "pacific", "standard", "daylight", "time")
)


def without_forms(blocks: Sequence[RawBlock], lines: Sequence[str], languages: Languages = BASE) -> list[RawBlock]:
    """Return the blocks that are of mails; of a doubtful one that is labelled as mail programs label it, mails beside it in the document tell."""
    kinds = [_kind(block, lines, languages) for block in blocks]
    among_mails = "mail" in kinds
    return [
        block
        for block, kind in zip(blocks, kinds, strict=True)
        if kind == "mail" or (kind == "doubtful" and among_mails and _is_labelled_in_order(block))
    ]


def _is_labelled_in_order(block: RawBlock) -> bool:
    """Say whether sender, recipients and subject have their labels, spelled right, and the sender comes first: papers begin with whom they are for."""
    exact = [part.field for part in block.fields if part.exact]
    return exact[:1] == ["from"] and {"to", "subject"} <= set(exact)


def _kind(block: RawBlock, lines: Sequence[str], languages: Languages) -> Literal["mail", "paper", "doubtful"]:
    """Say what a block is of: a ``paper`` where what stands around it is one's; ``doubtful`` where nothing in it is as only mail programs print it."""
    timed = _is_timed(block.get("sent"), languages)
    first, last = max(0, block.lines[0] - 1 - _AROUND), min(len(lines), block.lines[-1] + _AROUND)
    foreign = sum(1 for i in range(first, last) if _is_foreign(lines[i], languages))
    if foreign < _SURELY_PAPER and not timed and _is_for_sending(block.get("sent"), languages):
        return "mail"
    if (foreign and not timed) or _rows(block) > 1 or (foreign >= _SURELY_PAPER and not _is_labelled_whole(block)):
        return "paper"
    if not timed and any(_is_day_alone(lines[i], languages) for i in range(first, last)):
        return "paper"
    if timed:
        return "mail"
    labelled = [part for part in block.fields if part.label]
    if labelled and all((part.label or "").islower() for part in labelled):
        return "paper"  # settings of a program
    return "mail" if _is_greeted(block, lines) or any(_of_mail(block, languages)) else "doubtful"


def _is_greeted(block: RawBlock, lines: Sequence[str]) -> bool:
    """Say whether sender and subject have their labels, spelled right, and a greeting follows, as beneath a mail whose time is lost."""
    if not all((part := block.get(name)) is not None and part.exact for name in ("from", "subject")):
        return False
    behind = next(
        (text for number in range(block.lines[-1], min(len(lines), block.lines[-1] + _AROUND)) if (text := lines[number].strip())), ""
    )
    return is_salutation(behind)


@lru_cache(maxsize=8192)
def _is_foreign(line: str, languages: Languages) -> bool:
    """Say whether a line begins with a label that papers have and mails do not, a letter of it misread perhaps."""
    head = _HEAD.match(line)
    if head is None or plain(head[1]).strip() in field_of(languages):
        return False
    folded = fold(head[1])
    return folded in _FOREIGN or any(
        Levenshtein.distance(folded, label, score_cutoff=1) <= 1 for label in _FOREIGN_NEARLY.get(len(folded), ())
    )


def _rows(block: RawBlock) -> int:
    """Count the lines of people without label that have a day in them: rows of a list."""
    return sum(
        1 for part in block.fields if part.field in _PEOPLE and part.label is None for _, text in part.parts if _NUMERIC_DAY.search(text)
    )


def _of_mail(block: RawBlock, languages: Languages) -> Iterator[bool]:
    """Yield whether parts of a block without a time are as only a mail has them."""
    if block.get("sent") is None and block.get("subject") is None:
        return
    sent, subject = block.get("sent"), block.get("subject")
    loose = sent is not None and sent.label is None and bool(_STRANGE.search(sent.value))
    if subject is not None and (subject.label or sent is not None):
        yield has_prefix(subject.value, languages)
    for part in map(block.get, _PEOPLE):
        if part is not None and (part.label or not loose):
            value = part.value.replace("|", " ")  # a misread I would make a unit of "C|TY"
            yield not any(c.isalnum() for c in value) or people(value) >= _LIKE_PEOPLE
            yield bool(_ADDRESS.search(value) or marks_in_person(value[:400]))


def _is_for_sending(sent: FieldLines | None, languages: Languages) -> bool:
    """Say whether the time of sending is labelled as only mails have it, and is no day alone: what stood there is damaged."""
    if sent is None or sent.label is None or plain(sent.label) in _DAY_LABELS:
        return False
    if not sent.exact and max(alikeness(sent.label, label) for label in _DAY_LABELS) > _ALIKE_LABEL:
        return False
    return read_date(" ".join(sent.value.split()), languages).exact is None


def _is_labelled_whole(block: RawBlock) -> bool:
    """Say whether a block has the labels that only mails have together: its sender's and that of the time of sending."""
    sent = block.get("sent")
    return sent is not None and sent.label is not None and (plain(sent.label) not in _DAY_LABELS or block.get("from") is not None)


def _is_timed(sent: FieldLines | None, languages: Languages) -> bool:
    """Say whether the date of a block has a time of day, and nothing else stands on its line but where its label tells that it is one."""
    if sent is None:
        return False
    text = " ".join(" ".join(text for _, text in sent.parts if not _is_foreign(text, languages)).split())
    if read_date(text, languages).time == "??:??":
        return False
    surely = sent.exact and plain(sent.label or "") not in _DAY_LABELS
    return surely or is_date_only(text, languages)


@lru_cache(maxsize=8192)
def is_date_only(text: str, languages: Languages = BASE) -> bool:
    """Say whether nothing but a date, its time and what damage leaves stands in a text.

    >>> is_date_only("wo'nsdag 24 oktobcr 2018 10:22"), is_date_only("Bijgewerkt op 4 juni 2022 10:00 uur")
    (True, False)
    """
    if sum(map(str.isdigit, text)) > _MOST_DIGITS:
        return False
    words = _WORD.findall(plain(text))
    strange = [i for i, word in enumerate(words) if not _may_be_of_date(word, languages)]
    if not strange:
        return True
    # a weekday that cannot be recognised stands right before its day
    return len(strange) == 1 and not words[strange[0]].endswith(":") and "".join(words[strange[0] + 1 : strange[0] + 2]).isdigit()


def _may_be_of_date(word: str, languages: Languages) -> bool:
    bare = word.rstrip(":")
    if sum(map(str.isalpha, bare)) < _SMALL or bare in _CALENDAR or word in _BESIDE_DATES:
        return True
    folded = fold(bare)
    if any(label.endswith(folded) or alikeness(folded, label) > _ALIKE_LABEL for label in _SENT_LABELS):
        return True
    if word.endswith(":"):
        return False
    rest = next((bare[len(label) :] for label in _SENT_LABELS if folded.startswith(label)), bare)
    return len(rest) <= _SMALL or any(alikeness(rest, known) > _ALIKE for known in _calendar_words(languages))


@lru_cache(maxsize=64)
def _calendar_words(languages: Languages) -> tuple[str, ...]:
    return (*weekday_words(languages), *month_words(languages))


def _is_day_alone(line: str, languages: Languages) -> bool:
    """Say whether a line is the date of a paper: the label that letters have, and a day without a time behind it."""
    label, colon, value = line.partition(":")
    if not colon or len(line) > 80 or plain(label.strip()) not in _DAY_LABELS or field_of(languages).get(plain(label.strip())) != "sent":
        return False
    date = read_date(" ".join(value.split()), languages)
    return date.exact is not None and date.time == "??:??" and _DAY.match(value) is not None
