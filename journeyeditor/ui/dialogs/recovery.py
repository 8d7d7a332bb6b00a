"""The offer to go on with what a crash left behind."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from journeyeditor.storage.leftovers import Leftover
from journeyeditor.translation import tr
from journeyeditor.ui.chrome.controls import button, label, line
from journeyeditor.ui.chrome.dates import describe_time


class RecoveryDialog(QDialog):
    """A row for each session that ended badly. What is not decided on is offered again later."""

    recover = Signal(object)
    discard = Signal(object)

    def __init__(self, parent: QWidget | None, leftovers: list[Leftover]) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Recover your work"))
        self.setMinimumWidth(560)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(tr("Your last work was kept"), "dialog-title"))
        column.addWidget(
            label(
                tr("The program ended unexpectedly. These steps are not in their files yet."),
                "secondary",
                wrap=True,
            )
        )
        self.rows = [self._row(leftover) for leftover in leftovers]
        for row in self.rows:
            column.addWidget(row)
        later = button(tr("Decide later"))
        later.clicked.connect(self.accept)
        column.addLayout(line([1, later], QHBoxLayout()))
        self._focus_first()

    def _row(self, leftover: Leftover) -> QFrame:
        row = QFrame()
        row.setObjectName("framed")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(leftover.name, "label"))
        steps = tr.plural("{count} step", "{count} steps", leftover.steps)
        when = describe_time(leftover.edited.astimezone())
        words.addWidget(label(f"{steps} · {when}", "note"))
        words.addWidget(label(str(leftover.path), "note", wrap=True))
        use = button(tr("Recover"), look="primary")
        use.setAutoDefault(True)
        row.setFocusProxy(use)
        drop = button(tr("Discard"))
        layout = QHBoxLayout(row)
        layout.setContentsMargins(14, 10, 12, 10)
        layout.addLayout(words, 1)
        layout.addWidget(drop)
        layout.addWidget(use)
        use.clicked.connect(lambda: self._decide(row, lambda: self.recover.emit(leftover)))
        drop.clicked.connect(lambda: self._decide(row, lambda: self.discard.emit(leftover)))
        return row

    def _decide(self, row: QFrame, act: Callable[[], None]) -> None:
        row.hide()
        self.rows.remove(row)
        act()
        if self.rows:
            self._focus_first()
        else:
            self.accept()

    def _focus_first(self) -> None:
        """Let Enter recover the latest work."""
        self.rows[0].setFocus()
