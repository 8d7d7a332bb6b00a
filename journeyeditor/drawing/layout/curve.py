"""The emotion curve under a segment's cards.

A monotone cubic through the points (Fritsch and Carlson 1980, with harmonic means of the slopes):
it passes through each point and never goes beyond it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import itemgetter

from journeyeditor.catalogue import emotion_name
from journeyeditor.drawing.faces import disc, face
from journeyeditor.drawing.fonts import REGULAR
from journeyeditor.drawing.ink import (
    AXIS,
    NOTE,
    PIXEL,
    STRONG_NOTE,
    Drawn,
    Ink,
    filled,
)
from journeyeditor.drawing.layout.content import Card
from journeyeditor.drawing.layout.grid import LANE, RAIL, Column
from journeyeditor.drawing.layout.labels import LABEL, Rectangle, place_label
from journeyeditor.drawing.layout.lanes import ground
from journeyeditor.drawing.layout.options import Level, Look
from journeyeditor.drawing.paths import Commands, diamond, line
from journeyeditor.drawing.shapes import HAIRLINE, Box, Path

Cubic = tuple[float, float, float, float, float, float]

MIDDLE = LANE / 2
UNIT = 12.0
"""Points of height for one step of emotion."""
FACE, HALO = 12.0, 1.5
CRITICAL_REACH = 0.86
"""From the middle of a critical moment's diamond to its corner, in faces."""
SMALLEST_FACE = 3.0
LABEL_GAP = 6.75
RAIL_PADDING, RAIL_TOP, AXIS_RIGHT, RAIL_GAP = 12.0, 9.0, 6.0, 6.0
MOST_TITLE_LINES = 4
_WEIGHTS = {
    Level.FULL: 1.5,
    Level.SUMMARY: 2.25,
    Level.BRIEF: 2.25,
    Level.OUTLINE: 3.0,
    Level.HEAT: 4.5,
}
"""How wide the curve's line is, in points."""
"""Of the lane's title; the curve's lane is as high as the curve, whatever its title."""


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """A card on the curve; `column` counts stages, `size` is its face's diameter."""

    card: Card
    column: int
    x: float
    y: float
    size: float


def curve_points(columns: Sequence[Column], cells: Sequence[Sequence[Card]]) -> list[CurvePoint]:
    """The rated cards, at (i+1)/(n+1) of their column, x from the first column's left edge."""
    points = []
    for index, (column, cards) in enumerate(zip(columns, cells, strict=True)):
        step = column.width / (len(cards) + 1)
        size = max(SMALLEST_FACE, min(FACE, step - 2 * HALO))
        left = column.x - columns[0].x
        points += [
            CurvePoint(card, index, left + (i + 1) * step, MIDDLE - card.emotion * UNIT, size)
            for i, card in enumerate(cards)
            if card.emotion is not None
        ]
    return points


def handles(points: Sequence[tuple[float, float]]) -> list[Cubic]:
    """A cubic from each point to the next: its two handles, then its end."""
    slopes = [(b[1] - a[1]) / (b[0] - a[0]) for a, b in pairwise(points)]
    if not slopes:
        return []
    inner = [2 * a * b / (a + b) if a * b > 0 else 0.0 for a, b in pairwise(slopes)]
    tangents = [slopes[0], *inner, slopes[-1]]
    found = []
    for (a, b), (start, end) in zip(pairwise(points), pairwise(tangents), strict=True):
        third = (b[0] - a[0]) / 3
        first, second = a[1] + start * third, b[1] - end * third
        found.append((a[0] + third, first, b[0] - third, second, b[0], b[1]))
    return found


def paint(
    columns: Sequence[Column], cells: Sequence[Sequence[Card]], edge: bool, look: Look
) -> Drawn:
    """The lane right of the rail: tints, baseline, curve, faces, and the lowest point's title.

    `edge` where the row ends below it.
    """
    ink, theme = Ink(), look.theme
    points = curve_points(columns, cells)
    width = columns[-1].x + columns[-1].width - columns[0].x
    _lane(ink, columns, width, edge, look)
    pieces = handles([(point.x, point.y) for point in points])
    solid: list[tuple[str | float, ...]] = []
    bridges: list[tuple[str | float, ...]] = []
    area: list[tuple[str | float, ...]] = []
    for (a, b), cubic in zip(pairwise(points), pieces, strict=True):
        start, piece = ("M", a.x, a.y), ("C", *cubic)
        if b.column - a.column > 1:
            bridges += (start, piece)
            continue
        joined = solid and solid[-1][-2:] == start[1:]
        solid += (piece,) if joined else (start, piece)
        area += (("M", a.x, MIDDLE), ("L", a.x, a.y), piece, ("L", b.x, MIDDLE), ("Z",))
    _tints(ink, tuple(area), width, look)
    weight = _WEIGHTS[look.level]
    if solid:
        ink.stroke(tuple(solid), theme.curve, weight)
    if bridges:
        dots = (0.01, 3.4 * weight / 1.5)
        stroke = Path(tuple(bridges), stroke=theme.curve, line_width=weight * 0.8, dash=dots)
        ink.add((stroke,))
    _marks(ink, points, look)
    if look.level is Level.FULL:
        _label(ink, points, columns, look)
    return ink.drawn()


def _lane(ink: Ink, columns: Sequence[Column], width: float, edge: bool, look: Look) -> None:
    ground(ink, width, LANE, edge, look)
    bounds: Commands = ()
    for column in columns:
        x = column.x - columns[0].x + PIXEL / 2
        bounds += line(x, 0, x, LANE)
    ink.stroke(bounds, look.theme.line)


def _tints(ink: Ink, area: Commands, width: float, look: Look) -> None:
    """The area between curve and baseline, by clipping in two colours; then the baseline."""
    theme = look.theme
    if area:
        ink.add(
            (
                Path(area, fill=theme.pos_tint, clip=(0, 0, width, MIDDLE)),
                Path(area, fill=theme.neg_tint, clip=(0, MIDDLE, width, MIDDLE)),
            )
        )
    baseline = line(0, MIDDLE, width, MIDDLE)
    ink.add((Path(baseline, stroke=theme.baseline, line_width=HAIRLINE, dash=(3, 3), round=False),))


def _marks(ink: Ink, points: Iterable[CurvePoint], look: Look) -> None:
    """Faces; plain discs when they would be too small to read; nothing at the heat level."""
    if look.level is Level.HEAT:
        return
    theme = look.theme
    for point in points:
        level = point.card.face or 0
        size = point.size
        if point.card.critical:
            outline = diamond(point.x, point.y, size * CRITICAL_REACH)
            ink.add((Path(outline, fill=theme.lane, stroke=theme.text, line_width=1.1),))
        else:
            wide = size + 2 * HALO
            corner = point.x - wide / 2, point.y - wide / 2
            ink.add((Box(*corner, wide, wide, wide / 2, theme.lane),))
        left, top = point.x - size / 2, point.y - size / 2
        if look.level is Level.OUTLINE or size < FACE / 2:
            ink.add(disc(level, left, top, size, theme))
        else:
            ink.add(face(level, left, top, size, theme))


def _label(ink: Ink, points: Sequence[CurvePoint], columns: Sequence[Column], look: Look) -> None:
    """The title of the lowest point, where there is a low one and its title finds a place in the
    column of its stage: no sheet of a poster is cut through it."""
    if not points:
        return
    lowest = max(points, key=lambda point: point.y)
    if lowest.y <= MIDDLE and lowest.y == min(point.y for point in points):
        return
    left = columns[lowest.column].x - columns[0].x
    right = left + columns[lowest.column].width
    near = [point for point in points if abs(point.column - lowest.column) <= 1]
    reach = lowest.size * CRITICAL_REACH if lowest.card.critical else lowest.size / 2 + HALO
    label = place_label(
        lowest.card.title,
        (lowest.x, lowest.y),
        reach + LABEL_GAP,
        [_extent(point) for point in near],
        samples([(point.x, point.y) for point in near]),
        Rectangle(left, 0, right, LANE),
    )
    if label is None:
        return
    left, top, right, bottom = label.place
    if label.crossed:
        ink.add(filled(left - 1.5, top, right - left + 3, bottom - top, look.theme.lane))
    ink.write_all(label.lines, left, top, LABEL, look.theme.text2)


def _extent(point: CurvePoint) -> Rectangle:
    reach = point.size * (CRITICAL_REACH if point.card.critical else 0.5)
    return Rectangle(point.x - reach, point.y - reach, point.x + reach, point.y + reach)


def samples(points: Sequence[tuple[float, float]], count: int = 12) -> list[tuple[float, float]]:
    """Points along the curve, `count` from each point to the next."""
    found = []
    for (x0, y0), (x1, y1, x2, y2, x3, y3) in zip(points, handles(points), strict=False):
        for i in range(count):
            t = i / count
            a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
            found.append((a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3))
    return found


def paint_rail(title: str, emotions: Sequence[float], edge: bool, look: Look) -> Drawn:
    """The rail beside the curve: what it shows, the mean, and the names of its heights."""
    ink, theme = Ink(), look.theme
    ground(ink, RAIL, LANE, edge, look)
    if look.level is Level.FULL:
        _rail_words(ink, title, emotions, look)
    elif style := look.summary:
        names = style.elided(title, RAIL - 2 * RAIL_PADDING, 2)
        top = ink.write_all(names, RAIL_PADDING, RAIL_TOP, style, theme.text2)
        if emotions:
            mean = style._replace(font=REGULAR).line(_mean(emotions, look))
            ink.write(mean, RAIL_PADDING, top, style, theme.text3)
    return ink.drawn()


def _rail_words(ink: Ink, title: str, emotions: Sequence[float], look: Look) -> None:
    theme = look.theme
    heights = {value: AXIS.line(emotion_name(value, look.language)) for value in (2, 0, -2)}
    widest = max(name.width for name in heights.values())
    room = RAIL - RAIL_PADDING - AXIS_RIGHT - widest - RAIL_GAP
    titles = STRONG_NOTE.elided(title, room, MOST_TITLE_LINES)
    top = ink.write_all(titles, RAIL_PADDING, RAIL_TOP, STRONG_NOTE, theme.text2)
    if emotions:
        mean = NOTE.line(mean_text(emotions, look))
        ink.write(mean, RAIL_PADDING, top + PIXEL, NOTE, theme.text3)
    for value, name in heights.items():
        top = MIDDLE - value * UNIT - AXIS.leading / 2
        ink.write(name, RAIL - AXIS_RIGHT, top, AXIS, theme.text3, "right")


def said(name: str, stages: Sequence[str], cells: Sequence[Sequence[Card]], look: Look) -> str:
    """What the curve of that name tells: the mean of each stage, then where it is lowest."""
    means = [
        f"{stage} {_mean(emotions, look)}"
        for stage, cards in zip(stages, cells, strict=True)
        if (emotions := [card.emotion for card in cards if card.emotion is not None])
    ]
    if not means:
        return name
    rated = [
        (card.emotion, card.title) for cards in cells for card in cards if card.emotion is not None
    ]
    emotion, title = min(rated, key=itemgetter(0))
    told = look.tr(
        "{name}. By stages: {means}. Lowest: {title}, {value}.",
        name=name,
        means="; ".join(means),
        title=title,
        value=_mean([emotion], look),
    )
    return told


def mean_text(emotions: Sequence[float], look: Look) -> str:
    """The mean emotion in words: "average +0.3"."""
    return look.tr("average {value}", value=_mean(emotions, look))


def _mean(emotions: Sequence[float], look: Look) -> str:
    return look.tr.number(sum(emotions) / len(emotions), 1, signed=True)
