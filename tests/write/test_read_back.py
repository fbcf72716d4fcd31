"""What was exported is read back as it was, and what is no export is refused with advice."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given

from lvvthreads.api import reconstruct
from lvvthreads.document.document import Document
from lvvthreads.document.errors import LvvthreadsError
from lvvthreads.write import from_dict, from_json, to_dict, to_json
from tests.write.specimen import CORRESPONDENCE as SPECIMEN
from tests.write.strategies import CORRESPONDENCE

if TYPE_CHECKING:
    from lvvthreads.thread.correspondence import Correspondence


@given(CORRESPONDENCE)
def test_reading_back_gives_the_same_correspondence(correspondence: Correspondence) -> None:
    """The eighth law: ``from_json(to_json(x)) == x``, and writing it again gives the same bytes."""
    text = to_json(correspondence)
    assert from_json(text) == correspondence
    assert to_json(from_json(text)) == text


def test_the_specimen_is_read_back() -> None:
    """Tuples come back as tuples, so whole objects are equal."""
    assert from_dict(to_dict(SPECIMEN)) == SPECIMEN


def test_texts_are_kept_on_request() -> None:
    """Only where texts were asked for they come back, with the lines as they are in the file; sources are equal with and without them."""
    found = reconstruct(
        Document.from_text("Van: A. Bos\r\nVerzonden: maandag 11 maart 2024 09:12\r\nAan: C. Dam\r\n\fzacht\n", name="kade.txt")
    )
    kept, left = from_json(to_json(found, texts=True)), from_json(to_json(found))
    assert kept == left == found
    assert kept.lines(kept.sources[0].id, 3, 9) == ("Aan: C. Dam", "\fzacht")
    assert left.sources[0].text is None
    assert left.lines(left.sources[0].id, 3, 9) is None


def test_a_text_of_another_file_is_refused() -> None:
    """Lines shown beside an e-mail must be those it was read from."""
    export = to_dict(reconstruct(Document.from_text("Van: A. Bos\n")), texts=True)
    export["sources"][0]["text"] += "later"
    with pytest.raises(LvvthreadsError, match="the text of a source is not the one that its digest was made of"):
        from_dict(export)


def test_unknown_keys_are_passed_over() -> None:
    """A later version may say more within the same format."""
    export: Any = to_dict(SPECIMEN)
    export["later"] = []
    export["links"][0]["seen"] = "later"
    export["messages"][0]["witnesses"][0]["from"]["title"] = "drs."
    assert from_dict(export) == SPECIMEN


def test_a_byte_order_mark_is_no_error() -> None:
    """Some editors put one before the JSON they save."""
    assert from_json("\ufeff" + to_json(SPECIMEN)) == SPECIMEN


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param("", "not the JSON of an export", id="nothing"),
        pytest.param("Van: Jansen", "lvvthreads export dossier.txt", id="the text of a dossier"),
        pytest.param('{"id": 1}\n{"id": 2}\n', "Extra data", id="JSON Lines"),
        pytest.param("[" * 100_000, "not the JSON of an export", id="nested without end"),
        pytest.param('{"weight": NaN}', "NaN is no number", id="a number that is none"),
        pytest.param("[]", 'has no "format"', id="a list"),
        pytest.param('{"messages": []}', 'has no "format"', id="no format"),
        pytest.param('{"format": "lvvthreads/2"}', "format lvvthreads/2, and this version reads lvvthreads/1", id="a later format"),
        pytest.param('{"format": "mbox/1"}', "format 'mbox/1', not lvvthreads/1", id="another format"),
        pytest.param('{"format": 1}', 'has no "format"', id="a format that is no name"),
        pytest.param('{"format": "lvvthreads/1"}', "damaged or incomplete (KeyError: 'sources')", id="incomplete"),
    ],
)
def test_what_is_no_export_is_said_in_one_sentence(text: str, says: str) -> None:
    """The message says what it is and what to do."""
    with pytest.raises(LvvthreadsError) as raised:
        from_json(text)
    assert says in str(raised.value)


@pytest.mark.parametrize("key", ["messages", "people", "threads", "ledger"])
@pytest.mark.parametrize("value", [None, 3, "text", {}, [3], [None], [{}], [[]]])
def test_a_damaged_export_raises_nothing_but_its_error(key: str, value: object) -> None:
    """No traceback of the machinery reaches the user."""
    export = {**to_dict(SPECIMEN), key: value}
    with pytest.raises(LvvthreadsError, match="damaged or incomplete"):
        from_json(json.dumps(export))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("links", 0, "parent"), "nobody:1"),
        (("threads", 0, "tree", 0, "message"), "nobody:1"),
        (("messages", 0, "from", "nodes"), ["nobody"]),
        (("messages", 0, "witnesses"), []),
        (("messages", 0, "witnesses", 0, "source"), "nowhere"),
        (("messages", 0, "text"), 3),
        (("messages", 0, "sent", "earliest"), "yesterday"),
        (("messages", 0, "subject", "prefixes"), "RE"),
        (("messages", 0, "quoted_only"), "no"),
        (("people", 0, "kind"), "guessed"),
        (("links", 0, "confidence"), "high"),
        (("links", 0, "confidence"), 292.0),
        (("links", 0, "alternatives"), [{"parent": "nobody:1", "confidence": 0.1}]),
        (("messages", 0, "witnesses", 0, "header", "lines"), []),
        (("links", 0, "evidence"), [{"feature": "quoted"}]),
        (("redactions", 0, "line"), 1.5),
    ],
)
def test_a_value_that_cannot_be_is_refused(path: tuple[str | int, ...], value: object) -> None:
    """What shows an export relies on its types, and on finding whatever it names."""
    export: Any = to_dict(SPECIMEN)
    at = export
    for key in path[:-1]:
        at = at[key]
    at[path[-1]] = value
    with pytest.raises(LvvthreadsError, match="damaged or incomplete"):
        from_dict(export)


@pytest.mark.parametrize(
    "hints",
    [None, [{"a": "a@voorbeeld.nl", "b": "3fa9c1d2e3f4:1/from", "score": 0.5, "reasons": []}], [{"a": "3fa9c1d2e3f4:1/from"}]],
    ids=["no list", "a named person", "cut off"],
)
def test_a_hint_that_cannot_be_is_refused(hints: object) -> None:
    """A hint speaks of two placeholders, never of somebody with a name."""
    with pytest.raises(LvvthreadsError, match="damaged or incomplete"):
        from_dict({**to_dict(SPECIMEN), "hints": hints})


@pytest.mark.parametrize("text", [b"{}", None, {"format": "lvvthreads/1"}])
def test_something_else_than_text_is_refused_with_advice(text: object) -> None:
    """Bytes for text is misuse."""
    with pytest.raises(TypeError, match="read_text"):
        from_json(text)  # type: ignore[arg-type]
