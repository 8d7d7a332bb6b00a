"""The whole map, put together."""

from collections.abc import Mapping, Sequence
from itertools import chain

from journeyeditor.drawing.ink import NOTE, Drawn, Ink, framed
from journeyeditor.drawing.layout import grid, header, legend, page
from journeyeditor.drawing.layout.cache import LayoutCache, View, dirty_cells
from journeyeditor.drawing.layout.grid import RAIL, Column
from journeyeditor.drawing.layout.lens import Lens, make_lens
from journeyeditor.drawing.layout.levels import PAINTERS
from journeyeditor.drawing.layout.options import LayoutOptions, Level
from journeyeditor.drawing.layout.rows import Row, RowPlan, build_row
from journeyeditor.drawing.shapes import Band, Drawing, Key, Node, Stack, Standing
from journeyeditor.model.ids import Id
from journeyeditor.model.lanes import lanes_of
from journeyeditor.model.project import Project
from journeyeditor.model.records import Asset, JourneyMap, ProjectInfo, Stage

EMPTY_WIDTH, EMPTY_HEIGHT = 432.0, 121.5
"""The body of a map without stages, and of one without segments."""

_AS_STORED = LayoutOptions()


def lay_out(
    project: Project,
    map_id: Id,
    options: LayoutOptions = _AS_STORED,
    cache: LayoutCache | None = None,
) -> Drawing:
    """A map as placed shapes. KeyError where the project has no such map.

    With a `cache`, what did not change since it last saw this map is taken from there: the
    drawing is the same, and shapes that did not change are the same objects.
    """
    map = project.get(JourneyMap, map_id)
    earlier = cache.find(map_id, options.look) if cache else None
    stages = project.stages(map_id)
    columns = grid.columns(stages, options.width, options.collapsed)
    lens = make_lens(project, map_id, options.lens, options.language)
    rows = _rows(project, map_id, stages, columns, lens, options, earlier)
    sheet = _Sheet(project, map, stages, columns, rows, lens, options)
    heads = sheet.heads_above() if options.page else []
    top = sheet.map_top
    heads += sheet.header(top)
    strips, bottom = _stand(rows, top + sheet.lines.height)
    tail = sheet.hints(top, bottom)
    bottom = max([bottom, *(hint.y + hint.height for hint in tail)])
    height = bottom
    if options.page:
        tail += sheet.below(top, bottom)
        height = tail[-1].y + tail[-1].height
    known: Mapping[Key, Node] = earlier.heads if earlier else {}
    heads, tail = _same_objects(heads, known), _same_objects(tail, known)
    if cache:
        by_key = {node.key: node for node in chain(heads, tail)}
        known_rows = {row.plan.segment.id: row for row in rows}
        cache.keep(map_id, options.look, View(project, known_rows, by_key))
    missing = sheet.missing.union(*(row.missing for row in rows if options.page))
    nodes = Stack(heads, strips, tail)
    return Drawing(sheet.width, height, nodes, options.theme.canvas, missing)


def _rows(
    project: Project,
    map_id: Id,
    stages: Sequence[Stage],
    columns: tuple[Column, ...],
    lens: Lens,
    options: LayoutOptions,
    earlier: View | None,
) -> list[Row]:
    """The segments' rows; those that the edit since then did not touch are the earlier ones."""
    dirty = dirty_cells(project, earlier.project) if earlier else {}
    names = tuple(stage.name for stage in stages)
    lanes = tuple(lane for lane in lanes_of(project, map_id) if lane.visible)
    rows = []
    for segment in project.segments(map_id):
        asset = project.find(Asset, segment.picture)
        plan = RowPlan(
            segment,
            asset.sha256 if asset else "",
            columns,
            names,
            segment.id in options.collapsed,
            lanes,
            lens,
            options.look,
        )
        known = earlier.rows.get(segment.id) if earlier else None
        stages_touched = dirty.get(segment.id, set())
        if known and not stages_touched and known.plan == plan:
            rows.append(known)
        else:
            rows.append(build_row(project, plan, known, stages_touched))
    return rows


def _stand(rows: Sequence[Row], top: float) -> tuple[dict[Id, Standing], float]:
    """The rows' strips one below the other, and where the last ends."""
    strips = {}
    for row in rows:
        strips[row.plan.segment.id] = Standing(row.strip, top)
        top += row.strip.height
    return strips, top


def _same_objects(nodes: Sequence[Node], known: Mapping[Key, Node]) -> list[Node]:
    return [old if (old := known.get(node.key)) == node else node for node in nodes]


class _Sheet:
    """Everything around the rows. Nodes come with their places; missing letters are gathered."""

    def __init__(
        self,
        project: Project,
        map: JourneyMap,
        stages: Sequence[Stage],
        columns: Sequence[Column],
        rows: Sequence[Row],
        lens: Lens,
        options: LayoutOptions,
    ) -> None:
        self.project, self.map, self.options = project, map, options
        self.lens, self.look = lens, options.look
        self.stages, self.columns, self.rows = stages, columns, rows
        self.missing: frozenset[str] = frozenset()
        end = columns[-1].x + columns[-1].width if columns else RAIL + EMPTY_WIDTH
        self.width = max(RAIL + grid.NARROWEST, end)
        self.lines = header.rows(zip(stages, columns, strict=True))
        self.counts = [sum(row.counts[i] for row in rows) for i in range(len(columns))]
        between = columns[:-1] if options.clear else ()
        self.edges = [column.x + column.width for column in between]
        self.map_top = 0.0

    def _node(
        self,
        key: Key,
        place: tuple[float, float, float, float],
        drawn: Drawn,
        band: Band,
        name: str = "",
    ) -> Node:
        self.missing |= drawn.missing
        return Node(key, *place, drawn.shapes, band, name)

    def heads_above(self) -> list[Node]:
        """The title block; the map begins below it."""
        counts = len(self.stages), len(self.rows), sum(self.counts)
        width, options = self.width, self.options
        node, missing = page.title_node(self.project, self.map, counts, width, self.edges, options)
        self.missing |= missing
        self.map_top = node.height + page.TITLE_GAP
        return [node]

    def header(self, y: float) -> list[Node]:
        """The corner and the stages."""
        look, height = self.look, self.lines.height
        if look.level is Level.FULL:
            corner = header.paint_corner(RAIL, self.lines, look)
        else:
            ink = Ink()
            header.background(ink, RAIL, height, look.theme, left=False)
            corner = ink.drawn()
        nodes = [self._node(("corner",), (0, y, RAIL, height), corner, Band.CORNER)]
        total = sum(self.counts)
        painters = PAINTERS[look.level]
        for stage, column, count in zip(self.stages, self.columns, self.counts, strict=True):
            share = header.share_text(count, total, look)
            if column.folded:
                drawn = painters.folded_stage(stage, self.lines, count, look)
            else:
                drawn = painters.stage(stage, column.width, self.lines, share, look)
            place = (column.x, y, column.width, height)
            name = header.said(stage, count, look)
            nodes.append(self._node(("stage", stage.id), place, drawn, Band.HEADER, name))
        return nodes

    def hints(self, top: float, bottom: float) -> list[Node]:
        """A quiet word where there is nothing yet."""
        if self.columns and self.rows:
            return []
        tr = self.look.tr
        text = tr("No segments yet") if self.columns else tr("No stages yet")
        y = top + self.lines.height
        left, width = RAIL, self.width - RAIL
        height = max(bottom - y, EMPTY_HEIGHT)
        ink = Ink()
        lines = NOTE.lines(text, width - 24)
        start = (height - len(lines) * NOTE.leading) / 2
        ink.write_all(lines, width / 2, start, NOTE, self.look.theme.text3, "centre")
        return [self._node(("hint",), (left, y, width, height), ink.drawn(), Band.BODY, text)]

    def below(self, top: float, bottom: float) -> list[Node]:
        """The frame around the map, the legend and the footer."""
        height = bottom - top
        border = framed(0, 0, self.width, height, 0, self.look.theme.line_strong)
        frame = self._node(("frame",), (0, top, self.width, height), Drawn(border), Band.PAGE)
        cards = [card for row in self.rows for part in row.cells for card in part.cell.cards]
        bridged = any(row.bridged for row in self.rows)
        signs, missing = legend.legend_node(
            cards, self.lens, bridged, bottom, legend.Room(self.width, self.edges), self.look
        )
        self.missing |= missing
        info = next(iter(self.project.all(ProjectInfo)), None)
        foot, missing = page.footer_node(
            info, self.map, signs.y + signs.height, self.width, self.options
        )
        self.missing |= missing
        return [frame, signs, foot]
