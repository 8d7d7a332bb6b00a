"""Findings in the window: each leads to its cards, and can be answered."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from journeyeditor.analysis.findings import findings
from journeyeditor.model.change import Label
from journeyeditor.model.edits.records import remove_records, set_fields
from journeyeditor.model.records import Dismissal, Improvement, Responsibility, Stage
from journeyeditor.translation import tr
from journeyeditor.ui.analysis.dialogs import AsideDialog, LimitsDialog
from tests.ui.analysis.seeing import Analyst
from tests.ui.hands import LEFT


@contextmanager
def in_dialog(kind: type[QDialog], act) -> Iterator[None]:
    """Act in a dialog of this kind when it comes up."""
    seen = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind) and not seen:
            seen.append(dialog)
            act(dialog)

    timer = QTimer(interval=20)
    timer.timeout.connect(look)
    timer.start()
    yield
    timer.stop()
    assert seen, f"no {kind.__name__} came up"


def test_the_strip_lists_what_the_rules_find(analyst: Analyst) -> None:
    found = findings(analyst.project, analyst.workspace.map)
    assert [it.key for it in analyst.findings()] == [it.key for it in found]
    row = analyst.row("neglected_stage")
    assert row.title.text() == "Loyalty: neglected"
    assert "High severity: Loyalty: neglected" in row.accessibleName()
    assert "8 points" in row.rule.text()


def test_every_finding_leads_to_its_cards(analyst: Analyst) -> None:
    for finding in analyst.findings():
        row = analyst.strip.rows[finding.key]
        analyst.workspace.canvas.select([])
        analyst.press(row)
        keys = set(analyst.workspace.canvas.selected_keys())
        if finding.leads.placements:
            assert keys == {("card", id) for id in finding.leads.placements}, finding.key
        elif finding.leads.cells:
            assert keys <= {("cell", *cell) for cell in finding.leads.cells}
            assert keys
        for key in keys:
            canvas = analyst.workspace.canvas
            place = canvas.view.panes.to_canvas(canvas.view.place_of(key))
            assert canvas.rect().intersects(place.toRect()), (finding.key, key)


def test_a_click_in_the_analysis_leads_to_the_map(analyst: Analyst) -> None:
    analyst.analyse()
    row = analyst.row("very_negative_moments", analyst.column)
    analyst.qtbot.mouseClick(row.title, LEFT)
    assert not analyst.workspace.desk.shown
    assert analyst.selected() == set(row.finding.leads.placements)
    assert analyst.workspace.canvas.hasFocus()


def test_empty_cells_are_walked_one_after_the_other(analyst: Analyst) -> None:
    row = analyst.row("empty_cells")
    seen = []
    for _ in range(3):
        analyst.press(row)
        seen.append(analyst.workspace.canvas.selected_keys()[0][1:])
    assert seen == [*row.finding.leads.cells, row.finding.leads.cells[0]]


def test_arrows_walk_the_rows_and_space_opens_the_rule(analyst: Analyst) -> None:
    rows = list(analyst.strip.rows.values())
    analyst.press(rows[0], Qt.Key.Key_Down)
    assert rows[1].hasFocus()
    analyst.press(rows[1], Qt.Key.Key_Space)
    assert rows[1].answers.isVisible()
    analyst.press(rows[1], Qt.Key.Key_Space)
    assert not rows[1].answers.isVisible()


def test_setting_aside_is_undone_and_brought_back(analyst: Analyst) -> None:
    key = analyst.row("neglected_stage").finding.key

    def answer(dialog: AsideDialog) -> None:
        analyst.qtbot.keyClicks(dialog.reason, "Agreed")
        dialog.accept()

    with in_dialog(AsideDialog, answer):
        analyst.press(analyst.row("neglected_stage"), Qt.Key.Key_Delete)
    analyst.wait()
    assert key not in analyst.strip.rows
    [dismissal] = analyst.project.all(Dismissal)
    assert (dismissal.key, dismissal.reason) == (key, "Agreed")
    assert analyst.window.actions_by_id["undo"].text() == "Undo Set aside “Loyalty: neglected”"
    analyst.command("undo")
    analyst.wait()
    assert key in analyst.strip.rows
    analyst.command("redo")
    analyst.wait()
    analyst.qtbot.mouseClick(analyst.workspace.desk.strip.head.aside, LEFT)
    row = analyst.strip.rows[key]
    assert "Agreed" in row.rule.text()
    analyst.press(row, Qt.Key.Key_Space)
    analyst.qtbot.mouseClick(row.back, LEFT)
    analyst.wait()
    assert not list(analyst.project.all(Dismissal))
    assert analyst.strip.rows[key].reason is None


def test_limits_change_what_is_found_and_are_undone(analyst: Analyst) -> None:
    def raise_limit(dialog: LimitsDialog) -> None:
        dialog.boxes["share_points"].setValue(12)
        analyst.qtbot.mouseClick(dialog.usual, LEFT)
        assert dialog.boxes["share_points"].value() == 8
        dialog.boxes["share_points"].setValue(30)
        dialog.close()

    with in_dialog(LimitsDialog, raise_limit):
        analyst.command("limits")
    analyst.wait()
    assert dict(analyst.project.info.thresholds) == {"share_points": 30.0}
    rules = {it.rule.id for it in analyst.findings()}
    assert not rules & {"neglected_stage", "crowded_stage"}
    analyst.command("undo")
    analyst.wait()
    assert analyst.row("neglected_stage")


def test_an_improvement_is_made_in_one_click(analyst: Analyst) -> None:
    before = {it.id for it in analyst.project.all(Improvement)}
    row = analyst.row("very_negative_moments")
    analyst.press(row, Qt.Key.Key_Space)
    analyst.qtbot.mouseClick(row.improve, LEFT)
    made = [it for it in analyst.project.all(Improvement) if it.id not in before]
    assert {it.subject for it in made} == set(row.finding.leads.placements)
    assert {it.title for it in made} == {row.title.text()}
    analyst.command("undo")
    assert {it.id for it in analyst.project.all(Improvement)} == before


def test_of_many_touchpoints_one_improvement_is_made(analyst: Analyst) -> None:
    before = {it.id for it in analyst.project.all(Improvement)}
    duties = [it.id for it in analyst.project.all(Responsibility)]
    step = Label("Nobody")
    analyst.workspace.editor.do(lambda p: remove_records(p, Responsibility, duties, step))
    analyst.wait()
    row = analyst.row("without_owner")
    assert len(row.finding.leads.touchpoints) == 27
    row.improve_asked.emit(row.finding)
    [made] = [it for it in analyst.project.all(Improvement) if it.id not in before]
    assert made.subject is None
    assert made.title == row.title.text()


def test_the_analysis_follows_each_edit(analyst: Analyst) -> None:
    stages = analyst.project.stages(analyst.workspace.map)
    ids = [stage.id for stage in stages]
    analyst.workspace.editor.do(lambda p: set_fields(p, Stage, ids, Label("Alike"), importance=3))
    analyst.wait()
    assert "neglected_stage" not in {it.rule.id for it in analyst.findings()}
    analyst.command("undo")
    analyst.wait()
    assert "neglected_stage" in {it.rule.id for it in analyst.findings()}


def test_a_row_keeps_focus_and_open_rule_through_edits(analyst: Analyst) -> None:
    row = analyst.row("empty_cells")
    analyst.press(row, Qt.Key.Key_Space)
    card = analyst.project.placements(analyst.workspace.map)[0]
    analyst.workspace.editor.duplicate([card.id])
    row.setFocus()
    analyst.wait()
    assert analyst.row("empty_cells") is row
    assert row.answers.isVisible()


def test_a_segment_narrows_findings_and_figures(analyst: Analyst) -> None:
    analyst.analyse()
    everything = set(analyst.column.rows)
    segment = analyst.segment("Store customer")
    analyst.workspace.desk.look_at(segment.id)
    analyst.wait()
    assert set(analyst.column.rows) < everything
    figures = analyst.overview.figures.figures
    assert figures[0].value.text() == "9"


def test_both_languages(analyst: Analyst) -> None:
    for language, words in (("es", "7\N{NO-BREAK SPACE}% frente"), ("en", "7% against")):
        analyst.window.program.set_language(language)
        analyst.wait()
        for finding in analyst.findings():
            assert analyst.strip.rows[finding.key].title.text() == finding.title(tr)
        assert analyst.row("neglected_stage").detail.text().startswith(words)


def test_the_strip_is_hidden_and_stays_so(analyst: Analyst) -> None:
    analyst.command("findings-strip")
    assert not analyst.workspace.desk.shows_strip
    assert not analyst.window.program.settings.flag("findings-strip", True)
    analyst.command("findings-strip")
    assert analyst.workspace.desk.shows_strip


def test_rows_stay_within_their_list(analyst: Analyst) -> None:
    analyst.window.resize(1024, 720)
    QApplication.processEvents()
    for row in analyst.strip.rows.values():
        assert row.width() <= analyst.strip.viewport().width()
        assert row.more.geometry().right() <= row.width()


def test_a_row_is_as_high_under_the_pointer_as_before(analyst: Analyst) -> None:
    analyst.window.resize(1280, 720)
    analyst.analyse()
    for row in analyst.column.rows.values():
        before = row.heightForWidth(row.width())
        row.setFocus()
        assert row.heightForWidth(row.width()) == before, row.title.text()
