"""The field for what the staff has to be taught for a touchpoint: a state, and words."""

from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QMenu, QSizePolicy, QWidget

from journeyeditor.model.change import Label
from journeyeditor.model.choices import TrainingState
from journeyeditor.model.edits.records import set_fields
from journeyeditor.model.project import Project
from journeyeditor.model.records import Touchpoint
from journeyeditor.translation import N_, tr
from journeyeditor.ui.chrome.icons import paint_icon_centred
from journeyeditor.ui.chrome.look import current_theme
from journeyeditor.ui.inspector.fields.field import SEVERAL, Subject, common
from journeyeditor.ui.inspector.fields.text import ENTER, TextField
from journeyeditor.ui.inspector.pieces import Piece

STATES = {
    TrainingState.NONE: (N_("No training"), "badge"),
    TrainingState.PENDING: (N_("Pending"), "warn"),
    TrainingState.DONE: (N_("Completed"), "ok"),
}
"""The words for each state, and the tone of their tag."""


class TrainingField(TextField):
    """The state's tag and the text in one frame."""

    def __init__(self) -> None:
        step, hint = Label("Edit staff training"), tr("What the staff has to know")
        super().__init__(tr("Staff training"), Touchpoint, "training", step, hint=hint)
        self.covers |= {(Touchpoint, "training_state")}
        self.state = StateButton()
        self.state.setAccessibleName(tr("State of the staff training"))
        self.box.setObjectName("inline")
        self.column.removeWidget(self.box)
        self.column.addWidget(_Frame(self.state, self.box))
        self.state.chosen.connect(self._set_state)

    def refresh(self, project: Project, subject: Subject) -> None:
        super().refresh(project, subject)
        ids = subject.get(Touchpoint, ())
        self.state.show_state(common([project.get(Touchpoint, id).training_state for id in ids]))

    def _set_state(self, state: TrainingState | None) -> None:
        ids, step = self._ids, Label("Set state of staff training")
        self.flush()
        self.left.emit()
        self.edited.emit(lambda p: set_fields(p, Touchpoint, ids, step, training_state=state))
        self.left.emit()


class StateButton(QAbstractButton):
    """A tag that opens a menu of the states."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._state: Any = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._open)
        self.show_state(None)

    def show_state(self, state: Any) -> None:
        """Show a state, None or SEVERAL."""
        self._state = state
        words = (
            tr("Several") if state is SEVERAL else tr(STATES[state][0]) if state else tr("State")
        )
        self.setText(words)
        self.setAccessibleDescription(words if state else tr("Not known"))
        self.updateGeometry()
        self.update()

    def menu(self) -> QMenu:
        """The states to choose from, and none."""
        menu = QMenu(self)
        entries: list[tuple[str, TrainingState | None]] = [
            (tr(words), state) for state, (words, _) in STATES.items()
        ]
        for words, state in (*entries, (tr("Not known"), None)):
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(state == self._state)
            action.triggered.connect(lambda _=False, state=state: self.chosen.emit(state))
        return menu

    def sizeHint(self) -> QSize:
        tag = self._tag()
        return QSize(round(tag.width) + 20, round(tag.placed(0, 0, 999).place.height()) + 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (*ENTER, Qt.Key.Key_Down):
            self._open()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tag = self._tag()
        tag.placed(0, 0, tag.width).centred(0, self.height()).paint(painter, theme)
        chevron = QPointF(tag.width + 8, self.height() / 2)
        paint_icon_centred(painter, chevron, 12, "chevron-down", theme.text3)

    def _tag(self) -> Piece:
        known = isinstance(self._state, TrainingState)
        tone = STATES[self._state][1] if known else "badge"
        return Piece(self.text(), 11, 500, tone=tone)

    def _open(self) -> None:
        menu = self.menu()
        menu.exec(self.mapToGlobal(QPoint(0, self.height() + 2)))
        menu.deleteLater()


class _Frame(QFrame):
    """Looks like one field; its edge tells when the text has the focus."""

    def __init__(self, state: QWidget, text: QWidget) -> None:
        super().__init__()
        self._text = text
        text.installEventFilter(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(9, 1, 2, 1)
        row.setSpacing(2)
        row.addWidget(state, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(text, 1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focus = self._text.hasFocus()
        painter.setPen(QPen(QColor(theme.accent if focus else theme.field), 2 if focus else 1))
        painter.setBrush(QColor(theme.card))
        inset = 1 if focus else 0.5
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 6, 6)
