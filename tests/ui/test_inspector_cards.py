"""What several cards share, several cards at once, and that nothing of a panel is cut off."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPushButton,
    QTabBar,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from journeyeditor.analysis.completeness import Panel
from journeyeditor.document import Document
from journeyeditor.model.change import Label
from journeyeditor.model.choices import Evidence
from journeyeditor.model.edits.cards import add_card, link_cards
from journeyeditor.model.edits.records import set_fields
from journeyeditor.model.records import Placement, Segment, Touchpoint
from journeyeditor.templates import make_project
from journeyeditor.translation import tr
from journeyeditor.ui.inspector.fields.choices import SegmentedField
from journeyeditor.ui.inspector.fields.feeling import FeelingField
from journeyeditor.ui.inspector.fields.group import Section
from journeyeditor.ui.inspector.fields.rating import RatingField
from journeyeditor.ui.inspector.fields.text import TextField
from journeyeditor.ui.inspector.fields.texts import TextsField
from journeyeditor.ui.inspector.panel import NARROWEST
from journeyeditor.ui.program import Program
from tests.ui.bench import Bench, card, touchpoint

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def shared(bench: Bench) -> Placement:
    """The first of two cards, in two segments, of one touchpoint; it is selected."""
    first = card(bench)
    [other] = [s.id for s in bench.all(Segment) if s.id != first.segment]
    bench._do(lambda p: link_cards(p, [first.id], first.stage, other, 0))
    bench.document.seal()
    bench.select(("card", first.id))
    return first


@pytest.fixture
def two(bench: Bench) -> list[str]:
    """Two cards of two touchpoints, both selected."""
    first = card(bench)
    bench._do(lambda p: add_card(p, first.stage, first.segment, 1, "Pay"))
    bench.document.seal()
    ids = [placement.id for placement in bench.all(Placement)]
    bench.select(*(("card", id) for id in ids))
    return ids


def test_what_cards_share_is_told_and_marked(bench: Bench, shared: Placement) -> None:
    form = bench.panel.card
    assert form.line.isVisible()
    assert form.line.words.text() == "Shared by 2 cards in 2 segments"
    description = bench.field(TextField, "Description")
    assert description.shared.isVisible()
    assert description.shared.accessibleName() == "Shared by 2 cards in 2 segments"
    bench.panel.show_panel(Panel.EMOTIONS)
    assert not form.line.isVisible()
    assert not bench.field(FeelingField).shared.isVisible()


def test_detach_makes_a_card_independent(bench: Bench, shared: Placement) -> None:
    QTest.mouseClick(bench.panel.card.line.detach, LEFT)
    assert bench.project.count(Touchpoint) == 2
    assert not bench.panel.card.line.isVisible()
    bench.field(TextField, "Description").enter()
    bench.enter("Only here")
    bench.panel.flush()
    now = bench.project.get(Placement, shared.id).touchpoint
    assert [t.description for t in bench.all(Touchpoint) if t.id != now] == [""]
    assert bench.project.get(Touchpoint, now).description == "Only here"


def test_several_texts_are_set_in_one_step(bench: Bench, two: list[str]) -> None:
    for id, text in zip(two, ("One", "Two"), strict=True):
        point = bench.project.get(Placement, id).touchpoint
        bench._do(lambda p, i=point, t=text: set_fields(p, Touchpoint, [i], Label("x"), message=t))
    bench.document.seal()
    steps = len(bench.document.history)
    field = bench.field(TextField, "Message")
    assert (field.box.toPlainText(), field.box.placeholderText()) == ("", "Several")
    field.enter()
    bench.enter("Both")
    bench.panel.flush()
    assert {point.message for point in bench.all(Touchpoint)} == {"Both"}
    assert len(bench.document.history) == steps + 1
    bench.undo()
    assert {point.message for point in bench.all(Touchpoint)} == {"One", "Two"}


def test_several_choices_and_ratings_say_so(bench: Bench, two: list[str]) -> None:
    first = bench.project.get(Placement, two[0])
    values = {"evidence": Evidence.PARTIAL}
    bench._do(lambda p: set_fields(p, Touchpoint, [first.touchpoint], Label("x"), **values))
    bench._do(lambda p: set_fields(p, Placement, [first.id], Label("x"), effort=2))
    bench.document.seal()
    steps = len(bench.document.history)
    evidence = bench.field(SegmentedField, "How do we know?")
    assert evidence.note.text() == "Several"
    assert not any(button.isChecked() for button in evidence.segments.buttons)
    QTest.mouseClick(evidence.segments.buttons[2], LEFT)
    assert {point.evidence for point in bench.all(Touchpoint)} == {Evidence.RESEARCHED}
    assert not evidence.note.isVisible()
    bench.field(FeelingField)
    unfold_all(bench)
    effort = bench.field(RatingField, "Effort").bars
    assert effort.accessibleDescription() == "Several"
    effort.setFocus()
    bench.press(Key.Key_4)
    assert {placement.effort for placement in bench.all(Placement)} == {4}
    assert len(bench.document.history) == steps + 2


def test_a_need_is_added_to_each_where_they_differ(bench: Bench, two: list[str]) -> None:
    bench._do(lambda p: set_fields(p, Placement, two[:1], Label("x"), needs=("Price",)))
    bench.document.seal()
    steps = len(bench.document.history)
    needs = bench.field(TextsField, "Needs")
    assert (needs.rows, needs.note.text()) == ([], "Several")
    needs.enter()
    bench.enter("Speed", Key.Key_Return)
    assert {bench.project.get(Placement, id).needs for id in two} == {
        ("Price", "Speed"),
        ("Speed",),
    }
    assert len(bench.document.history) == steps + 1


def test_the_panel_stays_while_the_selection_changes(bench: Bench, two: list[str]) -> None:
    bench.select(("card", two[0]))
    bench.panel.show_panel(Panel.EMOTIONS)
    bench.field(FeelingField)
    bench.pick(bench.field(FeelingField), "calm")
    bench.select(("card", two[1]))
    assert bench.panel.panel is Panel.EMOTIONS
    assert bench.field(FeelingField).button.text() != "Calm"
    bench.panel.show_panel(Panel.DETAILS)
    assert bench.field(TextField, "Title").box.toPlainText() == "Pay"


def test_a_panel_behind_shows_the_present_state_when_it_comes(bench: Bench) -> None:
    bench.select(("card", card(bench).id))
    field = bench.field(TextField, "Description")
    bench.panel.show_panel(Panel.OWNERS)
    point = touchpoint(bench).id
    bench._do(lambda p: set_fields(p, Touchpoint, [point], Label("x"), description="New"))
    bench.panel.show_panel(Panel.DETAILS)
    assert field.box.toPlainText() == "New"


def test_the_ring_tells_what_is_open(bench: Bench) -> None:
    bench.select(("card", card(bench).id))
    ring = bench.panel.header.ring
    assert ring.accessibleName() == "0% complete"
    assert "Who is responsible?" in ring.accessibleDescription()
    bench.pick(bench.field(FeelingField), "calm")  # answers nothing
    bench.field(SegmentedField, "How do we know?").segments.enter()
    bench.press(Key.Key_Space)
    assert ring.accessibleName() == "9% complete"
    assert "How do we know?" not in ring.accessibleDescription()


@pytest.mark.parametrize("language", ["en", "es"])
def test_nothing_is_cut_at_the_narrowest(program: Program, qtbot: QtBot, language: str) -> None:
    tr.use(language)
    made = make_project("sample", language)
    document = Document.new(made.project, made.assets, "test")
    bench = Bench(qtbot, document)
    bench.panel.setFixedWidth(NARROWEST)
    map = bench.project.maps()[0].id
    [placement] = [c for c in bench.project.placements(map) if c.critical and c.emotion == -2][:1]
    keys = (
        ("card", placement.id),
        ("stage", bench.project.stages(map)[0].id),
        ("segment", bench.project.segments(map)[0].id),
    )
    for selected in (*((key,) for key in keys), ()):
        bench.select(*selected)
        for panel in bench.panel.form.panels:
            bench.panel.form.show_panel(panel)
            unfold_all(bench)
            QApplication.processEvents()
            assert cut(bench.panel) == []
    document.abandon()


def unfold_all(bench: Bench) -> None:
    for section in bench.panel.form.front.findChildren(Section):
        section.button.setChecked(True)


def cut(panel: QWidget) -> list[str]:
    """What is wider than its place, or reaches beyond the panel."""
    found = []
    for widget in panel.findChildren(QWidget):
        if not widget.isVisible():
            continue
        right = widget.mapTo(panel, QPoint(widget.width(), 0)).x()
        if right > panel.width():
            found.append(f"{type(widget).__name__} reaches {right}")
        if isinstance(widget, QTabBar) and widget.tabRect(widget.count() - 1).right() > right:
            found.append("the last tab is cut")
        if isinstance(widget, QPushButton | QToolButton | QLabel | QLineEdit):
            needed = widget.fontMetrics().size(0, widget.text()).width()
            wraps = isinstance(widget, QLabel) and widget.wordWrap()
            if needed > widget.width() and not wraps:
                found.append(f"{widget.text()!r} needs {needed} of {widget.width()}")
    return found


def test_a_code_is_typed_in_the_details(bench: Bench) -> None:
    bench.select(("card", card(bench).id))
    unfold_all(bench)
    bench.field(TextField, "Code").enter()
    bench.focus.selectAll()  # type: ignore[attr-defined]
    bench.enter("TP-900", Key.Key_Return)
    assert bench.panel.header.code.text() == "TP-900"
