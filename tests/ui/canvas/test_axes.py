"""Stages and segments by their heads: other places, other widths, folding."""

from PySide6.QtCore import QPoint, Qt

from journeyeditor.drawing.layout import LayoutOptions
from journeyeditor.ui.canvas.ghost import Tag
from tests.ui.canvas.desk import Desk, Key_


def edge(desk: Desk, stage: str) -> QPoint:
    """The right edge of a stage, in the header."""
    return desk.at("stage", stage, x=1.0)


def test_a_stage_is_dragged_by_its_header(desk: Desk) -> None:
    desk.drag(desk.at("stage", "Discover"), desk.at("stage", "Compare", x=0.8))
    desk.drag(desk.at("stage", "Buy"), desk.at("stage", "Discover", x=0.2))
    desk.drag(desk.at("stage", "Discover"), desk.at("cell", "Buy", "Shop", x=0.9))
    assert desk.heard() == [
        ("stage_dropped", "Discover", 2),
        ("stage_dropped", "Buy", 0),
        ("stage_dropped", "Discover", 3),
    ]


def test_a_segment_is_dragged_by_its_rail(desk: Desk) -> None:
    desk.drag(desk.at("segment", "Online"), desk.at("segment", "Shop", y=0.95))
    desk.drag(desk.at("segment", "Shop"), desk.at("segment", "Online", y=0.1))
    assert desk.heard() == [("segment_dropped", "Online", 2), ("segment_dropped", "Shop", 0)]


def test_the_sentence_says_the_place_and_escape_cancels(desk: Desk) -> None:
    desk.pull(desk.at("stage", "Discover"), desk.at("stage", "Buy", x=0.9))
    assert desk.hint.startswith("Move Discover to position 3")
    desk.key(Key_.Key_Escape)
    desk.release(desk.at("stage", "Buy"))
    assert desk.heard() == []
    assert desk.hint == ""


def test_a_stage_is_widened_at_its_edge(desk: Desk) -> None:
    start = edge(desk, "Compare")
    desk.canvas.pointer.hover(start.toPointF())
    assert desk.canvas.cursor().shape() is Qt.CursorShape.SplitHCursor
    desk.pull(start, start + QPoint(80, 5))  # 60 points
    tag = desk.canvas.findChild(Tag)
    assert tag.isVisible()
    assert tag.text == "204 pt"
    assert "204" in desk.hint
    desk.release(start + QPoint(80, 5))
    assert desk.heard() == [("stage_resized", "Compare", 204.0)]
    assert desk.canvas.selected_keys() == ()


def test_the_edge_of_the_last_stage_and_the_least_width(desk: Desk) -> None:
    start = edge(desk, "Buy")
    desk.drag(start - QPoint(2, 0), start - QPoint(150, 0))
    assert desk.heard() == [("stage_resized", "Buy", 120.0)]


def test_a_double_click_on_an_edge_gives_the_usual_width(desk: Desk) -> None:
    desk.double_click(edge(desk, "Discover"))
    assert desk.heard() == [("stage_resized", "Discover", 144.0)]


def test_escape_keeps_the_width(desk: Desk) -> None:
    start = edge(desk, "Compare")
    desk.pull(start, start + QPoint(80, 0))
    desk.key(Key_.Key_Escape)
    desk.release(start + QPoint(80, 0))
    assert desk.heard() == []
    assert not desk.canvas.findChild(Tag) or not desk.canvas.findChild(Tag).isVisible()


def test_the_chevron_folds_and_unfolds(desk: Desk) -> None:
    chevron = desk.at("segment", "Online", x=0.875)
    chevron.setY(desk.at("segment", "Online", y=0).y() + 24)
    desk.click(chevron)
    assert desk.heard() == [("collapse_toggled", "Online")]
    desk.canvas.set_look(LayoutOptions(collapsed=frozenset({"Online"})))
    desk.click(desk.at("segment", "Online", x=0.875))
    assert desk.heard()[1:] == [("collapse_toggled", "Online")]


def test_cards_of_a_folded_segment_can_be_dragged_and_dropped_onto(desk: Desk) -> None:
    desk.canvas.set_look(LayoutOptions(collapsed=frozenset({"Online"})))
    desk.drag(desk.card("Advert"), desk.card("Newsletter", x=0.8))
    desk.drag(desk.card("Checkout"), desk.card("Review", x=0.2))
    moves = [said[1:5] for said in desk.heard()]
    assert moves == [
        (["Advert"], "Discover", "Online", 3),
        (["Checkout"], "Discover", "Online", 1),
    ]
