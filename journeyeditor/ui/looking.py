"""How a document is being looked at, kept while its window is built anew."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QTimer

from journeyeditor.drawing.shapes import Key
from journeyeditor.model.ids import Id
from journeyeditor.ui.workspace import Workspace


@dataclass(frozen=True)
class Looking:
    """What the settings do not remember of a file; `middle` is a point of the map."""

    detail: str
    curve: bool
    collapsed: frozenset[Id]
    tray_wanted: bool | None
    selection: tuple[Key, ...]
    middle: QPointF

    @classmethod
    def at(cls, workspace: Workspace) -> "Looking":
        """As it is now."""
        panes = workspace.canvas.view.panes
        return cls(
            workspace.detail,
            workspace.curve,
            workspace.collapsed,
            workspace.tray_wanted,
            workspace.selection,
            panes.to_map(QRectF(panes.body).center()),
        )

    def restore(self, workspace: Workspace) -> None:
        """Look in the same way at the same document in another workspace."""
        workspace.detail, workspace.curve = self.detail, self.curve
        workspace.collapsed, workspace.tray_wanted = self.collapsed, self.tray_wanted
        workspace.dress()
        workspace.show_panels()
        canvas = workspace.canvas
        canvas.select(self.selection, reveal=False)
        # What is new gets its size with the next events.
        QTimer.singleShot(0, canvas, lambda: canvas.view.panes.centre_on(self.middle))
