"""A map in a few figures, side by side."""

from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from journeyeditor.analysis.summary import Summary, summary
from journeyeditor.catalogue import emotion_level
from journeyeditor.drawing.faces import face
from journeyeditor.translation import tr
from journeyeditor.ui.analysis.live import Insight
from journeyeditor.ui.canvas.painting import Pixels, ShapePainter
from journeyeditor.ui.chrome.controls import ElidedLabel, label
from journeyeditor.ui.chrome.look import current_theme

SIGN, EMOTION = 20, 2
IN_ONE_ROW = 1240
"""Pixels from which all figures stand in one row."""
Words = tuple[str, ...]


class FaceSign(QWidget):
    """The face of an emotion."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(SIGN, SIGN)
        self._painter = ShapePainter(lambda _: b"")
        self._level = 0

    def show_level(self, level: int) -> None:
        self._level = level
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._painter.paint(painter, face(self._level, 0, 0, SIGN, current_theme()), Pixels(1))


class Figure(QFrame):
    """A number, what it rests on, and what it is."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.value = label("", "figure")
        self.note = ElidedLabel("secondary")
        self.setObjectName("figure")
        self.sign = FaceSign()
        self.sign.hide()
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.sign)
        top.addWidget(self.value)
        top.addWidget(self.note, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 0, 12, 0)
        column.setSpacing(4)
        column.addLayout(top)
        self.name = label(name, "secondary")
        column.addWidget(self.name)

    def show_words(self, value: str, note: str, cases: str = "") -> None:
        """A value, what it is of, and how many cases it rests on."""
        self.value.setText(value)
        self.note.setText(note)
        name = f"{self._name} ({cases})" if cases else self._name
        self.name.setText(name)
        self.setAccessibleName(f"{name}: {value} {note}")


class Figures(QFrame):
    """The strip of figures above the panels."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("analysis-panel")
        names = (tr("Touchpoints"), tr("Critical moments"), tr("Mean emotion"), tr("Coverage"),
                 tr("With an owner"), tr("Completeness of the cards"))  # fmt: skip
        self.figures = [Figure(name) for name in names]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self._columns = 0

    def show_insight(self, insight: Insight) -> None:
        """Show what is known now."""
        found = insight.shown.once(summary)
        words = (_touchpoints, _critical, _emotion, _coverage, _owned, _completeness)
        for figure, say in zip(self.figures, words, strict=True):
            figure.show_words(*say(found))
        sign = self.figures[EMOTION].sign
        sign.setVisible(found.emotion is not None)
        sign.show_level(emotion_level(round(found.emotion or 0, 1)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        columns = 6 if self.width() >= IN_ONE_ROW else 3
        if columns != self._columns:
            self._columns = columns
            for number, figure in enumerate(self.figures):
                self._grid.addWidget(figure, number // columns, number % columns)
                figure.setProperty("first", number % columns == 0)
            for column in range(6):
                self._grid.setColumnStretch(column, int(column < columns))


def _touchpoints(it: Summary) -> Words:
    note = tr("{unique} unique, {shared} shared", unique=it.touchpoints, shared=it.shared)
    return tr.number(it.cards), note


def _critical(it: Summary) -> Words:
    words = tr.plural("{count} very negative", "{count} very negative", it.very_negative)
    return tr.number(it.critical), words


def _emotion(it: Summary) -> Words:
    if it.emotion is None:
        return "—", tr("no card is rated yet")
    cases = tr("{count} of {total}", count=tr.number(it.rated), total=tr.number(it.cards))
    scale = tr("from {low} to {high}", low=tr.number(-2), high=tr.number(2, signed=True))
    return tr.number(it.emotion, 1, signed=True), scale, cases


def _coverage(it: Summary) -> Words:
    return tr("{filled} of {total}", filled=it.filled_cells, total=it.cells), tr("cells with cards")


def _owned(it: Summary) -> Words:
    if it.owned_share is None:
        return "—", tr("no touchpoints yet")
    open = it.touchpoints - it.owned
    return tr.percent(it.owned_share), tr.plural("{count} without", "{count} without", open)


def _completeness(it: Summary) -> Words:
    if it.completeness is None:
        return "—", tr("no cards yet")
    return tr.percent(it.completeness), "", tr.number(it.cards)
