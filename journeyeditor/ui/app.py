"""Starts the program with its windows."""

import gc
import sys
import threading
import traceback
from importlib import import_module
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from journeyeditor.translation import tr
from journeyeditor.ui.dialogs.messages import CrashReport
from journeyeditor.ui.program import Program, prepare

SOON = ("journeyeditor.storage.opening", "journeyeditor.ui.workspace")
"""What the first document will need; it's loaded while the user looks at the start page."""


def run(path: Path | None = None) -> int:
    """Show the start page, or the document at a path, until the last window closes.

    Returns the exit code of the process. Needs a display.
    """
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    sys.excepthook = _report_crash
    prepare(app)
    program = Program(app)
    window = program.open_window()

    def go_on() -> None:
        from journeyeditor.ui.opening import begin

        begin(window, path)
        if path is None:
            threading.Thread(target=load_soon, name="loading", daemon=True).start()

    QTimer.singleShot(0, go_on)
    return app.exec()


def load_soon() -> None:
    """Load what the first document will need; collections of garbage then pass over all of it."""
    for name in SOON:
        import_module(name)
    _rehearse()
    gc.freeze()


def _rehearse() -> None:
    """Draw the sample for nobody: fonts, icons and words are at hand then."""
    from journeyeditor.drawing.layout import LayoutOptions, lay_out
    from journeyeditor.templates import make_project

    project = make_project("sample", tr.language).project
    for map in project.maps():
        for node in lay_out(project, map.id, LayoutOptions(language=tr.language)).nodes:
            len(node.shapes)


_reporting = threading.Lock()


def _report_crash(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Say that something went wrong inside; one dialog at a time."""
    if issubclass(kind, KeyboardInterrupt) or not _reporting.acquire(blocking=False):
        return
    try:
        report = CrashReport("".join(traceback.format_exception(kind, error, trace)))
        if report.ask() == 1:
            QApplication.closeAllWindows()
            QApplication.exit(1)
    finally:
        _reporting.release()
