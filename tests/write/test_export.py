"""The export has the form that other programs read, and the same bytes for the same correspondence."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve
from hypothesis import given
from jsonschema import Draft202012Validator

from lvvthreads.thread.correspondence import Hint
from lvvthreads.write import to_dict, to_json, to_jsonl
from tests.write.specimen import CORRESPONDENCE as SPECIMEN
from tests.write.strategies import CORRESPONDENCE

if TYPE_CHECKING:
    from lvvthreads.thread.correspondence import Correspondence

SCHEMA: dict[str, Any] = json.loads(files("lvvthreads.write").joinpath("schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)


def test_the_schema_is_one() -> None:
    """The schema that the package ships is valid JSON Schema."""
    Draft202012Validator.check_schema(SCHEMA)


@given(CORRESPONDENCE)
def test_every_export_fits_the_schema(correspondence: Correspondence) -> None:
    """Whatever a correspondence holds, its export has the form that is promised, and is UTF-8."""
    text = to_json(correspondence)
    text.encode("utf-8")
    VALIDATOR.validate(json.loads(text))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        pytest.param(("format",), "lvvthreads/2", id="another format"),
        pytest.param(("messages", 0, "sent", "pattern"), "2018-10", id="a pattern that is cut off"),
        pytest.param(("people", 0, "name"), "A. Voorbeeld", id="a placeholder with a name"),
        pytest.param(("messages", 0, "witnesses", 0, "from", "name"), "A. Voorbeeld", id="a redacted sender with a name"),
        pytest.param(("messages", 0, "witnesses", 0, "header", "first_line"), 0, id="lines count from 1"),
        pytest.param(("messages", 0, "to", 0, "slot"), "to", id="a slot without number"),
        pytest.param(("links", 0, "kind"), "quote", id="a link that is neither reply nor forward"),
        pytest.param(("ledger", 0, "as"), "prose", id="an unknown class of lines"),
    ],
)
def test_the_schema_refuses_what_the_contract_excludes(path: tuple[str | int, ...], value: object) -> None:
    """A schema that accepts everything would promise nothing."""
    export: Any = to_dict(SPECIMEN)
    part = export
    for step in path[:-1]:
        part = part[step]
    part[path[-1]] = value
    assert not VALIDATOR.is_valid(export)


def test_more_keys_may_be_added() -> None:
    """A later version may say more within the same format."""
    assert VALIDATOR.is_valid({**to_dict(SPECIMEN), "later": []})


def test_the_keys_stand_in_the_order_of_the_contract() -> None:
    """Programs and people find the keys where the description has them."""
    export = to_dict(SPECIMEN)
    assert list(export) == [
        *("format", "generator", "sources", "messages", "people", "links", "threads", "missing", "redactions", "ledger")
    ]
    message = export["messages"][0]
    assert list(message) == [
        *("id", "aliases", "quoted_only", "from", "to", "cc", "bcc", "sent", "subject", "attachments", "text", "witnesses")
    ]
    assert list(message["witnesses"][0])[:18] == [
        *("id", "source", "page", "printout", "depth", "header", "form", "from", "to", "cc", "bcc"),
        *("sent", "subject", "prefixes", "attachments", "body", "fields", "defects"),
    ]


def test_hints_stand_only_where_they_were_asked_for() -> None:
    """Asked for and none found is an empty list, not asked for is no key."""
    assert "hints" not in to_dict(SPECIMEN)
    assert to_dict(evolve(SPECIMEN, hints=()))["hints"] == []
    hint = Hint(a="3fa9c1d2e3f4:1/from", b="3fa9c1d2e3f4:1/from", score=0.8, reasons=("one",))
    export = to_dict(evolve(SPECIMEN, hints=(hint,)))
    assert list(export)[-1] == "hints"
    assert export["hints"] == [{"a": "3fa9c1d2e3f4:1/from", "b": "3fa9c1d2e3f4:1/from", "score": 0.8, "reasons": ["one"]}]
    assert VALIDATOR.is_valid(export)


def test_a_message_is_written_as_the_contract_says() -> None:
    """Each kind of value of a message has its form."""
    message = to_dict(SPECIMEN)["messages"][0]
    assert message["from"] == {"slot": "from", "nodes": ["3fa9c1d2e3f4:1/from"]}
    assert message["subject"] == {"clean": "Processchema", "raw": "RE: Processchema", "prefixes": ["RE"]}
    assert message["attachments"] == [{"name": "schema.pptx", "raw": "schema,pptx"}]
    assert message["sent"] == {
        "value": "2018-10-16T10:14",
        "pattern": "2018-10-16T10:14",
        "earliest": "2018-10-16T10:14",
        "latest": "2018-10-16T10:14",
        "zone": None,
        "basis": ["header", "weekday"],
        "confidence": 0.97,
    }


def test_a_witness_is_written_as_the_contract_says() -> None:
    """Each kind of value of a witness has its form, and its header says what it alone tells where that is less."""
    witness = to_dict(SPECIMEN)["messages"][0]["witnesses"][0]
    assert witness["from"] == {
        "kind": "redacted",
        "name": None,
        "unit": "DG/DIR/AFD",
        "address": None,
        "domain": None,
        "grounds": ["10.2.e"],
        "raw": "1102e DG/DIR/AFD",
        "node": "3fa9c1d2e3f4:1/from",
        "line": 1,
    }
    assert witness["subject"] == {"clean": "Processchema", "raw": "RE: Processchema"}
    assert witness["prefixes"] == ["RE"]
    assert witness["body"] == [{"first_line": 5, "last_line": 6}]
    assert list(witness["fields"]) == ["from", "other"]
    assert witness["fields"]["from"] == {"label": "Van", "line": 1, "raw": "1102e DG/DIR/AFD", "confidence": 0.99, "lines": [1]}
    header = witness["header"]
    assert (header["first_line"], header["last_line"], header["lines"]) == (1, 4, [1, 2, 3, 4])
    assert header["sent"]["pattern"] == "2018-10-1?T10:14"
    assert [more["label"] for more in header["more_fields"]] == ["Vlag"]
    assert not {"from", "to", "cc", "bcc", "subject"} & set(header)


def test_a_thread_lists_its_messages_in_display_order() -> None:
    """The flat tree and the list of messages agree."""
    assert to_dict(SPECIMEN)["threads"] == [
        {
            "id": "3fa9c1d2e3f4:9",
            "root": "3fa9c1d2e3f4:9",
            "subject": "Processchema",
            "messages": ["3fa9c1d2e3f4:9", "3fa9c1d2e3f4:1"],
            "tree": [
                {"message": "3fa9c1d2e3f4:9", "parent": None, "depth": 0},
                {"message": "3fa9c1d2e3f4:1", "parent": "3fa9c1d2e3f4:9", "depth": 1},
            ],
        }
    ]


def test_names_and_defects_of_a_source_stand_only_where_there_are_any() -> None:
    """A plain source is written in five keys."""
    assert list(to_dict(SPECIMEN)["sources"][0]) == ["id", "name", "sha256", "pages", "lines"]


@given(CORRESPONDENCE)
def test_json_lines_hold_one_message_a_line(correspondence: Correspondence) -> None:
    """Each line is a message as in the export; no character of a text breaks a line."""
    lines = to_jsonl(correspondence).split("\n")
    assert lines.pop() == ""
    assert [json.loads(line) for line in lines] == json.loads(to_json(correspondence))["messages"]


def test_json_shows_letters_as_letters_and_ends_with_a_newline() -> None:
    """People read it too: no escapes where none are needed, and indented."""
    assert '"raw": "A. Voorbeeld"' in to_json(SPECIMEN)
    assert to_json(SPECIMEN).startswith('{\n "format": "lvvthreads/1",\n')
    assert to_json(SPECIMEN).endswith("\n}\n")
    assert to_json(SPECIMEN, indent=None).count("\n") == 1
