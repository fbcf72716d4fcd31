"""The laws that hold for any text, however noisy: each is a property."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections import Counter
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import networkx as nx
import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import lvvthreads
from lvvthreads import Document
from lvvthreads.header.people import read_people
from lvvthreads.message.reading import FIELDS
from lvvthreads.simulate import Settings, simulate
from lvvthreads.view import headers, tree
from lvvthreads.view.redactions import compared
from lvvthreads.write import from_json, to_json
from tests.floors import measured_release
from tests.noisy import DOSSIER, TEXT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lvvthreads.header.block import Person, Sent
    from lvvthreads.message.message import Slot, Witness
    from lvvthreads.thread.correspondence import Correspondence

VALIDATOR = Draft202012Validator(json.loads(files("lvvthreads.write").joinpath("schema.json").read_text(encoding="utf-8")))
CLASSES = {"header", "body", "boilerplate", "furniture", "unassigned"}
BASES = {"header", "weekday", "copies", "order", "period", "person"}


def read(text: str) -> tuple[Document, Correspondence]:
    """Reconstruct one text."""
    document = Document.from_text(text)
    return document, lvvthreads.reconstruct(document)


def witnesses(correspondence: Correspondence) -> Iterator[Witness]:
    """Yield every printed copy."""
    return (witness for message in correspondence.messages for witness in message.witnesses)


def slots(correspondence: Correspondence) -> Iterator[Slot]:
    """Yield every sender and recipient of every message."""
    return (slot for message in correspondence.messages for slot in (message.sender, *message.to, *message.cc, *message.bcc))


def people(witness: Witness) -> Iterator[tuple[Person, str]]:
    """Yield the people of a copy, each with its node."""
    return iter((witness.sender, *witness.to, *witness.cc, *witness.bcc))


def squeezed(text: str) -> str:
    """Take all blanks out."""
    return "".join(text.split())


@given(TEXT)
def test_1_nothing_is_lost(text: str) -> None:
    """Lines joined again are the text, and the ledger has every line once, in order, under a known class."""
    document, correspondence = read(text)
    assert "".join(document.raw_lines) == text
    assert [number for entry in correspondence.ledger for number in range(entry.first_line, entry.last_line + 1)] == list(
        range(1, len(document.lines) + 1)
    )
    assert {entry.as_ for entry in correspondence.ledger} <= CLASSES


@given(TEXT)
def test_1_the_ledger_and_the_copies_agree(text: str) -> None:
    """The lines of headers are headers in the ledger, the lines of bodies that are not blank are bodies, and no line is in two."""
    document, correspondence = read(text)
    class_of = {number: entry.as_ for entry in correspondence.ledger for number in range(entry.first_line, entry.last_line + 1)}
    headed = [number for witness in witnesses(correspondence) for number in witness.block.lines]
    assert sorted(headed) == [number for number, class_ in class_of.items() if class_ == "header"]
    said = [
        number
        for witness in witnesses(correspondence)
        for span in witness.body
        for number in range(span.first_line, span.last_line + 1)
        if document.lines[number - 1].strip()
    ]
    assert sorted(said) == [number for number, class_ in class_of.items() if class_ == "body" and document.lines[number - 1].strip()]


@given(TEXT)
def test_2_text_never_raises(text: str) -> None:
    """Whatever the text, there is a correspondence, its export fits the schema, and it can be shown and compared."""
    _, correspondence = read(text)
    VALIDATOR.validate(json.loads(to_json(correspondence)))
    assert tree(correspondence)
    assert headers(correspondence) is not None
    assert all(message.readings(field).reason for message in correspondence.messages for field in FIELDS)
    assert len(compared(correspondence, correspondence.redaction_differences())) > 0


@pytest.mark.parametrize(
    "piece",
    [
        "Van: ",
        "DG/",
        "DG/A ",
        "a, ",
        "<",
        "[mailto:",
        "RE: ",
        "12 maart ",
        "@a.nl ",
        "x@y",
        "(",
        "' ",
        "; ",
        "Op 1:11 ",
        "A B ",
        "5.1.2.e ",
        "Aan: 5.1.2.e; ",
    ],
)
def test_2_long_lines_are_read_to_their_end(piece: str) -> None:
    """A line of 40,000 characters in a header is read without backtracking."""
    long = piece * (40_000 // len(piece))
    header = f"Van: {long}\nVerzonden: {long}\nAan: {long}\nOnderwerp: {long}\n\n{long}\n"
    assert read(header)[1].sources[0].lines == 6


@given(TEXT)
def test_3_every_field_keeps_its_text_and_place(text: str) -> None:
    """What a field says to have read stands on the lines that it names, label and value."""
    document, correspondence = read(text)
    for witness in witnesses(correspondence):
        for field in witness.block.fields:
            on_lines = "\n".join(document.lines[number - 1] for number in field.lines)
            assert field.line in field.lines
            assert set(field.lines) <= set(witness.block.lines)
            assert field.label is None or field.label in on_lines
            if witness.block.form != "attribution":
                assert all(piece in on_lines for piece in field.raw.split("\n"))


@given(TEXT)
def test_3_every_value_keeps_its_text_and_place(text: str) -> None:
    """People begin on the line that they name, subjects and attachments are made of their fields."""
    document, correspondence = read(text)
    for witness in witnesses(correspondence):
        field_of = {field.name: field for field in witness.block.fields}
        for person, _ in people(witness):
            if person.raw:
                assert person.line in witness.block.lines
                assert squeezed(document.lines[(person.line or 0) - 1]).find(squeezed(person.raw.split()[0])) >= 0
        if witness.subject:
            assert squeezed(witness.subject.raw) == squeezed(field_of["subject"].raw)
        for attachment in witness.block.attachments:
            assert squeezed(attachment.raw) in squeezed(field_of["attachments"].raw)


def test_3_a_person_on_the_next_line() -> None:
    """Somebody who begins a line is on that line, not on the one before."""
    people_ = read_people("5.1.2.e - DG/WEG/JUR;\nBos, A.; \n Dam, C.")
    assert [person.line for person in people_] == [0, 1, 2]


def test_3_an_attribution_keeps_its_text() -> None:
    """The time and the sender of an attribution stand on its line as they are given."""
    line = "Op 12 mrt. 2024 om 09:14 schreef A. Bos <a.bos@oeverland.nl>:"
    for witness in witnesses(read(f"{line}\n\nDag")[1]):
        assert all(field.raw in line for field in witness.block.fields)
        assert witness.block.fields[0].raw.endswith("09:14")


@given(TEXT)
def test_3_every_redaction_keeps_its_text_and_place(text: str) -> None:
    """A mark is what stands at its place."""
    document, correspondence = read(text)
    for redaction in correspondence.redactions:
        assert redaction.raw
        assert document.lines[redaction.line - 1][redaction.start : redaction.end] == redaction.raw


def check_sent(sent: Sent) -> None:
    """Hold a time against what its parts promise of each other."""
    pattern = sent.pattern or "????-??-??T??:??"
    assert re.fullmatch(r"[\d?]{4}-[\d?]{2}-[\d?]{2}T[\d?]{2}:[\d?]{2}", pattern)
    assert sent.pattern is None or any(letter.isdigit() for letter in pattern)
    value = sent.value or ""
    assert pattern.startswith(value)
    assert "?" not in value
    assert len(value) in {0, 4, 7, 10, 16}
    assert len(value) == 16 or "?" in pattern[: {0: 4, 4: 7, 7: 10, 10: 16}[len(value)]]
    if sent.earliest and sent.latest:
        assert sent.earliest <= sent.latest
        assert sent.earliest.startswith(value)
        assert sent.latest.startswith(value)
    assert 0.0 <= sent.confidence <= 1.0
    assert set(sent.basis) <= BASES
    assert sent.basis or not sent.pattern


@given(TEXT)
def test_4_what_is_not_known_is_not_claimed(text: str) -> None:
    """A time claims no digit that its pattern leaves open, its bounds hold it, and every certainty is a probability."""
    _, correspondence = read(text)
    for message in correspondence.messages:
        check_sent(message.sent)
        for witness in message.witnesses:
            check_sent(witness.sent)
            check_sent(witness.block.sent)
            assert all(0.0 <= field.confidence <= 1.0 for field in witness.block.fields)
    for link in correspondence.links:
        assert 0.0 < link.confidence <= 1.0
        assert all(alternative.confidence <= link.confidence for alternative in link.alternatives)


def test_4_bounds_that_contradict_each_other_are_not_believed() -> None:
    """An undated mail between one of the 12th and, quoted beneath, one of the 14th has no earliest time after its latest."""
    header = "Van: 5.1.2.e - DG/A\n{}Aan: 5.1.2.e - DG/B\nOnderwerp: RE: Kade\n\n{}\n\n"
    above = header.format("Verzonden: dinsdag 12 maart 2024 15:48\n", "Eens met het voorstel.")
    undated = header.format("", "Graag een reactie van de schipper.")
    beneath = header.format("Verzonden: donderdag 14 maart 2024 07:55\n", "De sleutel ligt klaar bij de balie.")
    _, correspondence = read(above + undated + beneath)
    assert len(correspondence.messages) == 3
    for message in correspondence.messages:
        check_sent(message.sent)


@given(TEXT)
def test_5_no_two_share_a_placeholder(text: str) -> None:
    """A placeholder stands in one slot of one message, has no name, and shares its slot with a name only where copies differ."""
    _, correspondence = read(text)
    placeholders = {person.node: person for person in correspondence.people if person.kind != "named"}
    assert all(person.name is None for person in placeholders.values())
    held = Counter(node for slot in slots(correspondence) for node in slot.nodes if node in placeholders)
    assert set(held) == set(placeholders)
    assert set(held.values()) <= {1}
    for witness in witnesses(correspondence):
        for person, node in people(witness):
            assert (person.kind == "named") == (node not in placeholders)
            assert person.kind == "named" or person.name is None
            assert person.kind != "redacted" or person.address is None


@given(TEXT)
def test_5_a_hint_brings_two_placeholders_together_and_changes_nothing(text: str) -> None:
    """Both are redacted slots of which no copy shows the name; all else is as without hints, and it can be kept."""
    document = Document.from_text(text)
    plain, hinted = lvvthreads.reconstruct(document), lvvthreads.reconstruct(document, hints=True)
    assert plain.hints is None
    alone = {slot.nodes[0] for slot in slots(hinted) if len(slot.nodes) == 1}
    for hint in hinted.hints or ():
        assert hint.a < hint.b
        assert {hint.a, hint.b} <= alone
        assert {hinted.person(node).kind for node in (hint.a, hint.b)} == {"redacted"}
        assert 0 < hint.score < 1
    assert evolve(hinted, hints=None) == plain
    assert from_json(to_json(hinted)) == hinted


@given(TEXT)
def test_6_the_reply_graph_is_a_branching(text: str) -> None:
    """Every mail has one parent at most, none is its own ancestor, and the threads hold every mail once."""
    _, correspondence = read(text)
    graph = correspondence.reply_graph
    assert set(graph) == {message.id for message in correspondence.messages}
    assert nx.is_directed_acyclic_graph(graph)
    assert all(degree <= 1 for _, degree in graph.in_degree())
    assert sorted(id_ for thread in correspondence.threads for id_ in thread.messages) == sorted(graph)
    edges = {(branch.parent, branch.message) for thread in correspondence.threads for branch in thread.tree if branch.parent}
    assert edges == set(graph.edges)


@given(st.lists(TEXT, min_size=2, max_size=4, unique=True), st.randoms(use_true_random=False))
def test_7_the_order_of_files_does_not_matter(texts: list[str], random: Any) -> None:
    """The same files in another order give the same bytes."""
    documents = [Document.from_text(text, name=f"{i}.txt") for i, text in enumerate(texts)]
    there = to_json(lvvthreads.reconstruct(documents))
    random.shuffle(documents)
    assert to_json(lvvthreads.reconstruct(documents)) == there


def test_7_neither_order_nor_hash_seed_matters(tmp_path: Path) -> None:
    """Another process with another hash seed, given the files in another order, gives the same bytes."""
    pages = DOSSIER.split("\f")
    names = [str(tmp_path / f"{i}.txt") for i in range(3)]
    for i, name in enumerate(names):
        Path(name).write_bytes("\f".join(pages[4 * i : 4 * i + 4]).encode())
    exports = set()
    for seed, files_ in (("1", names), ("2", names[::-1]), ("77", [names[1], names[2], names[0]])):
        command = [sys.executable, "-c", "from lvvthreads.cli import main; main()", "export", *files_]
        done = subprocess.run(command, capture_output=True, check=True, env={**os.environ, "PYTHONHASHSEED": seed})
        exports.add(done.stdout)
    assert len(exports) == 1
    assert len(json.loads(exports.pop())["messages"]) > 10


def test_7_a_damaged_release_is_read_alike_with_any_hash_seed(tmp_path: Path) -> None:
    """Damage makes ties, and a tie must not be decided by the order of a set."""
    path = tmp_path / "release.txt"
    path.write_bytes(simulate(Settings(messages=300, seed=1, noise=0.25)).text.encode())
    command = [sys.executable, "-c", "from lvvthreads.cli import main; main()", "export", str(path)]
    runs = [
        subprocess.run(command, capture_output=True, check=True, env={**os.environ, "PYTHONHASHSEED": seed}) for seed in ("1", "2", "3")
    ]
    assert len({run.stdout for run in runs}) == 1


@given(TEXT)
def test_8_an_export_is_read_back(text: str) -> None:
    """``from_json(to_json(x)) == x``, and the same bytes when it is written again."""
    _, correspondence = read(text)
    export = to_json(correspondence)
    assert from_json(export) == correspondence
    assert to_json(from_json(export)) == export


@pytest.mark.parametrize(("language", "law"), [("nl", "woo"), ("nl", "wob"), ("en", "foia")])
def test_9_clean_text_parses_back(language: str, law: str) -> None:
    """Of a release without noise or cuts nearly everything is found as it was invented, and no two people share a node."""
    figures = measured_release(simulate(Settings(messages=300, seed=1, noise=0.0, cuts=0.0, language=language, law=law)))
    assert figures.pop("violations") == 0
    assert figures.pop("sent_wrong") <= 0.01
    assert {figure: value for figure, value in figures.items() if value < 0.99} == {}
