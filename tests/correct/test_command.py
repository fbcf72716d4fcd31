"""The commands for corrections: what they write, say, refuse, and end with."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from lvvthreads import Corrections
from lvvthreads.cli import main
from tests.correct.release import ANSWERS, ANSWERS_TOO, LUNCHES, RELEASE


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder that has the release."""
    monkeypatch.chdir(tmp_path)
    Path("haven.txt").write_text(RELEASE, encoding="utf-8")
    return tmp_path


def run(*arguments: str, **options: Any) -> Result:
    """Run the command, with the given words."""
    return CliRunner().invoke(main, arguments, catch_exceptions=False, **options)


def add(*arguments: str) -> Result:
    """Add a correction of the release."""
    return run("corrections", "add", "haven.txt", "--to", "mine.toml", *arguments)


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--sent", "2024-03-16"], "haven.txt:30 was sent 2024-03-16"),
        (["--subject", "RE: Lunch"], "haven.txt:30 has the subject RE: Lunch"),
        (["--replies-to", "9"], "haven.txt:30 replies to haven.txt:9"),
        (["--forwards", "haven.txt:10"], "haven.txt:30 forwards haven.txt:9"),
        (["--not-parent", "9"], "haven.txt:30 neither replies to nor forwards haven.txt:9"),
        (["--no-parent"], "haven.txt:30 replies to nothing that is here"),
        (["--same-as", "23"], "haven.txt:30 and haven.txt:23 are one e-mail"),
        (["--not-same-as", "23"], "haven.txt:30 and haven.txt:23 are two e-mails"),
        (["--no-header"], "haven.txt:30 is no header"),
    ],
)
def test_add_writes_each_kind(options: list[str], says: str) -> None:
    """Into a new file, which is then obeyed."""
    result = add("--at", str(LUNCHES), *options)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", f"Correction 1, added to mine.toml: {says}.\n")
    assert run("corrections", "list", "mine.toml").stdout == f"  1  {says}\n"
    checked = run("corrections", "check", "haven.txt", "--corrections", "mine.toml")
    assert (checked.exit_code, checked.stdout) == (0, f"  1  applied      {says}\n1 of 1 correction applied\n")


def test_add_takes_the_lines_of_a_header() -> None:
    """Its first and its last, or one alone."""
    assert add("--at", "30-33", "--header").exit_code == 0
    (entry,) = Corrections.read("mine.toml").entries
    assert (entry.kind, entry.at.line, len(entry.at.quote)) == ("header", 30, 4)
    assert add("--at", "33-30", "--header").exit_code == 2
    assert "too little is left of labels" in add("--at", "35", "--header").stderr


def test_add_takes_an_id() -> None:
    """As the export has it; what is kept is the place."""
    run("export", "haven.txt", "-o", "haven.json")
    id_ = json.loads(Path("haven.json").read_text(encoding="utf-8"))["messages"][-1]["id"]
    assert add("--at", id_, "--no-parent").exit_code == 0
    assert id_ not in Path("mine.toml").read_text(encoding="utf-8")


def test_add_leaves_what_stands_there() -> None:
    """Comments and all; and says what is said already."""
    add("--at", "30", "--no-parent", "--by", "A. Bos", "--on", "2026-05-31", "--why", 'she said "no"')
    before = Path("mine.toml").read_text(encoding="utf-8").replace("[[", "# mijn eigen woorden\n[[", 1)
    Path("mine.toml").write_text(before, encoding="utf-8")
    assert add("--at", "9", "--sent", "2024-03-19T10:30").exit_code == 0
    assert Path("mine.toml").read_text(encoding="utf-8").startswith(before + "\n[[correction]]\n")
    again = add("--at", "31", "--no-parent")
    assert (again.exit_code, again.stderr) == (1, "Error: that is said already, by correction 1\n")
    assert run("corrections", "list", "mine.toml").stdout.splitlines()[:2] == [
        "  1  haven.txt:30 replies to nothing that is here",
        '     A. Bos on 2026-05-31: she said "no"',
    ]


def test_add_refuses_what_cannot_be_obeyed() -> None:
    """And writes nothing."""
    add("--at", str(LUNCHES), "--replies-to", str(ANSWERS))
    before = Path("mine.toml").read_bytes()
    result = add("--at", str(LUNCHES), "--replies-to", str(ANSWERS_TOO))
    assert result.exit_code == 1
    assert "this cannot be obeyed, and is not added: correction 1 gives it another parent" in result.stderr
    assert Path("mine.toml").read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "status", "sentence"),
    [
        (["--at", "30"], 2, "say one thing of the e-mail, with one of --sent, --subject"),
        (["--at", "30", "--no-parent", "--no-header"], 2, "say one thing of the e-mail"),
        (["--at", "30", "--sent", "gisteren"], 2, "the value is 'gisteren', and no moment such as"),
        (["--at", "30", "--no-parent", "--on", "mei"], 2, "on is 'mei', and no day"),
        (["--at", "x", "--no-parent"], 2, "give --at LINE or --at FILE:LINE"),
        (["--at", "30", "--same-as", "x"], 2, "give --same-as LINE or --same-as FILE:LINE"),
        (["--at", "999", "--no-parent"], 1, "haven.txt has no line 999"),
        (["--at", "35", "--no-header"], 1, "no header was found at line 35 of haven.txt"),
        (["--at", "30", "--same-as", "31"], 1, "both places are of one and the same header"),
    ],
)
def test_add_says_what_is_mistyped(arguments: list[str], status: int, sentence: str) -> None:
    """2 for what is mistyped, 1 for what is not there or does not fit; nothing is written."""
    result = add(*arguments)
    assert (result.exit_code, result.stdout) == (status, "")
    assert sentence in " ".join(result.stderr.split())
    assert not Path("mine.toml").exists()


def test_add_never_writes_into_what_it_reads() -> None:
    """Nor into a file that holds something else; nor does it read an export, which has no lines to quote."""
    assert run("corrections", "add", "haven.txt", "--to", "haven.txt", "--at", "30", "--no-parent").exit_code == 2
    Path("other.txt").write_text("Beste,", encoding="utf-8")
    assert run("corrections", "add", "haven.txt", "--to", "other.txt", "--at", "30", "--no-parent").exit_code == 2
    assert run("corrections", "add", "haven.txt", "--to", "-", "--at", "30", "--no-parent").exit_code == 2
    assert Path("other.txt").read_text(encoding="utf-8") == "Beste,"
    assert Path("haven.txt").read_text(encoding="utf-8") == RELEASE
    run("export", "haven.txt", "-o", "haven.json")
    result = run("corrections", "add", "haven.json", "--to", "mine.toml", "--at", "30", "--no-parent")
    assert (result.exit_code, "give the files it was made from" in result.stderr) == (2, True)


def test_all_commands_obey() -> None:
    """And warn of what does not fit, without failing for it."""
    add("--at", "30", "--subject", "Diner")
    add("--at", "9", "--no-parent")
    for command in ("show", "headers", "export"):
        assert "Diner" in run(command, "haven.txt", "--corrections", "mine.toml").stdout or command == "headers"
    explained = run("explain", "haven.txt", "--at", "30", "--corrections", "mine.toml").stdout
    assert "What a person says of it\n  1  haven.txt:30 has the subject Diner\n" in explained
    Path("haven.txt").write_text(RELEASE.split("\fVan: G. Mol")[0], encoding="utf-8")
    result = run("redactions", "haven.txt", "--corrections", "mine.toml")
    assert result.stderr.startswith(
        "Warning: correction 1 is not applied (haven.txt:30 has the subject Diner): its lines are no longer found in haven.txt: Van: G. Mol."
    )
    assert result.exit_code == 0
    checked = run("corrections", "check", "haven.txt", "--corrections", "mine.toml")
    assert (checked.exit_code, checked.stdout.splitlines()) == (
        1,
        [
            "  1  NOT APPLIED  haven.txt:30 has the subject Diner",
            "     its lines are no longer found in haven.txt: Van: G. Mol",
            "  2  applied      haven.txt:9 replies to nothing that is here",
            "1 of 2 corrections applied",
        ],
    )
    Path("haven.txt").rename("kade.txt")
    assert (
        run("show", "kade.txt", "--corrections", "mine.toml").stderr
        == "Warning: 2 corrections not applied, for files that were not given.\n"
    )


def test_an_export_is_shown_as_it_is() -> None:
    """It is not corrected afterwards."""
    add("--at", "30", "--no-parent")
    run("export", "haven.txt", "-o", "haven.json", "--corrections", "mine.toml")
    assert json.loads(Path("haven.json").read_text(encoding="utf-8"))["corrections"][0]["applied"] is True
    assert run("show", "haven.json", "--corrections", "mine.toml").exit_code == 2
    assert "What a person says of it" in run("explain", "haven.json", "--at", "30").stdout


def test_broken_corrections_are_a_usage_error() -> None:
    """For every command that reads them, before the long work; hostile signs in them stay without power."""
    Path("mine.toml").write_text('[[correction]]\nkind = "\\u001b[2J"\n', encoding="utf-8")
    for command in (["show", "haven.txt"], ["corrections", "check", "haven.txt"], ["explain", "haven.txt", "--at", "30"]):
        result = run(*command, "--corrections", "mine.toml")
        assert (result.exit_code, result.stdout) == (2, "")
        assert "correction 1 (line 1) of mine.toml" in " ".join(result.stderr.split())
        assert "\x1b" not in result.stderr
    assert run("corrections", "list", "mine.toml").exit_code == 2
    assert run("corrections", "list", "none.toml").exit_code == 2
    assert add("--at", "30", "--no-parent").exit_code == 2


def test_hostile_reasons_are_shown_harmless() -> None:
    """What a person wrote can have been written by another."""
    add("--at", "30", "--no-parent", "--why", "\x1b[2J\u202e")
    assert "\x1b" not in Path("mine.toml").read_text(encoding="utf-8")
    for shown in (
        run("corrections", "list", "mine.toml").stdout,
        run("explain", "haven.txt", "--at", "30", "--corrections", "mine.toml").stdout,
    ):
        assert "\\x1b[2J\\u202e" in shown
        assert "\x1b" not in shown


def test_no_corrections() -> None:
    """An empty file is one that says nothing."""
    Path("mine.toml").write_text("# nog niets\n", encoding="utf-8")
    assert run("corrections", "list", "mine.toml").stderr == "There are no corrections in this file.\n"
    assert run("corrections", "check", "haven.txt", "--corrections", "mine.toml").stdout == "0 of 0 corrections applied\n"
