"""The types of what stands in a header: people, dates, subjects, fields, and the block that holds them."""

from __future__ import annotations

from typing import Literal

from attrs import field, frozen

Kind = Literal["named", "redacted", "unreadable"]


@frozen(kw_only=True)
class Person:
    """One sender or recipient as one header shows it."""

    #: ``named``: a name or address can be read; ``redacted``: made illegible by the censor; ``unreadable``: by the scan.
    kind: Kind
    #: The name as it must have stood on the paper; None unless named.
    name: str | None = None
    #: The organisational unit behind the name or mark ("DG/DIR/AFD").
    unit: str | None = None
    #: The e-mail address, where it is legible whole.
    address: str | None = None
    #: The domain of the address, where at least that is legible.
    domain: str | None = None
    #: The grounds of the marks over this person, in normal spelling.
    grounds: tuple[str, ...] = ()
    #: The text this was read from.
    raw: str = ""
    #: The number of the line where it begins; None for a person of whom nothing is printed.
    line: int | None = None

    def on_line(self, line: int) -> Person:
        """Return the same person on another line."""
        return Person(
            kind=self.kind,
            name=self.name,
            unit=self.unit,
            address=self.address,
            domain=self.domain,
            grounds=self.grounds,
            raw=self.raw,
            line=line,
        )


@frozen(kw_only=True)
class Sent:
    """When an e-mail was sent, as far as that is known."""

    #: ISO 8601 cut off where knowledge ends: ``"2018-10-16T10:14"``, ``"2018-10-16"``, ``"2018-10"``, None.
    value: str | None = None
    #: The same to the minute with ``?`` for every digit not known; None if no digit is.
    pattern: str | None = None
    #: The first and last minute it can have been, ISO 8601; None where that side is open.
    earliest: str | None = None
    latest: str | None = None
    #: The time zone as printed, if any.
    zone: str | None = None
    #: What the digits rest on: ``header``, ``weekday``, ``copies``, ``order``, ``period``, ``person``.
    basis: tuple[str, ...] = ()
    #: The probability that every claimed digit is right.
    confidence: float = 0.0


@frozen(kw_only=True)
class Subject:
    """A subject line."""

    #: Without reply and forward prefixes.
    clean: str
    #: As printed.
    raw: str
    #: The prefixes, outermost first, normalised to ``RE`` and ``FW``.
    prefixes: tuple[str, ...] = ()
    #: ``person`` where a person says so; else it rests on what is printed.
    basis: tuple[str, ...] = ()


@frozen(kw_only=True)
class Attachment:
    """The name of an attached file."""

    #: As it must have stood on the paper.
    name: str
    #: As the text has it.
    raw: str


@frozen(kw_only=True)
class Field:
    """One header field as found: its label, if one was printed, and the lines of its value."""

    #: ``from``, ``sent``, ``to``, ``cc``, ``bcc``, ``subject``, ``attachments`` or ``other`` (urgency, flags and the like).
    name: str
    #: The label as the text has it, without its colon; None where it is lost.
    label: str | None
    #: The number of the line on which the value begins (or the label stands, if there is no value).
    line: int
    #: Every line that carries label or value.
    lines: tuple[int, ...]
    #: The value, its lines joined by newlines.
    raw: str
    #: The probability that these lines are this field.
    confidence: float


@frozen(kw_only=True)
class HeaderBlock:
    """The header of one e-mail as printed once: the lines Van, Verzonden, Aan, CC, Onderwerp, Bijlagen, whole or damaged."""

    #: ``block`` (labels and values), ``columns`` (labels in one place, values in another), ``attribution`` ("On ... wrote:").
    form: str
    #: The numbers of exactly those lines that carry it, ascending.
    lines: tuple[int, ...]
    fields: tuple[Field, ...]
    #: None where no sender line was found.
    sender: Person | None
    to: tuple[Person, ...]
    cc: tuple[Person, ...]
    bcc: tuple[Person, ...]
    #: What this header alone tells, the weekday included.
    sent: Sent
    #: None where no subject line was found.
    subject: Subject | None
    attachments: tuple[Attachment, ...]
    #: The probability that this is a header at all.
    confidence: float
    #: Named oddities, for instance ``"sender-missing"`` or ``"label-damaged:to"``.
    defects: tuple[str, ...] = ()
    #: The languages it was read in, the likeliest first; no part of what it says.
    languages: tuple[str, ...] = field(default=(), eq=False, repr=False)

    @property
    def first_line(self) -> int:
        """The number of its first line."""
        return self.lines[0]

    @property
    def last_line(self) -> int:
        """The number of its last line."""
        return self.lines[-1]
