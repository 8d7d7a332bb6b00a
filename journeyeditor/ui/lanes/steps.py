"""What is done to the lanes of the map that a workspace shows, and in their cells."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from journeyeditor.catalogue import lane_name
from journeyeditor.errors import Refused
from journeyeditor.model.choices import LaneKind
from journeyeditor.model.edits.lanes import (
    Cell,
    clear_lane,
    set_lane_picture,
    set_lane_text,
    show_lane,
)
from journeyeditor.model.lanes import FREE, lanes_of
from journeyeditor.model.records import Lane, LaneText
from journeyeditor.translation import tr
from journeyeditor.ui.pictures import SUFFIXES, holds_picture, picture_in, prepared

if TYPE_CHECKING:
    from journeyeditor.ui.workspace import Workspace


def curve_of(workspace: "Workspace") -> Lane:
    """The lane of the emotion curve, shown or hidden."""
    lanes = lanes_of(workspace.project, workspace.map)
    return next(lane for lane in lanes if lane.kind is LaneKind.EMOTION)


def toggle_curve(workspace: "Workspace") -> None:
    """Show or hide the emotion curve."""
    lane = curve_of(workspace)
    name, visible = lane_name(lane, tr.language), not lane.visible
    workspace.document.seal()
    workspace.editor.do(lambda project: show_lane(project, lane, name, visible=visible))


def selected_cell(workspace: "Workspace") -> Cell | None:
    """The selected cell of a free lane: lane, stage and segment."""
    keys = workspace.selection
    if len(keys) != 1 or keys[0][0] != "lane":
        return None
    lane = workspace.project.find(Lane, keys[0][1])
    return (keys[0][1], keys[0][2], keys[0][3]) if lane and lane.kind in FREE else None


def contents(workspace: "Workspace", cell: Cell | None) -> LaneText | None:
    """What is in a cell."""
    if cell is None:
        return None
    lane, stage, segment = cell
    texts = workspace.project.where(LaneText, lane=lane, stage=stage, segment=segment)
    return texts[0] if texts else None


def write(workspace: "Workspace", lane: str, stage: str, segment: str, text: str) -> None:
    """Somebody wrote into a cell."""
    workspace.document.seal()
    workspace.editor.do(lambda project: set_lane_text(project, (lane, stage, segment), text))


def drop(workspace: "Workspace", lane: str, stage: str, segment: str, data: QMimeData) -> None:
    """Somebody dropped a picture on a cell."""
    try:
        _set_picture(workspace, (lane, stage, segment), picture_in(data))
    except Refused as problem:
        workspace.say_problem(problem)


def paste(workspace: "Workspace", cell: Cell) -> None:
    """The picture or the text of the clipboard into a cell; text goes below what is there."""
    data = QGuiApplication.clipboard().mimeData()
    if holds_picture(data):
        drop(workspace, *cell, data)
    elif text := data.text().strip():
        before = contents(workspace, cell)
        whole = f"{before.text}\n{text}" if before and before.text else text
        write(workspace, *cell, whole)
    else:
        workspace.say_problem(
            Refused(
                tr("There is nothing on the clipboard that a lane can hold."),
                advice=tr("Copy a picture or text first."),
            )
        )


def ask_picture(workspace: "Workspace", cell: Cell) -> None:
    """Ask for a picture file."""
    kinds = tr("Pictures") + f" ({' '.join(f'*{suffix}' for suffix in SUFFIXES)})"
    name, _ = QFileDialog.getOpenFileName(workspace, tr("Choose a picture"), "", kinds)
    if name:
        use_file(workspace, cell, Path(name))


def use_file(workspace: "Workspace", cell: Cell, path: Path) -> None:
    """The picture of a file into a cell."""
    try:
        _set_picture(workspace, cell, prepared(path))
    except Refused as problem:
        workspace.say_problem(problem)


def remove_picture(workspace: "Workspace", cell: Cell) -> None:
    workspace.document.seal()
    workspace.editor.do(lambda project: set_lane_picture(project, cell, None))


def clear(workspace: "Workspace", cell: Cell) -> None:
    """Empty a cell."""
    workspace.document.seal()
    workspace.editor.do(lambda project: clear_lane(project, cell))


def _set_picture(workspace: "Workspace", cell: Cell, content: bytes) -> None:
    asset = workspace.document.assets.add_picture(content)
    workspace.document.seal()
    workspace.editor.do(lambda project: set_lane_picture(project, cell, asset))
