"""Choosing things with mouse and keys, and walking over the map."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from journeyeditor.drawing.shapes import Key
from journeyeditor.model.edits import axes, cards
from journeyeditor.ui.canvas import DropMode
from tests.ui.canvas.desk import ALT, CTRL, MIDDLE, NONE, SHIFT, Desk, Key_


def current(desk: Desk) -> Key | None:
    return desk.canvas.selection.current


def test_a_click_selects_a_card_a_stage_a_segment_or_a_cell(desk: Desk) -> None:
    keys = [("card", "Prices"), ("stage", "Buy"), ("segment", "Shop"), ("cell", "Buy", "Online")]
    for key in keys:
        desk.click(desk.at(*key))
        assert desk.canvas.selected_keys() == (key,)
    assert len(desk.heard("selection_changed")) == len(keys)
    desk.click(QPoint(980, 690))
    assert desk.canvas.selected_keys() == ()


def test_control_toggles_and_shift_takes_all_between(desk: Desk) -> None:
    desk.click(desk.card("Advert"))
    desk.click(desk.card("Prices"), SHIFT)
    assert desk.canvas.selected_cards() == ("Advert", "Review", "Newsletter", "Prices")
    desk.click(desk.card("Review"), CTRL)
    desk.click(desk.card("Receipt"), CTRL)
    assert desk.canvas.selected_cards() == ("Advert", "Newsletter", "Prices", "Receipt")
    desk.click(desk.at("stage", "Buy"))
    desk.click(desk.card("Review"), CTRL)
    assert desk.canvas.selected_keys() == (("card", "Review"),)


def test_a_click_on_one_of_several_selects_it_alone(desk: Desk) -> None:
    desk.canvas.select_all()
    desk.click(desk.card("Prices"))
    assert desk.canvas.selected_cards() == ("Prices",)


def test_a_marquee_selects_what_it_touches_and_shift_adds(desk: Desk) -> None:
    desk.drag(desk.at("cell", "Compare", "Online", x=0.9, y=0.95), desk.card("Prices", x=0.3))
    assert desk.canvas.selected_cards() == ("Prices",)
    assert len(desk.heard("selection_changed")) == 1
    empty = desk.at("cell", "Compare", "Shop", y=0.9)
    desk.drag(empty, desk.card("Receipt", y=0.6), SHIFT)
    assert desk.canvas.selected_cards() == ("Prices", "Receipt")
    desk.drag(empty, empty + QPoint(20, 10))
    assert desk.canvas.selected_cards() == ()


def test_escape_takes_a_marquee_back(desk: Desk) -> None:
    desk.click(desk.card("Advert"))
    told = len(desk.heard("selection_changed"))
    desk.pull(desk.at("cell", "Compare", "Online", y=0.95), desk.card("Prices"))
    assert desk.canvas.selected_cards() == ("Prices",)
    desk.key(Key_.Key_Escape)
    desk.release(desk.card("Prices"))
    assert desk.canvas.selected_cards() == ("Advert",)
    assert len(desk.heard("selection_changed")) == told


def test_control_a_selects_every_card_and_escape_none(desk: Desk) -> None:
    desk.key(Key_.Key_A, CTRL)
    assert len(desk.canvas.selected_cards()) == 6
    desk.key(Key_.Key_Escape)
    assert desk.canvas.selected_keys() == ()


def test_arrows_walk_cards_cells_header_and_rail(desk: Desk) -> None:
    desk.click(desk.card("Review"))
    way = [
        (Key_.Key_Up, ("card", "Advert")),
        (Key_.Key_Up, ("stage", "Discover")),
        (Key_.Key_Right, ("stage", "Compare")),
        (Key_.Key_Down, ("card", "Prices")),
        (Key_.Key_Down, ("cell", "Compare", "Shop")),
        (Key_.Key_Right, ("card", "Checkout")),
        (Key_.Key_Down, ("card", "Receipt")),
        (Key_.Key_Down, ("card", "Receipt")),
        (Key_.Key_Up, ("card", "Checkout")),
        (Key_.Key_Up, ("cell", "Buy", "Online")),
        (Key_.Key_Left, ("card", "Prices")),
        (Key_.Key_Left, ("card", "Advert")),
        (Key_.Key_Left, ("segment", "Online")),
        (Key_.Key_Down, ("segment", "Shop")),
        (Key_.Key_Right, ("cell", "Discover", "Shop")),
        (Key_.Key_Up, ("card", "Newsletter")),
    ]
    for key, reached in way:
        desk.key(key)
        assert current(desk) == reached
        assert desk.canvas.selected_keys() == (reached,)


def test_shift_with_an_arrow_selects_one_card_more(desk: Desk) -> None:
    desk.click(desk.card("Advert"))
    desk.key(Key_.Key_Down, SHIFT)
    assert desk.canvas.selected_cards() == ("Advert", "Review")


def test_a_card_that_is_moved_by_keys_stays_in_view(desk: Desk) -> None:
    desk.live()
    desk.canvas.resize(420, 360)
    desk.click(desk.card("Advert"))
    desk.key(Key_.Key_Up)
    desk.key(Key_.Key_Down)
    desk.key(Key_.Key_Right, ALT)
    desk.key(Key_.Key_Right, ALT)
    assert desk.names("Buy", "Online") == ["Advert"]
    shown = desk.canvas.view.panes.to_canvas(desk.canvas.view.place_of(("card", "Advert")))
    assert desk.canvas.view.panes.body.contains(shown.toRect())


def test_from_above_one_comes_to_the_nearest_of_cards_side_by_side(desk: Desk) -> None:
    desk.perform(axes.set_stage_width(desk.project, "Buy", 300))
    desk.perform(cards.move_cards(desk.project, ["Advert", "Review"], "Buy", "Online", 0))
    desk.click(desk.card("Review"))
    desk.key(Key_.Key_Down)
    assert current(desk) == ("card", "Receipt")
    desk.key(Key_.Key_Up)
    assert current(desk) == ("card", "Review")


def test_where_cards_stand_side_by_side_arrows_follow_the_eye(desk: Desk) -> None:
    desk.perform(axes.set_stage_width(desk.project, "Discover", 300))
    desk.click(desk.card("Advert"))
    for key, reached in (
        (Key_.Key_Right, "Review"),
        (Key_.Key_Down, "Newsletter"),
        (Key_.Key_Up, "Advert"),
        (Key_.Key_Right, "Review"),
        (Key_.Key_Right, "Prices"),
        (Key_.Key_Left, "Review"),
    ):
        desk.key(key)
        assert current(desk) == ("card", reached)


def test_tab_goes_on_in_reading_order_and_leaves_at_the_end(qtbot: QtBot, desk: Desk) -> None:
    order = [("stage", "Discover"), ("stage", "Compare"), ("stage", "Buy"), ("segment", "Online")]
    for key in [*order, ("card", "Advert"), ("card", "Review")]:
        desk.key(Key_.Key_Tab)
        assert current(desk) == key
    desk.key(Key_.Key_Backtab, SHIFT)
    assert current(desk) == ("card", "Advert")
    desk.canvas.select([("card", "Receipt")])
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    layout.addWidget(desk.canvas)
    after = QLineEdit()
    layout.addWidget(after)
    window.resize(1000, 760)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    desk.canvas.setFocus()
    desk.key(Key_.Key_Tab)
    assert QApplication.focusWidget() is after
    desk.canvas.setParent(None)


def test_walking_brings_what_it_reaches_into_view(desk: Desk) -> None:
    desk.canvas.resize(420, 360)
    desk.click(desk.card("Advert"))
    desk.key(Key_.Key_Right)
    desk.key(Key_.Key_Right)
    shown = desk.canvas.view.panes.to_canvas(desk.canvas.view.place_of(current(desk)))
    assert desk.canvas.view.panes.body.contains(shown.toRect())


@pytest.mark.parametrize(
    ("card", "key", "place"),
    [
        ("Review", Key_.Key_Up, ("Discover", "Online", 0)),
        ("Review", Key_.Key_Down, ("Discover", "Online", 3)),
        ("Newsletter", Key_.Key_Down, ("Discover", "Shop", 0)),
        ("Advert", Key_.Key_Right, ("Compare", "Online", 0)),
        ("Newsletter", Key_.Key_Right, ("Compare", "Online", 1)),
        ("Checkout", Key_.Key_Up, ("Buy", "Online", 0)),
        ("Checkout", Key_.Key_Left, ("Compare", "Shop", 0)),
    ],
)
def test_alt_with_arrows_moves_a_card(
    desk: Desk, card: str, key: Qt.Key, place: tuple[str, str, int]
) -> None:
    desk.canvas.select([("card", card)])
    desk.key(key, ALT)
    assert desk.heard() == [("cards_dropped", [card], *place, DropMode.MOVE)]


def test_alt_with_arrows_moves_several_and_stops_at_the_end(desk: Desk) -> None:
    desk.live()
    desk.canvas.select([("card", "Advert"), ("card", "Review")])
    desk.key(Key_.Key_Down, ALT)
    assert desk.names("Discover", "Online") == ["Newsletter", "Advert", "Review"]
    assert desk.canvas.selected_cards() == ("Advert", "Review")
    desk.canvas.select([("card", "Receipt")])
    told = len(desk.heard())
    desk.key(Key_.Key_Right, ALT)
    desk.key(Key_.Key_Down, ALT)
    assert len(desk.heard()) == told


def test_alt_with_arrows_moves_stages_and_segments(desk: Desk) -> None:
    desk.canvas.select([("stage", "Compare")])
    desk.key(Key_.Key_Left, ALT)
    desk.key(Key_.Key_Right, ALT)
    desk.key(Key_.Key_Down, ALT)
    desk.canvas.select([("segment", "Online")])
    desk.key(Key_.Key_Down, ALT)
    desk.key(Key_.Key_Up, ALT)
    assert desk.heard() == [
        ("stage_dropped", "Compare", 0),
        ("stage_dropped", "Compare", 3),
        ("segment_dropped", "Online", 2),
    ]


def test_the_current_cell_is_where_new_cards_go(desk: Desk) -> None:
    canvas = desk.canvas
    for key, place in (
        (("card", "Review"), ("Discover", "Online", 2)),
        (("cell", "Discover", "Online"), ("Discover", "Online", 3)),
        (("stage", "Buy"), ("Buy", "Online", 0)),
        (("segment", "Shop"), ("Discover", "Shop", 0)),
    ):
        canvas.select([key])
        assert canvas.current_cell() == place
    canvas.select([])
    assert canvas.current_cell() == ("Discover", "Online", 3)


def test_the_selection_survives_an_edit_and_forgets_what_went(desk: Desk) -> None:
    desk.canvas.select([("card", "Advert"), ("card", "Review")])
    desk.perform(cards.remove_cards(desk.project, ["Review"]))
    assert desk.canvas.selected_cards() == ("Advert",)
    assert current(desk) == ("card", "Advert")
    assert desk.said[-1] == ("selection_changed",)


def test_a_right_click_selects_and_asks_for_the_menu(desk: Desk, qtbot: QtBot) -> None:
    from PySide6.QtGui import QContextMenuEvent

    desk.canvas.select([("card", "Advert"), ("card", "Review")])
    for point, key, selected in (
        (desk.card("Review"), ("card", "Review"), 2),
        (desk.card("Prices"), ("card", "Prices"), 1),
    ):
        place = desk.canvas.mapToGlobal(point)
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, place)
        QApplication.sendEvent(desk.canvas, event)
        assert desk.heard()[-1] == ("menu_requested", key, place)
        assert len(desk.canvas.selected_keys()) == selected


def test_a_point_of_the_curve_stands_for_its_card(desk: Desk) -> None:
    ring = desk.canvas.view.ground.ring_of(("card", "Prices"))
    assert ring
    from PySide6.QtCore import QRectF

    point = desk.canvas.view.panes.to_canvas(QRectF(ring.x, ring.y, 0, 0)).topLeft().toPoint()
    desk.click(point)
    assert desk.canvas.selected_cards() == ("Prices",)


def test_space_and_the_middle_button_pan(desk: Desk) -> None:
    desk.canvas.resize(500, 400)
    panes = desk.canvas.view.panes
    panes.scroll_to(100, 80)
    at = QPoint(350, 300)
    before = panes.to_map(at.toPointF())
    QTest.mousePress(desk.canvas, MIDDLE, NONE, at)
    desk.move(at + QPoint(30, 20), button=MIDDLE)
    QTest.mouseRelease(desk.canvas, MIDDLE, NONE, at + QPoint(30, 20))
    assert panes.to_map((at + QPoint(30, 20)).toPointF()) == before
    QTest.keyPress(desk.canvas, Key_.Key_Space)
    assert desk.canvas.cursor().shape() is Qt.CursorShape.OpenHandCursor
    desk.drag(at, at - QPoint(30, 20))
    QTest.keyRelease(desk.canvas, Key_.Key_Space)
    assert panes.to_map(at.toPointF()) == before
    assert desk.heard() == []
    assert desk.canvas.cursor().shape() is Qt.CursorShape.ArrowCursor


def test_what_takes_the_place_of_a_removed_card_is_selected(desk: Desk) -> None:
    desk.click(desk.card("Review"))
    desk.perform(cards.remove_cards(desk.canvas.view.project, ["Review"]))
    assert desk.canvas.selected_cards() == ("Newsletter",)
    desk.perform(cards.remove_cards(desk.canvas.view.project, ["Newsletter"]))
    assert desk.canvas.selected_cards() == ("Advert",)
    desk.perform(cards.remove_cards(desk.canvas.view.project, ["Advert"]))
    assert desk.canvas.selected_keys() == (("cell", "Discover", "Online"),)
    assert desk.canvas.current_cell() == ("Discover", "Online", 0)


def test_far_away_a_selected_card_leaves_its_cell_s_number_to_be_read(desk: Desk) -> None:
    desk.canvas.set_zoom(0.2)
    before = desk.picture()
    desk.canvas.select([("card", "Review")])
    after = desk.picture()
    place = desk.canvas.view.place_of(("cell", "Discover", "Online"))
    assert place is not None
    cell = desk.canvas.view.panes.to_canvas(place).toAlignedRect()
    inside = cell.adjusted(4, 4, -4, -4)
    assert inside.height() > 10
    assert after.copy(cell) != before.copy(cell)
    assert after.copy(inside) == before.copy(inside)
