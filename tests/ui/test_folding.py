"""Folding stages and segments away, and focusing on one segment."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from journeyeditor.model.records import Placement
from journeyeditor.ui.menus import context_menu
from journeyeditor.ui.window import Window
from tests.ui.hands import CTRL, SHIFT, Hands
from tests.ui.samples import save_template

Key = Qt.Key


@pytest.fixture
def hands(window: Window, tmp_path: Path, qtbot: QtBot) -> Hands:
    window.open_path(save_template(tmp_path / "Shop.journey"))
    return Hands(window, qtbot)


def folded(hands: Hands) -> set[str]:
    return set(hands.workspace.looking.look.folded)


def test_focus_folds_the_other_segments_and_comes_back_to_how_it_was(hands: Hands) -> None:
    one, two, three = (s.id for s in hands.project.segments(hands.workspace.map))
    hands.workspace.looking.toggle_fold(three)
    card = next(c for c in hands.project.placements(hands.workspace.map) if c.segment == two)
    hands.click(("card", card.id))
    hands.key(Key.Key_F8)
    assert folded(hands) == {one, three}
    assert hands.window.actions_by_id["focus-segment"].isChecked()
    hands.click(("segment", three))
    hands.key(Key.Key_F8)
    assert folded(hands) == {three}
    assert not hands.window.actions_by_id["focus-segment"].isChecked()


def test_what_holds_the_selection_folds_by_key(hands: Hands) -> None:
    card = hands.project.placements(hands.workspace.map)[0]
    hands.click(("card", card.id))
    hands.key(Key.Key_F9)
    assert folded(hands) == {card.segment}
    hands.key(Key.Key_F9, SHIFT)
    assert folded(hands) == {card.segment, card.stage}
    hands.key(Key.Key_F9, CTRL)
    assert folded(hands) == set()
    assert not hands.window.actions_by_id["unfold-all"].isEnabled()


def test_the_menus_of_heads_fold(hands: Hands) -> None:
    actions = hands.window.actions_by_id
    for kind in ("stage", "segment"):
        offered = context_menu(hands.window, (kind, "x"), actions).actions()
        assert actions[f"fold-{kind}"] in offered
        assert actions["unfold-all"] in offered
    segment = hands.project.segments(hands.workspace.map)[1]
    hands.click(("segment", segment.id))
    hands.command("fold-segment")
    assert folded(hands) == {segment.id}
    assert actions["fold-segment"].isChecked()


def test_undo_and_redo_unfold_what_they_show(hands: Hands) -> None:
    card = hands.project.placements(hands.workspace.map)[-1]
    hands.workspace.editor.remove([card.id])
    hands.workspace.looking.change(folded=frozenset({card.segment, card.stage}))
    hands.key(Key.Key_Z, CTRL)
    assert hands.project.find(Placement, card.id)
    assert folded(hands) == set()
    assert hands.workspace.cards == (card.id,)
    assert hands.workspace.canvas.view.place_of(("card", card.id))
