"""Headers and their parts, as tables of text and what is to be read in ``cases/``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lvvthreads.document.document import Document
from lvvthreads.header.date import read_date
from lvvthreads.header.label import label_matches
from lvvthreads.header.parse import parse
from lvvthreads.header.people import read_people
from lvvthreads.header.sent import settle
from lvvthreads.header.subject import read_subject
from tests.cases import cases

if TYPE_CHECKING:
    from lvvthreads.header.block import HeaderBlock, Person

_CASES = Path(__file__).parent / "cases"


def _person(person: Person) -> str:
    """Write a person: ``Name (UNIT) <address>``, ``[5.1.2.e UNIT @domain]`` or ``unreadable``."""
    if person.kind == "unreadable":
        return "unreadable"
    if person.kind == "redacted":
        return "[{}]".format(
            " ".join([*person.grounds, *([person.unit] if person.unit else []), *([f"@{person.domain}"] if person.domain else [])])
        )
    unit = f" ({person.unit})" if person.unit else ""
    return f"{person.name}{unit}" + (f" <{person.address}>" if person.address and person.address != person.name else "")


def _blocks(text: str) -> tuple[HeaderBlock, ...]:
    return tuple(parsed.block for parsed in parse(Document.from_text(text)))


def _fields(block: HeaderBlock) -> str:
    """Write the fields of a block, each with its lines: ``from@1 sent@2 to@3+4``."""
    return " ".join(f"{field.name}@{'+'.join(map(str, field.lines))}" for field in block.fields)


def _mail(block: HeaderBlock) -> str:
    """Write what a header says: sender, time, recipients, copies, prefixes, subject."""
    sender = _person(block.sender) if block.sender else "-"
    to, cc = (", ".join(person.name or person.kind for person in people) for people in (block.to, block.cc))
    subject = block.subject
    parts = (sender, block.sent.pattern or "-", to, cc, " ".join(subject.prefixes) if subject else "-", subject.clean if subject else "-")
    return " | ".join(parts)


def _read(kind: str, text: str) -> str:
    """Read a text as its kind demands, and write the result as a case file does."""
    if kind == "date":
        return settle([read_date(text)]).pattern or "-"
    if kind == "subject":
        subject = read_subject(text)
        return f"{' '.join(subject.prefixes)} | {subject.clean}".strip()
    if kind == "people":
        return "; ".join(_person(person) for person in read_people(text))
    if kind == "label":
        matches = label_matches(text)
        return f"{matches[0].field} | {text[matches[0].end :]}".strip() if matches else "-"
    if kind == "block":
        return " / ".join(map(_fields, _blocks(text)))
    if kind == "mail":
        return " / ".join(map(_mail, _blocks(text)))
    assert kind == "attribution"
    return " / ".join(
        f"{block.sent.pattern or '-'} | {_person(block.sender) if block.sender else '-'}" for block in _blocks(text) if block.form == kind
    )


@pytest.mark.parametrize(("kind", "text", "expected"), cases(_CASES / "in_the_wild.txt"))
def test_reads_what_releases_show(kind: str, text: str, expected: str) -> None:
    """Damage of kinds seen in real releases is read through."""
    assert _read(kind, text) == expected


@pytest.mark.parametrize(("kind", "text", "expected"), cases(_CASES / "synthetic.txt"))
def test_reads_what_was_not_yet_seen(kind: str, text: str, expected: str) -> None:
    """The rules know more than the spellings they were made from."""
    assert _read(kind, text) == expected


@pytest.mark.parametrize(("kind", "text", "expected"), cases(_CASES / "negative.txt"))
def test_takes_nothing_else_for_a_header(kind: str, text: str, expected: str) -> None:
    """Prose, memos, letters and forms have words like labels, and are no headers."""
    assert _read(kind, text) == expected


@pytest.mark.parametrize(("kind", "text", "expected"), cases(_CASES / "languages.txt"))
def test_reads_every_language(kind: str, text: str, expected: str) -> None:
    """Each language has a header of labels and the sentence above a quotation, as its mail programs print them."""
    assert _read(kind, text) == expected


@pytest.mark.parametrize(("kind", "text", "expected"), cases(_CASES / "forms.txt"))
def test_reads_every_form(kind: str, text: str, expected: str) -> None:
    """Headers come in more forms than Outlook's: quoted, bold, in tables, in the style of Lotus Notes, in a mixture of languages."""
    assert _read(kind, text) == expected


@pytest.mark.xfail(strict=True)
@pytest.mark.parametrize(("kind", "text", "expected"), cases(_CASES / "known_failures.txt"))
def test_known_failures(kind: str, text: str, expected: str) -> None:
    """What should be right and is not yet."""
    assert _read(kind, text) == expected
