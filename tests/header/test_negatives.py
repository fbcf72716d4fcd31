"""Documents that are no mail have no header: agendas, letters, memos, forms, lists, statutes, chats and prose, clean and as a poor scan leaves them."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

import lvvthreads
from lvvthreads import Document
from lvvthreads.simulate.noise import Noise

FILES = sorted((Path(__file__).parent / "fixtures" / "negatives").glob("*.txt"))
#: A header is found here: a form of complaint that reports an e-mail field by field.
KNOWN = frozenset(("en-form-complaint",))
#: In all documents together, two scans of each: so many headers are found at most, for some damage makes a label of anything.
MOST_WHEN_DAMAGED = 3


def _found(text: str) -> int:
    return len(lvvthreads.reconstruct(Document.from_text(text)).messages)


@pytest.mark.parametrize("file", [pytest.param(file, id=file.stem) for file in FILES if file.stem not in KNOWN])
def test_no_header_is_found(file: Path) -> None:
    """Labels of offices, words that begin sentences and rows of lists are no headers."""
    assert _found(file.read_text(encoding="utf-8")) == 0


def test_hardly_any_is_found_in_poor_scans() -> None:
    """Damage makes no headers of what is none."""
    assert len(FILES) >= 80
    found = 0
    for file in FILES:
        for seed in (1, 2):
            noise = Noise(Random(seed), 0.3)  # noqa: S311 - repeatable, not secret
            lines = file.read_text(encoding="utf-8").split("\n")
            found += _found("\n".join(noise.scan([(line, None)]).text for line in lines))
    assert found <= MOST_WHEN_DAMAGED
