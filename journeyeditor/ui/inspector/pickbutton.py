"""A button that looks like a field and opens a list to choose from."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from journeyeditor.drawing.theme import Theme
from journeyeditor.model.choices import ChannelFamily
from journeyeditor.ui.chrome.icons import paint_icon_centred
from journeyeditor.ui.chrome.look import current_theme, scaled
from journeyeditor.ui.inspector.marks import Mark, paint_mark
from journeyeditor.ui.inspector.picker import Offer
from journeyeditor.ui.inspector.pieces import Piece, Placed, flow

OPENING = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F4)
CLEARING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
LOWEST, EDGE, CHEVRON = 32, 10, 30


class PickButton(QAbstractButton):
    """`asked` carries what was typed on it to begin with; `cleared` tells of the Delete key."""

    asked = Signal(str)
    cleared = Signal()
    shows_focus = True

    def __init__(self) -> None:
        super().__init__()
        self._offer: Offer | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(lambda: self.asked.emit(""))

    def show_offer(self, offer: Offer | None, empty: str) -> None:
        """Show what is chosen as it reads in the list, or the words that stand for nothing."""
        self._offer = offer
        text, note = (offer.text, offer.note) if offer else (empty, "")
        self.setText(text)
        self.setAccessibleDescription(f"{text}, {note}" if note else text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(160, self.heightForWidth(max(160, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, LOWEST)

    def heightForWidth(self, width: int) -> int:
        return max(LOWEST, round(self._pieces(width)[-1].place.bottom()) + 7)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in OPENING:
            self.asked.emit("")
        elif event.key() in CLEARING:
            self.cleared.emit()
        elif event.text().strip() and event.text().isprintable():
            self.asked.emit(event.text())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focus = self.hasFocus()
        painter.setPen(QPen(QColor(theme.accent if focus else theme.field), 2 if focus else 1))
        painter.setBrush(
            QColor(theme.sunken if self.underMouse() and self.isEnabled() else theme.card)
        )
        inset = 1 if focus else 0.5
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 6, 6)
        words = self._pieces(self.width())
        self._paint_mark(painter, theme, words[0].line)
        for piece in words:
            piece.paint(painter, theme)
        if not self.isEnabled():
            return
        chevron = QPointF(self.width() - 16, words[0].line)
        paint_icon_centred(painter, chevron, 14, "chevron-down", theme.text3)

    def _pieces(self, width: int) -> list[Placed]:
        """The words, where they go at this width."""
        pieces = [Piece(self.text(), colour="text" if self._offer else "text3")]
        if self._offer and self._offer.note:
            pieces.append(Piece(self._offer.note, colour="text3"))
        mark = self._mark
        left = EDGE + self._bar + (0 if not mark else scaled(28 if mark.initials else 23))
        words = flow(pieces, left, 7, max(40, width - left - CHEVRON))
        beside = words[-1].place.y() == words[0].place.y()
        low = words[-1].place.bottom() < LOWEST
        return [word.centred(0, LOWEST) for word in words] if beside and low else words

    @property
    def _mark(self) -> Mark | None:
        return self._offer.mark if self._offer else None

    @property
    def _bar(self) -> int:
        """The room of the bar before the icon of a channel, in the colour of its family."""
        return 11 if self._mark and isinstance(self._mark.colour, ChannelFamily) else 0

    def _paint_mark(self, painter: QPainter, theme: Theme, line: float) -> None:
        if not self._mark:
            return
        if self._bar:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._mark.ink(theme)))
            painter.drawRoundedRect(QRectF(EDGE, line - 8, 3, 16), 1.5, 1.5)
        paint_mark(painter, QPoint(EDGE + self._bar, round(line)), self._mark, theme, 20)
