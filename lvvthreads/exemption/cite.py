"""Tell a code that was printed over a passage from one that a sentence or a legend cites.

Decisions, letters and legends name the same grounds as the marks do.
The words around a code tell: a law named with an article ("van de Wob"), "genoemde", a colon and the ground's own words, a legend's key letter,
or what leads to it ("als bedoeld in artikel", "paragraaf").
"""

from __future__ import annotations

import re
from typing import Final

#: What follows a citation: "van de Wob", "genoemde gronden", ": Het belang van ...".
_AFTER: Final = re.compile(
    r"""
    [ ,]{0,2}(?:van[ ]de[ ](?:wo[bo]\b|wet) | wet[ ]open | (?:ge|be)(?:noem|doel)de?\b)
    | :[ ]?(?:de[ ]|het[ ])?
      (?:belang|eerbied|bescherm|beveilig|veilig|eenheid|persoonlijk|betrekking|economisch|opsporing|inspectie|goed[ ]func|bedrijfs|onevenredig)
    """,
    re.VERBOSE | re.IGNORECASE,
)
#: What only a provision does: "art. 5.1 lid 2 sub e Woo bepaalt dat", "... is hier van toepassing".
_PROVIDES: Final = re.compile(
    r"""
    [ ,]{0,2}(?:bepaalt[ ]dat | luidt\b | verzet[ ]zich[ ]tegen | schrijft[ ]voor | staat[ ]in[ ]de[ ]weg | beschermt[ ]de\b
    | (?:is|zijn|was|wordt|werd)[ ](?:(?:hier|niet|ook|dan|wel)[ ]){0,3}(?:van[ ]toepassing|ingeroepen|aangehaald|bedoeld))
    """,
    re.VERBOSE | re.IGNORECASE,
)
#: What follows an article of anything else: "artikel 5.2 lid 3 van de cao". After a law's name it is the sentence going on.
_OF_SOMETHING: Final = re.compile(r"[ ,]{0,2}van (?:de|het|deze|dit|onze)\b")
#: What leads to an article: "als bedoeld in artikel", "op grond van art.".
_LEADS: Final = re.compile(r"\b(?:in|van|ingevolge|conform|krachtens|volgens|met|onder|zie|dan)[ ](?:het[ ])?$")
#: What numbers something else: "paragraaf 10.2.a", "tabel 5.1.2a".
_NUMBERED: Final = re.compile(
    r"(?:\b(?:paragraaf|par\.|hoofdstuk|bijlage|tabel|figuur|punt|vraag|versie|sectie|section|table)|§) ?$", re.IGNORECASE
)
#: The word before the number, in the censor's print as in a sentence.
_ARTICLE: Final = re.compile(r"\b[Aa]rt(?:ikel|\.)? {0,2}$")
#: How far back a context is looked at.
_BACK: Final = 99


def cited(line: str, start: int, end: int, *, law_named: bool = False) -> bool:
    """Say whether the code at a place is cited; the place may begin with "art." and may end with the law's name.

    >>> cited("Art. 5.1 lid 2 sub e @voorbeeld.nl", 0, 20), cited("op grond van art. 5.1 lid 2 sub e", 13, 33)
    (False, True)
    """
    before = line[max(0, start - _BACK) : start]
    article = _ARTICLE.search(before)
    art = article[0] if article else line[start : start + 3]
    before = before[: article.start()] if article else before
    is_article = art[:3].lower() == "art"
    if _AFTER.match(line, end) or _NUMBERED.search(before) or (is_article and _PROVIDES.match(line, end)):
        return True
    if is_article and not law_named and _OF_SOMETHING.match(line, end):
        return True
    # Within a sentence a citation says "artikel", where the censor prints "Art." over the words.
    return is_article and (_legend(before) or bool(art.startswith("a") and _LEADS.search(before)))


def _legend(before: str) -> bool:
    """Say whether nothing but a legend's key letter stands before: "J Art. 5.1 lid 2 sub e"."""
    key = before.strip()
    return len(key) == 1 and key.isupper() and before.endswith(" ")
