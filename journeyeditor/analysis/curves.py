"""Each segment's emotion curve: its peak, its end, its falls, and where segments diverge."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from journeyeditor.analysis.facts import Cards, MapFacts, emotions, mean
from journeyeditor.analysis.finding import Found, Leads, Rule, Severity, Topic, to_cards
from journeyeditor.analysis.wording import Decimal, Message, Name
from journeyeditor.model.records import Placement, Segment, Stage
from journeyeditor.translation import N_


@dataclass(frozen=True, slots=True)
class Curve:
    """The rated cards of a segment in reading order.

    People judge an experience by its most intense moment and its end rather than by its mean
    (Kahneman, Fredrickson, Schreiber and Redelmeier 1993, "When More Pain Is Preferred to Less:
    Adding a Better End", Psychological Science 4(6)); so these two are told apart. The peak is
    the first of the moments furthest from neutral.
    """

    segment: Segment
    points: Cards
    total: int

    @property
    def mean(self) -> float | None:
        return mean(emotions(self.points))

    @property
    def peak(self) -> Placement | None:
        return max(self.points, key=lambda card: abs(felt(card)), default=None)

    @property
    def end(self) -> Placement | None:
        return self.points[-1] if self.points else None

    @property
    def lowest(self) -> Cards:
        """The moments of the lowest emotion."""
        bottom = min(map(felt, self.points), default=None)
        return tuple(card for card in self.points if felt(card) == bottom)

    def falls(self, depth: float) -> tuple[tuple[Placement, Placement], ...]:
        """Neighbours on the curve between which the emotion falls by that much or more."""
        return tuple((a, b) for a, b in pairwise(self.points) if felt(a) - felt(b) >= depth)


@dataclass(frozen=True, slots=True)
class Divergence:
    """A stage that two segments live most differently: means and numbers of rated cards."""

    stage: Stage
    high: Segment
    high_mean: float
    high_cases: int
    low: Segment
    low_mean: float
    low_cases: int

    @property
    def distance(self) -> float:
        return self.high_mean - self.low_mean


def felt(card: Placement) -> float:
    """A rated card's emotion."""
    assert card.emotion is not None
    return card.emotion


def curve(facts: MapFacts, segment: Segment) -> Curve:
    """The curve of any row, ours or a competitor's."""
    row = facts.row(segment)
    return Curve(segment, tuple(card for card in row if card.emotion is not None), len(row))


def curves(facts: MapFacts) -> tuple[Curve, ...]:
    """Those of our segments."""
    return tuple(curve(facts, segment) for segment in facts.segments)


def divergences(facts: MapFacts) -> tuple[Divergence, ...]:
    """The stages with two segments whose mean emotions lie apart by the threshold or more."""
    found = []
    for stage in facts.stages:
        means = []
        for segment in facts.segments:
            rated = emotions(facts.cell(stage, segment))
            if rated:
                means.append((sum(rated) / len(rated), segment, len(rated)))
        if len(means) > 1:
            low = min(means, key=lambda entry: entry[0])
            high = max(means, key=lambda entry: entry[0])
            if high[0] - low[0] >= facts.limits.divergence:
                found.append(Divergence(stage, high[1], high[0], high[2], low[1], low[0], low[2]))
    return tuple(found)


def _diverging(facts: MapFacts) -> Iterator[Found]:
    for it in divergences(facts):
        cards = facts.cell(it.stage, it.high) + facts.cell(it.stage, it.low)
        leads = to_cards(card for card in cards if card.emotion is not None)
        yield Found(
            Message.of(N_("{stage}: segments diverge"), stage=Name(it.stage.name)),
            Message.of(
                N_("{high} {high_mean}, {low} {low_mean} ({count} rated cards)"),
                high=Name(it.high.name),
                high_mean=Decimal(it.high_mean, signed=True),
                low=Name(it.low.name),
                low_mean=Decimal(it.low_mean, signed=True),
                count=it.high_cases + it.low_cases,
            ),
            Leads(leads.placements, leads.touchpoints, (it.stage.id,), (it.high.id, it.low.id)),
            it.stage.id,
        )


def _bad_ends(facts: MapFacts) -> Iterator[Found]:
    for it in facts.once(curves):
        if it.end is None or len(it.points) < facts.limits.curve_cards:
            continue
        if felt(it.end) <= facts.limits.negative:
            touchpoint = facts.touchpoint(it.end)
            yield Found(
                Message.of(N_("{segment}: ends badly"), segment=Name(it.segment.name))
                if it.segment.name
                else Message.of(N_("The journey ends badly")),
                Message.of(
                    N_("{touchpoint}: {emotion} (last of {count} rated cards)"),
                    touchpoint=Name(touchpoint.name),
                    emotion=Decimal(felt(it.end), signed=True),
                    count=len(it.points),
                ),
                to_cards([it.end]),
                it.segment.id,
            )


def _low_stages(facts: MapFacts) -> Iterator[Found]:
    for stage in facts.stages:
        rated = [card for card in facts.column(stage) if card.emotion is not None]
        low = mean(emotions(rated))
        if low is None or len(rated) < facts.limits.low_cards or low > facts.limits.negative:
            continue
        leads = to_cards(rated)
        yield Found(
            Message.of(N_("{stage}: the customer suffers"), stage=Name(stage.name)),
            Message.of(
                N_("mean emotion {emotion} ({count} rated cards)"),
                emotion=Decimal(low, signed=True),
                count=len(rated),
            ),
            Leads(leads.placements, leads.touchpoints, (stage.id,)),
            stage.id,
            len(rated),
        )


RULES = (
    Rule(
        "low_stage",
        Topic.EMOTIONS,
        Severity.MEDIUM,
        N_(
            "The mean emotion of a stage’s rated cards is {negative} or below; stages with at "
            "least {low_cards} of them."
        ),
        _low_stages,
    ),
    Rule(
        "bad_end",
        Topic.EMOTIONS,
        Severity.MEDIUM,
        N_(
            "The last rated card of a segment is at {negative} or below; curves of at least "
            "{curve_cards} rated cards. An experience is remembered by its peak and its end "
            "(Kahneman and others, 1993)."
        ),
        _bad_ends,
    ),
    Rule(
        "divergence",
        Topic.EMOTIONS,
        Severity.LOW,
        N_(
            "Segments diverge at a stage when the means of their emotions lie {divergence} or "
            "more apart."
        ),
        _diverging,
    ),
)
