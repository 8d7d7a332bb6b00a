"""What the map tells: the view, the strip under the map, limits, improvements."""

from journeyeditor.translation import N_
from journeyeditor.ui.commands.command import Command, editable, on

ANALYSIS = (
    Command(
        id="show-map", text=N_("Map"), icon="map",
        checked=lambda w: not w.desk.shown, run=on(lambda w: w.desk.turn(False)),
    ),
    Command(
        id="analysis", text=N_("Analysis"), icon="gauge", keys=("Ctrl+Shift+A",),
        checked=lambda w: w.desk.shown, run=on(lambda w: w.desk.turn(not w.desk.shown)),
    ),
    Command(
        id="findings-strip", text=N_("Findings under the map"), icon="panel-bottom",
        keys=("Ctrl+Shift+F",),
        checked=lambda w: w.desk.shows_strip, run=on(lambda w: w.desk.toggle_strip()),
    ),
    Command(
        id="limits", text=N_("Limits of the analysis…"), icon="settings", able=editable,
        run=on(lambda w: w.desk.ask_limits()),
    ),
    Command(
        id="improvements", text=N_("Improvements"), icon="lightbulb",
        run=on(lambda w: w.desk.show_improvements()),
    ),
    Command(
        id="add-improvement", text=N_("New improvement…"), icon="plus", able=editable,
        run=on(lambda w: w.desk.add_improvement()),
    ),
)  # fmt: skip
