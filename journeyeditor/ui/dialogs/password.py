"""Asking for the password that somebody gave to a file."""

from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from journeyeditor.translation import tr
from journeyeditor.ui.chrome.controls import label
from journeyeditor.ui.dialogs.messages import Message


class PasswordQuestion(Message):
    """Asks as often as is wanted; what was wrong the last time is said below the field."""

    def __init__(self, parent: QWidget, path: Path) -> None:
        title = tr("Which password opens this PDF?")
        super().__init__(parent, title, [str(path)], [tr("Open"), tr("Cancel")])
        self.field, self._wrong = QLineEdit(), label("", "danger", wrap=True)
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setAccessibleName(tr("Password"))
        self.words.addWidget(self.field)
        self.words.addWidget(self._wrong)
        self._wrong.hide()
        [self._open] = [it for it in self.findChildren(QPushButton) if it.isDefault()]
        self.field.textChanged.connect(lambda text: self._open.setEnabled(bool(text)))
        self._open.setEnabled(False)

    def word(self) -> str:
        """Wait for a password; empty where it's given up."""
        self.field.setFocus()
        self.field.selectAll()
        return self.field.text() if self.ask() == 0 else ""

    def say(self, wrong: str) -> None:
        """Tell what was wrong, before it's asked again."""
        self._wrong.setText(wrong)
        self._wrong.show()
        self.field.setAccessibleDescription(wrong)
        self.adjustSize()
