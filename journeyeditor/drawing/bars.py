"""The colour bar of a card: one colour, and a pattern where colours can't be told apart."""

import functools
from collections.abc import Sequence
from itertools import cycle

from journeyeditor.drawing.ink import filled
from journeyeditor.drawing.paths import Commands, rectangle
from journeyeditor.drawing.shapes import Path, Shape
from journeyeditor.drawing.theme import PLAIN, Theme, Tone

Strip = tuple[float, float, tuple[float, ...]]
"""From where to where across the bar, and the lengths of dashes and gaps along it."""

_PATTERNS: tuple[tuple[Strip, ...], ...] = (
    ((0, 1, ()),),
    ((0, 1, (0.9, 0.9)),),
    ((0, 0.3, ()), (0.7, 1, ())),
    ((0, 1, (2, 0.7)),),
    ((0.36, 0.64, ()),),
    ((0, 0.3, ()), (0.7, 1, ()), (0.3, 0.7, (0.35, 1.1))),
    ((0, 1, (2, 0.7, 0.6, 0.7)),),
    ((0.36, 0.64, ()), (0, 1, (0.9, 1.5))),
)
"""Solid, short dashes, two lines, long dashes, a thin line, a ladder, long and short dashes, and
beads on a thin line. Lengths are in widths of the bar."""
_UNKNOWN: tuple[Strip, ...] = ((0.3, 0.7, (0.4, 0.8)),)
"""Dots."""


def bar(
    tone: Tone, x: float, y: float, width: float, height: float, theme: Theme
) -> Sequence[Shape]:
    """The bar of a tone in that upright box."""
    if not theme.patterned:
        return filled(x, y, width, height, theme.tone(tone), width / 2)
    pattern = _UNKNOWN if tone == PLAIN else _PATTERNS[tone.step % len(_PATTERNS)]
    return _patterned(pattern, x, y, width, height, theme.tone(tone))


@functools.lru_cache(maxsize=1024)
def _patterned(
    pattern: tuple[Strip, ...], x: float, y: float, width: float, height: float, colour: str
) -> tuple[Path, ...]:
    commands: Commands = ()
    for left, right, lengths in pattern:
        for top, tall in _dashes(lengths, height / width):
            wide = (right - left) * width
            commands += rectangle(x + left * width, y + top * width, wide, tall * width)
    return (Path(commands, fill=colour),)


def _dashes(lengths: tuple[float, ...], whole: float) -> list[tuple[float, float]]:
    """Where each dash begins, and how long it is."""
    if not lengths:
        return [(0.0, whole)]
    found: list[tuple[float, float]] = []
    top, drawn = 0.0, True
    for length in cycle(lengths):
        if top >= whole:
            return found
        if drawn:
            found.append((top, min(length, whole - top)))
        top, drawn = top + length, not drawn
    return found
