"""What is known about a map."""

from journeyeditor.model.change import Label
from journeyeditor.model.choices import MapKind
from journeyeditor.model.records import JourneyMap
from journeyeditor.translation import tr
from journeyeditor.ui.inspector.fields.choices import SegmentedField
from journeyeditor.ui.inspector.fields.dates import DateField
from journeyeditor.ui.inspector.fields.field import Field
from journeyeditor.ui.inspector.fields.metrics import MetricsField
from journeyeditor.ui.inspector.fields.own import OwnFields
from journeyeditor.ui.inspector.fields.text import TextField, name_field


def fields() -> list[Field]:
    kinds = ((tr("As it is"), MapKind.AS_IS), (tr("As it will be"), MapKind.TO_BE))
    return [
        name_field(tr("Name"), JourneyMap),
        SegmentedField(tr("State"), JourneyMap, "kind", Label("Set state of a map"), kinds),
        TextField(tr("Description"), JourneyMap, "description", Label("Edit description of a map")),
        TextField(tr("Version"), JourneyMap, "version", Label("Edit version"), multiline=False),
        TextField(
            tr("Status line"),
            JourneyMap,
            "status_line",
            Label("Edit status line"),
            multiline=False,
            hint=tr("Draft for the workshop of 12 March"),
        ),
        DateField(tr("Review on"), JourneyMap, "review_date", Label("Set review date of a map")),
        MetricsField(JourneyMap),
        OwnFields(JourneyMap),
    ]
