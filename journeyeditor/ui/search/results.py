"""The list under the search field: what was found, map by map, and where the words are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtWidgets import QFrame, QListView, QWidget

from journeyeditor.analysis.search import UNPLACED
from journeyeditor.drawing.shapes import Key
from journeyeditor.model.ids import Id
from journeyeditor.model.records import JourneyMap
from journeyeditor.translation import tr
from journeyeditor.ui.chrome.rows import Head, Row, RowPainter
from journeyeditor.ui.places import describe
from journeyeditor.ui.search.search import Search

MOST = 50
"""Matches listed of one map."""
WIDTH = 420
GAP = 4
SHARE = 0.6
"""Of the window's height that the list takes at most."""
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Found:
    """A line of the list: a match; `key` is None for the name of a map."""

    map: Id
    key: Key | None
    face: Head | Row


class Results(QListView):
    """Lies under the field, which keeps the keyboard."""

    def __init__(self, search: Search, field: QWidget) -> None:
        super().__init__(field)
        self._search, self._field = search, field
        self._lines = _Lines(self)
        self.setObjectName("results")
        self.setAccessibleName(tr("Matches"))
        self.setModel(self._lines)
        self.setItemDelegate(RowPainter(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(field)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.clicked.connect(lambda index: self._go(index.row()))
        self.hide()

    def offer(self) -> None:
        """List what is found now; nothing is chosen."""
        self._lines.show_lines(list(_listed(self._search)))
        self.setCurrentIndex(QModelIndex())
        self.setVisible(bool(self._lines.lines))
        if self._lines.lines:
            self.place()
            self.scrollToTop()

    def place(self) -> None:
        """Lie right under the field, within the window."""
        window = self._field.window()
        if self.parent() is not window:
            self.setParent(window)
        heights = sum(line.face.height for line in self._lines.lines)
        height = min(heights + 2 * GAP, round(window.height() * SHARE))
        corner = self._field.mapTo(window, QPoint(0, self._field.height() + GAP))
        left = max(GAP, min(corner.x(), window.width() - WIDTH - GAP))
        self.setGeometry(QRect(left, corner.y(), WIDTH, height))
        self.raise_()

    def step(self, by: int) -> None:
        """Choose the next match, or the one before; above the first, none."""
        if self.isHidden():
            self.offer()
        rows = [-1, *(row for row, line in enumerate(self._lines.lines) if line.key)]
        place = rows.index(self.currentIndex().row()) + by
        row = rows[max(0, min(len(rows) - 1, place))]
        self.setCurrentIndex(self._lines.index(row, 0) if row >= 0 else QModelIndex())

    def go(self) -> bool:
        """Go to the chosen match; False where none is."""
        return not self.isHidden() and self._go(self.currentIndex().row())

    def _go(self, row: int) -> bool:
        line = self._lines.lines[row] if row >= 0 else None
        if line is None or line.key is None:
            return False
        self.hide()
        self._search.go_to(line.map, line.key)
        return True


def _listed(search: Search) -> Iterator[Found]:
    """What the list says: this map first, then the others."""
    if not search.quest.text.strip():
        return
    for map, keys in ((search.map, search.hits), *search.elsewhere.items()):
        if keys:
            yield Found(map, None, Head(_name(search, map), tr.number(len(keys))))
            yield from (Found(map, key, _row(search, key)) for key in keys[:MOST])
        if len(keys) > MOST:
            more = tr("{count} more; type another word", count=len(keys) - MOST)
            yield Found(map, None, Head(more, ""))


def _name(search: Search, map: Id) -> str:
    if map == UNPLACED:
        return tr("Unplaced touchpoints")
    return search.project.get(JourneyMap, map).name or tr("Unnamed map")


def _row(search: Search, key: Key) -> Row:
    place = describe(search.project, key)
    reason = search.reason(key)
    return Row(place.title, reason or place.where, place.icon, place.family)


class _Lines(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.lines: Sequence[Found] = []

    def show_lines(self, lines: Sequence[Found]) -> None:
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        return 0 if parent.isValid() else len(self.lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        is_match = self.lines[index.row()].key is not None
        return flags if is_match else flags & ~Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        face = self.lines[index.row()].face
        if role == Qt.ItemDataRole.UserRole:
            return face
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return face.spoken
        if role == Qt.ItemDataRole.SizeHintRole:
            return QSize(WIDTH, face.height)
        return None
