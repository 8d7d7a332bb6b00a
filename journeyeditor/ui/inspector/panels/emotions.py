"""How a segment lives a card."""

from collections.abc import Sequence

from journeyeditor.model.change import Label
from journeyeditor.model.choices import Expectation
from journeyeditor.model.records import Placement
from journeyeditor.translation import tr
from journeyeditor.ui.inspector.fields.choices import SegmentedField
from journeyeditor.ui.inspector.fields.critical import CriticalField
from journeyeditor.ui.inspector.fields.emotion import EmotionField
from journeyeditor.ui.inspector.fields.feeling import FeelingField
from journeyeditor.ui.inspector.fields.field import Field
from journeyeditor.ui.inspector.fields.group import Group, Section
from journeyeditor.ui.inspector.fields.own import OwnFields
from journeyeditor.ui.inspector.fields.quotes import QuotesField
from journeyeditor.ui.inspector.fields.rating import RatingField
from journeyeditor.ui.inspector.fields.text import TextField
from journeyeditor.ui.inspector.fields.texts import TextsField


def fields() -> list[Field]:
    return [
        EmotionField().answering("emotion"),
        FeelingField(),
        _list(tr("Needs"), "needs", Label("Edit needs"), tr("Add need")).answering("need"),
        _list(
            tr("Expectations"), "expectations", Label("Edit expectations"), tr("Add expectation")
        ),
        TextsField(
            tr("Obstacles"),
            Placement,
            "obstacles",
            Label("Edit obstacles"),
            add=tr("Add obstacle"),
            icon="triangle-alert",
            none=tr("None"),
        ).answering("obstacle"),
        QuotesField(),
        CriticalField(),
        Section(tr("What really happens"), _experience),
        Section(tr("Ratings"), _ratings),
        Section(tr("Notes on this card"), _notes),
    ]


def _list(title: str, name: str, step: Label, add: str) -> TextsField:
    return TextsField(title, Placement, name, step, add=add)


def _experience() -> Sequence[Field]:
    entries = (
        (tr("Below"), Expectation.BELOW),
        (tr("Met"), Expectation.MET),
        (tr("Exceeded"), Expectation.EXCEEDED),
    )
    return (
        SegmentedField(
            tr("Expectation met?"), Placement, "expectation_met", Label("Set expectation"), entries
        ),
        TextField(
            tr("What really happens"),
            Placement,
            "actual_experience",
            Label("Edit what really happens"),
        ),
    )


def _ratings() -> Sequence[Field]:
    return (
        Group(
            "",
            [
                RatingField(tr("Effort"), Placement, "effort", Label("Rate effort")),
                RatingField(tr("Relevance"), Placement, "relevance", Label("Rate relevance")),
                RatingField(tr("Importance"), Placement, "importance", Label("Rate importance")),
                RatingField(
                    tr("Satisfaction"), Placement, "satisfaction", Label("Rate satisfaction")
                ),
            ],
        ),
    )


def _notes() -> Sequence[Field]:
    notes = TextField(tr("Notes"), Placement, "notes", Label("Edit notes on a card"))
    return notes, OwnFields(Placement)
