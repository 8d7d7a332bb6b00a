"""The fields that the users of a project added."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from journeyeditor.model.choices import CustomKind
from journeyeditor.model.edits.classifying import set_own_field
from journeyeditor.model.fields import Record
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.records import CustomField, CustomValue
from journeyeditor.translation import tr
from journeyeditor.ui.chrome.controls import label
from journeyeditor.ui.chrome.dates import read_date
from journeyeditor.ui.chrome.numbers import describe_number, read_number
from journeyeditor.ui.inspector.datebox import DateBox
from journeyeditor.ui.inspector.fields.field import SEVERAL, Field, Subject, common
from journeyeditor.ui.inspector.fields.group import Group
from journeyeditor.ui.inspector.fields.text import PAUSE, TextBox
from journeyeditor.ui.inspector.segments import Segments

YES, NO = "yes", "no"


class OwnFields(Group):
    """A field for each that the users added; nothing at all where there are none."""

    covers = frozenset({(CustomValue, "value")})

    def __init__(self, kind: type[Record]) -> None:
        super().__init__("", (), 14)
        self._kind = kind
        self._known: tuple[CustomField, ...] = ()

    def refresh(self, project: Project, subject: Subject) -> None:
        known = project.ordered(CustomField)
        if known != self._known:
            self._known = known
            self.take([_FIELDS[field.kind](field, self._kind) for field in known])
        self.setVisible(bool(known))
        super().refresh(project, subject)


class OwnField(Field):
    """What one of them says of the subjects, as text."""

    def __init__(self, field: CustomField, kind: type[Record], control: QWidget) -> None:
        super().__init__(field.name)
        self._field, self._kind = field.id, kind
        self.about = kind
        self._ids: Sequence[Id] = ()
        self.hold(control)

    def show_text(self, text: str, *, several: bool) -> None:
        """Show what it says."""
        raise NotImplementedError

    def refresh(self, project: Project, subject: Subject) -> None:
        ids = tuple(subject.get(self._kind, ()))
        if ids != self._ids:
            self._ids = ids
            self.begin()
        field = self._field
        found = [project.where(CustomValue, field=field, subject=id) for id in ids]
        value = common([link[0].value if link else "" for link in found])
        several = value is SEVERAL
        self.show_several(several)
        self.show_text("" if several or value is None else value, several=several)

    def begin(self) -> None:
        """The field is about other records from now on."""

    def ask(self, text: str) -> None:
        """Ask for another text."""
        field, ids = self._field, self._ids
        self.edited.emit(lambda project: set_own_field(project, field, ids, text, merge=True))


class OwnText(OwnField):
    """A text of any length."""

    def __init__(self, field: CustomField, kind: type[Record], *, multiline: bool = True) -> None:
        self.box = TextBox(multiline=multiline)
        super().__init__(field, kind, self.box)
        self._shown = ""
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.flush)
        self.box.textChanged.connect(self._pause.start)
        self.box.finished.connect(self.flush)
        self.box.finished.connect(self.left)

    def begin(self) -> None:
        self._shown = ""
        self._write("")

    def show_text(self, text: str, *, several: bool) -> None:
        self.box.setPlaceholderText(tr("Several") if several else "")
        if text != self._shown:
            self._shown = text
            if self.box.toPlainText() != text:
                self._write(text)

    def flush(self) -> None:
        self._pause.stop()
        text = self.box.toPlainText()
        if text != self._shown:
            self._shown = text
            self.ask(text)

    def _write(self, text: str) -> None:
        self._pause.stop()
        blocked = self.box.blockSignals(True)
        self.box.setPlainText(text)
        self.box.blockSignals(blocked)
        self.box.fit()


class OwnNumber(OwnText):
    """A number; what is none stays in the box and is said to be none."""

    def __init__(self, field: CustomField, kind: type[Record]) -> None:
        super().__init__(field, kind, multiline=False)
        self.problem = label(tr("That is no number."), "danger", wrap=True)
        self.column.addWidget(self.problem)
        self.problem.hide()

    def show_text(self, text: str, *, several: bool) -> None:
        number = read_number(text)
        shown = text if number is None else describe_number(number)
        super().show_text(shown, several=several)

    def ask(self, text: str) -> None:
        number = read_number(text)
        wrong = number is None and bool(text.strip())
        self.problem.setVisible(wrong)
        if not wrong:
            super().ask("" if number is None else repr(number))


class OwnDate(OwnField):
    """A day, kept as 2026-03-12."""

    def __init__(self, field: CustomField, kind: type[Record]) -> None:
        self.day = DateBox()
        super().__init__(field, kind, self.day)
        self.day.chosen.connect(lambda day: self.ask(day.isoformat() if day else ""))
        self.day.finished.connect(self.left)

    def begin(self) -> None:
        self.day.forget()

    def show_text(self, text: str, *, several: bool) -> None:
        self.day.show_day(read_date(text), tr("Several") if several else "")

    def flush(self) -> None:
        self.day.flush()


class OwnChoice(OwnField):
    """Yes or no."""

    def __init__(self, field: CustomField, kind: type[Record]) -> None:
        self.segments = Segments(clearable=True)
        self.segments.show_entries([(tr("Yes"), YES), (tr("No"), NO)])
        super().__init__(field, kind, self.segments)
        self.segments.chosen.connect(lambda value: self.ask(value or ""))

    def enter(self) -> None:
        self.segments.enter()

    def show_text(self, text: str, *, several: bool) -> None:
        self.segments.show_value(text)


_FIELDS: dict[CustomKind, Callable[[CustomField, type[Record]], OwnField]] = {
    CustomKind.TEXT: OwnText,
    CustomKind.NUMBER: OwnNumber,
    CustomKind.DATE: OwnDate,
    CustomKind.YES_NO: OwnChoice,
}
