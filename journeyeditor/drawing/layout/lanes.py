"""The lanes under a segment's cards that say something in words or pictures, stage by stage."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from journeyeditor.catalogue import lane_name
from journeyeditor.drawing.avatars import AVATAR, avatar
from journeyeditor.drawing.fonts import ITALIC, REGULAR, Line
from journeyeditor.drawing.ink import (
    DESCRIPTION,
    PIXEL,
    STRONG_NOTE,
    Drawn,
    Ink,
    LateDrawn,
    Style,
    filled,
)
from journeyeditor.drawing.layout.grid import FOLDED, RAIL, Column
from journeyeditor.drawing.layout.lane_items import DOT, Item, lane_picture, read_items
from journeyeditor.drawing.layout.options import Level, Look
from journeyeditor.drawing.paths import Commands, line, rectangle
from journeyeditor.drawing.shapes import Band, Image, Node, Path
from journeyeditor.drawing.signs import sign
from journeyeditor.model.choices import LaneKind
from journeyeditor.model.ids import Id
from journeyeditor.model.lanes import FREE
from journeyeditor.model.project import Project
from journeyeditor.model.records import Lane, Segment

SIDES, TOP = 9.0, 7.5
RAIL_PADDING = 12.0
ITEM_GAP = 3.0
SIGN, SIGN_GAP = 9.75, 4.5
DOT_SIZE, DOT_ROOM = 2.625, 6.75
LOWEST = 27.0
"""The least height of a lane."""
PICTURE_SHAPE, TALLEST_PICTURE = 0.75, 150.0
"""Height over width of a picture's place, and its height at most."""

TEXT = DESCRIPTION
SPOKEN = Style(ITALIC, 8.25, 11.25)
ASIDE = Style(REGULAR, 7.5, 10.5)
_TAILS = 2.0
"""By how much letters from afar reach below their line."""
_GREEK = 4.5
"""How high lines are drawn that are too far away to be read."""


@dataclass(frozen=True, slots=True)
class LaneCell:
    """What a lane says in one column, and the height that this needs. `picture` is a SHA-256."""

    column: Column
    items: tuple[Item, ...]
    picture: str
    height: float

    @property
    def empty(self) -> bool:
        return not self.items and not self.picture


@dataclass(frozen=True)
class FilledLane:
    """A lane of one segment with its cells; the emotion curve has none, it is drawn as one."""

    lane: Lane
    cells: tuple[LaneCell, ...]
    height: float


def fill_lane(
    project: Project,
    lane: Lane,
    segment: Id,
    columns: Sequence[Column],
    earlier: FilledLane | None,
    dirty: Container[Id],
    look: Look,
) -> FilledLane:
    """The lane; cells that an earlier one has, at stages that are not `dirty`, are taken over."""
    known = {}
    if earlier and earlier.lane == lane:
        known = {c.column: c for c in earlier.cells if c.column.stage not in dirty}
    cells = tuple(
        known.get(column) or _read(project, lane, segment, column, look) for column in columns
    )
    name = STRONG_NOTE.line_count(lane_name(lane, look.language), RAIL - 2 * RAIL_PADDING)
    height = max(LOWEST, 2 * TOP + name * STRONG_NOTE.leading, *(cell.height for cell in cells))
    return FilledLane(lane, cells, height)


def _read(project: Project, lane: Lane, segment: Id, column: Column, look: Look) -> LaneCell:
    items = read_items(project, lane, column.stage, segment, look.language)
    picture = lane_picture(project, lane, column.stage, segment)
    if column.folded:
        return LaneCell(column, items, picture, LOWEST)
    room = column.width - 2 * SIDES
    heights = [_item_height(item, room) for item in items]
    if picture:
        heights.append(_picture_height(room))
    gaps = ITEM_GAP * max(0, len(heights) - 1)
    return LaneCell(column, items, picture, sum(heights) + gaps + 2 * TOP)


def _picture_height(room: float) -> float:
    return min(TALLEST_PICTURE, PICTURE_SHAPE * room)


def _item_height(item: Item, room: float) -> float:
    """How tall an item is in a cell with so much room across."""
    inner = room - _sign_room(item)
    lines = _style(item).line_count(item.text, inner) * TEXT.leading
    if item.note:
        lines += ASIDE.line_count(item.note, inner) * ASIDE.leading
    return max(lines, AVATAR) if item.owner else lines


def _style(item: Item) -> Style:
    return SPOKEN if item.spoken else TEXT


def _sign_room(item: Item) -> float:
    """What its sign takes at the left of an item."""
    if item.owner:
        return AVATAR + SIGN_GAP
    if item.sign == DOT:
        return DOT_ROOM
    return SIGN + SIGN_GAP if item.sign else 0.0


def _hint(lane: Lane, cells: Sequence[LaneCell], look: Look) -> str:
    """What to do with a free lane that is empty; not on paper."""
    if look.page or lane.kind not in FREE or not all(cell.empty for cell in cells):
        return ""
    if lane.kind is LaneKind.PICTURES:
        return look.tr("Paste or drop a picture")
    return look.tr("Double-click to write")


def lane_nodes(
    filled: FilledLane,
    segment: Segment,
    stage_names: Sequence[str],
    top: float,
    edge: bool,
    look: Look,
) -> Iterator[Node]:
    """The rail and the cells at that height of a segment's row; `edge` where the row ends."""
    lane, height = filled.lane, filled.height
    name = lane_name(lane, look.language)
    shapes = LateDrawn(partial(_paint_rail, name, height, edge, look))
    key = ("lane_rail", lane.id, segment.id)
    yield Node(key, 0, top, RAIL, height, shapes, Band.RAIL, f"{name}, {segment.name}")
    hint = _hint(lane, filled.cells, look)
    hinted = next((cell for cell in filled.cells if not cell.column.folded), None)
    for cell, stage in zip(filled.cells, stage_names, strict=True):
        column = cell.column
        here = hint if cell is hinted else ""
        shapes = LateDrawn(partial(_paint_cell, cell, here, height, edge, look))
        said = "; ".join(filter(None, (text for it in cell.items for text in (it.text, it.note))))
        spoken = ": ".join(filter(None, (f"{name}, {stage}, {segment.name}", said)))
        cell_key = ("lane", lane.id, column.stage, segment.id)
        yield Node(cell_key, column.x, top, column.width, height, shapes, Band.BODY, spoken)


def _paint_rail(name: str, height: float, edge: bool, look: Look) -> Drawn:
    """The lane's title."""
    ink, theme = Ink(), look.theme
    ground(ink, RAIL, height, edge, look)
    room = RAIL - 2 * RAIL_PADDING
    if look.level is Level.FULL:
        lines = STRONG_NOTE.lines(name, room)
        ink.write_all(lines, RAIL_PADDING, TOP, STRONG_NOTE, theme.text2)
    elif style := look.summary:
        inner = height - _TAILS
        lines = style.elided(name, room, int(inner // style.leading))
        top = min(TOP, (inner - len(lines) * style.leading) / 2)
        ink.write_all(lines, RAIL_PADDING, top, style, theme.text2)
    return ink.drawn()


def ground(ink: Ink, width: float, height: float, edge: bool, look: Look) -> None:
    """A lane's colour, the line above it, and the one below the last."""
    theme = look.theme
    if theme.lane != theme.canvas:
        ink.add(filled(0, 0, width, height, theme.lane))
    ink.stroke(line(0, PIXEL / 2, width, PIXEL / 2), theme.line)
    if edge:
        bottom = height - PIXEL / 2
        ink.stroke(line(0, bottom, width, bottom), theme.line_strong)


def _paint_cell(cell: LaneCell, hint: str, height: float, edge: bool, look: Look) -> Drawn:
    """Items and picture; from far away, words are bars, and later nothing."""
    ink, theme, width = Ink(), look.theme, cell.column.width
    ground(ink, width, height, edge, look)
    ink.stroke(line(PIXEL / 2, 0, PIXEL / 2, height), theme.line)
    if look.level is Level.HEAT:
        return ink.drawn()
    if cell.column.folded:
        _paint_number(ink, len(cell.items) + bool(cell.picture), look)
        return ink.drawn()
    room, top = width - 2 * SIDES, TOP
    for item in cell.items:
        _paint_item(ink, item, top, room, look)
        top += _item_height(item, room) + ITEM_GAP
    if cell.picture:
        ink.add((Image(SIDES, top, room, _picture_height(room), cell.picture, whole=True),))
    if hint and look.level is not Level.OUTLINE:
        ink.write_all(ASIDE.elided(hint, room), SIDES, TOP, ASIDE, theme.text3)
    return ink.drawn()


def _paint_number(ink: Ink, count: int, look: Look) -> None:
    """How many things there are where there is no room to say them."""
    number = ASIDE.line(look.tr.number(count))
    if count and number.width <= FOLDED:
        ink.write(number, FOLDED / 2, TOP, ASIDE, look.theme.text3, "centre")


def _paint_item(ink: Ink, item: Item, top: float, room: float, look: Look) -> None:
    theme, left = look.theme, SIDES + _sign_room(item)
    inner, style = room - _sign_room(item), _style(item)
    lines = style.lines(item.text, inner)
    if look.level is Level.OUTLINE:
        _paint_bars(ink, lines, left, top, style, look)
        return
    _paint_sign(ink, item, top, look)
    start = top + (max(0.0, AVATAR - len(lines) * style.leading) / 2 if item.owner else 0.0)
    end = ink.write_all(lines, left, start, style, theme.text2)
    ink.write_all(ASIDE.lines(item.note, inner), left, end, ASIDE, theme.text3)


def _paint_sign(ink: Ink, item: Item, top: float, look: Look) -> None:
    """Beside the item's first line."""
    theme, middle = look.theme, top + TEXT.leading / 2
    if item.owner:
        ink.take(avatar(item.owner.letters, SIDES, top, theme, item.owner.department))
    elif item.sign == DOT:
        place = middle - DOT_SIZE / 2
        ink.add(filled(SIDES, place, DOT_SIZE, DOT_SIZE, theme.text3, DOT_SIZE / 2))
    elif item.sign:
        colour = theme.words(item.tone)
        ink.add(sign(item.sign, SIDES, middle - SIGN / 2, SIGN, colour))


def _paint_bars(
    ink: Ink, lines: Sequence[Line], left: float, top: float, style: Style, look: Look
) -> None:
    """Lines that are too far away to be read."""
    bars: Commands = ()
    for i, written in enumerate(lines):
        middle = top + (i + 0.5) * style.leading
        bars += rectangle(left, middle - _GREEK / 2, written.width, _GREEK)
    if bars:
        ink.add((Path(bars, fill=look.theme.line_strong),))
