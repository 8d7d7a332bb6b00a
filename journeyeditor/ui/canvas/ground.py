"""Where things are on the map that is shown: what lies at a point, and where a thing would land.

Unit: points. No Qt in here.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from journeyeditor.drawing.layout import curve
from journeyeditor.drawing.layout.grid import (
    CARD_GAP,
    CELL_PADDING,
    COLLAPSED,
    card_width,
    cards_abreast,
)
from journeyeditor.drawing.shapes import Band, Drawing, Key, Node, Stack
from journeyeditor.model.ids import Id
from journeyeditor.model.lanes import FREE
from journeyeditor.model.project import Project
from journeyeditor.model.records import Lane, Placement

RING_GAP = 3.75
"""Between a point of the emotion curve and the ring around it."""
EMPTY_SLOT = 58.5
"""How tall the mark for a card in a row of its own is: a card with one line of title."""


class Strip(NamedTuple):
    """A column or a row: its stage or segment, where it begins and where it ends."""

    id: Id
    start: float
    end: float


class Mark(NamedTuple):
    """The line that shows where something would land."""

    x1: float
    y1: float
    x2: float
    y2: float


class Ring(NamedTuple):
    """A circle around a point of an emotion curve."""

    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for cards: before the one that is now the `index`-th of the cell."""

    stage: Id
    segment: Id
    index: int
    mark: Mark


@dataclass(frozen=True)
class Cell:
    """A cell with the nodes of its cards; `count` includes cards that a folded cell hides."""

    node: Node
    cards: tuple[Node, ...]
    count: int

    @property
    def stage(self) -> Id:
        return self.node.key[1]

    @property
    def segment(self) -> Id:
        return self.node.key[2]

    @property
    def folded(self) -> bool:
        return self.node.height <= COLLAPSED

    @property
    def abreast(self) -> int:
        """How many cards stand side by side."""
        return max(1, self.count) if self.folded else cards_abreast(self.node.width)

    @cached_property
    def rows(self) -> tuple[tuple[Node, ...], ...]:
        """The cards that stand side by side, from top to bottom."""
        return tuple(tuple(group) for _, group in groupby(self.cards, key=lambda card: card.y))

    def index_of(self, card: Key) -> int:
        """The place of a card that is shown here."""
        return next(i for i, node in enumerate(self.cards) if node.key == card)


class Cells(Mapping[tuple[Id, Id], Cell]):
    """The cells of a drawing by stage and segment; a segment's are looked for when asked for."""

    def __init__(self, nodes: Stack, project: Project) -> None:
        self._nodes, self._project = nodes, project
        self._rows: dict[Id, dict[Id, Cell]] = {}

    def row(self, segment: Id) -> dict[Id, Cell]:
        """The cells of a segment by stage."""
        if segment not in self._rows:
            found = self._find(segment) if segment in self._nodes.strips else ()
            self._rows[segment] = {cell.stage: cell for cell in found}
        return self._rows[segment]

    def of(self, card: Key) -> Cell | None:
        """The cell that a card is shown in."""
        placement = self._project.find(Placement, card[1])
        cells = self.row(placement.segment).values() if placement else ()
        return next((cell for cell in cells if any(c.key == card for c in cell.cards)), None)

    def _find(self, segment: Id) -> Iterator[Cell]:
        cell: Node | None = None
        cards: list[Node] = []
        for node in (*self._nodes.nodes_of(segment), None):
            if node and node.key[0] == "card":
                cards.append(node)
                continue
            if cell:
                count = len(self._project.cell(cell.key[1], segment))
                yield Cell(cell, tuple(cards), count)
            cell = node if node and node.key[0] == "cell" else None
            cards = []

    def __getitem__(self, place: tuple[Id, Id]) -> Cell:
        stage, segment = place
        return self.row(segment)[stage]

    def __iter__(self) -> Iterator[tuple[Id, Id]]:
        return ((stage, segment) for segment in self._nodes.strips for stage in self.row(segment))

    def __len__(self) -> int:
        return sum(len(self.row(segment)) for segment in self._nodes.strips)


class Ground:
    """The places of a drawing."""

    def __init__(self, drawing: Drawing, project: Project) -> None:
        self.drawing = drawing
        self._nodes = drawing.nodes if isinstance(drawing.nodes, Stack) else _NOTHING
        self._project = project
        self.cells = Cells(self._nodes, project)

    @cached_property
    def stages(self) -> tuple[Strip, ...]:
        """The columns from left to right."""
        heads = [node for key, node in self._nodes.loose.items() if key[0] == "stage"]
        return tuple(Strip(node.key[1], node.x, node.x + node.width) for node in heads)

    @cached_property
    def segments(self) -> tuple[Strip, ...]:
        """The rows from top to bottom, each with its lanes."""
        return tuple(
            Strip(segment, y, y + strip.height)
            for segment, (strip, y) in self._nodes.strips.items()
        )

    def node(self, key: Key) -> Node | None:
        return self.drawing.find(key)

    def cell_of(self, card: Key) -> Cell | None:
        """The cell that a card is shown in."""
        return self.cells.of(card)

    def cell_at(self, x: float, y: float) -> Cell | None:
        """The cell at a point; lanes belong to the cells above them."""
        stage, segment = _strip_at(self.stages, x), _strip_at(self.segments, y)
        if stage is None or segment is None:
            return None
        return self.cells.get((stage.id, segment.id))

    def key_at(self, x: float, y: float) -> Key | None:
        """The foremost thing at a point."""
        stage, segment = _strip_at(self.stages, x), _strip_at(self.segments, y)
        if stage and segment:
            cell = self.cells[stage.id, segment.id]
            if y >= cell.node.y + cell.node.height:
                return self._lane_at(stage.id, segment.id, y)
            return next((c.key for c in cell.cards if _holds(c, x, y)), cell.node.key)
        if stage and self.header_height > y >= 0:
            return "stage", stage.id
        if segment and self.rail_width > x >= 0:
            rails = self._rails(segment.id)
            return next((rail.key for rail in rails if y < rail.y + rail.height), None)
        return None

    def _rails(self, segment: Id) -> list[Node]:
        """What stands in the rail beside a row: its head, then those of its lanes."""
        return [node for node in self._nodes.nodes_of(segment) if node.band is Band.RAIL]

    def _lane_at(self, stage: Id, segment: Id, y: float) -> Key | None:
        for rail in self._rails(segment)[1:]:
            if y < rail.y + rail.height:
                is_curve = rail.key[0] == "curve_rail"
                return ("curve", segment) if is_curve else ("lane", rail.key[1], stage, segment)
        return None

    def writable(self, key: Key) -> bool:
        """Whether a key is of a cell that somebody may write into: one of a free lane."""
        lane = self._project.find(Lane, key[1]) if key[0] == "lane" else None
        return lane is not None and lane.kind in FREE

    def free_cells(self, cell: Cell) -> list[Key]:
        """The cells of free lanes below a cell, from top to bottom."""
        keys = (
            ("lane", rail.key[1], cell.stage, cell.segment) for rail in self._rails(cell.segment)
        )
        return [key for key in keys if self.writable(key)]

    @cached_property
    def rail_width(self) -> float:
        """Where the rail ends and the columns begin."""
        corner = self.drawing.find(("corner",))
        return corner.x + corner.width if corner else 0.0

    @cached_property
    def header_height(self) -> float:
        """Where the header ends and the rows begin."""
        corner = self.drawing.find(("corner",))
        return corner.y + corner.height if corner else 0.0

    def slot_at(self, x: float, y: float) -> Slot | None:
        """Where cards dropped at a point would stand; None outside the cells."""
        cell = self.cell_at(x, y)
        if cell is None:
            return None
        if cell.abreast > 1 and cell.cards:
            return _slot_abreast(cell, x, y)
        index = sum(card.y + card.height / 2 < y for card in cell.cards)
        return slot_in_column(cell, index)

    def stage_slot(self, x: float) -> tuple[int, float]:
        """Between which columns a point is: the index of the next one, and where it begins."""
        return _gap(self.stages, x)

    def segment_slot(self, y: float) -> tuple[int, float]:
        """Between which rows a point is: the index of the next one, and where it begins."""
        return _gap(self.segments, y)

    def cards_within(self, left: float, top: float, right: float, bottom: float) -> list[Key]:
        """The cards that a rectangle touches, in reading order."""
        return [
            card.key
            for segment in self.segments
            if segment.start < bottom and top < segment.end
            for cell in self.cells.row(segment.id).values()
            if _meets(cell.node, left, top, right, bottom)
            for card in cell.cards
            if _meets(card, left, top, right, bottom)
        ]

    def ring_of(self, card: Key) -> Ring | None:
        """Around the card's point on the emotion curve, if it has one that is shown."""
        placement = self._project.find(Placement, card[1])
        cell = self.cell_of(card)
        if placement is None or placement.emotion is None or cell is None:
            return None
        lane = self.drawing.find(("curve", cell.segment))
        if lane is None:
            return None
        step = cell.node.width / (cell.count + 1)
        x = cell.node.x + (cell.index_of(card) + 1) * step
        y = lane.y + curve.MIDDLE - placement.emotion * curve.UNIT
        size = max(curve.SMALLEST_FACE, min(curve.FACE, step - 2 * curve.HALO))
        reach = size * curve.CRITICAL_REACH if placement.critical else size / 2 + curve.HALO
        return Ring(x, y, reach + RING_GAP)


_NOTHING = Stack((), {}, ())


def slot_in_column(cell: Cell, index: int) -> Slot:
    """The place of the `index`-th card where cards stand one below the other."""
    left = cell.node.x + CELL_PADDING
    if not cell.cards:
        y, index = cell.node.y + CELL_PADDING, cell.count
    elif index < len(cell.cards):
        y = cell.cards[index].y - CARD_GAP / 2
    else:
        y = cell.cards[-1].y + cell.cards[-1].height + CARD_GAP / 2
        index = cell.count
    mark = Mark(left, y, left + card_width(cell.node.width), y)
    return Slot(cell.stage, cell.segment, index, mark)


def _slot_abreast(cell: Cell, x: float, y: float) -> Slot:
    start = 0
    row: Sequence[Node] = ()
    for row in cell.rows:
        if y < _bottom(row) + CARD_GAP / 2 or start + len(row) == len(cell.cards):
            break
        start += len(row)
    if y > _bottom(row) + CARD_GAP / 2 and len(row) == cell.abreast and not cell.folded:
        top, left = _bottom(row) + CARD_GAP, row[0].x - CARD_GAP / 2
        mark = Mark(left, top, left, top + EMPTY_SLOT)
        return Slot(cell.stage, cell.segment, cell.count, mark)
    position = sum(card.x + card.width / 2 < x for card in row)
    beside = row[position].x if position < len(row) else row[-1].x + row[-1].width + CARD_GAP
    mark = Mark(beside - CARD_GAP / 2, row[0].y, beside - CARD_GAP / 2, _bottom(row))
    index = start + position
    return Slot(cell.stage, cell.segment, index if index < len(cell.cards) else cell.count, mark)


def _bottom(row: Sequence[Node]) -> float:
    return max(card.y + card.height for card in row)


def _strip_at(strips: Sequence[Strip], value: float) -> Strip | None:
    place = bisect_right(strips, value, key=lambda strip: strip.start) - 1
    return strips[place] if place >= 0 and value < strips[place].end else None


def _gap(strips: Sequence[Strip], value: float) -> tuple[int, float]:
    index = sum((strip.start + strip.end) / 2 < value for strip in strips)
    return index, strips[index].start if index < len(strips) else strips[-1].end


def _holds(node: Node, x: float, y: float) -> bool:
    return node.x <= x < node.x + node.width and node.y <= y < node.y + node.height


def _meets(node: Node, left: float, top: float, right: float, bottom: float) -> bool:
    across = node.x < right and left < node.x + node.width
    return across and node.y < bottom and top < node.y + node.height
