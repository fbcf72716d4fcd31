"""Obey what a person says of links: what a message answers or passes on, what it does not, and that it answers nothing.

In come the corrections that stand and the messages; out come the links that are settled and those that may not be, and what is refused:
a message has one parent at most, and is not its own ancestor.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from attrs import field, frozen

from lvvthreads.thread.correspondence import Evidence, Link

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from lvvthreads.correct.correction import Correction
    from lvvthreads.message.ruled import Ruling, Rulings
    from lvvthreads.thread.evidence import Node

Kind = Literal["reply", "forward"]
#: The evidence of a link that a person made, and its weight in log-odds: more than all other evidence comes to.
PERSON, _CERTAIN = "person", 30.0


@frozen(kw_only=True)
class SaidOfLinks:
    """What a person says of links, by the indices of messages."""

    #: child -> (parent, link).
    made: Mapping[int, tuple[int, Link]] = field(factory=dict)
    #: The messages that have no parent.
    roots: frozenset[int] = frozenset()
    #: child -> what is not its parent.
    barred: Mapping[int, frozenset[int]] = field(factory=dict)


NOTHING_SAID = SaidOfLinks()


def of_links(rulings: Rulings, nodes: Sequence[Node], kind_of: Callable[[Node, Node], Kind]) -> tuple[SaidOfLinks, dict[int, str]]:
    """Return what is said of links, and by number what cannot be; ``kind_of`` tells a reply from a forward where the person does not."""
    at = {draft.id: i for i, node in enumerate(nodes) for draft in node.drafts}
    made: dict[int, tuple[int, Link]] = {}
    roots: set[int] = set()
    barred: dict[int, frozenset[int]] = {}
    said_by: dict[int, int] = {}
    refused: dict[int, str] = {}
    for one in rulings.standing("parent", "not-parent", "no-parent"):
        if not all(id_ in at for id_ in one.witnesses):
            refused[one.number] = "a line that names an e-mail, with nothing beneath it, is none"
            continue
        child, *others = (at[id_] for id_ in one.witnesses)
        reason = _unfit(one, child, others, made, roots, barred, said_by)
        if reason:
            refused[one.number] = reason
        elif one.correction.kind == "no-parent":
            roots.add(child)
            said_by[child] = one.number
        elif one.correction.kind == "not-parent":
            barred[child] = barred.get(child, frozenset()) | {others[0]}
        else:
            made[child] = (others[0], _link(one.correction, nodes[child], nodes[others[0]], kind_of))
            said_by[child] = one.number
    return SaidOfLinks(made=made, roots=frozenset(roots), barred=barred), refused


def _unfit(
    one: Ruling,
    child: int,
    others: Sequence[int],
    made: Mapping[int, tuple[int, Link]],
    roots: set[int],
    barred: Mapping[int, frozenset[int]],
    said_by: Mapping[int, int],
) -> str | None:
    """Say why a correction cannot stand beside the earlier ones."""
    kind = one.correction.kind
    if child in others:
        return "both places are of copies of one e-mail; say first that they are two (not-same)" if kind == "parent" else None
    if kind == "no-parent":
        return f"correction {said_by[child]} gives it a parent; take one of the two out" if child in made else None
    if kind == "not-parent":
        contradicted = child in made and made[child][0] == others[0]
        return f"correction {said_by[child]} says that it is; take one of the two out" if contradicted else None
    if child in roots:
        return f"correction {said_by[child]} says that it has no parent; take one of the two out"
    if others[0] in barred.get(child, ()):
        return "an earlier correction says that it is not its parent; take one of the two out"
    if child in made:
        same = made[child][0] == others[0] and one.correction.value in {None, made[child][1].kind}
        return (
            None if same else f"correction {said_by[child]} gives it another parent or says otherwise what it is; an e-mail has one at most"
        )
    return "it would be its own ancestor: earlier corrections hang the parent beneath it" if _descends(others[0], child, made) else None


def _descends(at: int, ancestor: int, made: Mapping[int, tuple[int, Link]]) -> bool:
    while at in made:
        at = made[at][0]
        if at == ancestor:
            return True
    return False


def _link(correction: Correction, child: Node, parent: Node, kind_of: Callable[[Node, Node], Kind]) -> Link:
    said = "a person says so" + (f" ({correction.reason})" if correction.reason else "")
    kind: Kind = "forward" if correction.value == "forward" else "reply" if correction.value == "reply" else kind_of(child, parent)
    return Link(
        child=child.id,
        parent=parent.id,
        kind=kind,
        confidence=1.0,
        evidence=(Evidence(feature=PERSON, weight=_CERTAIN, detail=said),),
    )
