"""What must be said or asked before going on."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from journeyeditor.errors import Refused
from journeyeditor.translation import tr
from journeyeditor.ui.chrome.controls import button, label, line
from journeyeditor.ui.chrome.icons import pixmap
from journeyeditor.ui.chrome.look import current_theme, scaled

WIDTH = 440
"""Pixels at 96 dots an inch: some 65 letters a line."""


class Message(QDialog):
    """A sentence, what to do about it, and buttons. `chosen` is the index of the pressed one."""

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        details: Sequence[str] = (),
        answers: Sequence[str] = (),
        *,
        serious: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Journey Editor")
        self.setMinimumWidth(scaled(WIDTH))
        self.chosen: int | None = None
        theme = current_theme()
        icon = QLabel()
        name, colour = ("triangle-alert", theme.danger) if serious else ("info", theme.accent_text)
        icon.setPixmap(pixmap(name, colour, 24, self.devicePixelRatio()))
        icon.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.words = QVBoxLayout()
        self.words.setSpacing(8)
        self.words.addWidget(label(title, "heading", wrap=True))
        for text in details:
            detail = label(text, "secondary", wrap=True)
            detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.words.addWidget(detail)
        top, self.buttons = QHBoxLayout(), QHBoxLayout()
        line([icon], top, 14)
        top.addLayout(self.words, 1)
        line([1, *self._answers(answers or (tr("OK"),))], self.buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 20)
        column.setSpacing(20)
        column.addLayout(top)
        column.addStretch(1)
        column.addLayout(self.buttons)
        self.setAccessibleName(title)

    def sizeHint(self) -> QSize:
        """As high as the words are at the width that they will have."""
        return super().sizeHint().expandedTo(QSize(self.minimumWidth(), 0))

    def ask(self) -> int | None:
        """Wait for an answer: the index of the button, None where the dialog was closed."""
        self.chosen = None
        self.exec()
        return self.chosen

    def _answers(self, answers: Sequence[str]) -> list[QPushButton]:
        """The buttons, the first answer rightmost and the default."""
        made = []
        for index, text in enumerate(answers):
            answer = button(text)
            answer.setDefault(index == 0)
            answer.clicked.connect(lambda _=False, index=index: self._answer(index))
            made.append(answer)
        return made[::-1]

    def _answer(self, index: int) -> None:
        self.chosen = index
        self.accept()


def say_refused(
    parent: QWidget | None, problem: Refused, answers: Sequence[str] = ()
) -> int | None:
    """Say why something could not be done, where, and what to do next."""
    details = [text for text in (problem.where, problem.advice) if text]
    return Message(parent, problem.what, details, answers, serious=True).ask()


def _some_window() -> QWidget | None:
    """A window to stand before, and to be dressed like; the active one where there is one."""
    shown = (it for it in QApplication.topLevelWidgets() if isinstance(it, QMainWindow))
    return QApplication.activeWindow() or next(shown, None)


class CrashReport(Message):
    """Says that something went wrong inside, but the work is safe; details can be copied."""

    def __init__(self, details: str) -> None:
        super().__init__(
            _some_window(),
            tr("Something went wrong inside Journey Editor."),
            [
                tr("Your work is safe: every finished step is kept on this computer."),
                tr("You can go on. If it happens again, send the details to whoever helps you."),
            ],
            [tr("Continue"), tr("Quit")],
            serious=True,
        )
        copy = button(tr("Copy the details"), "copy")
        copy.clicked.connect(lambda: QApplication.clipboard().setText(details))
        self.buttons.insertWidget(0, copy)
