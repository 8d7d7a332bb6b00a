"""Framed lists of the inspector: rows with a mark, a name and a note, and a last row that adds."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QVBoxLayout,
)

from journeyeditor.ui.chrome.icons import dress, paint_icon_centred
from journeyeditor.ui.chrome.look import current_theme, font
from journeyeditor.ui.inspector.marks import Mark, paint_mark

Index = QModelIndex | QPersistentModelIndex
_ERASING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
BUTTON = 36
"""Width of the place at a row's right end that opens its menu."""


@dataclass(frozen=True)
class Row:
    """An entry of a list; `value` is what it stands for."""

    value: Any
    text: str
    note: str = ""
    mark: Mark | None = None


class RowList(QFrame):
    """The frame with its rows, and a button to add another one."""

    add_asked = Signal()
    remove_asked = Signal(object)
    menu_asked = Signal(object, QPoint)

    def __init__(self, name: str, add: str) -> None:
        super().__init__()
        self.setObjectName("framed")
        self.setAccessibleName(name)
        self.view = _Rows(self)
        self.view.setAccessibleName(name)
        self.adder = QToolButton()
        self.adder.setText(add)
        self.adder.setProperty("look", "add")
        self.adder.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.adder.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.adder.setSizePolicy(self.view.sizePolicy())
        dress(self.adder, "plus", "text3", 14, gap=4)
        self.adder.clicked.connect(self.add_asked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addWidget(self.view)
        layout.addWidget(self.adder)
        self.view.remove_asked.connect(self.remove_asked)
        self.view.menu_asked.connect(self.menu_asked)

    def show_rows(self, rows: Sequence[Row], *, full: bool = False) -> None:
        """Show these rows; a `full` list offers no further one."""
        self.view.show_rows(rows)
        self.view.setVisible(bool(rows))
        self.adder.setVisible(not full)


class _Rows(QListView):
    remove_asked = Signal(object)
    menu_asked = Signal(object, QPoint)

    def __init__(self, parent: QFrame) -> None:
        super().__init__(parent)
        self._model = _Model(self)
        self.setModel(self._model)
        self.setItemDelegate(_RowPainter(self))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)

    def show_rows(self, rows: Sequence[Row]) -> None:
        here = self.currentIndex().row()
        if list(rows) != self._model.rows:
            self._model.show_rows(rows)
            self.setFixedHeight(sum(self.sizeHintForRow(i) for i in range(len(rows))))
            if rows and here >= 0:
                self.setCurrentIndex(self._model.index(min(here, len(rows) - 1), 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self._model.row(self.currentIndex())
        key = event.key()
        if row and key in _ERASING:
            self.remove_asked.emit(row.value)
        elif row and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Menu):
            corner = self.visualRect(self.currentIndex()).bottomRight()
            self.menu_asked.emit(row.value, self.viewport().mapToGlobal(corner))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._model.index(0, 0))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if row := self._model.row(index):
            place = self.visualRect(index)
            if event.position().x() > place.right() - BUTTON:
                self.menu_asked.emit(row.value, self.viewport().mapToGlobal(place.bottomRight()))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if row := self._model.row(self.indexAt(event.pos())):
            self.menu_asked.emit(row.value, event.globalPos())

    def event(self, event: QEvent) -> bool:
        erases = isinstance(event, QKeyEvent) and event.key() in _ERASING
        if erases and event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)


class _Model(QAbstractListModel):
    def __init__(self, parent: QListView) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []

    def show_rows(self, rows: Sequence[Row]) -> None:
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def row(self, index: Index) -> Row | None:
        return self.rows[index.row()] if index.isValid() else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{row.text}, {row.note}" if row.note else row.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.text
        return row if role == Qt.ItemDataRole.UserRole else None


class _RowPainter(QStyledItemDelegate):
    """Paints rows of one line (31 px) or, with a note, of two (41 px)."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: Row = index.data(Qt.ItemDataRole.UserRole)
        line = option.fontMetrics.height()
        return QSize(120, max(41, 2 * line + 10) if row.note else max(31, line + 14))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = current_theme()
        row: Row = index.data(Qt.ItemDataRole.UserRole)
        place: QRect = option.rect
        state = option.state
        focused = bool(state & QStyle.StateFlag.State_Selected) and bool(
            state & QStyle.StateFlag.State_HasFocus
        )
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if focused or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent_soft if focused else theme.sunken))
            painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), 5, 5)
        if index.row():
            painter.fillRect(place.left(), place.top(), place.width(), 1, QColor(theme.line))
        left = place.left() + 10
        if row.mark:
            middle = QPoint(left, place.center().y() + 1)
            left += paint_mark(painter, middle, row.mark, theme, 26) + 10
        words = QRect(left, place.top(), place.right() - BUTTON - left, place.height())
        self._paint_words(painter, words, row)
        dots = QPointF(place.right() - 18, place.center().y() + 1)
        paint_icon_centred(painter, dots, 16, "ellipsis", theme.text3)
        painter.restore()

    def _paint_words(self, painter: QPainter, place: QRect, row: Row) -> None:
        theme = current_theme()
        first, second = place, QRect()
        if row.note:
            half = place.height() // 2 - 4
            first = QRect(place.left(), place.top() + 5, place.width(), half)
            second = QRect(place.left(), first.bottom() + 1, place.width(), half)
        for text, area, size, weight, colour in (
            (row.text, first, 12.5, 500 if row.note else 400, theme.text),
            (row.note, second, 11.5, 400, theme.text3),
        ):
            painter.setFont(font(size, weight))
            painter.setPen(QColor(colour))
            shown = painter.fontMetrics().elidedText(
                text, Qt.TextElideMode.ElideRight, area.width()
            )
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, shown)
