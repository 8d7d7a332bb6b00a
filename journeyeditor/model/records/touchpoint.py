"""The moment in which customer and company meet, and what is known about it."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from journeyeditor.model.choices import Actor, Evidence, ImprovementState, TrainingState
from journeyeditor.model.fields import Link, Owner, Rating, Record
from journeyeditor.model.ids import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class Touchpoint(Record):
    """A moment, shared by every card that shows it. `code` is short and printed (TP-014)."""

    code: str = ""
    name: str
    description: str = ""
    channel: Annotated[Id | None, Link("Channel")] = None
    message: str = ""
    protocol: str = ""
    help_path: str = ""
    personalisation: str = ""
    training_state: TrainingState | None = None
    training: str = ""
    resources: str = ""
    assets_and_platform: str = ""
    brand_influence: str = ""
    sight: str = ""
    sound: str = ""
    smell: str = ""
    touch: str = ""
    taste: str = ""
    desired_outcome: str = ""
    optimal_experience: str = ""
    effectiveness: Rating = None
    usage: Rating = None
    evidence: Evidence | None = None
    review_date: date | None = None
    notes: str = ""
    origin: Id | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Interaction(Record):
    """One step of what customer and company do at a touchpoint."""

    touchpoint: Annotated[Id, Owner("Touchpoint")]
    text: str
    actor: Actor | None = None
    channel: Annotated[Id | None, Link("Channel")] = None
    message: str = ""
    desired_outcome: str = ""
    meets: Annotated[Id | None, Link("Party")] = None
    order: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TouchpointData(Record):
    """That a touchpoint generates a data item; identity derived from the two."""

    touchpoint: Annotated[Id, Owner("Touchpoint")]
    data: Annotated[Id, Owner("DataItem")]
    collected: bool = False
    shared_with: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessUse(Record):
    """That a process supports a touchpoint; identity derived from the two."""

    touchpoint: Annotated[Id, Owner("Touchpoint")]
    process: Annotated[Id, Owner("Process")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback(Record):
    """An opinion received, and whether somebody answered it."""

    touchpoint: Annotated[Id, Owner("Touchpoint")]
    source: str = ""
    positive: bool | None = None
    answered: bool = False
    response: str = ""
    order: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Improvement(Record):
    """An opportunity, from idea to done."""

    title: str
    subject: Annotated[Id | None, Link("Placement", "Touchpoint")] = None
    owner: Annotated[Id | None, Link("Party")] = None
    due: date | None = None
    impact: Rating = None
    effort: Rating = None
    state: ImprovementState = ImprovementState.IDEA
    measure: Annotated[Id | None, Link("Measure")] = None
    expected_change: str = ""
    done_on: date | None = None
    order: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Classification(Record):
    """The value of a touchpoint on an axis; identity derived from touchpoint and axis."""

    touchpoint: Annotated[Id, Owner("Touchpoint")]
    axis: Annotated[Id, Owner("Axis")]
    value: Annotated[Id, Owner("AxisValue")]
