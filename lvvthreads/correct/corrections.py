"""All that a person says of a dossier: the file of corrections, read and written."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from lvvthreads.correct.entry import entry_of
from lvvthreads.correct.errors import CorrectionsError
from lvvthreads.correct.read import parse_corrections

if TYPE_CHECKING:
    from lvvthreads.correct.correction import Correction


@frozen(kw_only=True)
class Corrections:
    """What a person says of a dossier, in the order in which it was written; the first of two that contradict each other stands."""

    entries: tuple[Correction, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.entries)

    @classmethod
    def read(cls, path: str | os.PathLike[str]) -> Corrections:
        """Read a file of corrections; raise CorrectionsError, with what to do, if that cannot be done."""
        return cls.parse(text_of(path), name=Path(path).name)

    @classmethod
    def parse(cls, text: str, *, name: str = "corrections") -> Corrections:
        """Read corrections from a text in TOML."""
        return cls(entries=parse_corrections(text, name.encode("unicode_escape").decode("ascii") if not name.isprintable() else name))


def text_of(path: str | os.PathLike[str]) -> str:
    """Return the text of a file of corrections; raise CorrectionsError if it has none."""
    name = ascii(os.fspath(path))[1:-1] if not str(path).isprintable() else os.fspath(path)
    try:
        return Path(path).read_bytes().decode("utf-8")
    except FileNotFoundError:
        message = f"there is no file {name}; lvvthreads corrections add writes one"
    except UnicodeDecodeError:
        message = f"{name} is not UTF-8; save it as UTF-8"
    except (OSError, ValueError) as error:
        message = f"{name} cannot be read: {getattr(error, 'strerror', None) or error}"
    raise CorrectionsError(message)


def with_entry(text: str, correction: Correction) -> str:
    """Return the text of a file with one more entry behind all that stands there.

    Raises
    ------
    CorrectionsError
        If what stands there is not written so that an entry can be set behind it.

    """
    end = "\r\n" if "\r\n" in text else "\n"
    gap = "" if not text else end if text.endswith("\n") else end * 2
    more = text + gap + entry_of(correction).replace("\n", end)
    before = Corrections.parse(text)
    if len(Corrections.parse(more).entries) != len(before.entries) + 1:
        message = "no entry can be set behind what stands there"
        raise CorrectionsError(message)
    return more
