"""What an export can tell of, or leave out."""

from collections.abc import Mapping
from enum import StrEnum

from journeyeditor.translation import N_


class Topic(StrEnum):
    """What may be left out for readers outside the company."""

    OWNERS = "owners"
    PROCESSES = "processes"
    OBSTACLES = "obstacles"
    IMPROVEMENTS = "improvements"
    METRICS = "metrics"
    DATA = "data"
    QUOTES = "quotes"
    NOTES = "notes"


TOPIC_NAMES: Mapping[Topic, str] = {
    Topic.OWNERS: N_("Owners"),
    Topic.PROCESSES: N_("Processes"),
    Topic.OBSTACLES: N_("Obstacles"),
    Topic.IMPROVEMENTS: N_("Improvements"),
    Topic.METRICS: N_("Metrics"),
    Topic.DATA: N_("Data"),
    Topic.QUOTES: N_("Quotes"),
    Topic.NOTES: N_("Notes"),
}
"""What the topics are called; English messages."""
CLIENT_SAFE = frozenset(Topic) - {Topic.METRICS, Topic.QUOTES}
"""What readers outside the company don't see."""
