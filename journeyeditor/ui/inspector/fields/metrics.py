"""The field for what is measured at a touchpoint, stage, segment or map."""

from collections.abc import Iterable, Sequence
from typing import Any

from journeyeditor.analysis.metrics import standing_of
from journeyeditor.analysis.wording import Figure
from journeyeditor.catalogue import metric_aliases, metrics_on_offer
from journeyeditor.model.change import Change, Label
from journeyeditor.model.choices import Better
from journeyeditor.model.edits.touchpoints import set_metrics
from journeyeditor.model.fields import Record
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.records import Measure, Metric
from journeyeditor.model.text import fold
from journeyeditor.translation import tr
from journeyeditor.ui.inspector.fields.choices import SegmentedField
from journeyeditor.ui.inspector.fields.field import Field, Subject
from journeyeditor.ui.inspector.fields.figures import FigureField
from journeyeditor.ui.inspector.fields.links import Linked, LinksField
from journeyeditor.ui.inspector.fields.readings import ReadingsField
from journeyeditor.ui.inspector.fields.spark import SparkField
from journeyeditor.ui.inspector.fields.text import TextField, name_field
from journeyeditor.ui.inspector.marks import Mark
from journeyeditor.ui.inspector.picker import Offer
from journeyeditor.ui.inspector.rows import Column, Row, RowList

SHORT = 2
"""The longest unit that stands beside its figures."""


class MetricsField(LinksField):
    """A table of metrics: where each began, where it is, and where it shall be.

    A row opens to its readings. The metrics offered are the project's and the catalogue's.
    """

    def __init__(self, kind: type[Record]) -> None:
        title = tr("Metrics")
        columns = (Column(tr("Base")), Column(tr("Current"), strong=True), Column(tr("Target")))
        rows = RowList(title, tr("Add metric"), dots=False, names=tr("Metric"), columns=columns)
        super().__init__(title, "", tr("Search or add a metric"), rows, _fields)
        self.covers = frozenset({(Measure, "metric"), (Measure, "subject")})
        self.about = kind

    def linked(self, project: Project, subject: Id) -> list[Linked]:
        measures = project.where(Measure, subject=subject)
        metrics = {measure.metric: project.get(Metric, measure.metric) for measure in measures}
        return sorted(metrics.values(), key=lambda metric: fold(metric.name))

    def known(self) -> Iterable[Linked]:
        return metrics_on_offer(self.project, tr.language)

    def offer(self, thing: Any) -> Offer:
        return Offer(thing.name, thing.name, thing.unit, Mark(icon="gauge"), metric_aliases(thing))

    def row(self, thing: Any) -> Row:
        measures = self._measures(thing.id)
        cells: tuple[str, ...] = ("", "", "")
        if len(measures) == 1:
            standing = standing_of(self.project, measures[0])
            values = (measures[0].baseline, standing.current, measures[0].target)
            unit = thing.unit if len(thing.unit) <= SHORT else ""
            cells = tuple("" if v is None else Figure(v, unit).said(tr) for v in values)
        return Row(thing.id, thing.name, thing.unit if len(thing.unit) > SHORT else "", cells=cells)

    def link(self, project: Project, subject: Id, names: list[str]) -> Change | None:
        standard = metrics_on_offer(project, tr.language)
        return set_metrics(project, [subject], names, standard)

    def about_row(self, value: Any) -> Subject:
        return {Metric: (value,), Measure: [measure.id for measure in self._measures(value)]}

    def _measures(self, metric: Id) -> Sequence[Measure]:
        """What the selected things have to do with a metric."""
        measures = self.project.where(Measure, metric=metric)
        return [measure for measure in measures if measure.subject in self.subjects]


def _fields() -> list[Field]:
    directions = ((tr("Higher"), Better.HIGHER), (tr("Lower"), Better.LOWER))
    better = Label("Set which is better")
    return [
        SparkField(),
        ReadingsField(),
        FigureField(tr("Base"), Measure, "baseline", Label("Set baseline")),
        FigureField(tr("Target"), Measure, "target", Label("Set target")),
        name_field(tr("Name"), Metric),
        TextField(
            tr("Unit"),
            Metric,
            "unit",
            Label("Edit unit"),
            multiline=False,
            hint=tr("%, €, min, days…"),
        ),
        SegmentedField(tr("Which is better"), Metric, "better", better, directions),
    ]
