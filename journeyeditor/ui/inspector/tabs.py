"""The tabs of the inspector's panels: words on a line, the one in front underlined."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QTabBar

from journeyeditor.ui.chrome.look import current_theme, font

EDGE = 16
"""Pixels left and right of all tabs."""
NARROWEST_GAP, WIDEST_GAP = 8, 28


class PanelTabs(QTabBar):
    """All tabs are always seen: they share the room that is left between them."""

    def __init__(self, titles: Sequence[str]) -> None:
        super().__init__()
        self.setObjectName("panel-tabs")
        self.setDocumentMode(True)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for title in titles:
            self.addTab(title)

    def tabSizeHint(self, index: int) -> QSize:
        return self._size(index, self._gap())

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self._size(index, NARROWEST_GAP)

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        sizes = [self.minimumTabSizeHint(index) for index in range(self.count())]
        return QSize(sum(size.width() for size in sizes), max(size.height() for size in sizes))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        bottom = self.height() - 1
        painter.fillRect(0, bottom, self.width(), 1, QColor(theme.line))
        for index in range(self.count()):
            here = index == self.currentIndex()
            words = self._words_place(index)
            painter.setFont(_font(600 if here else 500))
            painter.setPen(QColor(theme.text if here or self._hovered(index) else theme.text2))
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.tabText(index))
            if here:
                colour = QColor(theme.accent_text)
                painter.fillRect(words.left(), bottom - 1, words.width(), 2, colour)

    def _size(self, index: int, gap: int) -> QSize:
        ends = (index == 0) + (index == self.count() - 1)
        height = QFontMetrics(_font(600)).height() + 22
        return QSize(self._text_width(index) + gap + ends * (EDGE - gap // 2), height)

    def _gap(self) -> int:
        room = self.width() - 2 * EDGE - sum(map(self._text_width, range(self.count())))
        between = max(1, self.count() - 1)
        return max(NARROWEST_GAP, min(WIDEST_GAP, room // between))

    def _words_place(self, index: int) -> QRect:
        place = self.tabRect(index)
        left = place.left() + (EDGE if index == 0 else self._gap() // 2)
        return QRect(left, place.top(), self._text_width(index), place.height())

    def _text_width(self, index: int) -> int:
        return QFontMetrics(_font(600)).horizontalAdvance(self.tabText(index))

    def _hovered(self, index: int) -> bool:
        return self.underMouse() and self.tabRect(index).contains(
            self.mapFromGlobal(self.cursor().pos())
        )


def _font(weight: int) -> QFont:
    return font(11.75, weight)
