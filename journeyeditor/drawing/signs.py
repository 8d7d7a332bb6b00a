"""Small signs in one colour: icons, plain shapes for kinds, and filled discs for degrees.

Shapes and discs can be told apart without their colour.
"""

import functools
import math

from journeyeditor.drawing.icons import UNITS, icon
from journeyeditor.drawing.paths import Commands, circle, moved, rectangle
from journeyeditor.drawing.shapes import Path

KIND_SIGNS = tuple(f"kind-{i}" for i in range(8))
"""Disc, square, triangle, cross, and the same hollow (the cross turned)."""
DEGREE_SIGNS = tuple(f"degree-{i}" for i in range(5))
"""A ring that is empty, then filled by quarters."""

_WHOLE = 360
_STEP = 15
"""Degrees between two points of an arc."""


@functools.lru_cache(maxsize=4096)
def sign(name: str, x: float, y: float, size: float, colour: str) -> tuple[Path, ...]:
    """The sign of that name in the square of `size` points at (x, y)."""
    if name not in _FILLED:
        return icon(name, x, y, size, colour)
    scale = size / UNITS
    paths = []
    if filled := _FILLED[name]:
        paths.append(Path(moved(filled, x, y, scale), fill=colour))
    if hollow := _HOLLOW.get(name):
        paths.append(Path(moved(hollow, x, y, scale), stroke=colour, line_width=2.5 * scale))
    return tuple(paths)


def _polygon(*points: tuple[float, float]) -> Commands:
    first, *rest = points
    return (("M", *first), *(("L", *point) for point in rest), ("Z",))


def _wedge(share: float) -> Commands:
    """A part of a disc, clockwise from the top."""
    if share in (0, 1):
        return circle(12, 12, 9) if share else ()
    turns = [math.radians(angle) for angle in range(0, round(share * _WHOLE) + 1, _STEP)]
    return _polygon((12, 12), *((12 + 9 * math.sin(t), 12 - 9 * math.cos(t)) for t in turns))


_CROSS = _polygon(
    *((9, 3), (15, 3), (15, 9), (21, 9), (21, 15), (15, 15), (15, 21), (9, 21), (9, 15)),
    *((3, 15), (3, 9), (9, 9)),
)
_SALTIRE = _polygon(
    *((3, 6.5), (6.5, 3), (12, 8.5), (17.5, 3), (21, 6.5), (15.5, 12), (21, 17.5), (17.5, 21)),
    *((12, 15.5), (6.5, 21), (3, 17.5), (8.5, 12)),
)
_FILLED: dict[str, Commands] = {
    "kind-0": circle(12, 12, 9.5),
    "kind-1": rectangle(3.5, 3.5, 17, 17),
    "kind-2": _polygon((12, 2.5), (22, 20.5), (2, 20.5)),
    "kind-3": _CROSS,
    "kind-4": (),
    "kind-5": (),
    "kind-6": (),
    "kind-7": _SALTIRE,
    **{name: _wedge(i / 4) for i, name in enumerate(DEGREE_SIGNS)},
}
_HOLLOW: dict[str, Commands] = {
    "kind-4": circle(12, 12, 8),
    "kind-5": rectangle(4.5, 4.5, 15, 15),
    "kind-6": _polygon((12, 4.5), (20, 19), (4, 19)),
    **{name: circle(12, 12, 9) for name in DEGREE_SIGNS},
}
