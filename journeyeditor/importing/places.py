"""Where rows go: the maps, stages and segments of a project, found by name or made."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple, TypeVar

from journeyeditor.importing.rows import Row
from journeyeditor.model.edits.draft import Draft
from journeyeditor.model.ids import Id
from journeyeditor.model.records import (
    DataItem,
    JourneyMap,
    Party,
    Process,
    Segment,
    Stage,
)
from journeyeditor.model.text import fold
from journeyeditor.translation import N_, translator

N = TypeVar("N", JourneyMap, Stage, Segment, Party, Process, DataItem)

UNNAMED_SEGMENT = N_("Customer")


class Place(NamedTuple):
    """A cell of a map."""

    map: Id
    stage: Id
    segment: Id


def named(
    draft: Draft, kind: type[N], present: Iterable[N], names: Iterable[str], **values: Any
) -> dict[str, Id]:
    """Records by folded name: those present, and after them a new one for each other name.

    `values` are the fields of new ones beside name and order.
    """
    siblings = sorted(present, key=lambda record: (getattr(record, "order", ""), record.id))
    ids: dict[str, Id] = {}
    for record in siblings:
        ids.setdefault(fold(record.name), record.id)
    new: dict[str, str] = {}
    for name in dict.fromkeys(names):
        if fold(name) not in ids:
            new.setdefault(fold(name), name)
    orders = draft.order_keys(siblings, len(siblings), len(new)) if hasattr(kind, "order") else ()
    for place, (key, name) in enumerate(new.items()):
        order = {"order": orders[place]} if orders else {}
        ids[key] = draft.add(kind, name=name, **values, **order).id
    return ids


def places_of(draft: Draft, rows: Sequence[Row], unnamed_map: str) -> list[Place]:
    """The place of each row. Maps, stages and segments are made in the order they are met.

    Rows without a map go to the one named `unnamed_map`. Rows without a segment go to one called
    "Customer" in the project's language: a row of a map needs a name that can be read and changed.
    """
    unnamed_segment = translator(draft.project.info.language)(UNNAMED_SEGMENT)
    maps = named(draft, JourneyMap, draft.project.maps(), (row.map or unnamed_map for row in rows))
    by_map: dict[Id, list[Row]] = {}
    for row in rows:
        by_map.setdefault(maps[fold(row.map or unnamed_map)], []).append(row)
    places: dict[tuple[str, str, str], Place] = {}
    for map, inside in by_map.items():
        stages = named(
            draft, Stage, draft.project.stages(map), (row.stage for row in inside), map=map
        )
        segments = named(
            draft,
            Segment,
            draft.project.segments(map),
            (row.segment or unnamed_segment for row in inside),
            map=map,
        )
        for row in inside:
            segment = segments[fold(row.segment or unnamed_segment)]
            places[row.map, row.stage, row.segment] = Place(map, stages[fold(row.stage)], segment)
    return [places[row.map, row.stage, row.segment] for row in rows]
