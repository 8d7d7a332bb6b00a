"""Quick capture: a card is typed into the cell where it will stand, then the next one below it."""

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from journeyeditor.drawing.ink import AXIS, CARD_TITLE
from journeyeditor.drawing.layout import card
from journeyeditor.drawing.layout.content import DRAFT
from journeyeditor.drawing.layout.grid import card_width
from journeyeditor.drawing.theme import Theme
from journeyeditor.model.change import Change, Label
from journeyeditor.model.fields import Record
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.records import Placement, Segment, Stage, Touchpoint
from journeyeditor.translation import tr
from journeyeditor.ui.canvas.editor import Ending, InPlaceEditor
from journeyeditor.ui.canvas.offers import Offers, offers_of
from journeyeditor.ui.canvas.painting import colour
from journeyeditor.ui.canvas.panes import POINT
from journeyeditor.ui.canvas.walking import Place
from journeyeditor.ui.chrome.look import font

if TYPE_CHECKING:
    from journeyeditor.ui.canvas.canvas import MapCanvas

OFFERS_GAP = 5
SMALLEST_SCALE = POINT
"""Pixels a point: the new card is typed at this scale at least."""
_CARD, _TOUCHPOINT = DRAFT, "~touchpoint"
"""Ids of the card that is being typed; they sort after those of real ones."""


class _NewCard(QWidget):
    """An empty card around the editor; `scale` is pixels a point."""

    def __init__(self, canvas: "MapCanvas", theme: Theme, scale: float) -> None:
        super().__init__(canvas)
        self._theme = theme
        self._scale = scale
        self.editor = InPlaceEditor(self, canvas, "", tr("Name of the new touchpoint"))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(self.editor)
        self.editor.setPlaceholderText(tr("What happens here?"))
        self.editor.dress(theme, theme.card, CARD_TITLE.size * scale, CARD_TITLE.leading * scale)

    def fit(self, corner: QPointF, width: float) -> None:
        """Stand there, that many points wide, and as high as the text needs."""
        scale = self._scale
        self.editor.setFixedWidth(round((width - card.LEFT - card.RIGHT) * scale))
        self.editor.setFixedHeight(math.ceil(self.editor.needed_height))
        self.editor.move(round(card.LEFT * scale), round(card.PADDING * scale))
        below = (card.FOOTER_GAP + card.FOOTER + card.PADDING) * scale
        self.setFixedSize(round(width * scale), round(self.editor.geometry().bottom() + below))
        self.move(corner.toPoint())

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, scale = self._theme, self._scale
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour(theme.accent), 2))
        painter.setBrush(colour(theme.card))
        radius = card.RADIUS * scale
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
        inset = card.BAR_INSET * scale
        bar = QRectF(card.BAR_X * scale, inset, card.BAR_WIDTH * scale, self.height() - 2 * inset)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(theme.line_strong))
        painter.drawRoundedRect(bar, bar.width() / 2, bar.width() / 2)
        painter.setPen(colour(theme.text3))
        painter.setFont(font(AXIS.size * scale))
        left, height = card.LEFT * scale, card.FOOTER * scale
        top = self.height() - card.PADDING * scale - height
        words = QRectF(left, top, self.width() - left, height)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, tr("Enter: add · Esc: finish"))


class Capture:
    """The card that is being typed, while there is one.

    The map makes room for it: it is shown with a card of that name already there (`preview`).
    """

    def __init__(self, canvas: "MapCanvas") -> None:
        self._canvas = canvas
        self._view = canvas.view
        self._place: Place | None = None
        self._card: _NewCard | None = None
        self._offers: Offers | None = None

    @property
    def active(self) -> bool:
        """Whether a card is being typed."""
        return self._card is not None

    def preview(self, project: Project) -> Project:
        """The project with the card that is being typed."""
        if self._place is None or self._card is None:
            return project
        stage, segment, index = self._place
        if project.find(Stage, stage) is None or project.find(Segment, segment) is None:
            return project
        cell = project.cell(stage, segment)
        order = cell[min(index, len(cell)) - 1].order if index and cell else ""
        made: dict[Id, Record | None] = {
            _TOUCHPOINT: Touchpoint(id=_TOUCHPOINT, name=self._card.editor.text),
            _CARD: Placement(
                id=_CARD, touchpoint=_TOUCHPOINT, stage=stage, segment=segment, order=order
            ),
        }
        return project.apply(Change(Label(""), dict.fromkeys(made), made))

    def open(self, stage: Id, segment: Id, index: int) -> None:
        """Type a new card before the `index`-th of a cell."""
        self.close()
        theme, scale = self._view.options.theme, max(SMALLEST_SCALE, self._view.panes.scale)
        offers = offers_of(self._view.project, theme)
        self._place = stage, segment, index
        self._card = new = _NewCard(self._canvas, theme, scale)
        self._offers = Offers(self._canvas, new.editor, theme, offers)
        new.editor.finished.connect(self._finish)
        new.editor.cancelled.connect(self._end)
        new.editor.stepped.connect(self._offers.step)
        new.editor.textChanged.connect(self._typed)
        self._offers.chosen.connect(self._choose)
        self._canvas.refresh()
        self._canvas.reveal(("card", _CARD))
        new.show()
        new.editor.setFocus()

    def follow(self) -> None:
        """Stay at the new card's place when the view moves or the map changes."""
        if self._card is None or self._offers is None:
            return
        place = self._view.place_of(("card", _CARD))
        if place is None:
            self.close()
            return
        cell = self._view.ground.cell_of(("card", _CARD))
        width = card_width(cell.node.width) if cell else place.width()
        self._card.fit(self._view.panes.to_canvas(place).topLeft(), width)
        self._offers.move(self._card.x(), self._card.geometry().bottom() + OFFERS_GAP)

    def finish(self) -> None:
        """Report what is being typed, if something is."""
        if self._card:
            self._card.editor.finish()

    def close(self) -> None:
        """Stop without a card."""
        new, offers, self._place = self._card, self._offers, None
        self._card = self._offers = None
        if new and offers:
            new.editor.dismiss()
            for widget in (new, offers):
                widget.hide()
                widget.deleteLater()
            self._canvas.refresh()

    def _typed(self) -> None:
        if self._card and self._offers:
            self._offers.narrow(self._card.editor.text)
            self._offers.raise_()
            self._canvas.refresh()

    def _finish(self, text: str, ending: Ending) -> None:
        """Report the card, or the touchpoint that is marked; Enter goes on with the next one."""
        marked = self._offers.marked if self._offers and ending is Ending.ENTER else None
        if marked:
            self._choose(marked)
        else:
            self._report(text, "", go_on=ending is not Ending.LEFT)

    def _end(self) -> None:
        """Esc: what was typed is a card, and the last one."""
        self._report(self._card.editor.text if self._card else "", "", go_on=False)

    def _choose(self, touchpoint: Id) -> None:
        self._report(self._view.project.get(Touchpoint, touchpoint).name, touchpoint, go_on=True)

    def _report(self, text: str, touchpoint: Id, *, go_on: bool) -> None:
        place, project = self._place, self._view.project
        self.close()
        if place is None or not text:
            return
        stage, segment, index = place
        if project.find(Stage, stage) is None or project.find(Segment, segment) is None:
            return
        self._canvas.card_captured.emit(stage, segment, index, text, touchpoint)
        if go_on:
            self.open(stage, segment, index + 1)
