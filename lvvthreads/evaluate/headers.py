"""Judge every header block: was it found, and are its sender, recipients, time, subject, prefixes, attachments and body right.

A block that was not found is wrong in every field.
What the gold calls unsure is neither asked for nor held against.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from lvvthreads.evaluate.likeness import alike, names_in_common, people_in_common, same_person, state_of
from lvvthreads.evaluate.share import Share

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lvvthreads.evaluate.comparison import Comparison
    from lvvthreads.evaluate.found import FoundBlock, FoundPerson
    from lvvthreads.evaluate.gold import Gold, GoldBlock, GoldPerson
    from lvvthreads.evaluate.share import Fault, Finding

#: Recipients are judged in their field.
_RECIPIENTS = ("to", "cc")


def headers(compared: Comparison) -> Iterator[Finding]:
    """Judge the blocks of both sides."""
    subjects = _subjects(compared.gold)
    blank = compared.gold.blank
    for block, found in compared.pairs():
        at = compared.place(block)
        yield Share(at, "blocks.gold", 1)
        yield from (Share(at, of, amount) for of, amount in _asked(block, blank))
        told = block.misread is False
        yield Share(at, "told.gold", told)
        if found is None:
            yield compared.fault(block, "header not found")
            continue
        yield Share(at, "blocks.right", 1)
        wrong = dict(_wrong_fields(block, found, subjects[block.mail]))
        yield from (Share(at, f"{field}.right", 1) for field in ("from", "sent", "subject", "prefixes") if field not in wrong)
        if told and "sent" not in wrong:
            yield Share(at, "told.sent", 1)
        if not {"from", "sent", "to", "subject", "prefixes"} & wrong.keys():
            yield Share(at, "complete.right", 1)
            yield Share(at, "told.complete", told)
        yield from (Share(at, of, amount) for of, amount in _told(block, found, blank))
        yield from (compared.fault(block, text) for text in wrong.values())
        yield from _body_faults(compared, block, found)
    yield from _found(compared)


def _found(compared: Comparison) -> Iterator[Finding]:
    """Count the blocks of the export; what stands in those that the gold does not have is held against."""
    for found in compared.found_blocks:
        yield Share(compared.place_found(found), "blocks.found", 1)
    for found in compared.unmatched():
        at = compared.place_found(found)
        yield Share(at, "people.found", len(found.to) + len(found.cc))
        yield Share(at, "attach.found", len(found.attachments))
        yield compared.fault_found(found, "a header was found where the gold has none")


def _subjects(gold: Gold) -> Mapping[str, str | None]:
    """Return the subject of each e-mail: the reading of its first copy that has one."""
    subjects: dict[str, str | None] = {}
    for block in gold.blocks:
        subjects[block.mail] = subjects.get(block.mail) or block.subject
    return subjects


def _asked(block: GoldBlock, blank: frozenset[int]) -> Iterator[tuple[str, float]]:
    """Yield how much there is to find in a block."""
    yield "people.gold", sum(len(block.people(role)) for role in _RECIPIENTS if role not in block.unsure)
    if "attachments" not in block.unsure:
        yield "attach.gold", len(block.attachments)
    if _own_lines(block, blank):
        yield "body.gold", 1


def _told(block: GoldBlock, found: FoundBlock, blank: frozenset[int]) -> Iterator[tuple[str, float]]:
    """Yield how much of that was found, and how much was claimed, in the fields that hold several values."""
    if state_of(found.mail.sent, block.sent) == "wrong":
        yield "sent.wrong", 1
    for role in _RECIPIENTS:
        if role not in block.unsure:
            yield "people.right", people_in_common(found.people(role), block.people(role))
            yield "people.found", len(found.people(role))
    if "attachments" not in block.unsure:
        yield "attach.right", names_in_common(found.attachments, block.attachments)
        yield "attach.found", len(found.attachments)
    if lines := _own_lines(block, blank):
        claimed = _lines(found.body) - blank
        yield "body.right", harmonic(len(lines & claimed) / len(claimed) if claimed else 0.0, len(lines & claimed) / len(lines))


def harmonic(precision: float, recall: float) -> float:
    """Return the harmonic mean of precision and recall, which is called F1.

    >>> harmonic(1.0, 0.5), harmonic(0.0, 0.0)
    (0.6666666666666666, 0.0)
    """
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _own_lines(block: GoldBlock, blank: frozenset[int]) -> frozenset[int]:
    """Return the lines that are to be found as the block's own words; none if that is not judged."""
    return frozenset() if "body" in block.unsure else _lines(block.body) - blank


def _lines(spans: Sequence[range]) -> frozenset[int]:
    return frozenset().union(*spans)


def _wrong_fields(block: GoldBlock, found: FoundBlock, subject: str | None) -> Iterator[tuple[str, str]]:
    """Yield each field that is wrong, with a sentence that says how."""
    if "from" not in block.unsure and not same_person(found.sender, block.sender):
        yield "from", f"sender: {_person(found.sender)}, gold {_person(block.sender)}"
    for role in _RECIPIENTS:
        shown, wanted = found.people(role), block.people(role)
        if role not in block.unsure and not people_in_common(shown, wanted) == len(shown) == len(wanted):
            yield role, f"{role}: {_people(shown)}, gold {_people(wanted)}"
    if (state := state_of(found.mail.sent, block.sent)) != "right":
        yield "sent", f"time {state}: {found.mail.sent or 'nothing'}, gold {block.sent or 'nothing'}"
    # Where no copy has a readable subject, any reading passes.
    if subject and not alike(found.mail.subject, subject, "subject"):
        yield "subject", f"subject: {found.mail.subject or 'nothing'}, gold {subject}"
    if found.prefixes != block.prefixes:
        yield "prefixes", f"prefixes: {' '.join(found.prefixes) or 'none'}, gold {' '.join(block.prefixes) or 'none'}"
    if "attachments" not in block.unsure:
        right = names_in_common(found.attachments, block.attachments)
        if not right == len(found.attachments) == len(block.attachments):
            yield "attachments", f"attachments: {_listed(found.attachments)}, gold {_listed(block.attachments)}"


def _body_faults(compared: Comparison, block: GoldBlock, found: FoundBlock) -> Iterator[Fault]:
    """Yield what is wrong about the lines of a body, at these lines."""
    blank = compared.gold.blank
    lines, claimed = _own_lines(block, blank), _lines(found.body) - blank
    if lines and lines != claimed:
        parts = [
            f"{what} {_numbers(sorted(numbers))}"
            for what, numbers in (("without", lines - claimed), ("too much:", claimed - lines))
            if numbers
        ]
        wrong = lines ^ claimed
        yield evolve(compared.fault(block, f"body: {', '.join(parts)}"), first=min(wrong), last=max(wrong))


def _numbers(lines: Sequence[int]) -> str:
    more = ", ..." if len(lines) > len(lines[:5]) else ""
    return f"line{'s' * (len(lines) > 1)} {', '.join(map(str, lines[:5]))}{more}"


def _people(people: Sequence[FoundPerson | GoldPerson]) -> str:
    return _listed([_person(person) for person in people])


def _listed(names: Sequence[str | None]) -> str:
    return "; ".join(name or "?" for name in names) or "none"


def _person(person: FoundPerson | GoldPerson | None) -> str:
    """Write a person in a few words: the name, or that it is redacted, with the unit or domain."""
    if person is None:
        return "nobody"
    redacted = person.redacted if not hasattr(person, "kind") else person.kind == "redacted"
    name = person.name or ("redacted" if redacted else "unreadable")
    return f"{name} ({person.unit or person.domain})" if person.unit or person.domain else name
