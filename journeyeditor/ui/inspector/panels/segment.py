"""What is known about a segment."""

from collections.abc import Sequence

from journeyeditor.model.change import Label
from journeyeditor.model.choices import Market, SegmentKind
from journeyeditor.model.records import Segment
from journeyeditor.storage.assets import Assets
from journeyeditor.translation import tr
from journeyeditor.ui.inspector.fields.choices import SegmentedField
from journeyeditor.ui.inspector.fields.colours import ColourField
from journeyeditor.ui.inspector.fields.field import Field
from journeyeditor.ui.inspector.fields.group import Section
from journeyeditor.ui.inspector.fields.metrics import MetricsField
from journeyeditor.ui.inspector.fields.own import OwnFields
from journeyeditor.ui.inspector.fields.picture import PictureField
from journeyeditor.ui.inspector.fields.text import TextField, name_field


def fields(assets: Assets) -> list[Field]:
    kinds = ((tr("Ours"), SegmentKind.OWN), (tr("A competitor’s"), SegmentKind.COMPETITOR))
    markets = ((tr("Existing"), Market.EXISTING), (tr("Potential"), Market.POTENTIAL))
    return [
        name_field(tr("Name"), Segment),
        _text(tr("Description"), "description", Label("Edit description")),
        PictureField(tr("Picture"), assets, Segment, "picture"),
        SegmentedField(tr("Whose customers"), Segment, "kind", Label("Set kind"), kinds),
        SegmentedField(tr("Customers"), Segment, "market", Label("Set market"), markets),
        _text(tr("Target market"), "target_market", Label("Edit target market")),
        _text(tr("Needs"), "needs", Label("Edit needs")),
        _text(tr("Expectations"), "expectations", Label("Edit expectations")),
        Section(tr("Behaviour and culture"), _behaviour),
        ColourField(tr("Colour"), Segment, "colour", Label("Set colour of a segment")),
        MetricsField(Segment),
        OwnFields(Segment),
    ]


def _behaviour() -> Sequence[Field]:
    return (
        _text(tr("Behaviour"), "behaviour", Label("Edit behaviour")),
        _text(tr("Preferences"), "preferences", Label("Edit preferences")),
        _text(tr("Cultural notes"), "cultural_notes", Label("Edit cultural notes")),
    )


def _text(title: str, name: str, step: Label) -> TextField:
    return TextField(title, Segment, name, step)
