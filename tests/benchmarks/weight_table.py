"""The table of :mod:`lvvthreads.header.weights` as one mapping from names to numbers: to read, to try other numbers, and to write those that are kept.

A number that stands alone has a name of one part, ``("GAP",)``; one of a table has two, ``("LACKS", "sent")`` and ``("FOLLOWS", "from sent")``.
"""

from __future__ import annotations

import ast
import inspect
import subprocess
import sys
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lvvthreads.header import columns, decode, evidence, label, offer, seed, weights

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from types import ModuleType

Name = tuple[str, ...]

FILE = Path(str(weights.__file__))
#: The rooms that remember what they weighed, each before those that ask it.
ROOMS = (label, evidence, offer, seed, decode, columns)


def table() -> dict[Name, float]:
    """Return every number of the table under its name."""
    return {name: group[key] for name, (group, key) in _places().items()}


def _places() -> dict[Name, tuple[dict[Any, float], Any]]:
    """Return for each name the mapping and the key that it stands under: a lone number's mapping is the module's own."""
    found: dict[Name, tuple[dict[Any, float], Any]] = {}
    for title, held in vars(weights).items():
        if title.isupper() and isinstance(held, dict):
            found |= {(title, _spelled(key)): (held, key) for key in held}
        elif title.isupper():
            found[title,] = (vars(weights), title)
    return found


def _spelled(key: str | tuple[str, ...]) -> str:
    return key if isinstance(key, str) else " ".join(key)


@contextmanager
def weighing(values: Mapping[Name, float]) -> Iterator[None]:
    """Let the decoder weigh with other numbers for a while; those not given stay."""
    before = table()
    _put({name: value for name, value in values.items() if value != before[name]})
    try:
        yield
    finally:
        _put({name: value for name, value in before.items() if value != values.get(name, value)})


def _put(values: Mapping[Name, float]) -> None:
    """Put numbers into their places, and let the rooms forget what they weighed with others."""
    places = _places()
    for name, value in values.items():
        group, key = places[name]
        group[key] = value
    first = min((_first_reader(name[0]) for name in values), default=len(ROOMS))
    for room in ROOMS[first:]:
        _forget(room)


@cache
def _first_reader(title: str) -> int:
    """Return the place of the first room that reads a weight."""
    return next((at for at, room in enumerate(ROOMS) if f"weights.{title}" in inspect.getsource(room)), 0)


def _forget(room: ModuleType) -> None:
    for held in vars(room).values():
        if callable(getattr(held, "cache_clear", None)):
            held.cache_clear()


def written(source: str, values: Mapping[Name, float]) -> str:
    r"""Return the source of a table with these numbers in their places; its comments stay.

    >>> print(written('#: Why.\nGAP = -0.15\nFOLLOWS = {\n    ("from", "to"): 1.0,\n}', {("GAP",): -0.2, ("FOLLOWS", "from to"): 2.5}))
    #: Why.
    GAP = -0.2
    FOLLOWS = {
        ("from", "to"): 2.5,
    }
    """
    lines = source.split("\n")
    for name, node in sorted(_numbers(source), key=lambda pair: (pair[1].lineno, pair[1].col_offset), reverse=True):
        if name in values and node.end_col_offset is not None:
            # columns are counted in bytes
            line = lines[node.lineno - 1].encode()
            changed = line[: node.col_offset] + repr(values[name]).encode() + line[node.end_col_offset :]
            lines[node.lineno - 1] = changed.decode()
    return "\n".join(lines)


def _numbers(source: str) -> Iterator[tuple[Name, ast.expr]]:
    for statement in ast.parse(source).body:
        if not isinstance(statement, ast.Assign) or not isinstance(statement.targets[0], ast.Name):
            continue
        title = statement.targets[0].id
        if isinstance(statement.value, ast.Dict):
            for key, number in zip(statement.value.keys, statement.value.values, strict=True):
                if key is not None:
                    yield (title, _spelled(ast.literal_eval(key))), number
        else:
            yield (title,), statement.value


def write(values: Mapping[Name, float]) -> None:
    """Write numbers into the table, formatted as the house has it."""
    FILE.write_text(written(FILE.read_text(encoding="utf-8"), values), encoding="utf-8")
    subprocess.run([sys.executable, "-m", "ruff", "format", "--quiet", str(FILE)], check=True)
