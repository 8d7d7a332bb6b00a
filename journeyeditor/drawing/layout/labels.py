"""Where the title of a curve's lowest point finds room beside it."""

from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

from journeyeditor.drawing.fonts import REGULAR, Line
from journeyeditor.drawing.ink import Style

LABEL = Style(REGULAR, 7.5, 9)
ONE_LINE, BROKEN = 190.0, 140.0
"""A title up to this long stays on one line; a longer one is broken to lines this long."""
MOST_LINES = 3
BELOW = 8.625
"""From the middle of the point to the first baseline."""
_MARGIN = 3.0


class Rectangle(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float

    def holds(self, x: float, y: float) -> bool:
        return self.left <= x <= self.right and self.top <= y <= self.bottom

    def meets(self, other: "Rectangle") -> bool:
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


class Label(NamedTuple):
    """Lines in their rectangle; `crossed` where the curve runs behind them."""

    lines: tuple[Line, ...]
    place: Rectangle
    crossed: bool


def place_label(
    title: str,
    point: tuple[float, float],
    reach: float,
    marks: Sequence[Rectangle],
    curve: Sequence[tuple[float, float]],
    bounds: Rectangle,
) -> Label | None:
    """A place inside `bounds` for the title of a point, `reach` away from its middle.

    It never covers one of the `marks`, and the points of the `curve` only where there is no other
    place. None where the title is too long or the lane too full: it stands on its card anyway.
    """
    lines = LABEL.lines(title, ONE_LINE)
    if len(lines) > 1:
        lines = LABEL.lines(title, BROKEN)
    if not lines or len(lines) > MOST_LINES:
        return None
    best = None
    fewest = len(curve) + 1
    for place in _candidates(lines, point, reach, bounds):
        if any(place.meets(mark) for mark in marks):
            continue
        hits = sum(place.holds(x, y) for x, y in curve)
        if hits < fewest:
            best, fewest = Label(lines, place, hits > 0), hits
    return best


def _candidates(
    lines: tuple[Line, ...], point: tuple[float, float], reach: float, bounds: Rectangle
) -> Iterator[Rectangle]:
    """Right or left of the point: a little below it, far below, beside, above."""
    x, y = point
    width = max(line.width for line in lines)
    height = len(lines) * LABEL.leading
    below = y + BELOW - LABEL.baseline
    tops = (below, bounds.bottom - height - _MARGIN, y - height / 2, y - reach - height)
    for top, left in product(tops, (x + reach, x - reach - width)):
        place = Rectangle(left, top, left + width, top + height)
        inside = place.left >= bounds.left + _MARGIN and place.right <= bounds.right - _MARGIN
        if inside and place.top >= bounds.top and place.bottom <= bounds.bottom:
            yield place
