"""What shows and what writes a correspondence is attached to it, and is what the rooms' own functions give."""

from __future__ import annotations

import json
from functools import cache
from typing import Any, cast

import pytest

import lvvthreads
from lvvthreads import Correspondence, Document
from lvvthreads.view import explanation, tree
from lvvthreads.write import to_dict, to_json

TEXT = """\
Van: Anna Bos
Verzonden: maandag 11 maart 2024 11:00
Aan: Cor Dam
Onderwerp: RE: Sleutels van de kade

Bij de balie.

Van: Cor Dam
Verzonden: maandag 11 maart 2024 10:00
Aan: Anna Bos
Onderwerp: Sleutels van de kade

Waar liggen de sleutels van het hek?
"""


@cache
def correspondence() -> Correspondence:
    """Give the two mails, read."""
    return lvvthreads.reconstruct(Document.from_text(TEXT, name="kade.txt"))


def picture(of: object) -> dict[str, str]:
    """Ask for a picture as IPython does."""
    shown: dict[str, str] = cast("Any", of)._repr_mimebundle_(include=None, exclude=None)
    return shown


def test_to_json_and_to_dict_are_the_export() -> None:
    """The same bytes as from the room that writes."""
    assert correspondence().to_json() == to_json(correspondence())
    assert correspondence().to_dict() == to_dict(correspondence()) == json.loads(correspondence().to_json())
    assert lvvthreads.from_json(correspondence().to_json()) == correspondence()


def test_tree_is_the_forest_of_the_terminal() -> None:
    """Two mails, one beneath the other."""
    assert correspondence().tree() == tree(correspondence())
    first, question, answer, *_ = correspondence().tree().splitlines()
    assert first == "Thread 1: Sleutels van de kade (2 messages, 2024-03-11)"
    assert question.startswith("2024-03-11 10:00  Cor Dam  Sleutels van de kade")
    assert answer.startswith("└─ 2024-03-11 11:00  Anna Bos  reply: Sleutels van de kade")


def test_explain_says_why() -> None:
    """A reply names its parent and the reason, a root says that it is one; an unknown id is an error."""
    answer, question = correspondence().messages
    assert correspondence().explain(answer.id) == explanation(correspondence(), answer.id)
    assert "It replies to 2024-03-11 10:00 Cor Dam (kade.txt:8-11)" in correspondence().explain(answer.id)
    assert "quoted                in 1 copy" in correspondence().explain(answer.id)
    assert "It opens its thread" in correspondence().explain(question.id)
    with pytest.raises(KeyError):
        correspondence().explain("none:1")


def test_a_notebook_shows_a_correspondence() -> None:
    """As text the tree of the terminal, as HTML the same words."""
    shown = picture(correspondence())
    assert shown["text/plain"] == correspondence().tree()
    assert "Sleutels van de kade" in shown["text/html"]


def test_a_notebook_shows_a_thread() -> None:
    """Alone it knows the ids of its messages, in display order."""
    (thread,) = correspondence().threads
    answer, question = correspondence().messages
    assert picture(thread)["text/plain"].splitlines() == ["Sleutels van de kade (2 messages)", question.id, f"   {answer.id}"]
    assert picture(thread)["text/html"].startswith("<pre>")
