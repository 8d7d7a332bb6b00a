"""Small maps to analyse, told in a few words."""

from datetime import date
from typing import Any, TypeVar

from journeyeditor.analysis.facts import MapFacts, facts_of
from journeyeditor.analysis.finding import Finding
from journeyeditor.analysis.findings import findings
from journeyeditor.model.choices import PartyKind, Role
from journeyeditor.model.fields import Record, make
from journeyeditor.model.ids import Id
from journeyeditor.model.order import keys_between
from journeyeditor.model.project import Project
from journeyeditor.model.records import (
    DataItem,
    Improvement,
    JourneyMap,
    Measure,
    Metric,
    Party,
    Placement,
    Process,
    ProcessUse,
    ProjectInfo,
    Reading,
    Responsibility,
    Segment,
    Stage,
    Touchpoint,
    TouchpointData,
    make_link,
)
from journeyeditor.translation import translator

R = TypeVar("R", bound=Record)
TODAY = date(2026, 3, 1)
ENGLISH, SPANISH = translator("en"), translator("es")


class MapInWords:
    """A map of named stages (with importances) and segments, filled card by card."""

    def __init__(
        self, stages: dict[str, int], segments: tuple[str, ...] = ("Buyers",), **thresholds: float
    ) -> None:
        self.records: dict[Id, Record] = {}
        limits = tuple(thresholds.items())
        self.info = self.add(make(ProjectInfo, uuid="u", thresholds=limits))
        self.map = self.add(make(JourneyMap, name="Map", order="V"))
        orders = keys_between("", "", 40)
        self.orders = iter(keys_between("", "", 400))
        self.stages = {
            name: self.add(
                make(Stage, map=self.map.id, name=name, importance=importance, order=order)
            )
            for (name, importance), order in zip(stages.items(), orders, strict=False)
        }
        self.segments = {
            name: self.add(make(Segment, map=self.map.id, name=name, order=order))
            for name, order in zip(segments, orders, strict=False)
        }

    def add(self, record: R) -> R:
        self.records[record.id] = record
        return record

    def touchpoint(self, name: str = "Moment", **values: Any) -> Touchpoint:
        return self.add(make(Touchpoint, name=name, **values))

    def card(
        self,
        stage: str,
        emotion: float | None = None,
        *,
        segment: str = "",
        of: Touchpoint | None = None,
        **values: Any,
    ) -> Placement:
        """A card of a touchpoint, or of a new one, in the first segment or another."""
        row = self.segments[segment] if segment else next(iter(self.segments.values()))
        return self.add(
            make(
                Placement,
                touchpoint=(of or self.touchpoint(f"Moment {len(self.records)}")).id,
                stage=self.stages[stage].id,
                segment=row.id,
                emotion=emotion,
                order=next(self.orders),
                **values,
            )
        )

    def cards(self, **counts: int) -> None:
        """That many cards at each stage."""
        for stage, count in counts.items():
            for _ in range(count):
                self.card(stage)

    def party(self, name: str, kind: PartyKind = PartyKind.PERSON, **values: Any) -> Party:
        return self.add(make(Party, name=name, kind=kind, **values))

    def owns(self, party: Party, subject: Id, role: Role = Role.RESPONSIBLE) -> None:
        self.add(make_link(Responsibility, subject=subject, party=party.id, role=role))

    def process(self, name: str, *supported: Id, **values: Any) -> Process:
        process = self.add(make(Process, name=name, **values))
        for id in supported:
            self.add(make_link(ProcessUse, touchpoint=id, process=process.id))
        return process

    def data(self, name: str, touchpoint: Id, *, collected: bool, shared_with: str = "") -> None:
        item = self.add(make(DataItem, name=name))
        fate = {"collected": collected, "shared_with": shared_with}
        self.add(make_link(TouchpointData, touchpoint=touchpoint, data=item.id, **fate))

    def metric(self, name: str, **values: Any) -> Metric:
        return self.add(make(Metric, name=name, **values))

    def measure(
        self,
        metric: Metric,
        subject: Id,
        *readings: tuple[date | None, float],
        baseline: float | None = None,
        target: float | None = None,
    ) -> Measure:
        ends = {"metric": metric.id, "subject": subject}
        measure = self.add(make(Measure, baseline=baseline, target=target, **ends))
        for number, (day, value) in enumerate(readings):
            id = f"{measure.id}{number}"
            self.add(make(Reading, id=id, measure=measure.id, taken_on=day, value=value))
        return measure

    def improvement(self, title: str, **values: Any) -> Improvement:
        return self.add(make(Improvement, title=title, order=next(self.orders), **values))

    def project(self) -> Project:
        return Project(self.records.values())

    def facts(self) -> MapFacts:
        return facts_of(self.project(), self.map.id, TODAY)

    def findings(self, rule: str) -> list[Finding]:
        """What one rule says of the map."""
        found = findings(self.project(), self.map.id, TODAY)
        return [finding for finding in found if finding.rule.id == rule]

    def says(self, rule: str) -> list[tuple[str, str]]:
        """The same in English: title and detail."""
        return [(it.title(ENGLISH), it.detail(ENGLISH)) for it in self.findings(rule)]
