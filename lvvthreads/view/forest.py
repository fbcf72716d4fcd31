"""The threads of a correspondence laid out for the eye: which come first, which message stands under which, where branches end.

Both the terminal and the notebook draw from this layout.
Threads keep their number, counted by their first date, whatever part of them is shown; a link that is too doubtful to show is cut,
and its child stands as a further root in the same thread.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lvvthreads.message.message import Message
    from lvvthreads.thread.correspondence import Correspondence, Link, Missing, Thread


#: Deeper levels are not indented further; their depth is said.
DEEPEST = 24


@frozen(kw_only=True)
class Row:
    """A message at its place in a drawn tree."""

    message: Message
    #: The link that is drawn; None for a root.
    link: Link | None
    #: The link that was too doubtful to be drawn.
    cut: Link | None
    #: For each ancestor below the root (the nearest ones, where it hangs deep) and last for the message itself, whether more siblings follow.
    follows: tuple[bool, ...]
    #: How many links lie between it and the root.
    depth: int
    #: Whether messages hang under it.
    bears: bool
    #: The e-mails it shows to be missing.
    missing: tuple[Missing, ...]


@frozen(kw_only=True)
class Tree:
    """A thread with its number and its rows in display order."""

    number: int
    thread: Thread
    rows: tuple[Row, ...]


def trees(correspondence: Correspondence, *, min_confidence: float = 0.0, thread: str | int | None = None) -> tuple[Tree, ...]:
    """Lay out all threads by their first date, or the one of this number or id.

    Raises KeyError if there is no such thread.
    """
    numbered = tuple(enumerate(by_date(correspondence), start=1))
    if thread is not None:
        numbered = (chosen(correspondence, numbered, thread),)
    missing = _missing_by_child(correspondence)
    return tuple(Tree(number=number, thread=each, rows=_rows(correspondence, each, min_confidence, missing)) for number, each in numbered)


def by_date(correspondence: Correspondence) -> tuple[Thread, ...]:
    """Order the threads by their first known date; those without any come last, in the order of the correspondence."""
    return tuple(sorted(correspondence.threads, key=lambda thread: _first_date(correspondence, thread)))


def chosen(correspondence: Correspondence, numbered: Iterable[tuple[int, Thread]], wanted: str | int) -> tuple[int, Thread]:
    """Return the thread of this number, of this id, or with a message of this id, together with its number."""
    try:
        message = correspondence.message(str(wanted)).id
    except KeyError:
        message = str(wanted)
    for number, thread in numbered:
        if str(wanted) in {str(number), thread.id} or message in thread.messages:
            return number, thread
    raise KeyError(wanted)


def _first_date(correspondence: Correspondence, thread: Thread) -> tuple[bool, str]:
    dates = [value for id_ in thread.messages if (value := correspondence.message(id_).sent.value)]
    return not dates, min(dates, default="")


def _missing_by_child(correspondence: Correspondence) -> dict[str, tuple[Missing, ...]]:
    found: dict[str, tuple[Missing, ...]] = {}
    for gone in correspondence.missing:
        found[gone.child] = (*found.get(gone.child, ()), gone)
    return found


def _rows(
    correspondence: Correspondence, thread: Thread, min_confidence: float, missing: dict[str, tuple[Missing, ...]]
) -> tuple[Row, ...]:
    links = {id_: link for id_ in thread.messages if (link := correspondence.parent_link(id_))}
    kept = {id_: link for id_, link in links.items() if link.confidence >= min_confidence}
    children: dict[str | None, list[str]] = {}
    for id_ in thread.messages:
        children.setdefault(kept[id_].parent if id_ in kept else None, []).append(id_)
    return tuple(
        Row(
            message=correspondence.message(id_),
            link=kept.get(id_),
            cut=links[id_] if id_ in links and id_ not in kept else None,
            follows=follows,
            depth=depth,
            bears=id_ in children,
            missing=missing.get(id_, ()),
        )
        for id_, follows, depth in _walk(children)
    )


def _walk(children: dict[str | None, list[str]]) -> list[tuple[str, tuple[bool, ...], int]]:
    """List the ids depth first, each with whether siblings follow on the levels that are drawn, and its depth; a stack, for threads can be deep."""
    stack: list[tuple[str, tuple[bool, ...], int]] = [(root, (), 0) for root in reversed(children.get(None, []))]
    listed = []
    while stack:
        id_, follows, depth = stack.pop()
        listed.append((id_, follows, depth))
        below = children.get(id_, [])
        stack += [(child, (*follows, place < len(below) - 1)[-DEEPEST:], depth + 1) for place, child in reversed([*enumerate(below)])]
    return listed
