"""What the Help menu shows: keys and gestures, and about the program."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtSvgWidgets import QSvgWidget
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from journeyeditor import __version__
from journeyeditor.resources import resource
from journeyeditor.translation import tr
from journeyeditor.ui.chrome.controls import button, label, line
from journeyeditor.ui.commands import COMMANDS


def gestures() -> list[tuple[str, str]]:
    """What is done with the mouse and with keys that no menu shows."""
    return [
        (tr("Drag a card"), tr("move it")),
        (tr("Ctrl + drag"), tr("copy it")),
        (tr("Ctrl + Shift + drag, or Alt + drag"), tr("place the same touchpoint again")),
        (tr("Alt + arrow keys"), tr("move the selected cards")),
        (tr("Arrow keys"), tr("walk through cards and cells")),
        (tr("Tab"), tr("next card in reading order")),
        (tr("Double-click in a cell"), tr("type a new card")),
        (tr("Enter or double-click a name"), tr("edit it")),
        (tr("Drag a stage or a segment"), tr("change their order")),
        (tr("Drag the edge of a stage"), tr("make the column wider")),
        (tr("Ctrl + mouse wheel"), tr("zoom at the pointer")),
        (tr("Shift + mouse wheel"), tr("scroll sideways")),
        (tr("Space + drag, or middle button"), tr("move the view")),
        (tr("Esc"), tr("cancel")),
    ]


class KeysDialog(QDialog):
    """Every key and gesture, from the table of commands."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Keys and gestures"))
        self.resize(620, 640)
        content = QFrame()
        content.setObjectName("content")
        self.grid = QGridLayout(content)
        self.grid.setContentsMargins(24, 20, 24, 20)
        self.grid.setHorizontalSpacing(24)
        self.grid.setVerticalSpacing(6)
        self.grid.setColumnStretch(1, 1)
        self._head(tr("On the map"))
        for doing, what in gestures():
            self._row(doing, what)
        self._head(tr("Keys"))
        for command in COMMANDS:
            if command.keys:
                native = QKeySequence.SequenceFormat.NativeText
                keys = (QKeySequence(key).toString(native) for key in command.keys)
                self._row(tr(" or ").join(keys), tr(command.text).rstrip("…"))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(content)
        close = button(tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 16)
        column.addWidget(area)
        column.addLayout(foot := line([1, close], QHBoxLayout()))
        foot.setContentsMargins(24, 0, 24, 0)

    def _head(self, text: str) -> None:
        row = self.grid.rowCount()
        if row > 1:
            self.grid.setRowMinimumHeight(row, 12)
            row += 1
        self.grid.addWidget(label(text, "heading"), row, 0, 1, 2)

    def _row(self, keys: str, text: str) -> None:
        row = self.grid.rowCount()
        self.grid.addWidget(label(keys, "label"), row, 0)
        self.grid.addWidget(label(text, "secondary"), row, 1)


class AboutDialog(QDialog):
    """Name, version, and what the program promises."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("About Journey Editor"))
        logo = QSvgWidget(str(resource("icons", "journeyeditor.svg")))
        logo.setFixedSize(56, 56)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(label("Journey Editor", "dialog-title"))
        words.addWidget(label(tr("Version {version}", version=__version__), "secondary"))
        words.addSpacing(8)
        words.addWidget(_paragraph(tr("Customer-journey maps, offline and without an account.")))
        words.addWidget(_paragraph(tr("Every finished step is kept on this computer at once.")))
        words.addWidget(_paragraph(tr("Free software under the MIT licence.")))
        top = QHBoxLayout()
        top.setSpacing(20)
        top.addWidget(logo, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        close = button(tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 28, 28, 20)
        column.setSpacing(20)
        column.addLayout(top)
        column.addLayout(line([1, close], QHBoxLayout()))


def _paragraph(text: str) -> QLabel:
    return label(text, "secondary", wrap=True)
