"""Hands that know their way through the analysis."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from journeyeditor.analysis.finding import Finding
from journeyeditor.drawing.shapes import Key
from journeyeditor.ui.analysis.board import Board
from journeyeditor.ui.analysis.chart import ChartView
from journeyeditor.ui.analysis.findings import FindingRow, FindingsList
from journeyeditor.ui.analysis.panels import Panel
from journeyeditor.ui.analysis.view import ImprovementsPage, Overview, Page
from tests.ui.hands import LEFT, NONE, Hands

SIZE = (1440, 900)
"""Of the window, in pixels."""


class Analyst(Hands):
    """Acts on a window whose document is analysed."""

    def put_back(self) -> None:
        """The map as it was opened, in the window as it was."""
        self.window.program.set_language("en")
        self.window.resize(*SIZE)
        workspace, desk = self.workspace, self.workspace.desk
        workspace.document.seal()
        while workspace.document.undo_label:
            workspace.document.undo()
        desk.turn(False)
        desk.look_at("")
        desk.compare_with("")
        desk.view.tabs.setCurrentIndex(0)
        desk.strip.head.aside.setChecked(False)
        for panel in desk.view.findChildren(Panel):
            panel.toggle.setChecked(False)
        for row in self.strip.rows.values():
            row.open_up(False)
        if not desk.shows_strip:
            desk.toggle_strip()
        workspace.canvas.select([])
        workspace.canvas.set_zoom(1)

    def wait(self) -> None:
        """Until the analysis is that of the newest state, and drawn for the room it has."""
        live = self.workspace.desk.live
        QApplication.processEvents()
        while live.busy:
            self.qtbot.waitUntil(lambda: not live.busy, timeout=10_000)
            QApplication.processEvents()

    @property
    def strip(self) -> FindingsList:
        return self.workspace.desk.strip.list

    @property
    def overview(self) -> Overview:
        found = self.workspace.desk.view.pages[0]
        assert isinstance(found, Overview)
        return found

    @property
    def board(self) -> Board:
        found = self.workspace.desk.view.pages[6]
        assert isinstance(found, ImprovementsPage)
        return found.board

    @property
    def column(self) -> FindingsList:
        return self.overview.findings.list

    def findings(self) -> list[Finding]:
        """What the strip lists."""
        return [row.finding for row in self.strip.rows.values()]

    def row(self, rule: str, list: FindingsList | None = None) -> FindingRow:
        """The first finding of a rule."""
        rows = (list or self.strip).rows.values()
        return next(row for row in rows if row.finding.rule.id == rule)

    def analyse(self, page: int = 0) -> None:
        """Turn to a page of the analysis."""
        if not self.workspace.desk.shown:
            self.command("analysis")
        self.workspace.desk.view.tabs.setCurrentIndex(page)
        self.wait()

    def panel(self, id: str) -> Panel:
        for page in self.workspace.desk.view.findChildren(Page):
            if id in page.panels:
                return page.panels[id]
        raise AssertionError(f"no panel “{id}”")

    def point_at(self, chart: ChartView, key: Key) -> QPoint:
        """Where a thing of a chart is, once its page is laid out."""
        self.qtbot.waitUntil(lambda: key in chart.drawing.by_key)
        return chart.place_of(key).center().toPoint()

    def click_chart(self, chart: ChartView, key: Key) -> None:
        self.qtbot.mouseClick(chart.viewport(), LEFT, NONE, self.point_at(chart, key))

    def press(self, row: FindingRow, key: Qt.Key = Qt.Key.Key_Return) -> None:
        """Give a row the focus, and press a key."""
        row.setFocus(Qt.FocusReason.TabFocusReason)
        self.qtbot.keyClick(row, key)

    def selected(self) -> set[str]:
        """The selected cards."""
        return set(self.workspace.canvas.selected_cards())
