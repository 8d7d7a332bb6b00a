"""A folded segment: one chip for each card."""

from collections.abc import Sequence

from journeyeditor.drawing.avatars import diamond
from journeyeditor.drawing.faces import face
from journeyeditor.drawing.ink import NOTE, Drawn, Ink, filled, framed
from journeyeditor.drawing.layout.content import Card, card_colour
from journeyeditor.drawing.layout.grid import CARD_GAP, CELL_PADDING, COLLAPSED, Place
from journeyeditor.drawing.layout.options import Look
from journeyeditor.drawing.signs import sign

WIDTH, HEIGHT = 63.0, 21.0
RADIUS = 4.5
NARROWEST = 27.0
BAR_X, BAR_WIDTH, BAR_INSET = 4.5, 2.25, 5.25
LEFT, RIGHT, GAP = 12.0, 6.0, 4.5
ICON, DIAMOND, FACE = 10.5, 6.75, 12.0
MORE_WIDTH = 24.0


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


def paint(card: Card, width: float, look: Look) -> Drawn:
    """Colour, channel, critical moment and emotion, as far as they fit."""
    ink, theme = Ink(), look.theme
    colour = card_colour(card, theme)
    ink.add(framed(0, 0, width, HEIGHT, RADIUS, theme.line_card, theme.card))
    ink.add(filled(BAR_X, BAR_INSET, BAR_WIDTH, HEIGHT - 2 * BAR_INSET, colour, BAR_WIDTH / 2))
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
