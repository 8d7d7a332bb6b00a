"""An empty map as a poster: the same stages and segments, and room for cards of paper."""

from journeyeditor.drawing.elements import Element, Kind
from journeyeditor.drawing.flow.pages import PlacedMark
from journeyeditor.drawing.flow.slices import Mark
from journeyeditor.drawing.fonts import REGULAR, SEMIBOLD
from journeyeditor.drawing.ink import Ink, Style
from journeyeditor.drawing.paths import line
from journeyeditor.drawing.shapes import Box, Path
from journeyeditor.exporting.options import PdfOptions
from journeyeditor.exporting.pages import PrintPage, drawn_part
from journeyeditor.exporting.paper import FIT, formats, paper_size
from journeyeditor.exporting.report.book import Book
from journeyeditor.exporting.workshop.cutouts import card_width
from journeyeditor.model.records import JourneyMap, Segment, Stage

_EM = 1 / 90
"""The letters are so large against the poster's shorter side."""
_LANE = 0.22
"""The part of a row that is for the emotion curve."""
_POSTERS = ("A1", "A0")
_RAIL = 0.14
"""The share of the width for the segments' names at most."""


def poster_paper(book: Book, map: JourneyMap, options: PdfOptions) -> str:
    """The paper of the empty map: without a wish, the smallest in whose columns cards have room."""
    if options.paper != FIT:
        return options.paper
    for paper in _POSTERS:
        width = paper_size(paper)[1] - 2 * options.margin
        if width * (1 - _RAIL) >= len(book.project.stages(map.id)) * card_width(book):
            return paper
    return _POSTERS[-1]


def grid_page(book: Book, map: JourneyMap, options: PdfOptions) -> PrintPage:
    """The poster on the paper of the options, a named one lying unless they say otherwise."""
    width, height = formats(options.paper, options.landscape)[0]
    grid = _Grid(book, map, width, height, options.margin)
    part = drawn_part("grid", grid.draw().drawn(), width, height)
    title = book.tr("Empty map: {map}", map=book.one_line(map.name))
    mark = PlacedMark(Mark(("grid", map.id), title, 0, whole_page=True), 0, 0)
    return PrintPage(width, height, (part,), (mark,))


class _Grid:
    """Draws the poster; all measures follow from the paper's size."""

    def __init__(
        self, book: Book, map: JourneyMap, width: float, height: float, margin: float
    ) -> None:
        self._book, self._map, self._theme = book, map, book.theme
        self._stages = book.project.stages(map.id)
        self._segments = book.project.segments(map.id)
        em = min(width, height) * _EM
        self._title = Style(SEMIBOLD, 2.4 * em, 3 * em)
        self._name = Style(SEMIBOLD, 1.3 * em, 1.7 * em)
        self._text = Style(REGULAR, em, 1.35 * em)
        self._pad = 0.8 * em
        self._left, self._top = margin, margin
        self._right, self._bottom = width - margin, height - margin
        self._rail = min(_RAIL * width, 18 * em)
        self._ink = Ink()

    def draw(self) -> "Ink":
        """All of it."""
        self._ink.tell(Element(Kind.TITLE, said=self._map.name))
        top = self._ink.write_all(
            self._title.lines(self._map.name, self._right - self._left),
            self._left,
            self._top,
            self._title,
            self._theme.text,
        )
        self._to_fill_in()
        top += self._pad
        below = self._header(top)
        count = max(1, len(self._segments))
        row = (self._bottom - below) / count
        for number, segment in enumerate(self._segments):
            self._row(segment, below + number * row, row)
        self._frame(top, below)
        return self._ink

    def _to_fill_in(self) -> None:
        """When and with whom, to be written at the right of the title."""
        ink, style, tr = self._ink, self._text, self._book.tr
        base, x = self._top + self._title.baseline, self._right
        ink.tell(Element(Kind.PARAGRAPH))
        for name, wide in ((tr("Who took part"), 26.0), (tr("Date"), 12.0)):
            start = x - wide * style.size
            ink.stroke(line(start, base + 2, x, base + 2), self._theme.line_strong, 0.75)
            label = style.line(name)
            x = start - 0.5 * style.size
            ink.write(label, x, base - style.baseline, style, self._theme.text2, "right")
            x -= label.width + 2 * style.size

    @property
    def _column(self) -> float:
        return (self._right - self._left - self._rail) / max(1, len(self._stages))

    def _x(self, number: int) -> float:
        return self._left + self._rail + number * self._column

    def _header(self, top: float) -> float:
        """The stages with their goals; where the rows begin."""
        bottoms = [
            self._stage(stage, self._x(number), top) for number, stage in enumerate(self._stages)
        ]
        return max([top + 2 * self._name.leading, *bottoms]) + self._pad

    def _stage(self, stage: Stage, x: float, top: float) -> float:
        room = self._column - 2 * self._pad
        names = self._name.lines(stage.name, room)
        self._ink.tell(Element(Kind.HEADING, said=stage.name))
        below = self._ink.write_all(
            names, x + self._pad, top + self._pad, self._name, self._theme.text
        )
        goal = self._text.lines(stage.goal, room)
        self._ink.tell(Element(Kind.PARAGRAPH, said=stage.goal))
        return self._ink.write_all(goal, x + self._pad, below, self._text, self._theme.text2)

    def _row(self, segment: Segment, top: float, height: float) -> None:
        """The segment's name, and the middle line of its emotion curve."""
        ink, room = self._ink, self._rail - 2 * self._pad
        left = self._left + self._pad
        ink.tell(Element(Kind.HEADING, said=segment.name))
        below = ink.write_all(
            self._name.lines(segment.name, room),
            left,
            top + self._pad,
            self._name,
            self._theme.text,
        )
        ink.tell(Element(Kind.PARAGRAPH, said=segment.description))
        for text in self._text.lines(segment.description, room):
            if below + self._text.leading < top + height * (1 - _LANE):
                ink.write(text, left, below, self._text, self._theme.text2)
                below += self._text.leading
        lane = top + height * (1 - _LANE)
        middle = lane + height * _LANE / 2
        ink.tell(None)
        ink.write(
            self._text.line(self._book.tr("Emotion")),
            left,
            middle - self._text.leading / 2,
            self._text,
            self._theme.text2,
        )
        inset = self._pad + self._text.leading / 2
        for sign, y in (("+", lane + inset), ("−", top + height - inset)):
            ink.write(
                self._name.line(sign),
                self._left + self._rail - self._pad,
                y - self._name.leading / 2,
                self._name,
                self._theme.text2,
                "right",
            )
        for y, dash in ((lane, ()), (middle, (4.0, 4.0))):
            start = self._left + (self._rail if dash else 0)
            path = line(start, y, self._right, y)
            ink.add((Path(path, stroke=self._theme.line_strong, line_width=0.75, dash=dash),))
        ink.stroke(line(self._left, top, self._right, top), self._theme.line_strong, 1.5)

    def _frame(self, top: float, below: float) -> None:
        ink, size = self._ink, (self._right - self._left, self._bottom - top)
        ink.add((Box(self._left, top, *size, stroke=self._theme.line_strong, line_width=1.5),))
        ink.stroke(line(self._left, below, self._right, below), self._theme.line_strong, 1.5)
        for number in range(len(self._stages)):
            x = self._x(number)
            ink.stroke(line(x, top, x, self._bottom), self._theme.line_strong, 0.75)
