"""What all fields of a form have in common."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import Enum
from typing import Any, Final, Self

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from journeyeditor.model.change import Change
from journeyeditor.model.fields import Record
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.translation import tr
from journeyeditor.ui.chrome.controls import label, line
from journeyeditor.ui.chrome.look import scaled
from journeyeditor.ui.inspector.marks import SharedMark

SIDE = 88
"""Pixels that titles have which stand beside their controls."""

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

    `edited` carries an `Edit`; `left` tells that the user has finished with the field for now;
    `refused` carries why something could not be taken; `visit_asked` the key of what is to be
    selected on the map, or ("catalogue", kind of record, id) of an entry to be shown there.
    `about` is the kind of record that the field belongs to, `question` the one of
    `analysis.completeness` that it answers.

    `covers` names what people can edit here, as (kind of record, field): a test holds that every
    field of every record has such a place in the window. A field that edits more than one, or
    records of its own (interactions, quotes…), declares them all.
    """

    edited = Signal(object)
    left = Signal()
    refused = Signal(object)
    visit_asked = Signal(object)
    about: type[Record] | None = None
    question = ""
    covers: frozenset[tuple[type[Record], str]] = frozenset()

    def __init__(self, title: str, note: str = "", *, beside: bool = False) -> None:
        super().__init__()
        self.title = label(title, "secondary" if beside else "label", wrap=True)
        self.shared = SharedMark()
        self.note = label("", "note", wrap=beside)
        self.head = QHBoxLayout()
        self.column = QVBoxLayout()
        if beside:
            self._stand_beside()
        else:
            self._stand_above()
        self.say(note)  # now that it has a parent: a label alone would be a window

    def _stand_above(self) -> None:
        line([self.shared, self.note], self.head, 6)
        self.head.insertWidget(0, self.title, 1)
        line([], self.column, 6)
        self.column.addLayout(self.head)
        self.setLayout(self.column)

    def _stand_beside(self) -> None:
        """Title and note left of the control, in a column as wide as that of other fields."""
        words = QWidget()
        words.setFixedWidth(scaled(SIDE))
        names = QVBoxLayout(words)
        line([self.title, self.note], names, 0)
        line([words], self.head, 0)
        self.head.addLayout(line([], self.column, 6), 1)
        self.setLayout(self.head)

    def hold(self, control: QWidget, *, named: bool = True) -> None:
        """Put the control below the title, and let the title name it."""
        self.column.addWidget(control)
        if named:
            control.setAccessibleName(self.title.text())
            _buddy(self.title, control)

    def answering(self, question: str) -> Self:
        """The field, as the one that answers this question of `analysis.completeness`."""
        self.question = question
        return self

    def say(self, note: str) -> None:
        """Show a few words at the right of the title."""
        self._said = note
        self.show_several(False)

    def show_several(self, several: bool) -> None:
        """Say that the subjects differ, or what is said otherwise."""
        words = tr("Several") if several else self._said
        self.note.setText(words)
        self.note.setVisible(bool(words))

    def enter(self) -> None:
        """Put the focus into the control."""
        control: QWidget | None = self.title.buddy()
        (self if control is None else control).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def parts(self) -> Iterator["Field"]:
        """The field itself and all that it consists of."""
        yield self

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
