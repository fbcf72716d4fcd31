"""Names of people, taken apart in whatever order and language they are printed."""

from __future__ import annotations

import pytest

from lvvthreads.header.name import read_name


def _parts(text: str) -> str:
    """Write a name as ``particles surname | given | initials``."""
    name = read_name(text)
    return "-" if name is None else f"{name.particles} {name.surname} | {name.given} | {name.initials}".strip()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dijk, mr. J.P. van", "van dijk |  | jp"),  # a directory, with title and initials
        ("Dijk, J.P. van (Jan)", "van dijk | jan | jp"),  # the given name in brackets
        ("Jan van Dijk", "van dijk | jan | j"),
        ("van Dijk, Jan", "van dijk | jan | j"),
        ("Dijk Jan van", "van dijk | jan | j"),  # surname first, the comma left out
        ("DIJK, Jan van", "van dijk | jan | j"),
        ("Dijk J.P. van", "van dijk |  | jp"),
        ("Bos A.", "bos |  | a"),
        ("JP Bos", "bos |  | jp"),
        ("Jan van Dijk namens Piet", "van dijk | jan | j"),
        ("Jan van Dijk via lijst", "van dijk | jan | j"),
        ("Jan van Dijk on behalf of Piet Bos", "van dijk | jan | j"),
        ("Anna 't Hart", "t hart | anna | a"),
        ("'t Hart, A. (Anna)", "t hart | anna | a"),
        ("Berg-Smit, Th. van den", "van den bergsmit |  | t"),
        ("Müller, Hans (BMWK)", "muller | hans | h"),  # German, with an organisation
        ("Ludwig von der Heide", "von der heide | ludwig | l"),
        ("Hans zu Berg", "zu berg | hans | h"),
        ("François de la Tour", "de la tour | francois | f"),  # French
        ("Rossi, Maria di", "di rossi | maria | m"),  # Italian
        ("Maria d'Angelo", "d angelo | maria | m"),
        ("João da Silva", "da silva | joao | j"),  # Portuguese
        ("Patrick O'Brien", "obrien | patrick | p"),  # Irish
        ("O’Brien, Patrick", "obrien | patrick | p"),
        ("Mills, Cheryl D", "mills | cheryl | cd"),  # American
        ("J", "|  | j"),
        ("Bos", "bos |  |"),
        ("Secretariaat - Directie Water", "-"),  # a group
        ("a.bos@oeverland.nl", "-"),
    ],
)
def test_takes_names_apart(text: str, expected: str) -> None:
    """Surname, given name and initials are the same in every order."""
    assert _parts(text) == expected


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("Dam, C. van", "Cor van Dam", True),
        ("Dam, C.P. van", "C. van Dam", True),
        ("Jan de Vries", "Jaap de Vries", False),
        ("J. de Vries", "Jaap de Vries", True),
        ("Bos, A.", "Bos, M.", False),
        ("Jan van Dijk", "Jan Dijk", False),
        ("Jan Bos", "Jan Dam", False),
    ],
)
def test_tells_which_names_can_be_one(a: str, b: str, *, expected: bool) -> None:
    """What both names show must agree."""
    first, second = read_name(a), read_name(b)
    assert first is not None
    assert second is not None
    assert first.may_be(second) is expected
    assert second.may_be(first) is expected
