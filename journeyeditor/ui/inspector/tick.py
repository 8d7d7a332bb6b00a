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
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = scaled(BOX)
        left = 3.0 if self.text() else (self.width() - side) / 2
        box = QRectF(left, (self.height() - side) / 2, side, side)
        on = self.isChecked()
        edge = theme.accent if on or self.underMouse() else theme.field
        painter.setPen(QPen(QColor(edge), 1))
        painter.setBrush(QColor(theme.accent if on else theme.card))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        if on:
            paint_icon_centred(painter, box.center(), scaled(12), "check", theme.on_accent)
        if self.text():
            painter.setPen(QColor(theme.text2))
            words = QRectF(box.right() + 7, 0, self.width(), self.height())
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
