"""The map as a grid: what each stage is like for each segment, and what is missing where."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from journeyeditor.analysis.completeness import card_completeness
from journeyeditor.analysis.facts import MapFacts, emotions, mean
from journeyeditor.analysis.finding import Found, Leads, Rule, Severity, Topic, to_touchpoints
from journeyeditor.analysis.wording import Message, Name, listed
from journeyeditor.model.ids import Id
from journeyeditor.model.records import Placement, Segment, Stage, Touchpoint
from journeyeditor.translation import N_

FEWEST_TO_COMPARE = 3
"""Segments from which it tells something that all but one have a touchpoint."""


@dataclass(frozen=True, slots=True)
class Heat:
    """Some cards in figures, each with the number of cards it rests on; None of no cards.

    `emotion` is the mean from -2 to +2, `completeness` the mean share of answered questions,
    `gap` the mean of importance less satisfaction of the cards that have both ratings.
    """

    count: int
    emotion: float | None
    rated: int
    completeness: float | None
    gap: float | None
    gaps: int


@dataclass(frozen=True, slots=True)
class HeatMap:
    """Figures of each cell by (stage id, segment id), of each row and column, and of all."""

    cells: dict[tuple[Id, Id], Heat]
    stages: dict[Id, Heat]
    segments: dict[Id, Heat]
    all: Heat


@dataclass(frozen=True, slots=True)
class Presence:
    """A touchpoint, the segments that have it and those that do not."""

    touchpoint: Touchpoint
    has: tuple[Segment, ...]
    lacks: tuple[Segment, ...]


def heat_map(facts: MapFacts) -> HeatMap:
    """Our segments by stages."""
    shares = {id: found.share for id, found in facts.once(card_completeness).items()}
    return HeatMap(
        {
            (stage.id, segment.id): _heat(facts.cell(stage, segment), shares)
            for segment in facts.segments
            for stage in facts.stages
        },
        {stage.id: _heat(facts.column(stage), shares) for stage in facts.stages},
        {segment.id: _heat(facts.rows[segment.id], shares) for segment in facts.segments},
        _heat(facts.cards, shares),
    )


def _heat(cards: Sequence[Placement], shares: dict[Id, float]) -> Heat:
    felt = emotions(cards)
    gaps = [
        card.importance - card.satisfaction
        for card in cards
        if card.importance is not None and card.satisfaction is not None
    ]
    return Heat(
        len(cards),
        mean(felt),
        len(felt),
        mean([shares[card.id] for card in cards]),
        mean(gaps),
        len(gaps),
    )


def empty_cells(facts: MapFacts) -> tuple[tuple[Stage, Segment], ...]:
    """Where a stage has nothing for one of our segments."""
    return tuple(
        (stage, segment)
        for segment in facts.segments
        for stage in facts.stages
        if not facts.cell(stage, segment)
    )


def presences(facts: MapFacts) -> tuple[Presence, ...]:
    """The touchpoints that one of our segments has and another lacks, in reading order."""
    found = (_presence(facts, touchpoint) for touchpoint in facts.touchpoints)
    return tuple(presence for presence in found if presence.lacks)


def _presence(facts: MapFacts, touchpoint: Touchpoint) -> Presence:
    holders = {card.segment for card in facts.cards_of[touchpoint.id]}
    has = tuple(segment for segment in facts.segments if segment.id in holders)
    lacks = tuple(segment for segment in facts.segments if segment.id not in holders)
    return Presence(touchpoint, has, lacks)


def _empty(facts: MapFacts) -> Iterator[Found]:
    cells = empty_cells(facts)
    size = len(facts.stages) * len(facts.segments)
    if not cells or not facts.enough or 100 * len(cells) > facts.limits.empty_percent * size:
        return
    names: list[Message | Name] = [
        Message.of(N_("{stage} · {segment}"), stage=Name(stage.name), segment=Name(segment.name))
        if len(facts.segments) > 1
        else Name(stage.name)
        for stage, segment in cells
    ]
    yield Found(
        Message.plural(
            "{count} of {total} cells is empty",
            "{count} of {total} cells are empty",
            len(cells),
            total=size,
        ),
        listed(names),
        Leads(cells=tuple((stage.id, segment.id) for stage, segment in cells)),
        count=len(cells),
    )


def _lacking(facts: MapFacts) -> Iterator[Found]:
    few = len(facts.segments) - 1
    if few + 1 < FEWEST_TO_COMPARE:
        return
    common = (it for it in facts.touchpoints if len(facts.cards_of[it.id]) >= few)
    found = [it for it in (_presence(facts, each) for each in common) if len(it.lacks) == 1]
    if found:
        names = [
            Message.of(
                N_("{touchpoint} ({segment})"),
                touchpoint=Name(it.touchpoint.name),
                segment=Name(it.lacks[0].name),
            )
            for it in found
        ]
        leads = to_touchpoints(facts, (it.touchpoint for it in found))
        yield Found(
            Message.plural(
                "{count} touchpoint is missing for one segment only",
                "{count} touchpoints are missing for one segment only",
                len(found),
            ),
            listed(names),
            leads,
            count=len(found),
        )


RULES = (
    Rule(
        "empty_cells",
        Topic.COVERAGE,
        Severity.MEDIUM,
        N_(
            "A cell is empty when a stage has no card for a segment. Listed on maps of at least "
            "{enough_cards} cards with at most {empty_percent}% of their cells empty."
        ),
        _empty,
    ),
    Rule(
        "lacking_touchpoint",
        Topic.COVERAGE,
        Severity.LOW,
        N_("A touchpoint that all segments have but one, on maps of three segments or more."),
        _lacking,
    ),
)
