"""A canvas on its own, shown in a real window offscreen."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeyeditor.translation import tr
from journeyeditor.ui.chrome.look import load_fonts
from tests.ui.canvas.desk import Desk


@pytest.fixture
def desk(qapp: QApplication, qtbot: QtBot) -> Iterator[Desk]:
    """A canvas that shows a small map, in English."""
    language = tr.language
    tr.use("en")
    load_fonts()
    desk = Desk()
    qtbot.addWidget(desk.canvas)
    with qtbot.waitExposed(desk.canvas):
        desk.canvas.show()
    desk.canvas.activateWindow()
    qtbot.waitUntil(desk.canvas.isActiveWindow)
    desk.canvas.setFocus()
    yield desk
    tr.use(language)
