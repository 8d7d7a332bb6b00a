"""The pictures on the tiles of the start page, drawn from sketches of maps and templates."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from journeyeditor.drawing.theme import Theme, mix
from journeyeditor.ui.chrome.icons import paint_icon_centred
from journeyeditor.ui.start.sketches import CARDS, Dot, Sketch

Preview = Callable[[QPainter, QRectF, Theme], None]
"""Draws into a rectangle in a theme's colours."""

TOP, SIDE, BODY = 14.0, 28.0, 12.0
"""Where a map's small picture begins: its header, its first column, its rows below the header."""


def map_preview(made: Sketch) -> Preview:
    """A map: header strip, cards in their channels' colours, a curve for each segment."""

    def draw(painter: QPainter, place: QRectF, theme: Theme) -> None:
        rows = made.rows
        columns = max((len(row) for row in rows), default=0)
        if not columns:
            blank_preview(painter, place, theme)
            return
        width = (place.width() - SIDE - 14) / columns
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(mix(theme.sunken, theme.text3, 0.6)))
        for i in range(columns):
            bar = QRectF(place.left() + SIDE + i * width + 1.5, place.top() + TOP, width - 3, 4)
            painter.drawRoundedRect(bar, 2, 2)
        height = (place.height() - TOP - BODY - 10) / len(rows)
        for k, row in enumerate(rows):
            top = place.top() + TOP + BODY + k * height
            _draw_row(painter, QRectF(place.left(), top, width, height), row, theme)

    return draw


def stages_preview(cards: Sequence[int]) -> Preview:
    """A template: one empty column for each stage, with so many places for cards."""

    def draw(painter: QPainter, place: QRectF, theme: Theme) -> None:
        width = (place.width() - 40) / max(1, len(cards))
        for i, count in enumerate(cards):
            column = QRectF(place.left() + 22 + i * width, place.top() + 24, width - 4, 88)
            painter.setPen(QColor(theme.line_card))
            painter.setBrush(QColor(theme.card))
            painter.drawRoundedRect(column, 3, 3)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent))
            inner = column.adjusted(4, 6, -4, 0)
            painter.drawRoundedRect(
                QRectF(inner.topLeft(), inner.topRight() + QPointF(0, 3)), 1.5, 1.5
            )
            painter.setBrush(QColor(theme.badge))
            for j in range(count):
                top = column.top() + 16 + j * 14
                painter.drawRoundedRect(QRectF(inner.left(), top, inner.width(), 10), 2, 2)

    return draw


def blank_preview(painter: QPainter, place: QRectF, theme: Theme) -> None:
    """An empty sheet to begin on."""
    pen = QPen(QColor(theme.line_strong), 1, Qt.PenStyle.CustomDashLine)
    pen.setDashPattern([4, 4])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(place.adjusted(22.5, 24.5, -22.5, -24.5), 5, 5)
    paint_icon_centred(painter, place.center(), 20, "plus", theme.text3)


def missing_preview(painter: QPainter, place: QRectF, theme: Theme) -> None:
    """A file that is not where it was."""
    paint_icon_centred(painter, place.center(), 24, "circle-dashed", theme.disabled)


def unknown_preview(painter: QPainter, place: QRectF, theme: Theme) -> None:
    """A file that was never drawn here."""
    paint_icon_centred(painter, place.center(), 24, "map", theme.text3)


def _draw_row(
    painter: QPainter,
    place: QRectF,
    row: Sequence[Sequence[Dot]],
    theme: Theme,
) -> None:
    """One segment; `place` is its height and the width of one column."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.line_strong))
    painter.drawEllipse(QPointF(place.left() + 17, place.top() + 5), 5, 5)
    most = max(1, min(CARDS, max(len(cell) for cell in row)))
    curve_height = min(24.0, place.height() * 0.4)
    card_height = min(13.0, (place.height() - curve_height) / most - 2)
    points = []
    for i, cell in enumerate(row):
        left = place.left() + SIDE + i * place.width() + 1.5
        for j, (family, _) in enumerate(cell):
            top = place.top() + j * (card_height + 2)
            card = QRectF(left, top, place.width() - 3, card_height)
            colour = theme.family(family) if family else theme.text3
            painter.setBrush(QColor(mix(theme.card, colour, 0.24)))
            painter.drawRoundedRect(card, 1.8, 1.8)
            painter.setBrush(QColor(colour))
            painter.drawRoundedRect(QRectF(card.left(), top, 2.5, card_height), 1.2, 1.2)
        felt = [emotion for _, emotion in cell if emotion is not None]
        if felt:
            middle = place.bottom() - curve_height / 2
            mean = max(-2.0, min(2.0, sum(felt) / len(felt)))
            points.append(QPointF(left + place.width() / 2, middle - mean * curve_height * 0.2))
    _draw_curve(painter, points, theme)


def _draw_curve(painter: QPainter, points: Sequence[QPointF], theme: Theme) -> None:
    if len(points) < 2:
        return
    path = QPainterPath(points[0])
    for start, end in pairwise(points):
        middle = (start.x() + end.x()) / 2
        path.cubicTo(QPointF(middle, start.y()), QPointF(middle, end.y()), end)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.curve), 1.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawPath(path)
