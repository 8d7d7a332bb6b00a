"""The map as a tree: segments, in each its stages, in each the cards.

So that reading down is following one kind of customer from beginning to end.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from journeyeditor.drawing.shapes import Key
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.records import Placement, Segment, Stage
from journeyeditor.ui.outline.words import Line, line_of

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole


class _Row:
    """A line of the tree. Qt knows it by its number, which no other line ever gets."""

    __slots__ = ("key", "number", "parent", "place", "rows")

    def __init__(self, key: Key, number: int, parent: _Row | None) -> None:
        self.key = key
        self.number = number
        self.parent = parent
        self.place = 0
        self.rows: list[_Row] = []


class OutlineModel(QAbstractItemModel):
    """Follows a map; only what is another changes, so that what is open and chosen stays so.

    `renamed` asks for another name of what a key names.
    """

    renamed = Signal(object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = Project()
        self._map = ""
        self._numbers = 0
        self._root = _Row((), 0, None)
        self._by_number: dict[int, _Row] = {}
        self._by_key: dict[Key, _Row] = {}
        self._lines: dict[Key, Line] = {}

    # Following the project

    def show_map(self, project: Project, map: Id) -> None:
        """Show a map, or its new state."""
        earlier, self._project = self._project, project
        self._lines.clear()
        if map != self._map:
            self.beginResetModel()
            self._map = map
            self._forget(self._root.rows)
            self._root.rows = []
            self._fill(self._root)
            self.endResetModel()
        elif any(any(project.differences(earlier, kind)) for kind in (Stage, Segment)):
            self._update(self._root)
        else:
            for key in _touched_cells(earlier, project):
                if row := self._by_key.get(key):
                    self._update(row)

    def keys_below(self, key: Key) -> list[Key]:
        """What must stand below a line now, from first to last; () is the root."""
        if not key:
            return [("segment", segment.id) for segment in self._project.segments(self._map)]
        if key[0] == "segment":
            stages = self._project.stages(self._map)
            return [("cell", stage.id, key[1]) for stage in stages]
        if key[0] == "cell":
            return [("card", card.id) for card in self._project.cell(key[1], key[2])]
        return []

    def _fill(self, row: _Row) -> None:
        """Make all lines below a new one."""
        row.rows = [self._new(key, row) for key in self.keys_below(row.key)]
        _count(row)
        for below in row.rows:
            self._fill(below)

    def _new(self, key: Key, parent: _Row) -> _Row:
        self._numbers += 1
        row = _Row(key, self._numbers, parent)
        self._by_number[row.number] = self._by_key[key] = row
        return row

    def _forget(self, rows: Iterable[_Row]) -> None:
        for row in rows:
            self._forget(row.rows)
            del self._by_number[row.number]
            if self._by_key.get(row.key) is row:
                del self._by_key[row.key]

    def _update(self, row: _Row) -> None:
        """Bring what stands below a line up to date, and what stands below that."""
        wanted = self.keys_below(row.key)
        if wanted != [below.key for below in row.rows]:
            self._remove_others(row, set(wanted))
            self._insert_missing(row, wanted)
        for below in row.rows:
            if below.key[0] != "card":
                self._update(below)

    def _remove_others(self, row: _Row, wanted: set[Key]) -> None:
        for place in range(len(row.rows) - 1, -1, -1):
            if row.rows[place].key not in wanted:
                self._remove(row, place)

    def _insert_missing(self, row: _Row, wanted: list[Key]) -> None:
        for place, key in enumerate(wanted):
            if place < len(row.rows) and row.rows[place].key == key:
                continue
            later = next((r.place for r in row.rows[place:] if r.key == key), None)
            if later is not None:
                self._move(row, later, place)
                continue
            self.beginInsertRows(self._index(row), place, place)
            new = self._new(key, row)
            row.rows.insert(place, new)
            _count(row)
            self._fill(new)
            self.endInsertRows()

    def _move(self, row: _Row, old: int, new: int) -> None:
        """Up, within its siblings."""
        index = self._index(row)
        self.beginMoveRows(index, old, old, index, new)
        row.rows.insert(new, row.rows.pop(old))
        _count(row)
        self.endMoveRows()

    def _remove(self, row: _Row, place: int) -> None:
        self.beginRemoveRows(self._index(row), place, place)
        self._forget([row.rows.pop(place)])
        _count(row)
        self.endRemoveRows()

    # Where things are

    def index_of(self, key: Key) -> QModelIndex:
        """The line of a card, segment or cell; of a stage, that in the first segment."""
        if key[0] == "stage" and self._root.rows:
            key = ("cell", key[1], self._root.rows[0].key[1])
        row = self._by_key.get(key)
        return self._index(row) if row else QModelIndex()

    def key_of(self, index: Index) -> Key:
        """What a line is about; () for none."""
        return self._row(index).key

    def _row(self, index: Index) -> _Row:
        return self._by_number[index.internalId()] if index.isValid() else self._root

    def _index(self, row: _Row) -> QModelIndex:
        return self.createIndex(row.place, 0, row.number) if row.parent else QModelIndex()

    # What Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        return len(self._row(parent).rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 1

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        rows = self._row(parent).rows
        inside = 0 <= row < len(rows) and column == 0
        return self._index(rows[row]) if inside else QModelIndex()

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]
        above = self._row(index).parent
        return self._index(above) if above else QModelIndex()

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if index.isValid() else Qt.ItemFlag(0)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        key = self._row(index).key
        if key not in self._lines:
            self._lines[key] = line_of(self._project, key)
        line = self._lines[key]
        if role in (Role.DisplayRole, Role.EditRole, Role.ToolTipRole):
            return line.name
        if role == Role.AccessibleTextRole:
            return line.spoken
        return line if role == Role.UserRole else None

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        key = self._row(index).key
        if role == Role.EditRole and str(value).strip() and value != self.data(index):
            self.renamed.emit(("stage", key[1]) if key[0] == "cell" else key, str(value))
        return False  # the project tells when it is so


def _touched_cells(earlier: Project, project: Project) -> set[Key]:
    """The cells whose cards are others, or are in another order."""
    changed = (card for pair in project.differences(earlier, Placement) for card in pair if card)
    return {("cell", card.stage, card.segment) for card in changed}


def _count(row: _Row) -> None:
    for place, below in enumerate(row.rows):
        below.place = place
