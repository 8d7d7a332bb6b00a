"""Small controls, as one sees them."""

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from journeyeditor.resources import resource
from journeyeditor.translation import tr
from journeyeditor.ui.catalogues.iconnames import ICON_NAMES
from journeyeditor.ui.chrome.controls import Choice
from journeyeditor.ui.dialogs.messages import Message
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


def test_a_large_message_keeps_its_words_together(program: Program, qtbot: QtBot) -> None:
    message = Message(None, "Something happened.", ["First.", "Second."], serious=True)
    qtbot.addWidget(message)
    message.show()
    message.resize(900, 700)
    qtbot.waitUntil(lambda: message.height() == 700)
    words = {label.text(): label for label in message.findChildren(QLabel) if label.text()}
    first, last = words["Something happened."], words["Second."]
    assert last.geometry().bottom() - first.geometry().top() < 120


def test_icons_have_names_of_their_own_in_each_language(program: Program) -> None:
    for language in ("en", "es"):
        tr.use(language)
        names = [tr(name) for name in ICON_NAMES.values()]
        assert len(set(names)) == len(names)
    for icon in ICON_NAMES:
        assert resource("icons", f"{icon}.svg").exists()
