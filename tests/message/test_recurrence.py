"""A mail that stands twice in one printout: the printout is two."""

from __future__ import annotations

from lvvthreads import Document
from lvvthreads.header.parse import parse
from lvvthreads.message.draft import Drafted, draft

_MAIL = "Van: 5.1.2.e - DG/WEG\nVerzonden: {}\nAan: 5.1.2.e - DG/PONT\nOnderwerp: {}Kade\n\n{}\n\n"
_ASKED = _MAIL.format("maandag 11 maart 2024 09:00", "", "Waar liggen de sleutels van het hek? Ik heb ze vanmiddag nodig.")
_SAID = _MAIL.format("maandag 11 maart 2024 10:00", "RE: ", "Ze hangen in het kantoor van de schipper, naast de deur.")
_THANKED = _MAIL.format("m__rt 2024 08:30", "RE: ", "Dank, ik haal ze daar om twaalf uur op. Tot dan.")
_SAID_BADLY = _SAID.replace("maandag 11 maart 2024 10:00", "maandag 1_ maart 2024 10:00").replace("kantoor", "kant00r")


def _printouts(*mails: str) -> Drafted:
    document = Document.from_text("".join(mails))
    return draft(document, parse(document))


def test_another_printout_begins_between() -> None:
    """Neither time nor page nor subject tells where, but no mail quotes itself."""
    drafted = _printouts(_SAID, _ASKED, _THANKED, _SAID_BADLY)
    assert len(drafted.printouts) == 2
    assert drafted.drafts[0].printout != drafted.drafts[3].printout


def test_what_stands_once_is_left_alone() -> None:
    """Without a mail that comes again there is one printout."""
    assert len(_printouts(_THANKED, _SAID, _ASKED).printouts) == 1
