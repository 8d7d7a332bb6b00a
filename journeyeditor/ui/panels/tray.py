"""The tray: touchpoints without a card, waiting to be placed."""

from collections.abc import Sequence
from typing import Any

import msgspec
from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDrag,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)

from journeyeditor.catalogue import channel_icon
from journeyeditor.drawing.theme import Theme
from journeyeditor.model.edits.cards import unplaced
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.records import Channel, Touchpoint
from journeyeditor.translation import tr
from journeyeditor.ui.chrome.controls import label, line, tool_button
from journeyeditor.ui.chrome.icons import paint_icon_centred
from journeyeditor.ui.chrome.look import current_theme, font
from journeyeditor.ui.clipboard import TOUCHPOINTS

HEIGHT = 40
NARROWEST, WIDEST = 140, 340
Index = QModelIndex | QPersistentModelIndex


class Tray(QFrame):
    """A strip of small cards. They can be dragged to the map, and placed with Enter."""

    place_asked = Signal(object)
    delete_asked = Signal(object)
    menu_asked = Signal(object, QPoint)
    close_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("tray")
        self.title = label(tr("Unplaced touchpoints"), "label")
        self.count = label("", "note")
        self._hint = hint = label(tr("Drag them to the map, or press Enter to place them"), "note")
        close = tool_button("x", tr("Close the tray"))
        close.clicked.connect(self.close_asked)
        self.view = _Cards(self)
        head = QHBoxLayout()
        line([self.title, self.count, 1, hint, close], head)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 12, 8)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.view)
        self.view.place_asked.connect(self.place_asked)
        self.view.delete_asked.connect(self.delete_asked)
        self.view.menu_asked.connect(self.menu_asked)

    def refresh(self, project: Project) -> int:
        """Show the unplaced touchpoints of a project; how many there are."""
        waiting = unplaced(project)
        self.view.show_touchpoints(project, waiting)
        self.count.setText(str(len(waiting)))
        return len(waiting)

    def lock(self) -> None:
        """Let the touchpoints only be read."""
        self._hint.hide()
        self.view.setDragEnabled(False)

    def selected(self) -> list[Id]:
        """The touchpoints selected in the tray."""
        return self.view.selected()

    def select(self, touchpoints: Sequence[Id]) -> None:
        """Select touchpoints, and bring the last into view."""
        self.view.select(touchpoints)


class _Cards(QListView):
    place_asked = Signal(object)
    delete_asked = Signal(object)
    menu_asked = Signal(object, QPoint)

    def __init__(self, parent: QFrame) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Unplaced touchpoints"))
        self._model = _Touchpoints(self)
        self.setModel(self._model)
        self.setItemDelegate(_CardPainter(self))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSpacing(3)
        self.setMouseTracking(True)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setDragEnabled(True)
        self.setDragDropMode(QListView.DragDropMode.DragOnly)
        self.doubleClicked.connect(lambda _: self.place_asked.emit(self.selected()))

    def show_touchpoints(self, project: Project, touchpoints: Sequence[Touchpoint]) -> None:
        chosen = self.selected()
        self._model.show_touchpoints(project, touchpoints)
        self.select(chosen)
        self._fit_height()

    def select(self, chosen: Sequence[Id]) -> None:
        self.clearSelection()
        for row, touchpoint in enumerate(self._model.touchpoints):
            if touchpoint.id in chosen:
                index = self._model.index(row, 0)
                self.selectionModel().select(index, self.selectionModel().SelectionFlag.Select)
                self.scrollTo(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_height()

    def _fit_height(self) -> None:
        """One row of cards, or two where one has no room for all."""
        sizes = [
            self.sizeHintForIndex(self._model.index(row, 0))
            for row in range(self._model.rowCount())
        ]
        widths = sum(size.width() + 8 for size in sizes)
        height = max((size.height() for size in sizes), default=HEIGHT) + 8
        self.setFixedHeight(height if widths < self.width() else 2 * height)

    def selected(self) -> list[Id]:
        rows = sorted(index.row() for index in self.selectedIndexes())
        return [self._model.touchpoints[row].id for row in rows]

    def event(self, event: QEvent) -> bool:
        """Delete is this list's own here, whatever is selected on the map."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.ShortcutOverride
            and event.key() == Qt.Key.Key_Delete
            and self.selected()
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.selected():
            self.place_asked.emit(self.selected())
        elif event.key() == Qt.Key.Key_Delete and self.selected():
            self.delete_asked.emit(self.selected())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.selected():
            self.menu_asked.emit(self.selected(), event.globalPos())

    def startDrag(self, actions: Qt.DropAction) -> None:
        drag = QDrag(self)
        drag.setMimeData(self._model.mimeData(self.selectedIndexes()))
        index = self.currentIndex()
        drag.setPixmap(self.viewport().grab(self.visualRect(index)))
        drag.setHotSpot(QPoint(24, HEIGHT // 2))
        drag.exec(Qt.DropAction.MoveAction)


class _Touchpoints(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.touchpoints: list[Touchpoint] = []
        self._project = Project()

    def show_touchpoints(self, project: Project, touchpoints: Sequence[Touchpoint]) -> None:
        self.beginResetModel()
        self._project, self.touchpoints = project, list(touchpoints)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        return 0 if parent.isValid() else len(self.touchpoints)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        touchpoint = self.touchpoints[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return touchpoint.name
        if role == Qt.ItemDataRole.UserRole:
            return touchpoint, self._project.find(Channel, touchpoint.channel)
        return None

    def mimeTypes(self) -> list[str]:
        return [TOUCHPOINTS]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        ids = [self.touchpoints[row].id for row in sorted(index.row() for index in indexes)]
        data = QMimeData()
        data.setData(TOUCHPOINTS, msgspec.json.encode(ids))
        return data


class _CardPainter(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        metrics = QFontMetrics(font(12.5, 500))
        text = metrics.horizontalAdvance(index.data(Qt.ItemDataRole.DisplayRole))
        return QSize(max(NARROWEST, min(WIDEST, text + 60)), max(HEIGHT, metrics.height() + 22))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = current_theme()
        touchpoint, channel = index.data(Qt.ItemDataRole.UserRole)
        place: QRect = option.rect
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        hover = bool(state & QStyle.StateFlag.State_MouseOver)
        edge = theme.accent if chosen else theme.text3 if hover else theme.line_card
        painter.setPen(QPen(QColor(edge), 2 if chosen else 1))
        painter.setBrush(QColor(theme.card))
        painter.drawRoundedRect(QRectF(place).adjusted(1, 1, -1, -1), 6, 6)
        self._paint_content(painter, place, touchpoint, channel, theme)
        painter.restore()

    def _paint_content(
        self,
        painter: QPainter,
        place: QRect,
        touchpoint: Touchpoint,
        channel: Channel | None,
        theme: Theme,
    ) -> None:
        colour = theme.family(channel.family) if channel else theme.text3
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawRoundedRect(QRectF(place.left() + 6, place.top() + 8, 4, 24), 2, 2)
        icon = channel_icon(channel) if channel else "circle-dashed"
        centre = QPointF(place.left() + 27, place.center().y() + 1)
        paint_icon_centred(painter, centre, 14, icon, colour)
        painter.setPen(QColor(theme.text))
        painter.setFont(font(12.5, 500))
        words = QRect(place.left() + 42, place.top(), place.width() - 52, place.height())
        shown = painter.fontMetrics().elidedText(
            touchpoint.name, Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, shown)
