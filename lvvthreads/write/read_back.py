"""A JSON export in, the Correspondence out that it was written from.

Keys that are not known are passed over, for a later ``lvvthreads/1`` may have more of them.
What is no export, or a damaged one, raises one sentence that says what it is and what to do.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from attrs import AttrsInstance, fields

from lvvthreads.correct.correction import Anchor, Correction, Outcome
from lvvthreads.correct.errors import CorrectionsError
from lvvthreads.document.errors import LvvthreadsError
from lvvthreads.header.block import Attachment, Field, HeaderBlock, Person, Sent, Subject
from lvvthreads.message.message import LedgerEntry, Message, PersonNode, Slot, Span, Witness
from lvvthreads.thread.correspondence import Alternative, Branch, Correspondence, Evidence, Hint, Link, Missing, Redaction, Source, Thread
from lvvthreads.write.check import check
from lvvthreads.write.export import FORMAT

_Type = TypeVar("_Type", bound=AttrsInstance)
_Value = TypeVar("_Value")
_Json = Mapping[str, Any]


def from_json(text: str) -> Correspondence:
    """Read the JSON of an export.

    Raises
    ------
    LvvthreadsError
        If it is not JSON, or JSON of another format.
    TypeError
        If something else than a string is given, for instance a path.

    """
    if not isinstance(text, str):
        message = f"from_json() takes the JSON as str, not {type(text).__name__}; for a file give Path(...).read_text(encoding='utf-8')"
        raise TypeError(message)
    try:
        export = json.loads(text.removeprefix("\ufeff"), parse_constant=_refused)
    except (ValueError, RecursionError) as error:
        message = f"this is not the JSON of an export ({error}); make one with: lvvthreads export dossier.txt -o dossier.json"
        raise LvvthreadsError(message) from error
    return from_dict(export)


def _refused(constant: str) -> None:
    """Refuse what JSON has no words for."""
    message = f"{constant} is no number"
    raise ValueError(message)


def from_dict(export: Any) -> Correspondence:
    """Read an export as :func:`lvvthreads.write.export.to_dict` gives it; raise LvvthreadsError for anything else."""
    check_format(export)
    try:
        read = _correspondence(export)
        check(read)
    except (AttributeError, CorrectionsError, IndexError, KeyError, TypeError, ValueError) as error:
        message = f"this export is damaged or incomplete ({type(error).__name__}: {error}); make it again from its sources"
        raise LvvthreadsError(message) from error
    return read


def check_format(export: Any) -> None:
    """Raise for whatever is not an export of the format that this version reads."""
    found = export.get("format") if isinstance(export, dict) else None
    if found == FORMAT:
        return
    if isinstance(found, str) and found.startswith("lvvthreads/"):
        message = f"this export has the format {found}, and this version reads {FORMAT}; install the version of lvvthreads that wrote it"
    elif isinstance(found, str):
        message = f"this is JSON of the format {found!r}, not {FORMAT}; make an export with: lvvthreads export dossier.txt -o dossier.json"
    else:
        message = f'this JSON is no export: it has no "format": "{FORMAT}"; make one with: lvvthreads export dossier.txt -o dossier.json'
    raise LvvthreadsError(message)


def _correspondence(export: _Json) -> Correspondence:
    return Correspondence(
        sources=_each(_source, export["sources"]),
        messages=_each(_message, export["messages"]),
        people=_each(lambda raw: _built(PersonNode, raw), export["people"]),
        links=_each(_link, export["links"]),
        threads=_each(_thread, export["threads"]),
        missing=_each(_missing, export["missing"]),
        redactions=_each(lambda raw: _built(Redaction, raw), export["redactions"]),
        ledger=_each(lambda raw: _built(LedgerEntry, raw, as_=raw["as"]), export["ledger"]),
        corrections=_each(_outcome, export.get("corrections", [])),
        hints=_each(lambda raw: _built(Hint, raw), export["hints"]) if "hints" in export else None,
    )


def _each(read: Callable[[_Json], _Value], raw: list[Any]) -> tuple[_Value, ...]:
    """Read each value of a list."""
    if not isinstance(raw, list):
        message = f"a list was expected, not {raw!r:.50}"
        raise TypeError(message)
    return tuple(read(one) for one in raw)


def _built(type_: type[_Type], raw: _Json, **given: Any) -> _Type:
    """Make a value whose keys are the names of its fields, lists as tuples; ``given`` fields were read already."""
    known = {name: raw[name] for attribute in fields(type_) if (name := attribute.name) in raw and name not in given}
    return type_(**{name: tuple(value) if isinstance(value, list) else value for name, value in known.items()}, **given)


def _source(raw: _Json) -> Source:
    return _built(Source, raw)


def _message(raw: _Json) -> Message:
    return Message(
        id=raw["id"],
        aliases=tuple(raw["aliases"]),
        quoted_only=raw["quoted_only"],
        sender=_slot(raw["from"]),
        to=_each(_slot, raw["to"]),
        cc=_each(_slot, raw["cc"]),
        bcc=_each(_slot, raw["bcc"]),
        sent=_sent(raw["sent"]),
        subject=_built(Subject, raw["subject"]),
        attachments=_each(_attachment, raw["attachments"]),
        text=raw["text"],
        witnesses=_each(_witness, raw["witnesses"]),
    )


def _slot(raw: _Json) -> Slot:
    return _built(Slot, raw)


def _sent(raw: _Json) -> Sent:
    return _built(Sent, raw)


def _attachment(raw: _Json) -> Attachment:
    return _built(Attachment, raw)


def _person(raw: _Json) -> Person:
    return _built(Person, raw)


def _placed(raw: _Json) -> tuple[Person, str]:
    """Read a person of a witness, with its node."""
    return _person(raw), raw["node"]


def _witness(raw: _Json) -> Witness:
    return Witness(
        id=raw["id"],
        source=raw["source"],
        page=raw["page"],
        printout=raw["printout"],
        depth=raw["depth"],
        block=_block(raw),
        sent=_sent(raw["sent"]),
        subject=_subject(raw),
        sender=_placed(raw["from"]),
        to=_each(_placed, raw["to"]),
        cc=_each(_placed, raw["cc"]),
        bcc=_each(_placed, raw["bcc"]),
        body=_each(lambda span: _built(Span, span), raw["body"]),
        text=raw["text"],
        defects=tuple(raw["defects"]),
    )


def _subject(witness: _Json) -> Subject | None:
    """Read the subject of a witness, whose prefixes stand beside it."""
    if witness["subject"] is None:
        return None
    return _built(Subject, witness["subject"], prefixes=tuple(witness["prefixes"]))


def _block(witness: _Json) -> HeaderBlock:
    """Read the header of a witness: its own readings where it has them, else those of the witness."""
    header = witness["header"]
    own = {**witness, **header}
    return HeaderBlock(
        form=witness["form"],
        lines=tuple(header["lines"]),
        fields=_fields(witness),
        sender=None if own["from"] is None else _person(own["from"]),
        to=_each(_person, own["to"]),
        cc=_each(_person, own["cc"]),
        bcc=_each(_person, own["bcc"]),
        sent=_sent(own["sent"]),
        subject=_own_subject(witness),
        attachments=_each(_attachment, witness["attachments"]),
        confidence=header["confidence"],
        defects=tuple(header["defects"]),
    )


def _own_subject(witness: _Json) -> Subject | None:
    """Read the subject that the header alone shows."""
    header = witness["header"]
    if "subject" not in header:
        return _subject(witness)
    return None if header["subject"] is None else _built(Subject, header["subject"])


def _fields(witness: _Json) -> tuple[Field, ...]:
    """Read the fields of a header in their order; those whose name was met before stand apart, each with its place."""
    found = [_built(Field, raw, name=name) for name, raw in witness["fields"].items()]
    for raw in witness["header"].get("more_fields", ()):
        found.insert(raw["place"], _built(Field, raw))
    return tuple(found)


def _link(raw: _Json) -> Link:
    alternatives = _each(lambda one: _built(Alternative, one), raw["alternatives"])
    return _built(Link, raw, evidence=_evidence(raw), alternatives=alternatives)


def _evidence(raw: _Json) -> tuple[Evidence, ...]:
    return _each(lambda one: _built(Evidence, one), raw["evidence"])


def _thread(raw: _Json) -> Thread:
    return _built(Thread, raw, tree=_each(lambda branch: _built(Branch, branch), raw["tree"]))


def _outcome(raw: _Json) -> Outcome:
    said = raw["correction"]
    anchors = {key: None if said[key] is None else _built(Anchor, said[key]) for key in ("at", "other")}
    return _built(Outcome, raw, correction=_built(Correction, said, **anchors))


def _missing(raw: _Json) -> Missing:
    return _built(Missing, raw, evidence=_evidence(raw))
