"""Choosing cards by what is known about them."""

from dataclasses import dataclass

import msgspec

from journeyeditor.analysis.completeness import completeness
from journeyeditor.analysis.facts import OWNERS
from journeyeditor.catalogue import EMOTION_NAMES, emotion_level
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.records import Channel, Party, Placement, Responsibility, Touchpoint

NONE = ""
"""In place of a channel or an owner: cards without one."""


@dataclass(frozen=True)
class Filter:
    """What cards must be like; in each field that is not empty one of the values must hold.

    `emotions` are levels from -2 to 2, and None for cards that are not rated.
    """

    owners: frozenset[Id] = frozenset()
    channels: frozenset[Id] = frozenset()
    emotions: frozenset[int | None] = frozenset()
    critical: bool = False
    incomplete: bool = False

    @property
    def count(self) -> int:
        """How many conditions there are."""
        chosen = len(self.owners) + len(self.channels) + len(self.emotions)
        return chosen + self.critical + self.incomplete

    def passes(self, project: Project, card: Placement) -> bool:
        """Whether a card is like that."""
        return (
            (not self.critical or card.critical)
            and (not self.emotions or _level(card) in self.emotions)
            and (not self.channels or _channel(project, card) in self.channels)
            and (not self.owners or not self.owners.isdisjoint(owners_of(project, card)))
            and (not self.incomplete or bool(completeness(project, card).open))
        )


def filter_text(filter: Filter) -> str:
    """A filter as it is kept in a view."""
    levels = sorted(filter.emotions, key=lambda level: (level is None, level or 0))
    kept = _Kept(
        sorted(filter.owners), sorted(filter.channels), levels, filter.critical, filter.incomplete
    )
    return msgspec.json.encode(kept).decode()


def filter_of(text: str, project: Project) -> Filter:
    """The filter that a view keeps; conditions that nothing can meet any more are left out."""
    try:
        kept = msgspec.json.decode(text, type=_Kept)
    except (msgspec.MsgspecError, UnicodeEncodeError):
        return Filter()
    return Filter(
        frozenset(id for id in kept.owners if id == NONE or project.find(Party, id)),
        frozenset(id for id in kept.channels if id == NONE or project.find(Channel, id)),
        frozenset(level for level in kept.emotions if level is None or level in EMOTION_NAMES),
        kept.critical,
        kept.incomplete,
    )


class _Kept(msgspec.Struct):
    """A filter in JSON."""

    owners: list[str] = []
    channels: list[str] = []
    emotions: list[int | None] = []
    critical: bool = False
    incomplete: bool = False


def passing(project: Project, map: Id, filter: Filter) -> frozenset[Id]:
    """The cards of a map that pass."""
    cards = project.placements(map)
    return frozenset(card.id for card in cards if filter.passes(project, card))


def owners_of(project: Project, card: Placement) -> set[Id]:
    """Who is responsible or accountable for a card's touchpoint; NONE where nobody is."""
    duties = project.where(Responsibility, subject=card.touchpoint)
    return {duty.party for duty in duties if duty.role in OWNERS} or {NONE}


def _level(card: Placement) -> int | None:
    return None if card.emotion is None else emotion_level(card.emotion)


def _channel(project: Project, card: Placement) -> Id:
    return project.get(Touchpoint, card.touchpoint).channel or NONE
