"""A mail that comes twice in one printout: the printout is two."""

from __future__ import annotations

from attrs import evolve

from lvvthreads import Document
from lvvthreads.header.parse import parse
from lvvthreads.header.sent import settle
from lvvthreads.message.draft import Drafted, draft
from lvvthreads.message.repeat import cut_at_repeats

_MAIL = "Van: 5.1.2.e - DG/WEG\nVerzonden: {} 2024 {}\nAan: 5.1.2.e - DG/PONT\nOnderwerp: {}Kade\n\n{}\n\n"
_ASKED = _MAIL.format("maandag 11 maart", "09:00", "", "Waar liggen de sleutels van het hek? Ik heb ze vanmiddag nodig.")
_SAID = _MAIL.format("maandag 11 maart", "10:00", "RE: ", "Ze hangen in het kantoor van de schipper, naast de deur.")
_THANKED = _MAIL.format("dinsdag 12 maart", "08:30", "RE: ", "Dank, ik haal ze daar om twaalf uur op. Tot dan.")


def _cut(*mails: str) -> tuple[Drafted, Drafted]:
    """Draft mails as one printout, and cut it."""
    document = Document.from_text("".join(mails))
    drafted = draft(document, parse(document))
    whole = evolve(
        drafted,
        drafts=tuple(evolve(one, printout="p1", depth=i) for i, one in enumerate(drafted.drafts)),
        printouts=(evolve(drafted.printouts[0], last_line=drafted.printouts[-1].last_line),),
    )
    sents = {one.id: settle([one.date]) for one in whole.drafts}
    return whole, cut_at_repeats(whole, sents)


def test_cuts_where_the_times_rise() -> None:
    """The second printout begins at the header that is later than the one above it, not where the mail comes again."""
    _, cut = _cut(_SAID, _ASKED, _THANKED, _SAID, _ASKED)
    assert [(one.printout, one.depth) for one in cut.drafts] == [("p1", 0), ("p1", 1), ("p2", 0), ("p2", 1), ("p2", 2)]
    assert [(one.first_line, one.last_line) for one in cut.printouts] == [(1, 14), (15, 35)]


def test_leaves_alone_what_comes_once() -> None:
    """Without a repeat nothing is cut, whatever the times."""
    whole, cut = _cut(_SAID, _ASKED, _THANKED)
    assert cut is whole
