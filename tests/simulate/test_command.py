"""The command that invents a release."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from lvvthreads.cli import main
from lvvthreads.simulate import Settings, simulate

if TYPE_CHECKING:
    from pathlib import Path


def test_it_writes_what_the_library_invents(tmp_path: Path) -> None:
    """The options are the settings."""
    options = ["--messages", "40", "--noise", "0.5", "--cuts", "0", "--language", "en", "--law", "foia", "--seed", "9"]
    result = CliRunner().invoke(main, ["simulate", "-o", str(tmp_path / "new"), *options])
    assert result.exit_code == 0
    expected = simulate(Settings(messages=40, noise=0.5, cuts=0.0, language="en", law="foia", seed=9))
    mails = {message["same_as"] or message["id"] for message in expected.gold["messages"]}
    assert f"{len(mails)} messages in {len(expected.gold['messages'])} printed copies" in result.stderr
    assert (tmp_path / "new" / "release.txt").read_bytes().decode() == expected.text


def test_what_is_there_is_not_replaced(tmp_path: Path) -> None:
    """A folder with a release in it is refused, and stays as it is."""
    (tmp_path / "release.txt").write_text("mine", encoding="utf-8")
    result = CliRunner().invoke(main, ["simulate", "-o", str(tmp_path)])
    assert result.exit_code == 1
    assert "exists already" in result.stderr
    assert (tmp_path / "release.txt").read_text(encoding="utf-8") == "mine"


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    """One sentence, no traceback."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    result = CliRunner().invoke(main, ["simulate", "-o", str(tmp_path / "file" / "deeper")])
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: ")


@pytest.mark.parametrize("option", [["--noise", "2"], ["--law", "none-such"], ["--messages", "0"]])
def test_what_cannot_be_is_refused(tmp_path: Path, option: list[str]) -> None:
    """Numbers have their ranges, laws and languages their names."""
    assert CliRunner().invoke(main, ["simulate", "-o", str(tmp_path), *option]).exit_code == 2
