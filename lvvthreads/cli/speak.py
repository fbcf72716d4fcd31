"""What the commands say, and where: results on standard output, all else on standard error; how they end."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, NoReturn, TypeVar

import click

from lvvthreads.correct.errors import CorrectionsError
from lvvthreads.document.errors import LvvthreadsError
from lvvthreads.view.harmless import harmless

if TYPE_CHECKING:
    from collections.abc import Callable

_Result = TypeVar("_Result")

#: What tree lines become where the terminal's encoding has none.
_ASCII_LINES = str.maketrans({"├": "|", "└": "`", "│": "|", "─": "-", "╌": "-", "…": "~"})


def put(text: str) -> None:
    """Write text for people to standard output, whatever its encoding; what is foreign in it has no power over a terminal."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        text = text.translate(_ASCII_LINES)
    lines = (harmless(line) for line in text.split("\n"))
    put_bytes("\n".join(lines).encode(encoding, "backslashreplace"))


def put_bytes(content: bytes) -> None:
    """Write to standard output; a reader that leaves early (``| head``) is no error, click ends the program silently."""
    if sys.stdout is None:
        fail("there is no standard output to write to")
    try:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        # What could not be written still waits in the buffer, and would fail once more when Python ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        fail(f"standard output cannot be written: {error.strerror or error}")


def say(sentence: str) -> None:
    """Say something about the work, on standard error."""
    progress("")
    click.echo(harmless(sentence), err=True)


def progress(stage: str) -> None:
    """Show on a terminal what is being done; an empty stage takes the last one away."""
    if sys.stderr is not None and sys.stderr.isatty():
        click.echo(f"\r\x1b[K{harmless(stage)[:78]}", err=True, nl=False)


def or_fail(work: Callable[[], _Result]) -> _Result:
    """Return what the work returns; turn the error that advises the user into the end of the program."""
    try:
        return work()
    except CorrectionsError as error:
        say(f"Error: {error}")
        click.get_current_context().exit(2)
    except LvvthreadsError as error:
        fail(str(error))


def fail(sentence: str) -> NoReturn:
    """Say what went wrong and leave."""
    say(f"Error: {sentence}")
    leave(failed=True)


def leave(*, failed: bool) -> NoReturn:
    """End the command."""
    click.get_current_context().exit(1 if failed else 0)
