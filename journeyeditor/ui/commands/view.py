"""How the map is looked at, and which parts of the window show."""

from journeyeditor.translation import N_
from journeyeditor.ui.commands.command import Command, Test, editable, on
from journeyeditor.ui.lanes.steps import curve_of, toggle_curve
from journeyeditor.ui.views import ask_save_view


def _detail(level: str, text: str) -> Command:
    return Command(
        id=f"detail-{level or 'automatic'}",
        text=text,
        run=on(lambda w: w.looking.set_detail(level)),
        checked=lambda w: w.looking.look.detail == level,
    )


def _lens(name: str, text: str) -> Command:
    return Command(
        id=f"lens-{name}",
        text=text,
        run=on(lambda w: w.looking.set_lens(name)),
        checked=lambda w: w.looking.look.lens == name,
    )


def _folded(kind: str) -> Test:
    return lambda w: w.current_axes.get(kind, "") in w.looking.look.folded


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
    _lens("channel", N_("Colour by channel")),
    _lens("owner", N_("Colour by owner")),
    _lens("emotion", N_("Colour by emotion")),
    _lens("effectiveness", N_("Colour by effectiveness")),
    _lens("evidence", N_("Colour by evidence")),
    _lens("completeness", N_("Colour by completeness")),
    Command(
        id="view-save", text=N_("Save this view…"), icon="save",
        able=lambda w: editable(w) and bool(w.map), run=on(ask_save_view),
    ),
    Command(
        id="curve", text=N_("Emotion curve"), icon="smile", keys=("Ctrl+Shift+E",),
        able=lambda w: editable(w) and bool(w.map),
        checked=lambda w: curve_of(w).visible, run=on(toggle_curve),
    ),
    Command(
        id="outline", text=N_("Outline of the map"), icon="list-tree", keys=("Ctrl+Shift+O",),
        checked=lambda w: not w.outline.isHidden(), run=on(lambda w: w.toggle_outline()),
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
        id="focus-segment", text=N_("Focus on this segment"), keys=("F8",),
        able=lambda w: bool(w.looking.look.focus or w.current_axes.get("segment")),
        checked=lambda w: bool(w.looking.look.focus), run=on(lambda w: w.toggle_focus()),
    ),
    Command(
        id="fold-segment", text=N_("Fold the segment"), keys=("F9",), checked=_folded("segment"),
        able=lambda w: "segment" in w.current_axes, run=on(lambda w: w.toggle_fold("segment")),
    ),
    Command(
        id="fold-stage", text=N_("Fold the stage"), keys=("Shift+F9",), checked=_folded("stage"),
        able=lambda w: "stage" in w.current_axes, run=on(lambda w: w.toggle_fold("stage")),
    ),
    Command(
        id="unfold-all", text=N_("Unfold everything"), keys=("Ctrl+F9",),
        able=lambda w: bool(w.looking.look.folded), run=on(lambda w: w.looking.unfold_all()),
    ),
    Command(
        id="full-screen", text=N_("Full screen"), keys=("F11",), always=True,
        run=lambda window: window.toggle_full_screen(),
    ),
)  # fmt: skip
