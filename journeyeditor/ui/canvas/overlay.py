"""What lies over the drawing for the moment: hover, selection, focus, targets, marquee.

Places are in points, measures in pixels of the screen, whatever the zoom.
"""

from collections.abc import Collection, Iterable
from typing import Any, NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTransform
from PySide6.QtWidgets import QGraphicsItem, QGraphicsRectItem

from journeyeditor.drawing.layout.card import RADIUS
from journeyeditor.drawing.layout.options import Level
from journeyeditor.drawing.shapes import Key, Node
from journeyeditor.drawing.theme import LIGHT, Theme
from journeyeditor.ui.canvas.ground import Ground, Mark, Ring
from journeyeditor.ui.canvas.items import OVERLAY_LAYER, TARGET_LAYER, NodeItem
from journeyeditor.ui.canvas.painting import colour

MARGIN = 9.0
"""How far a mark reaches beyond its node."""
EDGE, SOFT, GAP = 2.0, 3.0, 2.0
"""Width of a selected edge, of the soft band around it, and the way from there to the focus."""
LINE, KNOB = 3.0, 10.0
"""Width of an insertion line, and the size of the ring at its beginning."""
FEW = 20
"""Of more selected nodes than these, only those in view are looked at."""
_IDENTITY = QTransform()


class _Screen(NamedTuple):
    """A painter that works in pixels from now on, and where the map lies for it."""

    painter: QPainter
    view: QTransform
    ratio: float

    @classmethod
    def of(cls, painter: QPainter) -> "_Screen":
        view = painter.worldTransform()
        painter.setWorldTransform(_IDENTITY)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        return cls(painter, view, painter.device().devicePixelRatioF())

    def place(self, rect: QRectF) -> QRectF:
        """A rectangle of the map, on whole device pixels."""
        place, ratio = self.view.mapRect(rect), self.ratio
        left, top = round(place.left() * ratio) / ratio, round(place.top() * ratio) / ratio
        width, height = round(place.width() * ratio), round(place.height() * ratio)
        return QRectF(left, top, width / ratio, height / ratio)

    def frame(self, place: QRectF, grow: float, stroke: str, width: float, radius: float) -> None:
        """A line around a rectangle; its middle lies `grow` pixels outside."""
        pen = QPen(colour(stroke), width)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        self.painter.setPen(pen)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        corner = max(0.0, radius * self.view.m11() + grow)
        self.painter.drawRoundedRect(place.adjusted(-grow, -grow, grow, grow), corner, corner)


class DropTarget(QGraphicsRectItem):
    """The cell that something would land in. It lies under the cards."""

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(TARGET_LAYER)
        self.setVisible(False)
        self.theme = LIGHT
        self.cell: Node | None = None

    def show_cell(self, cell: NodeItem | None) -> None:
        """Mark a cell, or none."""
        self.scene().update(self.sceneBoundingRect())  # else it may stay seen where it was
        self.cell = cell.node if cell else None
        self.setVisible(cell is not None)
        self.setParentItem(cell.row if cell else None)  # type: ignore[arg-type]
        if cell:
            self.setPos(cell.pos())
            self.setRect(cell.rect())

    def paint(self, painter: QPainter, _option: Any, _widget: Any = None) -> None:
        screen = _Screen.of(painter)
        place = screen.place(self.rect())
        painter.fillRect(place, colour(self.theme.accent_soft))
        screen.frame(place, -EDGE / 2, self.theme.accent, EDGE, 0)


class Overlay(QGraphicsRectItem):
    """All marks over the map, as one item above all others. `enlarged` is pixels a point."""

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(OVERLAY_LAYER)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self.theme: Theme = LIGHT
        self.enlarged = 1.0
        self._ground: Ground | None = None
        self._level = Level.FULL
        self._selected: dict[Key, None] = {}
        self._rings: tuple[Ring, ...] = ()
        self._focus: Key | None = None
        self._hover: Key | None = None
        self._origins: Collection[Key] = ()
        self._insertion: Mark | None = None
        self._guide: float | None = None
        self._marquee: QRectF | None = None

    def show_ground(self, ground: Ground, level: Level) -> None:
        """Lie over this drawing; marks go where their nodes are now."""
        self._renew_marks()
        self._ground, self._level = ground, level
        self.setRect(0, 0, ground.drawing.width, ground.drawing.height)
        self._renew_marks()

    def show_selected(self, keys: dict[Key, None], rings: tuple[Ring, ...]) -> None:
        """Mark what is selected, and its points on the curves."""
        if (keys, rings) != (self._selected, self._rings):
            self._selected, self._rings = keys, rings
            self.update()

    def show_focus(self, key: Key | None) -> None:
        """Show where the keyboard is."""
        self._renew((self._focus, key))
        self._focus = key

    def show_hover(self, key: Key | None) -> None:
        """Mark the card under the pointer."""
        if key != self._hover:
            self._renew((self._hover, key))
            self._hover = key

    def show_origins(self, keys: Collection[Key]) -> None:
        """Mark the cards that are being dragged away."""
        self._renew((*self._origins, *keys))
        self._origins = keys

    def show_insertion(self, mark: Mark | None) -> None:
        """Show where something would land."""
        if mark != self._insertion:
            for line in filter(None, (self._insertion, mark)):
                self._renew_place(QRectF(line.x1, line.y1, line.x2 - line.x1, line.y2 - line.y1))
            self._insertion = mark

    def show_guide(self, x: float | None) -> None:
        """Show a line from top to bottom at a place."""
        for place in (self._guide, x):
            if place is not None:
                self._renew_place(QRectF(place, 0, 0, self.rect().height()))
        self._guide = x

    def show_marquee(self, marquee: QRectF | None) -> None:
        """Show the rectangle that is being drawn."""
        for place in filter(None, (self._marquee, marquee)):
            self._renew_place(place)
        self._marquee = marquee

    def _renew_marks(self) -> None:
        if len(self._selected) > FEW:
            self.update()
        else:
            self._renew((self._focus, self._hover, *self._selected))

    def _renew(self, keys: Iterable[Key | None]) -> None:
        for key in keys:
            if node := self._node(key):
                self._renew_place(_rectangle(node))

    def _renew_place(self, place: QRectF) -> None:
        margin = MARGIN / self.enlarged
        self.update(place.adjusted(-margin, -margin, margin, margin))

    def paint(self, painter: QPainter, option: Any, _widget: Any = None) -> None:
        screen = _Screen.of(painter)
        margin = MARGIN / screen.view.m11()
        exposed = option.exposedRect.adjusted(-margin, -margin, margin, margin)
        for key in self._selected_within(exposed):
            self._paint_selected(screen, key)
        for ring in self._rings:
            self._paint_ring(screen, ring)
        for key in self._origins:
            self._paint_origin(screen, key)
        if self._hover and self._hover not in self._selected:
            self._paint_hover(screen, self._hover)
        if self._focus:
            self._paint_focus(screen, self._focus)
        if self._insertion:
            self._paint_insertion(screen, self._insertion)
        if self._guide is not None:
            self._paint_guide(screen, self._guide)
        if self._marquee:
            self._paint_marquee(screen, self._marquee)

    def _node(self, key: Key | None) -> Node | None:
        """What a mark goes around; where cells only tell how many cards they have, a cell."""
        if self._ground is None or key is None:
            return None
        if self._level is Level.HEAT and key[0] == "card":
            cell = self._ground.cell_of(key)
            return cell.node if cell else None
        return self._ground.node(key)

    def _selected_within(self, exposed: QRectF) -> list[Key]:
        keys: Iterable[Key] = self._selected
        if self._ground and len(self._selected) > FEW:
            keys = self._ground.cards_within(*exposed.getCoords())  # type: ignore[misc]
        return [key for key in keys if key in self._selected and key not in self._origins]

    def _paint_selected(self, screen: _Screen, key: Key) -> None:
        node = self._node(key)
        if node is None:
            return
        place = screen.place(_rectangle(node))
        if node.key[0] == "card":
            screen.frame(place, SOFT / 2, self.theme.accent_soft, SOFT, RADIUS)
            screen.frame(place, -EDGE / 2, self.theme.accent, EDGE, RADIUS)
        else:
            screen.frame(place, -EDGE / 2, self.theme.accent, EDGE, 0)

    def _paint_ring(self, screen: _Screen, ring: Ring) -> None:
        radius = ring.radius * screen.view.m11()
        centre = screen.view.map(QPointF(ring.x, ring.y))
        screen.painter.setBrush(Qt.BrushStyle.NoBrush)
        screen.painter.setPen(QPen(colour(self.theme.accent_soft), SOFT))
        screen.painter.drawEllipse(centre, radius + SOFT / 2, radius + SOFT / 2)
        screen.painter.setPen(QPen(colour(self.theme.accent), EDGE))
        screen.painter.drawEllipse(centre, radius - EDGE / 2, radius - EDGE / 2)

    def _paint_origin(self, screen: _Screen, key: Key) -> None:
        """The edge of a card that is being dragged away."""
        if node := self._node(key):
            place = screen.place(_rectangle(node))
            pen = QPen(colour(self.theme.field), 1)
            pen.setDashPattern([3, 3])
            screen.painter.setPen(pen)
            screen.painter.setBrush(Qt.BrushStyle.NoBrush)
            corner = RADIUS * screen.view.m11()
            screen.painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), corner, corner)

    def _paint_hover(self, screen: _Screen, key: Key) -> None:
        if node := self._node(key):
            screen.frame(screen.place(_rectangle(node)), -0.5, self.theme.text3, 1, RADIUS)

    def _paint_focus(self, screen: _Screen, key: Key) -> None:
        """The keyboard's ring: around a card, inside of anything else."""
        node = self._node(key)
        if node is None:
            return
        place = screen.place(_rectangle(node))
        if node.key[0] == "card":
            screen.frame(place, GAP + EDGE / 2, self.theme.text, EDGE, RADIUS)
        else:
            screen.frame(place, -GAP - EDGE / 2, self.theme.text, EDGE, RADIUS)

    def _paint_insertion(self, screen: _Screen, mark: Mark) -> None:
        painter = screen.painter
        line = screen.view.map(QLineF(mark.x1, mark.y1, mark.x2, mark.y2))
        pen = QPen(colour(self.theme.accent), LINE)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLine(line)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setBrush(colour(self.theme.accent_soft))
        radius = (KNOB - LINE) / 2 + 1
        painter.drawEllipse(line.p1(), radius, radius)

    def _paint_guide(self, screen: _Screen, x: float) -> None:
        line = screen.view.map(QLineF(x, 0, x, self.rect().height()))
        screen.painter.setPen(QPen(colour(self.theme.accent), EDGE))
        screen.painter.drawLine(line)

    def _paint_marquee(self, screen: _Screen, marquee: QRectF) -> None:
        """A thin rectangle; its fill is light enough to read through."""
        fill = QColor(self.theme.accent)
        fill.setAlphaF(0.08)
        screen.painter.setPen(QPen(colour(self.theme.accent), 1))
        screen.painter.setBrush(fill)
        screen.painter.drawRect(screen.place(marquee).adjusted(0.5, 0.5, -0.5, -0.5))


def _rectangle(node: Node) -> QRectF:
    return QRectF(node.x, node.y, node.width, node.height)
