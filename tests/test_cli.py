"""The door for the shell: what goes where, and with which exit status.

The pipeline is replaced by a correspondence made by hand; what the door does with it is what is tested.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve
from click.testing import CliRunner, Result

from lvvthreads.cli import main
from lvvthreads.thread.correspondence import Redaction
from lvvthreads.view.explanation import explanation
from lvvthreads.view.headers import headers
from lvvthreads.view.tree import tree
from lvvthreads.write.export import to_json, to_jsonl
from tests.view.dossier import small

if TYPE_CHECKING:
    from lvvthreads.document.document import Document
    from lvvthreads.thread.correspondence import Correspondence


class Pipeline:
    """Stands in for the reconstruction and remembers what it was given."""

    def __init__(self) -> None:
        self.found = small()
        self.names: list[str] = []
        self.period: object = None
        self.corrections: object = None
        self.hints: object = None

    def __call__(
        self, documents: list[Document], *, period: object = None, corrections: object = None, hints: bool = False
    ) -> Correspondence:
        """Return the correspondence made by hand."""
        self.names, self.period = [document.name for document in documents], period
        self.corrections, self.hints = corrections, hints
        return self.found


@pytest.fixture
def pipeline(monkeypatch: pytest.MonkeyPatch) -> Pipeline:
    """Put the stand-in in the place of the pipeline."""
    stand_in = Pipeline()
    monkeypatch.setattr("lvvthreads.api.reconstruct", stand_in)
    return stand_in


@pytest.fixture
def dossier(tmp_path: Path) -> str:
    """Write a file that can be read."""
    path = tmp_path / "dossier.txt"
    path.write_text("Van: 5.1.2e\n", encoding="utf-8")
    return str(path)


def run(*arguments: str, **options: Any) -> Result:
    """Run the command, with the given words."""
    return CliRunner().invoke(main, arguments, **options)


def nothing() -> Correspondence:
    """Make a correspondence without e-mails."""
    return evolve(small(), messages=(), people=(), links=(), threads=(), missing=())


def test_show_draws_the_tree(pipeline: Pipeline, dossier: str) -> None:
    """The tree goes to standard output, and nothing else does."""
    result = run("show", dossier)
    assert (result.exit_code, result.stdout, result.stderr) == (0, tree(small()), "")
    assert pipeline.names == ["dossier.txt"]


def test_show_takes_a_thread_and_a_bar(pipeline: Pipeline, dossier: str) -> None:
    """Both options reach the tree."""
    assert run("show", dossier, "--thread", "2", "--min-confidence", "0.7").stdout == tree(pipeline.found, thread=2, min_confidence=0.7)


def test_show_says_which_threads_there_are(pipeline: Pipeline, dossier: str) -> None:
    """A thread that is not there is named, with those that are."""
    result = run("show", dossier, "--thread", "9")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "Error: there is no thread 9; without --thread all are shown, numbered from 1 to 3\n"
    assert pipeline.names


def test_headers_lists_the_headers(pipeline: Pipeline, dossier: str) -> None:
    """Block by block."""
    assert run("headers", dossier).stdout == headers(pipeline.found)


def marked() -> Correspondence:
    """Make the correspondence by hand, with three marks: one of a person, one of another law in the text, one without a ground."""
    one = Redaction(source="aa11", line=12, start=0, end=6, raw="5.1.2e", law="Woo", ground="5.1.2.e", place="person")
    other = evolve(one, line=16, raw="s.43(2)", law="FOIA 2000", ground="s43.2", place="passage")
    bar = evolve(one, line=1, raw="████", law=None, ground=None, place="owner")
    return evolve(small(), redactions=(bar, one, other))


def test_redactions_counts_the_marks(pipeline: Pipeline, dossier: str) -> None:
    """A line for each ground, what it means, and the total."""
    pipeline.found = marked()
    result = run("redactions", dossier)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (
        "5.1.2.e      1   33%  Woo        relative  personal privacy\n"
        "s43.2        1   33%  FOIA 2000  relative  commercial interests\n"
        "(no ground)  1   33%\n"
        "\n"
        "3 marks, counted as printed\n"
    )


def test_redactions_counts_by_other_things(pipeline: Pipeline, dossier: str) -> None:
    """By law with its title, by unit, by place."""
    pipeline.found = marked()
    assert (
        run("redactions", dossier, "--by", "law").stdout.splitlines()[0]
        == "Woo        1   33%  Wet open overheid (Netherlands, since 2022)"
    )
    assert run("redactions", dossier, "--by", "unit").stdout.splitlines()[:2] == ["DG/KADE    1   33%", "(no unit)  2   67%"]
    assert run("redactions", dossier, "--by", "place").stdout.splitlines()[:3] == [
        "person   1   33%",
        "passage  1   33%",
        "owner    1   33%",
    ]


def test_redactions_prints_json(pipeline: Pipeline, dossier: str) -> None:
    """The same counts, the same order."""
    pipeline.found = marked()
    assert json.loads(run("redactions", dossier, "--json", "--by", "law").stdout) == {
        "by": "law",
        "marks": 3,
        "counts": [{"law": "Woo", "marks": 1}, {"law": "FOIA 2000", "marks": 1}, {"law": None, "marks": 1}],
    }


#: One e-mail in two copies, the second with the sender covered.
COPIES = """\
Van: Bos, A. - DG/KADE
Verzonden: maandag 11 maart 2024 09:12
Aan: 5.1.2.e - DG/WEG
Onderwerp: Sleutels van het hek

De sleutels liggen bij de portier.
\fVan: 5.1.2.e - DG/KADE
Verzonden: maandag 11 maart 2024 09:12
Aan: 5.1.2.e - DG/WEG
Onderwerp: Sleutels van het hek

De sleutels liggen bij de portier.
"""


def test_redactions_lists_differences(tmp_path: Path) -> None:
    """Both copies as printed; as JSON with all that is known of the place."""
    path = tmp_path / "hek.txt"
    path.write_text(COPIES, encoding="utf-8")
    assert run("redactions", str(path), "--differences").stdout == (
        "2024-03-11 09:12  Sleutels van het hek\n"
        "  from  hek.txt:7             5.1.2.e    5.1.2.e - DG/KADE\n"
        "        hek.txt:1             shown      Bos, A. - DG/KADE\n"
        "\n"
        "1 place is redacted differently in two copies\n"
    )
    (told,) = json.loads(run("redactions", str(path), "--differences", "--json").stdout)["differences"]
    assert (told["place"], told["kind"], told["covered"]["grounds"], told["instead"]["grounds"]) == ("from", "shown", ["5.1.2.e"], [])
    assert (told["covered"]["line"], told["covered"]["words"]) == (7, "5.1.2.e - DG/KADE")


@pytest.mark.usefixtures("pipeline")
def test_redactions_says_if_copies_do_not_differ(dossier: str) -> None:
    """Nothing on standard output, and no failure; counts and differences are two questions."""
    result = run("redactions", dossier, "--differences")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "No two copies of an e-mail are redacted differently.\n")
    assert run("redactions", dossier, "--differences", "--json").stdout == '{\n "differences": []\n}\n'
    result = run("redactions", dossier, "--differences", "--by", "law")
    assert (result.exit_code, "--by is for counts" in result.stderr) == (2, True)


def test_hints_only_on_request(pipeline: Pipeline, dossier: str, tmp_path: Path) -> None:
    """The pipeline hears of it, JSON Lines and exports have no place for it."""
    run("export", dossier)
    assert pipeline.hints is False
    run("export", dossier, "--hints")
    assert pipeline.hints is True
    assert run("export", dossier, "--hints", "--format", "jsonl").exit_code == 2
    path = tmp_path / "found.json"
    path.write_text(to_json(small()), encoding="utf-8")
    result = run("export", str(path), "--hints")
    assert (result.exit_code, "--hints" in result.stderr) == (2, True)


@pytest.mark.usefixtures("pipeline")
def test_redactions_says_if_there_are_none(dossier: str) -> None:
    """Nothing on standard output, and no failure."""
    result = run("redactions", dossier)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "No redaction mark was found.\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--message", "bb22:3"], "bb22:3"),
        (["--at", "dossier.txt:13"], "aa11:12"),  # in the header
        (["--at", "folder/dossier.txt:34"], "aa11:30"),  # in the body; only the file's name counts
        (["--at", "bb22:41"], "aa11:12"),  # the source's id, and a quoted copy
    ],
)
@pytest.mark.usefixtures("pipeline")
def test_explain_finds_the_mail(dossier: str, arguments: list[str], message: str) -> None:
    """By id, by file and line."""
    result = run("explain", dossier, *arguments)
    assert (result.exit_code, result.stdout, result.stderr) == (0, explanation(small(), message), "")


@pytest.mark.usefixtures("pipeline")
def test_explain_falls_back_to_the_mail_above(dossier: str) -> None:
    """A line between two e-mails leads to the upper one, and that is said."""
    result = run("explain", dossier, "--at", "dossier.txt:20")
    assert result.stdout == explanation(small(), "aa11:12")
    assert result.stderr == "Line 20 of dossier.txt belongs to no e-mail; this is the one above it.\n"


@pytest.mark.parametrize(
    ("arguments", "status", "sentence"),
    [
        (["--at", "dossier.txt:2"], 1, "no e-mail stands at line 2 of dossier.txt or above it"),
        (["--at", "dossier.txt:99"], 1, "dossier.txt has no line 99: its lines are 1 to 40"),
        (["--at", "dossier.txt:0"], 1, "dossier.txt has no line 0: its lines are 1 to 40"),
        (["--message", "cc33:1"], 1, "there is no message cc33:1"),
        (["--at", "12"], 2, "say in which file: --at FILE:LINE, where FILE is one of dossier.txt (or aa11), bijlage.txt (or bb22)"),
        (["--at", "other.txt:12"], 2, "say in which file"),
        (["--at", "dossier.txt"], 2, "for instance: --at dossier.txt:172"),
        ([], 2, "say which e-mail, with either --at or --message"),
        (["--at", "12", "--message", "bb22:3"], 2, "say which e-mail, with either --at or --message"),
    ],
)
@pytest.mark.usefixtures("pipeline")
def test_explain_says_what_it_cannot_find(dossier: str, arguments: list[str], status: int, sentence: str) -> None:
    """Each with advice; 1 for what is not there, 2 for what is mistyped."""
    result = run("explain", dossier, *arguments)
    assert (result.exit_code, result.stdout) == (status, "")
    assert sentence in " ".join(result.stderr.split())


def test_export_writes_json_to_standard_output(pipeline: Pipeline, dossier: str) -> None:
    """JSON in UTF-8, whatever the terminal speaks."""
    assert run("export", dossier).stdout_bytes == to_json(pipeline.found).encode()
    assert run("export", dossier, "--format", "jsonl").stdout_bytes == to_jsonl(pipeline.found).encode()


def test_export_writes_a_file(pipeline: Pipeline, dossier: str, tmp_path: Path) -> None:
    """The name's ending chooses the form, unless it is said."""
    result = run("export", dossier, "-o", str(tmp_path / "out.jsonl"))
    assert (result.exit_code, result.stdout) == (0, "")
    assert "6 messages in 3 threads, written to" in result.stderr
    assert (tmp_path / "out.jsonl").read_text(encoding="utf-8") == to_jsonl(pipeline.found)
    run("export", dossier, "--output", str(tmp_path / "out.json"))
    assert (tmp_path / "out.json").read_text(encoding="utf-8") == to_json(pipeline.found)


def test_export_replaces_only_when_told(pipeline: Pipeline, dossier: str, tmp_path: Path) -> None:
    """An existing file stays as it is, and the long work is not begun."""
    out = tmp_path / "out.json"
    out.write_text("mine", encoding="utf-8")
    result = run("export", dossier, "-o", str(out))
    assert (result.exit_code, out.read_text(encoding="utf-8"), pipeline.names) == (1, "mine", [])
    assert "exists already" in result.stderr
    assert run("export", dossier, "-o", str(out), "--force").exit_code == 0
    assert out.read_text(encoding="utf-8") == to_json(pipeline.found)


@pytest.mark.usefixtures("pipeline")
def test_export_never_replaces_what_it_reads(dossier: str) -> None:
    """Not even by force."""
    result = run("export", dossier, "-o", dossier, "--force")
    assert result.exit_code == 2
    assert "is one of the files to read" in result.stderr
    assert Path(dossier).read_text(encoding="utf-8") == "Van: 5.1.2e\n"


def test_period_reaches_the_pipeline(pipeline: Pipeline, dossier: str) -> None:
    """As two days."""
    assert run("show", dossier, "--period", "2018-01-01", "2018-12-31").exit_code == 0
    assert pipeline.period == ("2018-01-01", "2018-12-31")


@pytest.mark.parametrize(
    ("first", "last"), [("2018", "2019"), ("31-12-2018", "2019-01-01"), ("2019-01-01", "2018-01-01"), ("x", "\x1b[2J")]
)
@pytest.mark.usefixtures("pipeline")
def test_a_bad_period_is_a_usage_error_with_an_example(dossier: str, first: str, last: str) -> None:
    """Days in another form, or the wrong way round."""
    result = run("export", dossier, "--period", first, last)
    assert result.exit_code == 2
    assert "--period 2018-01-01 201" in result.stderr
    assert "\x1b" not in result.stderr


def test_a_file_that_cannot_be_read_does_not_stop_the_others(pipeline: Pipeline, dossier: str, tmp_path: Path) -> None:
    """One sentence for each, the rest is shown, and the exit status tells."""
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    (tmp_path / "binary.txt").write_bytes(bytes(range(32)) * 40)
    bad = [str(tmp_path / name) for name in ("missing.txt", "empty.txt", "binary.txt")]
    result = run("show", *bad, dossier, str(tmp_path))
    assert (result.exit_code, result.stdout, pipeline.names) == (1, tree(pipeline.found), ["dossier.txt"])
    lines = result.stderr.splitlines()
    assert [line.startswith("Error: ") for line in lines] == [True] * 4
    assert [name for name, line in zip(("missing.txt", "empty.txt", "binary.txt", "folder"), lines, strict=True) if name not in line] == []


def test_when_no_file_can_be_read_nothing_is_written(pipeline: Pipeline, tmp_path: Path) -> None:
    """An export of nothing would look like an answer."""
    result = run("export", "missing.txt", "-o", str(tmp_path / "out.json"))
    assert (result.exit_code, result.stdout, pipeline.names) == (1, "", [])
    assert not (tmp_path / "out.json").exists()


@pytest.mark.parametrize(("command", "status"), [("export", 0), ("show", 1), ("headers", 1), ("explain", 1)])
def test_no_mail_found_is_said(pipeline: Pipeline, dossier: str, command: str, status: int) -> None:
    """In one sentence; an export without messages is an export all the same."""
    pipeline.found = nothing()
    result = run(command, dossier, *(["--at", "1"] if command == "explain" else []))
    assert (result.exit_code, result.stderr) == (status, "No e-mail was found in dossier.txt.\n")
    assert result.stdout == (to_json(nothing()) if command == "export" else "")


def test_standard_input(pipeline: Pipeline) -> None:
    """A dash reads it."""
    assert run("show", "-", input="Van: 5.1.2e\n").exit_code == 0
    assert pipeline.names == ["stdin"]


def test_an_export_is_shown_as_it_is(pipeline: Pipeline, tmp_path: Path) -> None:
    """Known by its content, from a file of any name or from a pipe."""
    path = tmp_path / "kept.txt"
    path.write_text("\n" + to_json(small()), encoding="utf-8")
    assert run("show", str(path)).stdout == tree(small())
    assert run("explain", "-", "--message", "bb22:3", input=to_json(small())).stdout == explanation(small(), "bb22:3")
    assert pipeline.names == []


def test_json_lines_are_no_export(tmp_path: Path) -> None:
    """They hold messages only; that is said, rather than that no e-mail was found in them."""
    path = tmp_path / "kept.jsonl"
    path.write_text(to_jsonl(small()), encoding="utf-8")
    result = run("show", str(path))
    assert result.exit_code == 1
    assert "JSON Lines" in result.stderr


@pytest.mark.parametrize("more", [["--period", "2018-01-01", "2018-12-31"], ["-"]])
@pytest.mark.usefixtures("pipeline")
def test_an_export_stands_alone(tmp_path: Path, more: list[str]) -> None:
    """It cannot be joined with other files, nor told another period."""
    path = tmp_path / "kept.json"
    path.write_text(to_json(small()), encoding="utf-8")
    result = run("show", str(path), *more, input="Van: x\n")
    assert result.exit_code == 2
    assert "give it alone" in result.stderr


@pytest.mark.usefixtures("pipeline")
def test_an_export_of_another_format_is_refused(tmp_path: Path) -> None:
    """With the sentence of the reader."""
    path = tmp_path / "other.json"
    path.write_text(json.dumps({"format": "lvvthreads/9"}), encoding="utf-8")
    result = run("show", str(path))
    assert (result.exit_code, result.stdout) == (1, "")
    assert "lvvthreads/9" in result.stderr


def test_a_terminal_that_knows_only_ascii(pipeline: Pipeline, dossier: str) -> None:
    """Tree lines are drawn with what it has, other letters are escaped; nothing fails."""
    first, *rest = pipeline.found.messages
    pipeline.found = evolve(pipeline.found, messages=(evolve(first, subject=evolve(first.subject, clean="Eén")), *rest))
    result = CliRunner(charset="ascii").invoke(main, ["show", dossier])
    assert result.exit_code == 0
    assert "|- 2021-03-01 11:02  [5.1.2.e #1 DG/KADE]  reply: E\\xe9n" in result.stdout


def test_foreign_text_has_no_power_over_the_terminal(pipeline: Pipeline, dossier: str) -> None:
    """Not even where an export holds text in the place of numbers."""
    first, *rest = pipeline.found.messages
    block = evolve(first.witnesses[0].block, form="\x1b[2J")
    witness: Any = evolve(first.witnesses[0], block=block, page="\x1b[31m", depth="\u202e")  # type: ignore[arg-type]
    pipeline.found = evolve(pipeline.found, messages=(evolve(first, witnesses=(witness,)), *rest))
    for command in (["headers", dossier], ["explain", dossier, "--message", "aa11:12"], ["show", dossier]):
        assert not {"\x1b", "\u202e"} & set(run(*command).stdout)


@pytest.mark.parametrize("command", [[], ["export"], ["show"], ["headers"], ["explain"]])
def test_help_has_examples(command: list[str]) -> None:
    """Each command shows how it is used, on lines of their own."""
    result = run(*command, "--help")
    assert result.exit_code == 0
    assert "\n  Examples:\n    lvvthreads " in result.stdout


def test_no_file_is_a_usage_error() -> None:
    """The command does not wait for standard input unasked."""
    assert run("show").exit_code == 2


def test_a_reader_that_leaves_early(tmp_path: Path) -> None:
    """``| head`` ends the program without a word."""
    known = small()
    threads = known.threads * 5000  # more than a pipe holds
    path = tmp_path / "large.json"
    path.write_text(to_json(evolve(known, threads=threads)), encoding="utf-8")
    code = "from lvvthreads.cli import main; main()"
    with subprocess.Popen(
        [sys.executable, "-c", code, "show", str(path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=Path(__file__).parents[1],
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline().startswith(b"Thread 1: Planning")
        process.stdout.close()
        assert process.stderr.read() == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk(tmp_path: Path) -> None:
    """One sentence, no traceback, not even when Python ends."""
    path = tmp_path / "kept.json"
    path.write_text(to_json(small()), encoding="utf-8")
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-c", "from lvvthreads.cli import main; main()", "show", str(path)],
            stdout=full,
            stderr=subprocess.PIPE,
            cwd=Path(__file__).parents[1],
            check=False,
        )
    assert (done.returncode, done.stderr) == (1, b"Error: standard output cannot be written: No space left on device\n")
