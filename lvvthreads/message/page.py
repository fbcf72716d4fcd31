"""Tell what each line of a document is: part of a header, somebody's words, boilerplate or furniture.

In come the lines and the header blocks; out comes the ledger, one class a line, and for each block the lines of its body.
What is hard: furniture stands in the middle of bodies, and a disclaimer is many lines of which OCR leaves some unrecognisable.
"""

from __future__ import annotations

import bisect
import re
from functools import lru_cache
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from lvvthreads.exemption.find import is_only_marks, marks_in
from lvvthreads.header.evidence import is_speck
from lvvthreads.header.fold import alikeness, fold, plain
from lvvthreads.header.language import ALL, BASE, LANGUAGES
from lvvthreads.message.note import note_kind
from lvvthreads.message.wording import CLOSINGS, DISCLAIMERS, STAMPS

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from lvvthreads.header.block import HeaderBlock
    from lvvthreads.message.message import LineClass

    #: Tells of a document's lines and the numbers of those of one body which recur in the dossier as an office's notice.
    Notices = Callable[[Sequence[str], Sequence[int]], Collection[int]]

#: The last word of separators that go on with a name.
_BY = ("by", "von", "par", "por", "da", "af", "av", "przez")
_PAGE_NUMBER = re.compile(r"\s*(?:(?:pagina|page|blad|p\.)\s*)?[-–]?\s*\d{1,4}\s*(?:(?:van|of|/)\s*\d{1,4})?\s*[-–]?\s*$", re.IGNORECASE)
_STAMP = re.compile(r"\s*(?:{})\W{{0,3}}(?:nr\.?\s*)?(\d{{1,4}}[a-z]?)\s*$".format("|".join(STAMPS)), re.IGNORECASE)
#: A word and a number, which may be a stamp misread ("Docunnent 2"); how alike it must be.
_LIKE_STAMP = re.compile(r"\s{0,20}([^\W_]{6,11})\W{0,3}(\d{1,4}[a-z]?)\s{0,20}")
_LONG_STAMPS = tuple(word for word in STAMPS if len(word) > 6)
_STAMP_ALIKE = 0.7
#: A surname, a comma, given names or initials; units alone, as OCR leaves them of "[mark] DG/DIR/AFD".
_OWNER_NAME = re.compile(
    r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2}, ?(?:[a-z]{1,4}\.? ){0,3}[A-Z][\w.]*(?: ?\([^)]{1,16}\)?)?(?: [a-z]{2,4})?$"
)
_UNIT_ALONE = re.compile(r"[\W\d_]{0,4}\w{0,3}[\W_]{0,3}[A-Z0-9&]{2,6}(?:[/!|][A-Za-z0-9&]{1,6}){1,5}\W{0,6}$")
_OWNER_WORDS = 6
#: A rule is drawn of one of these signs, so often at least, but for this share of specks; a title is shorter than this, and so is a line that only closes.
_RULED, _SHORTEST_RULE, _WHOLE_RULE = "-_.=*~", 8, 0.8
_TITLE, _CLOSING_LINE = 50, 32
#: Most words begin with none of the first letters: to look at those first takes a quarter of the time.
_CLOSING = re.compile(r"\b(?=[{}])(?:{})\b".format("".join(sorted({word[0] for word in CLOSINGS})), "|".join(CLOSINGS)), re.IGNORECASE)
_ANY_WORD = re.compile(r"[^\W\d_]{4,}")
#: The folded phrases of each language's disclaimers; long words with the languages in whose disclaimers they stand.
_DISCLAIMERS = {code: tuple(fold(phrase) for phrase in phrases) for code, phrases in DISCLAIMERS.items()}
_LANGUAGES_OF_WORD = {
    word: frozenset(code for code, phrases in DISCLAIMERS.items() if any(word in plain(phrase).split() for phrase in phrases))
    for phrases in DISCLAIMERS.values()
    for phrase in phrases
    for word in plain(phrase).split()
    if len(word) > 6
}
#: Folded separators of the languages that every document is read in, and of all languages, with True for those above a forwarded mail.
_SEPARATORS = {
    languages: {
        fold(phrase): forwarded
        for code in languages
        for phrases, forwarded in ((LANGUAGES[code].original, False), (LANGUAGES[code].forwarded, True))
        for phrase in phrases
    }
    for languages in (BASE, ALL)
}
#: Lotus Notes names the forwarder and the time in its separator.
_FORWARDED_BY = re.compile(
    r"[\s>]{{0,40}}-{{2,60}}\s{{0,4}}(?:{})\s.{{1,120}}\d".format(
        "|".join(re.escape(phrase) for code in ALL for phrase in LANGUAGES[code].forwarded if phrase.split()[-1] in _BY)
    ),
    re.IGNORECASE,
)
#: A separator in Chinese, Japanese or Korean has so many signs at least.
_SHORTEST_EASTERN = 4
#: How much of a phrase must be there, in hundredths.
_PHRASE = 84
#: Lengths of disclaimers' lines and separators; a line shorter than ``_OFFICE`` can be an office's name.
_SHORTEST_DISCLAIMER, _SHORTEST_SEPARATOR, _LONGEST_SEPARATOR, _OFFICE = 24, 8, 40, 60
#: A line of a disclaimer has so many letters: fewer are a word of it, such as "confidential" on a form.
_SHORTEST_FOLDED = 20


def stamp(line: str) -> str | None:
    """Return the document number stamped on a line, None if it is no stamp.

    >>> stamp("BIJLAGE 17"), stamp("Docunnent 2"), stamp("8ijlage 5"), stamp("Bijlage 17 volgt nog")
    ('17', '2', '5', None)
    """
    match = _STAMP.match(line)
    if match:
        return match[1]
    like = _LIKE_STAMP.fullmatch(line)
    return like[2] if like and any(alikeness(like[1], word) >= _STAMP_ALIKE for word in _LONG_STAMPS) else None


def is_disclaimer(line: str) -> bool:
    """Say whether a disclaimer begins or goes on in this line.

    >>> is_disclaimer("Ce message et toutes les pièces jointes sont confidentiels."), is_disclaimer("Les pièces jointes sont dans le dossier.")
    (True, False)
    """
    if len(line) < _SHORTEST_DISCLAIMER:
        return False
    languages = {code for word in plain(line).split() if word in _LANGUAGES_OF_WORD for code in _LANGUAGES_OF_WORD[word]}
    if not languages or len(fold(line)) < _SHORTEST_FOLDED:
        return False
    return any(
        process.extractOne(fold(line), _DISCLAIMERS[code], scorer=fuzz.partial_ratio, score_cutoff=_PHRASE) is not None
        for code in sorted(languages)
    )


def is_separator(line: str) -> bool:
    """Say whether a mail program printed this line above a quoted mail ("-----Original Message-----").

    >>> is_separator("-----Ursprüngliche Nachricht-----"), is_separator("Oorspronkelijk bericht"), is_separator("Nachricht folgt")
    (True, True, False)
    """
    return _separates(line) is not None


def is_passed_on(line: str) -> bool:
    """Say whether a separator tells that what stands beneath it was forwarded, not answered."""
    return _separates(line) is True


@lru_cache(maxsize=32768)
def _separates(line: str) -> bool | None:
    """Return whether a separator is of a forwarded mail; None if the line is no separator."""
    text = line.strip(" \t\f->*_:|")
    if not _SHORTEST_EASTERN <= len(text) <= _LONGEST_SEPARATOR:
        return True if line.lstrip(" \t\f>").startswith("--") and _FORWARDED_BY.match(line) else None
    folded = fold(text)
    ruled = text != line.strip(" \t\f>") or not text.isascii()
    known = _SEPARATORS[ALL] if ruled else _SEPARATORS[BASE]
    if folded in known:
        return known[folded]
    if len(text) < _SHORTEST_SEPARATOR:
        return None
    found = process.extractOne(folded, known.keys(), scorer=fuzz.ratio, score_cutoff=_PHRASE)
    if found is not None:
        return known[found[0]]
    return True if ruled and _FORWARDED_BY.match(line) else None


def is_furniture(line: str) -> bool:
    """Say whether a line is a page number, a stamp, a note of the censor or what a box leaves; blank lines are not."""
    text = line.strip()
    if not text:
        return False
    if not any(c.isalnum() for c in text):
        return not marks_in(text)  # bars are printed over somebody's words
    return _PAGE_NUMBER.match(text) is not None or stamp(text) is not None or note_kind(text) is not None


@lru_cache(maxsize=32768)
def is_closing(line: str) -> bool:
    """Say whether a line closes a mail ("Met vriendelijke groet,"): it recurs at the ends of pages, and is no banner."""
    return _CLOSING.search(line) is not None


def is_closing_line(text: str) -> bool:
    """Say whether a line, blanks stripped, does nothing but close a mail.

    >>> is_closing_line("> Met vriendelijke groet,"), is_closing_line("Doe de groeten aan Piet en zeg dat ik kom.")
    (True, False)
    """
    return 0 < len(text) < _CLOSING_LINE and text[-1] not in ".?" and is_closing(text)


def is_remains(line: str) -> bool:
    """Say whether a short line has no word in it: what a box, a stamp or a speck leaves.

    >>> is_remains("s.:., sss.' --"), is_remains("1324 1"), is_remains("Groet")
    (True, True, False)
    """
    text = line.strip()
    return len(text) < _OFFICE and _ANY_WORD.search(text) is None


def is_owner(line: str) -> bool:
    """Say whether a line may name whose mailbox was printed: a mark, with a unit or without, or one name with the surname first.

    >>> is_owner("Riezen, C. (Carla)"), is_owner("Met vriendelijke groet,"), is_owner("Turfmarkt 147")
    (True, False, False)
    """
    text = line.strip()
    if is_only_marks(text) or _UNIT_ALONE.match(text):
        return True
    return len(text) < _OFFICE and (_OWNER_NAME.match(text) is not None or (bool(marks_in(text)) and len(text.split()) <= _OWNER_WORDS))


def classify(
    lines: Sequence[str],
    pages: Sequence[int],
    running: frozenset[int],
    blocks: Sequence[HeaderBlock],
    heads: Sequence[int],
    notices: Notices,
) -> list[LineClass]:
    """Return the class of each line.

    ``pages`` are the numbers of the lines' pages; ``running`` are the indices of the lines that recur at page edges; ``heads`` are the numbers of the first line of each printout: from there to its header nothing is anybody's words.
    ``notices`` tells what the dossier taught of offices' notices.
    """
    classes: list[LineClass] = ["unassigned"] * len(lines)
    if not blocks:
        return classes
    for block, after in zip(blocks, [*(block.first_line for block in blocks), len(lines) + 1][1:], strict=True):
        _inside(lines, block, classes)
        at = bisect.bisect_right(heads, block.last_line)
        stop = min(heads[at], after) if at < len(heads) else after
        end = _next_document(lines, pages, block.last_line + 1, stop)
        _body(lines, block.last_line + 1, end, classes, _at_edges(lines, pages, running, block.last_line, end), notices)
        for number in range(stop, after):
            if lines[number - 1].strip():
                classes[number - 1] = "furniture"
    for number in range(heads[0], blocks[0].first_line):
        if lines[number - 1].strip():
            classes[number - 1] = "furniture"
    for block in blocks:
        for number in block.lines:
            classes[number - 1] = "header"
    return classes


def _inside(lines: Sequence[str], block: HeaderBlock, classes: list[LineClass]) -> None:
    """Class the lines between a header's lines: its own words where labels and values stand apart, else box remains."""
    held = set(block.lines)
    for number in range(block.first_line, block.last_line + 1):
        text = lines[number - 1].strip()
        if number in held or not text:
            continue
        words = block.form == "columns" and not is_speck(text) and not is_furniture(text)
        classes[number - 1] = "body" if words else "furniture"


def _next_document(lines: Sequence[str], pages: Sequence[int], first: int, stop: int) -> int:
    """Return the number of the line where a document begins that is no mail, at the head of a page behind a mail that was closed; else ``stop``.

    Somebody who has closed and signed a mail seldom goes on: a page that opens with a title or a greeting, alone in its paragraph, is another's.
    """
    closed = signed = False
    for number in range(first, stop):
        text = lines[number - 1].strip()
        if not text:
            continue
        opens_page = number > 1 and pages[number - 1] != pages[number - 2]
        if opens_page and signed and _is_title(text) and number < stop - 1 and not lines[number].strip() and _kind(text) == "words":
            return number
        signed = signed or closed
        closed = closed or is_closing_line(text)
    return stop


def _is_title(text: str) -> bool:
    """Say whether a line can be a title or a greeting: short, and no end of a sentence."""
    return len(text) < _TITLE and text[0].isupper() and text[-1] not in ".;" and not marks_in(text)


def _body(lines: Sequence[str], first: int, stop: int, classes: list[LineClass], edges: Collection[int], notices: Notices) -> None:
    disclaimed = False
    in_paragraph = False
    kinds = {number: _kind(text) for number in range(first, stop) if (text := lines[number - 1].strip())}
    learnt = notices(lines, [number for number, kind in kinds.items() if kind != "furniture"])
    for number in range(first, stop):
        text = lines[number - 1].strip()
        if not text:
            in_paragraph = False
            continue
        kind = "disclaimer" if number in learnt else kinds[number]
        if kind == "furniture" or (number in edges and not is_closing(text) and not marks_in(text)):
            classes[number - 1] = "furniture"
        elif kind == "separator":
            classes[number - 1] = "boilerplate"
        elif kind == "disclaimer":
            if not disclaimed and text.lstrip("> ")[:1].islower() and classes[number - 2] == "body" and not is_closing(lines[number - 2]):
                classes[number - 2] = "boilerplate"  # the sentence began on the line above: "Dit bericht" / "kan informatie bevatten"
            disclaimed = in_paragraph = True
            classes[number - 1] = "boilerplate"
        elif disclaimed:
            # behind a disclaimer stand only the rest of it and names of offices
            classes[number - 1] = "boilerplate" if in_paragraph or len(text) < _OFFICE else "unassigned"
        else:
            classes[number - 1] = "body"
    _rules(lines, first, stop, classes)


def _at_edges(lines: Sequence[str], pages: Sequence[int], running: frozenset[int], header: int, stop: int) -> set[int]:
    """Return the numbers of the lines beneath a header that recur at page edges and can stand at one.

    A short mail may fill its page: what stands beneath its header and above other words is no edge, though others say the same there ("Akkoord.").
    """
    recurring = [number for number in range(header + 1, stop) if number - 1 in running]
    return {number for number in recurring if pages[number - 1] != pages[header - 1] or _is_last(lines, pages, running, number)}


def _is_last(lines: Sequence[str], pages: Sequence[int], running: frozenset[int], number: int) -> bool:
    """Say whether nothing but furniture stands beneath a line on its page."""
    for at in range(number, len(lines)):
        if pages[at] != pages[number - 1]:
            break
        text = lines[at].strip()
        if text and at not in running and _kind(text) != "furniture":
            return False
    return True


def _rules(lines: Sequence[str], first: int, stop: int, classes: list[LineClass]) -> None:
    """Take a rule between somebody's words for a part of them, as in the signature of an office."""
    held = [number for number in range(first, stop) if lines[number - 1].strip()]
    for before, number, after in zip(held, held[1:], held[2:], strict=False):
        if classes[before - 1] == classes[after - 1] == "body" and _is_rule(lines[number - 1].strip(" \t\f>")):
            classes[number - 1] = "body"


def _is_rule(text: str) -> bool:
    """Say whether a line is drawn of one sign, a speck here and there apart ("......,........")."""
    if text[:1].isalnum():
        return False
    drawn = max(text.count(sign) for sign in _RULED)
    return drawn >= _SHORTEST_RULE and drawn >= _WHOLE_RULE * len(text) and not any(c.isalnum() for c in text)


@lru_cache(maxsize=32768)
def _kind(text: str) -> str:
    """Name what a line is by itself: furniture, separator, disclaimer or words."""
    if is_furniture(text):
        return "furniture"
    if is_separator(text):
        return "separator"
    return "disclaimer" if is_disclaimer(text) else "words"
