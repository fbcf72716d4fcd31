"""What a person says that the program has wrong: one correction, where in the text it is about, and what became of it.

No kind of correction gives a redacted person a name or takes two placeholders for one: who was made illegible stays so.
"""

from __future__ import annotations

import datetime as dt
from typing import Literal, get_args

from attrs import frozen

from lvvthreads.correct.errors import CorrectionsError
from lvvthreads.correct.moment import pattern_of

CorrectionKind = Literal["same", "not-same", "parent", "not-parent", "no-parent", "date", "subject", "header", "no-header"]

#: kind -> what it says, for people; "{at}" and "{other}" are places, "{value}" what is said.
KINDS: dict[str, str] = {
    "same": "{at} and {other} are one e-mail",
    "not-same": "{at} and {other} are two e-mails",
    "parent": "{at} {value} {other}",
    "not-parent": "{at} neither replies to nor forwards {other}",
    "no-parent": "{at} replies to nothing that is here",
    "date": "{at} was sent {value}",
    "subject": "{at} has the subject {value}",
    "header": "{at} is a header",
    "no-header": "{at} is no header",
}
#: The kinds that speak of two places.
OF_TWO = frozenset(("same", "not-same", "parent", "not-parent"))
#: The kinds about lines; all others are about the e-mail whose header stands there.
ABOUT_LINES = frozenset(("header", "no-header"))
#: What a parent can be.
_LINKS = {None: "replies to or forwards", "reply": "replies to", "forward": "forwards"}
#: Whoever writes these wants what no correction does.
ABOUT_PEOPLE = frozenset(
    ("name", "person", "people", "sender", "recipient", "from", "to", "cc", "bcc", "same-person", "unredact", "placeholder")
)
NO_NAMES = (
    "no correction says who somebody is: a redacted person is given no name, and two placeholders are never taken for one; "
    'to say that two printed copies are of one e-mail write kind = "same"'
)
#: A header has no more lines than this, and a quotation of one neither.
MOST_LINES = 40


@frozen(kw_only=True)
class Anchor:
    """A place in a source, told so that it can be found again: by document, line and quotation."""

    #: The name of the file.
    document: str
    #: The number of the line on which the quotation begins.
    line: int
    #: The lines that stand there, blank ones left out.
    quote: tuple[str, ...]
    #: A few lines above and beneath, blank ones left out; they tell copies of one header apart.
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()

    def __attrs_post_init__(self) -> None:
        """Refuse what can never be found."""
        if not self.document:
            _refuse("its document has no name; give the name of the file")
        if self.line < 1:
            _refuse(f"its line is {self.line}; lines are numbered from 1")
        if not any(c.isalnum() for line in self.quote for c in line):
            _refuse("its quote has no letter or digit; quote the lines of the header")
        if max(len(self.quote), len(self.before), len(self.after)) > MOST_LINES:
            _refuse(f"it quotes more than {MOST_LINES} lines; no header has so many")

    @property
    def shown(self) -> str:
        """The document and line, for people."""
        return f"{self.document}:{self.line}"


@frozen(kw_only=True)
class Correction:
    """One thing a person says that stands above what the program finds."""

    kind: CorrectionKind
    at: Anchor
    #: The other e-mail, where the correction speaks of two: the copy, or the parent.
    other: Anchor | None = None
    #: The moment, the subject as it stood on the paper with its prefixes, or ``reply`` or ``forward``.
    value: str | None = None
    #: Who says so, on which day (ISO 8601) and why.
    by: str | None = None
    on: str | None = None
    why: str | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse a kind that there is not, and what does not go with the kind."""
        if self.kind not in get_args(CorrectionKind):
            _refuse(NO_NAMES if self.kind in ABOUT_PEOPLE else f"there is no kind {self.kind!r:.60}; the kinds are {', '.join(KINDS)}")
        if (self.other is not None) != (self.kind in OF_TWO):
            _refuse(
                f"{self.kind!r} speaks of two places: give at and other"
                if self.other is None
                else f"{self.kind!r} speaks of one place: leave other out"
            )
        if self.on is not None and not _is_day(self.on):
            _refuse(f"on is {self.on!r:.60}, and no day such as 2024-05-31")
        _check_value(self.kind, self.value)

    @property
    def says(self) -> str:
        """What it says, in one sentence."""
        value = _LINKS[self.value] if self.kind == "parent" else self.value
        return KINDS[self.kind].format(at=self.at.shown, other=self.other.shown if self.other else "", value=value)

    @property
    def reason(self) -> str:
        """Who says so, when and why; empty if nothing is said of that."""
        told = " on ".join(part for part in (self.by, self.on) if part)
        return ": ".join(part for part in (told, self.why) if part)


@frozen(kw_only=True)
class Outcome:
    """What became of one correction."""

    #: Its number in its file, from 1.
    number: int
    correction: Correction
    applied: bool
    #: Why it was not applied; empty if it was.
    why_not: str = ""
    #: The ids of the messages that it is about, as they came out.
    messages: tuple[str, ...] = ()


def _check_value(kind: str, value: str | None) -> None:
    if kind == "date":
        if value is None or pattern_of(value) is None:
            _refuse(
                f'the value is {value!r:.60}, and no moment such as "2024-03-11T14:05", "2024-03-11" or "2024-03-1?T14:05", of the years 1970 to 2099'
            )
    elif kind == "subject":
        if value is None or not value.strip():
            _refuse('the value is the subject as it stood on the paper, prefixes included, such as "RE: Zaal"')
    elif kind == "parent":
        if value not in _LINKS:
            _refuse(f'the value is {value!r:.60}; it is "reply" or "forward", or left out')
    elif value is not None:
        _refuse(f"{kind!r} has no value; leave it out")


def _is_day(text: str) -> bool:
    try:
        return dt.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _refuse(message: str) -> None:
    raise CorrectionsError(message)
