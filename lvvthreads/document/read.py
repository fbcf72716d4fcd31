"""A path in, a Document out.

The file is read whole and decoded (:mod:`lvvthreads.document.decode`); its characters, line ends included, stay as they are.
What cannot be read as text raises one :class:`UnreadableError` whose message is a sentence with advice;
what can be read but is odd becomes a defect of the document.
"""

from __future__ import annotations

import os
import shlex
import sys
from pathlib import Path

from attrs import evolve

from lvvthreads.document.decode import decode, is_binary
from lvvthreads.document.document import Document
from lvvthreads.document.errors import UnreadableError

#: The path that stands for standard input.
_STDIN = "-"

#: How files that are no text begin: first bytes, what it is, what to do ("{path}", "{stem}" and "{text}" are filled in, quoted for a shell).
_MAGIC = (
    (b"%PDF-", "a PDF", "for now convert it first: pdftotext -layout {path} {text}"),
    (b"PK\x03\x04", "a ZIP archive (or a .docx, .xlsx or .odt)", "unpack it, or save it as plain text, and give the text files"),
    (b"\x1f\x8b", "a gzip archive", "unpack it first: gunzip -k {path}"),
    (b"BZh91AY&SY", "a bzip2 archive", "unpack it first: bunzip2 -k {path}"),
    (b"\xfd7zXZ\x00", "an xz archive", "unpack it first: unxz -k {path}"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", "unpack it and give the text files"),
    (b"Rar!\x1a\x07", "a RAR archive", "unpack it and give the text files"),
    (b"\x89PNG\r\n\x1a\n", "an image (PNG)", "make text of it first, for instance: tesseract {path} {stem} -l nld"),
    (b"\xff\xd8\xff", "an image (JPEG)", "make text of it first, for instance: tesseract {path} {stem} -l nld"),
    (b"II*\x00", "an image (TIFF)", "make text of it first, for instance: tesseract {path} {stem} -l nld"),
    (b"MM\x00*", "an image (TIFF)", "make text of it first, for instance: tesseract {path} {stem} -l nld"),
    (b"GIF8", "an image (GIF)", "make text of it first, for instance: tesseract {path} {stem} -l nld"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office or Outlook file (.doc, .xls, .msg)", "save it as plain text first"),
    (b"SQLite format 3\x00", "an SQLite database", "give the text files it was made from"),
    (b"{\\rtf", "a rich text file (RTF)", "save it as plain text first"),
)

#: So many first bytes tell what a file is, blanks before it included.
_HEAD = 1024

#: Characters that show nothing: a text of these alone is none.
_NOTHING = " \t\r\n\f\v\0\xa0\ufeff"


def read(source: str | os.PathLike[str] | Document = _STDIN) -> Document:
    """Read a file, or standard input for ``"-"``; a Document is returned as it is.

    The document is named after the file, without its folder: the same file gives the same document wherever it lies.

    Raises
    ------
    UnreadableError
        If there is no such file, or it cannot be read, or holds no text.
    TypeError
        If something else than a path is given, for instance the bytes of a file.

    """
    if isinstance(source, Document):
        return source
    path = _path(source)
    if path == _STDIN:
        return _document(_standard_input(), name="stdin", path=_STDIN)
    return _document(_content(path), name=_shown(Path(path).name), path=path)


def _path(source: str | os.PathLike[str]) -> str:
    """Return the path as a string; raise for what is none."""
    if isinstance(source, bytes | bytearray | memoryview):
        message = "read() takes a path, not bytes; decode them and use Document.from_text, or give the path of the file"
        raise TypeError(message)
    if not isinstance(source, str | os.PathLike):
        message = f"read() takes a path, not {type(source).__name__}; give a str or Path, or '-' for standard input"
        raise TypeError(message)
    path = os.fsdecode(source)
    if not path:
        message = "the path is empty; give the name of a file, or '-' for standard input"
        raise UnreadableError(message)
    if "\n" in path or "\0" in path:
        message = "this looks like text, not like the path of a file; use Document.from_text for text"
        raise UnreadableError(message)
    return path


def _content(path: str) -> bytes:
    """Return the bytes of a file; raise one sentence for whatever hinders."""
    shown = _shown(path)
    try:
        return Path(path).read_bytes()
    except FileNotFoundError:
        message = f"there is no file {shown}; check the spelling and the folder"
    except NotADirectoryError:
        message = f"there is no file {shown}: a part of its path is a file, not a folder"
    except IsADirectoryError:
        message = f"{shown} is a folder; give the files in it, for instance {shlex.quote(shown.rstrip('/'))}/*.txt"
    except PermissionError:
        # Windows says this of a folder too.
        if Path(path).is_dir():
            message = f"{shown} is a folder; give the files in it"
        else:
            message = f"{shown} may not be read by you; ask for permission, or copy it to a place of your own"
    except OSError as error:
        message = f"{shown[:200]} cannot be read: {error.strerror or error}"
    raise UnreadableError(message) from None


def _standard_input() -> bytes:
    """Return what stands on standard input, as bytes where it has them."""
    if sys.stdin is None:
        message = "there is no standard input to read; give the name of a file"
        raise UnreadableError(message)
    # Notebooks and tests put a stream of text in the place of standard input.
    stream = getattr(sys.stdin, "buffer", sys.stdin)
    content: bytes | str = stream.read()
    return content.encode("utf-8", "replace") if isinstance(content, str) else content


def _document(content: bytes, *, name: str, path: str) -> Document:
    """Decode the bytes; raise for what is no text."""
    head = content[:_HEAD].lstrip()
    for magic, what, advice in _MAGIC:
        if head.startswith(magic):
            message = f"{name} is {what}; {_filled(advice, path)}"
            raise UnreadableError(message)
    text, defects = decode(content)
    if not text.strip(_NOTHING):
        message = f"{name} holds no text; if it comes from a scan, its pages need OCR first"
        raise UnreadableError(message)
    if is_binary(text):
        message = f"{name} is not text (too many control characters); save or convert it as plain text, best in UTF-8"
        raise UnreadableError(message)
    return evolve(Document.from_text(text, name=name), defects=defects)


def _filled(advice: str, path: str) -> str:
    """Fill the path into the advice, quoted as a shell needs it."""
    file = Path("FILE" if path == _STDIN else _shown(path))
    names = {"path": file, "stem": file.with_suffix(""), "text": file.with_suffix(".txt")}
    return advice.format(**{key: shlex.quote(str(name)) for key, name in names.items()})


def _shown(path: str) -> str:
    """Return a path that can be printed and exported whatever bytes the file system has in it."""
    return os.fsencode(path).decode("utf-8", "replace")
