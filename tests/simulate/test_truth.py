"""What a reader can tell of a damaged date, worked out by hand."""

from __future__ import annotations

import datetime as dt

import pytest

from lvvthreads.simulate.truth import alone, in_context, merged, pattern, prefixes

WEDNESDAY = 2
SENT = dt.datetime(2018, 10, 24, 13, 26)


@pytest.mark.parametrize(
    ("date", "told"),
    [
        ({"day": "24", "month": "oktober", "year": "2018", "hour": "13", "minute": "26"}, "2018-10-24T13:26"),
        ({"day": "2?", "month": "oktober", "year": "2018", "hour": "13", "minute": "26"}, "2018-10-2?T13:26"),
        ({"day": "24", "month": "", "year": "2018", "hour": "13", "minute": "26"}, "2018-??-24T13:26"),
        ({"day": "24", "month": "10", "year": "20?8", "hour": "13", "minute": "26"}, "20?8-10-24T13:26"),
        ({"day": "24", "month": "Oct", "year": "2018", "hour": "1", "half": "PM", "minute": "26"}, "2018-10-24T13:26"),
        ({"day": "24", "month": "Oct", "year": "2018", "hour": "1", "half": "", "minute": "26"}, "2018-10-24T??:26"),
        ({"day": "24", "month": "oktober", "year": "2018"}, "2018-10-24T??:??"),
        ({"day": "24", "month": "oktober", "year": "?018", "hour": "13", "minute": "26"}, "2018-10-24T13:26"),
    ],
)
def test_a_pattern_has_a_question_mark_for_each_digit_lost(date: dict[str, str], told: str) -> None:
    """Of a clock of twelve hours the hour is told only with its half."""
    assert pattern(date, SENT) == told


@pytest.mark.parametrize(
    ("known", "weekday", "told"),
    [
        ("2018-10-2?T13:26", WEDNESDAY, "2018-10-24T13:26"),
        ("2018-10-?4T13:26", None, "2018-10-?4T13:26"),
        ("2018-10-3?T13:26", WEDNESDAY, "2018-10-31T13:26"),
        ("2018-??-24T13:26", WEDNESDAY, "2018-??-24T13:26"),
        ("20??-10-24T13:26", WEDNESDAY, "20??-10-24T13:26"),
    ],
)
def test_the_weekday_tells_a_digit_where_it_leaves_one_day(known: str, weekday: int | None, told: str) -> None:
    """24 January and 24 October 2018 are both Wednesdays; a Wednesday in the thirties of October 2018 is the 31st."""
    assert alone(known, weekday) == told


def test_neighbours_tell_what_the_print_does_not() -> None:
    """Between a question of 13:20 and an answer of 13:29 on the 24th."""
    question, answer = dt.datetime(2018, 10, 24, 13, 20), dt.datetime(2018, 10, 24, 13, 29)
    assert in_context("2018-10-??T??:26", None, question, answer) == "2018-10-24T13:26"
    assert in_context("2018-10-??T??:26", None, question, None) == "2018-10-??T??:26"


def test_copies_tell_together_what_none_tells_alone() -> None:
    """Each digit is told that one of them shows, unless as many show another."""
    assert merged(["2018-10-2?T13:26", "2018-1?-24T1?:26"]) == "2018-10-24T13:26"
    assert merged(["2018-10-24T13:26", "2018-10-24T13:2i"]) == "2018-10-24T13:2?"
    assert merged(["2018-10-24T13:26", "2018-10-24T13:2i", "2018-10-24T13:26"]) == "2018-10-24T13:26"


def test_prefixes_of_all_languages_are_replies_and_forwards() -> None:
    """AW and WG are German, TR is French."""
    assert prefixes(["AW", "Fwd", "TR", "Re"]) == ["RE", "FW", "FW", "RE"]
