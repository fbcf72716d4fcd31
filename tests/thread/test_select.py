"""Messages are selected by time, people, unit and subject; what is not known excludes nothing."""

from __future__ import annotations

from functools import cache

import pytest

import lvvthreads
from lvvthreads import Correspondence, Document

TEXT = """\
Document 1
Van: Terpstra, drs. W. - DG/WEG/DIR
Verzonden: maandag 11 maart 2024 09:12
Aan: 5.1.2.e - DG/WEG/JUR
Onderwerp: Sleutels van de kade

Waar liggen de sleutels van het hek?
\fDocument 2
Van: 5.1.2.e - BO/FIN/BET
Verzonden: dinsdag 12 maart 2024 15:48
Aan: José Bos
CC: 5.1.2.e - DG/WEG/JUR
Onderwerp: Rekening van de schilder

Kun je deze rekening goedkeuren?
\fDocument 3
Van: Cor Dam
Verzonden: maandag 17 maart 2024 14:05
Aan: Eef Vliet
Onderwerp: Foto van de boot

Heb je er een voor de krant?
\fDocument 4
Van: Cor Dam
Aan: Eef Vliet
Onderwerp: Verf voor de boot

Welke kleur wordt het?
"""

#: By the number of their document: of the 11th, of the 12th, of the 11th or the 18th, undated.
KEYS, BILL, PHOTO, PAINT = "Sleutels van de kade", "Rekening van de schilder", "Foto van de boot", "Verf voor de boot"
ALL = [KEYS, BILL, PHOTO, PAINT]


@cache
def correspondence() -> Correspondence:
    """Give the four mails, read."""
    return lvvthreads.reconstruct(Document.from_text(TEXT))


@pytest.mark.parametrize(
    ("wanted", "subjects"),
    [
        pytest.param({}, ALL, id="nothing asked"),
        pytest.param({"after": "2024-03-12"}, [BILL, PHOTO, PAINT], id="after: a day counts itself; the doubtful and the undated stay"),
        pytest.param({"after": "2024-03-12T15:48"}, [BILL, PHOTO, PAINT], id="after: a minute counts itself"),
        pytest.param({"after": "2024-03-12T15:49"}, [PHOTO, PAINT], id="after: the next minute does not"),
        pytest.param({"after": "2024-03-19"}, [PAINT], id="after: later than the doubtful one can be"),
        pytest.param({"before": "2024-03-11"}, [KEYS, PHOTO, PAINT], id="before: a day counts itself"),
        pytest.param({"before": "2024-03-10"}, [PAINT], id="before: earlier than the doubtful one can be"),
        pytest.param({"after": "2024-03-12", "before": "2024-03-12"}, [BILL, PHOTO, PAINT], id="one day"),
        pytest.param({"after": "2024"}, ALL, id="a year"),
        pytest.param({"before": "2024-02"}, [PAINT], id="a month"),
        pytest.param({"person": "terpstra"}, [KEYS], id="a sender, without case"),
        pytest.param({"person": "Jose"}, [BILL], id="a recipient, without accents"),
        pytest.param({"person": "Vliet"}, [PHOTO, PAINT], id="in two mails"),
        pytest.param({"person": "5.1.2.e"}, [], id="a mark is no name"),
        pytest.param({"unit": "DG/WEG/JUR"}, [KEYS, BILL], id="a unit, among To and Cc"),
        pytest.param({"unit": "dg/weg"}, [KEYS, BILL], id="part of a unit, without case"),
        pytest.param({"unit": "BO/FIN"}, [BILL], id="the unit of a redacted sender"),
        pytest.param({"subject": "BOOT"}, [PHOTO, PAINT], id="part of a subject"),
        pytest.param({"subject": "boot", "person": "Dam", "before": "2024-03-10"}, [PAINT], id="all that is asked"),
        pytest.param({"subject": "brug"}, [], id="nothing fits"),
    ],
)
def test_select(wanted: dict[str, str], subjects: list[str]) -> None:
    """The messages come in the order of the dossier."""
    assert [message.subject.clean for message in correspondence().select(**wanted)] == subjects


def test_a_selection_is_of_the_correspondence_s_own_messages() -> None:
    """What was selected can be asked further."""
    (bill,) = correspondence().select(subject="rekening")
    assert correspondence().message(bill.id) is bill
