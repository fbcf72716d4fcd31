"""A gold annotation: what a careful reader finds in a release, as JSON.

In comes the parsed JSON, out come frozen values, checked as far as an evaluation relies on them.
A key that is absent was not annotated: recipients, attachments and bodies are then not asked for, as if the reader had called them unsure.
"""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, Any

from attrs import frozen

from lvvthreads.document.errors import LvvthreadsError
from lvvthreads.evaluate.plain import MisfitError, each, given, mapping, number, optional_text, pair, span, text, texts, whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

#: What a reader may leave out; without the key nothing is asked.
_OPTIONAL = ("to", "cc", "attachments", "body")


@frozen(kw_only=True)
class GoldPerson:
    """A sender or recipient as the reader sees it on the paper."""

    #: True if the name is blacked out.
    redacted: bool
    #: The name, where it can be read.
    name: str | None = None
    #: The organisational unit, where it can be read.
    unit: str | None = None
    #: Other units that are right as well.
    unit_also: tuple[str, ...] = ()
    #: The domain of the address, where only that is left.
    domain: str | None = None


@frozen(kw_only=True)
class GoldBlock:
    """One header block as printed, with all that its reader can tell of it."""

    #: The block's name within the gold.
    id: str
    #: The file it stands in, where a gold covers several.
    source: str | None
    #: The printout it stands in.
    printout: str
    #: First and last line of the header.
    first: int
    last: int
    sender: GoldPerson
    to: tuple[GoldPerson, ...]
    cc: tuple[GoldPerson, ...]
    #: The best reading of the time, ``?`` for digits that cannot be told; None if nothing can.
    sent: str | None
    #: ``RE`` and ``FW``, in their order.
    prefixes: tuple[str, ...]
    #: Without prefixes; None if it cannot be read.
    subject: str | None
    attachments: tuple[str, ...]
    #: ``reply``, ``forward``, or None where that cannot be told.
    relation: str | None
    #: The block that it replies to or forwards.
    parent: str | None
    #: The first block of the same e-mail, if this is a later copy.
    same_as: str | None
    #: The lines of its own words, blank ones included.
    body: tuple[range, ...]
    #: Those of ``from``, ``to``, ``cc``, ``attachments``, ``body`` and ``parent`` that are neither asked for nor held against;
    #: a time has ``?`` for that, and a subject is None.
    unsure: frozenset[str]
    #: True if the print of its time was misread into another that nothing contradicts, False if not; None where nobody can know, as on real paper.
    misread: bool | None = None

    @property
    def mail(self) -> str:
        """The e-mail, named after its first block."""
        return self.same_as or self.id

    def people(self, role: str) -> tuple[GoldPerson, ...]:
        """Return the people of a role: ``from``, ``to`` or ``cc``."""
        return {"from": (self.sender,), "to": self.to, "cc": self.cc}[role]


@frozen(kw_only=True)
class GoldMissing:
    """An e-mail that must have existed and is not there."""

    #: The block whose parent is missing.
    child: str
    #: ``removed``, ``attribution`` or ``prefix``.
    kind: str


@frozen(kw_only=True)
class GoldMark:
    """A redaction mark as the reader sees it."""

    line: int
    #: The ground as codes are written, for instance ``10.2.e``; None where none can be read.
    ground: str | None
    #: False if the mark is neither asked for nor held against.
    sure: bool


@frozen(kw_only=True)
class Gold:
    """All that a reader annotated."""

    blocks: tuple[GoldBlock, ...]
    #: Lines that are blank, and so nobody's words.
    blank: frozenset[int] = frozenset()
    #: None if missing e-mails were not annotated.
    missing: tuple[GoldMissing, ...] | None = None
    #: First line of each printout whose bounds are told, by source (None if not told) and name.
    starts: tuple[tuple[str | None, str, int], ...] = ()

    @cached_property
    def mail_of(self) -> Mapping[str, str]:
        """The e-mail of each block."""
        return {block.id: block.mail for block in self.blocks}

    @cached_property
    def several(self) -> bool:
        """True if the blocks stand in several files; their lines are then told apart by file."""
        return len({block.source for block in self.blocks}) > 1


def gold_of(parsed: Any, name: str) -> Gold:
    """Read the parsed JSON of a gold; raise LvvthreadsError, with the place, for what is none."""
    if not isinstance(parsed, dict) or not isinstance(parsed.get("messages"), list):
        message = f'{name} is no gold annotation: it has no list "messages"'
        if isinstance(parsed, dict) and str(parsed.get("format", "")).startswith("lvvthreads/"):
            message = f"{name} is an export; give the export first, then the gold"
        raise LvvthreadsError(message)
    if str(parsed.get("format", "")).startswith("lvvthreads/"):
        message = f"{name} is an export, not a gold annotation; give the export first, then the gold"
        raise LvvthreadsError(message)
    blocks = tuple(_checked_block(raw, number, name) for number, raw in enumerate(parsed["messages"], start=1))
    _check_names(blocks, name)
    try:
        read = Gold(
            blocks=blocks,
            blank=frozenset(whole(line, "blank") for line in each(parsed, "blank")),
            missing=None if parsed.get("missing") is None else tuple(_missing(raw) for raw in each(parsed, "missing")),
            starts=tuple(_start(raw) for raw in each(parsed, "printouts")),
        )
    except MisfitError as error:
        message = f"{name} is damaged or incomplete: {error}"
        raise LvvthreadsError(message) from error
    _check_known((one.child for one in read.missing or ()), read.mail_of, "a missing e-mail has the child", name)
    return read


def marks_of(parsed: Iterable[Any], name: str) -> tuple[GoldMark, ...]:
    """Read the parsed lines of a file of redaction marks; raise LvvthreadsError for what is none."""
    try:
        raws = [mapping(raw, "a line") for raw in parsed]
        return tuple(
            GoldMark(line=number(raw, "line"), ground=optional_text(raw, "ground"), sure=bool(raw.get("sure", True))) for raw in raws
        )
    except MisfitError as error:
        message = f"{name} is no list of redaction marks, one JSON object a line: {error}"
        raise LvvthreadsError(message) from error


def _checked_block(raw: Any, place: int, name: str) -> GoldBlock:
    try:
        return _block(mapping(raw, "it"))
    except MisfitError as error:
        id_ = raw.get("id") if isinstance(raw, dict) else None
        message = f"message {id_ or f'number {place}'} of {name} is damaged or incomplete: {error}"
        raise LvvthreadsError(message) from error


def _block(raw: Mapping[str, Any]) -> GoldBlock:
    first, last = pair(given(raw, "header"), "header")
    for key in ("prefixes", "subject", "parent", "sent"):
        given(raw, key)
    return GoldBlock(
        id=text(raw, "id"),
        source=optional_text(raw, "source"),
        printout=text(raw, "printout"),
        first=first,
        last=last,
        sender=_person(given(raw, "from")),
        to=tuple(map(_person, each(raw, "to"))),
        cc=tuple(map(_person, each(raw, "cc"))),
        sent=optional_text(raw, "sent_in_context") or optional_text(raw, "sent"),
        prefixes=texts(raw, "prefixes"),
        subject=optional_text(raw, "subject"),
        attachments=texts(raw, "attachments"),
        relation=optional_text(raw, "relation"),
        parent=optional_text(raw, "parent"),
        same_as=optional_text(raw, "same_as"),
        body=tuple(span(*pair(one, "body"), "body") for one in each(raw, "body")),
        unsure=frozenset(texts(raw, "unsure")).union(key for key in _OPTIONAL if key not in raw),
        misread=bool("sent" in texts(raw, "misread")) if "misread" in raw else None,
    )


def _person(value: Any) -> GoldPerson:
    raw = mapping(value, "a sender or recipient")
    return GoldPerson(
        redacted=bool(given(raw, "redacted")),
        name=optional_text(raw, "name"),
        unit=optional_text(raw, "unit"),
        unit_also=texts(raw, "unit_also"),
        domain=optional_text(raw, "email_domain"),
    )


def _missing(value: Any) -> GoldMissing:
    raw = mapping(value, "a missing e-mail")
    return GoldMissing(child=text(raw, "child"), kind=text(raw, "kind"))


def _start(value: Any) -> tuple[str | None, str, int]:
    raw = mapping(value, "a printout")
    return optional_text(raw, "source"), text(raw, "id"), number(raw, "first_line")


def _check_names(blocks: tuple[GoldBlock, ...], name: str) -> None:
    """Raise if two blocks have one name, or one names a block that is not there."""
    times = Counter(block.id for block in blocks)
    if twice := [id_ for id_, count in times.items() if count > 1]:
        message = f"two messages of {name} have the id {twice[0]}; give each its own"
        raise LvvthreadsError(message)
    _check_known((block.parent for block in blocks if block.parent), times, "a message has the parent", name)
    _check_known((block.same_as for block in blocks if block.same_as), times, "a message is the same as", name)


def _check_known(named: Iterable[str], known: Mapping[str, Any], what: str, name: str) -> None:
    for id_ in named:
        if id_ not in known:
            message = f"in {name} {what} {id_}, which is not there"
            raise LvvthreadsError(message)
