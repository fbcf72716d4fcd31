"""What the commands have in common: files read into a correspondence, with the corrections of a person, and an e-mail found by its line."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lvvthreads import api
from lvvthreads.cli.speak import fail, leave, or_fail, progress, say
from lvvthreads.correct.corrections import Corrections
from lvvthreads.correct.errors import CorrectionsError
from lvvthreads.document.errors import UnreadableError
from lvvthreads.document.read import read
from lvvthreads.view.harmless import harmless
from lvvthreads.view.wording import count
from lvvthreads.write.read_back import from_dict

if TYPE_CHECKING:
    from lvvthreads.document.document import Document
    from lvvthreads.message.message import Message, Witness
    from lvvthreads.thread.correspondence import Correspondence, Source

    Period = tuple[str, str]

#: What an export begins with, and within how many characters.
_FORMAT_NAMED = re.compile(r'"format": "lvvthreads/')
_HEAD = 200
#: A line's number has no more digits.
_MOST_DIGITS = 9

FILES = click.argument("files", nargs=-1, required=True, metavar="FILE...")


def _checked_period(_context: click.Context, _parameter: click.Parameter, value: Period | None) -> Period | None:
    """Let two days through, the first not after the second."""
    if value is None:
        return None
    try:
        first, last = (date.fromisoformat(day) for day in value)
    except ValueError as error:
        message = f"{' '.join(value)!r} is not two days, for instance: --period 2018-01-01 2018-12-31"
        raise click.BadParameter(message) from error
    if first > last:
        message = f"{first} is later than {last}; the first day comes first: --period {last} {first}"
        raise click.BadParameter(message)
    return first.isoformat(), last.isoformat()


PERIOD = click.option(
    "--period",
    nargs=2,
    metavar="FROM TO",
    callback=_checked_period,
    help="The first and last day from which the e-mails can be; settles digits that cannot be read.",
)


def checked_corrections(_context: click.Context, _parameter: click.Parameter, value: str | None) -> Corrections | None:
    """Let a file of corrections through, read."""
    if value is None:
        return None
    try:
        return Corrections.read(value)
    except CorrectionsError as error:
        raise click.BadParameter(harmless(str(error))) from error


CORRECTIONS = click.option(
    "--corrections",
    metavar="FILE",
    callback=checked_corrections,
    help="What a person says is wrong, as lvvthreads corrections add writes it.",
)


def documents_of(files: tuple[str, ...]) -> tuple[list[Document], bool]:
    """Read what can be read, say what cannot, and tell whether there was any such file; leave if nothing is left."""
    documents = []
    for number, file in enumerate(files, start=1):
        progress(f"reading {number} of {len(files)}: {file}")
        try:
            documents.append(read(file))
        except UnreadableError as error:
            say(f"Error: {error}")
    if not documents:
        leave(failed=True)
    return documents, len(documents) < len(files)


def correspondence_of(
    documents: list[Document], period: Period | None, corrections: Corrections | None = None, *, hints: bool = False
) -> Correspondence:
    """Reconstruct the documents, or read back the one that is an export; say so if no e-mail is found."""
    exports = [parsed for document in documents if (parsed := parsed_export(document))]
    if exports and (len(documents) > 1 or period or hints or corrections is not None):
        message = (
            "an export is shown as it is: give it alone, without --period, --corrections and --hints, or give the files it was made from"
        )
        raise click.UsageError(message)
    progress("reconstructing")
    correspondence = or_fail(
        lambda: from_dict(exports[0]) if exports else api.reconstruct(documents, period=period, corrections=corrections, hints=hints)
    )
    progress("")
    if not correspondence.messages:
        say(f"No e-mail was found in {', '.join(document.name for document in documents)}.")
    return correspondence


def parsed_export(document: Document) -> dict[str, Any] | None:
    """Return the JSON object if the text is one that names its format."""
    if not document.text.lstrip("\ufeff \t\r\n").startswith("{"):
        return None
    text = document.text.removeprefix("\ufeff")
    try:
        parsed = json.loads(text)
    except (ValueError, RecursionError):
        if _FORMAT_NAMED.search(text[:_HEAD]):
            fail(f"{document.name} is an export that was cut off or damaged; make it again from its sources")
        if '"witnesses": [' in text.partition("\n")[0]:
            fail(
                f"{document.name} holds messages as JSON Lines, without people and links; give the export as JSON, or the files it was made from"
            )
        return None
    return parsed if isinstance(parsed, dict) and "format" in parsed else None


def warn_of(correspondence: Correspondence) -> None:
    """Say which corrections were not applied, and why; those for files that were not given are only counted."""
    read_ = {name for source in correspondence.sources for name in (source.name, *source.also)}
    elsewhere = 0
    for outcome in correspondence.corrections:
        said = outcome.correction
        if outcome.applied:
            continue
        if any(anchor.document not in read_ for anchor in (said.at, said.other) if anchor):
            elsewhere += 1
        else:
            say(f"Warning: correction {outcome.number} is not applied ({said.says}): {outcome.why_not}.")
    if elsewhere:
        say(f"Warning: {count(elsewhere, 'correction')} not applied, for files that were not given.")


def message_at(correspondence: Correspondence, where: str, option: str = "--at") -> str:
    """Return the id of the message at a line of a source; where no e-mail claims the line, of the one above it."""
    return witness_at(correspondence, where, option)[0].id


def witness_at(correspondence: Correspondence, where: str, option: str = "--at") -> tuple[Message, Witness]:
    """Return the printed copy at a line of a source, with its message; where no e-mail claims the line, the one above it."""
    source, line = line_at(correspondence, where, option)
    above = [pair for pair in _witnesses(correspondence, source) if pair[1].block.first_line <= line]
    holding = [pair for pair in above if _holds(pair[1], line)]
    if not above:
        fail(f"no e-mail stands at line {line} of {source.name} or above it")
    if not holding:
        say(f"Line {line} of {source.name} belongs to no e-mail; this is the one above it.")
    return (holding or above)[-1]


def line_at(correspondence: Correspondence, where: str, option: str = "--at") -> tuple[Source, int]:
    """Return the source and the line that are meant."""
    file, _, digits = where.rpartition(":")
    if not (digits.isascii() and digits.isdigit() and len(digits) <= _MOST_DIGITS):
        message = f"{where!r} is no line; give {option} LINE or {option} FILE:LINE, for instance: {option} dossier.txt:172"
        raise click.UsageError(message)
    source, line = _source(correspondence, file, option), int(digits)
    if not 1 <= line <= source.lines:
        fail(f"{source.name} has no line {line}: its lines are 1 to {source.lines}")
    return source, line


def _source(correspondence: Correspondence, file: str, option: str) -> Source:
    """Return the source of this name, or the only one; refuse what is not clear."""
    named = [each for each in correspondence.sources if not file or file in {each.id, each.name, *each.also}]
    found = named or [each for each in correspondence.sources if Path(file).name in {each.name, *each.also}]
    if len(found) == 1:
        return found[0]
    names = ", ".join(f"{each.name} (or {each.id})" for each in found or correspondence.sources)
    message = f"say in which file: {option} FILE:LINE, where FILE is one of {names}"
    raise click.UsageError(message)


def _witnesses(correspondence: Correspondence, source: Source) -> list[tuple[Message, Witness]]:
    """List the printed copies in a source as they stand there, each with its message."""
    found = [(message, witness) for message in correspondence.messages for witness in message.witnesses if witness.source == source.id]
    return sorted(found, key=lambda pair: pair[1].block.first_line)


def _holds(witness: Witness, line: int) -> bool:
    """Tell whether a line carries the header or the own words of a printed copy."""
    return line in witness.block.lines or any(span.first_line <= line <= span.last_line for span in witness.body)
