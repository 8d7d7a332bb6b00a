"""The forms of the inspector: which fields there are for cards, stages and segments."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journeyeditor.model.change import Label
from journeyeditor.model.choices import SegmentKind
from journeyeditor.model.project import Project
from journeyeditor.model.records import Placement, Segment, Stage, Touchpoint
from journeyeditor.storage.assets import Assets
from journeyeditor.translation import tr
from journeyeditor.ui.inspector.fields.channel import ChannelField
from journeyeditor.ui.inspector.fields.choices import (
    DotsField,
    NumberField,
    SegmentedField,
    SwitchField,
)
from journeyeditor.ui.inspector.fields.emotion import EmotionField
from journeyeditor.ui.inspector.fields.field import Field, Subject
from journeyeditor.ui.inspector.fields.parties import owner_fields
from journeyeditor.ui.inspector.fields.picture import PictureField
from journeyeditor.ui.inspector.fields.processes import ProcessesField
from journeyeditor.ui.inspector.fields.text import TextField


class Form(QWidget):
    """Fields one below the other."""

    edited = Signal(object)
    left = Signal()

    def __init__(self, fields: Sequence[Field]) -> None:
        super().__init__()
        self.fields = tuple(fields)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 24)
        column.setSpacing(18)
        for field in fields:
            column.addWidget(field)
            field.edited.connect(self.edited)
            field.left.connect(self.left)
        column.addStretch(1)
        self.setObjectName("form")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def refresh(self, project: Project, subject: Subject) -> None:
        """Show what the project says about the subject."""
        for field in self.fields:
            field.refresh(project, subject)

    def flush(self) -> None:
        """Ask for everything that is typed but not yet asked for."""
        for field in self.fields:
            field.flush()


class CardForm(Form):
    """What is known about a card and its touchpoint."""

    def __init__(self) -> None:
        self.name = name_field(tr("Name"), Touchpoint)
        self.emotion = EmotionField()
        self.critical = SwitchField(
            tr("Critical moment"), Placement, "critical", Label("Critical moment")
        )
        self.reason = TextField(
            tr("Why it is critical"), Placement, "critical_reason", Label("Edit reason")
        )
        fields: list[Field] = [
            self.name,
            ChannelField(),
            self.emotion,
            TextField(
                tr("They describe it as"),
                Placement,
                "feeling",
                Label("Edit feeling"),
                multiline=False,
                hint=tr("Frustration, relief, curiosity…"),
            ),
            self.critical,
            self.reason,
            TextField(
                tr("Desired outcome"), Touchpoint, "desired_outcome", Label("Edit desired outcome")
            ),
            *owner_fields(),
            ProcessesField(),
        ]
        super().__init__(fields)

    def refresh(self, project: Project, subject: Subject) -> None:
        super().refresh(project, subject)
        self.name.setVisible(len(subject[Touchpoint]) == 1)
        cards = [project.get(Placement, id) for id in subject[Placement]]
        self.reason.setVisible(any(card.critical for card in cards))


class StageForm(Form):
    """What is known about a stage."""

    def __init__(self) -> None:
        self.name = name_field(tr("Name"), Stage)
        super().__init__(
            [
                self.name,
                TextField(
                    tr("Goal"),
                    Stage,
                    "goal",
                    Label("Edit goal"),
                    hint=tr("What moves the customer on"),
                ),
                DotsField(tr("Importance"), Stage, "importance", Label("Set importance")),
                NumberField(
                    tr("Column width"),
                    Stage,
                    "width",
                    Label("Set column width"),
                    120,
                    2000,
                    tr("pt"),
                ),
            ]
        )

    def refresh(self, project: Project, subject: Subject) -> None:
        super().refresh(project, subject)
        self.name.setVisible(len(subject[Stage]) == 1)


class SegmentForm(Form):
    """What is known about a segment."""

    def __init__(self, assets: Assets) -> None:
        self.name = name_field(tr("Name"), Segment)
        self.picture = PictureField(assets)
        kinds = ((tr("Ours"), SegmentKind.OWN), (tr("A competitor’s"), SegmentKind.COMPETITOR))
        super().__init__(
            [
                self.name,
                TextField(tr("Description"), Segment, "description", Label("Edit description")),
                SegmentedField(tr("Whose customers"), Segment, "kind", Label("Set kind"), kinds),
                self.picture,
            ]
        )

    def refresh(self, project: Project, subject: Subject) -> None:
        super().refresh(project, subject)
        self.name.setVisible(len(subject[Segment]) == 1)


def name_field(title: str, kind: type[Touchpoint] | type[Stage] | type[Segment]) -> TextField:
    """The name of a record; it can't be emptied."""
    return TextField(title, kind, "name", Label("Rename"), multiline=False, required=True)
