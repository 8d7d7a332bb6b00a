"""The way through the open questions of a map: panel by panel, card by card."""

from dataclasses import dataclass

from journeyeditor.analysis.completeness import QUESTIONS, Question, completeness
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.records import Placement

_BY_ID = {question.id: question for question in QUESTIONS}
IN_ORDER = tuple(
    _BY_ID[id]
    for id in (
        *("channel", "evidence", "responsible", "process", "emotion", "need", "obstacle"),
        *("outcome", "optimal", "data", "metric"),
    )
)
"""The questions as their fields stand on the panels."""


@dataclass(frozen=True)
class OpenQuestion:
    """A question that a card leaves open: the `place`-th of the card's `count`, from 1."""

    card: Placement
    question: Question
    place: int
    count: int


def step(project: Project, map: Id, card: Id | None, question: str, by: int) -> OpenQuestion | None:
    """The open question after (`by` 1) or before (-1) one of a card; None where all is answered.

    From the last card of the map it goes on with the first. Without a `question` a card's first
    or last one comes.
    """
    cards = project.placements(map)
    if not cards:
        return None
    here = next((index for index, known in enumerate(cards) if known.id == card), None)
    if here is None:
        here, question = (0 if by > 0 else len(cards) - 1), ""
    places = [known.id for known in IN_ORDER]
    since = places.index(question) if question else -1 if by > 0 else len(places)
    for offset in range(len(cards) + 1):
        there = cards[(here + by * offset) % len(cards)]
        left = completeness(project, there).open
        found = [known for known in IN_ORDER if known in left]
        ahead = [
            known
            for known in found[:: 1 if by > 0 else -1]
            if offset or (places.index(known.id) - since) * by > 0
        ]
        if ahead:
            return OpenQuestion(there, ahead[0], found.index(ahead[0]) + 1, len(found))
    return None
