"""Redaction marks are counted by ground, law, place, unit and thread, and a message's share of marked lines is told."""

from __future__ import annotations

from functools import cache

import pytest

import lvvthreads
from lvvthreads import Correspondence, Document, LvvthreadsError
from lvvthreads.write import from_json, to_json

#: Two threads; the first e-mail of the first is printed twice, whole and quoted.
TEXT = """\
Document 1
Van: 5.1.2.e - DG/WEG/DIR
Verzonden: dinsdag 12 maart 2024 09:12
Aan: 5.1.2.e - DG/WEG/JUR; 5.1.2.e - BO/FIN/BET
Onderwerp: RE: Sleutels van de kade

Dag 5.1.2.e,

Het hek kost 5.1.1.c en dat weet iedereen.
De sleutels liggen bij de portier van het grote gebouw.
████████

Van: 5.1.2.e - DG/WEG/JUR
Verzonden: maandag 11 maart 2024 15:48
Aan: 5.1.2.e - DG/WEG/DIR
Onderwerp: Sleutels van de kade

Waar liggen de sleutels van het hek?
\fDocument 2
Van: 5.1.2.e - DG/WEG/JUR
Verzonden: maandag 11 maart 2024 15:48
Aan: 5.1.2.e - DG/WEG/DIR
Onderwerp: Sleutels van de kade

Waar liggen de sleutels van het hek?
\fDocument 3
Van: Cor Dam
Verzonden: donderdag 4 april 2024 14:05
Aan: 5.1.2.e
Onderwerp: Foto van de boot

De foto is goed gelukt.
5.2.1
"""


@cache
def found() -> Correspondence:
    """Reconstruct the dossier above."""
    return lvvthreads.reconstruct(Document.from_text(TEXT, name="dossier.txt"))


def test_by_ground() -> None:
    """The most frequent first, in the order of the law where they are equal, bars last."""
    assert list(found().redaction_counts().items()) == [("5.1.2.e", 9), ("5.1.1.c", 1), ("5.2.1", 1), (None, 1)]
    assert found().redaction_counts(by="ground") == found().redaction_counts()


def test_by_law() -> None:
    """A bar is of no law."""
    assert list(found().redaction_counts(by="law").items()) == [("Woo", 11), (None, 1)]


def test_by_place() -> None:
    """Persons in fields and greetings; business facts, views and bars are passages."""
    assert list(found().redaction_counts(by="place").items()) == [("person", 9), ("passage", 3)]


def test_by_unit() -> None:
    """Units behind marks in fields, by the alphabet where they are equal; other marks have none."""
    assert list(found().redaction_counts(by="unit").items()) == [("DG/WEG/DIR", 3), ("DG/WEG/JUR", 3), ("BO/FIN/BET", 1), (None, 5)]


def test_by_thread() -> None:
    """Printed copies count each for itself."""
    first, second = found().threads
    assert list(found().redaction_counts(by="thread").items()) == [(first.id, 10), (second.id, 2)]


def test_counts_add_up() -> None:
    """Each mark is counted once, in whatever way."""
    for by in ("ground", "law", "place", "unit", "thread"):
        assert sum(found().redaction_counts(by=by).values()) == len(found().redactions) == 12


def test_counts_survive_an_export() -> None:
    """What is read back counts the same."""
    again = from_json(to_json(found()))
    for by in ("ground", "law", "place", "unit", "thread"):
        assert list(again.redaction_counts(by=by).items()) == list(found().redaction_counts(by=by).items())


def test_nothing_is_counted_where_nothing_is_marked() -> None:
    """No marks, no keys."""
    assert lvvthreads.reconstruct(Document.from_text("Hallo", name="a.txt")).redaction_counts(by="unit") == {}


def test_other_ways_are_refused() -> None:
    """With those that there are."""
    with pytest.raises(LvvthreadsError, match="counted by ground, law, place, unit or thread, not by 'person'"):
        found().redaction_counts(by="person")  # type: ignore[arg-type]


def test_the_share_of_marked_lines() -> None:
    """Lines of the own words with a mark, of all that are not blank; all copies together."""
    by_subject = {(message.subject.clean, bool(message.subject.prefixes)): message.id for message in found().messages}
    assert found().marked_share(by_subject["Sleutels van de kade", True]) == 3 / 4
    assert found().marked_share(by_subject["Sleutels van de kade", False]) == 0.0
    assert found().marked_share(by_subject["Foto van de boot", False]) == 1 / 2


def test_no_words_no_share() -> None:
    """An e-mail of which only the header is left has no share; one that is not there raises KeyError."""
    text = "Van: A. Bos\nVerzonden: maandag 11 maart 2024 09:12\nAan: C. Dam\nOnderwerp: Kade\n"
    empty = lvvthreads.reconstruct(Document.from_text(text, name="a.txt"))
    assert empty.marked_share(empty.messages[0].id) is None
    with pytest.raises(KeyError):
        empty.marked_share("cc33:1")
