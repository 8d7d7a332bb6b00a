"""What is done to the lanes of the map that a workspace shows."""

from typing import TYPE_CHECKING

from journeyeditor.catalogue import lane_name
from journeyeditor.model.choices import LaneKind
from journeyeditor.model.edits.lanes import show_lane
from journeyeditor.model.lanes import lanes_of
from journeyeditor.model.records import Lane
from journeyeditor.translation import tr

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
    workspace.editor.make(lambda project: show_lane(project, lane, name, visible=visible))
