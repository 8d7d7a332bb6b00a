"""What is asked about findings: why one is set aside, and other limits."""

from dataclasses import fields

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QDoubleSpinBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from journeyeditor.analysis.thresholds import (
    THRESHOLD_RANGES,
    THRESHOLD_TITLES,
    Thresholds,
    thresholds,
)
from journeyeditor.model.project import Project
from journeyeditor.translation import tr
from journeyeditor.ui.chrome.controls import button, label, line, tool_button


class AsideDialog(QDialog):
    """Why a finding is set aside; a reason is not required."""

    def __init__(self, parent: QWidget, title: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Set aside"))
        self.setMinimumWidth(460)
        self.reason = QLineEdit()
        self.reason.setAccessibleName(tr("Reason"))
        self.reason.setPlaceholderText(tr("For example: agreed with the client for this year"))
        cancel, accept = button(tr("Cancel")), button(tr("Set aside"), look="primary")
        accept.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(tr("Set aside “{name}”?", name=title), "heading", wrap=True))
        column.addWidget(
            label(
                tr("It stays in the list of what was set aside and can be brought back."),
                "secondary",
                wrap=True,
            )
        )
        column.addWidget(label(tr("Reason"), "label"))
        column.addWidget(self.reason)
        column.addLayout(line([1, cancel, accept], QHBoxLayout()))
        cancel.clicked.connect(self.reject)
        accept.clicked.connect(self.accept)
        self.reason.setFocus()


class LimitsDialog(QDialog):
    """The limits of the analysis. `asked` carries, at each change, those that are not usual."""

    asked = Signal(object)

    def __init__(self, parent: QWidget, project: Project) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Limits of the analysis"))
        self.resize(620, 640)
        self.boxes: dict[str, QDoubleSpinBox] = {}
        content = QFrame()
        content.setObjectName("content")
        grid = QGridLayout(content)
        grid.setContentsMargins(24, 16, 24, 16)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        for row, field in enumerate(fields(Thresholds)):
            self._row(grid, row, field.name)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(content)
        area.setFrameShape(QFrame.Shape.NoFrame)
        self.usual, close = button(tr("All as usual")), button(tr("Close"), look="primary")
        close.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 16)
        head = label(
            tr("From where on the analysis remarks something. They belong to this project."),
            "secondary",
            wrap=True,
        )
        head.setContentsMargins(24, 0, 24, 0)
        foot = line([self.usual, 1, close], QHBoxLayout())
        foot.setContentsMargins(24, 0, 24, 0)
        column.addWidget(head)
        column.addWidget(area, 1)
        column.addLayout(foot)
        self.usual.clicked.connect(lambda: self.asked.emit({}))
        close.clicked.connect(self.accept)
        self.show_limits(project)

    def show_limits(self, project: Project) -> None:
        """Show the limits of a project."""
        limits = thresholds(project.info)
        for name, box in self.boxes.items():
            blocked = box.blockSignals(True)
            box.setValue(getattr(limits, name))
            box.blockSignals(blocked)

    def _row(self, grid: QGridLayout, row: int, name: str) -> None:
        title = label(tr(THRESHOLD_TITLES[name]), wrap=True)
        box = QDoubleSpinBox()
        low, high, step = THRESHOLD_RANGES[name]
        box.setRange(low, high)
        box.setSingleStep(step)
        box.setDecimals(1 if step < 1 else 0)
        box.setFixedWidth(96)
        box.setKeyboardTracking(False)
        box.setAccessibleName(title.text())
        title.setBuddy(box)
        usual = tr("as usual: {value}", value=_usual(name))
        reset = tool_button("rotate-ccw", usual)
        grid.addWidget(title, row, 0)
        grid.addWidget(label(usual, "note"), row, 1)
        grid.addWidget(box, row, 2)
        grid.addWidget(reset, row, 3)
        self.boxes[name] = box
        box.valueChanged.connect(self._ask)
        reset.clicked.connect(lambda: box.setValue(getattr(Thresholds(), name)))

    def _ask(self) -> None:
        usual = Thresholds()
        self.asked.emit(
            {
                name: box.value()
                for name, box in self.boxes.items()
                if box.value() != getattr(usual, name)
            }
        )


def _usual(name: str) -> str:
    return Thresholds().spoken(tr)[name]
