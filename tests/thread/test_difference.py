"""What two copies of one e-mail redact differently is quoted from both, and nothing is concluded from it."""

from __future__ import annotations

from functools import cache

import lvvthreads
from lvvthreads import Correspondence, Document
from lvvthreads.thread.difference import RedactionDifference, Shown
from lvvthreads.view.redactions import compared
from lvvthreads.write import from_json, to_json

MAIL = """\
Document {number}

Van: {sender} - DG/WEG/JUR
Verzonden: dinsdag 2 april 2024 16:20
Aan: {to}
Onderwerp: Huur van de loods

Dag,

De huur kan omlaag als de loods leeg blijft, dat staat in het contract.
Ik bel morgen met {who} van de gemeente over de sleutel.
{passage}

Met vriendelijke groet,
{sender_below}

Van: 5.1.2.e - DG/WEG/PONT
Verzonden: dinsdag 2 april 2024 11:05
Aan: 5.1.2.e - DG/WEG/JUR
Onderwerp: Huur van de loods

Moeten wij tot het einde van het jaar huur betalen?

{number}
"""


@cache
def twice(first: tuple[str, ...], second: tuple[str, ...]) -> Correspondence:
    """Reconstruct two copies of the mail: sender, recipients, who, passage, name beneath."""
    keys = ("sender", "to", "who", "passage", "sender_below")
    texts = [MAIL.format(number=number, **dict(zip(keys, words, strict=True))) for number, words in enumerate((first, second), start=1)]
    return lvvthreads.reconstruct(Document.from_text("".join(texts), name="loods.txt"))


OPEN = (
    "Hoekstra, mr. L.",
    "5.1.2.e - DG/WEG/PONT; Bakker, J. - DG/WEG/DIR",
    "Tom Visser",
    "Wij kunnen het pand voor vier ton kopen.",
    "Lieke",
)
COVERED = ("5.1.2.e", "5.1.2.e - DG/WEG/PONT; 5.1.2.e - DG/WEG/DIR", "5.1.2.e", "5.2.1", "5.1.2.e")


def told(found: Correspondence) -> list[tuple[object, ...]]:
    """Give each difference in short: place, kind, and line, words and grounds of both sides."""
    return [
        (one.place, one.kind, *(part for shown in (one.covered, one.instead) for part in (shown.line, shown.words, shown.grounds)))
        for one in found.redaction_differences()
    ]


def test_what_one_copy_covers_and_the_other_shows() -> None:
    """Sender, a recipient, a name in a sentence, a passage and a signature, in this order."""
    e = ("5.1.2.e",)
    assert told(twice(OPEN, COVERED)) == [
        ("from", "shown", 27, "5.1.2.e - DG/WEG/JUR", e, 3, "Hoekstra, mr. L. - DG/WEG/JUR", ()),
        ("to2", "shown", 29, "5.1.2.e - DG/WEG/DIR", e, 5, "Bakker, J. - DG/WEG/DIR", ()),
        ("body", "shown", 35, "5.1.2.e", e, 11, "Tom Visser", ()),
        ("body", "shown", 36, "5.2.1", ("5.2.1",), 12, "Wij kunnen het pand voor vier ton kopen.", ()),
        ("body", "shown", 39, "5.1.2.e", e, 15, "Lieke", ()),
    ]


def test_both_copies_are_quoted_as_they_are_printed() -> None:
    """In a body with their whole lines."""
    found = twice(OPEN, COVERED)
    (source,) = found.sources
    message = found.messages[0]
    assert found.redaction_differences()[2] == RedactionDifference(
        message=message.id,
        place="body",
        kind="shown",
        covered=Shown(
            witness=f"{source.id}:27",
            source=source.id,
            line=35,
            words="5.1.2.e",
            printed="Ik bel morgen met 5.1.2.e van de gemeente over de sleutel.",
            grounds=("5.1.2.e",),
        ),
        instead=Shown(
            witness=f"{source.id}:3",
            source=source.id,
            line=11,
            words="Tom Visser",
            printed="Ik bel morgen met Tom Visser van de gemeente over de sleutel.",
            grounds=(),
        ),
    )


def test_no_placeholder_gets_a_name() -> None:
    """Slots list both nodes, and the redacted one stays what it is."""
    found = twice(OPEN, COVERED)
    found.redaction_differences()
    message = found.messages[0]
    kinds = sorted((found.person(node).kind, found.person(node).name) for node in message.sender.nodes)
    assert kinds == [("named", "Hoekstra, mr. L."), ("redacted", None)]


def test_another_ground() -> None:
    """Both copies cover the place; it is told once."""
    other = (OPEN[0], OPEN[1], OPEN[2], "5.1.2.b", OPEN[4])
    assert told(twice(other, (*OPEN[:3], "5.2.1", OPEN[4]))) == [
        ("body", "ground", 12, "5.1.2.b", ("5.1.2.b",), 36, "5.2.1", ("5.2.1",)),
    ]


def test_another_ground_over_a_person() -> None:
    """In a header, too."""
    found = told(twice(("5.1.2.i", *OPEN[1:]), ("5.1.2.e", *OPEN[1:])))
    assert found == [("from", "ground", 3, "5.1.2.i - DG/WEG/JUR", ("5.1.2.i",), 27, "5.1.2.e - DG/WEG/JUR", ("5.1.2.e",))]


def test_a_mark_that_is_misread_is_no_difference() -> None:
    """Nor is one that the scan lost: it faces nothing."""
    misread = ("5.1.2e", "5.1.2.e - DG/WEG/PONT; [5.1.2.e] - DG/WEG/DIR", "5.1.2,e", "5.2.1", "5.1.2.e")
    assert told(twice(COVERED, misread)) == []
    assert told(twice(COVERED, (*COVERED[:4], ""))) == []


def test_recipients_whom_nothing_tells_apart() -> None:
    """One copy lists two of them, the other one, without units: nobody can say which of the two is shown."""
    first, second = (OPEN[0], "5.1.2.e; 5.1.2.e", *OPEN[2:]), (OPEN[0], "Bakker, J.", *OPEN[2:])
    assert told(twice(first, second)) == []


def test_differences_survive_an_export() -> None:
    """They are made of what the export has."""
    found = twice(OPEN, COVERED)
    assert from_json(to_json(found)).redaction_differences() == found.redaction_differences()


def test_the_table() -> None:
    """Each e-mail once, both copies beneath each other; what a document says has no power over a terminal."""
    found = twice((*OPEN[:2], "Tom \x1bVisser", *OPEN[3:]), (*OPEN[:2], "5.1.2.e", *OPEN[3:]))
    assert compared(found, found.redaction_differences()) == (
        "2024-04-02 16:20  Huur van de loods\n"
        "  body  loods.txt:35          5.1.2.e    Ik bel morgen met 5.1.2.e van de gemeente over de sleutel.\n"
        "        loods.txt:11          shown      Ik bel morgen met Tom \\x1bVisser van de gemeente over de sleutel.\n"
        "\n"
        "1 place is redacted differently in two copies\n"
    )


def test_a_long_line_is_cut_around_the_words() -> None:
    """What matters stays in sight."""
    passage = (
        "Er zijn in deze zaak heel wat brieven gewisseld, en in elke daarvan staat weer dat {} het ermee eens was, zij het niet van harte."
    )
    found = twice((*OPEN[:3], passage.format("Tom Visser"), OPEN[4]), (*OPEN[:3], passage.format("5.1.2.e"), OPEN[4]))
    shown = compared(found, found.redaction_differences())
    assert "Tom Visser het ermee eens was" in shown
    assert all(len(line) < 130 for line in shown.splitlines())
