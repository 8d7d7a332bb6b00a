"""How well the map is known: what is only assumed, and what is past its review date."""

from collections.abc import Iterator
from dataclasses import dataclass

from journeyeditor.analysis.facts import MapFacts
from journeyeditor.analysis.finding import (
    Found,
    Rule,
    Severity,
    Topic,
    of_cards,
    of_touchpoints,
)
from journeyeditor.analysis.wording import Message
from journeyeditor.model.choices import Evidence
from journeyeditor.model.records import Touchpoint
from journeyeditor.translation import N_


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The touchpoints by evidence, in reading order; `stale` are past their review date."""

    assumed: tuple[Touchpoint, ...]
    partial: tuple[Touchpoint, ...]
    researched: tuple[Touchpoint, ...]
    unknown: tuple[Touchpoint, ...]
    stale: tuple[Touchpoint, ...]
    total: int

    @property
    def noted(self) -> int:
        """Of how many the evidence is noted."""
        return self.total - len(self.unknown)


def knowledge(facts: MapFacts) -> Knowledge:
    """Evidence and freshness on the day of the facts; a review is due on its date, stale after."""
    by: dict[Evidence | None, list[Touchpoint]] = {}
    stale = []
    for touchpoint in facts.touchpoints:
        by.setdefault(touchpoint.evidence, []).append(touchpoint)
        if touchpoint.review_date and touchpoint.review_date < facts.today:
            stale.append(touchpoint)
    return Knowledge(
        tuple(by.get(Evidence.HYPOTHESIS, ())),
        tuple(by.get(Evidence.PARTIAL, ())),
        tuple(by.get(Evidence.RESEARCHED, ())),
        tuple(by.get(None, ())),
        tuple(stale),
        len(facts.touchpoints),
    )


def _assumed_moments(facts: MapFacts) -> Iterator[Found]:
    assumed = {it.id for it in facts.once(knowledge).assumed}
    cards = tuple(card for card in facts.cards if card.critical and card.touchpoint in assumed)
    if cards:
        title = Message.plural(
            "{count} critical moment is only assumed",
            "{count} critical moments are only assumed",
            len(cards),
        )
        yield of_cards(facts, title, cards)


def _mostly_assumed(facts: MapFacts) -> Iterator[Found]:
    known = facts.once(knowledge)
    limit = facts.limits.assumed_percent
    enough = known.noted >= facts.limits.enough_cards
    if enough and known.assumed and 100 * len(known.assumed) >= limit * known.noted:
        title = Message.plural(
            "{count} of {total} touchpoints is only assumed",
            "{count} of {total} touchpoints are only assumed",
            len(known.assumed),
            total=known.noted,
        )
        yield of_touchpoints(facts, title, known.assumed)


def _stale(facts: MapFacts) -> Iterator[Found]:
    if stale := facts.once(knowledge).stale:
        title = Message.plural(
            "{count} touchpoint is past its review date",
            "{count} touchpoints are past their review date",
            len(stale),
        )
        yield of_touchpoints(facts, title, stale)


RULES = (
    Rule(
        "assumed_moments",
        Topic.EVIDENCE,
        Severity.MEDIUM,
        N_("Cards marked as critical whose touchpoint is noted as a hypothesis."),
        _assumed_moments,
    ),
    Rule(
        "mostly_assumed",
        Topic.EVIDENCE,
        Severity.LOW,
        N_(
            "At least {assumed_percent}% of the touchpoints whose evidence is noted are "
            "hypotheses, where it is noted for {enough_cards} touchpoints or more."
        ),
        _mostly_assumed,
    ),
    Rule(
        "past_review",
        Topic.EVIDENCE,
        Severity.LOW,
        N_("Touchpoints whose review date lies before today."),
        _stale,
    ),
)
