"""The analysis in place of the map: pages of panels, and the findings beside the overview."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from journeyeditor.analysis.finding import Finding
from journeyeditor.drawing.charts.progress import draw_progress
from journeyeditor.drawing.shapes import Key
from journeyeditor.translation import tr
from journeyeditor.ui.analysis.backroom import Backroom
from journeyeditor.ui.analysis.board import Board
from journeyeditor.ui.analysis.chart import ChartView
from journeyeditor.ui.analysis.figures import Figures
from journeyeditor.ui.analysis.findings import Aside, FindingsList
from journeyeditor.ui.analysis.live import Insight
from journeyeditor.ui.analysis.panels import GAP, Panel, PanelGrid, Spec
from journeyeditor.ui.analysis.specs import (
    BALANCE,
    COMPARISON,
    EXPERIENCE,
    IMPROVEMENTS,
    METRICS,
    OVERVIEW,
    OWNERS,
)
from journeyeditor.ui.analysis.strip import FindingsHead
from journeyeditor.ui.canvas.painting import AssetBytes
from journeyeditor.ui.chrome.controls import button, label
from journeyeditor.ui.inspector.tabs import PanelTabs

EDGE = 20
NARROW_FINDINGS, WIDE_FINDINGS = 340, 440


class FindingsPanel(QFrame):
    """All findings by severity, and how far the method has come."""

    def __init__(self, room: Backroom, asset_bytes: AssetBytes) -> None:
        super().__init__()
        self.setObjectName("analysis-panel")
        self.head = FindingsHead("panel-title")
        self.list = FindingsList(compact=False)
        self.progress = ChartView(tr("Progress of the method"), 0, room, asset_bytes)
        foot = QFrame()
        foot.setObjectName("findings-foot")
        inner = QVBoxLayout(foot)
        inner.setContentsMargins(14, 12, 14, 10)
        inner.addWidget(self.progress)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 0, 0)
        column.setSpacing(4)
        top = QHBoxLayout()
        top.setContentsMargins(20, 0, 16, 0)
        top.addWidget(self.head)
        column.addLayout(top)
        middle = QHBoxLayout()
        middle.setContentsMargins(8, 0, 4, 0)
        middle.addWidget(self.list)
        column.addLayout(middle, 1)
        column.addWidget(foot)

    def show_insight(self, insight: Insight) -> None:
        self.progress.show_chart(partial(draw_progress, insight.shown))

    def show_findings(self, standing: Sequence[Finding], aside: Sequence[Aside]) -> None:
        self.list.show_findings(standing, aside if self.head.aside.isChecked() else ())
        self.head.show_counts(len(standing), len(aside))


class Page(QScrollArea):
    """Panels that scroll. `led` carries where a chosen thing leads."""

    led = Signal(object)

    def __init__(
        self,
        specs: Sequence[Spec],
        room: Backroom,
        asset_bytes: AssetBytes,
        stretches: tuple[int, int] = (1, 1),
        *,
        fills: bool = False,
    ) -> None:
        super().__init__()
        self.setObjectName("analysis-page")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.grid = PanelGrid(stretches, fills=fills)
        self.panels = {spec.id: Panel(spec, room, asset_bytes) for spec in specs}
        for panel in self.panels.values():
            self.grid.add(panel)
            panel.led.connect(self.led)
        content = QWidget()
        content.setObjectName("analysis-content")
        self.column = QVBoxLayout(content)
        self.column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        self.column.setSpacing(GAP)
        self.column.addWidget(self.grid, int(fills))
        if not fills:
            self.column.addStretch(1)
        self.setWidget(content)

    def show_insight(self, insight: Insight) -> None:
        """Show what is known now."""
        for panel in self.panels.values():
            panel.show_insight(insight)


class ComparisonPage(Page):
    """The panels of two maps, or what to do to have two."""

    def __init__(self, room: Backroom, asset_bytes: AssetBytes) -> None:
        super().__init__(COMPARISON, room, asset_bytes)
        self.hint = label("", "secondary", wrap=True)
        self.column.insertWidget(0, self.hint)

    def show_insight(self, insight: Insight) -> None:
        found = insight.comparison
        self.grid.setVisible(found is not None)
        if found:
            before, after = found.before.map.name, found.after.map.name
            self.hint.setText(tr("From “{before}” to “{after}”.", before=before, after=after))
            super().show_insight(insight)
        elif len(insight.facts.project.maps()) > 1:
            self.hint.setText(tr("Choose in “Compare with” which map to lay beside this one."))
        else:
            self.hint.setText(
                tr(
                    "A comparison needs a second map in this file: “Duplicate as the future "
                    "state” in the Map menu makes one."
                )
            )


class ImprovementsPage(Page):
    """The board above; impact against effort, and the list below. `new_asked` asks for another."""

    new_asked = Signal()
    opened = Signal(str)

    def __init__(self, room: Backroom, asset_bytes: AssetBytes) -> None:
        super().__init__(IMPROVEMENTS, room, asset_bytes, (2, 3))
        self.board = Board()
        self.hint = label("", "secondary", wrap=True)
        self.new = button(tr("New improvement"), "plus", "primary")
        head = QHBoxLayout()
        head.addWidget(self.hint, 1)
        head.addWidget(self.new)
        self.column.insertLayout(0, head)
        self.column.insertWidget(1, self.board)
        self.new.clicked.connect(self.new_asked)
        self.board.led.connect(self.led)
        for panel in self.panels.values():
            panel.chosen.connect(self._open)

    def lock(self) -> None:
        """Let the improvements only be read."""
        self.new.hide()
        self.hint.hide()
        for column in self.board.columns:
            column.lock()

    def _open(self, key: Key) -> None:
        if key[0] == "improvement":
            self.opened.emit(key[1])

    def show_insight(self, insight: Insight) -> None:
        super().show_insight(insight)
        self.board.show_insight(insight)
        self.hint.setText(
            tr(
                "Drag between the columns, or press Alt and an arrow. Enter edits. A finding’s "
                "“Make an improvement” adds one here."
            )
        )


class Overview(QWidget):
    """The figures, four panels, and the findings. `more_asked` asks for all owners."""

    led = Signal(object)
    more_asked = Signal()

    def __init__(self, room: Backroom, asset_bytes: AssetBytes) -> None:
        super().__init__()
        self.figures = Figures()
        self.page = Page(OVERVIEW, room, asset_bytes, (64, 76), fills=True)
        self.page.column.setContentsMargins(0, 0, 6, 0)
        self.findings = FindingsPanel(room, asset_bytes)
        self.findings.setMinimumWidth(NARROW_FINDINGS)
        self.findings.setMaximumWidth(WIDE_FINDINGS)
        row = QHBoxLayout()
        row.setSpacing(GAP - 6)
        row.addWidget(self.page, 14)
        row.addWidget(self.findings, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        column.setSpacing(GAP)
        column.addWidget(self.figures)
        column.addLayout(row, 1)
        self.page.led.connect(self.led)
        self.page.panels["load"].chosen.connect(self._show_more)

    def _show_more(self, key: Key) -> None:
        if key == ("more",):
            self.more_asked.emit()

    def show_insight(self, insight: Insight) -> None:
        self.figures.show_insight(insight)
        self.page.show_insight(insight)
        self.findings.show_insight(insight)


class AnalysisView(QWidget):
    """The pages behind their tabs. A page is made when it is first looked at, and only the one in
    front is kept up to date.

    `led` carries where a chosen thing leads, `made` a page that is new.
    """

    led = Signal(object)
    made = Signal(object)

    def __init__(self, room: Backroom, asset_bytes: AssetBytes) -> None:
        super().__init__()
        self.setObjectName("analysis")
        self._insight: Insight | None = None
        self._stale: set[int] = set()
        self._makers: tuple[Callable[[], Overview | Page], ...] = (
            lambda: Overview(room, asset_bytes),
            lambda: Page(EXPERIENCE, room, asset_bytes),
            lambda: Page(OWNERS, room, asset_bytes),
            lambda: Page(BALANCE, room, asset_bytes),
            lambda: Page(METRICS, room, asset_bytes, (3, 2)),
            lambda: ComparisonPage(room, asset_bytes),
            lambda: ImprovementsPage(room, asset_bytes),
        )
        self.pages: dict[int, Overview | Page] = {}
        self.tabs = PanelTabs(
            (tr("Overview"), tr("Experience"), tr("Owners and processes"),
             tr("Channels and balance"), tr("Metrics and evidence"), tr("Comparison"),
             tr("Improvements"))
        )  # fmt: skip
        self.tabs.setAccessibleName(tr("Pages of the analysis"))
        self.stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self.stack, 1)
        self.tabs.currentChanged.connect(self._refresh)

    def show_insight(self, insight: Insight | None) -> None:
        """Show what is known now."""
        self._insight = insight
        self._stale = set(range(len(self._makers)))
        self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    def _refresh(self) -> None:
        """Bring the page of the present tab to the front, and up to date."""
        index = self.tabs.currentIndex()
        if not self.isVisible():
            return
        if index not in self.pages:
            self._make(index)
        self.stack.setCurrentWidget(self.pages[index])
        if self._insight and index in self._stale:
            self._stale.discard(index)
            self.pages[index].show_insight(self._insight)

    def _make(self, index: int) -> None:
        page = self.pages[index] = self._makers[index]()
        if isinstance(page, Overview):
            page.more_asked.connect(lambda: self.tabs.setCurrentIndex(OWNERS_PAGE))
        self.stack.addWidget(page)
        page.led.connect(self.led)
        self.made.emit(page)


OVERVIEW_PAGE, OWNERS_PAGE, COMPARISON_PAGE, IMPROVEMENTS_PAGE = 0, 2, 5, 6
"""Places of the pages that others turn to."""
