"""Edits of what is known about touchpoints: channel, owners, processes, data, metrics, identity."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from journeyeditor.model.change import Change, Label
from journeyeditor.model.choices import ChannelFamily, PartyKind, Role
from journeyeditor.model.edits.cards import next_codes
from journeyeditor.model.edits.cloning import belongings, clone
from journeyeditor.model.edits.draft import Draft
from journeyeditor.model.edits.merging import merge_records
from journeyeditor.model.edits.records import set_reference
from journeyeditor.model.fields import Record, make, revise
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.records import (
    Channel,
    DataItem,
    Measure,
    Metric,
    Party,
    Placement,
    Process,
    ProcessUse,
    Responsibility,
    Stage,
    Touchpoint,
    TouchpointData,
    make_link,
)
from journeyeditor.model.text import fold

N = TypeVar("N", Party, Process, DataItem, Metric)


def set_channel(
    project: Project, touchpoints: Iterable[Id], channel: Channel | None
) -> Change | None:
    """The channel of touchpoints; a channel that the project does not have yet joins it."""
    label = Label("Set channel") if channel else Label("Clear channel")
    return set_reference(project, Touchpoint, touchpoints, "channel", channel, label)


def new_channel(
    name: str, family: ChannelFamily = ChannelFamily.PRODUCT, icon: str = ""
) -> Channel:
    """A channel of the users' own, for `set_channel`."""
    return make(Channel, name=name, family=family, icon=icon)


def set_parties(
    project: Project,
    subjects: Iterable[Id],
    role: Role,
    parties: Sequence[str],
    kind: PartyKind = PartyKind.PERSON,
) -> Change | None:
    """Who has a role at touchpoints or processes: exactly the parties of these names.

    A name matches an existing party regardless of accents and case; others are made, of `kind`.
    One party alone is accountable: the last one named.
    """
    draft = Draft(project)
    if role is Role.ACCOUNTABLE:
        parties = parties[-1:]
    wanted = _of_names(draft, Party, parties, kind=kind)
    for subject in subjects:
        links = [
            make_link(Responsibility, subject=subject, party=party.id, role=role)
            for party in wanted
        ]
        present = project.where(Responsibility, subject=subject, role=role)
        _replace_links(draft, present, links)
    return draft.change(Label("Set owners"))


def set_processes(
    project: Project, touchpoints: Iterable[Id], names: Sequence[str]
) -> Change | None:
    """Which processes support touchpoints: exactly those of these names, made where missing."""
    draft = Draft(project)
    wanted = _of_names(draft, Process, names)
    for id in touchpoints:
        links = [make_link(ProcessUse, touchpoint=id, process=process.id) for process in wanted]
        _replace_links(draft, project.where(ProcessUse, touchpoint=id), links)
    return draft.change(Label("Set processes"))


def set_data(project: Project, touchpoints: Iterable[Id], names: Sequence[str]) -> Change | None:
    """Which data touchpoints generate: exactly the items of these names, made where missing.

    What is known about an item that stays (collected, shared with) stays too.
    """
    draft = Draft(project)
    wanted = _of_names(draft, DataItem, names)
    for id in touchpoints:
        links = [make_link(TouchpointData, touchpoint=id, data=item.id) for item in wanted]
        _replace_links(draft, project.where(TouchpointData, touchpoint=id), links)
    return draft.change(Label("Set data"))


def set_metrics(
    project: Project,
    subjects: Iterable[Id],
    names: Sequence[str],
    standard: Iterable[Metric] = (),
) -> Change | None:
    """What is measured at touchpoints, stages, segments or maps: the metrics of these names.

    A name is that of a metric of the project, else of a `standard` one, which joins it, else of a
    new one. A metric that stays keeps its targets and readings; one that goes loses them.
    """
    draft = Draft(project)
    wanted = {metric.id for metric in _of_names(draft, Metric, names, standard)}
    for subject in subjects:
        present = project.where(Measure, subject=subject)
        draft.remove(measure for measure in present if measure.metric not in wanted)
        for metric in sorted(wanted - {measure.metric for measure in present}):
            draft.add(Measure, metric=metric, subject=subject)
    return draft.change(Label("Set metrics"))


def detach(project: Project, placements: Iterable[Id]) -> Change | None:
    """Cards made independent: each gets a touchpoint of its own, equal to the shared one."""
    draft = Draft(project)
    cards = [project.get(Placement, id) for id in dict.fromkeys(placements)]
    shared = [c for c in cards if len(project.where(Placement, touchpoint=c.touchpoint)) > 1]
    for card, code in zip(shared, next_codes(project, len(shared)), strict=True):
        touchpoint = project.get(Touchpoint, card.touchpoint)
        copies = clone(belongings(project, [touchpoint]))
        for original, copy in copies.items():
            draft.put(revise(copy, code=code) if original == touchpoint.id else copy)
        draft.revise(card, touchpoint=copies[touchpoint.id].id)
    return draft.change(Label("Detach card", "Detach {count} cards", count=len(shared)))


def merge_touchpoints(project: Project, keep: Id, others: Iterable[Id]) -> Change | None:
    """Several touchpoints become `keep`; it takes over what it did not know itself."""
    return merge_records(project, Touchpoint, keep, others, Label("Merge as one touchpoint"))


def namesakes(project: Project, touchpoint: Id) -> list[Id]:
    """Other touchpoints of the same name and channel, perhaps typed twice.

    They have cards on the same map or none at all: the copies on a map of the future are wanted.
    """
    this, maps = project.get(Touchpoint, touchpoint), _maps_of(project, touchpoint)
    name = fold(this.name)
    return [
        other.id
        for other in project.all(Touchpoint)
        if other.id != this.id
        and other.channel == this.channel
        and fold(other.name) == name
        and (not (others := _maps_of(project, other.id)) or others & maps)
    ]


def _maps_of(project: Project, touchpoint: Id) -> set[Id]:
    cards = project.where(Placement, touchpoint=touchpoint)
    return {project.get(Stage, card.stage).map for card in cards}


def _replace_links(draft: Draft, present: Iterable[Record], wanted: Iterable[Record]) -> None:
    links = {link.id: link for link in wanted}
    draft.remove(link for link in present if link.id not in links)
    for link in links.values():
        if draft.find(type(link), link.id) is None:
            draft.put(link)


def named(project: Project, kind: type[N], name: str) -> N | None:
    """The party, process, data item or metric of a name, whatever its accents and case."""
    folded = fold(name)
    matches = (record for record in project.all(kind) if fold(record.name) == folded)
    return min(matches, key=lambda record: record.id, default=None)


def _of_names(
    draft: Draft,
    kind: type[N],
    names: Iterable[str],
    standard: Iterable[N] = (),
    /,
    **values: object,
) -> list[N]:
    """The records of these names: the project's, else `standard` ones, else new with `values`."""
    offered = {fold(record.name): record for record in standard}
    return [
        named(draft.project, kind, name)
        or draft.put(offered.get(fold(name)) or make(kind, name=name.strip(), **values))
        for name in _distinct(names)
    ]


def _distinct(names: Iterable[str]) -> list[str]:
    """The names without blanks and repetitions, as first written."""
    return list({fold(name): name for name in reversed(list(names)) if name.strip()}.values())[::-1]
