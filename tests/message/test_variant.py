"""Where the words of copies differ: only in print, by a redaction, or in wording."""

from __future__ import annotations

import pytest
from attrs import evolve

from lvvthreads.message.message import Message, Span, Witness
from tests.write.specimen import MESSAGE, WITNESS

BEFORE, AFTER = "Wij zagen elkaar gisteren in de haven.", "Tot morgen, dan praten wij verder."


def copies(*texts: str) -> Message:
    """Make a message of copies with these bodies, the first line of each on line 10, 110, 210, ..."""
    witnesses = tuple(copy(text, 10 + 100 * at) for at, text in enumerate(texts))
    best = max(texts, key=len)
    return evolve(MESSAGE, text=best, witnesses=witnesses)


def copy(text: str, first: int) -> Witness:
    """Make a copy whose body begins on this line."""
    return evolve(WITNESS, id=f"3fa9c1d2e3f4:{first - 5}", text=text, body=(Span(first_line=first, last_line=first + text.count("\n")),))


def between(words: str) -> str:
    """Set words on a line of their own between two sentences that all copies have."""
    return f"{BEFORE}\n{words}\n{AFTER}"


def test_copies_that_agree_differ_nowhere() -> None:
    """Nor does an e-mail that was printed once, or one whose other copy has no words."""
    assert copies(between("De boot is lek."), between("De boot is lek.")).variants == ()
    assert copies(between("De boot is lek.")).variants == ()
    assert copies(between("De boot is lek."), "").variants == ()


def test_lines_may_break_elsewhere() -> None:
    """Signs of a quotation and blanks are no words either."""
    assert copies(f"{BEFORE} {AFTER}", "> " + BEFORE.replace(" in ", "\n> in ") + "\n>\n> " + AFTER).variants == ()


#: What stands in the fuller copy, what in the other, and what the difference is: kind, words, other words.
CASES = [
    # letters of one shape
    ("De boot is lek en oud.", "De b00t is lek en oud.", ("print", "boot", "b00t")),
    # letters that a scan takes for others
    ("De verzekering betaalt.", "De verzekcrinq betaalt.", ("print", "verzekering", "verzekcrinq")),
    # words run together
    ("Dat hangt er van af.", "Dat hangt ervan af.", ("print", "er van", "ervan")),
    # a mark misread, with an edge of its box
    ("Volgens 5.1.2.e is hij lek.", "Volgens 5.1.2e is hij lek.", ("print", "5.1.2.e", "5.1.2e")),
    # another word
    ("De boot is niet verkocht.", "De boot is wel verkocht.", ("wording", "niet", "wel")),
    # words that only one has
    ("De boot is morgen weer droog.", "De boot is droog.", ("wording", "morgen weer", "")),
    # a name covered
    ("Volgens Tom Visser is hij lek.", "Volgens 5.1.2.e is hij lek.", ("redaction", "Tom Visser", "5.1.2.e")),
    # a whole line covered
    ("Wij willen hem voor vier ton kopen.", "5.2.1", ("redaction", "Wij willen hem voor vier ton kopen.", "5.2.1")),
    # another ground
    ("Daar staat 5.1.2.e vandaag.", "Daar staat 5.1.2.i vandaag.", ("redaction", "5.1.2.e", "5.1.2.i")),
    # a bar instead of a ground
    ("Daar staat ████████ vandaag.", "Daar staat 5.1.2.i vandaag.", ("redaction", "████████", "5.1.2.i")),
    # a mark that the other scan lost, and whose remains stand there
    ("Volgens 5.1.2.e is hij lek.", "Volgens is hij lek.", ("print", "5.1.2.e", "")),
    ("Volgens 5.1.2.e is hij lek.", "Volgens S.l.Z,c is hij lek.", ("print", "5.1.2.e", "S.l.Z,c")),
]


@pytest.mark.parametrize(("own", "other", "expected"), CASES)
def test_one_difference(own: str, other: str, expected: tuple[str, str, str]) -> None:
    """It is found with its place in both copies, whichever is the fuller one."""
    message = copies(between(own), between(other))
    (variant,) = message.variants
    base_first = message.text == between(own)
    sides = (variant.words, variant.other_words) if base_first else (variant.other_words, variant.words)
    assert (variant.kind, *sides) == expected
    assert {variant.lines, variant.other_lines} == {(11,), (111,)}
    assert variant.witness == message.witnesses[1 if base_first else 0].id


def test_grounds_are_told() -> None:
    """Of each side; a bar has none."""
    (variant,) = copies(between("Daar staat ████████ vandaag."), between("Daar staat 5.1.2.i vandaag.")).variants
    assert (variant.grounds, variant.other_grounds) == ((None,), ("5.1.2.i",))


def test_a_signature_at_the_end() -> None:
    """Short words that face a mark over a name are what it covers; an address that faces it is not, for the rest may be lost."""
    (name,) = copies(f"{BEFORE}\nGroet,\nTom Visser", f"{BEFORE}\nGroet,\n5.1.2.e").variants
    assert (name.kind, name.words, name.other_words) == ("redaction", "Tom Visser", "5.1.2.e")
    (address,) = copies(f"{BEFORE}\nGroet,\nHavenkade 12 in het oude pakhuis", f"{BEFORE}\nGroet,\n5.1.2.e").variants
    assert address.kind == "wording"


def test_a_mark_stands_for_words_in_the_same_text() -> None:
    """Where the copy that has it says much that the other does not, another text stands there."""
    message = copies(
        between("Dank voor de mooie bloemen 5.1.2.i en tot zaterdag avond"), between("Volgens de boekhouding is er te veel betaald.")
    )
    assert "redaction" not in {variant.kind for variant in message.variants}


def test_the_stamp_of_a_classification_is_nobody_s_words() -> None:
    """It stands beside the text in one copy, and is not compared."""
    stamped = between(
        "The boat is leaking. Classified by DAS, A/GIS, DoS on 01/02/2016 — Class: CONFIDENTIAL — Reason: 1.4(B) — Declassify on: 01/02/2026"
    )
    assert copies(stamped, between("The boat is leaking.")).variants == ()


def test_several_differences_in_order() -> None:
    """Each copy is compared with the fullest one."""
    fullest = f"{BEFORE}\nDe boot van Tom Visser is lek.\n{AFTER}\nNeem je de sleutel mee?"
    message = copies(
        f"{BEFORE}\nDe boot van 5.1.2.e is lek.\n{AFTER}\nNeem je de sIeutel mee?",
        fullest,
        f"{BEFORE}\nDe boot van Tom Visser is lek.\n{AFTER}",
    )
    assert [(variant.witness, variant.kind, variant.lines, variant.other_lines) for variant in message.variants] == [
        ("3fa9c1d2e3f4:5", "redaction", (111,), (11,)),
        ("3fa9c1d2e3f4:5", "print", (113,), (13,)),
        ("3fa9c1d2e3f4:205", "wording", (113,), (212,)),
    ]


def test_long_bodies_that_repeat_themselves() -> None:
    """Nothing anchors them, and too much lies between their ends to be compared word by word: that is one place."""
    own, other = "aap noot mies wim " * 700, "aap wim noot mies " * 600
    (variant,) = copies(own.strip(), other.strip()).variants
    assert (variant.kind, variant.words.split()[0], variant.other_words.split()[0]) == ("wording", "noot", "wim")
