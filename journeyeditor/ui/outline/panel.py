"""The dock with the outline, in step with the map."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QContextMenuEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from journeyeditor.drawing.shapes import Key
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.records import JourneyMap
from journeyeditor.translation import tr
from journeyeditor.ui.chrome.controls import ElidedLabel, line, tool_button
from journeyeditor.ui.chrome.icons import paint_icon_centred
from journeyeditor.ui.chrome.look import current_theme, font
from journeyeditor.ui.inspector.marks import paint_diamond, paint_face
from journeyeditor.ui.outline.model import OutlineModel
from journeyeditor.ui.outline.words import Line

WIDTH, NARROWEST = 280, 200
ROW, ICON, GAP, FACE, DIAMOND = 28, 14, 8, 14, 10
FEW_CARDS = 200
"""With up to so many cards all of the tree is open at first, with more only the segments."""
MOST_SELECTED = 200
"""Selected cards that are shown as such; of more, the one where the keyboard is."""
OWN_KEYS = (Qt.Key.Key_Delete, Qt.Key.Key_F2)
Index = QModelIndex | QPersistentModelIndex
_SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect


class Outline(QFrame):
    """The map as a tree. It asks for everything and changes nothing itself."""

    selected = Signal(object)
    """The keys that were chosen here."""
    renamed = Signal(object, str)
    edit_asked = Signal()
    remove_asked = Signal()
    menu_asked = Signal(object, object)
    close_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("outline")
        self.setMinimumWidth(NARROWEST)
        self._project, self._map = Project(), ""
        self._title = ElidedLabel("label")
        self.tree = _Tree(self)
        close = tool_button("x", tr("Close the outline"))
        close.clicked.connect(self.close_asked)
        head = line([self._title, close], QHBoxLayout())
        head.setStretch(0, 1)
        head.setContentsMargins(12, 8, 8, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.tree, 1)
        self.tree.outline.renamed.connect(self.renamed)
        self.tree.chosen.connect(self.selected)
        self.tree.activated.connect(lambda _: self.edit_asked.emit())
        self.tree.remove_asked.connect(self.remove_asked)
        self.tree.menu_asked.connect(self.menu_asked)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 400)

    def lock(self) -> None:
        """Let names only be read."""
        self.tree.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)

    def show_map(self, project: Project, map: Id) -> None:
        """Show a map, or its new state; what is open stays open. Nothing happens while hidden."""
        self._project, self._map = project, map
        if self.isHidden():
            return
        record = project.find(JourneyMap, map)
        self._title.setText((record.name if record else "") or tr("Outline"))
        self.tree.show_map(project, map)

    def show_selection(self, keys: Sequence[Key]) -> None:
        """Choose what is selected on the map, and bring it into view."""
        if not self.isHidden():
            self.tree.show_selection(keys)

    def appear(self, keys: Sequence[Key]) -> None:
        """Show the dock, up to date, and give it the keyboard."""
        self.show()
        self.show_map(self._project, self._map)
        self.tree.show_selection(keys)
        self.tree.setFocus(Qt.FocusReason.ShortcutFocusReason)


class _Tree(QTreeView):
    chosen = Signal(object)
    remove_asked = Signal()
    menu_asked = Signal(object, object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.outline = OutlineModel(self)
        self._following = False
        self._opened: dict[Id, bool] = {}
        self.setModel(self.outline)
        self.setAccessibleName(tr("Outline"))
        self.setItemDelegate(_LinePainter(self))
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(16)
        self.setExpandsOnDoubleClick(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QTreeView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QTreeView.EditTrigger.EditKeyPressed)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().selectionChanged.connect(self._choose)

    def show_map(self, project: Project, map: Id) -> None:
        self._following = True
        other = map not in self._opened
        self.outline.show_map(project, map)
        if other:
            self._opened = {map: True}
            few = len(project.placements(map)) <= FEW_CARDS
            self.expandToDepth(1 if few else 0)
        self.viewport().update()  # names and signs may be others
        self._following = False

    def show_selection(self, keys: Sequence[Key]) -> None:
        if set(keys) == set(self._keys()):
            return
        self._following = True
        shown = keys if len(keys) <= MOST_SELECTED else keys[-1:]
        indexes = [index for key in shown if (index := self.outline.index_of(key)).isValid()]
        chosen = QItemSelection()
        for index in indexes:
            chosen.select(index, index)
        self.selectionModel().select(chosen, _SELECT)
        if indexes:
            self.selectionModel().setCurrentIndex(
                indexes[-1], QItemSelectionModel.SelectionFlag.NoUpdate
            )
            self.scrollTo(indexes[-1])
        self._following = False

    def _keys(self) -> list[Key]:
        return [self.outline.key_of(index) for index in self.selectedIndexes()]

    def _choose(self) -> None:
        """Several cards may be chosen together; of anything else, the one where one stands."""
        if self._following:
            return
        keys = self._keys()
        cards = [key for key in keys if key[0] == "card"]
        current = self.outline.key_of(self.currentIndex())
        if len(keys) > 1 and len(cards) == len(keys):
            cards.sort(key=lambda key: key == current)  # the last one is the keyboard's place
            self.chosen.emit(cards)
        elif current in keys:
            self.chosen.emit([current])

    def drawBranches(self, painter: QPainter, place: QRect, index: Index) -> None:
        """A chevron where something can be opened or closed."""
        if self.outline.rowCount(index):
            name = "chevron-down" if self.isExpanded(index) else "chevron-right"
            centre = QPointF(place.right() - self.indentation() / 2, place.center().y() + 1)
            paint_icon_centred(painter, centre, 12, name, current_theme().text3)

    def event(self, event: QEvent) -> bool:
        """Some keys are this tree's own here, whatever they do on the map."""
        override = event.type() is QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and event.key() in OWN_KEYS:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        editing = self.state() is QTreeView.State.EditingState
        if event.key() == Qt.Key.Key_Delete and not editing:
            self.remove_asked.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not editing:
            self.activated.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(event.pos())
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            index = self.currentIndex()
        place = self.visualRect(index).center() if index.isValid() else event.pos()
        key = self.outline.key_of(index) or None
        self.menu_asked.emit(key, self.viewport().mapToGlobal(place))


class _LinePainter(QStyledItemDelegate):
    """Sign, name, and at the right the face, the diamond or the number of cards."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(100, max(ROW, option.fontMetrics.height() + 10))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        drawn: Any = option
        entry: Line = index.data(Qt.ItemDataRole.UserRole)
        theme, place = current_theme(), QRectF(drawn.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(drawn.state & QStyle.StateFlag.State_Selected)
        if chosen or drawn.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent_soft if chosen else theme.sunken))
            painter.drawRoundedRect(place.adjusted(0, 1, -6, -1), 5, 5)
        if drawn.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(theme.text))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(place.adjusted(0.5, 1.5, -6.5, -1.5), 5, 5)
        room = self._paint_signs(painter, place.adjusted(6, 0, -14, 0), entry)
        painter.setFont(font(12.5, 500 if entry.cards is None else 600))
        painter.setPen(QColor(theme.accent_text if chosen else theme.text))
        mode = Qt.TextElideMode.ElideRight
        name = painter.fontMetrics().elidedText(entry.name, mode, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, name)
        painter.restore()

    def _paint_signs(self, painter: QPainter, place: QRectF, entry: Line) -> QRectF:
        """Returns the room for the name."""
        theme, middle = current_theme(), place.center().y()
        if entry.icon:
            tint = theme.family(entry.family) if entry.family else theme.text3
            centre = QPointF(place.left() + ICON / 2, middle)
            paint_icon_centred(painter, centre, ICON, entry.icon, tint)
            place.setLeft(place.left() + ICON + GAP)
        if entry.face is not None:
            paint_face(painter, entry.face, QPointF(place.right() - FACE / 2, middle), FACE, theme)
        if entry.icon:
            place.setRight(place.right() - FACE - GAP)
        if entry.critical:
            centre = QPointF(place.right() - DIAMOND / 2, middle)
            paint_diamond(painter, centre, DIAMOND / 2, theme.text)
            place.setRight(place.right() - DIAMOND - GAP)
        if entry.cards is not None:
            words = tr.number(entry.cards)
            painter.setFont(font(11.5))
            painter.setPen(QColor(theme.text3))
            side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(place, side, words)
            taken = painter.fontMetrics().horizontalAdvance(words)
            place.setRight(place.right() - taken - GAP)
        return place
