"""The tree in the terminal, compared with trees drawn by hand."""

from __future__ import annotations

import pytest
from attrs import evolve

from lvvthreads.thread.correspondence import Correspondence, Missing
from lvvthreads.view.tree import tree
from tests.view.dossier import small

WHOLE = """\
Thread 1: Planning (1 message, 2021-02-23)
2021-02-23 10:00  Femke Oosterling  Planning  bijlage.txt:90-92

Thread 2: Vergunning kade (4 messages, 2021-03-01 to 2021-03-04)
2021-03-01 09:15  Femke Oosterling  Vergunning kade  dossier.txt:30-32
├─ 2021-03-01 11:02  [5.1.2.e #1 DG/KADE]  reply: Vergunning kade  2 copies, dossier.txt:12-14, bijlage.txt:40-42
│  │  ╌╌ missing: an e-mail of which only the line that names it is left (from Bram Zeilmaker)
│  └─ 2021-03-0? 16:40  [unreadable #3]  forward: Vergunning kade  confidence 0.62, bijlage.txt:3-5
└─ 2021-03-04 08:00  [5.1.2.e #4 DG/KADE]  reply: Vergunning kade  bijlage.txt:60-62

Thread 3: Overleg (1 message, undated)
????-??-?? ??:??  [redacted #5]  Overleg  bijlage.txt:80-82

6 messages in 7 printed copies, 3 threads, 1 missing e-mail, 4 redacted senders and recipients, 1 unreadable sender or recipient
"""

CUT = """\
Thread 2: Vergunning kade (4 messages, 2021-03-01 to 2021-03-04)
2021-03-01 09:15  Femke Oosterling  Vergunning kade  dossier.txt:30-32
├─ 2021-03-01 11:02  [5.1.2.e #1 DG/KADE]  reply: Vergunning kade  2 copies, dossier.txt:12-14, bijlage.txt:40-42
│     ╌╌ missing: an e-mail of which only the line that names it is left (from Bram Zeilmaker)
└─ 2021-03-04 08:00  [5.1.2.e #4 DG/KADE]  reply: Vergunning kade  bijlage.txt:60-62
2021-03-0? 16:40  [unreadable #3]  Vergunning kade  bijlage.txt:3-5
   ╌╌ cut: perhaps a forward of 2021-03-01 11:02 [5.1.2.e #1 DG/KADE] (dossier.txt:12-14), confidence 0.62

4 messages in 5 printed copies, 1 thread of 3, 1 missing e-mail
"""


def test_the_forest_by_first_date_undated_last() -> None:
    """Threads, branches, redacted people, doubt, copies and missing mails all stand where a reader looks for them."""
    assert tree(small()) == WHOLE


def test_a_doubtful_link_is_cut_and_says_so() -> None:
    """Below the bar a message becomes a root that names the parent that was weighed."""
    assert tree(small(), min_confidence=0.7, thread=2) == CUT


@pytest.mark.parametrize("wanted", [2, "2", "aa11:30", "bb22:60"])
def test_a_thread_by_number_by_id_or_by_one_of_its_messages(wanted: str | int) -> None:
    """Every handle one may have on a thread finds it."""
    assert tree(small(), thread=wanted).startswith("Thread 2: Vergunning kade (4 messages")


def test_no_such_thread() -> None:
    """A thread that is not there is an error, not an empty picture."""
    with pytest.raises(KeyError):
        tree(small(), thread="9")


def test_two_redacted_people_with_the_same_mark_are_told_apart() -> None:
    """Their numbers differ, however alike the marks look."""
    shown = tree(small())
    assert "[5.1.2.e #1 DG/KADE]" in shown
    assert "[5.1.2.e #4 DG/KADE]" in shown


def test_copies_that_disagree_show_both_without_merging() -> None:
    """A copy that shows the name and one that hides it: the slot lists the two."""
    known = small()
    first, *rest = known.messages
    both = evolve(first, sender=evolve(first.sender, nodes=("n1", "r1")))
    assert "Femke Oosterling / [5.1.2.e #1 DG/KADE]" in tree(evolve(known, messages=(both, *rest)))


def test_many_copies_are_counted_not_listed() -> None:
    """Four places make the line too long."""
    known = small()
    first, *rest = known.messages
    many = evolve(first, witnesses=(*first.witnesses, *first.witnesses))
    line = next(line for line in tree(evolve(known, messages=(many, *rest))).splitlines() if "4 copies" in line)
    assert line.endswith("4 copies, dossier.txt:12-14, bijlage.txt:40-42, dossier.txt:12-14 and 1 more")


def test_hostile_text_stays_text() -> None:
    """Names, subjects and marks come from strangers: none of them moves the cursor or adds a line."""
    known = small()
    evil = "\x1b[2J\nThread 9: \u202e"
    hostile = evolve(
        known,
        messages=tuple(evolve(each, subject=evolve(each.subject, clean=evil)) for each in known.messages),
        people=tuple(evolve(each, name=evil if each.name else None, unit=evil, grounds=(evil,)) for each in known.people),
        sources=tuple(evolve(each, name=evil) for each in known.sources),
        threads=tuple(evolve(each, subject=evil) for each in known.threads),
        missing=(Missing(id="m", kind=evil, child="aa11:12", known={evil: evil}),),
    )
    shown = tree(hostile)
    assert shown.count("\n") == WHOLE.count("\n")
    assert all(line.isprintable() for line in shown.splitlines())


def test_nothing_found() -> None:
    """An empty correspondence is still a picture."""
    nothing = Correspondence(sources=(), messages=(), people=(), links=(), threads=())
    assert tree(nothing) == "0 messages in 0 printed copies, 0 threads\n"
