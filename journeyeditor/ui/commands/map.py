"""Touchpoints, stages and segments as they are, and the maps of the file."""

from typing import TYPE_CHECKING

from journeyeditor.translation import N_
from journeyeditor.ui.commands.command import Command, Run, editable, on
from journeyeditor.ui.lanes.steps import ask_picture, contents, remove_picture, selected_cell

if TYPE_CHECKING:
    from collections.abc import Callable

    from journeyeditor.model.edits.lanes import Cell
    from journeyeditor.ui.workspace import Workspace


def _show_lanes(workspace: "Workspace") -> None:
    from journeyeditor.ui.lanes.dialog import show_lanes  # only once it is wanted

    show_lanes(workspace)


def _in_lane(act: "Callable[[Workspace, Cell], object]") -> Run:
    """Run something on the selected cell of a free lane."""
    return on(lambda w: act(w, cell) if (cell := selected_cell(w)) else None)


def _has_picture(w: "Workspace") -> bool:
    text = contents(w, selected_cell(w))
    return editable(w) and text is not None and text.picture is not None


def _can_move(w: "Workspace", by: int) -> bool:
    maps = [map.id for map in w.project.maps()]
    return editable(w) and w.map in maps and 0 <= maps.index(w.map) + by < len(maps)


MAP = (
    Command(
        id="lanes", text=N_("Lanes…"), icon="rows-3", keys=("Ctrl+L",),
        able=lambda w: bool(w.map), run=on(_show_lanes),
    ),
    Command(
        id="lane-picture", text=N_("Picture of the lane…"), icon="image",
        able=lambda w: editable(w) and selected_cell(w) is not None, run=_in_lane(ask_picture),
    ),
    Command(
        id="lane-no-picture", text=N_("Remove the lane’s picture"), able=_has_picture,
        run=_in_lane(remove_picture),
    ),
    Command(
        id="detach", text=N_("Detach from the shared touchpoint"), icon="unlink",
        able=lambda w: editable(w) and w.shares, run=on(lambda w: w.editor.detach(w.cards)),
    ),
    Command(
        id="merge", text=N_("Merge as one touchpoint"), icon="git-merge",
        able=lambda w: editable(w) and len(w.editor.touchpoints_of(w.cards)) > 1,
        run=on(lambda w: w.editor.merge(w.cards)),
    ),
    Command(
        id="move-before", text=N_("Move stage or segment back"), keys=("Alt+PgUp",),
        able=lambda w: editable(w) and w.selected_axis is not None,
        run=on(lambda w: w.move_axis(-1)),
    ),
    Command(
        id="move-after", text=N_("Move stage or segment on"), keys=("Alt+PgDown",),
        able=lambda w: editable(w) and w.selected_axis is not None,
        run=on(lambda w: w.move_axis(1)),
    ),
    Command(
        id="map-rename", text=N_("Rename map"), able=editable, run=on(lambda w: w.rename_map()),
    ),
    Command(
        id="map-duplicate", text=N_("Duplicate as the future state"), icon="copy", able=editable,
        run=on(lambda w: w.duplicate_map()),
    ),
    Command(
        id="map-copy", text=N_("Duplicate as a copy"), able=editable,
        run=on(lambda w: w.copy_map()),
    ),
    Command(
        id="map-left", text=N_("Move map to the left"), able=lambda w: _can_move(w, -1),
        run=on(lambda w: w.move_map(-1)),
    ),
    Command(
        id="map-right", text=N_("Move map to the right"), able=lambda w: _can_move(w, 1),
        run=on(lambda w: w.move_map(1)),
    ),
    Command(
        id="map-remove", text=N_("Delete map"), icon="trash-2",
        able=lambda w: editable(w) and len(w.document.project.maps()) > 1,
        run=on(lambda w: w.remove_map()),
    ),
    Command(
        id="map-next", text=N_("Next map"), keys=("Ctrl+PgDown",),
        able=lambda w: len(w.document.project.maps()) > 1, run=on(lambda w: w.step_map(1)),
    ),
    Command(
        id="map-previous", text=N_("Previous map"), keys=("Ctrl+PgUp",),
        able=lambda w: len(w.document.project.maps()) > 1, run=on(lambda w: w.step_map(-1)),
    ),
)  # fmt: skip
