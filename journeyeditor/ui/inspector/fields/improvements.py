"""The field for what could be made better at a touchpoint, from idea to done."""

from collections.abc import Sequence
from typing import Any

from journeyeditor.analysis.thresholds import thresholds
from journeyeditor.model.change import Label
from journeyeditor.model.choices import ImprovementState
from journeyeditor.model.edits.records import set_fields
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.records import Improvement, Placement, Touchpoint
from journeyeditor.translation import N_, tr
from journeyeditor.ui.inspector.fields.choices import SegmentedField
from journeyeditor.ui.inspector.fields.dates import DateField
from journeyeditor.ui.inspector.fields.field import Field, Subject
from journeyeditor.ui.inspector.fields.rating import RatingField
from journeyeditor.ui.inspector.fields.records import RecordsField, Steps
from journeyeditor.ui.inspector.fields.reference import MeasureField, PartyField
from journeyeditor.ui.inspector.fields.text import TextField
from journeyeditor.ui.inspector.marks import Mark
from journeyeditor.ui.inspector.rows import Row, Tag
from journeyeditor.ui.inspector.segments import Segments

IMPACTS = (
    N_("Very low impact"),
    N_("Low impact"),
    N_("Medium impact"),
    N_("High impact"),
    N_("Very high impact"),
)
EFFORTS = (
    N_("Very low effort"),
    N_("Low effort"),
    N_("Medium effort"),
    N_("High effort"),
    N_("Very high effort"),
)
STATES = {
    ImprovementState.IDEA: (N_("Idea"), "badge"),
    ImprovementState.PLANNED: (N_("Planned"), "badge"),
    ImprovementState.DOING: (N_("Under way"), "warn"),
    ImprovementState.DONE: (N_("Completed"), "ok"),
}
"""The words for each state, and the tone of their tag."""


class ImprovementsField(RecordsField):
    """The opportunities of the touchpoint, and those of the selected card alone."""

    about = Touchpoint
    kind = Improvement
    owner = "subject"
    text = "title"

    def __init__(self) -> None:
        super().__init__(
            tr("Opportunities"),
            Steps(Label("Add opportunity"), Label("Remove opportunity")),
            add=tr("Add opportunity"),
            single=tr("Select one card to see its opportunities"),
            fields=improvement_fields,
        )

    def records(self) -> list[Improvement]:
        subjects = [*self.owners, *self.subject.get(Placement, ())]
        found = [it for id in subjects for it in self.project.where(Improvement, subject=id)]
        return sorted(found, key=lambda improvement: (improvement.order, improvement.id))

    def about_row(self, value: Any) -> Subject:
        return {Improvement: (value,), Placement: self.subject.get(Placement, ())}

    def row(self, record: Any) -> Row:
        tags = []
        if record.impact:
            strong = record.impact >= thresholds(self.project.info).impact_from
            tags.append(Tag(tr(IMPACTS[record.impact - 1]), "ok" if strong else "badge"))
        if record.effort:
            tags.append(Tag(tr(EFFORTS[record.effort - 1])))
        if record.state is not ImprovementState.IDEA:
            words, tone = STATES[record.state]
            tags.append(Tag(tr(words), tone))
        return Row(record.id, record.title, "", Mark(icon="lightbulb"), tuple(tags))


def improvement_fields() -> list[Field]:
    """All that is known about an improvement."""
    states = [(tr(words), state) for state, (words, _) in STATES.items()]
    owner = Label("Set owner of an opportunity")
    return [
        TextField(tr("Opportunity"), Improvement, "title", Label("Edit opportunity")),
        RatingField(tr("Impact"), Improvement, "impact", Label("Set impact")),
        RatingField(tr("Effort"), Improvement, "effort", Label("Set effort of an opportunity")),
        SegmentedField(tr("State"), Improvement, "state", Label("Set state"), states),
        PartyField(tr("Carried out by"), Improvement, "owner", owner),
        DateField(tr("Due on"), Improvement, "due", Label("Set due date")),
        MeasureField(tr("Measured by"), Improvement, "measure", Label("Set metric")),
        TextField(
            tr("Expected change"),
            Improvement,
            "expected_change",
            Label("Edit expected change"),
            hint=tr("Days until the refund from 6 to 2…"),
        ),
        DateField(tr("Done on"), Improvement, "done_on", Label("Set day of completion")),
        ScopeField(),
    ]


class ScopeField(Field):
    """Whether an opportunity is one of the touchpoint, or of the selected card alone."""

    covers = frozenset({(Improvement, "subject")})

    def __init__(self) -> None:
        super().__init__(tr("Concerns"))
        self.segments = Segments(clearable=False)
        self.hold(self.segments)
        self.segments.chosen.connect(self._choose)
        self._ids: Sequence[Id] = ()

    def refresh(self, project: Project, subject: Subject) -> None:
        self._ids = tuple(subject.get(Improvement, ()))
        cards = [project.get(Placement, id) for id in subject.get(Placement, ())]
        self.setVisible(len(cards) == 1 and bool(self._ids))
        if not self.isHidden():
            [card] = cards
            entries = ((tr("The touchpoint"), card.touchpoint), (tr("This card only"), card.id))
            self.segments.show_entries(entries)
            self.segments.show_value(project.get(Improvement, self._ids[0]).subject)

    def enter(self) -> None:
        self.segments.enter()

    def _choose(self, subject: Id) -> None:
        ids, step = self._ids, Label("Set what an opportunity concerns")
        self.left.emit()
        self.edited.emit(lambda p: set_fields(p, Improvement, ids, step, subject=subject))
        self.left.emit()
