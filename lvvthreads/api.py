"""The door for Python: :func:`reconstruct` takes files or texts of a release and returns its :class:`Correspondence`."""

from __future__ import annotations

import datetime as dt
import gc
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from attrs import evolve

from lvvthreads.correct.corrections import Corrections
from lvvthreads.correct.place import place
from lvvthreads.document.document import Document
from lvvthreads.document.errors import LvvthreadsError
from lvvthreads.document.read import read
from lvvthreads.header.parse import Parsed, parse
from lvvthreads.header.spelling import learn
from lvvthreads.message.boilerplate import learn_boilerplate
from lvvthreads.message.draft import draft
from lvvthreads.message.ruled import rule
from lvvthreads.thread.build import build
from lvvthreads.thread.hint import hints_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lvvthreads.message.chronology import Period
    from lvvthreads.thread.correspondence import Correspondence

#: An export names its format within so many characters.
_HEAD = 200
Readable = str | os.PathLike[str] | Document


def reconstruct(
    sources: Iterable[Readable] | Readable,
    *,
    period: tuple[str, str] | None = None,
    corrections: str | os.PathLike[str] | Corrections | None = None,
    hints: bool = False,
) -> Correspondence:
    r"""Put the e-mails in these files back into their conversations.

    ``sources`` are paths (``"-"`` is standard input) or documents (:meth:`Document.from_text` makes one of a string).
    ``period`` is the first and last day the request covers, as ISO dates: a help in reading damaged dates, never a filter.
    ``corrections`` is what a person says that the program has wrong, or the path of a file with that (:class:`~lvvthreads.correct.corrections.Corrections`);
    what became of each stands in the ``corrections`` of what is returned.
    ``hints`` asks for :attr:`Correspondence.hints`, pairs of placeholders that may be one person; they can help to make redacted people known, so think before you share them.
    Files that cannot be read raise :class:`~lvvthreads.document.errors.UnreadableError`.

    >>> text = "Van: A. Bos\nVerzonden: maandag 15 oktober 2018 14:18\nAan: C. Dam\nOnderwerp: Zaal\n\nIs de zaal vrij?"
    >>> [message.subject.clean for message in reconstruct(Document.from_text(text)).messages]
    ['Zaal']
    """
    days = _period(period)
    said = _corrections(corrections)
    documents = _documents(sources)
    with _collector_at_rest():
        found = _reconstruct(documents, days, said)
        return evolve(found, hints=hints_of(found, documents)) if hints else found


def _reconstruct(documents: list[Document], days: Period | None, corrections: Corrections) -> Correspondence:
    """Lead documents through the rooms: this is the pipeline."""
    placed = place(corrections, documents)
    parsed = [parse(document, placed.ruled(document.id)) for document in documents]
    spelling = learn(one.block for blocks in parsed for one in blocks)
    settled = [[Parsed(block=spelling.settled(one.block), date=one.date) for one in blocks] for blocks in parsed]
    boilerplate = learn_boilerplate(documents, [[one.block for one in blocks] for blocks in settled])
    rulings = rule(placed, {document.id: blocks for document, blocks in zip(documents, settled, strict=True)})
    drafted = [draft(document, blocks, boilerplate, rulings) for document, blocks in zip(documents, settled, strict=True)]
    return build(documents, drafted, days, rulings)


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Keep the cycle collector from walking over what is only growing: it would take a quarter of the time and find nothing, for no cycles are made."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _documents(sources: Iterable[Readable] | Readable) -> list[Document]:
    """Read the sources, in order of name; a text that is given twice is read once."""
    if isinstance(sources, str | os.PathLike | Document):
        sources = [sources]
    by_digest: dict[str, Document] = {}
    for source in sources:
        document = source if isinstance(source, Document) else read(source)
        if document.text[:_HEAD].lstrip("\ufeff \n").startswith("{") and '"format": "lvvthreads/' in document.text[:_HEAD]:
            message = f"{document.name} is an export, no text of a release; read it back with lvvthreads.from_json(Path(...).read_text(encoding='utf-8'))"
            raise LvvthreadsError(message)
        known = by_digest.get(document.sha256)
        if known is not None:
            first, second = sorted((known, document), key=lambda one: one.name)
            document = evolve(first, also=tuple(sorted({*first.also, *second.also, second.name} - {first.name})))
        by_digest[document.sha256] = document
    return sorted(by_digest.values(), key=lambda document: (document.name, document.id))


def _corrections(given: str | os.PathLike[str] | Corrections | None) -> Corrections:
    if given is None or isinstance(given, Corrections):
        return given or Corrections()
    if isinstance(given, str | os.PathLike):
        return Corrections.read(given)
    message = f"corrections are the path of a file, or Corrections, not {type(given).__name__}; Corrections.parse reads a text"
    raise TypeError(message)


def _period(period: tuple[str, str] | None) -> Period | None:
    if period is None:
        return None
    try:
        first, last = (dt.date.fromisoformat(day) for day in period)
    except (TypeError, ValueError) as error:
        message = f'the period is two ISO dates such as ("2018-10-01", "2018-12-31"), not {period!r}'
        raise LvvthreadsError(message) from error
    if first > last:
        message = f"the period ends before it begins: {period[0]} to {period[1]}"
        raise LvvthreadsError(message)
    return first, last
