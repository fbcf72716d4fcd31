"""Measure how long the second half of the pipeline takes, from drafts to a correspondence, and how that grows with the number of messages.

Run it by hand: ``python -m tests.benchmarks.scale``; ``--million`` adds a million messages, ``--at N`` measures one size, ``--varied`` has each document
write of matters of its own, as a real archive does (the simulator has 240 subjects and 32 sentences for all of them: a hard case).
Drafts are made straight from invented printouts, without the header parser: their dates, subjects and words damaged a little.
Each size runs in a process of its own; seconds are those of the processor, memory is the most that the process ever held, drafts included.
The last column sums three million integers, to compare machines and minutes.
"""

from __future__ import annotations

import gc
import math
import resource
import subprocess
import sys
import time
from collections import defaultdict
from itertools import count, groupby, pairwise
from random import Random
from typing import TYPE_CHECKING, Any

from lvvthreads.document.document import Document
from lvvthreads.header.block import Attachment, Field, HeaderBlock, Person
from lvvthreads.header.date import read_date
from lvvthreads.header.fold import words_only
from lvvthreads.header.sent import settle
from lvvthreads.header.subject import read_subject
from lvvthreads.message.draft import Draft, Drafted
from lvvthreads.message.message import LedgerEntry, Printout, Span
from lvvthreads.simulate.release import Filed, Settings, dossier
from lvvthreads.thread import build

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from lvvthreads.simulate.censor import Shown
    from lvvthreads.simulate.printout import Copy, Line
    from lvvthreads.simulate.printout import Printout as Printed

SIZES = (12_500, 25_000, 50_000, 100_000)
MILLION = 1_000_000
#: So many messages to a document, and what its settings are in turn: language and law.
_TO_A_DOCUMENT = 2_500
_KINDS = (("nl", "woo"), ("nl", "wob"), ("en", "foia"), ("nl", "none"))
#: Stage -> the functions of :mod:`lvvthreads.thread.build` that make it up.
STAGES = {
    "within printouts": ("_within_printouts",),
    "collate": ("_collated",),
    "times of messages": ("_of_messages",),
    "subjects": ("_subjects", "_node"),
    "link": ("link",),
    "times in links": ("_within_links",),
    "assemble": ("_assemble",),
    "threads": ("threads_of",),
    "missing": ("missing_of",),
    "redactions": ("redactions_of",),
}
#: How often a letter of a subject or of the words, and a digit of a date, is read as another.
_LETTER, _DIGIT = 0.005, 0.01
_READ_AS = {"l": "1", "i": "l", "e": "c", "a": "o", "o": "0", "n": "r", "t": "f", "s": "5", "g": "q", "u": "v", "B": "8"}
_DIGITS = {"0": "O", "1": "l", "2": "?", "3": "8", "4": "A", "5": "S", "6": "8", "7": "1", "8": "3", "9": "g"}
_CONSONANTS = "bdfgklmnprstvw"


def main() -> None:
    """Print the table, one process for each size."""
    arguments = sys.argv[1:]
    if {"-h", "--help"} & set(arguments):
        print(__doc__)
        return
    if arguments[:1] == ["--one"]:
        print(" ".join(f"{value:.4f}" for value in measure(int(arguments[1]), varied="--varied" in arguments).values()))
        return
    sizes = (int(arguments[arguments.index("--at") + 1]),) if "--at" in arguments else SIZES
    rows = [
        (size, _apart(size, [one for one in arguments if one == "--varied"]))
        for size in (*sizes, *((MILLION,) if "--million" in arguments else ()))
    ]
    table(rows)


def _apart(size: int, options: Sequence[str]) -> dict[str, float]:
    """Measure one size in a process of its own."""
    command = [sys.executable, "-m", "tests.benchmarks.scale", "--one", str(size), *options]
    printed = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    figures = dict(zip(COLUMNS, map(float, printed.split()), strict=True))
    print(
        f"{size:,} messages: {figures['all']:.1f} s, {figures['memory']:.2f} GiB", file=sys.stderr
    )  # the table comes when all are measured
    return figures


COLUMNS = (*STAGES, "other", "all", "copies", "found", "before", "memory", "loop")


def table(rows: Sequence[tuple[int, dict[str, float]]]) -> None:
    """Print seconds and memory by stage, and between two sizes the exponent with which they grow."""
    print(f"{'':18}" + "".join(f"{size:>12,}" for size, _ in rows) + "   exponents")
    for name in COLUMNS:
        figures = [row[name] for _, row in rows]
        shown = "".join(f"{figure:12,.0f}" if name in {"copies", "found"} else f"{figure:12.2f}" for figure in figures)
        print(f"{name:18}{shown}   {' '.join(_exponents([size for size, _ in rows], figures))}")
    print("seconds; memory and before (drafts made, nothing built yet) in GiB; copies are drafts, found are messages")


def _exponents(sizes: Sequence[int], figures: Sequence[float]) -> Iterator[str]:
    for (n, a), (m, b) in pairwise(zip(sizes, figures, strict=True)):
        yield f"{math.log(b / a) / math.log(m / n):5.2f}" if a > 0.005 and b > 0.005 else "    -"


def measure(messages: int, *, varied: bool = False) -> dict[str, float]:
    """Build the correspondence of so many invented messages; return the figures of :data:`COLUMNS`."""
    gc.disable()  # as reconstruct does
    made = [
        drafted(number, min(_TO_A_DOCUMENT, messages - start), varied=varied)
        for number, start in enumerate(range(0, messages, _TO_A_DOCUMENT))
    ]
    before = _memory()
    seconds: dict[str, float] = defaultdict(float)
    for stage, names in STAGES.items():
        for name in names:
            setattr(build, name, _timed(getattr(build, name), stage, seconds))
    loop = _loop()
    begin = time.process_time()
    found = build.build([document for document, _ in made], [one for _, one in made], None)
    whole = time.process_time() - begin
    figures = {stage: seconds[stage] for stage in STAGES} | {"other": whole - sum(seconds.values()), "all": whole}
    figures |= {"copies": float(sum(len(one.drafts) for _, one in made)), "found": float(len(found.messages))}
    return figures | {"before": before, "memory": _memory(), "loop": (loop + _loop()) / 2}


def _timed(function: Callable[..., Any], stage: str, seconds: dict[str, float]) -> Callable[..., Any]:
    """Return a function that does the same and adds up its time; what it would yield is made at once."""

    def timed(*arguments: Any, **named: Any) -> Any:
        begin = time.process_time()
        found = function(*arguments, **named)
        if hasattr(found, "__next__"):
            found = list(found)
        seconds[stage] += time.process_time() - begin
        return found

    return timed


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20


def _loop() -> float:
    begin = time.process_time()
    total = 0
    for number in range(3_000_000):
        total += number
    return time.process_time() - begin


def drafted(number: int, messages: int, *, varied: bool = False) -> tuple[Document, Drafted]:
    """Invent a document and what would be drafted of it."""
    random = Random(number)  # noqa: S311 - repeatable, not secret
    language, law = _KINDS[number % len(_KINDS)]
    damage = _Damage(random, _own_word(random) if varied else "")
    printed = [
        one.printout
        for one in dossier(random, Settings(messages=messages, seed=number, language=language, law=law))
        if isinstance(one, Filed)
    ]
    at = count(1)
    rows = [[(next(at), line, damage.line(line)) for line in printout.lines] for printout in printed]
    document = Document.from_text("".join(f"{text}\n" for of_printout in rows for _, _, text in of_printout), name=f"{number:04}.txt")
    drafts = [draft for printout, own in zip(printed, rows, strict=True) for draft in _drafts(document.id, printout, own, damage)]
    printouts = [
        Printout(id=f"p{printout.number}", source=document.id, first_line=own[0][0], last_line=own[-1][0], number=str(printout.number))
        for printout, own in zip(printed, rows, strict=True)
    ]
    ledger = _ledger(document.id, [line.role for own in rows for _, line, _ in own])
    return document, Drafted(drafts=tuple(drafts), printouts=tuple(printouts), ledger=tuple(ledger))


def _own_word(random: Random) -> str:
    return "".join(random.choice(_CONSONANTS) + random.choice("aeiou") for _ in range(4))


class _Damage:
    """Bad print: a letter or digit here and there is another."""

    def __init__(self, random: Random, own: str) -> None:
        self._random = random
        #: What this document writes of, if it is not what all do.
        self._own = own

    def line(self, line: Line) -> str:
        """Return the text of a line as it is read."""
        return (
            self.text("".join(text for text, _ in line.pieces), _LETTER, _READ_AS)
            if line.role == "body"
            else "".join(text for text, _ in line.pieces)
        )

    def value(self, line: Line) -> str:
        """Return the value of a header line as it is read."""
        return self.text("".join(text for text, tag in line.pieces if not tag or tag[0] not in {"label", "gap"}), _LETTER, _READ_AS)

    def subject(self, line: Line) -> str:
        """Return a subject as it is read."""
        return f"{self.value(line)} {self._own}".rstrip()

    def date(self, text: str) -> str:
        """Return a date as it is read."""
        return self.text(text, _DIGIT, _DIGITS)

    def text(self, text: str, rate: float, read_as: dict[str, str]) -> str:
        """Damage one letter of a text, as often as one in so many would be."""
        if self._random.random() >= rate * len(text):
            return text
        at = self._random.randrange(len(text))
        return text[:at] + read_as.get(text[at], text[at]) + text[at + 1 :]


def _drafts(source: str, printout: Printed, rows: Sequence[tuple[int, Line, str]], damage: _Damage) -> Iterator[Draft]:
    by_copy: dict[int, list[tuple[int, Line, str]]] = {id(copy): [] for copy in printout.copies}
    for row in rows:
        if row[1].copy is not None:
            by_copy[id(row[1].copy)].append(row)
    for copy in printout.copies:
        note = ((rows[-2][0], rows[-2][2]),) if printout.cut and copy is printout.copies[-1] else ()
        yield _draft(source, copy, by_copy[id(copy)], note, damage)


def _draft(source: str, copy: Copy, rows: Sequence[tuple[int, Line, str]], notes: tuple[tuple[int, str], ...], damage: _Damage) -> Draft:
    header = [row for row in rows if row[1].role == "header" and row[2]]
    body = [row for row in rows if row[1].role == "body"]
    text = "\n".join(line.strip() for _, _, line in body).strip()
    mail = copy.mail
    if copy.form == "block":
        dated = next(
            (
                "".join(text for text, tag in line.pieces if not tag or tag[0] not in {"label", "gap"})
                for _, line, _ in header
                if line.field == "sent"
            ),
            "",
        )
    else:
        dated = f"{mail.sent:%d-%m-%Y %H:%M}"
    date = read_date(damage.date(dated))
    subject = next((read_subject(damage.subject(line)) for _, line, _ in header if line.field == "subject"), None)
    fields = tuple(
        Field(name=line.field, label=line.field, line=at, lines=(at,), raw=raw, confidence=0.998) for at, line, raw in header if line.field
    )
    block = HeaderBlock(
        form=copy.form,
        lines=tuple(at for at, _, _ in header),
        fields=fields,
        sender=_person(copy.sender, fields, "from", damage),
        to=tuple(_person(shown, fields, "to", damage) for shown in copy.to),
        cc=tuple(_person(shown, fields, "cc", damage) for shown in copy.cc),
        bcc=(),
        sent=settle([date]),
        subject=subject,
        attachments=tuple(Attachment(name=name, raw=name) for name in copy.attachments),
        confidence=0.99,
        languages=("nl", "en"),
    )
    return Draft(
        id=f"{source}:{block.first_line}",
        source=source,
        page=copy.printout,
        printout=f"p{copy.printout}",
        depth=copy.depth,
        block=block,
        date=date,
        body=(Span(first_line=body[0][0], last_line=body[-1][0]),) if body else (),
        text=text,
        pointers=notes,
        passed_on=mail.kind == "forward",
        words=text,
        key=words_only(text[:1200])[:600],
        covered=any(tag and tag[0] == "mark" and tag[-1] == "passage" for _, line, _ in body for _, tag in line.pieces),
    )


def _person(shown: Shown, fields: Sequence[Field], role: str, damage: _Damage) -> Person:
    line = next((one.line for one in fields if one.name == role), None)
    name = damage.text(shown.name, _LETTER, _READ_AS) if shown.name else None
    raw = name or shown.unit or shown.domain or ""
    return Person(kind="redacted" if shown.redacted else "named", name=name, unit=shown.unit, domain=shown.domain, raw=raw, line=line)


def _ledger(source: str, roles: Sequence[str]) -> Iterator[LedgerEntry]:
    at = 1
    for role, run in groupby(roles):
        length = sum(1 for _ in run)
        yield LedgerEntry(source=source, first_line=at, last_line=at + length - 1, as_=role if role != "other" else "furniture")  # type: ignore[arg-type]
        at += length


if __name__ == "__main__":
    main()
