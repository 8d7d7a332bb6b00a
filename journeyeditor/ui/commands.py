"""Every command of the program, in one table: menus, tool bar and keys are made from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from journeyeditor.translation import N_, tr

if TYPE_CHECKING:
    from journeyeditor.ui.window import Window
    from journeyeditor.ui.workspace import Workspace

Run = Callable[["Window"], object]
Test = Callable[["Workspace"], bool]


@dataclass(frozen=True, kw_only=True)
class Command:
    """Something that the user can ask for.

    `text` is an English message, `say` makes a text that tells more about the present moment.
    `keys` work in the whole window, or with `on_map` only while the map has the focus. `able` and
    `checked` are asked about an open document; a command with `always` needs none.
    """

    id: str
    text: str
    run: Run
    icon: str = ""
    keys: tuple[str, ...] = ()
    on_map: bool = False
    always: bool = False
    able: Test | None = None
    checked: Test | None = None
    say: Callable[[Workspace], str] | None = None


def _on(act: Callable[[Workspace], object]) -> Run:
    """Run something on the open document's workspace."""

    def run(window: Window) -> object:
        return act(window.workspace) if window.workspace else None

    return run


def _editable(w: Workspace) -> bool:
    return not w.document.read_only


def _with_cards(w: Workspace) -> bool:
    return _editable(w) and bool(w.cards)


def _undo_text(w: Workspace) -> str:
    step = w.document.undo_label
    return tr("Undo {step}", step=tr.label(step)) if step else tr("Undo")


def _redo_text(w: Workspace) -> str:
    step = w.document.redo_label
    return tr("Redo {step}", step=tr.label(step)) if step else tr("Redo")


def _detail(level: str, text: str) -> Command:
    return Command(
        id=f"detail-{level or 'automatic'}",
        text=text,
        run=_on(lambda w: w.set_detail(level)),
        checked=lambda w: w.detail == level,
    )


FILE = (
    Command(
        id="new", text=N_("New map"), icon="file-plus", keys=("Ctrl+N",), always=True,
        run=lambda window: window.new_document("blank"),
    ),
    Command(
        id="open", text=N_("Open…"), icon="folder-open", keys=("Ctrl+O",), always=True,
        run=lambda window: window.ask_open(),
    ),
    Command(
        id="import", text=N_("Import from CSV…"), icon="file-spreadsheet", always=True,
        run=lambda window: window.ask_import(),
    ),
    Command(
        id="save", text=N_("Save"), icon="save", keys=("Ctrl+S",),
        run=_on(lambda w: w.files.save()),
    ),
    Command(
        id="save-as", text=N_("Save as…"), keys=("Ctrl+Shift+S",), able=_editable,
        run=_on(lambda w: w.files.ask_save_as()),
    ),
    Command(id="save-copy", text=N_("Save a copy…"), run=_on(lambda w: w.files.ask_save_copy())),
    Command(
        id="revert", text=N_("Revert to the state at opening"), icon="history",
        able=lambda w: _editable(w) and w.document.revision > 0,
        run=_on(lambda w: w.files.revert()),
    ),
    Command(
        id="export-pdf", text=N_("Export PDF…"), icon="file-down", keys=("Ctrl+P", "Ctrl+E"),
        run=_on(lambda w: w.files.export_pdf(w.map, curve=w.curve)),
    ),
    Command(
        id="close", text=N_("Close"), keys=("Ctrl+W",), always=True,
        run=lambda window: window.close(),
    ),
    Command(
        id="quit", text=N_("Quit"), icon="log-out", keys=("Ctrl+Q",), always=True,
        run=lambda window: window.quit(),
    ),
)  # fmt: skip

EDIT = (
    Command(
        id="undo", text=N_("Undo"), icon="undo-2", keys=("Ctrl+Z",), say=_undo_text,
        able=lambda w: w.document.undo_label is not None, run=_on(lambda w: w.editor.undo()),
    ),
    Command(
        id="redo", text=N_("Redo"), icon="redo-2", keys=("Ctrl+Shift+Z", "Ctrl+Y"), say=_redo_text,
        able=lambda w: w.document.redo_label is not None, run=_on(lambda w: w.editor.redo()),
    ),
    Command(
        id="cut", text=N_("Cut"), icon="scissors", keys=("Ctrl+X",), on_map=True, able=_with_cards,
        run=_on(lambda w: w.editor.copy(w.cards, cut=True)),
    ),
    Command(
        id="copy", text=N_("Copy"), icon="copy", keys=("Ctrl+C",), on_map=True,
        able=lambda w: bool(w.cards), run=_on(lambda w: w.editor.copy(w.cards)),
    ),
    Command(
        id="paste", text=N_("Paste"), icon="clipboard-paste", keys=("Ctrl+V",), on_map=True,
        able=lambda w: _editable(w) and w.has_cells, run=_on(lambda w: w.paste()),
    ),
    Command(
        id="paste-shared", text=N_("Paste as the same touchpoint"), icon="link-2",
        keys=("Ctrl+Shift+V",), on_map=True, able=lambda w: _editable(w) and w.has_cells,
        run=_on(lambda w: w.paste(shared=True)),
    ),
    Command(
        id="duplicate", text=N_("Duplicate"), keys=("Ctrl+D",), on_map=True, able=_with_cards,
        run=_on(lambda w: w.editor.duplicate(w.cards)),
    ),
    Command(
        id="rename", text=N_("Rename"), icon="pencil", keys=("F2",), on_map=True,
        able=lambda w: _editable(w) and len(w.selection) == 1,
        run=_on(lambda w: w.canvas.edit_name()),
    ),
    Command(
        id="remove", text=N_("Remove from the map"), icon="trash-2", keys=("Del",), on_map=True,
        able=lambda w: _editable(w) and bool(w.selection), run=_on(lambda w: w.remove_selected()),
    ),
    Command(
        id="delete", text=N_("Delete from the project"), keys=("Shift+Del",), on_map=True,
        able=_with_cards,
        run=_on(lambda w: w.editor.delete_touchpoints(w.editor.touchpoints_of(w.cards))),
    ),
    Command(
        id="select-all", text=N_("Select all"), keys=("Ctrl+A",), on_map=True,
        run=_on(lambda w: w.canvas.select_all()),
    ),
)  # fmt: skip

INSERT = (
    Command(
        id="add-card", text=N_("Touchpoint"), icon="plus", keys=("N",), on_map=True,
        able=lambda w: _editable(w) and w.has_cells, run=_on(lambda w: w.capture()),
    ),
    Command(
        id="add-stage", text=N_("Stage"), icon="columns-3", keys=("Ctrl+Shift+T",),
        able=_editable, run=_on(lambda w: w.add_stage()),
    ),
    Command(
        id="add-segment", text=N_("Segment"), icon="users", keys=("Ctrl+Shift+G",),
        able=_editable, run=_on(lambda w: w.add_segment()),
    ),
    Command(
        id="add-map", text=N_("New map in this file"), icon="map", able=_editable,
        run=_on(lambda w: w.add_map()),
    ),
)  # fmt: skip

MAP = (
    Command(
        id="detach", text=N_("Detach from the shared touchpoint"), icon="unlink",
        able=lambda w: _editable(w) and w.shares, run=_on(lambda w: w.editor.detach(w.cards)),
    ),
    Command(
        id="merge", text=N_("Merge as one touchpoint"), icon="git-merge",
        able=lambda w: _editable(w) and len(w.editor.touchpoints_of(w.cards)) > 1,
        run=_on(lambda w: w.editor.merge(w.cards)),
    ),
    Command(
        id="move-before", text=N_("Move stage or segment back"), keys=("Alt+PgUp",),
        able=lambda w: _editable(w) and w.selected_axis is not None,
        run=_on(lambda w: w.move_axis(-1)),
    ),
    Command(
        id="move-after", text=N_("Move stage or segment on"), keys=("Alt+PgDown",),
        able=lambda w: _editable(w) and w.selected_axis is not None,
        run=_on(lambda w: w.move_axis(1)),
    ),
    Command(
        id="map-rename", text=N_("Rename map"), able=_editable, run=_on(lambda w: w.rename_map()),
    ),
    Command(
        id="map-duplicate", text=N_("Duplicate as the future state"), icon="copy", able=_editable,
        run=_on(lambda w: w.duplicate_map()),
    ),
    Command(
        id="map-remove", text=N_("Delete map"), icon="trash-2",
        able=lambda w: _editable(w) and len(w.document.project.maps()) > 1,
        run=_on(lambda w: w.remove_map()),
    ),
    Command(
        id="map-next", text=N_("Next map"), keys=("Ctrl+PgDown",),
        able=lambda w: len(w.document.project.maps()) > 1, run=_on(lambda w: w.step_map(1)),
    ),
    Command(
        id="map-previous", text=N_("Previous map"), keys=("Ctrl+PgUp",),
        able=lambda w: len(w.document.project.maps()) > 1, run=_on(lambda w: w.step_map(-1)),
    ),
)  # fmt: skip

VIEW = (
    Command(
        id="zoom-in", text=N_("Zoom in"), icon="plus", keys=("Ctrl++", "Ctrl+="),
        run=_on(lambda w: w.canvas.zoom_in()),
    ),
    Command(
        id="zoom-out", text=N_("Zoom out"), icon="minus", keys=("Ctrl+-",),
        run=_on(lambda w: w.canvas.zoom_out()),
    ),
    Command(
        id="zoom-100", text=N_("Actual size"), keys=("Ctrl+0",),
        run=_on(lambda w: w.canvas.set_zoom(1.0)),
    ),
    Command(
        id="zoom-fit", text=N_("Whole map"), icon="maximize", keys=("Shift+1",), on_map=True,
        run=_on(lambda w: w.canvas.zoom_to_fit()),
    ),
    Command(
        id="zoom-selection", text=N_("Zoom to the selection"), keys=("Shift+2",), on_map=True,
        able=lambda w: bool(w.selection), run=_on(lambda w: w.canvas.zoom_to_selection()),
    ),
    _detail("", N_("Automatic detail")),
    _detail("full", N_("Full detail")),
    _detail("summary", N_("Summary")),
    _detail("outline", N_("Outline")),
    _detail("heat", N_("Heat map")),
    Command(
        id="curve", text=N_("Emotion curve"), icon="smile", keys=("Ctrl+Shift+E",),
        checked=lambda w: w.curve, run=_on(lambda w: w.toggle_curve()),
    ),
    Command(
        id="inspector", text=N_("Inspector"), icon="panel-right", keys=("F4",),
        checked=lambda w: w.shows_inspector, run=_on(lambda w: w.toggle_inspector()),
    ),
    Command(
        id="tray", text=N_("Unplaced touchpoints"), icon="inbox", keys=("F6",),
        checked=lambda w: w.shows_tray, run=_on(lambda w: w.toggle_tray()),
    ),
    Command(
        id="full-screen", text=N_("Full screen"), keys=("F11",), always=True,
        run=lambda window: window.toggle_full_screen(),
    ),
)  # fmt: skip

HELP = (
    Command(
        id="sample", text=N_("See the sample map"), icon="eye", always=True,
        run=lambda window: window.new_document("sample"),
    ),
    Command(
        id="keys", text=N_("Keys and gestures"), keys=("F1",), always=True,
        run=lambda window: window.show_keys(),
    ),
    Command(
        id="about", text=N_("About Journey Editor"), icon="info", always=True,
        run=lambda window: window.show_about(),
    ),
)  # fmt: skip

COMMANDS = (*FILE, *EDIT, *INSERT, *MAP, *VIEW, *HELP)
