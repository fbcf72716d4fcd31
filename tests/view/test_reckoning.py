"""How a damaged date was told, worked out by hand on a calendar."""

from __future__ import annotations

import lvvthreads
from lvvthreads import Document
from lvvthreads.view.reckoning import reckoning

_MAIL = "Van: 5.1.2.e - DG/{}\nVerzonden: {}\nAan: 5.1.2.e - DG/{}\nOnderwerp: {}Kade\n\n{}\n\n"


def _steps(*mails: str) -> list[list[str]]:
    correspondence = lvvthreads.reconstruct(Document.from_text("".join(mails)))
    return [reckoning(correspondence, message) for message in correspondence.messages]


def test_weekday_and_month_leave_some_days_and_the_answer_one() -> None:
    """The Wednesdays of October 2018 are 3, 10, 17, 24 and 31; what was answered on the 4th was sent on the 3rd."""
    answer = _MAIL.format("AB", "donderdag 4 oktober 2018 13:26", "CD", "RE: ", "Ze hangen in het kantoor van de schipper.")
    asked = _MAIL.format("CD", "woensdag __ oktober 2018 11:02", "AB", "", "Waar liggen de sleutels van het hek?")
    answered, question = _steps(answer, asked)
    assert answered == []
    assert question == [
        "weekday Wednesday, month October and year 2018 leave 3, 10, 17, 24, 31 October 2018",
        "the reply of 2018-10-04 13:26 leaves 2018-10-03",
    ]


def test_of_an_undamaged_date_nothing_is_said() -> None:
    """It stands in the print."""
    assert _steps(_MAIL.format("AB", "woensdag 3 oktober 2018 11:02", "CD", "", "Waar liggen de sleutels?")) == [[]]


def test_what_stays_open_is_not_reckoned() -> None:
    """No mail around it tells which Wednesday it was."""
    assert _steps(_MAIL.format("AB", "woensdag __ oktober 2018 11:02", "CD", "", "Waar liggen de sleutels?")) == [[]]
