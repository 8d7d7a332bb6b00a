"""The map in a report: on one page, which folds out where the report's paper is too small."""

import datetime
import math
from collections.abc import Iterator
from dataclasses import replace

from journeyeditor.catalogue.choices import choice_name
from journeyeditor.drawing.elements import Element, Kind
from journeyeditor.drawing.flow.pages import Chapter, PlacedMark, Section, flow
from journeyeditor.drawing.flow.slices import Link, Mark, inked
from journeyeditor.drawing.flow.text import heading, paragraph
from journeyeditor.drawing.ink import Ink
from journeyeditor.drawing.layout import LayoutOptions, lay_out
from journeyeditor.drawing.shapes import Drawing, GlyphRun, Text
from journeyeditor.exporting.options import PdfOptions
from journeyeditor.exporting.pages import Part, PrintPage, part_of
from journeyeditor.exporting.paper import FIT, is_american, paper_size, turned
from journeyeditor.exporting.report.book import Book, BookPage
from journeyeditor.exporting.report.look import (
    BODY,
    TITLE,
    Format,
    column,
)
from journeyeditor.exporting.result import SMALLEST_TYPE
from journeyeditor.exporting.spoken import spoken_map
from journeyeditor.model.records import JourneyMap, Placement

_TOP, _BOTTOM, _GAP = 54.0, 50.0, 10.0
"""Points above the map's name, below the map, and between the two: the map takes what it can."""
_ISO = ("A4", "A3", "A2", "A1", "A0")
_AMERICAN = ("tabloid", "ansi-c", "ansi-d", "ansi-e")


def overview(book: Book, map: JourneyMap, options: PdfOptions, date: datetime.date) -> BookPage:
    """The map with its name above; its cards lead to their sheets, and can be led back to."""
    drawing = _without_frame(_laid_out(book, map, options, date))
    told = spoken_map(drawing, sentences=bool(options.fields), linked=True)
    view = _View(book, map, drawing)
    format = view.format(options)
    shown = replace(view.part(format), told=told)
    marks = [PlacedMark(Mark(("map", map.id), book.one_line(map.name), 0, whole_page=True), 0, 0)]
    links: list[Link] = []
    for node in shown.nodes():
        card = book.project.find(Placement, node.key[1]) if node.key[0] == "card" else None
        if card:
            x, y = shown.left + node.x * shown.scale, shown.top + node.y * shown.scale
            size = (node.width * shown.scale, node.height * shown.scale)
            [(_, element)] = shown.told[node.key]
            links.append(Link(x, y, *size, ("sheet", card.touchpoint), element, node.name))
            marks.append(PlacedMark(Mark(node.key), x, y))
    [head] = flow([Chapter([view.head(format)])], replace(format.frame, top=_TOP))
    parts = (part_of(head), shown)
    page = PrintPage(format.width, format.height, parts, tuple(marks), tuple(links))
    return BookPage(page, map, shown.scale)


def _laid_out(book: Book, map: JourneyMap, options: PdfOptions, date: datetime.date) -> Drawing:
    layout = LayoutOptions(
        theme=book.theme,
        language=book.tr.language,
        lens=options.shown_lens,
        fields=options.fields,
        page=True,
        date=date,
    )
    return lay_out(book.project, map.id, layout)


def _without_frame(drawing: Drawing) -> Drawing:
    """The map and its legend: the report has a title and a footer of its own."""
    nodes = [node for node in drawing.nodes if node.key not in (("title",), ("footer",))]
    top = min(node.y for node in nodes)
    bottom = max(node.y + node.height for node in nodes)
    moved = tuple(node._replace(y=node.y - top) for node in nodes)
    return replace(drawing, height=bottom - top, nodes=moved)


def _runs(drawing: Drawing) -> Iterator[GlyphRun]:
    for node in drawing.nodes:
        for shape in node.shapes:
            if isinstance(shape, Text):
                yield from shape.runs


def _folds(paper: tuple[float, float], american: bool) -> list[tuple[float, float]]:
    """The paper, and the larger ones that fold to about its size."""
    sizes = (paper_size(name) for name in (_AMERICAN if american else _ISO))
    return [paper, *(size for size in sizes if size[0] * size[1] > 1.5 * paper[0] * paper[1])]


class _View:
    """A map, its name above it, and the paper for both."""

    def __init__(self, book: Book, map: JourneyMap, drawing: Drawing) -> None:
        self._book, self._map, self._drawing = book, map, drawing

    def head(self, format: Format) -> Section:
        """The map's name, and what it is at a glance, at the right where there is room."""
        map, theme, width, tr = self._map, self._book.theme, format.frame.width, self._book.tr
        review = tr.date(map.review_date) if map.review_date else ""
        parts = (
            choice_name(map.kind, tr.language),
            tr("Version {version}", version=map.version) if map.version.strip() else "",
            map.status_line,
            tr("To be reviewed on {date}", date=review) if review else "",
        )
        told = " · ".join(part for part in parts if part.strip())
        name, note = TITLE.line(self._book.one_line(map.name)), BODY.line(told)
        if name.width + note.width + 2 * _GAP > width or "\n" in told:
            title = Element(Kind.TITLE, said=map.name)
            slices = heading(self._book.one_line(map.name), TITLE, width, theme.text, 0, title)
            return column(*slices, *paragraph(told, BODY, width, theme.text2))
        ink, lower = Ink(), TITLE.baseline - BODY.baseline
        ink.tell(Element(Kind.TITLE))
        ink.write(name, 0, 0, TITLE, theme.text)
        ink.tell(Element(Kind.PARAGRAPH))
        ink.write(note, width, lower, BODY, theme.text2, "right")
        return column(inked(ink, TITLE.leading))

    def part(self, format: Format) -> Part:
        """The map below its name, as large as it fits, and not enlarged."""
        drawing, width = self._drawing, format.frame.width
        top = _TOP + self.head(format).height + _GAP
        room = format.height - _BOTTOM - top
        scale = min(1.0, width / drawing.width, room / drawing.height)
        return Part(drawing, scale, (format.width - drawing.width * scale) / 2, top)

    def format(self, options: PdfOptions) -> Format:
        """The paper for the map: that of the report, or one that folds out of it.

        Without a wish for a larger one, the smallest on which all letters can be read, or else
        the largest.
        """
        report = (self._book.format.width, self._book.format.height)
        if options.paper != FIT and paper_size(options.paper) != report:
            return self._turned(paper_size(options.paper), options.landscape)
        least = min((run.size for run in _runs(self._drawing)), default=math.inf)
        papers = _folds(report, is_american(options.paper))
        formats = [self._turned(paper, options.landscape) for paper in papers]
        readable = (it for it in formats if least * self.part(it).scale >= SMALLEST_TYPE)
        return next(readable, formats[-1])

    def _turned(self, paper: tuple[float, float], landscape: bool | None) -> Format:
        """A paper as somebody wants it, or as the map is larger on it."""
        turns = (True, False) if landscape is None else (landscape,)
        formats = [Format(*turned(paper, turn)) for turn in turns]
        return max(formats, key=lambda format: self.part(format).scale)
