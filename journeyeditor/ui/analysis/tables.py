"""The table of a chart: looked through, chosen from, and copied for a spreadsheet."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QMenu, QTableView

from journeyeditor.analysis.table import Table, as_tsv
from journeyeditor.translation import tr

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
ROW_HEIGHT = 30
MEASURED = 40
"""Rows from which the widths of the columns follow."""
MOST_ROWS = 14
"""Rows that a table shows before it scrolls."""


class TableModel(QAbstractTableModel):
    """The rows of a table."""

    def __init__(self, table: Table) -> None:
        super().__init__()
        self.table = table

    def show_table(self, table: Table) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.table = table
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.table.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.table.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.table.rows[index.row()].cells[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(index.column())
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.table.columns[section]
        return self._alignment(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def _alignment(self, column: int) -> int:
        side = (
            Qt.AlignmentFlag.AlignRight
            if column in self.table.numeric
            else (Qt.AlignmentFlag.AlignLeft)
        )
        return int(side | Qt.AlignmentFlag.AlignVCenter)


class TableView(QTableView):
    """`chosen` carries a row's key. Ctrl+C copies the selected rows, or all of them."""

    chosen = Signal(object)

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setObjectName("figures")
        self.rows = TableModel(Table((), ()))
        self.setModel(self.rows)
        self.setAccessibleName(title)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        header.setResizeContentsPrecision(MEASURED)
        header.setMaximumSectionSize(360)
        self.doubleClicked.connect(self._choose)

    def show_table(self, table: Table) -> None:
        """Show other rows; the present one stays the present one."""
        if table == self.rows.table:
            return
        here = self.currentIndex()
        self.rows.show_table(table)
        shown = min(MOST_ROWS, max(1, len(table.rows)))
        header = self.horizontalHeader().sizeHint().height()
        self.setMinimumHeight(min(len(table.rows), shown) * ROW_HEIGHT + header + 14)
        if here.isValid() and here.row() < len(table.rows):
            self.setCurrentIndex(self.rows.index(here.row(), here.column()))

    def copy(self) -> None:
        """The selected rows, or else all, to the clipboard, as a spreadsheet reads them."""
        table = self.rows.table
        picked = sorted({index.row() for index in self.selectedIndexes()})
        rows = [table.rows[row] for row in picked] if len(picked) > 1 else table.rows
        text = as_tsv(table.columns, (row.cells for row in rows))
        QGuiApplication.clipboard().setText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("Copy for a spreadsheet")).triggered.connect(self.copy)
        index = self.indexAt(event.pos())
        if index.isValid() and self.rows.table.rows[index.row()].leads:
            show = menu.addAction(tr("Show on the map"))
            show.triggered.connect(lambda: self._choose(index))
        menu.popup(event.globalPos())

    def _choose(self, index: Index) -> None:
        if index.isValid():
            self.chosen.emit(self.rows.table.rows[index.row()].key)
