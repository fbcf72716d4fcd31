"""The example dossier is read as a careful reader reads it: ``truth_of_dossier.json`` was written by hand."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import lvvthreads

if TYPE_CHECKING:
    from lvvthreads.message.message import Message, Slot
    from lvvthreads.thread.correspondence import Correspondence

TESTS = Path(__file__).parent
DOSSIER = TESTS.parent / "examples" / "dossier.txt"
TRUTH: dict[str, dict[str, Any]] = json.loads((TESTS / "truth_of_dossier.json").read_text(encoding="utf-8"))["messages"]


@cache
def reconstructed() -> Correspondence:
    """Give the correspondence of the example dossier, as the program finds it."""
    return lvvthreads.reconstruct([DOSSIER])


@cache
def found(name: str) -> Message:
    """Give the one message that contains the words of a message of the truth."""
    (message,) = (each for each in reconstructed().messages if TRUTH[name]["words"] in each.text)
    return message


def person(slot: Slot) -> str:
    """Write a slot as the truth does: a name, or the ground and unit of a redacted person."""
    (node,) = (reconstructed().person(node) for node in slot.nodes)
    return node.name or " ".join([*node.grounds, *([node.unit] if node.unit else [])])


def test_every_message_of_the_truth_is_found_once_and_no_other() -> None:
    """There are as many messages as a reader counts."""
    assert len({found(name).id for name in TRUTH}) == len(TRUTH) == len(reconstructed().messages)


@pytest.mark.parametrize("name", TRUTH)
def test_header(name: str) -> None:
    """People, time and subject are what the paper shows, damage repaired."""
    message = found(name)
    assert {
        "from": person(message.sender),
        "to": [person(slot) for slot in message.to],
        "cc": [person(slot) for slot in message.cc],
        "sent": message.sent.value,
        "subject": message.subject.clean,
    } == {key: TRUTH[name][key] for key in ("from", "to", "cc", "sent", "subject")}


@pytest.mark.parametrize("name", TRUTH)
def test_copies(name: str) -> None:
    """Copies of one mail in several printouts are one message."""
    assert len(found(name).witnesses) == TRUTH[name]["copies"]


@pytest.mark.parametrize("name", TRUTH)
def test_parent(name: str) -> None:
    """Each mail hangs beneath the one it answers or passes on."""
    link = reconstructed().parent_link(found(name).id)
    parent = TRUTH[name]["parent"]
    assert (link.parent if link else None) == (found(parent).id if parent else None)
    assert (link.kind if link else None) == TRUTH[name]["link"]


def test_domains_of_those_outside() -> None:
    """Of people in other organisations a redacted address leaves the domain."""
    outside = {name: found(name).witnesses[0] for name in ("outside", "alderman", "questions", "receipt")}
    assert outside["outside"].to[0][0].domain == outside["alderman"].sender[0].domain == "oeverland.nl"
    assert outside["receipt"].to[0][0].domain == outside["questions"].sender[0].domain == "oeverbode.nl"


def test_attachment() -> None:
    """The name of an attached file is kept."""
    assert [each.name for each in found("plan").attachments] == ["Concept dienstregeling v2.docx"]


def test_forms() -> None:
    """One header stands in columns, one mail is known from an attribution line alone."""
    forms = {name: witness.block.form for name in TRUTH for witness in found(name).witnesses if witness.block.form != "block"}
    assert forms == {"notice": "columns", "questions": "attribution"}


def test_missing() -> None:
    """The answer about the budget quotes a mail that the censor took out; of no other mail the parent is missing."""
    assert [(each.kind, each.child) for each in reconstructed().missing] == [("removed", found("budget").id)]


def test_the_named_person_is_one_node() -> None:
    """Whoever is named is one person in all mails; everybody else is a placeholder of one slot."""
    (named,) = (each for each in reconstructed().people if each.kind == "named")
    assert (named.name, named.unit) == ("Terpstra, drs. W.", "DG/WEG/DIR")
    assert named.node in found("consent").sender.nodes
    assert named.node in found("advice").cc[0].nodes
    redacted = [each for each in reconstructed().people if each.kind == "redacted"]
    assert len(redacted) == 35


def test_nothing_but_words_stands_in_the_texts() -> None:
    """Stamps, owners, page numbers, disclaimers and notes of the censor are nobody's words."""
    texts = "\n".join(message.text for message in reconstructed().messages)
    for foreign in (
        "Document",
        "reeds beoordeeld",
        "reikwijdte",
        "bestemd voor",
        "vernietigen",
        "laten\nweten",
        "Oorspronkelijk",
        "Verzonden",
    ):
        assert foreign not in texts
    assert not any(line.strip().isdigit() for line in texts.splitlines())


def test_the_thread_of_the_questions_has_a_subject() -> None:
    """What answers a mail without subject line tells the subject all the same."""
    assert "Vragen over de avondpont" in {thread.subject for thread in reconstructed().threads}


def test_the_note_of_the_censor_makes_a_link_sure() -> None:
    """What stood beneath the mail on the deadline was dealt with in document 2: the mail on top of that is its parent."""
    link = reconstructed().parent_link(found("deadline").id)
    assert link is not None
    assert link.confidence > 0.75
