"""Edits of whole maps."""

from journeyeditor.model.change import Change, Label
from journeyeditor.model.choices import MapKind
from journeyeditor.model.edits.cloning import belongings, clone
from journeyeditor.model.edits.draft import Draft
from journeyeditor.model.edits.records import move_record
from journeyeditor.model.fields import revise
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.records import JourneyMap, Placement, Segment, Stage, Touchpoint


def add_map(project: Project, index: int, name: str, segment: str, *stages: str) -> Change | None:
    """A new map with one segment and these stages, as the `index`-th."""
    draft = Draft(project)
    [key] = draft.order_keys(project.maps(), index, 1)
    map = draft.add(JourneyMap, name=name, order=key)
    draft.add(Segment, map=map.id, name=segment, order=draft.order_keys((), 0, 1)[0])
    for stage, order in zip(stages, draft.order_keys((), 0, len(stages)), strict=True):
        draft.add(Stage, map=map.id, name=stage, order=order)
    return draft.change(Label("Add map “{name}”", name=name))


def duplicate_map(
    project: Project, map: Id, name: str, kind: MapKind = MapKind.TO_BE
) -> Change | None:
    """A copy after its original, with copies of its touchpoints.

    So changing the future does not rewrite the present; each copy notes its origin, so that both
    can be compared.
    """
    draft = Draft(project)
    original = project.get(JourneyMap, map)
    siblings = project.maps()
    [key] = draft.order_keys(siblings, siblings.index(original) + 1, 1)
    used = {card.touchpoint: None for card in project.placements(map)}
    roots = [original, *(project.get(Touchpoint, id) for id in used)]
    for source, copy in clone(belongings(project, roots), note_origin=True).items():
        if source == map:
            copy = revise(copy, name=name, kind=kind, order=key)
        draft.put(copy)
    return draft.change(Label("Duplicate map “{name}”", name=original.name))


def move_map(project: Project, map: Id, index: int) -> Change | None:
    """A map to before the one that is now the `index`-th."""
    label = Label("Move map “{name}”", name=project.get(JourneyMap, map).name)
    return move_record(project, JourneyMap, map, index, label)


def remove_map(project: Project, map: Id) -> Change | None:
    """A map with its stages, segments and cards, and the touchpoints that only it showed."""
    draft = Draft(project)
    record = project.get(JourneyMap, map)
    cards = {card.id for card in project.placements(map)}
    shown = {project.get(Placement, id).touchpoint for id in cards}
    only_here = [
        project.get(Touchpoint, touchpoint)
        for touchpoint in shown
        if all(card.id in cards for card in project.where(Placement, touchpoint=touchpoint))
    ]
    draft.remove([record, *only_here])
    return draft.change(Label("Delete map “{name}”", name=record.name))
