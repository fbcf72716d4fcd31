"""Read header blocks in which nothing is damaged, without any search.

Most blocks of a good scan are of this kind: each label spelled right and with its colon, a date that agrees with its weekday, nothing between the fields but the rest of their values.
What this finds the search of :mod:`decode` would find too (a test holds that), at many times the cost; everything doubtful is left to it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lvvthreads.header.date import read_date
from lvvthreads.header.label import FIELD_OF, label_matches
from lvvthreads.header.offer import PEOPLE, continuation
from lvvthreads.header.rawblock import FieldLines, RawBlock

if TYPE_CHECKING:
    from collections.abc import Sequence

_LABELS = "|".join(re.escape(label) for label in sorted(FIELD_OF, key=len, reverse=True))
_LABELLED = re.compile(rf"[ \t\f>*]{{0,60}}({_LABELS})[*]?[ \t]?:[*]?[ \t]*(.*)$", re.IGNORECASE)
_OPENS = re.compile(r"[ \t\f>*]{0,60}(?:van|from)[*]?[ \t]?:", re.IGNORECASE)
#: Such a line right behind a header may be one more of its fields.
_PERHAPS_LABEL = re.compile(r"\W{0,3}\w[\w ]{0,14}[:;]")
#: A line that continues the subject with less than these log-odds is body.
_HARDLY = -3.0
_LONGEST, _BLANKS = 40, 3
#: What a clean block scores: more than any damaged one.
_SCORE = 30.0
_NEEDED = frozenset(("from", "sent", "to", "subject"))


def clean_blocks(lines: Sequence[str]) -> list[RawBlock]:
    """Return the undamaged header blocks in the lines of a document, in order."""
    blocks: list[RawBlock] = []
    i = 0
    while i < len(lines):
        block = _block(lines, i) if ":" in lines[i] and _OPENS.match(lines[i]) else None
        if block is not None:
            blocks.append(block)
            i = block.lines[-1]  # the index behind its last line
        else:
            i += 1
    return blocks


def _block(lines: Sequence[str], first: int) -> RawBlock | None:
    """Read the block that opens on this line; None if anything about it is doubtful."""
    fields: list[tuple[str, str, list[tuple[int, str]]]] = []
    seen: set[str] = set()
    blanks = 0
    before = ""
    for i in range(first, min(first + _LONGEST, len(lines))):
        text = lines[i].strip()
        if not text.strip("> "):
            blanks += 1
            if blanks > _BLANKS:
                break
            continue
        match = _LABELLED.match(lines[i])
        if match:
            name = FIELD_OF[match[1].lower()]
            if name in seen:
                break
            seen.add(name)
            fields.append((name, match[1], [(i + 1, match[2].strip())]))
        elif "subject" in seen and fields[-1][0] in {"subject", "other"}:
            if _goes_on(before, text, blanks):
                return None
            break
        elif not fields or not _is_more(fields[-1][0], text, before, blanks):
            return None
        else:
            fields[-1][2].append((i + 1, text))
        before, blanks = text, 0
    return _made(fields) if seen >= _NEEDED else None


def _goes_on(subject: str, text: str, blanks: int) -> bool:
    """Say whether the line behind a subject may still be of the header."""
    return _perhaps_label(text) or continuation("subject", text, subject, blanks) > _HARDLY


def _perhaps_label(text: str) -> bool:
    return _PERHAPS_LABEL.match(text) is not None and any(match.score > 1.0 for match in label_matches(text))


def _is_more(name: str, text: str, before: str, blanks: int) -> bool:
    return name in PEOPLE | {"attachments"} and not _perhaps_label(text) and continuation(name, text, before, blanks) > 0


def _made(fields: Sequence[tuple[str, str, list[tuple[int, str]]]]) -> RawBlock | None:
    """Make the block if its date is undamaged and its subject is there."""
    values = {name: parts[0][1] for name, _, parts in fields}
    date = read_date(values["sent"])
    if not values["subject"] or date.exact is None or "?" in date.time:
        return None
    return RawBlock(
        fields=tuple(FieldLines(field=name, label=label, exact=True, parts=tuple(parts), score=8.0) for name, label, parts in fields),
        score=_SCORE,
    )
