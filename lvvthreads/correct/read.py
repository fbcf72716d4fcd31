"""A text in TOML in, corrections out; or one sentence that names the entry, its line, and what to do.

The form is a list of tables ``[[correction]]``; each has ``kind``, ``at`` and, as its kind asks, ``other`` and ``value``, and may have ``by``, ``on`` and ``why``.
"""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from typing import Any

from lvvthreads.correct.correction import ABOUT_PEOPLE, NO_NAMES, Anchor, Correction
from lvvthreads.correct.errors import CorrectionsError

#: Where an entry begins.
_ENTRY = re.compile(r"[ \t]{0,40}\[\[[ \t]{0,40}[\"']?correction[\"']?[ \t]{0,40}\]\]")
_KEYS = ("kind", "at", "other", "value", "by", "on", "why")
_ANCHOR_KEYS = ("document", "line", "quote", "before", "after")
#: What is shown of a value that cannot be used.
_SHOWN = 100


def parse_corrections(text: str, name: str = "corrections") -> tuple[Correction, ...]:
    """Read corrections; ``name`` is what the file is called in errors.

    Raises
    ------
    CorrectionsError
        If the text is no TOML, or says what no correction says.

    """
    try:
        read = tomllib.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        message = f"{name} is not TOML ({_shown(str(error))}); mend that line, or take the entry out"
        raise CorrectionsError(message) from error
    strange = sorted(set(read) - {"correction"})
    if strange:
        message = f"{name} has '{_shown(strange[0])}' beside its corrections; each correction begins with a line [[correction]]"
        raise CorrectionsError(message)
    entries = read.get("correction", [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        message = f"correction in {name} is no list of tables; each correction begins with a line [[correction]]"
        raise CorrectionsError(message)
    lines = [number for number, line in enumerate(text.split("\n"), start=1) if _ENTRY.match(line)]
    starts = [f" (line {line})" for line in lines] if len(lines) == len(entries) else [""] * len(entries)
    return tuple(
        _numbered(entry, f"correction {number}{start} of {name}")
        for number, (entry, start) in enumerate(zip(entries, starts, strict=True), start=1)
    )


def _numbered(entry: dict[str, Any], where: str) -> Correction:
    try:
        return _correction(entry)
    except CorrectionsError as error:
        message = f"{where}: {error}"
        raise CorrectionsError(message) from error


def _correction(entry: dict[str, Any]) -> Correction:
    _check_keys(entry, _KEYS, ("kind", "at"), "a correction")
    return Correction(
        kind=_text(entry, "kind"),  # type: ignore[arg-type]  # the class refuses what is no kind
        at=_anchor(entry["at"], "at"),
        other=_anchor(entry["other"], "other") if "other" in entry else None,
        value=_moment(entry["value"]) if "value" in entry else None,
        by=_text(entry, "by") if "by" in entry else None,
        on=_moment(entry["on"], "on") if "on" in entry else None,
        why=_text(entry, "why") if "why" in entry else None,
    )


def _anchor(raw: Any, key: str) -> Anchor:
    if not isinstance(raw, dict):
        message = f"{key} is {_shown(repr(raw))}, and no table with document, line and quote"
        raise CorrectionsError(message)
    _check_keys(raw, _ANCHOR_KEYS, ("document", "line", "quote"), key)
    line = raw["line"]
    if not isinstance(line, int) or isinstance(line, bool):
        message = f"the line of {key} is {_shown(repr(line))}, and no number"
        raise CorrectionsError(message)
    return Anchor(
        document=_text(raw, "document"),
        line=line,
        quote=_lines(raw, "quote"),
        before=_lines(raw, "before"),
        after=_lines(raw, "after"),
    )


def _check_keys(table: dict[str, Any], known: tuple[str, ...], needed: tuple[str, ...], what: str) -> None:
    for key in table:
        if key in ABOUT_PEOPLE:
            raise CorrectionsError(NO_NAMES)
        if key not in known:
            message = f"{what} has no '{_shown(key)}'; it has {', '.join(known)}"
            raise CorrectionsError(message)
    for key in needed:
        if key not in table:
            message = f"{what} lacks {key}; lvvthreads corrections add writes whole ones"
            raise CorrectionsError(message)


def _text(table: dict[str, Any], key: str) -> str:
    value = table[key]
    if not isinstance(value, str):
        message = f'{key} is {_shown(repr(value))}, and no text in quotes such as {key} = "..."'
        raise CorrectionsError(message)
    return value


def _lines(table: dict[str, Any], key: str) -> tuple[str, ...]:
    """Return lines that are given as a list, or as one text."""
    value = table.get(key, [])
    lines = value.split("\n") if isinstance(value, str) else value
    if not isinstance(lines, list) or not all(isinstance(line, str) for line in lines):
        message = f'{key} is {_shown(repr(value))}, and no list of lines such as {key} = ["...", "..."]'
        raise CorrectionsError(message)
    return tuple(line for line in lines if line.strip())


def _moment(value: Any, key: str = "value") -> str:
    """Return a text; days and times that TOML knows as such are written out."""
    if isinstance(value, dt.datetime) and value.tzinfo is None:
        return value.isoformat(timespec="minutes")
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return value.isoformat()
    return _text({key: value}, key)


def _shown(text: str) -> str:
    """Return the beginning of a text that somebody else wrote, in signs that can be seen."""
    cut = text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
    return "".join(c if c.isprintable() else c.encode("unicode_escape", "backslashreplace").decode("ascii") for c in cut)
