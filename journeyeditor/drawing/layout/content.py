"""What a card says, gathered from the records around it."""

import functools
from collections.abc import Mapping
from typing import NamedTuple

from journeyeditor.catalogue import (
    EMOTION_NAMES,
    channel_icon,
    channel_name,
    emotion_level,
    emotion_name,
)
from journeyeditor.drawing.avatars import initials
from journeyeditor.drawing.icons import icon_names
from journeyeditor.drawing.theme import STRONGEST, Theme
from journeyeditor.model.choices import ChannelFamily, PartyKind, Role
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.records import Channel, Party, Placement, Responsibility, Touchpoint
from journeyeditor.translation import translator

OWNER_ROLES = (Role.RESPONSIBLE, Role.ACCOUNTABLE)
"""Who a card shows, in this order."""
_ANY_ICON = "map-pin"


class Owner(NamedTuple):
    """A person or department on a card."""

    name: str
    letters: str
    department: bool


class Card(NamedTuple):
    """What a card says. `links` counts the cards of its touchpoint; `name` is for listeners."""

    id: Id
    title: str
    channel: str
    icon: str
    family: ChannelFamily | None
    owners: tuple[Owner, ...]
    links: int
    emotion: float | None
    critical: bool
    name: str

    @property
    def face(self) -> int | None:
        """The level of its emotion, -2 to +2."""
        return None if self.emotion is None else emotion_level(self.emotion)


def card_colour(card: Card, theme: Theme) -> str:
    """The colour of the bar, the icon and the channel's name."""
    return theme.line_strong if card.family is None else theme.family(card.family)


def read_card(project: Project, placement: Placement, language: str) -> Card:
    """What the card of a placement says, in the reader's language."""
    touchpoint = project.find(Touchpoint, placement.touchpoint)
    channel = project.find(Channel, touchpoint.channel) if touchpoint else None
    title = touchpoint.name if touchpoint else ""
    name = channel_name(channel, language) if channel else ""
    owners = _owners(project, placement.touchpoint)
    links = len(project.where(Placement, touchpoint=placement.touchpoint))
    emotion = placement.emotion
    if emotion is not None:
        emotion = max(-STRONGEST, min(STRONGEST, emotion))
    return Card(
        id=placement.id,
        title=title,
        channel=name,
        icon=_icon(channel),
        family=channel.family if channel else None,
        owners=owners,
        links=links,
        emotion=emotion,
        critical=placement.critical,
        name=_sentence(title, name, owners, links, emotion, placement.critical, language),
    )


def _icon(channel: Channel | None) -> str:
    if channel is None:
        return ""
    name = channel_icon(channel)
    return name if name in icon_names() else _ANY_ICON


def _owners(project: Project, touchpoint: Id) -> tuple[Owner, ...]:
    """The responsible, then the accountable parties by name, each once."""
    found = []
    for duty in project.where(Responsibility, subject=touchpoint):
        party = project.find(Party, duty.party) if duty.role in OWNER_ROLES else None
        if party:
            found.append((OWNER_ROLES.index(duty.role), party.name, party.id, party.kind))
    parties = {id: (name, kind) for _, name, id, kind in sorted(found)}
    return tuple(
        Owner(name, initials(name), kind is PartyKind.DEPARTMENT) for name, kind in parties.values()
    )


class _Words(NamedTuple):
    """The words of a card's sentence."""

    emotions: Mapping[int, str]
    critical: str
    owner: str
    owners: str
    no_owner: str
    links: str


@functools.cache
def _words(language: str) -> _Words:
    tr = translator(language)
    return _Words(
        emotions={level: emotion_name(level, language).lower() for level in EMOTION_NAMES},
        critical=tr("critical moment"),
        owner=tr("owner {name}"),
        owners=tr("owners {names}"),
        no_owner=tr("no owner"),
        links=tr("on {count} cards"),
    )


def _sentence(
    title: str,
    channel: str,
    owners: tuple[Owner, ...],
    links: int,
    emotion: float | None,
    critical: bool,
    language: str,
) -> str:
    """The card in words, for those who hear it."""
    words = _words(language)
    parts = [title, channel]
    if emotion is not None:
        parts.append(words.emotions[emotion_level(emotion)])
    if critical:
        parts.append(words.critical)
    if len(owners) > 1:
        parts.append(words.owners.format(names=", ".join([owner.name for owner in owners])))
    else:
        parts.append(words.owner.format(name=owners[0].name) if owners else words.no_owner)
    if links > 1:
        parts.append(words.links.format(count=links))
    return ", ".join([part for part in parts if part])
