"""A map at a glance: what it tells of, its figures, its emotion curves and critical moments."""

from collections.abc import Sequence

from journeyeditor.analysis.curves import curves
from journeyeditor.drawing.charts.curves import draw_curves
from journeyeditor.drawing.charts.sheet import ChartOptions
from journeyeditor.drawing.flow.pages import Chapter
from journeyeditor.drawing.flow.slices import Mark, Slice, figure, gap, inked, marked
from journeyeditor.drawing.flow.tables import Cell, Column
from journeyeditor.drawing.flow.text import heading, paragraph
from journeyeditor.drawing.ink import Ink
from journeyeditor.exporting.report.book import Book
from journeyeditor.exporting.report.look import (
    CAPTION,
    FIGURE,
    LEAD,
    STRONG,
    TITLE,
    column,
    facts,
    tabled,
    titled,
)
from journeyeditor.exporting.report.tables import metrics
from journeyeditor.model.records import JourneyMap, Segment, Stage, Touchpoint

_CHART = 190.0


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
        _critical(book, map, width),
    )
    return Chapter([column(*part) for part in sections if part])


def _figures(book: Book, map: JourneyMap, width: float) -> Slice:
    """How large the map is, in a row of numbers."""
    tr, ink, project = book.tr, Ink(), book.project
    cards = project.placements(map.id)
    figures = (
        (tr("Stages"), len(project.stages(map.id))),
        (tr("Segments"), len(project.segments(map.id))),
        (tr("Touchpoints"), len({card.touchpoint for card in cards})),
        (tr("Cards"), len(cards)),
        (tr("Critical moments"), sum(card.critical for card in cards)),
    )
    wide, bottom = width / len(figures), 0.0
    for number, (name, count) in enumerate(figures):
        x = number * wide
        ink.write(FIGURE.line(tr.number(count)), x, 0, FIGURE, book.theme.text)
        names = CAPTION.lines(name, wide - 8)
        end = ink.write_all(names, x, FIGURE.leading, CAPTION, book.theme.text2)
        bottom = max(bottom, end)
    return inked(ink, bottom)


def _curves(book: Book, map: JourneyMap, width: float) -> list[Slice]:
    """The segments' emotions, where there are some and room to tell them apart."""
    its = book.facts[map.id]
    if not any(curve.points for curve in its.once(curves)):
        return []
    options = ChartOptions(width=width, height=_CHART, theme=book.theme, language=book.tr.language)
    drawing = draw_curves(its, options)
    return [gap(4), figure(drawing)] if drawing.width <= width else []


def _critical(book: Book, map: JourneyMap, width: float) -> list[Slice]:
    """Where the journey is decided."""
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
    return tabled(theme, tr("Critical moments"), columns, rows, width)
