"""Dialogs: recovery, crash report, keys; and work that is done aside."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from journeyeditor.document import Document
from journeyeditor.model.change import Label
from journeyeditor.model.edits.records import set_fields
from journeyeditor.model.records import JourneyMap
from journeyeditor.storage.leftovers import recoverable_sessions
from journeyeditor.templates import make_project
from journeyeditor.ui import app
from journeyeditor.ui.commands import COMMANDS
from journeyeditor.ui.dialogs.help import KeysDialog
from journeyeditor.ui.dialogs.messages import CrashReport, Message
from journeyeditor.ui.dialogs.recovery import RecoveryDialog
from journeyeditor.ui.opening import begin
from journeyeditor.ui.window import Window
from journeyeditor.ui.work import Work
from tests.ui.doing import answering, button, words


def test_work_tells_its_progress_in_the_windows_thread(qtbot: QtBot, window: Window) -> None:
    steps: list[tuple[int, int]] = []
    work = Work(lambda progress, _cancelled: progress(1, 2), window)
    work.progress.connect(lambda done, total: steps.append((done, total)))
    with qtbot.waitSignal(work.done):
        work.start()
    assert steps == [(1, 2)]


@pytest.fixture
def crashed() -> str:
    """A session whose process has died with a step that is not in the file."""
    made = make_project("blank", "en")
    document = Document.new(made.project, {}, "Crashed")
    map = document.project.maps()[0]
    change = set_fields(document.project, JourneyMap, [map.id], Label("Rename"), name="Kept")
    assert change
    document.perform(change)
    document.abandon()
    return "Kept"


def test_recovery_is_offered_and_brings_the_work_back(
    window: Window, crashed: str, qtbot: QtBot
) -> None:
    begin(window, None)
    [dialog] = window.findChildren(RecoveryDialog)
    assert "1 step" in words(dialog)
    button(dialog, "Recover").click()
    assert window.workspace is not None
    assert window.workspace.project.maps()[0].name == crashed
    assert window.actions_by_id["undo"].isEnabled()


def test_recovery_comes_before_the_file_that_was_asked_for(window: Window, crashed: str) -> None:
    [leftover] = recoverable_sessions()
    begin(window, leftover.path)
    [dialog] = window.findChildren(RecoveryDialog)
    assert window.workspace is None
    button(dialog, "Recover").click()
    assert len(window.program.windows) == 1
    assert window.workspace is not None
    assert window.workspace.project.maps()[0].name == crashed


def test_enter_recovers(window: Window, crashed: str, qtbot: QtBot) -> None:
    begin(window, None)
    [dialog] = window.findChildren(RecoveryDialog)
    assert QTest.qWaitForWindowActive(dialog)
    focus = dialog.focusWidget()
    assert focus is button(dialog, "Recover")
    qtbot.keyClick(focus, Qt.Key.Key_Return)
    assert window.workspace is not None
    assert window.workspace.project.maps()[0].name == crashed


def test_recovery_can_be_discarded_or_put_off(window: Window, crashed: str) -> None:
    begin(window, None)
    [dialog] = window.findChildren(RecoveryDialog)
    button(dialog, "Decide later").click()
    assert len(recoverable_sessions()) == 1
    dialog.deleteLater()
    QApplication.processEvents()
    begin(window, None)
    button(window.findChildren(RecoveryDialog)[-1], "Discard").click()
    assert recoverable_sessions() == []


def test_a_crash_says_that_the_work_is_safe(window: Window) -> None:
    try:
        raise RuntimeError("secret inside")
    except RuntimeError as error:
        with answering("Copy the details", "Continue") as answers:
            app._report_crash(RuntimeError, error, error.__traceback__)
    assert "Your work is safe" in answers.said[0]
    assert "Traceback" not in answers.said[0]
    assert "secret inside" in QApplication.clipboard().text()


def test_a_message_is_as_high_as_its_words(window: Window) -> None:
    heights = []
    for told in ("Short.", "A sentence that goes on for several lines. " * 8):
        message = Message(window, "No.", [told])
        message.show()
        heights.append(message.height())
        free = message.height() - message.layout().totalHeightForWidth(message.width())
        assert (message.width(), free) == (440, 0)
        message.close()
    assert heights[1] > heights[0] + 30


def test_a_crash_is_told_in_the_look_of_the_windows(window: Window) -> None:
    other = QWidget()
    other.show()
    QTest.qWaitForWindowActive(other)
    other.close()  # none of ours is active now
    assert QApplication.activeWindow() is None
    assert CrashReport("").parent() is window


def test_all_keys_are_listed(window: Window) -> None:
    dialog = KeysDialog(window)
    texts = {label.text() for label in dialog.findChildren(QLabel)}
    for command in COMMANDS:
        if command.keys:
            assert command.text.rstrip("…") in texts


def test_the_program_starts_and_ends(window: Window, own_folders: Path) -> None:
    QTimer.singleShot(300, QApplication.closeAllWindows)
    assert app.run(None) == 0
