"""What is missing is said with what shows it and what is known, and nothing of it is made up."""

from __future__ import annotations

import pytest

import lvvthreads
from lvvthreads import Correspondence, Document
from lvvthreads.thread.pointer import named_document

_ANSWER = """\
Van: Anna Veerman
Verzonden: maandag 11 maart 2024 11:00
Aan: Bram Kuiper
Onderwerp: {prefix}Sleutels van de kade

Bij de balie.

{beneath}
"""
_QUESTION = """\
Van: Bram Kuiper
Verzonden: maandag 11 maart 2024 10:00
Aan: Anna Veerman
Onderwerp: Sleutels van de kade

Waar liggen de sleutels?
"""
_OTHER = """\
Van: Chris Molenaar
Verzonden: dinsdag 12 maart 2024 09:00
Aan: Dora Smit
Onderwerp: Verf voor de boot

Welke kleur wordt het?
"""


def read(*printouts: str) -> Correspondence:
    """Read printouts, each on a page of its own."""
    return lvvthreads.reconstruct(Document.from_text("\f".join(printouts)))


def kinds(correspondence: Correspondence) -> list[tuple[str, int]]:
    """Return the kinds of the missing mails with the lines of those that show them."""
    return [(gone.kind, int(gone.child.rpartition(":")[2])) for gone in correspondence.missing]


@pytest.mark.parametrize(
    ("beneath", "kind", "feature"),
    [
        ("1 pagina hieronder reeds beoordeeld en verwijderd", "removed", "removed"),
        ("[2 pages removed]", "removed", "removed"),
        ("2 Seiten entfernt", "removed", "removed"),
        ("2 pages supprimées", "removed", "removed"),
        ("Buiten reikwijdte verzoek", "removed", "outside"),
        ("Op maandag 11 maart 2024 om 10:00 schreef Bram Kuiper:", "attribution", "attribution"),
        ("-----Oorspronkelijk bericht-----", "attribution", "separator"),
        ("-----Original Message-----", "attribution", "separator"),
        ("Begin forwarded message:", "attribution", "separator"),
    ],
)
def test_the_line_is_named(beneath: str, kind: str, feature: str) -> None:
    """What shows a missing mail is a line, which the evidence names."""
    (gone,) = read(_ANSWER.format(prefix="RE: ", beneath=beneath)).missing
    assert gone.kind == kind
    assert next(each.detail for each in gone.evidence if each.feature == feature).startswith("line 8: ")
    assert sum(each.weight for each in gone.evidence) > 0


def test_a_bare_attribution_is_no_message() -> None:
    """Of the mail that the line names who and when are known, and it is not among the messages."""
    correspondence = read(_ANSWER.format(prefix="RE: ", beneath="Op maandag 11 maart 2024 om 10:00 schreef Bram Kuiper:"))
    assert [message.subject.clean for message in correspondence.messages] == ["Sleutels van de kade"]
    assert correspondence.missing[0].known == {"from": "Bram Kuiper", "sent": "2024-03-11T10:00", "subject": "Sleutels van de kade"}
    assert lvvthreads.from_json(correspondence.to_json()) == correspondence


def test_nothing_is_made_up() -> None:
    """A separator tells neither who nor when; a redacted sender is given no name."""
    separated = read(_ANSWER.format(prefix="RE: ", beneath="-----Oorspronkelijk bericht-----"))
    assert separated.missing[0].known == {"subject": "Sleutels van de kade"}
    redacted = read(_ANSWER.format(prefix="RE: ", beneath="Op 11 mrt. 2024 om 10:00 schreef 5.1.2.e:"))
    assert "from" not in redacted.missing[0].known


def test_an_attribution_with_words_beneath_is_a_message() -> None:
    """What is quoted is there, though it was never printed on its own."""
    correspondence = read(
        _ANSWER.format(prefix="RE: ", beneath="Op maandag 11 maart 2024 om 10:00 schreef Bram Kuiper:\n\n> Waar liggen de sleutels?")
    )
    assert [message.quoted_only for message in correspondence.messages] == [False, True]
    assert (len(correspondence.links), correspondence.missing) == (1, ())


def test_one_copy_shows_the_parent() -> None:
    """Nothing is missing where another copy of the mail has beneath it what the censor took out of this one."""
    cut = _ANSWER.format(prefix="RE: ", beneath="1 pagina hieronder reeds beoordeeld en verwijderd")
    whole = _ANSWER.format(prefix="RE: ", beneath=_QUESTION)
    for printouts in ((cut, whole), (whole, cut)):
        correspondence = read(*printouts)
        assert (len(correspondence.messages), len(correspondence.links), correspondence.missing) == (2, 1, ())


def test_the_parent_is_printed_elsewhere() -> None:
    """What was taken out beneath a mail is not missing where the dossier has it."""
    cut = _ANSWER.format(prefix="RE: ", beneath="1 pagina hieronder reeds beoordeeld en verwijderd")
    correspondence = read(cut, _QUESTION)
    assert (len(correspondence.links), correspondence.missing) == (1, ())


def test_a_document_that_is_there() -> None:
    """The note leads to the printout of its number."""
    cut = "Document 2\n\n" + _ANSWER.format(prefix="RE: ", beneath="Reeds beoordeeld in docurnent 1")
    correspondence = read("Document 1\n\n" + _QUESTION, cut)
    assert (len(correspondence.links), correspondence.missing) == (1, ())
    assert "pointed-to-top" in {each.feature for each in correspondence.links[0].evidence}


def test_a_document_that_is_not_there() -> None:
    """The mail is missing, and the number of its document is known."""
    cut = "Document 2\n\n" + _ANSWER.format(prefix="RE: ", beneath="Reeds beoordeeld in document 316")
    correspondence = read("Document 1\n\n" + _OTHER, cut)
    assert [(gone.kind, gone.known["document"]) for gone in correspondence.missing] == [("removed", "316")]


def test_a_document_whose_stamp_is_lost() -> None:
    """Between documents 1 and 3 lies one whose stamp cannot be read: it is the one that the note names."""
    last = "Document 3\n\n" + _ANSWER.format(prefix="RE: ", beneath="Reeds beoordeeld in document 2")
    correspondence = read("Document 1\n\n" + _OTHER, _QUESTION, last)
    assert (len(correspondence.links), correspondence.missing) == (1, ())


@pytest.mark.parametrize("beneath", ["Buiten reikwijdte verzoek", "RELEASE IN PART"])
def test_a_note_that_need_not_be_of_a_mail(beneath: str) -> None:
    """Without a prefix such a note may be of a passage, or of the whole page."""
    assert read(_ANSWER.format(prefix="", beneath=beneath)).missing == ()


def test_an_answer_to_nothing_in_the_dossier() -> None:
    """A prefix shows that there was a mail; one that is much like it in the dossier leaves that open."""
    answer = _ANSWER.format(prefix="RE: ", beneath="")
    assert kinds(read(answer)) == [("prefix", 1)]
    assert read(answer, _QUESTION.replace("10:00", "10:30")).missing == ()


def test_a_quotation_that_nothing_introduces() -> None:
    """What the mail answers is among its words, though the line above it was lost."""
    assert read(_ANSWER.format(prefix="RE: ", beneath="> Waar liggen de sleutels?\n>\n> Bram")).missing == ()


def test_a_note_and_a_prefix_are_one_missing_mail() -> None:
    """The note says more, so it gives the kind."""
    assert kinds(read(_ANSWER.format(prefix="RE: ", beneath="[1 page removed]"))) == [("removed", 1)]


@pytest.mark.parametrize(
    ("note", "number"),
    [
        ("Reeds beoordeeld in document 316", "316"),
        ("1 pagina hieronder reeds beoordeeld in docurnent 3l6", "316"),
        ("Already assessed in doc. 12a", "12a"),
        ("Bereits geprüft in Dokument 4O", "40"),
        ("2 pagina's verwijderd", None),
        ("Buiten reikwijdte verzoek", None),
    ],
)
def test_the_number_that_a_note_names(note: str, number: str | None) -> None:
    """The number stands behind a word for a document; pages are none."""
    assert named_document(note) == number
