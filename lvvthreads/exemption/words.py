"""Find words, blanks and bars that stand for a redaction without naming its ground: "[REDACTED]", "(geschwärzt)", "[naam]", "█████", "XXXXX".

A word counts in brackets, read whatever way OCR spells it, or in capitals as a stamp; in running text it is only a word.
What else uses the same signs decides the rest: rules are lines of "_", kisses rows of "x", so these count only where a name or an address must stand.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from lvvthreads.exemption.mark import Mark
from lvvthreads.exemption.stamped import GREETING

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Words of censors' programs and notes, by language; in brackets of any kind. Seen: "(geanonimiseerd)" in Woo releases, "[REDACTED]" in American ones.
_WORDS: Final = (
    # Dutch
    "geanonimiseerd", "gelakt", "weggelakt", "zwartgelakt", "zwart gelakt", "wit gelakt", "onleesbaar gemaakt", "zwartgemaakt", "zwart gemaakt",
    "naam gelakt", "naam geanonimiseerd", "naam verwijderd", "naam weggelaten", "namen verwijderd", "persoonsgegevens verwijderd",
    "persoonsgegevens gelakt", "verwijderd wegens privacy", "verwijderd ivm privacy", "tekst gelakt", "passage gelakt",
    "buiten verzoek", "buiten reikwijdte", "buiten reikwijdte verzoek", "valt buiten verzoek", "buiten scope",
    # English
    "redacted", "anonymised", "anonymized", "withheld", "blacked out", "name redacted", "name withheld", "names redacted", "text redacted",
    "content redacted", "email redacted", "phone redacted", "address redacted", "personal data redacted", "personal information redacted",
    "personal information withheld", "redacted for privacy", "out of scope", "not in scope", "non responsive", "not responsive",
    # French
    "caviardé", "caviardée", "caviardés", "nom caviardé", "anonymisé", "anonymisée", "occulté", "occultée", "biffé", "noirci", "nom masqué",
    # German
    "geschwärzt", "geschwaerzt", "schwärzung", "name geschwärzt", "namen geschwärzt", "anonymisiert", "unkenntlich gemacht", "text geschwärzt",
)  # fmt: skip
#: What a censor prints instead of the thing itself; only in square brackets, for round ones explain ("ondertekenaar (naam)").
_INSTEAD: Final = (
    "naam", "namen", "voornaam", "achternaam", "adres", "telefoonnummer", "telnr", "e-mailadres", "emailadres", "mailadres", "handtekening",
    "persoonsgegevens", "persoonsgegeven", "persoon", "medewerker",
    "name", "names", "personal data", "personal information", "phone number", "email address", "signature",
    "nom", "prénom", "adresse", "signature",
    "vorname", "nachname", "telefonnummer", "unterschrift", "personenbezogene daten",
)  # fmt: skip
#: Stamps without brackets.
_STAMPS: Final = ("REDACTED", "GEANONIMISEERD", "GESCHWÄRZT", "GESCHWARZT", "CAVIARDÉ", "CAVIARDE", "ANONYMISED", "ANONYMIZED")

#: A bracket's content, letters with blanks and little else.
_BRACKETED: Final = re.compile(r"(?P<open>[(\[{])[ ]?(?P<content>[^\W\d_][^()\[\]{}]{2,34})[)\]}]")
_STAMPED: Final = re.compile(rf"(?<![^\W_])(?:{'|'.join(_STAMPS)})(?![^\W_])(?![ ](?:VERSION|COPY|DOCUMENT))")
#: Bars; a name and a surname beneath two bars are one mark.
_BARS: Final = re.compile(r"[█■▇▆▅▓▒▉▊▋⬛◼](?: ?[█■▇▆▅▓▒▉▊▋⬛◼]){1,199}")
#: Rows of capitals; of small letters only within an address or a telephone number, where no kiss can stand.
_CROSSES: Final = re.compile(r"(?<![^\W_])(?<![-_*]{3})(?:X{4,30}|Xx{3,30}|[xX]{3,30}(?=@)|(?<=\d-)[xX]{4,12}|(?<=\d )x{6,12})(?![^\W_])")
#: Blanks after a greeting: "Beste ____,".
_BLANKS: Final = re.compile(rf"\s*{GREETING}[,.]? (?P<mark>[_*]{{3,40}}|[xX]{{4,30}}(?=\s?,))\s?[,.:!]?\s*$", re.IGNORECASE)
#: Blanks and rows in a slot of a person's field, between separators or before a domain.
_SLOT: Final = re.compile(r"(?:(?<=[;:])|(?<=[;:] ))(?P<mark>[_*]{3,40}|[xX]{3,30})(?= ?(?:[;<@,]|$))")

#: Quick looks.
_BAR: Final = re.compile(r"[█■▇▆▅▓▒▉▊▋⬛◼]")
#: What the stamps end in.
STAMP_ENDS: Final = ("CTED", "EERD", "RZT", "IARD", "ISED", "IZED")

#: Letters that OCR takes for each other become one, so that every spelling of a word has one skeleton.
_ALIKE: Final = str.maketrans("0cdel1|!j5", "ooooiiiiis")
#: A skeleton so long may differ in one letter: "geanonimisecrd" and "geanonimserd" are no other word.
_LONG: Final = 12


def words(line: str) -> Iterator[Mark]:
    """Yield words, rows and bars that stand for a redaction.

    >>> [mark.raw for mark in words("Von: (geschwarzt), Tel. 030-XXXXXX, ■■■■ ■■■")]
    ['(geschwarzt)', 'XXXXXX', '■■■■ ■■■']
    """
    if "(" in line or "[" in line or "{" in line:
        for found in _BRACKETED.finditer(line):
            content = found["content"].strip()
            if _stands_for_words(content, square=found["open"] == "[" and _is_note(found)):
                yield _mark(found)
    if _BAR.search(line):
        yield from map(_mark, _BARS.finditer(line))
    if any(map(line.__contains__, STAMP_ENDS)):
        yield from map(_mark, _STAMPED.finditer(line))
    if "XX" in line or "xxx" in line or "__" in line or "***" in line:
        yield from map(_mark, _CROSSES.finditer(line))
        if blank := _BLANKS.match(line):
            yield _mark(blank, "mark")


def blanks(text: str) -> Iterator[Mark]:
    """Yield rows of blanks and crosses that fill a slot of a person's field: "Aan: ____; Jansen"."""
    if "xxx" in text or "XXX" in text or "___" in text or "***" in text:
        for found in _SLOT.finditer(text):
            yield _mark(found, "mark")


def _is_note(found: re.Match[str]) -> bool:
    """Say whether what stands in square brackets is a censor's note: not a field of a letter's template ("Beste [Naam],"), nor of a program ("row[name]")."""
    content = found["content"]
    return (content.islower() or content.isupper()) and not found.string[max(0, found.start() - 1) : found.start()].isalnum()


@lru_cache(maxsize=4096)
def _stands_for_words(content: str, *, square: bool) -> bool:
    """Say whether a bracket's content is one of the words, as OCR may spell it."""
    skeleton = _skeleton(content)
    if skeleton in _SKELETONS or (square and skeleton in _SKELETONS_INSTEAD):
        return True
    return len(skeleton) >= _LONG and any(_one_apart(skeleton, other) for other in _LONG_SKELETONS)


def _skeleton(word: str) -> str:
    """Fold a word to what is left of it in any reading."""
    plain = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if c.isalnum() or c in "|!")
    return plain.replace("rn", "m").replace("nn", "m").translate(_ALIKE)


def _one_apart(one: str, other: str) -> bool:
    """Say whether two words differ in one letter, put in, left out or changed."""
    if abs(len(one) - len(other)) > 1:
        return False
    same = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return one[same + 1 :] == other[same + 1 :] or one[same + 1 :] == other[same:] or one[same:] == other[same + 1 :]


def _mark(found: re.Match[str], group: str | int = 0) -> Mark:
    """Make a mark of a word or row found."""
    return Mark(start=found.start(group), end=found.end(group), raw=found[group], law=None, ground=None)


_SKELETONS: Final = frozenset(map(_skeleton, _WORDS))
_SKELETONS_INSTEAD: Final = frozenset(map(_skeleton, _INSTEAD))
_LONG_SKELETONS: Final = tuple(sorted(skeleton for skeleton in _SKELETONS if len(skeleton) >= _LONG))
