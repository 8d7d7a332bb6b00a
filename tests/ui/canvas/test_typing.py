"""Names edited in place, and cards typed one after the other."""

from PySide6.QtCore import QRect
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from journeyeditor.drawing.theme import LIGHT
from journeyeditor.model.change import Label
from journeyeditor.model.edits import axes, cards, maps
from journeyeditor.model.edits.records import set_fields
from journeyeditor.model.fields import make
from journeyeditor.model.project import Project
from journeyeditor.model.records import JourneyMap, Touchpoint
from journeyeditor.ui.canvas.editor import InPlaceEditor
from journeyeditor.ui.canvas.offers import Offers, offers_of
from tests.ui.canvas.desk import LEFT, SHIFT, Desk, Key_, small_map


def editor(desk: Desk) -> InPlaceEditor:
    """The editor that has the keyboard."""
    focus = desk.focus()
    assert isinstance(focus, InPlaceEditor)
    return focus


def offered(desk: Desk) -> list[str]:
    """What the list under the editor shows."""
    shown = [box for box in desk.canvas.findChildren(Offers) if box.isVisible()]
    return [box.item(i).text() for box in shown for i in range(box.count())]


def test_f2_enter_and_a_double_click_edit_a_card_s_name(desk: Desk) -> None:
    desk.click(desk.card("Prices"))
    for begin in (
        lambda: desk.key(Key_.Key_F2),
        lambda: desk.key(Key_.Key_Return),
        lambda: desk.double_click(desk.at("card", "Prices", x=0.25, y=0.38)),
    ):
        begin()
        assert editor(desk).toPlainText() == "Prices"
        desk.type("Fees ")
        desk.key(Key_.Key_Return)
        assert desk.heard()[-1] == ("renamed", ("card", "Prices"), "Fees")
        assert desk.focus() is desk.canvas
    assert len(desk.heard()) == 3


def test_the_editor_lies_on_the_name_in_its_size(desk: Desk) -> None:
    desk.canvas.edit_name(("card", "Prices"))
    box = editor(desk)
    card = QRect(desk.card("Prices", x=0, y=0), desk.card("Prices", x=1, y=1))
    assert card.contains(box.geometry())
    assert box.font().pointSizeF() * box.logicalDpiY() / 72 == 12.5
    desk.canvas.set_zoom(2.0)
    assert box.font().pointSizeF() * box.logicalDpiY() / 72 == 25.0
    card = QRect(desk.card("Prices", x=0, y=0), desk.card("Prices", x=1, y=1))
    assert card.contains(box.geometry())


def test_escape_an_empty_name_and_the_same_name_change_nothing(desk: Desk) -> None:
    for keys in ([Key_.Key_Escape], [Key_.Key_Delete, Key_.Key_Return], [Key_.Key_Return]):
        desk.canvas.edit_name(("card", "Prices"))
        for key in keys:
            desk.key(key)
    assert desk.heard() == []


def test_tab_goes_to_the_next_name_in_reading_order(desk: Desk) -> None:
    desk.double_click(desk.at("stage", "Buy"))
    desk.type("Pay")
    desk.key(Key_.Key_Tab)
    assert editor(desk).toPlainText() == "Online"
    desk.key(Key_.Key_Tab)
    assert editor(desk).toPlainText() == "Advert"
    desk.key(Key_.Key_Backtab, SHIFT)
    assert editor(desk).toPlainText() == "Online"
    assert desk.heard() == [("renamed", ("stage", "Buy"), "Pay")]


def test_leaving_with_the_mouse_keeps_what_was_typed(desk: Desk) -> None:
    desk.double_click(desk.at("segment", "Shop", x=0.3))
    desk.type("Store")
    desk.click(desk.card("Prices"))
    assert desk.heard() == [("renamed", ("segment", "Shop"), "Store")]
    desk.canvas.edit_name(("card", "Prices"))
    desk.type("Costs")
    desk.canvas.hide()
    assert desk.heard()[1:] == [("renamed", ("card", "Prices"), "Costs")]


def test_a_double_click_beside_the_name_opens_the_card(desk: Desk) -> None:
    desk.double_click(desk.at("card", "Prices", x=0.9, y=0.8))
    assert desk.heard() == [("activated", ("card", "Prices"))]


def test_a_double_click_on_an_empty_place_begins_a_card_there(desk: Desk) -> None:
    desk.double_click(desk.at("cell", "Compare", "Online", y=0.9))
    desk.type("Call")
    desk.key(Key_.Key_Return)
    assert desk.heard() == [("card_captured", "Compare", "Online", 1, "Call", "")]


def test_cards_are_typed_one_below_the_other(desk: Desk) -> None:
    desk.live()
    desk.click(desk.card("Advert"))
    desk.key(Key_.Key_N)
    for name in ("Poster", "Radio spot"):
        desk.type(name)
        desk.key(Key_.Key_Return)
    assert desk.names("Discover", "Online") == [
        "Advert", "Poster", "Radio spot", "Review", "Newsletter",
    ]  # fmt: skip
    desk.key(Key_.Key_Return)  # nothing typed: that was all
    assert desk.focus() is desk.canvas
    assert len(desk.heard()) == 2


def test_the_map_makes_room_for_the_card_that_is_typed(desk: Desk) -> None:
    before = desk.card("Review", y=0).y()
    desk.canvas.select([("card", "Advert")])
    desk.key(Key_.Key_N)
    box = editor(desk).parentWidget()
    assert desk.card("Advert", y=1).y() < box.geometry().top()
    assert box.geometry().bottom() < desk.card("Review", y=0).y()
    low = desk.card("Review", y=0).y()
    desk.type("A name that needs more than one line of its card")
    assert desk.card("Review", y=0).y() > low
    assert box.geometry().bottom() < desk.card("Review", y=0).y()
    editor(desk).selectAll()
    desk.key(Key_.Key_Delete)
    desk.key(Key_.Key_Escape)
    assert desk.card("Review", y=0).y() == before
    assert desk.heard() == []
    assert desk.focus() is desk.canvas
    assert desk.canvas.selected_cards() == ("Advert",)


def test_an_edit_from_elsewhere_keeps_the_card_that_is_typed(desk: Desk) -> None:
    desk.canvas.capture("Compare", "Shop", 0)
    desk.type("Que")
    desk.perform(axes.set_stage_width(desk.project, "Discover", 200))
    desk.type("ue")
    place = desk.at("cell", "Compare", "Shop", x=0)
    assert abs(editor(desk).parentWidget().x() - place.x()) < 12
    desk.key(Key_.Key_Return)
    assert desk.heard() == [("card_captured", "Compare", "Shop", 0, "Queue", "")]


def test_a_card_that_is_typed_counts_once_it_is_there(desk: Desk) -> None:
    def told() -> list[str]:
        keys = ("stage", "Compare"), ("segment", "Shop"), ("cell", "Compare", "Shop")
        nodes = [desk.canvas.view.ground.drawing.get(key) for key in keys]
        return [node.name.rpartition(", ")[2] for node in nodes]

    before = told()
    desk.canvas.capture("Compare", "Shop", 0)
    desk.type("Queue")
    assert told() == before
    desk.live()
    desk.key(Key_.Key_Return)
    assert told() == ["2 touchpoints", "3 touchpoints", "1 touchpoint"]


def test_a_cell_that_goes_takes_the_card_that_is_typed_with_it(desk: Desk) -> None:
    desk.canvas.capture("Compare", "Shop", 0)
    desk.perform(axes.remove_stages(desk.project, ["Compare"]))
    assert desk.canvas.findChildren(Offers) == [] or not offered(desk)
    assert desk.focus() is desk.canvas


def test_known_touchpoints_are_offered_and_placed_again(desk: Desk) -> None:
    desk.canvas.capture("Compare", "Shop", 0)
    desk.type("rév")
    assert offered(desk) == ["Review"]
    desk.key(Key_.Key_Down)
    desk.key(Key_.Key_Return)
    assert desk.heard() == [("card_captured", "Compare", "Shop", 0, "Review", "t-Review")]


def test_touchpoints_of_one_name_are_told_apart_by_code_and_map(desk: Desk) -> None:
    twin = maps.duplicate_map(desk.project, desk.map, "Later map")
    assert twin
    project = desk.project.apply(twin)
    offers = [o for o in offers_of(project, LIGHT) if o.name == "Review"]
    assert [offer.note.split(" · ")[-1] for offer in offers] == ["Later map", "Map"]
    desk.show(project)
    desk.canvas.capture("Compare", "Shop", 0)
    desk.type("rev")
    assert offered(desk) == ["Review", "Review"]


def test_without_choosing_one_the_typed_name_is_new(desk: Desk) -> None:
    desk.canvas.capture("Compare", "Shop", 0)
    desk.type("review")
    desk.key(Key_.Key_Return)
    assert desk.heard() == [("card_captured", "Compare", "Shop", 0, "review", "")]


def test_a_click_chooses_an_offer(desk: Desk) -> None:
    desk.canvas.capture("Compare", "Shop", 0)
    desk.type("che")
    [box] = [b for b in desk.canvas.findChildren(Offers) if b.isVisible()]
    QTest.mouseClick(box.viewport(), LEFT, pos=box.visualItemRect(box.item(0)).center())
    assert desk.heard() == [("card_captured", "Compare", "Shop", 0, "Checkout", "t-Checkout")]


def test_at_most_eight_are_offered_the_nearest_first(desk: Desk) -> None:
    desk.live()
    desk.canvas.capture("Compare", "Shop", 0)
    for number in range(9):
        desk.type(f"Old letter {number}")
        desk.key(Key_.Key_Return)
    desk.type("Letter to all")
    desk.key(Key_.Key_Return)
    desk.type("let")
    assert offered(desk)[0] == "Letter to all"
    assert len(offered(desk)) == 8


def test_leaving_keeps_the_typed_card_and_ends(desk: Desk) -> None:
    desk.canvas.capture("Compare", "Shop", 0)
    desk.type("Queue")
    desk.click(desk.card("Advert"))
    assert desk.heard() == [("card_captured", "Compare", "Shop", 0, "Queue", "")]
    assert desk.focus() is desk.canvas


def test_escape_keeps_the_typed_card_and_ends(desk: Desk) -> None:
    desk.canvas.capture("Compare", "Shop", 0)
    desk.type("che")
    desk.key(Key_.Key_Down)  # an offer is marked, which only Enter takes
    desk.key(Key_.Key_Escape)
    assert desk.heard() == [("card_captured", "Compare", "Shop", 0, "che", "")]
    assert desk.focus() is desk.canvas
    desk.canvas.capture("Compare", "Shop", 0)
    desk.type(" ")
    desk.key(Key_.Key_Escape)
    assert len(desk.heard()) == 1
    assert desk.focus() is desk.canvas


def test_pasted_lines_become_one_name(desk: Desk) -> None:
    QApplication.clipboard().setText("Call the\n  hotline ")
    desk.canvas.capture("Compare", "Shop", 0)
    editor(desk).paste()
    desk.key(Key_.Key_Return)
    assert desk.heard()[0][4] == "Call the hotline"


def test_a_card_needs_a_stage_and_a_segment(desk: Desk) -> None:
    project, map = small_map(stages=())
    desk.canvas.show_map(project, map)
    desk.key(Key_.Key_N)
    assert desk.hint == "A card needs a stage and a segment: add those first."
    assert desk.focus() is desk.canvas


def test_another_map_does_not_swallow_what_was_typed(desk: Desk) -> None:
    other = make(JourneyMap, name="Other", order="W")
    two_maps = Project([*desk.project, other])
    desk.show(two_maps)
    desk.canvas.capture("Compare", "Shop", 0)
    desk.type("Queue")
    desk.canvas.show_map(two_maps, other.id)
    desk.show(two_maps)
    desk.canvas.edit_name(("stage", "Buy"))
    desk.type("Pay")
    desk.canvas.show_map(two_maps, other.id)
    assert desk.heard() == [
        ("card_captured", "Compare", "Shop", 0, "Queue", ""),
        ("renamed", ("stage", "Buy"), "Pay"),
    ]


def test_what_is_gone_cannot_be_renamed(desk: Desk) -> None:
    desk.canvas.edit_name(("card", "Prices"))
    desk.type("Fees")
    desk.perform(cards.delete_touchpoints(desk.project, ["t-Prices"]))
    assert desk.heard() == []
    assert desk.focus() is desk.canvas


def test_a_shorter_name_leaves_nothing_of_the_old_one_in_view(desk: Desk) -> None:
    long = "A name that is so long that it takes three lines of a card"
    project = desk.canvas.view.project
    desk.perform(set_fields(project, Touchpoint, ["t-Prices"], Label("Rename"), name=long))
    desk.click(desk.card("Prices"))
    desk.key(Key_.Key_F2)
    tall = editor(desk).height()
    desk.type("New")
    assert editor(desk).toPlainText() == "New"
    assert editor(desk).height() == tall
