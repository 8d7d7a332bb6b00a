"""The column at the left: who each row of cards is about."""

from journeyeditor.drawing.avatars import avatar, initials
from journeyeditor.drawing.elements import Element, Kind
from journeyeditor.drawing.fonts import SEMIBOLD
from journeyeditor.drawing.icons import icon
from journeyeditor.drawing.ink import (
    DESCRIPTION,
    NOTE,
    PIXEL,
    SEGMENT_CHIP,
    SEGMENT_NAME,
    Drawn,
    Ink,
    Style,
    filled,
)
from journeyeditor.drawing.layout.grid import COLLAPSED, RAIL
from journeyeditor.drawing.layout.options import Look
from journeyeditor.drawing.paths import line
from journeyeditor.drawing.shapes import Image
from journeyeditor.model.records import Segment

PADDING = 12.0
PORTRAIT = 30.0
SMALL_PORTRAIT = 19.5
NAME_GAP, DESCRIPTION_GAP, COUNT_GAP = 8.25, 1.5, 8.25
CHEVRON, CHEVRON_STROKE = 12.0, 1.75
TEXT_WIDTH = RAIL - 2 * PADDING

_PORTRAIT_LETTERS = Style(SEMIBOLD, 11.25, 15)
_SMALL_LETTERS = Style(SEMIBOLD, 7.875, 12)


def height(segment: Segment) -> float:
    """The height that the rail's text needs."""
    top = PADDING + PORTRAIT + NAME_GAP
    top += max(1, len(SEGMENT_NAME.lines(segment.name, TEXT_WIDTH))) * SEGMENT_NAME.leading
    if description := DESCRIPTION.lines(segment.description, TEXT_WIDTH):
        top += DESCRIPTION_GAP + len(description) * DESCRIPTION.leading
    return top + COUNT_GAP + NOTE.leading + PADDING


def paint(
    segment: Segment, picture: str, count: int, height: float, edge: bool, look: Look
) -> Drawn:
    """Portrait, name, description and number of cards. `picture` is an asset's SHA-256."""
    ink, theme = Ink(), look.theme
    background(ink, height, edge, look)
    portrait(ink, segment.name, picture, PADDING, PADDING, PORTRAIT, look)
    if not look.page:
        chevron(ink, "chevron-down", PADDING, look)
    top = PADDING + PORTRAIT + NAME_GAP
    names = SEGMENT_NAME.lines(segment.name, TEXT_WIDTH)
    ink.tell(Element(Kind.HEADING, said=segment.name))
    ink.write_all(names, PADDING, top, SEGMENT_NAME, theme.text)
    top += max(1, len(names)) * SEGMENT_NAME.leading
    points = look.tr.plural("{count} touchpoint", "{count} touchpoints", count)
    told = ". ".join(part for part in (segment.description, points) if part)
    ink.tell(Element(Kind.PARAGRAPH, said=told))
    if description := DESCRIPTION.lines(segment.description, TEXT_WIDTH):
        top += DESCRIPTION_GAP
        top = ink.write_all(description, PADDING, top, DESCRIPTION, theme.text2)
    ink.write(NOTE.line(points), PADDING, top + COUNT_GAP, NOTE, theme.text2)
    return ink.drawn()


def paint_collapsed(segment: Segment, picture: str, look: Look) -> Drawn:
    """The strip of a folded segment."""
    ink = Ink()
    background(ink, COLLAPSED, True, look)
    portrait(
        ink, segment.name, picture, PADDING, (COLLAPSED - SMALL_PORTRAIT) / 2, SMALL_PORTRAIT, look
    )
    left, right = PADDING + SMALL_PORTRAIT + 6, RAIL - PADDING
    if not look.page:
        chevron(ink, "chevron-right", (COLLAPSED - CHEVRON) / 2, look)
        right -= CHEVRON + 3
    lines = SEGMENT_CHIP.elided(segment.name, right - left, 2)
    top = (COLLAPSED - max(1, len(lines)) * SEGMENT_CHIP.leading) / 2
    ink.write_all(lines, left, top, SEGMENT_CHIP, look.theme.text)
    return ink.drawn()


def background(ink: Ink, height: float, edge: bool, look: Look) -> None:
    """The rail's colour, and the row's lower edge where no curve follows."""
    if look.theme.header != look.theme.canvas:
        ink.add(filled(0, 0, RAIL, height, look.theme.header))
    if edge:
        bottom = height - PIXEL / 2
        ink.stroke(line(0, bottom, RAIL, bottom), look.theme.line_strong)


def portrait(
    ink: Ink, name: str, picture: str, x: float, y: float, size: float, look: Look
) -> None:
    """The segment's picture, else its initials."""
    if picture:
        ink.add((Image(x, y, size, size, picture, radius=size / 2),))
    else:
        style = _SMALL_LETTERS if size < PORTRAIT else _scaled(_PORTRAIT_LETTERS, size / PORTRAIT)
        ink.take(avatar(initials(name), x, y, look.theme, size=size, style=style))


def _scaled(style: Style, by: float) -> Style:
    return Style(style.font, style.size * by, style.leading * by)


def chevron(ink: Ink, name: str, y: float, look: Look) -> None:
    x = RAIL - PADDING - CHEVRON
    ink.add(icon(name, x, y, CHEVRON, look.theme.text3, CHEVRON_STROKE))
