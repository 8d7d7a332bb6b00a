"""One touchpoint or two: which rows speak of the same moment.

The same name and channel (without regard to case, accents and spaces) and no contradicting shared
field make one touchpoint; a field that only one of them fills contradicts nothing and completes
the other. Several lists of names agree if they hold the same names in any order.
"""

from dataclasses import dataclass, field, fields
from typing import Any

from journeyeditor.importing.rows import Row, Values
from journeyeditor.model.choices import Role
from journeyeditor.model.ids import Id, new_id
from journeyeditor.model.project import Project
from journeyeditor.model.records import (
    DataItem,
    Interaction,
    Party,
    Placement,
    Process,
    ProcessUse,
    Responsibility,
    Stage,
    Touchpoint,
    TouchpointData,
)
from journeyeditor.model.text import fold

MAX_ALIKE = 50
"""So many touchpoints of one name and channel are compared with a row: a file in which thousands
of rows share a name but contradict each other would otherwise take minutes."""


@dataclass(frozen=True, slots=True)
class Shared:
    """What the long format says of a touchpoint itself.

    `interactions` are (text, desired outcome); an outcome of the touchpoint as a whole is
    `desired_outcome`. The other lists are names.
    """

    description: str = ""
    interactions: tuple[tuple[str, str], ...] = ()
    desired_outcome: str = ""
    optimal_experience: str = ""
    responsible: Values = ()
    supports: Values = ()
    meets_customer: Values = ()
    processes: Values = ()
    data_generated: Values = ()


@dataclass
class Moment:
    """A touchpoint on its way into the project. `record` is None for a new one."""

    id: Id
    name: str
    channel: Id | None
    shared: Shared
    record: Touchpoint | None = None
    maps: set[Id] = field(default_factory=set)


class Moments:
    """The touchpoints known so far: the project's and the file's."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._known: dict[tuple[str, Id | None], list[Moment]] = {}
        self._channels: dict[str, set[Id | None]] = {}
        for touchpoint in sorted(project.all(Touchpoint), key=lambda t: (t.code, t.id)):
            moment = Moment(
                touchpoint.id, touchpoint.name, touchpoint.channel, Shared(), touchpoint
            )
            self._remember(moment)

    def settle(
        self, name: str, channel: Id | None, shared: Shared, map: Id
    ) -> tuple[Moment, tuple[str, ...]]:
        """The touchpoint that a row speaks of, made or completed, and why it is another than one
        of the same name: the names of contradicting columns, or "channel"; nothing if it is not.

        One of the row's own map goes before one of another map, so that a map of the future
        keeps its own touchpoints.
        """
        candidates = self._known.get((fold(name), channel), [])
        contradicted: tuple[str, ...] = ()
        for moment in sorted(candidates, key=lambda known: map not in self._maps(known)):
            known = self._shared(moment)
            contradicted = contradictions(known, shared)
            if not contradicted:
                moment.shared = _completed(known, shared)
                moment.maps.add(map)
                return moment, ()
        others = self._channels.get(fold(name), set()) - {channel}
        moment = Moment(new_id(), name, channel, shared, maps={map})
        self._remember(moment)
        return moment, contradicted or (("channel",) if others else ())

    def _remember(self, moment: Moment) -> None:
        name = fold(moment.name)
        alike = self._known.setdefault((name, moment.channel), [])
        if len(alike) < MAX_ALIKE:
            alike.append(moment)
        self._channels.setdefault(name, set()).add(moment.channel)

    def _shared(self, moment: Moment) -> Shared:
        """What is known of a touchpoint; the project is asked when its name is first met."""
        if moment.record is not None and moment.shared == Shared():
            moment.shared = shared_of(self._project, moment.record)
        return moment.shared

    def _maps(self, moment: Moment) -> set[Id]:
        if moment.record is not None and not moment.maps:
            placements = self._project.where(Placement, touchpoint=moment.record.id)
            moment.maps = {self._project.get(Stage, card.stage).map for card in placements}
        return moment.maps


def shared_of_row(row: Row) -> Shared:
    """What a row says of its touchpoint.

    As many outcomes as interactions pair up one by one; else they are the touchpoint's own.
    """
    paired = bool(row.interactions) and len(row.interactions) == len(row.desired_outcome)
    outcomes = row.desired_outcome if paired else ("",) * len(row.interactions)
    return Shared(
        description=row.description,
        interactions=tuple(zip(row.interactions, outcomes, strict=True)),
        desired_outcome="" if paired else "\n".join(row.desired_outcome),
        optimal_experience=row.optimal_experience,
        responsible=row.responsible,
        supports=row.supports,
        meets_customer=row.meets_customer,
        processes=row.processes,
        data_generated=row.data_generated,
    )


def shared_of(project: Project, touchpoint: Touchpoint) -> Shared:
    """What a project knows of a touchpoint, of all that the long format can say."""
    id = touchpoint.id
    roles: dict[Role, list[str]] = {role: [] for role in Role}
    for duty in project.where(Responsibility, subject=id):
        roles[duty.role].append(project.get(Party, duty.party).name)
    uses = project.where(ProcessUse, touchpoint=id)
    data = project.where(TouchpointData, touchpoint=id)
    steps = project.where(Interaction, touchpoint=id)
    return Shared(
        description=touchpoint.description,
        interactions=tuple((step.text, step.desired_outcome) for step in steps),
        desired_outcome=touchpoint.desired_outcome,
        optimal_experience=touchpoint.optimal_experience,
        responsible=tuple(roles[Role.RESPONSIBLE]),
        supports=tuple(roles[Role.SUPPORTS]),
        meets_customer=tuple(roles[Role.MEETS_CUSTOMER]),
        processes=tuple(project.get(Process, use.process).name for use in uses),
        data_generated=tuple(project.get(DataItem, link.data).name for link in data),
    )


def contradictions(one: Shared, other: Shared) -> tuple[str, ...]:
    """The fields that both fill, differently."""
    return tuple(
        name
        for name in _SHARED_FIELDS
        if (a := getattr(one, name))
        and (b := getattr(other, name))
        and a != b
        and _meaning(name, a) != _meaning(name, b)
    )


def _meaning(name: str, value: Any) -> object:
    if isinstance(value, str):
        return fold(value)
    if name == "interactions":
        return [tuple(map(fold, step)) for step in value]
    return set(map(fold, value))


def _completed(one: Shared, other: Shared) -> Shared:
    return Shared(**{name: getattr(one, name) or getattr(other, name) for name in _SHARED_FIELDS})


_SHARED_FIELDS = tuple(field.name for field in fields(Shared))
