"""Emotion faces: five, each with its own colour, brows, eyes and mouth.

Drawn in a box of 20 units: the disc fills it.
"""

import functools
from typing import NamedTuple

from journeyeditor.drawing.paths import Commands, circle, line, moved
from journeyeditor.drawing.shapes import Box, Path, Shape
from journeyeditor.drawing.theme import Theme

UNITS = 20.0
LEVELS = (-2, -1, 0, 1, 2)
_STROKE, _EDGE = 1.6, 1.3


class Features(NamedTuple):
    """Eyes and mouth in the box of 20 units."""

    fills: Commands
    strokes: Commands


def face(level: int, x: float, y: float, size: float, theme: Theme) -> tuple[Shape, ...]:
    """The face of a level from -2 to +2 in the square of `size` points at (x, y)."""
    return _face(level, x, y, size, theme.disc(level), theme.feature(level), theme.face_edge(level))


def disc(level: int, x: float, y: float, size: float, theme: Theme) -> tuple[Box, ...]:
    """That face without features, for where they would be too small."""
    return _disc(x, y, size, theme.disc(level), theme.face_edge(level))


def _disc(x: float, y: float, size: float, fill: str, edge: str) -> tuple[Box, ...]:
    if not edge:
        return (Box(x, y, size, size, radius=size / 2, fill=fill),)
    width = _EDGE * size / UNITS
    inner = size - width
    place = (x + width / 2, y + width / 2, inner, inner)
    return (Box(*place, radius=inner / 2, fill=fill, stroke=edge, line_width=width),)


@functools.lru_cache(maxsize=4096)
def _face(
    level: int, x: float, y: float, size: float, fill: str, ink: str, edge: str
) -> tuple[Shape, ...]:
    scale = size / UNITS
    fills, strokes = FEATURES[level]
    shapes: list[Shape] = [*_disc(x, y, size, fill, edge)]
    if fills:
        shapes.append(Path(moved(fills, x, y, scale), fill=ink))
    width = _STROKE * scale
    if strokes:
        shapes.append(Path(moved(strokes, x, y, scale), stroke=ink, line_width=width))
    return tuple(shapes)


def stroke_width(size: float) -> float:
    """The width of a face's lines, in points."""
    return _STROKE * size / UNITS


def _eyes(y: float, radius: float = 1.25) -> Commands:
    return circle(6.9, y, radius) + circle(13.1, y, radius)


def _arch(x: float, y: float, width: float, rise: float) -> Commands:
    """A bow from (x, y) to the right; a negative rise bends upwards."""
    handle = rise * 2 / 3
    right = x + width
    return (
        ("M", x, y),
        ("C", x + width / 3, y + handle, right - width / 3, y + handle, right, y),
    )


FEATURES = {
    -2: Features(
        _eyes(9, 1.15),
        line(5.2, 6, 8.3, 7.5) + line(14.8, 6, 11.7, 7.5) + _arch(6, 15.1, 8, -4.6),
    ),
    -1: Features(_eyes(8.1), _arch(6.6, 14.1, 6.8, -2.3)),
    0: Features(_eyes(8.1), line(6.6, 13.2, 13.4, 13.2)),
    1: Features(_eyes(8.1), _arch(6.3, 12.4, 7.4, 2.9)),
    2: Features(
        (
            ("M", 5.4, 11.4),
            ("L", 14.6, 11.4),
            ("C", 14.2, 14.533, 12.667, 16.1, 10, 16.1),
            ("C", 7.333, 16.1, 5.8, 14.533, 5.4, 11.4),
            ("Z",),
        ),
        _arch(5.3, 8.4, 3.2, -2.2) + _arch(11.5, 8.4, 3.2, -2.2),
    ),
}
