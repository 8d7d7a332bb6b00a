"""What one map holds, gathered once for all its analyses."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar, cast

from journeyeditor.analysis.thresholds import Thresholds, thresholds
from journeyeditor.model.choices import Role, SegmentKind
from journeyeditor.model.fields import Record
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.records import (
    Interaction,
    JourneyMap,
    Measure,
    Placement,
    ProcessUse,
    ProjectInfo,
    Responsibility,
    Segment,
    Stage,
    Touchpoint,
    TouchpointData,
)

R = TypeVar("R", bound=Record)
T = TypeVar("T")
Cards = tuple[Placement, ...]
OWNERS = (Role.RESPONSIBLE, Role.ACCOUNTABLE)
"""The roles that make somebody the owner of a touchpoint or process."""


@dataclass(frozen=True)
class MapFacts:
    """The records of one map, by the ways that analyses need them.

    `segments`, `cards` and `touchpoints` are our own: a competitor's rows are in `rivals`, and
    only compared. Unplaced touchpoints are in none of them. `today` is the day of the reader.
    With `only`, all is about that one of our segments.
    """

    project: Project
    map: JourneyMap
    limits: Thresholds
    today: date
    only: Id | None = None

    def once(self, analysis: "Callable[[MapFacts], T]") -> T:
        """The result of an analysis that several others rest on, computed once."""
        if analysis not in self._results:
            self._results[analysis] = analysis(self)
        return cast(T, self._results[analysis])

    @cached_property
    def _results(self) -> dict[object, object]:
        return {}

    @cached_property
    def stages(self) -> tuple[Stage, ...]:
        return self.project.stages(self.map.id)

    @cached_property
    def segments(self) -> tuple[Segment, ...]:
        ours = self._segments(SegmentKind.OWN)
        return tuple(segment for segment in ours if self.only in (None, segment.id))

    @cached_property
    def rivals(self) -> tuple[Segment, ...]:
        """The rows of competitors."""
        return self._segments(SegmentKind.COMPETITOR)

    def _segments(self, kind: SegmentKind) -> tuple[Segment, ...]:
        return tuple(s for s in self.project.segments(self.map.id) if s.kind is kind)

    def row(self, segment: Segment) -> Cards:
        """The cards of a segment from first to last."""
        cells = self._cells
        return tuple(card for stage in self.stages for card in cells[stage.id, segment.id])

    def cell(self, stage: Stage, segment: Segment) -> Cards:
        return self._cells[stage.id, segment.id]

    def column(self, stage: Stage) -> Cards:
        """The cards of a stage, segment by segment."""
        cells = self._cells
        return tuple(card for segment in self.segments for card in cells[stage.id, segment.id])

    @cached_property
    def _cells(self) -> Mapping[tuple[Id, Id], Cards]:
        return {
            (stage.id, segment.id): self.project.cell(stage.id, segment.id)
            for segment in (*self.segments, *self.rivals)
            for stage in self.stages
        }

    @cached_property
    def rows(self) -> Mapping[Id, Cards]:
        """The cards of each of our segments."""
        return {segment.id: self.row(segment) for segment in self.segments}

    @cached_property
    def cards(self) -> Cards:
        """The cards in reading order: segment by segment, stage by stage."""
        return tuple(card for row in self.rows.values() for card in row)

    @cached_property
    def enough(self) -> bool:
        """Whether there are cards enough to judge gaps and shares."""
        return len(self.cards) >= self.limits.enough_cards

    @cached_property
    def cards_of(self) -> Mapping[Id, list[Placement]]:
        """The cards of each placed touchpoint, in reading order."""
        return grouped(self.cards, lambda card: card.touchpoint)

    @cached_property
    def touchpoints(self) -> tuple[Touchpoint, ...]:
        """The placed touchpoints, by their first card in reading order."""
        return tuple(self.project.get(Touchpoint, id) for id in self.cards_of)

    def touchpoint(self, card: Placement) -> Touchpoint:
        """The touchpoint that a card shows."""
        return self.project.get(Touchpoint, card.touchpoint)

    @cached_property
    def duties(self) -> Mapping[Id, list[Responsibility]]:
        """Who has to do with each touchpoint and process of the project, in no order."""
        return grouped(self.project.all(Responsibility), lambda duty: duty.subject)

    @cached_property
    def owned(self) -> frozenset[Id]:
        """The touchpoints and processes with somebody responsible or accountable."""
        return frozenset(d.subject for d in self.project.all(Responsibility) if d.role in OWNERS)

    @cached_property
    def processes(self) -> Mapping[Id, list[Id]]:
        """The processes that support each touchpoint of the project, in no order."""
        uses = grouped(self.project.all(ProcessUse), lambda use: use.touchpoint)
        return {id: [use.process for use in found] for id, found in uses.items()}

    @cached_property
    def data(self) -> Mapping[Id, list[TouchpointData]]:
        """What data each touchpoint of the project generates."""
        return grouped(_sorted(self.project.all(TouchpointData)), lambda link: link.touchpoint)

    @cached_property
    def measures(self) -> Mapping[Id, list[Measure]]:
        """What is measured of each touchpoint, stage, segment and map of the project."""
        return grouped(_sorted(self.project.all(Measure)), lambda measure: measure.subject)

    @cached_property
    def interactions(self) -> Mapping[Id, tuple[Interaction, ...]]:
        """The steps of each touchpoint that has some."""
        ids = dict.fromkeys(step.touchpoint for step in self.project.all(Interaction))
        return {id: self.project.where(Interaction, touchpoint=id) for id in ids}


def facts_of(
    project: Project, map_id: Id, today: date | None = None, only: Id | None = None
) -> MapFacts:
    """What a map holds, or `only` one of its segments. KeyError where there is no such map."""
    found = project.get(JourneyMap, map_id)
    info = next(iter(project.all(ProjectInfo)), None)
    return MapFacts(project, found, thresholds(info), today or date.today(), only)


def grouped(records: Iterable[R], key: Callable[[R], Id]) -> dict[Id, list[R]]:
    """Records by what they belong to, in their order."""
    groups: dict[Id, list[R]] = {}
    for record in records:
        groups.setdefault(key(record), []).append(record)
    return groups


def mean(values: Sequence[float]) -> float | None:
    """The arithmetic mean; None of nothing."""
    return sum(values) / len(values) if values else None


def emotions(cards: Iterable[Placement]) -> list[float]:
    """The emotions of the rated cards."""
    return [card.emotion for card in cards if card.emotion is not None]


def _sorted(records: Iterable[R]) -> list[R]:
    return sorted(records, key=lambda record: record.id)
