"""A small fact: an icon and a word on a quiet ground."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from journeyeditor.ui.chrome.icons import paint_icon_centred
from journeyeditor.ui.chrome.look import current_theme, font
from journeyeditor.ui.inspector.marks import paint_diamond

DIAMOND = "diamond"
"""The sign of a critical moment, which is filled as on the map."""


GAP = 6


class Chip(QWidget):
    """As wide as its word."""

    def __init__(self) -> None:
        super().__init__()
        self._text, self._icon, self._colour = "", "", ""
        self.setFont(font(11.5, 500))

    def show_fact(self, text: str, icon: str, colour: str) -> None:
        """Show a word and an icon in a colour."""
        self._text, self._icon, self._colour = text, icon, colour
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.update()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._text) + 36, max(24, metrics.height() + 8))

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
        words = self.rect().adjusted(28, 0, -8, 0)
        shown = self.fontMetrics().elidedText(
            self._text, Qt.TextElideMode.ElideRight, words.width() + 1
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, shown)


class FactLine(QWidget):
    """Chips from the left and one thing at the right end; as many lines as they need."""

    def __init__(self, chips: Sequence[QWidget], last: QWidget) -> None:
        super().__init__()
        self._chips, self._last = tuple(chips), last
        for part in (*chips, last):
            part.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def arrange(self) -> None:
        """Make room for what the parts say now; where they say nothing, none."""
        self.setVisible(any(not part.isHidden() for part in (*self._chips, self._last)))
        self.updateGeometry()
        for part, place in self._places(self.width()):
            part.setGeometry(place)

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(max(200, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 24)

    def heightForWidth(self, width: int) -> int:
        return max((place.bottom() + 1 for _, place in self._places(width)), default=0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def _places(self, width: int) -> list[tuple[QWidget, QRect]]:
        """Where each part goes that is shown."""
        places, left, top, line = [], 0, 0, 0
        for part in (*self._chips, self._last):
            if part.isHidden():
                continue
            size = part.sizeHint().boundedTo(QSize(width, 1000))
            if left and left + size.width() > width:
                left, top = 0, top + line + GAP
            x = width - size.width() if part is self._last and not top else left
            places.append((part, QRect(QPoint(x, top), size)))
            left, line = left + size.width() + GAP, size.height()
        return places
