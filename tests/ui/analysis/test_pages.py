"""The pages of the analysis: charts that are walked, tables that are copied, the board."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest

from journeyeditor.model.choices import ImprovementState, MapKind
from journeyeditor.model.records import Improvement, JourneyMap
from journeyeditor.ui.analysis.board import STATES, Column
from journeyeditor.ui.analysis.panels import Panel
from tests.ui.analysis.seeing import Analyst
from tests.ui.hands import ALT, CTRL, SHIFT


def test_the_switch_turns_map_and_analysis(analyst: Analyst) -> None:
    analyst.key(Qt.Key.Key_A, CTRL | SHIFT)
    desk = analyst.workspace.desk
    assert desk.shown
    assert not analyst.canvas.isVisible()
    assert analyst.window.actions_by_id["analysis"].isChecked()
    analyst.command("show-map")
    assert not desk.shown
    assert analyst.canvas.hasFocus()


def test_every_page_shows_what_it_has(analyst: Analyst) -> None:
    analyst.window.resize(1280, 720)
    view = analyst.workspace.desk
    for page in range(view.view.tabs.count()):
        analyst.analyse(page)
        shown = view.view.pages[page]
        assert view.view.stack.currentWidget() is shown
        assert shown.isVisible()
        for panel in (it for it in shown.findChildren(Panel) if it.isVisible()):
            bodies = (panel.chart, panel.table, panel.empty)
            assert sum(not body.isHidden() for body in bodies) == 1, panel.spec.id
            assert panel.empty.isHidden() or panel.empty.text()


def test_a_bar_leads_to_the_cards_of_its_stage(analyst: Analyst) -> None:
    stage = analyst.stage("Loyalty")
    analyst.click_chart(analyst.workspace.desk.strip.chart, ("bar", stage.id))
    names = {analyst.touchpoint(c).name for c in analyst.project.placements(analyst.workspace.map)
             if c.id in analyst.selected()}  # fmt: skip
    assert names == {"Monthly newsletter with offers based on past purchases",
                     "Yearly account review"}  # fmt: skip


def test_a_chart_is_walked_by_keyboard(analyst: Analyst) -> None:
    chart = analyst.workspace.desk.strip.chart
    stages = analyst.project.stages(analyst.workspace.map)
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    assert chart.current
    QTest.keyClick(chart, Qt.Key.Key_Home)
    seen = [chart.current]
    for _ in stages[1:]:
        QTest.keyClick(chart, Qt.Key.Key_Right)
        seen.append(chart.current)
    assert seen == [("bar", stage.id) for stage in stages]
    QTest.keyClick(chart, Qt.Key.Key_Return)
    assert analyst.selected() == {
        card.id for card in analyst.project.placements(analyst.workspace.map)
        if card.stage == stages[-1].id
    }  # fmt: skip


def test_what_is_under_the_pointer(analyst: Analyst) -> None:
    chart = analyst.workspace.desk.strip.chart
    for node in chart.things():
        assert chart.key_at(chart.place_of(node.key).center()) == node.key
    last = chart.place_of(chart.things()[-1].key)
    assert chart.key_at(last.bottomRight() + QPoint(4, 4).toPointF()) is None


def test_a_chart_says_its_things(analyst: Analyst) -> None:
    chart = analyst.workspace.desk.strip.chart
    assert "Loyalty: 7% (2 of 30 cards), 20% expected" in chart.accessibleDescription()
    assert chart.accessibleName() == "Distribution against importance"


def test_the_table_of_a_chart_is_copied_for_a_spreadsheet(analyst: Analyst) -> None:
    analyst.analyse()
    panel = analyst.panel("distribution")
    panel.toggle.click()
    analyst.wait()
    assert panel.table.isVisible()
    assert not panel.chart.isVisible()
    panel.table.setFocus()
    QTest.keyClick(panel.table, Qt.Key.Key_C, CTRL)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].split("\t")[:3] == ["Stage", "Importance", "Cards"]
    assert lines[6].split("\t") == ["Loyalty", "5", "2", "7%", "20%", "-13"]
    assert len(lines) == 8


def test_a_row_of_a_table_leads_to_the_map(analyst: Analyst) -> None:
    analyst.analyse(1)
    table = analyst.panel("moments").table
    table.setCurrentIndex(table.model().index(0, 0))
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert not analyst.workspace.desk.shown
    [card] = analyst.selected()
    assert analyst.project.find(type(analyst.card("Payment by card or PayPal")), card)


def test_the_figures_of_the_cells_can_be_chosen(analyst: Analyst) -> None:
    analyst.analyse()
    panel = analyst.panel("heat")
    before = panel.chart.drawing
    panel.modes.buttons[1].click()
    analyst.wait()
    assert panel.chart.drawing != before
    assert panel.modes.buttons[1].isChecked()


def test_two_maps_are_compared(analyst: Analyst) -> None:
    as_is = analyst.workspace.map
    analyst.command("map-duplicate")
    analyst.wait()
    future = analyst.workspace.map
    assert analyst.project.get(JourneyMap, future).kind is MapKind.TO_BE
    analyst.analyse()
    analyst.workspace.desk.compare_with(as_is)
    analyst.wait()
    desk = analyst.workspace.desk
    assert desk.view.stack.currentWidget() is desk.view.pages[5]
    assert desk.insight
    assert desk.insight.comparison
    assert len(desk.insight.comparison.pairs) == 30
    panel = analyst.panel("compared-curves")
    assert {node.key[0] for node in panel.chart.things()} == {"card"}


def column(analyst: Analyst, state: ImprovementState) -> Column:
    return analyst.board.columns[STATES.index(state)]


def test_improvements_move_by_keyboard_and_back(analyst: Analyst) -> None:
    analyst.analyse(6)
    ideas = column(analyst, ImprovementState.IDEA)
    ideas.setCurrentRow(0)
    ideas.setFocus()
    id = ideas.current()
    QTest.keyClick(ideas, Qt.Key.Key_Right, ALT)
    analyst.wait()
    assert analyst.project.get(Improvement, id).state is ImprovementState.PLANNED
    planned = column(analyst, ImprovementState.PLANNED)
    assert planned.hasFocus()
    assert planned.current() == id
    analyst.command("undo")
    assert analyst.project.get(Improvement, id).state is ImprovementState.IDEA


def test_improvements_are_dragged_between_columns(analyst: Analyst) -> None:
    analyst.analyse(6)
    ideas, doing = (column(analyst, state) for state in (STATES[0], STATES[2]))
    ideas.setCurrentRow(0)
    id = ideas.current()
    mime = ideas.mimeData([ideas.item(0)])
    event = QDropEvent(
        QPoint(10, 10).toPointF(), Qt.DropAction.MoveAction, mime, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    doing.dropEvent(event)
    analyst.wait()
    assert analyst.project.get(Improvement, id).state is ImprovementState.DOING
    assert doing.current() == id


def test_an_improvement_is_deleted_and_comes_back(analyst: Analyst) -> None:
    analyst.analyse(6)
    ideas = column(analyst, ImprovementState.IDEA)
    ideas.setCurrentRow(0)
    ideas.setFocus()
    id = ideas.current()
    QTest.keyClick(ideas, Qt.Key.Key_Delete)
    assert analyst.project.find(Improvement, id) is None
    analyst.command("undo")
    assert analyst.project.find(Improvement, id)


def test_a_map_without_anything_says_so(analyst: Analyst) -> None:
    analyst.workspace.add_map()
    analyst.wait()
    analyst.analyse()
    assert analyst.panel("distribution").chart.drawing.by_key.keys() == {("nothing",)}
    assert analyst.column.rows == {}
    for page in range(7):
        analyst.analyse(page)
