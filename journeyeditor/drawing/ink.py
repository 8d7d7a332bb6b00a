"""Named text styles, and the pen that puts shapes together."""

import functools
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Literal, NamedTuple, overload

from journeyeditor.drawing.elements import Element, Told
from journeyeditor.drawing.fonts import (
    MEDIUM,
    REGULAR,
    SEMIBOLD,
    Line,
    break_lines,
    count_lines,
    elide,
    shape,
)
from journeyeditor.drawing.paths import Commands
from journeyeditor.drawing.shapes import HAIRLINE, Box, Path, Shape, Text

PIXEL = 0.75
"""A screen pixel at 100 %, in points."""

Align = Literal["left", "centre", "right"]

_BASELINE = (1984 - 494) / 2 / 2048
"""How far, in ems, the baseline lies below the middle of a line (Inter's ascent and descent)."""


class Style(NamedTuple):
    """A font and its size and leading in points."""

    font: str
    size: float
    leading: float

    @property
    def baseline(self) -> float:
        """From the top of a line to its baseline."""
        return self.leading / 2 + self.size * _BASELINE

    def line(self, text: str) -> Line:
        return shape(text, self.font, self.size)

    def lines(self, text: str, width: float) -> tuple[Line, ...]:
        """The text broken and balanced."""
        return break_lines(text, self.font, self.size, width)

    def line_count(self, text: str, width: float) -> int:
        """How many lines that makes."""
        return count_lines(text, self.font, self.size, width)

    def elided(self, text: str, width: float, lines: int = 1) -> tuple[Line, ...]:
        return elide(text, self.font, self.size, width, lines)


STAGE_NAME = Style(SEMIBOLD, 11.25, 15)
SEGMENT_NAME = Style(SEMIBOLD, 10.5, 15)
SEGMENT_CHIP = Style(SEMIBOLD, 9, 15)
CARD_TITLE = Style(SEMIBOLD, 9.375, 12)
CHANNEL = Style(MEDIUM, 8.25, 12)
GOAL = Style(REGULAR, 8.25, 10.5)
DESCRIPTION = Style(REGULAR, 8.25, 11.25)
NOTE = Style(REGULAR, 8.25, 12)
STRONG_NOTE = Style(SEMIBOLD, 8.25, 12)
AXIS = Style(REGULAR, 7.5, 12)
COUNT = Style(SEMIBOLD, 7.5, 12)
INITIALS = Style(SEMIBOLD, 7.125, 15)
# Far away, type is larger in points, so that it is never smaller than 10.5 pixels on screen.
SUMMARY_NAME = Style(SEMIBOLD, 12.75, 15)
BRIEF_NAME = Style(SEMIBOLD, 17.625, 18)
OUTLINE_NAME = Style(MEDIUM, 31.5, 36)
HEAT_NAME = Style(SEMIBOLD, 45, 54)


class Drawn(NamedTuple):
    """Finished shapes, the characters among them that no font has, and what they are to somebody
    who hears them."""

    shapes: tuple[Shape, ...] = ()
    missing: frozenset[str] = frozenset()
    told: Told = ()


class LateDrawn(Sequence[Shape]):
    """The shapes that `paint` makes, made when they are first looked at.

    Most of a large map is never seen at most zooms. `paint` is a pure function with its
    arguments: those that are equal make equal shapes. `ground` is the colour of their first one,
    which may stand in for all while there is no time to make them.
    """

    __slots__ = ("_drawn", "_ground", "_paint")

    def __init__(self, paint: partial[Drawn], ground: str = "") -> None:
        self._paint, self._ground = paint, ground
        self._drawn: Drawn | None = None

    @property
    def stand_in(self) -> str:
        """The ground's colour; none where there is none, or where they have been made."""
        return "" if self._drawn else self._ground

    @property
    def drawn(self) -> Drawn:
        """The shapes, and what no font has."""
        if self._drawn is None:
            self._drawn = self._paint()
        return self._drawn

    def __len__(self) -> int:
        return len(self.drawn.shapes)

    def __iter__(self) -> Iterator[Shape]:
        return iter(self.drawn.shapes)

    @overload
    def __getitem__(self, index: int) -> Shape: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Shape, ...]: ...
    def __getitem__(self, index: int | slice) -> Shape | tuple[Shape, ...]:
        return self.drawn.shapes[index]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, LateDrawn):
            return NotImplemented
        mine, its = self._paint, other._paint
        if self is other or (mine.func is its.func and mine.args == its.args):
            return True
        return self.drawn.shapes == other.drawn.shapes

    __hash__ = None  # type: ignore[assignment]


class Ink:
    """Collects the shapes of one node, relative to its corner, in reading order."""

    def __init__(self) -> None:
        self.shapes: list[Shape] = []
        self.missing: set[str] = set()
        self._told: list[tuple[int, Element | None]] = []

    def tell(self, element: Element | None) -> None:
        """What is drawn from now on belongs to an element, or is decoration."""
        self._told.append((len(self.shapes), element))

    def add(self, shapes: Iterable[Shape]) -> None:
        self.shapes.extend(shapes)

    def take(self, drawn: Drawn) -> None:
        """What another pen has drawn."""
        self.shapes.extend(drawn.shapes)
        self.missing.update(drawn.missing)

    def drawn(self) -> Drawn:
        return Drawn(tuple(self.shapes), frozenset(self.missing), tuple(self._told))

    def write(
        self, line: Line, x: float, top: float, style: Style, colour: str, align: Align = "left"
    ) -> None:
        """A line whose box begins at `top`; `x` is its left end, middle or right end."""
        if not line.text:
            return
        if align != "left":
            x -= line.width if align == "right" else line.width / 2
        y = top + style.baseline
        self.shapes.append(Text(x, y, line.width, line.text, colour, line.runs, line.broken))
        if line.outlines:
            self.shapes.extend(line.outline_paths(x, y, colour))
            self.missing.update(line.missing)

    def write_all(
        self,
        lines: Iterable[Line],
        x: float,
        top: float,
        style: Style,
        colour: str,
        align: Align = "left",
    ) -> float:
        """Lines one below the other; returns where the next would begin."""
        for line in lines:
            self.write(line, x, top, style, colour, align)
            top += style.leading
        return top

    def stroke(self, commands: Commands, colour: str, width: float = HAIRLINE) -> None:
        self.shapes.append(Path(commands, stroke=colour, line_width=width))


@functools.lru_cache(maxsize=2048)
def filled(
    x: float, y: float, width: float, height: float, fill: str, radius: float = 0.0
) -> tuple[Box, ...]:
    """A box without an edge."""
    return (Box(x, y, width, height, radius, fill),)


@functools.lru_cache(maxsize=2048)
def framed(
    x: float,
    y: float,
    width: float,
    height: float,
    radius: float,
    stroke: str,
    fill: str | None = None,
    dash: tuple[float, ...] = (),
) -> tuple[Box, ...]:
    """A box whose hairline edge lies just inside it: on whole pixels at 100 %."""
    inset = PIXEL / 2
    return (
        Box(
            x + inset,
            y + inset,
            width - PIXEL,
            height - PIXEL,
            max(0.0, radius - inset),
            fill,
            stroke,
            HAIRLINE,
            dash,
        ),
    )
