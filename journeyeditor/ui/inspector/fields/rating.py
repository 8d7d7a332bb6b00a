"""Fields for judgements: five bars, with the figure and its word beside them."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from journeyeditor.model.change import Label
from journeyeditor.model.fields import Record
from journeyeditor.translation import N_, tr
from journeyeditor.ui.chrome.look import current_theme, font, scaled
from journeyeditor.ui.inspector.fields.choices import ValueField
from journeyeditor.ui.inspector.fields.field import SEVERAL

BARS = 5
HEIGHT, GAP = 8, 4
WORDS = 92
"""Pixels that the words have at least, so that bars with different ones are equally long."""
STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Up: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: -1}
DEGREES = (N_("Very low"), N_("Low"), N_("Medium"), N_("High"), N_("Very high"))
"""The words for 1 to 5."""


class RatingField(ValueField):
    """A judgement from 1 to 5 or None, or with `lowest` 0 a figure from 0; the title is beside."""

    def __init__(
        self,
        title: str,
        kind: type[Record],
        name: str,
        step: Label,
        *,
        lowest: int = 1,
        words: Sequence[str] = DEGREES,
    ) -> None:
        super().__init__(title, kind, name, step, beside=True)
        self.bars = RatingBars(lowest, words)
        self.hold(self.bars)
        self.bars.chosen.connect(self.ask)

    def show_several(self, several: bool) -> None:
        super().show_several(False)  # the bars say it

    def show_value(self, value: Any) -> None:
        self.bars.show_value(None if value is SEVERAL else value, several=value is SEVERAL)


class RatingBars(QWidget):
    """Five bars; a click on the chosen one clears. `chosen` carries what RatingField says."""

    chosen = Signal(object)

    def __init__(self, lowest: int = 1, words: Sequence[str] = DEGREES) -> None:
        super().__init__()
        self._lowest, self._words = lowest, tuple(map(tr, words))
        self.value: int | None = None
        self._said = ""
        self.setFont(font(11.5))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(tr("Arrow keys or figures change it, Delete clears it"))

    def show_value(self, value: int | None, *, several: bool = False) -> None:
        """Show a figure, or that there is none or more than one."""
        self.value = value
        if several:
            self._said = tr("Several")
        elif value is None:
            self._said = tr("Not rated")
        elif value:
            self._said = f"{value} · {self._words[value - 1]}"
        else:
            self._said = "0"
        self.setAccessibleDescription(self._said)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(BARS * 28 + self._words_width, max(24, self.fontMetrics().height() + 4))

    def minimumSizeHint(self) -> QSize:
        return QSize(BARS * 12 + self._words_width, self.sizeHint().height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        room = self.width() - self._words_width
        clicked = max(1, min(BARS, int(event.position().x() / room * BARS) + 1))
        self._ask(clicked if clicked != self.value else self._nothing)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if step := STEPS.get(key):
            value = (self.value if self.value is not None else self._lowest - 1) + step
            self._ask(min(BARS, value) if value >= self._lowest else self._nothing)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._ask(self._nothing)
        elif self._lowest <= int(key) - int(Qt.Key.Key_0) <= BARS:
            self._ask(int(key) - int(Qt.Key.Key_0))
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = self.width() - self._words_width
        width = (room - GAP * (BARS - 1)) / BARS
        top = (self.height() - HEIGHT) / 2
        for index in range(BARS):
            filled = index < (self.value or 0)
            bar = QRectF(index * (width + GAP), top, width, HEIGHT)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.bar if filled else theme.bar_ghost))
            painter.drawRoundedRect(bar, 2, 2)
        painter.setPen(QColor(theme.text if self.value else theme.text3))
        words = self.rect().adjusted(round(room) + 12, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._said)

    @property
    def _nothing(self) -> int | None:
        return None if self._lowest else 0

    @property
    def _words_width(self) -> int:
        metrics = QFontMetrics(font(11.5))
        widest = max(metrics.horizontalAdvance(f"5 · {word}") for word in self._words)
        return 12 + max(scaled(WORDS), widest, metrics.horizontalAdvance(tr("Not rated")))

    def _ask(self, value: int | None) -> None:
        if value != self.value:
            self.chosen.emit(value)
