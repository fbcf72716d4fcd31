"""Read the picture of a page with tesseract."""

from __future__ import annotations

import os
import shutil
import subprocess

from lvvthreads.document.errors import LvvthreadsError

_LANGUAGES = ("nld", "eng")
_INSTALL = "install it (on Debian: apt-get install tesseract-ocr tesseract-ocr-nld)"
#: One uniform block of text: labels and values stay on one line.
_SEGMENTATION = "6"


def check() -> None:
    """Raise LvvthreadsError, with what to install, if pages cannot be read here."""
    if shutil.which("tesseract") is None:
        message = f"reading pages needs the program tesseract; {_INSTALL}"
        raise LvvthreadsError(message)
    known = _run("--list-langs").decode(errors="replace").split()
    if missing := [language for language in _LANGUAGES if language not in known]:
        message = f"reading pages needs tesseract's language {' and '.join(missing)}; {_INSTALL}"
        raise LvvthreadsError(message)


def read(picture: bytes, dpi: int) -> list[str]:
    """Return the lines of a page, given as PNG."""
    arguments = ("stdin", "stdout", "-l", "+".join(_LANGUAGES), "--psm", _SEGMENTATION, "--dpi", str(dpi))
    text = _run(*arguments, given=picture).decode(errors="replace")
    return [line.rstrip() for line in text.replace("\f", "").rstrip().split("\n")]


def _run(*arguments: str, given: bytes | None = None) -> bytes:
    """Run tesseract on one processor: several pages are read side by side."""
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    done = subprocess.run(["tesseract", *arguments], input=given, capture_output=True, check=False, env=environment)  # noqa: S603, S607 - the program of that name is meant
    if done.returncode:
        message = f"tesseract failed: {done.stderr.decode(errors='replace').strip() or done.returncode}"
        raise LvvthreadsError(message)
    return done.stdout
