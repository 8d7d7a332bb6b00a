"""The field for what customer and company do at a touchpoint, step by step."""

from typing import Any

from journeyeditor.model.change import Label
from journeyeditor.model.choices import Actor
from journeyeditor.model.records import Interaction, Touchpoint
from journeyeditor.translation import tr
from journeyeditor.ui.inspector.fields.channel import ChannelField
from journeyeditor.ui.inspector.fields.choices import SegmentedField
from journeyeditor.ui.inspector.fields.field import Field
from journeyeditor.ui.inspector.fields.records import RecordsField, Steps
from journeyeditor.ui.inspector.fields.reference import PartyField
from journeyeditor.ui.inspector.fields.text import TextField
from journeyeditor.ui.inspector.rows import Row


class InteractionsField(RecordsField):
    """The interactions in their order, each with the outcome that it should have."""

    about = Touchpoint
    kind = Interaction
    owner = "touchpoint"

    def __init__(self) -> None:
        super().__init__(
            tr("Interactions"),
            Steps(Label("Add interaction"), Label("Remove interaction"), Label("Move interaction")),
            note=tr("desired outcome of each"),
            add=tr("Add interaction"),
            single=tr("Select one card to see its interactions"),
            fields=_fields,
        )

    def row(self, record: Any) -> Row:
        outcome = record.desired_outcome
        return Row(record.id, record.text, f"→ {outcome}" if outcome else "")


def _fields() -> list[Field]:
    actors = ((tr("The customer"), Actor.CUSTOMER), (tr("The company"), Actor.COMPANY))
    meets = Label("Set whom the customer meets")
    return [
        TextField(tr("Interaction"), Interaction, "text", Label("Edit interaction")),
        TextField(
            tr("Desired outcome"),
            Interaction,
            "desired_outcome",
            Label("Edit desired outcome of an interaction"),
        ),
        SegmentedField(tr("Who acts"), Interaction, "actor", Label("Set who acts"), actors),
        ChannelField(Interaction),
        TextField(tr("Message"), Interaction, "message", Label("Edit message of an interaction")),
        PartyField(tr("Whom the customer meets"), Interaction, "meets", meets),
    ]
