"""Each kind of correction is obeyed, and what a person says is marked as a person's."""

from __future__ import annotations

from attrs import evolve

import lvvthreads
from lvvthreads import Corrections, Document, from_json
from lvvthreads.correct.place import anchor
from lvvthreads.header.block import Subject
from lvvthreads.view.explanation import explanation
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

_PRINTED = "Van: G. Mol\nVerzonden: vrijdag 15 maart 2024 16:05\nAan: H. Das\nOnderwerp: Lunch in de kantine\n"
#: A header of whose labels and date too little is left, and one that has the labels of a memo.
LOST = RELEASE.replace(_PRINTED, "\\/an; G. Mol\nVcrz0ndcn vrijdag 15\nI-I. Das\n0nderwcrp: Lunch in de kantine\n")
MEMO = RELEASE.replace(_PRINTED, "Aan: H. Das\nVan: G. Mol\nDatum: 15 maart 2024\nOnderwerp: Lunch in de kantine\nKenmerk: 2024/117\n")
#: The Monday of the question is lost, and the day of the answer misread.
MONDAYS = """\
Van: C. Dam
Verzonden: dinsdag 26 maart 2024 10:30
Aan: A. Bos
Onderwerp: RE: Steiger

Nee, de aannemer komt daar pas over twee weken aan toe.

Van: A. Bos
Verzonden: maandag %, maart 2024 09:12
Aan: C. Dam
Onderwerp: Steiger

Is de steiger bij de oude haven al hersteld na de storm?
"""


def test_without_corrections_the_release_is_what_it_is() -> None:
    """The question and the answer have two copies each; both answers hang beneath the question."""
    found = corrected()
    assert firsts(found) == [[ASKS, QUOTED], [ANSWERS, ANSWERS_AGAIN], [ANSWERS_TOO], [LUNCHES]]
    assert links(found) == [(ANSWERS, ASKS, "reply"), (ANSWERS_TOO, ASKS, "reply")]
    assert found.corrections == ()


def test_date() -> None:
    """The time is the person's, whole or in part; the print stays beside it, and so do the copies."""
    found = corrected(correction("date", ANSWERS, value="2024-03-18 10:30", by="J. Smit", on="2026-05-31", why="by the postmark"))
    message = found.message(at(found, ANSWERS))
    assert refusals(found) == [""]
    assert (message.sent.value, message.sent.basis, message.sent.confidence) == ("2024-03-18T10:30", ("person",), 1.0)
    assert (message.sent.earliest, message.sent.latest) == ("2024-03-18T10:30", "2024-03-18T10:30")
    assert firsts(found) == firsts(corrected())
    told, other = message.witnesses
    assert (told.sent.basis, told.block.sent.value) == (("person",), "2024-03-12T10:30")
    assert other.sent.value == "2024-03-12T10:30"
    assert "haven.txt:9 was sent 2024-03-18 10:30\n     J. Smit on 2026-05-31: by the postmark\n" in explanation(found, message.id)


def test_a_date_in_part() -> None:
    """What the person does not say stays unknown."""
    found = corrected(correction("date", LUNCHES, value="2024-04"))
    sent = found.message(at(found, LUNCHES)).sent
    assert (sent.value, sent.pattern) == ("2024-04", "2024-04-??T??:??")
    assert (sent.earliest, sent.latest) == ("2024-04-01T00:00", "2024-04-30T23:59")


def test_the_chronology_goes_by_the_date() -> None:
    """Before 26 March there are four Mondays in March, before the 5th there is one."""
    assert [message.sent.pattern for message in corrected(text=MONDAYS).messages] == ["2024-03-26T10:30", "2024-03-??T09:12"]
    found = corrected(correction("date", 1, text=MONDAYS, value="2024-03-05"), text=MONDAYS)
    assert [message.sent.pattern for message in found.messages] == ["2024-03-05T??:??", "2024-03-04T09:12"]


def test_subject() -> None:
    """The subject is the person's, with its prefixes; its raw text stays what is printed."""
    found = corrected(correction("subject", LUNCHES, value="FW: Lunch  op maandag"))
    message = found.message(at(found, LUNCHES))
    assert (message.subject.clean, message.subject.prefixes) == ("Lunch op maandag", ("FW",))
    assert (message.subject.raw, message.subject.basis) == ("Lunch in de kantine", ("person",))
    export = found.to_dict()
    written = next(one for one in export["messages"] if one["id"] == message.id)
    assert written["subject"]["basis"] == written["witnesses"][0]["subject"]["basis"] == ["person"]
    assert written["witnesses"][0]["header"]["subject"] == {"clean": "Lunch in de kantine", "raw": "Lunch in de kantine", "prefixes": []}
    assert "basis" not in export["messages"][0]["subject"]


def test_a_subject_finds_its_conversation() -> None:
    """Links go by the subject that the person gives, and no other spelling of the exchange takes its place."""
    text = RELEASE.replace(
        "Van: E. Vos\nVerzonden: woensdag 13 maart 2024 11:45\nAan: A. Bos\nOnderwerp: RE: Steiger",
        "Van: E. Vos\nVerzonden: woensdag 13 maart 2024 11:45\nAan: A. Bos\nOnderwerp: PQXZ",
    )
    assert links(corrected(text=text)) == [(ANSWERS, ASKS, "reply")]
    found = corrected(correction("subject", ANSWERS_TOO, text=text, value="RE: Steigers"), text=text)
    assert links(found) == [(ANSWERS, ASKS, "reply"), (ANSWERS_TOO, ASKS, "reply")]
    assert found.message(at(found, ANSWERS_TOO)).subject.clean == "Steigers"


def test_same() -> None:
    """Two copies are one message, however different they are; each keeps its own reading."""
    found = corrected(correction("same", ANSWERS_TOO, LUNCHES))
    assert firsts(found) == [[ASKS, QUOTED], [ANSWERS, ANSWERS_AGAIN], [ANSWERS_TOO, LUNCHES]]
    assert found.corrections[0].messages == (at(found, LUNCHES),)


def test_same_in_what_was_taken_for_one_printout() -> None:
    """No e-mail quotes itself, so another printout begins between the two."""
    found = corrected(correction("same", ANSWERS, QUOTED))
    assert refusals(found) == [""]
    message = found.message(at(found, ANSWERS))
    assert {(witness.block.first_line, witness.depth) for witness in message.witnesses} >= {(ANSWERS, 0), (QUOTED, 0)}


def test_same_in_two_files() -> None:
    """The places are told by the names of the files; the message has both sources."""
    other = Document.from_text(
        "Van: G. Mol\nVerzonden: vrijdag 15 maart 2024 16:06\nAan: H. Das\nOnderwerp: Soep\n\nKomt u?\n", name="kade.txt"
    )
    said = evolve(correction("same", LUNCHES, ANSWERS), other=anchor(other, 1, 4))
    found = lvvthreads.reconstruct([other, document()], corrections=Corrections(entries=(said,)))
    assert {witness.source for witness in found.message(at(found, LUNCHES)).witnesses} == {document().id, other.id}


def test_not_same() -> None:
    """Two copies are two messages, however alike they are."""
    found = corrected(correction("not-same", ANSWERS, ANSWERS_AGAIN))
    assert firsts(found) == [[ASKS, QUOTED], [ANSWERS], [ANSWERS_TOO], [LUNCHES], [ANSWERS_AGAIN]]
    assert len(found.corrections[0].messages) == 2


def test_parent() -> None:
    """A link is made whatever speaks against it, certain, and with the person as its evidence."""
    found = corrected(correction("parent", LUNCHES, ANSWERS, value="forward", by="J. Smit"))
    assert (LUNCHES, ANSWERS, "forward") in links(found)
    link = found.parent_link(at(found, LUNCHES))
    assert link is not None
    assert link.confidence == 1.0
    assert [(each.feature, each.detail) for each in link.evidence] == [("person", "a person says so (J. Smit)")]


def test_parent_without_a_kind() -> None:
    """Whether it replies or forwards is told by its prefix."""
    assert (ANSWERS_TOO, ANSWERS, "reply") in links(corrected(correction("parent", ANSWERS_TOO, ANSWERS)))


def test_parent_stands_above_what_the_program_links() -> None:
    """Where both would make a loop the program's link goes."""
    assert links(corrected(correction("parent", ASKS, ANSWERS, value="reply"))) == [(ASKS, ANSWERS, "reply"), (ANSWERS_TOO, ASKS, "reply")]


def test_not_parent() -> None:
    """The parent is looked for elsewhere, and is not among those that were weighed."""
    found = corrected(correction("not-parent", ANSWERS_TOO, ASKS))
    assert (ANSWERS_TOO, ASKS, "reply") not in links(found)
    link = found.parent_link(at(found, ANSWERS_TOO))
    assert link is None or at(found, ASKS) not in {link.parent, *(other.parent for other in link.alternatives)}


def test_no_parent() -> None:
    """It opens its thread, even where its parent is quoted right beneath."""
    found = corrected(correction("no-parent", ANSWERS))
    assert links(found) == [(ANSWERS_TOO, ASKS, "reply")]


def test_no_header() -> None:
    """Its lines are words of the mail above, as if they had never looked like a header."""
    found = corrected(correction("no-header", QUOTED))
    assert firsts(found) == [[ASKS], [ANSWERS, ANSWERS_AGAIN], [ANSWERS_TOO], [LUNCHES]]
    answer = next(witness for message in found.messages for witness in message.witnesses if witness.block.first_line == ANSWERS)
    assert "Onderwerp: Steiger" in answer.text


def test_header() -> None:
    """A header that is past finding is read where the person says that it stands: by what is left of its labels, and their order."""
    assert firsts(corrected(text=LOST)) == [[ASKS, QUOTED], [ANSWERS, ANSWERS_AGAIN], [ANSWERS_TOO]]
    found = corrected(correction("header", LUNCHES, text=LOST), text=LOST)
    assert refusals(found) == [""]
    (witness,) = found.message(at(found, LUNCHES)).witnesses
    assert (witness.block.lines, witness.block.confidence) == ((30, 31, 32, 33), 1.0)
    assert [(field.name, field.lines) for field in witness.block.fields] == [
        ("from", (30,)),
        ("sent", (31,)),
        ("to", (32,)),
        ("subject", (33,)),
    ]
    assert (witness.sender[0].name, witness.to[0][0].name, witness.block.subject) == (
        "G. Mol",
        "I-I. Das",
        Subject(clean="Lunch in de kantine", raw="Lunch in de kantine"),
    )


def test_a_header_with_the_labels_of_a_memo() -> None:
    """What tells a memo from a mail is not asked where a person tells it."""
    assert [LUNCHES] not in firsts(corrected(text=MEMO))
    found = corrected(correction("header", LUNCHES, text=MEMO), text=MEMO)
    message = found.message(at(found, LUNCHES))
    assert (message.sent.value, message.subject.clean) == ("2024-03-15", "Lunch in de kantine")


def test_it_is_written_and_read_back() -> None:
    """What became of each correction is part of the export."""
    found = corrected(
        correction("date", ANSWERS, value="2024-03-18", why="é\x1b"),
        correction("same", ANSWERS_TOO, LUNCHES),
        correction("no-parent", LUNCHES, by="J. Smit"),
        evolve(correction("no-header", ASKS), at=evolve(correction("no-header", ASKS).at, document="nergens.txt")),
    )
    assert [outcome.applied for outcome in found.corrections] == [True, True, True, False]
    assert from_json(found.to_json()) == found
    assert found.to_dict()["corrections"][0]["correction"]["value"] == "2024-03-18"


def test_the_order_of_files_does_not_matter() -> None:
    """The same corrections, the same bytes."""
    one, two = (Document.from_text(text, name=name) for text, name in ((RELEASE, "haven.txt"), (LOST + "x", "kade.txt")))
    said = Corrections(entries=(correction("same", ANSWERS_TOO, LUNCHES), correction("date", ASKS, value="2024-03-10")))
    assert lvvthreads.reconstruct([one, two], corrections=said).to_json() == lvvthreads.reconstruct([two, one], corrections=said).to_json()
