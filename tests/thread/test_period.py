"""The period of the request helps to read damaged dates and is never a filter."""

from __future__ import annotations

import pytest

import lvvthreads
from lvvthreads import Document, LvvthreadsError

_MAIL = "Van: Anna Bos\nVerzonden: {}\nAan: Cor Dam\nOnderwerp: Sleutels van de kade\n\nWaar liggen de sleutels van het hek?\n"


def pattern(date: str, period: tuple[str, str] | None) -> str | None:
    """Read one mail of this date."""
    (message,) = lvvthreads.reconstruct(Document.from_text(_MAIL.format(date)), period=period).messages
    return message.sent.pattern


@pytest.mark.parametrize(
    ("date", "period", "expected"),
    [
        pytest.param("maandag 17 maart 2024 14:05", None, "2024-03-1?T14:05", id="the 11th or the 18th"),
        pytest.param("maandag 17 maart 2024 14:05", ("2024-01-01", "2024-03-15"), "2024-03-11T14:05", id="not after the period"),
        pytest.param(
            "maandag 10 maart 2024 14:05",
            ("2024-03-15", "2024-12-31"),
            "2024-03-18T14:05",
            id="nor before it, the 10th misread for the 11th or the 18th",
        ),
        pytest.param("maandag 17 maart 2024 14:05", ("2024-01-01", "2024-12-31"), "2024-03-1?T14:05", id="both are within"),
        pytest.param("maandag 17 maart 2024 14:05", ("2022-01-01", "2022-12-31"), "2024-03-1?T14:05", id="neither is: the print tells"),
        pytest.param("05-03-2024 10:20", ("2024-01-01", "2024-03-31"), "2024-03-05T10:20", id="day and month could change places"),
        pytest.param(
            "maandag 11 maart 2024 09:12", ("2022-01-01", "2022-12-31"), "2024-03-11T09:12", id="an undamaged date outside it stays"
        ),
    ],
)
def test_the_period_weighs_and_does_not_filter(date: str, period: tuple[str, str] | None, expected: str) -> None:
    """Whatever the period, the mail is there; its damaged digits are read within it if they can be."""
    assert pattern(date, period) == expected


def test_an_undated_mail_is_not_given_the_period() -> None:
    """The period alone says nothing of a mail's time."""
    dated = _MAIL.format("maandag 11 maart 2024 09:12")
    undated = "Van: Gijs Kool\nAan: Cor Dam\nOnderwerp: Verf voor de boot\n\nWelke kleur wordt het?\n"
    text = f"{dated}\n\f{undated}"
    messages = lvvthreads.reconstruct(Document.from_text(text), period=("2024-03-11", "2024-03-11")).messages
    assert [message.sent.value for message in messages] == ["2024-03-11T09:12", None]


@pytest.mark.parametrize("period", [("2024-12-31", "2024-01-01"), ("11-3-2024", "12-3-2024"), ("2024-01-01",)])
def test_a_period_that_is_none_is_refused(period: tuple[str, str]) -> None:
    """Days the wrong way round, days not in ISO form, one day."""
    with pytest.raises(LvvthreadsError, match="period"):
        lvvthreads.reconstruct(Document.from_text("x"), period=period)
