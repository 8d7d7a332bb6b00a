"""Fields that list the records of one owner, and in which one writes new ones."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu

from journeyeditor.model.change import Change, Label
from journeyeditor.model.edits.records import (
    add_record,
    merge_key,
    move_record,
    remove_records,
    set_fields,
)
from journeyeditor.model.fields import Record
from journeyeditor.model.ids import Id, new_id
from journeyeditor.model.project import Project
from journeyeditor.translation import tr
from journeyeditor.ui.chrome.controls import label
from journeyeditor.ui.inspector.fields.field import Edit, Subject
from journeyeditor.ui.inspector.fields.listing import MakeFields, RowsField
from journeyeditor.ui.inspector.fields.text import ENTER, PAUSE, TextBox
from journeyeditor.ui.inspector.rows import Row, RowList


@dataclass(frozen=True)
class Steps:
    """The names of what can be done to the records of a list."""

    add: Label
    remove: Label
    move: Label | None = None


class RecordsField(RowsField):
    """The records of one kind that belong to the one selected thing.

    The last row turns into a line to write in: what is written is safe as in any field, Enter
    begins the next. `about` is the kind of the owner and `owner` the field that names it; `text`
    is the field that is written first. Records with a `steps.move` have an order, and handles.
    Where several owners are selected the field shows only the words `single`; `wrong` is said of
    words that no record can be made of.
    """

    kind: type[Record]
    owner: str
    text = "text"

    def __init__(
        self,
        title: str,
        steps: Steps,
        *,
        add: str,
        single: str,
        note: str = "",
        hint: str = "",
        wrong: str = "",
        fields: MakeFields = tuple,
        rows: RowList | None = None,
    ) -> None:
        rows = rows or RowList(title, add, grips=steps.move is not None)
        super().__init__(title, note, rows, fields)
        self.covers = frozenset({(self.kind, self.owner)})
        if steps.move:
            self.covers = frozenset({(self.kind, self.owner), (self.kind, "order")})
        self._steps = steps
        self._drafted: Id | None = None
        self.entry = Entry(hint or add)
        self.entry.hide()
        rows.column.addWidget(self.entry)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._keep)
        self.entry.textChanged.connect(self._pause.start)
        self.entry.entered.connect(self._enter)
        self.entry.finished.connect(self._end)
        self.problem = label(wrong, "danger", wrap=True)
        self.single = label(single, "note", wrap=True)
        for words in (self.problem, self.single):
            self.column.addWidget(words)
            words.hide()
        self.entry.textChanged.connect(self.problem.hide)
        rows.moved.connect(self._move)

    def row(self, record: Any) -> Row:
        """How a record reads."""
        raise NotImplementedError

    def values(self, text: str) -> dict[str, Any] | None:
        """The fields of a record that is written so; None where that says nothing."""
        return {self.text: text} if text else None

    def records(self) -> Iterable[Record]:
        """The records of the owner."""
        return self.project.where(self.kind, **self.owned())

    def owned(self) -> dict[str, Any]:
        """The fields that make a record belong to the owner."""
        return {self.owner: next(iter(self.owners), None)}

    @property
    def owners(self) -> Sequence[Id]:
        """The ids of what is selected."""
        assert self.about
        return self.subject.get(self.about, ())

    # The list

    def refresh(self, project: Project, subject: Subject) -> None:
        before = self.owners
        if self._drafted and not project.find(self.kind, self._drafted):
            self._drafted = None  # undone in the window
            self.entry.write("")
        super().refresh(project, subject)
        if self.owners != before:
            self._forget()
        alone = len(self.owners) == 1
        self.list.setVisible(alone)
        self.single.setVisible(not alone)

    def rows(self) -> list[Row]:
        if len(self.owners) != 1:
            return []
        return [self.row(record) for record in self.records() if record.id != self._drafted]

    def full(self) -> bool:
        return not self.entry.isHidden()

    def about_row(self, value: Any) -> Subject:
        return {self.kind: (value,)}

    def remove(self, value: Any) -> None:
        kind, step = self.kind, self._steps.remove
        self.ask(lambda project: remove_records(project, kind, [value], step))

    def fill_menu(self, menu: QMenu, value: Any) -> None:
        if self._steps.move:
            place = [row.value for row in self.list.rows].index(value)
            for words, by in ((tr("Move up"), -1), (tr("Move down"), 1)):
                action = menu.addAction(words)
                action.setEnabled(0 <= place + by < len(self.list.rows))
                target = place + by + (by > 0)
                action.triggered.connect(lambda _=False, to=target: self._move(value, to))

    def _move(self, value: Any, index: int) -> None:
        kind, step = self.kind, self._steps.move
        assert step
        self.ask(lambda project: move_record(project, kind, value, index, step))

    # The line to write in

    def enter(self) -> None:
        if len(self.owners) == 1:
            self.add("")

    def add(self, text: str) -> None:
        self.list.adder.hide()
        self.entry.show()
        self.entry.write(text)
        self.entry.setFocus()
        if text:
            self._pause.start()

    def flush(self) -> None:
        super().flush()
        self._keep()

    def _keep(self) -> bool:
        """Ask for what is written: a new record, or another text for the one begun.

        False where no record can be made of it.
        """
        self._pause.stop()
        text = self.entry.toPlainText().strip()
        values = self.values(text)
        if values is None:
            if self._drafted:
                self.remove(self._drafted)
            return not text
        if not self._drafted:
            self.left.emit()
            self._drafted = new_id()
        self.edited.emit(self._written(self._drafted, values))
        return True

    def _written(self, id: Id, values: dict[str, Any]) -> Edit:
        kind, step, owned = self.kind, self._steps.add, self.owned()

        def edit(project: Project) -> Change | None:
            if project.find(kind, id):
                return set_fields(project, kind, [id], step, merge=True, **values)
            made = add_record(project, kind, step, id=id, **owned, **values)
            return made and replace(made, merge_key=merge_key([id], values))

        return edit

    def _enter(self) -> None:
        """Go on with the next one; from an empty line back to the button."""
        if not self.entry.toPlainText().strip():
            self._end()
        elif self._keep():
            self._drafted = None
            self.entry.write("")
            self.show_rows()
            self.left.emit()
        else:
            self.problem.show()

    def _end(self) -> None:
        if self.entry.isHidden():
            return
        here = self.entry.hasFocus()
        if not self._keep():
            self.problem.show()
            return
        self._forget()
        if here:
            self.list.adder.setFocus()
        self.left.emit()

    def _forget(self) -> None:
        """Put the line away."""
        self._drafted = None
        self.entry.hide()
        self.entry.write("")
        self.problem.hide()
        self.show_rows()


class Entry(TextBox):
    """The line to write in. Enter is `entered`; Escape or leaving it `finished`."""

    entered = Signal()

    def __init__(self, hint: str) -> None:
        super().__init__(multiline=False)
        self.setObjectName("entry")
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)

    def write(self, text: str) -> None:
        """Show some text, with the cursor behind it."""
        blocked = self.blockSignals(True)
        self.setPlainText(text)
        self.moveCursor(self.textCursor().MoveOperation.End)
        self.blockSignals(blocked)
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.finished.emit()
        else:
            super().keyPressEvent(event)
