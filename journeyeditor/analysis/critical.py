"""Critical moments: those that people marked, and those that the map suggests."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from journeyeditor.analysis.curves import Curve, curves, felt
from journeyeditor.analysis.facts import Cards, MapFacts
from journeyeditor.analysis.finding import Found, Rule, Severity, Topic, of_cards
from journeyeditor.analysis.wording import Message
from journeyeditor.model.ids import Id
from journeyeditor.model.records import Improvement, Placement
from journeyeditor.translation import N_


class Reason(StrEnum):
    """Why a moment is suggested as critical."""

    FALL = "fall"
    LOWEST = "lowest"
    UNSATISFIED = "unsatisfied"


REASON_NAMES: Mapping[Reason, str] = {
    Reason.FALL: N_("Steep fall"),
    Reason.LOWEST: N_("Lowest point"),
    Reason.UNSATISFIED: N_("Important and unsatisfied"),
}


@dataclass(frozen=True, slots=True)
class CriticalMoments:
    """`marked` in reading order; `suggested` are further cards, with why, in reading order."""

    marked: Cards
    suggested: tuple[tuple[Placement, tuple[Reason, ...]], ...]


def critical_moments(facts: MapFacts) -> CriticalMoments:
    """A card is suggested where the emotion falls steeply to it and below neutral, where it is
    its segment's one lowest point and negative (on curves with cards enough), or where it is
    important and of low satisfaction.
    """
    reasons: dict[Id, list[Reason]] = {}
    for curve in facts.once(curves):
        for id, reason in _on_curve(curve, facts):
            reasons.setdefault(id, []).append(reason)
    limits = facts.limits
    for card in facts.cards:
        if card.importance is None or card.satisfaction is None:
            continue
        if card.importance >= limits.important_from and card.satisfaction <= limits.satisfied_below:
            reasons.setdefault(card.id, []).append(Reason.UNSATISFIED)
    return CriticalMoments(
        tuple(card for card in facts.cards if card.critical),
        tuple(
            (card, tuple(reasons[card.id]))
            for card in facts.cards
            if card.id in reasons and not card.critical
        ),
    )


def _on_curve(curve: Curve, facts: MapFacts) -> Iterator[tuple[Id, Reason]]:
    limits = facts.limits
    for _, card in curve.falls(limits.steep_fall):
        if felt(card) < 0:
            yield card.id, Reason.FALL
    lowest = curve.lowest if len(curve.points) >= limits.curve_cards else ()
    if len(lowest) == 1 and felt(lowest[0]) <= limits.negative:
        yield lowest[0].id, Reason.LOWEST


def very_negative(facts: MapFacts) -> Cards:
    """The marked moments at which the customer suffers most."""
    return tuple(
        card
        for card in facts.cards
        if card.critical and card.emotion is not None and card.emotion <= facts.limits.very_negative
    )


def _suffering(facts: MapFacts) -> Iterator[Found]:
    if cards := very_negative(facts):
        title = Message.plural(
            "{count} of {total} critical moments is very negative",
            "{count} of {total} critical moments are very negative",
            len(cards),
            total=sum(card.critical for card in facts.cards),
        )
        yield of_cards(facts, title, cards)


def _suggested(facts: MapFacts) -> Iterator[Found]:
    if cards := tuple(card for card, _ in critical_moments(facts).suggested):
        title = Message.plural(
            "{count} card looks critical and is not marked",
            "{count} cards look critical and are not marked",
            len(cards),
        )
        yield of_cards(facts, title, cards)


def _unowned(facts: MapFacts) -> Iterator[Found]:
    cards = tuple(c for c in facts.cards if c.critical and c.touchpoint not in facts.owned)
    if cards:
        title = Message.plural(
            "{count} critical moment without an owner",
            "{count} critical moments without an owner",
            len(cards),
        )
        yield of_cards(facts, title, cards)


def _without_improvement(facts: MapFacts) -> Iterator[Found]:
    subjects = {improvement.subject for improvement in facts.project.all(Improvement)}
    cards = tuple(
        card
        for card in facts.cards
        if card.critical
        and card.emotion is not None
        and card.emotion < 0
        and not {card.id, card.touchpoint} & subjects
    )
    if cards:
        title = Message.plural(
            "{count} negative critical moment without an improvement",
            "{count} negative critical moments without an improvement",
            len(cards),
        )
        yield of_cards(facts, title, cards)


RULES = (
    Rule(
        "very_negative_moments",
        Topic.EMOTIONS,
        Severity.HIGH,
        N_("Cards marked as critical whose emotion is {very_negative} or below."),
        _suffering,
    ),
    Rule(
        "critical_without_owner",
        Topic.OWNERS,
        Severity.HIGH,
        N_("Cards marked as critical with nobody responsible or accountable for the touchpoint."),
        _unowned,
    ),
    Rule(
        "suggested_moments",
        Topic.EMOTIONS,
        Severity.MEDIUM,
        N_(
            "Suggested as critical: the emotion falls by {steep_fall} or more from the card "
            "before, to below neutral; or it is the only lowest point of its segment, at "
            "{negative} or below, on a curve of at least {curve_cards} rated cards; or importance "
            "is {important_from} or more and satisfaction {satisfied_below} or less."
        ),
        _suggested,
    ),
    Rule(
        "critical_without_improvement",
        Topic.IMPROVEMENTS,
        Severity.MEDIUM,
        N_(
            "Cards marked as critical with a negative emotion, for which no improvement is "
            "noted on the card or its touchpoint."
        ),
        _without_improvement,
    ),
)
