"""A segment's row: rail, cells with their cards, and the curve below them.

Rows are laid out as if they began at y = 0; their strips are then put into place, so that a row
that only moves, or that stays as it was, is not built anew.
"""

from collections.abc import Container, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from journeyeditor.drawing.ink import LateDrawn
from journeyeditor.drawing.layout import cells, curve, rail
from journeyeditor.drawing.layout.cells import Cell
from journeyeditor.drawing.layout.content import read_card
from journeyeditor.drawing.layout.grid import COLLAPSED, LANE, RAIL, Column
from journeyeditor.drawing.layout.lens import Lens
from journeyeditor.drawing.layout.levels import PAINTERS
from journeyeditor.drawing.layout.options import Look
from journeyeditor.drawing.shapes import Band, Node, Shape, Strip
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.records import Segment


@dataclass(frozen=True)
class RowPlan:
    """What a row is built from, apart from its cards. `picture` is an asset's SHA-256."""

    segment: Segment
    picture: str
    columns: tuple[Column, ...]
    stage_names: tuple[str, ...]
    collapsed: bool
    curve: bool
    lens: Lens
    look: Look

    @property
    def has_lane(self) -> bool:
        return self.curve and not self.collapsed and bool(self.columns)


@dataclass(frozen=True, slots=True)
class FilledCell:
    """A cell, and its cards as nodes of the row."""

    cell: Cell
    cards: tuple[Node, ...]


@dataclass(frozen=True)
class Row:
    """A row's nodes in a strip. `counts` are the numbers of cards, stage by stage."""

    plan: RowPlan
    cells: tuple[FilledCell, ...]
    counts: tuple[int, ...]
    strip: Strip

    @property
    def missing(self) -> frozenset[str]:
        """The characters that no font has."""
        late = [node.shapes for node in self.strip.nodes if isinstance(node.shapes, LateDrawn)]
        return frozenset[str]().union(*(shapes.drawn.missing for shapes in late))

    @property
    def bridged(self) -> bool:
        """Whether the curve passes over a stage without data."""
        cards = [part.cell.cards for part in self.cells]
        points = curve.curve_points(self.plan.columns, cards) if self.plan.has_lane else []
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
        else _paint_cards(plan, column, part.cell if part else _arrange(project, plan, column))
        for column in plan.columns
    )
    upper = COLLAPSED
    if not plan.collapsed:
        upper = max([rail.height(plan.segment), *(part.cell.height for part in filled)])
    nodes = _row_nodes(plan, filled, upper)
    if earlier and same_look:
        before = earlier.strip.by_key
        nodes = [old if (old := before.get(node.key)) == node else node for node in nodes]
    counts = tuple(len(part.cell.cards) for part in filled)
    height = upper + (LANE if plan.has_lane else 0.0)
    return Row(plan, filled, counts, Strip(tuple(nodes), height))


def _known_cells(
    earlier: Row | None, plan: RowPlan, dirty: Container[Id]
) -> dict[Column, FilledCell]:
    if earlier is None or earlier.plan.collapsed != plan.collapsed:
        return {}
    if earlier.plan.lens != plan.lens:
        return {}
    pairs = zip(earlier.plan.columns, earlier.cells, strict=True)
    return {column: part for column, part in pairs if column.stage not in dirty}


def _arrange(project: Project, plan: RowPlan, column: Column) -> Cell:
    """Reads and measures the cards of a cell."""
    language = plan.look.language
    placements = project.cell(column.stage, plan.segment.id)
    cards = tuple(read_card(project, placement, language, plan.lens) for placement in placements)
    return cells.arrange(cards, column.width, plan.collapsed)


def _paint_cards(plan: RowPlan, column: Column, cell: Cell) -> FilledCell:
    """The cards of a cell as nodes."""
    look = plan.look
    paint_card, paint_chip = PAINTERS[look.level].card, PAINTERS[look.level].chip
    nodes = []
    for card, place in zip(cell.cards, cell.places, strict=False):
        shapes: Sequence[Shape] = ()
        if plan.collapsed and paint_chip:
            shapes = LateDrawn(partial(paint_chip, card, place.width, look))
        elif paint_card:
            shapes = LateDrawn(partial(paint_card, card, place.width, place.height, look))
        x, key = column.x + place.x, ("card", card.id)
        nodes.append(Node(key, x, place.y, place.width, place.height, shapes, Band.BODY, card.name))
    return FilledCell(cell, tuple(nodes))


def _row_nodes(plan: RowPlan, filled: Sequence[FilledCell], upper: float) -> list[Node]:
    """Rail, then cell by cell with its cards, then the curve."""
    segment, look = plan.segment, plan.look
    painters = PAINTERS[look.level]
    count = sum(len(part.cell.cards) for part in filled)
    points = look.tr.plural("{count} touchpoint", "{count} touchpoints", count)
    edge = not plan.has_lane
    if plan.collapsed:
        paint = partial(painters.folded, segment, plan.picture, look)
    else:
        paint = partial(painters.segment, segment, plan.picture, count, upper, edge, look)
    name = f"{segment.name}, {points}"
    nodes = [Node(("segment", segment.id), 0, 0, RAIL, upper, LateDrawn(paint), Band.RAIL, name)]
    for column, stage, part in zip(plan.columns, plan.stage_names, filled, strict=True):
        shapes = LateDrawn(partial(painters.cell, part.cell, upper, edge, look))
        here = look.tr.plural("{count} touchpoint", "{count} touchpoints", len(part.cell.cards))
        key = ("cell", column.stage, segment.id)
        name = f"{stage}, {segment.name}, {here}"
        nodes.append(Node(key, column.x, 0, column.width, upper, shapes, Band.BODY, name))
        nodes += part.cards
    if plan.has_lane:
        nodes += _lane_nodes(plan, filled, upper)
    return nodes


def _lane_nodes(plan: RowPlan, filled: Sequence[FilledCell], top: float) -> list[Node]:
    columns, look = plan.columns, plan.look
    cards = [part.cell.cards for part in filled]
    emotions = [c.emotion for group in cards for c in group if c.emotion is not None]
    side = LateDrawn(partial(curve.paint_rail, emotions, look))
    lane = LateDrawn(partial(curve.paint, columns, cards, look))
    width = columns[-1].x + columns[-1].width - RAIL
    name = look.tr("Emotion")
    if emotions:
        name = f"{name}, {curve.mean_text(emotions, look)}"
    id = plan.segment.id
    return [
        Node(("curve_rail", id), 0, top, RAIL, LANE, side, Band.RAIL, name),
        Node(("curve", id), RAIL, top, width, LANE, lane, Band.BODY, name),
    ]
