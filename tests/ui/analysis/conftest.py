"""A window with the sample map, its analysis gained."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeyeditor.exporting.aside import Aside
from journeyeditor.ui.window import Window
from tests.ui.analysis.seeing import SIZE, Analyst
from tests.ui.running import running, shown_window
from tests.ui.samples import save_template


@pytest.fixture(scope="module")
def sample_window(
    prepared: QApplication, aside: Aside, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Window]:
    """The sample map in a window of its own, opened once for a module."""
    with running(prepared, aside) as program:
        window = shown_window(program, *SIZE)
        window.open_path(save_template(tmp_path_factory.mktemp("files") / "Shop.journey"))
        yield window


@pytest.fixture
def analyst(sample_window: Window, qtbot: QtBot) -> Iterator[Analyst]:
    """Somebody who looks at the sample map and its findings, and leaves all as it was."""
    found = Analyst(sample_window, qtbot)
    found.wait()
    yield found
    found.put_back()
