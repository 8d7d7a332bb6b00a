"""The analysis of what is shown, always of the newest state, done aside."""

from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QObject, QTimer, Signal

from journeyeditor.analysis.comparison import Comparison, compare
from journeyeditor.analysis.curves import curves
from journeyeditor.analysis.distribution import distribution
from journeyeditor.analysis.facts import MapFacts, facts_of
from journeyeditor.analysis.finding import Finding
from journeyeditor.analysis.findings import dismissed_findings, standing_findings
from journeyeditor.analysis.heat import heat_map
from journeyeditor.analysis.method import progress
from journeyeditor.analysis.responsibility import ownership
from journeyeditor.analysis.summary import summary
from journeyeditor.analysis.usage import usage
from journeyeditor.model.choices import MapKind
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.records import Dismissal, JourneyMap, Segment
from journeyeditor.ui.work import Work

DELAY = 30
"""Milliseconds in which edits that follow each other become one question."""
AT_ONCE = (distribution, heat_map, ownership, usage, progress, summary, curves)
"""What nearly every page shows; the rest is computed when it is looked at."""


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

    `standing` and `aside` are the findings of the whole map. `other` is the map to compare with.
    """

    facts: MapFacts
    shown: MapFacts
    standing: tuple[Finding, ...]
    aside: tuple[tuple[Finding, Dismissal], ...]
    other: MapFacts | None = None

    @cached_property
    def comparison(self) -> Comparison | None:
        """How one of the two maps became the other."""
        if self.other is None:
            return None
        this, other = self.facts.map, self.other.map
        later = other.origin == this.id or (this.kind, other.kind) == (MapKind.AS_IS, MapKind.TO_BE)
        return compare(self.facts, self.other) if later else compare(self.other, self.facts)


def gain(question: Question) -> Insight | None:
    """The answer; None where there is no such map."""
    project = question.project
    if not project.find(JourneyMap, question.map):
        return None
    facts = facts_of(project, question.map)
    only = question.only if question.only and project.find(Segment, question.only) else None
    shown = facts_of(project, question.map, only=only) if only else facts
    other = question.other if question.other and project.find(JourneyMap, question.other) else None
    found = Insight(
        facts,
        shown,
        standing_findings(facts),
        dismissed_findings(facts),
        facts_of(project, other) if other else None,
    )
    for analysis in AT_ONCE:
        shown.once(analysis)
    return found


class Live(QObject):
    """Answers the newest question in a thread of its own; snapshots need no locks.

    `gained` carries an Insight, or None without a map.
    """

    gained = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._asked: Question | None = None
        self._work: Work | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY)
        self._timer.timeout.connect(self._begin)

    @property
    def busy(self) -> bool:
        """Whether a newer answer is to come."""
        return self._asked is not None or self._work is not None

    def ask(self, question: Question) -> None:
        """Answer this, and none of the questions before."""
        self._asked = question
        if not self._timer.isActive():
            self._timer.start()

    def close(self) -> None:
        """Ask nothing more, and wait for what is under way."""
        self._asked = None
        self._timer.stop()
        if self._work:
            self._work.wait()

    def _begin(self) -> None:
        if self._work is None and self._asked:
            question, self._asked = self._asked, None
            self._work = Work(lambda _tell, _cancelled: gain(question), self)
            self._work.done.connect(self._tell)
            self._work.failed.connect(self._fail)
            self._work.start()

    def _tell(self, insight: Insight | None) -> None:
        """Pass the answer on, unless the question is no longer the newest."""
        self._rest()
        if self._asked:
            self._timer.start()
        else:
            self.gained.emit(insight)

    def _fail(self, problem: Exception) -> None:
        self._rest()
        raise problem

    def _rest(self) -> None:
        if self._work:
            self._work.wait()  # its thread is still about to return from telling us
            self._work.deleteLater()
        self._work = None
