"""The layout that all pictures share: nothing is lost in it, and its lines are true."""

from __future__ import annotations

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from lvvthreads.thread.correspondence import Branch, Correspondence, Thread
from lvvthreads.view.forest import by_date, trees
from tests.view.dossier import NAMED, link, message, sent, small


@st.composite
def correspondences(draw: st.DrawFn) -> Correspondence:
    """Draw one thread of any shape, with links of any confidence."""
    parents = [draw(st.integers(0, number - 1)) for number in range(1, draw(st.integers(1, 12)))]
    mails = [message((("aa11", 10 * number),), (NAMED, "n1"), sent(None), "Reeks") for number in range(1, len(parents) + 2)]
    links = tuple(
        link(child.id, mails[parent].id, "reply", draw(st.sampled_from((0.3, 0.6, 0.9))))
        for parent, child in zip(parents, mails[1:], strict=True)
    )
    # A parent stands before its children; the layout itself has to put children under their parent.
    branches = tuple(Branch(message=mail.id, parent=None, depth=0) for mail in mails)
    thread = Thread(id=mails[0].id, root=mails[0].id, subject="Reeks", tree=branches)
    return evolve(small(), messages=tuple(mails), links=links, threads=(thread,), missing=())


@given(correspondences(), st.sampled_from((0.0, 0.5, 0.8, 1.0)))
def test_each_message_stands_there_once(correspondence: Correspondence, bar: float) -> None:
    """Whatever is cut, every message has one row, its depth that of its parent and one more."""
    (shown,) = trees(correspondence, min_confidence=bar)
    assert sorted(row.message.id for row in shown.rows) == sorted(mail.id for mail in correspondence.messages)
    depths = {row.message.id: len(row.follows) for row in shown.rows}
    for row in shown.rows:
        assert depths[row.message.id] == (depths[row.link.parent] + 1 if row.link else 0)
        assert row.link is None or row.link.confidence >= bar
        assert row.cut is None or row.cut.confidence < bar


@given(correspondences())
def test_lines_go_on_only_to_a_sibling(correspondence: Correspondence) -> None:
    """Of the children of one message only the last says that none follows."""
    (shown,) = trees(correspondence)
    families: dict[str, list[bool]] = {}
    for row in shown.rows:
        if row.link:
            families.setdefault(row.link.parent, []).append(row.follows[-1])
    assert all(family == [True] * (len(family) - 1) + [False] for family in families.values())
    assert {row.message.id for row in shown.rows if row.bears} == set(families)


def test_threads_go_by_their_first_known_date() -> None:
    """Undated threads come last, those of one date as the correspondence has them."""
    known = small()
    march, undated, february = known.threads
    assert by_date(known) == (february, march, undated)
    twin = evolve(undated, subject="Tweede")
    assert by_date(evolve(known, threads=(twin, undated))) == (twin, undated)
