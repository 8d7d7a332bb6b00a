"""To the map: what a finding or a thing of a chart leads to, selected and in view."""

from typing import TYPE_CHECKING

from journeyeditor.analysis.finding import Leads
from journeyeditor.drawing.shapes import Key
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.records import Placement, Segment, Stage

if TYPE_CHECKING:
    from journeyeditor.ui.workspace import Workspace


def lead_to(workspace: "Workspace", leads: Leads) -> None:
    """Show the map, select the cards (or the stage, the segment, the next of the empty cells),
    and come no nearer than needed to see them all.
    """
    places = places_of(workspace.project, leads)
    if not places:
        return
    maps = [map for map, _ in places]
    map = workspace.map if workspace.map in maps else maps[0]
    keys = [key for where, key in places if where == map]
    canvas = workspace.canvas
    if keys[0][0] != "card":
        keys = [_next(keys, canvas.selected_keys())]
    workspace.go_to(map, keys)
    if len(keys) > 1:
        zoom = canvas.zoom
        canvas.zoom_to_selection()
        if canvas.zoom > zoom:
            canvas.set_zoom(zoom)
    canvas.setFocus()


def places_of(project: Project, leads: Leads) -> list[tuple[Id, Key]]:
    """Maps and keys: of the cards, else of the empty cells, else of stages or segments."""
    cards = [card for id in leads.placements if (card := project.find(Placement, id))]
    if cards:
        return [(project.get(Stage, card.stage).map, ("card", card.id)) for card in cards]
    found: list[tuple[Id, Key]] = []
    for stage_id, segment_id in leads.cells:
        if (stage := project.find(Stage, stage_id)) and project.find(Segment, segment_id):
            found.append((stage.map, ("cell", stage_id, segment_id)))
    stages = [stage for id in leads.stages if (stage := project.find(Stage, id))]
    segments = [segment for id in leads.segments if (segment := project.find(Segment, id))]
    return (
        found
        or [(stage.map, ("stage", stage.id)) for stage in stages]
        or [(segment.map, ("segment", segment.id)) for segment in segments]
    )


def _next(keys: list[Key], selected: tuple[Key, ...]) -> Key:
    """The first, or the one after that which is selected: asking again goes on."""
    for number, key in enumerate(keys):
        if key in selected:
            return keys[(number + 1) % len(keys)]
    return keys[0]
