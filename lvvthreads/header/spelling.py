"""Settle the spelling of units, domains and names by the dossier itself.

In come all people of a dossier, out comes what each spelling stands for: what is printed often and clean is learnt, what is rare and close to it is a misreading of it.
What is hard: two units can differ in three letters and both be right, so nothing is changed to what was printed once, or where two are about as near,
and a spelling that is clean in itself is only changed for a near twin that is far more frequent.
Two names are two people unless they differ in nothing but what print confuses, and stand with one unit or domain.
"""

from __future__ import annotations

import operator
import re
from collections import Counter, defaultdict
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from attrs import evolve, frozen
from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from lvvthreads.header.fold import fold
from lvvthreads.header.gazetteer import CAPITALS, SMALL, Gazetteer, misread, skeleton

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from lvvthreads.header.block import HeaderBlock, Person

_CLEAN_UNIT = re.compile(r"[A-Z&]{2,6}(?:/[A-Z&]{2,8}){1,5}")
_CLEAN_DOMAIN = re.compile(r"[a-z0-9-]{2,}(?:\.[a-z0-9-]{2,}){0,2}\.[a-z]{2,4}")
#: How alike a clean and a garbled spelling must be to a frequent one to be taken for it; tuned on the first half of one release.
_CLEAN_ALIKE, _GARBLED_ALIKE, _DOMAIN_ALIKE = 0.8, 0.6, 0.72
#: The same for what was not even recognised as a unit, because its strokes are lost.
_TAIL_ALIKE = 0.75
#: How alike a unit counts as to the whole one of which it is the end or the beginning.
_CUT = 0.86
#: Two candidates that are nearer to one another than this are about as near.
_AS_NEAR = 0.02
#: Nothing is changed to what was printed less often; what is printed clean so often is right itself, unless print confuses it with a twin.
_SEEN, _ESTABLISHED = 2, 4
#: How many times as frequent a spelling must be that print confuses with a clean one.
_MORE = 2
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
        "4": "A",
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
#: A domain is usual from so many on; so many are looked for in what is no name.
_USUAL, _USUAL_DOMAINS = 3, 12
#: How much of a domain must be left, in hundredths, and how many letters what is left can have.
_REMAINS, _LONGEST_REMAINS, _SHORT_JUNK = 72, 24, 6
_NEARLY_ALL = 0.75
_FULL_NAME = re.compile(r"[A-Z][a-z]{2,} (?:[a-z]{2,4} ){0,2}[A-Z][a-z]{2,}")
_NAME = re.compile(r"(?:[A-Z]\.? ?){0,3}[A-Z][a-z]{2,}")
_INITIAL = re.compile(r"\b[A-Z0-9|!](?=[.\s)]|$)")
#: Initials of one shape.
_STROKES = str.maketrans("1|!l0", "IIIIO")
_SHORTEST_NAME = 4
#: Capitals at the end of a person, and in brackets at the end of a name, figures and strokes read for some of them.
_TAIL = re.compile(r"(?:^|[\s~–—-])([A-Z0-9&|!]{5,20})\W{0,3}$")
_ORGANISATION = re.compile(r"\(([A-Z0-9&|!]{2,10})\)$")
_CLEAN_ORGANISATION = re.compile(r"[A-Z&]{2,10}")
#: Two short abbreviations that are clean are two.
_NEVER = 1.1
#: What the edge of the box before a unit is read as.
_EDGES = frozenset("IJFTL")


@frozen(kw_only=True)
class Spelling:
    """What the dossier's spellings of units, domains and names stand for."""

    units: dict[str, str]
    domains: dict[str, str]
    #: (name, unit or domain) -> name.
    names: dict[tuple[str, str | None], str]
    #: Units without strokes, as they end a person's text -> the unit.
    tails: dict[str, str]
    #: Organisations in brackets behind a name.
    organisations: dict[str, str]
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
        name = self.names.get((person.name, unit or domain), person.name) if person.name else None
        if name and (match := _ORGANISATION.search(name)) and match[1] in self.organisations:
            name = f"{name[: match.start(1)]}{self.organisations[match[1]]})"
        if unit is None and (tail := _tail(person)) and tail in self.tails:
            unit = self.tails[tail]
            name = name.removesuffix(tail).rstrip(" ~–—-") or None if name else None
        if (unit, domain, name) == (person.unit, person.domain, person.name):
            return person
        return evolve(person, unit=unit, domain=domain, name=name)

    def _covered(self, person: Person) -> Person | None:
        """Return a redacted person where what was taken for a name is the remains of an address under a box."""
        text = fold(person.name or person.raw)
        if person.address or {",", "@"} & {*person.raw, *(person.name or "")} or not 2 <= len(text) <= _LONGEST_REMAINS:
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
    learnt = _Learnt(
        _prints(Counter(person.unit for person in people if person.unit), _unit_fold, _CLEAN_UNIT),
        _unit_likeness,
        CAPITALS,
        clean_alike=_CLEAN_ALIKE,
        garbled_alike=_GARBLED_ALIKE,
    )
    units = learnt.settled
    counted = Counter(person.domain for person in people if person.domain)
    domains = _Learnt(
        _prints(counted, fold, _CLEAN_DOMAIN),
        Levenshtein.normalized_similarity,
        SMALL,
        clean_alike=_DOMAIN_ALIKE,
        garbled_alike=_DOMAIN_ALIKE,
    ).settled
    usual = Counter(domains.get(domain, domain) for domain in counted.elements())
    redacted = sum(1 for person in people if person.kind == "redacted")
    return Spelling(
        units=units,
        domains=domains,
        names=_settle_names(Counter((person.name, _context(person, units, domains)) for person in people if person.name)),
        tails=_settle_tails(people, learnt),
        organisations=_settle_organisations(people),
        usual_domains=tuple(
            domain for domain, count in usual.most_common(_USUAL_DOMAINS) if count >= _USUAL and _CLEAN_DOMAIN.fullmatch(domain)
        ),
        all_redacted=redacted >= _NEARLY_ALL * len(people) > 0,
    )


def _context(person: Person, units: dict[str, str], domains: dict[str, str]) -> str | None:
    """Return what a name stands with: its unit, or else its domain."""
    if person.unit:
        return units.get(person.unit, person.unit)
    return domains.get(person.domain, person.domain) if person.domain else None


@lru_cache(maxsize=16384)
def _unit_fold(unit: str) -> str:
    folded = unit.upper().replace("13", "B").replace("W", "VV").replace("M", "IVI").translate(_UNIT_SHAPES)
    return folded.replace("/", "")


@frozen
class _Print:
    """All spellings of a dossier that fold alike."""

    folded: str
    #: The one that stands for them: clean if one is, the most frequent, the shortest.
    face: str
    clean: bool
    count: int
    spellings: tuple[str, ...]


def _prints(counts: Counter[str], folded: Callable[[str], str], clean: re.Pattern[str]) -> list[_Print]:
    """Count the spellings that fold alike together, the clean and frequent ones first."""
    alike: dict[str, list[str]] = defaultdict(list)
    for spelling in counts:
        alike[folded(spelling)].append(spelling)
    prints = []
    for key, spellings in alike.items():
        ranked = sorted(spellings, key=lambda one: (not clean.fullmatch(one), -counts[one], len(one), one))
        prints.append(
            _Print(key, ranked[0], clean.fullmatch(ranked[0]) is not None, sum(map(counts.__getitem__, spellings)), tuple(ranked))
        )
    return sorted(prints, key=lambda one: (not one.clean, -one.count, one.face))


class _Learnt:
    """The spellings of one kind that a dossier prints clean, and what every other one misreads."""

    def __init__(
        self,
        prints: Sequence[_Print],
        likeness: Callable[[str, str], float],
        confused: frozenset[frozenset[str]],
        *,
        clean_alike: float,
        garbled_alike: float,
    ) -> None:
        self._likeness, self._confused = likeness, confused
        self._right: dict[str, _Print] = {}
        self._near = Gazetteer()
        self.settled: dict[str, str] = {}
        for one in prints:
            best = self.nearest(one.folded, clean_alike if one.clean else garbled_alike)
            face = one.face
            if best and (self._outweighs(best, one) if one.clean else best.count >= _SEEN):
                face = best.face
            elif one.clean and (one.count > 1 or not self.nearest(one.folded, garbled_alike)):
                self._right[one.folded] = one
                self._near.add(one.folded, one.folded)
            self.settled |= {spelling: face for spelling in one.spellings if spelling != face}

    def _outweighs(self, best: _Print, one: _Print) -> bool:
        """Say whether a clean spelling is so much rarer than its near twin that it is a misreading."""
        if best.count < _SEEN:
            return False
        if misread(best.folded, one.folded, self._confused) is not None:
            return best.count >= _MORE * one.count
        return one.count < _ESTABLISHED and best.count >= _FAR_MORE * one.count

    def nearest(self, folded: str, least: float) -> _Print | None:
        """Return the right spelling most like this one, None if none is like it or two are about equally so."""
        if folded in self._right:
            return self._right[folded]
        scored = sorted(
            ((self._likeness(folded, other), self._right[other].count, other) for other in self._near.near(folded)), reverse=True
        )
        if not scored or scored[0][0] < least:
            return None
        near = [self._right[other] for likeness, _, other in scored if scored[0][0] - likeness < _AS_NEAR]
        if len(near) > 1:  # of some about as near, the one that print alone can have made this of, or the only one that is usual
            by_print = [one for one in near if misread(one.folded, folded, self._confused) is not None]
            usual = [one for one in near if one.count * _MORE > max(other.count for other in near)]
            near = by_print if len(by_print) == 1 else usual
        return near[0] if len(near) == 1 else None


def _unit_likeness(seen: str, right: str) -> float:
    """Compare two folded units; one whose head lies under the box, or whose tail is cut, is like the whole."""
    likeness = Levenshtein.normalized_similarity(seen, right)
    if seen[:1] in _EDGES:
        likeness = max(likeness, Levenshtein.normalized_similarity(seen[1:], right))
    if len(seen) >= 5 and len(right) > len(seen) and (right.endswith(seen[1:]) or right.startswith(seen)):
        likeness = max(likeness, _CUT)
    return likeness


def _settle_names(counts: Counter[tuple[str, str | None]]) -> dict[tuple[str, str | None], str]:
    """Find for each rare name the frequent one it misreads: they stand with one unit or domain, and differ in nothing but what print confuses."""
    totals: Counter[str] = Counter()
    alike: dict[tuple[str, str | None], set[str]] = defaultdict(set)
    for (name, context), count in counts.items():
        totals[name] += count
        if context:
            alike[skeleton(fold(name)), context].add(name)
    settled: dict[tuple[str, str | None], str] = {}
    for (_, context), names in alike.items():
        for name in names if len(names) > 1 else ():
            frequent = [other for other in names if totals[other] >= _FAR_MORE * totals[name] and _is_misprint(name, other)]
            ranked = sorted(frequent, key=lambda other: (-totals[other], other))
            if ranked and (len(ranked) == 1 or totals[ranked[0]] >= _FAR_MORE * totals[ranked[1]]):
                settled[name, context] = ranked[0]
    return settled


def _is_misprint(a: str, b: str) -> bool:
    """Say whether print alone makes two names differ: "Bos, A." and "Bos, M." are two people, and so are "Bos, C." and "Bos, E."."""
    firsts, seconds = ("".join(_INITIAL.findall(name)).translate(_STROKES) for name in (a, b))
    first, second = (fold(name).replace("nn", "m") for name in (a, b))
    return firsts == seconds and min(len(first), len(second)) >= _SHORTEST_NAME and misread(first, second, SMALL) is not None


def _settle_tails(people: Iterable[Person], learnt: _Learnt) -> dict[str, str]:
    """Find the units whose strokes are all lost, so that nothing told they are units: "TCIRCSIOTS" where "TC/RCS/OTS" is known."""
    tails = {tail for person in people if person.unit is None and (tail := _tail(person))}
    found = ((tail, learnt.nearest(_unit_fold(tail), _TAIL_ALIKE)) for tail in sorted(tails))
    return {tail: best.face for tail, best in found if best and best.count >= _SEEN}


def _tail(person: Person) -> str | None:
    """Return the capitals at the end of a person's text, where a unit would stand."""
    match = _TAIL.search(person.raw)
    return match[1] if match else None


def _settle_organisations(people: Iterable[Person]) -> dict[str, str]:
    """Settle what stands in brackets behind names in capitals, the person's organisation."""
    counts = Counter(match[1] for person in people if person.name and (match := _ORGANISATION.search(person.name)))
    prints = _prints(counts, _unit_fold, _CLEAN_ORGANISATION)
    return _Learnt(prints, _unit_likeness, CAPITALS, clean_alike=_NEVER, garbled_alike=_TAIL_ALIKE).settled
