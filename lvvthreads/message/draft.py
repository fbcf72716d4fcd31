"""Put the witnesses of a dossier together: header blocks cut into printouts, each with its body and what it quotes.

In come documents and their parsed headers, out come drafts (witnesses whose message is not known yet), printouts and the ledger.
"""

from __future__ import annotations

from itertools import groupby, takewhile
from typing import TYPE_CHECKING

from attrs import frozen

from lvvthreads.exemption.find import is_only_marks
from lvvthreads.header.fold import words_only
from lvvthreads.message.boilerplate import Boilerplate, is_device
from lvvthreads.message.message import LedgerEntry, LineClass, Printout, Span
from lvvthreads.message.note import note_kind
from lvvthreads.message.page import classify, is_closing, is_passed_on, is_separator
from lvvthreads.message.printout import tops
from lvvthreads.message.recurrence import recurring
from lvvthreads.message.ruled import NO_RULINGS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lvvthreads.document.document import Document
    from lvvthreads.header.block import HeaderBlock
    from lvvthreads.header.datereading import DateReading
    from lvvthreads.header.parse import Parsed
    from lvvthreads.message.ruled import Rulings

#: How much of a body is compared: enough to tell two mails apart, little enough for long ones to cost no more.
_COMPARED = 600
#: A line of marks is no longer.
_LONGEST_MARKS = 60
#: So many lines at a body's end can tell of the device it was sent from.
_DEVICE_LINES = 6
_NOTHING_LEARNT = Boilerplate()


@frozen(kw_only=True, eq=False)
class Draft:
    """A witness before it is known which message it is a copy of."""

    id: str
    source: str
    page: int
    printout: str
    depth: int
    block: HeaderBlock
    date: DateReading
    body: tuple[Span, ...]
    text: str
    #: The censor's notes in or behind its body: (line number, text).
    pointers: tuple[tuple[int, str], ...]
    #: True where the line above its header says that it was passed on ("Begin forwarded message:").
    passed_on: bool
    #: Its text without what a program tells of the device it was sent from.
    words: str
    #: The beginning of these words as copies compare: letters and digits only.
    key: str
    #: True where the censor covered a passage of its text: another copy may show what this one does not.
    covered: bool = False
    #: Its header as printed, where a person says something else of it.
    printed: Parsed | None = None
    #: The line with which it ends, (line number, text), if a program prints that above a quoted mail.
    separator: tuple[int, str] | None = None

    @property
    def header(self) -> HeaderBlock:
        """Its header as printed."""
        return self.printed.block if self.printed else self.block


@frozen(kw_only=True)
class Drafted:
    """What one document gives."""

    drafts: tuple[Draft, ...]
    printouts: tuple[Printout, ...]
    ledger: tuple[LedgerEntry, ...]


def draft(
    document: Document, parsed: Sequence[Parsed], boilerplate: Boilerplate = _NOTHING_LEARNT, rulings: Rulings = NO_RULINGS
) -> Drafted:
    """Return the witnesses, printouts and ledger of a document; ``boilerplate`` is what its dossier taught, ``rulings`` what a person says of them."""
    lines, pages = document.lines, document.pages
    parsed = [rulings.told(document.id, one) for one in parsed]
    blocks = [one.block for one in parsed]
    heads = tops(lines, pages, blocks)
    places = {id(block): at for at, block in enumerate(blocks)}
    recur = recurring(lines, parsed, [places[id(block)] for block, _ in heads])
    if apart := rulings.apart(document.id, blocks, recur):
        heads = tops(lines, pages, blocks, apart)
    starts = [min(over.first_line, block.first_line) for block, over in heads]
    classes = classify(lines, pages, document.running, blocks, starts, boilerplate.notices)
    printouts = tuple(
        Printout(id=f"p{i + 1}", source=document.id, first_line=start, last_line=stop - 1, number=over.number)
        for i, (start, stop, (_, over)) in enumerate(zip(starts, [*starts, len(lines) + 1][1:], heads, strict=True))
    )
    return Drafted(
        drafts=tuple(_drafts(document, parsed, classes, printouts, [block for block, _ in heads])),
        printouts=printouts,
        ledger=tuple(_ledger(document.id, lines, classes)),
    )


def _drafts(
    document: Document, parsed: Sequence[Parsed], classes: Sequence[LineClass], printouts: Sequence[Printout], heads: Sequence[HeaderBlock]
) -> Iterator[Draft]:
    at, depth = -1, 0
    stops = [*(one.block.first_line for one in parsed), len(document.lines) + 1][1:]
    for one, after in zip(parsed, stops, strict=True):
        if at + 1 < len(heads) and one.block is heads[at + 1]:
            at, depth = at + 1, 0
        else:
            depth += 1
        stop = min(after, printouts[at].last_line + 1)
        numbers = [n for n in range(one.block.first_line, stop) if classes[n - 1] == "body"]
        yield _draft(document, one, classes, numbers, printouts[at].id, depth, stop)


def _words(lines: Sequence[str], numbers: Sequence[int]) -> str:
    """Return the lines of a body without what a program tells of the device: it makes short mails alike."""
    own = [*numbers[:-_DEVICE_LINES], *(number for number in numbers[-_DEVICE_LINES:] if not is_device(lines[number - 1]))]
    return "\n".join(lines[number - 1].strip() for number in own)


def _draft(
    document: Document,
    one: Parsed,
    classes: Sequence[LineClass],
    numbers: Sequence[int],
    printout: str,
    depth: int,
    stop: int,
) -> Draft:
    block = one.block
    body = tuple(_spans(numbers, document.lines))
    text = "\n".join(
        line for span in body for line in (document.lines[n - 1].strip() for n in range(span.first_line, span.last_line + 1))
    ).strip()
    behind = (n for n in range(block.last_line + 1, stop) if classes[n - 1] == "furniture")
    notes = tuple((n, document.lines[n - 1].strip()) for n in behind if note_kind(document.lines[n - 1]))
    words = _words(document.lines, numbers)
    return Draft(
        id=f"{document.id}:{block.first_line}",
        source=document.id,
        page=document.pages[block.first_line - 1],
        printout=printout,
        depth=depth,
        block=block,
        date=one.date,
        body=body,
        text=text,
        pointers=notes,
        passed_on=is_passed_on(
            next(
                (
                    line
                    for n in range(block.first_line - 2, max(-1, block.first_line - 5), -1)
                    if (line := document.lines[n].strip("> \t\f"))
                ),
                "",
            )
        ),
        words=text if words == text else words,  # one string for both, as most often they are one
        key=words_only(words[: 2 * _COMPARED])[:_COMPARED],
        covered=_is_covered(text[:_COMPARED].split("\n")),
        printed=one.printed,
        separator=_separator(document.lines, classes, range(block.last_line + 1, stop)),
    )


def _separator(lines: Sequence[str], classes: Sequence[LineClass], behind: range) -> tuple[int, str] | None:
    """Return the last line behind a header, furniture apart, if it is one that stands above a quoted mail."""
    last = next((n for n in reversed(behind) if lines[n - 1].strip() and classes[n - 1] != "furniture"), None)
    if last is None or classes[last - 1] != "boilerplate" or not is_separator(lines[last - 1]):
        return None
    return last, lines[last - 1].strip()


def _is_covered(lines: Sequence[str]) -> bool:
    """Say whether a line that is nothing but marks stands above the closing; beneath it a mark is only the writer's name."""
    own = list(takewhile(lambda line: not is_closing(line), filter(None, lines)))
    if len(own) == sum(map(bool, lines)):
        own = own[:-1]  # no closing is printed, and the last line may be the name
    return any(len(line) <= _LONGEST_MARKS and is_only_marks(line) for line in own)


def _spans(numbers: Sequence[int], lines: Sequence[str]) -> Iterator[Span]:
    """Yield runs of lines; blank lines do not end a run."""
    first = last = 0
    for number in numbers:
        if last and any(lines[between - 1].strip() for between in range(last + 1, number)):
            yield Span(first_line=first, last_line=last)
            first = number
        first, last = first or number, number
    if last:
        yield Span(first_line=first, last_line=last)


def _ledger(source: str, lines: Sequence[str], classes: Sequence[LineClass]) -> Iterator[LedgerEntry]:
    """Yield runs of one class; blank lines go with the line before."""
    filled: list[LineClass] = []
    for line, class_ in zip(lines, classes, strict=True):
        filled.append(class_ if line.strip() or class_ == "header" or not filled else "furniture" if filled[-1] == "header" else filled[-1])
    number = 1
    for class_, run in groupby(filled):
        count = sum(1 for _ in run)
        yield LedgerEntry(source=source, first_line=number, last_line=number + count - 1, as_=class_)
        number += count
