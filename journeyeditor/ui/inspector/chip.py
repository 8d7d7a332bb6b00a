"""A small fact: an icon and a word on a quiet ground."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from journeyeditor.ui.chrome.icons import paint_icon_centred
from journeyeditor.ui.chrome.look import current_theme, font
from journeyeditor.ui.inspector.marks import paint_diamond

DIAMOND = "diamond"
"""The sign of a critical moment, which is filled as on the map."""


class Chip(QWidget):
    """Painted, so that it elides when there is no room."""

    def __init__(self) -> None:
        super().__init__()
        self._text, self._icon, self._colour = "", "", ""
        self.setFont(font(11.5, 500))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_fact(self, text: str, icon: str, colour: str) -> None:
        """Show a word and an icon in a colour."""
        self._text, self._icon, self._colour = text, icon, colour
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._text) + 38, max(24, metrics.height() + 8))

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.badge))
        painter.drawRoundedRect(self.rect(), 6, 6)
        centre = QPointF(15, self.height() / 2)
        if self._icon == DIAMOND:
            paint_diamond(painter, centre, 5, self._colour)
        else:
            paint_icon_centred(painter, centre, 14, self._icon, self._colour)
        painter.setPen(QColor(theme.text))
        words = QRectF(28, 0, self.width() - 36, self.height())
        text = self.fontMetrics().elidedText(
            self._text, Qt.TextElideMode.ElideRight, int(words.width()) + 1
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, text)
