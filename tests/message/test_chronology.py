"""Bounds travel from dated mails to those whose date is damaged, and never move a time that stands whole."""

from __future__ import annotations

import datetime as dt

import pytest

from lvvthreads.header.block import Sent
from lvvthreads.header.date import read_date
from lvvthreads.header.sent import Bounds, settle
from lvvthreads.message.chronology import Calendar, in_order, ordered_pairs, settle_in_order, usual_years

UNDATED = ""


def sent(text: str) -> Sent:
    """Read a date line by itself."""
    return settle([read_date(text)])


def settled(
    dates: dict[str, str], *pairs: tuple[str, str], damaged: bool = False, period: tuple[dt.date, dt.date] | None = None
) -> dict[str, str]:
    """Settle date lines in the order of the pairs, and give their patterns."""
    readings = {key: read_date(text) for key, text in dates.items()}

    def again(key: str, bounds: Bounds) -> Sent:
        return settle([readings[key]], bounds, basis=("order",))

    calendar = Calendar(damaged=damaged, period=period)
    found = settle_in_order(pairs, {key: settle([reading], calendar.bounds) for key, reading in readings.items()}, again, calendar)
    return {key: one.pattern or "-" for key, one in found.items()}


def test_a_later_mail_tells_the_day() -> None:
    """Under "maandag" the 17th can be the 11th or the 18th; what was answered on the 12th is of the 11th."""
    dates = {"question": "maandag 17 maart 2024 14:05", "answer": "dinsdag 12 maart 2024 09:00"}
    assert settled(dates, ("question", "answer"))["question"] == "2024-03-11T14:05"


def test_an_earlier_mail_tells_the_day() -> None:
    """Under "maandag" the 10th can be the 11th or the 18th; what answers a mail of the 14th is of the 18th."""
    dates = {"question": "donderdag 14 maart 2024 09:00", "answer": "maandag 10 maart 2024 14:05"}
    assert settled(dates, ("question", "answer"))["answer"] == "2024-03-18T14:05"


def test_bounds_travel_over_a_mail_without_date() -> None:
    """The undated one between them hands the bound on."""
    dates = {"first": "maandag 17 maart 2024 14:05", "second": UNDATED, "third": "dinsdag 12 maart 2024 09:00"}
    found = settled(dates, ("first", "second"), ("second", "third"))
    assert found["first"] == "2024-03-11T14:05"


def test_the_basis_says_that_it_rests_on_the_order() -> None:
    """A digit that the print alone does not tell is not claimed in its name."""
    reading = read_date("maandag 17 maart 2024 14:05")
    bound = settle([reading], Bounds(latest=dt.datetime(2024, 3, 12, 9, 0)), basis=("order",))
    assert (bound.value, bound.basis) == ("2024-03-11T14:05", ("header", "weekday", "order"))


def test_a_whole_time_is_not_moved() -> None:
    """Clocks and time zones differ: two whole times that break the order stay as printed."""
    dates = {"question": "maandag 11 maart 2024 10:00", "answer": "maandag 11 maart 2024 09:00"}
    assert settled(dates, ("question", "answer")) == {"question": "2024-03-11T10:00", "answer": "2024-03-11T09:00"}


def test_in_a_damaged_dossier_the_time_that_breaks_the_order_with_two_is_doubted() -> None:
    """Asked at 19:00 and answered twice in the morning of that day: the day stands, the hour was misread."""
    dates = {"question": "maandag 11 maart 2024 19:00", "a": "maandag 11 maart 2024 10:30", "b": "maandag 11 maart 2024 11:30"}
    found = settled(dates, ("question", "a"), ("question", "b"), damaged=True)
    assert found["question"].startswith("2024-03-11T")
    assert "T19" not in found["question"]
    assert (found["a"], found["b"]) == ("2024-03-11T10:30", "2024-03-11T11:30")


def test_a_mail_without_neighbours_stays_as_it_is() -> None:
    """No order, no bound."""
    assert settled({"one": "maandag 17 maart 2024 14:05"}) == {"one": "2024-03-1?T14:05"}


ORDERED = [sent(f"{day} maart 2024 10:00") for day in (4, 5, 6, 7, 8)]


def test_in_order() -> None:
    """Five printouts of five days, one after the other; undated ones do not matter."""
    assert in_order(ORDERED)
    assert in_order([ORDERED[0], Sent(), *ORDERED[1:]])


@pytest.mark.parametrize(
    "tops",
    [
        pytest.param([], id="nothing"),
        pytest.param(ORDERED[:4], id="too few"),
        pytest.param(ORDERED[::-1], id="the newest first"),
        pytest.param([*ORDERED[:2], *ORDERED[:1], *ORDERED[2:]], id="one step of five goes back"),
        pytest.param([Sent()] * 9, id="no dates"),
    ],
)
def test_not_in_order(tops: list[Sent]) -> None:
    """Where it is not sure that printouts lie in order, none bounds another."""
    assert not in_order(tops)


def test_a_damaged_top_lies_between_its_neighbours() -> None:
    """The nearest whole ones before and behind it bound it, whole ones bound each other not."""
    tops = [("a", ORDERED[0]), ("b", Sent()), ("c", ORDERED[1]), ("d", ORDERED[2])]
    assert set(ordered_pairs(tops)) == {("a", "b"), ("b", "c")}


#: The 8th lies between the 5th and the 6th, with two damaged ones behind it.
DISPLACED = [("a", ORDERED[0]), ("b", ORDERED[1]), ("x", ORDERED[4]), ("c", Sent()), ("d", Sent()), ("e", ORDERED[2]), ("f", ORDERED[3])]


def test_a_top_in_the_wrong_place_bounds_nothing_further_away() -> None:
    """The damaged ones behind it are bounded by the 5th and by the 7th, and by each other."""
    pairs = ordered_pairs(DISPLACED)
    assert {("b", "c"), ("b", "d"), ("c", "d"), ("c", "f"), ("d", "f")} <= set(pairs)
    assert ("x", "d") not in pairs


def test_a_top_in_the_wrong_place_does_not_bound_the_next() -> None:
    """The damaged one right behind it is not bounded by it either."""
    assert ("x", "c") not in ordered_pairs(DISPLACED)


def test_two_damaged_tops_bound_each_other() -> None:
    """The one that lies first is not later."""
    tops = [("a", ORDERED[0]), ("b", Sent()), ("c", Sent()), ("d", ORDERED[1])]
    assert set(ordered_pairs(tops)) == {("a", "b"), ("a", "c"), ("b", "c"), ("b", "d"), ("c", "d")}


def test_usual_years() -> None:
    """Right years gather, misread ones are spread; of few dates nothing is said."""
    assert usual_years(["2024"] * 5 + ["2025"] * 2 + ["2014", "20??"]) == (2024, 2025)
    assert usual_years(["2024"] * 4) == ()


def test_usual_years_of_a_long_archive() -> None:
    """Each of forty years has few of its dates, and still more than what is misread from it."""
    dates = [str(year) for year in range(1980, 2020) for _ in range(100)] + ["2812"] * 5 + ["7999"] * 3
    assert usual_years(dates) == tuple(range(1980, 2020))
