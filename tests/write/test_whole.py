"""A file is written whole or not at all, and never over another by accident."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from lvvthreads.document.errors import LvvthreadsError
from lvvthreads.write import write_whole

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="permissions, links and devices as POSIX has them")


def names(folder: Path) -> list[str]:
    """Return what is in the folder."""
    return [path.name for path in folder.iterdir()]


def full_disk(_: int) -> None:
    """Stand in for a disk that is full when the bytes go down to it."""
    raise OSError(28, "No space left on device")


def test_a_new_file_holds_the_text(tmp_path: Path) -> None:
    """UTF-8, line ends as they are, and nothing else in the folder."""
    write_whole(tmp_path / "uit.json", "José\r\n€\n")
    assert (tmp_path / "uit.json").read_bytes() == "José\r\n€\n".encode()
    assert names(tmp_path) == ["uit.json"]


def test_a_text_that_utf_8_cannot_hold_is_escaped(tmp_path: Path) -> None:
    """Half a surrogate pair never costs the user the whole file."""
    write_whole(tmp_path / "uit.txt", "a\ud83db")
    assert (tmp_path / "uit.txt").read_bytes() == b"a\\ud83db"


def test_an_existing_file_is_kept(tmp_path: Path) -> None:
    """Without force nothing is replaced, and the message says how to."""
    (tmp_path / "uit.json").write_text("oud", encoding="utf-8")
    with pytest.raises(LvvthreadsError, match=r"exists already; .*--force"):
        write_whole(tmp_path / "uit.json", "nieuw")
    assert (tmp_path / "uit.json").read_text(encoding="utf-8") == "oud"
    assert names(tmp_path) == ["uit.json"]


def test_force_replaces_an_existing_file(tmp_path: Path) -> None:
    """And makes a new one where there is none."""
    for text in ("een", "twee"):
        write_whole(tmp_path / "uit.json", text, force=True)
        assert (tmp_path / "uit.json").read_text(encoding="utf-8") == text
    assert names(tmp_path) == ["uit.json"]


@pytest.mark.parametrize("force", [False, True])
def test_a_full_disk_leaves_everything_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, force: bool) -> None:
    """No half file, no temporary file, and the old one is still there."""
    if force:
        (tmp_path / "uit.json").write_text("oud", encoding="utf-8")
    before = names(tmp_path)
    monkeypatch.setattr(os, "fsync", full_disk)
    with pytest.raises(LvvthreadsError, match="No space left on device"):
        write_whole(tmp_path / "uit.json", "nieuw", force=force)
    assert names(tmp_path) == before
    assert not force or (tmp_path / "uit.json").read_text(encoding="utf-8") == "oud"


def test_a_file_that_another_program_makes_meanwhile_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The name is taken in one step that fails if it is no longer free."""
    monkeypatch.setattr(os, "fsync", lambda _: (tmp_path / "uit.json").write_text("ander", encoding="utf-8"))
    with pytest.raises(LvvthreadsError, match="exists already"):
        write_whole(tmp_path / "uit.json", "nieuw")
    assert (tmp_path / "uit.json").read_text(encoding="utf-8") == "ander"
    assert names(tmp_path) == ["uit.json"]


def test_a_file_system_without_hard_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Memory sticks and some network folders have none."""

    def refuse(*_: object) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(os, "link", refuse)
    write_whole(tmp_path / "uit.json", "nieuw")
    assert (tmp_path / "uit.json").read_text(encoding="utf-8") == "nieuw"
    assert names(tmp_path) == ["uit.json"]


@pytest.mark.parametrize(
    ("path", "says"),
    [
        pytest.param("geen/uit.json", "there is no folder", id="missing folder"),
        pytest.param("bestand/uit.json", "there is no folder", id="a file for a folder"),
        pytest.param(".", "is a folder; give the name of a file in it", id="folder"),
        pytest.param("x" * 300, "cannot be written", id="name too long"),
    ],
)
def test_a_wrong_path_is_said_in_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str, says: str) -> None:
    """No traceback of the system reaches the user, and nothing is left behind."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bestand").write_text("x", encoding="utf-8")
    with pytest.raises(LvvthreadsError, match=says):
        write_whole(path, "x")
    assert names(tmp_path) == ["bestand"]


@POSIX
def test_permissions_are_those_of_any_new_file(tmp_path: Path) -> None:
    """The umask decides, not the temporary file; a replaced file keeps its own."""
    before = os.umask(0o027)
    try:
        write_whole(tmp_path / "uit.json", "een")
    finally:
        os.umask(before)
    assert (tmp_path / "uit.json").stat().st_mode & 0o777 == 0o640
    (tmp_path / "uit.json").chmod(0o604)
    write_whole(tmp_path / "uit.json", "twee", force=True)
    assert (tmp_path / "uit.json").stat().st_mode & 0o777 == 0o604


@POSIX
def test_a_link_is_followed(tmp_path: Path) -> None:
    """The file behind the link is replaced, the link stays a link."""
    (tmp_path / "echt.json").write_text("oud", encoding="utf-8")
    (tmp_path / "link.json").symlink_to("echt.json")
    write_whole(tmp_path / "link.json", "nieuw", force=True)
    assert (tmp_path / "link.json").is_symlink()
    assert (tmp_path / "echt.json").read_text(encoding="utf-8") == "nieuw"


@POSIX
def test_a_device_is_written_straight() -> None:
    """``-o /dev/null`` needs no force and replaces no device."""
    write_whole(os.devnull, "weg")
    assert not Path(os.devnull).is_file()
