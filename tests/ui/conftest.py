"""The running program for tests of its windows: real ones, offscreen."""

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeyeditor.document import Document
from journeyeditor.translation import tr
from journeyeditor.ui.collecting import collect
from journeyeditor.ui.inspector import panel
from journeyeditor.ui.program import Program, prepare
from journeyeditor.ui.settings import Appearance, Settings
from journeyeditor.ui.window import Window
from tests.acting import small_project
from tests.ui.bench import Bench


@pytest.fixture(autouse=True, scope="session")
def no_collection_in_other_threads() -> Iterator[None]:
    """Threads that save or export must not destroy widgets, in tests without a program either."""
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(autouse=True)
def collected() -> Iterator[None]:
    """Garbage is collected between two tests, where there is enough of it."""
    yield
    collect()


@pytest.fixture(scope="session")
def prepared(qapp: QApplication) -> QApplication:
    """The process as it is before the first window."""
    prepare(qapp)
    return qapp


@pytest.fixture
def program(
    prepared: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Program]:
    """The program in English and light, its windows closed without a question at the end.

    Panels are built when they are wanted, since few tests want them all.
    """
    monkeypatch.setattr(panel, "IDLE", 3_600_000)
    language = tr.language
    settings = Settings()
    settings.language = "en"
    settings.appearance = Appearance.LIGHT
    program = Program(prepared)
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


@pytest.fixture
def bench(program: Program, qtbot: QtBot) -> Iterator[Bench]:
    """An inspector on a small project."""
    document = Document.new(small_project(), {}, "test")
    yield Bench(qtbot, document)
    document.abandon()


@pytest.fixture
def window(program: Program, qtbot: QtBot) -> Window:
    """A window with the start page."""
    window = program.open_window()
    window.resize(1440, 900)
    QTest.qWaitForWindowExposed(window)
    return window
