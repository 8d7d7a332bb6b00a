"""Controls behind their names, and a column of them that tells where it goes on."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QWidget,
)

from journeyeditor.ui.chrome.controls import label
from journeyeditor.ui.chrome.focus import GAP, RING
from journeyeditor.ui.chrome.icons import paint_icon_centred
from journeyeditor.ui.chrome.look import current_theme

BAR = 10
"""Pixels that the scroll bar takes, seen or not."""
EDGE = RING + GAP
"""Pixels around what scrolls, so that the ring of the focus is whole."""
_FADE = 36
_SIGN = 16


class Rows(QGridLayout):
    """Names and controls in two columns; what cannot be chosen now has no row."""

    def __init__(self) -> None:
        super().__init__()
        self.setVerticalSpacing(10)
        self.setHorizontalSpacing(16)
        self.setColumnStretch(1, 1)
        self._names: dict[QWidget, QLabel] = {}

    def add(self, name: str, control: QWidget, named: QWidget | None = None) -> None:
        """A row below the others; `named` is what has the name, where it's a part of `control`."""
        row = self.rowCount()
        control.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._names[control] = label(name, "label")
        self._names[control].setBuddy(named or control)  # screen readers say it before the value
        self.addWidget(self._names[control], row, 0)
        self.addWidget(control, row, 1)

    def add_wide(self, control: QWidget) -> None:
        """A row without a name."""
        self.addWidget(control, self.rowCount(), 0, 1, 2)

    def add_note(self) -> QLabel:
        """Words below the last row, for what has to be known about it."""
        note = label("", "note", wrap=True)
        note.hide()
        self.addWidget(note, self.rowCount(), 1)
        return note

    def show_row(self, control: QWidget, shown: bool) -> None:
        """Whether there is a row for this control."""
        control.setVisible(shown)
        self._names[control].setVisible(shown)

    @property
    def widest_name(self) -> int:
        """In pixels."""
        return max(name.sizeHint().width() for name in self._names.values())


class Column(QScrollArea):
    """A widget that may be higher than its place; its edges fade where there is more of it."""

    def __init__(self, content: QWidget, width: int) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedWidth(width + 2 * EDGE + BAR)
        self._content = content
        self.setWidget(content)
        for part in (self.viewport(), content):
            part.setAutoFillBackground(False)
        self._edges = _Edges(self)
        self.viewport().installEventFilter(self)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._show_focus)
        bar = self.verticalScrollBar()
        bar.valueChanged.connect(self._edges.update)
        bar.rangeChanged.connect(self._edges.update)
        bar.rangeChanged.connect(lambda least, most: bar.setEnabled(most > least))

    def _show_focus(self, _before: QWidget | None, focused: QWidget | None) -> None:
        """Scroll until what has the focus is whole and clear of the fading edges.

        What was pressed stays below the mouse.
        """
        pressed = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        if focused is None or pressed or not self._content.isAncestorOf(focused):
            return
        bar, top = self.verticalScrollBar(), focused.mapTo(self._content, QPoint()).y()
        lowest = top + focused.height() + EDGE + _FADE - self.viewport().height()
        bar.setValue(min(max(bar.value(), lowest), top - EDGE - _FADE // 2))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.viewport() and event.type() is QEvent.Type.Resize:
            self._edges.setGeometry(self.viewport().geometry())
            self._edges.raise_()
        return super().eventFilter(watched, event)


class _Edges(QWidget):
    """Lies over the column and paints how it goes on above and below."""

    def __init__(self, column: QScrollArea) -> None:
        super().__init__(column)
        self._bar = column.verticalScrollBar()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._bar.value() > self._bar.minimum():
            self._fade(painter, 0, _FADE / 2)
        if self._bar.value() < self._bar.maximum():
            self._fade(painter, self.height(), self.height() - _FADE)
            foot = QRectF(0, self.height() - _SIGN, self.width(), _SIGN).center()
            paint_icon_centred(painter, foot, _SIGN, "chevron-down", current_theme().text2)

    def _fade(self, painter: QPainter, edge: float, end: float) -> None:
        ground = QColor(current_theme().chrome)
        clear = QColor(ground)
        clear.setAlpha(0)
        fade = QLinearGradient(0, edge, 0, end)
        fade.setColorAt(0, ground)
        fade.setColorAt(0.4, ground)
        fade.setColorAt(1, clear)
        painter.fillRect(QRectF(0, min(edge, end), self.width(), abs(edge - end)), fade)
