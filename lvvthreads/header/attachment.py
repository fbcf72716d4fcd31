"""Read the names in an attachments field: apart by semicolons, or by line ends behind a file's extension."""

from __future__ import annotations

import re

from lvvthreads.header.block import Attachment

_EXTENSION = re.compile(r"[.,]?\s?(docx?|pdf|xlsx?|pptx?|msg|jpe?g|png|gif|zip|txt|rtf|odt|tiff?|csv|eml|ics|html?)\s*$", re.IGNORECASE)
_EDGES = " \t_|*<>«»\"'‘’“”"


def read_attachments(text: str) -> tuple[Attachment, ...]:
    r"""Read the attachment names of a field, its lines joined by newlines.

    >>> [a.name for a in read_attachments("Nota versie 2.docx; lijst van\nzaken.xlsx")]
    ['Nota versie 2.docx', 'lijst van zaken.xlsx']
    """
    names: list[str] = []
    for piece in text.split(";"):
        held = ""
        for line in piece.split("\n"):
            held = f"{held} {line.strip()}".strip()
            if _EXTENSION.search(held):
                names.append(held)
                held = ""
        if held:
            names.append(held)
    return tuple(Attachment(name=name, raw=raw) for raw in names if (name := _tidy(raw)))


def _tidy(raw: str) -> str:
    name = raw.strip(_EDGES)
    match = _EXTENSION.search(name)
    if match and name[match.start()] != ".":
        name = f"{name[: match.start()].rstrip()}.{match[1]}"  # the stop before the extension is what OCR loses first
    return name if any(c.isalnum() for c in name) else ""
