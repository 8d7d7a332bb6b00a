"""Small round things: who is responsible, how many cards share a touchpoint."""

import functools
import unicodedata

import unicode_segmentation_rs as segmentation

from journeyeditor.drawing.icons import icon
from journeyeditor.drawing.ink import COUNT, INITIALS, Drawn, Ink, Style, filled, framed
from journeyeditor.drawing.paths import diamond as diamond_outline
from journeyeditor.drawing.shapes import Box, Path, Shape
from journeyeditor.drawing.theme import Theme

AVATAR = 15.0
AVATAR_GAP = 2.25
DEPARTMENT_RADIUS = 3.75
BADGE_HEIGHT = 12.75
_BADGE_ICON = 8.25
_PARTICLE = 3
"""Lower-case words up to this length ("de", "al", "of") give no initial."""


@functools.lru_cache(maxsize=4096)
def initials(name: str) -> str:
    """One or two capitals for a name: Marta Ruiz, MR; Atención al cliente, AC; Almacén, AL."""
    words = [w for w in name.replace("-", " ").split() if unicodedata.category(w[0])[0] in "LNS"]
    telling = [w for w in words if len(w) > _PARTICLE or not w[0].islower()] or words
    if not telling:
        return ""
    letters = segmentation.graphemes(telling[0], True)
    if len(telling) > 1:
        letters = [letters[0], segmentation.graphemes(telling[1], True)[0]]
    return "".join(letters[:2]).upper()


def avatar(
    letters: str,
    x: float,
    y: float,
    theme: Theme,
    department: bool = False,
    size: float = AVATAR,
    style: Style = INITIALS,
) -> Drawn:
    """A person's round or a department's square sign with initials, at (x, y)."""
    colours = theme.avatar, theme.on_avatar, theme.chip_edge
    return _avatar(letters, x, y, size, style, department, *colours)


@functools.lru_cache(maxsize=4096)
def _avatar(
    letters: str,
    x: float,
    y: float,
    size: float,
    style: Style,
    department: bool,
    fill: str,
    colour: str,
    edge: str,
) -> Drawn:
    ink = Ink()
    radius = DEPARTMENT_RADIUS * size / AVATAR if department else size / 2
    ink.add(_chip(x, y, size, size, radius, fill, edge))
    line = style.line(letters)
    if line.text and line.width <= size:
        ink.write(line, x + size / 2, y + (size - style.leading) / 2, style, colour, "centre")
    return ink.drawn()


def _chip(
    x: float, y: float, width: float, height: float, radius: float, fill: str, edge: str
) -> tuple[Box, ...]:
    """A small filled thing, with an edge where there is a colour for it."""
    if edge:
        return framed(x, y, width, height, radius, edge, fill)
    return filled(x, y, width, height, fill, radius)


def badge_width(count: str) -> float:
    """The width of a link badge with that count."""
    return 3.75 + _BADGE_ICON + 2.25 + COUNT.line(count).width + 4.5


def badge(count: str, x: float, y: float, theme: Theme) -> Drawn:
    """The sign that a touchpoint has several cards, its upper left corner at (x, y)."""
    return _badge(count, x, y, theme.badge, theme.text2, theme.chip_edge)


@functools.lru_cache(maxsize=4096)
def _badge(count: str, x: float, y: float, fill: str, colour: str, edge: str) -> Drawn:
    ink, width = Ink(), badge_width(count)
    ink.add(_chip(x, y, width, BADGE_HEIGHT, BADGE_HEIGHT / 2, fill, edge))
    ink.add(icon("link-2", x + 3.75, y + (BADGE_HEIGHT - _BADGE_ICON) / 2, _BADGE_ICON, colour))
    left = x + 3.75 + _BADGE_ICON + 2.25
    ink.write(COUNT.line(count), left, y + (BADGE_HEIGHT - COUNT.leading) / 2, COUNT, colour)
    return ink.drawn()


@functools.lru_cache(maxsize=1024)
def diamond(x: float, y: float, size: float, colour: str) -> tuple[Shape, ...]:
    """The sign of a critical moment in the square of `size` points at (x, y)."""
    return (Path(diamond_outline(x + size / 2, y + size / 2, size * 0.47), fill=colour),)
