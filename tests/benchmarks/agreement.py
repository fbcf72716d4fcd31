"""Measure whether two readings of one release give the same mails.

Run it by hand, in the project's folder: ``python -m tests.benchmarks.agreement [--errors]``.
The release stands beside the project's folder twice (``../shared/corpus/uwv``): in ``text`` with the lines as the PDF stores them, in ``text_layout`` with the same lines sorted into visual rows.
No one has annotated it, but the paper is the same, so whatever is found in one reading only is an error of one of the two: each file is reconstructed alone in both, and the mails compared.

A mail counts as found in both where file, time of sending and subject agree; the figure is what both have, of what either has.
The time must be the same to the minute, and unknown in both where it is unknown in one.
Subjects are compared in two ways: letter for letter, and loosely.
Loosely equal are subjects of the same words, once redaction marks are taken out: each word by its letters and digits, case and accents aside (the library's own ``words_only``), in any order.
Between the readings blanks are doubled, a line is cut at another place, a mark stands in another row, and the words of one row come in another order, which in neither reading is that of the page;
none of that is of the subject, and no two mails of one minute differ in it alone.
It is no looser than that: every word counts, as often as it stands there, so a subject of which one reading has a word less is another one;
and the letters that print confuses are not folded together, for both readings are of the same letters.
The figure with the words in their order is printed beside it, to show what their order alone makes.
By time only tells how much of the disagreement is the subject's.
``--errors`` lists the mails that are found in one reading only, each with the line where its first copy begins.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import lvvthreads
from lvvthreads.exemption.find import marks_in
from lvvthreads.header.fold import words_only

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from collections.abc import Set as AbstractSet

CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "uwv"
READINGS = ("text", "text_layout")


class Mail(NamedTuple):
    """One mail as one reading has it."""

    file: str
    sent: str | None
    subject: str
    #: Where its first copy begins.
    line: int


class Reading(NamedTuple):
    """All mails of one reading, and how many header blocks they were made of."""

    mails: tuple[Mail, ...]
    blocks: int


def reading(folder: Path) -> Reading:
    """Reconstruct each file of a folder alone."""
    mails: list[Mail] = []
    blocks = 0
    for path in sorted(folder.glob("*.txt")):
        for message in lvvthreads.reconstruct([path]).messages:
            first = min(witness.block.lines[0] for witness in message.witnesses)
            mails.append(Mail(path.name, message.sent.value, message.subject.clean, first))
            blocks += len(message.witnesses)
    return Reading(tuple(mails), blocks)


def exactly(mail: Mail) -> tuple[object, ...]:
    """Return what tells a mail apart where its subject is to be the same letter for letter."""
    return (mail.file, mail.sent, mail.subject)


def loosely(mail: Mail) -> tuple[object, ...]:
    """Return what tells a mail apart where only the words of its subject count.

    >>> a, b = Mail("f", None, "Verslag: bouw (5.1.2.e)", 1), Mail("f", None, "bouw verslag", 9)
    >>> loosely(a) == loosely(b), loosely(a) == loosely(b._replace(subject="bouw verslag 2"))
    (True, False)
    """
    return (mail.file, mail.sent, *sorted(filter(None, map(words_only, _without_marks(mail.subject).split()))))


def in_order(mail: Mail) -> tuple[object, ...]:
    """Return what tells a mail apart where the words of its subject count, and their order."""
    return (mail.file, mail.sent, words_only(_without_marks(mail.subject)))


def by_time(mail: Mail) -> tuple[object, ...]:
    """Return what tells a mail apart where its subject does not count."""
    return (mail.file, mail.sent)


def _without_marks(text: str) -> str:
    for mark in reversed(marks_in(text)):
        text = f"{text[: mark.start]} {text[mark.end :]}"
    return text


def agreement(a: AbstractSet[object], b: AbstractSet[object]) -> float:
    """Return what both sets have, of what either has."""
    return len(a & b) / len(a | b) if a | b else 1.0


def figures(one: Iterable[Mail], other: Iterable[Mail]) -> dict[str, float]:
    """Return the agreement of two readings, by each way to tell mails apart."""
    one, other = tuple(one), tuple(other)
    return {
        title: agreement(set(map(key, one)), set(map(key, other)))
        for title, key in (
            ("exact subject", exactly),
            ("same words in order", in_order),
            ("subject loosely equal", loosely),
            ("by time only", by_time),
        )
    }


def only_in(mails: Iterable[Mail], others: Iterable[Mail], key: Callable[[Mail], tuple[object, ...]] = loosely) -> list[Mail]:
    """Return the mails whose like is not among the others, in order."""
    known = set(map(key, others))
    return [mail for mail in mails if key(mail) not in known]


def _report_errors(readings: Sequence[Reading]) -> None:
    """Print the mails found in one reading only, those of one time side by side."""
    first, second = (one.mails for one in readings)
    by_file: dict[str, list[tuple[str, str, Mail]]] = defaultdict(list)
    for sign, mails in (("-", only_in(first, second)), ("+", only_in(second, first))):
        for mail in mails:
            by_file[mail.file].append((mail.sent or "", sign, mail))
    print(f"\nFound in one reading only: - in {READINGS[0]}, + in {READINGS[1]}")
    for name, found in sorted(by_file.items()):
        print(f"\n{name}: {len(found)}")
        for sent, sign, mail in sorted(found):
            print(f"{sign} {sent or '?':16} {mail.subject!r} ({mail.line})")


def main() -> None:
    """Compare the two readings."""
    if not all((CORPUS / name).is_dir() for name in READINGS):
        print("The release in two readings (../shared/corpus/uwv) is not here: nothing is measured.")
        return
    readings = [reading(CORPUS / name) for name in READINGS]
    for name, one in zip(READINGS, readings, strict=True):
        print(f"{name:12} {one.blocks:5} blocks {len(one.mails):5} mails")
    for title, figure in figures(*(one.mails for one in readings)).items():
        print(f"agreement, {title:22} {figure:.3f}")
    if "--errors" in sys.argv[1:]:
        _report_errors(readings)


if __name__ == "__main__":
    main()
