"""Touchpoints, stages and segments as they are, and the maps of the file."""

from journeyeditor.translation import N_
from journeyeditor.ui.commands.command import Command, editable, on

MAP = (
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
