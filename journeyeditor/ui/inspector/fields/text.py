"""Fields for text: they grow with what is written, and ask for an edit when typing pauses."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

from journeyeditor.model.change import Change, Label
from journeyeditor.model.edits.records import set_fields
from journeyeditor.model.fields import Record
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.translation import tr
from journeyeditor.ui.inspector.fields.field import SEVERAL, Field, Subject, common

PAUSE = 500
"""Milliseconds without a key after which typing is safe."""
TALLEST = 320
ELSEWHERE = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
"""Reasons for which the focus goes but comes back."""
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TextBox(QPlainTextEdit):
    """A box as high as its text. Enter ends the input unless `multiline`."""

    finished = Signal()

    def __init__(self, *, multiline: bool) -> None:
        super().__init__()
        self._multiline = multiline
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self.fit)

    def sizeHint(self) -> QSize:
        lines = sum(max(1, self._lines(i)) for i in range(self.document().blockCount()))
        height = lines * self.fontMetrics().lineSpacing() + 16
        return QSize(120, max(32, height))

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and self._leaves_to_window(event):
            event.ignore()
            return False
        if event.type() is QEvent.Type.ShortcutOverride and self._reads(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in ENTER
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if enter and plain and not self._multiline:
            self.finished.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.finished.emit()
            event.ignore()  # who holds the box may have a use for it
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.finished.emit()
        if event.reason() not in ELSEWHERE:
            cursor = self.textCursor()
            cursor.clearSelection()
            self.setTextCursor(cursor)

    def insertFromMimeData(self, source: QMimeData) -> None:
        text = source.text() if self._multiline else " ".join(source.text().split())
        self.insertPlainText(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def _leaves_to_window(self, event: QEvent) -> bool:
        """Undo and redo are the window's as soon as the box has nothing of its own to undo."""
        if not isinstance(event, QKeyEvent):
            return False
        if event.matches(QKeySequence.StandardKey.Undo):
            return not self.document().isUndoAvailable()
        if event.matches(QKeySequence.StandardKey.Redo):
            return not self.document().isRedoAvailable()
        return False

    def _reads(self, event: QEvent) -> bool:
        """A text that can't be edited is copied by its own keys all the same, and not the cards."""
        if not isinstance(event, QKeyEvent) or not self.isReadOnly():
            return False
        keys = QKeySequence.StandardKey
        return event.matches(keys.Copy) or event.matches(keys.SelectAll)

    def _lines(self, block: int) -> int:
        layout = self.document().findBlockByNumber(block).layout()
        return layout.lineCount()

    def fit(self) -> None:
        """Be as high as the text."""
        height = self.sizeHint().height()
        scrolls = height > TALLEST
        self.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAsNeeded
            if scrolls
            else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        if self.height() != min(height, TALLEST):
            self.setFixedHeight(min(height, TALLEST))


class TextField(Field):
    """A text field of some records of one kind."""

    def __init__(
        self,
        title: str,
        kind: type[Record],
        name: str,
        step: Label,
        *,
        multiline: bool = True,
        required: bool = False,
        hint: str = "",
    ) -> None:
        super().__init__(title)
        self._kind, self._name, self._step = kind, name, step
        self.about = kind
        self.covers = frozenset({(kind, name)})
        self.required = required
        self._hint = hint
        self._ids: tuple[Id, ...] = ()
        self._shown = ""
        self.box = TextBox(multiline=multiline)
        self.box.setPlaceholderText(hint)
        self.hold(self.box)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.flush)
        self.box.textChanged.connect(self._pause.start)
        self.box.finished.connect(self._finish)

    def refresh(self, project: Project, subject: Subject) -> None:
        ids = tuple(subject.get(self._kind, ()))
        if ids != self._ids:
            self._ids, self._shown = ids, ""
            if self.required:  # several things keep their own names
                self.setVisible(len(ids) == 1)
            self._write("")  # the undo history of the box is not the new subject's
        value = common([self.read(project, id) for id in self._ids])
        self.box.setPlaceholderText(tr("Several") if value is SEVERAL else self._hint)
        self._show("" if value is SEVERAL or value is None else value)

    def flush(self) -> None:
        self._pause.stop()
        text = self.box.toPlainText()
        if text == self._shown or (self.required and not text.strip()):
            return
        self._shown = text
        ids = self._ids
        self.edited.emit(lambda project: self.write(project, ids, text))

    def read(self, project: Project, id: Id) -> str:
        """What a record says here."""
        return str(getattr(project.get(self._kind, id), self._name))

    def write(self, project: Project, ids: Sequence[Id], text: str) -> Change | None:
        """The step by which records say something else; while somebody types, steps merge."""
        values = {self._name: text}
        return set_fields(project, self._kind, ids, self._step, merge=True, **values)

    def _finish(self) -> None:
        self.flush()
        if self.required and not self.box.toPlainText().strip():
            self._write(self._shown)
        self.left.emit()

    def _show(self, text: str) -> None:
        """Show a new value, unless the box says it already or somebody is typing another."""
        if text != self._shown:
            self._shown = text
            if self.box.toPlainText() != text:
                self._pause.stop()
                self._write(text)

    def _write(self, text: str) -> None:
        blocked = self.box.blockSignals(True)
        self.box.setPlainText(text)
        self.box.blockSignals(blocked)
        self.box.fit()


def name_field(title: str, kind: type[Record]) -> TextField:
    """The name of a record; it can't be emptied."""
    return TextField(title, kind, "name", Label("Rename"), multiline=False, required=True)
