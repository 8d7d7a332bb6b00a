"""A card with everything on it. Measures: visual specification, sections 5 and 7."""

from collections.abc import Container

from journeyeditor.drawing.avatars import (
    AVATAR,
    AVATAR_GAP,
    BADGE_HEIGHT,
    avatar,
    badge,
    badge_width,
    diamond,
)
from journeyeditor.drawing.bars import bar
from journeyeditor.drawing.faces import face
from journeyeditor.drawing.icons import icon
from journeyeditor.drawing.ink import AXIS, CARD_TITLE, CHANNEL, COUNT, Drawn, Ink, framed
from journeyeditor.drawing.layout.content import Card, card_colour
from journeyeditor.drawing.layout.options import ALL_FIELDS, CardField, Look
from journeyeditor.drawing.layout.owners import Owner
from journeyeditor.drawing.shapes import Shape
from journeyeditor.drawing.signs import sign
from journeyeditor.drawing.theme import Theme

RADIUS = 4.5
BAR_X, BAR_WIDTH, BAR_INSET = 5.25, 3.0, 6.75
LEFT, RIGHT, PADDING = 15.0, 7.5, 6.0
CHANNEL_ICON, CHANNEL_GAP = 9.75, 3.75
DIAMOND = 8.25
TITLE_GAP = 2.25
FOOTER_GAP, FOOTER = 5.25, 15.0
BADGE_GAP = 6.0
FACE = 15.0
NO_OWNER_ICON = 11.25
MOST_AVATARS = 3


def height(card: Card, width: float, fields: Container[CardField] = ALL_FIELDS) -> float:
    """How tall the card is at a width, when it tells these fields."""
    top = PADDING
    if _labelled(card, fields):
        room = _channel_room(card, width, fields)
        top += CHANNEL.line_count(card.label, room) * CHANNEL.leading + TITLE_GAP
    titles = max(1, CARD_TITLE.line_count(card.title, _title_room(card, width, fields)))
    tall = titles * CARD_TITLE.leading
    if _has_footer(card, fields):
        return top + tall + FOOTER_GAP + FOOTER + PADDING
    return top + max(tall, FACE if _faced(card, fields) else 0.0) + PADDING


def paint(card: Card, width: float, height: float, look: Look) -> Drawn:
    """The card at a width and the height that belongs to it."""
    ink, theme, fields = Ink(), look.theme, look.fields
    colour = card_colour(card, theme)
    ink.add(body(card, width, height, theme))
    if _marked(card, fields):
        y = PADDING + (CHANNEL.leading - DIAMOND) / 2
        ink.add(diamond(width - RIGHT - DIAMOND, y, DIAMOND, theme.text))
    top = PADDING
    if _labelled(card, fields):
        y = top + (CHANNEL.leading - CHANNEL_ICON) / 2
        ink.add(sign(card.sign, LEFT, y, CHANNEL_ICON, colour))
        x = LEFT + CHANNEL_ICON + CHANNEL_GAP
        label = CHANNEL.lines(card.label, _channel_room(card, width, fields))
        words = theme.words(card.category.tone)
        top = ink.write_all(label, x, top, CHANNEL, words) + TITLE_GAP
    title = CARD_TITLE.lines(card.title, _title_room(card, width, fields))
    ink.write_all(title, LEFT, top, CARD_TITLE, theme.text)
    if _has_footer(card, fields):
        _footer(ink, card, width, height - PADDING - FOOTER, look)
    elif _faced(card, fields) and card.face is not None:
        x = LEFT + _title_room(card, width, fields) + CHANNEL_GAP
        ink.add(face(card.face, x, height - PADDING - FACE, FACE, theme))
    return ink.drawn()


def body(card: Card, width: float, height: float, theme: Theme) -> tuple[Shape, ...]:
    """The card's rectangle and its colour bar."""
    tall = height - 2 * BAR_INSET
    return (
        *framed(0, 0, width, height, RADIUS, theme.line_card, theme.card),
        *bar(card.category.tone, BAR_X, BAR_INSET, BAR_WIDTH, tall, theme),
    )


def _labelled(card: Card, fields: Container[CardField]) -> bool:
    return bool(card.label) and CardField.LABEL in fields


def _marked(card: Card, fields: Container[CardField]) -> bool:
    return card.critical and CardField.CRITICAL in fields


def _faced(card: Card, fields: Container[CardField]) -> bool:
    return card.emotion is not None and CardField.FACE in fields


def _has_footer(card: Card, fields: Container[CardField]) -> bool:
    """Whether there is a row for owners, links and face; the face alone stands by the title."""
    if CardField.OWNERS in fields:
        return True
    return CardField.LINKS in fields and (card.links > 1 or _faced(card, fields))


def _channel_room(card: Card, width: float, fields: Container[CardField]) -> float:
    return width - LEFT - CHANNEL_ICON - CHANNEL_GAP - RIGHT - _diamond_room(card, fields)


def _title_room(card: Card, width: float, fields: Container[CardField]) -> float:
    """What the title has beside the signs that stand in its lines."""
    room = width - LEFT - RIGHT
    if not _labelled(card, fields):
        room -= _diamond_room(card, fields)
    if _faced(card, fields) and not _has_footer(card, fields):
        room -= FACE + CHANNEL_GAP
    return room


def _diamond_room(card: Card, fields: Container[CardField]) -> float:
    return DIAMOND + CHANNEL_GAP if _marked(card, fields) else 0.0


def _footer(ink: Ink, card: Card, width: float, top: float, look: Look) -> None:
    """Owners, link badge and face, from left to right."""
    right, fields = width - RIGHT, look.fields
    if _faced(card, fields) and card.face is not None:
        right -= FACE
        ink.add(face(card.face, right, top, FACE, look.theme))
        right -= AVATAR_GAP
    shows_links = card.links > 1 and CardField.LINKS in fields
    links = look.tr.number(card.links) if shows_links else ""
    taken = BADGE_GAP + badge_width(links) if links else 0.0
    x = LEFT - BADGE_GAP
    if card.owners:
        x = _avatars(ink, card.owners, top, right - taken - LEFT, look)
    elif CardField.OWNERS in fields:
        x = _no_owner(ink, top, right - taken - LEFT, look)
    if links:
        ink.take(badge(links, x + BADGE_GAP, top + (FOOTER - BADGE_HEIGHT) / 2, look.theme))


def _avatars(ink: Ink, owners: tuple[Owner, ...], top: float, room: float, look: Look) -> float:
    """As many avatars as fit, three at most, then "+n"; returns where they end."""
    shown = min(MOST_AVATARS, len(owners))
    while shown > 1 and _avatars_width(shown, len(owners), look) > room:
        shown -= 1
    x = LEFT
    for owner in owners[:shown]:
        ink.take(avatar(owner.letters, x, top, look.theme, owner.department))
        x += AVATAR + AVATAR_GAP
    if more := _more(shown, len(owners), look):
        ink.write(COUNT.line(more), x, top + (FOOTER - COUNT.leading) / 2, COUNT, look.theme.text2)
    return LEFT + _avatars_width(shown, len(owners), look)


def _more(shown: int, count: int, look: Look) -> str:
    return look.tr.number(count - shown, signed=True) if count > shown else ""


def _avatars_width(shown: int, count: int, look: Look) -> float:
    width = shown * (AVATAR + AVATAR_GAP) - AVATAR_GAP
    more = _more(shown, count, look)
    return width + AVATAR_GAP + COUNT.line(more).width if more else width


def _no_owner(ink: Ink, top: float, room: float, look: Look) -> float:
    """A dashed circle, and the words where they fit; returns where they end."""
    colour = look.theme.text3
    y = top + (FOOTER - NO_OWNER_ICON) / 2
    ink.add(icon("circle-dashed", LEFT, y, NO_OWNER_ICON, colour))
    line = AXIS.line(look.tr("No owner"))
    x = LEFT + NO_OWNER_ICON + 3
    if x + line.width - LEFT > room:
        return LEFT + NO_OWNER_ICON
    ink.write(line, x, top + (FOOTER - AXIS.leading) / 2, AXIS, colour)
    return x + line.width
