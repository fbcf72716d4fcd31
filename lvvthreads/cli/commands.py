"""The door for the shell: files in, an export or a picture out.

What was asked for goes to standard output, everything else that is said to standard error, so that the output can be piped.
The exit status is 0 if all went well, 1 if a file could not be read or what was asked for is not there, 2 if the command was mistyped;
a file that cannot be read does not keep the others from being read.
"""

from __future__ import annotations

import json
from math import isnan
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from attrs import asdict

from lvvthreads.cli.dossier import CORRECTIONS, FILES, PERIOD, correspondence_of, documents_of, message_at, warn_of
from lvvthreads.cli.speak import fail, leave, or_fail, put, put_bytes, say
from lvvthreads.thread.count import WAYS
from lvvthreads.view.explanation import explanation
from lvvthreads.view.headers import headers as listed_headers
from lvvthreads.view.redactions import compared, counted
from lvvthreads.view.tree import tree
from lvvthreads.view.wording import count
from lvvthreads.write.export import to_json, to_jsonl
from lvvthreads.write.whole import write_whole

if TYPE_CHECKING:
    from lvvthreads.correct.corrections import Corrections
    from lvvthreads.thread.correspondence import Correspondence
    from lvvthreads.thread.count import By

    Period = tuple[str, str]


def _checked_number(_context: click.Context, _parameter: click.Parameter, value: float) -> float:
    """Let numbers through, and not what is called none."""
    if isnan(value):
        message = "nan is no number from 0 to 1"
        raise click.BadParameter(message)
    return value


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="lvvthreads", prog_name="lvvthreads")
def main() -> None:
    """Put the e-mails of a Freedom-of-Information release back into their conversations.

    FILE is the text of printed, redacted, scanned e-mails, one or several of a dossier; "-" is standard input.

    \b
    Examples:
      lvvthreads show dossier.txt
      lvvthreads export dossier.txt -o dossier.json
      lvvthreads explain dossier.txt --at 172

    The exit status is 0, or 1 if a file could not be read or what was asked for is not there, or 2 if the command was mistyped.
    """


@main.command(short_help="Write messages, people, links and threads as JSON.")
@FILES
@click.option("-o", "--output", "out", metavar="OUT", help="The file to write; standard output if none is given.")
@click.option("--format", "form", type=click.Choice(["json", "jsonl"]), help="jsonl: the messages, one a line. As OUT ends, or else json.")
@click.option("--force", is_flag=True, help="Replace OUT if it exists.")
@click.option("--hints", is_flag=True, help="Add pairs of redacted people who may be one person; think before you share them.")
@click.option("--texts", is_flag=True, help="Add the whole text of each file, so that the export can be shown with its printed lines.")
@PERIOD
@CORRECTIONS
def export(
    *,
    files: tuple[str, ...],
    out: str | None,
    form: str | None,
    force: bool,
    hints: bool,
    texts: bool,
    period: Period | None,
    corrections: Corrections | None,
) -> None:
    """Write messages, people, links and threads as JSON.

    With --hints the JSON says which two redacted people may be one person, with a score and reasons.
    Nothing is merged and nobody is named, but hints can help others to find out who was redacted; so they are only given on request.

    \b
    Examples:
      lvvthreads export dossier.txt -o dossier.json
      lvvthreads export part1.txt part2.txt --format jsonl | jq .subject.clean
      pdftotext -layout release.pdf - | lvvthreads export - -o release.json
    """
    if out not in {None, "-"}:
        _check_output(Path(str(out)), files, force=force)
    lines = (form or ("jsonl" if str(out).endswith(".jsonl") else "json")) == "jsonl"
    if hints and lines:
        message = "--hints are of the whole dossier, and JSON Lines hold messages only; write JSON"
        raise click.UsageError(message)
    documents, failed = documents_of(files)
    correspondence = correspondence_of(documents, period, corrections, hints=hints)
    warn_of(correspondence)
    text = to_jsonl(correspondence) if lines else to_json(correspondence, texts=texts)
    if out is None or out == "-":
        put_bytes(text.encode("utf-8", "backslashreplace"))
    else:
        or_fail(lambda: write_whole(out, text, force=force))
        found = f"{count(len(correspondence.messages), 'message')} in {count(len(correspondence.threads), 'thread')}"
        say(f"{found}, written to {out}")
    leave(failed=failed)


@main.command(short_help="Draw the conversations as trees.")
@FILES
@click.option("--thread", metavar="ID", help="Show one thread: its number, its id, or the id of a message in it.")
@click.option(
    "--min-confidence",
    metavar="X",
    type=click.FloatRange(0, 1),
    default=0.0,
    callback=_checked_number,
    help="Cut links of lower confidence than this, 0 to 1.",
)
@PERIOD
@CORRECTIONS
def show(files: tuple[str, ...], thread: str | None, min_confidence: float, period: Period | None, corrections: Corrections | None) -> None:
    """Draw the conversations as trees. FILE may be an export, too.

    \b
    Examples:
      lvvthreads show dossier.txt | less
      lvvthreads show dossier.json --thread 3 --min-confidence 0.8
    """
    documents, failed = documents_of(files)
    correspondence = correspondence_of(documents, period, corrections)
    warn_of(correspondence)
    if correspondence.messages:
        try:
            text = tree(correspondence, min_confidence=min_confidence, thread=thread)
        except KeyError as error:
            if error.args != (thread,):
                raise
            fail(f"there is no thread {thread}; without --thread all are shown, numbered from 1 to {len(correspondence.threads)}")
        put(text)
    leave(failed=failed or not correspondence.messages)


@main.command(short_help="List every header, as printed and as read.")
@FILES
@PERIOD
@CORRECTIONS
def headers(files: tuple[str, ...], period: Period | None, corrections: Corrections | None) -> None:
    """List every header found: its lines, its fields as printed and as read. FILE may be an export, too.

    \b
    Examples:
      lvvthreads headers dossier.txt | less
      lvvthreads headers dossier.txt | grep defects
    """
    documents, failed = documents_of(files)
    correspondence = correspondence_of(documents, period, corrections)
    warn_of(correspondence)
    if correspondence.messages:
        put(listed_headers(correspondence))
    leave(failed=failed or not correspondence.messages)


@main.command(short_help="Say why an e-mail hangs where it hangs.")
@FILES
@click.option("--at", "where", metavar="[FILE:]LINE", help="The e-mail that stands at this line.")
@click.option("--message", "id_", metavar="ID", help="The e-mail of this id.")
@PERIOD
@CORRECTIONS
def explain(files: tuple[str, ...], where: str | None, id_: str | None, period: Period | None, corrections: Corrections | None) -> None:
    """Say why an e-mail hangs where it hangs: its copies, its link, the evidence. FILE may be an export, too.

    Of an e-mail in several copies it says how each field was settled, and where the words of the copies differ.

    \b
    Examples:
      lvvthreads explain dossier.txt --at 172
      lvvthreads explain part1.txt part2.txt --at part2.txt:40
      lvvthreads explain dossier.json --message 3fa9c1d2e3f4:172
    """
    if (where is None) == (id_ is None):
        message = "say which e-mail, with either --at or --message, for instance: --at 172"
        raise click.UsageError(message)
    documents, failed = documents_of(files)
    correspondence = correspondence_of(documents, period, corrections)
    warn_of(correspondence)
    if correspondence.messages:
        found = message_at(correspondence, where) if where is not None else str(id_)
        try:
            text = explanation(correspondence, found)
        except KeyError:
            fail(f"there is no message {found}; the ids stand in the export, or give a line with --at")
        put(text)
    leave(failed=failed or not correspondence.messages)


@main.command(short_help="Count the redaction marks by ground, law, place, unit or thread.")
@FILES
@click.option("--by", type=click.Choice(WAYS), help="What the marks are counted by; ground if nothing is said.")
@click.option("--differences", is_flag=True, help="List instead where two copies of one e-mail are redacted differently.")
@click.option("--json", "as_json", is_flag=True, help="Print the counts, or the differences, as JSON.")
@PERIOD
@CORRECTIONS
def redactions(
    *, files: tuple[str, ...], by: By | None, differences: bool, as_json: bool, period: Period | None, corrections: Corrections | None
) -> None:
    """Count the redaction marks, as printed: an e-mail in three copies counts with all three. FILE may be an export, too.

    With --differences it lists what one copy of an e-mail covers and another shows, or covers under another ground, both as they are printed.
    That is no statement that a redacted person is the one whom another copy names: look at the pages.

    \b
    Examples:
      lvvthreads redactions dossier.txt
      lvvthreads redactions dossier.json --by unit
      lvvthreads redactions part1.txt part2.txt --by place --json
      lvvthreads redactions dossier.txt --differences
    """
    if differences and by:
        message = "--by is for counts; --differences lists places"
        raise click.UsageError(message)
    documents, failed = documents_of(files)
    correspondence = correspondence_of(documents, period, corrections)
    warn_of(correspondence)
    if differences:
        _put_differences(correspondence, as_json=as_json)
    else:
        _put_counts(correspondence, by or "ground", as_json=as_json)
    leave(failed=failed or not correspondence.messages)


def _put_counts(correspondence: Correspondence, by: By, *, as_json: bool) -> None:
    """Print how many marks there are."""
    if as_json:
        counts = [{by: key, "marks": marks} for key, marks in correspondence.redaction_counts(by).items()]
        _put_json({"by": by, "marks": len(correspondence.redactions), "counts": counts})
    elif correspondence.redactions:
        put(counted(correspondence, by))
    else:
        say("No redaction mark was found.")


def _put_differences(correspondence: Correspondence, *, as_json: bool) -> None:
    """Print where copies are redacted differently."""
    found = correspondence.redaction_differences()
    if as_json:
        _put_json({"differences": [asdict(one) for one in found]})
    elif found:
        put(compared(correspondence, found))
    elif correspondence.messages:
        say("No two copies of an e-mail are redacted differently.")


def _put_json(value: dict[str, Any]) -> None:
    put_bytes((json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "backslashreplace"))


def _check_output(out: Path, files: tuple[str, ...], *, force: bool) -> None:
    """Refuse, before the long work, an output that would replace an input or an existing file."""
    try:
        exists = out.is_file()
    except OSError as error:
        fail(f"{out} cannot be written: {error.strerror or error}")
    if not exists:
        return
    if any(Path(file).is_file() and out.samefile(file) for file in files):
        message = f"{out} is one of the files to read; give another name to write to"
        raise click.UsageError(message)
    if not force:
        fail(f"{out} exists already; give another name, or --force to replace it")
