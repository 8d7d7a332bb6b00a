"""Keys that work in the whole window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from journeyeditor.ui.window import Window
from tests.ui.hands import ALT, CTRL, SHIFT, Hands


@pytest.fixture
def hands(window: Window, qtbot: QtBot) -> Hands:
    window.new_document("sample")
    return Hands(window, qtbot)


@pytest.mark.parametrize(
    ("language", "keys", "titles"),
    [
        ("en", "FEVIMATH", "File Edit View Insert Map Analysis Tools Help"),
        ("es", "AEVIMNHY", "Archivo Edición Ver Insertar Mapa Análisis Herramientas Ayuda"),
    ],
)
def test_alt_and_a_letter_opens_a_menu(
    hands: Hands, qtbot: QtBot, language: str, keys: str, titles: str
) -> None:
    hands.window.program.set_language(language)
    opened = []
    for letter in keys:
        qtbot.keyClick(hands.canvas, letter, ALT)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu), f"Alt+{letter} opens nothing"
        opened.append(menu.title())
        while popup := QApplication.activePopupWidget():
            popup.close()
    assert opened == titles.split()


def test_stages_and_segments_are_added_by_keys(hands: Hands) -> None:
    stages, segments = hands.stages(), hands.segments()
    hands.key(Qt.Key.Key_T, CTRL | SHIFT)
    hands.enter("Follow-up")
    hands.key(Qt.Key.Key_G, CTRL | SHIFT)
    hands.enter("Neighbours")
    assert hands.stages() == [*stages, "Follow-up"]
    assert hands.segments() == [*segments, "Neighbours"]


def test_qt_says_its_own_words_in_english(window: Window) -> None:
    window.new_document("sample")
    action = window.actions_by_id["new"]
    shown = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    assert shown == "Ctrl+N"
    box = QLineEdit()
    menu = box.createStandardContextMenu()
    assert all(action.text() for action in menu.actions() if not action.isSeparator())
