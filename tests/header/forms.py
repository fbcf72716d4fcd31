"""How many headers of each language are read aright: the forms that mail programs print, with the truth of each.

``tests/header/fixtures/forms`` holds a file of cases for each language; its README explains the fields.
Each case is a short printout of its own, read with :func:`lvvthreads.reconstruct` and judged by its export.
``python -m tests.header.forms`` prints a table; with ``--errors`` it says of each case what is wrong.
"""

from __future__ import annotations

import argparse
import re
import sys
import tomllib
from functools import cache
from pathlib import Path
from typing import Any, Literal

from attrs import frozen

import lvvthreads
from lvvthreads.write import to_dict

FOLDER = Path(__file__).parent / "fixtures" / "forms"

#: What is judged of a case, in the order of the table.
FIELDS = ("found", "sender", "sent", "recipients", "subject")
#: A time of which nothing is known.
_UNKNOWN = "????-??-??T??:??"


@frozen(kw_only=True)
class Case:
    """One header as a mail program prints it, in a short printout, and what it says."""

    #: Language and place in its file: ``nl 7``.
    name: str
    client: str
    kind: Literal["block", "attribution"]
    #: Where the form was seen: a published parser, or knowledge of the program.
    seen: str
    #: What is not certain about the form; empty if nothing is.
    doubt: str
    #: First and last line of the header in ``text``, from 1.
    lines: tuple[int, int]
    #: None where the form does not print it.
    from_name: str | None
    from_address: str | None
    #: ``2019-05-03T10:11``, ``?`` for what is not printed; None if no date is.
    sent: str | None
    #: True where the order of day and month can be told from the language alone.
    ambiguous: bool
    #: Addresses, or names where no address is printed.
    to: tuple[str, ...]
    cc: tuple[str, ...]
    #: None where the form has no subject.
    subject: str | None
    prefixes: tuple[str, ...]
    text: str


@frozen(kw_only=True)
class Verdict:
    """What is wrong with the reading of a case: the field, and what was read in place of the truth."""

    case: Case
    errors: tuple[tuple[str, str], ...]
    #: True if a date was read and it is not the one that is printed.
    misdated: bool

    @property
    def is_right(self) -> bool:
        """Tell whether sender, date, recipients and subject are all as printed."""
        return not self.errors


def languages() -> tuple[str, ...]:
    """Return the codes of the languages that have cases."""
    return tuple(sorted(file.stem for file in FOLDER.glob("*.toml")))


@cache
def cases(language: str) -> tuple[Case, ...]:
    """Read the cases of a language."""
    file = tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8"))
    return tuple(_case(f"{language} {number}", entry) for number, entry in enumerate(file["case"], start=1))


def _case(name: str, entry: dict[str, Any]) -> Case:
    first, last = entry["lines"]
    return Case(
        name=name,
        client=entry["client"],
        kind=entry["kind"],
        seen=entry["seen"],
        doubt=entry.get("doubt", ""),
        lines=(first, last),
        from_name=entry.get("from_name"),
        from_address=entry.get("from_address"),
        sent=entry.get("sent"),
        ambiguous=entry.get("ambiguous", False),
        to=tuple(entry.get("to", ())),
        cc=tuple(entry.get("cc", ())),
        subject=entry.get("subject"),
        prefixes=(entry["prefix"],) if "prefix" in entry else (),
        text=entry["text"],
    )


@cache
def verdicts(language: str) -> tuple[Verdict, ...]:
    """Read every case of a language and judge it."""
    return tuple(judged(case) for case in cases(language))


def share_right(language: str) -> float:
    """Return the share of a language's cases of which sender, date, recipients and subject are all right."""
    return sum(verdict.is_right for verdict in verdicts(language)) / len(verdicts(language))


def judged(case: Case) -> Verdict:
    """Read a case and compare what was read with what is printed."""
    witness = _witness(case)
    if witness is None:
        return Verdict(case=case, errors=(("found", "nothing"),), misdated=False)
    pattern = _filled(witness["sent"]["pattern"])
    errors = []
    if not is_sender(case, witness["from"]):
        errors.append(("sender", _person(witness["from"])))
    if not is_time(case, pattern):
        errors.append(("sent", pattern))
    if case.kind == "block" and not (are_people(case.to, witness["to"]) and are_people(case.cc, witness["cc"])):
        errors.append(("recipients", " | ".join("; ".join(map(_person, witness[field])) for field in ("to", "cc"))))
    if case.subject is not None and not is_subject(case, witness):
        errors.append(("subject", f"{witness['prefixes']} {(witness['subject'] or {}).get('clean')}"))
    return Verdict(case=case, errors=tuple(errors), misdated=contradicts(case.sent, pattern))


def _witness(case: Case) -> dict[str, Any] | None:
    """Return the header that was found on the lines of the case, the one that shares the most lines with it."""
    export = to_dict(lvvthreads.reconstruct(lvvthreads.Document.from_text(case.text, name="case.txt")))
    theirs = set(range(case.lines[0], case.lines[1] + 1))
    witnesses = [witness for message in export["messages"] for witness in message["witnesses"]]
    best = max(witnesses, key=lambda witness: len(theirs & set(witness["header"]["lines"])), default=None)
    return best if best is not None and theirs & set(best["header"]["lines"]) else None


def is_sender(case: Case, person: dict[str, Any] | None) -> bool:
    """Tell whether a person has the name and the address that are printed, each where there is one."""
    if person is None:
        return False
    if case.from_address is not None and person["address"] != case.from_address:
        return False
    return case.from_name is None or folded(person["name"]) == folded(case.from_name)


def are_people(printed: tuple[str, ...], people: list[dict[str, Any]]) -> bool:
    """Tell whether the people are those that are printed, no more and no less, each by its address or else its name."""
    found = sorted(folded(person["address"] or person["name"]) for person in people)
    return found == sorted(map(folded, printed))


def is_time(case: Case, pattern: str) -> bool:
    """Tell whether the time is the one printed; where the order of day and month is open, a time that leaves it open is right too."""
    truth = _filled(case.sent)
    if not case.ambiguous:
        return pattern == truth
    # Year, hour and minute are printed beyond doubt.
    return not contradicts(truth, pattern) and pattern[:4] == truth[:4] and pattern[10:] == truth[10:]


def contradicts(truth: str | None, pattern: str) -> bool:
    """Tell whether a digit was read that is not the one printed, or that is not printed at all."""
    return any(read not in ("?", printed) for read, printed in zip(pattern, _filled(truth), strict=True))


def is_subject(case: Case, witness: dict[str, Any]) -> bool:
    """Tell whether the subject stands without its prefixes, and these were told apart."""
    clean = (witness["subject"] or {}).get("clean")
    return folded(clean) == folded(case.subject) and tuple(witness["prefixes"]) == case.prefixes


def folded(text: str | None) -> str:
    """Return a text without case and blanks.

    >>> folded("Anna  de Vries")
    'annadevries'
    """
    return re.sub(r"\s", "", text or "").casefold()


def _filled(pattern: str | None) -> str:
    """Return a pattern in its whole length: what is not there is not known."""
    return (pattern or "") + _UNKNOWN[len(pattern or "") :]


def _person(person: dict[str, Any] | None) -> str:
    return "nobody" if person is None else f"{person['name']} <{person['address']}>"


def table() -> str:
    """Return the figures of each language as a table: how many cases, and of those that print a field the share where it is right."""
    rows = [f"{'':6}{'cases':>6}{'right':>7}{'blocks':>8}{'attr.':>7}" + "".join(f"{field:>12}" for field in FIELDS) + f"{'misdated':>10}"]
    everything: list[Verdict] = []
    for language in languages():
        rows.append(_row(language, verdicts(language)))
        everything.extend(verdicts(language))
    return "\n".join([*rows, _row("all", tuple(everything))])


def _row(name: str, judged_cases: tuple[Verdict, ...]) -> str:
    def share(chosen: list[bool]) -> str:
        return f"{sum(chosen) / len(chosen):.2f}" if chosen else "-"

    shares = [share([is_field_right(one, field) for one in judged_cases if has_field(one.case, field)]) for field in FIELDS]
    blocks, attributions = (share([one.is_right for one in judged_cases if one.case.kind == kind]) for kind in ("block", "attribution"))
    right = share([verdict.is_right for verdict in judged_cases])
    misdated = sum(verdict.misdated for verdict in judged_cases)
    return (
        f"{name:6}{len(judged_cases):>6}{right:>7}{blocks:>8}{attributions:>7}"
        + "".join(f"{one:>12}" for one in shares)
        + f"{misdated:>10}"
    )


def has_field(case: Case, field: str) -> bool:
    """Tell whether a case prints a field: attributions have neither recipients nor subject."""
    return {"sent": case.sent is not None, "recipients": case.kind == "block", "subject": case.subject is not None}.get(field, True)


def is_field_right(verdict: Verdict, field: str) -> bool:
    """Tell whether a field was read as it is printed; in a header that was not found none is."""
    wrong = {name for name, _ in verdict.errors}
    return field not in wrong and "found" not in wrong


def errors_of(language: str) -> str:
    """Return what is wrong with the cases of a language, each with its lines."""
    parts = []
    for verdict in verdicts(language):
        if verdict.is_right:
            continue
        case = verdict.case
        first, last = case.lines
        parts.append(f"{case.name}  {case.client} ({case.kind})" + (f"; in doubt: {case.doubt}" if case.doubt else ""))
        parts.extend(f"    | {line}" for line in case.text.split("\n")[first - 1 : last])
        parts.extend(f"    {field}: {read}" for field, read in verdict.errors)
    return "\n".join(parts)


def main() -> None:
    """Print the table, and the errors if they are asked for."""
    parser = argparse.ArgumentParser(description="Print how many headers of each language are read aright.")
    parser.add_argument("--errors", action="store_true", help="say of each case what is wrong")
    parser.add_argument("--language", choices=languages(), help="the errors of this language only")
    options = parser.parse_args()
    sys.stdout.write(f"{table()}\n")
    if options.errors:
        for language in [options.language] if options.language else languages():
            sys.stdout.write(f"\n{errors_of(language)}\n")


if __name__ == "__main__":
    main()
