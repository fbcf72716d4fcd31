"""Files and standard input are read, and what cannot be read is said in one sentence with advice."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest

from lvvthreads.document import Document, read
from lvvthreads.document.errors import LvvthreadsError, UnreadableError


def test_a_document_is_named_after_its_file_without_the_folder(tmp_path: Path) -> None:
    """The same file gives the same document wherever it lies."""
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "dossier.txt").write_bytes(b"Van: a\r\n\fAan: b")
    first, second = read(tmp_path / "a" / "dossier.txt"), read(str(tmp_path / "b" / "dossier.txt"))
    assert first == second == Document(name="dossier.txt", text="Van: a\r\n\fAan: b")


def test_defects_of_decoding_are_kept(tmp_path: Path) -> None:
    """What was assumed about the file stays with the document."""
    (tmp_path / "oud.txt").write_bytes(b"Van: Jos\xe9\0")
    assert read(tmp_path / "oud.txt").defects == ("decoded-as-windows-1252", "nul-characters")


def test_a_document_is_returned_as_it_is() -> None:
    """Callers may mix paths and documents."""
    document = Document.from_text("Van: a")
    assert read(document) is document


def test_a_dash_reads_standard_input_as_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Standard input is decoded like a file, whatever the terminal's encoding."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Van: Jos\xe9"), encoding="ascii"))
    assert read("-") == Document(name="stdin", text="Van: José", defects=("decoded-as-windows-1252",))


def test_a_dash_reads_a_stream_of_text_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """A notebook may put a stream without bytes in the place of standard input."""
    monkeypatch.setattr(sys, "stdin", io.StringIO("Van: José"))
    assert read("-").text == "Van: José"


def test_no_standard_input_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program without a terminal has none."""
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(UnreadableError, match="no standard input"):
        read("-")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        pytest.param(b"%PDF-1.7\n%\xe2\xe3", "x.pdf is a PDF; for now convert it first: pdftotext -layout {} {}", id="PDF"),
        pytest.param(b"\r\n%PDF-1.4", "is a PDF", id="PDF after a blank line"),
        pytest.param(b"PK\x03\x04rest", "ZIP archive", id="ZIP"),
        pytest.param(b"\x1f\x8b\x08rest", "gunzip", id="gzip"),
        pytest.param(b"\x89PNG\r\n\x1a\nrest", "tesseract", id="PNG"),
        pytest.param(b"\xff\xd8\xff\xe0rest", "tesseract", id="JPEG"),
        pytest.param(b"II*\x00rest", "tesseract", id="TIFF"),
        pytest.param(b"MM\x00*rest", "tesseract", id="TIFF, big end first"),
        pytest.param(bytes(range(32)) * 4, "not text", id="control characters"),
        pytest.param(b"", "holds no text", id="empty"),
        pytest.param(b"\xef\xbb\xbf", "holds no text", id="a byte order mark alone"),
        pytest.param(b" \n\f\n\t", "holds no text", id="blank"),
    ],
)
def test_what_is_no_text_is_said_in_one_sentence(tmp_path: Path, content: bytes, says: str) -> None:
    """The message names the file, what it is and what to do."""
    path = tmp_path / "x.pdf"
    path.write_bytes(content)
    with pytest.raises(UnreadableError) as raised:
        read(path)
    assert says.format(path, path.with_suffix(".txt")) in str(raised.value)
    assert str(raised.value).startswith("x.pdf ")
    assert "\n" not in str(raised.value)


def test_the_advised_command_can_be_pasted_into_a_shell(tmp_path: Path) -> None:
    """Names with blanks and braces are quoted."""
    path = tmp_path / "besluit {1} b.pdf"
    path.write_bytes(b"%PDF-1.4")
    with pytest.raises(UnreadableError) as raised:
        read(path)
    assert str(raised.value).endswith(f"pdftotext -layout '{path}' '{tmp_path}/besluit {{1}} b.txt'")


@pytest.mark.parametrize(
    ("path", "says"),
    [
        pytest.param("geen.txt", "no file geen.txt", id="missing"),
        pytest.param("", "path is empty", id="empty path"),
        pytest.param("Van: a\nAan: b", "Document.from_text", id="text for a path"),
        pytest.param("a\0b", "Document.from_text", id="NUL in a path"),
        pytest.param("x" * 5000, "cannot be read", id="text of one line for a path"),
        pytest.param(".", "is a folder", id="folder"),
        pytest.param("vol.txt/x", "a file, not a folder", id="a file for a folder"),
    ],
)
def test_a_wrong_path_is_said_in_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str, says: str) -> None:
    """No traceback of the system reaches the user."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "vol.txt").write_text("Van: a", encoding="utf-8")
    with pytest.raises(LvvthreadsError) as raised:
        read(path)
    assert says in str(raised.value)
    assert len(str(raised.value)) < 300


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Permission is refused by the system; the test plays its part, for an administrator may read all."""

    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(UnreadableError, match="may not be read by you"):
        read(tmp_path / "x.txt")


@pytest.mark.parametrize("source", [b"Van: a", bytearray(b"a"), 3, None, ["x.txt"]])
def test_something_else_than_a_path_is_refused_with_advice(source: object) -> None:
    """Bytes for a path is misuse, and so is a list of paths."""
    with pytest.raises(TypeError, match=r"takes a path, not \w+; "):
        read(source)  # type: ignore[arg-type]


@pytest.mark.skipif(os.name == "nt" or sys.platform == "darwin", reason="these file systems take only Unicode names")
def test_a_name_that_is_no_unicode_can_be_printed(tmp_path: Path) -> None:
    """The name of a document never raises when it is shown or exported."""
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    Path(os.fsdecode(path)).write_text("Van: a", encoding="utf-8")
    assert read(os.fsdecode(path)).name == "caf\ufffd.txt"
