"""What moves on the map is painted anew where it was, not only where it has come to."""

import pytest
from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtGui import QPaintEvent, QRegion
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from journeyeditor.model.change import Label
from journeyeditor.model.edits import cards
from journeyeditor.model.edits.records import set_fields
from journeyeditor.model.records import Placement, Touchpoint
from tests.ui.canvas.desk import Desk


class Painted(QObject):
    """Gathers what a widget paints."""

    def __init__(self, widget: QObject) -> None:
        super().__init__()
        self.region = QRegion()
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.region = self.region.united(event.region())
        return False


@pytest.fixture
def seen(desk: Desk, qtbot: QtBot) -> Desk:
    """A cell of three cards, in a row that is as high as another cell."""
    for _ in range(4):
        desk.perform(cards.add_card(desk.project, "Buy", "Online", 0, "Another"))
    for index, name in enumerate(("A name of so many words that it takes three lines", "Under")):
        desk.perform(cards.add_card(desk.project, "Compare", "Online", index, name))
    desk.canvas.show()
    QTest.qWaitForWindowExposed(desk.canvas)
    qtbot.wait(50)
    return desk


def place(desk: Desk, name: str) -> QRect:
    """Where a card is in the body's viewport."""
    body = desk.canvas.view.panes._body
    [card] = [
        card.id
        for card in desk.project.all(Placement)
        if desk.project.get(Touchpoint, card.touchpoint).name == name
    ]
    node = desk.canvas.view.ground.drawing.find(("card", card))
    assert node
    polygon = body.mapFromScene(node.x, node.y, node.width, node.height)
    return polygon.boundingRect()


def test_where_a_card_was_is_painted_anew(seen: Desk, qtbot: QtBot) -> None:
    before = place(seen, "Under")
    painted = Painted(seen.canvas.view.panes._body.viewport())
    [long] = [t for t in seen.project.all(Touchpoint) if t.name.startswith("A name")]
    seen.perform(set_fields(seen.project, Touchpoint, [long.id], Label("Rename"), name="Short"))
    qtbot.wait(50)
    after = place(seen, "Under")
    assert after.top() < before.top()
    assert painted.region.intersected(before) == QRegion(before)
    assert painted.region.intersected(after) == QRegion(after)
