"""Where the entries of the catalogues are used."""

from collections.abc import Iterable
from dataclasses import dataclass

from journeyeditor.model.edits.draft import referrers
from journeyeditor.model.fields import Record
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.records import (
    AxisValue,
    JourneyMap,
    Party,
    Placement,
    Process,
    ProcessUse,
    Segment,
    Stage,
    Touchpoint,
)

USERS: tuple[type[Record], ...] = (
    Touchpoint,
    Placement,
    Process,
    Stage,
    Segment,
    JourneyMap,
    Party,
)
"""What uses entries; other records (links, interactions, measures…) say what one of these uses."""


@dataclass(frozen=True)
class Use:
    """Somebody who uses an entry, through these records, and the maps where that is seen.

    `user` is one of `USERS`, or an improvement that belongs to no card.
    """

    user: Record
    through: tuple[Record, ...]
    maps: tuple[JourneyMap, ...]


def uses(project: Project, kind: type[Record], id: Id) -> tuple[Use, ...]:
    """Who uses an entry of a catalogue, each once. The values of an axis are part of it."""
    through: dict[Id, list[Record]] = {}
    users: dict[Id, Record] = {}
    for record in _pointing(project, kind, id):
        user = _user(project, record)
        users[user.id] = user
        through.setdefault(user.id, []).append(record)
    return tuple(
        Use(user, tuple(through[user.id]), maps_of(project, user)) for user in users.values()
    )


def count_uses(project: Project, kind: type[Record], id: Id) -> int:
    """How many use an entry."""
    return len({_user(project, record).id for record in _pointing(project, kind, id)})


def maps_of(project: Project, user: Record) -> tuple[JourneyMap, ...]:
    """The maps on which a user of entries is seen, in their order."""
    found = set(_maps(project, user))
    return tuple(map for map in project.maps() if map.id in found)


def _pointing(project: Project, kind: type[Record], id: Id) -> Iterable[Record]:
    for other, name, _ in referrers(kind.__name__):
        if other is not AxisValue:
            yield from project.where(other, **{name: id})


def _user(project: Project, record: Record) -> Record:
    if isinstance(record, USERS):
        return record
    ends = (getattr(record, name, None) for name in ("touchpoint", "subject"))
    found = (project.find(kind, end) for end in ends if end for kind in USERS)
    return next((user for user in found if user), record)


def _maps(project: Project, user: Record) -> Iterable[Id]:
    if isinstance(user, JourneyMap):
        return [user.id]
    if isinstance(user, Stage | Segment):
        return [user.map]
    if isinstance(user, Placement):
        return [project.get(Stage, user.stage).map]
    if isinstance(user, Touchpoint):
        cards = project.where(Placement, touchpoint=user.id)
        return [project.get(Stage, card.stage).map for card in cards]
    if isinstance(user, Process):
        links = project.where(ProcessUse, process=user.id)
        shown = (project.get(Touchpoint, link.touchpoint) for link in links)
        return [map for touchpoint in shown for map in _maps(project, touchpoint)]
    return []
