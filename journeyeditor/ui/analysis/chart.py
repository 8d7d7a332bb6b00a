"""The widget that shows a chart: paints its drawing, and lets its things be pointed at."""

import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QSizePolicy, QToolTip

from journeyeditor.drawing.charts.sheet import ChartOptions
from journeyeditor.drawing.shapes import Drawing, Key, Node
from journeyeditor.translation import tr
from journeyeditor.ui.analysis.backroom import Backroom
from journeyeditor.ui.analysis.picture import MARGIN, PIXELS, Picture
from journeyeditor.ui.canvas.painting import AssetBytes
from journeyeditor.ui.chrome.look import current_theme

Draw = Callable[[ChartOptions], Drawing]
RING, NEAR = 2, 2
MOST_SAID = 40
"""Things of a chart that its description names."""
_WAYS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class Fitted(NamedTuple):
    """A chart, the least height in points that it needs, and what of it can be pointed at."""

    drawing: Drawing
    needed: float
    things: list[Node]


class ChartView(QAbstractScrollArea):
    """Is drawn anew for every size, in the backroom; scrolls sideways where that is too narrow.

    Things are nodes with a name: arrows walk over them, Enter or a click is `chosen` (a key).
    """

    chosen = Signal(object)

    def __init__(self, title: str, least: int, room: Backroom, asset_bytes: AssetBytes) -> None:
        super().__init__()
        self._room = room
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(title)
        self.viewport().setMouseTracking(True)
        self.drawing = Drawing(0, 0, ())
        self._things: list[Node] = []
        self.current: Key | None = None
        self._hovered: Key | None = None
        self._draw: Draw | None = None
        self._least = least
        self._needed = least
        self._picture = Picture(self, asset_bytes)
        self._picture.finished.connect(self.viewport().update)
        self.horizontalScrollBar().valueChanged.connect(self.viewport().update)

    def show_chart(self, draw: Draw) -> None:
        """Show another chart, or the new state of this one: a function that holds no widget."""
        self._draw = draw
        self._lay_out()

    def things(self) -> list[Node]:
        """What can be pointed at, in reading order."""
        return self._things

    def place_of(self, key: Key) -> QRectF:
        """Where a thing is, in pixels of the viewport."""
        node = self.drawing.by_key[key]
        left = MARGIN - self.horizontalScrollBar().value()
        return QRectF(node.x * PIXELS + left, node.y * PIXELS + MARGIN, node.width * PIXELS,
                      node.height * PIXELS)  # fmt: skip

    def key_at(self, place: QPointF) -> Key | None:
        """The thing at a place of the viewport, the smallest where some lie over each other."""
        x = (place.x() - MARGIN + self.horizontalScrollBar().value()) / PIXELS
        y = (place.y() - MARGIN) / PIXELS
        found = [
            node
            for node in self._things
            if 0 <= x - node.x <= node.width and 0 <= y - node.y <= node.height
        ]
        return min(found, key=lambda node: node.width * node.height).key if found else None

    # Laying out

    def sizeHint(self) -> QSize:
        return QSize(320, self._needed)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self._needed)

    def _lay_out(self) -> None:
        """Have it drawn for the room there is."""
        width = self.viewport().width() - 2 * MARGIN
        if self._draw is None or width <= 0 or not self.isVisible():
            return
        options = ChartOptions(
            width=width / PIXELS,
            height=(self._least - 2 * MARGIN) / PIXELS,
            theme=current_theme(),
            language=tr.language,
        )
        height = (self.height() - 2 * MARGIN) / PIXELS
        bar = self.horizontalScrollBar().sizeHint().height() / PIXELS
        self._room.ask(self, partial(fit, self._draw, options, height, bar), self._show)

    def _show(self, fitted: Fitted) -> None:
        """Show what was drawn, and ask for more height where that is needed."""
        self.drawing, self._things = fitted.drawing, fitted.things
        needed = math.ceil(fitted.needed * PIXELS) + 2 * MARGIN
        bar, room = self.horizontalScrollBar(), self.viewport().width() - 2 * MARGIN
        bar.setRange(0, max(0, math.ceil(self.drawing.width * PIXELS) - room))
        bar.setPageStep(room)
        bar.setSingleStep(24)
        if needed != self._needed:
            self._needed = needed
            self.updateGeometry()
        keys = self.drawing.by_key
        self.current = self.current if self.current in keys else None
        self._hovered = self._hovered if self._hovered in keys else None
        self._picture.paint(self.drawing, self.devicePixelRatioF())
        self.setAccessibleDescription(_described([node.name for node in self._things]))

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(theme.chrome))
        if self._picture.pixels:
            painter.drawPixmap(-self.horizontalScrollBar().value(), 0, self._picture.pixels)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._hovered:
            self._ring(painter, self._hovered, theme.accent_line, 1.0)
        if self.hasFocus() and self.current:
            self._ring(painter, self.current, theme.text, RING)

    def _ring(self, painter: QPainter, key: Key, colour: str, width: float) -> None:
        painter.setPen(QPen(QColor(colour), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        place = self.place_of(key).adjusted(-NEAR, -NEAR, NEAR, NEAR)
        painter.drawRoundedRect(place, 4, 4)

    # Pointing

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        kinds = (QEvent.Type.PaletteChange, QEvent.Type.StyleChange,
                 QEvent.Type.DevicePixelRatioChange)  # fmt: skip
        if event.type() in kinds:
            self._lay_out()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            key = self.key_at(QPointF(event.pos()))
            text = self.drawing.by_key[key].name if key else ""
            QToolTip.showText(event.globalPos(), text, self.viewport())
            return True
        if event.type() is QEvent.Type.Leave:
            self._hover(None)
        return super().viewportEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.key_at(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.current = self.key_at(event.position()) or self.current
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        key = self.key_at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and key and key == self.current:
            self.chosen.emit(key)

    def _hover(self, key: Key | None) -> None:
        if key != self._hovered:
            self._hovered = key
            shape = Qt.CursorShape.PointingHandCursor if key else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)
            self.viewport().update()

    # Walking

    def focusInEvent(self, event: QFocusEvent) -> None:
        by_key = event.reason() in (
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
        )
        if self.current is None and by_key and (things := self.things()):
            self._go(things[0].key)
        self.viewport().update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.viewport().update()
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        things, key = self.things(), Qt.Key(event.key())
        if things and key in _WAYS:
            self._go(self._next(things, *_WAYS[key]))
        elif things and key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go(things[0 if key == Qt.Key.Key_Home else -1].key)
        elif key in _ENTER and self.current:
            self.chosen.emit(self.current)
        else:
            event.ignore()

    def _next(self, things: list[Node], dx: int, dy: int) -> Key:
        """The nearest thing in a direction; the present one where there is none."""
        if self.current is None:
            return things[0].key
        here = self.place_of(self.current).center()
        best, nearest = self.current, math.inf
        for node in things:
            way = self.place_of(node.key).center() - here
            along, aside = way.x() * dx + way.y() * dy, abs(way.x() * dy) + abs(way.y() * dx)
            if along > 0.5 and (distance := along + 3 * aside) < nearest:
                best, nearest = node.key, distance
        return best

    def _go(self, key: Key) -> None:
        self.current = key
        place, bar = self.place_of(key), self.horizontalScrollBar()
        width = self.viewport().width()
        if place.left() < MARGIN:
            bar.setValue(bar.value() + int(place.left()) - MARGIN)
        elif place.right() > width - MARGIN:
            bar.setValue(bar.value() + math.ceil(place.right()) - width + MARGIN)
        if QAccessible.isActive():
            name = self.drawing.by_key[key].name
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, name))
        self.viewport().update()


def _described(names: Sequence[str]) -> str:
    """The first things by name; who walks over the chart or turns to its table hears them all."""
    said, more = "; ".join(names[:MOST_SAID]), len(names) - MOST_SAID
    if more <= 0:
        return said
    return tr.plural("{names} and {count} more", "{names} and {count} more", more, names=said)


def fit(draw: Draw, options: ChartOptions, height: float, bar: float) -> Fitted:
    """A chart that makes use of a height in points.

    One that is wider than it may be leaves room for a scroll bar.
    """
    drawing = draw(options)
    foot = bar if drawing.width > options.width + 1 / PIXELS else 0.0
    needed = drawing.height + foot
    if height > needed + 1:
        drawing = draw(replace(options, height=height - foot))
    things = [node for node in drawing.by_key.values() if node.name]
    return Fitted(drawing, needed, things)
