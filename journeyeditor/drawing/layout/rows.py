"""A segment's row: rail, cells with their cards, and the lanes below them.

Rows are laid out as if they began at y = 0; their strips are then put into place, so that a row
that only moves, or that stays as it was, is not built anew.
"""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import chain, pairwise

from journeyeditor.catalogue import lane_name
from journeyeditor.drawing.ink import LateDrawn
from journeyeditor.drawing.layout import cells, curve, rail
from journeyeditor.drawing.layout.cells import Cell
from journeyeditor.drawing.layout.content import DRAFT, read_card
from journeyeditor.drawing.layout.grid import COLLAPSED, LANE, RAIL, Column
from journeyeditor.drawing.layout.lanes import FilledLane, fill_lane, lane_nodes
from journeyeditor.drawing.layout.lens import Lens
from journeyeditor.drawing.layout.levels import PAINTERS
from journeyeditor.drawing.layout.options import Look
from journeyeditor.drawing.shapes import Band, Key, Node, Shape, Strip
from journeyeditor.model.choices import LaneKind
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.records import Lane, Segment


@dataclass(frozen=True)
class RowPlan:
    """What a row is built from, apart from its cards. `picture` is an asset's SHA-256."""

    segment: Segment
    picture: str
    columns: tuple[Column, ...]
    stage_names: tuple[str, ...]
    collapsed: bool
    lanes: tuple[Lane, ...]
    lens: Lens
    look: Look

    @property
    def has_curve(self) -> bool:
        """Whether one of the lanes is the emotion curve."""
        return any(lane.kind is LaneKind.EMOTION for lane in self.shown_lanes)

    @property
    def shown_lanes(self) -> tuple[Lane, ...]:
        """The lanes under the cells; a folded segment has none."""
        return () if self.collapsed or not self.columns else self.lanes


@dataclass(frozen=True)
class FilledCell:
    """A cell of a row."""

    plan: RowPlan
    column: Column
    cell: Cell

    @property
    def count(self) -> int:
        """How many cards it has, without one that is being typed."""
        return sum(card.id != DRAFT for card in self.cell.cards)

    @cached_property
    def cards(self) -> tuple[Node, ...]:
        """Its cards as nodes of the row."""
        return tuple(_card_nodes(self.plan, self.column, self.cell))


@dataclass(frozen=True)
class Row:
    """A row's nodes in a strip. `counts` are the numbers of cards, stage by stage."""

    plan: RowPlan
    cells: tuple[FilledCell, ...]
    lanes: tuple[FilledLane, ...]
    counts: tuple[int, ...]
    strip: Strip

    @cached_property
    def missing(self) -> frozenset[str]:
        """The characters that no font has."""
        late = [node.shapes for node in self.strip.nodes if isinstance(node.shapes, LateDrawn)]
        return frozenset[str]().union(*(shapes.drawn.missing for shapes in late))

    @property
    def bridged(self) -> bool:
        """Whether the curve passes over a stage without data."""
        cards = [part.cell.cards for part in self.cells]
        points = curve.curve_points(self.plan.columns, cards) if self.plan.has_curve else []
        return any(b.column - a.column > 1 for a, b in pairwise(points))


def build_row(project: Project, plan: RowPlan, earlier: Row | None, dirty: Container[Id]) -> Row:
    """The row; cells that an `earlier` one has, at stages that are not `dirty`, are taken over.

    Where the earlier row has another look (of the same language), its cells are painted anew.
    """
    known = _known_cells(earlier, plan, dirty)
    same_look = earlier is not None and earlier.plan.look == plan.look
    filled = tuple(
        part
        if (part := known.get(column)) and same_look
        else FilledCell(plan, column, part.cell if part else _arrange(project, plan, column))
        for column in plan.columns
    )
    upper = COLLAPSED
    if not plan.collapsed:
        upper = max([rail.height(plan.segment), *(part.cell.height for part in filled)])
    before = earlier.strip.by_key if earlier and same_look and earlier.strip.made else {}
    counts = tuple(part.count for part in filled)
    lanes = tuple(_fill_lanes(project, plan, earlier, dirty))
    height = upper + sum(lane.height for lane in lanes)
    strip = Strip(height, partial(_nodes, plan, filled, lanes, upper, before))
    return Row(plan, filled, lanes, counts, strip)


def _fill_lanes(
    project: Project, plan: RowPlan, earlier: Row | None, dirty: Container[Id]
) -> Iterator[FilledLane]:
    known = {filled.lane.id: filled for filled in earlier.lanes} if earlier else {}
    for lane in plan.shown_lanes:
        if lane.kind is LaneKind.EMOTION:
            yield FilledLane(lane, (), LANE)
        else:
            before = known.get(lane.id)
            yield fill_lane(project, lane, plan.segment.id, plan.columns, before, dirty, plan.look)


def _nodes(
    plan: RowPlan,
    filled: Sequence[FilledCell],
    lanes: Sequence[FilledLane],
    upper: float,
    before: Mapping[Key, Node],
) -> Iterator[Node]:
    """The row's nodes; those that are as they were `before` are the same objects."""
    for node in chain(
        _row_nodes(plan, filled, upper, not lanes), _lane_nodes(plan, filled, lanes, upper)
    ):
        old = before.get(node.key)
        yield old if old == node else node


def _known_cells(
    earlier: Row | None, plan: RowPlan, dirty: Container[Id]
) -> dict[Column, FilledCell]:
    if earlier is None or earlier.plan.collapsed != plan.collapsed:
        return {}
    if (earlier.plan.lens, earlier.plan.look.fields) != (plan.lens, plan.look.fields):
        return {}
    pairs = zip(earlier.plan.columns, earlier.cells, strict=True)
    return {column: part for column, part in pairs if column.stage not in dirty}


def _arrange(project: Project, plan: RowPlan, column: Column) -> Cell:
    """Reads and measures the cards of a cell."""
    language, fields = plan.look.language, plan.look.fields
    placements = project.cell(column.stage, plan.segment.id)
    cards = tuple(read_card(project, it, language, plan.lens, fields) for it in placements)
    return cells.arrange(cards, column, plan.collapsed, fields)


def _card_nodes(plan: RowPlan, column: Column, cell: Cell) -> Iterator[Node]:
    look = plan.look
    painters = PAINTERS[look.level]
    paint_card = painters.card
    paint_chip = painters.small_chip if column.folded else painters.chip
    for card, place in zip(cell.cards, cell.places, strict=False):
        shapes: Sequence[Shape] = ()
        if (plan.collapsed or column.folded) and paint_chip:
            shapes = LateDrawn(partial(paint_chip, card, place.width, look))
        elif paint_card:
            paint = partial(paint_card, card, place.width, place.height, look)
            shapes = LateDrawn(paint, look.theme.card)
        x, key = column.x + place.x, ("card", card.id)
        yield Node(key, x, place.y, place.width, place.height, shapes, Band.BODY, card.name)


def _row_nodes(plan: RowPlan, filled: Sequence[FilledCell], upper: float, edge: bool) -> list[Node]:
    """Rail, then cell by cell with its cards."""
    segment, look = plan.segment, plan.look
    painters = PAINTERS[look.level]
    count = sum(part.count for part in filled)
    points = look.tr.plural("{count} touchpoint", "{count} touchpoints", count)
    if plan.collapsed:
        paint = partial(painters.folded, segment, plan.picture, look)
    else:
        paint = partial(painters.segment, segment, plan.picture, count, upper, edge, look)
    name = f"{segment.name}, {points}"
    nodes = [Node(("segment", segment.id), 0, 0, RAIL, upper, LateDrawn(paint), Band.RAIL, name)]
    for column, stage, part in zip(plan.columns, plan.stage_names, filled, strict=True):
        shapes = LateDrawn(partial(painters.cell, part.cell, upper, edge, look))
        here = look.tr.plural("{count} touchpoint", "{count} touchpoints", part.count)
        key = ("cell", column.stage, segment.id)
        name = f"{stage}, {segment.name}, {here}"
        nodes.append(Node(key, column.x, 0, column.width, upper, shapes, Band.BODY, name))
        nodes += part.cards
    return nodes


def _lane_nodes(
    plan: RowPlan, filled: Sequence[FilledCell], lanes: Sequence[FilledLane], top: float
) -> Iterator[Node]:
    """Lane by lane, its rail and then what it shows."""
    for lane in lanes:
        edge = lane is lanes[-1]
        if lane.lane.kind is LaneKind.EMOTION:
            yield from _curve_nodes(plan, filled, lane.lane, top, edge)
        else:
            yield from lane_nodes(lane, plan.segment, plan.stage_names, top, edge, plan.look)
        top += lane.height


def _curve_nodes(
    plan: RowPlan, filled: Sequence[FilledCell], lane: Lane, top: float, edge: bool
) -> Iterator[Node]:
    columns, look, id = plan.columns, plan.look, plan.segment.id
    cards = [part.cell.cards for part in filled]
    emotions = [c.emotion for group in cards for c in group if c.emotion is not None]
    title = lane_name(lane, look.language)
    side = LateDrawn(partial(curve.paint_rail, title, emotions, edge, look))
    shown = LateDrawn(partial(curve.paint, columns, cards, edge, look))
    width = columns[-1].x + columns[-1].width - RAIL
    name = f"{title}, {curve.mean_text(emotions, look)}" if emotions else title
    yield Node(("curve_rail", id), 0, top, RAIL, LANE, side, Band.RAIL, name)
    if look.page:
        name = curve.said(name, plan.stage_names, cards, look)
    yield Node(("curve", id), RAIL, top, width, LANE, shown, Band.BODY, name)
