"""What was laid out before, and which of it an edit leaves valid."""

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass

from journeyeditor.drawing.layout.options import Look
from journeyeditor.drawing.layout.rows import Row
from journeyeditor.drawing.shapes import Key, Node
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.records import Channel, Party, Placement, Responsibility, Touchpoint

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
    """The stages, by segment, where cards may look other than in the earlier project."""
    touchpoints: set[Id] = set()
    cells: dict[Id, set[Id]] = {}
    for old, new in project.differences(earlier, Placement):
        for placement in filter(None, (old, new)):
            touchpoints.add(placement.touchpoint)
            cells.setdefault(placement.segment, set()).add(placement.stage)
    touchpoints |= _touched(project, earlier)
    for touchpoint in touchpoints:
        for placement in project.where(Placement, touchpoint=touchpoint):
            cells.setdefault(placement.segment, set()).add(placement.stage)
    return cells


def _touched(project: Project, earlier: Project) -> set[Id]:
    """Touchpoints that differ, or whose channel or owners do."""
    found: set[Id] = set()
    for pair in project.differences(earlier, Touchpoint):
        found.update(touchpoint.id for touchpoint in pair if touchpoint)
    for duties in project.differences(earlier, Responsibility):
        found.update(duty.subject for duty in duties if duty)
    for parties in project.differences(earlier, Party):
        for id in {party.id for party in parties if party}:
            found.update(duty.subject for duty in project.where(Responsibility, party=id))
    for channels in project.differences(earlier, Channel):
        for id in {channel.id for channel in channels if channel}:
            found.update(touchpoint.id for touchpoint in project.where(Touchpoint, channel=id))
    return found
