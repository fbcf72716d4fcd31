"""The redaction marks of a correspondence as tables for the terminal: how many, of what share, and what each key means; and where copies differ in them."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from lvvthreads.exemption.grounds import GROUNDS, LAWS
from lvvthreads.view.forest import by_date
from lvvthreads.view.harmless import harmless, shortened
from lvvthreads.view.wording import Wording, count, subject, when

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lvvthreads.thread.correspondence import Correspondence
    from lvvthreads.thread.count import By
    from lvvthreads.thread.difference import RedactionDifference, Shown

#: What stands where a mark has no such key.
_NONE = {"ground": "(no ground)", "law": "(no law)", "place": "(no place)", "unit": "(no unit)", "thread": "(in no e-mail)"}
#: How a ground holds.
_HOLDS = {True: "absolute", False: "relative", None: "-"}
#: What would be rounded to nothing.
_LEAST = 0.005
#: The columns of places and grounds are at least so wide, and what is quoted is cut off here.
_PLACE, _GROUNDS, _QUOTED = 20, 9, 80
#: A name and a subject are cut off here.
_WIDEST = 60


def counted(correspondence: Correspondence, by: By = "ground") -> str:
    """Draw a table of the marks: a line for each key with its number of marks, its share of all and what it means."""
    counts = correspondence.redaction_counts(by)
    total = sum(counts.values())
    rows = [(*_called(correspondence, by, key), marks) for key, marks in counts.items()]
    names = max((len(name) for name, _, _ in rows), default=0)
    digits = len(f"{total:,}")
    lines = [f"{name:<{names}}  {marks:>{digits},}  {_share(marks, total):>4}  {meaning}".rstrip() for name, meaning, marks in rows]
    return "\n".join([*lines, "", f"{count(total, 'mark')}, counted as printed"]) + "\n"


def compared(correspondence: Correspondence, differences: Sequence[RedactionDifference]) -> str:
    """List where two copies of one e-mail are redacted differently: under each e-mail its places, both copies as they are printed."""
    wording = Wording.of(correspondence)
    parts = []
    for id_, places in groupby(differences, key=lambda one: one.message):
        message = correspondence.message(id_)
        # the sender is not named in this heading: what a copy shows is only quoted
        lines = [f"{when(message.sent)}  {subject(message)}"]
        for one in places:
            for name, shown in ((one.place, one.covered), ("", one.instead)):
                where = f"{wording.sources.get(shown.source, shown.source)}:{shown.line}"
                lines.append(f"  {name:<5} {where:<{_PLACE}}  {_grounds(shown):<{_GROUNDS}}  {_printed(shown)}")
        parts.append("\n".join(lines))
    found = count(len(differences), "place is", "places are")
    return "\n\n".join([*parts, f"{found} redacted differently in two copies"]) + "\n"


def _grounds(shown: Shown) -> str:
    return ", ".join("no ground" if ground is None else harmless(ground) for ground in dict.fromkeys(shown.grounds)) or "shown"


def _printed(shown: Shown) -> str:
    """Write what is printed, cut around the words that matter where it is long."""
    text, words = (" ".join(part.split()) for part in (shown.printed, shown.words))
    at = text.find(words)
    if len(text) > _QUOTED and at > _QUOTED // 2:
        text = f"…{text[at - _QUOTED // 4 :]}"
    return shortened(text, _QUOTED)


def _share(part: int, whole: int) -> str:
    """Write a share in hundredths; what there is some of is never none."""
    return "<1%" if part / whole < _LEAST else f"{part / whole:.0%}"


def _called(correspondence: Correspondence, by: By, key: str | None) -> tuple[str, str]:
    """Give the name and the meaning of a key."""
    if key is None:
        return _NONE[by], ""
    if by == "ground" and key in GROUNDS:
        ground = GROUNDS[key]
        return key, f"{ground.law:<9}  {_HOLDS[ground.absolute]:<8}  {ground.english}"
    if by == "thread":
        number, thread = next((number, thread) for number, thread in enumerate(by_date(correspondence), start=1) if thread.id == key)
        return f"Thread {number}", shortened(thread.subject, _WIDEST) or "(no subject)"
    return shortened(key, _WIDEST), LAWS.get(key, "") if by == "law" else ""
