"""A window with the sample map, its analysis gained."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from journeyeditor.ui.window import Window
from tests.ui.analysis.seeing import Analyst
from tests.ui.samples import save_template


@pytest.fixture
def analyst(window: Window, tmp_path: Path, qtbot: QtBot) -> Analyst:
    """Somebody who looks at the sample map and its findings."""
    window.open_path(save_template(tmp_path / "Shop.journey"))
    found = Analyst(window, qtbot)
    found.wait()
    return found
