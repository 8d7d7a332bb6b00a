"""The map as a grid of figures, tinted: stages by segments, or by channels."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from journeyeditor.analysis.facts import MapFacts
from journeyeditor.analysis.heat import Heat, heat_map
from journeyeditor.catalogue import emotion_level
from journeyeditor.drawing.avatars import avatar, initials
from journeyeditor.drawing.charts.sheet import (
    BODY,
    NAME,
    SMALL,
    STRONG,
    ChartOptions,
    Sheet,
    longest_word,
    nothing,
    one_line,
)
from journeyeditor.drawing.faces import face
from journeyeditor.drawing.fonts import SEMIBOLD, Line
from journeyeditor.drawing.ink import Ink, Style, filled, framed
from journeyeditor.drawing.shapes import Box, Drawing, Image
from journeyeditor.drawing.theme import STRONGEST, Theme, mix
from journeyeditor.model.records import Asset, Segment, Stage
from journeyeditor.translation import N_

NARROWEST, WIDEST = 54.0, 78.0
RAIL, GAP = 108.0, 3.0
CELL, TALLEST_CELL, TOTAL = 40.5, 60.0, 30.0
PORTRAIT, FACE, RADIUS = 24.0, 15.0, 4.5
HEADER_GAP, TEXT_GAP = 4.5, 6.75
LETTERS = Style(SEMIBOLD, 8.625, 12)


class HeatMode(StrEnum):
    """Which figure tints the cells."""

    EMOTION = "emotion"
    COUNT = "count"
    COMPLETENESS = "completeness"
    GAP = "gap"


HEAT_MODE_NAMES = {
    HeatMode.EMOTION: N_("Emotion"),
    HeatMode.COUNT: N_("Number"),
    HeatMode.COMPLETENESS: N_("Completeness"),
    HeatMode.GAP: N_("Gap"),
}

Tint = tuple[str, float]
"""A colour, and how much of it."""


@dataclass(frozen=True, slots=True)
class Figure:
    """What a cell prints: a value, the number of cases it rests on, and its tint.

    `face` is the level of an emotion, `words` are said where there is no value.
    """

    value: str = ""
    cases: str = ""
    fill: str = ""
    face: int | None = None
    share: float | None = None
    words: str = ""


def draw_heat(facts: MapFacts, options: ChartOptions, mode: HeatMode) -> Drawing:
    """Keys: ("cell", stage, segment), ("segment", id), ("stage", id)."""
    tr = options.tr
    if not facts.stages or not facts.segments:
        return nothing(options, tr("The map needs stages and segments first."))
    grid = facts.once(heat_map)
    most = max((heat.count for heat in grid.cells.values()), default=0)

    def figure(heat: Heat) -> Figure:
        return _figure(heat, mode, most, options)

    needed = min(WIDEST, longest_word((stage.name for stage in facts.stages), SMALL) + GAP)
    column = max(NARROWEST, needed, (options.width - RAIL) / len(facts.stages))
    sheet = Sheet(options)
    top = _headers(sheet, facts.stages, column, options)
    rows = len(facts.segments)
    room = (options.height - top - TOTAL) / rows
    names = [_row_lines(segment, options) for segment in facts.segments]
    for segment, lines in zip(facts.segments, names, strict=True):
        needed = len(lines) * NAME.leading + SMALL.leading + GAP
        height = max(CELL, needed, min(TALLEST_CELL, room))
        label = _mean(grid.segments[segment.id], figure, options)
        _row(sheet, facts, segment, lines, label, (top, height), options)
        for number, stage in enumerate(facts.stages):
            place = (RAIL + number * column, top, column, height)
            heat = grid.cells[stage.id, segment.id]
            ink = _cell(figure(heat), column - GAP, height - GAP, options)
            sentence = _sentence(stage.name, segment.name, figure(heat), options)
            sheet.add(("cell", stage.id, segment.id), place, ink, sentence)
        top += height
    _totals(sheet, facts, figure, (top, column), options)
    return sheet.drawing(RAIL + column * len(facts.stages), top + TOTAL)


def _headers(sheet: Sheet, stages: Sequence[Stage], column: float, options: ChartOptions) -> float:
    """The names of the stages; returns where the rows begin."""
    names = [SMALL.lines(one_line(s.name, options.tr("Untitled")), column - GAP) for s in stages]
    height = max(map(len, names)) * SMALL.leading + HEADER_GAP
    for number, (stage, lines) in enumerate(zip(stages, names, strict=True)):
        ink = Ink()
        top = height - HEADER_GAP - len(lines) * SMALL.leading
        ink.write_all(lines, (column - GAP) / 2, top, SMALL, options.theme.text2, "centre")
        place = (RAIL + number * column, 0.0, column, height)
        sheet.add(("stage", stage.id), place, ink, one_line(stage.name, options.tr("Untitled")))
    return height


def _row_lines(segment: Segment, options: ChartOptions) -> tuple[Line, ...]:
    name = one_line(segment.name, options.tr("Untitled"))
    return NAME.lines(name, RAIL - PORTRAIT - TEXT_GAP - GAP)


def _row(
    sheet: Sheet,
    facts: MapFacts,
    segment: Segment,
    lines: tuple[Line, ...],
    mean: str,
    place: tuple[float, float],
    options: ChartOptions,
) -> None:
    ink, theme, (top, height) = Ink(), options.theme, place
    y = (height - GAP - PORTRAIT) / 2
    picture = facts.project.find(Asset, segment.picture)
    if picture:
        ink.add((Image(0, y, PORTRAIT, PORTRAIT, picture.sha256, PORTRAIT / 2),))
    else:
        letters = initials(segment.name)
        ink.take(avatar(letters, 0, y, theme, size=PORTRAIT, style=LETTERS))
    start = (height - GAP - len(lines) * NAME.leading - SMALL.leading) / 2
    left = PORTRAIT + TEXT_GAP
    start = ink.write_all(lines, left, start, NAME, theme.text)
    ink.write_all(SMALL.lines(mean, RAIL - left - GAP)[:1], left, start, SMALL, theme.text3)
    name = f"{one_line(segment.name, options.tr('Untitled'))}, {mean}"
    sheet.add(("segment", segment.id), (0.0, top, RAIL, height), ink, name)


def _mean(heat: Heat, figure: Callable[[Heat], Figure], options: ChartOptions) -> str:
    shown = figure(heat)
    if not shown.value:
        return ""
    return f"{shown.value} {shown.cases}".strip()


def _totals(
    sheet: Sheet,
    facts: MapFacts,
    figure: Callable[[Heat], Figure],
    place: tuple[float, float],
    options: ChartOptions,
) -> None:
    """The last row: each stage for all segments, and all together."""
    theme, tr, (top, column) = options.theme, options.tr, place
    grid = facts.once(heat_map)
    ink = Ink()
    left = PORTRAIT + TEXT_GAP
    ink.write(NAME.line(tr("All")), left, 3, NAME, theme.text)
    mean = _mean(grid.all, figure, options)
    ink.write(SMALL.line(mean), left, 3 + NAME.leading, SMALL, theme.text3)
    sheet.add(("all",), (0.0, top, RAIL, TOTAL), ink)
    for number, stage in enumerate(facts.stages):
        ink = Ink()
        shown = figure(grid.stages[stage.id])
        line = BODY.line(shown.value or "—")
        ink.write(line, (column - GAP) / 2, (TOTAL - BODY.leading) / 2, BODY, theme.text2, "centre")
        sheet.add(("total", stage.id), (RAIL + number * column, top, column, TOTAL), ink)


def _cell(figure: Figure, width: float, height: float, options: ChartOptions) -> Ink:
    ink, theme = Ink(), options.theme
    middle = width / 2
    if not figure.fill:
        ink.add(framed(0, 0, width, height, RADIUS, theme.line_strong, None, (3, 3)))
    else:
        ink.add(filled(0, 0, width, height, figure.fill, RADIUS))
    if not figure.value:
        lines = SMALL.lines(figure.words, width - 6)
        top = (height - len(lines) * SMALL.leading) / 2
        tone = theme.text if figure.fill else theme.text3
        ink.write_all(lines, middle, top, SMALL, tone, "centre")
        return ink
    with_face = figure.face is not None and height >= CELL - GAP
    top = (height - STRONG.leading - (FACE + 3 if with_face else 0)) / 2
    if with_face:
        ink.add(face(figure.face or 0, middle - FACE / 2, top, FACE, theme))
        top += FACE + 3
    value, cases = STRONG.line(figure.value), SMALL.line(figure.cases)
    x = middle - (value.width + (3 + cases.width if cases.text else 0)) / 2
    ink.write(value, x, top, STRONG, theme.text)
    ink.write(cases, x + value.width + 3, top + 0.75, SMALL, theme.text)
    if figure.share is not None:
        _meter(ink, figure.share, width, height, theme)
    return ink


def _meter(ink: Ink, share: float, width: float, height: float, theme: Theme) -> None:
    """A share as a line at the foot of its cell."""
    left, top, length = 6.0, height - 6, width - 12
    ink.add((Box(left, top, length, 2.25, 1.125, theme.chrome),))
    if share > 0:
        ink.add((Box(left, top, max(2.25, length * share), 2.25, 1.125, theme.bar),))


def _figure(heat: Heat, mode: HeatMode, most: int, options: ChartOptions) -> Figure:
    tr, theme = options.tr, options.theme
    if not heat.count:
        return Figure(words=tr("Empty"))
    if mode is HeatMode.COUNT:
        tint = mix(theme.chrome, theme.bar, 0.06 + 0.34 * min(1.0, heat.count / max(1, most)))
        return Figure(tr.number(heat.count), "", tint)
    if mode is HeatMode.COMPLETENESS:
        share = heat.completeness or 0.0
        tint = mix(theme.chrome, theme.bar, 0.06 + 0.3 * share)
        return Figure(tr.percent(share), f"({tr.number(heat.count)})", tint, share=share)
    value, cases = (heat.emotion, heat.rated) if mode is HeatMode.EMOTION else (heat.gap, heat.gaps)
    if value is None:
        return Figure(fill=theme.badge, words=tr("Not rated"))
    number, counted = tr.number(value, 1, signed=True), f"({tr.number(cases)})"
    if mode is HeatMode.EMOTION:
        return Figure(
            number, counted, _felt(value, STRONGEST, theme), emotion_level(round(value, 1))
        )
    return Figure(number, counted, _felt(-value, 4, theme))


def _felt(value: float, strongest: float, theme: Theme) -> str:
    """Orange for the worse, blue for the better, stronger further from neutral."""
    if abs(value) < 0.05:
        return theme.badge
    extreme = theme.disc(STRONGEST if value > 0 else -STRONGEST)
    return mix(theme.chrome, extreme, 0.08 + 0.4 * min(1.0, abs(value) / strongest))


def _sentence(stage: str, segment: str, figure: Figure, options: ChartOptions) -> str:
    untitled = options.tr("Untitled")
    said = f"{figure.value} {figure.cases}".strip() or figure.words
    return f"{one_line(stage, untitled)}, {one_line(segment, untitled)}: {said}"
