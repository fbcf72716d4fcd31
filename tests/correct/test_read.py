"""A file of corrections is read as a person writes it, or refused in one sentence that says which entry and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

import lvvthreads
from lvvthreads import Corrections, LvvthreadsError
from lvvthreads.correct.correction import KINDS, OF_TWO, Anchor, Correction
from lvvthreads.correct.corrections import with_entry
from lvvthreads.correct.errors import CorrectionsError
from lvvthreads.correct.moment import first_and_last, pattern_of
from tests.correct.release import LUNCHES, RELEASE, at, document

if TYPE_CHECKING:
    from pathlib import Path

AT = '[correction.at]\ndocument = "haven.txt"\nline = 30\nquote = ["Van: G. Mol"]\n'
OTHER = AT.replace("at]", "other]")
WRITTEN = """\
# Zie de map van A.
[[correction]]
kind = "date"       # met de hand
value = 2024-03-16T12:00:00
by = "A. Bos"
on = 2026-05-31

[correction.at]
document = "haven.txt"
line = 31
quote = '''
Verzonden: vrijdag 15 maart 2024 16:05
Aan: H. Das'''

[[correction]]
kind = "no-parent"
at = {document = "haven.txt", line = 30, quote = "Van: G. Mol"}
"""


def test_a_file_as_a_person_writes_it(tmp_path: Path) -> None:
    """With comments, days and times as TOML has them, tables in either form, a byte order mark and other line ends."""
    file = tmp_path / "mine.toml"
    file.write_bytes(("\ufeff" + WRITTEN.replace("\n", "\r\n")).encode())
    first, second = Corrections.read(file).entries
    assert (first.kind, first.value, first.by, first.on) == ("date", "2024-03-16T12:00", "A. Bos", "2026-05-31")
    assert first.at == Anchor(document="haven.txt", line=31, quote=("Verzonden: vrijdag 15 maart 2024 16:05", "Aan: H. Das"))
    assert second == Correction(kind="no-parent", at=Anchor(document="haven.txt", line=30, quote=("Van: G. Mol",)))
    found = lvvthreads.reconstruct(document(RELEASE), corrections=file)
    assert found.message(at(found, LUNCHES)).sent.value == "2024-03-16T12:00"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        pytest.param(
            "kind = ", "mine.toml is not TOML (Invalid value (at end of document)); mend that line, or take the entry out", id="no TOML"
        ),
        pytest.param(
            "[[correction]\n", "mine.toml is not TOML (Expected ']]' at the end of an array declaration (at line 1,", id="a bracket"
        ),
        pytest.param("[" * 5000, "mine.toml is not TOML", id="deep"),
        pytest.param('[[corection]]\nkind = "date"\n', "mine.toml has 'corection' beside its corrections", id="a misspelled table"),
        pytest.param("correction = 3\n", "correction in mine.toml is no list of tables", id="no list"),
        pytest.param(
            f'\n[[correction]]\nkind = "dat"\n{AT}',
            "correction 1 (line 2) of mine.toml: there is no kind 'dat'; the kinds are same,",
            id="a kind",
        ),
        pytest.param(f'[[correction]]\nkind = "\\u001b[2J"\n{AT}', "there is no kind '\\x1b[2J'", id="a hostile kind"),
        pytest.param(f'[[correction]]\n"\\u001b" = 1\n{AT}', "a correction has no '\\x1b'", id="a hostile key"),
        pytest.param(f"[[correction]]\n{AT}", "a correction lacks kind", id="no kind"),
        pytest.param(
            '[[correction]]\nkind = "no-parent"\n', "a correction lacks at; lvvthreads corrections add writes whole ones", id="no place"
        ),
        pytest.param(
            f'[[correction]]\nkind = "no-parent"\nwhen = 1\n{AT}',
            "a correction has no 'when'; it has kind, at, other, value, by, on, why",
            id="a key",
        ),
        pytest.param(f'[[correction]]\nkind = "same"\n{AT}', "'same' speaks of two places: give at and other", id="one place"),
        pytest.param(
            f'[[correction]]\nkind = "no-parent"\n{AT}{OTHER}', "'no-parent' speaks of one place: leave other out", id="two places"
        ),
        pytest.param(f'[[correction]]\nkind = "date"\n{AT}', "the value is None, and no moment such as", id="no date"),
        pytest.param(
            f'[[correction]]\nkind = "date"\nvalue = "11 maart"\n{AT}', "the value is '11 maart', and no moment such as", id="another form"
        ),
        pytest.param(
            f'[[correction]]\nkind = "date"\nvalue = "2024-02-30"\n{AT}', "the value is '2024-02-30', and no moment", id="no such day"
        ),
        pytest.param(f'[[correction]]\nkind = "date"\nvalue = 2024-02-03T10:00:00Z\n{AT}', "value is datetime.datetime(", id="a time zone"),
        pytest.param(
            f'[[correction]]\nkind = "subject"\nvalue = " "\n{AT}', "the value is the subject as it stood on the paper", id="no subject"
        ),
        pytest.param(
            f'[[correction]]\nkind = "parent"\nvalue = "quote"\n{AT}{OTHER}', 'it is "reply" or "forward", or left out', id="a link"
        ),
        pytest.param(f'[[correction]]\nkind = "no-header"\nvalue = "x"\n{AT}', "'no-header' has no value; leave it out", id="a value"),
        pytest.param(f'[[correction]]\nkind = "no-parent"\non = "mei"\n{AT}', "on is 'mei', and no day such as 2024-05-31", id="a day"),
        pytest.param(
            f'[[correction]]\nkind = "no-parent"\nby = 3\n{AT}', 'by is 3, and no text in quotes such as by = "..."', id="a number"
        ),
        pytest.param(
            '[[correction]]\nkind = "no-parent"\nat = 30\n', "at is 30, and no table with document, line and quote", id="a bare line"
        ),
        pytest.param(
            f'[[correction]]\nkind = "no-parent"\n{AT.replace("30", "0")}', "its line is 0; lines are numbered from 1", id="line 0"
        ),
        pytest.param(
            f'[[correction]]\nkind = "no-parent"\n{AT.replace("30", "true")}', "the line of at is True, and no number", id="no number"
        ),
        pytest.param(
            f'[[correction]]\nkind = "no-parent"\n{AT.replace("Van: G. Mol", "--")}', "its quote has no letter or digit", id="nothing"
        ),
        pytest.param(
            f'[[correction]]\nkind = "no-parent"\n{AT.replace("quote", "quotes")}',
            "at has no 'quotes'; it has document, line, quote",
            id="quotes",
        ),
    ],
)
def test_what_cannot_be_read_is_refused(text: str, sentence: str) -> None:
    """One sentence, that can be shown on any terminal."""
    with pytest.raises(CorrectionsError) as caught:
        Corrections.parse(text, name="mine.toml")
    assert sentence in str(caught.value)
    assert str(caught.value).isprintable()
    assert isinstance(caught.value, LvvthreadsError)


@pytest.mark.parametrize(
    "text",
    [
        f'[[correction]]\nkind = "name"\nvalue = "J. Smit"\n{AT}',
        f'[[correction]]\nkind = "same-person"\n{AT}{OTHER}',
        f'[[correction]]\nkind = "from"\n{AT}',
        f'[[correction]]\nkind = "subject"\nvalue = "Zaal"\nname = "J. Smit"\n{AT}',
    ],
)
def test_nobody_gets_a_name(text: str) -> None:
    """Neither by a kind nor by a key."""
    with pytest.raises(CorrectionsError, match="no correction says who somebody is: a redacted person is given no name"):
        Corrections.parse(text)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(None, "there is no file"), (b"\xff\xfe", "is not UTF-8; save it as UTF-8")],
)
def test_a_file_that_cannot_be_read(tmp_path: Path, content: bytes | None, sentence: str) -> None:
    """A missing one, and one in another encoding; a folder, too."""
    file = tmp_path / "mine.toml"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(CorrectionsError, match=sentence):
        lvvthreads.reconstruct(document(RELEASE), corrections=file)
    with pytest.raises(CorrectionsError, match="cannot be read"):
        Corrections.read(tmp_path)
    with pytest.raises(TypeError, match="corrections are the path of a file, or Corrections, not list"):
        lvvthreads.reconstruct(document(RELEASE), corrections=[])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("written", "pattern"),
    [
        ("2024-03-11T14:05", "2024-03-11T14:05"),
        ("2024-03-11 14:05", "2024-03-11T14:05"),
        ("2024-03-1?T??:05", "2024-03-1?T??:05"),
        ("2024", "2024-??-??T??:??"),
        ("????", None),
        ("2023-02-29", None),
        ("2024-3-11", None),
        ("1912-03-11", None),
        ("2024-03-11T24:00", None),
        ("2024-03-11T14", None),
        ("٢٠٢٤", None),
    ],
)
def test_moments(written: str, pattern: str | None) -> None:
    """ISO 8601, cut off or with digits left open; what no calendar has is none."""
    assert pattern_of(written) == pattern


def test_the_first_and_last_minute() -> None:
    """A leap year has 29 days in February."""
    assert first_and_last("202?-02-3?T??:??".replace("3?", "29")) == ("2020-02-29T00:00", "2028-02-29T23:59")
    assert first_and_last("2024-0?-31T0?:?5") == ("2024-01-31T00:05", "2024-08-31T09:55")


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
LINES = st.lists(TEXT.map(lambda text: " ".join(f"a{text}".split())), min_size=1, max_size=3).map(tuple)
ANCHORS = st.builds(Anchor, document=TEXT.map(lambda text: f"b{text}"), line=st.integers(1, 9999), quote=LINES, before=LINES, after=LINES)
VALUES = {"date": "2024-03-1?T14:05", "subject": 'RE: "Zaal"\\', "parent": "forward"}


@st.composite
def entries(draw: st.DrawFn) -> Correction:
    """Draw a correction of any kind, with any signs in its texts."""
    kind = draw(st.sampled_from(list(KINDS)))
    return Correction(
        kind=kind,  # type: ignore[arg-type]
        at=draw(ANCHORS),
        other=draw(ANCHORS) if kind in OF_TWO else None,
        value=VALUES.get(kind),
        by=draw(st.none() | TEXT),
        on=draw(st.none() | st.dates().map(str)),
        why=draw(st.none() | TEXT),
    )


@given(entries(), entries(), st.sampled_from(["", WRITTEN, WRITTEN.rstrip(), WRITTEN.replace("\n", "\r\n"), "# leeg"]))
def test_an_entry_is_read_back_as_it_was_written(first: Correction, second: Correction, before: str) -> None:
    """Behind whatever stands there, which stays as it is; nothing that could trouble a terminal is written."""
    more = with_entry(with_entry(before, first), second)
    assert more.startswith(before)
    assert Corrections.parse(more).entries == (*Corrections.parse(before).entries, first, second)
    assert all(line.isprintable() for line in more.removeprefix(before).replace("\r\n", "\n").split("\n"))


def test_half_a_surrogate_pair_is_written_as_a_lost_sign() -> None:
    """TOML has no word for it."""
    said = Correction(kind="no-parent", at=Anchor(document="a", line=1, quote=("x\ud83d",)))
    assert Corrections.parse(with_entry("", said)).entries[0].at.quote == ("x\ufffd",)


def test_no_entry_behind_a_list_of_another_form() -> None:
    """A list in brackets cannot go on."""
    with pytest.raises(CorrectionsError):
        with_entry("correction = []\n", Correction(kind="no-parent", at=Anchor(document="a", line=1, quote=("x",))))
