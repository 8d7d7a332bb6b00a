"""Undo and redo show where they act, and say what they did."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from journeyeditor.ui.window import Window
from tests.ui.hands import CTRL, SHIFT, Hands

BUYER = "Digital buyer"


@pytest.fixture
def hands(window: Window, qtbot: QtBot) -> Hands:
    window.new_document("sample")
    return Hands(window, qtbot)


def undo(hands: Hands) -> None:
    hands.key(Qt.Key.Key_Z, CTRL)


def test_undo_goes_to_another_map_for_what_is_gone_or_renamed(hands: Hands) -> None:
    here = hands.workspace.map
    card = hands.project.placements(here)[0]
    hands.click(("card", card.id))
    hands.key(Qt.Key.Key_F2)
    hands.enter("Another name")
    hands.click(("cell", card.stage, card.segment))
    hands.key(Qt.Key.Key_N)
    hands.enter("One more")
    hands.key(Qt.Key.Key_Escape)
    hands.command("add-map")
    hands.key(Qt.Key.Key_Escape)
    there = hands.workspace.map
    assert there != here
    hands.workspace.canvas.setFocus()
    undo(hands)  # the map
    hands.command("redo")
    hands.workspace.show_map(there)
    undo(hands)
    undo(hands)
    assert hands.workspace.map == here
    assert hands.workspace.selection == (("cell", card.stage, card.segment),)
    assert "One more" in hands.workspace.status.hint.text()
    undo(hands)
    assert hands.workspace.selection == (("card", card.id),)
    assert "Another name" in hands.workspace.status.hint.text()
    assert hands.workspace.status.hint.isVisible()


def test_undo_of_a_new_name_of_a_stage_on_another_map_goes_there(hands: Hands) -> None:
    here = hands.workspace.map
    stage = hands.project.stages(here)[-1]
    hands.command("map-duplicate")
    hands.workspace.show_map(here)
    hands.click(("stage", stage.id))
    hands.key(Qt.Key.Key_F2)
    hands.enter("Home again")
    hands.command("map-next")
    assert hands.workspace.map != here
    hands.workspace.canvas.setFocus()
    undo(hands)
    assert hands.workspace.map == here
    assert hands.workspace.selection == (("stage", stage.id),)
    hands.command("map-next")
    hands.key(Qt.Key.Key_Z, CTRL | SHIFT)
    assert hands.workspace.map == here


def test_redo_of_a_removal_shows_the_cell(hands: Hands) -> None:
    card = hands.project.placements(hands.workspace.map)[-1]
    hands.click(("card", card.id))
    hands.key(Qt.Key.Key_Delete)
    undo(hands)
    assert hands.workspace.selection == (("card", card.id),)
    hands.key(Qt.Key.Key_Z, CTRL | SHIFT)
    assert hands.workspace.selection == (("cell", card.stage, card.segment),)
