"""A list that opens at a field: type to narrow it down, Enter to choose, or make a new entry."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from journeyeditor.model.text import fold
from journeyeditor.translation import tr
from journeyeditor.ui.chrome.look import current_theme, font, scaled
from journeyeditor.ui.inspector.marks import Mark, paint_mark

ROW = 32
MOST_ROWS = 9
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Offer:
    """An entry: what is chosen, how it reads, and the small mark before it.

    `words` are further texts that find it.
    """

    value: Any
    text: str
    note: str = ""
    mark: Mark | None = None
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class New:
    """A name that nothing on offer has: the user wants it made."""

    name: str


def matching(offers: Sequence[Offer], text: str) -> list[Offer]:
    """The offers in which each word of `text` begins a word; those that begin with it first."""
    wanted = fold(text).split()

    def found(offer: Offer) -> bool:
        words = fold(" ".join((offer.text, offer.note, *offer.words))).split()
        return all(any(word.startswith(start) for word in words) for start in wanted)

    shown = (offer for offer in offers if found(offer))
    return sorted(shown, key=lambda offer: not fold(offer.text).startswith(fold(text)))


class Picker(QFrame):
    """The popup. Emits the value of the chosen offer, or `New`."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget, offers: Sequence[Offer], hint: str, *, makes: bool) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("popup")
        self._offers = offers
        self._makes = makes
        self._anchor: QWidget | None = None
        self.search = QLineEdit(placeholderText=hint)
        self.search.setAccessibleName(hint)
        self.list = QListView()
        self.list.setMouseTracking(True)
        self.list.setUniformItemSizes(True)
        self.list.setItemDelegate(_RowPainter(self.list))
        self._model = _Offers(self.list)
        self.list.setModel(self._model)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.setSpacing(6)
        layout.addWidget(self.search)
        layout.addWidget(self.list)
        self.search.textChanged.connect(self._narrow)
        self.search.installEventFilter(self)
        self.list.clicked.connect(self._choose)
        self._narrow("")

    def open_at(self, anchor: QWidget, text: str = "") -> None:
        """Open below a control, above it where there is no room, with some text typed."""
        self.setFixedWidth(max(scaled(260), anchor.width()))
        self.search.setText(text)
        self._anchor = anchor
        self._fit()
        self.show()
        self.search.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = event.key()
            if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self._step(1 if key == Qt.Key.Key_Down else -1)
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._choose(self.list.currentIndex())
                return True
        return super().eventFilter(watched, event)

    def _narrow(self, text: str) -> None:
        shown = matching(self._offers, text)
        name = " ".join(text.split())
        known = {fold(offer.text) for offer in self._offers}
        if self._makes and name and fold(name) not in known:
            mark = Mark(icon="plus")
            shown = [*shown, Offer(New(name), tr("Create “{name}”", name=name), mark=mark)]
        self._model.show_offers(shown)
        self.list.setCurrentIndex(self._model.index(0, 0))
        self.list.setFixedHeight(scaled(ROW) * max(1, min(MOST_ROWS, len(shown))))
        self._fit()

    def _fit(self) -> None:
        """Be as high as what is listed, beside the control."""
        if layout := self.layout():
            layout.invalidate()
            layout.activate()
        self.resize(self.width(), self.sizeHint().height())
        if self._anchor:
            self.move(beside(self._anchor, self.size()))

    def _step(self, by: int) -> None:
        row = self.list.currentIndex().row() + by
        if 0 <= row < self._model.rowCount():
            self.list.setCurrentIndex(self._model.index(row, 0))

    def _choose(self, index: Index) -> None:
        if index.isValid():
            value = self._model.offers[index.row()].value
            self.close()
            self.chosen.emit(value)


class _Offers(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.offers: list[Offer] = []

    def show_offers(self, offers: Sequence[Offer]) -> None:
        self.beginResetModel()
        self.offers = list(offers)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        return 0 if parent.isValid() else len(self.offers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        offer = self.offers[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return offer.text
        if role == Qt.ItemDataRole.UserRole:
            return offer
        return None


class _RowPainter(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, scaled(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = current_theme()
        offer: Offer = index.data(Qt.ItemDataRole.UserRole)
        row: QRect = option.rect
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent_soft if chosen else theme.sunken))
            painter.drawRoundedRect(row.adjusted(0, 1, 0, -1), 5, 5)
        left = row.left() + 8
        if offer.mark:
            left += paint_mark(painter, QPoint(left, row.center().y() + 1), offer.mark, theme) + 8
        painter.setFont(font(12.5, 500 if isinstance(offer.value, New) else 400))
        painter.setPen(QColor(theme.text))
        middle = Qt.AlignmentFlag.AlignVCenter
        room = row.right() - left - 8
        shown = painter.fontMetrics().elidedText(offer.text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(left, row.top(), room, row.height()), middle, shown)
        left += painter.fontMetrics().horizontalAdvance(shown) + 8
        painter.setFont(font(11.5))
        painter.setPen(QColor(theme.text3))
        room = row.right() - left - 8
        note = painter.fontMetrics().elidedText(offer.note, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(left, row.top(), room, row.height()), middle, note)
        painter.restore()


def beside(anchor: QWidget, size: QSize) -> QPoint:
    """Where a popup of this size goes, within the anchor's screen."""
    screen = anchor.screen().availableGeometry()
    below = anchor.mapToGlobal(QPoint(0, anchor.height() + 4))
    if below.y() + size.height() <= screen.bottom():
        return below
    above = anchor.mapToGlobal(QPoint(0, -4 - size.height()))
    return QPoint(above.x(), max(screen.top(), above.y()))
