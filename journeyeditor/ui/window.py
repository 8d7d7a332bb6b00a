"""A window: it holds one open document, or the start page."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer, QUrl
from PySide6.QtGui import QCloseEvent, QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QMainWindow, QMenu

from journeyeditor.errors import Refused
from journeyeditor.storage.places import SUFFIX
from journeyeditor.storage.status import State
from journeyeditor.templates import TEMPLATES
from journeyeditor.translation import tr
from journeyeditor.ui.commands import Command
from journeyeditor.ui.dialogs.help import AboutDialog, KeysDialog
from journeyeditor.ui.dialogs.messages import say_refused
from journeyeditor.ui.menus import (
    context_menu,
    fill_menu_bar,
    make_actions,
    pop_up,
    update_actions,
)
from journeyeditor.ui.preferences import preference_choices, preference_menus
from journeyeditor.ui.start.page import StartPage
from journeyeditor.ui.start.sketches import keep_sketch, sketch
from journeyeditor.ui.toolbar import ToolBar

if TYPE_CHECKING:
    from journeyeditor.document import Document
    from journeyeditor.drawing.shapes import Key
    from journeyeditor.ui.program import Program
    from journeyeditor.ui.workspace import Workspace

SIZE = QSize(1440, 900)
"""Pixels of the first window, where the screen has so many."""
FRAME = QSize(8, 36)
"""Pixels that a title bar and edges may take: the system tells only when a window is shown."""


class Window(QMainWindow):
    """One of the program's windows."""

    def __init__(self, program: "Program") -> None:
        super().__init__()
        self.program = program
        self.workspace: Workspace | None = None
        self.start: StartPage | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self.setMinimumSize(760, 440)  # half a screen of 1920 by 1080, where all is twice as large
        self.resize(SIZE.boundedTo(self.screen().availableSize() - FRAME))
        self.bar = ToolBar()
        self.addToolBar(self.bar)
        self.restoreGeometry(program.settings.state("geometry"))
        self.actions_by_id = make_actions(self)
        self.addActions(list(self.actions_by_id.values()))

    # What it holds

    def show_start(self) -> None:
        """Show the start page."""
        settings = self.program.settings
        self.start = StartPage(settings.recent, preference_choices(self.program))
        self.start.new_asked.connect(lambda: self.new_document("blank"))
        self.start.open_asked.connect(self.ask_open)
        self.start.import_asked.connect(self.ask_import)
        self.start.template_asked.connect(self.new_document)
        self.start.recent_asked.connect(self.open_path)
        self.start.forget_asked.connect(self._forget)
        self.start.folder_asked.connect(self._open_folder)
        self.menuBar().hide()
        self.bar.hide()
        self.setCentralWidget(self.start)
        self.setWindowTitle("Journey Editor")
        update_actions(self.actions_by_id, self)

    def show_document(self, document: "Document") -> None:
        """Show an open document, in place of the start page."""
        from journeyeditor.ui.workspace import Workspace

        workspace = Workspace(document, self.program.settings, self.program.aside)
        self.workspace, self.start = workspace, None
        for action in self.actions_by_id.values():
            if action.shortcutContext() is Qt.ShortcutContext.WidgetWithChildrenShortcut:
                workspace.canvas.addAction(action)
        fill_menu_bar(self, self.actions_by_id)
        self.bar.fill(workspace, self.actions_by_id)
        self.menuBar().show()
        self.bar.show()
        self.setCentralWidget(workspace)
        self._ignore_double_click(workspace)
        workspace.changed.connect(self._update)
        workspace.menu_asked.connect(self._show_context_menu)
        workspace.canvas.zoom_changed.connect(self._show_zoom)
        workspace.reopen_asked.connect(self._reopen)
        workspace.files.moved.connect(self._name)
        workspace.files.saved.connect(self._say_saved)
        QApplication.clipboard().dataChanged.connect(self._update)
        workspace.canvas.setFocus()
        self._name()
        self._update()
        self._show_zoom(workspace.canvas.zoom)

    def rebuild(self) -> None:
        """Build everything anew, in another language."""
        for action in self.actions():
            self.removeAction(action)
        self.actions_by_id = make_actions(self)
        self.addActions(list(self.actions_by_id.values()))
        if self.workspace:
            from journeyeditor.ui.looking import Whereabouts

            self.workspace.flush()
            here = Whereabouts.at(self.workspace)
            self.workspace.close_document()
            self.show_document(self.workspace.document)
            here.restore(self.workspace)
        else:
            self.show_start()

    # Commands

    def run(self, command: Command) -> None:
        """Do what a command says, after what is being typed has reached the document."""
        if self.workspace:
            self.workspace.flush()
            self.workspace.document.seal()
        command.run(self)

    # What opening documents takes is imported then, so that the start page shows sooner.

    def new_document(self, slug: str) -> None:
        """Begin with a template."""
        from journeyeditor.ui.opening import new_document

        new_document(self, slug)

    def open_path(self, path: Path) -> None:
        """Open a document, or import a table."""
        from journeyeditor.ui.opening import open_path

        open_path(self, path)

    def ask_open(self) -> None:
        """Ask which file to open."""
        kinds = ";;".join(
            (
                tr("Journey maps") + f" (*{SUFFIX})",
                tr("CSV files") + " (*.csv)",
                tr("PDFs that carry their project") + " (*.pdf)",
                tr("All files") + " (*)",
            )
        )
        name, _ = QFileDialog.getOpenFileName(self, tr("Open"), self._folder(), kinds)
        if name:
            self.open_path(Path(name))

    def ask_import(self) -> None:
        """Ask which table to import: into the open document, else into a new one."""
        kinds = tr("CSV files") + " (*.csv *.txt)"
        name, _ = QFileDialog.getOpenFileName(self, tr("Import from CSV"), self._folder(), kinds)
        if name:
            from journeyeditor.ui.opening import import_csv

            import_csv(self, Path(name))

    def open_palette(self) -> None:
        """Let a command or a place be found by typing."""
        from journeyeditor.ui.palette.palette import Palette

        Palette(self)

    def toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def show_keys(self) -> None:
        KeysDialog(self).exec()

    def show_about(self) -> None:
        AboutDialog(self).exec()

    def quit(self) -> None:
        self.program.quit()

    # Menus that change with what is known

    def templates_menu(self) -> QMenu:
        menu = QMenu(tr("New from a template"), self)
        for template in TEMPLATES:
            if template.slug != "sample":
                action = menu.addAction(tr(template.name))
                action.triggered.connect(
                    lambda _=False, slug=template.slug: self.new_document(slug)
                )
        return menu

    def recent_menu(self) -> QMenu:
        menu = QMenu(tr("Open recent"), self)
        menu.aboutToShow.connect(lambda: self._fill_recent(menu))
        return menu

    def settings_menus(self) -> list[QMenu]:
        return preference_menus(self.program, self)

    # Qt's events

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.workspace and not self.close_document():
            event.ignore()
            return
        self.program.settings.remember_state("geometry", self.saveGeometry())
        self.program.forget_window(self)
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped_files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        for path in _dropped_files(event):
            self.open_path(path)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # On leaving, others may want the file; on coming back they may have changed it.
        if event.type() is QEvent.Type.ActivationChange and self.workspace:
            self.workspace.document.publish_soon()

    def close_document(self) -> bool:
        """Save and let go of the document; False where the user rather stays."""
        assert self.workspace
        workspace, document = self.workspace, self.workspace.document
        workspace.flush()
        self.keep_sketch()
        untouched = document.is_draft and not document.revision and not document.read_only
        untouched &= document.status.state is State.SAVED
        path = document.path
        try:
            document.close()
        except Refused as problem:
            answers = (tr("Stay"), tr("Save a copy…"), tr("Close and keep it for recovery"))
            answer = say_refused(self, problem, answers)
            if answer == 1:
                workspace.files.ask_save_copy()
            if answer != 2:
                return False
            document.abandon()
        workspace.close_document()
        workspace.hide()  # its pictures are gone: it must not be painted once more
        if untouched:
            path.unlink(missing_ok=True)
            self.program.settings.forget(path)
        self.workspace = None
        return True

    def put_away(self) -> None:
        """Close the document; the only window shows the start page then, any other goes."""
        if self.workspace is None or len(self.program.windows) > 1:
            self.close()
        elif self.close_document():
            self.show_start()

    def keep_sketch(self) -> None:
        """Remember how the map looks, for the start page."""
        if self.workspace:
            document = self.workspace.document
            keep_sketch(document.path, sketch(document.project, self.workspace.map))

    # How it's done

    def _update(self) -> None:
        update_actions(self.actions_by_id, self)
        if self.workspace:
            self.bar.update_from(self.workspace)

    def _name(self) -> None:
        if self.workspace:
            document = self.workspace.document
            name = document.path.stem
            if document.read_only:
                name = tr("{name} (read only)", name=name)
            self.setWindowTitle(f"{name} — Journey Editor")
            self.program.settings.remember(document.path)

    def _say_saved(self) -> None:
        if workspace := self.workspace:
            workspace.status.tell(tr("Saved to {file}", file=workspace.document.path))

    def _show_zoom(self, zoom: float) -> None:
        self.bar.show_zoom(zoom)
        if self.workspace:
            self.workspace.status.show_zoom(zoom)

    def _show_context_menu(self, key: "Key | None", place: QPoint) -> None:
        pop_up(context_menu(self, key, self.actions_by_id), place)

    def _fill_recent(self, menu: QMenu) -> None:
        menu.clear()
        for path in self.program.settings.recent:
            action = menu.addAction(path.stem.replace("&", "&&"))
            action.setToolTip(str(path))
            action.setEnabled(path.exists())
            action.triggered.connect(lambda _=False, path=path: self.open_path(path))

    def _forget(self, path: Path) -> None:
        self.program.settings.forget(path)
        self.show_start()

    def _open_folder(self, path: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))

    def _reopen(self) -> None:
        from journeyeditor.ui.opening import reopen

        if self.workspace:
            reopen(self, self.workspace.document)

    def _folder(self) -> str:
        """Where a file dialog begins."""
        document = self.workspace.document if self.workspace else None
        recent = self.program.settings.recent
        if document and not document.is_draft:
            return str(document.path.parent)
        return str(recent[0].parent) if recent and recent[0].parent.is_dir() else str(Path.home())

    def _ignore_double_click(self, workspace: "Workspace") -> None:
        """Let the second click of a double click on the start page not reach the map."""
        deaf = Qt.WidgetAttribute.WA_TransparentForMouseEvents
        workspace.setAttribute(deaf)
        interval = QApplication.doubleClickInterval()
        QTimer.singleShot(interval, workspace, lambda: workspace.setAttribute(deaf, False))


def _dropped_files(event: QDropEvent) -> list[Path]:
    """The files of ours that were dropped."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() in (SUFFIX, ".csv", ".pdf")]
