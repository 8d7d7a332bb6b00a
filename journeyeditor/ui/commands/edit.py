"""Undo, clipboard, names, removing."""

from typing import TYPE_CHECKING

from journeyeditor.translation import N_, tr
from journeyeditor.ui.commands.command import Command, editable, on, with_cards
from journeyeditor.ui.lanes.steps import selected_cell

if TYPE_CHECKING:
    from journeyeditor.ui.workspace import Workspace


def _undo_text(w: "Workspace") -> str:
    step = w.document.undo_label
    return tr("Undo {step}", step=tr.label(step)) if step else tr("Undo")


def _redo_text(w: "Workspace") -> str:
    step = w.document.redo_label
    return tr("Redo {step}", step=tr.label(step)) if step else tr("Redo")


def _rename_text(w: "Workspace") -> str:
    return tr("Edit the text") if selected_cell(w) else tr("Rename")


def _remove_text(w: "Workspace") -> str:
    return tr("Empty the cell") if selected_cell(w) else tr("Remove from the map")


EDIT = (
    Command(
        id="undo", text=N_("Undo"), icon="undo-2", keys=("Ctrl+Z",), say=_undo_text,
        able=lambda w: w.document.undo_label is not None, run=on(lambda w: w.editor.undo()),
    ),
    Command(
        id="redo", text=N_("Redo"), icon="redo-2", keys=("Ctrl+Shift+Z", "Ctrl+Y"), say=_redo_text,
        able=lambda w: w.document.redo_label is not None, run=on(lambda w: w.editor.redo()),
    ),
    Command(
        id="cut", text=N_("Cut"), icon="scissors", keys=("Ctrl+X",), on_map=True, able=with_cards,
        run=on(lambda w: w.editor.copy(w.cards, cut=True)),
    ),
    Command(
        id="copy", text=N_("Copy"), icon="copy", keys=("Ctrl+C",), on_map=True,
        able=lambda w: bool(w.cards), run=on(lambda w: w.editor.copy(w.cards)),
    ),
    Command(
        id="paste", text=N_("Paste"), icon="clipboard-paste", keys=("Ctrl+V",), on_map=True,
        able=lambda w: editable(w) and w.has_cells, run=on(lambda w: w.paste()),
    ),
    Command(
        id="paste-shared", text=N_("Paste as the same touchpoint"), icon="link-2",
        keys=("Ctrl+Shift+V",), on_map=True, able=lambda w: editable(w) and w.has_cells,
        run=on(lambda w: w.paste(shared=True)),
    ),
    Command(
        id="duplicate", text=N_("Duplicate"), keys=("Ctrl+D",), on_map=True, able=with_cards,
        run=on(lambda w: w.editor.duplicate(w.cards)),
    ),
    Command(
        id="rename", text=N_("Rename"), icon="pencil", keys=("F2",), on_map=True,
        able=lambda w: editable(w) and len(w.selection) == 1, say=_rename_text,
        run=on(lambda w: w.canvas.edit_name()),
    ),
    Command(
        id="remove", text=N_("Remove from the map"), icon="trash-2", keys=("Del",), on_map=True,
        able=lambda w: editable(w) and bool(w.selection), say=_remove_text,
        run=on(lambda w: w.remove_selected()),
    ),
    Command(
        id="delete", text=N_("Delete from the project"), keys=("Shift+Del",), on_map=True,
        able=with_cards,
        run=on(lambda w: w.editor.delete_touchpoints(w.editor.touchpoints_of(w.cards))),
    ),
    Command(
        id="select-all", text=N_("Select all"), keys=("Ctrl+A",), on_map=True,
        run=on(lambda w: w.canvas.select_all()),
    ),
    Command(
        id="find", text=N_("Search the map"), icon="search", keys=("Ctrl+F",),
        run=on(lambda w: w.search.field_asked.emit()),
    ),
    Command(
        id="find-next", text=N_("Next match"), keys=("F3",), able=lambda w: w.search.found,
        run=on(lambda w: w.search.step(1)),
    ),
    Command(
        id="find-previous", text=N_("Previous match"), keys=("Shift+F3",),
        able=lambda w: w.search.found, run=on(lambda w: w.search.step(-1)),
    ),
    Command(
        id="filter", text=N_("Filter the cards"), icon="list-filter", keys=("Ctrl+Shift+L",),
        checked=lambda w: w.search.quest.filter.count > 0,
        run=on(lambda w: w.search.filter_asked.emit()),
    ),
    Command(
        id="filter-clear", text=N_("Clear the filter"),
        able=lambda w: w.search.quest.filter.count > 0,
        run=on(lambda w: w.search.clear_filter()),
    ),
)  # fmt: skip
