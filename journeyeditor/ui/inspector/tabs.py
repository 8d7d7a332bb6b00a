"""The tabs of the inspector's panels: words on a line, the one in front underlined."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QTabBar

from journeyeditor.ui.chrome.look import current_theme, font

EDGE = 16
"""Pixels left and right of all tabs."""
NARROWEST_GAP, WIDEST_GAP = 8, 28
SIZES = (11.75, 11.5, 11.25, 11.0)
"""Sizes of type: the largest for which there is room."""


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
        return self._size(index, self._gap, self._type_size)

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self._size(index, NARROWEST_GAP, SIZES[-1])

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
            painter.setFont(font(self._type_size, 600 if here else 500))
            painter.setPen(QColor(theme.text if here or self._hovered(index) else theme.text2))
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.tabText(index))
            if here:
                colour = QColor(theme.accent_text)
                painter.fillRect(words.left(), bottom - 1, words.width(), 2, colour)

    def _size(self, index: int, gap: int, size: float) -> QSize:
        ends = (index == 0) + (index == self.count() - 1)
        height = QFontMetrics(font(SIZES[0], 600)).height() + 22
        return QSize(self._text_width(index, size) + gap + ends * (EDGE - gap // 2), height)

    def _room(self, size: float) -> int:
        """Pixels that the words of all tabs leave between them."""
        words = sum(self._text_width(index, size) for index in range(self.count()))
        return self.width() - 2 * EDGE - words

    @property
    def _type_size(self) -> float:
        needed = NARROWEST_GAP * (self.count() - 1)
        return next((size for size in SIZES if self._room(size) >= needed), SIZES[-1])

    @property
    def _gap(self) -> int:
        between = max(1, self.count() - 1)
        return max(NARROWEST_GAP, min(WIDEST_GAP, self._room(self._type_size) // between))

    def _words_place(self, index: int) -> QRect:
        place = self.tabRect(index)
        left = place.left() + (EDGE if index == 0 else self._gap // 2)
        width = self._text_width(index, self._type_size)
        return QRect(left, place.top(), width, place.height())

    def _text_width(self, index: int, size: float) -> int:
        return QFontMetrics(font(size, 600)).horizontalAdvance(self.tabText(index))

    def _hovered(self, index: int) -> bool:
        return self.underMouse() and self.tabRect(index).contains(
            self.mapFromGlobal(self.cursor().pos())
        )
