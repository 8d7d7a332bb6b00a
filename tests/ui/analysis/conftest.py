"""A window with the sample map, its analysis gained."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from journeyeditor.document import Document
from journeyeditor.templates import make_project
from journeyeditor.ui.window import Window
from tests.ui.analysis.seeing import Analyst


@pytest.fixture
def analyst(window: Window, tmp_path: Path, qtbot: QtBot) -> Analyst:
    """Somebody who looks at the sample map and its findings."""
    made = make_project("sample", "en")
    document = Document.new(made.project, made.assets, "sample")
    document.save_as(tmp_path / "Shop.journey")
    document.close()
    window.open_path(tmp_path / "Shop.journey")
    found = Analyst(window, qtbot)
    found.wait()
    return found
