"""Letter shapes as paths, for the letters that no bundled font has."""

import functools

from journeyeditor.drawing.fonts.typefaces import Typeface
from journeyeditor.drawing.paths import Commands, rectangle

REPLACEMENT_ADVANCE = 0.7
"""Width, in ems, of the box that stands for a character that no font has."""


class _Pen:
    """Collects an outline; `scale` turns font units to points, and y is turned downwards."""

    def __init__(self, scale: float) -> None:
        self.scale = scale
        self.commands: list[tuple[str | float, ...]] = []
        self.last = (0.0, 0.0)

    def _point(self, point: tuple[float, float]) -> tuple[float, float]:
        self.last = point[0] * self.scale, -point[1] * self.scale
        return self.last

    def moveTo(self, point: tuple[float, float]) -> None:
        self.commands.append(("M", *self._point(point)))

    def lineTo(self, point: tuple[float, float]) -> None:
        self.commands.append(("L", *self._point(point)))

    def curveTo(self, *points: tuple[float, float]) -> None:
        first, second, third = (self._point(point) for point in points)
        self.commands.append(("C", *first, *second, *third))

    def qCurveTo(self, *points: tuple[float, float]) -> None:
        x0, y0 = self.last
        (x1, y1), (x2, y2) = (self._point(point) for point in points)
        first = x0 + (x1 - x0) * 2 / 3, y0 + (y1 - y0) * 2 / 3
        second = x2 + (x1 - x2) * 2 / 3, y2 + (y1 - y2) * 2 / 3
        self.commands.append(("C", *first, *second, x2, y2))

    def closePath(self) -> None:
        self.commands.append(("Z",))


@functools.lru_cache(maxsize=2048)
def glyph_outline(typeface: Typeface, glyph: int, size: float) -> Commands:
    """A glyph's outline with its origin at (0, 0)."""
    pen = _Pen(size / typeface.units)
    typeface.font.draw_glyph_with_pen(glyph, pen)
    return tuple(pen.commands)


@functools.lru_cache(maxsize=64)
def replacement_outline(size: float) -> Commands:
    """A hollow box on the baseline: something was written here that no font can show."""
    edge, width, height = size * 0.06, size * 0.56, size * 0.72
    left = size * (REPLACEMENT_ADVANCE - 0.56) / 2
    outer = rectangle(left, -height, width, height)
    hole = rectangle(left + edge, -edge, width - 2 * edge, 2 * edge - height)
    return outer + hole
