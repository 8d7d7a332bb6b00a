"""The lanes of a map: those that somebody chose, and those that are on offer."""

from journeyeditor.model.choices import LaneKind
from journeyeditor.model.fields import make
from journeyeditor.model.ids import Id, link_id
from journeyeditor.model.order import keys_between
from journeyeditor.model.project import Project
from journeyeditor.model.records import Lane

FREE = (LaneKind.TEXT, LaneKind.PICTURES)
"""What the users write and paste themselves; all other kinds are views of the cards."""
VIEWS = tuple(kind for kind in LaneKind if kind not in FREE)


def lanes_of(project: Project, map: Id) -> tuple[Lane, ...]:
    """The lanes from top to bottom, hidden ones too.

    The emotion curve shows on a map that says nothing else about it.
    """
    lanes = project.where(Lane, map=map)
    if any(lane.kind is LaneKind.EMOTION for lane in lanes):
        return lanes
    first = lanes[0].order if lanes else ""
    [order] = keys_between("", first, 1)
    return (_view(map, LaneKind.EMOTION, order), *lanes)


def lanes_on_offer(project: Project, map: Id) -> tuple[Lane, ...]:
    """The views that a map does not have yet, as they would join it."""
    present = {lane.kind for lane in lanes_of(project, map)}
    return tuple(_view(map, kind, "") for kind in VIEWS if kind not in present)


def _view(map: Id, kind: LaneKind, order: str) -> Lane:
    """A view's identity follows from its kind: two copies of a file that show it agree."""
    return make(Lane, id=link_id("Lane", map, kind), map=map, kind=kind, order=order)
