"""Four views of one scene: the map's body, and the header, rail and corner that stay in view."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPalette, QTransform
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView, QScrollBar, QWidget

from journeyeditor.drawing.shapes import Drawing
from journeyeditor.drawing.theme import LIGHT, Theme
from journeyeditor.ui.canvas.painting import colour

POINT = 96 / 72
"""Pixels a point at 100 % zoom."""
MOST_PINNED = 0.5
"""Header or rail scroll with the map where they would take more than this share of the view."""
WHEEL_STEP = 60


class Pane(QGraphicsView):
    """A view of one part of the scene. The canvas below it gets the mouse and the keys."""

    def __init__(self, scene: QGraphicsScene, parent: QWidget) -> None:
        super().__init__(scene, parent)
        self._ground = self._around = self._edge = LIGHT.canvas
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAcceptDrops(False)
        self.viewport().setAcceptDrops(False)
        self.setInteractive(False)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setOptimizationFlags(
            QGraphicsView.OptimizationFlag.DontSavePainterState
            | QGraphicsView.OptimizationFlag.DontAdjustForAntialiasing
        )

    def dress(self, ground: str, theme: Theme) -> None:
        """The colour behind the map, and what lies around it."""
        self._ground, self._around, self._edge = ground, theme.window, theme.line_strong
        self.viewport().update()

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """The map's sheet, which ends with a line where the view is wider."""
        sheet = self.sceneRect()
        painter.fillRect(rect, colour(self._ground))
        right, below = QRectF(rect), QRectF(rect)
        right.setLeft(sheet.right())
        below.setTop(sheet.bottom())
        painter.fillRect(right, colour(self._around))
        painter.fillRect(below, colour(self._around))
        right.setWidth(1 / self.transform().m11())
        right.setBottom(min(right.bottom(), sheet.bottom()))
        painter.fillRect(right, colour(self._edge))

    def frame(self, place: QRect, part: QRectF, scale: float) -> None:
        """Stand at a place of the canvas and show a part of the scene."""
        self.setVisible(not place.isEmpty())
        self.setGeometry(place)
        self.setSceneRect(part)
        if self.transform().m11() != scale:
            self.setTransform(QTransform.fromScale(scale, scale))


class Panes:
    """Places the four views on the canvas, zooms and scrolls them together.

    Positions on the canvas are in pixels, on the map in points. `moved` is called after every
    change of what is seen.
    """

    def __init__(self, scene: QGraphicsScene, canvas: QWidget, moved: Callable[[], None]) -> None:
        self._canvas = canvas
        self._moved = moved
        self._body = Pane(scene, canvas)
        self._rail = Pane(scene, canvas)
        self._header = Pane(scene, canvas)
        self._corner = Pane(scene, canvas)
        self._all = (self._body, self._rail, self._header, self._corner)
        self._edge = _edge(canvas)
        self._across = QScrollBar(Qt.Orientation.Horizontal, canvas)
        self._down = QScrollBar(Qt.Orientation.Vertical, canvas)
        for bar in (self._across, self._down):
            bar.valueChanged.connect(self._scrolled)
            bar.setSingleStep(WHEEL_STEP)
        self._map = QSizeF()
        self._heads = QSizeF()
        self._pinned = QSizeF()
        self._view = QRect()
        self.zoom = 1.0

    @property
    def scale(self) -> float:
        """Pixels a point."""
        return self.zoom * POINT

    @property
    def view(self) -> QRect:
        """The canvas without its scroll bars."""
        return self._view

    @property
    def body(self) -> QRect:
        """Where on the canvas the part of the map is that scrolls."""
        return self._body.geometry()

    @property
    def seen(self) -> tuple[float, float]:
        """Between which heights of the map the part lies that scrolls and is in view, in points."""
        top = self.body.top() + self._down.value()
        return top / self.scale, (top + self.body.height()) / self.scale

    @property
    def outer(self) -> QRect:
        """The whole canvas."""
        return self._canvas.rect()

    def dress(self, theme: Theme) -> None:
        """Put the theme's colours behind the map."""
        for pane in self._all:
            pane.dress(theme.canvas if pane is self._body else theme.header, theme)
        line = colour(theme.line_strong)
        self._edge.setPalette(QPalette(line, line))

    def show(self, drawing: Drawing) -> None:
        """Fit the views to a drawing; they stay scrolled as they are."""
        corner = drawing.find(("corner",))
        self._map = QSizeF(drawing.width, drawing.height)
        self._heads = QSizeF(corner.width, corner.height) if corner else QSizeF()
        self.arrange()

    def arrange(self) -> None:
        """Put views and scroll bars in place, after a change of size, zoom or drawing."""
        scale = self.scale
        width, height = round(self._map.width() * scale), round(self._map.height() * scale)
        self._view = view = self._arrange_bars(width, height)
        rail, header = self._heads.width(), self._heads.height()
        if rail * scale > view.width() * MOST_PINNED:
            rail = 0.0
        if header * scale > view.height() * MOST_PINNED:
            header = 0.0
        self._pinned = QSizeF(rail, header)
        left, top = round(rail * scale), round(header * scale)
        across, down = view.width() - left, view.height() - top
        wide, tall = self._map.width() - rail, self._map.height() - header
        self._body.frame(QRect(left, top, across, down), QRectF(rail, header, wide, tall), scale)
        self._rail.frame(QRect(0, top, left, down), QRectF(0, header, rail, tall), scale)
        self._header.frame(QRect(left, 0, across, top), QRectF(rail, 0, wide, header), scale)
        self._corner.frame(QRect(0, 0, left, top), QRectF(0, 0, rail, header), scale)
        self._edge.setGeometry(left, 0, 1, view.height())
        _set_range(self._across, width - view.width(), across)
        _set_range(self._down, height - view.height(), down)
        self._follow()

    def set_zoom(self, zoom: float, anchor: QPointF) -> None:
        """Zoom so that what is under `anchor`, a position on the canvas, stays there."""
        fixed = self.to_map(anchor)
        in_rail, in_header = anchor.x() < self.body.left(), anchor.y() < self.body.top()
        x, y = self._across.value() * zoom / self.zoom, self._down.value() * zoom / self.zoom
        self.zoom = zoom
        self.arrange()
        self.scroll_to(
            x if in_rail else fixed.x() * self.scale - anchor.x(),
            y if in_header else fixed.y() * self.scale - anchor.y(),
        )
        self._moved()

    def scroll_to(self, x: float, y: float) -> None:
        """Scroll to pixels from the map's corner."""
        self._across.setValue(round(x))
        self._down.setValue(round(y))

    def scroll_by(self, x: float, y: float) -> None:
        self.scroll_to(self._across.value() + x, self._down.value() + y)

    def centre_on(self, point: QPointF) -> None:
        """Scroll so that a point of the map is in the middle of the body."""
        middle = QRectF(self.body).center()
        self.scroll_to(point.x() * self.scale - middle.x(), point.y() * self.scale - middle.y())

    def reveal(self, place: QRectF, margin: float = 12.0) -> None:
        """Scroll as little as needed to see a rectangle of the map, or its beginning."""
        shown = self.to_canvas(place).adjusted(-margin, -margin, margin, margin)
        inner = QRectF(self.body)
        if place.left() >= self._pinned.width():
            self._across.setValue(self._across.value() + round(_overlap(
                shown.left(), shown.right(), inner.left(), inner.right())))  # fmt: skip
        if place.top() >= self._pinned.height():
            self._down.setValue(self._down.value() + round(_overlap(
                shown.top(), shown.bottom(), inner.top(), inner.bottom())))  # fmt: skip

    def to_map(self, position: QPointF) -> QPointF:
        """What point of the map is seen at a position on the canvas."""
        x, y = max(0.0, position.x()), max(0.0, position.y())
        pane = self._pane(x >= self.body.left(), y >= self.body.top())
        inverse, _ = pane.viewportTransform().inverted()
        return inverse.map(position - QPointF(pane.pos()))

    def to_canvas(self, place: QRectF) -> QRectF:
        """Where on the canvas a rectangle of the map is."""
        middle = place.center()
        pane = self._pane(middle.x() >= self._pinned.width(), middle.y() >= self._pinned.height())
        return pane.viewportTransform().mapRect(place).translated(QPointF(pane.pos()))

    def repaint(self) -> None:
        """Paint all that is seen anew, soon."""
        for pane in self._all:
            pane.viewport().update()

    def _pane(self, right: bool, below: bool) -> Pane:
        if below:
            return self._body if right else self._rail
        return self._header if right else self._corner

    def _arrange_bars(self, width: int, height: int) -> QRect:
        """Show the scroll bars that a map of that size needs; returns what they leave."""
        room, extent = self._canvas.rect(), self._down.sizeHint().width()
        across = width > room.width()
        down = height > room.height() - extent * across
        across = width > room.width() - extent * down
        view = room.adjusted(0, 0, -extent * down, -extent * across)
        self._across.setVisible(across)
        self._down.setVisible(down)
        self._across.setGeometry(0, view.height(), view.width(), extent)
        self._down.setGeometry(view.width(), 0, extent, view.height())
        return view

    def _follow(self) -> None:
        """Bring the views to where the scroll bars say."""
        pinned = self._pinned * self.scale
        left, top = round(pinned.width()), round(pinned.height())
        for pane in (self._body, self._header):
            pane.horizontalScrollBar().setValue(left + self._across.value())
        for pane in (self._body, self._rail):
            pane.verticalScrollBar().setValue(top + self._down.value())
        self._edge.setVisible(left > 0 and self._across.value() > 0)

    def _scrolled(self) -> None:
        self._follow()
        self._moved()


def _edge(canvas: QWidget) -> QWidget:
    """The line between the rail and what scrolls under it."""
    edge = QWidget(canvas)
    edge.setAutoFillBackground(True)
    edge.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return edge


def _set_range(bar: QScrollBar, most: int, page: int) -> None:
    bar.setPageStep(max(1, page))
    bar.setRange(0, max(0, most))


def _overlap(start: float, end: float, low: float, high: float) -> float:
    """How far to scroll to bring start..end into low..high; `start` first, if both don't fit."""
    if start < low or end - start > high - low:
        return start - low
    return max(0.0, end - high)
