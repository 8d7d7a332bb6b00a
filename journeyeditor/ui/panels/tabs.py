"""The tabs for the maps of a file: choose, rename, reorder."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QTabBar

from journeyeditor.model.choices import MapKind
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.translation import tr
from journeyeditor.ui.chrome.controls import line, tool_button


class MapTabs(QFrame):
    """One tab a map, and a button for a new one. Hidden while a file has a single map."""

    chosen = Signal(str)
    renamed = Signal(str, str)
    moved = Signal(str, int)
    new_asked = Signal()
    menu_asked = Signal(str, QPoint)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("tabs")
        self.bar = _Bar()
        self.bar.setAccessibleName(tr("Maps"))
        self._adder = adder = tool_button("plus", tr("New map"))
        line([self.bar, adder, 1], layout := QHBoxLayout(self), 4)
        layout.setContentsMargins(8, 0, 8, 0)
        adder.clicked.connect(self.new_asked)
        self.bar.currentChanged.connect(self._choose)
        self.bar.settled.connect(self.moved)
        self.bar.tabBarDoubleClicked.connect(self.rename)
        self.bar.menu_asked.connect(self.menu_asked)

    def show_maps(self, project: Project, current: Id) -> None:
        """Show the maps of a project in their order."""
        blocked = self.bar.blockSignals(True)
        maps = project.maps()
        while self.bar.count() > len(maps):
            self.bar.removeTab(self.bar.count() - 1)
        for index, map in enumerate(maps):
            if index == self.bar.count():
                self.bar.addTab("")
            text = map.name.replace("&", "&&") or tr("Unnamed map")
            if self.bar.tabText(index) != text:
                self.bar.setTabText(index, text)
            self.bar.setTabData(index, map.id)
            kind = tr("Future state") if map.kind is MapKind.TO_BE else tr("Present state")
            self.bar.setTabToolTip(index, kind)
            if map.id == current:
                self.bar.setCurrentIndex(index)
        self.bar.blockSignals(blocked)
        self.setVisible(len(maps) > 1)

    def lock(self) -> None:
        """Let maps only be chosen."""
        self._adder.hide()
        self.bar.setMovable(False)

    def rename(self, index: int) -> None:
        """Let the name of a tab be edited in place."""
        if index < 0 or not self.bar.isMovable():
            return
        map = self.bar.tabData(index)
        name = self.bar.tabText(index).replace("&&", "&")
        box = _NameBox(self.bar, name)
        box.setGeometry(self.bar.tabRect(index).adjusted(4, 3, -4, -3))
        box.done.connect(lambda text: self.renamed.emit(map, text))
        box.show()
        box.setFocus(Qt.FocusReason.PopupFocusReason)

    def _choose(self, index: int) -> None:
        if index >= 0:
            self.chosen.emit(self.bar.tabData(index))


class _Bar(QTabBar):
    """Tabs that tell once, at the end of a drag, before which map the dragged one goes."""

    menu_asked = Signal(str, QPoint)
    settled = Signal(str, int)

    def __init__(self) -> None:
        super().__init__()
        self._before: list[Id] = []
        self.setMovable(True)
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._before = self._maps()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        end = self.currentIndex()
        if end >= 0 and self._before != self._maps():
            dragged = self.tabData(end)
            start = self._before.index(dragged)
            self.settled.emit(dragged, end + (end > start))

    def _maps(self) -> list[Id]:
        return [self.tabData(index) for index in range(self.count())]

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index, place = self.tabAt(event.pos()), event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            index = self.currentIndex()
            place = self.mapToGlobal(self.tabRect(index).bottomLeft())
        if index >= 0:
            self.setCurrentIndex(index)
            self.menu_asked.emit(self.tabData(index), place)


class _NameBox(QLineEdit):
    """A name being edited: Enter or leaving keeps it, Esc does not."""

    done = Signal(str)

    def __init__(self, parent: QTabBar, name: str) -> None:
        super().__init__(name, parent)
        self._name = name
        self.setStyleSheet("min-height: 0; padding: 0 4px; border-radius: 4px;")
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._end(keep=False)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._end(keep=True)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._end(keep=True)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.selectAll()

    def _end(self, *, keep: bool) -> None:
        if self.isHidden():
            return
        self.hide()
        self.deleteLater()
        name = self.text().strip()
        if keep and name and name != self._name:
            self.done.emit(name)
