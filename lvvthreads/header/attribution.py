"""Find attribution lines: "Op 18 nov. 2017 om 11:43 heeft X <x@y.nl> het volgende geschreven:", "On ... X wrote:".

They stand for a header of their own where a mail program quotes without header block.
What is hard: they wrap over two or three lines, and "Op maandag schreef zij:" in prose is none: there must be a year or a time of day, and the verb.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lvvthreads.exemption.margin import in_margin
from lvvthreads.header.fold import alikeness
from lvvthreads.header.rawblock import FieldLines, RawBlock
from lvvthreads.header.wording import ATTRIBUTIONS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_OPENINGS = "|".join(sorted({word for openings, _ in ATTRIBUTIONS.values() for word in openings}))
_VERBS = "|".join(sorted({verb for _, verbs in ATTRIBUTIONS.values() for verb in verbs}, key=len, reverse=True))
_OPENS = re.compile(rf"[\s>|]{{0,60}}(?:{_OPENINGS})\s(?=[^\n]{{0,40}}\d)", re.IGNORECASE)
_CLOSES = re.compile(r"[:;]\s*$")
_VERB = re.compile(rf"\b(?:{_VERBS})\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]{4,14}")
_LONE_VERBS = tuple(sorted({verb.split()[-1] for _, verbs in ATTRIBUTIONS.values() for verb in verbs}))
_VERB_ALIKE, _LONGEST_TEXT = 0.75, 300
_HAS = re.compile(r"\b(?:heeft|has)\b", re.IGNORECASE)
_TIME = re.compile(
    r"(?<![\d.])[\d?]{1,2}[:;.][\d?][\d?.](?!\d)(?:[:.]\d\d)?(?:\s?[ap4](?:\.?m\.?|[il1|í][vy][il1|í]?)(?![^\W_]))?(?:\s?\(?(?:(?-i:[A-Z]{2,4}\b)|[+-]\d{4})\)?)?",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LONGEST = 3
#: How alike a misread part of the verb is to what was printed.
_PART = 0.65


def attributions(lines: Sequence[str]) -> Iterator[RawBlock]:
    """Yield a block for each attribution in the lines of a document."""
    for i, line in enumerate(lines):
        if _OPENS.match(line):
            block = _attribution(lines, i)
            if block is not None:
                yield block


def _attribution(lines: Sequence[str], first: int) -> RawBlock | None:
    """Read the attribution that opens on this line, over as many lines as it takes; None if it is none."""
    text, numbers = "", []
    for i in range(first, min(first + _LONGEST, len(lines))):
        piece = in_margin(lines[i])[0].strip().lstrip("> ").strip()
        if not piece or len(text) + len(piece) > 300:
            return None
        text = f"{text} {piece}".strip()
        numbers.append(i + 1)
        verb = _verb(text) if _CLOSES.search(text) else None
        if verb:
            return _read(text, tuple(numbers), verb)
    return None


def _verb(text: str) -> re.Match[str] | None:
    """Find the verb that closes the sentence, its letters misread at times ("5chreef", "gcschreven")."""
    exact = _VERB.search(text)
    if exact or len(text) > _LONGEST_TEXT:
        return exact
    words = [word for word in _WORD.finditer(text) if any(_misreads(word[0], verb) for verb in _LONE_VERBS)]
    return words[-1] if words else None


def _misreads(word: str, verb: str) -> bool:
    """Say whether a word can be a verb misread; one with a syllable more is another verb."""
    return abs(len(word) - len(verb)) <= 1 and alikeness(word, verb) >= _VERB_ALIKE


def _time(text: str) -> re.Match[str] | None:
    """Find the time of day: a colon tells it from a date; where there is none, what comes last."""
    found = [*_TIME.finditer(text)]
    return next((match for match in found if {":", ";"} & set(match[0])), found[-1] if found else None)


def _without_verb(who: str) -> str:
    """Drop what is left of a misread verb around the writer: "hceft" before, "hel volqende" behind."""
    words = who.split()
    while words and any(alikeness(words[0], part) > _PART for part in ("heeft", "schreef")):
        del words[0]
    while words and any(alikeness(words[-1], part) > _PART for part in ("het", "volgende")):
        del words[-1]
    return " ".join(words)


def _read(text: str, numbers: tuple[int, ...], verb: re.Match[str]) -> RawBlock | None:
    time, year = _time(text), _YEAR.search(text)
    if time is None or (year and year.start() > verb.start()):
        return None
    date_end = max(match.end() for match in (time, year) if match)
    opening = text.find(" ") + 1
    who = text[date_end : verb.start()] if verb.start() > date_end else ""
    who = _without_verb(_HAS.sub("", who).strip(" ,:"))
    who = who or text[verb.end() :].strip(" ,:;")
    sent = text[opening:date_end]
    fields = (
        FieldLines(
            field="sent", label=text[: opening - 1], exact=True, parts=((numbers[0], sent), *((n, "") for n in numbers[1:])), score=6.0
        ),
        FieldLines(field="from", label=verb.group(), exact=True, parts=((numbers[-1], who),), score=6.0),
    )
    return RawBlock(fields=fields, score=12.0, form="attribution")
