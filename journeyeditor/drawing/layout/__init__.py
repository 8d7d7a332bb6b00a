"""From a project's records to a map as a drawing."""

from journeyeditor.drawing.layout.cache import LayoutCache
from journeyeditor.drawing.layout.content import card_colour
from journeyeditor.drawing.layout.map import lay_out
from journeyeditor.drawing.layout.options import LayoutOptions, Level

__all__ = ["LayoutCache", "LayoutOptions", "Level", "card_colour", "lay_out"]
