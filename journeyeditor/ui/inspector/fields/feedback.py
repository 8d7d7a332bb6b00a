"""The field for the opinions that came in about a touchpoint, and how they were answered."""

from typing import Any

from journeyeditor.model.change import Label
from journeyeditor.model.project import Project
from journeyeditor.model.records import Feedback, Touchpoint
from journeyeditor.translation import tr
from journeyeditor.ui.inspector.fields.choices import SegmentedField, SwitchField
from journeyeditor.ui.inspector.fields.field import Field, Subject
from journeyeditor.ui.inspector.fields.records import RecordsField, Steps
from journeyeditor.ui.inspector.fields.text import TextField
from journeyeditor.ui.inspector.marks import Mark
from journeyeditor.ui.inspector.rows import Row, RowList, Tag


class FeedbackField(RecordsField):
    """The opinions with their source; the title tells how many were answered."""

    about = Touchpoint
    kind = Feedback
    owner = "touchpoint"
    text = "source"

    def __init__(self) -> None:
        title, add = tr("Feedback"), tr("Add feedback")
        super().__init__(
            title,
            Steps(Label("Add feedback"), Label("Remove feedback"), Label("Move feedback")),
            add=add,
            hint=tr("Where it came from: survey, review, e-mail…"),
            single=tr("Select one card to see its feedback"),
            rows=RowList(title, add),
            fields=_fields,
        )

    def refresh(self, project: Project, subject: Subject) -> None:
        super().refresh(project, subject)
        found = [
            feedback
            for id in subject.get(Touchpoint, ())
            for feedback in project.where(Feedback, touchpoint=id)
        ]
        answered = tr.number(sum(feedback.answered for feedback in found))
        words = tr.plural(
            "{answered} of {count} answered",
            "{answered} of {count} answered",
            len(found),
            answered=answered,
        )
        self.say(words if found else "")

    def row(self, record: Any) -> Row:
        opinion = {
            True: Tag(tr("Positive"), "ok"),
            False: Tag(tr("Negative"), "danger"),
            None: Tag(tr("Opinion not known")),
        }[record.positive]
        tags = (opinion, Tag(tr("Answered"))) if record.answered else (opinion,)
        text = record.source or tr("Without source")
        return Row(record.id, text, record.response, Mark(icon="message-square"), tags)


def _fields() -> list[Field]:
    opinion = Label("Set whether feedback is positive")
    opinions = ((tr("Positive"), True), (tr("Negative"), False))
    return [
        TextField(
            tr("Source"),
            Feedback,
            "source",
            Label("Edit source of feedback"),
            multiline=False,
            hint=tr("Survey, review, e-mail…"),
        ),
        SegmentedField(tr("Opinion"), Feedback, "positive", opinion, opinions),
        SwitchField(tr("Answered"), Feedback, "answered", Label("Set whether answered")),
        TextField(tr("Our answer"), Feedback, "response", Label("Edit our answer")),
    ]
