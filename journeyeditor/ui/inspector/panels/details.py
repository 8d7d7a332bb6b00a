"""What a touchpoint is: its name, its place, how it is classified, what it is made of."""

from collections.abc import Sequence

from journeyeditor.model.change import Label
from journeyeditor.model.choices import Evidence
from journeyeditor.model.records import Touchpoint
from journeyeditor.translation import tr
from journeyeditor.ui.inspector.fields.channel import ChannelField
from journeyeditor.ui.inspector.fields.choices import SegmentedField
from journeyeditor.ui.inspector.fields.classification import ClassificationField
from journeyeditor.ui.inspector.fields.dates import DateField
from journeyeditor.ui.inspector.fields.field import Field
from journeyeditor.ui.inspector.fields.group import Section
from journeyeditor.ui.inspector.fields.interactions import InteractionsField
from journeyeditor.ui.inspector.fields.own import OwnFields
from journeyeditor.ui.inspector.fields.text import TextField, name_field


def fields() -> list[Field]:
    return [
        name_field(tr("Title"), Touchpoint),
        _text(tr("Description"), "description", Label("Edit description")),
        ChannelField().answering("channel"),
        ClassificationField(),
        _text(tr("Message"), "message", Label("Edit message")),
        InteractionsField(),
        _evidence().answering("evidence"),
        Section(tr("Protocol and resources"), _resources),
        Section(tr("Brand and senses"), _senses),
        Section(tr("Code, review and notes"), _notes),
        OwnFields(Touchpoint),
    ]


def _evidence() -> SegmentedField:
    entries = (
        (tr("Hypothesis"), Evidence.HYPOTHESIS),
        (tr("Partial"), Evidence.PARTIAL),
        (tr("Researched"), Evidence.RESEARCHED),
    )
    return SegmentedField(
        tr("How do we know?"), Touchpoint, "evidence", Label("Set evidence"), entries
    )


def _resources() -> Sequence[Field]:
    assets = Label("Edit assets and platform")
    return (
        _text(
            tr("Protocol"), "protocol", Label("Edit protocol"), tr("How we communicate with them")
        ),
        _text(
            tr("Help path"),
            "help_path",
            Label("Edit help path"),
            tr("Where the customer goes when something fails"),
        ),
        _text(tr("Resources"), "resources", Label("Edit resources")),
        _text(tr("Assets and platform"), "assets_and_platform", assets),
    )


def _senses() -> Sequence[Field]:
    return (
        _text(tr("Brand influence"), "brand_influence", Label("Edit brand influence")),
        _text(tr("Sight"), "sight", Label("Edit what is seen")),
        _text(tr("Sound"), "sound", Label("Edit what is heard")),
        _text(tr("Smell"), "smell", Label("Edit what is smelt")),
        _text(tr("Touch"), "touch", Label("Edit what is touched")),
        _text(tr("Taste"), "taste", Label("Edit what is tasted")),
    )


def _notes() -> Sequence[Field]:
    return (
        TextField(tr("Code"), Touchpoint, "code", Label("Edit code"), multiline=False),
        DateField(tr("Review on"), Touchpoint, "review_date", Label("Set review date")),
        _text(tr("Notes"), "notes", Label("Edit notes")),
    )


def _text(title: str, name: str, step: Label, hint: str = "") -> TextField:
    return TextField(title, Touchpoint, name, step, hint=hint)
