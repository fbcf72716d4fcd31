"""Tell which named people of a dossier are one person: in come all names with the unit and address that stand beside them, out comes a node for each person.

What is hard: one person is printed "Dam, mr. C.P. van", "Cor van Dam" and "C. van Dam", and two people can be called J. de Vries.
So equal names are one person unless their addresses or units contradict, and names that only may be one are joined only where a unit or address agrees
and nobody else there may be meant.
Redacted and unreadable people have no name, and never come here.
Names are compared within one surname, unit or address, never all with all.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import lru_cache
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from attrs import frozen

from lvvthreads.header.fold import fold, words_only
from lvvthreads.header.gazetteer import SMALL, misread, skeleton
from lvvthreads.header.name import FOR_ANOTHER, Name, read_name
from lvvthreads.message.message import PersonNode

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

    from lvvthreads.header.block import Person

#: More names than these in one place are not told apart.
_MOST_IN_PLACE = 20
#: Initials of one shape: all others that differ are two.
_STROKES = str.maketrans("1|!0", "iiio")


class Mention(NamedTuple):
    """A named person as some header shows it: the name, and what stands beside it."""

    name: str
    unit: str | None
    address: str | None

    @property
    def parts(self) -> Name | None:
        """The name taken apart."""
        return read_name(self.name)


def mention(person: Person) -> Mention:
    """Return how a person is mentioned; an address behind two names is that of the second."""
    address = None
    if person.address and not FOR_ANOTHER.search(person.name or ""):
        local, _, domain = person.address.lower().partition("@")
        address = f"{skeleton(fold(local))}@{person.domain or domain}"
    return Mention(person.name or "", person.unit, address)


@frozen(kw_only=True)
class Identities:
    """The named people of a dossier."""

    nodes: Mapping[str, PersonNode]
    _node_of: Mapping[Mention, str]

    def node(self, person: Person) -> str:
        """Return the node of a named person."""
        return self._node_of[mention(person)]


def identify(messages: Iterable[Sequence[Sequence[Person]]]) -> Identities:
    """Find the people behind all names; each message is given as the named people of each of its copies.

    >>> from lvvthreads.header.block import Person
    >>> copy = [Person(kind="named", name=name, unit="DG/WEG") for name in ("Dam, mr. C.P. van", "Cor van Dam", "Bos, A.")]
    >>> [(node.name, node.spellings) for node in identify([[copy]]).nodes.values()]
    [('Bos, A.', ()), ('Cor van Dam', ('Dam, mr. C.P. van',))]
    """
    counts: Counter[Mention] = Counter()
    copied: list[tuple[Mention, Mention]] = []
    for copies in messages:
        rows = [[mention(person) for person in copy] for copy in copies]
        for row in rows:
            counts.update(row)
        if len(rows) > 1:
            copied.extend(_in_copies(rows))
    sets = _Sets(counts)
    for a, b in copied:
        sets.join(a, b)
    _join_equal(counts, sets)
    _join_alike(counts, sets)
    return _nodes(counts, sets)


class _Sets:
    """Disjoint sets of mentions."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        self._boss = {one: one for one in mentions}

    def find(self, one: Mention) -> Mention:
        while self._boss[one] != one:
            self._boss[one] = self._boss[self._boss[one]]
            one = self._boss[one]
        return one

    def join(self, a: Mention, b: Mention) -> None:
        a, b = sorted((self.find(a), self.find(b)), key=_order)
        self._boss[b] = a


def _order(one: Mention) -> tuple[str, str, str]:
    return (one.name, one.unit or "", one.address or "")


@lru_cache(maxsize=16384)
def _key(name: str) -> Hashable:
    """Return what equal names share: their parts, or for what is no whole name its letters."""
    parts = read_name(name)
    return parts if parts and parts.is_whole else words_only(name) or name


def _in_copies(rows: Sequence[Sequence[Mention]]) -> Iterator[tuple[Mention, Mention]]:
    """Yield mentions of one name in different copies of a message: programs print one person with a unit and with an address."""
    first: dict[Hashable, Mention] = {}
    doubled = {key for row in rows for key, times in Counter(_key(one.name) for one in set(row)).items() if times > 1}
    for row in rows:
        for one in row:
            key = _key(one.name)
            other = first.setdefault(key, one)
            if other != one and key not in doubled:
                yield other, one


def _join_equal(counts: Counter[Mention], sets: _Sets) -> None:
    """Join mentions of equal names, unless what stands beside them contradicts."""
    by_name: dict[Hashable, list[Mention]] = defaultdict(list)
    for one in sorted(counts, key=_order):
        by_name[_key(one.name)].append(one)
    for mentions in by_name.values():
        if len(mentions) > 1:
            _join_in_context(mentions, sets)


def _join_in_context(mentions: Sequence[Mention], sets: _Sets) -> None:
    """Join by address, then by unit; all of them where there is one address and one unit at most."""
    at: dict[str, Mention] = {}
    for one in mentions:
        if one.address:
            sets.join(at.setdefault(one.address, one), one)
    in_unit: dict[str, set[Mention]] = defaultdict(set)
    for one in mentions:
        if one.unit and one.address:
            in_unit[fold(one.unit)].add(sets.find(one))
    for one in mentions:
        if one.unit and not one.address:
            holders = in_unit[fold(one.unit)]
            if len({sets.find(holder) for holder in holders}) <= 1:
                for holder in holders:
                    sets.join(holder, one)
                holders.add(one)
    contexts = {sets.find(one) for one in mentions if one.unit or one.address}
    addresses = {one.address for one in mentions if one.address}
    units = {fold(one.unit) for one in mentions if one.unit}
    if len(contexts) <= 1 or (len(addresses) <= 1 and len(units) <= 1):
        for one in mentions:
            sets.join(mentions[0], one)
        return
    bare = [one for one in mentions if not (one.unit or one.address)]
    for one in bare:
        sets.join(bare[0], one)


def _join_alike(counts: Counter[Mention], sets: _Sets) -> None:
    """Join names that may be one where a unit or address agrees, if all that stand there may be one."""
    places: dict[tuple[str, ...], list[Mention]] = defaultdict(list)
    for one in sorted(counts, key=_order):
        parts = one.parts
        if parts is None:
            continue
        if one.unit and parts.is_whole:
            places["surname", parts.surname, fold(one.unit)].append(one)
            places["print", skeleton(fold(one.name)), fold(one.unit)].append(one)
        if one.address:
            places["address", one.address].append(one)
    for (how, *_), mentions in sorted(places.items()):
        distinct = {one.name: one for one in mentions}
        if not 1 < len(distinct) <= _MOST_IN_PLACE:
            continue
        together = _misprints if how == "print" else _compatible
        if all(together(a.name, b.name) for a, b in combinations(distinct.values(), 2)):
            for one in mentions:
                sets.join(mentions[0], one)


def _compatible(a: str, b: str) -> bool:
    """Say whether two names can be of one person, or only print makes them differ."""
    first, second = read_name(a), read_name(b)
    return first is not None and second is not None and (first.may_be(second) or _misprints(a, b))


def _misprints(a: str, b: str) -> bool:
    """Say whether two names differ in nothing but what print confuses; an initial is too short to be told from another."""
    first, second = read_name(a), read_name(b)
    if first is None or second is None or first.initials.translate(_STROKES) != second.initials.translate(_STROKES):
        return False
    return misread(fold(a).replace("nn", "m"), fold(b).replace("nn", "m"), SMALL) is not None


def _nodes(counts: Counter[Mention], sets: _Sets) -> Identities:
    """Make a node for each person, named by the spelling that is printed most."""
    members: dict[Mention, list[Mention]] = defaultdict(list)
    for one in sorted(counts, key=_order):
        members[sets.find(one)].append(one)
    by_id: dict[str, list[list[Mention]]] = defaultdict(list)
    for mentions in members.values():
        by_id[_id(_spellings(mentions, counts)[0])].append(mentions)
    nodes: dict[str, PersonNode] = {}
    node_of: dict[Mention, str] = {}
    for plain_id, people in sorted(by_id.items()):
        for i, mentions in enumerate(people):
            beside = _beside(mentions, counts) if len(people) > 1 else ""
            node = f"{plain_id}:{beside}" if beside else plain_id
            node = f"{node}:{i}" if node in nodes else node
            name, *others = _spellings(mentions, counts)
            nodes[node] = PersonNode(node=node, kind="named", name=name, spellings=tuple(sorted(others)), unit=_unit(mentions, counts))
            node_of |= dict.fromkeys(mentions, node)
    return Identities(nodes=nodes, node_of=node_of)


def _id(name: str) -> str:
    return f"person:{words_only(name) or name}"


def _spellings(mentions: Sequence[Mention], counts: Counter[Mention]) -> list[str]:
    """Return the spellings of a person, the most frequent first, of those as frequent the shortest."""
    printed: Counter[str] = Counter()
    for one in mentions:
        printed[one.name] += counts[one]
    return sorted(printed, key=lambda name: (-printed[name], len(name), name))


def _unit(mentions: Sequence[Mention], counts: Counter[Mention]) -> str | None:
    """Return the unit that stands beside a person most."""
    return max((one for one in mentions if one.unit), key=lambda one: (counts[one], one.unit), default=Mention("", None, None)).unit


def _beside(mentions: Sequence[Mention], counts: Counter[Mention]) -> str:
    """Return what tells a person from others of the same name."""
    addresses = sorted(one.address for one in mentions if one.address)
    return words_only(_unit(mentions, counts) or (addresses[0] if addresses else ""))
