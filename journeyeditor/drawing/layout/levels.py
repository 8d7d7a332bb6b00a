"""Who paints at which level. All paint into the same rectangles."""

from collections.abc import Callable
from typing import NamedTuple

from journeyeditor.drawing.ink import Drawn
from journeyeditor.drawing.layout import card, cells, chips, header, heat, outline, rail, summary
from journeyeditor.drawing.layout.cells import Cell
from journeyeditor.drawing.layout.content import Card
from journeyeditor.drawing.layout.grid import COLLAPSED
from journeyeditor.drawing.layout.header import Rows
from journeyeditor.drawing.layout.options import Level, Look
from journeyeditor.model.records import Segment, Stage


class Painters(NamedTuple):
    """How a level paints each kind of node; a level without `card` paints cards in their cell."""

    stage: Callable[[Stage, float, Rows, str, Look], Drawn]
    folded_stage: Callable[[Stage, Rows, int, Look], Drawn]
    segment: Callable[[Segment, str, int, float, bool, Look], Drawn]
    folded: Callable[[Segment, str, Look], Drawn]
    cell: Callable[[Cell, float, bool, Look], Drawn]
    card: Callable[[Card, float, float, Look], Drawn] | None
    chip: Callable[[Card, float, Look], Drawn] | None
    small_chip: Callable[[Card, float, Look], Drawn] | None


def _folded_outline(segment: Segment, picture: str, look: Look) -> Drawn:
    return outline.paint_segment(segment, picture, 0, COLLAPSED, True, look)


def _folded_heat(segment: Segment, picture: str, look: Look) -> Drawn:
    return heat.paint_segment(segment, picture, 0, COLLAPSED, True, look)


_SUMMARY = Painters(
    summary.paint_stage,
    header.paint_folded,
    summary.paint_segment,
    summary.paint_folded,
    summary.paint_cell,
    summary.paint_card,
    chips.paint,
    chips.paint_small,
)

PAINTERS = {
    Level.FULL: Painters(
        header.paint,
        header.paint_folded,
        rail.paint,
        rail.paint_collapsed,
        cells.paint,
        card.paint,
        chips.paint,
        chips.paint_small,
    ),
    Level.SUMMARY: _SUMMARY,
    Level.BRIEF: _SUMMARY,
    Level.OUTLINE: Painters(
        outline.paint_stage,
        header.paint_folded,
        outline.paint_segment,
        _folded_outline,
        outline.paint_cell,
        None,
        None,
        None,
    ),
    Level.HEAT: Painters(
        heat.paint_stage,
        header.paint_folded,
        heat.paint_segment,
        _folded_heat,
        heat.paint_cell,
        None,
        None,
        None,
    ),
}
