"""What is known about a segment."""

from journeyeditor.model.change import Label
from journeyeditor.model.choices import SegmentKind
from journeyeditor.model.records import Segment
from journeyeditor.storage.assets import Assets
from journeyeditor.translation import tr
from journeyeditor.ui.inspector.fields.choices import SegmentedField
from journeyeditor.ui.inspector.fields.field import Field
from journeyeditor.ui.inspector.fields.picture import PictureField
from journeyeditor.ui.inspector.fields.text import TextField, name_field


def fields(assets: Assets) -> list[Field]:
    kinds = ((tr("Ours"), SegmentKind.OWN), (tr("A competitor’s"), SegmentKind.COMPETITOR))
    return [
        name_field(tr("Name"), Segment),
        TextField(tr("Description"), Segment, "description", Label("Edit description")),
        SegmentedField(tr("Whose customers"), Segment, "kind", Label("Set kind"), kinds),
        PictureField(assets),
    ]
