"""What the mails of one exchange make of each other's subjects."""

from __future__ import annotations

from collections import Counter

import pytest

from lvvthreads.message.subjects import consensus


@pytest.mark.parametrize(
    ("own", "others", "expected"),
    [
        pytest.param("Vcrgaderzaal 2", {"Vergaderzaal 2": 3}, "Vergaderzaal 2", id="a letter is misread"),
        pytest.param("Overleg 2A maart", {"Overleg 24 maart": 3}, "Overleg 24 maart", id="a digit is read as a letter"),
        pytest.param("Melding AB-373", {"Melding AB-384": 3}, "Melding AB-373", id="another number"),
        pytest.param("Rapport WB maart", {"Rapport UITK maart": 3}, "Rapport WB maart", id="another short word"),
        pytest.param("[Melding] sleutels", {"[Storing] sleutels": 3}, "[Melding] sleutels", id="another word in brackets"),
        pytest.param("Sleutels kade - planning", {"Sleutels kade": 4}, "Sleutels kade - planning", id="words were added"),
        pytest.param("Sleutels kade ]I", {"Sleutels kade": 4}, "Sleutels kade", id="a box's edge is no word"),
        pytest.param("Vergaderzaal", {"Vergaderzalen": 9}, "Vergaderzaal", id="two copies agree"),
    ],
)
def test_a_misreading_is_mended_and_a_change_kept(own: str, others: dict[str, int], expected: str) -> None:
    """Only what can be the same print is taken from the others."""
    assert consensus(own, Counter({own: 2 if expected == "Vergaderzaal" else 1, **others})) == expected


def test_a_rare_subject_among_very_many_is_kept() -> None:
    """Of an exchange of more spellings than are compared, one that none of the frequent ones is like stays as it is."""
    others = Counter({f"Agenda {first}{second}": 2 for first in "bcdfgh" for second in "klmnpqrstvwx"})
    assert consensus("Verslag haven", others + Counter(["Verslag haven"])) == "Verslag haven"
