"""Which of the method's questions a card answers: one list, for cards, heat map and forms."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from journeyeditor.analysis.facts import OWNERS, MapFacts
from journeyeditor.model.ids import Id
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


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the method; `text` is an English message."""

    id: str
    text: str
    panel: Panel


class Answers(NamedTuple):
    """Whether a card answers each question, by its id and in the order of QUESTIONS."""

    channel: bool
    responsible: bool
    process: bool
    outcome: bool
    emotion: bool
    need: bool
    obstacle: bool
    data: bool
    metric: bool
    optimal: bool
    evidence: bool


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
    Question("channel", N_("Where does it happen?"), Panel.DETAILS),
    Question("responsible", N_("Who is responsible?"), Panel.OWNERS),
    Question("process", N_("Which process is behind it?"), Panel.PROCESSES),
    Question("outcome", N_("Which outcome do we want?"), Panel.OUTCOMES),
    Question("emotion", N_("How does the customer feel?"), Panel.EMOTIONS),
    Question("need", N_("What does the customer need or expect?"), Panel.EMOTIONS),
    Question("obstacle", N_("What gets in the way? (“None” is an answer)"), Panel.EMOTIONS),
    Question("data", N_("Which data does it generate?"), Panel.OUTCOMES),
    Question("metric", N_("How is it measured?"), Panel.OUTCOMES),
    Question("optimal", N_("What would the best experience be?"), Panel.OUTCOMES),
    Question("evidence", N_("How do we know?"), Panel.DETAILS),
)
"""Completeness of a card is the share of these that it answers; each leads to its panel."""


def completeness(project: Project, card: Placement) -> Completeness:
    """What one card leaves open."""
    id = card.touchpoint
    duties = project.where(Responsibility, subject=id)
    return _open(
        _answers(
            card,
            project.get(Touchpoint, id),
            owned=any(duty.role in OWNERS for duty in duties),
            processes=bool(project.where(ProcessUse, touchpoint=id)),
            data=bool(project.where(TouchpointData, touchpoint=id)),
            measures=bool(project.where(Measure, subject=id)),
        )
    )


def card_completeness(facts: MapFacts) -> dict[Id, Completeness]:
    """What each card of a map leaves open, by the card's id."""
    owned, processes, data, measures = facts.owned, facts.processes, facts.data, facts.measures
    return {
        card.id: _open(
            _answers(
                card,
                touchpoint,
                owned=touchpoint.id in owned,
                processes=touchpoint.id in processes,
                data=touchpoint.id in data,
                measures=touchpoint.id in measures,
            )
        )
        for touchpoint in facts.touchpoints
        for card in facts.cards_of[touchpoint.id]
    }


def _answers(
    card: Placement,
    touchpoint: Touchpoint,
    *,
    owned: bool,
    processes: bool,
    data: bool,
    measures: bool,
) -> Answers:
    return Answers(
        channel=touchpoint.channel is not None,
        responsible=owned,
        process=processes,
        outcome=bool(touchpoint.desired_outcome),
        emotion=card.emotion is not None,
        need=bool(card.needs or card.expectations),
        obstacle=bool(card.obstacles),
        data=data,
        metric=measures,
        optimal=bool(touchpoint.optimal_experience),
        evidence=touchpoint.evidence is not None,
    )


@cache
def _open(answers: Answers) -> Completeness:
    """One value for all cards with the same answers."""
    pairs = zip(QUESTIONS, answers, strict=True)
    return Completeness(tuple(q for q, answered in pairs if not answered), len(QUESTIONS))
