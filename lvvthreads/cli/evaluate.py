"""The command that measures an export against a gold annotation."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from lvvthreads import evaluate as judging
from lvvthreads.cli.speak import or_fail, put
from lvvthreads.document.errors import LvvthreadsError
from lvvthreads.document.read import read

_Lines = tuple[int, int]


def _checked_lines(_context: click.Context, _parameter: click.Parameter, value: str | None) -> _Lines | None:
    """Let the first and the last line through."""
    if value is None:
        return None
    first, _, last = value.partition("-")
    if not all(part.isascii() and part.isdigit() for part in (first, last)) or not 1 <= int(first) <= int(last):
        message = f"{value!r} is not a first and a last line, for instance: --lines 1-500"
        raise click.BadParameter(message)
    return int(first), int(last)


@click.command(short_help="Measure an export against what a careful reader found.")
@click.argument("export")
@click.argument("gold")
@click.option("--redactions", metavar="MARKS", help="The redaction marks of the gold, JSON Lines; judged by line and ground.")
@click.option("--lines", metavar="A-B", callback=_checked_lines, help="Judge only headers and marks that begin in these lines.")
@click.option("--errors", is_flag=True, help="List everything that is wrong, with the lines of the text beside it.")
@click.option(
    "--text", "files", metavar="FILE", multiple=True, help="A text the export was made of; by default those beside GOLD are taken."
)
@click.option(
    "--bootstrap", "resamples", metavar="N", type=click.IntRange(0, 1_000_000), default=1000, help="Draws for the intervals, 0 for none."
)
@click.option("--seed", metavar="N", type=click.IntRange(0), default=0, help="Where the draws begin; the same gives the same intervals.")
@click.option("--json", "as_json", is_flag=True, help="Write the figures and intervals as JSON.")
def evaluate(
    *,
    export: str,
    gold: str,
    redactions: str | None,
    lines: _Lines | None,
    errors: bool,
    files: tuple[str, ...],
    as_json: bool,
    **draws: int,
) -> None:
    """Measure EXPORT, as "lvvthreads export" writes it, against GOLD, what a careful reader found in the same text.

    GOLD is a JSON file; the README says how to write one for a few pages of your own.

    \b
    Examples:
      lvvthreads evaluate dossier.json dossier.gold.json
      lvvthreads evaluate dossier.json dossier.gold.json --errors | less
      lvvthreads evaluate dossier.json dossier.gold.json --json --seed 7 --bootstrap 10000
      lvvthreads export dossier.txt | lvvthreads evaluate - dossier.gold.json --lines 1-500
    """
    if files and not errors:
        message = "--text is for the lines beside errors; give --errors too"
        raise click.UsageError(message)
    if [export, gold, redactions].count("-") > 1:
        message = "standard input can be only one of the files"
        raise click.UsageError(message)
    found = or_fail(lambda: judging.found_of(_parsed(export), _name(export)))
    annotated = or_fail(lambda: judging.gold_of(_parsed(gold), _name(gold)))
    marks = or_fail(lambda: judging.marks_of(_parsed_lines(redactions), _name(redactions))) if redactions else None
    texts = or_fail(lambda: _texts(found, gold, files)) if errors else None
    result = judging.evaluate(found, annotated, marks=marks, lines=lines, **draws)
    put(judging.as_json(result, texts) if as_json else judging.as_table(result, texts))


def _parsed(file: str) -> Any:
    """Read a file of JSON; raise LvvthreadsError for what is none."""
    return _json(read(file).text.removeprefix("\ufeff"), _name(file))


def _parsed_lines(file: str) -> list[Any]:
    """Read a file of JSON Lines; blank lines are passed over."""
    lines = enumerate(read(file).text.removeprefix("\ufeff").split("\n"), start=1)
    return [_json(line, f"line {number} of {_name(file)}") for number, line in lines if line.strip()]


def _json(text: str, what: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        message = f"{what} is not JSON ({error})"
        raise LvvthreadsError(message) from error


def _texts(found: judging.Found, gold: str, files: tuple[str, ...]) -> judging.Texts:
    """Return the texts that are given, or else those found beside the gold."""
    if files:
        return judging.texts_given(found, [read(file) for file in files])
    return {} if gold == "-" else judging.texts_beside(found, Path(gold).parent)


def _name(file: str) -> str:
    return "standard input" if file == "-" else Path(file).name
