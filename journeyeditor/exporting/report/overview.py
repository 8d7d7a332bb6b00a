"""The map in a report: on one page, which folds out where the report's paper is too small."""

import datetime
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from journeyeditor.catalogue.choices import choice_name
from journeyeditor.drawing.elements import Element, Kind, Told
from journeyeditor.drawing.flow.pages import Chapter, PlacedMark, Section, flow
from journeyeditor.drawing.flow.slices import Link, Mark, inked
from journeyeditor.drawing.flow.text import heading, paragraph
from journeyeditor.drawing.ink import Ink
from journeyeditor.drawing.layout import LayoutOptions, lay_out
from journeyeditor.drawing.shapes import Box, Drawing, GlyphRun, Key, Node, Shape, Text
from journeyeditor.exporting.axes import axes
from journeyeditor.exporting.cutting import Span
from journeyeditor.exporting.maps import heard, windows
from journeyeditor.exporting.options import PdfOptions
from journeyeditor.exporting.pages import Part, PrintPage, part_of
from journeyeditor.exporting.paper import FIT, MILLIMETRE, is_american, paper_size, turned
from journeyeditor.exporting.report.book import Book, BookPage
from journeyeditor.exporting.report.look import (
    BODY,
    TITLE,
    Format,
    column,
    shrunk,
)
from journeyeditor.exporting.result import SMALLEST_TYPE
from journeyeditor.exporting.spoken import spoken_map
from journeyeditor.exporting.tiling import Grid, Tiling, grid_for
from journeyeditor.model.records import JourneyMap, Placement, Segment, Stage

_TOP, _BOTTOM, _GAP = 54.0, 50.0, 10.0
"""Points above the map's name, below the map, and between the two: the map takes what it can."""
_HEAD = 0.12
"""The share of the page's height that the map's name takes at most."""
_LEGIBLE = 5.0
"""Points; a map with smaller letters is cut over several pages."""
_MOST_PAGES = 60
_SMALLER = 0.9
"""What the scale is multiplied with until so many pages are enough."""
_SLACK = 0.01
_NOTHING = Box(0, 0, 0, 0)
"""Stands for a shape that is not there; elements are told by the numbers of their shapes."""
_ISO = ("A4", "A3", "A2", "A1", "A0")
_AMERICAN = ("tabloid", "ansi-c", "ansi-d", "ansi-e")


def overview(
    book: Book, map: JourneyMap, options: PdfOptions, date: datetime.date
) -> list[BookPage]:
    """The map with its name above; its cards lead to their sheets, and can be led back to.

    It is cut over several pages where on one its smallest letters could hardly be read.
    """
    drawing = _without_frame(_laid_out(book, map, options, date))
    told = spoken_map(drawing, sentences=bool(options.fields), linked=True)
    view = _View(book, map, drawing)
    format = view.format(options)
    shown = replace(view.part(format), told=told)
    if view.smallest * shown.scale < _LEGIBLE:
        return list(_cut(view, told, options))
    mark = Mark(("map", map.id), book.one_line(map.name), 0, whole_page=True)
    return [_page(view, format, [shown], [mark])]


def _cut(view: "_View", told: Mapping[Key, Told], options: PdfOptions) -> Iterator[BookPage]:
    """The map between its stages and segments, their names again on each page."""
    format, grid = view.grid(options)
    unheard, both, drawing = dict(told), axes(view.drawing), view.drawing
    title = view.book.one_line(view.map.name)
    marks = [Mark(("map", view.map.id), title, 0, whole_page=True)]
    for row, down in enumerate(grid.rows):
        for number, across in enumerate(grid.columns):
            if (number, row) in grid.shown:
                left, top = format.side, view.top(format)
                shown = windows(grid, drawing, across, down, both)
                parts = [_silenced(_moved(it, left, top)) for it in shown]
                parts[0] = heard(parts[0], unheard)
                if name := view.named(grid, across, down):
                    key = ("map-part", view.map.id, str(number), str(row))
                    marks.append(Mark(key, name, 1, whole_page=True))
                yield _page(view, format, parts, marks)
                marks = []


def _moved(part: Part, right: float, below: float) -> Part:
    left, top, *size = part.clip or (0.0, 0.0, 0.0, 0.0)
    clip = (left + right, top + below, size[0], size[1])
    return replace(part, left=part.left + right, top=part.top + below, clip=clip)


def _silenced(part: Part) -> Part:
    """The part without the texts that lie outside of what it shows: nobody is to find them."""
    left, top, width, height = part.clip or (0.0, 0.0, 0.0, 0.0)

    def outside(node: Node, shape: Shape) -> bool:
        if not isinstance(shape, Text):
            return False
        x = part.left + (node.x + shape.x) * part.scale
        y = part.top + (node.y + shape.y) * part.scale
        across = x + shape.width * part.scale <= left or x >= left + width
        return across or not top <= y <= top + height

    nodes = tuple(
        node._replace(shapes=tuple(_NOTHING if outside(node, it) else it for it in node.shapes))
        for node in part.nodes()
    )
    return replace(part, drawing=replace(part.drawing, nodes=nodes))


def _page(view: "_View", format: Format, parts: Sequence[Part], marks: Sequence[Mark]) -> BookPage:
    """A page with parts of the map, whose name is heard where the map has its mark.

    The cards that are heard on it lead to their sheets.
    """
    shown, links = parts[0], list[Link]()
    placed = [PlacedMark(mark, 0, 0) for mark in marks]
    for node in shown.nodes(bleed=0.0):
        card = view.book.project.find(Placement, node.key[1]) if node.key[0] == "card" else None
        if card and node.key in shown.told:
            x, y = shown.left + node.x * shown.scale, shown.top + node.y * shown.scale
            size = (node.width * shown.scale, node.height * shown.scale)
            [(_, element)] = shown.told[node.key]
            links.append(Link(x, y, *size, ("sheet", card.touchpoint), element, node.name))
            placed.append(PlacedMark(Mark(node.key), x, y))
    [head] = flow([Chapter([view.head(format)])], replace(format.frame, top=_TOP))
    first = any(mark.key[0] == "map" for mark in marks)
    above = part_of(head) if first else replace(part_of(head), told={})
    page = PrintPage(format.width, format.height, (above, *parts), tuple(placed), tuple(links))
    return BookPage(page, view.map, shown.scale)


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
        self.book, self.map, self.drawing = book, map, drawing

    @cached_property
    def smallest(self) -> float:
        """The size of the drawing's smallest letters, in points."""
        return min((run.size for run in _runs(self.drawing)), default=math.inf)

    def head(self, format: Format) -> Section:
        """The map's name, and what it is at a glance, at the right where there is room."""
        map, theme, width, tr = self.map, self.book.theme, format.frame.width, self.book.tr
        review = tr.date(map.review_date) if map.review_date else ""
        parts = (
            choice_name(map.kind, tr.language),
            tr("Version {version}", version=map.version) if map.version.strip() else "",
            map.status_line,
            tr("To be reviewed on {date}", date=review) if review else "",
        )
        told = " · ".join(part for part in parts if part.strip())
        name, note = TITLE.line(self.book.one_line(map.name)), BODY.line(told)
        if name.width + note.width + 2 * _GAP > width or "\n" in told:
            title, high = Element(Kind.TITLE, said=map.name), _HEAD * format.height
            large = shrunk(TITLE, lambda it: it.line_count(name.text, width) * it.leading <= high)
            small = shrunk(BODY, lambda it: it.line_count(told, width) * it.leading <= high)
            slices = heading(name.text, large, width, theme.text, 0, title)
            return column(*slices, *paragraph(told, small, width, theme.text2))
        ink, lower = Ink(), TITLE.baseline - BODY.baseline
        ink.tell(Element(Kind.TITLE))
        ink.write(name, 0, 0, TITLE, theme.text)
        ink.tell(Element(Kind.PARAGRAPH))
        ink.write(note, width, lower, BODY, theme.text2, "right")
        return column(inked(ink, TITLE.leading))

    def part(self, format: Format) -> Part:
        """The map below its name, as large as it fits, and not enlarged."""
        drawing, width = self.drawing, format.frame.width
        top = self.top(format)
        room = format.height - _BOTTOM - top
        scale = min(1.0, width / drawing.width, room / drawing.height)
        return Part(drawing, scale, (format.width - drawing.width * scale) / 2, top)

    def top(self, format: Format) -> float:
        """Where the map begins, below its name."""
        return _TOP + self.head(format).height + _GAP

    def format(self, options: PdfOptions) -> Format:
        """The paper for the map on one page: the smallest on which all letters can be read, or
        else the largest."""
        formats = [self._turned(paper, options.landscape) for paper in self._papers(options)]
        readable = (it for it in formats if self.smallest * self.part(it).scale >= SMALLEST_TYPE)
        return next(readable, formats[-1])

    def _papers(self, options: PdfOptions) -> list[tuple[float, float]]:
        """That of the report and those that fold out of it, or a larger one that is wished."""
        report = (self.book.format.width, self.book.format.height)
        if options.paper != FIT and paper_size(options.paper) != report:
            return [paper_size(options.paper)]
        return _folds(report, is_american(options.paper))

    def grid(self, options: PdfOptions) -> tuple[Format, Grid]:
        """The paper for the map on several pages, and where it is cut.

        Of the papers of which few pages are enough for letters that can be read, it is the
        smallest on which nothing is torn. Where there is none the letters are smaller.
        """
        scale = min(1.0, SMALLEST_TYPE / self.smallest)
        turns = (True, False) if options.landscape is None else (options.landscape,)
        papers = self._papers(options)
        while True:
            found = []
            for number, paper in enumerate(papers):
                formats = [Format(*turned(paper, turn)) for turn in turns]
                grids = [(it, grid) for it in formats if (grid := self._grid(it, scale))]
                found += [(grid.torn, number, grid.count, it, grid) for it, grid in grids]
                if any(grid.torn == 0 for _, grid in grids):
                    break
            if found:
                *_, format, grid = min(found, key=lambda it: it[:3])
                return format, grid
            scale *= _SMALLER

    def _grid(self, format: Format, scale: float) -> Grid | None:
        """The map cut at a scale for pages of a format; none where these would be too many."""
        width, height = format.frame.width, format.height - _BOTTOM - self.top(format)
        drawing = self.drawing
        if drawing.width * drawing.height * scale**2 > _MOST_PAGES * width * height:
            return None
        paper = f"{width / MILLIMETRE:.4f}x{height / MILLIMETRE:.4f}mm"
        sheets = Tiling(paper=paper, whole=True, repeat=True, guides=False, plan=False)
        grid = grid_for(drawing, scale, 0.0, sheets)
        return grid if grid.count <= _MOST_PAGES else None

    def named(self, grid: Grid, across: Span, down: Span) -> str:
        """What a page shows: from which stage to which, and which segments where not all."""
        project, tr, by_key = self.book.project, self.book.tr, self.drawing.by_key

        def ends(its: Sequence[Stage | Segment], kind: str, shown: Span) -> str:
            found = []
            for it in its:
                node = by_key.get((kind, it.id))
                start = (node.x if kind == "stage" else node.y) if node else -math.inf
                if shown.start - _SLACK <= start < shown.end - _SLACK:
                    found.append(self.book.one_line(it.name))
            return " – ".join(dict.fromkeys((*found[:1], *found[-1:])))

        stages = ends(project.stages(self.map.id), "stage", across)
        segments = ends(project.segments(self.map.id), "segment", down)
        parts = (stages, segments if len(grid.rows) > 1 else "")
        return tr("Map: {part}", part=" · ".join(p for p in parts if p)) if any(parts) else ""

    def _turned(self, paper: tuple[float, float], landscape: bool | None) -> Format:
        """A paper as somebody wants it, or as the map is larger on it."""
        turns = (True, False) if landscape is None else (landscape,)
        formats = [Format(*turned(paper, turn)) for turn in turns]
        return max(formats, key=lambda format: self.part(format).scale)
