"""Quick capture: a card is typed into the cell where it will stand, then the next one below it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from journeyeditor.drawing.ink import CARD_TITLE
from journeyeditor.drawing.layout import card
from journeyeditor.drawing.layout.grid import CARD_GAP, CELL_PADDING, card_width
from journeyeditor.drawing.theme import Theme
from journeyeditor.model.ids import Id
from journeyeditor.model.records import Touchpoint
from journeyeditor.translation import tr
from journeyeditor.ui.canvas.editor import Ending, InPlaceEditor
from journeyeditor.ui.canvas.ground import EMPTY_SLOT, Cell
from journeyeditor.ui.canvas.offers import Offers, offers_of
from journeyeditor.ui.canvas.painting import colour
from journeyeditor.ui.canvas.panes import POINT
from journeyeditor.ui.canvas.walking import Place
from journeyeditor.ui.chrome.icons import paint_icon
from journeyeditor.ui.chrome.look import font

if TYPE_CHECKING:
    from journeyeditor.ui.canvas.canvas import MapCanvas

SMALLEST_SCALE = POINT
"""Pixels a point: the new card is typed at this scale at least."""
CHANNEL_LINE, ICON = 12.0, 9.75


class _NewCard(QWidget):
    """An empty card around the editor; `scale` is pixels a point."""

    def __init__(self, canvas: "MapCanvas", theme: Theme, scale: float) -> None:
        super().__init__(canvas)
        self._theme = theme
        self._scale = scale
        self.editor = InPlaceEditor(self, "", tr("Name of the new touchpoint"))
        self.editor.setPlaceholderText(tr("What happens?"))
        size = CARD_TITLE.size * scale, CARD_TITLE.leading * scale
        self.editor.dress(theme, theme.card, *size)
        self.editor.textChanged.connect(self._fit)

    def fit_width(self, width: float) -> None:
        """Be that many pixels wide, and as high as the text needs."""
        self.setFixedWidth(round(width))
        self.editor.setFixedWidth(round(width - (card.LEFT + card.RIGHT) * self._scale))
        top = card.PADDING + CHANNEL_LINE + card.TITLE_GAP
        self.editor.move(round(card.LEFT * self._scale), round(top * self._scale))
        self._fit()

    def _fit(self) -> None:
        height = round(self.editor.needed_height)
        self.editor.setFixedHeight(height)
        below = (card.FOOTER_GAP + card.FOOTER + card.PADDING) * self._scale
        self.setFixedHeight(round(self.editor.y() + height + below))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, scale = self._theme, self._scale
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour(theme.accent), 2))
        painter.setBrush(colour(theme.card))
        radius = card.RADIUS * scale
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
        bar = QRectF(card.BAR_X, card.BAR_INSET, card.BAR_WIDTH, 0)
        bar.setBottom(self.height() / scale - card.BAR_INSET)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(theme.line_strong))
        radius = card.BAR_WIDTH / 2 * scale
        painter.drawRoundedRect(_scaled(bar, scale), radius, radius)
        icon = QRectF(card.LEFT, card.PADDING + (CHANNEL_LINE - ICON) / 2, ICON, ICON)
        paint_icon(painter, _scaled(icon, scale), "plus", theme.text3)
        beside = card.LEFT + ICON + card.CHANNEL_GAP
        self._write(painter, beside, card.PADDING, tr("New touchpoint"))
        below = self.height() / scale - card.PADDING - card.FOOTER
        self._write(painter, card.LEFT, below + 1.5, tr("Enter: add · Esc: finish"))

    def _write(self, painter: QPainter, x: float, y: float, words: str) -> None:
        painter.setPen(colour(self._theme.text3))
        painter.setFont(font(8.25 * self._scale))
        width = self.width() / self._scale - x - card.RIGHT
        place = _scaled(QRectF(x, y, width, CHANNEL_LINE), self._scale)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)


class Capture:
    """The card that is being typed, while there is one."""

    def __init__(self, canvas: "MapCanvas") -> None:
        self._canvas = canvas
        self._view = canvas.view
        self._place: Place | None = None
        self._card: _NewCard | None = None
        self._offers: Offers | None = None

    def open(self, stage: Id, segment: Id, index: int) -> bool:
        """Type a new card before the `index`-th of a cell; False where there is no such cell."""
        self.close()
        cell = self._view.ground.cells.get((stage, segment))
        if cell is None:
            return False
        self._place = stage, segment, min(index, cell.count)
        self._view.panes.reveal(self._rectangle(cell))
        theme, scale = self._view.options.theme, max(SMALLEST_SCALE, self._view.panes.scale)
        self._card = new = _NewCard(self._canvas, theme, scale)
        self._offers = Offers(self._canvas, theme, offers_of(self._view.project, theme))
        new.editor.finished.connect(self._finish)
        new.editor.cancelled.connect(self.close)
        new.editor.stepped.connect(self._offers.step)
        new.editor.textChanged.connect(self._offer)
        self._offers.chosen.connect(self._choose)
        self.follow()
        new.show()
        new.editor.setFocus()
        return True

    def follow(self) -> None:
        """Stay at the cell's place when the view moves or the map changes."""
        if self._card is None or self._place is None or self._offers is None:
            return
        stage, segment, _ = self._place
        cell = self._view.ground.cells.get((stage, segment))
        if cell is None:
            self.close()
            return
        place = self._view.panes.to_canvas(self._rectangle(cell))
        width = card_width(cell.node.width) * max(SMALLEST_SCALE, self._view.panes.scale)
        self._card.fit_width(width)
        self._card.move(place.topLeft().toPoint())
        self._offers.move(self._card.x(), self._card.geometry().bottom() + 5)

    def close(self) -> None:
        """Stop without a card."""
        new, offers, self._place = self._card, self._offers, None
        self._card = self._offers = None
        if new and offers:
            had_focus = new.editor.hasFocus()
            new.editor.dismiss()
            for widget in (new, offers):
                widget.hide()
                widget.deleteLater()
            if had_focus:
                self._canvas.setFocus()

    def _rectangle(self, cell: Cell) -> QRectF:
        """Where on the map the new card is typed."""
        index = self._place[2] if self._place else 0
        width, node = card_width(cell.node.width), cell.node
        if index < len(cell.cards):
            at = cell.cards[index]
            return QRectF(at.x, at.y, width, EMPTY_SLOT)
        corner = QPointF(node.x + CELL_PADDING, node.y + CELL_PADDING)
        if cell.cards and len(cell.cards) % cell.abreast:
            last = cell.cards[-1]
            corner = QPointF(last.x + last.width + CARD_GAP, last.y)
        elif cell.cards:
            row = cell.rows[-1]
            corner.setY(max(card.y + card.height for card in row) + CARD_GAP)
        return QRectF(corner.x(), corner.y(), width, EMPTY_SLOT)

    def _offer(self) -> None:
        if self._card and self._offers:
            self._offers.narrow(self._card.editor.text)
            self._offers.move(self._card.x(), self._card.geometry().bottom() + 5)
            self._offers.raise_()

    def _finish(self, text: str, ending: Ending) -> None:
        """Report the card, or the touchpoint that is marked; Enter goes on with the next one."""
        marked = self._offers.marked if self._offers and ending is Ending.ENTER else None
        if marked:
            self._choose(marked)
        else:
            self._report(text, "", go_on=ending is not Ending.LEFT)

    def _choose(self, touchpoint: Id) -> None:
        self._report(self._view.project.get(Touchpoint, touchpoint).name, touchpoint, go_on=True)

    def _report(self, text: str, touchpoint: Id, *, go_on: bool) -> None:
        place = self._place
        self.close()
        if place is None or not text:
            return
        self._canvas.card_captured.emit(*place, text, touchpoint)
        if go_on:
            stage, segment, index = place
            self.open(stage, segment, index + 1)


def _scaled(place: QRectF, scale: float) -> QRectF:
    """A rectangle in points as pixels."""
    return QRectF(place.topLeft() * scale, place.size() * scale)
