"""Lines of text that don't run across, as outlines."""

import math
from typing import Any, cast

from journeyeditor.drawing.fonts import Line
from journeyeditor.drawing.fonts.outlines import glyph_outline
from journeyeditor.drawing.fonts.typefaces import bundled
from journeyeditor.drawing.paths import Commands, moved
from journeyeditor.drawing.shapes import Path


def turned(line: Line, x: float, y: float, colour: str, degrees: float = 90) -> Path:
    """The line with its baseline going from (x, y), turned to the left: upwards unless told."""
    commands: Commands = ()
    for run in line.runs:
        typeface = bundled(run.font)
        for glyph, dx, dy in zip(run.glyphs, run.xs, run.ys, strict=True):
            commands += moved(glyph_outline(typeface, glyph, run.size), dx, dy)
    for outline in line.outlines:
        commands += outline.commands
    return Path(_turn(commands, x, y, math.radians(degrees)), fill=colour, text=line.text)


def _turn(commands: Commands, x: float, y: float, angle: float) -> Commands:
    """A turn to the left around the origin, which goes to (x, y)."""
    across, up = math.cos(angle), math.sin(angle)
    found: list[tuple[str | float, ...]] = []
    for letter, *numbers in cast(tuple[tuple[Any, ...], ...], commands):
        points = zip(numbers[::2], numbers[1::2], strict=True)
        ends = ((x + a * across + b * up, y + b * across - a * up) for a, b in points)
        found.append((letter, *(part for end in ends for part in end)))
    return tuple(found)
