"""What a touchpoint is to bring about, and how it is known whether it does."""

from journeyeditor.model.change import Label
from journeyeditor.model.records import Touchpoint
from journeyeditor.translation import N_, tr
from journeyeditor.ui.inspector.fields.data import DataField
from journeyeditor.ui.inspector.fields.feedback import FeedbackField
from journeyeditor.ui.inspector.fields.field import Field
from journeyeditor.ui.inspector.fields.group import Group
from journeyeditor.ui.inspector.fields.improvements import ImprovementsField
from journeyeditor.ui.inspector.fields.metrics import MetricsField
from journeyeditor.ui.inspector.fields.rating import RatingField
from journeyeditor.ui.inspector.fields.text import TextField

EFFECTS = (N_("Very weak"), N_("Weak"), N_("Fair"), N_("Strong"), N_("Very strong"))
"""The words for how well a touchpoint reaches its outcome, from 1 to 5."""
USES = (
    N_("Hardly ever"),
    N_("Rarely"),
    N_("Now and then"),
    N_("Often"),
    N_("All the time"),
)
"""The words for how much a touchpoint is used, from 1 to 5."""


def fields() -> list[Field]:
    return [
        TextField(
            tr("Desired outcome"), Touchpoint, "desired_outcome", Label("Edit desired outcome")
        ).answering("outcome"),
        TextField(
            tr("Best experience"), Touchpoint, "optimal_experience", Label("Edit best experience")
        ).answering("optimal"),
        TextField(
            tr("Personalisation"),
            Touchpoint,
            "personalisation",
            Label("Edit personalisation"),
            hint=tr("How it is made personal to each customer"),
        ),
        DataField().answering("data"),
        MetricsField(Touchpoint).answering("metric"),
        Group(
            tr("Effectiveness and usage"),
            [
                RatingField(
                    tr("Effectiveness"),
                    Touchpoint,
                    "effectiveness",
                    Label("Set effectiveness"),
                    words=EFFECTS,
                ),
                RatingField(tr("Usage"), Touchpoint, "usage", Label("Set usage"), words=USES),
            ],
        ),
        FeedbackField(),
        ImprovementsField(),
    ]
