"""The redaction marks of a correspondence as a table for the terminal: how many, of what share, and what each key means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lvvthreads.exemption.grounds import GROUNDS, LAWS
from lvvthreads.view.forest import by_date
from lvvthreads.view.harmless import shortened
from lvvthreads.view.wording import count

if TYPE_CHECKING:
    from lvvthreads.thread.correspondence import Correspondence
    from lvvthreads.thread.count import By

#: What stands where a mark has no such key.
_NONE = {"ground": "(no ground)", "law": "(no law)", "place": "(no place)", "unit": "(no unit)", "thread": "(in no e-mail)"}
#: How a ground holds.
_HOLDS = {True: "absolute", False: "relative", None: "-"}
#: What would be rounded to nothing.
_LEAST = 0.005
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
