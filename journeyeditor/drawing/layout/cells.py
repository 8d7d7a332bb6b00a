"""A cell: the cards of one stage and segment, and what is painted around them."""

from collections.abc import Container
from dataclasses import dataclass

from journeyeditor.drawing.icons import icon
from journeyeditor.drawing.ink import DESCRIPTION, PIXEL, Drawn, Ink, framed
from journeyeditor.drawing.layout import card as full_card
from journeyeditor.drawing.layout import chips, grid
from journeyeditor.drawing.layout.content import Card
from journeyeditor.drawing.layout.grid import CELL_PADDING, COLLAPSED, Column, Place
from journeyeditor.drawing.layout.options import CardField, Look
from journeyeditor.drawing.paths import line

FRAME_ICON, FRAME_ICON_GAP, FRAME_STROKE = 13.5, 4.5, 1.75
_FRAME_DASH = (2.25, 2.25)


@dataclass(frozen=True, slots=True)
class Cell:
    """Cards with their places in a column of `width`, and the height they need.

    A cell is `collapsed` where its segment is, `folded` where its stage is. It has places for
    those cards only whose chips fit; none where it is both.
    """

    width: float
    collapsed: bool
    folded: bool
    cards: tuple[Card, ...]
    places: tuple[Place, ...]
    height: float


def arrange(
    cards: tuple[Card, ...], column: Column, collapsed: bool, fields: Container[CardField]
) -> Cell:
    """The cards of a cell in its column, as high as their fields need."""
    width = column.width
    if collapsed:
        places = () if column.folded else chips.places(width, len(cards))
        return Cell(width, True, column.folded, cards, places, COLLAPSED)
    if column.folded:
        places, height = chips.upright_places(len(cards))
        return Cell(width, False, True, cards, places, height)
    inner = grid.card_width(width)
    places, height = grid.places(width, [full_card.height(card, inner, fields) for card in cards])
    return Cell(width, False, False, cards, places, height)


def paint(cell: Cell, height: float, edge: bool, look: Look) -> Drawn:
    """What lies behind the cards in a row of that height; `edge` where no curve follows."""
    ink = Ink()
    borders(ink, cell.width, height, edge, look)
    if cell.folded:
        chips.paint_count(ink, cell.places, len(cell.cards), look)
    elif cell.collapsed:
        chips.paint_rest(ink, cell.places, len(cell.cards), cell.width, look)
    elif not cell.cards:
        _empty_frame(ink, cell.width, height, look)
    return ink.drawn()


def borders(ink: Ink, width: float, height: float, edge: bool, look: Look) -> None:
    """The line at the left, and the row's lower edge where no curve follows."""
    ink.stroke(line(PIXEL / 2, 0, PIXEL / 2, height), look.theme.line)
    if edge:
        bottom = height - PIXEL / 2
        ink.stroke(line(0, bottom, width, bottom), look.theme.line_strong)


def _empty_frame(ink: Ink, width: float, height: float, look: Look) -> None:
    """A dashed frame that says that nothing happens here."""
    theme = look.theme
    inner, tall = width - 2 * CELL_PADDING, height - 2 * CELL_PADDING
    ink.add(
        framed(
            CELL_PADDING,
            CELL_PADDING,
            inner,
            tall,
            full_card.RADIUS,
            theme.line_strong,
            dash=_FRAME_DASH,
        )
    )
    lines = DESCRIPTION.lines(look.tr("No touchpoints"), inner - 24)
    text_height = len(lines) * DESCRIPTION.leading
    top = (height - FRAME_ICON - FRAME_ICON_GAP - text_height) / 2
    left = (width - FRAME_ICON) / 2
    ink.add(icon("square-dashed", left, top, FRAME_ICON, theme.text3, FRAME_STROKE))
    top += FRAME_ICON + FRAME_ICON_GAP
    ink.write_all(lines, width / 2, top, DESCRIPTION, theme.text3, "centre")
