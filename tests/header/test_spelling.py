"""What a dossier prints often and clean repairs what it prints garbled; nothing else does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from lvvthreads import Document
from lvvthreads.header.parse import parse
from lvvthreads.header.people import read_people
from lvvthreads.header.spelling import learn

if TYPE_CHECKING:
    from lvvthreads.header.block import Person


def _settled(printed: list[str], asked: str) -> Person:
    """Learn from headers with these senders and one more, and return that one settled."""
    header = "Van: {}\nVerzonden: maandag 11 maart 2024 10:{:02}\nAan: Cor Dam\nOnderwerp: Kade\n\nDag Cor, hier is het stuk.\n"
    text = "\n".join(header.format(sender, i) for i, sender in enumerate([*printed, asked]))
    spelling = learn(one.block for one in parse(Document.from_text(text)))
    return spelling.person(read_people(asked)[0])


@pytest.mark.parametrize(
    ("printed", "asked", "expected"),
    [
        (["5.1.2.e - TC/RCS/OTS"] * 3, "5.1.2.e - TCIRCSIOTS", "TC/RCS/OTS"),  # all strokes read as letters
        (["5.1.2.e - SD/ART"] * 3, "5.1.2.e - SDART", "SD/ART"),  # all strokes lost
        (["5.1.2.e - TC/RCS/OTS"] * 3, "5.1.2.e - TC/RC5/0TS", "TC/RCS/OTS"),  # figures for capitals
        (["5.1.2.e - TK/ABM/OOD"] * 2, "5.1.2.e - TK/ABIVI/OOD", "TK/ABM/OOD"),  # M read as three letters, clean in itself
        (["5.1.2.e - DG/VWA/PONT"] * 2, "5.1.2.e - DG/VVVA/PONT", "DG/VWA/PONT"),  # W read as two
        (["5.1.2.e - DG/WEG/PVE"] * 3, "5.1.2.e - DG/WEG/PVF", "DG/WEG/PVE"),  # E and F, rare against frequent
        (["5.1.2.e - DG/WEG/PVE"] * 3 + ["5.1.2.e - DG/WEG/PVF"] * 2, "5.1.2.e - DG/WEG/PVF", "DG/WEG/PVF"),  # both printed often
        (["5.1.2.e - TC/RCS/OTS"], "5.1.2.e - TCIRCSIOTA", None),  # known from one place only
        (["5.1.2.e - KL/VET/LBP"] * 3 + ["5.1.2.e - KL/VET/LBR"] * 3, "5.1.2.e - KL/V3T/LB?", "KL/V3T/LB"),  # two are about as near
        (
            ["5.1.2.e - KL/VET/LBF"] * 3 + ["5.1.2.e - KL/VET/LBR"] * 3,
            "5.1.2.e - KL/VET/LBE",
            "KL/VET/LBF",
        ),  # as near, but print confuses only one
    ],
)
def test_units_vote(printed: list[str], asked: str, expected: str | None) -> None:
    """A unit that was printed clean repairs its misreadings."""
    assert _settled(printed, asked).unit == expected


def test_a_unit_without_strokes_leaves_the_name() -> None:
    """What was taken for a part of the name is the unit."""
    person = _settled(["5.1.2.e - TC/RCS/OTS"] * 3, "Jansen, P. - TCIRCSIOTS")
    assert (person.name, person.unit) == ("Jansen, P.", "TC/RCS/OTS")


@pytest.mark.parametrize(
    ("printed", "asked", "expected"),
    [
        (["5.1.2.e@oeverland.nl"] * 3, "5.1.2.e@oeverlard.nl", "oeverland.nl"),
        (["5.1.2.e@oeverland.nl"], "5.1.2.e@oeverlard.nl", "oeverlard.nl"),  # printed once
        (["5.1.2.e@oeverland.nl"] * 3, "5.1.2.e@stroomdal.nl", "stroomdal.nl"),
        (["5.1.2.e@waterdam.nl"] * 30 + ["5.1.2.e@waterham.nl"] * 4, "5.1.2.e@waterham.nl", "waterham.nl"),  # printed clean several times
    ],
)
def test_domains_vote(printed: list[str], asked: str, expected: str) -> None:
    """A domain that was printed clean repairs its misreadings."""
    assert _settled(printed, asked).domain == expected


@pytest.mark.parametrize(
    ("printed", "asked", "expected"),
    [
        (["Visser, J. - BD/AL"] * 3, "Vissen, J. - BD/AL", "Visser, J."),  # one letter that print confuses, one unit
        (["Visser, J. - BD/AL"] * 3, "Vissen, J. - DG/WEG", "Vissen, J."),  # another unit
        (["Visser, J."] * 3, "Vissen, J.", "Vissen, J."),  # nothing agrees
        (["Jansen, P. - BD/AL"] * 9, "Janssen, P. - BD/AL", "Janssen, P."),  # another name
        (["Bos, E. - BD/AL"] * 9, "Bos, C. - BD/AL", "Bos, C."),  # an initial is too short to tell
        (["Jan Bos (RVO)"] * 3, "Jan Bos (RV0)", "Jan Bos (RVO)"),  # an organisation
    ],
)
def test_names_are_repaired_only_by_print(printed: list[str], asked: str, expected: str) -> None:
    """Two different names are two people."""
    assert _settled(printed, asked).name == expected
