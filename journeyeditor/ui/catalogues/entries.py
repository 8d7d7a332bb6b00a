"""Lists of entries: a mark, a name, a note, and a word at the right end."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QContextMenuEvent, QFocusEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from journeyeditor.ui.chrome.look import current_theme, font, scaled
from journeyeditor.ui.inspector.marks import paint_mark
from journeyeditor.ui.inspector.picker import Offer

Index = QModelIndex | QPersistentModelIndex
LOWEST, EDGE, DISC, GAP = 31, 12, 22, 8
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
ERASING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


@dataclass(frozen=True)
class Entry(Offer):
    """An offer with a word at its right end; `spoken` is what a screen reader says of that."""

    aside: str = ""
    spoken: str = ""


class EntryList(QListView):
    """Shows entries; the signals carry their values.

    `chosen` tells that others are selected, `opened` comes with Enter or a double click.
    """

    chosen = Signal()
    opened = Signal(object)
    remove_asked = Signal()
    menu_asked = Signal(QPoint)
    moved = Signal(int)

    def __init__(self, name: str, *, several: bool = False) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setObjectName("entries")
        self._model = _Model(self)
        self.setModel(self._model)
        self.setItemDelegate(_Painter(self))
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        mode = QListView.SelectionMode
        self.setSelectionMode(mode.ExtendedSelection if several else mode.SingleSelection)
        self.doubleClicked.connect(lambda index: self.opened.emit(self.entries[index.row()].value))
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen.emit())

    @property
    def entries(self) -> list[Entry]:
        """What is listed."""
        return self._model.entries

    @property
    def selected(self) -> list[Any]:
        """The values of the selected entries, in their order."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.entries[row].value for row in rows]

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these entries; those that were selected stay so, else what took their place."""
        if list(entries) == self.entries:
            return
        before, row = self.selected, self.currentIndex().row()
        blocked = self.blockSignals(True)
        self._model.show_entries(entries)
        values = [entry.value for entry in entries if entry.value in before]
        if before and not values and entries:
            values = [entries[max(0, min(row, len(entries) - 1))].value]
        self.select(values)
        self.blockSignals(blocked)
        if values != before:
            self.chosen.emit()

    def select(self, values: Sequence[Any]) -> None:
        """Select the entries of these values and bring the first into view."""
        flags = QItemSelectionModel.SelectionFlag
        indexes = [
            self._model.index(row, 0)
            for row, entry in enumerate(self.entries)
            if entry.value in values
        ]
        chosen = QItemSelection()
        for index in indexes:
            chosen.select(index, index)
        if indexes:
            self.selectionModel().setCurrentIndex(indexes[0], flags.NoUpdate)
            self.scrollTo(indexes[0])
        self.selectionModel().select(chosen, flags.ClearAndSelect)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if event.key() in ENTER and self.currentIndex().isValid():
            self.opened.emit(self.entries[self.currentIndex().row()].value)
        elif event.key() in ERASING and self.selected:
            self.remove_asked.emit()
        elif event.key() == Qt.Key.Key_Menu and self.selected:
            corner = self.visualRect(self.currentIndex()).bottomLeft()
            self.menu_asked.emit(self.viewport().mapToGlobal(corner))
        elif alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.entries and not self.selected:
            self.select([self.entries[max(0, self.currentIndex().row())].value])

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.indexAt(event.pos()).isValid():
            self.menu_asked.emit(event.globalPos())

    def event(self, event: QEvent) -> bool:
        erases = isinstance(event, QKeyEvent) and event.key() in ERASING
        if erases and event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)


class _Model(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.entries: list[Entry] = []

    def show_entries(self, entries: Sequence[Entry]) -> None:
        self.beginResetModel()
        self.entries = list(entries)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (entry.text, entry.note, entry.spoken or entry.aside)))
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(filter(None, (entry.text, entry.note)))
        return entry if role == Qt.ItemDataRole.UserRole else None


class _Painter(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, row_height(option.widget))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = current_theme()
        entry: Entry = index.data(Qt.ItemDataRole.UserRole)
        row: QRect = option.rect
        state, states = option.state, QStyle.StateFlag
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(state & states.State_Selected)
        here = bool(state & states.State_HasFocus)
        if chosen or here or state & states.State_MouseOver:
            painter.setPen(QPen(QColor(theme.accent), 2) if here else Qt.PenStyle.NoPen)
            ground = theme.accent_soft if chosen else theme.sunken
            painter.setBrush(QColor(ground))
            painter.drawRoundedRect(QRectF(row).adjusted(5, 2, -5, -2), 5, 5)
        left = row.left() + EDGE
        if entry.mark:
            middle = QPoint(left, row.center().y() + 1)
            paint_mark(painter, middle, entry.mark, theme, DISC)
            left += scaled(DISC) + GAP
        self._paint_words(painter, QRect(row.adjusted(left - row.left(), 0, -EDGE, 0)), entry)
        painter.restore()

    def _paint_words(self, painter: QPainter, place: QRect, entry: Entry) -> None:
        """The word at the right first, then the name, and the note in what room is left."""
        theme = current_theme()
        middle, right = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignRight
        painter.setFont(font(11.5))
        painter.setPen(QColor(theme.text3))
        aside = painter.fontMetrics().elidedText(
            entry.aside, Qt.TextElideMode.ElideRight, place.width() // 2
        )
        painter.drawText(place, middle | right, aside)
        if aside:
            place.setRight(place.right() - painter.fontMetrics().horizontalAdvance(aside) - GAP)
        for text, size, colour in (
            (entry.text, 12.5, theme.text),
            (entry.note, 11.5, theme.text3),
        ):
            painter.setFont(font(size))
            painter.setPen(QColor(colour))
            shown = painter.fontMetrics().elidedText(
                text, Qt.TextElideMode.ElideRight, max(0, place.width())
            )
            painter.drawText(place, middle, shown)
            place.setLeft(place.left() + painter.fontMetrics().horizontalAdvance(shown) + GAP)


def row_height(widget: QWidget) -> int:
    """The height of a row in pixels, at the size at which the system shows text."""
    return max(LOWEST, widget.fontMetrics().height() + 14, scaled(DISC) + 8)
