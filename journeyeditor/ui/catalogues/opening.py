"""How the window of the catalogues comes up for a workspace, and hears of its document."""

from typing import TYPE_CHECKING

from journeyeditor.model.fields import Record
from journeyeditor.model.ids import Id
from journeyeditor.model.records import Placement, Touchpoint
from journeyeditor.ui.catalogues.window import CatalogueWindow

if TYPE_CHECKING:
    from journeyeditor.ui.workspace import Workspace


def show_catalogues(workspace: "Workspace", kind: type[Record] | None = None, id: Id = "") -> None:
    """Bring the window to the front, as it was when it was seen last, or with an entry shown."""
    window = workspace.findChild(CatalogueWindow) or _made(workspace)
    window.refresh(workspace.project)
    if kind:
        window.show_entry(kind, id)
    window.show()
    window.raise_()
    window.activateWindow()


def _made(workspace: "Workspace") -> CatalogueWindow:
    window = CatalogueWindow(workspace, editable=not workspace.document.read_only)

    def follow() -> None:
        if window.isVisible():
            window.refresh(workspace.project)

    if not workspace.document.read_only:
        window.edited.connect(workspace.editor.do)
    window.left.connect(workspace.document.seal)
    window.refused.connect(workspace.say_problem)
    window.undo_asked.connect(workspace.editor.undo)
    window.redo_asked.connect(workspace.editor.redo)
    window.visit_asked.connect(lambda user: _visit(workspace, user))
    workspace.changed.connect(follow)
    workspace.flushed.connect(window.flush)
    return window


def _visit(workspace: "Workspace", user: Record) -> None:
    """Show on the map, or in the tray, who uses an entry."""
    placed = workspace.project.where(Placement, touchpoint=user.id)
    if isinstance(user, Touchpoint) and not placed:
        workspace.go_to("", [("touchpoint", user.id)])
    else:
        workspace.show_touched([user])
    workspace.window().activateWindow()
