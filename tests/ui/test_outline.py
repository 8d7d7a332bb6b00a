"""The outline: the map as a tree, in step with the canvas, worked by keyboard."""

from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from journeyeditor.model.edits import axes, cards
from journeyeditor.model.project import Project
from journeyeditor.model.records import Placement, Stage
from journeyeditor.ui.outline.model import OutlineModel
from journeyeditor.ui.window import Window
from tests.ui.canvas.desk import small_map
from tests.ui.hands import CTRL, SHIFT, Hands
from tests.ui.samples import save_template

Key = Qt.Key
Role = Qt.ItemDataRole


def tree(model: OutlineModel, parent: QModelIndex | None = None, depth: int = 0) -> list[str]:
    """The lines from top to bottom, indented."""
    found = []
    above = parent or QModelIndex()
    for row in range(model.rowCount(above)):
        index = model.index(row, 0, above)
        found.append("  " * depth + index.data())
        found += tree(model, index, depth + 1)
    return found


@pytest.fixture
def small() -> tuple[Project, str]:
    return small_map(stages=("Discover", "Buy"), segments=("Online", "Shop"))


@pytest.fixture
def model(qtbot: QtBot, small: tuple[Project, str]) -> OutlineModel:
    """Qt's own tester watches it."""
    model = OutlineModel()
    QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal, parent=model
    )
    model.show_map(*small)
    return model


def test_segments_hold_stages_and_these_hold_cards(model: OutlineModel) -> None:
    assert tree(model) == [
        "Online",
        "  Discover",
        "    Advert",
        "    Review",
        "    Newsletter",
        "  Buy",
        "Shop",
        "  Discover",
        "  Buy",
        "    Checkout",
        "    Receipt",
    ]


def test_each_line_says_what_it_is(model: OutlineModel) -> None:
    spoken = model.index_of(("segment", "Online")).data(Role.AccessibleTextRole)
    assert spoken == "Segment Online, 3 touchpoints"
    spoken = model.index_of(("cell", "Buy", "Online")).data(Role.AccessibleTextRole)
    assert spoken == "Stage Buy, 0 touchpoints"
    spoken = model.index_of(("card", "Advert")).data(Role.AccessibleTextRole)
    assert spoken.startswith("Advert, Email")
    assert "positive" in spoken


@pytest.mark.parametrize(
    "edit",
    [
        lambda p: cards.move_cards(p, ["Newsletter"], "Discover", "Online", 0),
        lambda p: cards.move_cards(p, ["Advert", "Receipt"], "Buy", "Online", 0),
        lambda p: cards.remove_cards(p, ["Review", "Checkout"]),
        lambda p: cards.add_cards(p, "Buy", "Online", 0, ["New", "Newer"]),
        lambda p: axes.move_stage(p, "Buy", 0),
        lambda p: axes.move_segment(p, "Shop", 0),
        lambda p: axes.remove_stages(p, ["Discover"]),
        lambda p: axes.remove_segments(p, ["Online"]),
        lambda p: axes.add_segment(p, p.maps()[0].id, 1, "Middle"),
    ],
)
def test_a_tree_that_follows_an_edit_equals_a_fresh_one(
    model: OutlineModel, small: tuple[Project, str], edit: object
) -> None:
    project, map = small
    change = edit(project)  # type: ignore[operator]
    assert change
    for state in (project.apply(change), project):
        model.show_map(state, map)
        fresh = OutlineModel()
        fresh.show_map(state, map)
        assert tree(model) == tree(fresh)


def test_lines_that_stay_are_not_made_anew(model: OutlineModel, small: tuple[Project, str]) -> None:
    project, map = small
    kept = model.index_of(("card", "Receipt"))
    change = cards.remove_cards(project, ["Advert"])
    assert change
    model.show_map(project.apply(change), map)
    assert model.index_of(("card", "Receipt")) == kept
    assert model.index_of(("card", "Review")).row() == 0


# In the window


@pytest.fixture
def hands(window: Window, tmp_path: Path, qtbot: QtBot) -> Hands:
    window.open_path(save_template(tmp_path / "Shop.journey"))
    hands = Hands(window, qtbot)
    hands.key(Key.Key_O, CTRL | SHIFT)
    return hands


def test_arrows_walk_and_the_map_follows(hands: Hands) -> None:
    view = hands.workspace.outline.tree
    assert QApplication.focusWidget() is view
    hands.key(Key.Key_Down)
    hands.key(Key.Key_Down)
    hands.key(Key.Key_Down)
    first = hands.project.placements(hands.workspace.map)[0]
    assert hands.workspace.selection == (("card", first.id),) or hands.workspace.selection
    hands.key(Key.Key_Home)
    segment = hands.project.segments(hands.workspace.map)[0]
    assert hands.workspace.selection == (("segment", segment.id),)
    hands.key(Key.Key_Down)
    stage = hands.project.stages(hands.workspace.map)[0]
    assert hands.workspace.selection == (("cell", stage.id, segment.id),)
    hands.key(Key.Key_Down)
    assert hands.workspace.selection == (("card", first.id),)


def test_the_tree_follows_the_map(hands: Hands) -> None:
    view = hands.workspace.outline.tree
    view.collapseAll()
    card = hands.project.placements(hands.workspace.map)[-1]
    hands.click(("card", card.id))
    assert view.outline.key_of(view.currentIndex()) == ("card", card.id)
    assert view.visualRect(view.currentIndex()).isValid()
    assert [view.outline.key_of(index) for index in view.selectedIndexes()] == [("card", card.id)]


def test_f2_renames_enter_edits_delete_removes(hands: Hands) -> None:
    card = hands.project.placements(hands.workspace.map)[0]
    view = hands.workspace.outline.tree
    hands.workspace.canvas.select([("card", card.id)])
    hands.key(Key.Key_F2)
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    hands.enter("Another name")
    hands.qtbot.waitUntil(lambda: hands.touchpoint(card).name == "Another name")
    assert view.currentIndex().data() == "Another name"
    view.setFocus()
    hands.key(Key.Key_Return)
    assert hands.workspace.inspector.isAncestorOf(QApplication.focusWidget())
    view.setFocus()
    hands.key(Key.Key_Delete)
    assert hands.project.find(Placement, card.id) is None
    assert view.hasFocus()


def test_a_stage_is_renamed_in_any_segment(hands: Hands) -> None:
    stage = hands.project.stages(hands.workspace.map)[1]
    segment = hands.project.segments(hands.workspace.map)[2]
    hands.workspace.canvas.select([("cell", stage.id, segment.id)])
    hands.key(Key.Key_F2)
    hands.enter("Knowing")
    hands.qtbot.waitUntil(lambda: hands.project.get(Stage, stage.id).name == "Knowing")


def test_what_is_open_stays_open(hands: Hands) -> None:
    view = hands.workspace.outline.tree
    one, two = hands.project.segments(hands.workspace.map)[:2]
    view.collapse(view.outline.index_of(("segment", one.id)))
    card = hands.project.placements(hands.workspace.map)[-1]
    hands.workspace.editor.remove([card.id])
    hands.workspace.editor.undo()
    assert not view.isExpanded(view.outline.index_of(("segment", one.id)))
    assert view.isExpanded(view.outline.index_of(("segment", two.id)))


def test_going_to_a_card_unfolds_it_on_the_map(hands: Hands) -> None:
    card = hands.project.placements(hands.workspace.map)[0]
    looking = hands.workspace.looking
    looking.change(folded=frozenset({card.segment, card.stage}))
    view = hands.workspace.outline.tree
    view.setCurrentIndex(view.outline.index_of(("card", card.id)))
    assert looking.look.folded == frozenset()


def test_a_screen_reader_finds_the_lines(hands: Hands) -> None:
    QAccessible.setActive(True)
    view = hands.workspace.outline.tree
    interface = QAccessible.queryAccessibleInterface(view)
    assert interface
    assert interface.text(QAccessible.Text.Name) == "Outline"
    assert interface.role() is QAccessible.Role.Tree
    names = [interface.child(i).text(QAccessible.Text.Name) for i in range(3)]
    QAccessible.setActive(False)
    assert any(name.startswith("Segment ") for name in names)


def test_its_key_hides_it_and_gives_the_keyboard_back(hands: Hands) -> None:
    hands.key(Key.Key_O, CTRL | SHIFT)
    assert hands.workspace.outline.isHidden()
    assert hands.canvas.hasFocus()
