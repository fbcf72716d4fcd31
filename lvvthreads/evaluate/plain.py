"""What JSON holds, taken out with a check: text where text is meant, whole numbers where lines are.

Golds are written by hand and exports by other programs too; whatever is of another type raises :class:`MisfitError` with the key, in
words that can be shown to whoever wrote it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

#: No span is longer than this; a mistyped line number would otherwise fill the memory with lines that are not there.
_LONGEST_SPAN = 1_000_000


class MisfitError(TypeError):
    """A value is not of the type that it stands for; the message says which, as the rest of a sentence."""


def mapping(value: Any, what: str) -> Mapping[str, Any]:
    """Return the value, which must be a JSON object."""
    if not isinstance(value, dict):
        message = f"{what} is not an object"
        raise MisfitError(message)
    return value


def given(raw: Mapping[str, Any], key: str) -> Any:
    """Return the value of a key that must be there, be it null."""
    if key not in raw:
        message = f'it has no "{key}"'
        raise MisfitError(message)
    return raw[key]


def text(raw: Mapping[str, Any], key: str) -> str:
    """Return a text that must be there."""
    if (value := optional_text(raw, key)) is None:
        message = f'it has no "{key}"'
        raise MisfitError(message)
    return value


def optional_text(raw: Mapping[str, Any], key: str) -> str | None:
    """Return a text that may be null or absent."""
    return _text(raw.get(key), key)


def number(raw: Mapping[str, Any], key: str) -> int:
    """Return a whole number that must be there."""
    return whole(given(raw, key), key)


def each(raw: Mapping[str, Any], key: str) -> list[Any]:
    """Return the values of a list; null and absent are an empty one."""
    value = raw.get(key)
    if value is None:
        return []
    if not isinstance(value, list):
        message = f'its "{key}" is not a list'
        raise MisfitError(message)
    return value


def texts(raw: Mapping[str, Any], key: str) -> tuple[str, ...]:
    """Return the texts of a list."""
    found = tuple(_text(value, key) for value in each(raw, key))
    return tuple(value for value in found if value is not None)


def span(first: Any, last: Any, what: str) -> range:
    """Return the line numbers from the first to the last, both of them included."""
    found = range(whole(first, what), whole(last, what) + 1)
    if len(found) > _LONGEST_SPAN:
        message = f'its "{what}" has more than {_LONGEST_SPAN} lines'
        raise MisfitError(message)
    return found


def pair(value: Any, what: str) -> tuple[int, int]:
    """Return first and last line of a list of the two."""
    if not (isinstance(value, list) and len(value) == 2):
        message = f'its "{what}" is not a pair of lines such as [4, 8]'
        raise MisfitError(message)
    return whole(value[0], what), whole(value[1], what)


def whole(value: Any, what: str) -> int:
    """Return the value, which must be a whole number."""
    if not isinstance(value, int) or isinstance(value, bool):
        message = f'its "{what}" is not a line number: {value!r:.40}'
        raise MisfitError(message)
    return value


def _text(value: Any, key: str) -> str | None:
    if value is not None and not isinstance(value, str):
        message = f'its "{key}" is not text: {value!r:.40}'
        raise MisfitError(message)
    return value
