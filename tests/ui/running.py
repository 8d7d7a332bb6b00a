"""The program as tests run it."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from journeyeditor.exporting.aside import Aside
from journeyeditor.translation import tr
from journeyeditor.ui.program import Program
from journeyeditor.ui.settings import Appearance, Settings
from journeyeditor.ui.window import Window


@contextmanager
def running(app: QApplication, aside: Aside) -> Iterator[Program]:
    """The program in English and light, its windows closed without a question at the end."""
    language = tr.language
    settings = Settings()
    settings.language = "en"
    settings.appearance = Appearance.LIGHT
    program = Program(app)
    program.aside = aside
    yield program
    for window in list(program.windows):
        if window.workspace:
            document = window.workspace.document
            window.workspace.close_document()
            window.workspace = None
            document.abandon()
        window.close()
    program.end()
    tr.use(language)


def shown_window(program: Program, width: int, height: int) -> Window:
    """A window with the start page, of that size."""
    window = program.open_window()
    window.resize(width, height)
    QTest.qWaitForWindowExposed(window)
    return window
