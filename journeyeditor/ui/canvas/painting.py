"""Shapes of a drawing onto a QPainter, sharp on every screen.

The painter's unit is the point. Nothing is measured or wrapped here; but edges and hairlines of
boxes are moved by less than half a device pixel, so that they fill whole ones.
"""

import math
from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from typing import Generic, NamedTuple, TypeVar

from PySide6.QtCore import QPointF, QRectF, Qt, qAddPostRoutine
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QGlyphRun,
    QImage,
    QPainter,
    QPainterPath,
    QPen,
    QRawFont,
)

from journeyeditor.drawing.shapes import HAIRLINE, Box, GlyphRun, Image, Path, Shape, Text
from journeyeditor.resources import resource
from journeyeditor.ui.pictures import read_picture

S = TypeVar("S")
Q = TypeVar("Q")
AssetBytes = Callable[[str], bytes]
MOST_KEPT = 2_000
MOST_PICTURES = 64


class Pixels(NamedTuple):
    """The device's pixels, as seen from a node.

    `scale` is device pixels a point; (`left`, `top`) is where the node's corner lies, in device
    pixels; `hair` is how many of them a hairline is wide.
    """

    scale: float
    left: float = 0.0
    top: float = 0.0
    hair: int = 1

    @property
    def hairline(self) -> float:
        """The width of a hairline in points."""
        return self.hair / self.scale

    def edge(self, value: float, origin: float) -> float:
        """A coordinate moved to the nearest border between two pixels."""
        return (math.floor(value * self.scale + origin + 0.5) - origin) / self.scale

    def middle(self, value: float, origin: float) -> float:
        """A coordinate moved to where a hairline around it covers whole pixels."""
        half = self.hair / 2
        first = math.floor(value * self.scale + origin - half + 0.5)
        return (first + half - origin) / self.scale


class _Kept(Generic[S, Q]):
    """What was made from a shape, found again by the shape's identity."""

    def __init__(self, make: Callable[[S], Q]) -> None:
        self._make = make
        self._made: dict[int, tuple[S, Q]] = {}

    def __call__(self, shape: S) -> Q:
        found = self._made.get(id(shape))
        if found is None:
            if len(self._made) >= MOST_KEPT:
                self._made.clear()
            found = self._made[id(shape)] = (shape, self._make(shape))
        return found[1]


class ShapePainter:
    """Paints shapes; keeps the paths and pictures that it has made for them.

    `asset_bytes` finds a picture's bytes by their SHA-256; it may raise OSError or KeyError.
    """

    def __init__(self, asset_bytes: AssetBytes) -> None:
        self._runs: _Kept[GlyphRun, QGlyphRun] = _Kept(_glyph_run)
        self._paths: _Kept[Path, QPainterPath] = _Kept(_painter_path)
        self._pictures: dict[tuple[str, int, int, bool], QImage] = {}
        self._asset_bytes = asset_bytes

    def paint(self, painter: QPainter, shapes: Iterable[Shape], pixels: Pixels) -> None:
        """Paint shapes of a node; the painter's origin is the node's corner."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for shape in shapes:
            if isinstance(shape, Box):
                _box(painter, shape, pixels)
            elif isinstance(shape, Text):
                painter.setPen(colour(shape.colour))
                origin = QPointF(shape.x, shape.y)
                for run in shape.runs:
                    painter.drawGlyphRun(origin, self._runs(run))
            elif isinstance(shape, Path):
                self._path(painter, shape, pixels)
            else:
                self._image(painter, shape, pixels)

    def _path(self, painter: QPainter, path: Path, pixels: Pixels) -> None:
        if bars := _bars(path, pixels):
            for bar in bars:
                painter.fillRect(bar, colour(path.stroke or ""))
            return
        hairline = path.stroke is not None and path.line_width == HAIRLINE
        straight = hairline and all(command[0] != "C" for command in path.commands)
        painter.setBrush(colour(path.fill) if path.fill else Qt.BrushStyle.NoBrush)
        painter.setPen(_pen(path.stroke, path.line_width or pixels.hairline, path.dash, path.round))
        if path.clip:
            painter.save()
            painter.setClipRect(QRectF(*path.clip), Qt.ClipOperation.IntersectClip)
        painter.drawPath(_snapped(path, pixels) if straight else self._paths(path))
        if path.clip:
            painter.restore()

    def _image(self, painter: QPainter, image: Image, pixels: Pixels) -> None:
        size = max(1, round(image.width * pixels.scale)), max(1, round(image.height * pixels.scale))
        picture = self._picture(image.asset, *size, image.whole)
        place = QRectF(image.x, image.y, image.width, image.height)
        brush = QBrush(picture)
        transform = brush.transform().translate(image.x, image.y)
        brush.setTransform(transform.scale(image.width / size[0], image.height / size[1]))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(brush)
        painter.drawRoundedRect(place, image.radius, image.radius)

    def _picture(self, asset: str, width: int, height: int, whole: bool) -> QImage:
        """The picture cut to fill that many pixels, or whole in the middle of them.

        Transparent where it cannot be read.
        """
        key = (asset, width, height, whole)
        found = self._pictures.get(key)
        if found is None:
            if len(self._pictures) >= MOST_PICTURES:
                self._pictures.clear()
            found = self._pictures[key] = self._fitted(*key)
        return found

    def _fitted(self, asset: str, width: int, height: int, whole: bool) -> QImage:
        try:
            picture = read_picture(self._asset_bytes(asset))
        except (OSError, KeyError):
            picture = QImage()
        if picture.isNull():
            picture = QImage(1, 1, QImage.Format.Format_ARGB32_Premultiplied)
            picture.fill(Qt.GlobalColor.transparent)
        modes = Qt.AspectRatioMode
        mode = modes.KeepAspectRatio if whole else modes.KeepAspectRatioByExpanding
        smooth = Qt.TransformationMode.SmoothTransformation
        fitted = picture.scaled(width, height, mode, smooth)
        fitted = fitted.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
        left, top = (fitted.width() - width) // 2, (fitted.height() - height) // 2
        return fitted.copy(left, top, width, height)  # what lies outside becomes transparent


def _glyph_run(run: GlyphRun) -> QGlyphRun:
    made = QGlyphRun()
    made.setRawFont(_font(run.font, run.size))
    made.setGlyphIndexes(list(run.glyphs))
    made.setPositions(list(map(QPointF, run.xs, run.ys)))
    return made


@cache
def _font(stem: str, size: float) -> QRawFont:
    font = QRawFont(_face(stem))
    font.setPixelSize(size)
    return font


@cache
def _face(stem: str) -> QRawFont:
    """The font at a size of its own; all others share its file."""
    file = str(resource("fonts", f"{stem}.ttf"))
    return QRawFont(file, 16.0, QFont.HintingPreference.PreferNoHinting)


def _let_go_of_fonts() -> None:
    """Qt ends without fonts in use."""
    _font.cache_clear()
    _face.cache_clear()


qAddPostRoutine(_let_go_of_fonts)


@lru_cache(maxsize=1024)
def colour(name: str) -> QColor:
    """A colour from "#RRGGBB"."""
    return QColor(name)


@lru_cache(maxsize=2048)
def _pen(stroke: str | None, width: float, dash: tuple[float, ...], rounded: bool) -> QPen:
    if stroke is None:
        return QPen(Qt.PenStyle.NoPen)
    pen = QPen(colour(stroke), width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap if rounded else Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin if rounded else Qt.PenJoinStyle.MiterJoin)
    if dash:
        pen.setDashPattern([length / width for length in dash])
    return pen


def _box(painter: QPainter, box: Box, pixels: Pixels) -> None:
    x, y, right, bottom = box.x, box.y, box.x + box.width, box.y + box.height
    if box.radius < min(box.width, box.height) / 2:  # a disc stays round
        snap = pixels.middle if box.stroke and box.line_width == HAIRLINE else pixels.edge
        x, right = snap(x, pixels.left), snap(right, pixels.left)
        y, bottom = snap(y, pixels.top), snap(bottom, pixels.top)
    place = QRectF(x, y, right - x, bottom - y)
    if box.stroke is None and not box.radius:
        painter.fillRect(place, colour(box.fill or "#000000"))
        return
    if box.fill:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(box.fill))
        painter.drawRoundedRect(place, box.radius, box.radius)
    if box.stroke:
        _edge(painter, place, box, box.line_width or pixels.hairline)


def _edge(painter: QPainter, place: QRectF, box: Box, width: float) -> None:
    """The edge of a box, of that width; one without dashes in a fifth of the time of a stroke."""
    if box.dash:
        painter.setPen(_pen(box.stroke, width, box.dash, False))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(place, box.radius, box.radius)
        return
    half, ring = width / 2, QPainterPath()
    for out in (half, -half):
        radius = max(0.0, box.radius + out) if box.radius else 0.0
        ring.addRoundedRect(place.adjusted(-out, -out, out, out), radius, radius)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(box.stroke or ""))
    painter.drawPath(ring)


def _painter_path(path: Path) -> QPainterPath:
    made = QPainterPath()
    made.setFillRule(Qt.FillRule.WindingFill)
    steps: dict[str | float, Callable[..., None]] = {
        "M": made.moveTo,
        "L": made.lineTo,
        "C": made.cubicTo,
        "Z": made.closeSubpath,
    }
    for letter, *values in path.commands:
        steps[letter](*values)
    return made


def _bars(path: Path, pixels: Pixels) -> list[QRectF]:
    """Upright and level hairlines as rectangles, which are painted in a tenth of the time.

    Empty where there is anything else in the path.
    """
    if path.stroke is None or path.fill or path.dash or path.clip or path.line_width != HAIRLINE:
        return []
    bars = []
    for start, end in zip(path.commands[::2], path.commands[1::2], strict=False):
        if (start[0], end[0]) != ("M", "L") or (start[1] != end[1] and start[2] != end[2]):
            return []
        x1, y1, x2, y2 = map(float, (*start[1:], *end[1:]))
        bars.append(_bar(x1, y1, x2, y2, pixels))
    return bars if 2 * len(bars) == len(path.commands) else []


def _bar(x1: float, y1: float, x2: float, y2: float, pixels: Pixels) -> QRectF:
    width = pixels.hairline
    if x1 == x2:
        left = pixels.middle(x1, pixels.left) - width / 2
        top, bottom = sorted((pixels.edge(y1, pixels.top), pixels.edge(y2, pixels.top)))
        return QRectF(left, top, width, bottom - top)
    top = pixels.middle(y1, pixels.top) - width / 2
    left, right = sorted((pixels.edge(x1, pixels.left), pixels.edge(x2, pixels.left)))
    return QRectF(left, top, right - left, width)


def _snapped(path: Path, pixels: Pixels) -> QPainterPath:
    """A path of straight hairlines, each on whole pixels."""
    made = QPainterPath()
    made.setFillRule(Qt.FillRule.WindingFill)
    for letter, *values in path.commands:
        if letter == "Z":
            made.closeSubpath()
            continue
        x, y = float(values[0]), float(values[1])
        x, y = pixels.middle(x, pixels.left), pixels.middle(y, pixels.top)
        if letter == "M":
            made.moveTo(x, y)
        else:
            made.lineTo(x, y)
    return made
