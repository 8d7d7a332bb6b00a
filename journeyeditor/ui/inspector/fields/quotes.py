"""The field for what customers said, word for word."""

from typing import Any

from journeyeditor.model.change import Label
from journeyeditor.model.records import Placement, Quote
from journeyeditor.translation import tr
from journeyeditor.ui.chrome.dates import describe_date
from journeyeditor.ui.inspector.fields.dates import DateField
from journeyeditor.ui.inspector.fields.field import Field
from journeyeditor.ui.inspector.fields.records import RecordsField, Steps
from journeyeditor.ui.inspector.fields.text import TextField
from journeyeditor.ui.inspector.marks import Mark
from journeyeditor.ui.inspector.rows import Row, RowList


class QuotesField(RecordsField):
    """The quotes in their order, each with its source and day."""

    about = Placement
    kind = Quote
    owner = "placement"

    def __init__(self) -> None:
        steps = Steps(Label("Add quote"), Label("Remove quote"), Label("Move quote"))
        title, add = tr("Voice of the customer"), tr("Add quote")
        super().__init__(
            title,
            steps,
            add=add,
            single=tr("Select one card to see its quotes"),
            fields=_fields,
            rows=RowList(title, add, look="blocks", grips=True),
        )

    def row(self, record: Any) -> Row:
        day = describe_date(record.said_on) if record.said_on else ""
        note = " · ".join(part for part in (record.source, day) if part)
        return Row(record.id, record.text, note, Mark(icon="quote"), italic=True)


def _fields() -> list[Field]:
    return [
        TextField(tr("Quote"), Quote, "text", Label("Edit quote")),
        TextField(
            tr("Source"),
            Quote,
            "source",
            Label("Edit source of a quote"),
            multiline=False,
            hint=tr("Interview, survey, review…"),
        ),
        DateField(tr("Said on"), Quote, "said_on", Label("Set date of a quote")),
    ]
