"""A large drawing cut into sheets that an office printer can print.

Nothing here is painted: these are the places where the cuts go. Unit: the point.
"""

from collections.abc import Callable
from dataclasses import dataclass

from journeyeditor.drawing.shapes import Band, Drawing
from journeyeditor.errors import Refused
from journeyeditor.exporting.paper import paper_size, turned
from journeyeditor.translation import tr

MOST_SHEETS = 2000
_SLACK = 1e-6
_HALVINGS = 40
_SMALLEST_SCALE = 0.01
_LARGEST_SCALE = 8.0


@dataclass(frozen=True, kw_only=True)
class Tiling:
    """How to cut a poster into sheets of `paper`.

    Neighbours share a strip of `overlap` points. `whole` cuts between stages and segments only,
    where they fit a sheet. `repeat` shows the stages' header and the segments' rail on each
    sheet. `across` and `down` set how many sheets there are, 0 as many as the scale needs.
    `guides` adds crop marks and the sheets' coordinates, `plan` a first page that shows how the
    sheets go together.
    """

    paper: str = "A4"
    landscape: bool | None = None
    overlap: float = 0.0
    whole: bool = False
    repeat: bool = False
    across: int = 0
    down: int = 0
    guides: bool = True
    plan: bool = True


@dataclass(frozen=True)
class Span:
    """A stretch of the drawing on one axis, from `start` to `end`.

    On its sheet it stands behind `lead` points of the repeated rail or header.
    """

    start: float
    end: float
    lead: float = 0.0


@dataclass(frozen=True)
class Grid:
    """The sheets: their size, the scale of the drawing on them, and the spans that they show."""

    width: float
    height: float
    margin: float
    scale: float
    columns: tuple[Span, ...]
    rows: tuple[Span, ...]

    @property
    def count(self) -> int:
        return len(self.columns) * len(self.rows)


@dataclass(frozen=True)
class Axis:
    """What matters of a drawing on one axis: its `length` and the good places for a cut.

    `edges` lie between stages or segments, `inner` ones between a segment's cells and its lanes.
    `repeated` is the stretch that is shown again on each sheet (a point where there is none), and
    `body` the stretch of the map itself, without title, legend and footer.
    """

    length: float
    edges: tuple[float, ...] = ()
    inner: tuple[float, ...] = ()
    repeated: tuple[float, float] = (0.0, 0.0)
    body: tuple[float, float] = (0.0, 0.0)

    @property
    def lead(self) -> float:
        return self.repeated[1] - self.repeated[0]


def axes(drawing: Drawing) -> tuple[Axis, Axis]:
    """The axes of a map's drawing: across, with the rail and the stages, and down, with the
    header and the segments."""
    corner = drawing.by_key.get(("corner",))
    if corner is None:
        return Axis(drawing.width), Axis(drawing.height)
    rail, below = corner.x + corner.width, corner.y + corner.height
    frame = drawing.by_key.get(("frame",))
    bottom = frame.y + frame.height if frame else drawing.height
    across, down, inner = {rail}, {below, bottom}, set()
    for node in drawing.nodes:
        if node.band is Band.HEADER:
            across.add(node.x + node.width)
        elif node.key[0] == "segment":
            down.add(node.y)
        elif node.band is Band.RAIL:
            inner.add(node.y)
    return (
        Axis(drawing.width, tuple(across), (), (corner.x, rail), (corner.x, drawing.width)),
        Axis(drawing.height, tuple(down), tuple(inner), (corner.y, below), (corner.y, bottom)),
    )


def grid_for(drawing: Drawing, scale: float, margin: float, tiling: Tiling) -> Grid:
    """The sheets for a drawing at a scale, which gives way to a wanted number of sheets.

    A sheet without a wish for its turn is turned so that there are fewer of them. Refused where
    the margins leave no room, or thousands of sheets would be needed.
    """
    turns = (True, False) if tiling.landscape is None else (tiling.landscape,)
    grids = [_grid(drawing, scale, margin, tiling, landscape) for landscape in turns]
    best = min(grids, key=lambda grid: (grid.count, -grid.scale))
    if best.count > MOST_SHEETS:
        raise Refused(
            tr("This would take {count} sheets.", count=tr.number(best.count)),
            advice=tr("Choose larger sheets or a smaller poster."),
        )
    return best


def _grid(drawing: Drawing, scale: float, margin: float, tiling: Tiling, landscape: bool) -> Grid:
    width, height = turned(paper_size(tiling.paper), landscape)
    room = width - 2 * margin, height - 2 * margin
    if min(room) <= tiling.overlap:
        raise Refused(
            tr("The margins leave no room on the paper."),
            advice=tr("Choose smaller margins or a larger paper."),
        )
    both = axes(drawing)
    wanted = tiling.across, tiling.down

    def cut(scale: float) -> tuple[tuple[Span, ...], ...]:
        overlap = tiling.overlap / scale
        return tuple(
            spans(axis, length / scale, overlap, whole=tiling.whole, repeat=tiling.repeat)
            for axis, length in zip(both, room, strict=True)
        )

    if any(wanted):
        scale = _scale_for(
            lambda scale: all(
                not count or len(found) <= count
                for count, found in zip(wanted, cut(scale), strict=True)
            )
        )
    return Grid(width, height, margin, scale, *cut(scale))


def _scale_for(fits: Callable[[float], bool]) -> float:
    """The largest scale that fits; a larger one never fits better."""
    low, high = _SMALLEST_SCALE, _LARGEST_SCALE
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if fits(middle) else (low, middle)
    return low


def spans(
    axis: Axis, room: float, overlap: float, *, whole: bool, repeat: bool
) -> tuple[Span, ...]:
    """The stretches of one axis for sheets with so much room, in points of the drawing.

    A lead is repeated only where it leaves half of the room to the rest.
    """
    lead = axis.lead if repeat and axis.lead <= room / 2 else 0.0
    overlap = 0.0 if whole else min(overlap, (room - lead) / 2)
    found = [Span(0.0, _end(axis, 0.0, room, whole))]
    while found[-1].end < axis.length - _SLACK and len(found) <= MOST_SHEETS:
        start = found[-1].end - overlap
        on_map = axis.repeated[1] - _SLACK <= start < axis.body[1] - _SLACK
        own = lead if on_map else 0.0
        found.append(Span(start, _end(axis, start, room - own, whole), own))
    return tuple(found)


def _end(axis: Axis, start: float, room: float, whole: bool) -> float:
    """Where a sheet that begins at `start` ends."""
    furthest = start + room
    if furthest >= axis.length - _SLACK:
        return axis.length
    if not whole:
        return furthest
    after = max(start, axis.repeated[1]) + _SLACK
    for edges in (axis.edges, axis.inner):
        fitting = [edge for edge in edges if after < edge <= furthest + _SLACK]
        if fitting:
            return max(fitting)
    return furthest
