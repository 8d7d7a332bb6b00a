"""A small chart of a metric's readings."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from journeyeditor.analysis.metrics import Standing, standing_of
from journeyeditor.drawing.charts.metrics import sparkline
from journeyeditor.drawing.ink import Ink
from journeyeditor.model.project import Project
from journeyeditor.model.records import Measure
from journeyeditor.translation import tr
from journeyeditor.ui.chrome.look import current_theme
from journeyeditor.ui.inspector.fields.field import Field, Subject
from journeyeditor.ui.inspector.marks import paint_shapes

HEIGHT = 48
POINTS = 0.75
"""Points to a pixel: the chart is drawn in points, as on paper."""


class SparkField(Field):
    """The readings as a line, with base and target; nothing where there are less than two."""

    def __init__(self) -> None:
        super().__init__(tr("How it goes"))
        self.chart = Spark()
        self.hold(self.chart, named=False)

    def refresh(self, project: Project, subject: Subject) -> None:
        measures = [project.get(Measure, id) for id in subject.get(Measure, ())]
        standing = standing_of(project, measures[0]) if len(measures) == 1 else None
        self.setVisible(standing is not None and len(standing.readings) > 1)
        self.chart.show_standing(standing)


class Spark(QWidget):
    """Dashed is the base, dotted the target."""

    def __init__(self) -> None:
        super().__init__()
        self._standing: Standing | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(tr("Dashed: base. Dotted: target."))

    def show_standing(self, standing: Standing | None) -> None:
        """Show the readings of a measure."""
        self._standing = standing
        values = standing.readings if standing else ()
        words = ", ".join(tr.number(reading.value, 1) for reading in values)
        self.setAccessibleName(tr("Readings: {values}", values=words))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(160, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._standing is None:
            return
        ink = Ink()
        width, height = self.width() * POINTS, HEIGHT * POINTS
        sparkline(ink, self._standing, 0, 0, current_theme(), width, height)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_shapes(painter, ink.shapes, 1 / POINTS)
