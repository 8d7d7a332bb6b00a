"""What the closed lists' values are called, for every place that shows them."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from journeyeditor.model.choices import (
    Actor,
    Better,
    CustomKind,
    Evidence,
    Execution,
    Expectation,
    ImprovementState,
    MapKind,
    Market,
    PartyKind,
    Role,
    SegmentKind,
    TrainingState,
)
from journeyeditor.translation import N_, translator

CHOICE_NAMES: Mapping[type[StrEnum], Mapping[StrEnum, str]] = MappingProxyType(
    {
        Actor: {
            Actor.CUSTOMER: N_("The customer"),
            Actor.COMPANY: N_("The company"),
        },
        Better: {
            Better.HIGHER: N_("Higher is better"),
            Better.LOWER: N_("Lower is better"),
        },
        CustomKind: {
            CustomKind.TEXT: N_("Text"),
            CustomKind.NUMBER: N_("Number"),
            CustomKind.DATE: N_("Date"),
            CustomKind.YES_NO: N_("Yes or no"),
        },
        Evidence: {
            Evidence.HYPOTHESIS: N_("Hypothesis"),
            Evidence.PARTIAL: N_("Partly researched"),
            Evidence.RESEARCHED: N_("Researched"),
        },
        Execution: {
            Execution.MANUAL: N_("Manual"),
            Execution.SEMI: N_("Partly automatic"),
            Execution.AUTOMATIC: N_("Automatic"),
        },
        Expectation: {
            Expectation.BELOW: N_("Below expectations"),
            Expectation.MET: N_("As expected"),
            Expectation.EXCEEDED: N_("Better than expected"),
        },
        ImprovementState: {
            ImprovementState.IDEA: N_("Idea"),
            ImprovementState.PLANNED: N_("Planned"),
            ImprovementState.DOING: N_("Under way"),
            ImprovementState.DONE: N_("Completed"),
        },
        MapKind: {
            MapKind.AS_IS: N_("Current state"),
            MapKind.TO_BE: N_("Future state"),
        },
        Market: {
            Market.EXISTING: N_("Existing"),
            Market.POTENTIAL: N_("Potential"),
        },
        PartyKind: {
            PartyKind.PERSON: N_("Person"),
            PartyKind.DEPARTMENT: N_("Department"),
            PartyKind.UNSPECIFIED: N_("Person or department"),
        },
        Role: {
            Role.RESPONSIBLE: N_("Responsible"),
            Role.ACCOUNTABLE: N_("Accountable"),
            Role.SUPPORTS: N_("Supports"),
            Role.MEETS_CUSTOMER: N_("Meets the customer"),
        },
        SegmentKind: {
            SegmentKind.OWN: N_("Ours"),
            SegmentKind.COMPETITOR: N_("A competitor’s"),
        },
        TrainingState: {
            TrainingState.NONE: N_("Not trained"),
            TrainingState.PENDING: N_("Pending"),
            TrainingState.DONE: N_("Trained"),
        },
    }
)
"""English messages by list, as equal words in two lists may be called otherwise."""

RATING_NAMES = (N_("Very low"), N_("Low"), N_("Medium"), N_("High"), N_("Very high"))


def choice_name(choice: StrEnum, language: str) -> str:
    """What a value of a closed list is called."""
    return translator(language)(CHOICE_NAMES[type(choice)][choice])


def rating_name(rating: int, language: str) -> str:
    """A judgement from 1 to 5 in words."""
    return translator(language)(RATING_NAMES[rating - 1])
