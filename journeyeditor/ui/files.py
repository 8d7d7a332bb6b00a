"""What is done with the file of an open document: save, copy, revert, export, import."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from journeyeditor.document import Document
from journeyeditor.errors import Refused
from journeyeditor.exporting.aside import Aside
from journeyeditor.model.ids import Id
from journeyeditor.storage.places import SUFFIX
from journeyeditor.storage.status import State, Status
from journeyeditor.translation import tr
from journeyeditor.ui.dialogs.messages import say_refused
from journeyeditor.ui.exporting.dialog import ExportDialog


class Files(QObject):
    """Saves a document and tells how that stands.

    `status_changed` carries a `Status` and arrives in the window's thread; `saved` tells that a
    wish to save has come true. `moved` tells that the document has another path.
    """

    status_changed = Signal(object)
    saved = Signal()
    moved = Signal()

    def __init__(self, document: Document, parent: QWidget, aside: Aside) -> None:
        super().__init__(parent)
        self._window, self._aside = parent, aside
        self._document = document
        self._wished = False
        self._stop = document.subscribe_status(self.status_changed.emit)
        self.status_changed.connect(self._follow)

    def close(self) -> None:
        """Listen no longer."""
        self._stop()

    def save(self) -> None:
        """Save now, in the background; a draft is asked for its place."""
        if self._document.read_only:
            self.ask_save_copy()
        elif self._document.is_draft:
            self.ask_save_as()
        else:
            self._wished = True
            self._document.publish_soon(asked=True)

    def ask_save_as(self) -> bool:
        """Ask for another place for the document; whether it has one now."""
        path = self._ask_path(tr("Save as"))
        if path is None or not self._guarded(lambda: self._document.save_as(path)):
            return False
        self.moved.emit()
        self._told()
        return True

    def ask_save_copy(self) -> None:
        """Ask where a copy goes; the document stays where it is."""
        path = self._ask_path(tr("Save a copy"), tr("{name} (copy)", name=self._document.path.stem))
        if path is not None:
            self._guarded(lambda: self._document.save_copy(path))

    def save_now(self) -> None:
        """Save before this returns: again where it failed, beside what another program changed."""
        if self._guarded(self._document.save):
            self._told()

    def revert(self) -> None:
        """Go back to the state at opening, a step that can be undone."""
        self._guarded(self._document.revert)

    def export_pdf(self, map: Id, *, lens: str) -> None:
        """Ask how to print, and write a PDF."""
        ExportDialog(self._window, self._document, self._aside, map, lens=lens).open()

    def _told(self) -> None:
        self.saved.emit()
        self.status_changed.emit(self._document.status)

    def _follow(self, status: Status) -> None:
        if self._wished and status.state is not State.SAVING:
            self._wished = False
            if status.state is State.SAVED:
                self.saved.emit()
            elif status.why:
                say_refused(self._window, status.why)

    def _ask_path(self, title: str, name: str = "") -> Path | None:
        here = self._document.path
        folder = Path.home() if self._document.is_draft else here.parent
        suggestion = folder / f"{name or here.stem}{SUFFIX}"
        kinds = tr("Journey maps") + f" (*{SUFFIX})"
        chosen, _ = QFileDialog.getSaveFileName(self._window, title, str(suggestion), kinds)
        if not chosen:
            return None
        path = Path(chosen)
        return path if path.suffix else path.with_suffix(SUFFIX)

    def _guarded(self, act: Callable[[], object]) -> bool:
        """Do something that may be refused, and say so; whether it was done."""
        try:
            act()
        except Refused as problem:
            say_refused(self._window, problem)
            return False
        return True
