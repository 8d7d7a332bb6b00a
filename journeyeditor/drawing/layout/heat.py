"""Under 25 % zoom: each cell in the colour of its mean emotion, with the number of its cards."""

from journeyeditor.drawing.fonts import ELLIPSIS
from journeyeditor.drawing.ink import (
    HEAT_NAME,
    NOTE,
    OUTLINE_NAME,
    PIXEL,
    SUMMARY_NAME,
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
    styles = (HEAT_NAME, OUTLINE_NAME, SUMMARY_NAME, NOTE)
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
    """The segment's name if it fits."""
    ink = Ink()
    rail.background(ink, height, edge, look)
    _name(ink, segment.name, RAIL, height, OUTLINE_NAME, look)
    return ink.drawn()


def _name(ink: Ink, text: str, width: float, height: float, style: Style, look: Look) -> None:
    lines = style.elided(text, width - 2 * SIDES, int(height // style.leading))
    if not lines or lines[-1].text.endswith(ELLIPSIS):
        return
    top = (height - len(lines) * style.leading) / 2
    ink.write_all(lines, SIDES, top, style, look.theme.text)
