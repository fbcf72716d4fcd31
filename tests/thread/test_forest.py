"""A thread has the subject of its root, or of the first reply that has one."""

from __future__ import annotations

import lvvthreads
from lvvthreads import Document

QUOTED = """
Op 12 mrt. 2024 om 09:14 schreef Cor Dam <c.dam@oeverland.nl>:
> Waar liggen de sleutels?
"""


def subjects(text: str) -> list[tuple[int, str]]:
    """Return the size and subject of each thread."""
    return [(len(thread.messages), thread.subject) for thread in lvvthreads.reconstruct(Document.from_text(text)).threads]


def test_the_subject_of_a_root_without_one_is_the_reply_s() -> None:
    """An attribution names no subject; what answers it does, without its prefix."""
    reply = "Van: Anna Bos\nVerzonden: dinsdag 12 maart 2024 10:00\nAan: Cor Dam\nOnderwerp: RE: Sleutels van de kade\n\nBij de balie.\n"
    assert subjects(reply + QUOTED) == [(2, "Sleutels van de kade")]


def test_the_root_s_own_subject_goes_first() -> None:
    """A reply that changes the subject does not rename the thread."""
    text = (
        "Van: Anna Bos\nVerzonden: maandag 11 maart 2024 11:00\nAan: Cor Dam\nOnderwerp: Lunch?\n\nZullen we zo even praten?\n\n"
        "Van: Cor Dam\nVerzonden: maandag 11 maart 2024 10:00\nAan: Anna Bos\nOnderwerp: Sleutels van de kade\n\nWaar liggen de sleutels van het hek?\n"
    )
    assert subjects(text) == [(2, "Sleutels van de kade")]


def test_a_thread_in_which_no_mail_has_a_subject_has_none() -> None:
    """Nothing is made up."""
    assert subjects(QUOTED) == [(1, "")]
