"""What is known about a stage."""

from journeyeditor.model.change import Label
from journeyeditor.model.records import Stage
from journeyeditor.translation import tr
from journeyeditor.ui.inspector.fields.choices import DotsField, NumberField
from journeyeditor.ui.inspector.fields.field import Field
from journeyeditor.ui.inspector.fields.text import TextField, name_field


def fields() -> list[Field]:
    goal, width = Label("Edit goal"), Label("Set column width")
    return [
        name_field(tr("Name"), Stage),
        TextField(tr("Goal"), Stage, "goal", goal, hint=tr("What moves the customer on")),
        DotsField(tr("Importance"), Stage, "importance", Label("Set importance")),
        NumberField(tr("Column width"), Stage, "width", width, 120, 2000, tr("pt")),
    ]
