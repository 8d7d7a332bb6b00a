"""What all fields of a form have in common."""

from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from journeyeditor.model.change import Change
from journeyeditor.model.fields import Record
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.ui.chrome.controls import label, line

Edit = Callable[[Project], Change | None]
"""What a field asks for: given the project, the step to perform."""

Subject = Mapping[type[Record], Sequence[Id]]
"""What a form is about: the ids of the selected records by kind."""


class _Several(Enum):
    """The value of a field whose subjects differ."""

    SEVERAL = "several"


SEVERAL: Final = _Several.SEVERAL


class Field(QWidget):
    """A question of a form, its title above its control.

    `edited` carries an `Edit`; `left` tells that the user has finished with the field for now.
    """

    edited = Signal(object)
    left = Signal()

    def __init__(self, title: str, note: str = "") -> None:
        super().__init__()
        self.title = label(title, "label")
        self.note = label(note, "note")
        self.head = QHBoxLayout()
        line([self.title, 1, self.note], self.head, 6)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(6)
        self.column.addLayout(self.head)

    def hold(self, control: QWidget, *, named: bool = True) -> None:
        """Put the control below the title, and let the title name it."""
        self.column.addWidget(control)
        if named:
            control.setAccessibleName(self.title.text())
            _buddy(self.title, control)

    def refresh(self, project: Project, subject: Subject) -> None:
        """Show what the project says about the subject."""
        raise NotImplementedError

    def flush(self) -> None:
        """Ask at once for what is typed but not yet asked for."""


def common(values: Sequence[Any]) -> Any:
    """The value that all share, or SEVERAL; None where there are no values."""
    if not values:
        return None
    first = values[0]
    return first if all(value == first for value in values) else SEVERAL


def _buddy(title: QLabel, control: QWidget) -> None:
    title.setBuddy(control)
