"""Where the keyboard goes: from card to card and cell to cell, and where it moves things to."""

from typing import NamedTuple

from journeyeditor.drawing.shapes import Key, Node
from journeyeditor.model.ids import Id
from journeyeditor.ui.canvas.ground import Cell, Ground


class Direction(NamedTuple):
    """One step on the map: columns to the right, rows down."""

    across: int
    down: int

    @property
    def forward(self) -> bool:
        return self.across > 0 or self.down > 0


LEFT, RIGHT, UP, DOWN = Direction(-1, 0), Direction(1, 0), Direction(0, -1), Direction(0, 1)

Place = tuple[Id, Id, int]
"""Stage, segment, and before which card of the cell."""


def reading_order(ground: Ground) -> list[Key]:
    """Stages, segments, cards, empty cells and those of free lanes, as one reads."""
    cells = ground.cells
    return [
        node.key
        for node in ground.drawing.nodes
        if node.key[0] in ("stage", "segment", "card")
        or (node.key[0] == "cell" and not cells[node.key[1], node.key[2]].cards)
        or ground.writable(node.key)
    ]


def step(ground: Ground, key: Key, direction: Direction) -> Key | None:
    """What lies next to a thing in a direction; None at the map's end."""
    cell = cell_of(ground, key)
    if key[0] != "lane" and cell and (inside := _within(cell, key, direction)):
        return inside
    if cell and direction.down and (beside := _among_lanes(ground, cell, key, direction)):
        return beside
    node = ground.node(key)
    column, row = _position(ground, key)
    column, row = column + direction.across, row + direction.down
    inside_map = -1 <= column < len(ground.stages) and -1 <= row < len(ground.segments)
    if node is None or not inside_map or column == row == -1:
        return None
    if row == -1:
        return "stage", ground.stages[column].id
    if column == -1:
        return "segment", ground.segments[row].id
    cell = ground.cells[ground.stages[column].id, ground.segments[row].id]
    if key[0] == "lane" and direction.across:
        return "lane", key[1], cell.stage, cell.segment
    if direction == UP and (lanes := ground.free_cells(cell)):
        return lanes[-1]
    return _entered(cell, node, direction)


def _among_lanes(ground: Ground, cell: Cell, key: Key, direction: Direction) -> Key | None:
    """The next thing above or below in the same row, where one of the two is a free lane's."""
    lanes = ground.free_cells(cell)
    if key not in lanes:
        return lanes[0] if lanes and direction.forward else None
    place = lanes.index(key) + direction.down
    if place < 0:
        return cell.cards[-1].key if cell.cards else cell.node.key
    return lanes[place] if place < len(lanes) else None


def move(ground: Ground, cards: list[Key], direction: Direction) -> Place | None:
    """Where cards go that are moved by one step; None at the map's end."""
    key = cards[-1 if direction.forward else 0]
    cell = cell_of(ground, key)
    if cell is None:
        return None
    node, index = ground.drawing.get(key), cell.index_of(key)
    if direction.down or any(node in line and len(line) > 1 for line in cell.rows):
        steps = cell.abreast if direction.down else 1
        target = index + steps + 1 if direction.forward else index - steps
        line = next(line for line in cell.rows if node in line)
        beyond = node is line[-1 if direction.forward else 0] if direction.across else False
        if not beyond and 0 <= target <= len(cell.cards):
            return cell.stage, cell.segment, target
    column, row = _position(ground, key)
    column, row = column + direction.across, row + direction.down
    if not (0 <= column < len(ground.stages) and 0 <= row < len(ground.segments)):
        return None
    other = ground.cells[ground.stages[column].id, ground.segments[row].id]
    if direction.down:
        return other.stage, other.segment, 0 if direction.forward else other.count
    middle = node.y + node.height / 2
    index = sum(card.y + card.height / 2 < middle for card in other.cards)
    return other.stage, other.segment, index


def cell_of(ground: Ground, key: Key) -> Cell | None:
    """The cell that a key names, that its card is shown in, or that its lane's cell is below."""
    if key[0] in ("cell", "lane"):
        return ground.cells.get((key[-2], key[-1]))
    return ground.cell_of(key)


def _position(ground: Ground, key: Key) -> tuple[int, int]:
    """Column and row; the rail is column -1, the header row -1."""
    cell = cell_of(ground, key)
    stage = cell.stage if cell else key[1] if key[0] == "stage" else ""
    segment = cell.segment if cell else key[1] if key[0] == "segment" else ""
    columns, rows = ([s.id for s in ground.stages], [s.id for s in ground.segments])
    return (
        columns.index(stage) if stage else -1,
        rows.index(segment) if segment else -1,
    )


def _within(cell: Cell, key: Key, direction: Direction) -> Key | None:
    """The next card of the same cell."""
    if key[0] == "cell":
        return cell.cards[-1].key if cell.cards and direction == UP else None
    row = next(i for i, line in enumerate(cell.rows) if any(card.key == key for card in line))
    line = cell.rows[row]
    place = next(i for i, card in enumerate(line) if card.key == key)
    row, place = row + direction.down, place + direction.across
    if not (0 <= row < len(cell.rows) and 0 <= place < len(line)):
        return None
    return cell.rows[row][min(place, len(cell.rows[row]) - 1)].key


def _entered(cell: Cell, origin: Node, direction: Direction) -> Key:
    """Where one arrives who comes from another place: at the nearest card."""
    if not cell.cards:
        return cell.node.key
    if direction.down:
        line = cell.rows[0 if direction.forward else -1]
        middle = origin.x + origin.width / 2
        return min(line, key=lambda card: abs(card.x + card.width / 2 - middle)).key
    middle = origin.y + min(origin.height, cell.node.height) / 2
    line = min(cell.rows, key=lambda line: abs(line[0].y + line[0].height / 2 - middle))
    return line[0 if direction.forward else -1].key
