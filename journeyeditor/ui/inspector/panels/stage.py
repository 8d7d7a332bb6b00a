"""What is known about a stage."""

from journeyeditor.model.change import Label
from journeyeditor.model.records import Stage
from journeyeditor.translation import tr
from journeyeditor.ui.inspector.fields.choices import NumberField
from journeyeditor.ui.inspector.fields.colours import ColourField
from journeyeditor.ui.inspector.fields.field import Field
from journeyeditor.ui.inspector.fields.metrics import MetricsField
from journeyeditor.ui.inspector.fields.own import OwnFields
from journeyeditor.ui.inspector.fields.rating import RatingField
from journeyeditor.ui.inspector.fields.text import TextField, name_field


def fields() -> list[Field]:
    goal, width = Label("Edit goal"), Label("Set column width")
    return [
        name_field(tr("Name"), Stage),
        TextField(tr("Goal"), Stage, "goal", goal, hint=tr("What moves the customer on")),
        RatingField(tr("Importance"), Stage, "importance", Label("Set importance"), lowest=0),
        ColourField(tr("Colour"), Stage, "colour", Label("Set colour of a stage")),
        NumberField(tr("Column width"), Stage, "width", width, 120, 2000, tr("pt")),
        MetricsField(Stage),
        OwnFields(Stage),
    ]
