"""Each file of ``lvvthreads/header/languages`` is whole: its rows are of known kinds, nothing that a header needs is missing, and each entry says who prints it."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest

from lvvthreads.header.fold import plain
from lvvthreads.header.language import ALL, LANGUAGES

FOLDER = files("lvvthreads.header") / "languages"
README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")

#: Kinds of rows that are labels, and the field that each names.
LABELS = {name: name for name in ("from", "sent", "to", "cc", "bcc", "subject", "attachments", "other")} | {"date": "sent"}
#: Kinds that mail programs differ in: their rows name those that print them.
PRINTED = {*LABELS, "reply", "forward", "opens", "wrote", "quotes", "on behalf", "original", "forwarded"}
#: Kinds that are the language's own.
OWN = {"weekdays", "months", "halves", "between", "around"}
#: Languages whose weekdays and months are signs and numbers.
EASTERN = {"ja", "ko", "zh"}
#: The languages of which no mail program prints prefixes of its own.
WITHOUT_PREFIXES = {"en", "bg", "lt", "lv", "sl", "ca"}


def text_of(code: str) -> str:
    """Read the file of a language."""
    return (FOLDER / f"{code}.txt").read_text(encoding="utf-8")


def rows_of(code: str) -> list[tuple[str, list[str], str]]:
    """Return (kind, entries, programs) of each row of a file, without what the program's own reader knows of them."""
    rows = []
    for line in text_of(code).splitlines()[1:]:
        row, _, programs = line.partition("#")
        kind, _, entries = row.partition(":")
        rows.append((kind.strip(), [entry.strip() for entry in re.split(r"[;|]", entries)], programs.strip()))
    return rows


def groups_of(code: str, kind: str) -> list[list[str]]:
    """Return the groups of words of the one row of a kind; none if the file has no such row."""
    rows = [line.partition("#")[0].partition(":")[2] for line in text_of(code).splitlines() if line.startswith(f"{kind}:")]
    assert len(rows) <= 1, "one row holds the whole calendar"
    return [group.split() for row in rows for group in row.split("|")]


@pytest.mark.parametrize("code", ALL)
def test_every_row_is_of_a_known_kind(code: str) -> None:
    """A kind that is mistyped would be read as nothing at all."""
    assert {kind for kind, _, _ in rows_of(code)} <= PRINTED | OWN
    assert [row for row in rows_of(code) if not all(row[1])] == [], "an entry is empty"


@pytest.mark.parametrize("code", ALL)
def test_every_entry_names_the_programs_that_print_it(code: str) -> None:
    """What nobody is known to print is not in the tables."""
    assert [row for row in rows_of(code) if row[0] in PRINTED and not row[2]] == []


@pytest.mark.parametrize("code", ALL)
def test_every_file_opens_with_the_name_of_its_language(code: str) -> None:
    """The first line is the language's English name."""
    assert re.match(r"# [A-Z][a-z]+(?:, .+)?\n", text_of(code))


@pytest.mark.parametrize("code", ALL)
def test_every_language_has_what_a_header_needs(code: str) -> None:
    """Labels of sender, time, recipients, copies and subject, a verb above quotations, and the lines above quoted and forwarded mails."""
    kinds = {kind for kind, _, _ in rows_of(code)}
    assert kinds >= {"from", "to", "cc", "subject", "wrote", "original", "forwarded"}
    assert kinds & {"sent", "date"}
    assert code in WITHOUT_PREFIXES or kinds & {"reply", "forward"}


@pytest.mark.parametrize("code", sorted(set(ALL) - EASTERN))
def test_every_calendar_is_whole(code: str) -> None:
    """There are seven weekdays and twelve months, each with a name, and no name is of two of them."""
    for kind, count, read in (("weekdays", 7, LANGUAGES[code].weekdays), ("months", 12, LANGUAGES[code].months)):
        groups = groups_of(code, kind)
        assert len(groups) == count
        assert all(groups)
        assert set(read.values()) == set(range(count))
        named = [word for group in groups for word in {word.lower() for word in group}]
        assert len(named) == len(set(named))


@pytest.mark.parametrize("code", ALL)
def test_no_label_names_two_fields_of_a_language(code: str) -> None:
    """A label has one meaning in its language, with its accents and without them."""
    fields: dict[str, set[str]] = {}
    for kind, entries, _ in rows_of(code):
        for entry in entries if kind in LABELS else ():
            fields.setdefault(plain(entry), set()).add(LABELS[kind])
    assert {label: named for label, named in fields.items() if len(named) > 1} == {}


def test_no_label_names_two_fields_of_two_languages() -> None:
    """Whatever languages are spoken together, a label as printed has one meaning."""
    fields: dict[str, set[str]] = {}
    for language in LANGUAGES.values():
        for label, field in language.labels.items():
            fields.setdefault(label, set()).add(field)
    assert [label for label, named in fields.items() if len(named) > 1] == []


def test_the_readme_lists_the_languages() -> None:
    """The list in the README is that of the files, in the order of the alphabet."""
    names = sorted(re.match(r"# (\w+)", text_of(code))[1] for code in ALL)  # type: ignore[index]
    listed = re.search(r"Headers are read in (\d+) languages: ([^.]+)\.", README)
    assert listed
    assert re.split(r", | and ", " ".join(listed[2].split())) == names
    assert int(listed[1]) == len(names)
