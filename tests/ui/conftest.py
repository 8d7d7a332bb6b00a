"""The running program for tests of its windows: real ones, offscreen."""

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeyeditor.document import Document
from journeyeditor.exporting.aside import Aside
from journeyeditor.ui.collecting import collect
from journeyeditor.ui.inspector import panel
from journeyeditor.ui.program import Program, prepare
from journeyeditor.ui.window import Window
from tests.acting import small_project
from tests.ui.bench import Bench
from tests.ui.running import running, shown_window


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


@pytest.fixture(scope="session")
def aside() -> Iterator[Aside]:
    """Where all tests print; the process is there from the first print on."""
    made = Aside()
    yield made
    made.close()


@pytest.fixture
def program(
    prepared: QApplication, aside: Aside, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Program]:
    """The running program. Panels are built when they are wanted, since few tests want them all."""
    monkeypatch.setattr(panel, "IDLE", 3_600_000)
    with running(prepared, aside) as program:
        yield program


@pytest.fixture
def bench(program: Program, qtbot: QtBot) -> Iterator[Bench]:
    """An inspector on a small project."""
    document = Document.new(small_project(), {}, "test")
    yield Bench(qtbot, document)
    document.abandon()


@pytest.fixture
def window(program: Program, qtbot: QtBot) -> Window:
    """A window with the start page."""
    return shown_window(program, 1440, 900)
