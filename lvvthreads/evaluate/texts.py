"""The texts that an export was made of, so that what is wrong can be shown with its lines.

A text is one of the export's sources if it has the digest that stands there, whatever its name; a source without a digest is known by its name.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from lvvthreads.document.errors import LvvthreadsError, UnreadableError
from lvvthreads.document.read import read

if TYPE_CHECKING:
    from lvvthreads.document.document import Document
    from lvvthreads.evaluate.found import Found, FoundSource

#: The lines of each source, by its name.
Texts = Mapping[str, tuple[str, ...]]


def texts_given(found: Found, documents: Iterable[Document]) -> Texts:
    """Return the lines of texts that were given; raise LvvthreadsError for one that the export was not made of."""
    texts: dict[str, tuple[str, ...]] = {}
    for document in documents:
        names = [source.name for source in found.sources if source.name and _is(document, source)]
        if not names:
            known = ", ".join(source.name for source in found.sources if source.name) or "no files that it names"
            message = f"{document.name} is not a text that the export was made of, or has changed since; it was made of {known}"
            raise LvvthreadsError(message)
        texts |= dict.fromkeys(names, document.lines)
    return texts


def texts_beside(found: Found, folder: Path) -> Texts:
    """Return the lines of those sources that lie in a folder under their own names; others are passed over."""
    texts: dict[str, tuple[str, ...]] = {}
    for source in found.sources:
        # Only the last part: an export of a stranger leads to no other folder.
        path = folder / Path(source.name or "").name
        if source.name and path.is_file():
            try:
                document = read(path)
            except UnreadableError:
                continue
            if _is(document, source):
                texts[source.name] = document.lines
    return texts


def _is(document: Document, source: FoundSource) -> bool:
    return document.sha256 == source.sha256 if source.sha256 else document.name == source.name
