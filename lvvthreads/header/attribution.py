"""Find attribution lines: "Op 18 nov. 2017 om 11:43 heeft X <x@y.nl> het volgende geschreven:", "On ... X wrote:".

They stand for a header of their own where a mail program quotes without header block.
What is hard: they wrap over two or three lines, and "Op maandag schreef zij:" in prose is none: there must be a year or a time of day, and the verb.
In the languages of the document they are found by their opening word, their verb misread at times;
what is spelled right is found in every language, by the colon, the dashes or the marks that close it (:mod:`lvvthreads.header.sentence`).
One without a date needs an address, dashes around it, or a quotation beneath.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from attrs import frozen

from lvvthreads.exemption.margin import in_margin
from lvvthreads.header.fold import alikeness, plain
from lvvthreads.header.language import ALL, BASE, LANGUAGES, Languages, field_of
from lvvthreads.header.rawblock import FieldLines, RawBlock
from lvvthreads.header.sentence import LONGEST, Sentence, read_dated, read_marked, read_sentence, read_undated, read_without_verb

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_CLOSES = re.compile(r"[:;]\s*$")
_WORD = re.compile(r"[^\W_]{4,14}")
_VERB_ALIKE, _LONGEST_TEXT = 0.75, 300
_HAS = re.compile(r"\b(?:heeft|has)\b", re.IGNORECASE)
_TIME = re.compile(
    r"(?<![\d.])[\d?]{1,2}[:;.][\d?][\d?.](?!\d)(?:[:.]\d\d)?(?:\s?[ap4](?:\.?m\.?|[il1|í][vy][il1|í]?)(?![^\W_]))?(?:\suur\b)?(?:\s?\(?(?:(?-i:[A-Z]{2,4}\b)(?:[+-]\d{1,2}(?!\d))?|[+-]\d{4})\)?|\s\[tijdzone\s[+-]\d{4}\])?",
    re.IGNORECASE,
)
#: GroupWise names the message that is quoted, too.
_IN_MESSAGE = re.compile(r"\bin (?:message|bericht|Nachricht)\s{0,2}<[^<>\s]{1,120}>")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_MOST_LINES, _LONGEST = 3, 4
_SHORTEST_VERB = 4
#: More of a sentence behind its verb; speech before it.
_GOES_ON, _QUOTES = re.compile(r"[a-zà-ÿ]{2,}\s(?:[^\n]{0,40}\s)?[a-zà-ÿ]{2,}"), re.compile(r"[\"“”„»«]\s[A-Z]|[^\s]{2,}:\s{0,3}[\"“„«A-Z]")
#: GroupWise sets writer and date between marks: ">>> Anna Bos 12-3-2024 10:11 >>>".
_MARKS, _MARKED = ">>>", re.compile(r"\s{0,8}>>>\s{0,4}([^>\s][^\n]{4,160}?)\s{0,4}>>>\s*$")
#: The colon that closes a sentence stands within so many signs of the line's end.
_TAIL = 4
#: Some programs set the sentence between dashes: "---- Anna Bos wrote ----".
_DASHES, _DASHED = "--", re.compile(r"-{2,10}\s{1,4}([^\n]{4,300}?)\s{0,4}-{2,10}$")
#: A date and a writer with an address, and no more: so Gmail once headed what is quoted beneath.
_BARE = re.compile(r"[\s>]{0,40}\d[^<>\n@]{6,100}<[^<>\s]{1,64}@[^<>\s]{1,64}>\s{0,3}$")
_QUOTED = re.compile(r"\s{0,8}(?:>\s{0,2}){0,20}")
#: How alike a misread part of the verb is to what was printed.
_PART = 0.65


@frozen(kw_only=True, eq=False)
class _Sentences:
    """How attributions open in some languages, and their verbs."""

    opens: re.Pattern[str]
    verb: re.Pattern[str]
    #: The last words of the verbs, to be recognised when misread.
    last_words: tuple[str, ...]


@lru_cache(maxsize=64)
def _sentences(languages: Languages) -> _Sentences:
    opens = sorted({word for code in languages for word in LANGUAGES[code].opens}, key=lambda word: (-len(word), word))
    verbs = sorted({verb for code in languages for verb in LANGUAGES[code].wrote}, key=lambda verb: (-len(verb), verb))
    return _Sentences(
        opens=re.compile(rf"[\s>|]{{0,60}}(?:{'|'.join(map(re.escape, opens))})\s(?=[^\n]{{0,40}}\d)", re.IGNORECASE),
        verb=re.compile(rf"\b(?:{'|'.join(map(re.escape, verbs))})(?![^\W_])", re.IGNORECASE),
        last_words=tuple(sorted({verb.split()[-1] for verb in verbs if len(verb.split()[-1]) >= _SHORTEST_VERB})),
    )


def attributions(lines: Sequence[str], languages: Languages = BASE) -> Iterator[RawBlock]:
    """Yield a block for each attribution in the lines of a document; no two have a line in common."""
    taken: set[int] = set()
    for block in (*_opened(lines, BASE), *_closed(lines), *(_opened(lines, others) if (others := _others(languages)) else ())):
        if taken.isdisjoint(block.lines):
            taken.update(block.lines)
            yield block


def _others(languages: Languages) -> Languages:
    return tuple(code for code in languages if code not in BASE and LANGUAGES[code].opens)


def _opened(lines: Sequence[str], languages: Languages) -> Iterator[RawBlock]:
    """Yield the attributions that the opening word of one of these languages begins."""
    opens = _sentences(languages).opens
    for i, line in enumerate(lines):
        if opens.match(line):
            block = _attribution(lines, i, languages)
            if block is not None:
                yield block


def _closed(lines: Sequence[str]) -> Iterator[RawBlock]:
    """Yield the attributions in any language that are spelled right, found by the colon at their end."""
    labels = field_of(ALL)
    for i, line in enumerate(lines):
        tail = line[-_TAIL:]
        block = None
        if ":" in tail:
            if line.rstrip().endswith(":") and plain(_unquoted(line).rstrip(" :")) not in labels:
                block = _before_colon(lines, i)
        elif ">" in tail:
            block = _marked(lines, i)
        elif _DASHES in tail:
            block = _dashed(lines, i)
        if block is not None:
            yield block


def _before_colon(lines: Sequence[str], last: int) -> RawBlock | None:
    """Read the sentence that ends on this line: from the beginning of its paragraph, if that is near, else from the nearest line that makes it whole."""
    pieces = _paragraph(lines, last)
    for first in range(len(pieces)):
        found = read_sentence(" ".join(pieces[first:]))
        if found is not None:
            return _of_sentence(found, last, len(pieces) - first)
    for count in (2, 1):
        text = " ".join(pieces[-count:])
        quoted = _is_above_quotation(lines, last)
        if count <= len(pieces) and ("@" in text or quoted):
            # a colon within is what is left of a time
            found = (read_dated(text) if quoted and ":" not in text.rstrip(" :") else None) or read_undated(text)
            if found is not None:
                return _of_sentence(found, last, count)
    return None


def _paragraph(lines: Sequence[str], last: int) -> list[str]:
    """Return the lines of a paragraph up to this one, without quote marks; no more than a sentence can take."""
    pieces: list[str] = []
    for i in range(last, max(-1, last - _LONGEST), -1):
        piece = _unquoted(lines[i])
        if not piece or sum(map(len, pieces)) + len(piece) > LONGEST:
            break
        pieces.insert(0, piece)
    return pieces


def _marked(lines: Sequence[str], i: int) -> RawBlock | None:
    """Read writer and date between the marks of GroupWise, or a date and a writer above what is quoted."""
    match = _MARKED.match(lines[i])
    if match:
        found = read_marked(match[1])
    elif _BARE.match(lines[i]) and _is_above_quotation(lines, i):
        found = read_without_verb(_unquoted(lines[i]))
    else:
        return None
    return _of_sentence(found, i, 1) if found else None


def _dashed(lines: Sequence[str], last: int) -> RawBlock | None:
    """Read the sentence between dashes that ends on this line."""
    pieces = _paragraph(lines, last)
    first = next((at for at in reversed(range(len(pieces))) if pieces[at].startswith(_DASHES)), None)
    match = _DASHED.match(" ".join(pieces[first:])) if first is not None else None
    found = (read_sentence(match[1]) or read_undated(match[1])) if match else None
    return _of_sentence(found, last, len(pieces) - (first or 0)) if found else None


def _is_above_quotation(lines: Sequence[str], i: int) -> bool:
    """Say whether the next line that is not blank is quoted once more than this one."""
    depth = _depth(lines[i])
    return _depth(next((line for line in lines[i + 1 : i + 3] if line.strip()), "")) > depth


def _depth(line: str) -> int:
    quoted = _QUOTED.match(line)
    return quoted[0].count(">") if quoted else 0


def _of_sentence(found: Sentence, last: int, count: int) -> RawBlock:
    """Make the block of a sentence that takes so many lines, of which this is the last."""
    numbers = tuple(range(last + 2 - count, last + 2))
    return _made(numbers, (None, found.date), (found.verb or None, found.writer), found.language or None)


def _unquoted(line: str) -> str:
    return in_margin(line)[0].strip().lstrip("> ").strip()


def _attribution(lines: Sequence[str], first: int, languages: Languages) -> RawBlock | None:
    """Read the attribution that opens on this line, over as many lines as it takes; None if it is none."""
    text, numbers = "", []
    for i in range(first, min(first + _MOST_LINES, len(lines))):
        piece = _unquoted(lines[i])
        if not piece or len(text) + len(piece) > _LONGEST_TEXT:
            return None
        text = f"{text} {piece}".strip()
        numbers.append(i + 1)
        verb = _verb(text, languages) if _CLOSES.search(text) else None
        if verb:
            return _read(text, tuple(numbers), verb, languages)
    return None


def _verb(text: str, languages: Languages) -> re.Match[str] | None:
    """Find the verb that closes the sentence, its letters misread at times ("5chreef", "gcschreven")."""
    known = _sentences(languages)
    exact = known.verb.search(text)
    if exact or len(text) > _LONGEST_TEXT:
        return exact
    words = [word for word in _WORD.finditer(text) if any(_misreads(word[0], verb) for verb in known.last_words)]
    return words[-1] if words else None


def _misreads(word: str, verb: str) -> bool:
    """Say whether a word can be a verb misread; one with a syllable more is another verb."""
    return abs(len(word) - len(verb)) <= 1 and alikeness(word, verb) >= _VERB_ALIKE


def _time(text: str) -> re.Match[str] | None:
    """Find the time of day: a colon tells it from a date; where there is none, what comes last."""
    found = [*_TIME.finditer(text)]
    return next((match for match in found if {":", ";"} & set(match[0])), found[-1] if found else None)


def _without_verb(who: str, languages: Languages) -> str:
    """Drop what is left of a misread verb around the writer: "hceft" before, "hel volqende" behind; and small words of its date."""
    words = who.split()
    small = {word for code in languages if code not in BASE for word in LANGUAGES[code].between}
    while words and words[0].lower() in small:
        del words[0]
    while words and any(alikeness(words[0], part) > _PART for part in ("heeft", "schreef")):
        del words[0]
    while words and any(alikeness(words[-1], part) > _PART for part in ("het", "volgende")):
        del words[-1]
    return " ".join(words)


def _read(text: str, numbers: tuple[int, ...], verb: re.Match[str], languages: Languages) -> RawBlock | None:
    time, year = _time(text), _YEAR.search(text)
    if time is None or (year and year.start() > verb.start()):
        return None
    date_end = max(match.end() for match in (time, year) if match)
    opening = text.find(" ") + 1
    who = text[date_end : verb.start()] if verb.start() > date_end else ""
    if who.strip(" ,") and (_GOES_ON.search(text, verb.end()) or _QUOTES.search(who)):
        return None  # prose: the sentence goes on behind its verb, or began anew before it
    who = _without_verb(_HAS.sub("", _IN_MESSAGE.sub("", who)).strip(" ,:"), languages)
    who = who or text[verb.end() :].strip(" ,:;")
    sent = text[opening:date_end]
    language = next((code for code in languages if text[: opening - 1].lower() in map(str.lower, LANGUAGES[code].opens)), None)
    return _made(numbers, (text[: opening - 1], sent), (verb.group(), who), language)


def _made(numbers: tuple[int, ...], sent: tuple[str | None, str], who: tuple[str | None, str], language: str | None) -> RawBlock:
    """Make the block of a sentence: (label, value) of its date and of its writer."""
    dated = FieldLines(field="sent", label=sent[0], exact=True, parts=((numbers[0], sent[1]), *((n, "") for n in numbers[1:])), score=6.0)
    writer = FieldLines(
        field="from", label=who[0], exact=True, parts=(*((n, "") for n in numbers[:-1] if not sent[1]), (numbers[-1], who[1])), score=6.0
    )
    return RawBlock(fields=(dated, writer) if sent[1] else (writer,), score=12.0, form="attribution", language=language)
