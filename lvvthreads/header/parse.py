"""Parse the header blocks of a document: lines in, :class:`HeaderBlock` objects out.

Here the decoded lines of each field become people, a time, a subject, attachments; how they are found is in :mod:`decode`, :mod:`columns` and :mod:`attribution`.
"""

from __future__ import annotations

import math
import re
import unicodedata
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from lvvthreads.correct.place import UNRULED
from lvvthreads.header.attachment import read_attachments
from lvvthreads.header.attribution import attributions
from lvvthreads.header.block import Field, HeaderBlock, Person, Sent
from lvvthreads.header.columns import is_hollow, join_columns
from lvvthreads.header.confidence import honest
from lvvthreads.header.date import read_date, read_day
from lvvthreads.header.dateorder import in_one_order
from lvvthreads.header.datereading import NO_DATE, DateReading
from lvvthreads.header.decode import decode, decode_again
from lvvthreads.header.evidence import is_speck, people
from lvvthreads.header.form import without_forms
from lvvthreads.header.label import label_matches
from lvvthreads.header.language import BASE
from lvvthreads.header.nameabove import with_name_above
from lvvthreads.header.people import read_people
from lvvthreads.header.pieces import are_in_pieces, prefixes_first
from lvvthreads.header.rawblock import FieldLines, RawBlock
from lvvthreads.header.rows import with_whole_rows
from lvvthreads.header.ruled import with_ruled, without_ruled
from lvvthreads.header.sent import settle
from lvvthreads.header.spoken import languages_in, languages_of, languages_of_date
from lvvthreads.header.subject import read_subject
from lvvthreads.header.vocabulary import Subjects

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lvvthreads.correct.place import Ruled
    from lvvthreads.document.document import Document
    from lvvthreads.header.language import Languages

#: Log-odds of the decoder to probability: the decoder counts some evidence twice, so its odds are flattened.
_FLATTEN = 0.3
#: From this share of damaged or lost labels on, a document is read twice.
_MANY_DAMAGED = 0.1
#: Recipients can be followed by copies from two lines on.
_TWO_LINES = 2
#: What is left of the label of copies at the head of a line: "C:", "cG;", ":", "CC" glued to a box.
_COPIES_LEFT = re.compile(r"[>\s]{0,8}(?:[CGOce(]{0,2}\s?[:;]|(?:CC|Cc|cc)(?=[^a-z\s]))\s{0,4}(?=\S)")
#: What is left of the label of recipients, or of copies; no name is as short as that, but a surname before a comma can be.
_LABEL_LEFT = {
    "to": re.compile(r"[>\s]{0,8}(?:[A4a][\w|]{1,2}|[ao]?n|[tTIl1][\w|]?|[oe])([:;,])\s{1,4}(?=\S)"),
    "cc": re.compile(r"[>\s]{0,8}[CGOce(]{1,2}([:;,])\s{1,4}(?=\S)"),
}
#: The end of a list that needs no more: a unit, an address, a given name in brackets.
_WHOLE_LIST = re.compile(r"(?:/[A-Z0-9&]{2,8}|[>\])]|\.[a-z]{2,4})\s{0,4}$")
_GOES_ON = ("-", "–", "(", "<", "[", "@", "/")
_SURELY_PEOPLE = 1.2
#: What stands beneath a date is no half of the day and no zone from so many letters on.
_SHORTEST_NAME = 6
#: QQ prints it behind each person.
_ENDING = ";"
#: What an American office stamps beside or over a header when it classifies a mail on release, by the rows in which it is read:
#: "Classified by ..., on 01/29/2016", "- Class: CONFIDENTIAL", "- Reason: 1.4(B), 1.4(D)", "- Declassify on: 08/06/2026".
CLASSIFIED = re.compile(
    r"""(?:\bClassified\ by\b
         |(?:\d\d/\d\d/\d{4}\s{1,3})?[—–-]\s{0,3}Class:
         |(?:\b(?:CONFIDENTIAL|SECRET)\s{1,3})?(?:[—–-]\s{0,3})?\bReason:\s{0,4}1\.[45]\s?\(
         |(?:\b1\.[45]\s?\([A-Za-z]\),?\s{0,3}){1,4}[—–-]\s{0,3}Declassify
         |(?:[—–-]\s{0,3})?\bDeclassify\ on:).{0,200}$""",
    re.VERBOSE,
)
#: Blanks of set width, marks that no one sees, wide signs of Chinese and Japanese print, and accents apart from their letters.
_ODD = re.compile("[\u00a0\u00ad\u2000-\u200f\u2028-\u202f\u2060\u3000\ufeff\uff08\uff09\uff0c\uff1a-\uff1e\u0300-\u036f]")
_PLAIN = {
    **dict.fromkeys((0xA0, *range(0x2000, 0x200B), 0x2028, 0x2029, 0x202F, 0x3000), " "),
    **dict.fromkeys((0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), 0x2060, 0xFEFF), None),
    **dict(zip(map(ord, "（），：；＜＞"), "(),:;<>", strict=True)),
}


@frozen(kw_only=True)
class Parsed:
    """A header block with what later rooms weigh again: its date as evidence."""

    block: HeaderBlock
    date: DateReading
    #: What is printed, where a person says something else.
    printed: Parsed | None = None


def parse(document: Document, ruled: Ruled = UNRULED) -> tuple[Parsed, ...]:
    """Return the header blocks of a document, in order; ``ruled`` is what a person says of where there are some and where none."""
    lines = _readable(document)
    languages = languages_of(lines)
    lines = _without_classification(document, _without_running(document, lines, languages))
    blocks = join_columns(_decoded(lines, languages), lines, document.pages, languages)
    blocks = with_whole_rows(blocks, lines, languages)
    in_pieces = are_in_pieces(blocks, languages)
    told = with_ruled(without_forms(blocks, lines, languages), lines, ruled, languages)
    taken = {number for block in (*blocks, *told) for number in block.lines}
    blocks = [_with_lost_copies(_with_lost_recipients(block, lines)) for block in told]
    blocks = [with_name_above(block, lines, taken) for block in blocks]
    blocks.extend(block for block in attributions(lines, languages) if not taken.intersection(block.lines))
    blocks = without_ruled(blocks, ruled)
    blocks.sort(key=lambda block: block.lines[0])
    spoken = [languages_in(block, languages) for block in blocks]
    read_in = [_read_in(own, languages) for own in spoken]
    dated = sum(1 for block, own in zip(blocks, read_in, strict=True) if _weekday_printed(block, own))
    weekdays_usual = dated * 2 > len(blocks)
    dates = [_date(block, own, weekdays_usual=weekdays_usual) for block, own in zip(blocks, read_in, strict=True)]
    dates = in_one_order(dates, [own[0] if own and "en" not in own else "en" for own in spoken])
    return tuple(
        _parsed(block, own, date, prefixes_first if in_pieces else str) for block, own, date in zip(blocks, read_in, dates, strict=True)
    )


def _read_in(own: Languages, languages: Languages) -> Languages:
    """Return the languages in which what stands behind labels is to be read: those of the labels if they tell, else those of the document."""
    if own and set(own) <= set(BASE):
        return BASE
    return own if own and set(own).isdisjoint(BASE) else languages


def _readable(document: Document) -> Sequence[str]:
    """Return the lines with the blanks and colons of all scripts as plain ones, and accents joined to their letters."""
    if document.text.isascii() or not _ODD.search(document.text):
        return document.lines
    return [_plainly(line) if _ODD.search(line) else line for line in document.lines]


def _plainly(line: str) -> str:
    return unicodedata.normalize("NFC", line.translate(_PLAIN))


def _without_running(document: Document, lines: Sequence[str], languages: Languages) -> Sequence[str]:
    """Return the lines, blank where a page's banner or number stands: a header that runs over a page break must not take it in, or end at it."""
    banners = {i for i in document.running if ":" not in lines[i] or not any(match.exact for match in label_matches(lines[i], languages))}
    banners |= {i - 1 for i in range(1, len(lines)) if document.pages[i] != document.pages[i - 1] and _is_number(lines[i - 1])}
    if not banners:
        return lines
    return ["" if i in banners else line for i, line in enumerate(lines)]


def _without_classification(document: Document, lines: Sequence[str]) -> Sequence[str]:
    """Return the lines without the notes of a classification that was stamped beside them: they are of no field."""
    if "Declassify" not in document.text:
        return lines
    return [CLASSIFIED.sub("", line) if "lass" in line or "Reason:" in line else line for line in lines]


def _is_number(line: str) -> bool:
    return line.strip(" -").isdecimal()


def _decoded(lines: Sequence[str], languages: Languages) -> list[RawBlock]:
    """Decode the blocks; where many labels are damaged, once more with the subjects at hand that were read."""
    blocks = decode(lines, languages)
    parts = [part for block in blocks for part in block.fields if part.field != "other"]
    damaged = sum(1 for part in parts if not part.exact)
    if damaged < _MANY_DAMAGED * len(parts):
        return blocks
    read = Subjects(
        read_subject(part.value, languages=languages).clean for part in parts if part.field == "subject" and part.label and part.score > 3
    )
    return decode_again(lines, blocks, read, languages) if read else blocks


def _with_lost_recipients(block: RawBlock, lines: Sequence[str]) -> RawBlock:
    """Give a block without recipients the lines between its date and its subject: a label too damaged to be found stood there."""
    sent, subject = block.get("sent"), block.get("subject")
    if sent is None or subject is None or block.get("to") is not None or block.form != "block":
        return block
    strays = tuple(part for part in sent.parts[1:] if len(part[1]) >= _SHORTEST_NAME and not any(c.isdigit() for c in part[1]))
    between = range(sent.parts[-1][0] + 1, subject.parts[0][0])
    held = set(block.lines)
    parts = (*strays, *((n, lines[n - 1].strip()) for n in between if n not in held and not is_speck(lines[n - 1].strip())))
    if not parts:
        return block
    lost = FieldLines(field="to", label=None, exact=False, parts=parts, score=0.0)
    dated = evolve(sent, parts=tuple(part for part in sent.parts if part not in strays))
    fields = [dated if part is sent else part for part in block.fields]
    fields.insert(block.fields.index(subject), lost)
    return evolve(block, fields=tuple(fields))


def _with_lost_copies(block: RawBlock) -> RawBlock:
    """Give a block without CC the lines of its recipients that stand behind what is left of that label, or where a list that was closed goes on."""
    to = block.get("to")
    if to is None or block.get("cc") is not None or len(to.parts) < _TWO_LINES:
        return block
    for i, ((_, before), (number, text)) in enumerate(pairwise(to.parts), start=1):
        label = _COPIES_LEFT.match(text)
        if not before.strip() or not (label or _is_closed_list(before, text)):
            continue
        rest = text[label.end() :].strip() if label else text
        copies = FieldLines(
            field="cc", label=label.group().strip() if label else None, exact=False, parts=((number, rest), *to.parts[i + 1 :]), score=0.0
        )
        at = block.fields.index(to)
        return evolve(block, fields=(*block.fields[:at], evolve(to, parts=to.parts[:i]), copies, *block.fields[at + 1 :]))
    return block


def _is_closed_list(before: str, text: str) -> bool:
    """Say whether a line of recipients is whole and has no separator behind it, while the next line begins with somebody."""
    return _WHOLE_LIST.search(before) is not None and people(text) >= _SURELY_PEOPLE and not text.lstrip().startswith(_GOES_ON)


def _weekday_printed(block: RawBlock, languages: Languages) -> bool:
    sent = block.get("sent")
    return bool(sent and read_date(_flat(sent), languages).weekdays is not None)


def _flat(part: FieldLines | None) -> str:
    return " ".join(part.value.split()) if part else ""


def _parsed(block: RawBlock, languages: Languages, date: DateReading, in_order: Callable[[str], str]) -> Parsed:
    """Read the fields of a block; ``in_order`` is how the words of its subject are put in order."""
    sender = _people(block.get("from"))
    ending = _ENDING if _closes_each(block) else ""
    languages = (*(languages_of_date(date.raw) if languages == BASE else ()), *languages)
    subject = block.get("subject")
    attachments = block.get("attachments")
    header = HeaderBlock(
        form=block.form,
        lines=block.lines,
        fields=tuple(_field(part) for part in block.fields),
        sender=sender[0] if sender else None,
        to=_people(block.get("to"), ending),
        cc=_people(block.get("cc"), ending),
        bcc=_people(block.get("bcc"), ending),
        sent=settle([date]) if date.strength > 0 else Sent(),
        subject=read_subject(in_order(subject.value), languages=languages) if subject else None,
        attachments=read_attachments(attachments.value) if attachments else (),
        confidence=_probability(block.score),
        defects=tuple(_defects(block, date)),
        languages=languages,
    )
    return Parsed(block=header, date=date)


def _date(block: RawBlock, languages: Languages, *, weekdays_usual: bool) -> DateReading:
    part = block.get("sent")
    if part is None or not part.value:
        return NO_DATE
    date = read_date(_flat(part), languages)
    if block.form == "attribution" and date.exact is None and not date.either:
        return read_day(_flat(part), languages) or date
    if date.exact and date.weekdays is None and weekdays_usual and part.label is None:
        return evolve(date, exact=None)  # the head of the line is lost, and with the weekday perhaps a digit of the day
    return date


def _closes_each(block: RawBlock) -> bool:
    """Say whether a program prints a semicolon behind everybody, the one sender included: where it stands last, nobody is missing behind it."""
    sender = block.get("from")
    return sender is not None and sender.value.rstrip().endswith(f">{_ENDING}")


def _people(part: FieldLines | None, ending: str = "") -> tuple[Person, ...]:
    """Read the people of a field, without the sign at its end; an empty field is one redacted slot without ground: whited out."""
    if part is None:
        return ()
    numbers = [number for number, text in part.parts if text]
    found = read_people(_without_label(part).rstrip().removesuffix(ending)) if part.value else ()
    if not found:
        return (
            Person(kind="redacted" if not any(c.isalnum() for c in part.value) else "unreadable", raw=_flat(part), line=part.parts[0][0]),
        )
    return tuple(person.on_line(numbers[min(person.line or 0, len(numbers) - 1)]) for person in found)


def _without_label(part: FieldLines) -> str:
    """Return the value of a field of people without what is left of a label that was not recognised."""
    left = _LABEL_LEFT[part.field].match(part.value) if part.label is None and part.field in _LABEL_LEFT else None
    if left is None:
        return part.value
    rest = part.value[left.end() :]
    if left[1] == "," and not any(person.kind == "redacted" for person in read_people(rest)[:1]):
        return part.value  # a short surname, and its given name behind it
    return rest


def _field(part: FieldLines) -> Field:
    first = next((number for number, text in part.parts if text), part.parts[0][0])
    return Field(
        name=part.field,
        label=part.label,
        line=first,
        lines=tuple(number for number, _ in part.parts),
        raw=part.value,
        confidence=honest("field", part.score),
    )


@lru_cache(maxsize=4096)
def _probability(log_odds: float) -> float:
    return round(1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, _FLATTEN * log_odds)))), 2)


def _defects(block: RawBlock, date: DateReading) -> list[str]:
    defects = [f"label-lost:{part.field}" for part in block.fields if part.label is None]
    defects += [f"label-damaged:{part.field}" for part in block.fields if part.label is not None and not part.exact]
    if block.form != "attribution":
        defects += [f"{name}-missing" for name in ("from", "sent", "to", "subject") if block.get(name) is None]
    if is_hollow(block):
        defects.append("values-missing")
    if date.strength > 0 and date.exact is None:
        defects.append("date-ambiguous" if date.either else "date-damaged")
    return defects
