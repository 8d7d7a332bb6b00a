"""What the responsible people of a touchpoint have to do on the map, and how parties are drawn."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from journeyeditor.analysis.responsibility import OwnerLoad, owner_load
from journeyeditor.model.choices import Role
from journeyeditor.model.project import Project
from journeyeditor.model.records import Party, Placement, Stage, Touchpoint
from journeyeditor.translation import tr
from journeyeditor.ui.chrome.controls import label
from journeyeditor.ui.chrome.look import current_theme, font
from journeyeditor.ui.inspector.fields.field import Field, Subject
from journeyeditor.ui.inspector.fields.parties import parties_of
from journeyeditor.ui.inspector.marks import Mark, paint_mark

FEWEST, MOST = 5, 24
"""Bars: at least so many places are shown; from more touchpoints than these on, one long bar."""
HEIGHT, GAP, BETWEEN = 8, 4, 10


class LoadField(Field):
    """A bar for each touchpoint of the map that a responsible person owns."""

    def __init__(self) -> None:
        super().__init__("")
        self.title.hide()
        self._lines: list[tuple[QLabel, LoadBar]] = []

    def refresh(self, project: Project, subject: Subject) -> None:
        parties: dict[str, Party] = {}
        for id in subject.get(Touchpoint, ()):
            parties |= {party.id: party for party in parties_of(project, id, Role.RESPONSIBLE)}
        cards = [project.get(Placement, id) for id in subject.get(Placement, ())]
        loads = []
        if cards and len(parties) <= FEWEST:
            map = project.get(Stage, cards[0].stage).map
            loads = [(party, owner_load(project, map, party.id)) for party in parties.values()]
        self._show(loads)

    def _show(self, loads: list[tuple[Party, OwnerLoad]]) -> None:
        while len(self._lines) < len(loads):
            self._lines.append((label("", "label", wrap=True), LoadBar()))
            for widget in self._lines[-1]:
                self.column.addWidget(widget)
        for index, (title, bar) in enumerate(self._lines):
            shown = index < len(loads)
            title.setVisible(shown)
            bar.setVisible(shown)
            if shown:
                party, load = loads[index]
                title.setText(tr("Load of {name}", name=party.name))
                bar.show_load(load)
                bar.setAccessibleName(f"{title.text()}: {bar.words}")
        self.setVisible(bool(loads))


class LoadBar(QWidget):
    """As many full bars as touchpoints, and in words how many, and how many critical ones."""

    def __init__(self) -> None:
        super().__init__()
        self._load = OwnerLoad(0, 0)
        self.words = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(tr("Touchpoints of this map that they are responsible or accountable for"))

    def show_load(self, load: OwnerLoad) -> None:
        """Show how much it is."""
        self._load = load
        points = tr.plural("{count} touchpoint", "{count} touchpoints", load.owned)
        critical = tr.plural("{count} critical", "{count} critical", load.critical)
        self.words = f"{points}, {critical}" if load.critical else points
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(160, QFontMetrics(font(12)).height() + 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(12))
        words = painter.fontMetrics().horizontalAdvance(self.words)
        room = self.width() - words - BETWEEN
        bars = max(FEWEST, self._load.owned) if self._load.owned <= MOST else 1
        width = (room - GAP * (bars - 1)) / bars
        painter.setPen(Qt.PenStyle.NoPen)
        for index in range(bars):
            full = index < self._load.owned
            painter.setBrush(QColor(theme.bar if full else theme.bar_ghost))
            bar = QRectF(index * (width + GAP), (self.height() - HEIGHT) / 2, width, HEIGHT)
            painter.drawRoundedRect(bar, 2, 2)
        painter.setPen(QColor(theme.text2))
        place = QRectF(room + BETWEEN, 0, words + 1, self.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, self.words)


class PartyLegend(Field):
    """Says that discs stand for persons, and squares for departments."""

    def __init__(self) -> None:
        super().__init__("")
        self.title.hide()
        self.hold(_Shapes(), named=False)

    def refresh(self, project: Project, subject: Subject) -> None:
        """It always says the same."""


class _Shapes(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(160, max(20, QFontMetrics(font(11.5)).height() + 2))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, middle = 0, self.height() // 2
        for square, words in ((False, tr("Person")), (True, tr("Department"))):
            left += paint_mark(painter, QPoint(left, middle), Mark(square=square), theme, 16) + 6
            painter.setFont(font(11.5))
            painter.setPen(QColor(theme.text2))
            place = QRectF(left, 0, self.width(), self.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)
            left += painter.fontMetrics().horizontalAdvance(words) + 16
