"""Edits of what is known about touchpoints: channel, owners, processes, identity."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from journeyeditor.model.change import Change, Label
from journeyeditor.model.choices import ChannelFamily, PartyKind, Role
from journeyeditor.model.edits.cards import next_codes
from journeyeditor.model.edits.cloning import belongings, clone
from journeyeditor.model.edits.draft import Draft, referrers
from journeyeditor.model.fields import Record, fields_of, make, revise
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.records import (
    LINK_ENDS,
    Channel,
    Party,
    Placement,
    Process,
    ProcessUse,
    Responsibility,
    Touchpoint,
    make_link,
)
from journeyeditor.model.text import fold

N = TypeVar("N", Party, Process)


def set_channel(
    project: Project, touchpoints: Iterable[Id], channel: Channel | None
) -> Change | None:
    """The channel of touchpoints; a channel that the project does not have yet joins it."""
    draft = Draft(project)
    if channel is not None:
        draft.put(channel)
    for id in touchpoints:
        draft.revise(project.get(Touchpoint, id), channel=channel.id if channel else None)
    return draft.change(Label("Set channel") if channel else Label("Clear channel"))


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
    wanted = [
        _named(draft, Party, name) or draft.add(Party, name=name.strip(), kind=kind)
        for name in _distinct(parties)
    ]
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
    wanted = [
        _named(draft, Process, name) or draft.add(Process, name=name.strip())
        for name in _distinct(names)
    ]
    for id in touchpoints:
        links = [make_link(ProcessUse, touchpoint=id, process=process.id) for process in wanted]
        _replace_links(draft, project.where(ProcessUse, touchpoint=id), links)
    return draft.change(Label("Set processes"))


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
    draft = Draft(project)
    kept = project.get(Touchpoint, keep)
    absorbed = [project.get(Touchpoint, id) for id in dict.fromkeys(others) if id != keep]
    for other in absorbed:
        kept = draft.revise(kept, **_unknown_in(kept, other))
        for kind, name, _ in referrers("Touchpoint"):
            for record in project.where(kind, **{name: other.id}):
                _adopt(draft, record, name, keep)
        draft.remove_only(other)
    return draft.change(Label("Merge as one touchpoint"))


def _unknown_in(kept: Touchpoint, other: Touchpoint) -> dict[str, object]:
    """The fields that only `other` has something to say about."""
    names = (field.name for field in fields_of(Touchpoint) if field.name not in ("id", "code"))
    return {n: getattr(other, n) for n in names if not getattr(kept, n) and getattr(other, n)}


def _adopt(draft: Draft, record: Record, name: str, keep: Id) -> None:
    """Let what pointed at another touchpoint point at `keep`, unless that has it already."""
    if type(record) not in LINK_ENDS:
        draft.revise(record, **{name: keep})
        return
    values = {field.name: getattr(record, field.name) for field in fields_of(type(record))[1:]}
    link = make_link(type(record), **{**values, name: keep})
    if draft.find(type(link), link.id) is None:
        draft.put(link)
    draft.remove_only(record)


def _replace_links(draft: Draft, present: Iterable[Record], wanted: Iterable[Record]) -> None:
    links = {link.id: link for link in wanted}
    draft.remove(link for link in present if link.id not in links)
    for link in links.values():
        if draft.find(type(link), link.id) is None:
            draft.put(link)


def _named(draft: Draft, kind: type[N], name: str) -> N | None:
    folded = fold(name)
    matches = (record for record in draft.project.all(kind) if fold(record.name) == folded)
    return min(matches, key=lambda record: record.id, default=None)


def _distinct(names: Iterable[str]) -> list[str]:
    """The names without blanks and repetitions, as first written."""
    return list({fold(name): name for name in reversed(list(names)) if name.strip()}.values())[::-1]
