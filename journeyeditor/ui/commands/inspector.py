"""What leads into the inspector: its panels, and the open questions of the map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from journeyeditor.analysis.completeness import Panel
from journeyeditor.translation import N_, tr
from journeyeditor.ui.commands.command import Command, on
from journeyeditor.ui.inspector.questions import step

if TYPE_CHECKING:
    from journeyeditor.ui.workspace import Workspace


def show_panel(workspace: Workspace, panel: Panel) -> None:
    """Show a panel of a card; where it's in front already, or somebody writes there, go into it."""
    inspector = workspace.inspector
    focus = QApplication.focusWidget()
    inside = focus is not None and inspector.isAncestorOf(focus)
    there = workspace.shows_inspector and inspector.panel is panel
    if not workspace.shows_inspector:
        workspace.toggle_inspector()
    inspector.show_panel(panel)
    if inside or there:
        inspector.enter()


def ask_next(workspace: Workspace, by: int) -> None:
    """Go to the next open question of the map, or the one before, with the focus in its field."""
    inspector, cards = workspace.inspector, workspace.cards
    here = cards[-1] if cards else None
    found = step(workspace.project, workspace.map, here, inspector.question, by)
    if found is None:
        workspace.status.tell(tr("Every question of this map is answered."))
        return
    if cards != (found.card.id,):
        workspace.canvas.select([("card", found.card.id)])
    if not workspace.shows_inspector:
        workspace.toggle_inspector()
    inspector.open_question(found.question.id)
    text = tr(found.question.text)
    place, count = found.place, found.count
    workspace.status.tell(
        tr("{question} · {place} of {count} open", question=text, place=place, count=count)
    )


def _panel(panel: Panel, text: str, keys: str) -> Command:
    return Command(
        id=f"panel-{panel}",
        text=text,
        keys=(keys,),
        able=lambda w: bool(w.cards),
        checked=lambda w: w.shows_inspector and bool(w.cards) and w.inspector.panel is panel,
        run=on(lambda w: show_panel(w, panel)),
    )


INSPECTOR = (
    _panel(Panel.DETAILS, N_("Details of the card"), "Ctrl+1"),
    _panel(Panel.OWNERS, N_("Owners of the card"), "Ctrl+2"),
    _panel(Panel.PROCESSES, N_("Processes of the card"), "Ctrl+3"),
    _panel(Panel.EMOTIONS, N_("Emotions of the card"), "Ctrl+4"),
    _panel(Panel.OUTCOMES, N_("Outcomes of the card"), "Ctrl+5"),
    Command(
        id="next-question", text=N_("Next open question"), icon="circle-help", keys=("F7",),
        able=lambda w: bool(w.project.placements(w.map)), run=on(lambda w: ask_next(w, 1)),
    ),
    Command(
        id="previous-question", text=N_("Previous open question"), keys=("Shift+F7",),
        able=lambda w: bool(w.project.placements(w.map)), run=on(lambda w: ask_next(w, -1)),
    ),
)  # fmt: skip
