"""A list that lies over the window while a field above it keeps the keyboard."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QFrame, QListView, QWidget

from journeyeditor.ui.chrome.rows import Head, Row, RowPainter

Index = QModelIndex | QPersistentModelIndex
NO_ROW = -1


class FaceList(QListView):
    """Heads and rows; a row can be chosen, by the arrow keys of the field or the mouse."""

    def __init__(self, parent: QWidget, field: QWidget, name: str) -> None:
        super().__init__(parent)
        self._faces = _Faces(self)
        self.setModel(self._faces)
        self.setAccessibleName(name)
        self.setItemDelegate(RowPainter(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(field)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)

    def show_faces(self, faces: Sequence[Head | Row]) -> None:
        """List these; none is chosen."""
        self._faces.show_faces(faces)
        self.setCurrentIndex(QModelIndex())
        self.scrollToTop()

    @property
    def faces(self) -> Sequence[Head | Row]:
        return self._faces.faces

    @property
    def full_height(self) -> int:
        """Pixels for all of it."""
        return sum(face.height for face in self.faces)

    @property
    def rows(self) -> list[int]:
        """The places of those that can be chosen."""
        return [place for place, face in enumerate(self.faces) if isinstance(face, Row)]

    @property
    def chosen(self) -> int:
        """The place of the chosen row; NO_ROW where none is."""
        return self.currentIndex().row()

    def choose(self, place: int) -> None:
        """Choose the row at a place, or NO_ROW."""
        self.setCurrentIndex(self._faces.index(place, 0) if place >= 0 else QModelIndex())


class _Faces(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.faces: Sequence[Head | Row] = ()

    def show_faces(self, faces: Sequence[Head | Row]) -> None:
        self.beginResetModel()
        self.faces = faces
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        return 0 if parent.isValid() else len(self.faces)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        is_row = isinstance(self.faces[index.row()], Row)
        return flags if is_row else flags & ~Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        face = self.faces[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return face
        spoken = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return face.spoken if spoken else None
