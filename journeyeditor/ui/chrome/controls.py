"""Small controls with the program's own look."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QComboBox,
    QFrame,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QToolButton,
    QWidget,
)

from journeyeditor.ui.chrome.icons import dress, paint_icon_centred
from journeyeditor.ui.chrome.look import current_theme, scaled

CHOICE_EDGES = 44
"""Pixels beside the words of a choice, with room for its chevron."""
WIDEST_NAME = 200
"""Pixels at 96 dots an inch; longer words of a choice may be elided."""


def label(text: str, role: str = "", *, wrap: bool = False) -> QLabel:
    """A line of plain text; `role` is one of the style sheet's."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if role:
        made.setProperty("role", role)
    return made


def button(text: str, icon: str = "", look: str = "line") -> QPushButton:
    """A push button; `look` is one of the style sheet's."""
    made = QPushButton(text)
    made.setProperty("look", look)
    made.setAutoDefault(False)
    if icon:
        dress(made, icon, "on_accent" if look == "primary" else "text2", 16, gap=3)
    return made


def tool_button(icon: str, name: str, look: str = "small") -> QToolButton:
    """A button that shows an icon only; `name` is said by screen readers and the tool tip."""
    made = QToolButton()
    made.setProperty("look", look)
    made.setAccessibleName(name)
    made.setToolTip(name)
    return dress(made, icon)


def line(parts: Iterable[QWidget | int], layout: QBoxLayout, spacing: int = 8) -> QBoxLayout:
    """Lay widgets out one after the other; a number is a stretch of that weight."""
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    for part in parts:
        if isinstance(part, int):
            layout.addStretch(part)
        else:
            layout.addWidget(part)
    return layout


def rule() -> QFrame:
    """A thin horizontal line."""
    made = QFrame()
    made.setObjectName("rule")
    made.setFixedHeight(1)
    return made


class ElidedLabel(QLabel):
    """A line of text that ends in "…" where there is no room; the tool tip has all of it."""

    def __init__(self, role: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setToolTip(text)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        mode = Qt.TextElideMode.ElideRight
        shown = self.fontMetrics().elidedText(self.text(), mode, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, shown)


class Choice(QComboBox):
    """One of a few fixed values, behind a quiet name: "Detail  Automatic".

    Where there is no room for both, the value shows alone.
    """

    shows_focus = True

    def __init__(self, name: str, *, prefix: str = "") -> None:
        super().__init__()
        self._prefix = prefix
        self._widest: int | None = None
        self.model().rowsInserted.connect(self._measure_again)
        self.model().rowsRemoved.connect(self._measure_again)
        self.setToolTip(prefix)
        self.setAccessibleName(name)
        self.setItemDelegate(QStyledItemDelegate(self))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def fill(self, entries: Iterable[tuple[str, Any]], value: Any) -> None:
        """Offer (text, value) pairs and choose `value`, without a signal."""
        blocked = self.blockSignals(True)
        self.clear()
        for text, data in entries:
            self.addItem(text, data)
        self.choose(value)
        self.blockSignals(blocked)

    def choose(self, value: Any) -> None:
        """Show a value as the chosen one."""
        self.setCurrentIndex(self.findData(value))

    def sizeHint(self) -> QSize:
        height = max(32, self.fontMetrics().height() + 14)
        return QSize(self._value_width() + self._prefix_width() + CHOICE_EDGES, height)

    def minimumSizeHint(self) -> QSize:
        widest = min(self._value_width(), scaled(WIDEST_NAME))
        return QSize(widest + CHOICE_EDGES, self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        self._measure_again()
        super().changeEvent(event)

    def _measure_again(self) -> None:
        self._widest = None

    def _value_width(self) -> int:
        if self._widest is None:
            texts = (self.itemText(index) for index in range(self.count()))
            self._widest = max(map(self.fontMetrics().horizontalAdvance, texts), default=0)
        return self._widest

    def _prefix_width(self) -> int:
        return self.fontMetrics().horizontalAdvance(self._prefix) + 8 if self._prefix else 0

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        hover = bool(option.state & QStyle.StateFlag.State_MouseOver)
        enabled = self.isEnabled()
        focus = self.hasFocus()
        edge = theme.accent if focus else theme.field if enabled else theme.line
        painter.setPen(QPen(QColor(edge), 2 if focus else 1))
        painter.setBrush(QColor(theme.sunken if hover and enabled else theme.card))
        inset = 1 if focus else 0.5
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 6, 6)
        text = self.rect().adjusted(10, 0, -28, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        metrics, value = self.fontMetrics(), self.currentText()
        if metrics.horizontalAdvance(value) + self._prefix_width() <= text.width():
            painter.setPen(QColor(theme.text3))
            painter.drawText(text, middle, self._prefix)
            text.setLeft(text.left() + self._prefix_width())
        painter.setPen(QColor(theme.text if enabled else theme.disabled))
        shown = metrics.elidedText(value, Qt.TextElideMode.ElideRight, text.width())
        painter.drawText(text, middle, shown)
        centre = QPointF(self.width() - 15, self.height() / 2)
        paint_icon_centred(painter, centre, 14, "chevron-down", theme.text3)


class Switch(QAbstractButton):
    """On or off, as a sliding knob."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setFixedSize(32, 18)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        off = theme.text3 if self.isEnabled() else theme.line_strong
        painter.setBrush(QColor(theme.accent if self.isChecked() else off))
        painter.drawRoundedRect(self.rect(), 9, 9)
        painter.setBrush(QColor("#FFFFFF"))
        painter.drawEllipse(QRectF(16 if self.isChecked() else 2, 2, 14, 14))
