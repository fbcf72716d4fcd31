"""The decoder's weights are fitted as the fit says: a step is kept where it wins what it costs, and the table is left as it was."""

from __future__ import annotations

import pytest

from lvvthreads import Document
from lvvthreads.header import weights
from tests.benchmarks.fit_weights import fitted, group_of, moved, screened
from tests.benchmarks.weight_table import FILE, Name, table, weighing, written
from tests.benchmarks.weight_texts import Text

GAP: Name = ("GAP",)
#: As many weights as these cases need, whatever the table says of them.
TWO = {GAP: -0.15, ("BLOCK",): -4.0}


def _worth_by_gap(name: str, headers: float) -> Text:
    """Return a text that is worth so many headers more where blank lines cost less."""
    return _Judged(name=name, group=name, document=Document.from_text(""), judge=lambda: headers if TWO[GAP] < weights.GAP else 0.0)


class _Judged(Text):
    """A text that is judged anew each time, for nothing is read in it."""

    def worth(self) -> float:
        return self.judge()


@pytest.mark.parametrize(
    ("won", "lost_elsewhere", "steps"),
    [
        pytest.param(4.0, 0.0, {GAP: 1}, id="four headers pay for a step"),
        pytest.param(2.0, 0.0, {}, id="two do not"),
        pytest.param(9.0, -1.0, {}, id="no number of them pays for a header in a paper that is no mail"),
    ],
)
def test_a_step_is_kept_where_it_pays(won: float, lost_elsewhere: float, steps: dict[Name, int]) -> None:
    """A step costs three headers, and nothing that is watched may get worse."""
    texts, watch = (_worth_by_gap("release", won),), (_worth_by_gap("paper", lost_elsewhere),)
    with weighing(TWO):
        assert fitted(texts, watch, screened(texts, TWO), TWO) == steps


def test_weights_are_moved_for_a_while_only() -> None:
    """What is tried is forgotten."""
    before = table()
    with weighing({GAP: -7.0, ("LACKS", "sent"): 1.0}):
        assert (weights.GAP, weights.LACKS["sent"]) == (-7.0, 1.0)
    assert table() == before


def test_no_weight_changes_its_side() -> None:
    """What speaks for a header may come to nothing; what stands at nothing goes either way."""
    assert moved({GAP: 3, ("BLOCK",): -1, ("OPENS", "from"): -1}, {GAP: -0.15, ("BLOCK",): -4.0, ("OPENS", "from"): 0.0}) == {
        GAP: 0.0,
        ("BLOCK",): -4.8,
        ("OPENS", "from"): -0.1,
    }


def test_the_table_is_written_in_its_place() -> None:
    """Comments and all other numbers stay; a table that is written as it is stays as it is."""
    source = FILE.read_text(encoding="utf-8")
    assert written(source, table()) == source
    assert written(source, {GAP: -0.25}) == source.replace(f"\nGAP = {weights.GAP}\n", "\nGAP = -0.25\n")


@pytest.mark.parametrize(
    ("release", "group"),
    [("uwv-tolken-copy", "uwv-tolken"), ("lvv-wob-part1", "lvv-wob-part1"), ("unseen, noise 0.5", "simulation")],
)
def test_every_release_has_a_group(release: str, group: str) -> None:
    """The release that is only judged counts as one of its sisters."""
    assert group_of(release) == group
