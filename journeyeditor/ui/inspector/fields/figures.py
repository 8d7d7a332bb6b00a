"""A field for a number that may be unknown."""

from collections.abc import Sequence

from journeyeditor.model.change import Change, Label
from journeyeditor.model.edits.records import set_fields
from journeyeditor.model.fields import Record, fields_of
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.translation import tr
from journeyeditor.ui.chrome.controls import label
from journeyeditor.ui.chrome.numbers import describe_number, read_number
from journeyeditor.ui.inspector.fields.text import TextField


class NumberText(TextField):
    """A text that is a number: what is none stays in the box, and is said to be none."""

    def __init__(
        self, title: str, kind: type[Record], name: str, step: Label, *, required: bool = False
    ) -> None:
        super().__init__(title, kind, name, step, multiline=False, required=required)
        self.problem = label(tr("That is no number."), "danger", wrap=True)
        self.column.addWidget(self.problem)
        self.problem.hide()
        self.box.textChanged.connect(self.problem.hide)

    def flush(self) -> None:
        text = self.box.toPlainText()
        wrong = bool(text.strip()) and read_number(text) is None
        self.problem.setVisible(wrong)
        if wrong:
            self._pause.stop()
        else:
            super().flush()


class FigureField(NumberText):
    """A number with decimals; an emptied box clears it where the record allows."""

    def __init__(self, title: str, kind: type[Record], name: str, step: Label) -> None:
        optional = next(field.optional for field in fields_of(kind) if field.name == name)
        super().__init__(title, kind, name, step, required=not optional)

    def read(self, project: Project, id: Id) -> str:
        number = getattr(project.get(self._kind, id), self._name)
        return "" if number is None else describe_number(number)

    def write(self, project: Project, ids: Sequence[Id], text: str) -> Change | None:
        values = {self._name: read_number(text)}
        return set_fields(project, self._kind, ids, self._step, merge=True, **values)
