"""The types of what e-mails are made of: witnesses, slots, messages, and the dossier's account of its lines."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Literal

from attrs import frozen

if TYPE_CHECKING:
    from lvvthreads.header.block import Attachment, HeaderBlock, Person, Sent, Subject
    from lvvthreads.message.reading import FieldName, Readings
    from lvvthreads.message.variant import Variant

LineClass = Literal["header", "body", "boilerplate", "furniture", "unassigned"]


@frozen(kw_only=True)
class Span:
    """Lines of a document, first and last included."""

    first_line: int
    last_line: int


@frozen(kw_only=True)
class LedgerEntry:
    """What a run of lines of a source was taken for."""

    source: str
    first_line: int
    last_line: int
    as_: LineClass


@frozen(kw_only=True)
class Printout:
    """One e-mail as it was printed, with everything quoted beneath it."""

    #: ``p1``, ``p2``, ... in the order of the source.
    id: str
    source: str
    first_line: int
    last_line: int
    #: The document number stamped on it, if one is readable.
    number: str | None = None


@frozen(kw_only=True)
class PersonNode:
    """A node of the graph: a named person, or the placeholder of one redacted or unreadable slot of one message."""

    node: str
    kind: Literal["named", "redacted", "unreadable"]
    #: None unless named.
    name: str | None = None
    #: The other spellings of the name that were met.
    spellings: tuple[str, ...] = ()
    unit: str | None = None
    grounds: tuple[str, ...] = ()


@frozen(kw_only=True)
class Slot:
    """One sender or recipient of a message over all its copies; it lists several nodes where copies show different things."""

    #: ``from``, ``to1``, ``to2``, ``cc1``, ...
    slot: str
    nodes: tuple[str, ...]


@frozen(kw_only=True)
class Witness:
    """One printed copy of an e-mail: at the top of a printout, or quoted in another e-mail."""

    #: The source's id and the first header line: ``3fa9c1d2e3f4:172``.
    id: str
    source: str
    page: int
    printout: str
    #: 0 at the top of its printout, 1 for the e-mail quoted right beneath, ...
    depth: int
    block: HeaderBlock
    #: What this header tells once weekday, order, copies and period were weighed.
    sent: Sent
    #: As the block has it, spellings settled by the dossier; None where no subject line was found.
    subject: Subject | None
    #: People with the node of each, in order: (person, node).
    sender: tuple[Person, str]
    to: tuple[tuple[Person, str], ...]
    cc: tuple[tuple[Person, str], ...]
    bcc: tuple[tuple[Person, str], ...]
    #: The lines of its own words; several spans where furniture stands between.
    body: tuple[Span, ...]
    text: str
    defects: tuple[str, ...] = ()


@frozen(kw_only=True)
class Message:
    """One e-mail, as its witnesses attest it."""

    #: The smallest id of its witnesses.
    id: str
    aliases: tuple[str, ...]
    #: True if it was never printed on its own.
    quoted_only: bool
    sender: Slot
    to: tuple[Slot, ...]
    cc: tuple[Slot, ...]
    bcc: tuple[Slot, ...]
    sent: Sent
    subject: Subject
    attachments: tuple[Attachment, ...]
    #: Its own words, from the best copy.
    text: str
    witnesses: tuple[Witness, ...]

    def readings(self, field: FieldName) -> Readings:
        r"""Return what each printed copy says of a field, what was chosen, and why.

        ``field`` is ``from``, ``sent``, ``to``, ``cc``, ``bcc``, ``subject``, ``attachments`` or ``body``; another raises LvvthreadsError.

        >>> import lvvthreads
        >>> text = "Van: A. Bos\nVerzonden: maandag 11 maart 2024 09:12\nAan: C. Dam\nOnderwerp: RE: Kade\n\nJa."
        >>> found = lvvthreads.reconstruct(lvvthreads.Document.from_text(text, name="kade.txt")).messages[0].readings("subject")
        >>> found.chosen.clean, found.reason, [(copy.page, copy.line, copy.raw) for copy in found.copies]
        ('Kade', 'the only copy', [(1, 4, 'RE: Kade')])
        """
        from lvvthreads.message.reading import readings

        return readings(self, field)

    @cached_property
    def variants(self) -> tuple[Variant, ...]:
        """The places where another copy has other words than :attr:`text`: misprints, redactions, wording.

        ``text`` is that of one copy, the best, and is never mixed from several.
        """
        from lvvthreads.message.variant import variants

        return variants(self)
