"""The order of the rooms is a law: a room imports only from rooms above it, and no room imports a door.

The source is parsed, not imported, so imports inside functions and for type checking count too.
"""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(__file__).parents[1] / "lvvthreads"

#: The way of the data, from above.
ROOMS = ("correct", "document", "exemption", "header", "message", "thread", "view", "write")

#: What lets people and programs in.
DOORS = ("api", "cli")

#: Tools that look at the pipeline from outside.
TOOLS = ("simulate", "evaluate")

#: Drawers without a name of their own.
DRAWERS = ("common", "data", "helpers", "misc", "models", "utils")

MODULES = sorted(PACKAGE.rglob("*.py"))


def name_of(path: Path) -> str:
    """Return the dotted name of a module file."""
    return ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")


def part_of(name: str) -> str:
    """Return the room, door or tool that a dotted name within the package belongs to; nothing for the package itself.

    >>> part_of("lvvthreads.header.block")
    'header'
    """
    return [*name.split("."), ""][1]


def imports(path: Path) -> Iterator[str]:
    """Yield the dotted names within the package that a module imports, wherever in it."""
    package = name_of(path) if path.name == "__init__.py" else name_of(path).rpartition(".")[0]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            module = ".".join([*above, *([node.module] if node.module else [])])
            # `from lvvthreads import api` imports a door, `from lvvthreads.api import reconstruct` too.
            names = [f"{module}.{alias.name}" for alias in node.names]
        yield from (name for name in names if name.split(".")[0] == PACKAGE.name)


@pytest.mark.parametrize("path", [path for path in MODULES if part_of(name_of(path)) in ROOMS], ids=name_of)
def test_a_room_imports_only_from_itself_and_from_rooms_above(path: Path) -> None:
    """No room knows a room below it, a door, a tool, or the package's own face."""
    room = part_of(name_of(path))
    allowed = ROOMS[: ROOMS.index(room) + 1]
    assert [name for name in imports(path) if part_of(name) not in allowed] == []


@pytest.mark.parametrize("path", [path for path in MODULES if part_of(name_of(path)) not in (*TOOLS, "cli")], ids=name_of)
def test_only_the_shell_s_door_knows_the_tools(path: Path) -> None:
    """What makes or measures test data is no part of the pipeline."""
    assert [name for name in imports(path) if part_of(name) in TOOLS] == []


@pytest.mark.parametrize("path", [path for path in MODULES if part_of(name_of(path)) == "simulate"], ids=name_of)
def test_the_simulator_does_not_share_the_wording_it_tests(path: Path) -> None:
    """A simulator with the parser's own tables would test the program on its own assumptions."""
    assert [name for name in imports(path) if part_of(name) in ("header", "exemption", "cli")] == []


def test_nothing_imports_the_shell_s_door() -> None:
    """The command line stands in front of everything else."""
    assert [path for path in MODULES if part_of(name_of(path)) != "cli" for name in imports(path) if part_of(name) == "cli"] == []


def test_every_part_of_the_package_has_its_place() -> None:
    """A new folder or module at the top is a room, a door or a tool: this list is then the place to say which."""
    assert {part_of(name_of(path)) for path in MODULES} - {""} <= {*ROOMS, *DOORS, *TOOLS, "__main__"}


def test_no_module_is_a_drawer_without_a_name() -> None:
    """Functions live in the room whose thing they make."""
    assert [path for path in MODULES if path.stem in DRAWERS] == []
