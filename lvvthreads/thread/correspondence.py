"""The Correspondence: all messages, people, links and threads of a dossier, and the questions one asks of it."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from attrs import field, frozen

from lvvthreads.document.document import Document
from lvvthreads.document.errors import LvvthreadsError
from lvvthreads.header.fold import plain

if TYPE_CHECKING:
    import networkx as nx

    from lvvthreads.correct.correction import Outcome
    from lvvthreads.message.message import LedgerEntry, Message, PersonNode, Slot
    from lvvthreads.thread.difference import RedactionDifference


@frozen(kw_only=True)
class Source:
    """One file of the dossier, as the export names it."""

    id: str
    name: str
    sha256: str
    pages: int
    lines: int
    #: Other names under which the very same text was given.
    also: tuple[str, ...] = ()
    defects: tuple[str, ...] = ()
    #: The whole text; None where the correspondence was read back from an export without texts. Sources are equal without it.
    text: str | None = field(default=None, eq=False, repr=False)

    @cached_property
    def text_lines(self) -> tuple[str, ...] | None:
        """The lines without their ends, line number ``n`` at ``n - 1``; None where there is no text."""
        return None if self.text is None else Document(name=self.name, text=self.text).lines


@frozen(kw_only=True)
class Evidence:
    """One reason for or against a link; its weight is in log-odds (natural logarithm)."""

    #: The name of the feature in the table of :mod:`lvvthreads.thread.link`, or ``person`` where a person says so.
    feature: str
    weight: float
    #: What was seen, for people.
    detail: str


@frozen(kw_only=True)
class Alternative:
    """Another parent that was weighed."""

    parent: str
    confidence: float


@frozen(kw_only=True)
class Link:
    """The child message replies to or forwards the parent message."""

    child: str
    parent: str
    kind: Literal["reply", "forward"]
    #: The probability that this is the parent.
    confidence: float
    evidence: tuple[Evidence, ...]
    alternatives: tuple[Alternative, ...] = ()


@frozen(kw_only=True)
class Branch:
    """A message in its thread's tree."""

    message: str
    parent: str | None
    depth: int


@frozen(kw_only=True)
class Thread:
    """A tree of linked messages."""

    #: The id of its root.
    id: str
    root: str
    subject: str
    #: The tree in display order: each parent before its children, children by time.
    tree: tuple[Branch, ...]

    @property
    def messages(self) -> tuple[str, ...]:
        """The ids of its messages, in display order."""
        return tuple(branch.message for branch in self.tree)


@frozen(kw_only=True)
class Missing:
    """An e-mail that must have existed but whose text is not in the dossier."""

    id: str
    #: ``removed`` by the censor, named by an ``attribution``, implied by a ``prefix``.
    kind: str
    #: The message that shows it.
    child: str
    #: What is known of it, by field name.
    known: dict[str, Any] = field(factory=dict)
    evidence: tuple[Evidence, ...] = ()


@frozen(kw_only=True)
class Redaction:
    """A redaction mark at its place in a source."""

    source: str
    line: int
    start: int
    end: int
    raw: str
    law: str | None
    ground: str | None
    #: ``person``, ``address``, ``passage``, ``signature`` or ``owner``.
    place: str


@frozen(kw_only=True)
class Hint:
    """A reason to think that two placeholders may be one person; a hint merges nothing and names nobody."""

    #: Two nodes, in the order of their ids.
    a: str
    b: str
    #: From 0 to 1, the more the likelier, and modest: of such pairs in invented releases more were one person.
    score: float
    reasons: tuple[str, ...]


@frozen(kw_only=True)
class Correspondence:
    """All messages, people, links and threads of a dossier."""

    sources: tuple[Source, ...]
    messages: tuple[Message, ...]
    people: tuple[PersonNode, ...]
    links: tuple[Link, ...]
    threads: tuple[Thread, ...]
    missing: tuple[Missing, ...] = ()
    redactions: tuple[Redaction, ...] = ()
    ledger: tuple[LedgerEntry, ...] = ()
    #: What became of each correction that a person gave.
    corrections: tuple[Outcome, ...] = ()
    #: Placeholders that may be one person; None unless asked for, since hints can help to make people known who were redacted.
    hints: tuple[Hint, ...] | None = None

    @cached_property
    def _by_id(self) -> dict[str, Message]:
        found = {message.id: message for message in self.messages}
        for message in self.messages:
            for alias in message.aliases:
                found.setdefault(alias, message)
        return found

    @cached_property
    def _nodes(self) -> dict[str, PersonNode]:
        return {person.node: person for person in self.people}

    @cached_property
    def _parents(self) -> dict[str, Link]:
        return {link.child: link for link in self.links}

    @cached_property
    def _sources(self) -> dict[str, Source]:
        return {source.id: source for source in self.sources}

    def source(self, id_: str) -> Source:
        """Return the source of this id; raise KeyError if there is none."""
        return self._sources[id_]

    def lines(self, source: str, first: int, last: int) -> tuple[str, ...] | None:
        r"""Return lines ``first`` to ``last`` of a source as they are in the file; None if it has no text (an export keeps texts only on request).

        >>> import lvvthreads
        >>> text = "Van: A. Bos\nVerzonden: maandag 11 maart 2024 09:12\nAan: C. Dam\nOnderwerp: Kade\n\nDe kade is vrij."
        >>> found = lvvthreads.reconstruct(lvvthreads.Document.from_text(text))
        >>> found.lines(found.sources[0].id, 3, 4)
        ('Aan: C. Dam', 'Onderwerp: Kade')
        """
        lines = self.source(source).text_lines
        return None if lines is None else lines[max(0, first - 1) : last]

    def message(self, id_: str) -> Message:
        """Return the message of this id, or of one of its aliases; raise KeyError if there is none."""
        return self._by_id[id_]

    def person(self, node: str) -> PersonNode:
        """Return the person or placeholder of this node; raise KeyError if there is none."""
        return self._nodes[node]

    def parent_link(self, id_: str) -> Link | None:
        """Return the link from this message to its parent, None for a root."""
        return self._parents.get(id_)

    def select(
        self,
        *,
        after: str | None = None,
        before: str | None = None,
        person: str | None = None,
        unit: str | None = None,
        subject: str | None = None,
    ) -> tuple[Message, ...]:
        """Return the messages that fit all that is asked, in the order of the dossier.

        ``after`` and ``before`` are ISO dates or times, both included: a message fits if it can have been sent then, so an undated one fits any.
        ``person`` and ``unit`` are parts of a name or of an organisational unit, of its sender or of a recipient; ``subject`` is part of a subject.
        Letters are compared without case and accents.
        """
        return select(self, Wanted(after=after, before=before, person=person, unit=unit, subject=subject))

    def redaction_counts(self, by: Literal["ground", "law", "place", "unit", "thread"] = "ground") -> dict[str | None, int]:
        r"""Count the redaction marks by ground, law, place, unit or thread, the most frequent first.

        None stands for the marks that have no such key, and comes last: bars without ground and law, marks behind which no unit stands, marks outside every e-mail.
        ``unit`` is the one printed behind the sender or recipient that a mark covers, ``thread`` the id of the thread in which a mark stands.
        Marks are counted as printed: those of an e-mail that was released in three copies count with all three.
        Keys of equal count stand in the order of the laws, of the places in the export, or of the threads; units by the alphabet.

        >>> import lvvthreads
        >>> text = "Van: 5.1.2.e - DG/WEG\nVerzonden: maandag 11 maart 2024 09:12\nAan: C. Dam\nOnderwerp: Kade\n\nDag 5.1.2.e,\n5.2.1"
        >>> found = lvvthreads.reconstruct(lvvthreads.Document.from_text(text))
        >>> found.redaction_counts()
        {'5.1.2.e': 2, '5.2.1': 1}
        >>> found.redaction_counts(by="unit")
        {'DG/WEG': 1, None: 2}
        """
        from lvvthreads.thread.count import redaction_counts

        return redaction_counts(self, by)

    def marked_share(self, id_: str) -> float | None:
        r"""Return the share of the lines of a message's own words, blank ones apart, on which a mark stands; None if it has no words.

        All its printed copies count together; raise KeyError if there is no such message.
        A line with a mark is mostly legible but for a name, so this says how widely a message is marked, not how much of it is lost.

        >>> import lvvthreads
        >>> text = "Van: A. Bos\nVerzonden: maandag 11 maart 2024 09:12\nAan: C. Dam\nOnderwerp: Kade\n\nDag 5.1.2.e,\n\nDe kade is vrij."
        >>> found = lvvthreads.reconstruct(lvvthreads.Document.from_text(text))
        >>> found.marked_share(found.messages[0].id)
        0.5
        """
        from lvvthreads.thread.count import marked_share

        return marked_share(self, id_)

    def redaction_differences(self) -> tuple[RedactionDifference, ...]:
        r"""Return the places that two copies of one e-mail redact differently: covered here and shown there, or covered under another ground.

        Each quotes both copies as they are printed, and no more: no placeholder gets a name from it.
        A mark that faces nothing in the other copy is not listed, for the scan may have lost it there;
        nor are recipients where the copies list different numbers of them and no unit tells who is who.
        Bodies are compared with the copy whose words the message has, the fullest one.

        >>> import lvvthreads
        >>> text = "Van: {}\nVerzonden: maandag 11 maart 2024 09:12\nAan: C. Dam\nOnderwerp: Kade\n\nDe kade is vrij, zegt {} van de haven.\n\f"
        >>> twice = text.format("A. Bos", "Tom") + text.format("A. Bos", "5.1.2.e")
        >>> found = lvvthreads.reconstruct(lvvthreads.Document.from_text(twice, name="kade.txt"))
        >>> [(one.place, one.kind, one.covered.words, one.instead.words) for one in found.redaction_differences()]
        [('body', 'shown', '5.1.2.e', 'Tom')]
        """
        from lvvthreads.thread.difference import redaction_differences

        return redaction_differences(self)

    if TYPE_CHECKING:  # attached in the package's __init__, so that data does not import its picture

        def to_json(self, *, indent: int | None = 1, texts: bool = False) -> str:
            """Return the JSON export; with ``texts`` it holds the whole text of each source."""

        def to_dict(self, *, texts: bool = False) -> dict[str, Any]:
            """Return the export as plain lists and dicts; with ``texts`` it holds the whole text of each source."""

        def explain(self, message_id: str) -> str:
            """Say why a message hangs where it hangs, what else was weighed, as a sum of evidence."""

        def tree(self, *, min_confidence: float = 0.0, thread: str | int | None = None) -> str:
            """Return all threads, or one, as a tree of text; links below the confidence are cut."""

    @cached_property
    def reply_graph(self) -> nx.DiGraph[str]:
        """The messages with an edge from each parent to its child: a branching. Attributes are plain."""
        from lvvthreads.thread.graph import reply_graph

        return reply_graph(self)

    @cached_property
    def graph(self) -> nx.MultiDiGraph[str]:
        """Messages, people and placeholders with typed edges: sent, to, cc, bcc, reply, forward. Attributes are plain."""
        from lvvthreads.thread.graph import full_graph

        return full_graph(self)


_ISO = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?:T\d\d(?::\d\d)?)?)?)?")


@frozen(kw_only=True)
class Wanted:
    """What a selection of messages asks for; None where it does not ask."""

    after: str | None = None
    before: str | None = None
    person: str | None = None
    unit: str | None = None
    subject: str | None = None


def select(correspondence: Correspondence, wanted: Wanted) -> tuple[Message, ...]:
    """Return the messages that fit all that is wanted; raise LvvthreadsError for what is no ISO date or time."""
    for given in (wanted.after, wanted.before):
        if given is not None and not _ISO.fullmatch(str(given)):
            error = f"after and before are ISO dates or times such as '2018-10', '2018-10-16' or '2018-10-16T10:14', not {given!r}"
            raise LvvthreadsError(error)
    return tuple(message for message in correspondence.messages if _fits(correspondence, message, wanted))


def _fits(correspondence: Correspondence, message: Message, wanted: Wanted) -> bool:
    people = [correspondence.person(node) for slot in _slots(message) for node in slot.nodes]
    names = [name for person in people for name in (person.name, *person.spellings) if name]
    return (
        _in_time(message, wanted)
        and (wanted.person is None or any(_holds(name, wanted.person) for name in names))
        and (wanted.unit is None or any(_holds(person.unit or "", wanted.unit) for person in people))
        and (wanted.subject is None or _holds(message.subject.clean, wanted.subject))
    )


def _slots(message: Message) -> tuple[Slot, ...]:
    return (message.sender, *message.to, *message.cc, *message.bcc)


def _in_time(message: Message, wanted: Wanted) -> bool:
    sent = message.sent
    late = wanted.after is not None and sent.latest is not None and sent.latest[: len(wanted.after)] < wanted.after
    early = wanted.before is not None and sent.earliest is not None and sent.earliest[: len(wanted.before)] > wanted.before
    return not late and not early


def _holds(text: str, part: str) -> bool:
    return plain(part) in plain(text)
