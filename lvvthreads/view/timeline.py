"""One thread as a line drawing: time runs to the right, each message has a row, links run from parent to child.

The drawing is SVG without script, style sheet or identifiers, so that many of them can stand on one page, and it is drawn in the colour of the
text around it, so that it can be read on paper white and on night black.
A dot is filled for a sender with a name, hollow for a redacted one, dashed for an unreadable one; a moment known only roughly is a bar
as wide as the doubt, one not known at all stands left of the time axis.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from attrs import frozen

from lvvthreads.view.harmless import escaped
from lvvthreads.view.wording import DOUBTFUL, Wording, when

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lvvthreads.header.block import Sent
    from lvvthreads.message.message import Slot
    from lvvthreads.view.forest import Row

#: Sizes in pixels; the rows of text beside the drawing have the same height.
ROW_HEIGHT = 24
_AXIS_HEIGHT = 20
_WIDTH = 250
_MARGIN = 16
_GUTTER = 26
_RADIUS = 4.5

#: Nearer than this a link is drawn as a bow, for an angle would hide behind the dots.
_NEAR = 14

#: A missing e-mail stands this far left of the one that shows it, clear of the links that run down from there.
_ASIDE = 10

#: A moment known to less than this does not stretch the axis.
_ROUGH = timedelta(days=1)

#: On a longer axis the midnights would stand too close.
_DAYS_DRAWN = 31

Bounds = tuple[datetime, datetime]


@frozen(kw_only=True)
class Scale:
    """Where moments stand: the axis and its ends."""

    first: datetime
    last: datetime
    left: float

    def x(self, moment: datetime) -> float:
        """Return the place of a moment; what lies outside stands at the end."""
        share = (moment - self.first) / (self.last - self.first) if self.last > self.first else 0.5
        return round(self.left + min(1.0, max(0.0, share)) * (_WIDTH - _MARGIN - self.left), 1)


def timeline(rows: Sequence[tuple[Row, int]], height: int, wording: Wording) -> str:
    """Draw these messages, each in its row counted from 0, in a drawing of this many rows."""
    bounds = {row.message.id: _bounds(row.message.sent) for row, _ in rows}
    scale = _scale([each for each in bounds.values() if each], undated=not all(bounds.values()))
    places = {row.message.id: (_middle(bounds[row.message.id], scale), (number + 0.5) * ROW_HEIGHT) for row, number in rows}
    parts = [*_axis(scale, height)]
    for row, _ in rows:
        parts += _links(row, places)
        parts += _bar(bounds[row.message.id], places[row.message.id][1], scale)
        parts.append(_dot(row, places[row.message.id], wording))
    size = f'width="{_WIDTH}" height="{height * ROW_HEIGHT + _AXIS_HEIGHT}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" aria-label="timeline" fill="none" stroke="currentColor">'
        + "".join(parts)
        + "</svg>"
    )


def _bounds(sent: Sent) -> Bounds | None:
    """Return the first and last moment an e-mail can have been sent; None if either side is open or not a date."""
    try:
        ends = [
            datetime.fromisoformat(each).replace(tzinfo=None) for each in (sent.earliest or sent.value, sent.latest or sent.value) if each
        ]
    except ValueError:
        return None
    return (ends[0], max(ends)) if len(ends) == 2 else None


def _scale(bounds: list[Bounds], *, undated: bool) -> Scale | None:
    if not bounds:
        return None
    sure = [each for each in bounds if each[1] - each[0] < _ROUGH] or bounds
    return Scale(first=min(first for first, _ in sure), last=max(last for _, last in sure), left=_MARGIN + (_GUTTER if undated else 0))


def _middle(bounds: Bounds | None, scale: Scale | None) -> float:
    return (scale.x(bounds[0]) + scale.x(bounds[1])) / 2 if bounds and scale else float(_MARGIN)


def _axis(scale: Scale | None, height: int) -> Iterator[str]:
    foot = height * ROW_HEIGHT
    if scale is None:
        yield _label(_MARGIN, foot, "undated", "start")
        return
    yield f'<path d="M{scale.left} {foot}H{_WIDTH - _MARGIN}" stroke-opacity=".4"/>'
    for midnight in _midnights(scale):
        yield f'<path d="M{scale.x(midnight)} 0V{foot}" stroke-opacity=".12"/>'
    if scale.left > _MARGIN:
        yield _label(_MARGIN, foot, "?", "middle")
    if scale.first == scale.last:
        yield _label((scale.left + _WIDTH - _MARGIN) / 2, foot, f"{scale.first:%Y-%m-%d %H:%M}", "middle")
        return
    one_day = scale.first.date() == scale.last.date()
    yield _label(scale.left, foot, f"{scale.first:%Y-%m-%d %H:%M}" if one_day else f"{scale.first:%Y-%m-%d}", "start")
    yield _label(_WIDTH - _MARGIN, foot, f"{scale.last:%H:%M}" if one_day else f"{scale.last:%Y-%m-%d}", "end")


def _midnights(scale: Scale) -> list[datetime]:
    days = (scale.last.date() - scale.first.date()).days
    start = datetime.combine(scale.first.date(), datetime.min.time())
    return [start + timedelta(days=day) for day in range(1, days + 1)] if days <= _DAYS_DRAWN else []


def _label(x: float, foot: int, text: str, anchor: str) -> str:
    return (
        f'<text x="{x}" y="{foot + 14}" text-anchor="{anchor}" font-size="10" fill="currentColor" fill-opacity=".75" stroke="none">'
        f"{escaped(text)}</text>"
    )


def _links(row: Row, places: dict[str, tuple[float, float]]) -> Iterator[str]:
    if row.link and row.link.parent in places:
        looks = ' stroke-dasharray="5 3"' if row.link.kind == "forward" else ""
        opacity = ".35" if row.link.confidence < DOUBTFUL else ".7"
        yield f'<path d="{_path(places[row.link.parent], places[row.message.id])}" stroke-opacity="{opacity}"{looks}/>'
    x, y = places[row.message.id]
    for number, _ in enumerate(row.missing, start=1):
        below = y + number * ROW_HEIGHT + (ROW_HEIGHT if row.cut else 0)
        yield f'<path d="M{x - _RADIUS} {y + 1}L{x - _ASIDE} {below - 4}" stroke-dasharray="2 3" stroke-opacity=".7"/>'
        yield f'<rect x="{x - _ASIDE - 4}" y="{below - 4}" width="8" height="8" stroke-dasharray="2 2" stroke-opacity=".7"/>'


def _path(parent: tuple[float, float], child: tuple[float, float]) -> str:
    """Lead from parent to child: down and to the right, or in a bow where the child is no later on the paper."""
    (px, py), (cx, cy) = parent, child
    if cx - px >= _NEAR:
        return f"M{px} {py + _RADIUS}V{cy - 6}Q{px} {cy} {px + 6} {cy}H{cx - _RADIUS}"
    left = min(px, cx) - _RADIUS - min(12, 4 + (cy - py) / 12)
    return f"M{px - _RADIUS} {py}C{left} {py} {left} {cy} {cx - _RADIUS} {cy}"


def _bar(bounds: Bounds | None, y: float, scale: Scale | None) -> Iterator[str]:
    if bounds and scale and any(later - earlier > timedelta(minutes=1) for earlier, later in pairwise(bounds)):
        yield f'<path d="M{scale.x(bounds[0])} {y}H{scale.x(bounds[1])}" stroke-width="5" stroke-linecap="round" stroke-opacity=".25"/>'


def _dot(row: Row, place: tuple[float, float], wording: Wording) -> str:
    x, y = place
    title = escaped(f"{when(row.message.sent)} {wording.slot(row.message.sender)}")
    return f'<circle cx="{x}" cy="{y}" r="{_RADIUS}"{_look(row.message.sender, wording)}><title>{title}</title></circle>'


def _look(sender: Slot, wording: Wording) -> str:
    """Fill the dot of a sender whom at least one copy names."""
    kinds = {wording.kinds.get(node, "unreadable") for node in sender.nodes}
    if "named" in kinds:
        return ' fill="currentColor"'
    return ' stroke-width="1.5"' if "redacted" in kinds else ' stroke-dasharray="2 1.5"'
