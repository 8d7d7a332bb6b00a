"""The field for the channel of a touchpoint or interaction."""

from typing import Any

from journeyeditor.catalogue import (
    BUILTIN_CHANNELS,
    channel_icon,
    channel_name,
    channels_on_offer,
    family_name,
)
from journeyeditor.model.change import Label
from journeyeditor.model.edits.touchpoints import new_channel
from journeyeditor.model.fields import Record
from journeyeditor.model.ids import Id
from journeyeditor.model.records import Channel, Touchpoint
from journeyeditor.translation import tr
from journeyeditor.ui.inspector.fields.reference import ReferenceField
from journeyeditor.ui.inspector.marks import Mark
from journeyeditor.ui.inspector.picker import Offer


class ChannelField(ReferenceField):
    """Shows the channel with its icon and family."""

    def __init__(self, kind: type[Record] = Touchpoint) -> None:
        super().__init__(tr("Channel"), kind, "channel", Label("Set channel"))
        self.empty, self.nothing = tr("Choose a channel"), tr("No channel")
        self.hint = tr("Search or add a channel")

    def target(self, id: Id) -> Channel | None:
        return self.project.find(Channel, id)

    def known(self) -> tuple[Channel, ...]:
        return channels_on_offer(self.project, tr.language)

    def offer(self, record: Any) -> Offer:
        return offer_channel(record)

    def make(self, name: str) -> Channel:
        return new_channel(name)


def offer_channel(channel: Channel) -> Offer:
    """A channel as an entry of a list."""
    family = family_name(channel.family, tr.language)
    aliases = next((b.aliases for b in BUILTIN_CHANNELS if b.key == channel.builtin), ())
    return Offer(
        channel, channel_name(channel, tr.language), family, channel_mark(channel), aliases
    )


def channel_mark(channel: Channel) -> Mark:
    """The icon of a channel in the colour of its family."""
    return Mark(icon=channel_icon(channel), colour=channel.family)
