"""Small controls, as one sees them."""

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from journeyeditor.ui.chrome.controls import Choice
from journeyeditor.ui.program import Program
from journeyeditor.ui.search.field import SearchField
from journeyeditor.ui.window import Window
from tests.ui.hands import Hands


def seen(choice: Choice, width: int) -> QImage:
    choice.setFixedSize(width, 32)
    return choice.grab().toImage()


def test_a_narrow_choice_keeps_its_value_rather_than_its_name(
    program: Program, qtbot: QtBot
) -> None:
    named, bare = Choice("Colour by", prefix="Colour by"), Choice("Colour by")
    for choice in (named, bare):
        qtbot.addWidget(choice)
        choice.fill([("Channel", 1), ("Owner", 2)], 1)
    assert seen(named, 100) == seen(bare, 100)
    assert seen(named, 200) != seen(bare, 200)


def test_a_choice_does_not_shrink_below_its_words(program: Program, qtbot: QtBot) -> None:
    choice = Choice("Paper", prefix="Paper")
    qtbot.addWidget(choice)
    choice.fill([("A4", 1), ("Fit the whole map", 2)], 1)
    words = choice.fontMetrics().horizontalAdvance("Fit the whole map")
    assert choice.minimumSizeHint().width() >= words + 38
    assert choice.minimumSizeHint().width() < choice.sizeHint().width()


def test_the_key_of_the_search_gives_way_to_its_words(window: Window, qtbot: QtBot) -> None:
    window.new_document("blank")
    hands = Hands(window, qtbot)
    field = hands.window.bar.findChild(SearchField)
    assert isinstance(field, SearchField)
    cap = field.findChild(QLabel, "keycap")
    assert isinstance(cap, QLabel)
    for width, shown in ((260, True), (140, False)):
        field.setFixedWidth(width)
        qtbot.waitUntil(lambda width=width: field.width() == width)
        assert cap.isVisible() is shown
