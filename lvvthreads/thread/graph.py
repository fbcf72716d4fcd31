"""Give a correspondence as networkx graphs with plain attributes, which every tool of theirs takes as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx

if TYPE_CHECKING:
    from lvvthreads.message.message import Message, PersonNode
    from lvvthreads.thread.correspondence import Correspondence

#: Attributes are str, int, float or bool; what is not known is an empty text, since GraphML has no None.
Plain = str | int | float | bool


def reply_graph(correspondence: Correspondence) -> nx.DiGraph[str]:
    """Return the messages with an edge from each parent to its child: a branching."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    for message in correspondence.messages:
        graph.add_node(message.id, **_of_message(message))
    for link in correspondence.links:
        graph.add_edge(link.parent, link.child, kind=link.kind, confidence=link.confidence)
    return graph


def full_graph(correspondence: Correspondence) -> nx.MultiDiGraph[str]:
    """Return messages, people and placeholders; edges lead as mail goes: sender -> message -> recipients, parent -> child."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for person in correspondence.people:
        graph.add_node(person.node, **_of_person(person))
    for message in correspondence.messages:
        graph.add_node(message.id, **_of_message(message))
        for node in message.sender.nodes:
            graph.add_edge(node, message.id, key="sent", type="sent")
        for role in ("to", "cc", "bcc"):
            for slot in getattr(message, role):
                for node in slot.nodes:
                    graph.add_edge(message.id, node, key=slot.slot, type=role)
    for link in correspondence.links:
        graph.add_edge(link.parent, link.child, key=link.kind, type=link.kind, confidence=link.confidence)
    return graph


def _of_message(message: Message) -> dict[str, Plain]:
    return {
        "type": "message",
        "sent": message.sent.value or "",
        "sent_pattern": message.sent.pattern or "",
        "subject": message.subject.clean,
        "copies": len(message.witnesses),
        "quoted_only": message.quoted_only,
    }


def _of_person(person: PersonNode) -> dict[str, Plain]:
    return {
        "type": "person",
        "kind": person.kind,
        "name": person.name or "",
        "spellings": "; ".join(person.spellings),
        "unit": person.unit or "",
        "grounds": " ".join(person.grounds),
    }
