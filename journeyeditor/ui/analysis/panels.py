"""A panel of the analysis: a chart or its table under a title, and the rule below."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from journeyeditor.analysis.finding import NOWHERE
from journeyeditor.analysis.table import Table
from journeyeditor.drawing.charts.sheet import ChartOptions
from journeyeditor.drawing.shapes import Drawing, Key
from journeyeditor.translation import Translator, tr, translator
from journeyeditor.ui.analysis.backroom import Backroom
from journeyeditor.ui.analysis.chart import ChartView
from journeyeditor.ui.analysis.live import Insight
from journeyeditor.ui.analysis.tables import TableView
from journeyeditor.ui.canvas.painting import AssetBytes
from journeyeditor.ui.chrome.controls import label, tool_button
from journeyeditor.ui.chrome.look import current_theme
from journeyeditor.ui.inspector.segments import Segments

GAP = 16
TWO_COLUMNS = 1080
"""Pixels from which panels stand side by side."""


@dataclass(frozen=True, kw_only=True)
class Spec:
    """A panel: messages in English, and functions of what a map tells.

    Without `draw` it is a table only; `empty` is said where that has no rows. `least` is the
    chart's height in pixels. `legend` pairs a colour of the theme with a message; a colour after
    a hash has an edge. `modes` are values for `draw`'s third argument, with their messages.
    A `wide` panel takes a row of its own, others stand in the left column, or the `right`.
    """

    id: str
    title: str
    table: Callable[[Insight, Translator], Table]
    draw: Callable[[Insight, ChartOptions, Any], Drawing] | None = None
    rule: str = ""
    note: Callable[[Insight, Translator], str] | None = None
    legend: tuple[tuple[str, str], ...] = ()
    modes: tuple[tuple[Any, str], ...] = ()
    empty: str = ""
    least: int = 260
    wide: bool = False
    right: bool = False


class Legend(QWidget):
    """What the colours of a chart mean."""

    def __init__(self, entries: tuple[tuple[str, str], ...]) -> None:
        super().__init__()
        self._entries = [(tone, tr(text)) for tone, text in entries]
        self.setAccessibleName(", ".join(text for _, text in self._entries))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        width = sum(metrics.horizontalAdvance(text) + 31 for _, text in self._entries)
        return QSize(max(0, width - 16), metrics.height() + 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = current_theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x, metrics = 0, self.fontMetrics()
        for tone, text in self._entries:
            painter.setBrush(QColor(getattr(theme, tone.lstrip("#"))))
            edge = QPen(QColor(theme.field)) if tone.startswith("#") else Qt.PenStyle.NoPen
            painter.setPen(edge)
            corner = QPointF(x + 0.5, self.height() / 2 - 4.5)
            painter.drawRoundedRect(QRectF(corner.x(), corner.y(), 9, 9), 2, 2)
            painter.setPen(QColor(theme.text2))
            place = self.rect().adjusted(x + 15, 0, 0, 0)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, text)
            x += metrics.horizontalAdvance(text) + 31


class Panel(QFrame):
    """Shows one analysis. `led` carries where the chosen thing leads, `chosen` its key."""

    led = Signal(object)
    chosen = Signal(object)

    def __init__(self, spec: Spec, room: Backroom, asset_bytes: AssetBytes) -> None:
        super().__init__()
        self.setObjectName("analysis-panel")
        self.spec = spec
        self._room = room
        self._insight: Insight | None = None
        self._table: Table | None = None
        self.mode = spec.modes[0][0] if spec.modes else None
        title = tr(spec.title)
        self.setAccessibleName(title)
        self.note = label("", "secondary")
        self.rule = label("", "note", wrap=True)
        self.chart = ChartView(title, spec.least, room, asset_bytes)
        self.table = TableView(title)
        self.toggle = tool_button("file-spreadsheet", tr("As a table"))
        self.copy = tool_button("copy", tr("Copy for a spreadsheet"))
        self.modes = Segments(clearable=False)
        self.empty = label(tr(spec.empty or "Nothing to show."), "secondary", wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._pages = (self.chart, self.table, self.empty)
        self._lay_out(title)
        self._connect()

    def show_insight(self, insight: Insight) -> None:
        """Show what is known now."""
        self._insight, self._table = insight, None
        limits = insight.facts.limits.spoken(tr)
        self.rule.setText(tr(self.spec.rule, **limits) if self.spec.rule else "")
        if self.spec.note:
            say = partial(self.spec.note, insight, translator(tr.language))
            self._room.ask(self.note, say, self.note.setText)
        self._choose_page()

    def _fill(self, who: object, take: Callable[[Table], None]) -> None:
        """Hand on the table of what is shown, made when it is first needed."""
        if self._table is not None:
            take(self._table)
        elif self._insight:
            make = partial(self.spec.table, self._insight, translator(tr.language))
            self._room.ask(who, make, partial(self._keep, take))

    def _keep(self, take: Callable[[Table], None], table: Table) -> None:
        self._table = table
        take(table)

    def _lay_out(self, title: str) -> None:
        heading = label(title, "panel-title", wrap=True)
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(heading, 1)
        top.addWidget(self.note)
        if self.spec.legend:
            top.addWidget(Legend(self.spec.legend))
        if self.spec.modes:
            self._offer_modes()
            top.addWidget(self.modes)
        top.addWidget(self.copy)
        if self.spec.draw:
            self.toggle.setCheckable(True)
            top.addWidget(self.toggle)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 14)
        column.setSpacing(8)
        column.addLayout(top)
        for page in self._pages:
            column.addWidget(page, 1)
        if self.spec.rule:
            column.addWidget(self.rule)

    def _offer_modes(self) -> None:
        entries = [(tr(text), value) for value, text in self.spec.modes]
        self.modes.show_entries(entries)
        self.modes.show_value(self.mode)
        self.modes.setAccessibleName(tr("Shown figure"))
        widest = max(self.modes.fontMetrics().horizontalAdvance(text) for text, _ in entries)
        self.modes.setFixedWidth(len(entries) * (widest + 22))

    def _connect(self) -> None:
        self.toggle.toggled.connect(self._choose_page)
        self.copy.clicked.connect(self.table.copy)
        self.modes.chosen.connect(self._choose_mode)
        for view in (self.chart, self.table):
            view.chosen.connect(self._lead)

    def _choose_mode(self, mode: Any) -> None:
        self.mode = mode
        self.modes.show_value(mode)
        if self._insight:
            self.show_insight(self._insight)

    def _choose_page(self) -> None:
        if self._insight is None:
            return
        if self.spec.draw and not self.toggle.isChecked():
            self.chart.show_chart(partial(_draw, self.spec.draw, self._insight, self.mode))
            self._turn(self.chart)
        else:
            self._fill(self.table, self._show_table)

    def _show_table(self, table: Table) -> None:
        if self.spec.draw and not self.toggle.isChecked():
            return  # the chart is wanted again
        self.table.show_table(table)
        self._turn(self.table if table.rows else self.empty)

    def _turn(self, page: QWidget) -> None:
        for other in self._pages:
            other.setVisible(other is page)
        self.copy.setVisible(page is self.table)

    def _lead(self, key: Key) -> None:
        self.chosen.emit(key)
        self._fill(self, partial(self._lead_to, key))

    def _lead_to(self, key: Key, table: Table) -> None:
        if leads := table.leads.get(key, NOWHERE):
            self.led.emit(leads)


def _draw(
    draw: Callable[[Insight, ChartOptions, Any], Drawing],
    insight: Insight,
    mode: Any,
    options: ChartOptions,
) -> Drawing:
    return draw(insight, options, mode)


class PanelGrid(QWidget):
    """Panels in one column or two, as there is room; wide ones take a row of their own.

    Where it `fills` its room, panels share the height that is left.
    """

    def __init__(self, stretches: tuple[int, int] = (1, 1), *, fills: bool = False) -> None:
        super().__init__()
        self.panels: list[Panel] = []
        self._stretches, self._fills = stretches, fills
        self._columns = 0
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(GAP)

    def add(self, panel: Panel) -> None:
        self.panels.append(panel)
        self._columns = 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Give each panel its place."""
        columns = 2 if self.width() >= TWO_COLUMNS else 1
        if columns == self._columns:
            return
        self._columns = columns
        _empty(self._rows)
        if columns == 1:
            for panel in self.panels:
                self._rows.addWidget(panel, int(self._fills))
            return
        for wide, group in groupby(self.panels, key=lambda panel: panel.spec.wide):
            if wide:
                for panel in group:
                    self._rows.addWidget(panel)
            else:
                lay = self._aligned if self._fills else self._pair
                self._rows.addLayout(lay(list(group)), int(self._fills))

    def _aligned(self, panels: Sequence[Panel]) -> QGridLayout:
        """Two columns whose panels are as high as their neighbours; together they fill the room."""
        grid = QGridLayout()
        grid.setSpacing(GAP)
        for number, panel in enumerate(panels):
            grid.addWidget(panel, *divmod(number, 2))
            grid.setRowStretch(number // 2, 1)
        for column, stretch in enumerate(self._stretches):
            grid.setColumnStretch(column, stretch)
        return grid

    def _pair(self, panels: Sequence[Panel]) -> QHBoxLayout:
        """Two columns of panels as high as they need: what belongs to the right, and the rest."""
        pair = QHBoxLayout()
        pair.setSpacing(GAP)
        for right, stretch in zip((False, True), self._stretches, strict=True):
            column = QVBoxLayout()
            column.setSpacing(GAP)
            for panel in panels:
                if panel.spec.right is right:
                    column.addWidget(panel)
            column.addStretch(1)
            pair.addLayout(column, stretch)
        return pair


def _empty(layout: QLayout) -> None:
    """Take all out of a layout, and out of the layouts in it."""
    while item := layout.takeAt(0):
        if inner := item.layout():
            _empty(inner)
