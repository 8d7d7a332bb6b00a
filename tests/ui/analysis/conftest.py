"""A window with the sample map, its analysis gained."""

from collections.abc import Iterator

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeyeditor.translation import tr
from journeyeditor.ui.program import Program
from journeyeditor.ui.settings import Appearance, Settings
from journeyeditor.ui.window import Window
from tests.ui.analysis.seeing import SIZE, Analyst
from tests.ui.samples import save_template


@pytest.fixture(scope="module")
def sample_window(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Window]:
    """The sample map in a window of its own, in English, opened once for a module."""
    language = tr.language
    settings = Settings()
    settings.language = "en"
    settings.appearance = Appearance.LIGHT
    program = Program(qapp)
    window = program.open_window()
    window.resize(*SIZE)
    QTest.qWaitForWindowExposed(window)
    window.open_path(save_template(tmp_path_factory.mktemp("files") / "Shop.journey"))
    yield window
    assert window.workspace
    document = window.workspace.document
    window.workspace.close_document()
    window.workspace = None
    document.abandon()
    window.close()
    program.end()
    tr.use(language)


@pytest.fixture
def analyst(sample_window: Window, qtbot: QtBot) -> Iterator[Analyst]:
    """Somebody who looks at the sample map and its findings, and leaves all as it was."""
    found = Analyst(sample_window, qtbot)
    found.wait()
    yield found
    found.put_back()
