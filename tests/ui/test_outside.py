"""What the window says when other programs change or remove its file."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from journeyeditor.document import Document
from journeyeditor.model.project import Project
from journeyeditor.ui.window import Window
from journeyeditor.ui.workspace import Workspace
from tests.ui.doing import answering, button
from tests.ui.hands import CTRL, Hands
from tests.ui.samples import save_template


@pytest.fixture
def theirs(tmp_path: Path) -> Path:
    """What another program makes of the file."""
    (tmp_path / "theirs").mkdir()
    return save_template(tmp_path / "theirs" / "theirs.journey", "life-cycle-7")


@pytest.fixture
def hands(window: Window, tmp_path: Path, qtbot: QtBot) -> Hands:
    window.open_path(save_template(tmp_path / "Shop.journey"))
    return Hands(window, qtbot)


def content(path: Path) -> Project:
    document = Document.open(path, read_only=True)
    document.close()
    return document.project


def edit(hands: Hands) -> None:
    card = hands.project.placements(hands.workspace.map)[0]
    hands.click(("card", card.id))
    hands.key(Qt.Key.Key_Delete)


def come_back(hands: Hands, qtbot: QtBot, meanwhile: Callable[[], object]) -> Workspace:
    """The user was in another window, where something happened, and comes back to this one."""
    other = hands.window.program.open_window()
    assert QTest.qWaitForWindowActive(other)
    document = hands.workspace.document
    told: list[object] = []  # by another thread, from which Qt's own waiting must not be ended
    stop = document.subscribe_status(told.append)
    document.publish_soon(asked=True)
    qtbot.waitUntil(lambda: bool(told))  # what leaving began is done
    stop()
    meanwhile()
    hands.window.activateWindow()
    assert QTest.qWaitForWindowActive(hands.window)
    return hands.workspace


def test_a_file_that_is_gone_is_saved_again_and_told(hands: Hands, qtbot: QtBot) -> None:
    path = hands.workspace.document.path
    workspace = come_back(hands, qtbot, path.unlink)
    qtbot.waitUntil(workspace.banner.isVisible, timeout=5000)
    assert str(path) in workspace.banner.message.text()
    assert workspace.status.saved.text() == "All changes saved"
    assert content(path) == workspace.project
    workspace.banner.hide()
    hands.key(Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: str(path) in workspace.status.hint.text(), timeout=5000)
    assert workspace.banner.isHidden()


def test_saving_asks_what_to_do_with_a_changed_file(
    hands: Hands, theirs: Path, qtbot: QtBot
) -> None:
    workspace = hands.workspace
    path = workspace.document.path
    shutil.copyfile(theirs, path)
    hands.key(Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(workspace.banner.isVisible, timeout=5000)
    assert workspace.status.saved.text() == "Another program changed Shop.journey"
    assert workspace.status.retry.isHidden()
    button(workspace.banner, "Keep mine as a copy beside it").click()
    assert workspace.document.path.name.startswith("Shop (conflict 20")
    assert content(workspace.document.path) == workspace.project
    assert workspace.document.path.name in workspace.banner.message.text()
    assert path.read_bytes() == theirs.read_bytes()
    workspace.document.path.unlink()
    come_back(hands, qtbot, lambda: None)
    qtbot.waitUntil(lambda: "was gone" in workspace.banner.message.text(), timeout=5000)
    hands.key(Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: "Saved to" in workspace.status.hint.text(), timeout=5000)
    assert "was gone" in workspace.banner.message.text()


@pytest.mark.parametrize("edited", [False, True])
def test_the_changed_file_can_be_shown_and_no_edit_is_lost(
    hands: Hands, theirs: Path, qtbot: QtBot, edited: bool
) -> None:
    document = hands.workspace.document
    path = document.path
    if edited:
        edit(hands)
        document.save()
    ours = document.project
    workspace = come_back(hands, qtbot, lambda: shutil.copyfile(theirs, path))
    qtbot.waitUntil(workspace.banner.isVisible, timeout=5000)
    button(workspace.banner, "Show the changed file").click()
    assert hands.workspace is not workspace
    assert (hands.workspace.document.path, hands.project) == (path, content(theirs))
    copies = list(path.parent.glob("Shop (conflict*"))
    assert [content(copy) for copy in copies] == [ours] * edited
    assert hands.workspace.banner.isHidden() != edited
    assert not edited or copies[0].name in hands.workspace.banner.message.text()


def test_a_changed_file_that_is_damaged_is_not_shown(hands: Hands, qtbot: QtBot) -> None:
    workspace = hands.workspace
    come_back(hands, qtbot, lambda: workspace.document.path.write_bytes(b"half a download"))
    qtbot.waitUntil(workspace.banner.isVisible, timeout=5000)
    with answering("OK") as answers:
        button(workspace.banner, "Show the changed file").click()
    assert "not a Journey Editor project" in answers.said[0]
    assert hands.workspace is workspace
    workspace.document.save()
    assert content(workspace.document.path) == workspace.project
