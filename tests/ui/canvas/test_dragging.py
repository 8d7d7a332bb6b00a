"""Cards on their way: where they land, how, and that nothing happens before they do."""

import json

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeyeditor.drawing.shapes import Node, Text
from journeyeditor.drawing.theme import LIGHT
from journeyeditor.model.edits import axes
from journeyeditor.ui.canvas import DropMode
from journeyeditor.ui.canvas.ghost import Ghost, Tag
from tests.ui.canvas.desk import ALT, CTRL, NONE, SHIFT, Desk, Key_


def dropped(desk: Desk) -> tuple[object, ...]:
    """The one thing that was reported."""
    [said] = desk.heard()
    return said[1:]


def test_a_card_moves_within_its_cell(desk: Desk) -> None:
    desk.drag(desk.card("Advert"), desk.card("Newsletter", y=0.3))
    assert dropped(desk) == (["Advert"], "Discover", "Online", 2, DropMode.MOVE)


def test_a_card_moves_to_another_cell_before_and_after_a_card(desk: Desk) -> None:
    desk.drag(desk.card("Advert"), desk.card("Prices", y=0.2))
    desk.drag(desk.card("Advert"), desk.card("Prices", y=0.8))
    first, second = desk.heard()
    assert first[1:] == (["Advert"], "Compare", "Online", 0, DropMode.MOVE)
    assert second[1:] == (["Advert"], "Compare", "Online", 1, DropMode.MOVE)


def test_a_card_moves_to_an_empty_cell_and_onto_the_curve_below_one(desk: Desk) -> None:
    desk.drag(desk.card("Advert"), desk.at("cell", "Compare", "Shop"))
    curve = desk.at("curve", "Online")
    desk.drag(desk.card("Advert"), QPoint(desk.card("Prices").x(), curve.y()))
    first, second = desk.heard()
    assert first[1:] == (["Advert"], "Compare", "Shop", 0, DropMode.MOVE)
    assert second[1:] == (["Advert"], "Compare", "Online", 1, DropMode.MOVE)


def test_several_cards_go_together_in_reading_order(desk: Desk) -> None:
    desk.click(desk.card("Checkout"))
    desk.click(desk.card("Advert"), CTRL)
    desk.drag(desk.card("Checkout"), desk.at("cell", "Compare", "Shop"))
    assert dropped(desk) == (["Advert", "Checkout"], "Compare", "Shop", 0, DropMode.MOVE)


def test_modifiers_choose_between_move_copy_and_link(desk: Desk) -> None:
    for modifiers in (CTRL, CTRL | SHIFT, ALT):
        desk.drag(desk.card("Advert"), desk.card("Prices", y=0.8), modifiers)
    modes = [said[5] for said in desk.heard()]
    assert modes == [DropMode.COPY, DropMode.LINK, DropMode.LINK]


def test_the_tag_follows_the_modifiers_while_the_pointer_rests(desk: Desk) -> None:
    desk.pull(desk.card("Advert"), desk.card("Prices"))
    tag = desk.canvas.findChild(Tag)
    assert tag.text == "Move"
    QTest.keyPress(desk.canvas, Key_.Key_Control)
    assert tag.text == "Copy"
    QTest.keyPress(desk.canvas, Key_.Key_Shift, CTRL)
    assert tag.text == "Link"
    QTest.keyRelease(desk.canvas, Key_.Key_Shift, CTRL | SHIFT)
    QTest.keyRelease(desk.canvas, Key_.Key_Control, CTRL)
    assert tag.text == "Move"


def test_nothing_moves_before_the_drop_and_the_place_is_shown(desk: Desk) -> None:
    view = desk.canvas.view
    before = view.ground.drawing
    desk.pull(desk.card("Advert"), desk.card("Prices", y=0.8))
    assert view.ground.drawing is before
    assert desk.heard() == []
    assert view.target.isVisible()
    assert view.target.cell == view.ground.cells["Compare", "Online"].node
    advert, review = (view.items.find(("card", name)) for name in ("Advert", "Review"))
    assert advert
    assert advert.opacity() == 0.38
    assert review
    assert review.opacity() == 1.0
    ghost = desk.canvas.findChild(Ghost)
    assert ghost.isVisible()
    assert "Move Advert to Compare · Online, position 2" in desk.hint
    heads = (view.items.find(("stage", "Compare")), view.items.find(("segment", "Online")))
    for head in heads:
        assert head
        assert any(s.colour == LIGHT.accent_text for s in texts_of(head.node))


def test_the_sentence_counts_the_place_without_the_card_itself(desk: Desk) -> None:
    desk.pull(desk.card("Advert"), desk.card("Newsletter", y=0.9))
    assert "Move Advert to Discover · Online, position 3" in desk.hint
    desk.move(desk.card("Newsletter", y=0.9), CTRL)
    assert "Copy Advert to Discover · Online, position 4" in desk.hint


def test_a_copy_leaves_the_card_as_it_is(desk: Desk) -> None:
    desk.pull(desk.card("Advert"), desk.card("Prices"), CTRL)
    item = desk.canvas.view.items.find(("card", "Advert"))
    assert item
    assert item.opacity() == 1.0


def test_escape_cancels_and_leaves_no_trace(desk: Desk) -> None:
    before = desk.picture()
    desk.pull(desk.card("Advert"), desk.card("Prices"))
    assert desk.picture() != before
    desk.key(Key_.Key_Escape)
    desk.release(desk.card("Prices"))
    desk.canvas.select([])
    desk.canvas.pointer.leave()
    assert desk.heard() == []
    assert desk.hint == ""
    assert desk.picture() == before


def test_a_drop_beside_the_cells_does_nothing(desk: Desk) -> None:
    for place in (desk.at("stage", "Buy"), desk.at("segment", "Shop"), QPoint(960, 680)):
        desk.drag(desk.card("Advert"), place)
    assert desk.heard() == []


def test_a_drop_outside_the_canvas_is_reported_with_its_place(desk: Desk) -> None:
    desk.drag(desk.card("Advert"), QPoint(500, 760))
    [said] = desk.heard()
    assert said == (
        "cards_dropped_outside",
        ["Advert"],
        desk.canvas.mapToGlobal(QPoint(500, 760)),
    )


def test_a_short_tremble_is_a_click(desk: Desk) -> None:
    reach = QApplication.startDragDistance()
    start = desk.card("Advert")
    desk.press(start)
    desk.move(start + QPoint(reach - 1, 0))
    assert not desk.canvas.findChild(Ghost)
    desk.release(start + QPoint(reach - 1, 0))
    assert desk.heard() == []
    assert desk.canvas.selected_cards() == ("Advert",)


def test_near_an_edge_the_map_scrolls_by_itself(desk: Desk, qtbot: QtBot) -> None:
    desk.canvas.resize(520, 420)
    panes = desk.canvas.view.panes
    left, top = panes.to_map(QPointF(300, 300)).toTuple()
    body = panes.body
    desk.pull(desk.card("Advert"), QPoint(body.right() - 5, body.bottom() - 5))
    qtbot.waitUntil(lambda: panes.to_map(QPointF(300, 300)).x() > left + 100)
    assert panes.to_map(QPointF(300, 300)).y() > top
    desk.move(QPoint(300, 250))
    place = panes.to_map(QPointF(300, 300))
    qtbot.wait(60)
    assert panes.to_map(QPointF(300, 300)) == place
    desk.key(Key_.Key_Escape)


def test_cards_side_by_side_take_another_between_them(desk: Desk) -> None:
    desk.perform(axes.set_stage_width(desk.project, "Discover", 300))
    first, second = desk.card("Advert"), desk.card("Review")
    assert first.y() == second.y()
    between = QPoint((first.x() + second.x()) // 2, first.y())
    desk.drag(desk.card("Prices"), between)
    desk.drag(desk.card("Prices"), desk.card("Newsletter", x=1.6))
    one, other = desk.heard()
    assert one[1:] == (["Prices"], "Discover", "Online", 1, DropMode.MOVE)
    assert other[1:] == (["Prices"], "Discover", "Online", 3, DropMode.MOVE)


def test_cards_go_by_far_zooms_and_over_frozen_heads_too(desk: Desk) -> None:
    desk.canvas.set_zoom(0.4)
    desk.picture()
    desk.drag(desk.card("Advert"), desk.at("cell", "Compare", "Shop"))
    assert dropped(desk)[1:4] == ("Compare", "Shop", 0)


def payload(ids: object, kind: str = "application/x-journeyeditor-touchpoints") -> QMimeData:
    data = QMimeData()
    data.setData(kind, json.dumps(ids).encode())
    return data


def carry(desk: Desk, data: QMimeData, point: QPoint, *, drop: bool = True) -> bool:
    """Drag something from elsewhere over the canvas; whether it was welcome."""
    action, button = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(point, action, data, button, NONE)
    QApplication.sendEvent(desk.canvas, enter)
    QApplication.sendEvent(desk.canvas, QDragMoveEvent(point, action, data, button, NONE))
    if drop:
        QApplication.sendEvent(desk.canvas, QDropEvent(QPointF(point), action, data, button, NONE))
    return enter.isAccepted()


def test_touchpoints_from_the_tray_land_where_the_line_shows(desk: Desk) -> None:
    over = desk.card("Prices", y=0.9)
    assert carry(desk, payload(["t-Advert", "t-Review"]), over, drop=False)
    assert desk.canvas.view.target.isVisible()
    assert desk.hint.startswith("Place in Compare · Online, position 2")
    carry(desk, payload(["t-Advert", "t-Review"]), over)
    assert desk.heard() == [
        ("touchpoints_dropped", ["t-Advert", "t-Review"], "Compare", "Online", 1)
    ]
    assert not desk.canvas.view.target.isVisible()


def test_what_leaves_again_leaves_no_trace(desk: Desk) -> None:
    carry(desk, payload(["t-Advert"]), desk.card("Prices"), drop=False)
    QApplication.sendEvent(desk.canvas, QDragLeaveEvent())
    assert not desk.canvas.view.target.isVisible()
    assert desk.hint == ""


def test_strange_things_are_not_taken(desk: Desk) -> None:
    place = desk.card("Prices")
    assert not carry(desk, payload(["t-Advert"], "text/plain"), place, drop=False)
    for ids in (["nobody"], "t-Advert", [3], []):
        carry(desk, payload(ids), place)
    carry(desk, payload(["t-Advert"]), desk.at("stage", "Buy"))
    assert desk.heard() == []


def texts_of(node: Node) -> list[Text]:
    return [shape for shape in node.shapes if isinstance(shape, Text)]


def test_keys_belong_to_a_drag_while_it_goes_on(desk: Desk) -> None:
    """Else Alt, let go, would open the menu bar, which would swallow the next Escape."""

    def taken() -> bool:
        event = QKeyEvent(QKeyEvent.Type.ShortcutOverride, Key_.Key_Alt, ALT)
        event.ignore()
        QApplication.sendEvent(desk.canvas, event)
        return event.isAccepted()

    assert not taken()
    desk.pull(desk.card("Advert"), desk.card("Prices"))
    assert taken()
    desk.key(Key_.Key_Escape)
    assert not taken()
