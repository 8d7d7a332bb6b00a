"""A map at a glance: what it tells of, its figures, its emotion curves and critical moments."""

from collections.abc import Sequence
from dataclasses import replace

from journeyeditor.analysis.curves import curves
from journeyeditor.drawing.charts.curves import MOST_LINES, curve_signs, draw_curves
from journeyeditor.drawing.charts.sheet import ChartOptions
from journeyeditor.drawing.elements import Element, Kind, entry
from journeyeditor.drawing.flow.pages import Chapter
from journeyeditor.drawing.flow.slices import Mark, Slice, figure, gap, inked, marked, moved_shapes
from journeyeditor.drawing.flow.tables import Cell, Column, table
from journeyeditor.drawing.flow.text import heading, paragraph
from journeyeditor.drawing.ink import Ink, filled
from journeyeditor.exporting.report.book import Book
from journeyeditor.exporting.report.lifeline import HEIGHT, lifeline
from journeyeditor.exporting.report.look import (
    CAPTION,
    FIGURE,
    LEAD,
    MIDDLING,
    STRONG,
    TITLE,
    column,
    facts,
    titled,
)
from journeyeditor.exporting.report.tables import metrics
from journeyeditor.model.records import JourneyMap, Segment, Stage, Touchpoint

_CHART, _HIGHEST = 190.0, 230.0
"""Points that the chart is high, and may be where names take more lines."""
MOST_CRITICAL = 20
"""More critical moments than that have an index of their own."""
_MOST_FIGURES = 5
_NAMES, _ROW = 0.24, 4.0
"""The share of the width for the segments' names, and the room below each curve."""


def glance(book: Book, map: JourneyMap, level: int) -> Chapter:
    """What is known of the map as a whole."""
    tr, theme, width = book.tr, book.theme, book.width
    head = heading(tr("At a glance"), TITLE, width, theme.text, 0)
    head = marked(head, Mark(("glance", map.id), tr("At a glance"), level))
    sections: Sequence[Sequence[Slice]] = (
        [*head, gap(4), *paragraph(map.description, LEAD, width, theme.text2)],
        [gap(16), _figures(book, map, width)],
        titled(theme, tr("Details"), facts(theme, book.own_fields(map.id), width), width),
        metrics(book, map.id, width),
        titled(theme, tr("Emotion curves"), _curves(book, map, width), width),
        titled(theme, tr("Critical moments"), _critical(book, map), width),
    )
    return Chapter([column(*part) for part in sections if part])


def _figures(book: Book, map: JourneyMap, width: float) -> Slice:
    """How large the map is, in a row of numbers."""
    tr, ink, project = book.tr, Ink(), book.project
    cards = project.placements(map.id)
    figures = [
        (tr("Stages"), len(project.stages(map.id))),
        (tr("Segments"), len(project.segments(map.id))),
        (tr("Touchpoints"), len({card.touchpoint for card in cards})),
        (tr("Cards"), len(cards)),
    ]
    if critical := sum(card.critical for card in cards):
        figures.append((tr("Critical moments"), critical))
    wide, bottom, whole = width / _MOST_FIGURES, 0.0, Element(Kind.LIST)
    for number, (name, count) in enumerate(figures):
        x = number * wide
        ink.tell(entry(whole, f"{name}: {tr.number(count)}"))
        ink.write(FIGURE.line(tr.number(count)), x, 0, FIGURE, book.theme.text)
        names = CAPTION.lines(name, wide - 8)
        end = ink.write_all(names, x, FIGURE.leading, CAPTION, book.theme.text2)
        bottom = max(bottom, end)
    return inked(ink, bottom)


def _curves(book: Book, map: JourneyMap, width: float) -> list[Slice]:
    """The segments' emotions over each other, or below each other where there are many."""
    its = book.facts[map.id]
    shown = [curve.segment for curve in its.once(curves) if curve.points]
    if not shown:
        return []
    options = ChartOptions(width=width, height=_CHART, theme=book.theme, language=book.tr.language)
    for signs in (False, True):
        drawing = draw_curves(its, options, signs=signs)
        if max(drawing.width - width, drawing.height - _HIGHEST) <= 0 and len(shown) <= MOST_LINES:
            key = _key(book, map, shown, width) if signs else []
            return [gap(4), figure(drawing), *key]
    return [part for segment in shown for part in _own_curve(book, segment, width)]


def _key(book: Book, map: JourneyMap, shown: Sequence[Segment], width: float) -> list[Slice]:
    """What the letters and numbers of a chart stand for."""
    stages = book.project.stages(map.id)
    letters, numbers = curve_signs(len(stages))
    told: list[tuple[str, Segment | Stage]]
    told = [*zip(letters, shown, strict=False), *zip(numbers, stages, strict=True)]
    rows = [[Cell(sign, STRONG), Cell(book.one_line(it.name))] for sign, it in told]
    look = replace(book.table, padding=2.0)
    return [gap(8), *table((Column("", 0.05), Column("")), rows, width, look)]


def _own_curve(book: Book, segment: Segment, width: float) -> list[Slice]:
    """A segment's name and its curve in a row, or a long name above it."""
    ink, left = Ink(), width * _NAMES
    names = MIDDLING.lines(book.one_line(segment.name), left - 8)
    above: list[Slice] = []
    if len(names) * MIDDLING.leading > HEIGHT:
        above = [gap(_ROW), *paragraph(segment.name, MIDDLING, width, book.theme.text)]
        above[-1] = replace(above[-1], keep=True)
        names = ()
    tall = max(HEIGHT, len(names) * MIDDLING.leading)
    top = (tall - len(names) * MIDDLING.leading) / 2
    curve = lifeline(book, segment.id, width - left)
    ink.tell(Element(Kind.FIGURE, said=curve.said))
    ink.write_all(names, 0, top, MIDDLING, book.theme.text)
    ink.add(moved_shapes(curve.shapes, left, (tall - HEIGHT) / 2))
    ink.add(filled(0, tall + _ROW - 0.5, width, 0.5, book.theme.line))
    return [*above, inked(ink, tall + _ROW)]


def _critical(book: Book, map: JourneyMap) -> list[Slice]:
    """The critical moments, where they are few enough for a glance."""
    few = sum(card.critical for card in book.project.placements(map.id)) <= MOST_CRITICAL
    return critical_moments(book, map) if few else []


def critical_moments(book: Book, map: JourneyMap) -> list[Slice]:
    """Where the journey is decided, and why."""
    tr, project, theme = book.tr, book.project, book.theme
    rows = []
    for card in project.placements(map.id):
        if card.critical:
            it = project.get(Touchpoint, card.touchpoint)
            target = ("sheet", it.id)
            rows.append(
                [
                    Cell(it.code, style=CAPTION, colour=theme.text3, target=target),
                    Cell(book.one_line(it.name), style=STRONG, target=target),
                    Cell(project.get(Stage, card.stage).name, colour=theme.text2),
                    Cell(project.get(Segment, card.segment).name, colour=theme.text2),
                    Cell(card.critical_reason, colour=theme.text2),
                ]
            )
    columns = (
        Column("", 0.4),
        Column(tr("Touchpoint"), 1.6),
        Column(tr("Stage"), 0.9),
        Column(tr("Segment"), 0.9),
        Column(tr("Why"), 2),
    )
    return table(columns, rows, book.width, book.table)
