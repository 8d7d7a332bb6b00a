"""Kept ways of looking: a lens, a filter and lanes under a name."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QInputDialog, QMenu

from journeyeditor.analysis.filtering import filter_of, filter_text
from journeyeditor.model.edits.views import (
    remove_view,
    rename_view,
    save_view,
    show_view_lanes,
)
from journeyeditor.model.records import View
from journeyeditor.translation import tr

if TYPE_CHECKING:
    from journeyeditor.ui.window import Window
    from journeyeditor.ui.workspace import Workspace


def ask_save_view(workspace: "Workspace") -> None:
    """Ask for a name, and keep how the map is looked at."""
    if name := _ask(workspace, tr("Save view"), ""):
        lens, filter = workspace.looking.look.lens, filter_text(workspace.search.quest.filter)
        workspace.editor.do(lambda p: save_view(p, name, lens, filter, workspace.map))


def show_view(workspace: "Workspace", view: View) -> None:
    """Look at the map in a kept way; other lanes are a step to undo."""
    workspace.flush()
    workspace.looking.set_lens(view.lens)
    workspace.search.set_filter(filter_of(view.filter, workspace.project))
    if not workspace.document.read_only:
        workspace.document.seal()
        workspace.editor.do(lambda project: show_view_lanes(project, workspace.map, view))


def views_menu(window: "Window") -> QMenu:
    """The kept views, looked up when the menu opens; each can be renamed and removed."""
    menu = QMenu(tr("Views"), window)
    menu.aboutToShow.connect(lambda: _fill(menu, window.workspace))
    return menu


def _fill(menu: QMenu, workspace: "Workspace | None") -> None:
    menu.clear()
    views = workspace.project.ordered(View) if workspace else ()
    if workspace is None or not views:
        menu.addAction(tr("No view is kept yet")).setEnabled(False)
        return
    rename, remove = QMenu(tr("Rename view"), menu), QMenu(tr("Remove view"), menu)
    for view in views:
        name = view.name.replace("&", "&&")
        show = menu.addAction(name)
        show.triggered.connect(lambda _=False, view=view: show_view(workspace, view))
        ask = rename.addAction(f"{name}…")
        ask.triggered.connect(lambda _=False, view=view: _ask_rename(workspace, view))
        gone = remove.addAction(name)
        gone.triggered.connect(lambda _=False, view=view: _remove(workspace, view))
    menu.addSeparator()
    for more in (rename, remove):
        more.setEnabled(not workspace.document.read_only)
        menu.addMenu(more)


def _ask_rename(workspace: "Workspace", view: View) -> None:
    if name := _ask(workspace, tr("Rename view"), view.name):
        workspace.editor.do(lambda project: rename_view(project, view.id, name))


def _remove(workspace: "Workspace", view: View) -> None:
    workspace.editor.do(lambda project: remove_view(project, view.id))


def _ask(workspace: "Workspace", title: str, name: str) -> str:
    text, given = QInputDialog.getText(workspace, title, tr("Name"), text=name)
    return " ".join(text.split()) if given else ""
