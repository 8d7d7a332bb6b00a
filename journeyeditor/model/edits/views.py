"""Edits of the kept ways of looking at a map."""

from journeyeditor.model.change import Change, Label
from journeyeditor.model.edits.draft import Draft
from journeyeditor.model.edits.records import remove_records, save_named, set_fields
from journeyeditor.model.ids import Id
from journeyeditor.model.lanes import FREE, lanes_of, lanes_on_offer
from journeyeditor.model.project import Project
from journeyeditor.model.records import Lane, View


def save_view(project: Project, name: str, lens: str, filter: str, map: Id) -> Change | None:
    """Keep a lens, a filter and what lanes a map shows, in place of what had the name."""
    lanes = tuple(lane_key(lane) for lane in lanes_of(project, map) if lane.visible)
    label = Label("Save view “{name}”", name=name)
    return save_named(project, View, label, name, lens=lens, filter=filter, lanes=lanes)


def rename_view(project: Project, id: Id, name: str) -> Change | None:
    """Another name."""
    return set_fields(project, View, [id], Label("Rename view"), name=name)


def remove_view(project: Project, id: Id) -> Change | None:
    """Forget one."""
    label = Label("Remove view “{name}”", name=project.get(View, id).name)
    return remove_records(project, View, [id], label)


def show_view_lanes(project: Project, map: Id, view: View) -> Change | None:
    """Show on a map the lanes of a view and hide the others; they keep their order."""
    draft = Draft(project)
    for lane in lanes_of(project, map):
        if lane.visible != (lane_key(lane) in view.lanes):
            draft.put(lane)
            draft.revise(lane, visible=not lane.visible)
    present = lanes_of(project, map)
    joining = [it for it in lanes_on_offer(project, map) if lane_key(it) in view.lanes]
    orders = draft.order_keys(present, len(present), len(joining))
    for lane, order in zip(joining, orders, strict=True):
        draft.put(lane)
        draft.revise(lane, order=order)
    return draft.change(Label("Show lanes of view “{name}”", name=view.name))


def lane_key(lane: Lane) -> str:
    """What a lane is called in a view, the same on each map: its kind, of free ones the title."""
    return f"{lane.kind}:{lane.title}" if lane.kind in FREE else str(lane.kind)
