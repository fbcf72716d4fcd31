"""Print mails: each on top of all that it quotes, the censor's marks laid over people and passages, on numbered pages.

In come mails, out come printouts: lines of tagged pieces, and for each printed copy of a mail what its header shows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define, frozen

from lvvthreads.simulate import wording
from lvvthreads.simulate.program import DATED, PROGRAMS, TOPS, Piece, date_pieces, lead

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from random import Random

    from lvvthreads.simulate.cast import Official
    from lvvthreads.simulate.censor import Censor, Shown
    from lvvthreads.simulate.story import Mail

#: A recipient list is wrapped at this width.
_WIDTH = 92
#: The share of printouts with an owner line, a stamped number; of mails with a disclaimer, of passages covered.
_OWNED, _DISCLAIMED, _COVERED = 0.3, 0.15, 0.08
_LANGUAGE_OF_WORDS = {"nl": "nl", "en": "en", "de": "en", "fr": "en"}


@define(eq=False)
class Line:
    """One line of a printout before the scan."""

    pieces: list[Piece]
    #: The copy whose header, or whose own words, it carries.
    copy: Copy | None = None
    #: ``header``, ``body`` or ``other``.
    role: str = "other"
    #: The field whose value begins here.
    field: str | None = None
    #: True where a page begins.
    new_page: bool = False


@define(eq=False, kw_only=True)
class Copy:
    """One printed copy of a mail: what its header shows."""

    mail: Mail
    printout: int
    depth: int
    form: str
    sender: Shown
    to: list[Shown]
    cc: list[Shown]
    attachments: tuple[str, ...]


@frozen
class Style:
    """How a header block is printed: its fields in order, its people, its date, its language."""

    order: tuple[str, ...]
    people: str
    date: str
    language: str


@frozen(kw_only=True, eq=False)
class Printout:
    """A mail as it was printed, with what it quotes, down to where the officer cut it off."""

    number: int
    copies: tuple[Copy, ...]
    lines: tuple[Line, ...]
    #: True where the tail beneath the last copy was left out.
    cut: bool


def print_out(random: Random, mail: Mail, number: int, censor: Censor, *, depth: int | None, note: str | None) -> Printout:
    """Print a mail with what it quotes, at most ``depth`` copies; ``note`` stands where the tail was cut off."""
    chain = mail.ancestry[:depth]
    language = _LANGUAGE_OF_WORDS[mail.sender.language]
    lines: list[Line] = [*_head(random, mail, number, censor, language)]
    copies: list[Copy] = []
    quoting = ""
    for at, one in enumerate(chain):
        if at == 0:
            order = random.choice(TOPS)
            copy, header = _header(random, one, (number, 0), censor, Style(order, "directory", "long", mail.sender.language))
        else:
            copy, header, deeper = _quoted_header(random, one, chain[at - 1], number, at, censor)
            outer, quoting = quoting, f"> {quoting}" if deeper else quoting
            header = [*_quoted(header, quoting if copy.form == "block" else outer)]
        copies.append(copy)
        lines += header
        lines += _quoted(_words(random, one, copy, censor), quoting)
    if note:
        lines += [Line([]), Line([(note, None)]), Line([])]
    for line in lines:
        line.pieces = censor.stamped(line.pieces)
    return Printout(number=number, copies=tuple(copies), lines=tuple(lines), cut=note is not None)


def _quoted(lines: Sequence[Line], quoting: str) -> Sequence[Line]:
    for line in lines if quoting else ():
        line.pieces.insert(0, (quoting, None))
    return lines


def _head(random: Random, mail: Mail, number: int, censor: Censor, language: str) -> Iterator[Line]:
    """Print what stands above a printout: the stamped number, the owner of the mailbox."""
    yield Line([(f"{'Document' if language == 'en' else random.choice(('Document', 'Bijlage'))} {number}", None)], new_page=True)
    yield Line([])
    if random.random() < _OWNED:
        owner = mail.to[0]
        yield Line(censor.name(owner, owner.display, "owner"))
        yield Line([])


def _quoted_header(random: Random, mail: Mail, child: Mail, number: int, depth: int, censor: Censor) -> tuple[Copy, list[Line], bool]:
    """Print the header of a quoted mail as the program prints it that its answer was written with; say whether it marks quotes."""
    writer = child.sender
    program = PROGRAMS[writer.program]
    order = program.forward if child.kind == "forward" else program.reply
    if order:
        style = Style(order, program.people, program.date, writer.language)
        copy, header = _header(random, mail, (number, depth), censor, style)
    else:
        copy, header = _attribution(random, mail, number, depth, censor, program.attribution_date, writer.language)
    above = lead(program.lead_forward if child.kind == "forward" else program.lead_reply, writer.language)
    return copy, [*(Line([(text, None)]) for text in above), *header], program.marks_quotes


def _header(random: Random, mail: Mail, place: tuple[int, int], censor: Censor, style: Style) -> tuple[Copy, list[Line]]:
    """Print a header block of labels and values."""
    sender, shown_sender = censor.person(random, mail.sender, style.people)
    to, shown_to = _people(random, mail.to, style.people, censor)
    cc, shown_cc = _people(random, mail.cc, style.people, censor)
    values: dict[str, list[list[Piece]]] = {
        "from": [sender],
        "to": to,
        "cc": cc if mail.cc else [],
        "subject": [[*_subject(mail)]],
        "attachments": [[("; ".join(mail.attachments), None)]] if mail.attachments else [],
    }
    copy = Copy(
        mail=mail,
        printout=place[0],
        depth=place[1],
        form="block",
        sender=shown_sender,
        to=shown_to,
        cc=shown_cc if "cc" in style.order else [],
        attachments=mail.attachments if "attachments" in style.order else (),
    )
    lines: list[Line] = []
    for name in style.order:
        field = "sent" if name in DATED else name
        rows = [[*date_pieces(mail.sent, style.date, style.language)]] if field == "sent" else values[name]
        labels = wording.LABELS[style.language]
        label: list[Piece] = [(f"{labels.get(name, labels[field])}:", ("label", field)), (" ", ("gap", field))]
        lines += [Line([*(label if i == 0 else ()), *row], copy, "header", field if i == 0 else None) for i, row in enumerate(rows)]
    lines.append(Line([]))
    return copy, lines


def _subject(mail: Mail) -> Iterator[Piece]:
    for i, prefix in enumerate(mail.prefixes):
        yield f"{prefix}:", ("prefix", str(i))
        yield " ", None
    yield mail.subject, ("subject",)


def _people(random: Random, officials: Sequence[Official], people: str, censor: Censor) -> tuple[list[list[Piece]], list[Shown]]:
    """Print people with semicolons between, wrapped at the width of the page."""
    rows: list[list[Piece]] = [[]]
    shown: list[Shown] = []
    width = 0
    for i, official in enumerate(officials):
        pieces, one = censor.person(random, official, people)
        shown.append(one)
        length = sum(len(text) for text, _ in pieces)
        if width and width + length > _WIDTH:
            rows.append([])
            width = 0
        rows[-1] += [*pieces, *([(";" if width + length > _WIDTH else "; ", None)] if i + 1 < len(officials) else [])]
        width += length + 2
    return rows, shown


def _attribution(random: Random, mail: Mail, number: int, depth: int, censor: Censor, date: str, language: str) -> tuple[Copy, list[Line]]:
    """Print the sentence that stands for a header: "Op ... schreef ...:"."""
    who, shown = censor.person(random, mail.sender, "bracketed")
    copy = Copy(mail=mail, printout=number, depth=depth, form="attribution", sender=shown, to=[], cc=[], attachments=())
    before, _, rest = random.choice(wording.ATTRIBUTIONS[language]).partition("{date}")
    between, _, rest = rest.partition("{time}")
    middle, _, after = rest.partition("{who}")
    day, time = [*date_pieces(mail.sent, date, language)], [*date_pieces(mail.sent, "time", language)]
    line = Line([(before, None), *day, (between, None), *time, (middle, None), *who, (after, None)], copy, "header", "sent")
    return copy, [line, Line([])]


def _words(random: Random, mail: Mail, copy: Copy, censor: Censor) -> list[Line]:
    """Print a mail's own words, with names and passages covered, and what programs put beneath."""
    names = {official.given: official for official in (mail.sender, *mail.to)}
    lines: list[Line] = []
    covered = censor.covers and random.random() < _COVERED
    for text in mail.lines:
        if covered and len(text) > 40 and random.random() < 0.5:
            lines.append(Line(censor.passage(random), copy, "body"))
            continue
        lines.append(Line(_names_covered(text, names, mail, censor), copy, "body"))
    lines += [Line([*_office(text, mail.sender, censor)], copy, "body") for text in mail.office]
    lines.append(Line([]))
    language = _LANGUAGE_OF_WORDS[mail.sender.language]
    if PROGRAMS[mail.sender.program].notes_device:
        lines += [*(Line([(text, None)], copy, "body") for text in random.choice(wording.NOTES_OF_DEVICES[mail.sender.language])), Line([])]
    if random.random() < _DISCLAIMED:
        lines += [*(Line([(text, None)]) for text in wording.DISCLAIMERS[language]), Line([])]
    return lines


def _office(text: str, sender: Official, censor: Censor) -> Iterator[Piece]:
    """Print a line of a signature, the writer's telephone number and address covered with the name."""
    before, at, number = text.partition("{phone}")
    if at:
        yield from ((before, None), *censor.name(sender, sender.phone, "signature"), (number, None))
        return
    before, at, _ = text.partition("{address}")
    yield before, None
    if at:
        local, _, domain = sender.address.partition("@")
        yield from (*censor.name(sender, local, "address"), (f"@{domain}", None))


def _names_covered(text: str, names: dict[str, Official], mail: Mail, censor: Censor) -> list[Piece]:
    """Cover the given name that a greeting or a signature holds."""
    for given, official in names.items():
        if official.redacted and text.endswith((given, f"{given},")):
            at = text.rindex(given)
            place = "signature" if official is mail.sender and at == 0 else "person"
            return [(text[:at], None), *censor.name(official, given, place), (text[at + len(given) :], None)]
    return [(text, None)]
