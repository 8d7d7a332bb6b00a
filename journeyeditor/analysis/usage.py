"""Effectiveness against usage of touchpoints, and importance against satisfaction of cards."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from journeyeditor.analysis.facts import MapFacts
from journeyeditor.analysis.finding import Found, Rule, Severity, Topic, to_touchpoints
from journeyeditor.analysis.wording import Message, listed
from journeyeditor.model.records import Placement, Touchpoint
from journeyeditor.translation import N_


class Quadrant(StrEnum):
    """Effective or not, by used or not."""

    STRENGTHEN = "strengthen"
    KEEP = "keep"
    RETHINK = "rethink"
    FIX = "fix"


QUADRANT_NAMES: Mapping[Quadrant, str] = {
    Quadrant.STRENGTHEN: N_("Strengthen"),
    Quadrant.KEEP: N_("Keep"),
    Quadrant.RETHINK: N_("Rethink"),
    Quadrant.FIX: N_("Fix"),
}


class Need(StrEnum):
    """Important or not, by satisfied or not."""

    ACT = "act"
    MAINTAIN = "maintain"
    WATCH = "watch"
    EXCESS = "excess"


NEED_NAMES: Mapping[Need, str] = {
    Need.ACT: N_("Act"),
    Need.MAINTAIN: N_("Maintain"),
    Need.WATCH: N_("Watch"),
    Need.EXCESS: N_("Excess"),
}


@dataclass(frozen=True, slots=True)
class Used:
    """A touchpoint with both ratings, 1 to 5."""

    touchpoint: Touchpoint
    effectiveness: int
    usage: int
    quadrant: Quadrant


@dataclass(frozen=True, slots=True)
class Usage:
    """The rated touchpoints of a map, out of how many; `best` are the most effective."""

    rated: tuple[Used, ...]
    total: int

    @property
    def best(self) -> tuple[Used, ...]:
        """Those of the highest effectiveness given, most used first."""
        highest = max((used.effectiveness for used in self.rated), default=0)
        return tuple(
            sorted(
                (used for used in self.rated if used.effectiveness == highest),
                key=lambda used: -used.usage,
            )
        )

    def at(self, quadrant: Quadrant) -> tuple[Touchpoint, ...]:
        return tuple(used.touchpoint for used in self.rated if used.quadrant is quadrant)


@dataclass(frozen=True, slots=True)
class Valued:
    """A card with both ratings, 1 to 5."""

    card: Placement
    importance: int
    satisfaction: int
    need: Need


def usage(facts: MapFacts) -> Usage:
    """Strengthen: effective, little used. Keep: effective and used. Fix: used, of little effect.

    Rethink: neither. The limits are the thresholds `effective_from` and `used_from`.
    """
    rated = []
    for touchpoint in facts.touchpoints:
        if touchpoint.effectiveness is not None and touchpoint.usage is not None:
            effective = touchpoint.effectiveness >= facts.limits.effective_from
            used = touchpoint.usage >= facts.limits.used_from
            if effective:
                quadrant = Quadrant.KEEP if used else Quadrant.STRENGTHEN
            else:
                quadrant = Quadrant.FIX if used else Quadrant.RETHINK
            rated.append(Used(touchpoint, touchpoint.effectiveness, touchpoint.usage, quadrant))
    return Usage(tuple(rated), len(facts.touchpoints))


def values(facts: MapFacts) -> tuple[Valued, ...]:
    """The cards with importance and satisfaction, by what they call for.

    Act: important, of low satisfaction. Maintain: important and satisfied. Watch: neither.
    Excess: satisfied where it matters little.
    """
    return tuple(
        Valued(card, card.importance, card.satisfaction, _need(facts, card))
        for card in facts.cards
        if card.importance is not None and card.satisfaction is not None
    )


def _need(facts: MapFacts, card: Placement) -> Need:
    important = (card.importance or 0) >= facts.limits.important_from
    satisfied = (card.satisfaction or 0) > facts.limits.satisfied_below
    if important:
        return Need.MAINTAIN if satisfied else Need.ACT
    return Need.EXCESS if satisfied else Need.WATCH


def _over_used(facts: MapFacts) -> Iterator[Found]:
    judged = facts.once(usage)
    used = [it for it in judged.rated if it.quadrant is Quadrant.FIX]
    if touchpoints := [it.touchpoint for it in used if it.usage > it.effectiveness]:
        title = Message.plural(
            "{count} over-used touchpoint", "{count} over-used touchpoints", len(touchpoints)
        )
        yield _found(facts, title, touchpoints, judged)


def _under_used(facts: MapFacts) -> Iterator[Found]:
    judged = facts.once(usage)
    if touchpoints := judged.at(Quadrant.STRENGTHEN):
        title = Message.plural(
            "{count} under-used touchpoint", "{count} under-used touchpoints", len(touchpoints)
        )
        yield _found(facts, title, touchpoints, judged)


def _found(
    facts: MapFacts, title: Message, touchpoints: Sequence[Touchpoint], judged: Usage
) -> Found:
    detail = Message.of(
        N_("{names} ({rated} of {total} touchpoints are rated)"),
        names=listed([touchpoint.name for touchpoint in touchpoints]),
        rated=len(judged.rated),
        total=judged.total,
    )
    return Found(title, detail, to_touchpoints(facts, touchpoints), count=len(touchpoints))


RULES = (
    Rule(
        "over_used",
        Topic.RESULTS,
        Severity.MEDIUM,
        N_(
            "Over-used: usage of {used_from} or more with an effectiveness below "
            "{effective_from} and below the usage. Only touchpoints with both ratings count."
        ),
        _over_used,
    ),
    Rule(
        "under_used",
        Topic.RESULTS,
        Severity.LOW,
        N_(
            "Under-used: effectiveness of {effective_from} or more with a usage below "
            "{used_from}. Only touchpoints with both ratings count."
        ),
        _under_used,
    ),
)
