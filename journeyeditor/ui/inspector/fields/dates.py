"""The field for a day."""

from datetime import date

from journeyeditor.model.change import Label
from journeyeditor.model.fields import Record
from journeyeditor.translation import tr
from journeyeditor.ui.inspector.datebox import DateBox
from journeyeditor.ui.inspector.fields.choices import ValueField
from journeyeditor.ui.inspector.fields.field import SEVERAL


class DateField(ValueField):
    """A day; an emptied box clears it."""

    def __init__(self, title: str, kind: type[Record], name: str, step: Label) -> None:
        super().__init__(title, kind, name, step)
        self.day = DateBox()
        self.hold(self.day)
        self.day.chosen.connect(self.ask)
        self.day.finished.connect(self.left)

    def begin(self) -> None:
        self.day.forget()

    def show_value(self, value: object) -> None:
        if isinstance(value, date):
            self.day.show_day(value)
        else:
            self.day.show_day(None, tr("Several") if value is SEVERAL else "")

    def flush(self) -> None:
        self.day.flush()
