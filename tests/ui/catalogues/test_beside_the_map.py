"""The window of the catalogues and the map: its key, the way to a use, what is typed at the end."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from journeyeditor.model.records import Channel, DataItem, Placement, Touchpoint
from journeyeditor.ui.catalogues.window import CatalogueWindow
from journeyeditor.ui.window import Window
from tests.ui.catalogues.shelf import Shelf, activate
from tests.ui.hands import CTRL, SHIFT, Hands


@pytest.fixture
def hands(window: Window, qtbot: QtBot) -> Hands:
    window.new_document("sample")
    return Hands(window, qtbot)


def opened(hands: Hands) -> Shelf:
    """Press the key that brings the window up."""
    activate(hands.qtbot, hands.window)
    hands.qtbot.keyClick(hands.window, Qt.Key.Key_K, CTRL | SHIFT)
    shown = hands.workspace.findChild(CatalogueWindow)
    assert shown.isVisible()
    return Shelf(hands.qtbot, hands.workspace.document, shown)


def test_a_use_is_gone_to_on_the_map_and_the_window_comes_back_as_it_was(hands: Hands) -> None:
    shelf = opened(hands)
    shelf.turn(Channel)
    shelf.take("email")
    email = shelf.chosen
    first = shelf.uses.entries[0].value
    shelf.go_to(0)
    assert not shelf.shown.isVisible()
    cards = {card.id for card in shelf.project.where(Placement, touchpoint=first.id)}
    assert hands.workspace.cards
    assert set(hands.workspace.cards) <= cards
    assert opened(hands).chosen == email


def test_an_unplaced_touchpoint_is_shown_in_the_tray(hands: Hands) -> None:
    card = hands.project.placements(hands.workspace.map)[0]
    touchpoint = hands.project.get(Touchpoint, card.touchpoint)
    shared = hands.project.where(Placement, touchpoint=touchpoint.id)
    hands.workspace.editor.remove([one.id for one in shared])
    shelf = opened(hands)
    shelf.shown.show_entry(Channel, touchpoint.channel or "")
    row = [use.value.id for use in shelf.uses.entries].index(touchpoint.id)
    assert shelf.uses.entries[row].aside == "Not on a map"
    shelf.go_to(row)
    assert hands.workspace.tray.selected() == [touchpoint.id]


def test_what_is_being_typed_reaches_the_document_before_a_command(hands: Hands) -> None:
    shelf = opened(hands)
    shelf.turn(DataItem)
    item = shelf.chosen
    shelf.rename("Pedido")
    hands.command("zoom-100")
    assert shelf.project.get(DataItem, item).name == "Pedido"


def test_the_window_goes_with_its_document(hands: Hands) -> None:
    shelf = opened(hands)
    gone: list[bool] = []
    shelf.shown.destroyed.connect(lambda: gone.append(True))
    hands.window.rebuild()
    hands.qtbot.waitUntil(lambda: bool(gone))
    assert opened(hands).shown is not shelf.shown
