"""Recognise the copies of one mail among all witnesses of a dossier.

In come drafts, out come groups of them, each one message.
What is hard: any part of a copy can be damaged or cut off, while two different mails of one exchange agree in almost everything.
So evidence is added up, field by field, in log-odds; candidates come from buckets (the minute, the subject with the time of day, shingles of the wording), never from all pairs;
and what two copies of one mail quote beneath is again one mail.
"""

from __future__ import annotations

import math
from collections import defaultdict, deque
from functools import lru_cache
from typing import TYPE_CHECKING

from attrs import field, frozen
from rapidfuzz import fuzz

from lvvthreads.header.fold import alikeness, words_only
from lvvthreads.header.reference import message_id
from lvvthreads.message.buckets import pairs
from lvvthreads.message.clocks import is_hours_apart
from lvvthreads.message.page import is_closing

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lvvthreads.header.block import HeaderBlock, Person, Sent
    from lvvthreads.message.buckets import Copy
    from lvvthreads.message.draft import Draft

#: Log-odds that two witnesses are copies, by what they share; set by hand on one release, checked on two others.
_SAME_MINUTE, _SAME_CLOCK, _OTHER_MINUTE, _OTHER_DIGIT = 6.0, 3.0, -5.0, -1.5
#: Whole hours lie between: a program quotes a time in the zone, or on the twelve-hour clock, of its own machine.
_OTHER_ZONE = -1.5
_SAME_SUBJECT, _OTHER_SUBJECT, _OTHER_PREFIX = 2.0, -4.0, -1.2
_SAME_LONG_BODY, _SAME_BODY, _LIKE_BODY, _OTHER_BODY, _OTHER_SHORT_BODY = 6.0, 4.0, 2.0, -4.5, -2.5
#: Wordings that differ while a passage of one is covered; the same, where what one shows stands in the other.
_COVERED_BODY, _UNCOVERED_BODY = -1.5, 4.0
_SAME_NAME, _OTHER_NAME = 1.0, -6.0
#: All that speaks for two copies beside their times and Message-IDs comes to no more.
_MOST_BESIDE_TIME = _SAME_SUBJECT + _SAME_NAME + _SAME_LONG_BODY
#: Units or domains of two senders: the same, one perhaps misread for the other, clearly two.
_SAME_PLACE, _MISREAD_PLACE, _LIKE_PLACE, _OTHER_PLACE = 0.5, 0.0, -1.5, -5.0
#: One copy shows a unit and the other a domain: mail programs print people differently, so only the wording can tell whether they are one.
_NOT_COMPARABLE = -1.5
#: From these shares of letters in common on, a unit or domain is surely, or can be, another misread.
_SURELY_MISREAD, _MISREAD = 0.85, 0.6
#: Both are quoted right beneath copies of one mail.
_BENEATH = 3.5
#: Both print a Message-ID: the same one, two.
_SAME_ID, _OTHER_ID = 12.0, -12.0
_ENOUGH = 4.5
#: From here on all but the time agrees.
_ALL_ELSE = 5.5
#: A time has no more digits than this.
_ALL_DIGITS = 12
#: So much of a text is compared line by line.
_LINES_OF = 1000
_LONG_BODY, _SHORT_BODY, _SHORTEST_BODY, _SHORTEST_PROBE, _COMPARED = 100, 25, 5, 20, 240
#: How alike, in hundredths, two long texts are that are one for all but certain.
_VERY_LIKE = 85
_CUTOFF = 76
#: How alike, in hundredths, two short texts are that may still be one.
_PARTLY = 45
#: What one copy shows stands in the other: lines of so many letters, so alike, so great a share of their letters, of so many at least.
_SHORT_LINE, _STANDS_IN, _MOST_OF_IT, _ENOUGH_SHOWN = 12, 80, 0.8, 40


@frozen(kw_only=True)
class SaidOfCopies:
    """What a person says of copies, by their indices."""

    #: Two that are one e-mail, two that are not, and two that are copies by their print, whatever a person says is printed wrong there.
    joined: tuple[tuple[int, int], ...] = ()
    parted: tuple[tuple[int, int], ...] = ()
    kept: tuple[tuple[int, int], ...] = ()
    #: What a person says of a copy, by field name; copies of which different things are said are of two e-mails.
    values: Mapping[int, Mapping[str, str]] = field(factory=dict)


NOTHING_SAID = SaidOfCopies()
#: A printout: its source and its id there.
_Place = tuple[str, str]
#: From this share of headers with damage on, print counts as damaged.
_MANY_DAMAGED = 0.2


def is_damaged(blocks: Sequence[HeaderBlock]) -> bool:
    """Say whether many headers are damaged, so that a digit of a time is more likely misread than clocks are to differ."""
    damaged = sum(any(defect.startswith(("label-damaged", "label-lost", "date-damaged")) for defect in block.defects) for block in blocks)
    return damaged >= _MANY_DAMAGED * len(blocks)


def collate(drafts: Sequence[Draft], sents: Sequence[Sent], *, damaged: bool = False, said: SaidOfCopies = NOTHING_SAID) -> list[list[int]]:
    """Return groups of indices into ``drafts``, each the copies of one message; ``sents`` are their settled times.

    In a ``damaged`` dossier a digit of a time that looks whole may be misread; in print that was read well it is another minute.
    ``said`` is what a person says of copies: it comes before all that they share or do not share.
    """
    groups = _Groups(drafts, sents, said)

    def of_times(a: int, b: int) -> float:
        return time_likeness(drafts[a], drafts[b], sents[a], sents[b], damaged=damaged, quoted=bool(drafts[a].depth or drafts[b].depth))

    timed = ((a, b, of_times(a, b)) for a, b in pairs(drafts, sents))
    scored = [(score, a, b) for a, b, time in timed if (score := likeness(drafts[a], drafts[b], time)) >= _ENOUGH]
    beneath = {(draft.source, draft.printout, draft.depth): i for i, draft in enumerate(drafts)}
    ranked = sorted(scored, key=lambda row: (-row[0], row[1], row[2]))
    sure = [(a, b, _ALL_DIGITS if _id(drafts[a], drafts[b]) > 0 else _digits_off(score, damaged=damaged)) for score, a, b in ranked]
    queue = deque([*((a, b, 1) for a, b in said.joined), *sure])
    seen: set[tuple[int, int]] = set()
    while queue:
        a, b, off = queue.popleft()
        zones = is_hours_apart(sents[a].pattern or "?", sents[b].pattern or "?")
        if not groups.join(a, b, off, zones=zones) and groups.find(a) != groups.find(b):
            continue
        below = _beneath(drafts[a], beneath), _beneath(drafts[b], beneath)
        if None in below or below in seen or below[0] == below[1]:
            continue
        seen.add(below)  # type: ignore[arg-type]
        c, d = below
        time = of_times(c, d)  # type: ignore[arg-type]
        if _told_by_more_than_place(drafts[c], drafts[d], time) + _BENEATH >= _ENOUGH:  # type: ignore[index]
            queue.append((c, d, 1))  # type: ignore[arg-type]
    return groups.all()


def _digits_off(score: float, *, damaged: bool) -> int:
    """Return in how many digits the times of two sets of copies may differ: where print is damaged and all else agrees, in two."""
    return 2 if damaged and score >= _ALL_ELSE else 1


def _told_by_more_than_place(a: Copy, b: Copy, time: float) -> float:
    """Return the likeness of two witnesses beneath copies of one mail: time or wording must agree, for one between them may not have been found."""
    if time <= 0 and _wording(a, b) <= 0:
        return -math.inf
    return likeness(a, b, time, least=_ENOUGH - _BENEATH)


def _beneath(draft: Draft, places: dict[tuple[str, str, int], int]) -> int | None:
    return places.get((draft.source, draft.printout, draft.depth + 1))


class _Groups:
    """Disjoint sets of witnesses.

    Two of one printout are never joined, for no mail quotes itself; nor are sets whose printed minutes differ in more digits than allowed,
    however well a copy without a date fits both; nor what a person says is apart.
    """

    def __init__(self, drafts: Sequence[Draft], sents: Sequence[Sent], said: SaidOfCopies) -> None:
        self._boss = list(range(len(drafts)))
        self._printouts = [{(draft.source, draft.printout)} for draft in drafts]
        self._minutes = [{sent.pattern} if sent.pattern and "?" not in sent.pattern else set() for sent in sents]
        self._parted = said.parted
        self._values = {i: dict(values) for i, values in said.values.items()}
        for a, b in said.joined:
            self._unite(*sorted((self.find(a), self.find(b))))
        for a, b in said.kept:
            c, d = sorted((self.find(a), self.find(b)))
            if not self._is_forbidden(c, d):
                self._unite(c, d)

    def find(self, i: int) -> int:
        while self._boss[i] != i:
            self._boss[i] = self._boss[self._boss[i]]
            i = self._boss[i]
        return i

    def join(self, a: int, b: int, off: int, *, zones: bool) -> bool:
        """Make one set of two, unless they cannot be one."""
        a, b = sorted((self.find(a), self.find(b)))
        if self._is_forbidden(a, b) or self._clash(a, b, off, zones=zones):
            return False
        self._unite(a, b)
        return True

    def _unite(self, a: int, b: int) -> None:
        """Join two sets; what a person says of one of them stands above its printed minutes."""
        if a == b:
            return
        self._boss[b] = a
        self._printouts[a], self._printouts[b] = _united(self._printouts[a], self._printouts[b]), set()
        self._minutes[a] |= self._minutes[b]
        if b in self._values:
            self._values[a] = {**self._values.pop(b), **self._values.get(a, {})}
        if said := self._values.get(a, {}).get("date"):
            self._minutes[a] = {said} if "?" not in said else set()

    def _is_forbidden(self, a: int, b: int) -> bool:
        """Say whether two sets are one already, or never can be."""
        if a == b or not self._printouts[a].isdisjoint(self._printouts[b]):
            return True
        if self._values and any(self._values.get(b, {}).get(name, value) != value for name, value in self._values.get(a, {}).items()):
            return True
        return any({self.find(c), self.find(d)} == {a, b} for c, d in self._parted)

    def _clash(self, a: int, b: int, off: int, *, zones: bool) -> bool:
        if self._minutes[a] & self._minutes[b]:
            return False  # a person may have joined what is printed with other minutes
        return any(_differing(p, q) > off and not (zones and is_hours_apart(p, q)) for p in self._minutes[a] for q in self._minutes[b])

    def all(self) -> list[list[int]]:
        groups: dict[int, list[int]] = defaultdict(list)
        for i in range(len(self._boss)):
            groups[self.find(i)].append(i)
        return list(groups.values())


def _united(a: set[_Place], b: set[_Place]) -> set[_Place]:
    """Return both sets in one, the smaller put into the larger: each member is moved a few times, however many copies a mail has."""
    small, large = sorted((a, b), key=len)
    large |= small
    return large


def likeness(a: Copy, b: Copy, time: float, *, least: float = _ENOUGH) -> float:
    """Return the log-odds that two witnesses are copies of one mail; what stays under ``least`` whatever the wording says is not weighed to the end.

    ``time`` are those that their times give.
    """
    time += _id(a, b)
    if time + _MOST_BESIDE_TIME < least:
        return time + _MOST_BESIDE_TIME
    score = time + _subject(a, b) + _sender(a.block.sender, b.block.sender)
    if score + _SAME_LONG_BODY < least:
        return score
    return score + _wording(a, b)


def _id(a: Copy, b: Copy) -> float:
    p, q = message_id(a.block), message_id(b.block)
    return 0.0 if p is None or q is None else _SAME_ID if p == q else _OTHER_ID


def time_likeness(a: Copy, b: Copy, sent_a: Sent, sent_b: Sent, *, damaged: bool = False, quoted: bool = False) -> float:
    """Return the log-odds that two witnesses are copies by their times alone; one that is ``quoted`` can show the clock of another zone."""
    p, q = sent_a.pattern or "", sent_b.pattern or ""
    if not p or not q:
        return 0.0
    if "?" not in p and "?" not in q:
        if p == q:
            return _SAME_MINUTE
        if quoted and is_hours_apart(p, q):
            return _OTHER_ZONE
        both = not damaged and a.date.exact is not None and b.date.exact is not None
        return _OTHER_MINUTE if both else max(_OTHER_MINUTE, _OTHER_DIGIT * _differing(p, q))
    differing = _differing(p, q)
    if differing:
        return _OTHER_DIGIT * differing
    same_clock = "?" not in p[11:] and p[11:] == q[11:]
    return _SAME_CLOCK if same_clock else 0.5


def _differing(p: str, q: str) -> int:
    return 0 if p == q else sum(1 for x, y in zip(p, q, strict=True) if x != y and x != "?" != y)


def _subject(a: Copy, b: Copy) -> float:
    s, t = a.block.subject, b.block.subject
    if s is None or t is None or not s.clean or not t.clean:
        return 0.0
    alike = alikeness(s.clean, t.clean)
    score = _SAME_SUBJECT if alike >= 0.8 else 0.5 if alike >= 0.6 else _OTHER_SUBJECT
    return score + (_OTHER_PREFIX if s.prefixes[:1] != t.prefixes[:1] else 0.0)


def _sender(a: Person | None, b: Person | None) -> float:
    """Weigh two senders: they can be one only if nothing that both show contradicts."""
    if a is None or b is None:
        return 0.0
    if a.name and b.name:
        return _SAME_NAME if alikeness(a.name, b.name) > 0.7 or _same_words(a.name, b.name) else _OTHER_NAME
    if a.unit and b.unit:
        return _place(a.unit, b.unit)
    if a.domain and b.domain:
        return _place(a.domain, b.domain)
    return _NOT_COMPARABLE if (a.unit and b.domain) or (a.domain and b.unit) else 0.0


def _place(a: str, b: str) -> float:
    """Weigh two units, or two domains."""
    if a == b:
        return _SAME_PLACE
    alike = alikeness(a, b)
    return _MISREAD_PLACE if alike >= _SURELY_MISREAD else _LIKE_PLACE if alike >= _MISREAD else _OTHER_PLACE


def _same_words(a: str, b: str) -> bool:
    """Say whether two names are one turned round ("Jansen, Piet" and "Piet Jansen")."""
    return fuzz.token_sort_ratio(a.replace(",", " "), b.replace(",", " ")) > 85


def _wording(a: Copy, b: Copy) -> float:
    """Weigh the wording of two witnesses; where a passage is covered in one copy, what stands there in the other is no contradiction."""
    score = _body(a.key, b.key)
    if score >= _SAME_BODY or not (a.covered or b.covered):
        return score
    return max(score, _UNCOVERED_BODY if _shows_part_of(a, b) or _shows_part_of(b, a) else _COVERED_BODY)


def _shows_part_of(a: Copy, b: Copy) -> bool:
    """Say whether what the censor left of one copy stands in the other."""
    if not a.covered:
        return False
    shown = _shown(a.words[:_LINES_OF])
    whole = sum(map(len, shown))
    least = max(_ENOUGH_SHOWN, _MOST_OF_IT * whole)
    for key in shown:
        if whole < least:
            return False  # too much of it was not found
        if not fuzz.partial_ratio(key, b.key, score_cutoff=_STANDS_IN):
            whole -= len(key)
    return whole >= least


@lru_cache(maxsize=4096)
def _shown(words: str) -> tuple[str, ...]:
    """Return the lines of a covered mail that are compared, as copies compare; the longest first, for they decide soonest."""
    keys = (words_only(line) for line in words.split("\n") if not is_closing(line))
    return tuple(sorted((key for key in keys if len(key) >= _SHORT_LINE), key=len, reverse=True))


def _body(a: str, b: str) -> float:
    n = min(len(a), len(b), _COMPARED)
    if n == 0:
        return 0.0
    alike = fuzz.ratio(a[:n], b[:n])
    if alike < 60 and n >= _SHORT_BODY:  # the beginning of one may be cut off: does the middle of one stand in the other?
        alike = max(alike, _shifted(a[:n], b[: 2 * _COMPARED]) - 10, _shifted(b[:n], a[: 2 * _COMPARED]) - 10)
    if alike >= _VERY_LIKE and n >= _LONG_BODY:
        return _SAME_LONG_BODY
    if alike >= 78:
        return _SAME_BODY if n >= _SHORT_BODY else 1.0
    if alike >= 60:
        return _LIKE_BODY if n >= _SHORT_BODY else 0.0
    if n >= _SHORT_BODY:
        return _OTHER_BODY
    if alike >= _PARTLY or n < _SHORTEST_BODY:
        return 0.0
    return _OTHER_BODY if max(len(a), len(b)) >= _SHORT_BODY else _OTHER_SHORT_BODY


def _shifted(stretch: str, other: str) -> float:
    """Say how well the middle half of a stretch stands anywhere in another text; its ends may be a salutation or a closing, which all mails share."""
    middle = stretch[len(stretch) // 4 : -(len(stretch) // 4)]
    return fuzz.partial_ratio(middle, other, score_cutoff=_CUTOFF) if len(middle) >= _SHORTEST_PROBE else 0.0
