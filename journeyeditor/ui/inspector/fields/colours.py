"""Fields for colours: one of a record, or the colours of a brand."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QColorDialog, QHBoxLayout, QWidget

from journeyeditor.drawing.theme import LIGHT
from journeyeditor.model.change import Label
from journeyeditor.model.fields import Record
from journeyeditor.model.records import ProjectInfo
from journeyeditor.translation import N_, tr
from journeyeditor.ui.chrome.controls import tool_button
from journeyeditor.ui.chrome.look import current_theme
from journeyeditor.ui.inspector.fields.choices import ValueField
from journeyeditor.ui.inspector.fields.field import SEVERAL

NAMES = (
    N_("Purple"),
    N_("Pink"),
    N_("Blue"),
    N_("Green"),
    N_("Olive"),
    N_("Teal"),
    N_("Brick red"),
    N_("Graphite"),
)
"""The colours on offer: those of the channel families, which go together."""

MOST = 8
"""Colours of a brand."""


class ColourField(ValueField):
    """A colour from a few that go together, or any other; the chosen one again clears it."""

    def __init__(self, title: str, kind: type[Record], name: str, step: Label) -> None:
        super().__init__(title, kind, name, step)
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(2)
        self.swatches = [
            Swatch(colour, tr(word)) for colour, word in zip(LIGHT.families, NAMES, strict=True)
        ]
        self.other = Swatch("", tr("Another colour"))
        self.more = tool_button("palette", tr("Choose another colour…"))
        for swatch in (*self.swatches, self.other):
            line.addWidget(swatch)
            swatch.clicked.connect(lambda _=False, s=swatch: self._toggle(s))
        line.addWidget(self.more)
        line.addStretch(1)
        self.hold(row)
        self.more.clicked.connect(self._choose_other)
        self._value = ""

    def enter(self) -> None:
        self.swatches[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_value(self, value: Any) -> None:
        self._value = "" if value is SEVERAL or value is None else value
        known = [swatch.colour for swatch in self.swatches]
        for swatch in self.swatches:
            swatch.setChecked(swatch.colour == self._value)
        another = self._value not in ("", *known)
        self.other.setVisible(another)
        self.other.show_colour(self._value if another else "")
        self.other.setChecked(another)

    def _toggle(self, swatch: "Swatch") -> None:
        wanted = "" if swatch.colour == self._value else swatch.colour
        self.show_value(self._value)  # until the project says otherwise
        self.ask(wanted)
        self.left.emit()

    def _choose_other(self) -> None:
        colour = ask_colour(self, self._value)
        if colour:
            self.ask(colour)
            self.left.emit()


class ColoursField(ValueField):
    """The colours of a brand; a click on one changes it, Delete removes it."""

    def __init__(self) -> None:
        super().__init__(
            tr("Brand colours"), ProjectInfo, "brand_colours", Label("Set brand colours")
        )
        self._row = QWidget()
        self._colours: tuple[str, ...] = ()
        self.swatches: list[Swatch] = []
        self.add = tool_button("plus", tr("Add colour"))
        line = QHBoxLayout(self._row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        line.addWidget(self.add)
        line.addStretch(1)
        self._line = line
        self.hold(self._row)
        self.add.clicked.connect(lambda: self._choose(len(self._colours)))

    def show_value(self, value: Any) -> None:
        self._colours = value or ()
        while len(self.swatches) > len(self._colours):
            self.swatches.pop().deleteLater()
        while len(self.swatches) < len(self._colours):
            self._add_swatch(len(self.swatches))
        for swatch, colour in zip(self.swatches, self._colours, strict=True):
            swatch.show_colour(colour)
        self.add.setVisible(len(self._colours) < MOST)

    def enter(self) -> None:
        self.add.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _add_swatch(self, index: int) -> None:
        swatch = Swatch("", "")
        swatch.setCheckable(False)
        swatch.setToolTip(tr("Click changes it, Delete removes it"))
        swatch.clicked.connect(lambda: self._choose(index))
        swatch.removed.connect(lambda: self._set(index, []))
        self.swatches.append(swatch)
        self._line.insertWidget(index, swatch)

    def _choose(self, index: int) -> None:
        present = self._colours[index] if index < len(self._colours) else ""
        if colour := ask_colour(self, present):
            self._set(index, [colour])

    def _set(self, index: int, colours: Sequence[str]) -> None:
        before, after = self._colours[:index], self._colours[index + 1 :]
        self.ask((*before, *colours, *after))
        self.left.emit()


class Swatch(QAbstractButton):
    """A colour to choose."""

    removed = Signal()

    def __init__(self, colour: str, name: str) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.colour = colour
        self.setToolTip(name)
        self.setAccessibleName(name)

    def show_colour(self, colour: str) -> None:
        """Show another colour, which then is its name."""
        self.colour = colour
        self.setAccessibleName(colour)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(28, 28)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(self.rect())
        if self.isChecked():
            painter.setPen(QPen(QColor(theme.text), 2))
            painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), 7, 7)
        painter.setPen(QPen(QColor(theme.field), 1))
        painter.setBrush(QColor(self.colour))
        painter.drawRoundedRect(place.adjusted(4.5, 4.5, -4.5, -4.5), 4, 4)


def ask_colour(parent: QWidget, present: str) -> str:
    """A colour that somebody chooses, as "#RRGGBB"; "" where nothing is chosen."""
    start = QColor(present) if present else QColor(LIGHT.accent)
    colour = QColorDialog.getColor(start, parent, tr("Choose a colour"))
    return colour.name().upper() if colour.isValid() else ""
