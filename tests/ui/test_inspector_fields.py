"""The kinds of fields of the inspector: choices, ratings, days, lists of texts, own fields."""

from datetime import date

import pytest
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton

from journeyeditor.model.change import Label
from journeyeditor.model.choices import CustomKind, Evidence, MapKind
from journeyeditor.model.edits.cards import add_card
from journeyeditor.model.edits.records import add_record, set_fields
from journeyeditor.model.records import (
    Axis,
    AxisValue,
    Classification,
    CustomField,
    CustomValue,
    JourneyMap,
    Placement,
    ProjectInfo,
    Quote,
    Touchpoint,
)
from journeyeditor.translation import tr
from journeyeditor.ui.inspector.datebox import CalendarPopup
from journeyeditor.ui.inspector.fields.choices import SegmentedField
from journeyeditor.ui.inspector.fields.classification import AxisField
from journeyeditor.ui.inspector.fields.colours import ColourField
from journeyeditor.ui.inspector.fields.dates import DateField
from journeyeditor.ui.inspector.fields.feeling import FeelingField
from journeyeditor.ui.inspector.fields.group import Section
from journeyeditor.ui.inspector.fields.own import OwnChoice, OwnDate, OwnNumber, OwnText
from journeyeditor.ui.inspector.fields.quotes import QuotesField
from journeyeditor.ui.inspector.fields.rating import RatingField
from journeyeditor.ui.inspector.fields.text import TextField
from journeyeditor.ui.inspector.fields.texts import TextsField
from tests.ui.bench import Bench, card, touchpoint

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture(autouse=True)
def a_card(bench: Bench) -> None:
    bench.select(("card", card(bench).id))


def unfold(bench: Bench) -> None:
    """Open the sections of the panel in front."""
    for section in bench.panel.form.front.findChildren(Section):
        if not section.button.isChecked():
            QTest.mouseClick(section.button, LEFT)


def test_a_choice_by_click_by_keys_and_cleared(bench: Bench) -> None:
    segments = bench.field(SegmentedField, "How do we know?").segments
    QTest.mouseClick(segments.buttons[1], LEFT)
    assert touchpoint(bench).evidence is Evidence.PARTIAL
    segments.enter()
    bench.press(Key.Key_Right, Key.Key_Space)
    assert touchpoint(bench).evidence is Evidence.RESEARCHED
    bench.press(Key.Key_1)
    assert touchpoint(bench).evidence is Evidence.HYPOTHESIS
    QTest.mouseClick(segments.buttons[0], LEFT)
    assert touchpoint(bench).evidence is None
    assert not any(button.isChecked() for button in segments.buttons)


def test_what_cannot_be_empty_is_not_cleared(bench: Bench) -> None:
    bench.select()
    segments = bench.field(SegmentedField, "State").segments
    QTest.mouseClick(segments.buttons[1], LEFT)
    QTest.mouseClick(segments.buttons[1], LEFT)
    assert bench.all(JourneyMap)[0].kind is MapKind.TO_BE
    assert segments.buttons[1].isChecked()


def test_tab_stops_once_at_a_choice(bench: Bench) -> None:
    segments = bench.field(SegmentedField, "How do we know?").segments
    reach = [bool(b.focusPolicy() & Qt.FocusPolicy.TabFocus) for b in segments.buttons]
    assert reach == [True, False, False]


def test_an_axis_of_the_catalogue_joins_the_project_when_it_is_used(bench: Bench) -> None:
    medium = bench.field(AxisField, "Medium").segments
    QTest.mouseClick(medium.buttons[1], LEFT)
    [axis], [link] = bench.all(Axis), bench.all(Classification)
    assert (axis.builtin, bench.project.get(AxisValue, link.value).builtin) == (
        "medium",
        "physical",
    )
    QTest.mouseClick(bench.field(AxisField, "Medium").segments.buttons[1], LEFT)
    assert bench.all(Classification) == []
    bench.undo()
    bench.undo()
    assert bench.all(Axis) == []


def test_the_users_axes_are_offered_after_those_of_the_catalogue(bench: Bench) -> None:
    bench._do(lambda p: add_record(p, Axis, Label("x"), name="Risk"))
    [axis] = bench.all(Axis)
    for name in ("Low", "High"):
        bench._do(
            lambda p, name=name: add_record(p, AxisValue, Label("x"), axis=axis.id, name=name)
        )
    titles = [field.title.text() for field in bench.panel.findChildren(AxisField)]
    assert titles[-1] == "Risk"
    assert titles[:2] == ["Medium", "Contact"]
    QTest.mouseClick(bench.field(AxisField, "Risk").segments.buttons[1], LEFT)
    assert bench.project.get(AxisValue, bench.all(Classification)[0].value).name == "High"


def test_a_rating_by_keys_by_click_and_cleared(bench: Bench) -> None:
    bench.field(FeelingField)
    unfold(bench)
    bars = bench.field(RatingField, "Effort").bars
    bars.setFocus()
    bench.press(Key.Key_Up, Key.Key_Up)
    assert card(bench).effort == 2
    assert bars.accessibleDescription() == "2 · Low"
    bench.press(Key.Key_5)
    assert card(bench).effort == 5
    QTest.mouseClick(bars, LEFT, pos=QPoint(3, 12))
    assert card(bench).effort == 1
    bench.press(Key.Key_Delete)
    assert card(bench).effort is None


def test_a_day_is_typed_or_chosen_and_cleared(bench: Bench) -> None:
    bench.select()
    day = bench.field(DateField, "Review on").day
    day.box.setFocus()
    bench.enter("2026-03-12", Key.Key_Return)
    assert bench.all(JourneyMap)[0].review_date == date(2026, 3, 12)
    assert day.box.text() == "12 Mar 2026"
    bench.press(Key.Key_Down)
    calendar = day.findChild(CalendarPopup)
    calendar.month.activated.emit(QDate(2026, 4, 1))
    assert bench.all(JourneyMap)[0].review_date == date(2026, 4, 1)
    day.box.clear()
    day.box.setFocus()
    bench.press(Key.Key_Return)
    assert bench.all(JourneyMap)[0].review_date is None


def test_what_is_no_day_is_said_and_goes_nowhere_else(bench: Bench) -> None:
    here = card(bench)
    bench._do(lambda p: add_card(p, here.stage, here.segment, 1, "Pay"))
    unfold(bench)
    day = bench.field(DateField, "Review on").day
    day.box.setFocus()
    bench.enter("soon", Key.Key_Return)
    assert day.problem.isVisible()
    assert {point.review_date for point in bench.all(Touchpoint)} == {None}
    [other] = [placed.id for placed in bench.all(Placement) if placed.id != here.id]
    bench.select(("card", other))
    assert day.box.text() == ""
    assert not day.problem.isVisible()


def texts(bench: Bench, title: str) -> TextsField:
    field = bench.field(TextsField, title)
    assert isinstance(field, TextsField)
    return field


def test_needs_are_written_moved_and_removed_by_keys(bench: Bench) -> None:
    needs = texts(bench, "Needs")
    needs.enter()
    bench.enter("Price", Key.Key_Return)
    bench.enter("Speed", Key.Key_Return)
    bench.enter("Trust")
    bench.press(Key.Key_Up, held=ALT)
    assert card(bench).needs == ("Price", "Trust", "Speed")
    assert bench.focus is needs.rows[1].box
    bench.press(*[Key.Key_Backspace] * 6)
    assert card(bench).needs == ("Price", "Speed")
    assert bench.focus is needs.rows[0].box
    assert [row.box.accessibleName() for row in needs.rows] == ["Needs 1", "Needs 2"]


def test_typing_a_need_is_one_step(bench: Bench) -> None:
    texts(bench, "Needs").enter()
    bench.enter("Pri")
    bench.panel.flush()
    bench.enter("ce", Key.Key_Return)
    assert (card(bench).needs, len(bench.document.history)) == (("Price",), 1)
    bench.undo()
    assert card(bench).needs == ()
    assert [row.box.toPlainText() for row in texts(bench, "Needs").rows if row.isVisible()] in (
        [],
        [""],
    )


def test_no_obstacle_is_an_answer(bench: Bench) -> None:
    obstacles = texts(bench, "Obstacles")
    QTest.mouseClick(obstacles.nothing, LEFT)
    bench.panel.flush()
    assert card(bench).obstacles == ("None",)
    assert not obstacles.nothing.isVisible()


def test_a_feeling_in_use_comes_first_and_a_new_one_is_taken(bench: Bench) -> None:
    field = bench.field(FeelingField)
    bench.pick(field, "Wonder")
    assert card(bench).feeling == "Wonder"
    assert field._offers()[0].text == "Wonder"
    bench.pick(field, "frus")
    assert card(bench).feeling == "Frustration"
    bench.pick(field, "no word")
    assert card(bench).feeling == ""


def test_a_quote_has_a_source_and_a_day(bench: Bench) -> None:
    quotes = bench.field(QuotesField)
    bench.write(quotes, "Nobody told me.")
    _, source, said = bench.open(quotes)
    source.enter()
    bench.enter("Interview")
    said.enter()
    bench.enter("12 March 2026", Key.Key_Return)
    bench.press(Key.Key_Escape)
    [quote] = bench.all(Quote)
    assert (quote.text, quote.source, quote.said_on) == (
        "Nobody told me.",
        "Interview",
        date(2026, 3, 12),
    )
    assert quotes.list.heads[0].accessibleName() == "Nobody told me., Interview · 12 Mar 2026"


@pytest.fixture
def own_fields(bench: Bench) -> None:
    for kind in CustomKind:
        bench._do(
            lambda p, kind=kind: add_record(p, CustomField, Label("x"), name=kind.value, kind=kind)
        )
    bench.document.seal()


def test_own_fields_of_each_kind(bench: Bench, own_fields: None) -> None:
    bench.field(OwnText, "text").enter()
    bench.enter("Gold customers")
    bench.field(OwnNumber, "number").enter()
    bench.enter("12.5", Key.Key_Return)
    bench.field(OwnDate, "date").enter()
    bench.enter("12 Mar 2026", Key.Key_Return)
    bench.field(OwnChoice, "yes_no").enter()
    bench.press(Key.Key_Space)
    kinds = {field.id: field.name for field in bench.project.all(CustomField)}
    values = {kinds[value.field]: value.value for value in bench.project.all(CustomValue)}
    assert values == {
        "text": "Gold customers",
        "number": "12.5",
        "date": "2026-03-12",
        "yes_no": "yes",
    }
    assert {value.subject for value in bench.project.all(CustomValue)} == {touchpoint(bench).id}
    bench.press(Key.Key_Space)
    assert "yes_no" not in {kinds[value.field] for value in bench.project.all(CustomValue)}


def test_a_number_reads_the_same_in_another_language(bench: Bench, own_fields: None) -> None:
    field = bench.field(OwnNumber, "number")
    field.enter()
    bench.enter("123.456", Key.Key_Return)
    tr.use("es")
    bench.panel.refresh(bench.project)
    assert field.box.toPlainText() == "123,456"
    field.enter()
    bench.press(Key.Key_End)
    bench.enter("7", Key.Key_Return)
    assert bench.all(CustomValue)[0].value == "123.4567"


def test_what_is_no_number_is_said(bench: Bench, own_fields: None) -> None:
    field = bench.field(OwnNumber, "number")
    field.enter()
    bench.enter("many", Key.Key_Return)
    assert field.problem.isVisible()
    assert bench.project.count(CustomValue) == 0


def test_a_section_keeps_what_was_typed_when_it_folds(bench: Bench) -> None:
    unfold(bench)
    bench.field(TextField, "Protocol").enter()
    bench.enter("By phone")
    sections = bench.panel.findChildren(Section)
    section = next(s for s in sections if s.button.text() == "Protocol and resources")
    QTest.mouseClick(section.button, LEFT)
    assert touchpoint(bench).protocol == "By phone"
    assert not section.inside.isVisible()


def test_a_colour_is_chosen_and_taken_back(bench: Bench) -> None:
    from journeyeditor.model.records import Stage

    stage = bench.all(Stage)[0].id
    bench.select(("stage", stage))
    swatch = bench.field(ColourField).swatches[2]
    QTest.mouseClick(swatch, LEFT)
    assert bench.project.get(Stage, stage).colour == swatch.colour
    assert swatch.isChecked()
    QTest.mouseClick(swatch, LEFT)
    assert bench.project.get(Stage, stage).colour == ""


def test_map_and_project_show_where_nothing_is_selected(bench: Bench) -> None:
    bench.select()
    bench.field(TextField, "Status line").enter()
    bench.enter("Draft")
    bench.field(TextField, "Client").enter()
    bench.enter("Acme", Key.Key_Return)
    bench.panel.flush()
    assert bench.all(JourneyMap)[0].status_line == "Draft"
    assert next(iter(bench.project.all(ProjectInfo))).client == "Acme"


def test_no_panel_opens_a_window_of_its_own(bench: Bench) -> None:
    """A widget that is shown before it has a parent would be one for a moment."""
    before = set(QApplication.topLevelWidgets())
    for form in (bench.panel.card, bench.panel.stage, bench.panel.segment, bench.panel.whole):
        while form.build_one():
            pass
    opened = set(QApplication.topLevelWidgets()) - before
    assert not [widget for widget in opened if widget.isVisible()]
    assert bench.panel.isActiveWindow()


def test_undo_takes_a_field_back_in_all_its_cards(bench: Bench) -> None:
    ids = [placement.id for placement in bench.project.all(Placement)]
    bench._do(lambda p: set_fields(p, Placement, ids, Label("x"), effort=3))
    bench.field(FeelingField)
    unfold(bench)
    assert bench.field(RatingField, "Effort").bars.value == 3
    bench.undo()
    assert bench.field(RatingField, "Effort").bars.value is None


def test_sections_are_buttons_that_say_whether_they_are_open(bench: Bench) -> None:
    sections = [b for b in bench.panel.findChildren(QToolButton) if b.property("look") == "section"]
    assert {button.accessibleDescription() for button in sections} == {"Folded"}
    unfold(bench)
    shown = [b for b in sections if b.isVisible()]
    assert {button.accessibleDescription() for button in shown} == {"Unfolded"}
