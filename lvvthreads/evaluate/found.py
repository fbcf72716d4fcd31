"""An export as an evaluation reads it: the header blocks found, what was read in them, links, threads, missing e-mails and marks.

In comes the parsed JSON, out come frozen values.
The export may come from another program, or lack a field here and there: what is absent was not found, and is no reason to refuse the rest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import frozen

from lvvthreads.document.errors import LvvthreadsError
from lvvthreads.evaluate.plain import MisfitError, each, given, mapping, number, optional_text, span, text, texts
from lvvthreads.write.read_back import check_format

if TYPE_CHECKING:
    from collections.abc import Mapping

#: So many characters of a time are compared: ``2018-10-16T10:14``.
_TO_THE_MINUTE = 16


@frozen(kw_only=True)
class FoundPerson:
    """A sender or recipient as the export has it on one printed copy."""

    kind: str | None
    name: str | None
    unit: str | None
    domain: str | None
    node: str | None


@frozen(kw_only=True)
class FoundMail:
    """A message of the export: what its copies attest together."""

    id: str
    #: The time with ``?`` for digits that are not claimed; empty if nothing is.
    sent: str
    #: Without prefixes.
    subject: str | None


@frozen(kw_only=True)
class FoundBlock:
    """One printed copy of the export: its header and the lines of its words."""

    mail: FoundMail
    #: The id of its source.
    source: str | None
    first: int
    last: int
    sender: FoundPerson | None
    to: tuple[FoundPerson, ...]
    cc: tuple[FoundPerson, ...]
    prefixes: tuple[str, ...]
    attachments: tuple[str | None, ...]
    body: tuple[range, ...]

    def people(self, role: str) -> tuple[FoundPerson, ...]:
        """Return the people of a role: ``from``, ``to`` or ``cc``."""
        return {"from": (self.sender,) if self.sender else (), "to": self.to, "cc": self.cc}[role]


@frozen(kw_only=True)
class FoundLink:
    """A link of the export, between ids of messages."""

    child: str
    parent: str
    kind: str | None


@frozen(kw_only=True)
class FoundSource:
    """A file that the export was made of."""

    id: str
    name: str | None
    sha256: str | None


@frozen(kw_only=True)
class Found:
    """All that an export claims, as far as it is judged."""

    blocks: tuple[FoundBlock, ...]
    links: tuple[FoundLink, ...]
    #: The thread of each message that is in one.
    thread_of: Mapping[str, str]
    #: The message whose parent is missing, and the kind.
    missing: tuple[tuple[str, str | None], ...]
    #: Line and ground of each redaction mark that has a ground.
    marks: tuple[tuple[int, str], ...]
    sources: tuple[FoundSource, ...]
    #: The program that wrote the export, with its version.
    generator: str


def found_of(parsed: Any, name: str) -> Found:
    """Read the parsed JSON of an export; raise LvvthreadsError for what is none."""
    if isinstance(parsed, dict) and "format" not in parsed and isinstance(parsed.get("messages"), list):
        message = f'{name} is JSON without "format", perhaps a gold annotation; give the export first, then the gold'
        raise LvvthreadsError(message)
    try:
        check_format(parsed)
    except LvvthreadsError as error:
        message = f"{name}: {error}"
        raise LvvthreadsError(message) from error
    try:
        return _found(parsed)
    except MisfitError as error:
        message = f"{name} is damaged or incomplete: {error}; make it again from its sources"
        raise LvvthreadsError(message) from error


def _found(raw: Mapping[str, Any]) -> Found:
    for key in ("messages", "links", "threads"):
        given(raw, key)
    mails = [mapping(one, "a message") for one in each(raw, "messages")]
    marks = [mapping(one, "a redaction") for one in each(raw, "redactions")]
    missing = [mapping(one, "a missing e-mail") for one in each(raw, "missing")]
    return Found(
        blocks=tuple(block for one in mails for block in _blocks(one)),
        links=tuple(_link(mapping(one, "a link")) for one in each(raw, "links")),
        thread_of=_threads(raw),
        missing=tuple((text(one, "child"), optional_text(one, "kind")) for one in missing),
        marks=tuple((number(one, "line"), ground) for one in marks if (ground := optional_text(one, "ground"))),
        sources=tuple(_source(mapping(one, "a source")) for one in each(raw, "sources")),
        generator=_generator(raw),
    )


def _blocks(raw: Mapping[str, Any]) -> list[FoundBlock]:
    mail = FoundMail(id=text(raw, "id"), sent=_sent(raw), subject=optional_text(_part(raw, "subject"), "clean"))
    return [_block(mapping(one, "a copy"), mail) for one in each(raw, "witnesses")]


def _block(raw: Mapping[str, Any], mail: FoundMail) -> FoundBlock:
    header = mapping(given(raw, "header"), "a header")
    spans = [mapping(one, "a span") for one in each(raw, "body")]
    return FoundBlock(
        mail=mail,
        source=optional_text(raw, "source"),
        first=number(header, "first_line"),
        last=number(header, "last_line"),
        sender=_person(raw["from"]) if raw.get("from") else None,
        to=tuple(map(_person, each(raw, "to"))),
        cc=tuple(map(_person, each(raw, "cc"))),
        prefixes=tuple(prefix.upper() for prefix in texts(raw, "prefixes")),
        attachments=tuple(map(_attachment, each(raw, "attachments"))),
        body=tuple(span(given(one, "first_line"), given(one, "last_line"), "body") for one in spans),
    )


def _person(value: Any) -> FoundPerson:
    raw = mapping(value, "a sender or recipient")
    return FoundPerson(**{key: optional_text(raw, key) for key in ("kind", "name", "unit", "domain", "node")})


def _attachment(value: Any) -> str | None:
    return optional_text(value if isinstance(value, dict) else {"name": value}, "name")


def _sent(raw: Mapping[str, Any]) -> str:
    sent = _part(raw, "sent")
    return (optional_text(sent, "pattern") or optional_text(sent, "value") or "")[:_TO_THE_MINUTE]


def _part(raw: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    """Return an object that may be null or absent."""
    return mapping(raw.get(key) or {}, f'its "{key}"')


def _link(raw: Mapping[str, Any]) -> FoundLink:
    return FoundLink(child=text(raw, "child"), parent=text(raw, "parent"), kind=optional_text(raw, "kind"))


def _threads(raw: Mapping[str, Any]) -> dict[str, str]:
    threads = [mapping(one, "a thread") for one in each(raw, "threads")]
    return {message: text(one, "id") for one in threads for message in texts(one, "messages")}


def _source(raw: Mapping[str, Any]) -> FoundSource:
    return FoundSource(id=text(raw, "id"), name=optional_text(raw, "name"), sha256=optional_text(raw, "sha256"))


def _generator(raw: Mapping[str, Any]) -> str:
    generator = _part(raw, "generator")
    return (
        " ".join(part for key in ("name", "version") if (part := optional_text(generator, key))) or "a program that does not say its name"
    )
