"""The commands for a person's corrections: add one to a file, list them, check whether they still fit."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click
from attrs import evolve

from lvvthreads import api
from lvvthreads.cli.dossier import (
    FILES,
    PERIOD,
    checked_corrections,
    correspondence_of,
    documents_of,
    line_at,
    parsed_export,
    warn_of,
    witness_at,
)
from lvvthreads.cli.speak import fail, leave, or_fail, progress, put, say
from lvvthreads.correct.correction import MOST_LINES, Correction
from lvvthreads.correct.corrections import Corrections, text_of, with_entry
from lvvthreads.correct.place import anchor
from lvvthreads.view.harmless import harmless
from lvvthreads.view.wording import count
from lvvthreads.write.whole import write_whole

if TYPE_CHECKING:
    from lvvthreads.correct.correction import Anchor, CorrectionKind, Outcome
    from lvvthreads.document.document import Document
    from lvvthreads.thread.correspondence import Correspondence

    Period = tuple[str, str]
    #: A kind, with the other place and the value that go with it.
    Said = tuple[CorrectionKind, str | None, str | None]

#: The head of a new file.
_HEAD = "# What a person says of this dossier. lvvthreads obeys it with --corrections; entries may be edited, commented and taken out.\n"
#: So many lines of a header are quoted.
_QUOTED = 12
#: option -> kind and value; the option's own value is the other place.
_OF_TWO: dict[str, tuple[CorrectionKind, str | None]] = {
    "same_as": ("same", None),
    "not_same_as": ("not-same", None),
    "replies_to": ("parent", "reply"),
    "forwards": ("parent", "forward"),
    "not_parent": ("not-parent", None),
}
#: option -> kind; the option's own value is the correction's.
_OF_VALUE: dict[str, CorrectionKind] = {"sent": "date", "subject": "subject"}
#: Options without a value -> kind.
_ALONE: dict[str, CorrectionKind] = {"no_parent": "no-parent", "header": "header", "no_header": "no-header"}


@click.group(short_help="Say what is wrong, and have it obeyed ever after.")
def corrections() -> None:
    """Say what is wrong, and have it obeyed ever after: a person's word stands above the program's.

    A file of corrections holds what a person says of a dossier, each with its place in the text.
    All commands that read files obey it with --corrections.

    \b
    Examples:
      lvvthreads corrections add dossier.txt --to mine.toml --at 67 --sent 2024-03-11T14:05
      lvvthreads corrections list mine.toml
      lvvthreads corrections check dossier.txt --corrections mine.toml
      lvvthreads show dossier.txt --corrections mine.toml
    """


@corrections.command(short_help="Add a correction to a file.")
@FILES
@click.option(
    "--to", "out", metavar="FILE", required=True, help="The file to add it to; what stands there stays. It is made if there is none."
)
@click.option("--at", "where", metavar="[FILE:]LINE", required=True, help="The e-mail that stands at this line; or its id.")
@click.option("--sent", metavar="TIME", help="It was sent then: 2024-03-11T14:05, 2024-03-11, 2024-03-1?T14:05.")
@click.option("--subject", metavar="TEXT", help='Its subject as it stood on the paper, prefixes included: "RE: Zaal".')
@click.option("--replies-to", metavar="[FILE:]LINE", help="It replies to the e-mail at this line.")
@click.option("--forwards", metavar="[FILE:]LINE", help="It forwards the e-mail at this line.")
@click.option("--not-parent", metavar="[FILE:]LINE", help="It neither replies to nor forwards the e-mail at this line.")
@click.option("--no-parent", is_flag=True, help="It replies to nothing that is here, and forwards nothing.")
@click.option("--same-as", metavar="[FILE:]LINE", help="It and the one at this line are printed copies of one e-mail.")
@click.option("--not-same-as", metavar="[FILE:]LINE", help="It and the one at this line are two e-mails.")
@click.option("--no-header", is_flag=True, help="What was taken for a header there is none.")
@click.option("--header", is_flag=True, help="A header stands there that was not found: --at 308-311, its first and last line.")
@click.option("--by", metavar="NAME", help="Who says so.")
@click.option("--on", metavar="DAY", help="On which day, as 2024-05-31.")
@click.option("--why", metavar="TEXT", help="Why.")
@PERIOD
def add(
    *,
    files: tuple[str, ...],
    out: str,
    where: str,
    by: str | None,
    on: str | None,
    why: str | None,
    period: Period | None,
    **said: str | bool | None,
) -> None:
    """Add a correction to a file, if it fits.

    The place is kept as document, line and quotation, so that it is found again when lines shift and another scan reads other letters.
    What stands in the file stays as it is, comments too; it is written whole or not at all.

    \b
    Examples:
      lvvthreads corrections add dossier.txt --to mine.toml --at 67 --sent 2024-03-11T14:05 --why "the 17th was no Monday"
      lvvthreads corrections add dossier.txt --to mine.toml --at 67 --subject "RE: Zaal"
      lvvthreads corrections add dossier.txt --to mine.toml --at 264 --replies-to 53 --by "A. Bos" --on 2024-05-31
      lvvthreads corrections add dossier.txt --to mine.toml --at 264 --no-parent
      lvvthreads corrections add a.txt b.txt --to mine.toml --at a.txt:94 --same-as b.txt:33
      lvvthreads corrections add dossier.txt --to mine.toml --at 308-311 --header
    """
    kind, other, value = _said(said)
    if out == "-":
        message = "a correction is added to a file; give its name with --to, for instance: --to mine.toml"
        raise click.UsageError(message)
    if Path(out).is_file() and any(Path(file).is_file() and Path(out).samefile(file) for file in files):
        message = f"{out!r} is one of the files to read; give another name to add to"
        raise click.UsageError(message)
    known = or_fail(lambda: Corrections.parse(text_of(out), name=Path(out).name)) if Path(out).exists() else Corrections()
    documents, failed = documents_of(files)
    if any(map(parsed_export, documents)):
        message = "an export has no text to quote; give the files it was made from"
        raise click.UsageError(message)
    progress("reconstructing")
    correspondence = or_fail(lambda: api.reconstruct(documents, period=period, corrections=known))
    place = _place(correspondence, documents, where, kind)
    correction = or_fail(
        lambda: Correction(
            kind=kind,
            at=place,
            other=_header(correspondence, documents, other, _option(said)) if other is not None else None,
            value=value,
            by=by,
            on=on,
            why=why,
        )
    )
    _check_is_new(correction, known)
    result = or_fail(lambda: api.reconstruct(documents, period=period, corrections=evolve(known, entries=(*known.entries, correction))))
    progress("")
    if not result.corrections[-1].applied:
        fail(f"this cannot be obeyed, and is not added: {result.corrections[-1].why_not}")
    _append(out, correction)
    say(f"Correction {len(known.entries) + 1}, added to {out}: {correction.says}.")
    warn_of(result)
    leave(failed=failed)


@corrections.command("list", short_help="List the corrections of a file.")
@click.argument("file", callback=checked_corrections, metavar="FILE")
def list_(file: Corrections) -> None:
    """List the corrections of FILE: what each says, who says so and why.

    \b
    Example:
      lvvthreads corrections list mine.toml
    """
    for number, entry in enumerate(file.entries, start=1):
        put(f"{number:>3}  {harmless(entry.says)}\n" + (f"     {harmless(entry.reason)}\n" if entry.reason else ""))
    if not file.entries:
        say("There are no corrections in this file.")


@corrections.command(short_help="Say whether the corrections of a file still fit.")
@FILES
@click.option("--corrections", "given", metavar="FILE", required=True, callback=checked_corrections, help="The file of corrections.")
@PERIOD
def check(files: tuple[str, ...], given: Corrections, period: Period | None) -> None:
    """Say of each correction whether it is applied, and if not, why; the exit status is 1 if one is not.

    \b
    Example:
      lvvthreads corrections check dossier.txt --corrections mine.toml
    """
    documents, failed = documents_of(files)
    outcomes = correspondence_of(documents, period, given).corrections
    applied = sum(outcome.applied for outcome in outcomes)
    put("".join(map(_line, outcomes)) + f"{applied} of {count(len(outcomes), 'correction')} applied\n")
    leave(failed=failed or applied < len(outcomes))


def _line(outcome: Outcome) -> str:
    says = f"{outcome.number:>3}  {'applied' if outcome.applied else 'NOT APPLIED':<11}  {harmless(outcome.correction.says)}\n"
    return says if outcome.applied else f"{says}     {harmless(outcome.why_not)}\n"


def _said(options: dict[str, str | bool | None]) -> Said:
    """Return the one thing that is said."""
    given = [name for name, value in options.items() if value is not None and value is not False]
    if len(given) != 1:
        names = ", ".join("--" + name.replace("_", "-") for name in options)
        message = f"say one thing of the e-mail, with one of {names}"
        raise click.UsageError(message)
    name, value = given[0], str(options[given[0]])
    if name in _OF_TWO:
        kind, link = _OF_TWO[name]
        return kind, value, link
    return (_OF_VALUE[name], None, value) if name in _OF_VALUE else (_ALONE[name], None, None)


def _option(options: dict[str, str | bool | None]) -> str:
    return "--" + next(name for name, value in options.items() if value).replace("_", "-")


def _place(correspondence: Correspondence, documents: list[Document], where: str, kind: CorrectionKind) -> Anchor:
    """Return the anchor of what is corrected: a header that is denied must stand at the very line."""
    if kind == "header":
        return _lines(correspondence, documents, where)
    if kind == "no-header":
        source, line = line_at(correspondence, where)
        _, witness = witness_at(correspondence, where)
        if not witness.block.first_line <= line <= witness.block.last_line:
            fail(f"no header was found at line {line} of {source.name}")
    return _header(correspondence, documents, where, "--at")


def _header(correspondence: Correspondence, documents: list[Document], where: str, option: str) -> Anchor:
    """Return the anchor of the header of the printed copy at a line."""
    _, witness = witness_at(correspondence, where, option)
    document = next(document for document in documents if document.id == witness.source)
    first = witness.block.first_line
    return anchor(document, first, min(witness.block.last_line, first + _QUOTED - 1))


def _lines(correspondence: Correspondence, documents: list[Document], where: str) -> Anchor:
    """Return the anchor of some lines."""
    first, dash, digits = where.rpartition("-")
    first = first if dash and digits.isdigit() else where
    source, start = line_at(correspondence, first)
    _, stop = line_at(correspondence, f"{source.id}:{digits}") if dash and digits.isdigit() else (source, start)
    if not start <= stop < start + MOST_LINES:
        message = f"give the first and the last line of the header, {MOST_LINES} lines at most, for instance: --at 308-311"
        raise click.UsageError(message)
    return anchor(next(document for document in documents if document.id == source.id), start, stop)


def _check_is_new(correction: Correction, known: Corrections) -> None:
    for number, entry in enumerate(known.entries, start=1):
        if (entry.kind, entry.at, entry.other, entry.value) == (correction.kind, correction.at, correction.other, correction.value):
            fail(f"that is said already, by correction {number}")


def _append(out: str, correction: Correction) -> None:
    """Set an entry behind what stands in a file now, or begin a file."""
    exists = Path(out).exists()
    text = or_fail(lambda: with_entry(text_of(out) if exists else _HEAD, correction))
    or_fail(lambda: write_whole(out, text, force=exists))
