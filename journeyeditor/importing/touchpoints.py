"""Touchpoints and cards of the rows are written into the draft."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from journeyeditor.importing.identity import Moment, Shared
from journeyeditor.importing.places import Place, named
from journeyeditor.importing.rows import Row, Values
from journeyeditor.model.choices import Role
from journeyeditor.model.edits.cards import next_codes
from journeyeditor.model.edits.draft import Draft
from journeyeditor.model.fields import Record, make
from journeyeditor.model.ids import Id
from journeyeditor.model.order import keys_between
from journeyeditor.model.project import Project
from journeyeditor.model.records import (
    DataItem,
    Improvement,
    Interaction,
    Party,
    Placement,
    Process,
    ProcessUse,
    Quote,
    Responsibility,
    Touchpoint,
    TouchpointData,
    make_link,
)
from journeyeditor.model.text import fold

ROLES = {
    "responsible": Role.RESPONSIBLE,
    "supports": Role.SUPPORTS,
    "meets_customer": Role.MEETS_CUSTOMER,
}


@dataclass(frozen=True)
class _Ids:
    """Records of the shared catalogues by folded name."""

    parties: dict[str, Id]
    processes: dict[str, Id]
    data: dict[str, Id]


def write_touchpoints(draft: Draft, moments: Iterable[Moment]) -> None:
    """Touchpoints with all that their cards share, made or completed, in this order."""
    distinct = list({moment.id: moment for moment in moments}.values())
    ids = _catalogues(draft, [moment.shared for moment in distinct])
    codes = iter(next_codes(draft.project, len(distinct)))
    for moment in distinct:
        touchpoint = moment.record or draft.add(
            Touchpoint, id=moment.id, code=next(codes), name=moment.name, channel=moment.channel
        )
        _write(draft, touchpoint, moment.shared, ids)


def _catalogues(draft: Draft, shared: Sequence[Shared]) -> _Ids:
    """Parties, processes and data items, made as they are met."""
    project = draft.project
    people = [n for s in shared for n in (*s.responsible, *s.supports, *s.meets_customer)]
    processes = [n for s in shared for n in s.processes]
    data = [n for s in shared for n in s.data_generated]
    return _Ids(
        named(draft, Party, project.all(Party), people),
        named(draft, Process, project.all(Process), processes),
        named(draft, DataItem, project.all(DataItem), data),
    )


def _write(draft: Draft, touchpoint: Touchpoint, shared: Shared, ids: _Ids) -> None:
    id = touchpoint.id
    draft.revise(
        touchpoint,
        description=shared.description,
        desired_outcome=shared.desired_outcome,
        optimal_experience=shared.optimal_experience,
    )
    for column, role in ROLES.items():
        for name in getattr(shared, column):
            _link(draft, Responsibility, subject=id, party=ids.parties[fold(name)], role=role)
    for name in shared.processes:
        _link(draft, ProcessUse, touchpoint=id, process=ids.processes[fold(name)])
    for name in shared.data_generated:
        _link(draft, TouchpointData, touchpoint=id, data=ids.data[fold(name)])
    if not draft.project.where(Interaction, touchpoint=id):
        orders = keys_between("", "", len(shared.interactions))
        for (text, outcome), order in zip(shared.interactions, orders, strict=True):
            draft.add(Interaction, touchpoint=id, text=text, desired_outcome=outcome, order=order)


def _link(draft: Draft, kind: type[Record], **values: Any) -> None:
    link = make_link(kind, **values)
    if draft.find(kind, link.id) is None:
        draft.put(link)


def add_cards(draft: Draft, place: Place, cards: Sequence[tuple[Row, Id]]) -> None:
    """Cards after those that the cell has, for rows and their touchpoints.

    A row that says just what a card of the cell already says adds none, so that importing a file
    twice changes nothing.
    """
    present = draft.project.cell(place.stage, place.segment)
    there = Counter(_content(draft.project, card) for card in present)
    new = []
    for row, touchpoint in cards:
        card = _card(row, touchpoint, place)
        content = (replace(card, id="", order=""), row.quote, row.opportunities)
        if there[content] > 0:
            there[content] -= 1
        else:
            new.append((card, row))
    orders = draft.order_keys(present, len(present), len(new))
    for (card, row), order in zip(new, orders, strict=True):
        draft.put(replace(card, order=order))
        _add_texts(draft, card, row)


def _card(row: Row, touchpoint: Id, place: Place) -> Placement:
    return make(
        Placement,
        touchpoint=touchpoint,
        stage=place.stage,
        segment=place.segment,
        emotion=row.emotion,
        feeling=row.feeling,
        needs=row.needs,
        expectations=row.expectations,
        obstacles=row.obstacles,
        importance=row.importance or None,
        satisfaction=row.satisfaction or None,
        critical=row.critical,
        notes=row.notes,
        order="",
    )


def _content(project: Project, card: Placement) -> tuple[Placement, Values, Values]:
    """All that the long format can say of a card."""
    quotes = tuple(quote.text for quote in project.where(Quote, placement=card.id))
    ideas = tuple(idea.title for idea in project.where(Improvement, subject=card.id))
    return replace(card, id="", order=""), quotes, ideas


def _add_texts(draft: Draft, card: Placement, row: Row) -> None:
    for text, order in zip(row.quote, keys_between("", "", len(row.quote)), strict=True):
        draft.add(Quote, placement=card.id, text=text, order=order)
    orders = keys_between("", "", len(row.opportunities))
    for title, order in zip(row.opportunities, orders, strict=True):
        draft.add(Improvement, title=title, subject=card.id, order=order)
