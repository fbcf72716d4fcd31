"""Read header blocks in which nothing is damaged, without any search.

Most blocks of a good scan are of this kind: each label spelled right and with its colon, a date that agrees with its weekday, nothing between the fields but the rest of their values.
What this finds the search of :mod:`decode` would find too (a test holds that), at many times the cost; everything doubtful is left to it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from lvvthreads.header.date import read_date
from lvvthreads.header.fold import plain
from lvvthreads.header.label import label_matches
from lvvthreads.header.language import BASE, Languages, field_of, printed_labels
from lvvthreads.header.offer import PEOPLE, continuation
from lvvthreads.header.rawblock import FieldLines, RawBlock

if TYPE_CHECKING:
    from collections.abc import Sequence

#: Such a line right behind a header may be one more of its fields.
_PERHAPS_LABEL = re.compile(r"\W{0,3}\w[\w ]{0,14}[:;]")
#: A line that continues the subject with less than these log-odds is body.
_HARDLY = -3.0
_LONGEST, _BLANKS = 40, 3
#: What a clean block scores: more than any damaged one.
_SCORE = 30.0
_NEEDED = frozenset(("from", "sent", "to", "subject"))


@lru_cache(maxsize=64)
def _labelled(languages: Languages) -> re.Pattern[str]:
    """Return the pattern of a line with a label of these languages."""
    labels = "|".join(map(re.escape, printed_labels(languages)))
    return re.compile(rf"[ \t\f>*]{{0,60}}({labels})[*]{{0,2}}[ \t]?:[*]{{0,2}}[ \t]*[*]{{0,2}}[ \t]*(.*)$", re.IGNORECASE)


@lru_cache(maxsize=64)
def _opens(languages: Languages) -> re.Pattern[str]:
    """Return the pattern of a line with the label of a sender, with which most mail programs begin."""
    spoken = field_of(languages)
    labels = "|".join(re.escape(label) for label in printed_labels(languages) if spoken[plain(label)] == "from")
    return re.compile(rf"[ \t\f>*]{{0,60}}(?:{labels})[*]{{0,2}}[ \t]?:", re.IGNORECASE)


def clean_blocks(lines: Sequence[str], languages: Languages = BASE) -> list[RawBlock]:
    """Return the undamaged header blocks in the lines of a document, in order."""
    blocks: list[RawBlock] = []
    opens = _opens(languages)
    i = 0
    while i < len(lines):
        block = _block(lines, i, languages) if ":" in lines[i] and opens.match(lines[i]) else None
        if block is not None:
            blocks.append(block)
            i = block.lines[-1]  # the index behind its last line
        else:
            i += 1
    return blocks


def _block(lines: Sequence[str], first: int, languages: Languages) -> RawBlock | None:
    """Read the block that opens on this line; None if anything about it is doubtful."""
    fields: list[tuple[str, str, list[tuple[int, str]]]] = []
    seen: set[str] = set()
    labelled, fields_of = _labelled(languages), field_of(languages)
    blanks = 0
    before = ""
    for i in range(first, min(first + _LONGEST, len(lines))):
        text = lines[i].strip()
        if not text.strip("> "):
            blanks += 1
            if blanks > _BLANKS:
                break
            continue
        match = labelled.match(lines[i])
        if match:
            name = fields_of[plain(match[1])]
            if name in seen and name != "other":
                break
            seen.add(name)
            fields.append((name, match[1], [(i + 1, match[2].strip())]))
        elif fields and fields[-1][0] == "other" and not blanks and continuation("other", text, before, blanks, languages) > 0:
            fields[-1][2].append((i + 1, text))
        elif "subject" in seen and fields[-1][0] in {"subject", "other"}:
            if _goes_on(before, text, blanks, languages):
                return None
            break
        elif not fields or not _is_more(fields[-1][0], text, before, blanks, languages):
            return None
        else:
            fields[-1][2].append((i + 1, text))
        before, blanks = text, 0
    return _made(fields, languages) if seen >= _NEEDED else None


def _goes_on(subject: str, text: str, blanks: int, languages: Languages) -> bool:
    """Say whether the line behind a subject may still be of the header."""
    return _perhaps_label(text, languages) or continuation("subject", text, subject, blanks, languages) > _HARDLY


def _perhaps_label(text: str, languages: Languages) -> bool:
    return _PERHAPS_LABEL.match(text) is not None and any(match.score > 1.0 for match in label_matches(text, languages))


def _is_more(name: str, text: str, before: str, blanks: int, languages: Languages) -> bool:
    return (
        name in PEOPLE | {"attachments"} and not _perhaps_label(text, languages) and continuation(name, text, before, blanks, languages) > 0
    )


def _made(fields: Sequence[tuple[str, str, list[tuple[int, str]]]], languages: Languages) -> RawBlock | None:
    """Make the block if its date is undamaged and its subject is there."""
    values = {name: parts[0][1] for name, _, parts in fields}
    date = read_date(values["sent"], languages)
    if not values["subject"] or date.exact is None or "?" in date.time:
        return None
    return RawBlock(
        fields=tuple(FieldLines(field=name, label=label, exact=True, parts=tuple(parts), score=8.0) for name, label, parts in fields),
        score=_SCORE,
    )
