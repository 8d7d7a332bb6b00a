"""What helps to put the sheets of a poster together: crop marks, coordinates, a plan."""

from collections.abc import Iterator

from journeyeditor.drawing.elements import Element, Kind
from journeyeditor.drawing.fonts import REGULAR, SEMIBOLD
from journeyeditor.drawing.ink import Ink, Style, filled
from journeyeditor.drawing.paths import line
from journeyeditor.drawing.shapes import Box, Drawing, Path
from journeyeditor.drawing.theme import Theme
from journeyeditor.exporting.cutting import Span
from journeyeditor.exporting.pages import Part, PrintPage, Rectangle, drawn_part
from journeyeditor.exporting.paper import MILLIMETRE
from journeyeditor.exporting.tiling import Grid
from journeyeditor.translation import Translator

_LABEL = Style(SEMIBOLD, 7, 9)
_TITLE = Style(SEMIBOLD, 16, 20)
_TEXT = Style(REGULAR, 9, 13)
_COORDINATE = Style(SEMIBOLD, 10, 14)
_MARK = 14.0
"""The length of a crop mark, where the margin has room for it."""
_OFF = 3.0
"""Points between the cut and its mark."""
_DASH = (2.0, 2.0)
_PADDING = 5.0


def coordinate(column: int, row: int) -> str:
    """What a sheet is called: a letter for its row, the number of its column: "B3"."""
    letters = ""
    row += 1
    while row:
        row, rest = divmod(row - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{column + 1}"


def guides(
    grid: Grid, column: int, row: int, clip: Rectangle, note: str, overlap: float, theme: Theme
) -> Part:
    """Crop marks at the corners of what a sheet shows, and its name in the margin.

    Dashed marks tell where the next sheets begin, `overlap` points before the cut.
    """
    ink, colour = Ink(), theme.text3
    left, top, width, height = clip
    length = min(_MARK, grid.margin - 2 * _OFF)
    if length > 0:
        for x in (left, left + width):
            _upright(ink, colour, x, clip, length)
        for y in (top, top + height):
            _level(ink, colour, y, clip, length)
        if overlap and column + 1 < len(grid.columns):
            _upright(ink, colour, left + width - overlap, clip, length, _DASH)
        if overlap and row + 1 < len(grid.rows):
            _level(ink, colour, top + height - overlap, clip, length, _DASH)
    if grid.margin >= _LABEL.leading + 2 * _OFF:
        below = grid.height - grid.margin + _OFF
        words = f"{coordinate(column, row)}  ·  {note}" if note else coordinate(column, row)
        for text in _LABEL.elided(words, grid.width - 2 * grid.margin - 2 * _OFF):
            ink.write(text, grid.margin + 2 * _OFF, below, _LABEL, theme.text3)
    return drawn_part("guides", ink.drawn(), grid.width, grid.height)


def plan(
    grid: Grid, drawing: Drawing, name: str, paper: str, tr: Translator, step: float, theme: Theme
) -> PrintPage:
    """A page that shows the whole poster small, cut as the sheets are; `step` is their overlap."""
    ink = Ink()
    left, top, width = grid.margin, grid.margin, grid.width - 2 * grid.margin
    title = tr("Assembly plan: {map}", map=name)
    ink.tell(Element(Kind.TITLE, said=title))
    top = ink.write_all(_TITLE.lines(title, width), left, top, _TITLE, theme.text)
    for sentence in _sentences(grid, paper, tr, step):
        ink.tell(Element(Kind.PARAGRAPH, said=sentence))
        top = ink.write_all(_TEXT.lines(sentence, width), left, top + 2, _TEXT, theme.text2)
    ink.tell(None)
    top += 12
    room = grid.height - grid.margin - top
    scale = max(0.01, min(width / drawing.width, room / drawing.height, 1.0))
    left += (width - drawing.width * scale) / 2
    small = Part(drawing, scale, left, top, thumbnail=True)
    for row, down in enumerate(grid.rows):
        for column, across in enumerate(grid.columns):
            if (column, row) in grid.shown:
                _show_sheet(ink, theme, small, across, down, coordinate(column, row))
    told = drawn_part("plan", ink.drawn(), grid.width, grid.height)
    return PrintPage(grid.width, grid.height, (small, told))


def _sentences(grid: Grid, paper: str, tr: Translator, step: float) -> Iterator[str]:
    yield tr(
        "{count} sheets of {paper}: {across} across, {down} down. Scale {percent}.",
        count=grid.count,
        paper=paper,
        across=len(grid.columns),
        down=len(grid.rows),
        percent=tr.percent(grid.scale),
    )
    if step:
        yield tr(
            "Cut each sheet at its marks. Its neighbours repeat {size} mm of it:"
            " lay them over each other up to the dashed marks.",
            size=tr.number(step / MILLIMETRE, 0),
        )
    else:
        yield tr("Cut each sheet at its marks and lay it edge to edge with its neighbours.")


def _show_sheet(ink: Ink, theme: Theme, small: Part, across: Span, down: Span, name: str) -> None:
    x, y = small.left + across.start * small.scale, small.top + down.start * small.scale
    width = (across.end - across.start) * small.scale
    height = (down.end - down.start) * small.scale
    ink.add((Box(x, y, width, height, stroke=theme.accent, line_width=1.0),))
    label = _COORDINATE.line(name)
    box = label.width + 2 * _PADDING
    if box <= width and _COORDINATE.leading <= height:
        middle, top = x + width / 2, y + (height - _COORDINATE.leading) / 2
        ink.add(filled(middle - box / 2, top, box, _COORDINATE.leading, theme.accent, 4))
        ink.write(label, middle, top, _COORDINATE, theme.on_accent, "centre")


def _upright(
    ink: Ink, colour: str, x: float, clip: Rectangle, length: float, dash: tuple[float, ...] = ()
) -> None:
    """Marks above and below, for a cut from top to bottom."""
    over, under = clip[1] - _OFF, clip[1] + clip[3] + _OFF
    for start, end in ((over, over - length), (under, under + length)):
        ink.add((Path(line(x, start, x, end), stroke=colour, line_width=0.5, dash=dash),))


def _level(
    ink: Ink, colour: str, y: float, clip: Rectangle, length: float, dash: tuple[float, ...] = ()
) -> None:
    """Marks at the left and right, for a cut across."""
    before, after = clip[0] - _OFF, clip[0] + clip[2] + _OFF
    for start, end in ((before, before - length), (after, after + length)):
        ink.add((Path(line(start, y, end, y), stroke=colour, line_width=0.5, dash=dash),))
