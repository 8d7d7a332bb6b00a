"""What is new on a map."""

from journeyeditor.translation import N_
from journeyeditor.ui.commands.command import Command, editable, on

INSERT = (
    Command(
        id="add-card", text=N_("Touchpoint"), icon="plus", keys=("N",), on_map=True,
        able=lambda w: editable(w) and w.has_cells, run=on(lambda w: w.capture()),
    ),
    Command(
        id="add-stage", text=N_("Stage"), icon="columns-3", keys=("Ctrl+Shift+T",),
        able=editable, run=on(lambda w: w.add_stage()),
    ),
    Command(
        id="add-segment", text=N_("Segment"), icon="users", keys=("Ctrl+Shift+G",),
        able=editable, run=on(lambda w: w.add_segment()),
    ),
    Command(
        id="add-map", text=N_("New map in this file"), icon="map", able=editable,
        run=on(lambda w: w.add_map()),
    ),
)  # fmt: skip
