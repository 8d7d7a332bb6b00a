"""A large drawing cut into sheets that an office printer can print.

Nothing here is painted: these are the places where the cuts go. Unit: the point.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from journeyeditor.drawing.shapes import Drawing, Image, Node, Text
from journeyeditor.errors import Refused
from journeyeditor.exporting.axes import axes
from journeyeditor.exporting.cutting import Axis, Cut, Span, cut
from journeyeditor.exporting.paper import formats
from journeyeditor.translation import tr

MOST_SHEETS = 2000
_STEP, _HALVINGS, _SMALLEST_SHARE = 0.8, 7, 0.02
"""How the largest scale is looked for that fits: downwards in steps, then between two of them."""
_LARGEST_SCALE = 8.0
_GIVING_WAY = tuple(1 - step / 50 for step in range(1, 13))
"""What the scale is multiplied with so that stages and segments can stay whole: 24 % at most."""
_TRACE = 4
"""How many of these steps are worth a row of sheets that would show the legend alone."""


@dataclass(frozen=True, kw_only=True)
class Tiling:
    """How to cut a poster into sheets of `paper`.

    Neighbours share a strip of `overlap` points. `whole` cuts between stages and segments only,
    where they fit a sheet; then sheets lie edge to edge. `repeat` shows the stages' header and
    the segments' rail on each sheet, where they leave half of it to the rest. `across` and `down`
    set how many sheets there are, 0 as many as the scale needs.
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

    @property
    def shared(self) -> float:
        """How many points neighbours share."""
        return 0.0 if self.whole else self.overlap


class Shortfall(StrEnum):
    """What was wished of the sheets and can't be had."""

    REPEAT = "repeat"
    WHOLE = "whole"
    SMALLER = "smaller"
    LARGEST = "largest"


@dataclass(frozen=True)
class Grid:
    """The sheets: their size, the scale of the drawing on them, and the spans that they show.

    `shown` are columns and rows of those on which there is something to see, and `torn` counts
    the cuts through what should be whole.
    """

    width: float
    height: float
    margin: float
    scale: float
    columns: tuple[Span, ...]
    rows: tuple[Span, ...]
    torn: int
    shortfalls: frozenset[Shortfall]
    shown: frozenset[tuple[int, int]] = frozenset()

    @property
    def count(self) -> int:
        """How many sheets are printed."""
        return len(self.shown)


def grid_for(drawing: Drawing, scale: float, margin: float, tiling: Tiling) -> Grid:
    """The sheets for a drawing at a scale, which gives way to a wanted number of sheets, and
    a little to stages and segments that are to be whole.

    Sheets that may lie either way round are turned so that less is torn, and there are fewer of
    them. Refused where the margins leave no room, or thousands of sheets would be needed.
    """
    both = axes(drawing)
    sizes = formats(tiling.paper, tiling.landscape)
    grids = [_grid(both, scale, margin, tiling, size) for size in sizes]
    best = min(grids, key=lambda grid: (grid.torn, _size(grid), -grid.scale))
    if _size(best) > MOST_SHEETS:
        raise Refused(
            tr("This would take {count} sheets.", count=tr.number(_size(best))),
            advice=tr("Choose larger sheets or a smaller poster."),
        )
    return replace(best, shown=frozenset(_shown(best, drawing)))


def _size(grid: Grid) -> int:
    return len(grid.columns) * len(grid.rows)


def _shown(grid: Grid, drawing: Drawing) -> Iterator[tuple[int, int]]:
    """Columns and rows of the sheets with something that no sheet before shows."""
    across, down = ([span.end for span in spans] for spans in (grid.columns, grid.rows))
    for node in drawing.nodes:
        for left, top, right, bottom in _telling(node):
            for column in range(bisect_right(across, left), bisect_left(across, right) + 1):
                for row in range(bisect_right(down, top), bisect_left(down, bottom) + 1):
                    yield min(column, len(across) - 1), min(row, len(down) - 1)


def _telling(node: Node) -> Iterator[tuple[float, float, float, float]]:
    """Left, top, right and bottom of what a node has to read or to see, more than lines and empty
    ground; of a line of text that is its baseline."""
    if node.key[0] == "curve":
        yield node.x, node.y, node.x + node.width, node.y + node.height
    for shape in node.shapes:
        if isinstance(shape, Text | Image):
            x, y = node.x + shape.x, node.y + shape.y
            height = shape.height if isinstance(shape, Image) else 0.0
            yield x, y, x + shape.width, y + height


def _grid(
    both: tuple[Axis, Axis],
    scale: float,
    margin: float,
    tiling: Tiling,
    size: tuple[float, float],
) -> Grid:
    room = size[0] - 2 * margin, size[1] - 2 * margin
    if min(room) <= tiling.shared:
        raise Refused(
            tr("The margins leave no room on the paper."),
            advice=tr("Choose smaller margins or a larger paper."),
        )
    across, down = (_Cutter(*it, tiling) for it in zip(both, room, strict=True))
    wanted = [(it, n) for it, n in ((across, tiling.across), (down, tiling.down)) if n]
    poster, short = scale, set[Shortfall]()
    if wanted:
        most = min(count * it.room / it.axis.length for it, count in wanted)
        scale = _largest(
            min(most, _LARGEST_SCALE),
            lambda scale: all(len(it.cut(scale).spans) <= count for it, count in wanted),
        )
        if scale == _LARGEST_SCALE < most:
            short.add(Shortfall.LARGEST)
    elif tiling.whole:
        scale = _least_torn(scale, across, down)
        if scale < poster:
            short.add(Shortfall.SMALLER)
    columns, rows = across.cut(scale), down.cut(scale)
    torn = columns.torn + rows.torn
    if tiling.whole and torn:
        short.add(Shortfall.WHOLE)
    if any(len(it.spans) > 1 and not it.repeats for it in (columns, rows)):
        short.add(Shortfall.REPEAT)
    return Grid(*size, margin, scale, columns.spans, rows.spans, torn, frozenset(short))


@dataclass(frozen=True)
class _Cutter:
    """Cuts one axis for sheets with so much `room`, in points of the paper."""

    axis: Axis
    room: float
    tiling: Tiling

    def cut(self, scale: float) -> Cut:
        wish = self.tiling
        room, overlap = self.room / scale, wish.shared / scale
        return cut(self.axis, room, overlap, whole=wish.whole, repeat=wish.repeat)

    def leaves_rest(self, found: Cut) -> bool:
        """Whether the last sheet shows nothing of the map itself."""
        *before, last = found.spans
        return bool(before) and last.start >= self.axis.body[1]


def _least_torn(scale: float, across: "_Cutter", down: "_Cutter") -> float:
    """The scale, or one a little smaller at which less is torn.

    A scale that is only a trace smaller may also bring the legend to the last segment.
    """

    def faults(scale: float) -> tuple[int, bool]:
        rows = down.cut(scale)
        return across.cut(scale).torn + rows.torn, down.leaves_rest(rows)

    best, least = scale, faults(scale)
    for number, share in enumerate(_GIVING_WAY):
        if least == (0, False) or (least[0] == 0 and number >= _TRACE):
            break
        if (found := faults(scale * share)) < least:
            best, least = scale * share, found
    return best


def _largest(most: float, fits: Callable[[float], bool]) -> float:
    """The largest scale up to the `most` that fits; a larger one never fits better."""
    low = most
    while low > _SMALLEST_SHARE * most and not fits(low):
        low *= _STEP
    if low == most:
        return most
    high = low / _STEP
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if fits(middle) else (low, middle)
    return low
