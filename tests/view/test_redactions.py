"""The table of marks: shares that are never nothing, thousands apart, foreign signs made harmless."""

from __future__ import annotations

from attrs import evolve

from lvvthreads.thread.correspondence import Correspondence, Redaction
from lvvthreads.view.redactions import counted
from tests.view.dossier import small


def marked(often: int, seldom: int) -> Correspondence:
    """Make a correspondence with so many marks of a person on line 12 and so many of policy views outside every e-mail."""
    one = Redaction(source="aa11", line=12, start=0, end=6, raw="5.1.2e", law="Woo", ground="5.1.2.e", place="person")
    other = evolve(one, line=1, raw="5.2.1", ground="5.2.1", place="passage")
    return evolve(small(), redactions=(one,) * often + (other,) * seldom)


def test_a_share_is_never_nothing() -> None:
    """One in a thousand is less than one in a hundred, and thousands have a comma."""
    assert counted(marked(1000, 1)).splitlines() == [
        "5.1.2.e  1,000  100%  Woo        relative  personal privacy",
        "5.2.1        1   <1%  Woo        -         personal policy views in internal deliberation",
        "",
        "1,001 marks, counted as printed",
    ]


def test_threads_have_the_numbers_of_the_tree() -> None:
    """Line 12 carries an e-mail of the second thread."""
    shown = counted(marked(3, 1), "thread").splitlines()
    assert shown[0].startswith("Thread 2")
    assert shown[1] == "(in no e-mail)  1   25%"


def test_units_are_made_harmless() -> None:
    """What a document says has no power over a terminal."""
    correspondence = marked(1, 0)
    person = evolve(correspondence.messages[0].witnesses[0].sender[0], kind="redacted", unit="DG/\x1b[31m", raw="5.1.2e", line=12)
    witness = evolve(correspondence.messages[0].witnesses[0], source="aa11", sender=(person, "n"))
    message = evolve(correspondence.messages[0], witnesses=(witness,))
    assert "\x1b" not in counted(evolve(correspondence, messages=(message,)), "unit")
