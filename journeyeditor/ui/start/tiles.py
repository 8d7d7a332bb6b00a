"""Tiles of the start page: a picture, a name and a line below, acting as one button."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget

from journeyeditor.ui.chrome.icons import paint_icon
from journeyeditor.ui.chrome.look import current_theme, font
from journeyeditor.ui.start.previews import Preview

PICTURE = 136
NARROWEST = 212
GAP = 20
_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class Tile(QAbstractButton):
    """One thing to begin with."""

    def __init__(self, name: str, note: str, preview: Preview, icon: str = "") -> None:
        super().__init__()
        self.setText(name)
        self.setAccessibleName(name)
        self.setAccessibleDescription(note)
        self.setToolTip(name)
        self._note = note
        self._preview = preview
        self._icon = icon
        self.faded = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        lines = self._line_heights()
        return QSize(240, PICTURE + sum(lines) + 26)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in _ARROWS:
            event.ignore()  # the grid's
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        outline = QPainterPath()
        outline.addRoundedRect(frame, 10, 10)
        painter.fillPath(outline, QColor(theme.chrome))
        picture = QRectF(frame.left(), frame.top(), frame.width(), PICTURE)
        painter.save()
        painter.setClipPath(outline)
        painter.fillRect(picture, QColor(theme.sunken))
        painter.fillRect(QRectF(frame.left(), PICTURE, frame.width(), 1), QColor(theme.line))
        self._preview(painter, picture, theme)
        painter.restore()
        self._paint_words(painter)
        active = self.underMouse() or self.hasFocus()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.accent if active else theme.line), 2 if active else 1))
        painter.drawRoundedRect(frame, 10, 10)

    def _line_heights(self) -> tuple[int, int]:
        metrics = self.fontMetrics()
        return max(18, metrics.height()), max(16, metrics.height())

    def _paint_words(self, painter: QPainter) -> None:
        theme = current_theme()
        first, second = self._line_heights()
        left = 14
        top = PICTURE + 12
        if self._icon:
            paint_icon(
                painter, QRectF(left, top + (first - 16) / 2, 16, 16), self._icon, theme.text2
            )
        indent = left + (24 if self._icon else 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        for text, size, weight, colour, x, y, height in (
            (self.text(), 13, 600, theme.text3 if self.faded else theme.text, indent, top, first),
            (self._note, 12, 400, theme.text2, left, top + first + 2, second),
        ):
            painter.setFont(font(size, weight))
            painter.setPen(QColor(colour))
            width = self.width() - x - left
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)
            painter.drawText(QRectF(x, y, width, height), middle, shown)


class TileGrid(QWidget):
    """Tiles in as many columns as there is room for; arrow keys walk them."""

    def __init__(self, tiles: Sequence[Tile], *, rows: int = 0) -> None:
        """`rows` limits how many rows are shown, 0 shows all."""
        super().__init__()
        self.tiles = list(tiles)
        self._rows = rows
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.setMinimumWidth(NARROWEST)
        self._grid.setSpacing(GAP)

    def show_all(self) -> None:
        """Lift the limit on rows."""
        self._rows = 0
        self._arrange(self._columns)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        columns = max(1, min(6, (self.width() + GAP) // (NARROWEST + GAP)))
        if columns != self._columns:
            self._arrange(columns)
        for tile in self.tiles:
            tile.setFixedWidth((self.width() - GAP * (columns - 1)) // columns)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -self._columns,
            Qt.Key.Key_Down: self._columns,
        }
        step = steps.get(Qt.Key(event.key()))
        here = next((i for i, tile in enumerate(self.tiles) if tile.hasFocus()), None)
        if step is None or here is None or not 0 <= here + step < len(self.tiles):
            super().keyPressEvent(event)
            return
        self.tiles[here + step].setFocus(Qt.FocusReason.TabFocusReason)

    def _arrange(self, columns: int) -> None:
        self._grid.setColumnStretch(self._columns, 0)
        self._grid.setColumnStretch(columns, 1)
        self._columns = columns
        for index, tile in enumerate(self.tiles):
            self._grid.addWidget(tile, index // columns, index % columns)
            tile.setVisible(not self._rows or index < self._rows * columns)
