"""A Correspondence in, the JSON export out (format ``lvvthreads/1``, described by ``schema.json``).

Keys stand in a fixed order and nothing depends on clock or place, so the same correspondence gives the same bytes.
Types whose keys are the names of their fields are written field by field; messages and witnesses have words of their own in the export.
What a header alone says and what the dossier made of it are mostly the same: where they differ, the header's own reading stands
under ``header``, so that :mod:`lvvthreads.write.read_back` can tell both.
"""

from __future__ import annotations

import json
import re
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Any

from attrs import fields, has

if TYPE_CHECKING:
    from lvvthreads.header.block import Field, HeaderBlock, Person, Subject
    from lvvthreads.message.message import LedgerEntry, Message, Witness
    from lvvthreads.thread.correspondence import Correspondence, Source, Thread

#: The name of the form; its number changes when a key changes its meaning.
FORMAT = "lvvthreads/1"

#: Halves of UTF-16 pairs: no UTF-8 can hold them, so JSON escapes them.
_SURROGATE = re.compile("[\ud800-\udfff]")


def to_dict(correspondence: Correspondence, *, texts: bool = False) -> dict[str, Any]:
    """Return the export as plain dicts, lists, strings, numbers and None, keys in their fixed order; on request with the sources' texts."""
    return {
        "format": FORMAT,
        "generator": {"name": "lvvthreads", "version": _version()},
        "sources": [_source(source, texts=texts) for source in correspondence.sources],
        "messages": [_message(message) for message in correspondence.messages],
        "people": _plain(correspondence.people),
        "links": _plain(correspondence.links),
        "threads": [_thread(thread) for thread in correspondence.threads],
        "missing": _plain(correspondence.missing),
        "redactions": _plain(correspondence.redactions),
        "ledger": [_ledger_entry(entry) for entry in correspondence.ledger],
        **({"corrections": _plain(correspondence.corrections)} if correspondence.corrections else {}),
        **({} if correspondence.hints is None else {"hints": _plain(correspondence.hints)}),
    }


def to_json(correspondence: Correspondence, *, indent: int | None = 1, texts: bool = False) -> str:
    """Return the export as JSON that ends with a newline; it can always be encoded as UTF-8."""
    return _dumps(to_dict(correspondence, texts=texts), indent=indent) + "\n"


def to_jsonl(correspondence: Correspondence) -> str:
    """Return the messages as JSON Lines: one message a line, in the form and order of the export."""
    return "".join(_dumps(_message(message), indent=None) + "\n" for message in correspondence.messages)


def _dumps(value: Any, *, indent: int | None) -> str:
    """Write JSON with every character as itself, half surrogate pairs apart."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent)
    return _SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def _version() -> str:
    """Return the version of the installed package; a checkout that was never installed has none."""
    try:
        return version("lvvthreads")
    except PackageNotFoundError:
        return "unknown"


def _plain(value: Any) -> Any:
    """Write a value field by field, tuples as lists."""
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    if isinstance(value, dict):
        return {key: _plain(value[key]) for key in sorted(value)}
    if has(type(value)):
        return {attribute.name: _plain(getattr(value, attribute.name)) for attribute in fields(type(value))}
    return value


def _source(source: Source, *, texts: bool) -> dict[str, Any]:
    """Write a source; other names and defects only where it has any, its text only on request."""
    written = _plain(source)
    left_out = {key for key in ("also", "defects") if not written[key]} | (set() if texts and source.text is not None else {"text"})
    return {key: value for key, value in written.items() if key not in left_out}


def _message(message: Message) -> dict[str, Any]:
    return {
        "id": message.id,
        "aliases": list(message.aliases),
        "quoted_only": message.quoted_only,
        "from": _plain(message.sender),
        "to": _plain(message.to),
        "cc": _plain(message.cc),
        "bcc": _plain(message.bcc),
        "sent": _plain(message.sent),
        "subject": {**_subject(message.subject), "prefixes": list(message.subject.prefixes), **_basis(message.subject)},
        "attachments": _plain(message.attachments),
        "text": message.text,
        "witnesses": [_witness(witness) for witness in message.witnesses],
    }


def _witness(witness: Witness) -> dict[str, Any]:
    block = witness.block
    return {
        "id": witness.id,
        "source": witness.source,
        "page": witness.page,
        "printout": witness.printout,
        "depth": witness.depth,
        "header": _header(witness),
        "form": block.form,
        "from": _person(*witness.sender),
        "to": [_person(*pair) for pair in witness.to],
        "cc": [_person(*pair) for pair in witness.cc],
        "bcc": [_person(*pair) for pair in witness.bcc],
        "sent": _plain(witness.sent),
        "subject": None if witness.subject is None else {**_subject(witness.subject), **_basis(witness.subject)},
        "prefixes": [] if witness.subject is None else list(witness.subject.prefixes),
        "attachments": _plain(block.attachments),
        "body": _plain(witness.body),
        "fields": {name: _field(found) for name, found in _first_of_each_name(block).items()},
        "defects": list(witness.defects),
        "text": witness.text,
    }


def _header(witness: Witness) -> dict[str, Any]:
    """Write where the header stands, and its own readings where the witness has others."""
    block = witness.block
    written: dict[str, Any] = {
        "first_line": block.first_line,
        "last_line": block.last_line,
        "lines": list(block.lines),
        "confidence": block.confidence,
        "defects": list(block.defects),
    }
    if block.sender != witness.sender[0]:
        written["from"] = _plain(block.sender)
    for role in ("to", "cc", "bcc"):
        people = getattr(block, role)
        if people != tuple(person for person, _ in getattr(witness, role)):
            written[role] = _plain(people)
    if block.sent != witness.sent:
        written["sent"] = _plain(block.sent)
    if block.subject != witness.subject:
        written["subject"] = (
            None if block.subject is None else {key: value for key, value in _plain(block.subject).items() if value or key != "basis"}
        )
    first = _first_of_each_name(block)
    if len(first) < len(block.fields):
        written["more_fields"] = [
            {"name": found.name, "place": place, **_field(found)}
            for place, found in enumerate(block.fields)
            if found is not first[found.name]
        ]
    return written


def _first_of_each_name(block: HeaderBlock) -> dict[str, Field]:
    """Return the fields by name; of several with one name, the first."""
    first: dict[str, Field] = {}
    for found in block.fields:
        first.setdefault(found.name, found)
    return first


def _field(found: Field) -> dict[str, Any]:
    return {
        "label": found.label,
        "line": found.line,
        "raw": found.raw,
        "confidence": found.confidence,
        "lines": list(found.lines),
    }


def _person(person: Person, node: str) -> dict[str, Any]:
    written = _plain(person)
    line = written.pop("line")
    return {**written, "node": node, "line": line}


def _subject(subject: Subject) -> dict[str, Any]:
    return {"clean": subject.clean, "raw": subject.raw}


def _basis(subject: Subject) -> dict[str, Any]:
    """Say what a subject rests on, where that is not the print."""
    return {"basis": list(subject.basis)} if subject.basis else {}


def _thread(thread: Thread) -> dict[str, Any]:
    return {
        "id": thread.id,
        "root": thread.root,
        "subject": thread.subject,
        "messages": list(thread.messages),
        "tree": _plain(thread.tree),
    }


def _ledger_entry(entry: LedgerEntry) -> dict[str, Any]:
    return {"source": entry.source, "first_line": entry.first_line, "last_line": entry.last_line, "as": entry.as_}
