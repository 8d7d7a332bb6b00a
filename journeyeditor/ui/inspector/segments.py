"""A control for one of a few values, side by side in one frame."""

import math
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QToolButton

from journeyeditor.translation import tr
from journeyeditor.ui.chrome.look import current_theme, font

PADDING = 8
"""Pixels at either side of a value's words."""
STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}


class Segments(QFrame):
    """In as many columns as there is room for. `chosen` carries a value.

    One of them has the focus: arrows go to the others, space chooses, a figure chooses by place.
    Where the choice is `clearable`, to choose the chosen one again clears it (None).
    """

    chosen = Signal(object)

    def __init__(self, *, clearable: bool) -> None:
        super().__init__()
        self.setObjectName("segmented")
        self._clearable = clearable
        self._values: list[Any] = []
        self._value: Any = None
        self.buttons: list[QToolButton] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_entries(self, entries: Sequence[tuple[str, Any]]) -> None:
        """Offer these (text, value) pairs."""
        while len(self.buttons) > len(entries):
            self.buttons.pop().deleteLater()
        while len(self.buttons) < len(entries):
            self.buttons.append(self._button(len(self.buttons)))
        self._values = [value for _, value in entries]
        for button, (text, _) in zip(self.buttons, entries, strict=True):
            button.setText(text)
            button.setAccessibleName(text)
        self._arrange()
        self.updateGeometry()

    def show_value(self, value: Any) -> None:
        """Show which value is chosen; none where it's not among them."""
        self._value = value
        for button, known in zip(self.buttons, self._values, strict=True):
            button.setChecked(known == value)
        here = self._values.index(value) if value in self._values else 0
        self._let_tab_reach(here)
        self.update()

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        for button in self.buttons:
            button.setAccessibleDescription(name)

    def enter(self) -> None:
        """Put the focus on the chosen value, else the first."""
        for button in self.buttons:
            if button.focusPolicy() & Qt.FocusPolicy.TabFocus:
                button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def sizeHint(self) -> QSize:
        return QSize(160, self.heightForWidth(max(160, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self._row_height() + 2)

    def heightForWidth(self, width: int) -> int:
        columns = self._columns(width)
        return math.ceil(len(self.buttons) / columns) * self._row_height() + 2

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            here = self.buttons.index(watched)  # type: ignore[arg-type]
            key = Qt.Key(event.key())
            if step := STEPS.get(key):
                there = max(0, min(len(self.buttons) - 1, here + step))
                self._let_tab_reach(there)
                self.buttons[there].setFocus(Qt.FocusReason.TabFocusReason)
                return True
            place = int(key) - int(Qt.Key.Key_1)
            if 0 <= place < len(self.buttons):
                self._choose(place)
                return True
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inside = QPainterPath()
        inside.addRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)
        painter.setClipPath(inside)
        theme = current_theme()
        colour = QColor(theme.line)
        for button in self.buttons:
            place = button.geometry()
            if button.isChecked():
                painter.fillRect(place, QColor(theme.accent_soft))
            if place.left() > 1:
                painter.fillRect(place.left() - 1, place.top(), 1, place.height(), colour)
            if place.top() > 1:
                painter.fillRect(place.left(), place.top() - 1, place.width(), 1, colour)

    def _button(self, index: int) -> QToolButton:
        button = QToolButton(self)
        button.setCheckable(True)
        button.setProperty("look", "segment")
        button.setAccessibleDescription(self.accessibleName())
        button.clicked.connect(lambda: self._choose(index))
        button.installEventFilter(self)
        if self._clearable:
            button.setToolTip(tr("Again to clear"))
        button.show()
        return button

    def _choose(self, index: int) -> None:
        value, was = self._values[index], self._value
        self.show_value(was)  # until the project says otherwise
        if value != was:
            self.chosen.emit(value)
        elif self._clearable:
            self.chosen.emit(None)

    def _let_tab_reach(self, here: int) -> None:
        """Only one of the values is on the way of the Tab key."""
        for index, button in enumerate(self.buttons):
            reach = Qt.FocusPolicy.StrongFocus if index == here else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(reach)

    def _arrange(self) -> None:
        columns = self._columns(self.width())
        width, height = self.width() - 2, self._row_height()
        for index, button in enumerate(self.buttons):
            row, column = divmod(index, columns)
            left, right = (round(width * edge / columns) for edge in (column, column + 1))
            gap_x, gap_y = (column > 0), (row > 0)
            place = QRect(1 + left + gap_x, 1 + row * height + gap_y, right - left - gap_x,
                          height - gap_y)  # fmt: skip
            button.setGeometry(place)

    def _columns(self, width: int) -> int:
        """As many as fit, the rows as even as can be."""
        metrics = QFontMetrics(font(11.5, 600))
        widest = max((metrics.horizontalAdvance(b.text()) for b in self.buttons), default=0)
        fitting = max(1, (width - 2) // (widest + 2 * PADDING))
        count = max(1, len(self.buttons))
        return math.ceil(count / math.ceil(count / fitting))

    def _row_height(self) -> int:
        return max(27, QFontMetrics(font(11.5)).height() + 12)
