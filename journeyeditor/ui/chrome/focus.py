"""The ring around the control that has the keyboard's focus."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QFocusFrame,
    QLineEdit,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QWidget,
)

from journeyeditor.ui.chrome.look import current_theme

RING = 2
GAP = 2


class _Above(QProxyStyle):
    """Lets the ring lie above all that is in a window, so that no neighbour cuts it off."""

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returned: QStyleHintReturn | None = None,
    ) -> int:
        if hint is QStyle.StyleHint.SH_FocusFrame_AboveWidget:
            return 1
        return super().styleHint(hint, option, widget, returned)


class FocusRing(QFocusFrame):
    """Follows the focus while somebody moves it with the keyboard; the mouse needs no ring.

    What has text to type in, or `shows_focus`, has an edge of its own for that.
    """

    def __init__(self) -> None:
        super().__init__(None)
        self._above = _Above()
        self.setStyle(self._above)

    def follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Slot of `QApplication.focusChanged`."""
        by_keyboard = new is not None and new.window().testAttribute(
            Qt.WidgetAttribute.WA_KeyboardFocusChange
        )
        own = isinstance(new, QAbstractScrollArea | QLineEdit) or hasattr(new, "shows_focus")
        shown = new if by_keyboard and not own else None
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


def show_focus() -> None:
    """Let what has the focus show it, as if a key had led there."""
    if widget := QApplication.focusWidget():
        widget.clearFocus()
        widget.setFocus(Qt.FocusReason.ShortcutFocusReason)


def install_focus_ring(app: QApplication) -> FocusRing:
    """One ring for the whole program."""
    ring = FocusRing()
    app.focusChanged.connect(ring.follow)
    return ring
