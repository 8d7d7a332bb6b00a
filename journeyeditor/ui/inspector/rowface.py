"""What a row of the inspector's lists says, and where its words go."""

from dataclasses import dataclass
from typing import Any

from journeyeditor.ui.chrome.look import scaled
from journeyeditor.ui.inspector.marks import Mark
from journeyeditor.ui.inspector.pieces import Named, Part, Piece, Placed, Tag, flow, piece

DOTS, GRIP, EDGE = 36, 22, 10
"""Pixels at 96 dots an inch: the places of the menu's dots and of the handle, and the margins."""
LOWEST = 31


@dataclass(frozen=True)
class Fact:
    """A line of a card: what is said of something."""

    label: str
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Row:
    """An entry of a list; `value` is what it stands for.

    `cells` are what it says in the list's columns: words, or whether a box is ticked.
    """

    value: Any
    text: str
    note: str = ""
    mark: Mark | None = None
    tags: tuple[Tag, ...] = ()
    facts: tuple[Fact, ...] = ()
    cells: tuple[str | bool, ...] = ()
    italic: bool = False


@dataclass(frozen=True)
class Column:
    """A column of a list; the words of a `strong` one stand out, or it has boxes to tick."""

    title: str
    strong: bool = False
    ticks: bool = False


@dataclass(frozen=True)
class Manner:
    """How the rows of a list show: what they offer beside their words.

    A `card` shows its name as a heading; rows `apart` stand in frames of their own. `name` is the
    title above the rows' texts where there are columns. `widths` are those of the
    columns; none where there is no room, and the columns go below the text.
    """

    dots: bool = True
    grip: bool = False
    card: bool = False
    apart: bool = False
    name: str = ""
    columns: tuple[Column, ...] = ()
    widths: tuple[int, ...] = ()

    @property
    def right(self) -> int:
        """What is kept free at the right of the words."""
        return sum(self.widths) + (scaled(DOTS) if self.dots else EDGE)

    def left(self, row: Row) -> int:
        """Where a row's words begin."""
        before = EDGE + (scaled(GRIP) if self.grip else 0) + (2 if self.card else 0)
        return before + (0 if not row.mark else scaled(36 if row.mark.initials else 23))


@dataclass(frozen=True)
class Face:
    """The words of a row where they go, and how high it is."""

    words: tuple[Placed, ...]
    height: int


def arrange(row: Row, manner: Manner, width: int, below: int = 0) -> Face:
    """The words of a row of this width; `below` pixels stay free under them."""
    left = manner.left(row)
    room = width - left - manner.right
    person = bool(row.mark and row.mark.initials)
    weight = 600 if manner.card else 500 if person else 400
    name = Piece(row.text, 12.5, weight, italic=row.italic)
    edge = 12 if manner.apart else 7
    placed = [name.placed(left, edge, room)]
    if row.note:
        note = Piece(row.note, 11.5, colour="text2")
        placed.append(note.placed(left, placed[-1].place.bottom(), room))
    if tags := [*map(piece, row.tags), *_stacked(row, manner)]:
        placed += flow(tags, left, placed[-1].place.bottom() + 4, room)
    if row.facts:
        placed += _facts(row, placed[-1].place.bottom() + 6, width - 2 * EDGE - 4)
    bottom = max(item.place.bottom() for item in placed) + below
    height = max(LOWEST, round(bottom + edge))
    if len(placed) == 1 and height == LOWEST:
        placed = [placed[0].centred(0, height)]
    return Face((*placed, *_cells(row, manner, width, height)), height)


def column_widths(rows: list[Row], columns: tuple[Column, ...], width: int) -> tuple[int, ...]:
    """What columns need; nothing where they would leave too little of `width` for the names."""
    widths = []
    for index, column in enumerate(columns):
        words = [row.cells[index] for row in rows]
        texts = [_cell(word, column) for word in words if isinstance(word, str)]
        texts.append(title_of(column))
        widths.append(round(max(text.width for text in texts)) + 16)
    longest = max((Piece(word).width for row in rows for word in row.text.split()), default=0)
    fits = width - sum(widths) - 2 * EDGE >= max(scaled(90), min(longest, scaled(150)))
    return tuple(widths) if fits else ()


def spoken(row: Row, columns: tuple[Column, ...] = ()) -> str:
    """A row in one sentence, as a screen reader says it."""
    facts = (f"{fact.label}: {', '.join(map(_word, fact.parts))}" for fact in row.facts)
    pairs = zip(columns, row.cells, strict=False)
    cells = (f"{column.title} {cell}" for column, cell in pairs if isinstance(cell, str) and cell)
    parts = (row.text, row.note, *(tag.text for tag in row.tags), *facts, *cells)
    return ", ".join(part for part in parts if part)


def _word(part: Part) -> str:
    return part.text if isinstance(part, Tag | Named) else part


def _facts(row: Row, top: float, width: float) -> list[Placed]:
    labels = [Piece(fact.label, 12, colour="text2") for fact in row.facts]
    column = min(max(label.width for label in labels) + 10, width / 2)
    left = EDGE + 2
    placed: list[Placed] = []
    for label, fact in zip(labels, row.facts, strict=True):
        said = flow([piece(part) for part in fact.parts], left + column, top, width - column)
        first = max(item.line for item in said if item.place.y() == top)
        first = max(first, top + scaled(10))
        named = label.placed(left, top, column - 4)
        level = [item.moved(first - item.line) for item in said if item.place.y() == top]
        line = [named.moved(first - named.line), *level, *said[len(level) :]]
        placed += line
        top = max(top + scaled(24), max(item.place.bottom() for item in line) + 4)
    return placed


def _cells(row: Row, manner: Manner, width: int, height: int) -> list[Placed]:
    """The words of the columns, where they stand beside the name."""
    right: float = width - (scaled(DOTS) if manner.dots else EDGE)
    placed = []
    columns = zip(row.cells, manner.columns, manner.widths, strict=False)
    for cell, column, room in reversed(list(columns)):
        right -= room
        if isinstance(cell, str):
            placed.append(_cell(cell, column).placed(right, 0, room).centred(0, height))
    return placed


def title_of(column: Column) -> Piece:
    """What stands above a column."""
    return Piece(column.title, 11.5, 500, "text2", align="centre" if column.ticks else "right")


def _stacked(row: Row, manner: Manner) -> list[Piece]:
    """What the columns say, below the name."""
    if manner.widths:
        return []
    pairs = zip(manner.columns, row.cells, strict=False)
    return [
        Piece(f"{column.title} {cell}", 11.5, 600 if column.strong else 400, "text2")
        for column, cell in pairs
        if isinstance(cell, str) and cell
    ]


def _cell(text: str, column: Column) -> Piece:
    weight, colour = (600, "text") if column.strong else (400, "text2")
    return Piece(text, 12, weight, colour, align="right")
