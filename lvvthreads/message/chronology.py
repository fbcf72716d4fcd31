"""Use the order of things to settle damaged dates: a quoted mail is not later than the mail that quotes it, and printouts may lie in order of time.

In come pairs (earlier, later) and what is known of each; out come bounds for each.
Bounds travel along the pairs until nothing changes, a fixed number of rounds at most.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, TypeVar

from attrs import evolve, frozen

from lvvthreads.header.sent import Bounds, moments

if TYPE_CHECKING:
    from lvvthreads.header.block import Sent

Key = TypeVar("Key", bound=Hashable)

_ROUNDS = 4
#: A year is usual from this share on of the most frequent year of which it can be a misreading, and from so small a share of all dates:
#: a share of all alone would take the years of an archive of decades for misread.
_USUAL_YEAR, _RARE_YEAR = 0.06, 0.002
#: Fewer dates than this tell nothing of the years of a dossier.
_FEW_DATES = 5
#: Printouts are taken to lie in order of time when this share of neighbours does, of at least so many.
_ORDERED, _LEAST = 0.85, 4
#: Clocks of mail servers differ; a time zone is an hour or more, but that is not believed for damaged dates.
_SLACK = dt.timedelta(minutes=2)

Period = tuple[dt.date, dt.date]


@frozen(kw_only=True)
class Calendar:
    """What is known of a dossier's dates as a whole."""

    #: The period of the request, if one was given.
    period: Period | None = None
    #: The years that many of its dates are of.
    years: tuple[int, ...] = ()
    #: True where many headers are damaged, so that a digit of a time is more likely misread than clocks are to differ.
    damaged: bool = False

    @property
    def bounds(self) -> Bounds:
        """The bounds of a mail of which nothing more is known."""
        return Bounds(period=self.period, years=self.years)


def usual_years(years: Iterable[str]) -> tuple[int, ...]:
    """Return the years that many printed dates are of: misread ones are spread, and rarer than the year they were misread from."""
    counts = Counter(year for year in years if year.isascii() and year.isdigit())
    if counts.total() < _FEW_DATES:
        return ()
    rare = max(2.0, _RARE_YEAR * counts.total())
    return tuple(
        sorted(
            int(year)
            for year, count in counts.items()
            if count >= rare and count >= _USUAL_YEAR * max(counts[other] for other in (year, *_a_digit_off(year)))
        )
    )


def _a_digit_off(year: str) -> Iterator[str]:
    return (f"{year[:at]}{digit}{year[at + 1 :]}" for at in range(len(year)) for digit in "0123456789")


def settle_in_order(
    pairs: Sequence[tuple[Key, Key]],
    sents: Mapping[Key, Sent],
    again: Callable[[Key, Bounds], Sent],
    calendar: Calendar,
    *,
    close: Collection[tuple[Key, Key]] = (),
) -> dict[Key, Sent]:
    """Settle every date again within the bounds its neighbours give, until nothing changes.

    ``pairs`` are (earlier, later), ``close`` those of them that are a mail and its answer; ``again`` settles one key's date within bounds.
    What a person says stays as it is.
    """
    settled = dict(sents)
    before, after, answers = _neighbours(pairs), _neighbours((b, a) for a, b in pairs), _neighbours([*close, *((b, a) for a, b in close)])
    # a time that stands whole in the print is not moved by its neighbours, unless they contradict it in a damaged dossier
    doubtful = _contradicted(pairs, settled) if calendar.damaged else set()
    open_keys = [
        key
        for key in settled
        if (key in before or key in after) and (not is_whole(settled[key]) or key in doubtful) and not is_said(settled[key])
    ]
    movable = frozenset(open_keys)
    waiting = set(open_keys)  # those whose neighbours have changed
    for _ in range(_ROUNDS):
        for key in (*open_keys, *reversed(open_keys)):
            if key not in waiting:
                continue
            waiting.discard(key)
            bounds = evolve(
                calendar.bounds,
                earliest=_latest_start(settled[k] for k in before.get(key, ()) if k not in doubtful),
                latest=_earliest_end(settled[k] for k in after.get(key, ()) if k not in doubtful),
                near=_moments_of(settled[k] for k in answers.get(key, ())),
                doubtful_clock=key in doubtful,
            )
            new = again(key, bounds)
            if new != settled[key]:
                settled[key] = new
                waiting.update(k for k in (*before.get(key, ()), *after.get(key, ())) if k in movable)
        if not waiting:
            break
    return settled


def _neighbours(pairs: Iterable[tuple[Key, Key]]) -> dict[Key, list[Key]]:
    """Return for each key what stands before it in a pair."""
    found: dict[Key, list[Key]] = {}
    for earlier, later in pairs:
        found.setdefault(later, []).append(earlier)
    return found


def _contradicted(pairs: Sequence[tuple[Key, Key]], sents: Mapping[Key, Sent]) -> set[Key]:
    """Return the keys whose whole times break the order, of each broken pair the one that breaks it more often (both where that is even)."""
    broken = [(a, b) for a, b in pairs if is_whole(sents[a]) and is_whole(sents[b]) and _breaks(sents[a], sents[b])]
    counts = Counter(key for pair in broken for key in pair)
    found: set[Key] = set()
    for a, b in broken:
        if counts[a] >= counts[b] or is_said(sents[b]):
            found.add(a)
        if counts[b] >= counts[a] or is_said(sents[a]):
            found.add(b)
    return {key for key in found if not is_said(sents[key])}


def _breaks(earlier: Sent, later: Sent) -> bool:
    first, last = moments(earlier)[0], moments(later)[1]
    return first is not None and last is not None and first > last + _SLACK


def _moments_of(sents: Iterable[Sent]) -> tuple[dt.datetime, ...]:
    """Return the times that are known to the day; for a mail that prints no date, the earliest its own neighbours leave."""
    known = (sent for sent in sents if (sent.pattern and "?" not in sent.pattern[:10]) or "header" not in sent.basis)
    return tuple(sorted({first for sent in known for first in moments(sent)[:1] if first}))


def is_said(sent: Sent) -> bool:
    """Say whether a time is what a person says."""
    return "person" in sent.basis


def is_whole(sent: Sent) -> bool:
    """Say whether a time is known to the minute, and from its own print."""
    return bool(sent.pattern) and "?" not in (sent.pattern or "?") and "order" not in sent.basis


def _latest_start(sents: Iterable[Sent]) -> dt.datetime | None:
    starts = [first for first, _ in map(moments, sents) if first]
    return max(starts) - _SLACK if starts else None


def _earliest_end(sents: Iterable[Sent]) -> dt.datetime | None:
    ends = [last for _, last in map(moments, sents) if last]
    return min(ends) + _SLACK if ends else None


def in_order(tops: Sequence[Sent]) -> bool:
    """Say whether printouts lie in order of time, so that a damaged date lies between its neighbours'."""
    whole = [first for sent in tops if is_whole(sent) for first in moments(sent)[:1] if first]
    steps = [a <= b for a, b in pairwise(whole)]
    return len(steps) >= _LEAST and sum(steps) >= _ORDERED * len(steps)


def ordered_pairs(tops: Sequence[tuple[Key, Sent]]) -> list[tuple[Key, Key]]:
    """Return (earlier, later) pairs that put each damaged top between the nearest tops whose times fit the order.

    A top whose time breaks the order (a printout laid in the wrong place) bounds nothing.
    """
    place = _in_place(tops)
    before = _nearest(tops, place)
    after = _nearest(tops[::-1], place)[::-1]
    pairs: list[tuple[Key, Key]] = []
    for (key, sent), earlier, later in zip(tops, before, after, strict=True):
        if is_whole(sent):
            continue
        pairs.extend([(earlier, key)] if earlier is not None else [])
        pairs.extend([(key, later)] if later is not None else [])
    # neighbours that are both damaged still bound each other
    pairs.extend((a, b) for (a, s), (b, t) in pairwise(tops) if not (is_whole(s) or is_whole(t)))
    return pairs


def _in_place(tops: Sequence[tuple[Key, Sent]]) -> set[Key]:
    """Return the tops whose whole times fit between those of the whole-dated tops next to them."""
    whole = [(key, first) for key, sent in tops if is_whole(sent) for first in moments(sent)[:1] if first]
    times = [dt.datetime.min, *(time for _, time in whole), dt.datetime.max]  # noqa: DTZ901 - printed times have no zone
    return {key for (key, time), low, high in zip(whole, times, times[2:], strict=False) if low <= time <= high}


def _nearest(tops: Sequence[tuple[Key, Sent]], place: Collection[Key]) -> list[Key | None]:
    """Return for each top the nearest one before it that is in its place."""
    found: list[Key | None] = []
    last: Key | None = None
    for key, _ in tops:
        found.append(last)
        last = key if key in place else last
    return found
