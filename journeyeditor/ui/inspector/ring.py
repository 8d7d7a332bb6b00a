"""How complete a card is: a ring with a percentage."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from journeyeditor.analysis.completeness import Completeness
from journeyeditor.translation import tr
from journeyeditor.ui.chrome.look import current_theme, font

SIZE = 22
WHOLE = 360 * 16
"""A full circle as Qt measures it."""


class CompletenessRing(QWidget):
    """The share of answered questions; the tool tip lists those that are open."""

    def __init__(self) -> None:
        super().__init__()
        self._share = 0.0
        self._text = ""
        self.setFont(font(11.5))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_completeness(self, found: Completeness) -> None:
        """Show what a card leaves open."""
        self._share = found.share
        whole = not found.open
        share = tr("{share} complete", share=tr.percent(found.share))
        self._text = tr("Complete") if whole else share
        lines = [tr(question.text) for question in found.open]
        rest = "\n".join([tr("Still open:"), *lines]) if lines else tr("Nothing is open.")
        self.setToolTip(rest)
        self.setAccessibleName(self._text)
        self.setAccessibleDescription(rest)
        self.update()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(SIZE + 7 + metrics.horizontalAdvance(self._text), max(24, metrics.height()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = QRectF(2.5, (self.height() - SIZE) / 2 + 2.5, SIZE - 5, SIZE - 5)
        painter.setPen(QPen(QColor(theme.bar_ghost), 3))
        painter.drawEllipse(ring)
        pen = QPen(QColor(theme.accent_text), 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        if self._share:
            painter.drawArc(ring, WHOLE // 4, -round(WHOLE * self._share))
        painter.setPen(QColor(theme.text2))
        words = self.rect().adjusted(SIZE + 7, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._text)
