"""Cut the header blocks of a document into printouts: one mail printed, with all it quotes beneath.

In come the blocks of a document in order; out comes for each whether it is the top of a printout.
What is hard: nothing marks the top for certain, and a wrong cut or a missed one links mails that have nothing to do with each other.
So several cues vote: the page's head, what stands above the header, the time (a quoted mail is not later than the mail that quotes it), the subject, what mail programs print only at the top.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from attrs import frozen

from lvvthreads.header.block import HeaderBlock, Sent
from lvvthreads.header.fold import alikeness
from lvvthreads.header.sent import moments
from lvvthreads.message.page import is_furniture, is_owner, is_separator, stamp

#: Log-odds that a block is a top, by what is seen; set by hand on one release, checked on two others.
_AT_HEAD, _NOT_AT_HEAD, _PAGES_UNKNOWN = 0.0, -5.0, -2.0
_STAMPED, _OWNED, _SEPARATED = 4.0, 2.5, -7.0
_LATER, _EARLIER = 5.0, -2.5
_OTHER_SUBJECT, _SAME_SUBJECT = 2.0, -1.5
_ATTACHMENTS, _COLUMNS, _ADDRESSES, _ATTRIBUTION = 1.5, 2.5, -1.5, -20.0
#: How many lines above a header can name the owner or carry the stamp.
_ABOVE = 8


@frozen(kw_only=True)
class Above:
    """What stands above a header, up to the page's head or the next text."""

    #: The number of the first line of it.
    first_line: int
    at_head: bool
    owned: bool
    number: str | None
    separated: bool


def tops(lines: Sequence[str], pages: Sequence[int], blocks: Sequence[HeaderBlock]) -> list[tuple[HeaderBlock, Above]]:
    """Return the blocks at the top of a printout, with what stands above each, in order."""
    if not blocks:
        return []
    paged = pages[-1] > 1
    found = [(blocks[0], above(lines, pages, blocks[0]))]
    for before, block in pairwise(blocks):
        over = above(lines, pages, block, floor=before.last_line)
        if _score(before, block, over, paged=paged) > 0:
            found.append((block, over))
    return found


def _score(before: HeaderBlock, block: HeaderBlock, over: Above, *, paged: bool) -> float:
    score = _AT_HEAD if over.at_head else _NOT_AT_HEAD if paged else _PAGES_UNKNOWN
    if block.form == "attribution":
        score += _ATTRIBUTION
    score += _SEPARATED if over.separated else 0.0
    score += _STAMPED if over.number else _OWNED if over.owned else 0.0
    score += _time(before.sent, block.sent) + _subject(before, block)
    score += _ATTACHMENTS if block.attachments else 0.0
    score += _COLUMNS if block.form == "columns" else 0.0
    people = (*((block.sender,) if block.sender else ()), *block.to)
    score += _ADDRESSES if any(person.domain for person in people) else 0.0
    return score


def _time(before: Sent, here: Sent) -> float:
    (first_before, last_before), (first, last) = moments(before), moments(here)
    if first and last_before and first > last_before:
        return _LATER
    if last and first_before and last < first_before:
        return _EARLIER
    return 0.0


def _subject(before: HeaderBlock, here: HeaderBlock) -> float:
    a, b = before.subject, here.subject
    if a is None or b is None or not a.clean or not b.clean:
        return 0.0
    return _SAME_SUBJECT if alikeness(a.clean, b.clean) > 0.7 else _OTHER_SUBJECT


def above(lines: Sequence[str], pages: Sequence[int], block: HeaderBlock, *, floor: int = 0) -> Above:
    """Look at the lines above a header until text that is neither stamp nor owner line nor furniture.

    ``floor`` is the last line of the header before it: what stands there is no page's head.
    """
    number, owned, separated = None, False, False
    at = block.first_line - 1  # 0-based index of the header's first line
    first = at
    page = pages[at]
    seen = 0
    at_head = True
    for i in range(at - 1, -1, -1):
        if pages[i] != page:
            break
        if i < floor:
            at_head = False
            break
        text = lines[i].strip()
        if not text:
            continue
        seen += 1
        if seen == 1 and is_separator(text):
            separated = True
        if seen > _ABOVE or not (is_furniture(text) or is_owner(text)):
            at_head = False
            break
        if stamp(text):
            number = stamp(text)
        elif not is_furniture(text):
            owned = True
        first = i
    if not at_head and not number:
        first, owned = at, False  # what stands above belongs to the text before it
    return Above(first_line=first + 1, at_head=at_head, owned=owned and at_head, number=number, separated=separated)
