"""The right side of the window: all that is known about the selected entries."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from journeyeditor.model.fields import Record
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.translation import tr
from journeyeditor.ui.catalogues.fields import entry_fields
from journeyeditor.ui.catalogues.kinds import Catalogue
from journeyeditor.ui.catalogues.uses import UsesField
from journeyeditor.ui.chrome.controls import button, label, line, rule
from journeyeditor.ui.inspector.fields.group import connect_field
from journeyeditor.ui.inspector.forms import Form
from journeyeditor.ui.inspector.locking import lock


class Detail(QFrame):
    """Says what is selected, edits it, and offers to merge or remove it.

    `opened` carries the user of an entry that somebody wants to go to.
    """

    edited = Signal(object)
    left = Signal()
    refused = Signal(object)
    visit_asked = Signal(object)
    opened = Signal(object)
    merge_asked = Signal()
    remove_asked = Signal()

    def __init__(self, *, editable: bool) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._editable = editable
        self.name = label("", "title", wrap=True)
        self.merge = button(tr("Merge into…"), "git-merge")
        self.remove = button(tr("Remove"), "trash-2")
        self.merge.clicked.connect(self.merge_asked)
        self.remove.clicked.connect(self.remove_asked)
        self._forms: dict[type[Record], Form] = {}
        self._form: Form | None = None
        self.nothing = label("", "secondary", wrap=True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget()
        self._stack.addWidget(_padded(self.nothing))
        self.name.setContentsMargins(16, 14, 16, 0)
        self.foot = QWidget()
        foot = QVBoxLayout(self.foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(0)
        foot.addWidget(rule())
        foot.addLayout(row := line([1, self.merge, self.remove], QHBoxLayout()))
        row.setContentsMargins(16, 8, 16, 8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.name, self._stack, self.foot):
            column.addWidget(part, 1 if part is self._stack else 0)

    def show_entries(self, catalogue: Catalogue, project: Project, ids: Sequence[Id]) -> None:
        """Show these entries of a catalogue, once what is typed for others is asked."""
        form = self.form(catalogue.kind)
        if form is not self._form:
            self.flush()
            self._form = form
        self.name.setVisible(bool(ids))
        self.foot.setVisible(bool(ids) and self._editable)
        if not ids:
            some = project.count(catalogue.kind) > 0
            self.say(tr("Select an entry to edit it.") if some else tr(catalogue.empty))
        else:
            self.name.setText(_name(catalogue, project, ids))
            self.merge.setVisible(catalogue.merges)
            self.merge.setEnabled(project.count(catalogue.kind) > len(ids))
            self._stack.setCurrentWidget(form)
        form.refresh(project, {catalogue.kind: tuple(ids)})
        if not self._editable:
            for field in form.fields:
                if not isinstance(field, UsesField):
                    lock(field)

    def say(self, words: str) -> None:
        """Show some words in place of a form."""
        self.nothing.setText(words)
        self._stack.setCurrentIndex(0)

    def form(self, kind: type[Record]) -> Form:
        """The form for entries of a kind, built where it isn't yet."""
        if kind not in self._forms:
            uses = UsesField(kind)
            uses.opened.connect(self.opened)
            fields = entry_fields(kind)
            form = Form([*fields, uses])
            connect_field(form, self)
            self._stack.addWidget(form)
            self._forms[kind] = form
        return self._forms[kind]

    def enter(self) -> None:
        """Put the focus into the first field."""
        if self._form and self._stack.currentWidget() is self._form:
            self._form.enter()

    def flush(self) -> None:
        """Ask for everything that is typed but not yet asked for."""
        if self._form:
            self._form.flush()


def _name(catalogue: Catalogue, project: Project, ids: Sequence[Id]) -> str:
    if len(ids) > 1:
        return tr.plural("{count} entry", "{count} entries", len(ids))
    return catalogue.name(project, ids[0])


def _padded(inside: QWidget) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(48, 0, 48, 0)
    column.addStretch(2)
    column.addWidget(inside)
    column.addStretch(3)
    return page
