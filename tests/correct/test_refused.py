"""What does not fit is reported with its reason, and does nothing; all else is obeyed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx
import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import lvvthreads
from lvvthreads import Corrections, from_json
from lvvthreads.correct.correction import KINDS, OF_TWO, Correction
from lvvthreads.correct.place import anchor
from tests.correct.release import (
    ANSWERS,
    ANSWERS_AGAIN,
    ANSWERS_TOO,
    ASKS,
    LUNCHES,
    QUOTED,
    RELEASE,
    at,
    corrected,
    correction,
    document,
    firsts,
    links,
    refusals,
)
from tests.noisy import DOSSIER

if TYPE_CHECKING:
    from lvvthreads.correct.correction import CorrectionKind

GONE = evolve(
    correction("no-parent", LUNCHES), at=evolve(correction("no-parent", LUNCHES).at, quote=("Van: Z. Niemand",), before=(), after=())
)


@pytest.mark.parametrize(
    ("entries", "reason"),
    [
        pytest.param([GONE], "its lines are no longer found in haven.txt: Van: Z. Niemand", id="gone"),
        pytest.param(
            [correction("date", ANSWERS, value="2024-03-01"), correction("date", ANSWERS, value="2024-03-02")],
            "correction 1 says another date; take one of the two out",
            id="two dates",
        ),
        pytest.param(
            [correction("subject", ANSWERS, value="Kade"), correction("subject", ANSWERS, value="RE: Kade")],
            "correction 1 says another subject; take one of the two out",
            id="two subjects",
        ),
        pytest.param(
            [correction("not-same", ANSWERS, LUNCHES), correction("same", LUNCHES, ANSWERS)],
            "correction 1 says that they are two; take one of the two out",
            id="two and one",
        ),
        pytest.param(
            [correction("same", ANSWERS, ANSWERS_TOO), correction("same", ANSWERS_TOO, LUNCHES), correction("not-same", ANSWERS, LUNCHES)],
            "earlier corrections say that both are one e-mail; take one of them out",
            id="one by way of another, and two",
        ),
        pytest.param(
            [
                correction("date", ANSWERS, value="2024-03-01"),
                correction("date", LUNCHES, value="2024-03-02"),
                correction("same", ANSWERS, LUNCHES),
            ],
            "other corrections give the two another date",
            id="one e-mail with two dates",
        ),
        pytest.param([correction("same", ASKS, ASKS)], "both places are of one and the same header", id="the same header twice"),
        pytest.param(
            [correction("parent", ANSWERS, ANSWERS_AGAIN)],
            "both places are of copies of one e-mail; say first that they are two (not-same)",
            id="its own parent",
        ),
        pytest.param(
            [
                correction("parent", ANSWERS, ANSWERS_TOO),
                correction("parent", ANSWERS_TOO, LUNCHES),
                correction("parent", LUNCHES, ANSWERS),
            ],
            "it would be its own ancestor: earlier corrections hang the parent beneath it",
            id="a loop",
        ),
        pytest.param(
            [correction("parent", LUNCHES, ANSWERS), correction("parent", LUNCHES, ANSWERS_TOO)],
            "correction 1 gives it another parent or says otherwise what it is; an e-mail has one at most",
            id="two parents",
        ),
        pytest.param(
            [correction("parent", LUNCHES, ANSWERS), correction("not-parent", LUNCHES, ANSWERS_AGAIN)],
            "correction 1 says that it is; take one of the two out",
            id="a parent and not",
        ),
        pytest.param(
            [correction("not-parent", LUNCHES, ANSWERS), correction("parent", LUNCHES, ANSWERS)],
            "an earlier correction says that it is not its parent; take one of the two out",
            id="not a parent, and one",
        ),
        pytest.param(
            [correction("no-parent", LUNCHES), correction("parent", LUNCHES, ANSWERS)],
            "correction 1 says that it has no parent; take one of the two out",
            id="no parent, and one",
        ),
        pytest.param(
            [correction("parent", LUNCHES, ANSWERS), correction("no-parent", LUNCHES)],
            "correction 1 gives it a parent; take one of the two out",
            id="a parent and none",
        ),
        pytest.param(
            [correction("no-header", LUNCHES), correction("date", LUNCHES, value="2024-03-01")],
            "no header is found at haven.txt:30",
            id="the date of no header",
        ),
        pytest.param(
            [correction("no-header", LUNCHES), correction("header", LUNCHES)],
            "correction 1 says the opposite of these lines; take one of the two out",
            id="a header and none",
        ),
        pytest.param(
            [correction("header", LUNCHES), correction("header", LUNCHES, lines=3)],
            "correction 1 says that a header of other lines stands there; take one of the two out",
            id="two headers that share lines",
        ),
        pytest.param(
            [correction("header", 35, lines=2)],
            "its lines cannot be read as one header: too little is left of labels and dates",
            id="prose is no header",
        ),
    ],
)
def test_the_last_does_not_fit(entries: list[Correction], reason: str) -> None:
    """Those before it are obeyed, and the release is as if it were not there."""
    found = corrected(*entries)
    assert refusals(found) == [*[""] * (len(entries) - 1), reason]
    assert evolve(found, corrections=found.corrections[:-1]) == corrected(*entries[:-1])


def test_no_mail_quotes_itself() -> None:
    """Two of one printout cannot be one by way of a third."""
    text = RELEASE.replace("\f", "")
    found = corrected(correction("same", ANSWERS, LUNCHES, text=text), correction("same", LUNCHES, QUOTED, text=text), text=text)
    assert all(len({witness.printout for witness in message.witnesses}) == len(message.witnesses) for message in found.messages)
    assert nx.is_branching(found.reply_graph)


def test_said_twice_is_no_contradiction() -> None:
    """The same thing of the same place, or of another copy."""
    twice = [correction("date", ANSWERS, value="2024-03-01"), correction("date", ANSWERS, value="2024-03-01T??:??")]
    again = [correction("parent", LUNCHES, ANSWERS), correction("parent", LUNCHES, ANSWERS_AGAIN)]
    assert refusals(corrected(*twice, *again)) == ["", "", "", ""]
    found = corrected(correction("header", LUNCHES), correction("header", LUNCHES))
    assert (refusals(found), firsts(found)) == (["", ""], firsts(corrected()))


def test_copies_with_two_dates_are_two_mails() -> None:
    """What the program takes for one a person tells apart by its dates."""
    found = corrected(correction("date", ANSWERS, value="2024-03-12"), correction("date", ANSWERS_AGAIN, value="2024-03-19"))
    assert refusals(found) == ["", ""]
    assert firsts(found) == [[ASKS, QUOTED], [ANSWERS], [ANSWERS_TOO], [LUNCHES], [ANSWERS_AGAIN]]


def test_no_placeholder_is_shared_or_named() -> None:
    """Two mails that a person joins keep a placeholder for each redacted slot, and the name that one copy shows is not given to it."""
    text = RELEASE.replace("C. Dam", "5.1.2.e", 1).replace("Van: G. Mol", "Van: 5.1.2.e").replace("\fVan: C. Dam", "\fVan: 5.1.2.e", 1)
    found = corrected(correction("same", ANSWERS, LUNCHES, text=text), correction("same", LUNCHES, ANSWERS_TOO, text=text), text=text)
    assert refusals(found) == ["", ""]
    message = found.message(at(found, ANSWERS))
    people = [found.person(node) for node in message.sender.nodes]
    assert sorted((person.kind, person.name) for person in people if person.kind == "redacted") == [("redacted", None)]
    assert {person.name for person in people if person.kind == "named"} == {"C. Dam", "E. Vos"}
    nodes = [node for one in found.messages for slot in (one.sender, *one.to) for node in slot.nodes if found.person(node).kind != "named"]
    assert len(nodes) == len(set(nodes))


LINES = st.integers(1, DOSSIER.count("\n"))
_VALUES = {"date": "2024-03-12T10:20", "subject": "RE: Steiger", "parent": "forward"}


@st.composite
def entries(draw: st.DrawFn) -> Correction:
    """Draw a correction of some lines of the example dossier, wherever they are."""
    kind: CorrectionKind = draw(st.sampled_from(list(KINDS)))
    text = document(DOSSIER)
    places = [anchor(text, line, line + draw(st.integers(0, 6))) for line in (draw(LINES), draw(LINES)) if text.lines[line - 1].strip()]
    if not places:
        places = [anchor(text, 5, 9)]
    return Correction(kind=kind, at=places[0], other=places[-1] if kind in OF_TWO else None, value=_VALUES.get(kind))


@given(st.lists(entries(), min_size=1, max_size=8), st.sampled_from([DOSSIER, "\n\n" + DOSSIER.replace("e", "c", 40), DOSSIER[2000:]]))
def test_the_laws_hold_whatever_is_said(said: list[Correction], text: str) -> None:
    """No correction raises, loses a line, closes a loop, names or joins the redacted, or is dropped silently."""
    read = document(text)
    found = lvvthreads.reconstruct(read, corrections=Corrections(entries=tuple(said)))
    assert [outcome.correction for outcome in found.corrections] == said
    assert all(outcome.applied != bool(outcome.why_not) for outcome in found.corrections)
    assert [number for entry in found.ledger for number in range(entry.first_line, entry.last_line + 1)] == list(
        range(1, len(read.lines) + 1)
    )
    assert not found.messages or nx.is_branching(found.reply_graph)
    assert all(person.name is None for person in found.people if person.kind != "named")
    held = [(node, message.id) for message in found.messages for slot in (message.sender, *message.to, *message.cc) for node in slot.nodes]
    nameless = [(node, id_) for node, id_ in held if found.person(node).kind != "named"]
    assert len({node for node, _ in nameless}) == len(nameless)
    assert from_json(found.to_json()) == found
    for outcome in found.corrections:
        if outcome.applied and outcome.correction.kind == "date":
            assert found.message(outcome.messages[0]).sent.basis == ("person",)
        if outcome.applied and outcome.correction.kind == "same":
            assert len(outcome.messages) == 1
        if outcome.applied and outcome.correction.kind == "not-same":
            assert len(outcome.messages) == 2
        if outcome.applied and outcome.correction.kind == "parent":
            child, parent = outcome.messages
            link = found.parent_link(child)
            assert link is not None
            assert (link.parent, link.confidence) == (parent, 1.0)
        if outcome.applied and outcome.correction.kind == "no-parent":
            assert found.parent_link(outcome.messages[0]) is None
        if outcome.applied and outcome.correction.kind == "not-parent":
            link = found.parent_link(outcome.messages[0])
            assert link is None or link.parent != outcome.messages[-1]


def test_links_are_those_of_the_release() -> None:
    """The fixture that all this is measured against."""
    assert links(corrected()) == [(ANSWERS, ASKS, "reply"), (ANSWERS_TOO, ASKS, "reply")]
