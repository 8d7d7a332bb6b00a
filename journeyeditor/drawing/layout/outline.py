"""From 25 to 44 % zoom: no card texts, and cells that paint all their cards with few paths."""

from collections import defaultdict

from journeyeditor.drawing.faces import FEATURES, UNITS, stroke_width
from journeyeditor.drawing.ink import OUTLINE_NAME, Drawn, Ink, Style
from journeyeditor.drawing.layout import header, rail
from journeyeditor.drawing.layout.cells import Cell, borders
from journeyeditor.drawing.layout.content import Card, card_colour
from journeyeditor.drawing.layout.grid import RAIL, Place
from journeyeditor.drawing.layout.header import Rows
from journeyeditor.drawing.layout.options import Look
from journeyeditor.drawing.paths import circle, diamond, moved, rectangle
from journeyeditor.drawing.shapes import HAIRLINE, Path
from journeyeditor.model.records import Segment, Stage

FACE, FACE_MARGIN = 30.0, 3.0
BAR_X, BAR_WIDTH, BAR_INSET = 6.0, 5.25, 6.0
DIAMOND, DIAMOND_MARGIN = 15.0, 6.0
NAME_SIDES = 6.0

_Batch = dict[tuple[str, str, float], list[tuple[str | float, ...]]]
"""Commands by how they are painted: fill, stroke, line width."""


def paint_cell(cell: Cell, height: float, edge: bool, look: Look) -> Drawn:
    """All cards of a cell: rectangles, bars, faces and diamonds."""
    ink, theme = Ink(), look.theme
    borders(ink, cell.width, height, edge, look)
    batch: _Batch = defaultdict(list)
    for place in cell.places:
        box = rectangle(place.x, place.y, place.width, place.height)
        batch[theme.card, theme.line_card, HAIRLINE] += box
    for paint_part in (_bar, _disc, _features, _diamond):
        for card, place in zip(cell.cards, cell.places, strict=False):
            paint_part(batch, card, place, look)
    for (fill, stroke, width), commands in batch.items():
        ink.add(
            (Path(tuple(commands), fill=fill or None, stroke=stroke or None, line_width=width),)
        )
    return ink.drawn()


def _bar(batch: _Batch, card: Card, place: Place, look: Look) -> None:
    x, y = place.x + BAR_X, place.y + BAR_INSET
    bar = rectangle(x, y, BAR_WIDTH, place.height - 2 * BAR_INSET)
    batch[card_colour(card, look.theme), "", HAIRLINE] += bar


def _disc(batch: _Batch, card: Card, place: Place, look: Look) -> None:
    if (level := card.face) is not None:
        x, y, size = _face_square(card, place)
        disc = circle(x + size / 2, y + size / 2, size / 2)
        batch[look.theme.disc(level), "", HAIRLINE] += disc


def _features(batch: _Batch, card: Card, place: Place, look: Look) -> None:
    if (level := card.face) is not None:
        x, y, size = _face_square(card, place)
        colour, features = look.theme.feature(level), FEATURES[level]
        if features.fills:
            batch[colour, "", HAIRLINE] += moved(features.fills, x, y, size / UNITS)
        batch["", colour, stroke_width(size)] += moved(features.strokes, x, y, size / UNITS)


def _face_square(card: Card, place: Place) -> tuple[float, float, float]:
    """The corner and size of a face in the middle of what bar and diamond leave free."""
    left = place.x + BAR_X + BAR_WIDTH
    beside = DIAMOND if card.critical and place.width < 3 * FACE else 0.0
    right = place.x + place.width - beside
    size = min(FACE, place.height - 2 * FACE_MARGIN, right - left - 2 * FACE_MARGIN)
    return (left + right - size) / 2, place.y + (place.height - size) / 2, size


def _diamond(batch: _Batch, card: Card, place: Place, look: Look) -> None:
    if card.critical:
        size = min(DIAMOND, place.height - 2 * FACE_MARGIN)
        x = place.x + place.width - size / 2 - min(DIAMOND_MARGIN, size / 4)
        y = place.y + size / 2 + min(DIAMOND_MARGIN, (place.height - size) / 2)
        batch[look.theme.text, "", HAIRLINE] += diamond(x, y, size / 2)


def paint_stage(stage: Stage, width: float, lines: Rows, share: str, look: Look) -> Drawn:
    """The stage's name on one line."""
    ink = Ink()
    header.background(ink, width, lines.height, look.theme)
    name(ink, stage.name, NAME_SIDES, width, lines.height, OUTLINE_NAME, look)
    return ink.drawn()


def paint_segment(
    segment: Segment, picture: str, count: int, height: float, edge: bool, look: Look
) -> Drawn:
    """The segment's name, on as many lines as its row has room for."""
    ink = Ink()
    rail.background(ink, height, edge, look)
    name(ink, segment.name, NAME_SIDES, RAIL, height, OUTLINE_NAME, look)
    return ink.drawn()


def name(
    ink: Ink, text: str, x: float, width: float, height: float, style: Style, look: Look
) -> None:
    """A name in the middle of a height, elided where it does not fit."""
    lines = style.elided(text, width - 2 * x, int(height // style.leading))
    top = (height - len(lines) * style.leading) / 2
    ink.write_all(lines, x, top, style, look.theme.text)
