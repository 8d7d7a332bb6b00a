"""The maps of a file: their tabs and the menu there; what comes and goes with files."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from journeyeditor.model.change import Label
from journeyeditor.model.choices import MapKind
from journeyeditor.model.edits.records import set_fields
from journeyeditor.model.records import JourneyMap
from journeyeditor.templates import make_project
from journeyeditor.ui.chrome.keys import key_caps
from journeyeditor.ui.opening import import_csv
from journeyeditor.ui.program import Program
from journeyeditor.ui.window import Window
from tests.ui.hands import CTRL, Hands

Key = Qt.Key


@pytest.fixture
def hands(window: Window, qtbot: QtBot) -> Hands:
    """A blank map."""
    window.new_document("blank")
    return Hands(window, qtbot)


def names(hands: Hands) -> list[str]:
    return [map.name for map in hands.project.maps()]


def menu_of_tab(hands: Hands, index: int) -> QMenu:
    """What a right click on a tab opens."""
    bar = hands.workspace.tabs.bar
    place = bar.tabRect(index).center()
    mouse = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(bar, QContextMenuEvent(mouse, place, bar.mapToGlobal(place)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def choose(menu: QMenu, text: str) -> None:
    [action] = [action for action in menu.actions() if action.text() == text]
    assert action.isEnabled()
    action.trigger()
    menu.close()


def test_a_tab_has_a_menu(hands: Hands) -> None:
    hands.command("add-map")
    hands.key(Key.Key_Return)
    blank, new = names(hands)
    choose(menu_of_tab(hands, 0), "Duplicate as a copy")
    assert names(hands) == [blank, f"{blank} (copy)", new]
    copy = hands.project.maps()[1]
    assert copy.kind is MapKind.AS_IS
    assert hands.workspace.map == copy.id
    choose(menu_of_tab(hands, 1), "Move map to the right")
    assert names(hands) == [blank, new, f"{blank} (copy)"]
    menu = menu_of_tab(hands, 2)
    assert not next(a for a in menu.actions() if a.text() == "Move map to the right").isEnabled()
    menu.close()
    choose(menu_of_tab(hands, 1), "Move map to the left")
    assert names(hands) == [new, blank, f"{blank} (copy)"]
    choose(menu_of_tab(hands, 0), "Duplicate as the future state")
    assert hands.project.maps()[1].kind is MapKind.TO_BE
    choose(menu_of_tab(hands, 1), "Delete map")
    choose(menu_of_tab(hands, 0), "Rename map")
    hands.enter("Renewal")
    assert names(hands) == ["Renewal", blank, f"{blank} (copy)"]


def test_a_new_map_begins_as_a_blank_one_does(hands: Hands) -> None:
    before = hands.stages(), hands.segments()
    hands.command("add-map")
    assert (hands.stages(), hands.segments()) == before
    blank = make_project("blank", "en").project
    assert hands.segments() == [s.name for s in blank.segments(blank.maps()[0].id)]


def test_an_imported_map_is_shown(hands: Hands, tmp_path: Path) -> None:
    table = tmp_path / "more.csv"
    table.write_text("map,segment,stage,touchpoint\nMore,Anyone,Now,Visit\nLast,Anyone,Now,Call\n")
    import_csv(hands.window, table)
    assert hands.project.get(JourneyMap, hands.workspace.map).name == "More"
    table.write_text("map,segment,stage,touchpoint\nLast,Anyone,Now,Letter\n")
    import_csv(hands.window, table)
    assert hands.project.get(JourneyMap, hands.workspace.map).name == "More", "no new map came"


def test_the_only_window_closes_its_document_and_stays(hands: Hands, program: Program) -> None:
    window, document = hands.window, hands.workspace.document
    map = hands.workspace.map
    document.perform(set_fields(hands.project, JourneyMap, [map], Label("Rename"), name="Mine"))
    path = document.path
    hands.key(Key.Key_W, CTRL)
    assert window.workspace is None
    start = window.start
    assert start is not None
    hands.qtbot.waitUntil(start.isVisible)
    assert window.windowTitle() == "Journey Editor"
    window.open_path(path)
    again = Hands(window, hands.qtbot)
    assert names(again) == ["Mine"]
    program.open_window()
    window.activateWindow()
    again.window.actions_by_id["close"].trigger()
    assert window not in program.windows


def test_keys_are_called_in_menus_what_stands_on_them(program: Program) -> None:
    program.set_language("es")
    native = QKeySequence.SequenceFormat.NativeText
    assert QKeySequence("Ctrl+Shift+S").toString(native) == "Ctrl+Mayús+S"
    assert key_caps("Ctrl+Shift+S") == ("Ctrl", "Mayús", "S")
    program.set_language("en")
    assert QKeySequence("Ctrl+Shift+S").toString(native) == "Ctrl+Shift+S"
