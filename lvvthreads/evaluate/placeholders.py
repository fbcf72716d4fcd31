"""Judge the placeholders: has every redacted sender and recipient a node of its own, and no name.

A node is shared, and so broken, if two e-mails, two roles or two slots of one block use it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from attrs import frozen

from lvvthreads.evaluate.share import Share

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Sequence

    from lvvthreads.evaluate.comparison import Comparison
    from lvvthreads.evaluate.found import FoundBlock
    from lvvthreads.evaluate.gold import GoldBlock
    from lvvthreads.evaluate.share import Finding

_ROLES = ("from", "to", "cc")

#: So many users of a broken node are named.
_SHOWN = 6


@frozen(kw_only=True)
class _Use:
    """A redacted person of a block that was found, in the place of the gold's."""

    block: GoldBlock
    role: str
    node: str | None
    name: str | None
    #: The message of the export.
    message: str
    #: True if the gold has a redacted person for it, and asks.
    wanted: bool


def placeholders(compared: Comparison) -> Iterator[Finding]:
    """Judge the slots of the gold's redacted people, and count the nodes and names that break the rule."""
    for block in compared.gold_blocks:
        yield Share(compared.place(block), "placeholders.gold", sum(_slots(block, role) for role in _ROLES if role not in block.unsure))
    uses = [use for block, found in compared.pairs() if found for use in _uses(block, found)]
    by_mail, by_message = _broken(uses)
    for use in uses:
        if use.wanted and use.node and not use.name and use.node not in by_mail:
            yield Share(compared.place(use.block), "placeholders.right", 1)
        if use.name:
            yield Share(compared.place(use.block), "violations", 1)
            yield compared.fault(use.block, f"{use.role}: a redacted person has the name {use.name}")
    users: dict[str, list[_Use]] = defaultdict(list)
    for use in uses:
        if use.node in by_mail or use.node in by_message:
            users[use.node].append(use)
    for node, several in users.items():
        yield Share(compared.place(several[0].block), "violations", 1 if node in by_message else 0)
        yield compared.fault(several[0].block, f"one node for several people: {node}, {_listed(several)}")


def _broken(uses: Sequence[_Use]) -> tuple[set[str], set[str]]:
    """Return the nodes that are shared as the gold sees it, by e-mails, and as the export itself does, by messages."""
    doubled = _doubled(uses)
    by_mail = _shared((use.node, (use.block.mail, use.role)) for use in uses)
    by_message = _shared((use.node, (use.message, use.role)) for use in uses)
    return doubled | by_mail, doubled | by_message


def _listed(uses: Sequence[_Use]) -> str:
    names = list(dict.fromkeys(f"{use.block.id} ({use.role})" for use in uses))
    return ", ".join([*names[:_SHOWN], *(["..."] if len(names) > _SHOWN else [])])


def _slots(block: GoldBlock, role: str) -> int:
    return sum(person.redacted for person in block.people(role))


def _uses(block: GoldBlock, found: FoundBlock) -> Iterator[_Use]:
    """Yield the redacted people of a found block; the first ones stand for those of the gold."""
    for role in _ROLES:
        asked = 0 if role in block.unsure else _slots(block, role)
        redacted = [person for person in found.people(role) if person.kind == "redacted"]
        for i, person in enumerate(redacted):
            yield _Use(block=block, role=role, node=person.node, name=person.name, message=found.mail.id, wanted=i < asked)


def _doubled(uses: Sequence[_Use]) -> set[str]:
    """Return the nodes that two slots of one block use."""
    times = Counter((use.block.id, use.node) for use in uses if use.node)
    return {node for (_, node), count in times.items() if count > 1 and node}


def _shared(used: Iterable[tuple[str | None, Hashable]]) -> set[str]:
    """Return the nodes that have several users."""
    users: dict[str, set[Hashable]] = defaultdict(set)
    for node, user in used:
        if node:
            users[node].add(user)
    return {node for node, several in users.items() if len(several) > 1}
