"""What the parser saw: every header of the dossier in the order of its source, field by field, as found and as read.

This is where one looks when a sender or a date came out wrong.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lvvthreads.view.harmless import harmless
from lvvthreads.view.wording import certainty, count, person, span, when

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lvvthreads.header.block import Field, HeaderBlock
    from lvvthreads.message.message import Witness
    from lvvthreads.thread.correspondence import Correspondence

#: The longest field name that is common, so that the columns stand under each other.
_NAME_WIDTH = 11


def headers(correspondence: Correspondence) -> str:
    """List every header block with its form, its lines, its fields and its defects."""
    found: dict[str, list[Witness]] = {source.id: [] for source in correspondence.sources}
    for witness in (witness for message in correspondence.messages for witness in message.witnesses):
        found[witness.source].append(witness)
    parts = []
    for source in correspondence.sources:
        listed = sorted(found[source.id], key=lambda witness: witness.block.first_line)
        parts += [f"{harmless(source.name)}: {count(len(listed), 'header')}", *("\n".join(_lines(each)) for each in listed)]
    return "\n\n".join(parts) + "\n" if parts else ""


def field_lines(block: HeaderBlock) -> Iterator[str]:
    """Yield a line for each field: where it stands, label and value as found, the reading, the confidence."""
    for field in block.fields:
        found = " ".join(part for part in (f"{field.label}:" if field.label is not None else "(no label)", field.raw) if part)
        reading = f"  =  {read}" if (read := _reading(field, block)) else ""
        yield f"{harmless(field.name):<{_NAME_WIDTH}} {field.line:>5}  {harmless(found)}{reading}  ({certainty(field.confidence)})"


def defect_line(witness: Witness) -> str | None:
    """Name the defects of a header and of its copy, or return None."""
    defects = dict.fromkeys([*witness.block.defects, *witness.defects])
    return f"defects: {', '.join(map(harmless, defects))}" if defects else None


def _lines(witness: Witness) -> Iterator[str]:
    block = witness.block
    lines = span(block.first_line, block.last_line)
    depth = "on top" if witness.depth == 0 else f"depth {witness.depth}"
    yield f"{lines}  {harmless(block.form)}, page {witness.page}, printout {harmless(witness.printout)}, {depth} ({certainty(block.confidence)})"
    yield from (f"  {line}" for line in field_lines(block))
    if defects := defect_line(witness):
        yield f"  {defects}"


def _reading(field: Field, block: HeaderBlock) -> str:
    """Write what the value was read as; empty for fields that are only kept."""
    people = {"from": (block.sender,) if block.sender else (), "to": block.to, "cc": block.cc, "bcc": block.bcc}
    if field.name in people:
        return "; ".join(map(person, people[field.name])) or "nobody"
    if field.name == "sent":
        return when(block.sent)
    if field.name == "subject" and block.subject:
        return harmless(" | ".join([*block.subject.prefixes, block.subject.clean]))
    if field.name == "attachments":
        return harmless("; ".join(attachment.name for attachment in block.attachments))
    return ""
