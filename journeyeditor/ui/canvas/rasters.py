"""Nodes as pixels: painted once for each zoom, then only copied."""

import math
import time
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap, QTransform

from journeyeditor.drawing.ink import LateDrawn
from journeyeditor.drawing.shapes import Box, Key, Node, Shape
from journeyeditor.ui.canvas.painting import Pixels, ShapePainter, colour

SIMPLE = 3
"""A node of so few shapes is painted each time; keeping its pixels would cost more."""
LARGEST = 600_000
"""A node of more device pixels than this is painted each time."""

_IDENTITY = QTransform()


@dataclass(slots=True)
class _Raster:
    """A node's pixels, for the shapes and the scale that they show."""

    shapes: Sequence[Shape]
    scale: float
    pixmap: QPixmap


class Rasters:
    """Paints nodes, and keeps their pixels while there is room.

    While the view moves (`hurry`), a frame takes a limited time: a node whose turn does not come
    shows its older pixels, scaled, or its bare rectangle, and `unfinished` is set until it
    has been painted.
    """

    def __init__(self, shapes: ShapePainter) -> None:
        self._shapes = shapes
        self._kept: OrderedDict[Key, _Raster] = OrderedDict()
        self._pixels = 0
        self.room = 4_000_000
        """How many device pixels are kept at most; they take four bytes each."""
        self._left, self._renew = math.inf, True
        self.unfinished = False

    def hurry(self, seconds: float, *, renew: bool = True) -> None:
        """In the next frame paint no longer than that; what is left over follows.

        Without `renew` only nodes are painted that have no pixels at all.
        """
        self._left, self._renew = seconds, renew
        self.unfinished = False

    def rest(self) -> None:
        """From now on frames take the time they need."""
        self._left, self._renew = math.inf, True

    def forget(self, key: Key) -> None:
        """What the node showed is not true any more."""
        if old := self._kept.pop(key, None):
            self._pixels -= _area(old.pixmap)

    def still_shows(self, key: Key, old: Sequence[Shape], new: Sequence[Shape]) -> bool:
        """Whether the node's pixels are right for its new shapes too; else they are forgotten."""
        if old is new:
            return True
        if old != new:
            self.forget(key)
            return False
        if (raster := self._kept.get(key)) and raster.shapes is old:
            raster.shapes = new
        return True

    def forget_all(self) -> None:
        self._kept.clear()
        self._pixels = 0

    def paint(self, painter: QPainter, node: Node) -> None:
        """Paint a node; the painter's unit is the point, its origin the node's corner."""
        view = painter.worldTransform()
        ratio = painter.device().devicePixelRatioF()
        scale = view.m11() * ratio
        raster = self._kept.get(node.key)
        if raster and raster.scale == scale and raster.shapes is node.shapes:
            self._kept.move_to_end(node.key)
        elif raster and (self._left <= 0 or not self._renew):
            self.unfinished = True
            _stand_in(painter, raster)
            return
        elif self._left <= 0 and isinstance(late := node.shapes, LateDrawn) and late.stand_in:
            self.unfinished = True
            painter.fillRect(QRectF(0, 0, node.width, node.height), colour(late.stand_in))
            return
        elif self._number(node.shapes) <= SIMPLE or _covers(node, scale) > LARGEST:
            hair = max(1, round(ratio))
            pixels = Pixels(scale, view.dx() * ratio, view.dy() * ratio, hair)
            self._shapes.paint(painter, node.shapes, pixels)
            return
        elif self._left <= 0:
            self.unfinished = True
            _paint_ground(painter, node)
            return
        else:
            raster = self._render(node, scale, ratio)
        painter.setWorldTransform(_IDENTITY)
        x, y = round(view.dx() * ratio) / ratio, round(view.dy() * ratio) / ratio
        painter.drawPixmap(QPointF(x, y), raster.pixmap)

    def _number(self, shapes: Sequence[Shape]) -> int:
        """How many there are; those that are still to be made take of the frame's time."""
        start = time.perf_counter()
        number = len(shapes)
        self._left -= time.perf_counter() - start
        return number

    def picture(self, node: Node, scale: float, ratio: float) -> QPixmap:
        """A node's pixels at a scale of device pixels a point."""
        pixmap = QPixmap(int(node.width * scale + 1), int(node.height * scale + 1))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.scale(scale, scale)
        self._shapes.paint(painter, node.shapes, Pixels(scale, hair=max(1, round(ratio))))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    def _render(self, node: Node, scale: float, ratio: float) -> _Raster:
        start = time.perf_counter()
        self.forget(node.key)
        raster = _Raster(node.shapes, scale, self.picture(node, scale, ratio))
        self._kept[node.key] = raster
        self._pixels += _area(raster.pixmap)
        while self._pixels > self.room and len(self._kept) > 1:
            _, oldest = self._kept.popitem(last=False)
            self._pixels -= _area(oldest.pixmap)
        self._left -= time.perf_counter() - start
        return raster


def _area(pixmap: QPixmap) -> int:
    return pixmap.width() * pixmap.height()


def _covers(node: Node, scale: float) -> float:
    return node.width * node.height * scale * scale


def _stand_in(painter: QPainter, raster: _Raster) -> None:
    """What a node shows until its turn comes: older pixels."""
    pixmap = raster.pixmap
    shown = QRectF(0, 0, pixmap.width() / raster.scale, pixmap.height() / raster.scale)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)  # a third of the time
    painter.drawPixmap(shown, pixmap, QRectF(pixmap.rect()))


def _paint_ground(painter: QPainter, node: Node) -> None:
    """What a node shows until its turn comes that has no older pixels."""
    for shape in node.shapes[:1]:
        if isinstance(shape, Box) and shape.fill:
            painter.fillRect(QRectF(shape.x, shape.y, shape.width, shape.height), shape.fill)
