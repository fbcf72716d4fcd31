"""Check that what was read back is of the types that its fields are declared with, and that every id it names is there.

An export may have been edited, cut or made by another program; whoever shows it later relies on it.
"""

from __future__ import annotations

import hashlib
import types
import typing
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal

import attrs

from lvvthreads.correct import correction
from lvvthreads.header import block
from lvvthreads.header.sent import moments
from lvvthreads.message import message
from lvvthreads.thread import correspondence as thread

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lvvthreads.thread.correspondence import Correspondence

#: The names that the declarations may use.
_NAMES = {**vars(correction), **vars(block), **vars(message), **vars(thread)}


def check(read: Correspondence) -> None:
    """Raise TypeError or ValueError, with the place, if a value or a reference cannot be right."""
    _check_type(read, type(read), "the export")
    _check_references(read)


def _check_type(value: Any, declared: Any, place: str) -> None:
    if not _fits(value, declared):
        error = f"{place} cannot be {value!r:.40}"
        raise TypeError(error)
    if isinstance(value, block.Sent):
        moments(value)
    if attrs.has(type(value)):
        for name, hint in _declared(type(value)).items():  # type: ignore[arg-type]  # classes are hashable
            _check_type(getattr(value, name), hint, f"{name} of {type(value).__name__}")
    elif isinstance(value, tuple):
        parts = typing.get_args(next((hint for hint in _choices(declared) if typing.get_origin(hint) is tuple), declared))
        for i, part in enumerate(value):
            _check_type(part, parts[0] if parts[-1] is Ellipsis else parts[i], place)


@lru_cache
def _declared(type_: type) -> dict[str, Any]:
    """Return the declared types of what the constructor takes; what is computed from that needs no check."""
    annotations = {field.name: field.type for field in attrs.fields(type_) if field.init}
    return typing.get_type_hints(type("Declared", (), {"__annotations__": annotations}), localns=_NAMES)


def _choices(hint: Any) -> tuple[Any, ...]:
    """Return the types of a union; a type that is none stands alone."""
    return typing.get_args(hint) if typing.get_origin(hint) in {types.UnionType, typing.Union} else (hint,)


def _fits(value: Any, declared: Any) -> bool:
    """Say whether a value is of a declared type; what tuples hold is looked at apart."""
    for hint in _choices(declared):
        origin = typing.get_origin(hint)
        if origin is Literal:
            fits = value in typing.get_args(hint)
        elif origin is tuple:
            parts = typing.get_args(hint)
            fits = isinstance(value, tuple) and (parts[-1] is Ellipsis or len(parts) == len(value))
        elif hint is float:
            fits = isinstance(value, float | int) and not isinstance(value, bool)
        elif hint is int:
            fits = isinstance(value, int) and not isinstance(value, bool)
        else:
            fits = hint is Any or isinstance(value, origin or hint or type(None))
        if fits:
            return True
    return False


def _check_references(read: Correspondence) -> None:
    """Raise ValueError if a message, person or source that is named is not there."""
    messages = {message.id for message in read.messages}
    _require(messages, (id_ for link in read.links for id_ in (link.child, link.parent)), "a link names the message")
    _require(messages, (other.parent for link in read.links for other in link.alternatives), "an alternative names the message")
    _require(messages, (id_ for thread in read.threads for id_ in thread.messages), "a thread names the message")
    _require(messages, (branch.message for thread in read.threads for branch in thread.tree), "a tree names the message")
    _require(messages, (one.child for one in read.missing), "a missing e-mail hangs at the message")
    _require(messages, (id_ for one in read.corrections for id_ in one.messages), "a correction names the message")
    nodes = {person.node for person in read.people}
    slots = (slot for message in read.messages for slot in (message.sender, *message.to, *message.cc, *message.bcc))
    _require(nodes, (node for slot in slots for node in slot.nodes), "a slot names the node")
    placeholders = {person.node for person in read.people if person.kind != "named"}
    _require(placeholders, (node for hint in read.hints or () for node in (hint.a, hint.b)), "a hint names the placeholder")
    sources = {source.id for source in read.sources}
    if any(source.text is not None and _digest(source.text) != source.sha256 for source in read.sources):
        message = "the text of a source is not the one that its digest was made of"
        raise ValueError(message)
    _require(sources, (witness.source for message in read.messages for witness in message.witnesses), "a copy names the source")
    if any(not message.witnesses for message in read.messages):
        error = "a message has no copies"
        raise ValueError(error)
    if any(not witness.block.lines for message in read.messages for witness in message.witnesses):
        error = "a header has no lines"
        raise ValueError(error)
    if any(not 0.0 <= sure <= 1.0 for sure in (*(link.confidence for link in read.links), *(hint.score for hint in read.hints or ()))):
        error = "a confidence is not between 0 and 1"
        raise ValueError(error)


def _require(known: set[str], named: Iterable[str], what: str) -> None:
    for id_ in named:
        if id_ not in known:
            error = f"{what} {id_!r}, which is not there"
            raise ValueError(error)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
