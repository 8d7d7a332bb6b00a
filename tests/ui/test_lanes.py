"""Lanes and lenses in the window: chosen, filled, undone, remembered."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeyeditor.model.choices import LaneKind
from journeyeditor.model.lanes import lanes_of
from journeyeditor.model.records import Asset, LaneText
from journeyeditor.translation import tr
from journeyeditor.ui.lanes.dialog import LanesDialog
from journeyeditor.ui.lenses import lens_menu
from journeyeditor.ui.pictures import read_picture
from journeyeditor.ui.settings import Settings
from journeyeditor.ui.window import Window
from tests.ui.hands import ALT, Hands


@pytest.fixture
def hands(window: Window, qtbot: QtBot) -> Hands:
    """A window with the sample map."""
    window.new_document("sample")
    return Hands(window, qtbot)


@pytest.fixture
def dialog(hands: Hands) -> LanesDialog:
    hands.command("lanes")
    found = hands.workspace.findChild(LanesDialog)
    assert isinstance(found, LanesDialog)
    QTest.qWaitForWindowExposed(found)
    return found


def kinds(hands: Hands) -> list[str]:
    """The lanes that show, from top to bottom."""
    lanes = lanes_of(hands.project, hands.workspace.map)
    return [lane.kind.value for lane in lanes if lane.visible]


def rows(dialog: LanesDialog) -> list[str]:
    list = dialog.list
    return [list.item(row).text() for row in range(list.count())]


def press(
    dialog: LanesDialog,
    key: Qt.Key,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    QTest.keyClick(dialog.list, key, modifiers)
    QApplication.processEvents()


def go_to(dialog: LanesDialog, kind: LaneKind) -> None:
    """Select the row of a kind with the keyboard."""
    press(dialog, Qt.Key.Key_Home)
    while dialog.list.lane and dialog.list.lane.kind is not kind:
        press(dialog, Qt.Key.Key_Down)


def test_the_window_offers_every_view(dialog: LanesDialog, hands: Hands) -> None:
    assert dialog.list.count() == 9
    ticks = [dialog.list.item(row).checkState() for row in range(9)]
    assert ticks == [Qt.CheckState.Checked] + [Qt.CheckState.Unchecked] * 8
    assert kinds(hands) == ["emotion"]


def test_lanes_are_shown_moved_and_hidden_by_keyboard(dialog: LanesDialog, hands: Hands) -> None:
    for kind in (LaneKind.NEEDS, LaneKind.OWNERS):
        go_to(dialog, kind)
        press(dialog, Qt.Key.Key_Space)
    assert kinds(hands) == ["emotion", "needs", "owners"]
    go_to(dialog, LaneKind.OWNERS)
    press(dialog, Qt.Key.Key_Up, ALT)
    press(dialog, Qt.Key.Key_Up, ALT)
    press(dialog, Qt.Key.Key_Up, ALT)
    assert kinds(hands) == ["owners", "emotion", "needs"]
    assert dialog.list.lane
    assert dialog.list.lane.kind is LaneKind.OWNERS
    press(dialog, Qt.Key.Key_Down, ALT)
    press(dialog, Qt.Key.Key_Space)
    assert kinds(hands) == ["emotion", "needs"]
    for expected in (
        ["emotion", "owners", "needs"],
        ["owners", "emotion", "needs"],
        ["emotion", "owners", "needs"],
        ["emotion", "needs", "owners"],
        ["emotion", "needs"],
        ["emotion"],
    ):
        QTest.keyClick(dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert kinds(hands) == expected


def test_a_lane_of_text_is_added_named_and_removed(dialog: LanesDialog, hands: Hands) -> None:
    dialog.add_text.click()
    editor = QApplication.focusWidget()
    assert editor is not None
    QTest.keyClicks(editor, "Workshop")
    QTest.keyClick(editor, Qt.Key.Key_Return)

    def added() -> tuple[str, str]:
        lane = lanes_of(hands.project, hands.workspace.map)[-1]
        return lane.kind.value, lane.title

    hands.qtbot.waitUntil(lambda: added() == ("text", "Workshop"))
    assert "Workshop" in rows(dialog)
    press(dialog, Qt.Key.Key_Delete)
    assert kinds(hands) == ["emotion"]
    go_to(dialog, LaneKind.QUOTES)
    assert not dialog.remove.isEnabled()


def test_the_curve_is_hidden_and_comes_back_with_undo(hands: Hands) -> None:
    view = hands.workspace.canvas.view
    segment = hands.project.segments(hands.workspace.map)[0].id
    hands.command("curve")
    assert view.ground.node(("curve", segment)) is None
    assert not hands.window.actions_by_id["curve"].isChecked()
    hands.command("undo")
    assert view.ground.node(("curve", segment)) is not None


@pytest.fixture
def cell(hands: Hands) -> tuple[str, ...]:
    """The selected cell of a lane of pictures."""
    hands.command("lanes")
    dialog = hands.workspace.findChild(LanesDialog)
    assert isinstance(dialog, LanesDialog)
    dialog.add_pictures.click()
    dialog.accept()
    hands.window.activateWindow()
    QTest.qWaitForWindowActive(hands.window)
    lane = lanes_of(hands.project, hands.workspace.map)[-1]
    stage = hands.project.stages(hands.workspace.map)[0]
    segment = hands.project.segments(hands.workspace.map)[0]
    key = ("lane", lane.id, stage.id, segment.id)
    hands.workspace.canvas.select([key])
    hands.workspace.canvas.setFocus()
    return key


def test_a_picture_is_pasted_kept_small_and_removed(hands: Hands, cell: tuple[str, ...]) -> None:
    data = QMimeData()
    data.setImageData(QImage(4000, 100, QImage.Format.Format_RGB32))
    QGuiApplication.clipboard().setMimeData(data)
    hands.command("paste")
    [text] = hands.project.all(LaneText)
    asset = hands.project.get(Asset, text.picture or "")
    image = read_picture(hands.workspace.document.assets.read(asset.sha256))
    assert image.width() == 1024
    hands.command("lane-no-picture")
    assert list(hands.project.all(LaneText)) == []
    hands.command("undo")
    assert hands.workspace.selection == (cell,)
    hands.command("remove")
    assert list(hands.project.all(LaneText)) == []


def test_text_is_pasted_below_what_is_there(hands: Hands, cell: tuple[str, ...]) -> None:
    for words in ("One", "two\nthree"):
        QGuiApplication.clipboard().setText(words)
        hands.command("paste")
    assert [text.text for text in hands.project.all(LaneText)] == ["One\ntwo\nthree"]
    assert hands.workspace.cell() is not None


def test_what_is_written_goes_to_the_cell(hands: Hands, cell: tuple[str, ...]) -> None:
    hands.command("rename")
    hands.enter("A scene")
    [text] = hands.project.all(LaneText)
    assert (text.lane, text.stage, text.segment, text.text) == (*cell[1:], "A scene")


def test_the_lens_is_chosen_explained_and_remembered(hands: Hands) -> None:
    legend = hands.workspace.legend
    assert legend.isHidden()
    hands.command("lens-owner")
    assert hands.workspace.canvas.view.options.lens == "owner"
    assert legend.isVisible()
    assert "Sarah Nolan" in legend.accessibleName()
    assert hands.window.actions_by_id["lens-owner"].isChecked()
    hands.workspace.remember_view()
    assert Settings().view(hands.project.info.uuid).lens == "owner"
    hands.command("lens-channel")
    assert legend.isHidden()


def test_axes_of_the_project_are_in_the_menu(hands: Hands) -> None:
    menu = lens_menu(hands.window, hands.window.actions_by_id)
    menu.aboutToShow.emit()
    axis = menu.actions()[-1]
    axis.trigger()
    lens = hands.workspace.looking.look.lens
    assert lens.startswith("axis:")
    assert axis.text() in hands.workspace.legend.accessibleName()
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions() if action.isChecked()] == [axis.text()]


def test_the_legend_says_so_in_another_language_and_when_owners_change(hands: Hands) -> None:
    hands.command("lens-effectiveness")
    assert hands.workspace.legend.accessibleName().startswith(tr("Effectiveness"))
    assert hands.workspace.legend.height() >= 30
