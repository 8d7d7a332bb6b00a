"""The pages of the print, one at a time."""

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journeyeditor.exporting.proof import Proof
from journeyeditor.translation import tr
from journeyeditor.ui.chrome.controls import label, line, tool_button
from journeyeditor.ui.chrome.look import current_theme
from journeyeditor.ui.exporting.proof import paint_page
from journeyeditor.ui.work import Work

_ROOM = 20
"""Pixels around the page."""
_SETTLED = 120
"""Milliseconds without a change of size after which the page is painted sharp again."""


class Preview(QWidget):
    """Shows a proof and lets somebody leaf through it. It is painted aside."""

    turned = Signal(int)
    """To which page, the first being 0."""

    def __init__(self) -> None:
        super().__init__()
        self.sheet = _Sheet()
        self.back = tool_button("chevron-left", tr("Page before"))
        self.on = tool_button("chevron-right", tr("Next page"))
        self.place = label("", "secondary")
        self.state = label("", "note", wrap=True)
        self.back.clicked.connect(lambda: self.turn(-1))
        self.on.clicked.connect(lambda: self.turn(1))
        self.sheet.turn_asked.connect(self.turn)
        self._settle = QTimer(self, singleShot=True, interval=_SETTLED)
        self.sheet.resized.connect(self._settle.start)
        self._settle.timeout.connect(self._paint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.sheet, 1)
        foot = line([self.state, self.back, self.place, self.on], QHBoxLayout())
        foot.setStretch(0, 1)
        column.addLayout(foot)
        self._proof: Proof | None = None
        self.is_current = False
        self._work: Work | None = None
        self.number = 0
        self._tell()

    def show_proof(self, proof: Proof) -> None:
        """Show another print, the same page of it where it has so many."""
        self._proof, self.is_current = proof, True
        self.number = min(self.number, proof.pages - 1)
        self.state.setText("")
        self._tell()
        self._paint()

    def show_nothing(self) -> None:
        """There is no print of what is chosen."""
        self._proof, self.number = None, 0
        self.state.setText("")
        self.sheet.show_image(QImage())
        self._tell()

    def wait_for_another(self) -> None:
        """Tell that the print is being made anew; what was shown stays."""
        self.is_current = False
        self.state.setText(tr("Updating the preview…"))

    def turn(self, by: int) -> None:
        """Leaf on or back."""
        count = self._proof.pages if self._proof else 0
        number = max(0, min(count - 1, self.number + by))
        if number != self.number:
            self.number = number
            self._tell()
            self._paint()
            self.turned.emit(number)

    def _tell(self) -> None:
        count = self._proof.pages if self._proof else 0
        words = tr("Page {number} of {count}", number=self.number + 1, count=count) if count else ""
        self.place.setText(words)
        self.sheet.setAccessibleName(words or tr("Preview"))
        self.back.setEnabled(self.number > 0)
        self.on.setEnabled(self.number + 1 < count)

    def _paint(self) -> None:
        """Paint the page aside; a page asked for meanwhile comes after."""
        if self._proof is None or self._work is not None:
            return
        proof, number = self._proof, self.number
        ratio = self.devicePixelRatioF()
        size = (self.sheet.size() - QSize(2 * _ROOM, 2 * _ROOM)) * ratio
        wide, high = max(32, size.width()), max(32, size.height())
        work = Work(lambda *_: paint_page(proof.content, number, wide, high), self)
        self._work = work

        def show(image: QImage) -> None:
            self._work = None
            if self._proof:
                image.setDevicePixelRatio(ratio)
                self.sheet.show_image(image)
            if (self._proof, self.number) != (proof, number):
                self._paint()

        work.done.connect(show)
        work.start()

    def wait(self) -> None:
        """Return when no page is being painted."""
        if self._work:
            self._work.wait()


class _Sheet(QWidget):
    """The page on its ground."""

    turn_asked = Signal(int)
    resized = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self.setMinimumSize(320, 320)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_image(self, image: QImage) -> None:
        self._image = image
        self.update()

    @property
    def image(self) -> QImage:
        """What is shown; null before the first page."""
        return self._image

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.window))
        if not self._image.isNull():
            size = self._image.deviceIndependentSize().toSize()
            place = QPoint((self.width() - size.width()) // 2, (self.height() - size.height()) // 2)
            painter.setPen(QColor(theme.line_strong))
            painter.drawRect(place.x() - 1, place.y() - 1, size.width() + 1, size.height() + 1)
            painter.drawImage(place, self._image)
        if self.hasFocus():
            painter.setPen(QColor(theme.accent))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        steps = {
            Qt.Key.Key_PageDown: 1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_PageUp: -1,
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Home: -1_000_000,
            Qt.Key.Key_End: 1_000_000,
        }
        if key in steps:
            self.turn_asked.emit(steps[key])
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.angleDelta().y():
            self.turn_asked.emit(-1 if event.angleDelta().y() > 0 else 1)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self.resized.emit()
