"""A field for a list of short texts, each written in its own row."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from journeyeditor.model.change import Label
from journeyeditor.model.edits.records import revise_list, set_fields
from journeyeditor.model.fields import Record
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.ui.chrome.controls import button, line
from journeyeditor.ui.chrome.icons import paint_icon_centred
from journeyeditor.ui.chrome.look import current_theme
from journeyeditor.ui.inspector.fields.field import SEVERAL, Field, Subject, common
from journeyeditor.ui.inspector.fields.text import ENTER, PAUSE, TextBox
from journeyeditor.ui.inspector.rows import Adder

Key = Qt.Key


class TextsField(Field):
    """Enter begins another row, an emptied one goes, Alt and an arrow moves it.

    Of several records it shows what they all hold alike; where they differ, what is added is
    added to each. With `none`, one click says that there is nothing to list.
    """

    def __init__(
        self,
        title: str,
        kind: type[Record],
        name: str,
        step: Label,
        *,
        add: str,
        icon: str = "",
        none: str = "",
    ) -> None:
        super().__init__(title)
        self._kind, self._name, self._step = kind, name, step
        self.about = kind
        self.covers = frozenset({(kind, name)})
        self._icon, self._none = icon, none
        self._ids: tuple[Id, ...] = ()
        self._stored: tuple[str, ...] = ()
        self._differ = False
        self.rows: list[TextRow] = []
        self.adder = Adder(add)
        self.adder.asked.connect(self._add)
        self.adder.stepped.connect(lambda: self._step_from(len(self.rows), -1))
        self.nothing = button(none, look="add-none")
        self.nothing.setAccessibleName(f"{title}: {none}")
        self.nothing.clicked.connect(lambda: self._add(self._none))
        frame = QFrame()
        frame.setObjectName("framed")
        self._lines = QVBoxLayout(frame)
        self._lines.setContentsMargins(1, 1, 1, 1)
        self._lines.setSpacing(0)
        last = QHBoxLayout()
        line([self.adder, self.nothing], last, 0)
        last.setStretch(0, 1)
        self._lines.addLayout(last)
        self.hold(frame)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.flush)

    @property
    def texts(self) -> tuple[str, ...]:
        """What the rows say, but those that are empty."""
        written = (row.box.toPlainText().strip() for row in self.rows)
        return tuple(text for text in written if text)

    def enter(self) -> None:
        (self.rows[0].box if self.rows else self.adder).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def refresh(self, project: Project, subject: Subject) -> None:
        ids = tuple(subject.get(self._kind, ()))
        found = common([getattr(project.get(self._kind, id), self._name) for id in ids])
        self._differ = found is SEVERAL
        texts = () if self._differ or found is None else found
        if ids != self._ids or (texts != self._stored and texts != self.texts):
            self._show(texts)
        self._ids, self._stored = ids, texts
        self.show_several(self._differ)
        self.nothing.setVisible(bool(self._none) and not self.rows)

    def flush(self) -> None:
        self._pause.stop()
        texts, was = self.texts, self._stored
        if texts == was or (self._differ and not texts):
            return
        self._stored = texts
        kind, ids, name, step = self._kind, self._ids, self._name, self._step
        if not self._differ:
            values = {name: texts}
            self.edited.emit(lambda p: set_fields(p, kind, ids, step, merge=True, **values))
            return
        self._show(())  # each keeps its own, so that there is nothing in common to show
        self._stored = ()
        self.edited.emit(lambda p: revise_list(p, kind, ids, name, lambda t: (*t, *texts), step))

    # Rows

    def _show(self, texts: Sequence[str]) -> None:
        while len(self.rows) > len(texts):
            self._drop(self.rows[-1])
        while len(self.rows) < len(texts):
            self._insert(len(self.rows))
        for row, text in zip(self.rows, texts, strict=True):
            row.write(text)
        self._number()

    def _insert(self, index: int) -> "TextRow":
        row = TextRow(self._icon)
        row.box.textChanged.connect(self._pause.start)
        row.box.finished.connect(self._finish)
        row.asked.connect(self._answer)
        self.rows.insert(index, row)
        self._lines.insertWidget(index, row)
        row.show()
        self._number()
        return row

    def _drop(self, row: "TextRow") -> None:
        self.rows.remove(row)
        self._lines.removeWidget(row)
        row.blockSignals(True)
        row.box.blockSignals(True)
        row.hide()
        row.deleteLater()

    def _number(self) -> None:
        for index, row in enumerate(self.rows, 1):
            row.first = index == 1
            row.box.setAccessibleName(f"{self.title.text()} {index}")

    def _add(self, text: str) -> None:
        row = self._insert(len(self.rows))
        row.write(text)
        row.box.moveCursor(QTextCursor.MoveOperation.End)
        row.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.nothing.hide()
        if text:
            self._pause.start()

    def _answer(self, row: "TextRow", asked: str) -> None:
        """Do what was asked from within a row."""
        index = self.rows.index(row)
        if asked == "next":
            self.flush()
            self.left.emit()
            if row.box.toPlainText().strip():
                index = min(index + 1, len(self.rows))
                self._insert(index).box.setFocus(Qt.FocusReason.ShortcutFocusReason)
            else:
                self._step_from(index, 1)
        elif asked == "remove":
            self._step_from(index, -1 if index else 1)  # an emptied row goes when it's left
        elif asked in ("back", "on"):
            self._move(row, -1 if asked == "back" else 1)
        else:
            self._step_from(index, -1 if asked == "up" else 1)

    def _step_from(self, index: int, by: int) -> None:
        place = index + by
        if 0 <= place < len(self.rows):
            self.rows[place].box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif place >= len(self.rows):
            self.adder.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _move(self, row: "TextRow", by: int) -> None:
        index = self.rows.index(row)
        if 0 <= index + by < len(self.rows):
            self.flush()
            self.left.emit()
            self.rows.insert(index + by, self.rows.pop(index))
            self._lines.insertWidget(index + by, row)
            self._number()
            row.box.setFocus()
            self.flush()
            self.left.emit()

    def _finish(self) -> None:
        """A row was left: what is empty goes."""
        self.flush()
        for row in [row for row in self.rows if not row.box.toPlainText().strip()]:
            if not row.box.hasFocus():
                self._drop(row)
        self._number()
        self.nothing.setVisible(bool(self._none) and not self.rows)
        self.left.emit()


class TextRow(QWidget):
    """A row to write in. `asked` tells of keys: next, remove, up, down, back, on."""

    asked = Signal(object, str)

    def __init__(self, icon: str) -> None:
        super().__init__()
        self.first = True
        self._icon = icon
        self.box = TextBox(multiline=False)
        self.box.setObjectName("row-box")
        row = QHBoxLayout(self)
        row.setContentsMargins(27 if icon else 3, 1, 1, 0)
        row.addWidget(self.box)
        self.box.installEventFilter(self)

    def write(self, text: str) -> None:
        """Show a text."""
        if self.box.toPlainText() != text:
            blocked = self.box.blockSignals(True)
            self.box.setPlainText(text)
            self.box.blockSignals(blocked)
            self.box.fit()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        if self.box.isReadOnly():
            return False
        if asked := self._meaning(event):
            self.asked.emit(self, asked)
        return bool(asked)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        if not self.first:
            painter.fillRect(0, 0, self.width(), 1, theme.line)
        if self._icon:
            middle = QPointF(17, 17 if self.height() > 34 else self.height() / 2)
            paint_icon_centred(painter, middle, 14, self._icon, theme.text3)

    def _meaning(self, event: QKeyEvent) -> str:
        """What a key asks for beyond the row; "" where it is for the row itself."""
        key = Key(event.key())
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            return {Key.Key_Up: "back", Key.Key_Down: "on"}.get(key, "")
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return ""
        if key in ENTER:
            return "next"
        if key in (Key.Key_Backspace, Key.Key_Delete):
            return "" if self.box.toPlainText() else "remove"
        cursor = self.box.textCursor()
        before = cursor.position()
        if key not in (Key.Key_Up, Key.Key_Down):
            return ""
        up = key == Key.Key_Up
        cursor.movePosition(QTextCursor.MoveOperation.Up if up else QTextCursor.MoveOperation.Down)
        return "" if cursor.position() != before else "up" if up else "down"
