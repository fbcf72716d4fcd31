"""Take a person's name apart: surname, particles, given name and initials, whatever their order and whatever stands around them.

In comes a name as a header shows it ("Dam, mr. C.P. van (Cor)", "Cor van Dam namens Eef Vliet"), out comes a :class:`Name`, or None for what is no person's name.
What is hard: directories print the surname first, mail programs last, some without a comma; then only an initial or a particle at the end tells.
"""

from __future__ import annotations

import re
from functools import lru_cache

from attrs import frozen

from lvvthreads.header.fold import plain, words_only

_TITLES = "mr mrs ms miss dr drs ir ing prof mevr mevrouw dhr mw jhr jkvr msc bsc llm mba phd herr frau hr fr dipl monsieur madame mme mlle sig sra"
_PARTICLES = (
    "de der den van het ten ter te t 't op aan tot in 's von und zu zum zur vom am la le les l du des d da das do dos di del della delle lo el al bin ben ibn"
    " y e av af mc st"
)
#: What comes between a writer and somebody who is written for, or a list that it was sent through.
_FOR_ANOTHER = ("namens", "on behalf of", "im auftrag von", "i.a. von", "au nom de", "pour le compte de", "via", "mede namens")

#: Honorifics and degrees, in small letters and without stops.
TITLES = frozenset(_TITLES.split())
#: Words of a surname that stand in small letters, and behind the given name where the surname comes first.
PARTICLES = frozenset(_PARTICLES.split())
FOR_ANOTHER = re.compile(r"\s(?:{})\s".format("|".join(map(re.escape, _FOR_ANOTHER))), re.IGNORECASE)

_BRACKETS = re.compile(r"\(([^()]{0,40})\)?")
_INITIALS = re.compile(r"(?:[^\W\d_](?:[hH]|[eE]|[jJ]{0,1})\.[ -]?){1,6}|[^\W\d_]|[A-Z]{2,3}")
_WORD = re.compile(r"[^\s,;]+")
_GIVEN = re.compile(r"[^\W\d_]{2,}(?:-[^\W\d_]{2,}){0,2}")
#: A name has no more words.
_MOST_WORDS = 8


@frozen(kw_only=True)
class Name:
    """A person's name in parts, all in small letters and without accents."""

    #: Without its particles; empty where only a given name or an initial is shown.
    surname: str
    particles: str = ""
    #: The first given name, where it is written out.
    given: str = ""
    #: The first letters of the given names, in order.
    initials: str = ""

    def may_be(self, other: Name) -> bool:
        """Say whether two names can be of one person: what both show is the same.

        >>> read_name("Dam, C. van").may_be(read_name("Cor van Dam")), read_name("Cor Dam").may_be(read_name("Cas Dam"))
        (True, False)
        """
        if self.surname and other.surname and (self.surname != other.surname or self.particles != other.particles):
            return False
        if self.given and other.given and self.given != other.given:
            return False
        return self.initials.startswith(other.initials) or other.initials.startswith(self.initials)

    @property
    def is_whole(self) -> bool:
        """True where both a surname and something of a given name are shown."""
        return bool(self.surname and self.initials)


@lru_cache(maxsize=16384)
def read_name(text: str) -> Name | None:
    """Take a name apart; None where it is an address or has no form that people's names have.

    >>> read_name("Dam, mr. C.P. van (Cor)")
    Name(surname='dam', particles='van', given='cor', initials='cp')
    >>> read_name("Dam Cor van") == read_name("Cor van Dam")
    True
    """
    if "@" in text or " - " in text or any(map(str.isdigit, text)):
        return None
    text = (FOR_ANOTHER.split(text, maxsplit=1)[0]).replace("’", "'").replace("‘", "'").replace("d'", "d' ").replace("D'", "d' ")
    called = [found.strip() for found in _BRACKETS.findall(text)]
    called = [found for found in called if _GIVEN.fullmatch(found) and not found.isupper()]
    before, comma, behind = _BRACKETS.sub(" ", text).partition(",")
    first, second = _words(before), _words(behind)
    if len(first) + len(second) > _MOST_WORDS or not first:
        return None
    surname, rest = (first, second) if comma and second else _without_comma(first)
    particles = [word for word in (*rest, *surname) if _is_particle(word)]
    own = [word for word in surname if not _is_particle(word)]
    given = [word for word in rest if not _is_particle(word)]
    if comma and not given and not called:
        return None
    written = next((word for word in given if not _is_initials(word)), "")
    name = called[0] if called else written
    return Name(
        surname=words_only(" ".join(own)),
        particles=" ".join(plain(word).strip("'.") for word in particles),
        given=words_only(name),
        initials="".join(_letters(word) for word in given) or words_only(name)[:1],
    )


def _words(text: str) -> list[str]:
    """Return the words of a name without its titles."""
    return [word for word in _WORD.findall(text) if plain(word).replace(".", "") not in TITLES or (word.isupper() and "." not in word)]


def _is_particle(word: str) -> bool:
    return plain(word).strip("'.") in PARTICLES and (word[:1].islower() or word[:1] == "'")


def _is_initials(word: str) -> bool:
    return _INITIALS.fullmatch(word) is not None


def _letters(word: str) -> str:
    """Return the first letters that a given name or a group of initials stands for."""
    if not _is_initials(word):
        return plain(word)[:1]
    return "".join(part[:1] for part in re.split(r"[.\s-]", plain(word)) if part) if "." in word else plain(word)


def _without_comma(words: list[str]) -> tuple[list[str], list[str]]:
    """Part the words of a name without comma into surname and the rest: a particle or initials at the end tell that the surname came first."""
    if len(words) == 1:
        return ([], words) if _is_initials(words[0]) else (words, [])
    if _is_particle(words[-1]) or (_is_initials(words[-1]) and not _is_initials(words[0])):
        return words[:1], words[1:]
    at = next((i for i, word in enumerate(words) if i and _is_particle(word)), len(words) - 1)
    return words[at:], words[:at]
