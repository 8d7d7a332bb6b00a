"""What a card says, gathered from the records around it."""

import functools
from collections.abc import Container, Mapping
from typing import NamedTuple

from journeyeditor.catalogue import (
    EMOTION_NAMES,
    channel_icon,
    channel_name,
    emotion_level,
    emotion_name,
)
from journeyeditor.drawing.icons import icon_names
from journeyeditor.drawing.layout.lens import (
    CHANNEL,
    EMOTION,
    NO_CHANNEL,
    OWNER,
    Category,
    Lens,
    channel_lens,
    family_category,
)
from journeyeditor.drawing.layout.options import ALL_FIELDS, CardField
from journeyeditor.drawing.layout.owners import Owner, owners_of
from journeyeditor.drawing.theme import STRONGEST, Theme
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.records import Channel, Placement, Touchpoint
from journeyeditor.translation import translator

_ANY_ICON = "map-pin"
"""Of a channel whose own icon is not known."""
DRAFT = "~card"
"""The id of a card that is still being typed: it is drawn, and counted once it is there."""
_SAID_ANYWAY = (CHANNEL, OWNER, EMOTION)
"""Lenses on what a card's sentence tells through any lens."""


class Card(NamedTuple):
    """What a card says. `label`, `sign` and `category` are what its lens sees of it.

    `channel` is the channel's name; `owners` are None where they are not told; `links` counts the
    cards of its touchpoint.
    """

    id: Id
    title: str
    channel: str
    lens: Lens
    label: str
    sign: str
    category: Category
    owners: tuple[Owner, ...] | None
    links: int
    emotion: float | None
    critical: bool

    @property
    def name(self) -> str:
        """The card in words, for those who hear it."""
        told = () if self.lens.name in _SAID_ANYWAY else (f"{self.lens.title}: {self.label}",)
        return ", ".join((_sentence(self), *told))

    @property
    def face(self) -> int | None:
        """The level of its emotion, -2 to +2."""
        return None if self.emotion is None else emotion_level(self.emotion)


def card_colour(card: Card, theme: Theme) -> str:
    """The colour of the bar and the sign."""
    return theme.tone(card.category.tone)


def read_card(
    project: Project,
    placement: Placement,
    language: str,
    lens: Lens | None = None,
    fields: Container[CardField] = ALL_FIELDS,
) -> Card:
    """What the card of a placement says, in the reader's language; its owners if told."""
    lens = lens or channel_lens(language)
    touchpoint = project.find(Touchpoint, placement.touchpoint)
    channel = project.find(Channel, touchpoint.channel) if touchpoint else None
    title = touchpoint.name if touchpoint else ""
    place, sign, category = tell_channel(channel, language) if channel else ("", "", NO_CHANNEL)
    owners = owners_of(project, placement.touchpoint)
    links = len(project.where(Placement, touchpoint=placement.touchpoint))
    emotion = placement.emotion
    if emotion is not None:
        emotion = max(-STRONGEST, min(STRONGEST, emotion))
    label = place
    if lens.name != CHANNEL:
        label, category = lens.see(project, placement, owners)
        sign = category.sign
    return Card(
        id=placement.id,
        title=title,
        channel=place,
        lens=lens,
        label=label,
        sign=sign,
        category=category,
        owners=owners if CardField.OWNERS in fields else None,
        links=links,
        emotion=emotion,
        critical=placement.critical,
    )


@functools.lru_cache(maxsize=1024)
def tell_channel(channel: Channel, language: str) -> tuple[str, str, Category]:
    """The channel's name, its own icon, and the family that gives the colour."""
    icon = channel_icon(channel)
    sign = icon if icon in icon_names() else _ANY_ICON
    return channel_name(channel, language), sign, family_category(channel.family, language)


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


def _sentence(card: Card) -> str:
    words, owners = _words(card.lens.language), card.owners
    parts = [card.title, card.channel]
    if card.face is not None:
        parts.append(words.emotions[card.face])
    if card.critical:
        parts.append(words.critical)
    if owners and len(owners) > 1:
        parts.append(words.owners.format(names=", ".join([owner.name for owner in owners])))
    elif owners is not None:
        parts.append(words.owner.format(name=owners[0].name) if owners else words.no_owner)
    if card.links > 1:
        parts.append(words.links.format(count=card.links))
    return ", ".join([part for part in parts if part])
