"""Cut the header blocks of a document into printouts: one mail printed, with all it quotes beneath.

In come the blocks of a document in order; out comes for each whether it is the top of a printout.
What is hard: nothing marks the top for certain, and a wrong cut or a missed one links mails that have nothing to do with each other.
So several cues vote: the page's head, what stands above the header, the time (a quoted mail is not later than the mail that quotes it), the subject, what mail programs print only at the top.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from attrs import frozen

from lvvthreads.header.fold import alikeness, fold
from lvvthreads.header.sent import moments
from lvvthreads.message.page import is_furniture, is_owner, is_remains, is_separator, stamp

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from lvvthreads.header.block import HeaderBlock, Sent

#: Log-odds that a block is a top, by what is seen; set by hand on one release, checked on two others.
_AT_HEAD, _NOT_AT_HEAD, _PAGES_UNKNOWN = 0.0, -5.0, -2.0
_STAMPED, _OWNED, _SEPARATED = 4.0, 2.5, -7.0
_LATER, _EARLIER = 5.0, -2.5
_OTHER_SUBJECT, _SAME_SUBJECT = 2.0, -1.5
_ATTACHMENTS, _COLUMNS, _ADDRESSES, _ATTRIBUTION = 1.5, 2.5, -1.5, -20.0
#: The mail above has no prefix, as one that quotes would.
_UNPREFIXED = 1.5
#: The block's fields are in the order that the document prints, or quotes, its mails in.
_PRINTED, _QUOTED = 6.0, -2.0
#: When an order is the printing one: so many blocks of each, this share at the head of a page, the other order's share no more than that.
_ENOUGH_OF_STYLE, _NEARLY_ALWAYS, _OFTEN_NOT = 4, 0.9, 0.6
#: A name, the given one first.
_FULL_NAME = re.compile(r"[A-Z][\w'’-]+(?: (?:[a-z]{2,4} ){0,2}[A-Z][\w'’-]+){1,2}")
#: How many lines above a header are compared with those above others.
_NEAR = 6
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


def tops(
    lines: Sequence[str], pages: Sequence[int], blocks: Sequence[HeaderBlock], apart: Iterable[tuple[int, int]] = ()
) -> list[tuple[HeaderBlock, Above]]:
    """Return the blocks at the top of a printout, with what stands above each, in order.

    ``apart`` are indices of blocks that are copies of one mail: between the two another printout begins, at the block that looks most like a top.
    """
    if not blocks:
        return []
    paged = pages[-1] > 1
    recurring = _recurring(lines, blocks)
    overs = [
        above(lines, pages, block, floor=before, recurring=recurring)
        for before, block in zip([0, *(b.last_line for b in blocks)], blocks, strict=False)
    ]
    printing = [_printing_style(blocks, overs, style) for style in _STYLES] if paged else []
    scores = [1.0]
    for (before, block), over in zip(pairwise(blocks), overs[1:], strict=True):
        votes = [_by_style(style(block), over, usual) for style, usual in zip(_STYLES, printing, strict=False)]
        scores.append(_score(before, block, over, paged=paged) + max(votes, key=abs, default=0.0))
    found = {at for at, score in enumerate(scores) if score > 0}
    for first, second in sorted(apart, key=lambda pair: (pair[1] - pair[0], pair)):
        between = [at for at in range(first + 1, second + 1) if blocks[at].form != "attribution"]
        if between and found.isdisjoint(range(first + 1, second + 1)):
            found.add(max(between, key=lambda at: (scores[at], -at)))
    return [(blocks[at], overs[at]) for at in sorted(found)]


def _recurring(lines: Sequence[str], blocks: Sequence[HeaderBlock]) -> frozenset[str]:
    """Return the lines that stand right above several headers: the owner of a mailbox is printed above each mail of it."""
    counts: Counter[str] = Counter()
    for block in blocks:
        near = [text for i in range(max(0, block.first_line - _NEAR - 1), block.first_line - 1) if (text := lines[i].strip())]
        counts.update(set(near))
    return frozenset(text for text, count in counts.items() if count > 1)


def _order(block: HeaderBlock) -> str:
    """Name the order of a header's fields: programs print a mail with its subject before its date, and quote it with the date first, or the other way."""
    names = [part.name for part in block.fields]
    if "sent" not in names or "subject" not in names:
        return ""
    return "date last" if names.index("subject") < names.index("sent") else "date first"


def _date_label(block: HeaderBlock) -> str:
    """Name the label of a header's date: a program that prints "Datum" on top prints "Verzonden" over what is quoted."""
    label = next((part.label for part in block.fields if part.name == "sent" and part.label), None)
    folded = fold(label or "")
    return next((meant for meant in _DATE_LABELS if folded == fold(meant)), "")


#: Two ways to tell the headers that a program prints on top from those that it quotes.
_STYLES = (_order, _date_label)
_DATE_LABELS = ("datum", "date", "verzonden", "sent")


def _printing_style(blocks: Sequence[HeaderBlock], overs: Sequence[Above], style_of: Callable[[HeaderBlock], str]) -> str | None:
    """Return the style that hardly ever stands elsewhere than at a page's head, where another one does; None if there is no such style."""
    heads: dict[str, list[bool]] = defaultdict(list)
    for block, over in zip(blocks, overs, strict=True):
        heads[style_of(block)].append(over.at_head)
    shares = {style: sum(at) / len(at) for style, at in heads.items() if style and len(at) >= _ENOUGH_OF_STYLE}
    if len(shares) < 2:
        return None
    best = max(shares, key=shares.__getitem__)
    return best if shares[best] >= _NEARLY_ALWAYS and min(shares.values()) <= _OFTEN_NOT else None


def _by_style(style: str, over: Above, printing: str | None) -> float:
    if printing is None or not style:
        return 0.0
    return (_PRINTED if over.at_head else 0.0) if style == printing else _QUOTED


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
    if alikeness(a.clean, b.clean) > 0.7:
        return _SAME_SUBJECT
    return _OTHER_SUBJECT if a.prefixes else _OTHER_SUBJECT + _UNPREFIXED


def above(
    lines: Sequence[str], pages: Sequence[int], block: HeaderBlock, *, floor: int = 0, recurring: frozenset[str] = frozenset()
) -> Above:
    """Look at the lines above a header until text that is neither stamp nor owner line nor furniture.

    ``floor`` is the last line of the header before it: what stands there is no page's head; ``recurring`` are lines that stand above several headers.
    """
    number, owned, separated = None, False, False
    at = block.first_line - 1  # 0-based index of the header's first line
    first = at
    page = pages[at]
    seen = 0
    unknown: int | None = None
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
        owner = is_owner(text) or text in recurring
        if unknown is None and not owner and _FULL_NAME.fullmatch(text):
            unknown = i  # the owner, if the number is stamped above; else the end of a signature
            continue
        if seen > _ABOVE or not (owner or is_furniture(text) or is_remains(text)):
            at_head = False
            break
        if stamp(text):
            number = stamp(text)
        elif owner:
            owned = True
        first = i
    if unknown is not None and not number:
        at_head = False
    elif unknown is not None:
        owned = True
    if not at_head and not number:
        first, owned = at, False  # what stands above belongs to the text before it
    return Above(first_line=first + 1, at_head=at_head, owned=owned and at_head, number=number, separated=separated)
