"""What a screen reader finds, and what it is told."""

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface
from pytestqt.qtbot import QtBot

from journeyeditor.model.edits import cards
from tests.ui.canvas.desk import ALT, Desk, Key_
from tests.ui.listening import announcements

NAME = QAccessible.Text.Name


@pytest.fixture(autouse=True)
def _listening() -> Iterator[None]:
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def tree(desk: Desk) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(desk.canvas)
    assert found
    return found


def children(desk: Desk) -> dict[str, QAccessibleInterface]:
    """The nodes by their names."""
    root = tree(desk)
    found = [root.child(i) for i in range(root.childCount())]
    return {child.text(NAME): child for child in found if child}


def test_every_node_is_a_named_child_in_reading_order(desk: Desk) -> None:
    root = tree(desk)
    assert root.role() is QAccessible.Role.List
    assert root.text(NAME) == "Journey map"
    told = [
        node for node in desk.canvas.view.ground.drawing.nodes
        if node.key[0] in ("stage", "segment", "cell", "card")
    ]  # fmt: skip
    assert root.childCount() == len(told) == 3 + 2 + 6 + 6
    for place, node in enumerate(told):
        child = root.child(place)
        assert child
        assert child.text(NAME) == node.name != ""
        assert child.parent() is root
        assert root.indexOfChild(child) == place
        corner = desk.canvas.mapToGlobal(desk.at(*node.key, x=0, y=0))
        assert child.rect().topLeft() == corner
    assert root.child(len(told)) is None


def test_roles_and_states(desk: Desk) -> None:
    desk.canvas.select([("card", "Advert")])
    found = children(desk)
    card = next(child for name, child in found.items() if name.startswith("Advert, Email"))
    assert card.role() is QAccessible.Role.ListItem
    state = card.state()
    assert (state.focusable, state.selectable, state.focused, state.selected) == (1, 1, 1, 1)
    other = next(child for name, child in found.items() if name.startswith("Review"))
    assert (other.state().focused, other.state().selected) == (0, 0)
    assert tree(desk).focusChild() is card


def test_the_node_under_a_point_of_the_screen(desk: Desk) -> None:
    place = desk.canvas.mapToGlobal(desk.card("Prices"))
    child = tree(desk).childAt(place.x(), place.y())
    assert child
    assert child.text(NAME).startswith("Prices")
    assert tree(desk).childAt(-5, -5) is None


def test_what_is_scrolled_away_says_so(desk: Desk) -> None:
    desk.canvas.resize(420, 300)
    found = children(desk)
    last = next(child for name, child in found.items() if name.startswith("Receipt"))
    assert last.state().offscreen
    assert not QRect(desk.canvas.mapToGlobal(QPoint()), desk.canvas.size()).contains(last.rect())


def test_a_node_that_went_is_invalid_and_nothing_breaks(desk: Desk) -> None:
    card = next(c for name, c in children(desk).items() if name.startswith("Review"))
    desk.perform(cards.remove_cards(desk.project, ["Review"]))
    assert not card.isValid()
    assert card.text(NAME) == ""
    assert card.rect() == QRect()
    assert tree(desk).indexOfChild(card) == -1
    assert tree(desk).childCount() == 16


def test_moves_are_announced(desk: Desk) -> None:
    desk.live()
    desk.canvas.select([("card", "Advert")])
    with announcements() as told:
        desk.key(Key_.Key_Right, ALT)
        desk.key(Key_.Key_Down)
    assert told == ["Advert: Compare · Online, position 1"]


def test_canvases_come_and_go(qtbot: QtBot, desk: Desk) -> None:
    for _ in range(3):
        other = Desk((300, 200))
        root = QAccessible.queryAccessibleInterface(other.canvas)
        assert root
        assert root.child(0)
        other.canvas.select([("card", "Prices")])
        other.canvas.deleteLater()
        del other, root
        qtbot.wait(1)
        gc.collect()
    assert tree(desk).childCount() == 17
