"""The explanation of one message, and the list of headers."""

from __future__ import annotations

import pytest
from attrs import evolve

from lvvthreads.view.explanation import explanation
from lvvthreads.view.headers import headers
from tests.view.dossier import block, sent, small

FORWARD = """\
2021-03-0? 16:40  Vergunning kade
  from  [unreadable #3]
  date  confidence 0.97, from header
  id    bb22:3

1 printed copy
  bijlage.txt:3-5  page 1, on top of printout p1
    from            3  Van: |l;i~  =  [unreadable]  (0.98)
    sent            4  Verz0nden: ma 1-3  =  2021-03-0? 16:40  (0.90)
    subject         5  (no label) FW: Vergunning kade  =  FW | Vergunning kade  (0.75)

It forwards 2021-03-01 11:02 [5.1.2.e #1 DG/KADE] (dossier.txt:12-14), confidence 0.62
    +4.50  quoted   stands right beneath
    +1.25  subject  the same words
    -0.50  time     nine days later
  -------
    +5.25  together, in log-odds

Other parents that were weighed
  0.30  2021-03-01 09:15 Femke Oosterling (dossier.txt:30-32)
"""

ROOT = """\
2021-03-01 09:15  Vergunning kade
  from  Femke Oosterling
  to    [5.1.2.e #2]
  date  confidence 0.97, from header
  id    aa11:30

1 printed copy
  dossier.txt:30-32  page 1, on top of printout p1
    from           30  Van: Oosterling, Femke  =  Femke Oosterling  (0.98)
    sent           31  Verz0nden: ma 1-3  =  2021-03-01 09:15  (0.90)
    subject        32  (no label) Vergunning kade  =  Vergunning kade  (0.75)

It opens its thread: no parent was found for it.
"""

HEADERS = """\
dossier.txt: 2 headers

12-14  block, page 1, printout p1, on top (0.96)
  from           12  Van: 5.1.2e DG/KADE  =  [5.1.2.e DG/KADE]  (0.98)
  sent           13  Verz0nden: ma 1-3  =  2021-03-01 11:02  (0.90)
  subject        14  (no label) RE: Vergunning kade  =  RE | Vergunning kade  (0.75)

30-32  block, page 1, printout p1, on top (0.96)
"""


def test_a_link_is_explained_as_a_sum() -> None:
    """Copies, fields, every reason with its weight, the sum, the confidence and the other candidates."""
    assert explanation(small(), "bb22:3") == FORWARD


def test_a_root_is_explained_too() -> None:
    """That no parent was found is said, not left to be inferred."""
    assert explanation(small(), "aa11:30") == ROOT


def test_a_missing_mail_is_named() -> None:
    """What is known of the e-mail that is not there stands at the one that shows it."""
    assert explanation(small(), "aa11:12").endswith(
        "Missing e-mails it shows\n  missing: an e-mail of which only the line that names it is left (from Bram Zeilmaker)\n"
    )


def test_an_alias_leads_to_its_message() -> None:
    """Ids of before a joining still explain."""
    known = small()
    first, *rest = known.messages
    renamed = evolve(known, messages=(evolve(first, aliases=("old:1",)), *rest))
    assert explanation(renamed, "old:1") == explanation(known, "aa11:12")


def test_no_such_message() -> None:
    """An unknown id is an error."""
    with pytest.raises(KeyError):
        explanation(small(), "cc33:1")


def test_headers_stand_in_the_order_of_their_source() -> None:
    """The list follows the paper, not the threads."""
    assert headers(small()).startswith(HEADERS)


def test_defects_stand_under_their_header() -> None:
    """Defects of the header and of the copy, each once."""
    known = small()
    first, *rest = known.messages
    damaged = evolve(first.witnesses[0].block, defects=("sender-missing",))
    witness = evolve(first.witnesses[0], block=damaged, defects=("sender-missing", "label-damaged:\x1b"))
    shown = headers(evolve(known, messages=(evolve(first, witnesses=(witness,)), *rest)))
    assert "  defects: sender-missing, label-damaged:\\x1b\n" in shown


def test_a_name_in_a_header_is_harmless() -> None:
    """Raw text goes through the same door as everything else."""
    known = small()
    first, *rest = known.messages
    person = evolve(first.witnesses[0].sender[0], kind="named", name="\x1b]0;x\x07", raw="\x1b]0;x\x07")
    witness = evolve(first.witnesses[0], block=block(12, person, sent(None), first.subject))
    shown = headers(evolve(known, messages=(evolve(first, witnesses=(witness,)), *rest)))
    assert all(line.isprintable() for line in shown.splitlines())


def test_the_fields_of_several_copies_are_told() -> None:
    """Where all agree it says so; of an e-mail that was printed once, as it was read, nothing is said."""
    shown = explanation(small(), "aa11:12")
    told = (
        "How its fields were settled\n"
        "  from        both copies\n"
        "  sent        both copies\n"
        "  subject     both copies\n"
        "  body        both copies\n"
    )
    assert told in shown
    assert "How its fields" not in explanation(small(), "bb22:60")


def test_differences_of_copies_are_told() -> None:
    """Redactions and wording are quoted, misprints counted; what is quoted is harmless."""
    known = small()
    first, *rest = known.messages
    one, other = first.witnesses
    text = "Geachte collega,\nde b00t van 5.1.2.e is gisteren\nin de haven gezonken."
    best = "Geachte collega,\nde boot van \x1bTom Visser is gisteren\nin de haven gezonken."
    copies = (evolve(one, text=text), evolve(other, text=best))
    shown = explanation(evolve(known, messages=(evolve(first, text=best, witnesses=copies), *rest)), "aa11:12")
    told = (
        "Where its copies differ\n"
        "  redaction  bijlage.txt:44  “\\x1bTom Visser”\n"
        "             dossier.txt:16  “5.1.2.e”\n"
        "  1 place differs in print only\n"
    )
    assert told in shown
    assert "  body        the fullest copy (line 43)\n" in shown
