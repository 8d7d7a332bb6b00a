"""What a touchpoint is: its name, its place, how it is classified."""

from journeyeditor.model.records import Touchpoint
from journeyeditor.translation import tr
from journeyeditor.ui.inspector.fields.channel import ChannelField
from journeyeditor.ui.inspector.fields.field import Field
from journeyeditor.ui.inspector.fields.text import name_field


def fields() -> list[Field]:
    return [name_field(tr("Title"), Touchpoint), ChannelField().answering("channel")]
