"""Find the witnesses that are worth comparing: in come all of them, out come the pairs that share a bucket, never all pairs.

Buckets are the minute, the subject with the time of day or with the day, and shingles of the wording.
What is hard: an archive has thousands of mails of one subject, of one text, or of one minute; in a bucket that large each is compared with the next few only.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol

from lvvthreads.header.fold import fold, fold_words, runs_of_three
from lvvthreads.header.reference import message_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lvvthreads.header.block import HeaderBlock, Sent
    from lvvthreads.header.datereading import DateReading

#: In buckets larger than this each is compared with the next few only: comparing all would cost too much.
_LARGEST_BUCKET, _NEAR = 40, 6
#: So many shingles of a text are looked at, of so much of it, if its key has so many letters.
_SHINGLES, _SHINGLED, _SHORT_BODY = 6, 1000, 25


class Copy(Protocol):
    """A printed copy of a mail, as far as copies compare."""

    @property
    def block(self) -> HeaderBlock:
        """The header."""
        ...

    @property
    def date(self) -> DateReading:
        """What its date line can have said."""
        ...

    @property
    def words(self) -> str:
        """Its own words, without what programs add."""
        ...

    @property
    def key(self) -> str:
        """The beginning of them as copies compare: letters and digits only."""
        ...

    @property
    def covered(self) -> bool:
        """True where the censor covered a passage of it."""
        ...


def pairs(drafts: Sequence[Copy], sents: Sequence[Sent]) -> Iterator[tuple[int, int]]:
    """Yield each pair of witnesses that share a bucket, once, the one that stands first in front."""
    for a, buckets in enumerate(_shared(drafts, sents)):
        if len(buckets) == 1:
            yield from ((a, b) for b in _behind(a, buckets[0]))
        elif buckets:
            yield from ((a, b) for b in {b for bucket in buckets for b in _behind(a, bucket)})


def _behind(a: int, bucket: Sequence[int]) -> Sequence[int]:
    """Return the members of a bucket that a witness is compared with, of those behind it."""
    at = bisect_right(bucket, a)
    return bucket[at:] if len(bucket) <= _LARGEST_BUCKET else bucket[at : at + _NEAR]


def _shared(drafts: Sequence[Copy], sents: Sequence[Sent]) -> list[list[list[int]]]:
    """Return for each witness its buckets that others are in, too."""
    buckets: dict[str | int, list[int]] = {}
    for i, (draft, sent) in enumerate(zip(drafts, sents, strict=True)):
        for key in {*_keys(draft, sent)}:
            buckets.setdefault(key, []).append(i)
    shared: list[list[list[int]]] = [[] for _ in drafts]
    for bucket in buckets.values():
        if len(bucket) > 1:
            for i in bucket:
                shared[i].append(bucket)
    return shared


def _keys(draft: Copy, sent: Sent) -> Iterator[str | int]:
    pattern = sent.pattern or ""
    clock = pattern[11:]
    if pattern and "?" not in pattern:
        yield f"minute {pattern}"
    subject = fold(draft.block.subject.clean) if draft.block.subject else ""
    if subject and clock and "?" not in clock:
        yield f"clock {clock} {subject[:6]}"
        yield f"clock {clock} {subject[-6:]}"
    if subject and pattern and "?" not in pattern[:10]:
        yield f"day {pattern[:10]} {subject[:6]}"
    if id_ := message_id(draft.block):
        yield f"id {id_}"
    yield from shingles(draft.key, draft.words)


def shingles(key: str, text: str) -> Sequence[int]:
    """Return the smallest hashes of a text's runs of three words: copies share some of them even where letters differ."""
    return () if len(key) < _SHORT_BODY else _shingles(text[:_SHINGLED])


@lru_cache(maxsize=4096)
def _shingles(text: str) -> tuple[int, ...]:
    return tuple(sorted(set(runs_of_three(fold_words(text))))[:_SHINGLES])
