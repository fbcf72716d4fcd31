"""What a date line can have said, as costs: the type that date lines are read into and later rooms weigh again.

Costs are negative log-odds against the best possible reading: 0 costs nothing, 3 is twenty to one against.
"""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    import datetime as dt

#: Costs are negative log-odds. A digit read for another digit; for one of its own shape; a letter or speck in its place; a digit lost; one added.
OTHER_DIGIT, _LIKE_DIGIT, _SPECK, _LOST, _ADDED = 4.0, 2.8, 0.7, 2.5, 4.5
#: A weekday word that is read well and yet does not fit the day.
WRONG_WEEKDAY = 6.0
#: Digits of similar shape: what a worn or blurred print makes of one another.
_LIKE = {frozenset(pair) for pair in ("17", "14", "47", "38", "06", "08", "69", "89", "56", "35", "27", "68", "09", "90", "21", "12", "29")}


#: Any other day than the one printed undamaged.
_OTHER_DAY = 9.0


@frozen(kw_only=True, cache_hash=True)
class DateReading:
    """What a date line can have said: costs for each part, lower is likelier; None where a part tells nothing."""

    raw: str
    #: Monday to Sunday.
    weekdays: tuple[float, ...] | None = None
    #: What stands in the place of the day, digits folded; None if nothing does.
    day: str | None = None
    #: January to December.
    months: tuple[float, ...] | None = None
    #: Four characters, ``?`` for a digit that cannot be told.
    year: str = "????"
    #: ``HH:MM`` with ``?``.
    time: str = "??:??"
    zone: str | None = None
    #: The day itself where the print is clean; its weekday, if printed, agrees.
    exact: dt.date | None = None
    #: The two days it can be where day and month are numbers that could change places.
    either: tuple[dt.date, ...] = ()
    #: How much this looks like the date line of an e-mail: 0 to 6.
    strength: float = 0.0

    def cost(self, day: dt.date) -> float:
        """Return the cost of this day under the reading, in negative log-odds against the best possible."""
        if self.exact is not None or self.either:
            return 0.0 if day == self.exact or day in self.either else _OTHER_DAY
        total = self.month_cost(day.year, day.month)
        if self.weekdays is not None:
            total += self.weekdays[day.weekday()]
        return total + self.day_costs[day.day - 1]

    @cached_property
    def day_costs(self) -> tuple[float, ...]:
        """What each day of the month costs, 1 to 31."""
        if self.day is None:
            return (0.0,) * 31
        return tuple(digits_cost(self.day, str(day)) for day in range(1, 32))

    def month_cost(self, year: int, month: int) -> float:
        """Return what a year and month cost under the reading."""
        return _year_cost(self.year, year) + (self.months[month - 1] if self.months is not None else 0.0)


NO_DATE = DateReading(raw="")


@lru_cache(maxsize=4096)
def _year_cost(pattern: str, year: int) -> float:
    return sum(OTHER_DIGIT if p != q else 0.0 for p, q in zip(pattern, f"{year:04}", strict=True) if p != "?")


@lru_cache(maxsize=8192)
def digits_cost(seen: str, meant: str) -> float:
    """Return what it costs to have printed ``meant`` and read ``seen``, digit by digit; the cheapest alignment.

    >>> digits_cost("24", "24"), digits_cost("9", "29") < digits_cost("9", "22")
    (0.0, True)
    """
    row = [i * _LOST for i in range(len(meant) + 1)]
    for s in seen:
        above, row = row, [row[0] + _ADDED]
        for i, m in enumerate(meant):
            row.append(min(above[i] + _glyph_cost(s, m), above[i + 1] + _ADDED, row[i] + _LOST))
    return row[-1]


def _glyph_cost(seen: str, meant: str) -> float:
    if seen == meant:
        return 0.0
    if not seen.isdigit():
        return _SPECK
    return _LIKE_DIGIT if frozenset((seen, meant)) in _LIKE else OTHER_DIGIT
