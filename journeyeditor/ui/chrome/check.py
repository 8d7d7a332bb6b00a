"""A box to tick, in the program's own look."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from journeyeditor.ui.chrome.icons import paint_icon_centred
from journeyeditor.ui.chrome.look import current_theme, scaled

_SIDE, _GAP, _ROOM = 16, 8, 3


class Check(QCheckBox):
    """Something that is so or not, with its words beside the box."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        metrics, side = self.fontMetrics(), scaled(_SIDE)
        wide = side + _GAP + metrics.horizontalAdvance(self.text())
        return QSize(wide, max(side, metrics.height()) + 2 * _ROOM)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, place: QPoint) -> bool:
        return self.rect().contains(place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, side = current_theme(), scaled(_SIDE)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(0.5, (self.height() - side) / 2 + 0.5, side - 1, side - 1)
        on, free = self.isChecked(), self.isEnabled()
        fill = theme.accent if on and free else theme.sunken if not free else theme.card
        painter.setPen(QPen(QColor(fill if on and free else theme.field if free else theme.line)))
        painter.setBrush(QColor(fill))
        painter.drawRoundedRect(box, 4, 4)
        if on:
            mark = theme.on_accent if free else theme.disabled
            paint_icon_centred(painter, QPointF(box.center()), side * 0.8, "check", mark)
        painter.setPen(QColor(theme.text if free else theme.disabled))
        words = self.rect().adjusted(side + _GAP, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
