"""What is drawn: maps with their stages, segments, cards and lanes."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from journeyeditor.model.choices import Expectation, LaneKind, MapKind, Market, SegmentKind
from journeyeditor.model.fields import Link, Owner, Range, Rating, Record
from journeyeditor.model.ids import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class JourneyMap(Record):
    """One map: stage columns by segment rows. `origin` is the map it was duplicated from."""

    name: str
    kind: MapKind = MapKind.AS_IS
    description: str = ""
    version: str = ""
    status_line: str = ""
    review_date: date | None = None
    origin: Id | None = None
    order: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage(Record):
    """A column. `goal` is what moves the customer on; `width` is in points."""

    map: Annotated[Id, Owner("JourneyMap")]
    name: str
    goal: str = ""
    importance: Annotated[int, Range(0, 5)] = 3
    colour: str = ""
    width: Annotated[float, Range(120, 2000)] = 144.0
    origin: Id | None = None
    order: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment(Record):
    """A row: one kind of customer, ours or a competitor's."""

    map: Annotated[Id, Owner("JourneyMap")]
    name: str
    description: str = ""
    kind: SegmentKind = SegmentKind.OWN
    market: Market | None = None
    target_market: str = ""
    needs: str = ""
    behaviour: str = ""
    preferences: str = ""
    expectations: str = ""
    cultural_notes: str = ""
    colour: str = ""
    picture: Annotated[Id | None, Link("Asset")] = None
    origin: Id | None = None
    order: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement(Record):
    """A card: a touchpoint at a stage, as one segment lives it.

    `emotion` runs from -2 to +2. `needs`, `expectations` and `obstacles` are lists of short texts.
    """

    touchpoint: Annotated[Id, Owner("Touchpoint")]
    stage: Annotated[Id, Owner("Stage")]
    segment: Annotated[Id, Owner("Segment")]
    emotion: Annotated[float | None, Range(-2, 2)] = None
    feeling: str = ""
    needs: tuple[str, ...] = ()
    expectations: tuple[str, ...] = ()
    expectation_met: Expectation | None = None
    actual_experience: str = ""
    obstacles: tuple[str, ...] = ()
    effort: Rating = None
    relevance: Rating = None
    importance: Rating = None
    satisfaction: Rating = None
    critical: bool = False
    critical_reason: str = ""
    notes: str = ""
    origin: Id | None = None
    order: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote(Record):
    """What a customer said, word for word."""

    placement: Annotated[Id, Owner("Placement")]
    text: str
    source: str = ""
    said_on: date | None = None
    order: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane(Record):
    """A strip under each segment. All kinds but free text and pictures are views of the cards."""

    map: Annotated[Id, Owner("JourneyMap")]
    kind: LaneKind
    title: str = ""
    visible: bool = True
    order: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LaneText(Record):
    """What a free lane says at one stage of one segment; identity derived from the three."""

    lane: Annotated[Id, Owner("Lane")]
    stage: Annotated[Id, Owner("Stage")]
    segment: Annotated[Id, Owner("Segment")]
    text: str = ""
    picture: Annotated[Id | None, Link("Asset")] = None
