"""The small marks before names: a channel's icon, a party's initials."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from journeyeditor.drawing.faces import face
from journeyeditor.drawing.shapes import Shape
from journeyeditor.drawing.theme import Theme
from journeyeditor.model.choices import ChannelFamily
from journeyeditor.ui.canvas.painting import Pixels, ShapePainter
from journeyeditor.ui.chrome.icons import paint_icon_centred
from journeyeditor.ui.chrome.look import current_theme, font, scaled

ICON = 16
"""Pixels at 96 dots an inch."""


@dataclass(frozen=True)
class Mark:
    """An icon in a colour (that of a theme or of a channel family), or initials on a disc.

    `square` draws the disc with corners, as for a department.
    """

    icon: str = ""
    colour: str = "text3"
    initials: str = ""
    square: bool = False

    def ink(self, theme: Theme) -> str:
        """The colour of the icon."""
        if isinstance(self.colour, ChannelFamily):
            return theme.family(self.colour)
        return str(getattr(theme, self.colour))


def paint_mark(
    painter: QPainter, left_middle: QPoint, mark: Mark, theme: Theme, size: int = 22
) -> int:
    """Draw a mark to the right of a point and return how wide it is.

    `size` is in pixels at 96 dots an inch.
    """
    x, y = left_middle.x(), left_middle.y()
    if mark.icon:
        side = scaled(ICON)
        paint_icon_centred(painter, QPointF(x + side / 2, y), side, mark.icon, mark.ink(theme))
        return side
    letters = font(size * 0.385, 600)
    size = scaled(size)
    disc = QRectF(x, y - size / 2, size, size)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.avatar))
    radius = size * 0.25 if mark.square else size / 2
    painter.drawRoundedRect(disc, radius, radius)
    painter.setPen(QColor(theme.on_avatar))
    painter.setFont(letters)
    painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, mark.initials)
    return size


class SharedMark(QWidget):
    """A small chain beside the title of what several cards share; hidden where they don't."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(14, 14)
        self.hide()

    def show_sharing(self, words: str) -> None:
        """Tell who shares it; nobody where there are no words."""
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.setVisible(bool(words))

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_icon_centred(QPainter(self), QPointF(7, 7), 12, "link-2", current_theme().text3)


class DiamondMark(QWidget):
    """The sign of a critical moment."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(12, 12)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_diamond(painter, QPointF(6, 6), 5.5, current_theme().text)


def paint_diamond(painter: QPainter, centre: QPointF, radius: float, colour: str) -> None:
    """Draw the sign of a critical moment, filled as on the map."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    steps = ((0, -radius), (radius, 0), (0, radius), (-radius, 0))
    painter.drawPolygon([centre + QPointF(x, y) for x, y in steps])


def paint_face(painter: QPainter, level: int, centre: QPointF, size: float, theme: Theme) -> None:
    """Draw the face of an emotion level around a point."""
    painter.save()
    painter.translate(centre.x() - size / 2, centre.y() - size / 2)
    paint_shapes(painter, face(level, 0, 0, size, theme))
    painter.restore()


def paint_shapes(painter: QPainter, shapes: Sequence[Shape], zoom: float = 1.0) -> None:
    """Draw shapes without pictures, `zoom` pixels a point."""
    scale = painter.device().devicePixelRatio() * zoom
    painter.save()
    painter.scale(zoom, zoom)
    _shapes().paint(painter, shapes, Pixels(scale))
    painter.restore()


@cache
def _shapes() -> ShapePainter:
    """Paints what has no pictures in it."""
    return ShapePainter(lambda _: b"")
