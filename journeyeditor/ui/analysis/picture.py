"""A drawing as pixels, painted a little at a time."""

import math
from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPixmap

from journeyeditor.drawing.shapes import Drawing, Node, Shape
from journeyeditor.ui.canvas.painting import AssetBytes, Pixels, ShapePainter

PIXELS = 96 / 72
"""Of a screen at 100 %, in a point."""
MARGIN = 6
"""Pixels around the chart, for the rings around its things."""
TURN = 0.008
"""Seconds of painting, about, after which the window gets its turn."""


class Picture(QObject):
    """The pixels of the last drawing that was finished. `finished` tells of another."""

    finished = Signal()

    def __init__(self, parent: QObject, asset_bytes: AssetBytes) -> None:
        super().__init__(parent)
        self.pixels: QPixmap | None = None
        self._painter = ShapePainter(asset_bytes)
        self._under_way = QPixmap()
        self._left: Iterator[tuple[Node, Shape]] = iter(())
        self._scale = 1.0
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)

    def paint(self, drawing: Drawing, ratio: float) -> None:
        """Begin a drawing, for a screen with so many pixels in each of ours."""
        width = math.ceil(drawing.width * PIXELS) + 2 * MARGIN
        height = math.ceil(drawing.height * PIXELS) + 2 * MARGIN
        self._under_way = QPixmap(math.ceil(width * ratio), math.ceil(height * ratio))
        self._under_way.fill(QColor(drawing.background))
        self._left = ((node, shape) for node in drawing.nodes for shape in node.shapes)
        self._scale = ratio
        self._timer.start()
        self._go_on()

    def _go_on(self) -> None:
        """Paint for a moment; a small chart is finished in one."""
        end = perf_counter() + TURN
        painter = QPainter(self._under_way)
        before: Node | None = None
        pixels = Pixels(1.0)
        for node, shape in self._left:
            if node is not before:
                before, pixels = node, self._move_to(painter, node)
            self._painter.paint(painter, (shape,), pixels)
            if perf_counter() > end:
                painter.end()
                return
        painter.end()
        self._timer.stop()
        self._under_way.setDevicePixelRatio(self._scale)
        self.pixels, self._under_way = self._under_way, QPixmap()
        self.finished.emit()

    def _move_to(self, painter: QPainter, node: Node) -> Pixels:
        """Let the painter's origin be the node's corner."""
        scale, margin = PIXELS * self._scale, MARGIN * self._scale
        left, top = margin + node.x * scale, margin + node.y * scale
        painter.resetTransform()
        painter.translate(left, top)
        painter.scale(scale, scale)
        return Pixels(scale, left, top)
