"""``lvvthreads evaluate``: a table, JSON, or one clear sentence."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from lvvthreads.cli import main
from tests.evaluate import specimen

#: The two files that the specimen's printouts stand in; each line says where it is.
_TEXTS = {"a.txt": 70, "b.txt": 60}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder that has the specimen and its marks."""
    monkeypatch.chdir(tmp_path)
    write("export.json", specimen.export())
    write("gold.json", specimen.gold())
    Path("marks.jsonl").write_text("\n".join(json.dumps(mark) for mark in specimen.marks()) + "\n", encoding="utf-8")
    return tmp_path


def write(name: str, content: Any) -> None:
    """Write JSON."""
    Path(name).write_text(json.dumps(content), encoding="utf-8")


def write_texts() -> None:
    """Write the texts of the specimen."""
    for name, length in _TEXTS.items():
        Path(name).write_text("".join(f"{name} {number}\n" for number in range(1, length + 1)), encoding="utf-8")


def run(*arguments: str, **options: Any) -> Result:
    """Run the command, with the given words."""
    return CliRunner().invoke(main, ["evaluate", *arguments], catch_exceptions=False, **options)


@pytest.mark.usefixtures("here")
def test_the_table_is_for_people() -> None:
    """A line for each figure, with its value, its interval and what it means."""
    result = run("export.json", "gold.json", "--bootstrap", "4000", "--seed", "2")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0] == "8 headers in 3 printouts of the gold; 8 headers found by lvvthreads 9.9"
    assert lines[2] == "figure        value  95 % interval   what it is"
    # Worked out in test_figures.py and test_bootstrap.py.
    assert "from          0.750  0.667 to 1.000  headers with the sender right" in lines
    assert "violations        2  -               nodes of several people, named redacted ones (must be 0)" in lines
    assert "drawn anew 4000 times, seed 2" in lines[-1]
    assert result.stderr == ""


@pytest.mark.usefixtures("here")
def test_json_is_for_programs() -> None:
    """Figures and intervals, marks among them if they are given."""
    told = json.loads(run("export.json", "gold.json", "--redactions", "marks.jsonl", "--json", "--bootstrap", "4000", "--seed", "2").stdout)
    assert (told["gold_headers"], told["found_headers"], told["printouts"], told["seed"], told["resamples"]) == (8, 8, 3, 2, 4000)
    assert (told["figures"]["from"], told["intervals"]["from"]) == (0.75, [0.6667, 1.0])
    assert (told["figures"]["marks"], told["figures"]["violations"], told["intervals"]["violations"]) == (0.6667, 2, None)
    assert "errors" not in told


@pytest.mark.usefixtures("here")
def test_only_some_lines() -> None:
    """Of the first nine lines of both files are three headers."""
    assert run("export.json", "gold.json", "--lines", "1-9").stdout.startswith("3 headers in 2 printouts of the gold; 3 headers found")


@pytest.mark.usefixtures("here")
def test_no_draws_no_intervals() -> None:
    """It says why there are none."""
    assert run("export.json", "gold.json", "--bootstrap", "0").stdout.endswith("There are no intervals: none were asked for.\n")
    gold = specimen.gold()
    write("one.json", {"messages": [{**message, "printout": "p1", "source": "a.txt"} for message in gold["messages"]]})
    assert run("export.json", "one.json").stdout.endswith("There are no intervals: a single printout says nothing about others.\n")


@pytest.mark.usefixtures("here")
def test_errors_stand_with_their_lines() -> None:
    """The texts beside the gold are found by their names; what is wrong at the same lines stands together."""
    write_texts()
    shown = run("export.json", "gold.json", "--errors").stdout
    assert "\n22 errors\n" in shown
    assert "\n\na.txt:18  g2: body: too much: line 18\n     18  a.txt 18\n" in shown
    assert (
        "\nb.txt:8-12  g6: sender: Kok, E. (DG/WEG), gold redacted (DG/SLUIS)\n"
        "b.txt:8-12  g6: time wrong: 2021-03-03T14:00, gold 2021-03-02T16:00\n"
        "b.txt:8-12  g6: from: a redacted person has the name Kok, E.\n"
        "      8  b.txt 8\n      9  b.txt 9\n     10  b.txt 10\n     11  b.txt 11\n     12  b.txt 12\n"
    ) in shown


@pytest.mark.usefixtures("here")
def test_errors_without_texts() -> None:
    """It says how to see the lines; JSON has the same errors."""
    shown = run("export.json", "gold.json", "--errors").stdout
    assert "\n22 errors; give the text with --text to see its lines\n" in shown
    assert "b.txt 8\n" not in shown
    errors = json.loads(run("export.json", "gold.json", "--errors", "--json").stdout)["errors"]
    assert len(errors) == 22
    assert {"source": "a.txt", "first_line": 18, "last_line": 18, "error": "g2: body: too much: line 18", "lines": []} in errors


def test_texts_can_be_given(here: Path) -> None:
    """They are known by their digest, whatever they are called; another text is refused."""
    write_texts()
    export = specimen.export()
    for source in export["sources"]:
        source["sha256"] = hashlib.sha256(Path(source["name"]).read_bytes()).hexdigest()
    write("export.json", export)
    (here / "a.txt").rename(here / "other name.txt")
    shown = run("export.json", "gold.json", "--errors", "--text", "other name.txt").stdout
    assert "a.txt 18" in shown
    assert "b.txt 8\n" not in shown
    (here / "a.txt").write_text("Not what it was.\n", encoding="utf-8")
    assert "a.txt 18" not in run("export.json", "gold.json", "--errors").stdout
    refused = run("export.json", "gold.json", "--errors", "--text", "a.txt")
    assert refused.exit_code == 1
    assert refused.stderr == "Error: a.txt is not a text that the export was made of, or has changed since; it was made of a.txt, b.txt\n"


def test_no_text_elsewhere_is_read(here: Path) -> None:
    """A name in an export of a stranger leads to no other folder."""
    (here / "below").mkdir()
    (here / "a.txt").write_text("secret\n" * 70, encoding="utf-8")
    export = specimen.export()
    export["sources"][0]["name"] = "../a.txt"
    write("below/export.json", export)
    write("below/gold.json", specimen.gold())
    assert "secret" not in run("below/export.json", "below/gold.json", "--errors").stdout


@pytest.mark.usefixtures("here")
def test_foreign_text_has_no_power_over_the_terminal() -> None:
    """Neither in the export nor in the gold nor in the lines."""
    bad = "\x1b[2J\u202e\n"
    export, gold = specimen.export(), specimen.gold()
    export["generator"]["name"] = bad
    export["messages"][0]["subject"]["clean"] = bad
    export["messages"][0]["witnesses"][0]["to"][0]["name"] = bad
    export["sources"][1]["name"] = "b.txt" + bad
    gold["messages"][0]["subject"] = bad
    gold["messages"][1]["id"] = gold["messages"][0]["parent"] = gold["messages"][3]["same_as"] = bad
    write("export.json", export)
    write("gold.json", gold)
    Path("a.txt").write_text(bad * 70, encoding="utf-8")
    for form in ([], ["--json"]):
        assert not {"\x1b", "\u202e"} & set(run("export.json", "gold.json", "--errors", *form).stdout)


@pytest.mark.usefixtures("here")
def test_standard_input() -> None:
    """An export can come through a pipe."""
    assert run("-", "gold.json", input=json.dumps(specimen.export())).stdout == run("export.json", "gold.json").stdout


def broken(**changes: Any) -> Any:
    """Return the gold with a change in its first message."""
    gold = specimen.gold()
    gold["messages"][0].update(changes)
    return gold


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ([], 'gold.json is no gold annotation: it has no list "messages"'),
        ({"messages": [{}]}, 'message number 1 of gold.json is damaged or incomplete: it has no "header"'),
        ({"messages": [3]}, "message number 1 of gold.json is damaged or incomplete: it is not an object"),
        (broken(header=[1]), 'message g1 of gold.json is damaged or incomplete: its "header" is not a pair of lines such as [4, 8]'),
        (broken(header=["1", 5]), "message g1 of gold.json is damaged or incomplete: its \"header\" is not a line number: '1'"),
        (broken(body=[[1, 10**12]]), 'message g1 of gold.json is damaged or incomplete: its "body" has more than 1000000 lines'),
        (broken(subject=3), 'message g1 of gold.json is damaged or incomplete: its "subject" is not text: 3'),
        (broken(**{"from": {"name": "Bos"}}), 'message g1 of gold.json is damaged or incomplete: it has no "redacted"'),
        (broken(parent="g99"), "in gold.json a message has the parent g99, which is not there"),
        (broken(same_as="g99"), "in gold.json a message is the same as g99, which is not there"),
        (broken(id="g2"), "two messages of gold.json have the id g2; give each its own"),
        ({**broken(), "missing": [{"child": "g99", "kind": "prefix"}]}, "a missing e-mail has the child g99, which is not there"),
        ({**broken(), "blank": ["x"]}, "gold.json is damaged or incomplete: its \"blank\" is not a line number: 'x'"),
        (specimen.export(), "gold.json is an export, not a gold annotation; give the export first, then the gold"),
    ],
)
@pytest.mark.usefixtures("here")
def test_a_gold_that_is_none(content: Any, sentence: str) -> None:
    """The sentence says what is wrong, and where."""
    write("gold.json", content)
    result = run("export.json", "gold.json")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("Error: ")
    assert sentence in result.stderr
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ([], "this JSON is no export"),
        ({"format": "lvvthreads/9"}, "this export has the format lvvthreads/9"),
        ({"format": "lvvthreads/1"}, 'export.json is damaged or incomplete: it has no "messages"'),
        ({**specimen.export(), "messages": [{"id": 3}]}, 'its "id" is not text: 3'),
        ({**specimen.export(), "threads": {}}, 'its "threads" is not a list'),
        ({**specimen.export(), "links": [3]}, "a link is not an object"),
        (specimen.gold(), "perhaps a gold annotation; give the export first, then the gold"),
    ],
)
@pytest.mark.usefixtures("here")
def test_an_export_that_is_none(content: Any, sentence: str) -> None:
    """Likewise."""
    write("export.json", content)
    result = run("export.json", "gold.json")
    assert (result.exit_code, result.stdout) == (1, "")
    assert sentence in result.stderr
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["nothing.json", "gold.json"], "there is no file nothing.json"),
        (["export.json", "nothing.json"], "there is no file nothing.json"),
        (["export.json", "gold.json", "--redactions", "nothing.jsonl"], "there is no file nothing.jsonl"),
        (["export.json", "gold.json", "--redactions", "bad.jsonl"], "line 2 of bad.jsonl is not JSON"),
        (["export.json", "gold.json", "--redactions", "gold.json"], "gold.json is no list of redaction marks"),
        (["export.json", "gold.json", "--errors", "--text", "nothing.txt"], "there is no file nothing.txt"),
        (["bad.jsonl", "gold.json"], "bad.jsonl is not JSON"),
    ],
)
@pytest.mark.usefixtures("here")
def test_files_that_cannot_be_used(arguments: list[str], sentence: str) -> None:
    """One sentence, and status 1."""
    Path("bad.jsonl").write_text('{"line": 1, "ground": "11.1", "sure": true}\n{"line": 2,\n', encoding="utf-8")
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (1, "")
    assert sentence in result.stderr


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["export.json"], "Missing argument 'GOLD'"),
        (["export.json", "gold.json", "--lines", "9-1"], "for instance: --lines 1-500"),
        (["export.json", "gold.json", "--lines", "many"], "for instance: --lines 1-500"),
        (["export.json", "gold.json", "--bootstrap", "-1"], "--bootstrap"),
        (["export.json", "gold.json", "--text", "a.txt"], "give --errors too"),
        (["-", "-"], "standard input can be only one of the files"),
    ],
)
@pytest.mark.usefixtures("here")
def test_misuse(arguments: list[str], sentence: str) -> None:
    """Status 2, as everywhere."""
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert sentence in result.stderr


def test_help_has_examples() -> None:
    """As that of every command."""
    result = run("--help")
    assert result.exit_code == 0
    assert "\n  Examples:\n    lvvthreads evaluate dossier.json dossier.gold.json\n" in result.stdout
