"""Data, metrics, ratings, feedback and opportunities of a touchpoint."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from journeyeditor.model.choices import Better, ImprovementState
from journeyeditor.model.edits.cards import add_card
from journeyeditor.model.records import (
    DataItem,
    Feedback,
    Improvement,
    Measure,
    Metric,
    Party,
    Placement,
    Reading,
    Touchpoint,
    TouchpointData,
)
from journeyeditor.ui.inspector.fields.data import DataField
from journeyeditor.ui.inspector.fields.feedback import FeedbackField
from journeyeditor.ui.inspector.fields.improvements import ImprovementsField
from journeyeditor.ui.inspector.fields.metrics import MetricsField
from journeyeditor.ui.inspector.fields.rating import RatingField
from tests.ui.bench import Bench, card, touchpoint

Key = Qt.Key


def by_title(fields: tuple) -> dict:  # type: ignore[type-arg]
    return {field.title.text(): field for field in fields}


def data(bench: Bench) -> list[tuple[str, bool, str]]:
    links = bench.project.all(TouchpointData)
    name = {item.id: item.name for item in bench.project.all(DataItem)}
    return sorted((name[link.data], link.collected, link.shared_with) for link in links)


def test_data_is_ticked_and_shared_with_somebody(bench: Bench) -> None:
    bench.select(("card", card(bench).id))
    field = bench.field(DataField)
    field.list.adder.setFocus()
    bench.enter("Reason", Key.Key_Return)
    collected, shared = field.list.heads[0].ticks
    assert (collected.accessibleName(), shared.accessibleName()) == (
        "Reason: Collected", "Reason: Shared"
    )  # fmt: skip
    collected.setFocus()
    bench.press(Key.Key_Space)
    assert data(bench) == [("Reason", True, "")]
    assert collected.isChecked()
    QTest.mouseClick(shared, Qt.MouseButton.LeftButton)
    assert not shared.isChecked()  # until it is said with whom
    bench.enter("Product team", Key.Key_Return)
    assert data(bench) == [("Reason", True, "Product team")]
    assert shared.isChecked()
    QTest.mouseClick(shared, Qt.MouseButton.LeftButton)
    assert data(bench) == [("Reason", True, "")]
    assert [bench.undo() for _ in range(3)] == [
        "Data not shared", "Edit with whom data is shared", "Data collected"
    ]  # fmt: skip
    assert data(bench) == [("Reason", False, "")]
    field.list.heads[0].setFocus()
    bench.press(Key.Key_Delete)
    assert data(bench) == []
    assert bench.project.count(DataItem) == 1


def test_two_cards_tick_data_together(bench: Bench) -> None:
    first = card(bench)
    bench._do(lambda p: add_card(p, first.stage, first.segment, 1, "Otra"))
    bench.select(*(("card", it.id) for it in bench.project.all(Placement)))
    field = bench.field(DataField)
    bench.pick(field, "Reason")
    QTest.mouseClick(field.list.heads[0].ticks[0], Qt.MouseButton.LeftButton)
    assert data(bench) == [("Reason", True, ""), ("Reason", True, "")]
    QTest.mouseClick(field.list.heads[0].ticks[0], Qt.MouseButton.LeftButton)
    assert data(bench) == [("Reason", False, ""), ("Reason", False, "")]
    assert [bench.undo(), bench.undo()] == ["Data not collected", "Data collected"]
    assert data(bench) == [("Reason", False, ""), ("Reason", False, "")]


def test_a_metric_of_the_catalogue_with_target_and_readings(bench: Bench) -> None:
    bench.select(("card", card(bench).id))
    field = bench.field(MetricsField)
    field.list.adder.setFocus()
    bench.enter("queue", Key.Key_Return)  # another name for it
    [metric] = bench.project.all(Metric)
    assert (metric.name, metric.unit, metric.better) == ("Waiting time", "min", Better.LOWER)
    sheet = by_title(bench.open(field))
    for title, words in (("Base", "8"), ("Target", "2.5")):
        sheet[title].enter()
        bench.enter(words, Key.Key_Return)
    [measure] = bench.project.all(Measure)
    assert (measure.baseline, measure.target) == (8.0, 2.5)
    bench.write(sheet["Readings"], "7", "6,5")
    assert sorted(reading.value for reading in bench.project.all(Reading)) == [6.5, 7.0]
    assert {reading.taken_on for reading in bench.project.all(Reading)} == {date.today()}
    assert not sheet["How it goes"].isHidden()
    assert field.list.heads[0].accessibleName().startswith("Waiting time, min, Base 8, Current ")
    assert field.list.heads[0].accessibleName().endswith(", Target 2.5")
    assert bench.undo() == "Add reading"
    assert (
        field.list.heads[0].accessibleName() == "Waiting time, min, Base 8, Current 7, Target 2.5"
    )
    sheet["Base"].enter()
    sheet["Base"].box.selectAll()
    bench.press(Key.Key_Delete, Key.Key_Return)
    assert bench.project.get(Measure, measure.id).baseline is None


def test_a_reading_has_day_period_and_source(bench: Bench) -> None:
    bench.select(("card", card(bench).id))
    field = bench.field(MetricsField)
    bench.pick(field, "Waiting time")
    readings = by_title(bench.open(field))["Readings"]
    bench.write(readings, "7")
    sheet = by_title(bench.open(readings))
    sheet["Value"].box.selectAll()
    bench.enter("6.5", Key.Key_Return)
    for title, words in (("Period", "March"), ("Source", "Till")):
        sheet[title].enter()
        bench.enter(words, Key.Key_Return)
    [reading] = bench.project.all(Reading)
    assert (reading.value, reading.period, reading.source) == (6.5, "March", "Till")
    assert readings.list.heads[0].text() == "6.5 min"
    sheet["Value"].enter()
    sheet["Value"].box.selectAll()
    bench.enter("soon", Key.Key_Return)
    assert not sheet["Value"].problem.isHidden()
    assert bench.all(Reading)[0].value == 6.5


def test_what_is_no_number_is_no_reading(bench: Bench) -> None:
    bench.select(("card", card(bench).id))
    field = bench.field(MetricsField)
    bench.pick(field, "Waiting time")
    readings = by_title(bench.open(field))["Readings"]
    readings.list.adder.click()
    bench.enter("soon", Key.Key_Return)
    assert readings.problem.isVisible()
    bench.press(Key.Key_Escape)
    assert readings.entry.toPlainText() == "soon"  # no word is lost
    readings.entry.selectAll()
    readings.entry.setFocus()
    bench.enter("3", Key.Key_Return)
    assert not readings.problem.isVisible()
    assert [reading.value for reading in bench.all(Reading)] == [3.0]


def test_metrics_of_stage_segment_and_map(bench: Bench) -> None:
    first = card(bench)
    bench.select(("stage", first.stage))
    bench.pick(bench.field(MetricsField), "Trust")
    bench.select(("segment", first.segment))
    bench.pick(bench.field(MetricsField), "Trust")
    bench.select()
    bench.pick(bench.field(MetricsField), "Trust")
    [map] = bench.project.maps()
    subjects = {measure.subject for measure in bench.project.all(Measure)}
    assert subjects == {first.stage, first.segment, map.id}
    assert bench.project.count(Metric) == 1


def test_ratings_are_set_by_figure_and_cleared(bench: Bench) -> None:
    bench.select(("card", card(bench).id))
    for title, name in (("Effectiveness", "effectiveness"), ("Usage", "usage")):
        field = bench.field(RatingField, title)
        field.enter()
        bench.press(Key.Key_4)
        assert getattr(touchpoint(bench), name) == 4
        bench.document.seal()
        bench.press(Key.Key_Delete)
        assert getattr(touchpoint(bench), name) is None
        bench.undo()
        assert getattr(touchpoint(bench), name) == 4


def test_feedback_tells_how_many_were_answered(bench: Bench) -> None:
    bench.select(("card", card(bench).id))
    field = bench.field(FeedbackField)
    bench.write(field, "Survey", "Review")
    assert field.note.text() == "0 of 2 answered"
    sheet = by_title(bench.open(field, 1))
    sheet["Opinion"].enter()
    bench.press(Key.Key_Right, Key.Key_Space)
    sheet["Answered"].switch.setFocus()
    bench.press(Key.Key_Space)
    sheet["Our answer"].enter()
    bench.enter("Sorry")
    field.flush()
    _, review = bench.all(Feedback)
    assert (review.source, review.positive, review.answered, review.response) == (
        "Review", False, True, "Sorry"
    )  # fmt: skip
    assert field.note.text() == "1 of 2 answered"
    assert field.list.heads[1].accessibleName() == "Review, Sorry, Negative, Answered"
    sheet["Opinion"].enter()
    bench.press(Key.Key_Space)  # again to clear
    assert bench.all(Feedback)[1].positive is None


def test_an_opportunity_from_idea_to_done(bench: Bench) -> None:
    bench.select(("card", card(bench).id))
    metrics = bench.field(MetricsField)
    bench.pick(metrics, "Waiting time")
    field = bench.field(ImprovementsField)
    bench.write(field, "Code on the phone")
    [made] = bench.all(Improvement)
    assert made.subject == touchpoint(bench).id
    sheet = by_title(bench.open(field))
    for title, figure in (("Impact", Key.Key_5), ("Effort", Key.Key_2)):
        sheet[title].enter()
        bench.press(figure)
    sheet["State"].enter()
    bench.press(Key.Key_Right, Key.Key_Space)
    bench.pick(sheet["Carried out by"], "Luis")
    bench.pick(sheet["Measured by"], "Waiting")
    sheet["Expected change"].enter()
    bench.enter("From 6 to 2")
    field.flush()
    sheet["Concerns"].enter()
    bench.press(Key.Key_Right, Key.Key_Space)
    for title in ("Due on", "Done on"):
        sheet[title].enter()
        bench.enter("2026-06-30", Key.Key_Return)
    [made] = bench.all(Improvement)
    assert (made.impact, made.effort, made.state) == (5, 2, ImprovementState.PLANNED)
    assert (made.due, made.done_on) == (date(2026, 6, 30), date(2026, 6, 30))
    assert bench.project.get(Party, made.owner).name == "Luis"
    assert made.measure == bench.all(Measure)[0].id
    assert (made.expected_change, made.subject) == ("From 6 to 2", card(bench).id)
    assert field.list.heads[0].accessibleName() == (
        "Code on the phone, Very high impact, Low effort, Planned"
    )
    sheet["Measured by"].button.setFocus()
    bench.press(Key.Key_Delete)
    assert bench.all(Improvement)[0].measure is None
    sheet["Impact"].enter()
    bench.press(Key.Key_Delete)
    assert bench.all(Improvement)[0].impact is None
    assert bench.undo() == "Set impact"


def test_an_opportunity_of_one_card_is_not_shown_at_another(bench: Bench) -> None:
    first = card(bench)
    bench._do(lambda p: add_card(p, first.stage, first.segment, 1, "Otra"))
    bench.select(("card", first.id))
    bench.write(bench.field(ImprovementsField), "Idea")
    [other] = [it for it in bench.project.all(Placement) if it.id != first.id]
    bench.select(("card", other.id))
    assert bench.field(ImprovementsField).list.heads == []
    assert bench.project.get(Touchpoint, first.touchpoint).id == bench.all(Improvement)[0].subject
