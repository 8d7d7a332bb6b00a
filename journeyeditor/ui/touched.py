"""Where on the maps a step is seen."""

from collections.abc import Iterable, Sequence

from journeyeditor.drawing.shapes import Key
from journeyeditor.model.fields import Record
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.records import (
    JourneyMap,
    Lane,
    LaneText,
    Placement,
    Segment,
    Stage,
    Touchpoint,
)

Seen = tuple[Id, Key | None]
"""A map, and the key of what is to be seen there."""


def touched(project: Project, records: Sequence[Record], shown: Id) -> tuple[Id, list[Key]]:
    """The map where what a step touched is seen, and the keys of that for its selection.

    `records` are as they are, or as they were where they are gone: then the cell of a card and
    the map of a stage or segment are meant. The `shown` map is preferred. ("", []) is nowhere.
    """
    for places in (
        _cards(project, (r for r in records if isinstance(r, Placement))),
        _axis(project, records, Stage),
        _axis(project, records, Segment),
        _cards(project, _showing(project, records)),
        _cells(project, records),
        _lane_cells(project, records),
        _maps(project, records),
    ):
        if maps := [map for map, _ in places]:
            map = shown if shown in maps else maps[0]
            return map, [key for where, key in places if where == map and key]
    return "", []


def _cards(project: Project, cards: Iterable[Placement]) -> Sequence[Seen]:
    there = (card for card in cards if project.find(Placement, card.id))
    return [(project.get(Stage, card.stage).map, ("card", card.id)) for card in there]


def _axis(
    project: Project, records: Sequence[Record], kind: type[Stage | Segment]
) -> Sequence[Seen]:
    """One stage or segment: no more can be selected."""
    there = (r for r in records if isinstance(r, kind) and project.find(kind, r.id))
    return [(r.map, (kind.__name__.lower(), r.id)) for r in there][:1]


def _showing(project: Project, records: Sequence[Record]) -> list[Placement]:
    """The cards of the touchpoints that were touched, or of what belongs to one or to a card."""
    cards: dict[Id, Placement] = {}
    for record in records:
        for id in (record.id, *(getattr(record, name, "") for name in _SUBJECTS)):
            found = project.find(Placement, id) if id else None
            cards.update({found.id: found} if found else {})
            if id and project.find(Touchpoint, id):
                cards.update({card.id: card for card in project.where(Placement, touchpoint=id)})
    return list(cards.values())


_SUBJECTS = ("touchpoint", "placement", "subject")


def _cells(project: Project, records: Sequence[Record]) -> list[Seen]:
    """The cell of the first card that is gone."""
    for card in records:
        if isinstance(card, Placement):
            stage, segment = project.find(Stage, card.stage), project.find(Segment, card.segment)
            if stage and segment:
                return [(stage.map, ("cell", stage.id, segment.id))]
    return []


def _lane_cells(project: Project, records: Sequence[Record]) -> list[Seen]:
    """The cell of a lane that somebody wrote into, if the lane shows."""
    for text in records:
        if isinstance(text, LaneText):
            lane = project.find(Lane, text.lane)
            if lane and project.find(Stage, text.stage) and project.find(Segment, text.segment):
                key = ("lane", lane.id, text.stage, text.segment)
                return [(lane.map, key if lane.visible else None)]
    return []


def _maps(project: Project, records: Sequence[Record]) -> list[Seen]:
    ids = [r.id if isinstance(r, JourneyMap) else getattr(r, "map", "") for r in records]
    return [(id, None) for id in ids if id and project.find(JourneyMap, id)]
