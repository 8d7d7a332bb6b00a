"""What is seen: the drawing at its places, at every zoom, under heads that stay."""

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QNativeGestureEvent, QPointingDevice
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeyeditor.drawing.layout import LayoutOptions, Level, lay_out
from journeyeditor.drawing.theme import DARK, LIGHT
from journeyeditor.model.change import Label
from journeyeditor.model.edits import axes, cards
from journeyeditor.model.edits.records import set_fields
from journeyeditor.model.records import Touchpoint
from journeyeditor.ui.canvas.canvas import MapCanvas
from journeyeditor.ui.canvas.items import NodeItem, NodeItems
from journeyeditor.ui.canvas.levels import level_at
from tests.ui.canvas.desk import CTRL, SHIFT, Desk, Key_, small_map


def item(desk: Desk, *key: str) -> NodeItem:
    found = desk.canvas.view.items.find(key)
    assert found
    return found


def assert_shown(desk: Desk) -> None:
    """Every node of the drawing has its item, at its place, and there are no others."""
    options = desk.canvas.view.options
    drawing = lay_out(desk.project, desk.map, options)
    assert len(desk.canvas.view.items) == len(drawing.nodes)
    for node in drawing.nodes:
        shown = item(desk, *node.key)
        assert shown.scenePos() == QPointF(node.x, node.y)
        assert shown.rect() == QRectF(0, 0, node.width, node.height)


def test_items_are_made_when_they_come_into_view(desk: Desk, qtbot: QtBot) -> None:
    canvas, items = small_canvas(desk, qtbot)
    assert items.find(("card", "Advert"))
    assert not items.find(("card", "Checkout"))
    items.fade([("card", "Checkout")], 0.25)
    moved = cards.move_cards(desk.project, ["Advert"], "Buy", "Shop", 0)
    assert moved
    canvas.show_map(desk.project.apply(moved), desk.map)
    assert not items.find(("card", "Checkout"))
    canvas.view.panes.scroll_to(0, 9999)
    checkout, advert = items.find(("card", "Checkout")), items.find(("card", "Advert"))
    assert checkout
    assert advert
    assert (checkout.opacity(), advert.opacity()) == (0.25, 1.0)
    assert advert.parentItem() is checkout.parentItem()


def small_canvas(desk: Desk, qtbot: QtBot) -> tuple[MapCanvas, NodeItems]:
    """Another canvas on the desk's map, too low to show all of it."""
    canvas = MapCanvas(lambda sha256: b"")
    qtbot.addWidget(canvas)
    canvas.resize(1000, 250)
    canvas.show_map(desk.project, desk.map)
    canvas.show()
    return canvas, canvas.view.items


def test_items_stand_where_the_drawing_says_also_after_edits(desk: Desk) -> None:
    desk.canvas.zoom_to_fit()
    assert_shown(desk)
    kept = item(desk, "card", "Checkout")
    desk.perform(cards.move_cards(desk.project, ["Advert"], "Buy", "Shop", 1))
    assert_shown(desk)
    desk.perform(cards.add_card(desk.project, "Compare", "Online", 0, "A name of many words"))
    assert_shown(desk)
    desk.perform(axes.move_segment(desk.project, "Online", 2))
    assert_shown(desk)
    assert item(desk, "card", "Checkout") is kept
    desk.perform(axes.remove_segments(desk.project, ["Shop"]))
    assert_shown(desk)


def test_words_are_painted_in_their_place(desk: Desk) -> None:
    picture = desk.picture()
    title = desk.at("card", "Prices", x=0.1, y=0.3), desk.at("card", "Prices", x=0.6, y=0.5)
    bare = desk.at("card", "Prices", x=0.5, y=0.6), desk.at("card", "Prices", x=0.6, y=0.7)
    assert darkness(picture, *title) > 40
    assert darkness(picture, *bare) == 0


def darkness(picture: QImage, first: QPoint, last: QPoint) -> int:
    """How many pixels of a rectangle are dark."""
    return sum(
        picture.pixelColor(x, y).lightness() < 110
        for x in range(first.x(), last.x())
        for y in range(first.y(), last.y())
    )


@pytest.mark.parametrize("zoom", [1.0, 0.9, 1.37, 2.0])
def test_edges_are_one_sharp_pixel_at_every_zoom(desk: Desk, zoom: float) -> None:
    desk.canvas.set_zoom(zoom)
    desk.canvas.view.panes.scroll_to(0, 0)
    picture = desk.picture()
    left, row = desk.at("card", "Advert", x=0, y=0.5), []
    for x in range(left.x() - 3, left.x() + 4):
        row.append(picture.pixelColor(x, left.y()).name().upper())
    assert row.count(LIGHT.line_card) == 1
    place = row.index(LIGHT.line_card)
    assert set(row[:place]) == {LIGHT.canvas}
    assert set(row[place + 1 :]) == {LIGHT.card}


def test_header_rail_and_corner_stay_while_the_body_scrolls(desk: Desk) -> None:
    desk.canvas.resize(500, 420)
    panes = desk.canvas.view.panes
    before, stage, segment = desk.picture(), desk.at("stage", "Buy"), desk.at("segment", "Shop")
    panes.scroll_by(90, 70)
    after = desk.picture()
    assert desk.at("stage", "Buy") == stage - QPoint(90, 0)
    assert desk.at("segment", "Shop") == segment - QPoint(0, 70)
    left, top = panes.body.left(), panes.body.top()
    assert after.copy(0, 0, left, top) == before.copy(0, 0, left, top)
    height = 200
    assert after.copy(0, top, left, height) == before.copy(0, top + 70, left, height)
    beside = left + 1  # the rail's edge is drawn over what scrolls
    assert after.copy(beside, 0, 150, top) == before.copy(beside + 90, 0, 150, top)
    edge = {after.pixelColor(left, y).name().upper() for y in range(after.height() - 20)}
    assert edge == {LIGHT.line_strong}


def test_hits_are_right_in_the_frozen_parts(desk: Desk) -> None:
    desk.canvas.resize(500, 420)
    desk.canvas.view.panes.scroll_by(150, 120)
    stage = desk.at("stage", "Compare")
    desk.click(stage)
    assert desk.canvas.selected_keys() == (("stage", "Compare"),)
    covered = desk.at("card", "Advert")
    assert not desk.canvas.view.panes.body.contains(covered)
    assert desk.canvas.view.key_at(covered.toPointF()) != ("card", "Advert")


def test_heads_that_would_take_half_the_view_scroll_with_the_map(desk: Desk) -> None:
    desk.canvas.resize(400, 300)
    desk.canvas.set_zoom(3.0)
    body = desk.canvas.view.panes.body
    assert body.left() == 0
    desk.canvas.set_zoom(1.0)
    assert desk.canvas.view.panes.body.left() == 192


@pytest.mark.parametrize(
    ("zoom", "present", "level"),
    [
        (1.0, Level.SUMMARY, Level.FULL),
        (0.8, Level.SUMMARY, Level.FULL),
        (0.799, Level.FULL, Level.FULL),
        (0.77, Level.FULL, Level.SUMMARY),
        (0.79, Level.SUMMARY, Level.SUMMARY),
        (0.62, Level.BRIEF, Level.SUMMARY),
        (0.61, Level.SUMMARY, Level.SUMMARY),
        (0.60, Level.SUMMARY, Level.BRIEF),
        (0.44, Level.BRIEF, Level.BRIEF),
        (0.43, Level.BRIEF, Level.OUTLINE),
        (0.2, Level.FULL, Level.HEAT),
    ],
)
def test_levels_change_with_the_zoom_but_do_not_flicker(
    zoom: float, present: Level, level: Level
) -> None:
    assert level_at(zoom, present) is level


def test_each_level_shows_its_own_drawing_at_the_same_places(desk: Desk) -> None:
    seen = set()
    levels = {0.7: Level.SUMMARY, 0.6: Level.BRIEF, 0.3: Level.OUTLINE, 0.15: Level.HEAT}
    for zoom, level in levels.items():
        desk.canvas.set_zoom(zoom)
        assert desk.canvas.view.level is level
        assert_shown(desk)
        picture = desk.picture().copy(0, 0, 130, 70)
        seen.add(bytes(picture.constBits()))
    assert len(seen) == 4


def test_a_chosen_detail_holds_at_every_zoom(desk: Desk) -> None:
    desk.canvas.set_look(detail=Level.OUTLINE)
    for zoom in (0.2, 1.0):
        desk.canvas.set_zoom(zoom)
        assert desk.canvas.view.level is Level.OUTLINE
    desk.canvas.set_look(detail=Level.SUMMARY)
    for zoom, level in ((1.0, Level.SUMMARY), (0.2, Level.BRIEF)):
        desk.canvas.set_zoom(zoom)
        assert desk.canvas.view.level is level


def test_zoom_stays_within_its_range_and_is_told(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.canvas.zoom_changed) as told:
        desk.canvas.set_zoom(9)
    assert told.args == [4.0]
    desk.canvas.set_zoom(0.001)
    assert desk.canvas.zoom == 0.05


def test_control_and_wheel_zoom_at_the_pointer(desk: Desk) -> None:
    desk.canvas.resize(520, 420)
    panes, point = desk.canvas.view.panes, QPoint(400, 300)
    under = panes.to_map(point.toPointF())
    for notches in (1, 2, -1):
        desk.wheel(notches, CTRL, at=point)
        after = panes.to_map(point.toPointF())
        assert (after - under).manhattanLength() < 2 / panes.scale
    assert desk.canvas.zoom > 1.2


def test_the_wheel_scrolls_and_with_shift_sideways(desk: Desk) -> None:
    desk.canvas.resize(520, 420)
    panes = desk.canvas.view.panes
    before = panes.to_map(QPointF(400, 300))
    desk.wheel(-1)
    assert panes.to_map(QPointF(400, 300)) - before == QPointF(0, 45)
    desk.wheel(-1, SHIFT)
    assert panes.to_map(QPointF(400, 300)) - before == QPointF(45, 45)


def test_keys_zoom_to_all_to_the_selection_and_to_100_percent(desk: Desk) -> None:
    desk.canvas.resize(520, 420)
    desk.key(Key_.Key_Exclam, SHIFT)
    view = desk.canvas.view
    whole = QRectF(0, 0, view.ground.drawing.width, view.ground.drawing.height)
    assert view.panes.to_canvas(whole).bottom() <= 421
    assert desk.canvas.zoom < 0.9
    desk.canvas.select([("card", "Receipt")])
    desk.key(Key_.Key_At, SHIFT)
    assert desk.canvas.zoom == pytest.approx(1.0, abs=0.4)
    place = view.place_of(("card", "Receipt"))
    assert place
    assert view.panes.body.contains(view.panes.to_canvas(place).toRect())
    desk.key(Key_.Key_0, CTRL)
    assert desk.canvas.zoom == 1.0


def test_after_a_hurried_zoom_all_becomes_sharp(desk: Desk) -> None:
    desk.picture()
    for _ in range(4):
        desk.wheel(1, CTRL, at=QPoint(300, 200))
    assert not desk.canvas.view.finished
    desk.canvas.grab()
    assert desk.canvas.view.rasters.unfinished
    hurried = desk.picture()
    assert not desk.canvas.view.rasters.unfinished
    desk.canvas.view.rasters.forget_all()
    assert desk.canvas.grab().toImage() == hurried


def test_the_same_view_has_the_same_pixels_however_one_came_there(desk: Desk) -> None:
    before = desk.picture()
    desk.canvas.set_zoom(0.5)
    desk.picture()
    desk.canvas.set_zoom(1.0)
    desk.canvas.view.panes.scroll_to(0, 0)
    assert desk.picture() == before


def test_another_theme_recolours_everything(desk: Desk) -> None:
    desk.canvas.set_look(LayoutOptions(theme=DARK))
    picture = desk.picture()
    assert picture.pixelColor(desk.at("card", "Advert", x=0.5, y=0.62)) == QColor(DARK.card)
    assert picture.pixelColor(desk.at("cell", "Buy", "Online", y=0.98)) == QColor(DARK.canvas)
    assert picture.pixelColor(980, 690) == QColor(DARK.window)


def test_an_empty_map_shows_its_hint(desk: Desk) -> None:
    project, map = small_map(stages=(), segments=())
    desk.canvas.show_map(project, map)
    hint = desk.canvas.view.ground.node(("hint",))
    assert hint
    assert hint.name == "No stages yet"
    ground = QColor(LIGHT.canvas)
    area = desk.picture().copy(QRect(desk.at("hint", x=0.1, y=0.1), desk.at("hint", x=0.9, y=0.9)))
    assert any(
        area.pixelColor(x, y) != ground for x in range(area.width()) for y in range(area.height())
    )


def test_another_map_begins_at_its_corner_with_nothing_selected(desk: Desk) -> None:
    desk.canvas.resize(500, 420)
    desk.canvas.view.panes.scroll_by(100, 100)
    desk.canvas.select([("card", "Advert")], reveal=False)
    other, map = small_map()
    desk.canvas.show_map(other, map)
    assert desk.canvas.selected_keys() == ()
    assert desk.at("cell", "Discover", "Online", x=0, y=0) == desk.canvas.view.panes.body.topLeft()


def test_options_reach_the_layout(desk: Desk) -> None:
    options = LayoutOptions(lens="emotion", collapsed=frozenset({"Shop"}))
    desk.canvas.set_look(options)
    view = desk.canvas.view
    assert view.options == options
    assert view.ground.cells["Buy", "Shop"].folded


def test_two_fingers_on_a_touchpad_zoom(desk: Desk) -> None:
    event = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture,
        QPointingDevice.primaryPointingDevice(),
        2,
        QPointF(300, 200),
        QPointF(300, 200),
        QPointF(300, 200),
        0.25,
        QPointF(),
    )
    QApplication.sendEvent(desk.canvas, event)
    assert desk.canvas.zoom == 1.25


def test_from_afar_a_rest_of_the_pointer_tells_what_is_there(desk: Desk) -> None:
    pointer = desk.canvas.pointer
    assert pointer.help_at(desk.card("Prices").toPointF()) == ""
    desk.canvas.set_zoom(0.4)
    assert pointer.help_at(desk.card("Prices").toPointF()).startswith("<span>Prices, Email")
    change = set_fields(desk.project, Touchpoint, ["t-Prices"], Label("x"), name="<img src=x>")
    desk.perform(change)
    assert pointer.help_at(desk.card("Prices").toPointF()).startswith("<span>&lt;img")
