"""The map on screen: shows a drawing, reports gestures, edits nothing."""

from journeyeditor.ui.canvas.canvas import MapCanvas
from journeyeditor.ui.canvas.drag import DropMode

__all__ = ["DropMode", "MapCanvas"]
