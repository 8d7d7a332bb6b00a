"""The field for a channel's icon, and the popup in which it is chosen."""

import math
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from journeyeditor.catalogue import channel_icon
from journeyeditor.model.change import Label
from journeyeditor.model.choices import ChannelFamily
from journeyeditor.model.fields import revise
from journeyeditor.model.project import Project
from journeyeditor.model.records import Channel
from journeyeditor.translation import tr
from journeyeditor.ui.catalogues.iconnames import ICON_NAMES
from journeyeditor.ui.chrome.icons import paint_icon_centred
from journeyeditor.ui.chrome.look import current_theme, scaled
from journeyeditor.ui.inspector.fields.choices import ValueField
from journeyeditor.ui.inspector.fields.field import Subject
from journeyeditor.ui.inspector.marks import Mark
from journeyeditor.ui.inspector.pickbutton import PickButton
from journeyeditor.ui.inspector.picker import Offer, beside

Index = QModelIndex | QPersistentModelIndex
CELL, ICON, ACROSS = 36, 20, 10
"""Pixels at 96 dots an inch of a place of the popup and of its icon; the places of a row."""


class IconField(ValueField):
    """Shows the icon; one of the channel's own can be chosen, or that of its family again."""

    def __init__(self) -> None:
        super().__init__(tr("Icon"), Channel, "icon", Label("Set icon"))
        self._inherited = ""
        self._family: ChannelFamily | None = None
        self._value: Any = ""
        self.button = PickButton()
        self.hold(self.button)
        self.button.asked.connect(self.open)

    def refresh(self, project: Project, subject: Subject) -> None:
        channels = [project.get(Channel, id) for id in subject.get(Channel, ())]
        alone = channels[0] if len(channels) == 1 else None
        self._inherited = channel_icon(revise(alone, icon="")) if alone else ""
        self._family = alone.family if alone else None
        super().refresh(project, subject)

    def show_value(self, value: Any) -> None:
        self._value = value
        text = tr("Its own") if value else tr("That of the catalogue")
        icon, known = value or self._inherited, isinstance(value, str)
        mark = Mark(icon=icon, colour=self._family or "text2") if icon else None
        self.button.show_offer(Offer(value, text, "", mark) if known else None, tr("Several"))

    def open(self) -> None:
        """Open the popup."""
        popup = IconPopup(self, self._inherited, self._value)
        popup.chosen.connect(self._choose)
        popup.open_at(self.button)

    def _choose(self, icon: str) -> None:
        self.ask(icon)
        self.left.emit()
        self.button.setFocus()


class IconPopup(QFrame):
    """All icons side by side: arrows walk, Enter chooses. The first is the one inherited ("")."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget, inherited: str, value: object) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("popup")
        self.list = _Grid()
        model = _Icons(
            self.list, ["", *(icon for icon in ICON_NAMES if icon != inherited)], inherited
        )
        self.list.setModel(model)
        rows = math.ceil(len(model.icons) / ACROSS)
        self.list.setFixedSize(scaled(CELL) * ACROSS + 4, scaled(CELL) * rows + 4)
        here = model.icons.index(value) if value in model.icons else 0
        self.list.setCurrentIndex(model.index(here, 0))
        self.list.clicked.connect(self._choose)
        self.list.entered_key.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.addWidget(self.list)

    def open_at(self, anchor: QWidget) -> None:
        """Open below a control, above it where there is no room."""
        self.adjustSize()
        self.move(beside(anchor, self.sizeHint()))
        self.show()
        self.list.setFocus(Qt.FocusReason.PopupFocusReason)

    def _choose(self, index: Index) -> None:
        icon = index.data(Qt.ItemDataRole.EditRole)
        self.close()
        self.chosen.emit(icon)


class _Grid(QListView):
    entered_key = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Icons"))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setSpacing(0)
        self.setMouseTracking(True)
        self.setItemDelegate(_Painter(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if event.key() in keys and self.currentIndex().isValid():
            self.entered_key.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class _Icons(QAbstractListModel):
    def __init__(self, parent: QObject, icons: list[str], inherited: str) -> None:
        super().__init__(parent)
        self.icons, self._inherited = icons, inherited

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        return 0 if parent.isValid() else len(self.icons)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        icon = self.icons[index.row()]
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return tr(ICON_NAMES[icon]) if icon else tr("That of the catalogue")
        if role == Qt.ItemDataRole.UserRole:
            return icon or self._inherited or "circle-dashed"
        return icon if role == Qt.ItemDataRole.EditRole else None


class _Painter(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(scaled(CELL), scaled(CELL))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = current_theme()
        place = QRectF(option.rect).adjusted(2, 2, -2, -2)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(QPen(QColor(theme.accent), 2) if chosen else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent_soft if chosen else theme.sunken))
            painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), 6, 6)
        icon = index.data(Qt.ItemDataRole.UserRole)
        centre = QPointF(place.center())
        colour = theme.text if chosen else theme.text2
        paint_icon_centred(painter, centre, scaled(ICON), icon, colour)
        painter.restore()
