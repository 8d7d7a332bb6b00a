"""How a segment lives a card."""

from journeyeditor.model.change import Label
from journeyeditor.model.records import Placement
from journeyeditor.translation import tr
from journeyeditor.ui.inspector.fields.critical import CriticalField
from journeyeditor.ui.inspector.fields.emotion import EmotionField
from journeyeditor.ui.inspector.fields.field import Field
from journeyeditor.ui.inspector.fields.text import TextField


def fields() -> list[Field]:
    return [
        EmotionField().answering("emotion"),
        TextField(
            tr("They describe it as"),
            Placement,
            "feeling",
            Label("Edit feeling"),
            multiline=False,
            hint=tr("Frustration, relief, curiosity…"),
        ),
        CriticalField(),
    ]
