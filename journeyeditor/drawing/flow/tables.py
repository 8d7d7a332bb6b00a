"""Tables that go on over pages, with their head again on each."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate

from journeyeditor.drawing.flow.slices import Link, Slice, Target, inked, kept, moved_shapes
from journeyeditor.drawing.fonts import Line, break_lines
from journeyeditor.drawing.ink import Align, Ink, Style, filled
from journeyeditor.drawing.shapes import Shape

GAP = 8.0
"""Points between two columns."""

_LONGEST_KEPT = 6
"""A row of more lines than that may go on over the page."""


@dataclass(frozen=True)
class Column:
    """A column: its title, its share of the table's width, and where its texts stand."""

    title: str
    share: float = 1.0
    align: Align = "left"


@dataclass(frozen=True)
class Cell:
    """What stands in a row: a text, which may lie on a coloured tag or lead somewhere, and a
    quieter note below it.

    `style` and `colour` are the table's unless given. `shapes`, where there are some, are drawn
    at the cell's upper left corner, and the text begins `indent` points to their right.
    """

    text: str = ""
    note: str = field(default="", kw_only=True)
    style: Style | None = None
    colour: str = ""
    tag: str = ""
    target: Target | None = None
    shapes: tuple[Shape, ...] = ()
    indent: float = 0.0


@dataclass(frozen=True)
class TableLook:
    """How a table is set. `padding` is the room above and below the text of a row."""

    head: Style
    body: Style
    head_colour: str
    colour: str
    rule: str
    strong_rule: str
    padding: float = 4.0


_TAG_PADDING = 4.0
_LONG_WORD = 24
"""Letters; longer ones, such as addresses, are broken anyway."""


def table(
    columns: Sequence[Column], rows: Sequence[Sequence[Cell]], width: float, look: TableLook
) -> list[Slice]:
    """The table in slices; none where it has no rows."""
    if not rows:
        return []
    titles = [Cell(column.title, look.head, look.head_colour) for column in columns]
    places = _places(columns, [titles, *rows], width, look)
    titled = any(column.title for column in columns)
    head = kept(_row(titles, columns, places, width, look, look.strong_rule)) if titled else []
    repeated = tuple(head)
    slices = [replace(part, keep=True) for part in head]
    for row in rows:
        parts = _row(row, columns, places, width, look, look.rule)
        slices += [replace(part, head=repeated) for part in parts]
    return slices


def _places(
    columns: Sequence[Column], rows: Sequence[Sequence[Cell]], width: float, look: TableLook
) -> list[tuple[float, float]]:
    """Left end and width of each column: by its share, but no narrower than its longest word.

    Where all the longest words have no room beside each other, the shares alone count.
    """
    room = width - GAP * (len(columns) - 1)
    shares = [column.share for column in columns]
    widths = [room * share / sum(shares) for share in shares]
    least = [max(_least(row[n], look) for row in rows) for n in range(len(columns))]
    if sum(least) <= room:
        short = [need > own for need, own in zip(least, widths, strict=True)]
        spare = room - sum(need for need, tight in zip(least, short, strict=True) if tight)
        rest = sum(share for share, tight in zip(shares, short, strict=True) if not tight)
        wide = [
            need if tight else max(need, spare * share / rest)
            for need, tight, share in zip(least, short, shares, strict=True)
        ]
        widths = [own * room / sum(wide) for own in wide] if sum(wide) > room else wide
    lefts = accumulate(widths[:-1], lambda left, own: left + own + GAP, initial=0.0)
    return list(zip(lefts, widths, strict=True))


def _least(cell: Cell, look: TableLook) -> float:
    """The width of a cell's longest word, with what stands beside it."""
    style = cell.style or look.body
    words = f"{cell.text} {cell.note}".split()
    longest = max((style.line(word).width for word in words if len(word) <= _LONG_WORD), default=0)
    return longest + cell.indent + (2 * _TAG_PADDING if cell.tag else 0.0) + 0.01


@dataclass(frozen=True)
class _Set:
    """A cell in its column, its text broken into lines of a colour each."""

    cell: Cell
    style: Style
    align: Align
    left: float
    width: float
    lines: tuple[tuple[Line, str], ...]


def _set(cell: Cell, column: Column, place: tuple[float, float], look: TableLook) -> _Set:
    style = cell.style or look.body
    left, width = place
    room = width - cell.indent - (2 * _TAG_PADDING if cell.tag else 0.0)
    lines = [
        (line, colour)
        for text, colour in ((cell.text, cell.colour or look.colour), (cell.note, look.head_colour))
        for line in break_lines(text, style.font, style.size, room, False)
    ]
    return _Set(cell, style, column.align, left, width, tuple(lines))


def _row(
    cells: Sequence[Cell],
    columns: Sequence[Column],
    places: Sequence[tuple[float, float]],
    width: float,
    look: TableLook,
    rule: str,
) -> list[Slice]:
    """A row, a slice for each line of its highest cell."""
    row = [_set(*parts, look) for parts in zip(cells, columns, places, strict=True)]
    count = max(1, *(len(it.lines) for it in row))
    leading = max(it.style.leading for it in row)
    slices = []
    for number in range(count):
        top = look.padding if number == 0 else 0.0
        height = top + leading + (look.padding if number == count - 1 else 0.0)
        ink = Ink()
        links: list[Link] = []
        for it in row:
            if number == 0:
                ink.add(moved_shapes(it.cell.shapes, it.left, top))
            if number < len(it.lines):
                links += _write(ink, it, number, top + (leading - it.style.leading) / 2)
        if number == count - 1:
            ink.add(filled(0, height - 0.5, width, 0.5, rule))
        slices.append(inked(ink, height, links))
    return kept(slices) if count <= _LONGEST_KEPT else slices


def _write(ink: Ink, it: _Set, number: int, top: float) -> list[Link]:
    """One line of a cell; its link where it leads somewhere."""
    line, colour = it.lines[number]
    left = it.left + it.cell.indent
    if it.cell.tag and len(it.lines) == 1:
        box = line.width + 2 * _TAG_PADDING
        ink.add(filled(left, top, box, it.style.leading, it.cell.tag, 3.75))
        left += _TAG_PADDING
    right = it.left + it.width
    x = {"left": left, "centre": (it.left + right) / 2, "right": right}[it.align]
    ink.write(line, x, top, it.style, colour, it.align)
    if it.cell.target is None:
        return []
    start = {"left": x, "centre": x - line.width / 2, "right": x - line.width}[it.align]
    return [Link(start, top, line.width, it.style.leading, it.cell.target)]
