"""What a touchpoint is to bring about."""

from journeyeditor.model.change import Label
from journeyeditor.model.records import Touchpoint
from journeyeditor.translation import tr
from journeyeditor.ui.inspector.fields.field import Field
from journeyeditor.ui.inspector.fields.text import TextField


def fields() -> list[Field]:
    return [
        TextField(
            tr("Desired outcome"), Touchpoint, "desired_outcome", Label("Edit desired outcome")
        ).answering("outcome"),
        TextField(
            tr("Best experience"), Touchpoint, "optimal_experience", Label("Edit best experience")
        ).answering("optimal"),
    ]
