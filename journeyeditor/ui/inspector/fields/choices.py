"""Fields with a fixed set of values: segmented choices, a switch, a number."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QSpinBox

from journeyeditor.model.change import Label
from journeyeditor.model.edits.records import set_fields
from journeyeditor.model.fields import Record, fields_of
from journeyeditor.model.project import Project
from journeyeditor.ui.chrome.controls import Switch
from journeyeditor.ui.inspector.fields.field import SEVERAL, Field, Subject, common
from journeyeditor.ui.inspector.segments import Segments


class ValueField(Field):
    """A field that sets one field of records of a kind at once."""

    def __init__(
        self, title: str, kind: type[Record], name: str, step: Label, *, beside: bool = False
    ) -> None:
        super().__init__(title, beside=beside)
        self._kind, self._name, self._step = kind, name, step
        self.about = kind
        self.covers = frozenset({(kind, name)})
        self._ids: tuple[str, ...] = ()

    def show_value(self, value: Any) -> None:
        """Show a value, SEVERAL or None."""
        raise NotImplementedError

    def begin(self) -> None:
        """The field is about other records from now on."""

    def refresh(self, project: Project, subject: Subject) -> None:
        ids = tuple(subject.get(self._kind, ()))
        if ids != self._ids:
            self._ids = ids
            self.begin()
        value = common([getattr(project.get(self._kind, id), self._name) for id in self._ids])
        self.show_several(value is SEVERAL)
        self.show_value(value)

    def ask(self, value: Any) -> None:
        """Ask for another value."""
        kind, ids, step, values = self._kind, self._ids, self._step, {self._name: value}
        self.edited.emit(lambda project: set_fields(project, kind, ids, step, merge=True, **values))


class SegmentedField(ValueField):
    """One of a few values, side by side; where None is among what the field can be, no value."""

    def __init__(
        self,
        title: str,
        kind: type[Record],
        name: str,
        step: Label,
        entries: Sequence[tuple[str, Any]],
        *,
        beside: bool = False,
    ) -> None:
        super().__init__(title, kind, name, step, beside=beside)
        optional = next(field.optional for field in fields_of(kind) if field.name == name)
        self.segments = Segments(clearable=optional)
        self.segments.show_entries(entries)
        self.hold(self.segments)
        self.segments.chosen.connect(self.ask)

    def show_value(self, value: Any) -> None:
        self.segments.show_value(value)

    def enter(self) -> None:
        self.segments.enter()


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
