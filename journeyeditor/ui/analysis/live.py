"""The analysis of what is shown, always of the newest state, made in the backroom."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from journeyeditor.analysis.comparison import Comparison, compare
from journeyeditor.analysis.distribution import distribution
from journeyeditor.analysis.facts import MapFacts, facts_of
from journeyeditor.analysis.finding import Finding
from journeyeditor.analysis.findings import dismissed_findings, standing_findings
from journeyeditor.analysis.improvements import improvements
from journeyeditor.analysis.summary import summary
from journeyeditor.model.choices import MapKind
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.records import Dismissal, JourneyMap, Segment
from journeyeditor.ui.analysis.backroom import Backroom

DELAY = 30
"""Milliseconds in which edits that follow each other become one question."""
AT_ONCE = (summary, distribution, improvements)
"""What the window asks of the facts itself; all else is computed for what is drawn."""


@dataclass(frozen=True)
class Question:
    """What is to be analysed: a map, `only` one of its segments, compared with another map."""

    project: Project
    map: Id
    only: Id | None = None
    other: Id | None = None


@dataclass(frozen=True)
class Insight:
    """What a map tells. `facts` are of the whole map, `shown` of what is looked at.

    `standing` and `aside` are the findings of the whole map. `comparison` tells how one of two maps
    became the other, where there is another to compare with.
    """

    facts: MapFacts
    shown: MapFacts
    standing: tuple[Finding, ...]
    aside: tuple[tuple[Finding, Dismissal], ...]
    comparison: Comparison | None = None


def gain(question: Question) -> Insight | None:
    """The answer; None where there is no such map."""
    project = question.project
    if not project.find(JourneyMap, question.map):
        return None
    facts = facts_of(project, question.map)
    only = question.only if question.only and project.find(Segment, question.only) else None
    shown = facts_of(project, question.map, only=only) if only else facts
    other = question.other if question.other and project.find(JourneyMap, question.other) else None
    for analysis in AT_ONCE:
        shown.once(analysis)
    return Insight(
        facts,
        shown,
        standing_findings(facts),
        dismissed_findings(facts),
        _compared(facts, facts_of(project, other)) if other else None,
    )


def _compared(this: MapFacts, other: MapFacts) -> Comparison:
    """From the map of today to that of tomorrow, whichever of them is shown."""
    kinds = this.map.kind, other.map.kind
    later = other.map.origin == this.map.id or kinds == (MapKind.AS_IS, MapKind.TO_BE)
    return compare(this, other) if later else compare(other, this)


class Live(QObject):
    """Answers the newest question; what was to be made of older answers is dropped.

    `gained` carries an Insight, or None without a map.
    """

    gained = Signal(object)

    def __init__(self, room: Backroom, parent: QObject) -> None:
        super().__init__(parent)
        self._room = room
        self._asked: Question | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY)
        self._timer.timeout.connect(self._begin)

    @property
    def busy(self) -> bool:
        """Whether something newer is to be shown."""
        return self._asked is not None or self._room.busy

    def ask(self, question: Question) -> None:
        """Answer this, and none of the questions before."""
        self._asked = question
        self._room.drop()
        if not self._timer.isActive():
            self._timer.start()

    def close(self) -> None:
        """Ask nothing more, and wait for what is under way."""
        self._asked = None
        self._timer.stop()
        self._room.close()

    def _begin(self) -> None:
        if self._asked:
            question, self._asked = self._asked, None
            self._room.ask(self, partial(gain, question), self.gained.emit)
