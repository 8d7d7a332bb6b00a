"""The touchpoints of the project that somebody who is typing a card may mean."""

from collections import Counter
from typing import Any, NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from journeyeditor.catalogue import channel_icon, channel_name
from journeyeditor.drawing.theme import Theme
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.records import Channel, Placement, Stage, Touchpoint
from journeyeditor.model.text import fold
from journeyeditor.translation import tr
from journeyeditor.ui.canvas.painting import colour
from journeyeditor.ui.chrome.icons import paint_icon_centred
from journeyeditor.ui.chrome.look import font

MOST = 8
ROW = 30
WIDTH = 300
PADDING = 4
ICON = 14


class Offer(NamedTuple):
    """A touchpoint as it is offered; `found_by` is its name and code in comparable form.

    `note` tells it apart: its channel, or where others have its name, its code and its map.
    """

    touchpoint: Id
    name: str
    note: str
    icon: str
    colour: str
    found_by: str


def offers_of(project: Project, theme: Theme) -> list[Offer]:
    """Every touchpoint of the project, by name."""
    names = Counter(fold(touchpoint.name) for touchpoint in project.all(Touchpoint))
    found = []
    for touchpoint in project.all(Touchpoint):
        channel = project.find(Channel, touchpoint.channel)
        name = channel_name(channel, tr.language) if channel else ""
        found.append(
            Offer(
                touchpoint.id,
                touchpoint.name,
                name if names[fold(touchpoint.name)] == 1 else _code_and_map(project, touchpoint),
                channel_icon(channel) if channel else "circle-dashed",
                theme.family(channel.family) if channel else theme.text3,
                f" {fold(touchpoint.name)} {fold(touchpoint.code)}",
            )
        )
    return sorted(found, key=lambda offer: (offer.found_by, offer.note))


def _code_and_map(project: Project, touchpoint: Touchpoint) -> str:
    cards = project.where(Placement, touchpoint=touchpoint.id)
    maps = {project.get(Stage, card.stage).map for card in cards}
    names = [map.name for map in project.maps() if map.id in maps] or [tr("Unplaced")]
    return " · ".join(filter(None, (touchpoint.code, *names)))


def matching(offers: list[Offer], text: str) -> list[Offer]:
    """The offers in which each word of the text begins a word; the nearest first, eight at most."""
    words = fold(text).split()
    if not words:
        return []
    hits = [o for o in offers if all(f" {word}" in o.found_by for word in words)]
    return sorted(hits, key=lambda offer: not offer.found_by.startswith(f" {fold(text)}"))[:MOST]


class Offers(QListWidget):
    """The list under the editor, which keeps the keyboard."""

    chosen = Signal(str)
    """Touchpoint."""

    def __init__(self, canvas: QWidget, editor: QWidget, theme: Theme, offers: list[Offer]) -> None:
        super().__init__(canvas)
        self._offers = offers
        self.setAccessibleName(tr("Touchpoints of this project"))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(editor)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setItemDelegate(_RowPainter(self, theme))
        self.setStyleSheet(
            f"QListWidget {{ background: {theme.chrome}; border: 1px solid {theme.line_strong};"
            f" border-radius: 6px; padding: {PADDING - 1}px; }}"
        )
        self.itemClicked.connect(self._choose)
        self.hide()

    def narrow(self, text: str) -> None:
        """Offer what fits the text; none is marked."""
        self.clear()
        for offer in matching(self._offers, text):
            item = QListWidgetItem(offer.name, self)
            item.setData(Qt.ItemDataRole.UserRole, offer)
        self.setCurrentRow(-1)
        self.setFixedSize(WIDTH, self.count() * ROW + 2 * PADDING)
        self.setVisible(self.count() > 0)

    def step(self, by: int) -> None:
        """Mark the next offer, or the one before; before the first, none."""
        self.setCurrentRow(max(-1, min(self.count() - 1, self.currentRow() + by)))

    @property
    def marked(self) -> Id | None:
        """The touchpoint that is marked."""
        item = self.currentItem() if self.currentRow() >= 0 else None
        return item.data(Qt.ItemDataRole.UserRole).touchpoint if item else None

    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(Qt.ItemDataRole.UserRole).touchpoint)


class _RowPainter(QStyledItemDelegate):
    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(WIDTH - 2 * PADDING, ROW)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        offer: Offer = index.data(Qt.ItemDataRole.UserRole)
        drawn: Any = option
        row, theme = QRectF(drawn.rect), self._theme
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        marked = bool(drawn.state & QStyle.StateFlag.State_Selected)
        if marked or drawn.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(theme.accent_soft if marked else theme.sunken))
            painter.drawRoundedRect(row, 5, 5)
        centre = QPointF(row.left() + 8 + ICON / 2, row.center().y())
        paint_icon_centred(painter, centre, ICON, offer.icon, offer.colour)
        _write(painter, row.adjusted(30, 0, -8, 0), offer, theme)
        painter.restore()


def _write(painter: QPainter, place: QRectF, offer: Offer, theme: Theme) -> None:
    """The name, and at the right the note, which leaves the name room."""
    middle = Qt.AlignmentFlag.AlignVCenter
    elide = Qt.TextElideMode.ElideRight
    painter.setFont(font(11.5))
    painter.setPen(colour(theme.text3))
    note = painter.fontMetrics().elidedText(offer.note, elide, int(place.width() * 0.4))
    painter.drawText(place, middle | Qt.AlignmentFlag.AlignRight, note)
    taken = painter.fontMetrics().horizontalAdvance(note)
    painter.setFont(font(12.5, 500))
    painter.setPen(colour(theme.text))
    room = int(place.width()) - taken - 10
    painter.drawText(place, middle, painter.fontMetrics().elidedText(offer.name, elide, room))
