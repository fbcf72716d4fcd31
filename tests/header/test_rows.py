"""Headers whose rows a text layer holds in another order than the page: values above their labels, and rows in pieces."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from lvvthreads.document.document import Document
from lvvthreads.header.parse import parse

if TYPE_CHECKING:
    from lvvthreads.header.block import HeaderBlock

ABOVE = """\
Van:
dinsdag 4 juni 2019 12:22
Verzonden:
5.1.2.e
@oeverbode.nl>
Aan:
CC:
RE: Zaal voor het overleg van woensdag
Onderwerp:
Dag allen,
De zaal is nog vrij.
"""


def _blocks(text: str) -> list[HeaderBlock]:
    return [parsed.block for parsed in parse(Document.from_text(text))]


def _read(text: str) -> list[tuple[str | None, str | None]]:
    """Return time and subject of each header."""
    return [(block.sent.value, block.subject.clean if block.subject else None) for block in _blocks(text)]


def test_values_stand_above_their_labels_where_the_date_does() -> None:
    """The date above its label tells it: the subject is the line above, not the greeting beneath; an empty field stays empty."""
    (block,) = _blocks(ABOVE)
    assert block.sent.value == "2019-06-04T12:22"
    assert block.subject is not None
    assert (block.subject.clean, block.subject.prefixes) == ("Zaal voor het overleg van woensdag", ("RE",))
    assert [person.domain for person in block.to if person.domain] == ["oeverbode.nl"]
    assert [person.raw for person in block.cc] == [""]


def test_the_rest_of_a_subject_stands_between_its_label_and_a_greeting() -> None:
    """The first of two rows of a subject is drawn before its label, the second behind it."""
    text = ABOVE.replace("Onderwerp:\n", "Onderwerp:\nen de begroting\n")
    assert _read(text) == [("2019-06-04T12:22", "Zaal voor het overleg van woensdag en de begroting")]


def test_without_a_greeting_nothing_beneath_the_label_is_of_the_subject() -> None:
    """What follows may be the body."""
    text = ABOVE.replace("Onderwerp:\nDag allen,", "Onderwerp:\nGegevens")
    assert _read(text) == [("2019-06-04T12:22", "Zaal voor het overleg van woensdag")]


def test_a_value_beneath_its_label_stays_there() -> None:
    """The usual way round: nothing tells that values stand above."""
    text = "Van:\n5.1.2.e\nVerzonden:\ndinsdag 4 juni 2019 12:22\nAan:\n5.1.2.e\nOnderwerp:\nZaal voor woensdag\n\nDag allen,\n"
    assert _read(text) == [("2019-06-04T12:22", "Zaal voor woensdag")]


def test_values_stand_beneath_a_run_of_labels() -> None:
    """The date is the third of the values as its label is the third of the labels; the line before it is the subject."""
    text = (
        "Van:\nAan:\nOnderwerp:\nDatum:\nBijlagen:\nBos, Anna (A.B.); Dam, Cor (C.D.)\nBegroting\n"
        "woensdag 25 september 2024 11:48:38\nverslag.pdf\nDag allen,\nHierbij de begroting.\n"
    )
    assert _read(text) == [("2024-09-25T11:48", "Begroting")]


@pytest.mark.parametrize(
    ("rows", "sent"),
    [
        ("vrijdag\nDatum: 17\nmei 2024 17:14:00", "2024-05-17T17:14"),
        ("Verzonden:\nfebruari\nwoensdag\n12 2025 15:46", "2025-02-12T15:46"),
        ("Verzonden: donderdag\naugustus\n8 2024 11:05", "2024-08-08T11:05"),
        # the half of the day stands apart: without it the hour would be another
        ("Verzonden: Monday October 2024 9:32:14\n7 PM\n, ,", "2024-10-07T21:32"),
        ("Verzonden: Tuesday October 8 2024 4:44:21\nPM", "2024-10-08T16:44"),
    ],
)
def test_a_date_in_pieces_is_joined(rows: str, sent: str) -> None:
    """The pieces stand above and beneath the label, in any order."""
    text = f"Van: Bos, Anna <a.bos@oeverbode.nl>\n{rows}\nAan: Dam, Cor <c.dam@oeverbode.nl>\nOnderwerp: Begroting\n\nDag Cor,\nHierbij.\n"
    assert _read(text)[0][0] == sent


def test_a_piece_that_contradicts_the_weekday_is_not_joined() -> None:
    """17 May 2024 was a Friday: a Monday above it is of something else."""
    text = "Van: Bos, Anna\nmaandag\nVerzonden: 17 mei\n2024 17:14\nAan: Dam, Cor\nOnderwerp: Begroting\n\nDag Cor,\n"
    assert _read(text)[0][0] == "2024-05-17T17:14"


PIECES = """\
Van: Bos, Anna
Aan:
RE:
Onderwerp: Begroting
voor
zaal
vrijdag
Datum: 17 2024 17:14
mei
Bijlagen: verslag.pdf
Dag Cor,
Hierbij.
Van: Dam, Cor
Verzonden: donderdag
16 2024 09:32
mei
Aan: Bos, Anna
Onderwerp: Begroting
zaal
voor
Dag Anna,
Wil je kijken?
"""


def test_a_subject_in_pieces_ends_at_the_next_label_or_a_greeting() -> None:
    """Its words keep the order of the text; the prefix above its label, and what is of the date, are no words of it."""
    assert _read(PIECES) == [("2024-05-17T17:14", "Begroting voor zaal"), ("2024-05-16T09:32", "Begroting zaal voor")]
    assert [block.subject and block.subject.prefixes for block in _blocks(PIECES)] == [("RE",), ()]


def test_prefixes_come_first_where_rows_have_lost_their_order() -> None:
    """The date shows that the words of rows are not in their order; elsewhere a prefix within a subject stays."""
    jumbled = "Van: Bos, Anna\nAan: Dam, Cor\nOnderwerp: Begroting RE: zaal\nDatum: 17 vrijdag mei 2024 17:14\n\nDag Cor,\n"
    usual = jumbled.replace("17 vrijdag mei", "vrijdag 17 mei")
    assert _read(jumbled.replace("17 vrijdag mei 2024", "17 2024 vrijdag mei")) == [("2024-05-17T17:14", "Begroting zaal")]
    assert _read(usual) == [("2024-05-17T17:14", "Begroting RE: zaal")]


def test_a_blank_lost_before_the_hour() -> None:
    """Year and hour are two numbers."""
    text = "From: Anna Bos <a.bos@oeverbode.nl>\nSent: Saturday, March 5, 201110:36 AM\nTo: Cor Dam\nSubject: Budget\n\nHello\n"
    assert _read(text) == [("2011-03-05T10:36", "Budget")]


def test_a_classification_stamped_beside_a_header_is_of_no_field() -> None:
    """Its rows are read with those of the header."""
    text = (
        "From:     Anna Bos <a.bos@oeverbode.nl>      Classified by DAS, A/GIS, DoS on\n"
        "Sent:     Sunday, August 7, 2011 8:30 AM     01/29/2016 — Class: CONFIDENTIAL —\n"
        "To:       Cor Dam                            Reason: 1.4(B), 1.4(D) — Declassify on:\n"
        "Subject:  Fw: Budget                         1.4(D) — Declassify on: 08/06/2026\n\nFyi\n"
    )
    (block,) = _blocks(text)
    assert (block.sent.value, block.subject and block.subject.clean) == ("2011-08-07T08:30", "Budget")
    assert [person.name for person in block.to] == ["Cor Dam"]
