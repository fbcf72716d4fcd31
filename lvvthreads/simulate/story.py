"""Invent correspondences: who writes to whom, when, in answer to what, and in which words.

A mail is what was sent, before anybody printed, covered or scanned it.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Literal

from attrs import evolve, frozen

from lvvthreads.simulate import phrases, wording
from lvvthreads.simulate.cast import Official, circle

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

Kind = Literal["reply", "forward"]

#: How often, of a hundred: an answer goes to the last mail; it is a forward; a reply goes to all; the subject is changed; a file is attached.
_TO_LAST, _FORWARD, _TO_ALL, _CHANGED, _ATTACHED = 0.75, 0.2, 0.4, 0.03, 0.12
#: A forward without any words of its own, or with one line; a list of very many recipients.
_WORDLESS, _ONE_LINE, _LONG_LIST = 0.12, 0.4, 0.04
#: The share of threads by their number of mails.
_LENGTHS = {1: 0.15, 2: 0.2, 3: 0.2, 4: 0.15, 5: 0.1, 6: 0.08, 8: 0.07, 12: 0.05}
#: How often an official's first mail has the office's signature, and an answer; a first mail is sent again; a forward goes to another circle.
_SIGNED, _SIGNED_ANSWER, _RESENT, _ELSEWHERE = 0.5, 0.15, 0.02, 0.5
_WIDTH = 78
_OFFICE_HOURS = (8, 18)
_LANGUAGE_OF_WORDS = {"nl": "nl", "en": "en", "de": "en", "fr": "en"}
#: Programs that put their prefix in place of another's; the rest put it before.
_REPLACING = frozenset(("outlook", "exchange"))


@frozen(kw_only=True, eq=False)
class Mail:
    """One e-mail as it was sent."""

    number: int
    thread: int
    parent: Mail | None
    kind: Kind | None
    sender: Official
    to: tuple[Official, ...]
    cc: tuple[Official, ...]
    sent: dt.datetime
    #: The subject without prefixes, and the prefixes as written, outermost first.
    subject: str
    prefixes: tuple[str, ...]
    attachments: tuple[str, ...]
    #: Its own words, line by line.
    lines: tuple[str, ...]
    #: What the office puts beneath the writer's name; ``{phone}`` and ``{address}`` stand for the writer's own.
    office: tuple[str, ...] = ()

    @property
    def ancestry(self) -> tuple[Mail, ...]:
        """The mail and what it quotes, the newest first."""
        chain, at = [self], self.parent
        while at is not None:
            chain.append(at)
            at = at.parent
        return tuple(chain)


def threads(random: Random, messages: int, programs: tuple[str, ...], language: str, *, redaction: bool) -> Iterator[list[Mail]]:
    """Yield threads until so many mails are written."""
    number = thread = 0
    start = dt.datetime(random.randint(2014, 2023), random.randint(1, 12), 1, 9, 0)  # noqa: DTZ001 - mails print local time
    while number < messages:
        people = circle(random, programs, language, redaction=redaction)
        length = min(random.choices(list(_LENGTHS), list(_LENGTHS.values()))[0], messages - number)
        start += dt.timedelta(hours=random.expovariate(1 / 20))
        mails = [_first(random, people, _in_office(random, start), number, thread)]
        elsewhere: list[Official] = []
        while len(mails) < length:
            if not elsewhere and random.random() < _FORWARD:
                elsewhere = circle(random, programs, language, redaction=redaction)
            mails.append(_next(random, people, elsewhere, mails, number + len(mails)))
        number, thread = number + length, thread + 1
        if number < messages and random.random() < _RESENT:
            mails.append(_resent(random, mails[0], number, thread))
            number, thread = number + 1, thread + 1
        yield mails


def _first(random: Random, people: list[Official], sent: dt.datetime, number: int, thread: int) -> Mail:
    sender, *others = random.sample(people, len(people))
    to, cc = _recipients(random, others)
    language = _LANGUAGE_OF_WORDS[sender.language]
    subject = f"{random.choice(phrases.TASKS[language])} {random.choice(phrases.MATTERS[language])}"
    return Mail(
        number=number,
        thread=thread,
        parent=None,
        kind=None,
        sender=sender,
        to=to,
        cc=cc,
        sent=sent,
        subject=subject[0].upper() + subject[1:],
        prefixes=(),
        attachments=_attachments(random, language),
        lines=_words(random, language, sender, to, passed_on=False),
        office=_office(random, sender, language, _SIGNED),
    )


def _resent(random: Random, mail: Mail, number: int, thread: int) -> Mail:
    """Send a mail again some hours or days later, as it was: a mail of its own that answers none."""
    sent = _in_office(random, mail.sent + dt.timedelta(hours=random.randint(2, 90), minutes=random.randint(1, 59)))
    return evolve(mail, number=number, thread=thread, sent=sent)


def _next(random: Random, people: list[Official], elsewhere: list[Official], mails: list[Mail], number: int) -> Mail:
    """Answer one of the mails written so far, or pass it on."""
    parent = mails[-1] if random.random() < _TO_LAST else random.choice(mails)
    kind: Kind = "forward" if random.random() < _FORWARD else "reply"
    sender = random.choice(parent.to)
    if kind == "forward":
        circle_ = elsewhere if elsewhere and random.random() < _ELSEWHERE else people
        others = [one for one in circle_ if one not in {sender, parent.sender}]
        to, cc = _recipients(random, random.sample(others, len(others)))
    else:
        to, cc = (parent.sender,), ()
        if random.random() < _TO_ALL:
            to = (parent.sender, *(one for one in parent.to if one not in {sender, parent.sender}))
            cc = tuple(one for one in parent.cc if one not in {sender, *to})
    sent = _in_office(random, parent.sent + dt.timedelta(minutes=1 + random.lognormvariate(4.0, 1.6)))
    latest = max(mail.sent for mail in mails if mail is parent or mail.parent is parent)
    sent = max(sent, latest + dt.timedelta(minutes=random.randint(1, 9)))
    subject, prefixes = parent.subject, _prefixed(parent.prefixes, sender, kind)
    if kind == "reply" and random.random() < _CHANGED:
        subject = f"{subject} - {random.choice(phrases.TASKS[_LANGUAGE_OF_WORDS[sender.language]])}"
    language = _LANGUAGE_OF_WORDS[sender.language]
    return Mail(
        number=number,
        thread=parent.thread,
        parent=parent,
        kind=kind,
        sender=sender,
        to=to,
        cc=cc,
        sent=sent,
        subject=subject,
        prefixes=prefixes,
        attachments=_attachments(random, language),
        lines=_words(random, language, sender, to, passed_on=kind == "forward"),
        office=_office(random, sender, language, _SIGNED_ANSWER),
    )


def _prefixed(before: tuple[str, ...], sender: Official, kind: Kind) -> tuple[str, ...]:
    """Put the sender's prefix before the subject: some programs replace another's, and none doubles a reply's."""
    own = wording.PREFIXES[sender.language][kind == "forward"]
    own = own if sender.program in _REPLACING or sender.language in {"de", "fr"} else {"RE": "Re", "FW": "Fwd"}[own]
    if sender.program in _REPLACING:
        return (own,)
    return before if before[:1] == (own,) and kind == "reply" else (own, *before)[:3]


def _recipients(random: Random, others: list[Official]) -> tuple[tuple[Official, ...], tuple[Official, ...]]:
    count = len(others) if random.random() < _LONG_LIST else random.choice((1, 1, 1, 2, 2, 3))
    to = others[:count]
    cc = others[count : count + random.choice((0, 0, 0, 1, 1, 2))]
    return tuple(to), tuple(cc)


def _in_office(random: Random, moment: dt.datetime) -> dt.datetime:
    """Move most moments of nights and weekends to the next working day; some people work late."""
    first, last = _OFFICE_HOURS
    if random.random() < 0.08:
        return moment.replace(second=0, microsecond=0)
    if moment.hour >= last or moment.weekday() > 4:
        moment = (moment + dt.timedelta(days=1)).replace(hour=first, minute=random.randint(0, 59))
    if moment.hour < first:
        moment = moment.replace(hour=first + random.randint(0, 2), minute=random.randint(0, 59))
    while moment.weekday() > 4:
        moment += dt.timedelta(days=1)
    return moment.replace(second=0, microsecond=0)


def _attachments(random: Random, language: str) -> tuple[str, ...]:
    count = random.choice((1, 1, 1, 2, 3)) if random.random() < _ATTACHED else 0
    return tuple(_filled(random, random.choice(phrases.FILES[language]), language) for _ in range(count))


def _words(random: Random, language: str, sender: Official, to: tuple[Official, ...], *, passed_on: bool) -> tuple[str, ...]:
    """Write the mail's own words: greeting, some paragraphs, closing; what is only passed on has a line, or none."""
    if passed_on and random.random() < _WORDLESS:
        return ()
    if passed_on and random.random() < _ONE_LINE:
        return (random.choice(phrases.PASSED_ON[language]), "", sender.given)
    who = to[0].given if len(to) == 1 else phrases.EVERYBODY[language]
    lines = [random.choice(phrases.SALUTATIONS[language]).format(who=who), ""]
    for _ in range(random.choice((1, 1, 2, 2, 3))):
        sentences = random.sample(phrases.SENTENCES[language], random.randint(1, 4))
        lines += [*_wrapped(" ".join(_filled(random, sentence, language) for sentence in sentences)), ""]
    return (*lines, random.choice(phrases.CLOSINGS[language]), sender.given)


def _office(random: Random, sender: Official, language: str, often: float) -> tuple[str, ...]:
    """Return the signature that an office puts beneath a mail: function, department, address, telephone; none for people from elsewhere."""
    if sender.unit is None or random.random() >= often:
        return ()
    return ("", *(_filled(random, line, language) for line in random.choice(phrases.SIGNATURES[language])))


def _filled(random: Random, text: str, language: str) -> str:
    return text.format(
        phone="{phone}",
        address="{address}",
        matter=random.choice(phrases.MATTERS[language]),
        task=random.choice(phrases.TASKS[language]),
        number=random.randint(2, 99),
        day=wording.WEEKDAYS[language][random.randint(0, 4)],
        place=random.choice(phrases.PLACES),
        thing=random.choice(phrases.THINGS[language]),
    )


def _wrapped(text: str) -> Iterator[str]:
    line = ""
    for word in text.split():
        if line and len(line) + len(word) >= _WIDTH:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    if line:
        yield line
