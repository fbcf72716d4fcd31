"""What the README shows is what the program does.

Its Python blocks are doctests, and each ``$`` line of its console blocks is run and its output compared.
``UPDATE_README=1 pytest tests/test_readme.py`` writes the output of the console blocks anew.
"""

from __future__ import annotations

import doctest
import json
import os
import re
import shlex
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from lvvthreads.cli import main

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
TEXT = README.read_text(encoding="utf-8")

_CONSOLE = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
_PYTHON = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_JSON = re.compile(r"^```json\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_CI = re.compile(r"^<!-- ci: (\w+) -->\n```sh\n([^\n]+)\n```$", re.MULTILINE)
_HEAD = re.compile(r"(?P<command>.*?) \| head -n (?P<lines>\d+)")


@pytest.fixture
def beside_examples(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in a folder that has the examples, as a checkout does, and where files may be written."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)


def run(command: str) -> str:
    """Give what a command of the README prints, on standard output and beside it."""
    head = _HEAD.fullmatch(command)
    program, *arguments = shlex.split(head["command"] if head else command)
    assert program == "lvvthreads"
    result = CliRunner().invoke(main, arguments, catch_exceptions=False)
    assert result.exit_code == 0
    lines = result.output.splitlines()
    return "\n".join(lines[: int(head["lines"])] if head else lines).rstrip() + "\n"


def console(match: re.Match[str]) -> str:
    """Give a console block as it should be: each command with what it prints."""
    commands = [line.removeprefix("$ ") for line in match[0].splitlines() if line.startswith("$ ")]
    return "".join(f"$ {command}\n{run(command)}" for command in commands)


@pytest.mark.usefixtures("beside_examples")
def test_commands_print_what_the_readme_shows() -> None:
    """Every console block is what a terminal shows."""
    expected = _CONSOLE.sub(console, TEXT)
    if os.environ.get("UPDATE_README"):
        README.write_text(expected, encoding="utf-8")
    else:
        assert expected == TEXT


@pytest.mark.usefixtures("beside_examples")
def test_python_blocks_print_what_the_readme_shows() -> None:
    """The Python blocks, one after the other, are one session."""
    session = "\n".join(_PYTHON.findall(TEXT))
    test = doctest.DocTestParser().get_doctest(session, {}, "README.md", str(README), 0)
    assert test.examples
    printed: list[str] = []
    doctest.DocTestRunner(verbose=False).run(test, out=printed.append)
    assert not printed, "".join(printed)


@pytest.mark.usefixtures("beside_examples")
def test_the_gold_annotation_that_is_shown_can_be_used() -> None:
    """It says of the first two headers of the dossier what its whole gold says, and an export can be measured against it."""
    (shown,) = map(json.loads, _JSON.findall(TEXT))
    whole = json.loads(Path("examples/dossier.gold.json").read_text(encoding="utf-8"))["messages"]
    for one, other in zip(shown["messages"], whole, strict=False):
        for key in ("header", "sent", "prefixes", "subject"):
            assert one[key] == other[key]
        assert one["from"].items() <= other["from"].items()
        assert one["to"][0].items() <= other["to"][0].items()
    Path("shown.json").write_text(json.dumps(shown), encoding="utf-8")
    run("lvvthreads export examples/dossier.txt -o dossier.json")
    measured = json.loads(run("lvvthreads evaluate dossier.json shown.json --lines 1-32 --json"))
    assert (measured["gold_headers"], measured["figures"]["blocks"], measured["figures"]["complete"]) == (2, 1, 1)


def test_every_command_is_documented() -> None:
    """Each command of the program has an example."""
    shown = {shlex.split(line)[2] for block in _CONSOLE.findall(TEXT) for line in block.splitlines() if line.startswith("$ ")}
    assert shown == set(main.commands)


def test_the_two_commands_for_newcomers_are_one_line_each() -> None:
    """What continuous integration runs is what the README tells a newcomer to type."""
    commands = dict(_CI.findall(TEXT))
    assert set(commands) == {"show", "test"}
    assert commands["show"].endswith(".venv/bin/lvvthreads show examples/dossier.txt")
    assert commands["test"].endswith(".venv/bin/pytest -q")
