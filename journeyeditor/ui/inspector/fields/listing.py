"""What the fields share that list things: rows that open to a sheet of further fields."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QMenu, QVBoxLayout

from journeyeditor.model.fields import Record
from journeyeditor.model.project import Project
from journeyeditor.translation import tr
from journeyeditor.ui.chrome.controls import button
from journeyeditor.ui.inspector.fields.field import Edit, Field, Subject
from journeyeditor.ui.inspector.fields.group import connect_field
from journeyeditor.ui.inspector.locking import is_locked, lock
from journeyeditor.ui.inspector.rows import Row, RowList

MakeFields = Callable[[], Sequence[Field]]
Covers = frozenset[tuple[type[Record], str]]


class Sheet(QFrame):
    """The fields below an open row."""

    def __init__(self, fields: Sequence[Field]) -> None:
        super().__init__()
        self.setObjectName("sheet")
        self.fields = tuple(fields)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 12)
        column.setSpacing(10)
        for field in fields:
            column.addWidget(field)
        self.remover = button(tr("Remove"), look="link")
        column.addWidget(self.remover, 0, Qt.AlignmentFlag.AlignRight)

    def refresh(self, project: Project, subject: Subject) -> None:
        """Show what the project says about the subject."""
        for field in self.fields:
            field.refresh(project, subject)

    def flush(self) -> None:
        """Ask for everything that is typed but not yet asked for."""
        for field in self.fields:
            field.flush()


class RowsField(Field):
    """A list whose rows open to a sheet of fields, or to their menu where there is none.

    `fields` makes those of the sheet, when it's first wanted.
    """

    def __init__(self, title: str, note: str, rows: RowList, fields: MakeFields = tuple) -> None:
        super().__init__(title, note)
        self.project = Project()
        self.subject: Subject = {}
        self.opened: Any = None
        self.list = rows
        self.hold(rows, named=False)
        self._make_fields = fields
        self._sheet: Sheet | None = None
        self._covers: Covers = frozenset()
        rows.add_asked.connect(self.add)
        rows.opened.connect(self.toggle)
        rows.remove_asked.connect(self.remove)
        rows.menu_asked.connect(self._open_menu)

    @property
    def sheet(self) -> Sheet:
        """What is shown below an open row."""
        if self._sheet is None:
            self._sheet = Sheet(self._make_fields())
            self._sheet.setParent(self)
            self._sheet.hide()
            self._sheet.remover.clicked.connect(lambda: self.remove(self.opened))
            for field in self._sheet.fields:
                connect_field(field, self)
        return self._sheet

    @property
    def covers(self) -> Covers:
        """What the list itself edits, and what the fields of its sheet do."""
        return self._covers.union(*(field.covers for field in self.sheet.fields))

    @covers.setter
    def covers(self, covers: Covers) -> None:
        self._covers = covers

    @property
    def opens(self) -> bool:
        """Whether rows have a sheet."""
        return self._make_fields is not tuple

    # What a list says of itself

    def rows(self) -> list[Row]:
        """What is listed."""
        raise NotImplementedError

    def about_row(self, value: Any) -> Subject:
        """What the sheet below a row is about."""
        raise NotImplementedError

    def add(self, text: str) -> None:
        """Begin to add a row, with some text typed already."""
        raise NotImplementedError

    def remove(self, value: Any) -> None:
        """Ask to take a row off the list."""
        raise NotImplementedError

    def fill_menu(self, menu: QMenu, value: Any) -> None:
        """Put what else can be done with a row into its menu."""

    def full(self) -> bool:
        """Whether the list can have no further row."""
        return False

    # What it does

    def refresh(self, project: Project, subject: Subject) -> None:
        self.project, self.subject = project, subject
        self.show_rows()

    def show_rows(self) -> None:
        """Show the rows, and the sheet of the one that is open."""
        rows = self.rows()
        if self.opened is not None and self.opened not in [row.value for row in rows]:
            self._put_away()
        self.list.show_rows(rows, full=self.full())
        if self.opened is not None:
            self.sheet.refresh(self.project, self.about_row(self.opened))

    def flush(self) -> None:
        if self.opened is not None:
            self.sheet.flush()

    def enter(self) -> None:
        stops = [self.list.adder, *self.list.heads]
        next((stop for stop in stops if not stop.isHidden()), self).setFocus()

    def toggle(self, value: Any) -> None:
        """Open a row, or close it where it's open."""
        if not self.opens:
            head = self.list.head(value)
            self._open_menu(value, head.mapToGlobal(QPoint(0, head.height())))
        elif value == self.opened:
            self.close_row()
        else:
            self.open_row(value)

    def open_row(self, value: Any) -> None:
        """Show the sheet of a row, with the focus in its first field."""
        self.close_row()
        self.opened = value
        self.sheet.refresh(self.project, self.about_row(value))
        self.list.put_below(value, self.sheet)
        self._keep_locked()
        self.sheet.fields[0].enter()

    def close_row(self) -> None:
        """Put the open sheet away once what is typed there is asked for."""
        if self.opened is not None:
            self.sheet.flush()
            self.left.emit()
            if self.opened is not None:
                self._put_away()

    def ask(self, edit: Edit) -> None:
        """Ask for an edit that is a step of its own."""
        self.left.emit()
        self.edited.emit(edit)
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.opened is not None:
            head = self.list.head(self.opened)
            self.close_row()
            head.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)

    def _keep_locked(self) -> None:
        if is_locked(self):
            lock(self)

    def _put_away(self) -> None:
        self.opened = None
        self.sheet.hide()
        self.sheet.setParent(self)
        self.sheet.refresh(self.project, {})

    def _open_menu(self, value: Any, place: QPoint) -> None:
        if is_locked(self):
            return
        menu = QMenu(self)
        if self.opens and value != self.opened:
            menu.addAction(tr("Edit")).triggered.connect(lambda: self.open_row(value))
        self.fill_menu(menu, value)
        menu.addAction(tr("Remove")).triggered.connect(lambda: self.remove(value))
        menu.exec(place)
        menu.deleteLater()
