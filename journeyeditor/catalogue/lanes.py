"""What the lanes of a map are called, and their signs."""

from collections.abc import Mapping

from journeyeditor.model.choices import LaneKind
from journeyeditor.model.records import Lane
from journeyeditor.translation import N_, translator

LANE_NAMES: Mapping[LaneKind, str] = {
    LaneKind.EMOTION: N_("Emotion"),
    LaneKind.OBSTACLES: N_("Obstacles"),
    LaneKind.OPPORTUNITIES: N_("Opportunities"),
    LaneKind.NEEDS: N_("Needs"),
    LaneKind.OWNERS: N_("Owners"),
    LaneKind.PROCESSES: N_("Processes"),
    LaneKind.METRICS: N_("Metrics"),
    LaneKind.CHANNELS: N_("Channels"),
    LaneKind.QUOTES: N_("Customers’ words"),
    LaneKind.TEXT: N_("Text"),
    LaneKind.PICTURES: N_("Pictures"),
}
LANE_ICONS: Mapping[LaneKind, str] = {
    LaneKind.EMOTION: "smile",
    LaneKind.OBSTACLES: "triangle-alert",
    LaneKind.OPPORTUNITIES: "lightbulb",
    LaneKind.NEEDS: "heart",
    LaneKind.OWNERS: "users-round",
    LaneKind.PROCESSES: "settings",
    LaneKind.METRICS: "gauge",
    LaneKind.CHANNELS: "share-2",
    LaneKind.QUOTES: "quote",
    LaneKind.TEXT: "file-text",
    LaneKind.PICTURES: "image",
}
"""Stems of files in resources/icons."""


def lane_name(lane: Lane, language: str) -> str:
    """The lane's own title, else the name of its kind."""
    return lane.title or translator(language)(LANE_NAMES[lane.kind])
