"""The sheet of one improvement: what, for whom, until when, how much it is worth."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.records import Improvement
from journeyeditor.translation import tr
from journeyeditor.ui.chrome.controls import button, line
from journeyeditor.ui.inspector.fields.improvements import improvement_fields
from journeyeditor.ui.inspector.locking import lock


class ImprovementSheet(QDialog):
    """Each field edits the project at once; undo takes each step back.

    `edited` carries edits, `left` ends the merging of typed ones.
    """

    edited = Signal(object)
    left = Signal()
    led = Signal()

    def __init__(self, parent: QWidget, id: Id) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Improvement"))
        self.resize(520, 620)
        self.id = id
        self.fields = improvement_fields()
        content = QFrame()
        content.setObjectName("content")
        column = QVBoxLayout(content)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(14)
        for field in self.fields:
            column.addWidget(field)
            field.edited.connect(self.edited)
            field.left.connect(self.left)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(content)
        show, close = button(tr("Show on the map"), "map"), button(tr("Close"), look="primary")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 16)
        whole.addWidget(area, 1)
        foot = line([show, 1, close], QHBoxLayout())
        foot.setContentsMargins(24, 0, 24, 0)
        whole.addLayout(foot)
        show.clicked.connect(self.led)
        close.clicked.connect(self.close)
        close.setDefault(True)

    def show_project(self, project: Project) -> None:
        """Show what the project says; close where the improvement is gone."""
        if not project.find(Improvement, self.id):
            self.reject()
            return
        for field in self.fields:
            field.refresh(project, {Improvement: (self.id,)})

    def lock(self) -> None:
        """Let it only be read."""
        for field in self.fields:
            lock(field)

    def flush(self) -> None:
        """Ask at once for what is typed."""
        for field in self.fields:
            field.flush()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.flush()
        super().closeEvent(event)
