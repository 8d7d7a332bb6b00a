"""A project without what is to be left out: what is gone can't be printed by mistake."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from journeyeditor.exporting.topics import Topic
from journeyeditor.model.change import Label
from journeyeditor.model.choices import LaneKind
from journeyeditor.model.edits.draft import Draft
from journeyeditor.model.fields import Record
from journeyeditor.model.project import Project
from journeyeditor.model.records import (
    DataItem,
    Improvement,
    Lane,
    Metric,
    Party,
    Placement,
    Process,
    Quote,
    Touchpoint,
)

_KINDS: Mapping[Topic, type[Record]] = {
    Topic.OWNERS: Party,
    Topic.PROCESSES: Process,
    Topic.IMPROVEMENTS: Improvement,
    Topic.METRICS: Metric,
    Topic.DATA: DataItem,
    Topic.QUOTES: Quote,
}
"""Records that tell of a topic; what belongs to them goes with them."""
_FIELDS: Mapping[Topic, Iterable[tuple[type[Record], Mapping[str, Any]]]] = {
    Topic.OBSTACLES: ((Placement, {"obstacles": ()}),),
    Topic.NOTES: ((Placement, {"notes": ""}), (Touchpoint, {"notes": ""})),
}
"""Fields that tell of a topic, as they are where they tell nothing."""
_LANES: Mapping[Topic, LaneKind] = {
    Topic.NOTES: LaneKind.TEXT,
    Topic.OWNERS: LaneKind.OWNERS,
    Topic.PROCESSES: LaneKind.PROCESSES,
    Topic.OBSTACLES: LaneKind.OBSTACLES,
    Topic.IMPROVEMENTS: LaneKind.OPPORTUNITIES,
    Topic.METRICS: LaneKind.METRICS,
    Topic.QUOTES: LaneKind.QUOTES,
}
"""Lanes that would have nothing to show; what is written into free ones may be anything."""


def told(project: Project, without: Collection[Topic]) -> Project:
    """The project as somebody may see it who isn't told of some topics."""
    if not without:
        return project
    draft = Draft(project)
    for topic in without:
        for kind, values in _FIELDS.get(topic, ()):
            for record in project.all(kind):
                draft.revise(record, **values)
    lanes = {_LANES.get(topic) for topic in without}
    kinds = [_KINDS[topic] for topic in without if topic in _KINDS]
    gone = [record for kind in kinds for record in project.all(kind)]
    draft.remove([*gone, *(lane for lane in project.all(Lane) if lane.kind in lanes)])
    change = draft.change(Label("Leave out"))
    return project.apply(change) if change else project
