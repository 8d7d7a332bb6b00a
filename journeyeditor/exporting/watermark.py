"""A word across a page, on everything: big, slanting, and so thin that texts stay legible."""

import math
from dataclasses import replace

from journeyeditor.drawing.fonts import SEMIBOLD
from journeyeditor.drawing.ink import Style
from journeyeditor.drawing.shapes import Drawing, Node
from journeyeditor.drawing.theme import Theme
from journeyeditor.drawing.turned import turned
from journeyeditor.exporting.pages import Part

_OPACITY = 0.1
"""How much of what lies below it hides."""
_LENGTH, _HEIGHT = 0.8, 0.3
"""Its length of the diagonal at most, its letters' of the shorter side."""
_CAPITALS = 0.727
"""The height of capitals, in ems."""
_LINE = 1 / 120
"""How thick the line around letters without a ground is, in ems; it hides three times as much."""


def watermark(
    text: str, width: float, height: float, theme: Theme, *, outlined: bool = False
) -> Part:
    """The text from the lower left to the upper right of a page of that size.

    Where it is `outlined`, its letters are lines only, which take little ink.
    """
    one = Style(SEMIBOLD, 1, 1).line(" ".join(text.split()))
    diagonal = math.hypot(width, height)
    size = min(_LENGTH * diagonal / max(one.width, 0.1), _HEIGHT * min(width, height))
    line = Style(SEMIBOLD, size, size).line(one.text)
    angle = math.atan2(height, width)
    along, below = line.width / 2, _CAPITALS * size / 2
    x = width / 2 - along * math.cos(angle) + below * math.sin(angle)
    y = height / 2 + along * math.sin(angle) + below * math.cos(angle)
    shape = turned(line, x, y, theme.text, math.degrees(angle))
    if outlined:
        shape = replace(shape, fill=None, stroke=theme.text, line_width=_LINE * size)
    node = Node(("watermark",), 0, 0, width, height, (shape,))
    drawing = Drawing(width, height, (node,), missing=frozenset(line.missing))
    return Part(drawing, opacity=3 * _OPACITY if outlined else _OPACITY)
