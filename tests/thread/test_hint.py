"""Hints that two placeholders may be one person: only on request, only between mails that are linked, always with reasons."""

from __future__ import annotations

from functools import cache

import pytest

import lvvthreads
from lvvthreads import Correspondence, Document

#: A question and the answer that quotes it, their people left open.
EXCHANGE = """\
{owner}

Van: {replier}
Verzonden: dinsdag 12 maart 2024 10:00
Aan: {answered}
Onderwerp: {prefix}: Schema van de wachtdiensten

Dat is goed, ik hang het vanmiddag op.

Van: {sender}
Verzonden: maandag 11 maart 2024 15:48
Aan: {asked}
Onderwerp: Schema van de wachtdiensten

Wil je het schema voor april maken?
"""
A, B, C = "5.1.2.e - DG/WEG/JUR", "5.1.2.e - DG/WEG/DIR", "5.1.2.e - BO/FIN/BET"


@cache
def found(sender: str, asked: str, replier: str, answered: str, prefix: str = "RE", owner: str = "") -> Correspondence:
    """Reconstruct the exchange, with hints."""
    text = EXCHANGE.format(sender=sender, asked=asked, replier=replier, answered=answered, prefix=prefix, owner=owner)
    return lvvthreads.reconstruct(Document.from_text(text, name="wacht.txt"), hints=True)


def pairs(correspondence: Correspondence) -> dict[tuple[str, str], tuple[str, ...]]:
    """Give the reasons of each pair of slots: that of the answer (it stands first), that of the question."""
    answer, question = (message.id for message in correspondence.messages)
    told = {}
    for hint in correspondence.hints or ():
        slots = dict(node.split("#") for node in (hint.a, hint.b))
        told[slots[answer], slots[question]] = hint.reasons
    return told


def test_nothing_is_hinted_unless_asked_for() -> None:
    """None is not even an empty list."""
    assert lvvthreads.reconstruct(Document.from_text(EXCHANGE, name="wacht.txt")).hints is None


def test_an_exchange_of_two() -> None:
    """Who was asked replies, who asked is answered."""
    two = "each of the two e-mails has one recipient"
    assert pairs(found(A, B, B, A)) == {
        ("from", "to1"): ("the writer of the reply is the only recipient of the e-mail before it", two),
        ("to1", "from"): ("the reply goes to one person, as replies go to the sender", two),
    }


def test_the_replier_alone_of_a_unit() -> None:
    """Of three who were asked one is of the replier's unit; the reply goes to one person."""
    assert pairs(found(A, f"{C}; {B}; {A}", B, A)) == {
        ("from", "to2"): ("the writer of the reply is among the recipients of the e-mail before it, the only one of DG/WEG/DIR",),
        ("to1", "from"): ("the reply goes to one person, as replies go to the sender",),
    }


def test_two_of_one_unit_cannot_be_told_apart() -> None:
    """Either of them can have replied."""
    assert ("from", "to1") not in pairs(found(A, f"{B}; {B}", B, A))
    assert ("from", "to2") not in pairs(found(A, f"{B}; {B}", B, A))


def test_somebody_whose_unit_is_not_known_makes_it_less_sure() -> None:
    """That person may be of the unit as well."""
    sure, unsure = found(A, f"{C}; {B}", B, A), found(A, f"5.1.2.e; {B}", B, A)
    scores = [
        hint.score
        for one in (sure, unsure)
        for hint in one.hints or ()
        if {node.rpartition("#")[2] for node in (hint.a, hint.b)} == {"from", "to2"}
    ]
    assert scores[0] > scores[1] > 0


def test_units_that_contradict() -> None:
    """Somebody else replied, to somebody else."""
    assert pairs(found(A, B, C, "5.1.2.e - BO/HRM/OPL")) == {}


def test_a_reply_to_all() -> None:
    """The sender is among those answered; a third gets both e-mails, alone of that unit in each."""
    told = pairs(found(A, f"{B}; {C}", B, f"{A}; {C}"))
    assert told["to1", "from"] == ("the reply goes to the sender, and to nobody else of DG/WEG/JUR",)
    assert told["to2", "to2"] == ("a recipient of both e-mails, in each the only person of BO/FIN/BET",)
    assert set(told) == {("from", "to1"), ("to1", "from"), ("to2", "to2")}


def test_a_forward_does_not_go_to_the_sender() -> None:
    """Only its writer is hinted at."""
    assert set(pairs(found(A, B, B, A, prefix="FW"))) == {("from", "to1")}


def test_a_name_is_never_hinted_at() -> None:
    """A placeholder is brought together with placeholders only."""
    assert set(pairs(found(A, "Bos, A. - DG/WEG/DIR", B, A))) == {("to1", "from")}
    assert pairs(found("Dam, C. - DG/WEG/JUR", "Bos, A. - DG/WEG/DIR", B, A)) == {}


def test_a_placeholder_that_a_copy_shows_by_name_is_left_alone() -> None:
    """A hint would give its name away to another slot."""
    text = EXCHANGE.format(sender=A, asked=B, replier=B, answered=A, prefix="RE", owner="")
    shown = text.split("\n\n")
    again = "\n\n\fDocument 2\n\n" + "\n\n".join(shown[-2:]).replace(f"Aan: {B}", "Aan: Bos, A. - DG/WEG/DIR")
    both = lvvthreads.reconstruct(Document.from_text(text + again, name="wacht.txt"), hints=True)
    answer, question = both.messages
    assert len(question.witnesses) == 2
    assert len(question.to[0].nodes) == 2
    assert {node for hint in both.hints or () for node in (hint.a, hint.b)} == {f"{answer.id}#to1", f"{question.id}#from"}


def test_domains_stand_for_units() -> None:
    """People of other organisations have an address instead."""
    told = pairs(found("5.1.2.e <5.1.2.e@oeverland.nl>", f"{B}; {C}", B, f"5.1.2.e <5.1.2.e@oeverland.nl>; {C}"))
    assert told["to1", "from"] == ("the reply goes to the sender, and to nobody else of oeverland.nl",)


def test_the_owner_of_the_printout() -> None:
    """Its unit speaks for the pair of that unit, and only for that."""
    told = pairs(found(A, f"{B}; {C}", B, A, owner=B))
    assert told["from", "to1"][1:] == ("the printout is that of somebody of DG/WEG/DIR",)
    assert told["to1", "from"][1:] == ()


@pytest.mark.parametrize("people", [(A, B, B, A), (A, f"{C}; {B}; {A}", B, A), (A, f"{B}; {C}", B, f"{A}; {C}")])
def test_scores_are_modest_and_in_order(people: tuple[str, str, str, str]) -> None:
    """The surest first, none near certainty."""
    scores = [hint.score for hint in found(*people).hints or ()]
    assert scores == sorted(scores, reverse=True)
    assert all(0.1 < score <= 0.9 for score in scores)
