"""A folded segment or stage: one chip for each card."""

from collections.abc import Sequence

from journeyeditor.drawing.avatars import diamond
from journeyeditor.drawing.bars import bar
from journeyeditor.drawing.faces import face
from journeyeditor.drawing.ink import NOTE, Drawn, Ink, framed
from journeyeditor.drawing.layout.content import Card, card_colour
from journeyeditor.drawing.layout.grid import CARD_GAP, CELL_PADDING, COLLAPSED, FOLDED, Place
from journeyeditor.drawing.layout.options import Look
from journeyeditor.drawing.signs import sign

WIDTH, HEIGHT = 63.0, 21.0
RADIUS = 4.5
NARROWEST = 27.0
BAR_X, BAR_WIDTH, BAR_INSET = 4.5, 2.25, 5.25
LEFT, RIGHT, GAP = 12.0, 6.0, 4.5
ICON, DIAMOND, FACE = 10.5, 6.75, 12.0
MORE_WIDTH = 24.0
SMALL_HEIGHT, SMALL_GAP, SMALL_RADIUS = 15.0, 3.0, 3.0
SMALL_BAR, SMALL_BAR_INSET, SMALL_SIGN, SMALL_DIAMOND = 3.0, 3.0, 9.0, 6.0


def places(column_width: float, count: int) -> tuple[Place, ...]:
    """Where the chips stand; fewer than `count` where not all of them fit."""
    room = column_width - 2 * CELL_PADDING
    shown = min(count, int((room + CARD_GAP) // (NARROWEST + CARD_GAP)))
    if shown < count:
        room -= MORE_WIDTH + CARD_GAP
        shown = max(1, int((room + CARD_GAP) // (NARROWEST + CARD_GAP)))
    if not count:
        return ()
    width = min(WIDTH, (room - CARD_GAP * (shown - 1)) / shown)
    y = (COLLAPSED - HEIGHT) / 2
    return tuple(
        Place(CELL_PADDING + i * (width + CARD_GAP), y, width, HEIGHT) for i in range(shown)
    )


def upright_places(count: int) -> tuple[tuple[Place, ...], float]:
    """Where chips stand one below the other in a folded stage, and the height that they need."""
    width, step = FOLDED - 2 * CELL_PADDING, SMALL_HEIGHT + SMALL_GAP
    places = (
        Place(CELL_PADDING, CELL_PADDING + i * step, width, SMALL_HEIGHT) for i in range(count)
    )
    return tuple(places), 2 * CELL_PADDING + max(0.0, count * step - SMALL_GAP)


def paint_small(card: Card, width: float, look: Look) -> Drawn:
    """The chip of a folded stage: colour, critical moment, and emotion or else the sign."""
    ink, theme = Ink(), look.theme
    colour = card_colour(card, theme)
    ink.add(framed(0, 0, width, SMALL_HEIGHT, SMALL_RADIUS, theme.line_card, theme.card))
    tall = SMALL_HEIGHT - 2 * SMALL_BAR_INSET
    ink.add(bar(card.category.tone, SMALL_BAR, SMALL_BAR_INSET, BAR_WIDTH, tall, theme))
    left = width - SMALL_BAR / 2 - SMALL_SIGN
    top = (SMALL_HEIGHT - SMALL_SIGN) / 2
    if (level := card.face) is not None:
        ink.add(face(level, left, top, SMALL_SIGN, theme))
    elif card.sign:
        ink.add(sign(card.sign, left, top, SMALL_SIGN, colour))
    if card.critical:
        middle = (SMALL_BAR + BAR_WIDTH + left - SMALL_DIAMOND) / 2
        ink.add(diamond(middle, (SMALL_HEIGHT - SMALL_DIAMOND) / 2, SMALL_DIAMOND, theme.text))
    return ink.drawn()


def paint_count(ink: Ink, shown: Sequence[Place], count: int, look: Look) -> None:
    """How many cards a cell has that is folded both ways and shows none of them."""
    number = NOTE.line(look.tr.number(count))
    if count and not shown and number.width <= FOLDED:
        top = (COLLAPSED - NOTE.leading) / 2
        ink.write(number, FOLDED / 2, top, NOTE, look.theme.text2, "centre")


def paint(card: Card, width: float, look: Look) -> Drawn:
    """Colour, channel, critical moment and emotion, as far as they fit."""
    ink, theme = Ink(), look.theme
    colour = card_colour(card, theme)
    ink.add(framed(0, 0, width, HEIGHT, RADIUS, theme.line_card, theme.card))
    ink.add(bar(card.category.tone, BAR_X, BAR_INSET, BAR_WIDTH, HEIGHT - 2 * BAR_INSET, theme))
    right = width - RIGHT
    if (level := card.face) is not None:
        right -= FACE
        ink.add(face(level, right, (HEIGHT - FACE) / 2, FACE, theme))
        right -= GAP
    left = LEFT
    if card.sign and left + ICON <= right:
        ink.add(sign(card.sign, left, (HEIGHT - ICON) / 2, ICON, colour))
        left += ICON + GAP
    if card.critical and left + DIAMOND <= right + GAP:
        ink.add(diamond(left, (HEIGHT - DIAMOND) / 2, DIAMOND, theme.text))
    return ink.drawn()


def paint_rest(ink: Ink, shown: Sequence[Place], count: int, width: float, look: Look) -> None:
    """What a cell says beside its chips: how many more there are, or that there are none."""
    top = (COLLAPSED - NOTE.leading) / 2
    if not count:
        ink.write(NOTE.line(look.tr("No touchpoints")), CELL_PADDING, top, NOTE, look.theme.text3)
    elif count > len(shown):
        more = NOTE.line(look.tr.number(count - len(shown), signed=True))
        ink.write(more, width - CELL_PADDING, top, NOTE, look.theme.text2, "right")
