"""Where things stand: columns, and the cards in a cell. Unit: points."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import NamedTuple

from journeyeditor.model.fields import fields_of
from journeyeditor.model.ids import Id
from journeyeditor.model.records import Stage

RAIL = 144.0
LANE = 81.0
COLLAPSED = 36.0
FOLDED = 36.0
"""The width of a folded stage's column."""
CELL_PADDING = 6.0
CARD_GAP = 6.0
CARD_WIDTH = 132.0
"""A column wide enough for several cards of this width takes them side by side."""

NARROWEST, _WIDEST = next(
    (field.range.low, field.range.high)
    for field in fields_of(Stage)
    if field.name == "width" and field.range
)


@dataclass(frozen=True, slots=True)
class Column:
    """A stage's strip; `x` from the map's left edge. A `folded` one is narrow."""

    stage: Id
    x: float
    width: float
    folded: bool = False


class Place(NamedTuple):
    """A card's rectangle in its cell."""

    x: float
    y: float
    width: float
    height: float


def columns(
    stages: Iterable[Stage], map_width: float = 0.0, collapsed: Container[Id] = ()
) -> tuple[Column, ...]:
    """The stages from left to right, stretched evenly where the map is to be wider."""
    widths = {
        stage.id: FOLDED if stage.id in collapsed else max(NARROWEST, min(_WIDEST, stage.width))
        for stage in stages
    }
    folded = [id for id in widths if id in collapsed]
    fixed = RAIL + FOLDED * len(folded)
    open_width = sum(widths.values()) - FOLDED * len(folded)
    stretch = max(1.0, (map_width - fixed) / open_width) if open_width else 1.0
    found = []
    x = RAIL
    for stage, width in widths.items():
        narrow = stage in collapsed
        found.append(Column(stage, x, width if narrow else width * stretch, narrow))
        x += found[-1].width
    return tuple(found)


def cards_abreast(column_width: float) -> int:
    """How many cards stand side by side in a column."""
    room = column_width - 2 * CELL_PADDING
    return max(1, int((room + CARD_GAP) // (CARD_WIDTH + CARD_GAP)))


def card_width(column_width: float) -> float:
    """The width of the cards in a column."""
    abreast = cards_abreast(column_width)
    return (column_width - 2 * CELL_PADDING - CARD_GAP * (abreast - 1)) / abreast


def places(column_width: float, heights: Sequence[float]) -> tuple[tuple[Place, ...], float]:
    """Where cards of these heights stand, row by row, and the height that the cell needs."""
    abreast, width = cards_abreast(column_width), card_width(column_width)
    xs = [CELL_PADDING + i * (width + CARD_GAP) for i in range(abreast)]
    found: list[Place] = []
    y = CELL_PADDING
    for start in range(0, len(heights), abreast):
        row = heights[start : start + abreast]
        found += map(Place, xs, repeat(y), repeat(width), row)
        y += max(row) + CARD_GAP
    return tuple(found), (y - CARD_GAP if heights else y) + CELL_PADDING
