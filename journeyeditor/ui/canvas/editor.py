"""A few words typed right on the map."""

from enum import Enum

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QKeyEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from journeyeditor.drawing.theme import Theme
from journeyeditor.ui.chrome.look import FAMILY

SMALLEST = 12.0
"""Pixels that type is high at least while it is edited."""
LONGEST = 500
"""Characters that a name may have."""
LONGEST_TEXT = 5_000
"""Characters that are pasted at most into a text of several lines."""


class Ending(Enum):
    """How somebody finished typing."""

    ENTER = "enter"
    NEXT = "next"
    PREVIOUS = "previous"
    LEFT = "left"


class InPlaceEditor(QTextEdit):
    """Plain text that wraps. `finished` comes once.

    `home` gets the focus back; `margin` pixels around the text belong to the editor. Only with
    `lines` may there be line breaks, by Shift+Enter, and much text.
    """

    finished = Signal(str, object)
    """The text without surplus blanks, and the Ending."""
    cancelled = Signal()
    stepped = Signal(int)
    """Down (1) or up (-1) was pressed, which a list below may want."""

    def __init__(
        self,
        parent: QWidget,
        home: QWidget,
        text: str,
        name: str,
        margin: int = 0,
        *,
        lines: bool = False,
    ) -> None:
        super().__init__(parent)
        self._home, self._lines = home, lines
        self._done = False
        self._leading = 0.0
        self._dress: tuple[str, float, float] | None = None
        self.setAccessibleName(name)
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setTabChangesFocus(False)
        self.document().setDocumentMargin(margin)
        self.setPlainText(text)
        self.selectAll()

    def dress(self, theme: Theme, fill: str, size: float, leading: float) -> None:
        """Type of that size and leading, in pixels, on a ground of that colour."""
        if (fill, size, leading) == self._dress:
            return
        self._dress = fill, size, leading
        enlarged = max(1.0, SMALLEST / size)
        face = QFont(FAMILY)
        face.setPointSizeF(size * enlarged * 72 / self.logicalDpiY())
        face.setWeight(QFont.Weight.Normal if self._lines else QFont.Weight.DemiBold)
        face.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        self.setFont(face)
        self._leading = leading * enlarged
        self.setStyleSheet(
            f"background: {fill}; color: {theme.text}; border: none; padding: 0;"
            f"selection-background-color: {theme.accent}; selection-color: {theme.on_accent};"
        )
        form = QTextBlockFormat()
        form.setLineHeight(self._leading, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        blocked = self.blockSignals(True)
        cursor.setBlockFormat(form)
        self.blockSignals(blocked)

    @property
    def text(self) -> str:
        """What was typed, without surplus blanks."""
        return self._cleaned(self.toPlainText())

    def _cleaned(self, text: str) -> str:
        lines = (" ".join(line.split()) for line in text.splitlines())
        return "\n".join(lines).strip("\n") if self._lines else " ".join(text.split())

    @property
    def needed_height(self) -> float:
        """Pixels that the text needs at the present width, with its margins."""
        self.document().setTextWidth(self.width())
        return max(self._leading, self.document().size().height())

    def dismiss(self) -> None:
        """Go away without a word."""
        self._done = True
        if self.hasFocus():
            self._home.setFocus()
        self.hide()
        self.deleteLater()

    def insertFromMimeData(self, source: QMimeData) -> None:
        longest = LONGEST_TEXT if self._lines else LONGEST
        self.insertPlainText(self._cleaned(source.text())[:longest])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._lines and event.modifiers() & _SHIFT:
                self.insertPlainText("\n")
                return
            self.finish(Ending.ENTER)
        elif key == Qt.Key.Key_Tab:
            self.finish(Ending.NEXT)
        elif key == Qt.Key.Key_Backtab:
            self.finish(Ending.PREVIOUS)
        elif key == Qt.Key.Key_Escape:
            self._done = True
            self.cancelled.emit()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and not event.modifiers() & _SHIFT:
            self.stepped.emit(1 if key == Qt.Key.Key_Down else -1)
            super().keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, _forward: bool) -> bool:
        return False  # Tab is ours

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:  # its own menu
            self.finish(Ending.LEFT)

    def finish(self, ending: Ending = Ending.LEFT) -> None:
        """Report what was typed, unless that has been done."""
        if not self._done:
            self._done = True
            self.finished.emit(self.text, ending)


_SHIFT = Qt.KeyboardModifier.ShiftModifier
