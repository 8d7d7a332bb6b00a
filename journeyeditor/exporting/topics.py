"""What an export can tell of, or leave out."""

from enum import StrEnum


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


CLIENT_SAFE = frozenset(Topic) - {Topic.METRICS, Topic.QUOTES}
"""What readers outside the company don't see."""
