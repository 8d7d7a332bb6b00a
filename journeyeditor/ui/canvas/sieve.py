"""What a search or a filter leaves on the map: marks on what is found, a veil over other cards."""

from typing import Any, NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsRectItem

from journeyeditor.drawing.layout import Level
from journeyeditor.drawing.layout.card import RADIUS
from journeyeditor.drawing.shapes import Node
from journeyeditor.drawing.theme import LIGHT, Theme
from journeyeditor.model.ids import Id
from journeyeditor.ui.canvas.ground import Cell, Ground
from journeyeditor.ui.canvas.items import SIEVE_LAYER
from journeyeditor.ui.canvas.painting import colour

FAINT = 0.32
"""Opacity of a card under the veil."""
OVERLAP = 0.75
"""Points by which the veil reaches beyond a card; it has the colour of the ground there."""
EDGE = 2.0
"""Pixels of the frame around what is found."""


class _Marks(NamedTuple):
    """What lies over one row: rectangles, in points."""

    veils: list[QRectF]
    frames: list[QRectF]


class Sieve(QGraphicsRectItem):
    """One item above the cards and below the other marks. A row is looked at once it is seen."""

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(SIEVE_LAYER)
        self.setPen(Qt.PenStyle.NoPen)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self._theme: Theme = LIGHT
        self._ground: Ground | None = None
        self._level = Level.FULL
        self._dimmed: frozenset[Id] = frozenset()
        self._marked: frozenset[Id] = frozenset()
        self._rows: dict[Id, _Marks] = {}

    def show_ground(self, ground: Ground, level: Level, theme: Theme) -> None:
        """Lie over this drawing, which tells that much."""
        self._ground, self._level, self._theme = ground, level, theme
        self.setRect(0, 0, ground.drawing.width, ground.drawing.height)
        self._renew()

    def dim(self, cards: frozenset[Id]) -> None:
        """Let these cards be faint."""
        if cards != self._dimmed:
            self._dimmed = cards
            self._renew()

    def mark(self, ids: frozenset[Id]) -> None:
        """Frame these cards, stages and segments."""
        if ids != self._marked:
            self._marked = ids
            self._renew()

    def _renew(self) -> None:
        self._rows.clear()
        self.setVisible(bool(self._dimmed or self._marked))
        self.update()

    def paint(self, painter: QPainter, option: Any, _widget: Any = None) -> None:
        if (ground := self._ground) is None:
            return
        exposed: QRectF = option.exposedRect
        for segment in ground.segments:
            if segment.start < exposed.bottom() and exposed.top() < segment.end:
                if segment.id not in self._rows:
                    self._rows[segment.id] = self._find(ground, segment.id)
                veils, frames = self._rows[segment.id]
                self._paint_veils(painter, veils)
                self._paint_frames(painter, [f for f in frames if f.intersects(exposed)])
        if exposed.top() < ground.header_height:
            heads = (ground.node(("stage", strip.id)) for strip in ground.stages)
            marked = [n for n in heads if n and n.key[1] in self._marked]
            self._paint_frames(painter, [_rectangle(node) for node in marked])

    def _find(self, ground: Ground, segment: Id) -> _Marks:
        cells = ground.cells.row(segment).values()
        if self._level is Level.HEAT:
            veils = [_rectangle(cell.node) for cell in cells if self._is_dimmed(cell)]
            framed = [cell.node for cell in cells if self._is_marked(cell)]
        else:
            cards = [card for cell in cells for card in cell.cards]
            grow = (-OVERLAP, -OVERLAP, OVERLAP, OVERLAP)
            veils = [_rectangle(c).adjusted(*grow) for c in cards if c.key[1] in self._dimmed]
            framed = [card for card in cards if card.key[1] in self._marked]
        if segment in self._marked and (rail := ground.node(("segment", segment))):
            framed.append(rail)
        return _Marks(veils, [_rectangle(node) for node in framed])

    def _is_dimmed(self, cell: Cell) -> bool:
        return bool(cell.cards) and all(card.key[1] in self._dimmed for card in cell.cards)

    def _is_marked(self, cell: Cell) -> bool:
        return any(card.key[1] in self._marked for card in cell.cards)

    def _paint_veils(self, painter: QPainter, veils: list[QRectF]) -> None:
        veil = QColor(self._theme.canvas)
        veil.setAlphaF(1 - FAINT)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(veil)
        painter.drawRects(veils)

    def _paint_frames(self, painter: QPainter, frames: list[QRectF]) -> None:
        """Far away, where there may be thousands, their corners are not round."""
        pen = QPen(colour(self._theme.warn), EDGE)
        pen.setCosmetic(True)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._level is not Level.FULL:
            painter.drawRects(frames)
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for frame in frames:
            painter.drawRoundedRect(frame, RADIUS, RADIUS)


def _rectangle(node: Node) -> QRectF:
    return QRectF(node.x, node.y, node.width, node.height)
