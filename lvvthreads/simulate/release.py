"""Put an invented release together: threads printed in order of time, damaged, with their truth.

Printouts are made and scanned one by one, so that memory holds the text and its truth, not the paper.
"""

from __future__ import annotations

import heapq
import json
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from attrs import define, frozen

from lvvthreads.simulate import phrases, wording
from lvvthreads.simulate.censor import LAWS, SPELLINGS, Censor
from lvvthreads.simulate.gold import Gold
from lvvthreads.simulate.noise import Noise
from lvvthreads.simulate.printout import print_out
from lvvthreads.simulate.program import PROGRAMS
from lvvthreads.simulate.sheet import Sheet
from lvvthreads.simulate.story import threads

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from lvvthreads.simulate.printout import Printout
    from lvvthreads.simulate.story import Mail

LANGUAGES = ("nl", "en", "de", "fr")
LAW_NAMES = tuple(LAWS)
#: How often each mail program is met, in governments' mail.
_WEIGHTS = {
    "outlook": 60,
    "exchange": 10,
    "webmail": 2,
    "blackberry": 8,
    "plain": 5,
    "ios": 6,
    "gmail": 3,
    "apple": 2,
    "thunderbird": 2,
    "notes": 2,
}
#: A mail that others answered is printed by itself, too, so often.
_PRINTED_TOO = 0.25


@frozen(kw_only=True)
class Settings:
    """What a release is to be like."""

    messages: int = 200
    seed: int = 1
    #: From 0, clean, over 0.5, a poor scan, to 1.
    noise: float = 0.0
    language: str = "nl"
    law: str = "woo"
    #: How often a quoted tail is left out, and another document lies between the printouts.
    cuts: float = 0.1
    others: float = 0.1
    #: The mail programs that people write with.
    programs: tuple[str, ...] = tuple(PROGRAMS)


@frozen(kw_only=True)
class Release:
    """An invented release: its text, the truth in the gold form, and its redaction marks."""

    text: str
    gold: dict[str, Any]
    redactions: tuple[dict[str, Any], ...]

    def write(self, folder: str | Path) -> list[Path]:
        """Write ``release.txt``, ``release.gold.json`` and ``release.redactions.jsonl``; an existing file raises FileExistsError."""
        folder = Path(folder)
        folder.mkdir(parents=True, exist_ok=True)
        marks = "".join(json.dumps(mark, ensure_ascii=False) + "\n" for mark in self.redactions)
        contents = {
            "release.txt": self.text,
            "release.gold.json": json.dumps(self.gold, ensure_ascii=False, indent=1) + "\n",
            "release.redactions.jsonl": marks,
        }
        paths = [folder / name for name in contents]
        for path in paths:
            if path.exists():
                raise FileExistsError(path)
        for path, content in zip(paths, contents.values(), strict=True):
            path.write_bytes(content.encode())
        return paths


@frozen(kw_only=True, eq=False)
class Filed:
    """A printout as it lies in the dossier."""

    printout: Printout
    #: True where the tail that is missing was taken out, and lies nowhere else.
    removed: bool


@define(eq=False)
class _Plan:
    """A printout that is to be: its top, how much of the chain is printed, and where the rest was dealt with."""

    mail: Mail
    depth: int | None = None
    removed: bool = False


def simulate(settings: Settings) -> Release:
    """Invent a release; the same settings give the same one."""
    random = Random(settings.seed)  # noqa: S311 - repeatable, not secret
    sheet, gold = Sheet(random, Noise(random, settings.noise)), Gold()
    for one in dossier(random, settings):
        if isinstance(one, Filed):
            gold.add(one.printout, sheet.lay(one.printout), removed=one.removed)
        else:
            sheet.lay_other(one)
    return Release(text=sheet.text(), gold=gold.annotation(sheet.blank), redactions=tuple(gold.marks))


def dossier(random: Random, settings: Settings) -> Iterator[Filed | tuple[str, ...]]:
    """Yield what lies in the dossier, in order: printouts, and the lines of documents that are no mail."""
    censor = Censor(law=settings.law, spelling=random.randrange(SPELLINGS))
    printed: dict[int, int] = {}  # mail -> number of the last printout that holds it
    for number, plan in enumerate(_in_order(random, settings), start=1):
        if random.random() < settings.others:
            yield _other(random, settings.language)
        note = _note(random, plan, printed, settings.language)
        if note is None:
            plan.depth = None
        printout = print_out(random, plan.mail, number, censor, depth=plan.depth, note=note)
        yield Filed(printout=printout, removed=plan.removed)
        for copy in printout.copies:
            printed[copy.mail.number] = number


def _in_order(random: Random, settings: Settings) -> Iterator[_Plan]:
    """Yield what is to be printed, in order of time: every mail that nobody answered, and some that somebody did."""
    programs = tuple(name for name in settings.programs for _ in range(_WEIGHTS[name]))
    waiting: list[tuple[dt.datetime, int, _Plan]] = []
    for mails in threads(random, settings.messages, programs, settings.language, redaction=settings.law != "none"):
        while waiting and waiting[0][0] < mails[0].sent:
            yield heapq.heappop(waiting)[2]
        answered = {id(mail.parent) for mail in mails}
        for mail in mails:
            if id(mail) not in answered or random.random() < _PRINTED_TOO:
                heapq.heappush(waiting, (mail.sent, mail.number, _planned(random, mail, settings.cuts)))
    while waiting:
        yield heapq.heappop(waiting)[2]


def _planned(random: Random, mail: Mail, cuts: float) -> _Plan:
    length = len(mail.ancestry)
    if length > 1 and random.random() < cuts:
        return _Plan(mail, random.randrange(1, length), removed=random.random() < 0.5)
    return _Plan(mail)


def _note(random: Random, plan: _Plan, printed: dict[int, int], language: str) -> str | None:
    """Return the officer's note on the tail that is left out; None if there is no tail, or no document that it could be in."""
    if plan.depth is None:
        return None
    notes = wording.REMOVED if plan.removed else wording.CUTS
    tail = plan.mail.ancestry[plan.depth]
    if not plan.removed and tail.number not in printed:
        return None
    return random.choice(notes["en" if language == "en" else "nl"]).format(number=printed.get(tail.number), pages=random.randint(1, 3))


def _other(random: Random, language: str) -> tuple[str, ...]:
    """Return a document that is no mail: a memo, a letter, a table."""
    words = "en" if language == "en" else "nl"
    return tuple(
        line.format(
            matter=random.choice(phrases.MATTERS[words]),
            day=random.choice(wording.WEEKDAYS[words]),
            thing=random.choice(phrases.THINGS[words]),
            place=random.choice(phrases.PLACES),
            number=random.randint(100, 999),
        )
        for line in random.choice(phrases.OTHERS[words])
    )
