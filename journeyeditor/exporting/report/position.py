"""Where on the map a touchpoint lies: the map as a grid of small boxes."""

from collections.abc import Sequence

from journeyeditor.drawing.elements import Element, Kind
from journeyeditor.drawing.flow.slices import Link, Slice, inked
from journeyeditor.drawing.ink import Ink, filled, framed
from journeyeditor.exporting.report.book import Book
from journeyeditor.exporting.report.look import CAPTION
from journeyeditor.model.records import Placement, Stage

GRID = 126.0
"""Points that the grid is wide."""
_BOX, _GAP = 11.0, 2.0
_MOST_GAPS = 0.2
"""The share of the grid's width that is left between its boxes at most."""
_MOST_ROWS = 8


def position(book: Book, cards: Sequence[Placement], width: float) -> list[Slice]:
    """The grid of the first card's map, the cells of the cards filled, their stages below.

    It ends so many points from the left, and leads to the first card on its map.
    """
    if not cards:
        return []
    map = book.project.get(Stage, cards[0].stage).map
    stages, segments = book.project.stages(map), book.project.segments(map)
    here = {(card.stage, card.segment) for card in cards}
    if len(segments) > _MOST_ROWS:
        own = {segment for _, segment in here}
        segments = tuple(s for s in segments if s.id in own)[:_MOST_ROWS]
    ink, left = Ink(), width - GRID
    gap = min(_GAP, _MOST_GAPS * GRID / len(stages))
    wide = (GRID + gap) / len(stages) - gap
    for row, segment in enumerate(segments):
        for number, stage in enumerate(stages):
            x, y = left + number * (wide + gap), row * (_BOX + _GAP)
            if (stage.id, segment.id) in here:
                ink.add(filled(x, y, wide, _BOX, book.theme.accent, 2))
            elif (stage.id, segment.id) in book.filled:
                ink.add(filled(x, y, wide, _BOX, book.theme.badge, 2))
            else:
                ink.add(framed(x, y, wide, _BOX, 2, book.theme.line_strong, dash=(2, 2)))
    height = len(segments) * (_BOX + _GAP)
    named = [stage.name for stage in stages if any(stage.id == place for place, _ in here)]
    element = Element(Kind.LINK, Element(Kind.PARAGRAPH))
    target, said = ("card", cards[0].id), book.tr("Back to the map")
    slices = [inked(ink, height + 3, [Link(left, 0, GRID, height + 3, target, element, said)])]
    for line in CAPTION.lines(", ".join(named), GRID):
        ink = Ink()
        ink.tell(element)
        ink.write(line, left + GRID / 2, 0, CAPTION, book.theme.text2, "centre")
        link = Link(left, 0, GRID, CAPTION.leading, target, element, said)
        slices.append(inked(ink, CAPTION.leading, [link]))
    return slices
