"""The ring around the control that has the keyboard's focus."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFocusFrame, QWidget

from journeyeditor.ui.chrome.look import current_theme

RING = 2
GAP = 2


class FocusRing(QFocusFrame):
    """Follows the focus while somebody moves it with the keyboard; the mouse needs no ring."""

    def follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Slot of `QApplication.focusChanged`."""
        by_keyboard = new is not None and new.window().testAttribute(
            Qt.WidgetAttribute.WA_KeyboardFocusChange
        )
        shown = new if by_keyboard and not isinstance(new, QAbstractScrollArea) else None
        self.setWidget(shown)  # type: ignore[arg-type]
        if shown is None:
            self.setParent(None)  # so that it doesn't go with the window that it was shown in

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(current_theme().text), RING))
        inset = RING / 2
        ring = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(ring, 8, 8)


def install_focus_ring(app: QApplication) -> FocusRing:
    """One ring for the whole program."""
    ring = FocusRing(None)
    app.focusChanged.connect(ring.follow)
    return ring
