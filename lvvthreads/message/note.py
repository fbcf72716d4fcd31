"""Know the notes that a censor prints where something was left out: "1 pagina hieronder reeds beoordeeld en verwijderd", "[pages removed]".

In comes a line; out comes what kind of note it is. A note is a line of its own, often misread, and people write sentences with the same words:
so a line counts as a whole, its numbers apart, and must be nearly all of a known wording.
"""

from __future__ import annotations

from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Literal

from rapidfuzz import fuzz, process

from lvvthreads.header.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

#: ``tail``: what stood beneath was taken out, or stands in another document; ``outside``: something lies outside the request, a tail or a passage;
#: ``verdict``: what was decided of a whole document or page.
Kind = Literal["tail", "outside", "verdict"]

#: Language -> kind -> wordings, without their numbers. The Dutch ones are those of ministries' releases; the others are what such offices usually write.
NOTES: Final[Mapping[str, Mapping[Kind, tuple[str, ...]]]] = MappingProxyType(
    {
        "nl": {
            "tail": (
                *("reeds beoordeeld", "reeds beoordeeld in document", "pagina hieronder reeds beoordeeld in document", "eerder beoordeeld"),
                *(
                    "pagina hieronder reeds beoordeeld en verwijderd",
                    "pagina's hieronder reeds beoordeeld en verwijderd",
                    "beoordeeld en verwijderd",
                ),
                *("al beoordeeld in document", "eerder beoordeeld in document", "onderliggende e-mail reeds beoordeeld in document"),
                *("onderliggende mailwisseling reeds beoordeeld in document", "reeds beoordeeld, zie document", "dubbel, zie document"),
                *("reeds openbaar", "reeds openbaar gemaakt", "reeds openbaar gemaakt in document", "is al openbaar gemaakt in document"),
                *(
                    "pagina verwijderd",
                    "pagina's verwijderd",
                    "pagina's hieronder verwijderd",
                    "doublure verwijderd",
                    "dubbele pagina's verwijderd",
                ),
                *("rest van de mailwisseling verwijderd", "onderliggende e-mails verwijderd"),
            ),
            "outside": (
                *("buiten reikwijdte", "buiten reikwijdte verzoek", "buiten de reikwijdte van het verzoek", "buiten verzoek"),
                *("valt buiten verzoek", "valt buiten het verzoek", "valt buiten bereik verzoek", "valt buiten reikwijdte verzoek"),
                *("valt buiten de reikwijdte van het verzoek", "valt buiten de reikwijdte van het Woo-verzoek"),
            ),
        },
        "en": {
            "tail": (
                *(
                    "already assessed in document",
                    "assessed in document",
                    "previously assessed in document",
                    "already assessed and removed",
                ),
                *("page below already assessed in document", "pages below already assessed and removed", "already reviewed in document"),
                *(
                    "already disclosed in document",
                    "already released in document",
                    "previously released in document",
                    "previously disclosed in document",
                ),
                *(
                    "page removed",
                    "pages removed",
                    "page(s) removed",
                    "pages have been removed",
                    "pages withheld",
                    "page(s) withheld in full",
                ),
                *("duplicate of document", "duplicate removed", "duplicate pages removed", "duplicate, see document"),
                *(
                    "remainder of e-mail chain removed",
                    "remainder of email chain already released in document",
                    "rest of e-mail chain removed",
                ),
                *("earlier e-mails in this chain removed", "earlier emails in chain removed"),
            ),
            "outside": (
                *("out of scope", "outside scope", "outside the scope", "outside scope of request", "outside the scope of the request"),
                *(
                    "out of scope of the request",
                    "not in scope",
                    "not within the scope of the request",
                    "non-responsive",
                    "not responsive to request",
                ),
            ),
            "verdict": ("release in full", "release in part", "denied in full"),
        },
        "de": {
            "tail": (
                *(
                    "bereits in Dokument geprüft",
                    "bereits geprüft in Dokument",
                    "bereits bewertet in Dokument",
                    "bereits in Dokument bewertet",
                ),
                *(
                    "bereits herausgegeben in Dokument",
                    "bereits veröffentlicht",
                    "bereits veröffentlicht in Dokument",
                    "bereits geprüft und entfernt",
                ),
                *("Seite entfernt", "Seiten entfernt", "Seite(n) entfernt", "Seiten entnommen", "Seite entnommen", "Blatt entnommen"),
                *(
                    "folgende Seiten entnommen",
                    "nachfolgende Seiten entnommen",
                    "Dublette entfernt",
                    "Doppel entnommen",
                    "Dublette, siehe Dokument",
                ),
                *("Seite unten bereits geprüft und entfernt", "restlicher E-Mail-Verlauf entfernt"),
            ),
            "outside": (
                *("nicht Gegenstand des Antrags", "kein Gegenstand des Antrags", "nicht vom Antrag umfasst", "nicht vom Antrag erfasst"),
                *("außerhalb des Antrags", "außerhalb des Antragsgegenstands", "kein Bezug zum Antrag"),
            ),
        },
        "fr": {
            "tail": (
                *("déjà examiné dans le document", "déjà évalué dans le document", "déjà communiqué dans le document", "déjà communiqué"),
                *("page ci-dessous déjà examinée et retirée", "pages ci-dessous déjà examinées et retirées", "déjà examiné et retiré"),
                *("page retirée", "pages retirées", "page(s) retirée(s)", "page supprimée", "pages supprimées", "pages suivantes retirées"),
                *("doublon retiré", "doublon supprimé", "doublon, voir document", "suite de l'échange retirée"),
            ),
            "outside": (
                *("hors du champ de la demande", "hors champ de la demande", "hors champ", "hors de la portée de la demande"),
                *("ne concerne pas la demande", "sans rapport avec la demande"),
            ),
        },
    }
)
#: Words that tell of a note though others stand beside them on its line, as where two lines ran together.
_TELLING: Final[tuple[tuple[str, Kind], ...]] = (
    *(
        (phrase, "tail")
        for phrase in (
            "reeds beoordeeld",
            "reeds openbaar",
            "eerder beoordeeld",
            "hieronder reeds",
            "beoordeeld en verwijderd",
            "dubbel zie document",
        )
    ),
    *((phrase, "outside") for phrase in ("buiten reikwijdte", "valt buiten verzoek", "valt buiten bereik verzoek")),
    *((phrase, "verdict") for phrase in ("release in full", "release in part", "denied in full")),
)
_FOLDED_TELLING = tuple((fold(phrase), kind) for phrase, kind in _TELLING)
#: Folded wording -> kind.
_WORDINGS: Final[dict[str, Kind]] = {
    fold(wording): kind for kinds in NOTES.values() for kind, wordings in kinds.items() for wording in wordings
}
#: A note is no shorter and no longer than this.
_SHORTEST, _LONGEST = 8, 70
#: How much of a wording must be there, in hundredths; of one with fewer letters than ``_SHORT`` more.
_ALIKE, _SHORT_ALIKE, _SHORT = 80, 90, 15
_FEWEST, _MOST = min(map(len, _WORDINGS)) - 2, max(map(len, _WORDINGS)) + 8
#: What stands around a note, and how long a number is.
_AROUND = " \t\f>[](){}<>*-–—_=|.,:;'\""
_LONGEST_NUMBER = 6


@lru_cache(maxsize=32768)
def note_kind(line: str) -> Kind | None:
    """Return the kind of a censor's note, None if the line is no note.

    >>> note_kind("[2 pages rernoved]"), note_kind("Buifen reikwijdte verzoek"), note_kind("RELEASE IN PART")
    ('tail', 'outside', 'verdict')
    >>> note_kind("Heb je de pagina's uit het document al verwijderd?")
    """
    text = line.strip(_AROUND)
    if not _SHORTEST <= len(text) <= _LONGEST:
        return None
    folded = fold(text)
    for phrase, kind in _FOLDED_TELLING:
        if phrase in folded and len(folded) <= 2.5 * len(phrase) + 12:
            return kind
    bare = fold(" ".join(_without_numbers(text)))
    if not _FEWEST <= len(bare) <= _MOST:
        return None
    found = process.extractOne(bare, _WORDINGS.keys(), scorer=fuzz.ratio, score_cutoff=_ALIKE)
    if found is None or (found[1] < _SHORT_ALIKE and len(found[0]) < _SHORT):
        return None
    return _WORDINGS[found[0]]


def _without_numbers(text: str) -> Iterator[str]:
    """Yield the words of a note that are no numbers, such as "316" or "3l6"."""
    for word in text.split():
        if len(word) > _LONGEST_NUMBER or 2 * sum(c.isdigit() for c in word) < len(word):
            yield word
