"""Under 25 % zoom: each cell in the colour of its mean emotion, with the number of its cards."""

from journeyeditor.drawing.ink import (
    BRIEF_NAME,
    HEAT_NAME,
    NOTE,
    OUTLINE_NAME,
    PIXEL,
    Drawn,
    Ink,
    Style,
    filled,
)
from journeyeditor.drawing.layout import header, rail
from journeyeditor.drawing.layout.cells import Cell
from journeyeditor.drawing.layout.grid import RAIL
from journeyeditor.drawing.layout.header import SIDES, Rows
from journeyeditor.drawing.layout.options import Look
from journeyeditor.drawing.paths import line
from journeyeditor.drawing.theme import Theme, mix
from journeyeditor.model.records import Segment, Stage

PORTRAIT = 60.0
FAINTEST, PER_STEP = 0.08, 0.2
"""How much of the emotion's colour a cell has near neutral, and more for each step from it."""


def tint(mean: float | None, theme: Theme) -> str:
    """The colour of a cell with that mean emotion; None where no card is rated."""
    if mean is None:
        return theme.chrome
    if mean == 0:
        return theme.badge
    strongest = theme.disc(2 if mean > 0 else -2)
    return mix(theme.chrome, strongest, FAINTEST + PER_STEP * abs(mean))


def paint_cell(cell: Cell, height: float, edge: bool, look: Look) -> Drawn:
    """Tint and number."""
    ink, theme = Ink(), look.theme
    emotions = [card.emotion for card in cell.cards if card.emotion is not None]
    mean = sum(emotions) / len(emotions) if emotions else None
    ink.add(filled(0, 0, cell.width, height, tint(mean, theme)))
    ink.stroke(line(PIXEL / 2, 0, PIXEL / 2, height), theme.chrome)
    ink.stroke(line(0, PIXEL / 2, cell.width, PIXEL / 2), theme.chrome)
    number = look.tr.number(len(cell.cards))
    styles = (HEAT_NAME, OUTLINE_NAME, BRIEF_NAME, NOTE)
    fitting = (s for s in styles if s.leading <= height and s.line(number).width <= cell.width)
    if style := next(fitting, None):
        colour = theme.text if cell.cards else theme.text3
        top = (height - style.leading) / 2
        ink.write(style.line(number), cell.width / 2, top, style, colour, "centre")
    return ink.drawn()


def paint_stage(stage: Stage, width: float, lines: Rows, share: str, look: Look) -> Drawn:
    """The stage's name if it fits."""
    ink = Ink()
    header.background(ink, width, lines.height, look.theme)
    _name(ink, stage.name, width, lines.height, OUTLINE_NAME, look)
    return ink.drawn()


def paint_segment(
    segment: Segment, picture: str, count: int, height: float, edge: bool, look: Look
) -> Drawn:
    """The segment's name if it fits, else its picture or initials."""
    ink = Ink()
    rail.background(ink, height, edge, look)
    if not _name(ink, segment.name, RAIL, height, OUTLINE_NAME, look):
        size = min(PORTRAIT, height)
        left, top = (RAIL - size) / 2, (height - size) / 2
        rail.portrait(ink, segment.name, picture, left, top, size, look)
    return ink.drawn()


def _name(ink: Ink, text: str, width: float, height: float, style: Style, look: Look) -> bool:
    """Write a name in the middle of a height if its words fit; whether they do."""
    room = width - 2 * SIDES
    lines = style.lines(text, room)
    top = (height - len(lines) * style.leading) / 2
    if top < 0 or any(style.line(word).width > room for word in text.split()):
        return False
    ink.write_all(lines, SIDES, top, style, look.theme.text)
    return True
