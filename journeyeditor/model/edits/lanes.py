"""Edits of a map's lanes, and of what is in the cells of the free ones."""

from collections.abc import Sequence
from typing import Any

from journeyeditor.model.change import Change, Label
from journeyeditor.model.choices import LaneKind
from journeyeditor.model.edits.draft import Draft
from journeyeditor.model.edits.records import add_record, remove_records
from journeyeditor.model.ids import Id
from journeyeditor.model.lanes import lanes_of
from journeyeditor.model.project import Project
from journeyeditor.model.records import Asset, Lane, LaneText, make_link

Cell = tuple[Id, Id, Id]
"""Lane, stage, segment."""


def show_lane(project: Project, lane: Lane, name: str, *, visible: bool) -> Change | None:
    """Show or hide a lane of a map, or one that is on offer; `name` is what people call it."""
    label = (
        Label("Show lane “{name}”", name=name)
        if visible
        else Label("Hide lane “{name}”", name=name)
    )
    return _revised(project, lane, label, visible=visible)


def rename_lane(project: Project, lane: Lane, title: str) -> Change | None:
    """Another title; without one, a view has the name of its kind."""
    return _revised(project, lane, Label("Rename lane"), title=title)


def add_lane(project: Project, map: Id, kind: LaneKind, title: str) -> Change | None:
    """A free lane below the others."""
    label = Label("Add lane “{name}”", name=title)
    return add_record(project, Lane, label, map=map, kind=kind, title=title)


def move_lane(project: Project, lane: Lane, index: int, name: str) -> Change | None:
    """A lane to before the one that is now the `index`-th of its map."""
    lanes = lanes_of(project, lane.map)
    position = next(i for i, other in enumerate(lanes) if other.id == lane.id)
    if index in (position, position + 1):
        return None
    draft = _with(project, lanes)
    rest = [other for other in lanes if other.id != lane.id]
    [key] = draft.order_keys(rest, index - (index > position), 1)
    draft.revise(lane, order=key)
    return draft.change(Label("Move lane “{name}”", name=name))


def remove_lane(project: Project, lane: Id, name: str) -> Change | None:
    """A lane with all that is written in it."""
    return remove_records(project, Lane, [lane], Label("Remove lane “{name}”", name=name))


def set_lane_text(project: Project, cell: Cell, text: str) -> Change | None:
    """What a free lane says at a stage of a segment."""
    return _filled(project, cell, Label("Edit lane"), text=text)


def set_lane_picture(project: Project, cell: Cell, picture: Asset | None) -> Change | None:
    """The picture there; one that the project does not have yet joins it."""
    label = Label("Set picture") if picture else Label("Remove picture")
    return _filled(project, cell, label, picture)


def clear_lane(project: Project, cell: Cell) -> Change | None:
    """Nothing there any more."""
    return _filled(project, cell, Label("Clear lane"), None, text="")


def _filled(
    project: Project, cell: Cell, label: Label, *pictures: Asset | None, **values: Any
) -> Change | None:
    """A cell with other contents; an empty one leaves no record."""
    draft = Draft(project)
    for picture in pictures:
        values["picture"] = picture.id if picture else None
        if picture and project.find(Asset, picture.id) is None:
            draft.put(picture)
    lane, stage, segment = cell
    fresh = make_link(LaneText, lane=lane, stage=stage, segment=segment)
    known = project.find(LaneText, fresh.id)
    filled = draft.revise(known or fresh, **values)
    if not filled.text and filled.picture is None:
        draft.remove_only(filled)
    return draft.change(label)


def _revised(project: Project, lane: Lane, label: Label, **values: Any) -> Change | None:
    """A lane with other values; one that only is on offer joins its map at the end."""
    lanes = lanes_of(project, lane.map)
    draft = _with(project, [other for other in lanes if other.id == lane.id])
    if not lane.order:
        [values["order"]] = draft.order_keys(lanes, len(lanes), 1)
    draft.revise(lane, **values)
    return draft.change(label)


def _with(project: Project, lanes: Sequence[Lane]) -> Draft:
    """A draft in which these lanes are records, also the curve that is only implied."""
    draft = Draft(project)
    for lane in lanes:
        draft.put(lane)
    return draft
