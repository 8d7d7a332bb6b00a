"""What the company does behind a touchpoint."""

from journeyeditor.ui.inspector.fields.field import Field
from journeyeditor.ui.inspector.fields.others import OtherTouchpointsField
from journeyeditor.ui.inspector.fields.processes import ProcessesField


def fields() -> list[Field]:
    return [ProcessesField().answering("process"), OtherTouchpointsField()]
