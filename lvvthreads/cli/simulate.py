"""The command that invents a release whose truth is known."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from lvvthreads.cli.speak import fail, or_fail, progress, say
from lvvthreads.simulate import QUALITIES, Settings, simulate_on_paper
from lvvthreads.simulate import simulate as invented
from lvvthreads.simulate.release import LANGUAGES, LAW_NAMES
from lvvthreads.view.wording import count

if TYPE_CHECKING:
    from collections.abc import Callable


@click.command(short_help="Invent a release whose truth is known.")
@click.option("-o", "--output", "out", metavar="DIR", required=True, help="The folder to write into; made if it is not there.")
@click.option(
    "--messages", metavar="N", type=click.IntRange(1, 1_000_000), default=200, show_default=True, help="How many e-mails are written."
)
@click.option(
    "--noise", metavar="X", type=click.FloatRange(0, 1), default=0.0, show_default=True, help="0 is clean text, 0.5 a poor scan, 1 ruin."
)
@click.option("--language", type=click.Choice(LANGUAGES), default="nl", show_default=True, help="The language of the mail programs.")
@click.option(
    "--law", type=click.Choice(LAW_NAMES), default="woo", show_default=True, help="The law of the marks; blank, bars or none at all."
)
@click.option(
    "--cuts", metavar="X", type=click.FloatRange(0, 1), default=0.1, show_default=True, help="How often a quoted tail is left out."
)
@click.option(
    "--others",
    metavar="X",
    type=click.FloatRange(0, 1),
    default=0.1,
    show_default=True,
    help="How often a memo, letter or table lies between.",
)
@click.option(
    "--route",
    type=click.Choice(["text", "paper"]),
    default="text",
    show_default=True,
    help="paper: draw pages, wear them, and read them with tesseract.",
)
@click.option("--quality", type=click.Choice(QUALITIES), default="scan", show_default=True, help="How pages are worn on the paper route.")
@click.option(
    "--seed",
    metavar="N",
    type=click.IntRange(0),
    default=1,
    show_default=True,
    help="Where chance begins; the same gives the same release.",
)
def simulate(*, out: str, route: str, quality: str, **settings: float) -> None:
    """Invent a release of e-mails with its truth, to measure how well e-mails like yours are put together.

    Into DIR go release.txt, release.gold.json (what a careful reader can find in it) and release.redactions.jsonl (its marks).

    On the paper route pages are drawn, worn as by a scanner, a copier or a fax machine, and read with tesseract; --noise has no effect then.

    \b
    Examples:
      lvvthreads simulate -o invented --messages 300 --noise 0.5
      lvvthreads export invented/release.txt -o invented/release.json
      lvvthreads evaluate invented/release.json invented/release.gold.json --redactions invented/release.redactions.jsonl
    """
    folder = Path(out)
    _or_say(lambda: _refuse_existing(folder), out)
    progress("inventing")
    asked = Settings(**settings)  # type: ignore[arg-type]  # click has checked them
    release = or_fail(lambda: simulate_on_paper(asked, quality)) if route == "paper" else invented(asked)
    _or_say(lambda: release.write(folder), out)
    mails = {message["same_as"] or message["id"] for message in release.gold["messages"]}
    say(f"{count(len(mails), 'message')} in {count(len(release.gold['messages']), 'printed copy', 'printed copies')}, written to {out}")


def _refuse_existing(folder: Path) -> None:
    """Refuse, before the long work, a folder that holds a release already."""
    for path in folder.glob("release.*"):
        raise FileExistsError(path)


def _or_say(work: Callable[[], object], out: str) -> None:
    """Do what touches files, and say in one sentence what kept it from being done."""
    try:
        work()
    except FileExistsError as error:
        fail(f"{error.args[0] if error.args else out} exists already; give another folder")
    except NotADirectoryError:
        fail(f"{out} is no folder; give another name")
    except OSError as error:
        fail(f"{out} cannot be written: {error.strerror or error}")
