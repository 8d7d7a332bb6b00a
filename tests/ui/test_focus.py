"""Where the keyboard is can be seen."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from journeyeditor.ui.chrome.focus import FocusRing
from journeyeditor.ui.inspector.fields.emotion import EmotionSlider
from journeyeditor.ui.inspector.fields.text import TextBox
from journeyeditor.ui.inspector.pickbutton import PickButton
from journeyeditor.ui.window import Window
from tests.ui.hands import CTRL, NONE, Hands
from tests.ui.samples import save_template

Key = Qt.Key


@pytest.fixture
def hands(window: Window, tmp_path: Path, qtbot: QtBot) -> Hands:
    window.open_path(save_template(tmp_path / "Shop.journey"))
    hands = Hands(window, qtbot)
    hands.click(("card", hands.project.placements(hands.workspace.map)[0].id))
    qtbot.waitUntil(hands.workspace.inspector.form.front.isVisible)
    return hands


def focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def ring(hands: Hands) -> FocusRing | None:
    """The ring, where one is shown."""
    return next((one for one in hands.window.findChildren(FocusRing) if one.isVisible()), None)


def press_until(hands: Hands, kind: type[QWidget]) -> None:
    """Tab to the next control of a kind."""
    for _ in range(9):
        hands.key(Key.Key_Tab)
        if isinstance(focus(), kind):
            return
    raise AssertionError(f"no {kind.__name__}")


def test_the_ring_is_whole_around_a_control_that_fills_its_place(
    hands: Hands, qtbot: QtBot
) -> None:
    hands.key(Key.Key_1, CTRL)
    qtbot.waitUntil(lambda: isinstance(focus(), TextBox))
    press_until(hands, QToolButton)
    shown = ring(hands)
    assert shown is not None
    around = shown.visibleRegion().boundingRect().translated(shown.mapToGlobal(QPoint()))
    control = QRect(focus().mapToGlobal(QPoint()), focus().size())
    assert around.contains(control.adjusted(-2, -2, 2, 2))


def test_what_has_an_edge_of_its_own_gets_no_ring(hands: Hands, qtbot: QtBot) -> None:
    hands.key(Key.Key_1, CTRL)
    qtbot.waitUntil(lambda: isinstance(focus(), TextBox))
    press_until(hands, PickButton)
    assert ring(hands) is None


def test_a_panel_that_is_entered_by_key_shows_where_one_is(hands: Hands, qtbot: QtBot) -> None:
    hands.key(Key.Key_4, CTRL)
    hands.key(Key.Key_4, CTRL)
    assert isinstance(focus(), EmotionSlider)
    qtbot.waitUntil(lambda: ring(hands) is not None)


def test_a_name_that_is_left_is_not_selected_any_more(hands: Hands, qtbot: QtBot) -> None:
    hands.key(Key.Key_1, CTRL)
    qtbot.waitUntil(lambda: isinstance(focus(), TextBox))
    box = focus()
    assert isinstance(box, TextBox)
    assert box.textCursor().hasSelection()
    hands.key(Key.Key_Tab, NONE)
    assert not box.textCursor().hasSelection()
