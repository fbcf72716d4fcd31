"""A path and a text in, a whole file out: either all of the text is there in the end, or the file is as it was.

The text goes to a temporary file in the same folder, which then takes the name in one step;
a crash, a full disk or a second program that writes at the same time leaves no half file behind.
"""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path

from lvvthreads.document.errors import LvvthreadsError


def write_whole(path: str | os.PathLike[str], text: str, *, force: bool = False) -> None:
    """Write the text as UTF-8, its line ends as they are; an existing file only with ``force``.

    A link is followed, a replaced file keeps its permissions, and to a device (``/dev/stdout``) the text is written straight.

    Raises
    ------
    LvvthreadsError
        If the file exists, its folder does not, or the system refuses to write it.

    """
    target = Path(os.path.realpath(path))
    try:
        _write(target, text.encode("utf-8", "backslashreplace"), force=force)
    except FileExistsError:
        message = f"{os.fspath(path)} exists already; give another name, or --force to replace it"
    except IsADirectoryError:
        message = f"{os.fspath(path)} is a folder; give the name of a file in it"
    except (FileNotFoundError, NotADirectoryError):
        message = f"there is no folder {target.parent} to write {target.name} into; make it first, or give another path"
    except PermissionError:
        message = f"{os.fspath(path)} may not be written by you; give a path in a folder of your own"
    except OSError as error:
        message = f"{os.fspath(path)} cannot be written: {error.strerror or error}"
    else:
        return
    raise LvvthreadsError(message) from None


def _write(target: Path, content: bytes, *, force: bool) -> None:
    """Write by way of a temporary file; raise OSError."""
    if target.is_dir():
        raise IsADirectoryError
    if target.exists() and not target.is_file():
        target.write_bytes(content)
        return
    if target.exists() and not force:
        raise FileExistsError
    temporary = target.with_name(f".{target.name[:100]}.{secrets.token_hex(4)}.tmp")
    try:
        _write_new(temporary, content)
        if force:
            _replace(temporary, target)
        else:
            _take_free_name(temporary, target)
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def _write_new(path: Path, content: bytes) -> None:
    """Write a file that is new, with the permissions that the user's umask leaves, down to the disk."""
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _replace(temporary: Path, target: Path) -> None:
    """Put the file in the place of the other, with its permissions."""
    with suppress(FileNotFoundError):
        temporary.chmod(target.stat().st_mode & 0o777)
    temporary.replace(target)


def _take_free_name(temporary: Path, target: Path) -> None:
    """Give the file its name if that is still free; raise FileExistsError if another program took it meanwhile."""
    try:
        os.link(temporary, target)
    except FileExistsError:
        raise
    except OSError:
        # Some file systems (FAT, some network folders) have no hard links; a moment remains between the question and the step.
        if target.exists():
            raise FileExistsError from None
        temporary.replace(target)
