"""Who carries the map: load per person and department, and what nobody owns."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from journeyeditor.analysis.facts import OWNERS, MapFacts
from journeyeditor.analysis.finding import (
    Found,
    Rule,
    Severity,
    Topic,
    of_touchpoints,
    to_touchpoints,
)
from journeyeditor.analysis.wording import Message, Name, Share, listed
from journeyeditor.model.choices import PartyKind, Role, SegmentKind
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.records import (
    Party,
    Placement,
    Process,
    Responsibility,
    Segment,
    Touchpoint,
)
from journeyeditor.translation import N_


@dataclass(frozen=True, slots=True)
class Load:
    """What a party does on the map: numbers of touchpoints, each counted once in its first role.

    `critical` counts the owned ones with a critical card; `touchpoints` are the owned ones,
    `sole` those of them on which nobody else works, `others` those it has another part in.
    """

    party: Party
    owned: int
    supported: int
    met: int
    critical: int
    sole: tuple[Id, ...]
    touchpoints: tuple[Id, ...]
    others: tuple[Id, ...]


@dataclass(frozen=True, slots=True)
class Ownership:
    """The loads, heaviest first; and what nobody owns, out of how many touchpoints."""

    loads: tuple[Load, ...]
    without_owner: tuple[Touchpoint, ...]
    total: int

    @property
    def share(self) -> float | None:
        """Owned touchpoints over all of the map."""
        return (self.total - len(self.without_owner)) / self.total if self.total else None


class OwnerLoad(NamedTuple):
    """How many touchpoints of a map somebody owns, and on how many of them a card is critical."""

    owned: int
    critical: int


def owner_load(project: Project, map: Id, party: Id) -> OwnerLoad:
    """The same figures as in `ownership`, of one party only: quick enough for a form."""
    duties = (
        duty for role in OWNERS for duty in project.where(Responsibility, party=party, role=role)
    )
    cards = [
        [card for card in project.where(Placement, touchpoint=id) if _is_ours(project, map, card)]
        for id in {duty.subject for duty in duties}
    ]
    critical = sum(any(card.critical for card in found) for found in cards)
    return OwnerLoad(sum(bool(found) for found in cards), critical)


def _is_ours(project: Project, map: Id, card: Placement) -> bool:
    """Whether a card is on a map, and not in the row of a competitor."""
    segment = project.get(Segment, card.segment)
    return segment.map == map and segment.kind is SegmentKind.OWN


def ownership(facts: MapFacts) -> Ownership:
    """An owner is who is responsible or accountable for a touchpoint placed on the map."""
    loads = _loads(facts, {party.id: party for party in facts.project.all(Party)})
    return Ownership(loads, facts.once(without_owner), len(facts.touchpoints))


def department_loads(facts: MapFacts) -> tuple[Load, ...]:
    """The same per department: what it or any of its people does, heaviest first.

    People without a department are in none.
    """
    parties = {party.id: party for party in facts.project.all(Party)}
    return _loads(
        facts,
        {
            id: home
            for id, party in parties.items()
            if (home := parties.get(party.department or id)) and home.kind is PartyKind.DEPARTMENT
        },
    )


def _loads(facts: MapFacts, standing_for: Mapping[Id, Party]) -> tuple[Load, ...]:
    """The loads of the parties that those of the duties are counted for."""
    by_party: dict[Id, list[tuple[Id, Role]]] = {}
    sole = set()
    parties = {party.id: party for party in standing_for.values()}
    for id in facts.cards_of:
        roles = _first_roles(facts.duties.get(id, ()), standing_for)
        for party, role in roles.items():
            by_party.setdefault(party, []).append((id, role))
        if len(roles) == 1:
            sole.add(id)
    critical = {card.touchpoint for card in facts.cards if card.critical}
    loads = [_load(parties[id], roles, critical, sole) for id, roles in by_party.items()]
    loads.sort(key=lambda it: (-it.owned, -it.supported, it.party.name, it.party.id))
    return tuple(loads)


def _first_roles(
    duties: Sequence[Responsibility], standing_for: Mapping[Id, Party]
) -> dict[Id, Role]:
    """Each party's most binding role, in the order of Role."""
    roles: dict[Id, Role] = {}
    for duty in duties:
        if party := standing_for.get(duty.party):
            present = roles.get(party.id)
            if present is None or _RANKS[duty.role] < _RANKS[present]:
                roles[party.id] = duty.role
    return roles


_RANKS = {role: rank for rank, role in enumerate(Role)}


def _load(party: Party, roles: Sequence[tuple[Id, Role]], critical: set[Id], sole: set[Id]) -> Load:
    owned = tuple(id for id, role in roles if role in OWNERS)
    return Load(
        party,
        len(owned),
        sum(role is Role.SUPPORTS for _, role in roles),
        sum(role is Role.MEETS_CUSTOMER for _, role in roles),
        len(critical.intersection(owned)),
        tuple(id for id in owned if id in sole),
        owned,
        tuple(id for id, role in roles if role not in OWNERS),
    )


def without_owner(facts: MapFacts) -> tuple[Touchpoint, ...]:
    """The touchpoints for which nobody is responsible or accountable, in reading order."""
    return tuple(it for it in facts.touchpoints if it.id not in facts.owned)


def processes_without_owner(facts: MapFacts) -> tuple[Process, ...]:
    """The processes behind the map's touchpoints that nobody owns, by name."""
    used = {process for id in facts.cards_of for process in facts.processes.get(id, [])}
    return tuple(
        sorted(
            (facts.project.get(Process, id) for id in used - facts.owned),
            key=lambda process: (process.name, process.id),
        )
    )


def idle_departments(facts: MapFacts) -> tuple[Party, ...]:
    """The departments of which neither they nor their people take part in anything, by name."""
    busy = {duty.party for duty in facts.project.all(Responsibility)}
    parties = tuple(facts.project.all(Party))
    busy |= {party.department for party in parties if party.id in busy and party.department}
    idle = (p for p in parties if p.kind is PartyKind.DEPARTMENT and p.id not in busy)
    return tuple(sorted(idle, key=lambda party: (party.name, party.id)))


def _without_owner(facts: MapFacts) -> Iterator[Found]:
    if open := facts.once(without_owner):
        some = Message.plural(
            "{count} of {total} touchpoints has no owner",
            "{count} of {total} touchpoints have no owner",
            len(open),
            total=len(facts.touchpoints),
        )
        all = Message.plural(
            "The one touchpoint has no owner yet",
            "None of the {count} touchpoints has an owner yet",
            len(open),
        )
        title = some if len(open) < len(facts.touchpoints) else all
        yield of_touchpoints(facts, title, open)


def _processes_without_owner(facts: MapFacts) -> Iterator[Found]:
    if open := processes_without_owner(facts):
        ids = {process.id for process in open}
        supported = (it for it in facts.touchpoints if ids & {*facts.processes.get(it.id, [])})
        yield Found(
            Message.plural(
                "{count} process without an owner", "{count} processes without an owner", len(open)
            ),
            listed([process.name for process in open]),
            to_touchpoints(facts, supported),
            count=len(open),
        )


def _idle(facts: MapFacts) -> Iterator[Found]:
    if facts.enough and (idle := idle_departments(facts)):
        yield Found(
            Message.plural(
                "{count} department takes no part",
                "{count} departments take no part",
                len(idle),
            ),
            listed([party.name for party in idle]),
            count=len(idle),
        )


def _sole(facts: MapFacts) -> Iterator[Found]:
    for load in facts.once(ownership).loads:
        person = load.party.kind is not PartyKind.DEPARTMENT
        share = facts.limits.sole_percent * len(facts.touchpoints) / 100
        if person and len(load.sole) >= max(share, facts.limits.sole_touchpoints):
            alone = [facts.project.get(Touchpoint, id) for id in load.sole]
            title = Message.plural(
                "{count} touchpoint hangs on {name} alone",
                "{count} touchpoints hang on {name} alone",
                len(alone),
                name=Name(load.party.name),
            )
            yield of_touchpoints(facts, title, alone, load.party.id)


def _heavy(facts: MapFacts) -> Iterator[Found]:
    judged = facts.once(ownership)
    owners = [load for load in judged.loads if load.owned]
    owned = judged.total - len(judged.without_owner)
    if owned < facts.limits.enough_cards or len(owners) < 2:
        return
    for load in owners:
        if 100 * load.owned >= facts.limits.load_percent * owned:
            yield Found(
                Message.of(N_("{name} carries a large share"), name=Name(load.party.name)),
                Message.of(
                    N_("{count} of {total} touchpoints with an owner ({share})"),
                    count=load.owned,
                    total=owned,
                    share=Share(load.owned / owned),
                ),
                to_touchpoints(facts, (facts.project.get(Touchpoint, i) for i in load.touchpoints)),
                load.party.id,
                load.owned,
            )


RULES = (
    Rule(
        "without_owner",
        Topic.OWNERS,
        Severity.HIGH,
        N_("Touchpoints on the map for which nobody is responsible or accountable."),
        _without_owner,
    ),
    Rule(
        "process_without_owner",
        Topic.OWNERS,
        Severity.MEDIUM,
        N_("Processes behind the map’s touchpoints that nobody is responsible or accountable for."),
        _processes_without_owner,
    ),
    Rule(
        "hangs_on_one",
        Topic.OWNERS,
        Severity.MEDIUM,
        N_(
            "A person is the owner of {sole_touchpoints} touchpoints or more, and of "
            "{sole_percent}% of the map’s, on which nobody else works in any role."
        ),
        _sole,
    ),
    Rule(
        "heavy_load",
        Topic.OWNERS,
        Severity.LOW,
        N_(
            "One of several owners has {load_percent}% or more of at least {enough_cards} "
            "touchpoints with an owner."
        ),
        _heavy,
    ),
    Rule(
        "idle_department",
        Topic.OWNERS,
        Severity.LOW,
        N_(
            "Departments of the project that, like their people, have no role in any touchpoint "
            "or process; on maps of at least {enough_cards} cards."
        ),
        _idle,
    ),
)
