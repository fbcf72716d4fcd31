"""Which named people are one node: equal names in one place are, two people of one name are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import lvvthreads
from lvvthreads import Document
from lvvthreads.header.block import Person
from lvvthreads.header.people import read_people
from lvvthreads.message.identity import identify


def _people(text: str) -> list[str]:
    """Read people from a field, each the only one of a message, and write the spellings of each node."""
    found = [person for person in read_people(text) if person.kind == "named"]
    nodes = identify([[[person]] for person in found]).nodes.values()
    return sorted(" = ".join(sorted((node.name or "", *node.spellings))) for node in nodes)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # one person, turned round and with a title
        ("Dijk, mr. J.P. van - BD/AL; Dijk, J.P. van - BD/AL", ["Dijk, J.P. van = Dijk, mr. J.P. van"]),
        ("Jan van Dijk; Dijk Jan van; van Dijk, Jan", ["Dijk Jan van = Jan van Dijk = van Dijk, Jan"]),
        # initials and a given name, in one unit
        ("Dijk, mr. J.P. van - BD/AL; Jan van Dijk - BD/AL", ["Dijk, mr. J.P. van = Jan van Dijk"]),
        # the same where nothing agrees: not claimed
        ("Dijk, mr. J.P. van; Jan van Dijk", ["Dijk, mr. J.P. van", "Jan van Dijk"]),
        # one name, two addresses
        ("J. de Vries <j.devries@oeverland.nl>; J. de Vries <jdv@stroomdal.nl>", ["J. de Vries", "J. de Vries"]),
        # one name, two units
        ("Vries, J. de - BD/AL; Vries, J. de - DG/WEG", ["Vries, J. de", "Vries, J. de"]),
        # one name, with a unit in one place and an address in another: nothing contradicts
        ("Vries, J. de - BD/AL; J. de Vries <j.devries@oeverland.nl>", ["J. de Vries = Vries, J. de"]),
        # two given names
        ("Jan de Vries - BD/AL; Jaap de Vries - BD/AL", ["Jaap de Vries", "Jan de Vries"]),
        # an initial that can be of either
        ("Jan de Vries - BD/AL; Jaap de Vries - BD/AL; J. de Vries - BD/AL", ["J. de Vries", "Jaap de Vries", "Jan de Vries"]),
        # only an initial, and the address
        ("J <jan17@oeverland.nl>; Jan Bos <jan17@oeverland.nl>", ["J = Jan Bos"]),
        # a mailbox that several use
        ("Anna Bos <post@oeverland.nl>; Cor Dam <post@oeverland.nl>", ["Anna Bos", "Cor Dam"]),
        # written for another, and through a list
        ("Jan van Dijk namens Piet; Jan van Dijk", ["Jan van Dijk"]),
        ("Jan van Dijk via Lijst <lijst@oeverland.nl>; Jan van Dijk <j.dijk@oeverland.nl>", ["Jan van Dijk = Jan van Dijk via Lijst"]),
        # a misread letter, in one unit and in none
        ("Graham Geurts - BD/AL; Grahann Geurts - BD/AL", ["Graham Geurts = Grahann Geurts"]),
        ("Jan Visser; Jan Vissen", ["Jan Vissen", "Jan Visser"]),
        # initials that print confuses are too short to tell
        ("Bos, C. - BD/AL; Bos, E. - BD/AL", ["Bos, C.", "Bos, E."]),
        # a name near in spelling, and no misreading of it
        ("Jansen, P. - BD/AL; Janssen, P. - BD/AL", ["Jansen, P.", "Janssen, P."]),
    ],
)
def test_joins_and_keeps_apart(text: str, expected: list[str]) -> None:
    """Spellings of one person are one node; two people never are."""
    assert _people(text) == expected


def test_copies_of_one_mail_name_one_person() -> None:
    """Two copies that show one name with a unit and with an address show one person, though there are two units."""
    shown = [Person(kind="named", name="Bos, A.", unit=unit, address=address) for unit, address in (("A/B", None), (None, "a.bos@x.nl"))]
    other = Person(kind="named", name="Bos, A.", unit="C/D")
    identities = identify([[[shown[0]], [shown[1]]], [[other]]])
    assert identities.node(shown[0]) == identities.node(shown[1])
    assert identities.node(other) != identities.node(shown[0])


def test_placeholders_are_never_people() -> None:
    """Two redacted people of one unit have a node each."""
    text = "Van: 5.1.2.e - DG/WEG\nVerzonden: maandag 11 maart 2024 10:00\nAan: 5.1.2.e - DG/WEG; 5.1.2.e - DG/WEG\nOnderwerp: Kade\n\nDag."
    people = lvvthreads.reconstruct(Document.from_text(text)).people
    assert [person.kind for person in people] == ["redacted"] * 3


_NAMES = st.sampled_from(["Bos, A.", "Anna Bos", "A. Bos", "Arie Bos", "Bos", "A", "Dam, C. van", "Cor van Dam", "x", "Postbus - Kade"])
_PLACES = st.sampled_from([None, "BD/AL", "DG/WEG"])
_ADDRESSES = st.sampled_from([None, "a.bos@x.nl", "post@x.nl"])
_PERSONS = st.builds(lambda name, unit, address: Person(kind="named", name=name, unit=unit, address=address), _NAMES, _PLACES, _ADDRESSES)


@given(st.lists(_PERSONS, max_size=12), st.randoms())
def test_order_decides_nothing(persons: list[Person], random: object) -> None:
    """Whatever the order of the messages, the same people are found, and everybody has a node."""
    messages = [[[person]] for person in persons]
    found = identify(messages)
    random.shuffle(messages)  # type: ignore[attr-defined]
    again = identify(messages)
    assert found.nodes == again.nodes
    assert [found.node(person) for person in persons] == [again.node(person) for person in persons]
