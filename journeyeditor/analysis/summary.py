"""A map in a few figures."""

from dataclasses import dataclass

from journeyeditor.analysis.completeness import card_completeness
from journeyeditor.analysis.critical import very_negative
from journeyeditor.analysis.facts import MapFacts, emotions, mean
from journeyeditor.analysis.heat import empty_cells


@dataclass(frozen=True, slots=True)
class Summary:
    """Numbers with what they are of. Means and shares are None of nothing.

    `shared` touchpoints have several cards on the map. `emotion` is the mean of `rated` cards,
    `completeness` that of all cards.
    """

    cards: int
    touchpoints: int
    shared: int
    critical: int
    very_negative: int
    emotion: float | None
    rated: int
    filled_cells: int
    cells: int
    owned: int
    completeness: float | None

    @property
    def owned_share(self) -> float | None:
        return self.owned / self.touchpoints if self.touchpoints else None


def summary(facts: MapFacts) -> Summary:
    """Of our own segments."""
    felt = emotions(facts.cards)
    cells = len(facts.stages) * len(facts.segments)
    return Summary(
        cards=len(facts.cards),
        touchpoints=len(facts.touchpoints),
        shared=sum(len(cards) > 1 for cards in facts.cards_of.values()),
        critical=sum(card.critical for card in facts.cards),
        very_negative=len(very_negative(facts)),
        emotion=mean(felt),
        rated=len(felt),
        filled_cells=cells - len(empty_cells(facts)),
        cells=cells,
        owned=sum(id in facts.owned for id in facts.cards_of),
        completeness=mean([found.share for found in facts.once(card_completeness).values()]),
    )
