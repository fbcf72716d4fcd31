"""Headers of clean text, in the languages and forms that mail programs print: the share that is read aright may not fall."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.header.forms import Case, are_people, cases, contradicts, is_subject, is_time, languages, share_right

#: Of the languages with a case that is not read aright, the least share of cases of which sender, date, recipients and subject are all right.
#: ``python -m tests.header.forms`` prints what is reached.
LEAST_SHARE_RIGHT = {"de": 0.97, "en": 0.95, "fr": 0.97, "ko": 0.93, "nl": 0.97}
#: The share of all the others: no language has a hundred cases, so that each one counts.
ELSEWHERE = 0.99


@pytest.mark.parametrize("language", languages())
def test_share_read_aright(language: str) -> None:
    """As many headers of a language are read aright as its figure says."""
    assert share_right(language) >= LEAST_SHARE_RIGHT.get(language, ELSEWHERE)


def test_every_figure_has_cases() -> None:
    """No figure stands for a language without cases."""
    assert set(LEAST_SHARE_RIGHT) <= set(languages())


@pytest.mark.parametrize("language", languages())
def test_truth_is_printed(language: str) -> None:
    """What a case says of its header stands on the header's lines."""
    assert [(case.name, value) for case in cases(language) for value in _not_printed(case)] == []


def _not_printed(case: Case) -> list[str]:
    first, last = case.lines
    header = " ".join(" ".join(case.text.split("\n")[first - 1 : last]).split())
    values = [case.from_name, case.from_address, case.subject, *case.to, *case.cc]
    return [value for value in values if value is not None and value not in header]


@pytest.mark.parametrize("language", languages())
def test_truth_is_whole(language: str) -> None:
    """A block has a subject and recipients, an attribution has neither; someone sent it, on a day of the calendar."""
    for case in cases(language):
        assert (case.kind == "block") == (case.subject is not None) == bool(case.to), case.name
        assert case.from_name or case.from_address, case.name
        if case.sent is not None:
            dt.datetime.fromisoformat(case.sent.removesuffix("T??:??"))
        # From the 13th on no day is taken for a month.
        assert not case.ambiguous or (case.sent or "")[8:10] <= "12", case.name


#: Truth, reading, whether it is right where the order is told, and where it is open.
TIMES = [
    ("2019-05-03T10:11", "2019-05-03T10:11", True, True),
    ("2019-05-03T10:11", "2019-??-??T10:11", False, True),
    ("2019-05-03T10:11", "2019-0?-0?T10:11", False, True),
    ("2019-05-03T10:11", "2019-03-05T10:11", False, False),
    ("2019-05-03T10:11", "2019-05-03T??:??", False, False),
    ("2019-05-03T??:??", "2019-05-03T00:00", False, False),
    ("2019-05-03T??:??", "2019-05-03T??:??", True, True),
]


@pytest.mark.parametrize(("truth", "read", "right", "right_if_open"), TIMES)
def test_times_compare(*, truth: str, read: str, right: bool, right_if_open: bool) -> None:
    """A time is right digit by digit; where day and month are open in print they may stay open, but not be swapped."""
    assert is_time(_case(sent=truth, ambiguous=False), read) is right
    assert is_time(_case(sent=truth, ambiguous=True), read) is right_if_open


def test_a_time_that_is_not_printed_contradicts() -> None:
    """What was read and is not printed is wrong, what was left open is not."""
    assert contradicts(None, "2019-05-03T??:??")
    assert not contradicts("2019-05-03T10:11", "2019-??-??T10:??")


def test_people_compare() -> None:
    """People are compared by address, or else by name; none may be missing or added."""
    anna = {"name": "Anna  Bos", "address": None}
    cor = {"name": "Cor Dam", "address": "cor@example.org"}
    assert are_people(("cor@example.org", "anna bos"), [anna, cor])
    assert not are_people(("Anna Bos",), [anna, cor])
    assert not are_people(("Anna Bos", "Cor Dam"), [anna, cor])


def test_subjects_compare() -> None:
    """A subject is right without its prefix, and the prefix must be told apart."""
    case = _case(sent=None, ambiguous=False)
    assert is_subject(case, {"subject": {"clean": "Sleutels"}, "prefixes": ["RE"]})
    assert not is_subject(case, {"subject": {"clean": "AW: Sleutels"}, "prefixes": []})
    assert not is_subject(case, {"subject": {"clean": "Sleutels"}, "prefixes": []})


def _case(*, sent: str | None, ambiguous: bool) -> Case:
    return Case(
        name="xx 1",
        client="",
        kind="block",
        seen="",
        doubt="",
        lines=(1, 1),
        from_name=None,
        from_address=None,
        sent=sent,
        ambiguous=ambiguous,
        to=(),
        cc=(),
        subject="Sleutels",
        prefixes=("RE",),
        text="",
    )
