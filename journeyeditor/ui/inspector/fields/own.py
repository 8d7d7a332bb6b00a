"""The fields that the users of a project added."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from journeyeditor.model.change import Change, Label
from journeyeditor.model.choices import CustomKind
from journeyeditor.model.edits.classifying import set_own_field
from journeyeditor.model.fields import Record
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.records import CustomField, CustomValue
from journeyeditor.translation import tr
from journeyeditor.ui.chrome.dates import read_date
from journeyeditor.ui.chrome.numbers import describe_number, read_number
from journeyeditor.ui.inspector.datebox import DateBox
from journeyeditor.ui.inspector.fields.field import SEVERAL, Field, Subject, common
from journeyeditor.ui.inspector.fields.figures import NumberText
from journeyeditor.ui.inspector.fields.group import Group
from journeyeditor.ui.inspector.fields.text import TextField
from journeyeditor.ui.inspector.segments import Segments

YES, NO = "yes", "no"
STEP = Label("Edit own field")


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


class OwnText(TextField):
    """A text of any length."""

    def __init__(self, field: CustomField, kind: type[Record]) -> None:
        super().__init__(field.name, kind, field.id, STEP)

    def read(self, project: Project, id: Id) -> str:
        return said(project, self._name, id)

    def write(self, project: Project, ids: Sequence[Id], text: str) -> Change | None:
        return set_own_field(project, self._name, ids, text, merge=True)


class OwnNumber(NumberText):
    """A number, kept with a point."""

    def __init__(self, field: CustomField, kind: type[Record]) -> None:
        super().__init__(field.name, kind, field.id, STEP)

    def read(self, project: Project, id: Id) -> str:
        text = said(project, self._name, id)
        try:
            return describe_number(float(text))
        except ValueError:
            return text  # the field was of another kind

    def write(self, project: Project, ids: Sequence[Id], text: str) -> Change | None:
        number = read_number(text)
        kept = "" if number is None else repr(number)
        return set_own_field(project, self._name, ids, kept, merge=True)


class OwnValue(Field):
    """What an own field says that is no text."""

    def __init__(self, field: CustomField, kind: type[Record], control: QWidget) -> None:
        super().__init__(field.name)
        self._field, self._kind = field.id, kind
        self.about = kind
        self._ids: Sequence[Id] = ()
        self.hold(control)

    def show_text(self, text: str, *, several: bool) -> None:
        """Show what it says."""
        raise NotImplementedError

    def begin(self) -> None:
        """The field is about other records from now on."""

    def refresh(self, project: Project, subject: Subject) -> None:
        ids = tuple(subject.get(self._kind, ()))
        if ids != self._ids:
            self._ids = ids
            self.begin()
        value = common([said(project, self._field, id) for id in ids])
        several = value is SEVERAL
        self.show_several(several)
        self.show_text("" if several or value is None else value, several=several)

    def ask(self, text: str) -> None:
        """Ask for another text."""
        field, ids = self._field, self._ids
        self.edited.emit(lambda project: set_own_field(project, field, ids, text, merge=True))


class OwnDate(OwnValue):
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


class OwnChoice(OwnValue):
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


_FIELDS: dict[CustomKind, Callable[[CustomField, type[Record]], Field]] = {
    CustomKind.TEXT: OwnText,
    CustomKind.NUMBER: OwnNumber,
    CustomKind.DATE: OwnDate,
    CustomKind.YES_NO: OwnChoice,
}


def said(project: Project, field: Id, subject: Id) -> str:
    """What an own field says of a subject."""
    found = project.where(CustomValue, field=field, subject=subject)
    return found[0].value if found else ""
