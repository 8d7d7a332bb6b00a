"""The window in which the lanes of a map are chosen, ordered, named, added and removed."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from journeyeditor.catalogue import LANE_NAMES, lane_name
from journeyeditor.model.choices import LaneKind
from journeyeditor.model.edits.lanes import (
    add_lane,
    move_lane,
    remove_lane,
    rename_lane,
    show_lane,
)
from journeyeditor.model.lanes import lanes_of, lanes_on_offer
from journeyeditor.model.records import Lane
from journeyeditor.translation import tr
from journeyeditor.ui.chrome.controls import button, label, line
from journeyeditor.ui.chrome.look import scaled
from journeyeditor.ui.lanes.list import LaneList

if TYPE_CHECKING:
    from journeyeditor.ui.workspace import Workspace

SIZE = (440, 620)


class LanesDialog(QDialog):
    """Stays open beside the map, which follows at once; each change is a step to undo."""

    def __init__(self, workspace: "Workspace") -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._editable = not workspace.document.read_only
        self.setWindowTitle(tr("Lanes"))
        self.resize(*(scaled(side) for side in SIZE))
        self.list = LaneList()
        self.add_text = button(tr("Add text lane"), "plus")
        self.add_pictures = button(tr("Add picture lane"), "plus")
        self.rename, self.remove = button(tr("Rename"), "pencil"), button(tr("Remove"), "trash-2")
        self._lay_out()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Show the lanes of the map as they are now."""
        project, map = self._workspace.project, self._workspace.map
        if map:
            own, on_offer = lanes_of(project, map), lanes_on_offer(project, map)
            self.list.show_lanes(own, on_offer, self._editable)
        self.setEnabled(bool(map))
        self._allow()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(label(tr("Lanes"), "dialog-title"))
        says = tr("What stands under the cards of each segment, on the screen and on paper.")
        column.addWidget(label(says, "secondary", wrap=True))
        column.addWidget(self.list, 1)
        keys = tr("Drag or Alt+↑ and Alt+↓ reorder, the space bar shows and hides, F2 renames.")
        column.addWidget(label(keys, "note", wrap=True))
        column.addLayout(line([self.add_text, self.add_pictures, 1], QHBoxLayout()))
        self.done_button = button(tr("Done"), look="primary")
        row = QHBoxLayout()
        column.addLayout(line([self.rename, self.remove, 1, self.done_button], row))
        for part in (self.add_text, self.add_pictures):
            part.setEnabled(self._editable)
        self.list.setFocus()

    def _connect(self) -> None:
        editor = self._workspace.editor
        self.list.shown.connect(self._show)
        self.list.renamed.connect(self._rename)
        self.list.moved.connect(self._move)
        self.list.remove_asked.connect(self._remove)
        self.list.currentRowChanged.connect(self._allow)
        self.add_text.clicked.connect(lambda: self._add(LaneKind.TEXT))
        self.add_pictures.clicked.connect(lambda: self._add(LaneKind.PICTURES))
        self.rename.clicked.connect(self.list.edit_title)
        self.remove.clicked.connect(self._remove)
        self.done_button.clicked.connect(self.accept)
        self._workspace.changed.connect(self._follow)
        for keys, act in (("Ctrl+Z", editor.undo), ("Ctrl+Shift+Z", editor.redo)):
            QShortcut(QKeySequence(keys), self, act)

    def _follow(self) -> None:
        if self.isVisible():
            self.refresh()

    def _allow(self) -> None:
        able = self._editable and self.list.chosen
        self.rename.setEnabled(able)
        self.remove.setEnabled(able)

    def _do(self, edit: Callable[..., object]) -> None:
        self._workspace.document.seal()
        self._workspace.editor.do(edit)  # type: ignore[arg-type]
        self.refresh()

    def _show(self, lane: Lane, visible: bool) -> None:
        name = lane_name(lane, tr.language)
        self._do(lambda project: show_lane(project, lane, name, visible=visible))

    def _rename(self, lane: Lane, title: str) -> None:
        own = "" if title == tr(LANE_NAMES[lane.kind]) else title
        self._do(lambda project: rename_lane(project, lane, own))
        self.list.show_titles()

    def _move(self, lane: Lane, index: int) -> None:
        name = lane_name(lane, tr.language)
        self._do(lambda project: move_lane(project, lane, index, name))

    def _add(self, kind: LaneKind) -> None:
        map, title = self._workspace.map, tr(LANE_NAMES[kind])
        self._do(lambda project: add_lane(project, map, kind, title))
        self.list.select_last()
        self.list.setFocus()
        self.list.edit_title()

    def _remove(self) -> None:
        if self.remove.isEnabled() and (lane := self.list.lane):
            name = lane_name(lane, tr.language)
            self._do(lambda project: remove_lane(project, lane.id, name))


def show_lanes(workspace: "Workspace") -> None:
    """Bring the window to the front."""
    dialog = workspace.findChild(LanesDialog) or LanesDialog(workspace)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    dialog.refresh()
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()
