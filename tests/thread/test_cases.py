"""Links between mails, as tables of text and what hangs beneath what in ``cases/``."""

from __future__ import annotations

from pathlib import Path

import pytest

import lvvthreads
from lvvthreads import Document
from tests.cases import cases

_CASES = Path(__file__).parent / "cases"


def _read(kind: str, text: str) -> str:
    """Read a text as its kind demands, and write the result as a case file does.

    ``links``: child and parent by their first header lines, ``reply 1<8``.
    ``missing``: the kinds of the mails that are known to be missing, and of which mail they are the parent.
    """
    correspondence = lvvthreads.reconstruct(Document.from_text(text))
    if kind == "missing":
        return " ".join(f"{each.kind} {each.child.rpartition(':')[2]}" for each in correspondence.missing)
    assert kind == "links"
    links = sorted(correspondence.links, key=lambda link: int(link.child.rpartition(":")[2]))
    return " ".join(f"{link.kind} {link.child.rpartition(':')[2]}<{link.parent.rpartition(':')[2]}" for link in links)


@pytest.mark.parametrize(("kind", "text", "expected"), cases(_CASES / "in_the_wild.txt"))
def test_links_what_releases_show(kind: str, text: str, expected: str) -> None:
    """Replies and forwards of the kinds that real releases show find their parents."""
    assert _read(kind, text) == expected


@pytest.mark.parametrize(("kind", "text", "expected"), cases(_CASES / "synthetic.txt"))
def test_links_what_was_not_yet_seen(kind: str, text: str, expected: str) -> None:
    """The rules know more than the threads they were made from."""
    assert _read(kind, text) == expected


@pytest.mark.parametrize(("kind", "text", "expected"), cases(_CASES / "negative.txt"))
def test_links_nothing_that_is_apart(kind: str, text: str, expected: str) -> None:
    """No parent is better than a wrong one."""
    assert _read(kind, text) == expected


@pytest.mark.xfail(strict=True)
@pytest.mark.parametrize(("kind", "text", "expected"), cases(_CASES / "known_failures.txt"))
def test_known_failures(kind: str, text: str, expected: str) -> None:
    """What should be right and is not yet."""
    assert _read(kind, text) == expected
