"""What each copy says of a field, what was chosen, and the reason that is given."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

import lvvthreads
from lvvthreads import Correspondence, Document, LvvthreadsError
from lvvthreads.message.reading import FIELDS
from lvvthreads.write import from_json, to_json

if TYPE_CHECKING:
    from lvvthreads.message.message import Message

#: One e-mail in three copies: the second misreads a digit of the subject's year and has a day that is no Monday, the third redacts the sender.
THRICE = """\
Document 1
Van: Wim Karsten - DG/WEG/DIR
Verzonden: maandag 11 maart 2024 09:12
Aan: Cor Dam - DG/WEG/JUR; 5.1.2.e - DG/WEG/PONT
Onderwerp: Sleutels van het havenhek
Bijlagen: Plattegrond haven.pdf

De sleutels van het hek liggen bij de portier van het grote gebouw.
Wie er een nodig heeft, tekent daar in het schrift.

Groet,
Document 2
Van: Wim Karsten - DG/WEG/DIR
Verzonden: maandag 17 maart 2024 09:12
Aan: Cor Dam - DG/WEG/JUR; 5.1.2.e - DG/WEG/PONT
Onderwerp: Sleute1s van het havenhek
Bijlagen: Plattegrond haven.pdf

De sleutels van het hek liggen bij de portier van het grote gebouw.
Wie er een nodig heeft, tekent daar in het schrift.

Groet,
Document 3
Van: 5.1.2.e - DG/WEG/DIR
Verzonden: maandag 11 maart 2024 09:12
Aan: Cor Dam - DG/WEG/JUR; 5.1.2.e - DG/WEG/PONT
Onderwerp: Sleutels van het havenhek

De sleutels van het hek liggen bij de portier van het grote gebouw.
Wie er een nodig heeft, tekent daar in het schrift.

Groet,
"""

#: An e-mail and the answer that quotes it.
QUOTED = """\
Van: Cor Dam
Verzonden: maandag 11 maart 2024 11:30
Aan: Wim Karsten
Onderwerp: RE: Hek

Ik kom ze straks halen, dank je wel.

Van: Wim Karsten
Verzonden: maandag 11 maart 2024 09:12
Aan: Cor Dam
Onderwerp: Hek

De sleutels liggen bij de portier.

\fVan: Wim Karsten
Verzonden: maandag 11 maart 2024 09:12
Aan: Cor Dam
Onderwerp: Hek

De sleutels liggen bij de portier.
"""

ONCE = """\
Van: A. Bos
Verzonden: {}
Aan: C. Dam
Onderwerp: RE: Kade

Is de kade vrij?
"""


@cache
def found(text: str) -> Correspondence:
    """Reconstruct a text."""
    return lvvthreads.reconstruct(Document.from_text(text, name="haven.txt"))


def only(text: str) -> Message:
    """Give the one message of a text."""
    (message,) = found(text).messages
    return message


def apart(text: str) -> tuple[str, str, str]:
    """Cut a text into its three documents."""
    before, first, second, third = text.split("Document ")
    assert before == ""
    return f"Document {first}", f"Document {second}", f"Document {third}"


def test_a_time_that_two_copies_agree_on() -> None:
    """The 17th was no Monday: that copy leaves the second digit open, and has its own place."""
    told = only(THRICE).readings("sent")
    assert (told.field, told.reason, told.chosen) == ("sent", "2 of 3 copies; the other leaves digits open", only(THRICE).sent)
    assert [(copy.page, copy.line, copy.raw, copy.chosen) for copy in told.copies] == [
        (1, 3, "maandag 11 maart 2024 09:12", True),
        (1, 14, "maandag 17 maart 2024 09:12", False),
        (1, 25, "maandag 11 maart 2024 09:12", True),
    ]
    assert {copy.source for copy in told.copies} == {found(THRICE).sources[0].id}
    assert [copy.witness for copy in told.copies] == [witness.id for witness in only(THRICE).witnesses]


def test_a_subject_that_two_copies_agree_on() -> None:
    """The misread copy keeps its text."""
    told = only(THRICE).readings("subject")
    assert (told.reason, told.chosen) == ("2 of 3 copies", only(THRICE).subject)
    assert [copy.raw for copy in told.copies if not copy.chosen] == ["Sleute1s van het havenhek"]


def test_a_sender_whom_one_copy_redacts() -> None:
    """Both are listed, and no copy alone has both."""
    told = only(THRICE).readings("from")
    assert told.reason == "a name in one copy, a mark in another; both are listed"
    (slot,) = told.chosen if isinstance(told.chosen, tuple) else ()
    assert slot == only(THRICE).sender
    assert [copy.chosen for copy in told.copies] == [False, False, False]
    assert [copy.raw for copy in told.copies] == ["Wim Karsten - DG/WEG/DIR", "Wim Karsten - DG/WEG/DIR", "5.1.2.e - DG/WEG/DIR"]


@pytest.mark.parametrize(
    ("field", "reason", "lines"),
    [
        ("to", "all 3 copies", [4, 15, 26]),
        ("cc", "no copy prints any", [None, None, None]),
        ("attachments", "2 of 3 copies print it", [6, 17, None]),
    ],
)
def test_other_fields(field: str, reason: str, lines: list[int | None]) -> None:
    """Fields that a copy does not print have no line in it."""
    told = only(THRICE).readings(field)  # type: ignore[arg-type]
    assert (told.reason, [copy.line for copy in told.copies]) == (reason, lines)
    assert [copy.value is None for copy in told.copies] == [line is None for line in lines]


def test_a_body_that_both_copies_print_alike() -> None:
    """On top of a printout and quoted in another."""
    told = found(QUOTED).messages[1].readings("body")
    assert (told.reason, told.chosen) == ("both copies", "De sleutels liggen bij de portier.")
    assert [(copy.page, copy.line, copy.raw, copy.chosen) for copy in told.copies] == [
        (1, 13, "De sleutels liggen bij de portier.", True),
        (2, 20, "De sleutels liggen bij de portier.", True),
    ]


def test_of_two_subjects_the_better_print() -> None:
    """No digit stands within the words of the one."""
    first, second, _ = apart(THRICE)
    told = only(second + first).readings("subject")
    assert (told.reason, [copy.chosen for copy in told.copies]) == ("the better print", [False, True])


def test_a_time_that_no_copy_shows_whole() -> None:
    """The day stands in the one, the minute in the other."""
    first, _, third = apart(THRICE)
    text = first.replace("09:12", "09:1?") + third.replace("maandag 11 maart", "1? maart")
    told = only(text).readings("sent")
    assert (only(text).sent.pattern, told.reason) == ("2024-03-11T09:12", "digit by digit")


@pytest.mark.parametrize(
    ("date", "reason"),
    [
        ("maandag 11 maart 2024 09:12", "as printed"),
        ("maandag 17 maart 2024 09:12", "as far as it can be read"),
        ("maandag 2§ februari 2024 09:12", "weekday"),
    ],
)
def test_the_time_of_an_only_copy(date: str, reason: str) -> None:
    """Of the 20th to the 29th of February 2024 one was a Monday."""
    assert only(ONCE.format(date)).readings("sent").reason == reason


def test_a_subject_that_its_thread_spells_otherwise() -> None:
    """The only copy is misread; two others of the exchange are not."""
    text = """\
Van: A. Bos
Verzonden: woensdag 13 maart 2024 10:00
Aan: C. Dam
Onderwerp: RE: Schema van de wachtdiensten

Dat is goed, ik hang het op.

Van: C. Dam
Verzonden: dinsdag 12 maart 2024 10:00
Aan: A. Bos
Onderwerp: RE: Schema van de wachtdicnstcn

Hierbij het nieuwe schema, met de feestdagen erin.

Van: A. Bos
Verzonden: maandag 11 maart 2024 10:00
Aan: C. Dam
Onderwerp: Schema van de wachtdiensten

Wil je het schema voor april maken?
"""
    told = found(text).messages[1].readings("subject")
    assert told.reason == "spelled like the thread's other subjects"
    assert [(copy.raw, copy.chosen) for copy in told.copies] == [("RE: Schema van de wachtdicnstcn", False)]


def test_the_fuller_body() -> None:
    """A copy that breaks off is not the one whose words are taken."""
    first, second, _ = apart(THRICE)
    cut = second.replace("Wie er een nodig heeft, tekent daar in het schrift.\n", "")
    told = only(cut + first).readings("body")
    assert (told.reason, [copy.chosen for copy in told.copies]) == ("the fullest copy", [False, True])
    assert told.chosen == only(cut + first).text


def test_readings_survive_an_export() -> None:
    """They are made of what the export has."""
    (again,) = from_json(to_json(found(THRICE))).messages
    for field in FIELDS:
        assert again.readings(field) == only(THRICE).readings(field)


def test_other_fields_are_refused() -> None:
    """With those that there are."""
    with pytest.raises(LvvthreadsError, match="from, sent, to, cc, bcc, subject, attachments or body, not of 'text'"):
        only(THRICE).readings("text")  # type: ignore[arg-type]
