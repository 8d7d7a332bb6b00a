"""A small box to tick."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from journeyeditor.ui.chrome.icons import paint_icon_centred
from journeyeditor.ui.chrome.look import current_theme, font, scaled

BOX = 16
"""Pixels at 96 dots an inch."""


class Tick(QAbstractButton):
    """Yes or no, in the middle of its place; where it says a word, that follows it.

    A click only asks: it shows what it was told last.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setFont(font(11.5))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_value(self, value: bool, text: str = "") -> None:
        """Show whether it is ticked, with a word."""
        self.setChecked(value)
        self.setText(text)

    def nextCheckState(self) -> None:
        """It stays as it is until told otherwise."""

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self.text()) + 7 if self.text() else 0
        return QSize(scaled(BOX) + 6 + words, max(24, self.fontMetrics().height() + 4))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        side = scaled(BOX)
        left = 3.0 if self.text() else (self.width() - side) / 2
        box = QRectF(left, (self.height() - side) / 2, side, side)
        paint_tick(painter, box, on=self.isChecked(), hover=self.underMouse())
        if self.text():
            painter.setPen(QColor(current_theme().text2))
            words = QRectF(box.right() + 7, 0, self.width(), self.height())
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())


def paint_tick(painter: QPainter, box: QRectF, *, on: bool, hover: bool = False) -> None:
    """A box, ticked or not."""
    theme = current_theme()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edge = theme.accent if on or hover else theme.field
    painter.setPen(QPen(QColor(edge), 1))
    painter.setBrush(QColor(theme.accent if on else theme.card))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    if on:
        paint_icon_centred(painter, box.center(), scaled(12), "check", theme.on_accent)
