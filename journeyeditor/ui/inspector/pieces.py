"""Words as rows show them: they wrap, they may stand on a tag's ground or behind a mark."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from journeyeditor.drawing.theme import Theme
from journeyeditor.ui.chrome.look import font, scaled
from journeyeditor.ui.inspector.marks import Mark, paint_mark

DISC, GAP = 20, 8
"""Pixels at 96 dots an inch: a mark before words, and what is between pieces."""
_ALIGNMENTS = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "centre": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignRight,
}


@dataclass(frozen=True)
class Tag:
    """A word on a coloured ground; `tone` is "badge", "ok", "warn" or "danger"."""

    text: str
    tone: str = "badge"


@dataclass(frozen=True)
class Named:
    """A name behind its mark."""

    mark: Mark
    text: str


Part = str | Tag | Named


@dataclass(frozen=True)
class Piece:
    """Words of one look. `tone` names a tag's ground; `mark` stands before the words."""

    text: str
    size: float = 12.5
    weight: int = 400
    colour: str = "text"
    tone: str = ""
    mark: Mark | None = None
    align: Literal["left", "centre", "right"] = "left"
    italic: bool = False

    def placed(self, x: float, y: float, width: float) -> "Placed":
        """The words broken into lines of at most `width`, with their top left corner here."""
        before, pad, rise = self.room()
        words = QTextLayout(self.text.replace("\n", "\N{LINE SEPARATOR}"), self.font)
        option = QTextOption(_ALIGNMENTS[self.align])
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        words.setTextOption(option)
        words.beginLayout()
        bottom, widest = 0.0, 0.0
        while (line := words.createLine()).isValid():
            line.setLineWidth(max(1.0, width - before - 2 * pad))
            line.setPosition(QPointF(0, bottom))
            bottom += line.height()
            widest = max(widest, line.naturalTextWidth())
        words.endLayout()
        size = widest + before + 2 * pad
        height = max(bottom + 2 * rise, scaled(DISC) if self.mark else 0)
        return Placed(
            self, words, QRectF(x, y, size if self.align == "left" else width, height), bottom
        )

    @property
    def font(self) -> QFont:
        made = font(self.size, self.weight)
        made.setItalic(self.italic)
        return made

    @property
    def width(self) -> float:
        """How wide it is in one line."""
        before, pad, _ = self.room()
        return QFontMetricsF(self.font).horizontalAdvance(self.text) + before + 2 * pad + 1

    def room(self) -> tuple[float, float, float]:
        """What the mark takes before the words, and a tag's ground beside and above them."""
        return (
            (scaled(DISC + 6) if self.mark else 0),
            (7 if self.tone else 0),
            (2 if self.tone else 0),
        )


@dataclass(frozen=True)
class Placed:
    """A piece where it is painted; `height` is that of the words alone."""

    piece: Piece
    words: QTextLayout
    place: QRectF
    height: float

    @property
    def line(self) -> float:
        """The middle of the first line, from above."""
        top = self.place.center().y() - self.height / 2
        return top + self.words.lineAt(0).height() / 2

    def centred(self, top: float, height: float) -> "Placed":
        """The same in the middle of a line."""
        return self.moved(top + (height - self.place.height()) / 2 - self.place.y())

    def moved(self, down: float) -> "Placed":
        """The same, further down."""
        return replace(self, place=self.place.translated(0, down))

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Draw it."""
        before, pad, _ = self.piece.room()
        colour = self.piece.colour
        if tone := self.piece.tone:
            painter.setPen(Qt.PenStyle.NoPen)
            quiet = tone == "badge"
            painter.setBrush(QColor(theme.badge if quiet else getattr(theme, f"{tone}_soft")))
            painter.drawRoundedRect(self.place, 5, 5)
            colour = "text2" if quiet else tone
        if self.piece.mark:
            middle = QPoint(round(self.place.x()), round(self.place.center().y()))
            paint_mark(painter, middle, self.piece.mark, theme, DISC)
        painter.setPen(QColor(getattr(theme, colour)))
        top = self.place.center().y() - self.height / 2
        self.words.draw(painter, QPointF(self.place.x() + before + pad, top))


def piece(part: Part) -> Piece:
    """A part of a row's facts as a piece."""
    if isinstance(part, Tag):
        return Piece(part.text, 11, 500, tone=part.tone)
    if isinstance(part, Named):
        return Piece(part.text, 12, mark=part.mark)
    return Piece(part, 12)


def flow(pieces: Sequence[Piece], x: float, y: float, width: float) -> list[Placed]:
    """Pieces one after the other, in as many lines as they need."""
    found: list[Placed] = []
    left, bottom = x, y
    for one in pieces:
        if left > x and left + one.width > x + width:
            left, y = x, bottom + 4
        found.append(one.placed(left, y, x + width - left))
        left = found[-1].place.right() + GAP
        bottom = max(bottom, found[-1].place.bottom())
    return found
