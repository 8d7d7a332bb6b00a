"""From 45 to 79 % zoom: larger type, less of it, in two sizes. Texts may be elided."""

from journeyeditor.drawing.avatars import diamond
from journeyeditor.drawing.faces import face
from journeyeditor.drawing.ink import Drawn, Ink, Style
from journeyeditor.drawing.layout import header, rail
from journeyeditor.drawing.layout.card import body
from journeyeditor.drawing.layout.cells import Cell, borders
from journeyeditor.drawing.layout.content import Card, card_colour
from journeyeditor.drawing.layout.grid import COLLAPSED, RAIL
from journeyeditor.drawing.layout.header import SIDES, TOP, Rows
from journeyeditor.drawing.layout.options import Look
from journeyeditor.drawing.signs import sign
from journeyeditor.model.records import Segment, Stage

LEFT, RIGHT, TEXT_TOP = 11.25, 3.75, 3.0
ROW, BOTTOM = 15.0, 4.5
ICON, FACE, DIAMOND, GAP = 13.5, 15.0, 10.5, 3.75
DOTS_SCALE = 1.5


def paint_card(card: Card, width: float, height: float, look: Look) -> Drawn:
    """The title, and below it channel icon, diamond and face."""
    ink, theme, style = Ink(), look.theme, _style(look)
    colour = card_colour(card, theme)
    ink.add(body(card, width, height, theme))
    top = height - BOTTOM - ROW
    if card.sign:
        ink.add(sign(card.sign, LEFT, top + (ROW - ICON) / 2, ICON, colour))
    right = width - RIGHT - 2.25
    if (level := card.face) is not None:
        right -= FACE
        ink.add(face(level, right, top + (ROW - FACE) / 2, FACE, theme))
        right -= GAP
    if card.critical:
        ink.add(diamond(right - DIAMOND, top + (ROW - DIAMOND) / 2, DIAMOND, theme.text))
    signs = card.sign or card.critical or card.emotion is not None
    room = (top if signs else height - TEXT_TOP) - TEXT_TOP
    titles = style.elided(card.title, width - LEFT - RIGHT, int(room // style.leading))
    ink.write_all(titles, LEFT, TEXT_TOP, style, theme.text)
    return ink.drawn()


def _style(look: Look) -> Style:
    assert look.summary
    return look.summary


def paint_stage(stage: Stage, width: float, lines: Rows, share: str, look: Look) -> Drawn:
    """Name and importance."""
    ink, theme, style = Ink(), look.theme, _style(look)
    header.background(ink, width, lines.height, theme)
    room = lines.dots - TOP + 1.5
    names = style.elided(stage.name, width - 2 * SIDES, int(room // style.leading))
    ink.write_all(names, SIDES, TOP, style, theme.text)
    middle = lines.dots + header.DOTS_LINE / 2
    header.importance(ink, stage.importance, SIDES, middle, theme, DOTS_SCALE)
    return ink.drawn()


def paint_segment(
    segment: Segment, picture: str, count: int, height: float, edge: bool, look: Look
) -> Drawn:
    """Portrait and name."""
    ink, theme, style = Ink(), look.theme, _style(look)
    rail.background(ink, height, edge, look)
    left, size = rail.PADDING, rail.PORTRAIT
    rail.portrait(ink, segment.name, picture, left, rail.PADDING, size, look)
    top = rail.PADDING + size + 3
    count = int((height - BOTTOM - top) // style.leading)
    names = style.elided(segment.name, RAIL - 2 * left, count)
    ink.write_all(names, left, top, style, theme.text)
    return ink.drawn()


def paint_folded(segment: Segment, picture: str, look: Look) -> Drawn:
    """A folded segment's name."""
    ink, style = Ink(), _style(look)
    rail.background(ink, COLLAPSED, True, look)
    names = style.elided(segment.name, RAIL - 2 * rail.PADDING)
    top = (COLLAPSED - style.leading) / 2
    ink.write_all(names, rail.PADDING, top, style, look.theme.text)
    return ink.drawn()


def paint_cell(cell: Cell, height: float, edge: bool, look: Look) -> Drawn:
    """The cell's lines."""
    ink = Ink()
    borders(ink, cell.width, height, edge, look)
    return ink.drawn()
