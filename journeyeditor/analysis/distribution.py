"""How the touchpoints spread over the stages, against what each stage matters."""

from collections.abc import Iterator
from dataclasses import dataclass

from journeyeditor.analysis.facts import MapFacts
from journeyeditor.analysis.finding import Found, Leads, Rule, Severity, Topic
from journeyeditor.analysis.thresholds import Thresholds
from journeyeditor.analysis.wording import Message, Name, Share
from journeyeditor.model.records import Segment, Stage
from journeyeditor.translation import N_


@dataclass(frozen=True, slots=True)
class StageShare:
    """A stage's cards. Shares are of 1; None where the cards or importances add up to nothing."""

    stage: Stage
    count: int
    total: int
    real: float | None
    expected: float | None

    @property
    def points(self) -> float | None:
        """Percentage points by which the real share exceeds the expected one."""
        if self.real is None or self.expected is None:
            return None
        return 100 * (self.real - self.expected)

    def off(self, limits: Thresholds) -> int:
        """-1 neglected, +1 crowded, 0 neither (or not to be told).

        Points count as they are shown, rounded.
        """
        if self.points is None or self.expected is None or self.total < limits.enough_cards:
            return 0
        cards = abs(self.count - self.expected * self.total)
        if round(abs(self.points)) < limits.share_points or cards < limits.share_cards:
            return 0
        return 1 if self.points > 0 else -1


@dataclass(frozen=True, slots=True)
class Distribution:
    """The cards of all our segments, or of one, over the stages.

    `weighted` tells whether the stages differ in importance; while they are all the same,
    nobody has said what matters, and no stage is called neglected or crowded.
    """

    total: int
    weighted: bool
    stages: tuple[StageShare, ...]


def distribution(facts: MapFacts, segment: Segment | None = None) -> Distribution:
    """Real share: a stage's cards over all cards. Expected: its importance over the sum."""
    counts = [
        len(facts.cell(stage, segment) if segment else facts.column(stage))
        for stage in facts.stages
    ]
    total = sum(counts)
    importance = sum(stage.importance for stage in facts.stages)
    shares = tuple(
        StageShare(
            stage,
            count,
            total,
            count / total if total else None,
            stage.importance / importance if importance else None,
        )
        for stage, count in zip(facts.stages, counts, strict=True)
    )
    return Distribution(total, len({stage.importance for stage in facts.stages}) > 1, shares)


def _neglected(facts: MapFacts) -> Iterator[Found]:
    for share in _off(facts, -1):
        yield _found(facts, share, Message.of(N_("{stage}: neglected"), stage=_name(share)))


def _crowded(facts: MapFacts) -> Iterator[Found]:
    for share in _off(facts, 1):
        yield _found(facts, share, Message.of(N_("{stage}: crowded"), stage=_name(share)))


def _off(facts: MapFacts, side: int) -> Iterator[StageShare]:
    spread = facts.once(distribution)
    if spread.weighted:
        yield from (share for share in spread.stages if share.off(facts.limits) == side)


def _name(share: StageShare) -> Name:
    return Name(share.stage.name)


def _found(facts: MapFacts, share: StageShare, title: Message) -> Found:
    detail = Message.of(
        N_("{real} against {expected} expected ({count} of {total} cards)"),
        real=Share(share.real or 0),
        expected=Share(share.expected or 0),
        count=share.count,
        total=share.total,
    )
    cards = tuple(card.id for card in facts.column(share.stage))
    leads = Leads(placements=cards, stages=(share.stage.id,))
    return Found(title, detail, leads, share.stage.id, share.count)


RULES = (
    Rule(
        "neglected_stage",
        Topic.STAGES,
        Severity.HIGH,
        N_(
            "Expected share of a stage = its importance over the sum of importances; real share "
            "= its cards over all cards. Neglected from {share_points} points and {share_cards} "
            "cards below, on maps of at least {enough_cards} cards whose stages differ in "
            "importance."
        ),
        _neglected,
    ),
    Rule(
        "crowded_stage",
        Topic.STAGES,
        Severity.MEDIUM,
        N_(
            "Expected share of a stage = its importance over the sum of importances; real share "
            "= its cards over all cards. Crowded from {share_points} points and {share_cards} "
            "cards above, on maps of at least {enough_cards} cards whose stages differ in "
            "importance."
        ),
        _crowded,
    ),
)
