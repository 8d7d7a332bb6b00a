"""Lanes under the hands: chosen, written in place, given pictures; and folded stages."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication

from journeyeditor.drawing.layout import LayoutOptions, Level
from journeyeditor.model.choices import LaneKind
from journeyeditor.model.edits.lanes import add_lane, set_lane_text, show_lane
from journeyeditor.model.lanes import lanes_of, lanes_on_offer
from tests.ui.canvas.desk import NONE, SHIFT, Desk, Key_

NOTES = ("Discover", "Online")


@pytest.fixture
def notes(desk: Desk) -> str:
    """A desk whose map has a lane of text, which is returned, above one of needs."""
    desk.canvas.lane_text_edited.connect(
        lambda *cell_and_text: desk.perform(
            set_lane_text(desk.project, cell_and_text[:3], cell_and_text[3])
        )
    )
    desk.perform(add_lane(desk.project, desk.map, LaneKind.TEXT, "Notes"))
    lane = lanes_of(desk.project, desk.map)[-1].id
    needs = next(it for it in lanes_on_offer(desk.project, desk.map) if it.kind == LaneKind.NEEDS)
    desk.perform(show_lane(desk.project, needs, "Needs", visible=True))
    return lane


def wrote(desk: Desk) -> list[str]:
    return [said[-1] for said in desk.heard("lane_text_edited")]


def test_a_click_chooses_a_cell_of_a_free_lane_but_not_of_a_view(desk: Desk, notes: str) -> None:
    key = ("lane", notes, *NOTES)
    desk.click(desk.at(*key))
    assert desk.canvas.selected_keys() == (key,)
    needs = lanes_of(desk.project, desk.map)[-1].id
    desk.click(desk.at("lane", needs, *NOTES))
    assert desk.canvas.selected_keys() == ()
    assert desk.canvas.current_cell() == ("Discover", "Online", 3)


def test_a_double_click_writes_in_place(desk: Desk, notes: str) -> None:
    desk.double_click(desk.at("lane", notes, *NOTES))
    desk.type("One  line ")
    desk.key(Key_.Key_Return, SHIFT)
    desk.type("and two")
    desk.key(Key_.Key_Return)
    assert desk.heard("lane_text_edited") == [
        ("lane_text_edited", notes, *NOTES, "One line\nand two")
    ]
    assert "One line" in desk.canvas.view.ground.drawing.by_key["lane", notes, *NOTES].name


def test_what_is_written_is_edited_and_emptied_by_keyboard(desk: Desk, notes: str) -> None:
    desk.perform(set_lane_text(desk.project, (notes, *NOTES), "Old"))
    desk.canvas.select([("lane", notes, *NOTES)])
    desk.key(Key_.Key_F2)
    assert desk.focus().toPlainText() == "Old"  # type: ignore[attr-defined]
    desk.key(Key_.Key_Escape)
    desk.key(Key_.Key_Return)
    desk.key(Key_.Key_Delete)
    desk.key(Key_.Key_Return)
    assert wrote(desk) == [""]
    desk.key(Key_.Key_Return)
    desk.key(Key_.Key_Return)
    assert wrote(desk) == [""]


def test_tab_goes_on_to_the_next_thing_that_can_be_written(desk: Desk, notes: str) -> None:
    desk.double_click(desk.at("lane", notes, "Discover", "Online"))
    desk.type("a")
    desk.key(Key_.Key_Tab)
    desk.type("b")
    desk.key(Key_.Key_Return)
    assert [said[1:] for said in desk.heard("lane_text_edited")] == [
        (notes, "Discover", "Online", "a"),
        (notes, "Compare", "Online", "b"),
    ]


def test_arrows_walk_through_the_free_lanes(desk: Desk, notes: str) -> None:
    desk.canvas.select([("card", "Newsletter")])
    desk.key(Key_.Key_Down)
    assert desk.canvas.selected_keys() == (("lane", notes, *NOTES),)
    desk.key(Key_.Key_Right)
    assert desk.canvas.selected_keys() == (("lane", notes, "Compare", "Online"),)
    desk.key(Key_.Key_Up)
    assert desk.canvas.selected_keys() == (("card", "Prices"),)
    for _ in range(2):
        desk.key(Key_.Key_Down)
    assert desk.canvas.selected_keys() == (("cell", "Compare", "Shop"),)
    desk.key(Key_.Key_Up)
    assert desk.canvas.selected_keys() == (("lane", notes, "Compare", "Online"),)


def test_the_map_is_walked_through_with_tab(desk: Desk, notes: str) -> None:
    desk.canvas.select([("card", "Prices")])
    seen = []
    for _ in range(3):
        desk.key(Key_.Key_Tab)
        seen += desk.canvas.selected_keys()
    assert seen == [
        ("cell", "Buy", "Online"),
        ("lane", notes, "Discover", "Online"),
        ("lane", notes, "Compare", "Online"),
    ]


def dropped(desk: Desk, data: QMimeData, place: QPoint) -> bool:
    """Drag something to a place and let it go; whether it was welcome."""
    actions, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(place, actions, data, left, NONE)
    enter.ignore()
    QApplication.sendEvent(desk.canvas, enter)
    drop = QDropEvent(QPointF(place), actions, data, left, NONE)
    drop.ignore()
    QApplication.sendEvent(desk.canvas, drop)
    return enter.isAccepted() and drop.isAccepted()


def picture() -> QMimeData:
    data = QMimeData()
    data.setImageData(QImage(8, 8, QImage.Format.Format_RGB32))
    return data


def test_a_picture_is_dropped_on_a_free_lane_only(desk: Desk, notes: str) -> None:
    needs = lanes_of(desk.project, desk.map)[-1].id
    assert not dropped(desk, picture(), desk.card("Prices"))
    assert not dropped(desk, picture(), desk.at("lane", needs, *NOTES))
    assert desk.heard("lane_picture_dropped") == []
    data = picture()
    assert dropped(desk, data, desk.at("lane", notes, *NOTES))
    [said] = desk.heard("lane_picture_dropped")
    assert said[1:4] == (notes, *NOTES)
    assert desk.hint == ""


@pytest.mark.parametrize(("name", "welcome"), [("a.PNG", True), ("a.pdf", False)])
def test_a_file_is_welcome_if_it_is_a_picture(
    desk: Desk, notes: str, tmp_path: Path, name: str, welcome: bool
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / name))])
    assert dropped(desk, data, desk.at("lane", notes, *NOTES)) == welcome


def test_a_stage_folds_at_its_sign(desk: Desk) -> None:
    head = desk.canvas.view.place_of(("stage", "Compare"))
    assert head
    sign = desk.at("stage", "Compare", x=(head.width() - 15) / head.width(), y=13.5 / head.height())
    desk.click(sign)
    assert desk.heard("collapse_toggled") == [("collapse_toggled", "Compare")]
    desk.canvas.set_look(LayoutOptions(collapsed=frozenset({"Compare"})))
    narrow = desk.canvas.view.place_of(("stage", "Compare"))
    assert narrow
    assert narrow.width() == 36
    desk.click(desk.at("stage", "Compare", x=0.25, y=13.5 / narrow.height()))
    assert len(desk.heard("collapse_toggled")) == 2


def test_a_folded_stage_takes_cards_and_keeps_its_width(desk: Desk) -> None:
    desk.live()
    desk.canvas.set_look(LayoutOptions(collapsed=frozenset({"Compare"})))
    edge = desk.at("stage", "Compare", x=1.0)
    desk.drag(edge, edge + QPoint(80, 0))
    assert desk.heard("stage_resized") == []
    desk.drag(desk.card("Advert"), desk.at("cell", "Compare", "Online", y=0.9))
    assert desk.names("Compare", "Online") == ["Prices", "Advert"]
    assert desk.canvas.view.place_of(("card", "Advert")) is not None


def test_where_both_are_folded_cards_go_to_the_end(desk: Desk) -> None:
    desk.live()
    desk.canvas.set_look(LayoutOptions(collapsed=frozenset({"Compare", "Online"})))
    desk.drag(desk.card("Checkout"), desk.at("cell", "Compare", "Online"))
    assert desk.names("Compare", "Online") == ["Prices", "Checkout"]


@pytest.mark.parametrize("level", list(Level))
def test_what_a_lane_says_is_seen_but_from_very_far(desk: Desk, notes: str, level: Level) -> None:
    desk.perform(set_lane_text(desk.project, (notes, "Buy", "Online"), "Elsewhere"))
    desk.canvas.set_look(LayoutOptions(), level)
    before = desk.picture()
    desk.perform(set_lane_text(desk.project, (notes, *NOTES), "Something to read"))
    assert (desk.picture() != before) == (level is not Level.HEAT)
