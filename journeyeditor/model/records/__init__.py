"""Every kind of record. `KINDS` lists them, owners before what they own."""

from typing import Any, TypeVar

from journeyeditor.model.fields import Record, make
from journeyeditor.model.ids import link_id
from journeyeditor.model.records.catalogue import (
    Axis,
    AxisValue,
    Channel,
    CustomField,
    CustomValue,
    DataItem,
    Measure,
    Metric,
    Party,
    Process,
    Reading,
    Responsibility,
)
from journeyeditor.model.records.journey import (
    JourneyMap,
    Lane,
    LaneText,
    Placement,
    Quote,
    Segment,
    Stage,
)
from journeyeditor.model.records.project import (
    Asset,
    Dismissal,
    PrintProfile,
    ProjectInfo,
    Snapshot,
    View,
)
from journeyeditor.model.records.touchpoint import (
    Classification,
    Feedback,
    Improvement,
    Interaction,
    ProcessUse,
    Touchpoint,
    TouchpointData,
)

R = TypeVar("R", bound=Record)

KINDS: tuple[type[Record], ...] = (
    Asset,
    ProjectInfo,
    Dismissal,
    PrintProfile,
    View,
    Snapshot,
    Channel,
    Party,
    Process,
    DataItem,
    Metric,
    Axis,
    AxisValue,
    CustomField,
    JourneyMap,
    Stage,
    Segment,
    Lane,
    LaneText,
    Touchpoint,
    Placement,
    Quote,
    Interaction,
    Responsibility,
    ProcessUse,
    TouchpointData,
    Measure,
    Reading,
    Feedback,
    Improvement,
    Classification,
    CustomValue,
)
KIND_BY_NAME = {kind.__name__: kind for kind in KINDS}
LINK_ENDS: dict[type[Record], tuple[str, ...]] = {
    LaneText: ("lane", "stage", "segment"),
    Responsibility: ("subject", "party", "role"),
    ProcessUse: ("touchpoint", "process"),
    TouchpointData: ("touchpoint", "data"),
    Classification: ("touchpoint", "axis"),
    CustomValue: ("field", "subject"),
}
"""Links, and the fields that their identity is derived from."""


def make_link(kind: type[R], /, **values: Any) -> R:
    """A link with the identity that follows from its ends."""
    ends = (str(values[name]) for name in LINK_ENDS[kind])
    return make(kind, id=link_id(kind.__name__, *ends), **values)


__all__ = [
    "KINDS",
    "KIND_BY_NAME",
    "LINK_ENDS",
    "Asset",
    "Axis",
    "AxisValue",
    "Channel",
    "Classification",
    "CustomField",
    "CustomValue",
    "DataItem",
    "Dismissal",
    "Feedback",
    "Improvement",
    "Interaction",
    "JourneyMap",
    "Lane",
    "LaneText",
    "Measure",
    "Metric",
    "Party",
    "Placement",
    "PrintProfile",
    "Process",
    "ProcessUse",
    "ProjectInfo",
    "Quote",
    "Reading",
    "Responsibility",
    "Segment",
    "Snapshot",
    "Stage",
    "Touchpoint",
    "TouchpointData",
    "View",
    "make_link",
]
