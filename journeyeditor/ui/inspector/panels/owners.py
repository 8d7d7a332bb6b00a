"""Who has to do with a touchpoint."""

from journeyeditor.ui.inspector.fields.field import Field
from journeyeditor.ui.inspector.fields.load import LoadField, PartyLegend
from journeyeditor.ui.inspector.fields.parties import owner_fields
from journeyeditor.ui.inspector.fields.training import TrainingField


def fields() -> list[Field]:
    responsible, *others = owner_fields()
    return [
        responsible.answering("responsible"),
        *others,
        TrainingField(),
        LoadField(),
        PartyLegend(),
    ]
