"""What was laid out before, and which of it an edit leaves valid."""

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass

from journeyeditor.drawing.layout.options import Look
from journeyeditor.drawing.layout.rows import Row
from journeyeditor.drawing.shapes import Key, Node
from journeyeditor.model.fields import Record
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.records import (
    Channel,
    Classification,
    Improvement,
    LaneText,
    Measure,
    Metric,
    Party,
    Placement,
    Process,
    ProcessUse,
    Quote,
    Reading,
    Responsibility,
    Touchpoint,
    TouchpointData,
)

MOST_VIEWS = 8


@dataclass(frozen=True)
class View:
    """A map as it was last laid out in one look."""

    project: Project
    rows: Mapping[Id, Row]
    heads: Mapping[Key, Node]


class LayoutCache:
    """Keeps what `lay_out` built, for the maps and looks that were last asked for."""

    def __init__(self) -> None:
        self._views: OrderedDict[tuple[Id, Look], View] = OrderedDict()

    def find(self, map: Id, look: Look) -> View | None:
        """The view in that look, else the latest of the map in its language."""
        exact = self._views.get((map, look))
        others = (
            view
            for (id, other), view in reversed(self._views.items())
            if id == map and other.language == look.language
        )
        return exact or next(others, None)

    def keep(self, map: Id, look: Look, view: View) -> None:
        self._views[map, look] = view
        self._views.move_to_end((map, look))
        while len(self._views) > MOST_VIEWS:
            self._views.popitem(last=False)


def dirty_cells(project: Project, earlier: Project) -> dict[Id, set[Id]]:
    """The stages, by segment, where cards or lanes may look other than in the earlier project."""
    subjects = _touched(project, earlier)
    cells: dict[Id, set[Id]] = {}
    for texts in project.differences(earlier, LaneText):
        for text in filter(None, texts):
            cells.setdefault(text.segment, set()).add(text.stage)
    for cards in project.differences(earlier, Placement):
        for card in filter(None, cards):
            cells.setdefault(card.segment, set()).add(card.stage)
            subjects.add(card.touchpoint)
    for id in subjects:
        own = project.find(Placement, id)
        for placement in (own,) if own else project.where(Placement, touchpoint=id):
            cells.setdefault(placement.segment, set()).add(placement.stage)
    return cells


def _touched(project: Project, earlier: Project) -> set[Id]:
    """Touchpoints that differ, and touchpoints and cards of which something is told that does."""
    found: set[Id] = set()
    for touchpoints in project.differences(earlier, Touchpoint):
        found.update(touchpoint.id for touchpoint in touchpoints if touchpoint)
    for kind, name in _TOLD_OF:
        for pair in project.differences(earlier, kind):
            found.update(getattr(record, name) for record in pair if record)
    for kind, user, name, subject in _NAMED_IN:
        for pair in project.differences(earlier, kind):
            for id in {record.id for record in pair if record}:
                found.update(getattr(it, subject) for it in project.where(user, **{name: id}))
    for readings in project.differences(earlier, Reading):
        measures = (project.find(Measure, reading.measure) for reading in readings if reading)
        found.update(measure.subject for measure in measures if measure)
    return found


_TOLD_OF: tuple[tuple[type[Record], str], ...] = (
    (Responsibility, "subject"),
    (ProcessUse, "touchpoint"),
    (TouchpointData, "touchpoint"),
    (Measure, "subject"),
    (Improvement, "subject"),
    (Classification, "touchpoint"),
    (Quote, "placement"),
)
"""Records, and the field that names the touchpoint or card that they tell something of."""
_NAMED_IN: tuple[tuple[type[Record], type[Record], str, str], ...] = (
    (Party, Responsibility, "party", "subject"),
    (Channel, Touchpoint, "channel", "id"),
    (Process, ProcessUse, "process", "touchpoint"),
    (Metric, Measure, "metric", "subject"),
)
"""Entries of catalogues, who names them in which field, and what that one tells something of."""
