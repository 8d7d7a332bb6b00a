"""Which of the method's questions a card answers: one list, for cards, heat map and forms."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from journeyeditor.analysis.facts import OWNERS, MapFacts
from journeyeditor.model.project import Project
from journeyeditor.model.records import (
    Measure,
    Placement,
    ProcessUse,
    Responsibility,
    Touchpoint,
    TouchpointData,
)
from journeyeditor.translation import N_


class Panel(StrEnum):
    """The panels of a card's form."""

    DETAILS = "details"
    OWNERS = "owners"
    PROCESSES = "processes"
    EMOTIONS = "emotions"
    OUTCOMES = "outcomes"


class CardFacts(NamedTuple):
    """A card with what is linked to its touchpoint."""

    card: Placement
    touchpoint: Touchpoint
    owned: bool
    processes: bool
    data: bool
    measures: bool


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the method; `text` is an English message."""

    id: str
    text: str
    panel: Panel
    answered: Callable[[CardFacts], bool]


@dataclass(frozen=True, slots=True)
class Completeness:
    """The questions that are still open, of how many."""

    open: tuple[Question, ...]
    total: int

    @property
    def share(self) -> float:
        """Answered questions over all questions."""
        return 1 - len(self.open) / self.total


QUESTIONS = (
    Question(
        "channel",
        N_("Where does it happen?"),
        Panel.DETAILS,
        lambda it: it.touchpoint.channel is not None,
    ),
    Question("responsible", N_("Who is responsible?"), Panel.OWNERS, lambda it: it.owned),
    Question(
        "process", N_("Which process is behind it?"), Panel.PROCESSES, lambda it: it.processes
    ),
    Question(
        "outcome",
        N_("Which outcome do we want?"),
        Panel.OUTCOMES,
        lambda it: bool(it.touchpoint.desired_outcome),
    ),
    Question(
        "emotion",
        N_("How does the customer feel?"),
        Panel.EMOTIONS,
        lambda it: it.card.emotion is not None,
    ),
    Question(
        "need",
        N_("What does the customer need or expect?"),
        Panel.EMOTIONS,
        lambda it: bool(it.card.needs or it.card.expectations),
    ),
    Question(
        "obstacle",
        N_("What gets in the way? (“None” is an answer)"),
        Panel.EMOTIONS,
        lambda it: bool(it.card.obstacles),
    ),
    Question("data", N_("Which data does it generate?"), Panel.OUTCOMES, lambda it: it.data),
    Question("metric", N_("How is it measured?"), Panel.OUTCOMES, lambda it: it.measures),
    Question(
        "optimal",
        N_("What would the best experience be?"),
        Panel.OUTCOMES,
        lambda it: bool(it.touchpoint.optimal_experience),
    ),
    Question(
        "evidence",
        N_("How do we know?"),
        Panel.DETAILS,
        lambda it: it.touchpoint.evidence is not None,
    ),
)
"""Completeness of a card is the share of these that it answers; each leads to its panel."""


def completeness(project: Project, card: Placement) -> Completeness:
    """What one card leaves open."""
    id = card.touchpoint
    duties = project.where(Responsibility, subject=id)
    return _asked(
        CardFacts(
            card,
            project.get(Touchpoint, id),
            any(duty.role in OWNERS for duty in duties),
            bool(project.where(ProcessUse, touchpoint=id)),
            bool(project.where(TouchpointData, touchpoint=id)),
            bool(project.where(Measure, subject=id)),
        )
    )


def card_completeness(facts: MapFacts) -> dict[str, Completeness]:
    """What each card of a map leaves open, by the card's id."""
    project, owned = facts.project, facts.owned
    processes, data, measures = facts.processes, facts.data, facts.measures
    return {
        card.id: _asked(
            CardFacts(
                card,
                project.get(Touchpoint, card.touchpoint),
                card.touchpoint in owned,
                card.touchpoint in processes,
                card.touchpoint in data,
                card.touchpoint in measures,
            )
        )
        for card in facts.cards
    }


def _asked(it: CardFacts) -> Completeness:
    return Completeness(tuple([q for q in QUESTIONS if not q.answered(it)]), len(QUESTIONS))
