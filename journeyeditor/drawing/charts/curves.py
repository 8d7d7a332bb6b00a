"""Emotion curves laid over each other: segments, or one segment today and tomorrow."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise, repeat
from string import ascii_uppercase

from journeyeditor.analysis.comparison import Comparison
from journeyeditor.analysis.curves import Curve, felt
from journeyeditor.analysis.curves import curves as segment_curves
from journeyeditor.analysis.facts import MapFacts, grouped
from journeyeditor.catalogue import emotion_name
from journeyeditor.drawing.charts.sheet import (
    BODY,
    SMALL,
    STRONG,
    ChartOptions,
    Sheet,
    longest_word,
    nothing,
    one_line,
)
from journeyeditor.drawing.ink import PIXEL, Ink
from journeyeditor.drawing.layout.curve import handles
from journeyeditor.drawing.paths import Commands, circle, diamond, rectangle
from journeyeditor.drawing.paths import line as straight
from journeyeditor.drawing.shapes import HAIRLINE, Box, Drawing, Path
from journeyeditor.drawing.theme import STRONGEST, Theme
from journeyeditor.model.choices import ChannelFamily
from journeyeditor.model.ids import Id
from journeyeditor.model.records import Placement

RAIL, LOWEST = 66.0, 108.0
NARROWEST, WIDEST = 60.0, 78.0
DOT, REACH, PADDING = 3.4, 7.5, 10.5
PIECE = 40
"""Steps of a line after which another path goes on: no screen is busy for long with any of them."""
MOST_LINES = 8
"""Lines that can still be told apart."""
WEIGHT, HEADING, PAIR_GAP = 1.5, STRONG, 15.0
SAMPLE, SAMPLE_GAP, ENTRY_GAP, LEGEND_GAP = 25.5, 5.25, 15.0, 7.5
_DASHES: tuple[tuple[float, ...], ...] = ((), (6.0, 3.0), (1.5, 2.5), (9.0, 2.5, 1.5, 2.5))
_FAMILIES = (ChannelFamily.WEB, ChannelFamily.STORE, ChannelFamily.MESSAGING,
             ChannelFamily.ADVERTISING, ChannelFamily.DOCUMENTS, ChannelFamily.PHONE,
             ChannelFamily.SOCIAL)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Point:
    card: Placement
    title: str
    column: int
    x: float
    value: float


@dataclass(frozen=True, slots=True)
class Series:
    """A line by name: its cards, the facts of their map, and the column of each stage there.

    The legend has a `sign` in place of the name where there is one.
    """

    name: str
    cards: Sequence[Placement]
    facts: MapFacts
    columns: dict[Id, int]
    sign: str = ""


def draw_curves(facts: MapFacts, options: ChartOptions, *, signs: bool = False) -> Drawing:
    """One curve for each segment, of many the first few. Keys: ("card", placement).

    With `signs` it has those of `curve_signs` in place of names.
    """
    columns = {stage.id: number for number, stage in enumerate(facts.stages)}
    untitled = options.tr("Untitled")
    found = [it for it in facts.once(segment_curves) if it.points]
    letters, numbers = curve_signs(len(facts.stages)) if signs else (repeat(""), [])
    series = [
        Series(one_line(it.segment.name, untitled), it.points, facts, columns, sign)
        for it, sign in zip(found, letters, strict=False)
    ]
    names = numbers or [stage.name for stage in facts.stages]
    return draw_series(series[:MOST_LINES], names, options, len(series[MOST_LINES:]))


def curve_signs(stages: int) -> tuple[Iterator[str], list[str]]:
    """What stands for the names: letters for the series, numbers for so many stages."""
    return chain(ascii_uppercase, repeat("")), [str(number + 1) for number in range(stages)]


def draw_comparison(found: Comparison, options: ChartOptions) -> Drawing:
    """Each segment's curve on two maps, one below the other. Keys: ("card", placement)."""
    pairs = [pair for pair in found.curves if any(curve and curve.points for curve in pair)]
    if not pairs:
        return nothing(options, options.tr("No card has an emotion yet."))
    height = (options.height - PAIR_GAP * (len(pairs) - 1)) / len(pairs) - HEADING.leading
    sheet, top, width = Sheet(options), 0.0, options.width
    for number, pair in enumerate(pairs):
        curve = pair[1] or pair[0]
        ink, name = Ink(), one_line(curve.segment.name if curve else "", options.tr("Untitled"))
        lines = HEADING.lines(name, options.width)
        below = ink.write_all(lines, 0, 0, HEADING, options.theme.text) + 3
        sheet.add(("pair", str(number)), (0.0, top, options.width, below), ink)
        drawing = _compared(found, pair, replace(options, height=height))
        sheet.put(drawing, top + below, str(number))
        width = max(width, drawing.width)
        top += below + drawing.height + PAIR_GAP
    return sheet.drawing(width, top - PAIR_GAP)


def _compared(
    found: Comparison, pair: tuple[Curve | None, Curve | None], options: ChartOptions
) -> Drawing:
    """A segment's curve on two maps."""
    untitled = options.tr("Untitled")
    names, old, new = [], {}, {}
    for number, change in enumerate(found.stages):
        stage = change.after or change.before
        names.append(stage.name if stage else "")
        old.update({change.before.id: number} if change.before else {})
        new.update({change.after.id: number} if change.after else {})
    series = [
        Series(one_line(facts.map.name, untitled), curve.points if curve else (), facts, columns)
        for facts, curve, columns in ((found.before, pair[0], old), (found.after, pair[1], new))
    ]
    return draw_series(series, names, options)


def draw_series(
    series: Sequence[Series], stages: Sequence[str], options: ChartOptions, more: int = 0
) -> Drawing:
    """Lines told apart by dash, mark and colour; stages below, the heights in words at the left."""
    series = [line for line in series if line.cards]
    if not series:
        return nothing(options, options.tr("No card has an emotion yet."))
    needed = min(WIDEST, longest_word(stages, SMALL) + 4)
    column = max(NARROWEST, needed, (options.width - RAIL - REACH) / len(stages))
    width = RAIL + column * len(stages)
    sheet, legend = Sheet(options), Ink()
    top = _legend(legend, series, width, options, more) + LEGEND_GAP
    sheet.add(("legend",), (0.0, 0.0, width, top), legend)
    untitled = options.tr("Untitled")
    names = [SMALL.lines(one_line(name, untitled), column - 4) for name in stages]
    below = max(map(len, names)) * SMALL.leading + 6
    height = max(options.height, top + LOWEST + below)
    ink, plot = Ink(), (column, height - below - top)
    _ground(ink, plot, len(stages), options)
    for number, lines in enumerate(names):
        x = RAIL + (number + 0.5) * column
        ink.write_all(lines, x, plot[1] + 6, SMALL, options.theme.text2, "centre")
    shown = [_points(line, plot, options) for line in series]
    for number, points in enumerate(shown):
        _line(ink, points, number, options.theme)
    sheet.add(("plot",), (0.0, top, width, height - top), ink)
    for number, (line, points) in enumerate(zip(series, shown, strict=True)):
        _marks(sheet, line, points, number, top, options)
    return sheet.drawing(width + REACH, height)


def _ground(ink: Ink, plot: tuple[float, float], stages: int, options: ChartOptions) -> None:
    """Columns, the neutral line, and the names of the heights."""
    theme, (column, height) = options.theme, plot
    right = RAIL + column * stages
    ink.add((Box(RAIL, 0, right - RAIL, height, 0, theme.lane),))
    bounds: Commands = ()
    for number in range(stages + 1):
        x = RAIL + number * column - (PIXEL if number == stages else 0) + PIXEL / 2
        bounds += straight(x, 0, x, height)
    ink.stroke(bounds, theme.line)
    middle = straight(RAIL, height / 2, right, height / 2)
    ink.add((Path(middle, stroke=theme.baseline, line_width=HAIRLINE, dash=(3, 3), round=False),))
    for value in (2, 0, -2):
        lines = SMALL.lines(emotion_name(value, options.language), RAIL - 6)
        top = _y(value, height) - len(lines) * SMALL.leading / 2
        ink.write_all(lines, RAIL - 6, max(0.0, top), SMALL, theme.text3, "right")


def _y(value: float, height: float) -> float:
    return height / 2 - value / STRONGEST * (height / 2 - PADDING)


def _points(line: Series, plot: tuple[float, float], options: ChartOptions) -> list[_Point]:
    """The rated cards, evenly over the columns of their stages."""
    column, untitled = plot[0], options.tr("Untitled")
    points = []
    for stage, cards in grouped(line.cards, lambda card: card.stage).items():
        if stage not in line.columns:
            continue
        left = RAIL + line.columns[stage] * column
        for number, card in enumerate(cards, 1):
            name = one_line(line.facts.touchpoint(card).name, untitled)
            x = left + column * number / (len(cards) + 1)
            points.append(_Point(card, name, line.columns[stage], x, _y(felt(card), plot[1])))
    return sorted(points, key=lambda point: point.x)


def _colour(number: int, theme: Theme) -> str:
    return theme.family(_FAMILIES[number % len(_FAMILIES)])


def _line(ink: Ink, points: Sequence[_Point], number: int, theme: Theme) -> None:
    if len(points) < 2:
        return
    places = [(point.x, point.value) for point in points]
    solids: list[Commands] = [()]
    bridges: Commands = ()
    for (a, b), cubic in zip(pairwise(points), handles(places), strict=True):
        piece: Commands = (("M", a.x, a.value), ("C", *cubic))
        if b.column - a.column > 1:
            bridges += piece
        elif len(solids[-1]) >= PIECE:
            solids.append(piece)
        else:
            follows = solids[-1] and solids[-1][-1][-2:] == (a.x, a.value)
            solids[-1] += piece[1:] if follows else piece
    dash = _DASHES[number % len(_DASHES)]
    colour = _colour(number, theme)
    for solid in solids:
        ink.add((Path(solid, stroke=colour, line_width=WEIGHT, dash=dash, round=not dash),))
    if bridges:
        ink.add((Path(bridges, stroke=colour, line_width=WEIGHT * 0.6, dash=(0.01, 3.0)),))


def _marks(
    sheet: Sheet,
    line: Series,
    points: Sequence[_Point],
    number: int,
    top: float,
    options: ChartOptions,
) -> None:
    tr = options.tr
    for point in points:
        ink = Ink()
        _dot(ink, REACH, REACH, number, options.theme)
        place = (point.x - REACH, top + point.value - REACH, 2 * REACH, 2 * REACH)
        value = tr.number(felt(point.card), 1, signed=True)
        sheet.add(("card", point.card.id), place, ink, f"{line.name}, {point.title}: {value}")


def _dot(ink: Ink, x: float, y: float, number: int, theme: Theme) -> None:
    """Round, square, diamond or triangle, so that lines are told apart without colour."""
    side = DOT * 0.9
    triangle = (("M", x, y - DOT * 1.1), ("L", x + DOT * 1.1, y + DOT * 0.8),
                ("L", x - DOT * 1.1, y + DOT * 0.8), ("Z",))  # fmt: skip
    outlines: tuple[Commands, ...] = (
        circle(x, y, DOT),
        rectangle(x - side, y - side, 2 * side, 2 * side),
        diamond(x, y, DOT * 1.25),
        triangle,
    )
    outline = outlines[number % len(outlines)]
    ink.add((Path(outline, fill=_colour(number, theme), stroke=theme.lane, line_width=0.9),))


def _legend(
    ink: Ink, series: Sequence[Series], width: float, options: ChartOptions, more: int
) -> float:
    """A sample of each line with its name and number of rated cards, and how many lines there are
    more; returns where it ends.
    """
    theme, tr = options.theme, options.tr
    x = top = 0.0
    for number, line in enumerate(series):
        words = f"{line.sign or line.name} ({tr.number(len(line.cards))})"
        lines = BODY.lines(words, width - SAMPLE - SAMPLE_GAP)
        wide = SAMPLE + SAMPLE_GAP + max(it.width for it in lines)
        if x and x + wide > width:
            x, top = 0.0, top + BODY.leading + 3
        middle = top + BODY.leading / 2
        dash = _DASHES[number % len(_DASHES)]
        path = straight(x, middle, x + SAMPLE, middle)
        ink.add((Path(path, stroke=_colour(number, theme), line_width=WEIGHT, dash=dash,
                      round=not dash),))  # fmt: skip
        _dot(ink, x + SAMPLE / 2, middle, number, theme)
        end = ink.write_all(lines, x + SAMPLE + SAMPLE_GAP, top, BODY, theme.text2)
        x += wide + ENTRY_GAP
        top = end - BODY.leading
    if more:
        rest = BODY.lines(tr.plural("and {count} more", "and {count} more", more), width)
        top = ink.write_all(rest, 0, top + BODY.leading + 3, BODY, theme.text3) - BODY.leading
    return top + BODY.leading
