"""Text as placed glyphs: shaping, line breaking, and the fonts it comes from."""

from journeyeditor.drawing.fonts.breaking import ELLIPSIS, break_lines, count_lines, elide
from journeyeditor.drawing.fonts.shaping import Line, shape
from journeyeditor.drawing.fonts.typefaces import BUNDLED, ITALIC, MEDIUM, REGULAR, SEMIBOLD

__all__ = [
    "BUNDLED",
    "ELLIPSIS",
    "ITALIC",
    "MEDIUM",
    "REGULAR",
    "SEMIBOLD",
    "Line",
    "break_lines",
    "count_lines",
    "elide",
    "shape",
]
