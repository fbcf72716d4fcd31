"""Read which e-mail a header is of and which it answers, where Message-IDs are printed: exports of mailboxes and e-discovery covers have them.

In comes a header block; out come identifiers as RFC 5322 (3.6.4) has them, without their brackets.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lvvthreads.header.block import HeaderBlock

_ID = re.compile(r"<?\s{0,2}([^\s<>@,;]{1,200}@[^\s<>@,;]{1,200})\s{0,2}>?")
#: Both may be there; the one answered is named last.
_ANSWERED = ("references", "inreplyto")


def message_id(block: HeaderBlock) -> str | None:
    """Return the identifier that is printed as the header's own; None if none is."""
    return next(iter(_ids(block, "messageid")), None)


def references(block: HeaderBlock) -> tuple[str, ...]:
    """Return the identifiers that the header names, the oldest first and what it answers last."""
    return tuple(id_ for name in _ANSWERED for id_ in _ids(block, name))


def _ids(block: HeaderBlock, name: str) -> list[str]:
    return [
        id_
        for part in block.fields
        if part.name == "other" and part.label and "".join(filter(str.isalpha, part.label.lower())) == name
        for id_ in _ID.findall(part.raw)
    ]
