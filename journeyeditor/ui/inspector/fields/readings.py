"""The field for the values that were read of a metric."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from journeyeditor.analysis.metrics import standing_of
from journeyeditor.analysis.wording import Figure
from journeyeditor.model.change import Label
from journeyeditor.model.fields import Record
from journeyeditor.model.records import Measure, Metric, Reading
from journeyeditor.translation import tr
from journeyeditor.ui.chrome.dates import describe_date
from journeyeditor.ui.chrome.numbers import read_number
from journeyeditor.ui.inspector.fields.dates import DateField
from journeyeditor.ui.inspector.fields.field import Field
from journeyeditor.ui.inspector.fields.figures import FigureField
from journeyeditor.ui.inspector.fields.records import RecordsField, Steps
from journeyeditor.ui.inspector.fields.text import TextField
from journeyeditor.ui.inspector.rows import Row


class ReadingsField(RecordsField):
    """The readings of one measure, the latest first. What is written is a value as of today."""

    about = Measure
    kind = Reading
    owner = "measure"

    def __init__(self) -> None:
        super().__init__(
            tr("Readings"),
            Steps(Label("Add reading"), Label("Remove reading")),
            add=tr("Add reading"),
            hint=tr("A value, as of today"),
            wrong=tr("That is no number."),
            single=tr("Select one only to see the readings"),
            fields=_fields,
        )

    def records(self) -> Iterable[Record]:
        measure = self.project.find(Measure, next(iter(self.owners), None))
        return reversed(standing_of(self.project, measure).readings) if measure else ()

    def values(self, text: str) -> dict[str, Any] | None:
        number = read_number(text)
        return None if number is None else {"value": number, "taken_on": date.today()}

    def row(self, record: Any) -> Row:
        unit = self.project.get(Metric, self.project.get(Measure, record.measure).metric).unit
        day = describe_date(record.taken_on) if record.taken_on else ""
        note = " · ".join(part for part in (day, record.period, record.source) if part)
        return Row(record.id, Figure(record.value, unit).said(tr), note)


def _fields() -> list[Field]:
    return [
        FigureField(tr("Value"), Reading, "value", Label("Edit reading")),
        DateField(tr("Date"), Reading, "taken_on", Label("Set date of a reading")),
        TextField(
            tr("Period"),
            Reading,
            "period",
            Label("Edit period of a reading"),
            multiline=False,
            hint=tr("March, third quarter…"),
        ),
        TextField(
            tr("Source"),
            Reading,
            "source",
            Label("Edit source of a reading"),
            multiline=False,
            hint=tr("Survey, till, web statistics…"),
        ),
    ]
