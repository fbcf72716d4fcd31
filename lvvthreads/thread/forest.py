"""Make threads of linked messages: trees in display order.

In come messages and links, out come threads, the oldest first; a message without links is a thread of its own.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from lvvthreads.thread.correspondence import Branch, Link, Thread

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lvvthreads.message.message import Message

_UNDATED = "~"


def threads_of(messages: Sequence[Message], links: Sequence[Link]) -> tuple[Thread, ...]:
    """Return the threads of a dossier."""
    by_id = {message.id: message for message in messages}
    children: dict[str, list[str]] = defaultdict(list)
    for link in links:
        children[link.parent].append(link.child)
    for ids in children.values():
        ids.sort(key=lambda id_: _when(by_id[id_]))
    linked = {link.child for link in links}
    roots = sorted((message for message in messages if message.id not in linked), key=_when)
    return tuple(_thread(root, children, by_id) for root in roots)


def _when(message: Message) -> tuple[str, str]:
    return (message.sent.earliest or _UNDATED, message.id)


def _thread(root: Message, children: dict[str, list[str]], by_id: dict[str, Message]) -> Thread:
    tree = []
    stack: list[tuple[str, str | None, int]] = [(root.id, None, 0)]
    while stack:
        id_, parent, depth = stack.pop()
        tree.append(Branch(message=id_, parent=parent, depth=depth))
        stack.extend((child, id_, depth + 1) for child in reversed(children.get(id_, ())))
    subject = next((clean for branch in tree if (clean := by_id[branch.message].subject.clean)), "")
    return Thread(id=root.id, root=root.id, subject=subject, tree=tuple(tree))
