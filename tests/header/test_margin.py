"""Where a censor whites text out and stamps the code in the margin, the code is no person of its own."""

from __future__ import annotations

import pytest

from lvvthreads.header.attribution import attributions
from lvvthreads.header.people import read_people


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("     - DS/ABC                         B6", [("redacted", None, "DS/ABC", ("b6",))], id="one, whited out"),
        pytest.param(
            "      - DS/ABC; Vera Loman;      - DS/DEF                      B6",
            [("redacted", None, "DS/ABC", ("b6",)), ("named", "Vera Loman", None, ()), ("redacted", None, "DS/DEF", ("b6",))],
            id="two of three",
        ),
        pytest.param("                      B6", [("redacted", None, None, ("b6",))], id="nothing else is left"),
        pytest.param("(b)(6); Vera Loman", [("redacted", None, None, ("b6",)), ("named", "Vera Loman", None, ())], id="in its place"),
    ],
)
def test_a_code_in_the_margin_is_the_ground_of_those_whited_out(
    text: str, expected: list[tuple[str, str | None, str | None, tuple[str, ...]]]
) -> None:
    """Kind, name, unit and grounds of each person."""
    assert [(one.kind, one.name, one.unit, one.grounds) for one in read_people(text)] == expected


def test_an_attribution_line_ends_before_the_margin() -> None:
    """The colon that closes it is not the last sign of its line."""
    line = "On Mar 11, 2024, at 9:12 AM, Vera Loman <     @example.org> wrote:            B6"
    (block,) = attributions([line])
    assert {field.field for field in block.fields} == {"sent", "from"}
