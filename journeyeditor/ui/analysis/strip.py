"""The strip under the map: how the cards spread, and the findings."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from journeyeditor.analysis.facts import MapFacts
from journeyeditor.analysis.finding import NOWHERE, Finding
from journeyeditor.analysis.tables.stages import distribution_table
from journeyeditor.drawing.charts.distribution import draw_distribution
from journeyeditor.drawing.charts.sheet import ChartOptions
from journeyeditor.drawing.shapes import Drawing, Key
from journeyeditor.translation import tr
from journeyeditor.ui.analysis.backroom import Backroom
from journeyeditor.ui.analysis.chart import ChartView
from journeyeditor.ui.analysis.findings import Aside, FindingsList
from journeyeditor.ui.analysis.live import Insight
from journeyeditor.ui.analysis.panels import Legend
from journeyeditor.ui.analysis.specs import DISTRIBUTION
from journeyeditor.ui.canvas.painting import AssetBytes
from journeyeditor.ui.chrome.controls import ElidedLabel, label, tool_button

HEIGHT, LEAST = 176, 160
"""Pixels."""


class FindingsHead(QWidget):
    """The heading of a list of findings: how many, and what can be asked about them all."""

    limits_asked = Signal()
    aside_toggled = Signal(bool)

    def __init__(self, role: str) -> None:
        super().__init__()
        self.title = label(tr("Findings"), role)
        self.count = ElidedLabel("secondary")
        self.aside = tool_button("list-filter", tr("Also what was set aside"))
        self.aside.setCheckable(True)
        self.limits = tool_button("settings", tr("Limits of the analysis…"))
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(8)
        self.row.addWidget(self.title)
        self.row.addWidget(self.count, 1)
        self.row.addWidget(self.aside)
        self.row.addWidget(self.limits)
        self.aside.toggled.connect(self.aside_toggled)
        self.limits.clicked.connect(self.limits_asked)

    def show_counts(self, standing: int, aside: int) -> None:
        """How many findings stand and how many were set aside."""
        words = tr("{count} · the gravest first", count=tr.number(standing))
        if aside:
            words += " · " + tr.plural("{count} set aside", "{count} set aside", aside)
        self.count.setText(words)


class FindingsStrip(QFrame):
    """Distribution at the left, findings at the right."""

    led = Signal(object)
    close_asked = Signal()

    def __init__(self, room: Backroom, asset_bytes: AssetBytes) -> None:
        super().__init__()
        self.setObjectName("findings-strip")
        self.setAccessibleName(tr("Findings"))
        self.setMinimumHeight(LEAST)
        self._insight: Insight | None = None
        self.chart = ChartView(tr(DISTRIBUTION.title), 0, room, asset_bytes)
        self.head = FindingsHead("strip-title")
        self.list = FindingsList(compact=True)
        self.close_button = tool_button("chevron-down", tr("Hide the findings"))
        self.head.row.addWidget(self.close_button)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setHandleWidth(1)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(self._side(self._chart_head(), self.chart))
        self.split.addWidget(self._side(self.head, self.list))
        self.split.setSizes([560, 440])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.split)
        self.close_button.clicked.connect(self.close_asked)
        self.chart.chosen.connect(self._lead)

    def show_insight(self, insight: Insight | None) -> None:
        """Show what is known now."""
        self._insight = insight
        if insight:
            self.chart.show_chart(partial(_draw_brief, insight.facts))

    def show_findings(self, standing: Sequence[Finding], aside: Sequence[Aside]) -> None:
        """Show these findings, and those that were set aside where they are wanted."""
        self.list.show_findings(standing, aside if self.head.aside.isChecked() else ())
        self.head.show_counts(len(standing), len(aside))

    def _lead(self, key: Key) -> None:
        if self._insight:
            self.led.emit(distribution_table(self._insight.facts, tr).leads.get(key, NOWHERE))

    def _chart_head(self) -> QWidget:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(label(tr("Distribution of touchpoints"), "strip-title"))
        against = ElidedLabel("secondary")
        against.setText(tr("against the importance of each stage"))
        row.addWidget(against, 1)
        row.addWidget(Legend(DISTRIBUTION.legend))
        return head

    def _side(self, head: QWidget, body: QWidget) -> QWidget:
        side = QWidget()
        side.setMinimumWidth(260)
        column = QVBoxLayout(side)
        column.setContentsMargins(16, 8, 12, 4)
        column.setSpacing(4)
        column.addWidget(head)
        column.addWidget(body, 1)
        return side


def _draw_brief(facts: MapFacts, options: ChartOptions) -> Drawing:
    return draw_distribution(facts, replace(options, brief=True))
