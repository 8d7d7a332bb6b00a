"""Fields with a fixed set of values: segmented choices, a switch, dots, a number."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QSpinBox, QToolButton, QWidget

from journeyeditor.model.change import Label
from journeyeditor.model.edits.records import set_fields
from journeyeditor.model.fields import Record
from journeyeditor.model.project import Project
from journeyeditor.translation import tr
from journeyeditor.ui.chrome.controls import Switch, line
from journeyeditor.ui.chrome.look import current_theme
from journeyeditor.ui.inspector.fields.field import SEVERAL, Field, Subject, common


class ValueField(Field):
    """A field that sets one field of records of a kind at once."""

    def __init__(self, title: str, kind: type[Record], name: str, step: Label) -> None:
        super().__init__(title)
        self._kind, self._name, self._step = kind, name, step
        self.about = kind
        self.covers = frozenset({(kind, name)})
        self._ids: tuple[str, ...] = ()

    def show_value(self, value: Any) -> None:
        """Show a value, SEVERAL or None."""
        raise NotImplementedError

    def refresh(self, project: Project, subject: Subject) -> None:
        self._ids = tuple(subject.get(self._kind, ()))
        value = common([getattr(project.get(self._kind, id), self._name) for id in self._ids])
        self.show_several(value is SEVERAL)
        self.show_value(value)

    def ask(self, value: Any) -> None:
        """Ask for another value."""
        kind, ids, step, values = self._kind, self._ids, self._step, {self._name: value}
        self.edited.emit(lambda project: set_fields(project, kind, ids, step, merge=True, **values))


class SegmentedField(ValueField):
    """One of a few values, side by side."""

    def __init__(
        self,
        title: str,
        kind: type[Record],
        name: str,
        step: Label,
        entries: Sequence[tuple[str, Any]],
    ) -> None:
        super().__init__(title, kind, name, step)
        frame = QFrame()
        frame.setObjectName("segmented")
        self._group = QButtonGroup(self)
        self._values = [value for _, value in entries]
        row = QHBoxLayout(frame)
        line([], row, 0)
        row.setContentsMargins(1, 1, 1, 1)
        for index, (text, _) in enumerate(entries):
            choice = QToolButton()
            choice.setText(text)
            choice.setCheckable(True)
            choice.setProperty("look", "segment")
            choice.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            choice.setSizePolicy(
                frame.sizePolicy().Policy.Expanding, frame.sizePolicy().Policy.Fixed
            )
            self._group.addButton(choice, index)
            row.addWidget(choice, 1)
        self.hold(frame)
        self._group.idClicked.connect(lambda index: self.ask(self._values[index]))

    def show_value(self, value: Any) -> None:
        self._group.setExclusive(False)
        for index, known in enumerate(self._values):
            self._group.button(index).setChecked(known == value)
        self._group.setExclusive(value in self._values)


class SwitchField(ValueField):
    """Yes or no, at the right end of its title."""

    def __init__(self, title: str, kind: type[Record], name: str, step: Label) -> None:
        super().__init__(title, kind, name, step)
        self.switch = Switch(title)
        self.head.addWidget(self.switch)
        self.title.setBuddy(self.switch)
        self.switch.clicked.connect(self.ask)

    def show_value(self, value: Any) -> None:
        self.switch.setChecked(value is True)


class DotsField(ValueField):
    """Importance from 0 to 5, as dots."""

    def __init__(self, title: str, kind: type[Record], name: str, step: Label) -> None:
        super().__init__(title, kind, name, step)
        self.dots = Dots()
        self.hold(self.dots)
        self.dots.chosen.connect(self.ask)

    def show_value(self, value: Any) -> None:
        self.dots.show_value(0 if value is SEVERAL or value is None else value)


class Dots(QWidget):
    """Five dots; clicking the last filled one empties it."""

    chosen = Signal(int)
    COUNT, STEP, RADIUS = 5, 26, 7

    def __init__(self) -> None:
        super().__init__()
        self.value = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedSize(self.COUNT * self.STEP, 26)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(tr("Arrow keys change it"))

    def show_value(self, value: int) -> None:
        self.value = value
        self.setAccessibleDescription(tr("{value} of 5", value=value))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.COUNT * self.STEP, 26)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        clicked = min(self.COUNT, int(event.position().x() / self.STEP) + 1)
        self.chosen.emit(clicked - 1 if clicked == self.value else clicked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Up: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: -1}
        key = Qt.Key(event.key())
        if key in steps:
            value = max(0, min(self.COUNT, self.value + steps[key]))
        elif Qt.Key.Key_0 <= key <= Qt.Key.Key_5:
            value = int(key) - int(Qt.Key.Key_0)
        else:
            super().keyPressEvent(event)
            return
        if value != self.value:
            self.chosen.emit(value)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index in range(self.COUNT):
            filled = index < self.value
            painter.setPen(QPen(QColor(theme.text2 if filled else theme.text3), 1.5))
            painter.setBrush(QColor(theme.text2) if filled else Qt.BrushStyle.NoBrush)
            centre = QPointF(self.RADIUS + 2 + index * self.STEP, self.height() / 2)
            painter.drawEllipse(centre, self.RADIUS, self.RADIUS)


class NumberField(ValueField):
    """A whole number with its unit."""

    def __init__(
        self,
        title: str,
        kind: type[Record],
        name: str,
        step: Label,
        low: int,
        high: int,
        unit: str,
    ) -> None:
        super().__init__(title, kind, name, step)
        self.box = QSpinBox(minimum=low, maximum=high, singleStep=12, suffix=f" {unit}")
        self.box.setKeyboardTracking(False)
        self.box.lineEdit().setTextMargins(8, 0, 8, 0)  # the style sheet's padding stops short
        self.box.setMaximumWidth(140)
        self.hold(self.box)
        self.box.valueChanged.connect(lambda value: self.ask(float(value)))

    def show_value(self, value: Any) -> None:
        if value is not SEVERAL and value is not None:
            blocked = self.box.blockSignals(True)
            self.box.setValue(round(value))
            self.box.blockSignals(blocked)
