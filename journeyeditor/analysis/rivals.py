"""Competitors' rows of a map against our own."""

from collections.abc import Iterator
from dataclasses import dataclass

from journeyeditor.analysis.facts import MapFacts, emotions, mean
from journeyeditor.analysis.finding import Found, Leads, Rule, Severity, Topic, to_cards
from journeyeditor.analysis.wording import Decimal, Message, Name
from journeyeditor.model.records import Segment, Stage
from journeyeditor.translation import N_


@dataclass(frozen=True, slots=True)
class Rivalry:
    """A competitor at a stage: mean emotions with their numbers of rated cards, and cards."""

    stage: Stage
    rival: Segment
    theirs: float | None
    their_cases: int
    their_cards: int
    ours: float | None
    our_cases: int
    our_cards: int

    @property
    def lead(self) -> float | None:
        """By how much they are ahead; None where one side has no rated card."""
        return None if self.theirs is None or self.ours is None else self.theirs - self.ours


def rivalries(facts: MapFacts) -> tuple[Rivalry, ...]:
    """Each competitor at each stage, against all our segments together."""
    found: list[Rivalry] = []
    for stage in facts.stages if facts.rivals else ():
        column = facts.column(stage)
        ours = emotions(column)
        for rival in facts.rivals:
            cell = facts.cell(stage, rival)
            theirs = emotions(cell)
            found.append(
                Rivalry(
                    stage,
                    rival,
                    mean(theirs),
                    len(theirs),
                    len(cell),
                    mean(ours),
                    len(ours),
                    len(column),
                )
            )
    return tuple(found)


def _ahead(facts: MapFacts) -> Iterator[Found]:
    limits = facts.limits
    for it in rivalries(facts):
        if it.lead is None or it.theirs is None or it.ours is None:
            continue
        if it.lead >= limits.rival_lead and min(it.their_cases, it.our_cases) >= limits.rival_cards:
            cards = facts.cell(it.stage, it.rival) + facts.column(it.stage)
            leads = to_cards(card for card in cards if card.emotion is not None)
            yield Found(
                Message.of(
                    N_("{stage}: {rival} is ahead"),
                    stage=Name(it.stage.name),
                    rival=Name(it.rival.name),
                ),
                Message.of(
                    N_("{theirs} ({their_cases} rated cards) against {ours} ({our_cases})"),
                    theirs=Decimal(it.theirs, signed=True),
                    their_cases=it.their_cases,
                    ours=Decimal(it.ours, signed=True),
                    our_cases=it.our_cases,
                ),
                Leads(leads.placements, leads.touchpoints, (it.stage.id,), (it.rival.id,)),
                f"{it.stage.id}:{it.rival.id}",
            )


RULES = (
    Rule(
        "rival_ahead",
        Topic.EMOTIONS,
        Severity.MEDIUM,
        N_(
            "At a stage, the mean emotion of a competitor’s rated cards lies {rival_lead} or more "
            "above that of ours, with at least {rival_cards} rated cards on each side."
        ),
        _ahead,
    ),
)
