"""Lucide icons as paths: line drawings in a box of 24 units."""

import functools
import math
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from typing import NamedTuple

from journeyeditor.drawing.paths import Commands, ellipse, line, moved, rounded
from journeyeditor.drawing.shapes import Path
from journeyeditor.resources import resource

UNITS = 24.0
_TOKEN = re.compile(r"[MmLlHhVvCcSsQqTtAaZz]|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_FLAG = re.compile(r"[01]")
_SEPARATOR = re.compile(r"[\s,]*")
_ARGUMENTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7}


class Artwork(NamedTuple):
    """An icon in its box of 24 units: what is drawn as lines, and what is filled as well."""

    strokes: Commands
    fills: Commands


@functools.lru_cache(maxsize=4096)
def icon(
    name: str, x: float, y: float, size: float, colour: str, stroke: float = 2.0
) -> tuple[Path, ...]:
    """An icon in the square of `size` points at (x, y); `stroke` is in units of the box."""
    artwork = _artwork(name)
    scale = size / UNITS
    paths = [Path(moved(artwork.strokes, x, y, scale), stroke=colour, line_width=stroke * scale)]
    if artwork.fills:
        paths.append(Path(moved(artwork.fills, x, y, scale), fill=colour))
    return tuple(paths)


@functools.cache
def icon_names() -> frozenset[str]:
    """The names that `icon` knows."""
    return frozenset(path.stem for path in resource("icons").glob("*.svg"))


@functools.cache
def _artwork(name: str) -> Artwork:
    root = ET.parse(resource("icons", f"{name}.svg")).getroot()
    strokes: list[tuple[str | float, ...]] = []
    fills: list[tuple[str | float, ...]] = []
    for element in root.iter():
        if reader := _READERS.get(element.tag.rpartition("}")[2]):
            commands = reader(element)
            strokes += commands
            if element.get("fill", "none") != "none":
                fills += commands
    return Artwork(tuple(strokes), tuple(fills))


def _number(element: ET.Element, name: str, default: float = 0.0) -> float:
    return float(element.get(name, default))


def _read_circle(element: ET.Element) -> Commands:
    radius = _number(element, "r")
    return ellipse(_number(element, "cx"), _number(element, "cy"), radius, radius)


def _read_ellipse(element: ET.Element) -> Commands:
    return ellipse(*(_number(element, name) for name in ("cx", "cy", "rx", "ry")))


def _read_rect(element: ET.Element) -> Commands:
    x, y, width, height = (_number(element, name) for name in ("x", "y", "width", "height"))
    rx = _number(element, "rx", _number(element, "ry"))
    return rounded(x, y, width, height, rx, _number(element, "ry", rx))


def _read_line(element: ET.Element) -> Commands:
    return line(*(_number(element, name) for name in ("x1", "y1", "x2", "y2")))


def _read_points(element: ET.Element) -> Commands:
    values = [float(value) for value in _TOKEN.findall(element.get("points", ""))]
    points = zip(values[::2], values[1::2], strict=True)
    commands = tuple(("L" if i else "M", x, y) for i, (x, y) in enumerate(points))
    return (*commands, ("Z",)) if element.tag.endswith("polygon") else commands


def _read_path(element: ET.Element) -> Commands:
    walk = _PathWalk()
    for letter, arguments in _segments(element.get("d", "")):
        walk.step(letter, arguments)
    return tuple(walk.commands)


_READERS: dict[str, Callable[[ET.Element], Commands]] = {
    "circle": _read_circle,
    "ellipse": _read_ellipse,
    "rect": _read_rect,
    "line": _read_line,
    "polyline": _read_points,
    "polygon": _read_points,
    "path": _read_path,
}


def _segments(data: str) -> Iterator[tuple[str, list[float]]]:
    """The letter and numbers of each segment; repeated letters, which SVG leaves out, are back."""
    position, letter = 0, ""
    while (position := _skip(data, position)) < len(data):
        if data[position].isalpha():
            letter = data[position]
            position += 1
            if letter in "Zz":
                yield "Z", []
                continue
        arguments: list[float] = []
        while len(arguments) < _ARGUMENTS[letter.upper()]:
            flag = letter in "Aa" and len(arguments) in (3, 4)
            position = _skip(data, position)
            match = (_FLAG if flag else _TOKEN).match(data, position)
            if match is None:
                raise ValueError(f"not an SVG path: {data!r}")
            arguments.append(float(match.group()))
            position = match.end()
        yield letter, arguments
        letter = {"M": "L", "m": "l"}.get(letter, letter)


def _skip(data: str, position: int) -> int:
    match = _SEPARATOR.match(data, position)
    return match.end() if match else position


class _PathWalk:
    """Turns SVG's segments into absolute lines and cubic curves."""

    def __init__(self) -> None:
        self.commands: list[tuple[str | float, ...]] = []
        self.x = self.y = 0.0
        self.start = (0.0, 0.0)
        self.handle: tuple[str, float, float] | None = None

    def step(self, letter: str, values: list[float]) -> None:
        upper = letter.upper()
        if upper == "Z":
            self.x, self.y = self.start
            self.commands.append(("Z",))
        elif upper == "A":
            end = self._absolute(letter, values[5:])
            rx, ry, rotation, large, sweep = values[:5]
            curves = arc((self.x, self.y), end, rx, ry, rotation, bool(large), bool(sweep))
            self.commands += (("C", *curve) for curve in curves)
            self.x, self.y = end
        elif upper in "ML":
            self.x, self.y = self._absolute(letter, values)
            self.commands.append((upper, self.x, self.y))
            if upper == "M":
                self.start = self.x, self.y
        elif upper in "HV":
            self._straight(letter, values[0])
        else:
            self._curve(upper, self._absolute(letter, values))
            return
        self.handle = None

    def _absolute(self, letter: str, values: list[float]) -> tuple[float, ...]:
        if letter.isupper():
            return tuple(values)
        return tuple(v + (self.y if i % 2 else self.x) for i, v in enumerate(values))

    def _straight(self, letter: str, value: float) -> None:
        if letter in "Hh":
            self.x = value if letter == "H" else self.x + value
        else:
            self.y = value if letter == "V" else self.y + value
        self.commands.append(("L", self.x, self.y))

    def _reflected(self, kinds: str) -> tuple[float, float]:
        if self.handle is None or self.handle[0] not in kinds:
            return self.x, self.y
        return 2 * self.x - self.handle[1], 2 * self.y - self.handle[2]

    def _curve(self, letter: str, points: tuple[float, ...]) -> None:
        if letter in "ST":
            points = (*self._reflected("CS" if letter == "S" else "QT"), *points)
        end = points[-2:]
        handle = points[-4:-2]
        if letter in "QT":
            first = _between((self.x, self.y), handle)
            points = (*first, *_between(end, handle), *end)
        self.commands.append(("C", *points))
        self.handle = letter, handle[0], handle[1]
        self.x, self.y = end


def _between(end: tuple[float, ...], handle: tuple[float, ...]) -> tuple[float, ...]:
    """A cubic curve's handle where a quadratic one has `handle`."""
    return tuple(e + (h - e) * 2 / 3 for e, h in zip(end, handle, strict=True))


def arc(
    start: tuple[float, ...],
    end: tuple[float, ...],
    rx: float,
    ry: float,
    rotation: float,
    large: bool,
    sweep: bool,
) -> Iterator[tuple[float, ...]]:
    """An SVG arc as cubic curves (x1, y1, x2, y2, x, y); `rotation` in degrees.

    SVG 2, appendix B.2.4 "Conversion from endpoint to center parameterization".
    """
    if start == end:
        return
    turn = math.radians(rotation)
    cos, sin = math.cos(turn), math.sin(turn)
    dx, dy = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    x, y = cos * dx + sin * dy, cos * dy - sin * dx
    grow = math.sqrt(max(1.0, (x / rx) ** 2 + (y / ry) ** 2))
    rx, ry = rx * grow, ry * grow
    reach = (rx * ry) ** 2 / ((rx * y) ** 2 + (ry * x) ** 2) - 1
    factor = math.copysign(math.sqrt(max(0.0, reach)), 1 if large != sweep else -1)
    cx, cy = factor * rx * y / ry, -factor * ry * x / rx
    first = math.atan2((y - cy) / ry, (x - cx) / rx)
    span = math.atan2((-y - cy) / ry, (-x - cx) / rx) - first
    span += 2 * math.pi * ((sweep and span < 0) - (not sweep and span > 0))
    middle = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2

    def place(px: float, py: float) -> tuple[float, float]:
        px, py = px * rx + cx, py * ry + cy
        return cos * px - sin * py + middle[0], sin * px + cos * py + middle[1]

    yield from _circular(first, span, place)


def _circular(
    first: float, span: float, place: Callable[[float, float], tuple[float, float]]
) -> Iterator[tuple[float, ...]]:
    """An arc of the unit circle in parts of a quarter at most, each point put through `place`."""
    parts = max(1, math.ceil(abs(span) / (math.pi / 2) - 1e-9))
    step = span / parts
    reach = 4 / 3 * math.tan(step / 4)
    for i in range(parts):
        a, b = first + i * step, first + (i + 1) * step
        yield (
            *place(math.cos(a) - reach * math.sin(a), math.sin(a) + reach * math.cos(a)),
            *place(math.cos(b) + reach * math.sin(b), math.sin(b) - reach * math.cos(b)),
            *place(math.cos(b), math.sin(b)),
        )
