"""Lines of text that run upwards, as outlines: for names beside something narrow."""

from typing import Any, cast

from journeyeditor.drawing.fonts import Line
from journeyeditor.drawing.fonts.outlines import glyph_outline
from journeyeditor.drawing.fonts.typefaces import bundled
from journeyeditor.drawing.paths import Commands, moved
from journeyeditor.drawing.shapes import Path


def turned(line: Line, x: float, y: float, colour: str) -> Path:
    """The line with its baseline going up from (x, y), its letters' tops to the left."""
    commands: Commands = ()
    for run in line.runs:
        typeface = bundled(run.font)
        for glyph, dx, dy in zip(run.glyphs, run.xs, run.ys, strict=True):
            commands += moved(glyph_outline(typeface, glyph, run.size), dx, dy)
    for outline in line.outlines:
        commands += outline.commands
    return Path(_turn(commands, x, y), fill=colour, text=line.text)


def _turn(commands: Commands, x: float, y: float) -> Commands:
    """A quarter turn to the left around the origin, which goes to (x, y)."""
    found: list[tuple[str | float, ...]] = []
    for letter, *numbers in cast(tuple[tuple[Any, ...], ...], commands):
        points = zip(numbers[::2], numbers[1::2], strict=True)
        found.append((letter, *(part for a, b in points for part in (x + b, y - a))))
    return tuple(found)
