"""Points in four quadrants, each with a name that covers no other."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from journeyeditor.drawing.charts.sheet import (
    BODY,
    SMALL,
    STRONG,
    ChartOptions,
    Sheet,
    longest_word,
    widest,
)
from journeyeditor.drawing.fonts import Line
from journeyeditor.drawing.icons import icon
from journeyeditor.drawing.ink import PIXEL, Ink
from journeyeditor.drawing.layout.labels import Rectangle
from journeyeditor.drawing.paths import line as straight
from journeyeditor.drawing.shapes import Box, Drawing, Key
from journeyeditor.drawing.theme import mix

HIGHEST = 5
"""Ratings run from 1 to 5; each has a band of its own."""
AXIS_GAP, FOOT = 6.0, 16.5
HEAD = 16.5
"""Room above and below the points for the names of the quadrants."""
MARK, ICON, LABEL_GAP = 16.5, 9.75, 3.0
PITCH_X, PITCH_Y = 21.0, 18.0
MOST_IN_A_SPOT = 6
MOST_NAMED = 40
"""Points above which only codes are printed; more names would cover the chart."""
WIDTHS = (132.0, 96.0, 72.0)
SMALLEST = 240.0, 150.0


@dataclass(frozen=True, slots=True)
class Spot:
    """A point at two ratings from 1 to 5. `code` is printed where the name finds no room."""

    key: Key
    x: int
    y: int
    name: str
    code: str
    icon: str
    colour: str


@dataclass(frozen=True, slots=True)
class Quadrants:
    """What the field says: names from left above to right below, what its axes' ends mean, and
    the highest ratings that still count as low. `good` and `bad` are tinted quadrants, by number.
    """

    names: tuple[str, str, str, str]
    low_x: str
    high_x: str
    low_y: str
    high_y: str
    split_x: float
    split_y: float
    good: int
    bad: int


@dataclass(frozen=True, slots=True)
class _Mark:
    """A point, or a number of them at one spot, with its middle."""

    key: Key
    x: float
    y: float
    spots: tuple[Spot, ...]

    @property
    def extent(self) -> Rectangle:
        half = MARK / 2
        return Rectangle(self.x - half, self.y - half, self.x + half, self.y + half)


def draw_scatter(spots: Sequence[Spot], field: Quadrants, options: ChartOptions) -> Drawing:
    """Keys: those of the points; ("spot", x, y) where many share one place."""
    width, height = max(SMALLEST[0], options.width), max(SMALLEST[1], options.height)
    margin = longest_word((field.low_y, field.high_y), SMALL) + AXIS_GAP
    plot = Rectangle(margin, 0, width, height - FOOT)
    inner = Rectangle(plot.left, plot.top + HEAD, plot.right, plot.bottom - HEAD)
    x = inner.left + (inner.right - inner.left) * field.split_x / HIGHEST
    y = inner.bottom - (inner.bottom - inner.top) * field.split_y / HIGHEST
    sheet, ink = Sheet(options), Ink()
    taken = _field(ink, field, plot, (x, y), options)
    sheet.add(("field",), (0.0, 0.0, width, height), ink)
    marks = _marks(spots, inner)
    taken += [mark.extent for mark in marks]
    for mark in sorted(marks, key=lambda it: (it.y, it.x)):
        taken.remove(mark.extent)
        rooms = _quadrant(mark, plot, (x, y)), plot
        _place(sheet, mark, taken, rooms, len(spots) <= MOST_NAMED, options)
    return sheet.drawing(width, height)


def _quadrant(mark: _Mark, plot: Rectangle, split: tuple[float, float]) -> Rectangle:
    """The quadrant that a mark lies in."""
    x, y = split
    left, right = (plot.left, x) if mark.x < x else (x, plot.right)
    top, bottom = (plot.top, y) if mark.y < y else (y, plot.bottom)
    return Rectangle(left, top, right, bottom)


def _field(
    ink: Ink,
    field: Quadrants,
    plot: Rectangle,
    split: tuple[float, float],
    options: ChartOptions,
) -> list[Rectangle]:
    """The tinted quadrants with their names; returns the places of the names."""
    theme, (x, y) = options.theme, split
    lefts, tops = (plot.left, x), (plot.top, y)
    sizes = (x - plot.left, plot.right - x), (y - plot.top, plot.bottom - y)
    for number, tint in ((field.good, theme.accent_soft), (field.bad, theme.neg_tint)):
        row, column = divmod(number, 2)
        fill = mix(theme.chrome, tint, 0.6)
        ink.add((Box(lefts[column], tops[row], sizes[0][column], sizes[1][row], 0, fill),))
    edge = PIXEL / 2
    ink.add((Box(plot.left + edge, edge, plot.right - plot.left - PIXEL,
                 plot.bottom - PIXEL, 0, None, theme.line),))  # fmt: skip
    ink.stroke(straight(x, plot.top, x, plot.bottom), theme.line_strong)
    ink.stroke(straight(plot.left, y, plot.right, y), theme.line_strong)
    corners = []
    for number, name in enumerate(field.names):
        row, column = divmod(number, 2)
        lines = STRONG.lines(name, max(40.0, sizes[0][column] - 14))
        wide, high = widest(lines), len(lines) * STRONG.leading
        left = plot.left + 7 if column == 0 else plot.right - 7 - wide
        top = plot.top + 5 if row == 0 else plot.bottom - 5 - high
        ink.write_all(lines, left, top, STRONG, theme.text2)
        corners.append(Rectangle(left, top, left + wide, top + high))
    _axes(ink, field, plot, options)
    return corners


def _axes(ink: Ink, field: Quadrants, plot: Rectangle, options: ChartOptions) -> None:
    """What the ends of the axes mean, written level: at the left and below."""
    tone = options.theme.text3
    right = plot.left - AXIS_GAP
    ink.write_all(SMALL.lines(field.high_y, right), right, plot.top, SMALL, tone, "right")
    low = SMALL.lines(field.low_y, right)
    top = plot.bottom - len(low) * SMALL.leading
    ink.write_all(low, right, top, SMALL, tone, "right")
    ink.write(SMALL.line(field.low_x), plot.left, plot.bottom + 4.5, SMALL, tone)
    ink.write(SMALL.line(field.high_x), plot.right, plot.bottom + 4.5, SMALL, tone, "right")


def _marks(spots: Iterable[Spot], plot: Rectangle) -> list[_Mark]:
    """A mark for each point; those at one spot side by side, too many of them as one."""
    places: dict[tuple[int, int], list[Spot]] = {}
    for spot in spots:
        places.setdefault((spot.x, spot.y), []).append(spot)
    marks = []
    for (x, y), here in sorted(places.items()):
        band = (plot.right - plot.left) / HIGHEST, (plot.bottom - plot.top) / HIGHEST
        middle = plot.left + (x - 0.5) * band[0], plot.bottom - (y - 0.5) * band[1]
        rows = max(1, int(band[1] / PITCH_Y))
        columns = max(1, int(band[0] / PITCH_X))
        if len(here) > min(MOST_IN_A_SPOT, rows * columns):
            marks.append(_Mark(("spot", str(x), str(y)), *middle, tuple(here)))
            continue
        for number, spot in enumerate(here):
            column, row = divmod(number, rows)
            down = min(rows, len(here) - column * rows)
            across = -(-len(here) // rows)
            dx = (column - (across - 1) / 2) * PITCH_X
            dy = (row - (down - 1) / 2) * PITCH_Y
            marks.append(_Mark(spot.key, middle[0] + dx, middle[1] + dy, (spot,)))
    return marks


def _place(
    sheet: Sheet,
    mark: _Mark,
    taken: list[Rectangle],
    rooms: Sequence[Rectangle],
    named: bool,
    options: ChartOptions,
) -> None:
    """Add a mark with its name where that finds room, and note what they take.

    The name stays in its own quadrant if it can, which is the first of the `rooms`.
    """
    spot = mark.spots[0]
    several = len(mark.spots) > 1
    names = [] if several or not named else [BODY.lines(spot.name, width) for width in WIDTHS]
    if not several and spot.code:
        names.append((SMALL.line(spot.code),))
    place, left = mark.extent, 0.0
    lines: tuple[Line, ...] = ()
    for room, (candidate, found, x) in product(rooms, list(_candidates(mark, names))):
        if _within(candidate, room) and not any(candidate.meets(other) for other in taken):
            place, lines, left = candidate, found, x
            break
    taken.append(place)
    ink = Ink()
    _sign(ink, mark, place, options)
    top = (place.bottom - place.top - len(lines) * BODY.leading) / 2
    ink.write_all(lines, left - place.left, top, BODY, options.theme.text)
    names_here = ", ".join(spot.name for spot in mark.spots)
    size = place.right - place.left, place.bottom - place.top
    sheet.add(mark.key, (place.left, place.top, *size), ink, names_here)


def _within(place: Rectangle, room: Rectangle) -> bool:
    across = place.left >= room.left + 2 and place.right <= room.right - 2
    return across and place.top >= room.top + 1 and place.bottom <= room.bottom - 1


def _candidates(
    mark: _Mark, names: Iterable[tuple[Line, ...]]
) -> Iterator[tuple[Rectangle, tuple[Line, ...], float]]:
    """Mark and name together, the name at its right or left; and where the name begins."""
    half = MARK / 2
    for lines, right in product(names, (True, False)):
        if not lines:
            continue
        wide, high = widest(lines), max(MARK, len(lines) * BODY.leading)
        top, bottom = mark.y - high / 2, mark.y + high / 2
        if right:
            start = mark.x + half + LABEL_GAP
            yield Rectangle(mark.x - half, top, start + wide, bottom), lines, start
        else:
            start = mark.x - half - LABEL_GAP - wide
            yield Rectangle(start, top, mark.x + half, bottom), lines, start


def _sign(ink: Ink, mark: _Mark, place: Rectangle, options: ChartOptions) -> None:
    theme = options.theme
    x, y = mark.x - place.left, mark.y - place.top
    corner, spot = (x - MARK / 2, y - MARK / 2), mark.spots[0]
    if len(mark.spots) > 1:
        ink.add((Box(*corner, MARK, MARK, MARK / 2, theme.text2),))
        count = SMALL._replace(font=STRONG.font).line(options.tr.number(len(mark.spots)))
        ink.write(count, x, y - SMALL.leading / 2, SMALL, theme.chrome, "centre")
        return
    edge = 0.55
    ink.add((Box(corner[0] + edge, corner[1] + edge, MARK - 2 * edge, MARK - 2 * edge,
                 MARK / 2 - edge, theme.chrome, spot.colour, 1.1),))  # fmt: skip
    if spot.icon:
        ink.add(icon(spot.icon, x - ICON / 2, y - ICON / 2, ICON, spot.colour))
