"""Where the title of a curve's lowest point finds room beside it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from journeyeditor.drawing.fonts import REGULAR, Line
from journeyeditor.drawing.ink import Style

LABEL = Style(REGULAR, 7.5, 9)
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
    place. None where the title is too long or too much is in its way: it stands on its card anyway.
    """
    best = None
    fewest = len(curve) + 1
    for lines, place in _candidates(title, point, reach, bounds):
        if any(place.meets(mark) for mark in marks):
            continue
        hits = sum(place.holds(x, y) for x, y in curve)
        if hits < fewest:
            best, fewest = Label(lines, place, hits > 0), hits
        if not hits:
            break
    return best


def _candidates(
    title: str, point: tuple[float, float], reach: float, bounds: Rectangle
) -> Iterator[tuple[tuple[Line, ...], Rectangle]]:
    """Right or left of the point (a little below it, far below, beside, above), or across above
    or below it; on as few lines as can be."""
    x, y = point
    first, last = bounds.left + _MARGIN, bounds.right - _MARGIN
    stretches = ((x + reach, last), (first, x - reach), (first, last))
    set_lines = [(_lines(title, end - start), start, end) for start, end in stretches]
    for lines, start, end in sorted(set_lines, key=lambda it: len(it[0])):
        if not lines:
            continue
        width, height = max(line.width for line in lines), len(lines) * LABEL.leading
        tops = _beside(y, reach, height, bounds)
        if start > x:
            left = start
        elif end < x:
            left = end - width
        else:
            left = min(max(start, x - width / 2), end - width)
            tops = (y - reach - height, y + reach)
        for top in tops:
            place = Rectangle(left, top, left + width, top + height)
            if place.top >= bounds.top and place.bottom <= bounds.bottom:
                yield lines, place


def _beside(y: float, reach: float, height: float, bounds: Rectangle) -> tuple[float, ...]:
    """Where a label at the side of a point begins."""
    below = y + BELOW - LABEL.baseline
    return below, bounds.bottom - height - _MARGIN, y - height / 2, y - reach - height


def _lines(title: str, room: float) -> tuple[Line, ...]:
    """A title on a few lines that are no longer than the room; none where words had to break."""
    if room < LABEL.leading:
        return ()
    lines = LABEL.lines(title, room)
    whole = not any(line.broken for line in lines)
    return lines if whole and len(lines) <= MOST_LINES else ()
