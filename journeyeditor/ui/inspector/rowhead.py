"""A row of the inspector's lists: a button with a mark, words that wrap, and boxes to tick."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from journeyeditor.drawing.theme import Theme
from journeyeditor.ui.chrome.icons import paint_icon_centred
from journeyeditor.ui.chrome.look import current_theme, scaled
from journeyeditor.ui.inspector.marks import paint_mark
from journeyeditor.ui.inspector.rowface import DOTS, EDGE, GRIP, Face, Manner, Row, arrange, spoken
from journeyeditor.ui.inspector.tick import Tick

ERASING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class RowHead(QAbstractButton):
    """A row. It's opened by a click or Enter; the list that holds it does what else it asks for.

    `stepped` asks for the row above (-1) or below (1), `shifted` to go there itself; `dragged`
    tells where the pointer is that holds its handle (global y), `dropped` whether it let go there.
    `ticked` tells in which column.
    """

    menu_asked = Signal(QPoint)
    remove_asked = Signal()
    stepped = Signal(int)
    shifted = Signal(int)
    dragged = Signal(int)
    dropped = Signal(bool)
    ticked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.row, self._manner, self._first = Row(None, ""), Manner(), True
        self._ticks: list[Tick] = []
        self._dragging = False
        self._face, self._face_width = Face((), 0), -1
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def ticks(self) -> Sequence[Tick]:
        """The boxes of its cells."""
        return self._ticks

    def show_row(self, row: Row, manner: Manner, *, first: bool) -> None:
        """Show an entry."""
        if (row, manner, first) == (self.row, self._manner, self._first):
            return
        self.row, self._manner, self._first = row, manner, first
        self._face_width = -1
        self.setText(row.text)
        self.setAccessibleName(spoken(row, manner.columns))
        self._show_ticks()
        self.updateGeometry()
        self.update()

    def lock(self) -> None:
        """Only be opened to be read."""
        self.show_row(self.row, replace(self._manner, dots=False, grip=False), first=self._first)

    def sizeHint(self) -> QSize:
        return QSize(160, self.heightForWidth(max(160, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 31)

    def heightForWidth(self, width: int) -> int:
        return self._arranged(width).height

    def _arranged(self, width: int) -> Face:
        if width != self._face_width:
            below = self._ticks[0].sizeHint().height() if self._stacked else 0
            self._face, self._face_width = arrange(self.row, self._manner, width, below), width
        return self._face

    # Boxes to tick

    @property
    def _stacked(self) -> bool:
        return bool(self._ticks) and not self._manner.widths

    def _show_ticks(self) -> None:
        cells = [(i, cell) for i, cell in enumerate(self.row.cells) if isinstance(cell, bool)]
        while len(self._ticks) < len(cells):
            column = cells[len(self._ticks)][0]
            tick = Tick(self)
            tick.clicked.connect(lambda _=False, column=column: self.ticked.emit(column))
            self._ticks.append(tick)
        for tick, (index, cell) in zip(self._ticks, cells, strict=True):
            title = self._manner.columns[index].title
            tick.show_value(cell, title if self._stacked else "")
            tick.setAccessibleName(f"{self.row.text}: {title}")
        self._place_ticks()

    def _place_ticks(self) -> None:
        left = self._manner.left(self.row) if self._stacked else self.width() - self._manner.right
        for index, tick in enumerate(self._ticks):
            size = tick.sizeHint()
            width = size.width() if self._stacked else self._manner.widths[index]
            top = self.height() - size.height() - 4 if self._stacked else 0
            height = size.height() if self._stacked else self.height()
            tick.setGeometry(left, top, width, height)
            left += width + (12 if self._stacked else 0)
            tick.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_ticks()

    # What happens to it

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            shifts = event.key() in STEPS and event.modifiers() & Qt.KeyboardModifier.AltModifier
            if event.key() in ERASING or event.key() in OPENING or shifts:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if self._dragging and key == Qt.Key.Key_Escape:
            self._let_go(there=False)
        elif key in ERASING:
            self.remove_asked.emit()
        elif key in OPENING:
            self.click()
        elif key in STEPS:
            alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
            (self.shifted if alt else self.stepped).emit(STEPS[key])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().x()
        left = event.button() is Qt.MouseButton.LeftButton
        self._dragging = left and self._manner.grip and at < EDGE + scaled(GRIP)
        if not self._dragging and not (left and self._on_dots(at)):
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        grip = self._manner.grip and event.position().x() < EDGE + scaled(GRIP)
        shape = Qt.CursorShape.SizeVerCursor if grip else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)
        if self._dragging:
            self.dragged.emit(event.globalPosition().toPoint().y())
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._dragging:
            self._let_go(there=True)
        elif self._on_dots(event.position().x()) and not self.isDown():
            self._ask_menu()
        else:
            super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            self.menu_asked.emit(event.globalPos())
        else:
            self._ask_menu()

    def _let_go(self, *, there: bool) -> None:
        self._dragging = False
        self.dropped.emit(there)

    def _on_dots(self, x: float) -> bool:
        return self._manner.dots and x > self.width() - scaled(DOTS)

    def _ask_menu(self) -> None:
        self.menu_asked.emit(self.mapToGlobal(QPoint(self.width() - scaled(DOTS), scaled(30))))

    # How it looks

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focus = self.hasFocus()
        if focus or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent_soft if focus else theme.sunken))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 5, 5)
        if not self._first and not self._manner.apart:
            painter.fillRect(QRect(0, 0, self.width(), 1), QColor(theme.line))
        face = self._arranged(self.width())
        self._paint_marks(painter, face, theme)
        for words in face.words:
            words.paint(painter, theme)

    def _paint_marks(self, painter: QPainter, face: Face, theme: Theme) -> None:
        """The handle, the mark and the dots."""
        line = face.words[0].line
        left = EDGE + (2 if self._manner.card else 0)
        if self._manner.grip:
            handle = QPointF(left + scaled(8), line)
            paint_icon_centred(painter, handle, scaled(14), "grip-vertical", theme.text3)
            left += scaled(GRIP)
        if mark := self.row.mark:
            middle = self.height() / 2 if mark.initials else line
            paint_mark(painter, QPoint(left, round(middle)), mark, theme, 26)
        if self._manner.dots:
            middle = line if self._manner.card else self.height() / 2
            dots = QPointF(self.width() - scaled(DOTS) / 2, middle)
            paint_icon_centred(painter, dots, scaled(16), "ellipsis", theme.text3)
