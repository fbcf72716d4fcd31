"""The figures: what each is made of, what it means, and how it follows from counts.

A figure that has a part found and a part to be found is the harmonic mean of precision and recall (F1); others are shares of the gold's headers.
Every figure counts what was missed, so that nothing is gained by finding little; in copies and threads a header that was not found is a group of
its own, so these are to be read beside ``blocks``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from attrs import frozen

from lvvthreads.evaluate.headers import harmonic

#: How often each thing was counted; what was never counted is 0.
Counts = Mapping[str, float]


@frozen
class Figure:
    """A number that says how good an export is in one respect."""

    #: Its name, which the floors of accuracy know too.
    name: str
    #: What it means, in a few words.
    meaning: str
    #: How it follows from the counts.
    value: Callable[[Counts], float]
    #: The count without which there is nothing to judge.
    basis: str = "blocks.gold"
    #: True if it is shown even where there is nothing to judge.
    always: bool = True
    #: False if it is a number of offences, of which each is one too many; it has no interval.
    has_interval: bool = True


def _precision(counts: Counts, of: str) -> float:
    found = counts.get(f"{of}.found", 0)
    if not found:
        return 0.0 if counts.get(f"{of}.gold", 0) else 1.0
    return counts.get(f"{of}.right", 0) / found


def _recall(counts: Counts, of: str) -> float:
    gold = counts.get(f"{of}.gold", 0)
    return counts.get(f"{of}.right", 0) / gold if gold else 1.0


def _precision_of(of: str) -> Callable[[Counts], float]:
    return lambda counts: _precision(counts, of)


def _recall_of(of: str) -> Callable[[Counts], float]:
    return lambda counts: _recall(counts, of)


def _f1_of(of: str) -> Callable[[Counts], float]:
    return lambda counts: harmonic(_precision(counts, of), _recall(counts, of))


def _share_of(part: str, whole: str) -> Callable[[Counts], float]:
    return lambda counts: counts.get(part, 0) / (counts.get(whole, 0) or 1)


def _grouping_of(of: str) -> Callable[[Counts], float]:
    """Return the harmonic mean of the average precision and recall of the blocks; without any, nothing is wrong."""

    def value(counts: Counts) -> float:
        blocks = counts.get("blocks.gold", 0)
        return harmonic(counts.get(f"{of}.precision", 0) / blocks, counts.get(f"{of}.recall", 0) / blocks) if blocks else 1.0

    return value


def _placeholders(counts: Counts) -> float:
    slots = counts.get("placeholders.gold", 0)
    return counts.get("placeholders.right", 0) / slots if slots else 1.0


def _three(of: str, what: str) -> tuple[Figure, Figure, Figure]:
    """Return precision, recall and F1 of one thing."""
    basis = f"{of}.gold"
    return (
        Figure(f"{of}_p", f"precision: share of the found {what} that are right", _precision_of(of), basis),
        Figure(f"{of}_r", f"recall: share of the gold's {what} that were found", _recall_of(of), basis),
        Figure(of, f"{what}: F1 of both", _f1_of(of), basis),
    )


#: The figures in the order in which they are shown.
FIGURES = (
    *_three("blocks", "headers"),
    Figure("complete", "headers with sender, time, To, prefixes and subject right", _share_of("complete.right", "blocks.gold")),
    Figure("from", "headers with the sender right", _share_of("from.right", "blocks.gold")),
    Figure("subject", "headers with the subject right", _share_of("subject.right", "blocks.gold")),
    Figure("prefixes", "headers with the prefixes (RE, FW) right", _share_of("prefixes.right", "blocks.gold")),
    Figure("sent", "headers with every legible digit of the time right", _share_of("sent.right", "blocks.gold")),
    Figure("sent_wrong", "headers with a wrong digit in the time (less is better)", _share_of("sent.wrong", "blocks.gold")),
    Figure(
        "sent_told",
        "headers with the time right, of those whose time can be told",
        _share_of("told.sent", "told.gold"),
        "told.gold",
        always=False,
    ),
    Figure(
        "complete_told",
        "headers complete, of those whose time can be told",
        _share_of("told.complete", "told.gold"),
        "told.gold",
        always=False,
    ),
    Figure("people", "recipients, To and CC: F1", _f1_of("people"), "people.gold", always=False),
    Figure("attach", "attachment names: F1", _f1_of("attach"), "attach.gold", always=False),
    Figure("body", "lines of the e-mails' own words: mean F1", _share_of("body.right", "body.gold"), "body.gold", always=False),
    Figure("copies", "headers grouped into e-mails: B-cubed F1", _grouping_of("copies")),
    Figure("copy_pairs", "pairs of copies: F1", _f1_of("copy_pairs"), "copy_pairs.gold"),
    Figure("threads", "headers grouped into conversations: B-cubed F1", _grouping_of("threads")),
    *_three("links", "replies and forwards"),
    Figure("kind", "right links with the right kind", _share_of("kind.right", "kind.told"), "kind.gold", always=False),
    Figure("placeholders", "redacted people with a node of their own, and no name", _placeholders, "placeholders.gold"),
    Figure("violations", "nodes of several people, named redacted ones (must be 0)", _share_of("violations", ""), has_interval=False),
)

#: The figures of redaction marks, where these were annotated.
MARKS = _three("marks", "redaction marks")

#: The figures of missing e-mails, where these were annotated.
MISSING = _three("missing", "missing e-mails")
