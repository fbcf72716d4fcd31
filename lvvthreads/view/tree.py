"""The forest of conversations in a terminal: a heading per thread, a line per message, tree lines before it.

People are shown as far as they can be told, dates as far as they are known, doubt where there is doubt.
A printed copy of an e-mail, a witness in the words of the program, is called a copy here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lvvthreads.view.forest import DEEPEST, trees
from lvvthreads.view.harmless import shortened
from lvvthreads.view.wording import DOUBTFUL, UNDATED, Wording, certainty, count, missing, subject, when

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lvvthreads.thread.correspondence import Correspondence
    from lvvthreads.view.forest import Row, Tree

#: The length of a date without its time.
_DAY = len("2018-10-16")

#: How much of a subject stands in a heading.
_HEADING_LENGTH = 80


def tree(correspondence: Correspondence, *, min_confidence: float = 0.0, thread: str | int | None = None) -> str:
    """Draw all threads, or the one of this number or id, as text for a terminal.

    Links below ``min_confidence`` are cut, and say so.
    Raises KeyError if there is no such thread.
    """
    return drawn(correspondence, trees(correspondence, min_confidence=min_confidence, thread=thread))


def drawn(correspondence: Correspondence, shown: tuple[Tree, ...]) -> str:
    """Draw these trees and sum up the correspondence, or what is shown of it."""
    wording = Wording.of(correspondence)
    parts = ["\n".join(_lines(correspondence, wording, each)) for each in shown]
    return "\n\n".join([*parts, summary(correspondence, shown)]) + "\n"


def heading(shown: Tree) -> str:
    """Name a thread: its number, subject, size and days."""
    size = count(len(shown.thread.tree), "message")
    named = shortened(shown.thread.subject, _HEADING_LENGTH) or "(no subject)"
    return f"Thread {shown.number}: {named} ({size}, {_days(shown.rows)})"


def described(row: Row, wording: Wording) -> tuple[str, str, str, str]:
    """Describe a message in four parts: time, sender, subject with its kind of link, and the notes with places."""
    kind = f"{row.link.kind}: " if row.link else ""
    doubt = f"confidence {certainty(row.link.confidence)}" if row.link and row.link.confidence < DOUBTFUL else None
    copies = f"{count(len(row.message.witnesses), 'copy', 'copies')}" if len(row.message.witnesses) > 1 else None
    notes = ", ".join(note for note in (doubt, copies, wording.places(row.message)) if note)
    return when(row.message.sent), wording.slot(row.message.sender), kind + subject(row.message), notes


def remarks(correspondence: Correspondence, row: Row, wording: Wording) -> Iterator[str]:
    """Yield what stands under a message: the doubtful parent that is not drawn, and the e-mails that are missing."""
    if row.cut:
        doubtful = f"{wording.brief(correspondence.message(row.cut.parent))}, confidence {certainty(row.cut.confidence)}"
        yield f"cut: perhaps a {row.cut.kind} to {doubtful}" if row.cut.kind == "reply" else f"cut: perhaps a forward of {doubtful}"
    yield from map(missing, row.missing)


def summary(correspondence: Correspondence, shown: tuple[Tree, ...]) -> str:
    """Count what is shown: messages, printed copies, threads, missing e-mails, placeholders."""
    rows = [row for each in shown for row in each.rows]
    copies = sum(len(row.message.witnesses) for row in rows)
    gone = sum(len(row.missing) for row in rows)
    parts = [
        f"{count(len(rows), 'message')} in {count(copies, 'printed copy', 'printed copies')}",
        count(len(shown), "thread") + (f" of {len(correspondence.threads):,}" if len(shown) < len(correspondence.threads) else ""),
        *([count(gone, "missing e-mail")] if gone else []),
    ]
    if len(shown) == len(correspondence.threads):
        parts += _placeholder_counts(correspondence)
    return ", ".join(parts)


def _placeholder_counts(correspondence: Correspondence) -> Iterator[str]:
    for kind in ("redacted", "unreadable"):
        if number := sum(person.kind == kind for person in correspondence.people):
            yield count(number, f"{kind} sender or recipient", f"{kind} senders and recipients")


def _lines(correspondence: Correspondence, wording: Wording, shown: Tree) -> Iterator[str]:
    yield heading(shown)
    for row in shown.rows:
        deep = f"[{row.depth} deep] " if row.depth > DEEPEST else ""
        yield _branch(row.follows) + deep + "  ".join(part for part in described(row, wording) if part)
        for remark in remarks(correspondence, row, wording):
            yield f"{_rails(row.follows)}{'│' if row.bears else ' '}  ╌╌ {remark}"


def _branch(follows: tuple[bool, ...]) -> str:
    return _rails(follows[:-1]) + ("├─ " if follows[-1] else "└─ ") if follows else ""


def _rails(follows: Iterable[bool]) -> str:
    return "".join("│  " if more else "   " for more in follows)


def _days(rows: tuple[Row, ...]) -> str:
    """Say from which day to which; days with unknown digits count only where there are no others."""
    days = sorted({when(row.message.sent)[:_DAY] for row in rows if when(row.message.sent) != UNDATED})
    days = [day for day in days if "?" not in day] or days
    if not days:
        return "undated"
    return days[0] if len(days) == 1 else f"{days[0]} to {days[-1]}"
