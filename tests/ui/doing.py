"""What a person does in a test: answer dialogs, choose from lists, open menus."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from journeyeditor.ui.dialogs.messages import Message


class Answers:
    """What the dialogs said that came up."""

    def __init__(self) -> None:
        self.said: list[str] = []


@contextmanager
def answering(*texts: str) -> Iterator[Answers]:
    """Press, in each message that comes up, the button with the next of these texts."""
    answers, waiting = Answers(), list(texts)

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, Message) and waiting:
            answers.said.append(words(dialog))
            text = waiting.pop(0)
            button(dialog, text).click()

    timer = QTimer(interval=20)
    timer.timeout.connect(look)
    timer.start()
    try:
        yield answers
    finally:
        timer.stop()
    assert not waiting, f"no message came up to answer {waiting}"


def words(widget: QWidget) -> str:
    """All the text that a widget shows in labels."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def button(widget: QWidget, text: str) -> QPushButton:
    """The button with a text."""
    buttons = widget.findChildren(QPushButton)
    found = [button for button in buttons if button.text().strip() == text]
    assert found, f"no “{text}” among {[button.text() for button in buttons]}"
    return found[0]


def stubbed(result: str) -> Callable[..., tuple[str, str]]:
    """In place of the system's file dialog: it answers with a path."""
    return lambda *_args, **_options: (result, "")
