"""Count the redaction marks of a correspondence, and how much of an e-mail lies beneath them.

Marks are counted as they are printed: an e-mail of which three copies were released counts with all three.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Literal, get_args

from lvvthreads.document.errors import LvvthreadsError
from lvvthreads.exemption.grounds import GROUNDS, LAWS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lvvthreads.header.block import Person
    from lvvthreads.message.message import Witness
    from lvvthreads.thread.correspondence import Correspondence, Redaction

#: What marks can be counted by.
By = Literal["ground", "law", "place", "unit", "thread"]
WAYS: tuple[By, ...] = get_args(By)
#: The places of marks, in the order of the contract.
PLACES = ("person", "address", "passage", "signature", "owner")

_Line = tuple[str, int]


def redaction_counts(correspondence: Correspondence, by: By = "ground") -> dict[str | None, int]:
    """Count the marks; see :meth:`Correspondence.redaction_counts`."""
    if by not in WAYS:
        message = f"marks are counted by {', '.join(WAYS[:-1])} or {WAYS[-1]}, not by {by!r}"
        raise LvvthreadsError(message)
    keys = _keys(correspondence, by)
    order = {key: number for number, key in enumerate(_order(correspondence, by))}
    counted = Counter(keys)
    last = len(order)
    ranked = sorted(counted, key=lambda key: (key is None, -counted[key], order.get(key or "", last), key or ""))
    return {key: counted[key] for key in ranked}


def marked_share(correspondence: Correspondence, id_: str) -> float | None:
    """Give the share of marked lines; see :meth:`Correspondence.marked_share`."""
    message = correspondence.message(id_)
    marked = {(redaction.source, redaction.line) for redaction in correspondence.redactions}
    own = [(witness.source, line) for witness in message.witnesses for line in _body_lines(witness)]
    written = sum(bool(line.strip()) for witness in message.witnesses for line in witness.text.splitlines())
    return sum(line in marked for line in own) / written if written else None


def _keys(correspondence: Correspondence, by: By) -> Iterable[str | None]:
    """Give each mark's key, None where it has none."""
    if by == "unit":
        return _units(correspondence)
    if by == "thread":
        threads = _threads(correspondence)
        return [threads.get((redaction.source, redaction.line)) for redaction in correspondence.redactions]
    return [getattr(redaction, by) for redaction in correspondence.redactions]


def _order(correspondence: Correspondence, by: By) -> Iterable[str]:
    """Give the order in which keys of equal count stand; what is not in it follows by the alphabet."""
    if by == "thread":
        return [thread.id for thread in correspondence.threads]
    return {"ground": tuple(GROUNDS), "law": tuple(LAWS), "place": PLACES, "unit": ()}[by]


def _body_lines(witness: Witness) -> Iterator[int]:
    for span in witness.body:
        yield from range(span.first_line, span.last_line + 1)


def _threads(correspondence: Correspondence) -> dict[_Line, str]:
    """Map each line of a printed copy, header and own words, to the thread of its message."""
    of_message = {message: thread.id for thread in correspondence.threads for message in thread.messages}
    found: dict[_Line, str] = {}
    for message in correspondence.messages:
        if message.id in of_message:
            for witness in message.witnesses:
                for line in (*witness.block.lines, *_body_lines(witness)):
                    found.setdefault((witness.source, line), of_message[message.id])
    return found


def _units(correspondence: Correspondence) -> Iterator[str | None]:
    """Yield for each mark the unit printed behind the person it covers."""
    waiting: dict[_Line, list[tuple[str, str | None]]] = {}
    for message in correspondence.messages:
        for witness in message.witnesses:
            for person in _people(witness):
                if person.line is not None and person.kind == "redacted":
                    waiting.setdefault((witness.source, person.line), []).append((_joined(person.raw), person.unit))
    for redaction in correspondence.redactions:
        yield _unit(redaction, waiting.get((redaction.source, redaction.line), []))


def _unit(redaction: Redaction, people: list[tuple[str, str | None]]) -> str | None:
    """Give the unit of the first person of a line whose text still has the mark, and take what was used off the list."""
    mark = _joined(redaction.raw)
    for at, (raw, unit) in enumerate(people):
        _, found, behind = raw.partition(mark)
        if found:
            people[: at + 1] = [(behind, unit)]
            return unit
    return None


def _people(witness: Witness) -> Iterator[Person]:
    yield witness.sender[0]
    for role in (witness.to, witness.cc, witness.bcc):
        for person, _ in role:
            yield person


def _joined(text: str) -> str:
    """Write a text with single blanks, as people's texts are written."""
    return " ".join(text.split())
