"""Say what each printed copy of a message tells of one field, what was chosen, and why.

In comes a message with its witnesses; out come :class:`Readings`, one :class:`Reading` for each copy.
Nothing is decided here: what was chosen stands in the message, and the reason is told by weighing the copies once more.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, get_args

from attrs import frozen

from lvvthreads.document.errors import LvvthreadsError
from lvvthreads.message.subjects import choose, is_clean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lvvthreads.header.block import Attachment, HeaderBlock, Person, Sent, Subject
    from lvvthreads.message.message import Message, Slot, Witness

#: The fields that can be asked for.
FieldName = Literal["from", "sent", "to", "cc", "bcc", "subject", "attachments", "body"]
FIELDS: tuple[FieldName, ...] = get_args(FieldName)
_Role = Literal["from", "to", "cc", "bcc"]
_ROLES: tuple[_Role, ...] = get_args(_Role)

_STRANGE = re.compile(r"[^\w\s.,;:!?'\"()/@&%€-]")
#: What a strange letter costs a copy's text, in letters.
_STRANGE_COST = 20.0


@frozen(kw_only=True)
class Reading:
    """What one printed copy says of one field."""

    #: The id of the copy.
    witness: str
    source: str
    #: The page on which the copy's header begins.
    page: int
    #: The line on which the value begins; None where the copy does not print the field.
    line: int | None
    #: As printed, lines joined by newlines.
    raw: str
    #: What this copy alone was read as: a ``Sent``, a ``Subject``, people, attachments, or the words of a body; None where nothing is printed.
    value: Sent | Subject | tuple[Person, ...] | tuple[Attachment, ...] | str | None
    #: True where this is what was chosen.
    chosen: bool


@frozen(kw_only=True)
class Readings:
    """One field of a message over all its copies: what was chosen, why, and what each copy says."""

    field: FieldName
    #: As the message has it; people are slots.
    chosen: Sent | Subject | tuple[Slot, ...] | tuple[Attachment, ...] | str
    #: Why, in a few words: "both copies", "2 of 3 copies", "digit by digit", "the better print", ...
    reason: str
    #: One for each copy, in the order of the message's witnesses.
    copies: tuple[Reading, ...]


def quality(text: str, depth: int, id_: str) -> tuple[float, int, str]:
    """Rank a copy's text, the best highest: long ones are whole, one with many strange letters is bad print."""
    return (len(text) - _STRANGE_COST * strange_letters(text), -depth, id_)


def strange_letters(text: str) -> int:
    """Count the letters that nobody types."""
    return len(_STRANGE.findall(text))


def base_of(message: Message) -> Witness:
    """Return the witness whose words the message has: the best copy."""
    same = [witness for witness in message.witnesses if witness.text == message.text] or message.witnesses
    return max(same, key=lambda witness: quality(witness.text, witness.depth, witness.id))


def readings(message: Message, field: FieldName) -> Readings:
    """Gather what the copies say of a field; see :meth:`Message.readings`."""
    if field == "body":
        return _body(message)
    if field == "sent":
        return _sent(message)
    if field == "subject":
        return _subject(message)
    if field == "attachments":
        return _attachments(message)
    if field in _ROLES:
        return _people(message, field)
    error = f"the readings of a message are those of {', '.join(FIELDS[:-1])} or {FIELDS[-1]}, not of {field!r}"
    raise LvvthreadsError(error)


def _reading(
    witness: Witness, field: str, value: Sent | Subject | tuple[Person, ...] | tuple[Attachment, ...] | None, *, chosen: bool
) -> Reading:
    """Make the reading of a header field."""
    printed = [one for one in witness.block.fields if one.name == field]
    return Reading(
        witness=witness.id,
        source=witness.source,
        page=witness.page,
        line=printed[0].line if printed else _line_of(value),
        raw="\n".join(one.raw for one in printed),
        value=value,
        chosen=chosen,
    )


def _line_of(value: object) -> int | None:
    """Give the line of people who stand there without a field of their own, as in the sentence above a quotation."""
    return next((line for one in value if (line := getattr(one, "line", None)) is not None), None) if isinstance(value, tuple) else None


def _all(number: int) -> str:
    return "the only copy" if number == 1 else "both copies" if number == 2 else f"all {number} copies"


def _share(part: int, whole: int) -> str:
    return _all(whole) if part == whole else f"{part} of {whole} copies"


def _printed(part: int, whole: int) -> str:
    """Say how many copies print a field, all of them alike."""
    return _all(whole) if part == whole else f"{part} of {whole} copies print{'s' if part == 1 else ''} it"


def _body(message: Message) -> Readings:
    base = base_of(message)
    copies = tuple(
        Reading(
            witness=witness.id,
            source=witness.source,
            page=witness.page,
            line=witness.body[0].first_line if witness.body else None,
            raw=witness.text,
            value=witness.text or None,
            chosen=witness.text == message.text,
        )
        for witness in message.witnesses
    )
    return Readings(field="body", chosen=message.text, reason=_why_body(message, base), copies=copies)


def _why_body(message: Message, base: Witness) -> str:
    same = sum(witness.text == base.text for witness in message.witnesses)
    if not message.text:
        return "no copy prints any words"
    if same == len(message.witnesses):
        return _all(same)
    others = [witness.text for witness in message.witnesses if witness.text != base.text]
    if all(strange_letters(base.text) < strange_letters(text) for text in others):
        return "the better print"
    return "the fullest copy"


def _sent(message: Message) -> Readings:
    copies = tuple(
        _reading(witness, "sent", own if own.pattern else None, chosen=own.pattern is not None and own.pattern == message.sent.pattern)
        for witness in message.witnesses
        for own in (witness.block.sent,)
    )
    return Readings(field="sent", chosen=message.sent, reason=_why_sent(message), copies=copies)


def _why_sent(message: Message) -> str:
    """Say what the digits of a time rest on: copies that agree, or else what settled it."""
    claimed = message.sent.pattern
    if "person" in message.sent.basis:
        return "corrected by a person"
    own = [witness.block.sent.pattern for witness in message.witnesses]
    if claimed is None:
        return "no digit can be read" if not any(own) else "the copies contradict each other"
    same = own.count(claimed)
    against = sum(pattern is not None and _contradicts(pattern, claimed) for pattern in own)
    if len(own) == 1:
        return _why_printed(message.witnesses[0].block, message.sent) if same else _further(message.sent)
    if same == len(own) or same > against:
        silent = "" if same == len(own) or against else f"; the other{'s leave' if len(own) - same > 1 else ' leaves'} digits open"
        return _share(same, len(own)) + silent
    if same:
        return _further(message.sent) if set(message.sent.basis) & {"weekday", "order", "period"} else "the better print"
    if all(digit == "?" or any(pattern and pattern[at] == digit for pattern in own) for at, digit in enumerate(claimed)):
        return "digit by digit"
    return _further(message.sent)


def _contradicts(a: str, b: str) -> bool:
    return any(x != y and "?" not in (x, y) for x, y in zip(a, b, strict=False))


def _why_printed(block: HeaderBlock, sent: Sent) -> str:
    """Say how the date of an only copy was read."""
    if "date-damaged" not in block.defects:
        return "as printed"
    if "weekday" in sent.basis and "?" not in (sent.pattern or "?")[:10]:
        return "weekday"
    return "as far as it can be read"


def _further(sent: Sent) -> str:
    """Name what told more than the copies do."""
    if "order" in sent.basis:
        return "the order of the e-mails"
    if "period" in sent.basis:
        return "the period of the request"
    return "weekday" if "weekday" in sent.basis else "as far as it can be read"


def _subject(message: Message) -> Readings:
    clean = message.subject.clean
    copies = tuple(
        _reading(witness, "subject", witness.subject, chosen=witness.subject is not None and witness.subject.clean == clean)
        for witness in message.witnesses
    )
    return Readings(field="subject", chosen=message.subject, reason=_why_subject(message), copies=copies)


def _why_subject(message: Message) -> str:
    printed = [(witness.subject, witness.block.confidence) for witness in message.witnesses if witness.subject]
    clean = message.subject.clean
    if not printed:
        return "no copy prints it" if not clean else "spelled like the thread's other subjects"
    if clean != choose(printed).clean:
        return "spelled like the thread's other subjects"
    same = [confidence for subject, confidence in printed if subject.clean == clean]
    if len(same) == len(printed):
        return _printed(len(same), len(message.witnesses))
    if len(same) > 1:
        return f"{len(same)} of {len(message.witnesses)} copies"
    if len(printed) > 2:  # each copy has a spelling of its own
        return "the spelling nearest to those of the other copies"
    ((other, confidence),) = [one for one in printed if one[0].clean != clean]
    better = (same[0], is_clean(clean)) > (confidence, is_clean(other.clean))
    return "the better print" if better else "either copy can be right"


def _attachments(message: Message) -> Readings:
    copies = tuple(
        _reading(witness, "attachments", own or None, chosen=bool(own) and own == message.attachments)
        for witness in message.witnesses
        for own in (witness.block.attachments,)
    )
    return Readings(field="attachments", chosen=message.attachments, reason=_why_attachments(message), copies=copies)


def _why_attachments(message: Message) -> str:
    printed = [witness.block.attachments for witness in message.witnesses if witness.block.attachments]
    if not printed:
        return "no copy prints any"
    same = printed.count(message.attachments)
    if same == len(printed):
        return _printed(same, len(message.witnesses))
    return "the copy that names most files" if len({len(names) for names in printed}) > 1 else "the copy with the longest names"


def _people(message: Message, role: _Role) -> Readings:
    slots = (message.sender,) if role == "from" else getattr(message, role)
    nodes = [node for slot in slots for node in slot.nodes]
    rows = [_row(witness, role) for witness in message.witnesses]
    copies = tuple(
        _reading(
            witness, role, tuple(person for person, _ in row) or None, chosen=bool(row) and sorted(nodes) == sorted(node for _, node in row)
        )
        for witness, row in zip(message.witnesses, rows, strict=True)
    )
    return Readings(field=role, chosen=tuple(slots), reason=_why_people(slots, rows), copies=copies)


def _row(witness: Witness, role: _Role) -> tuple[tuple[Person, str], ...]:
    """Give the people of a copy with their nodes; a sender of whom nothing is printed is none."""
    if role == "from":
        return (witness.sender,) if witness.sender[0].raw else ()
    row: tuple[tuple[Person, str], ...] = getattr(witness, role)
    return row


def _why_people(slots: Sequence[Slot], rows: Sequence[Sequence[tuple[Person, str]]]) -> str:
    """Say how the people of the copies came together: each slot has what every copy shows there, and nothing is merged."""
    printed = [row for row in rows if row]
    if not printed:
        return "no copy prints any"
    if any(len(slot.nodes) > 1 for slot in slots):
        redacts = any(person.kind != "named" for row in printed for person, _ in row)
        return "a name in one copy, a mark in another; both are listed" if redacts else "the copies show different names; all are listed"
    if len({len(row) for row in printed}) > 1:
        return "the copy that lists most people"
    return _printed(len(printed), len(rows))
