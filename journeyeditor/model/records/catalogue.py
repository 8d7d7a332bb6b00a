"""What the maps of a project share: channels, parties, processes, data, metrics, own fields."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from journeyeditor.model.choices import (
    Better,
    ChannelFamily,
    CustomKind,
    Execution,
    PartyKind,
    Role,
)
from journeyeditor.model.fields import Link, Owner, Record
from journeyeditor.model.ids import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel(Record):
    """The place of a touchpoint. `builtin` is its key in the bundled catalogue.

    A channel of the catalogue keeps `name` empty until somebody renames it, so that it speaks
    the language of the reader.
    """

    name: str = ""
    family: ChannelFamily = ChannelFamily.PRODUCT
    icon: str = ""
    builtin: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Party(Record):
    """A person or a department."""

    name: str
    kind: PartyKind = PartyKind.UNSPECIFIED
    department: Annotated[Id | None, Link("Party")] = None
    contact: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Responsibility(Record):
    """What a party has to do with a touchpoint or process; identity derived from the three."""

    subject: Annotated[Id, Owner("Touchpoint", "Process")]
    party: Annotated[Id, Owner("Party")]
    role: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Process(Record):
    """What the company does behind its touchpoints."""

    name: str
    description: str = ""
    execution: Execution | None = None
    human_check: str = ""
    resources: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DataItem(Record):
    """Something that touchpoints generate and somebody could learn from."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Metric(Record):
    """What can be measured, and which direction is better."""

    name: str
    unit: str = ""
    better: Better = Better.HIGHER


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure(Record):
    """A metric applied to a touchpoint, stage, segment or map."""

    metric: Annotated[Id, Owner("Metric")]
    subject: Annotated[Id, Owner("Touchpoint", "Stage", "Segment", "JourneyMap")]
    baseline: float | None = None
    target: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading(Record):
    """One value of a measure."""

    measure: Annotated[Id, Owner("Measure")]
    taken_on: date | None = None
    period: str = ""
    value: float
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis(Record):
    """A way to classify touchpoints. `builtin` as for channels."""

    name: str = ""
    builtin: str = ""
    order: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AxisValue(Record):
    """One of the values of an axis."""

    axis: Annotated[Id, Owner("Axis")]
    name: str = ""
    builtin: str = ""
    order: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomField(Record):
    """A field that the users of a project added."""

    name: str
    kind: CustomKind = CustomKind.TEXT
    order: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomValue(Record):
    """What an own field says of a subject; identity derived from the two."""

    field: Annotated[Id, Owner("CustomField")]
    subject: Annotated[Id, Owner("Touchpoint", "Placement", "Stage", "Segment", "JourneyMap")]
    value: str = ""
