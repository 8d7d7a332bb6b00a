"""The list of a map's lanes: ticked where they show, in their order, renamed in place."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from journeyeditor.catalogue import LANE_ICONS, lane_name
from journeyeditor.model.records import Lane
from journeyeditor.translation import tr
from journeyeditor.ui.chrome.icons import icon
from journeyeditor.ui.chrome.look import scaled
from journeyeditor.ui.inspector.tick import BOX, paint_tick

LONGEST = 60
"""Characters of a lane's title."""
ROW = 34


class _Rows(QStyledItemDelegate):
    """Paints a tick that can be seen on every ground, and edits a title in place."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        drawn = QStyleOptionViewItem(option)
        self.initStyleOption(drawn, index)
        list: Any = drawn
        place = list.widget.style().subElementRect(
            QStyle.SubElement.SE_ItemViewItemCheckIndicator, drawn, list.widget
        )
        box = QRectF(0, 0, scaled(BOX), scaled(BOX))
        box.moveCenter(QRectF(place).center())
        on = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked.value
        paint_tick(painter, box, on=on)

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        editor = super().createEditor(parent, option, index)
        if isinstance(editor, QLineEdit):
            editor.setMaxLength(LONGEST)
            editor.setAccessibleName(tr("Title of the lane"))
        return editor


class LaneList(QListWidget):
    """`shown` carries a lane and whether it is to show, `moved` a lane and before which it goes."""

    shown = Signal(object, bool)
    renamed = Signal(object, str)
    moved = Signal(object, int)
    remove_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("framed")
        self.setAccessibleName(tr("Lanes"))
        self.setItemDelegate(_Rows(self))
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setIconSize(QSize(16, 16))
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self._lanes: tuple[Lane, ...] = ()
        self._own = 0
        self.itemChanged.connect(self._changed)

    def show_lanes(self, own: Sequence[Lane], on_offer: Sequence[Lane], editable: bool) -> None:
        """Show the lanes of the map, in their order, and then those that it could have."""
        if (lanes := (*own, *on_offer)) == self._lanes and self.count():
            return
        current = self.lane
        self._lanes, self._own = lanes, len(own)
        blocked = self.blockSignals(True)
        self.clear()
        for row, lane in enumerate(lanes):
            self.addItem(_item(lane, row < len(own), editable))
            if current and lane.id == current.id:
                self.setCurrentRow(row)
        self.blockSignals(blocked)
        if self.currentRow() < 0:
            self.setCurrentRow(0)
        self.currentRowChanged.emit(self.currentRow())

    @property
    def lane(self) -> Lane | None:
        """The current one."""
        row = self.currentRow()
        return self._lanes[row] if 0 <= row < len(self._lanes) else None

    @property
    def chosen(self) -> bool:
        """Whether the current one is the map's, and not only on offer."""
        return 0 <= self.currentRow() < self._own

    def edit_title(self) -> None:
        """Let the current one's title be typed."""
        if self.lane:
            self.editItem(self.currentItem())

    def show_titles(self) -> None:
        """Show what the lanes are called, whatever was typed."""
        blocked = self.blockSignals(True)
        for row, lane in enumerate(self._lanes):
            self.item(row).setText(lane_name(lane, tr.language))
        self.blockSignals(blocked)

    def select_last(self) -> None:
        """Go to the map's last lane."""
        self.setCurrentRow(self._own - 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() is QAbstractItemView.State.EditingState:
            return  # the title's field has had the key
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        step = steps.get(Qt.Key(event.key()))
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and step:
            self._move(self.currentRow() + step + (step > 0))
        elif event.key() == Qt.Key.Key_Delete:
            self.remove_asked.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit_title()
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """The list itself stays; what moves is the lane, and the list follows."""
        position = event.position().toPoint()
        index = self.indexAt(position)
        row = index.row() if index.isValid() else self.count()
        if index.isValid() and position.y() > self.visualRect(index).center().y():
            row += 1
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        self._move(row)

    def _move(self, row: int) -> None:
        if self.chosen and self.lane and 0 <= row <= self._own:
            self.moved.emit(self.lane, row)

    def _changed(self, item: QListWidgetItem) -> None:
        """A tick was set, or a title typed: told later, as the list may be filled anew by that."""
        lane, title = self._lanes[self.row(item)], item.text().strip()
        visible = item.checkState() is Qt.CheckState.Checked
        if visible != _visible(lane, self.row(item) < self._own):
            QTimer.singleShot(0, self, lambda: self.shown.emit(lane, visible))
        elif title != lane_name(lane, tr.language):
            QTimer.singleShot(0, self, lambda: self.renamed.emit(lane, title))


def _visible(lane: Lane, own: bool) -> bool:
    return own and lane.visible


def _item(lane: Lane, own: bool, editable: bool) -> QListWidgetItem:
    item = QListWidgetItem(icon(LANE_ICONS[lane.kind]), lane_name(lane, tr.language))
    item.setSizeHint(QSize(0, scaled(ROW)))
    flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
    if editable:
        flags |= Qt.ItemFlag.ItemIsUserCheckable
    if editable and own:
        flags |= Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsDragEnabled
    item.setFlags(flags)
    visible = _visible(lane, own)
    item.setCheckState(Qt.CheckState.Checked if visible else Qt.CheckState.Unchecked)
    return item
