"""Cards taken along, within a project or to another one."""

from collections.abc import Iterable
from dataclasses import dataclass

from journeyeditor.model.change import Change, Label
from journeyeditor.model.edits.cards import next_codes, reading_order
from journeyeditor.model.edits.cloning import belongings, fresh_ids, rewrite
from journeyeditor.model.edits.draft import Draft
from journeyeditor.model.fields import Record, fields_of, revise
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.records import (
    Asset,
    Axis,
    AxisValue,
    Channel,
    CustomField,
    DataItem,
    Metric,
    Party,
    Placement,
    Process,
    Touchpoint,
)
from journeyeditor.model.text import fold

Identities = dict[Id, Id]

CATALOGUE_KINDS: tuple[type[Record], ...] = (
    Asset,
    Channel,
    Party,
    Process,
    DataItem,
    Metric,
    Axis,
    AxisValue,
    CustomField,
)
"""What cards refer to, in an order in which references lead backwards."""


@dataclass(frozen=True)
class Clip:
    """Cards with all that belongs to them and all that they refer to in the catalogues.

    `cards` are the placements in reading order; `cut` tells that they left their place, so that
    pasting brings back the very same ones.
    """

    records: tuple[Record, ...]
    cards: tuple[Id, ...]
    cut: bool = False


def clip_cards(project: Project, placements: Iterable[Id], *, cut: bool = False) -> Clip:
    """What the clipboard holds of these cards."""
    cards = reading_order(project, placements)
    touchpoints = [project.get(Touchpoint, card.touchpoint) for card in cards]
    own = belongings(project, [*cards, *touchpoints])
    catalogue = _referred_to(project, own)
    return Clip((*catalogue, *own), tuple(card.id for card in cards), cut)


def paste_cards(
    project: Project, clip: Clip, stage: Id, segment: Id, index: int, *, shared: bool = False
) -> Change | None:
    """Cards of a clip into a cell.

    A copy is independent of its original; `shared` places the same touchpoints instead, and cut
    cards come back as themselves. What the catalogues of this project lack joins them.
    """
    draft = Draft(project)
    source = Project(clip.records)
    identities = _settle_catalogue(draft, source)
    _bring_touchpoints(draft, source, identities, same=shared or clip.cut)
    keys = draft.order_keys(project.cell(stage, segment), index, len(clip.cards))
    for card_id, key in zip(clip.cards, keys, strict=True):
        card = source.get(Placement, card_id)
        own = belongings(source, [card])
        if not clip.cut or project.find(Placement, card.id):
            identities |= fresh_ids(own)
        for record in own:
            copy = rewrite(record, identities)
            if record is card:
                copy = revise(copy, stage=stage, segment=segment, order=key)
            draft.put(copy)
    return draft.change(Label("Paste card", "Paste {count} cards", count=len(clip.cards)))


def _bring_touchpoints(draft: Draft, source: Project, identities: Identities, same: bool) -> None:
    """Add the clip's touchpoints: as themselves where the `same` are asked for, else as copies."""
    taken = {touchpoint.code for touchpoint in draft.project.all(Touchpoint)}
    codes = iter(next_codes(draft.project, source.count(Touchpoint)))
    for touchpoint in source.all(Touchpoint):
        if same and draft.project.find(Touchpoint, touchpoint.id):
            continue
        own = belongings(source, [touchpoint])
        if not same:
            identities |= fresh_ids(own)
        for record in own:
            copy = rewrite(record, identities)
            if record is touchpoint and touchpoint.code in taken:
                copy = revise(copy, code=next(codes))
            draft.put(copy)


def _settle_catalogue(draft: Draft, source: Project) -> Identities:
    """Find the clip's catalogue records in the project, by identity or name, or add them.

    Returns which identity of the project stands for which of the clip.
    """
    identities: Identities = {}
    for kind in CATALOGUE_KINDS:
        for record in source.where(kind):
            if draft.project.find(kind, record.id):
                continue
            copy = rewrite(record, identities)
            known = _twin(draft.project, copy)
            if known is None:
                draft.put(copy)
            else:
                identities[record.id] = known.id
    return identities


def _twin(project: Project, record: Record) -> Record | None:
    """The project's record of the same kind, name, built-in key and owners."""
    wanted = _signature(record)
    twins = (other for other in project.all(type(record)) if _signature(other) == wanted)
    return min(twins, key=lambda other: other.id, default=None)


def _signature(record: Record) -> tuple[object, ...]:
    if isinstance(record, Asset):
        return (record.sha256,)
    name, builtin, axis = (getattr(record, field, "") for field in ("name", "builtin", "axis"))
    return fold(name), builtin, axis


def _referred_to(project: Project, records: Iterable[Record]) -> list[Record]:
    """The catalogue records that these point at, and what those point at."""
    found: dict[Id, Record] = {}
    waiting = list(records)
    while waiting:
        record = waiting.pop()
        for field in fields_of(type(record)):
            if field.reference is None:
                continue
            for kind in CATALOGUE_KINDS:
                other = project.find(kind, getattr(record, field.name))
                if other is not None and other.id not in found:
                    found[other.id] = other
                    waiting.append(other)
    return list(found.values())
