"""The field for a critical moment and its reason."""

from journeyeditor.model.change import Label
from journeyeditor.model.project import Project
from journeyeditor.model.records import Placement
from journeyeditor.translation import tr
from journeyeditor.ui.inspector.fields.choices import SwitchField
from journeyeditor.ui.inspector.fields.field import Subject
from journeyeditor.ui.inspector.fields.text import TextField
from journeyeditor.ui.inspector.marks import DiamondMark


class CriticalField(SwitchField):
    """Whether the card is a critical moment; where it is, a box asks why."""

    def __init__(self) -> None:
        title, step = tr("Critical moment"), Label("Critical moment")
        super().__init__(title, Placement, "critical", step)
        self.head.insertWidget(0, DiamondMark())
        self.reason = TextField(
            tr("Why it is critical"),
            Placement,
            "critical_reason",
            Label("Edit reason"),
            hint=tr("Why it is critical"),
        )
        self.reason.title.hide()
        self.column.addWidget(self.reason)
        self.reason.edited.connect(self.edited)
        self.reason.left.connect(self.left)

    def refresh(self, project: Project, subject: Subject) -> None:
        super().refresh(project, subject)
        self.reason.refresh(project, subject)
        cards = [project.get(Placement, id) for id in subject.get(Placement, ())]
        self.reason.setVisible(any(card.critical for card in cards))

    def flush(self) -> None:
        self.reason.flush()
