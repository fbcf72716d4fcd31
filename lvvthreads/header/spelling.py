"""Settle the spelling of units, domains and names by the dossier itself.

In come all people of a dossier, out comes what each spelling stands for: what is printed often and clean is learnt, what is rare and close to it is a misreading of it.
What is hard: two units can differ in three letters and both be right, so a spelling that is clean in itself is only changed for a near twin that is far more frequent.
"""

from __future__ import annotations

import operator
import re
from collections import Counter
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from attrs import evolve, frozen
from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from lvvthreads.header.fold import fold, words_only

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lvvthreads.header.block import HeaderBlock, Person

_CLEAN_UNIT = re.compile(r"[A-Z&]{2,6}(?:/[A-Z&]{2,8}){1,5}")
_CLEAN_DOMAIN = re.compile(r"[a-z0-9-]{2,}(?:\.[a-z0-9-]{2,}){0,2}\.[a-z]{2,4}")
#: How alike a clean and a garbled spelling must be to a frequent one to be taken for it; tuned on the first half of one release.
_CLEAN_ALIKE, _GARBLED_ALIKE, _DOMAIN_ALIKE, _NAME_ALIKE, _NAME_ALIKE_SAME_UNIT = 0.8, 0.6, 0.72, 0.85, 0.66
#: How alike a unit counts as to the whole one of which it is the end or the beginning.
_CUT = 0.86
#: How many times as frequent the right spelling must be where the other is clean in itself.
_FAR_MORE = 3
#: The letters that are read in units, where small letters and digits do not occur.
_UNIT_SHAPES = str.maketrans(
    {
        "0": "O",
        "8": "B",
        "5": "S",
        "1": "I",
        "!": "/",
        "\\": "/",
        "|": "/",
        "2": "Z",
        "’": "",
        "'": "",
        ".": "",
        ")": "D",
        "(": "",
        "[": "",
        "î": "M",
        "Y": "V",
    }
)
_COMPARED = 400
#: A domain is usual from so many on; so many are looked for in what is no name.
_USUAL, _USUAL_DOMAINS = 3, 12
#: How much of a domain must be left, in hundredths, and how many letters what is left can have.
_REMAINS, _LONGEST_REMAINS, _SHORT_JUNK = 72, 24, 6
_NEARLY_ALL = 0.75
_FULL_NAME = re.compile(r"[A-Z][a-z]{2,} (?:[a-z]{2,4} ){0,2}[A-Z][a-z]{2,}")
_NAME = re.compile(r"(?:[A-Z]\.? ?){0,3}[A-Z][a-z]{2,}")
_INITIAL = re.compile(r"\b[A-Z](?=[.\s)]|$)")
#: What the edge of the box before a unit is read as.
_EDGES = frozenset("IJFTL")


@frozen(kw_only=True)
class Spelling:
    """What the dossier's spellings of units, domains and names stand for."""

    units: dict[str, str]
    domains: dict[str, str]
    #: (name, unit) -> name.
    names: dict[tuple[str, str | None], str]
    #: Domains that are printed again and again, the most frequent first.
    usual_domains: tuple[str, ...] = ()
    #: True where nearly everybody is redacted: what cannot be a name is then a mark read badly.
    all_redacted: bool = False

    def settled(self, block: HeaderBlock) -> HeaderBlock:
        """Return the block with every person in the dossier's spelling."""
        sender = self.person(block.sender) if block.sender else None
        to, cc, bcc = (tuple(map(self.person, people)) for people in (block.to, block.cc, block.bcc))
        if sender is block.sender and all(map(operator.is_, chain(to, cc, bcc), chain(block.to, block.cc, block.bcc))):
            return block
        return evolve(block, sender=sender, to=to, cc=cc, bcc=bcc)

    def person(self, person: Person) -> Person:
        """Return the person in the dossier's spelling; the raw text stays."""
        if person.kind != "redacted" and (covered := self._covered(person)):
            return covered
        unit = self.units.get(person.unit, person.unit) if person.unit else None
        domain = self.domains.get(person.domain, person.domain) if person.domain else None
        if domain and not _CLEAN_DOMAIN.fullmatch(domain):
            domain = None  # not legible: the raw text keeps what is left of it
        name = self.names.get((person.name, unit), person.name) if person.name else None
        if (unit, domain, name) == (person.unit, person.domain, person.name):
            return person
        return evolve(person, unit=unit, domain=domain, name=name)

    def _covered(self, person: Person) -> Person | None:
        """Return a redacted person where what was taken for a name is the remains of an address under a box."""
        text = fold(person.name or person.raw)
        if person.address or {",", "@"} & set(person.raw) or not 2 <= len(text) <= _LONGEST_REMAINS:
            return None
        if _FULL_NAME.fullmatch(person.name or ""):
            return None
        for domain in self.usual_domains:
            folded = fold(domain)
            base = fold(domain.split(".")[0])
            if text == base or (len(text) >= len(base) and len(text) <= len(folded) + 8 and fuzz.partial_ratio(folded, text) >= _REMAINS):
                return evolve(person, kind="redacted", name=None, domain=domain)
        if self.all_redacted and (person.kind == "unreadable" or (len(text) <= _SHORT_JUNK and not _NAME.fullmatch(person.name or ""))):
            return evolve(person, kind="redacted", name=None)
        return None


def learn(blocks: Iterable[HeaderBlock]) -> Spelling:
    """Learn the spellings of a dossier from all its blocks."""
    people = [person for block in blocks for person in ((block.sender,) if block.sender else ()) + block.to + block.cc + block.bcc]
    units = _settle_units(Counter(person.unit for person in people if person.unit))
    counted = Counter(person.domain for person in people if person.domain)
    domains = _settle_domains(counted)
    usual = Counter(domains.get(domain, domain) for domain in counted.elements())
    redacted = sum(1 for person in people if person.kind == "redacted")
    names = Counter((person.name, units.get(person.unit, person.unit) if person.unit else None) for person in people if person.name)
    return Spelling(
        units=units,
        domains=domains,
        names=_settle_names(names),
        usual_domains=tuple(
            domain for domain, count in usual.most_common(_USUAL_DOMAINS) if count >= _USUAL and _CLEAN_DOMAIN.fullmatch(domain)
        ),
        all_redacted=redacted >= _NEARLY_ALL * len(people) > 0,
    )


@lru_cache(maxsize=16384)
def _unit_fold(unit: str) -> str:
    folded = unit.upper().replace("13", "B").replace("IVI", "M").replace("VV", "W").translate(_UNIT_SHAPES)
    return folded.replace("/", "")


def _settle_units(counts: Counter[str]) -> dict[str, str]:
    """Learn the units that are printed clean, the most frequent first, and map every other spelling to the one it misreads."""
    right: list[str] = []
    settled: dict[str, str] = {}
    for unit, count in sorted(counts.items(), key=lambda item: (not _CLEAN_UNIT.fullmatch(item[0]), -item[1], item[0])):
        clean = _CLEAN_UNIT.fullmatch(unit) is not None
        best = _best(unit, right, counts, least=_CLEAN_ALIKE if clean else _GARBLED_ALIKE)
        if best and (not clean or counts[best] >= _FAR_MORE * count):
            settled[unit] = best
        elif clean and (count > 1 or not _best(unit, right, counts, least=_GARBLED_ALIKE)) and len(right) < _COMPARED:
            right.append(unit)
    return settled


def _best(unit: str, right: list[str], counts: Counter[str], *, least: float) -> str | None:
    """Return the right spelling most like this one, None if none is like it or two are equally so."""
    folded = _unit_fold(unit)
    scored = sorted(((_unit_likeness(folded, _unit_fold(other)), counts[other], other) for other in right), reverse=True)
    if not scored or scored[0][0] < least:
        return None
    if len(scored) > 1 and scored[0][0] - scored[1][0] < 0.02 and scored[0][1] < 2 * scored[1][1]:
        return None
    return scored[0][2]


def _unit_likeness(seen: str, right: str) -> float:
    """Compare two folded units; one whose head lies under the box, or whose tail is cut, is like the whole."""
    likeness = Levenshtein.normalized_similarity(seen, right)
    if seen[:1] in _EDGES:
        likeness = max(likeness, Levenshtein.normalized_similarity(seen[1:], right))
    if len(seen) >= 5 and len(right) > len(seen) and (right.endswith(seen[1:]) or right.startswith(seen)):
        likeness = max(likeness, _CUT)
    return likeness


def _settle_domains(counts: Counter[str]) -> dict[str, str]:
    right: list[str] = []
    settled: dict[str, str] = {}
    for domain, count in sorted(counts.items(), key=lambda item: (-item[1], not _CLEAN_DOMAIN.fullmatch(item[0]), item[0])):
        alike = ((Levenshtein.normalized_similarity(fold(domain), fold(other)), other) for other in right)
        best = max(alike, default=(0.0, ""))
        if best[0] >= _DOMAIN_ALIKE and counts[best[1]] >= _FAR_MORE * count:
            settled[domain] = best[1]
        elif _CLEAN_DOMAIN.fullmatch(domain) and len(right) < _COMPARED:
            right.append(domain)
    return settled


def _settle_names(counts: Counter[tuple[str, str | None]]) -> dict[tuple[str, str | None], str]:
    """Find for each rare name the frequent one it misreads: only names that share their first or last letters are compared."""
    totals: Counter[str] = Counter()
    for (name, _), count in counts.items():
        totals[name] += count
    right: dict[str, list[str]] = {}
    by_unit: dict[str, set[str]] = {}
    settled: dict[tuple[str, str | None], str] = {}
    for (name, unit), _ in sorted(counts.items(), key=lambda item: (-totals[item[0][0]], item[0][0], item[0][1] or "")):
        key = words_only(name)
        near = {other for block in _blocks(key) for other in right.get(block, ())} | by_unit.get(unit or "", set())
        best = max(
            (
                (_name_likeness(key, words_only(other), same_unit=other in by_unit.get(unit or "", ())), other)
                for other in near
                if not _other_initials(name, other)
            ),
            default=(0.0, ""),
        )
        if best[0] >= 1.0 and best[1] != name and totals[best[1]] >= _FAR_MORE * totals[name]:
            settled[name, unit] = best[1]
            continue
        for block in _blocks(key):
            if len(right.setdefault(block, [])) < 50 and name not in right[block]:
                right[block].append(name)
        if unit and len(by_unit.setdefault(unit, set())) < 50:
            by_unit[unit].add(name)
    return settled


def _blocks(key: str) -> tuple[str, ...]:
    return (f"<{key[:4]}", f"{key[-4:]}>") if len(key) >= 6 else ()


def _other_initials(a: str, b: str) -> bool:
    """Say whether two names differ in an initial that print does not confuse: "Bos, A." and "Bos, M." are two people."""
    firsts, seconds = _INITIAL.findall(a), _INITIAL.findall(b)
    return len(firsts) == len(seconds) and any(fold(x) != fold(y) for x, y in zip(firsts, seconds, strict=True))


def _name_likeness(a: str, b: str, *, same_unit: bool) -> float:
    """Return 1.0 or more where two names are alike enough to be one; short ones must be equal."""
    if min(len(a), len(b)) < 6:
        return 1.0 if a == b else 0.0
    least = _NAME_ALIKE_SAME_UNIT if same_unit else _NAME_ALIKE
    return Levenshtein.normalized_similarity(a, b) / least
