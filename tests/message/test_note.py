"""The censor's notes on what was left out, as they are printed and as they are misread, and sentences that only resemble them."""

from __future__ import annotations

import pytest

from lvvthreads.message.note import note_kind


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("1 pagina hieronder reeds beoordeeld en verwijderd", "tail"),
        ("3 pagina hieronder recds beoondeeld en vervvijdend", "tail"),
        ("Reeds beoordeeld in document 12", "tail"),
        ("2   pagina's   verwijderd", "tail"),
        ("[2 pages removed]", "tail"),
        ("12 pages rernoved.", "tail"),
        ("Already assessed in docurnent 4", "tail"),
        ("assessed in document 561", "tail"),
        ("3 Seiten entfernt", "tail"),
        ("Bereits in Dokument 7 geprüft", "tail"),
        ("2 pages ci-dessous déjà examinées et retirées", "tail"),
        ("Déjà communiqué dans le document 8", "tail"),
        ("Buifen neikwijdte verzoek", "outside"),
        ("Outside tbe 5cope of the request", "outside"),
        ("NON-RESPONSIVE", "outside"),
        ("Nicht vom Antrag umfasst", "outside"),
        ("Hors du champ de la demande", "outside"),
        ("RELEASE IN PART", "verdict"),
    ],
)
def test_notes(line: str, kind: str) -> None:
    """A note is known by most of its letters, its numbers apart."""
    assert note_kind(line) == kind


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Document 12",
        "Zie document 12.",
        "Ik heb twee pagina's verwijderd uit het stuk voor morgen.",
        "We have already assessed the documents of the ferry.",
        "Ist die Seite schon entfernt, oder muss ich noch warten?",
        "Met vriendelijke groet,",
        "The request is outside my office.",
        "Pagina 3 van 12",
        "Het verzoek ligt buiten, op de kade.",
    ],
)
def test_no_notes(line: str) -> None:
    """Somebody's own words are no note of the censor."""
    assert note_kind(line) is None
