"""What a search or a filter leaves on the map: marks on what is found, a veil over other cards."""

from typing import Any

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsRectItem

from journeyeditor.drawing.layout import Level
from journeyeditor.drawing.layout.card import RADIUS
from journeyeditor.drawing.shapes import Drawing, Node
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
KINDS = ("card", "stage", "segment")


class Sieve(QGraphicsRectItem):
    """One item above the cards and below the other marks."""

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
        self._veils: list[QRectF] = []
        self._frames: list[QRectF] = []

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
        self._veils, self._frames = self._find_veils(), self._find_frames()
        self.setVisible(bool(self._veils or self._frames))
        self.update()

    def _find_veils(self) -> list[QRectF]:
        if not self._ground or not self._dimmed:
            return []
        if self._level is Level.HEAT:
            return [_rectangle(cell.node) for cell in self._cells() if self._is_dimmed(cell)]
        grow = (-OVERLAP, -OVERLAP, OVERLAP, OVERLAP)
        return [_rectangle(node).adjusted(*grow) for node in self._nodes("card", self._dimmed)]

    def _find_frames(self) -> list[QRectF]:
        if not self._ground or not self._marked:
            return []
        if self._level is Level.HEAT:
            found = [cell.node for cell in self._cells() if self._is_marked(cell)]
            found += [n for kind in KINDS[1:] for n in self._nodes(kind, self._marked)]
        else:
            found = [node for kind in KINDS for node in self._nodes(kind, self._marked)]
        return [_rectangle(node) for node in found]

    def _nodes(self, kind: str, ids: frozenset[Id]) -> list[Node]:
        drawing = self._ground.drawing if self._ground else Drawing(0, 0, ())
        return [node for id in ids if (node := drawing.find((kind, id)))]

    def _cells(self) -> list[Cell]:
        return list(self._ground.cells.values()) if self._ground else []

    def _is_dimmed(self, cell: Cell) -> bool:
        return bool(cell.cards) and all(card.key[1] in self._dimmed for card in cell.cards)

    def _is_marked(self, cell: Cell) -> bool:
        return any(card.key[1] in self._marked for card in cell.cards)

    def paint(self, painter: QPainter, option: Any, _widget: Any = None) -> None:
        veil = QColor(self._theme.canvas)
        veil.setAlphaF(1 - FAINT)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(veil)
        painter.drawRects(self._veils)
        pen = QPen(colour(self._theme.warn), EDGE)
        pen.setCosmetic(True)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._level is not Level.FULL:
            painter.drawRects(self._frames)
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for frame in self._frames:
            if frame.intersects(option.exposedRect):
                painter.drawRoundedRect(frame, RADIUS, RADIUS)


def _rectangle(node: Node) -> QRectF:
    return QRectF(node.x, node.y, node.width, node.height)
