"""How the map is looked at, and which parts of the window show."""

from journeyeditor.translation import N_
from journeyeditor.ui.commands.command import Command, on


def _detail(level: str, text: str) -> Command:
    return Command(
        id=f"detail-{level or 'automatic'}",
        text=text,
        run=on(lambda w: w.looking.set_detail(level)),
        checked=lambda w: w.looking.look.detail == level,
    )


VIEW = (
    Command(
        id="zoom-in", text=N_("Zoom in"), icon="plus", keys=("Ctrl++", "Ctrl+="),
        run=on(lambda w: w.canvas.zoom_in()),
    ),
    Command(
        id="zoom-out", text=N_("Zoom out"), icon="minus", keys=("Ctrl+-",),
        run=on(lambda w: w.canvas.zoom_out()),
    ),
    Command(
        id="zoom-100", text=N_("Actual size"), keys=("Ctrl+0",),
        run=on(lambda w: w.canvas.set_zoom(1.0)),
    ),
    Command(
        id="zoom-fit", text=N_("Whole map"), icon="maximize", keys=("Shift+1",), on_map=True,
        run=on(lambda w: w.canvas.zoom_to_fit()),
    ),
    Command(
        id="zoom-selection", text=N_("Zoom to the selection"), keys=("Shift+2",), on_map=True,
        able=lambda w: bool(w.selection), run=on(lambda w: w.canvas.zoom_to_selection()),
    ),
    _detail("", N_("Automatic detail")),
    _detail("full", N_("Full detail")),
    _detail("summary", N_("Summary")),
    _detail("outline", N_("Outline")),
    _detail("heat", N_("Heat map")),
    Command(
        id="curve", text=N_("Emotion curve"), icon="smile", keys=("Ctrl+Shift+E",),
        checked=lambda w: w.looking.look.curve, run=on(lambda w: w.looking.toggle_curve()),
    ),
    Command(
        id="inspector", text=N_("Inspector"), icon="panel-right", keys=("F4",),
        checked=lambda w: w.shows_inspector, run=on(lambda w: w.toggle_inspector()),
    ),
    Command(
        id="tray", text=N_("Unplaced touchpoints"), icon="inbox", keys=("F6",),
        checked=lambda w: w.shows_tray, run=on(lambda w: w.toggle_tray()),
    ),
    Command(
        id="full-screen", text=N_("Full screen"), keys=("F11",), always=True,
        run=lambda window: window.toggle_full_screen(),
    ),
)  # fmt: skip
