"""Tell what is a writer: the words, addresses and small words that names are made of, and who of two people sends.

In comes a text without its marks; what it says about people in a row is in :mod:`lvvthreads.header.people`.
"""

from __future__ import annotations

import re

from lvvthreads.exemption.find import marks_in_person
from lvvthreads.header.language import ALL, BASE, LANGUAGES
from lvvthreads.header.name import PARTICLES, TITLES

DOMAIN = r"[\w-]+(?:\.[\w-]+){0,3}\.(?:[a-z]{2,12}(?![a-z])|[a-z]{2,4})"
ADDRESS = re.compile(
    rf"""\[\s?mail[^\]\n]{{0,80}}\]?            # [mailto:...] with the bracket lost at times
       | [\[<]?(?:EX:|IMCEAEX-)?[/_][oO]=[^\]>\n;]{{0,300}}[\]>]?  # [/O=ORG/OU=.../CN=...], an address within one organisation
       | <[^<>\n;]{{0,80}}>?                     # <...>
       | '?[\w.+-]{{1,40}}@{DOMAIN}'?>?         # name@domain
       | [\w.-]{{0,20}}[@®©]&?\s?[\w.-]{{2,40}}[>»=]?  # what a box leaves of one: @domain>
    """,
    re.VERBOSE,
)
#: Words that stand in names in small letters.
SMALL_IN_NAMES = TITLES | PARTICLES | {"e.a", "i.a", "i.o", "via", "namens", "mede", "on", "behalf", "of", "auftrag", "nom", "pour"}
#: Who sends on behalf of somebody is the sender: the address is theirs.
_ON_BEHALF = re.compile(
    r"(?<![^\W_])(?:{})(?![^\W_])".format(
        "|".join(
            sorted(
                {phrase for code in ALL for phrase in LANGUAGES[code].on_behalf if " " in phrase or code in BASE},
                key=lambda phrase: (-len(phrase), phrase),
            )
        )
    ),
    re.IGNORECASE,
)
#: The words of a name, and how many one has at most.
_NAME_WORD = re.compile(r"[^\W\d_]+")
_MOST_NAMES, _LONGEST_WRITER = 8, 160


def is_writer(text: str) -> bool:
    """Say whether a text names one person and says nothing else: a mark, an address, or a name of which each word is one of names.

    >>> is_writer("Jan de Wit <jan@wit.nl>"), is_writer("Zoë de Wit"), is_writer("de directeur van de haven")
    (True, True, False)
    """
    if marks_in_person(text):
        return len(text) <= _LONGEST_WRITER
    words = _NAME_WORD.findall(ADDRESS.sub(" ", text))
    if len(words) > _MOST_NAMES or len(text) > _LONGEST_WRITER:
        return False
    if "@" in text:
        return not any(map(str.isdigit, ADDRESS.sub(" ", text)))
    return _are_of_name(words)


def is_named(text: str) -> bool:
    """Say whether all words beside an address are of a name, the first of them in capitals or a particle.

    >>> is_named("Jan de Wit <jan@wit.nl>"), is_named("zoals jan <jan@wit.nl>")
    (True, False)
    """
    return _are_of_name(_NAME_WORD.findall(ADDRESS.sub(" ", text)))


def _are_of_name(words: list[str]) -> bool:
    return any(map(is_capital, words)) and all(is_capital(word) or word.lower() in SMALL_IN_NAMES for word in words)


def is_capital(word: str) -> bool:
    """Say whether a word opens with a capital; scripts without capitals have nothing else."""
    return not word[0].islower()


def who_sends(words: str) -> str:
    """Return who sends, of a name with or without another on whose behalf: the other where the first is not legible.

    >>> who_sends("Anna Bos namens Cor Dam"), who_sends("On Behalf Of Cor Dam")
    ('Anna Bos', 'Cor Dam')
    """
    sender, _, other = _ON_BEHALF.sub("\n", words, count=1).partition("\n")
    return (sender if any(map(str.isalpha, sender)) else other).strip()
