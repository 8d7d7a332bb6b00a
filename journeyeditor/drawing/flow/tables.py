"""Tables that go on over pages, with their head again on each."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate

from journeyeditor.drawing.elements import Element, Kind
from journeyeditor.drawing.flow.addresses import links_on
from journeyeditor.drawing.flow.slices import (
    Link,
    Slice,
    Target,
    belonging,
    gap,
    inked,
    moved_shapes,
    spaced,
)
from journeyeditor.drawing.flow.text import heading
from journeyeditor.drawing.fonts import Line, break_lines
from journeyeditor.drawing.ink import Align, Ink, Style, filled
from journeyeditor.drawing.shapes import Shape

GAP = 8.0
"""Points between two columns."""

_TOGETHER = 5
"""So many rows stand together on a table's last page, if it has twice as many."""
_LONGEST_KEPT = 6
"""A row of more lines than that may go on over the page."""


@dataclass(frozen=True)
class Column:
    """A column: its title, its share of the table's width, and where its texts stand.

    One in which no row says anything is left out, unless it is `for_writing`.
    """

    title: str
    share: float = 1.0
    align: Align = "left"
    for_writing: bool = False


@dataclass(frozen=True)
class Cell:
    """What stands in a row: a text, which may lie on a coloured tag or lead somewhere, and a
    quieter note below it.

    `style` and `colour` are the table's unless given. `shapes`, where there are some, are drawn
    at the cell's upper left corner, and the text begins `indent` points to their right. `said` is
    heard in their place and the text's.
    """

    text: str = ""
    note: str = field(default="", kw_only=True)
    style: Style | None = None
    colour: str = ""
    tag: str = ""
    target: Target | None = None
    shapes: tuple[Shape, ...] = ()
    indent: float = 0.0
    said: str = ""

    @property
    def says(self) -> bool:
        """Whether there is anything in it."""
        return bool(self.text.strip() or self.note.strip() or self.shapes)


@dataclass(frozen=True)
class Heading:
    """A row with a title for the rows that follow it; `above` is the room over it."""

    title: str
    style: Style
    above: float = 0.0
    target: Target | None = None


Row = Sequence[Cell] | Heading


@dataclass(frozen=True)
class TableLook:
    """How a table is set. `padding` is the room above and below the text of a row.

    Without a colour there is no `rule` under the rows.
    """

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
    columns: Sequence[Column], rows: Sequence[Row], width: float, look: TableLook
) -> list[Slice]:
    """The table in slices; none where its rows say nothing.

    The first row does not stand alone on a page, and no few rows do at the end.
    """
    cells = [row for row in rows if not isinstance(row, Heading)]
    shown = [n for n in range(len(columns)) if any(row[n].says for row in cells)]
    if not shown:
        return []
    shown = [n for n, it in enumerate(columns) if n in shown or it.for_writing]
    columns = [columns[n] for n in shown]
    titles = [Cell(column.title, look.head, look.head_colour) for column in columns]
    kept = [[row[n] for n in shown] for row in cells]
    places = _places(columns, [titles, *kept], width, look)
    frame = _Frame(columns, places, width, look, Element(Kind.TABLE))
    head: list[Slice] = []
    if any(column.title for column in columns):
        head = _row(titles, frame, look.strong_rule, Kind.HEAD)
    slices = [replace(part, keep=True) for part in head]
    repeated, rest = tuple(replace(part, told=()) for part in slices), iter(kept)
    ends = []
    for row in rows:
        if isinstance(row, Heading):
            slices += _titled(row, frame)
        else:
            slices += [replace(part, head=repeated) for part in _row(next(rest), frame, look.rule)]
            ends.append(len(slices) - 1)
    last = max(2, min(_TOGETHER, len(ends) // 2))
    for end in {*ends[:1], *ends[-last:-1]} if len(ends) > 1 else ():
        slices[end] = replace(slices[end], keep=True)
    return slices


def _titled(row: Heading, frame: "_Frame") -> list[Slice]:
    parent = Element(Kind.ROW, frame.element)
    element = Element(Kind.HEAD, parent, row.title, len(frame.columns))
    slices = heading(row.title, row.style, frame.width, frame.look.colour, row.above, element)
    if row.target:
        link = Link(0, 0, frame.width, row.style.leading, row.target, said=row.title)
        links = tuple(belonging([link], element))
        slices = [replace(part, links=links) if part.height else part for part in slices]
    return [*slices, gap(2)]


def _places(
    columns: Sequence[Column], rows: Sequence[Sequence[Cell]], width: float, look: TableLook
) -> list[tuple[float, float]]:
    """Left end and width of each column: by its share, but no narrower than its longest word.

    Where all the longest words have no room beside each other, the shares alone count.
    """
    room = width - GAP * (len(columns) - 1)
    shares = [column.share for column in columns]
    widths = [room * share / sum(shares) for share in shares]
    least = [_least([row[n] for row in rows], look) for n in range(len(columns))]
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


def _least(cells: Sequence[Cell], look: TableLook) -> float:
    """The width of a column's longest word, with what stands beside it."""
    words = {
        (word, cell.style or look.body, cell.indent + (2 * _TAG_PADDING if cell.tag else 0.0))
        for cell in cells
        for word in f"{cell.text} {cell.note}".split()
        if len(word) <= _LONG_WORD
    }
    return max((style.line(word).width + more for word, style, more in words), default=0) + 0.01


@dataclass(frozen=True)
class _Frame:
    """What the rows of a table share; `places` are left end and width of each column."""

    columns: Sequence[Column]
    places: Sequence[tuple[float, float]]
    width: float
    look: TableLook
    element: Element


@dataclass(frozen=True)
class _Set:
    """A cell in its column, its text broken into lines of a colour each."""

    cell: Cell
    element: Element
    style: Style
    align: Align
    left: float
    width: float
    lines: tuple[tuple[Line, str, Sequence[Link]], ...]


def _set(
    cell: Cell, column: Column, place: tuple[float, float], look: TableLook, element: Element
) -> _Set:
    style = cell.style or look.body
    left, width = place
    room = width - cell.indent - (2 * _TAG_PADDING if cell.tag else 0.0)
    if cell.target is not None and cell.text:
        element = Element(Kind.LINK, element)
    lines: list[tuple[Line, str, Sequence[Link]]] = []
    for text, colour in ((cell.text, cell.colour or look.colour), (cell.note, look.head_colour)):
        if text:
            broken = break_lines(text, style.font, style.size, room, False)
            links = (belonging(its, element) for its in links_on(broken, text, style))
            lines += [(line, colour, its) for line, its in zip(broken, links, strict=True)]
    return _Set(cell, element, style, column.align, left, width, tuple(lines))


def _row(cells: Sequence[Cell], frame: _Frame, rule: str, kind: Kind = Kind.CELL) -> list[Slice]:
    """A row, a slice for each line of its highest cell; a short one stays on one page.

    The padding above it is room that may shrink.
    """
    look, whole = frame.look, Element(Kind.ROW, frame.element)
    row = [
        _set(cell, column, place, look, Element(kind, whole, cell.said))
        for cell, column, place in zip(cells, frame.columns, frame.places, strict=True)
    ]
    count = max(1, *(len(it.lines) for it in row))
    leading = max(it.style.leading for it in row)
    slices = []
    for number in range(count):
        last = number == count - 1
        height = leading + (look.padding if last else 0.0)
        ink = Ink()
        links: list[Link] = []
        for it in row:
            if number == 0:
                ink.tell(it.element if it.cell.said or not it.lines else None)
                ink.add(moved_shapes(it.cell.shapes, it.left, 0))
                ink.tell(it.element)
            if number < len(it.lines):
                if number:
                    ink.tell(it.element)
                links += _write(ink, it, number, (leading - it.style.leading) / 2)
        if last and rule:
            ink.tell(None)
            ink.add(filled(0, height - 0.5, frame.width, 0.5, rule))
        keep = not last and count <= _LONGEST_KEPT
        slices.append(inked(ink, height, links, keep=keep))
    return spaced(slices, look.padding)


def _write(ink: Ink, it: _Set, number: int, top: float) -> list[Link]:
    """One line of a cell; its link where it leads somewhere, or those of addresses in it."""
    line, colour, links = it.lines[number]
    left = it.left + it.cell.indent
    if it.cell.tag and len(it.lines) == 1:
        box = line.width + 2 * _TAG_PADDING
        ink.add(filled(left, top, box, it.style.leading, it.cell.tag, 3.75))
        left += _TAG_PADDING
    right = it.left + it.width
    x = {"left": left, "centre": (it.left + right) / 2, "right": right}[it.align]
    ink.write(line, x, top, it.style, colour, it.align)
    start = {"left": x, "centre": x - line.width / 2, "right": x - line.width}[it.align]
    if it.cell.target is not None:
        place = (start, top, line.width, it.style.leading)
        return [Link(*place, it.cell.target, it.element, it.cell.text)]
    return [replace(link, x=start + link.x, y=top + link.y) for link in links]
