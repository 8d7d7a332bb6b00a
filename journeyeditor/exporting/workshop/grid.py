"""An empty map as a poster: the same stages and segments, and room for cards of paper."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from journeyeditor.drawing.elements import Element, Kind
from journeyeditor.drawing.flow.pages import PlacedMark
from journeyeditor.drawing.flow.slices import Mark
from journeyeditor.drawing.fonts import REGULAR, SEMIBOLD, Line
from journeyeditor.drawing.ink import Ink, Style
from journeyeditor.drawing.paths import line
from journeyeditor.drawing.shapes import Box, Path
from journeyeditor.exporting.options import PdfOptions
from journeyeditor.exporting.pages import PrintPage, drawn_part
from journeyeditor.exporting.paper import FIT, formats, paper_size
from journeyeditor.exporting.report.book import Book
from journeyeditor.exporting.workshop.cutouts import card_width
from journeyeditor.model.records import JourneyMap, Segment, Stage
from journeyeditor.translation import N_

_EM = 1 / 90
"""The letters are so large against the poster's shorter side, where all texts have room."""
_SMALLER = 0.9
"""What their size is multiplied with until they have."""
_LEGIBLE = 0.5
"""The least of that size that is still read from where one stands; a larger poster is better."""
_HIGHEST = 0.45
"""The share of the poster's height that title and stages take at most."""
_LANE = 0.22
"""The part of a row that is for the emotion curve."""
_POSTERS = ("A1", "A0")
_RAIL, _RAIL_EMS = 0.14, 18.0
"""What the segments' names take at most: a share of the width, and so many letters' heights."""
_FILLED_IN = ((N_("Who took part"), 26.0), (N_("Date"), 12.0))
"""What is written on the poster by hand, and the ems that there are for it."""
_BETWEEN = 2.5
"""Ems between what is written by hand."""


def poster_paper(book: Book, map: JourneyMap, options: PdfOptions) -> str:
    """The paper of the empty map: without a wish, the smallest in whose columns cards have room,
    and whose texts are legible."""
    if options.paper != FIT:
        return options.paper
    for paper in _POSTERS:
        width = paper_size(paper)[1] - 2 * options.margin
        broad = width * (1 - _RAIL) >= len(book.project.stages(map.id)) * card_width(book)
        if broad and _grid(book, map, replace(options, paper=paper)).legible:
            return paper
    return _POSTERS[-1]


def grid_page(book: Book, map: JourneyMap, options: PdfOptions) -> PrintPage:
    """The poster on the paper of the options, a named one lying unless they say otherwise."""
    grid = _grid(book, map, options)
    width, height = formats(options.paper, options.landscape)[0]
    part = drawn_part("grid", grid.draw().drawn(), width, height)
    title = book.tr("Empty map: {map}", map=book.one_line(map.name))
    mark = PlacedMark(Mark(("grid", map.id), title, 0, whole_page=True), 0, 0)
    return PrintPage(width, height, (part,), (mark,))


def _grid(book: Book, map: JourneyMap, options: PdfOptions) -> "_Grid":
    """The poster with the largest letters with which all texts have room."""
    size, share = formats(options.paper, options.landscape)[0], 1.0
    while not (grid := _Grid(book, map, size, options.margin, share)).fits:
        share *= _SMALLER
    return grid


class _Grid:
    """Draws the poster; all measures follow from the paper's size, and the letters' from a share
    of what suits it."""

    def __init__(
        self, book: Book, map: JourneyMap, size: tuple[float, float], margin: float, share: float
    ) -> None:
        self._book, self._map, self._theme = book, map, book.theme
        self._stages = book.project.stages(map.id)
        self._segments = book.project.segments(map.id)
        em = min(size) * _EM
        self._rail = min(_RAIL * size[0], _RAIL_EMS * em)
        self.legible = share >= _LEGIBLE
        em *= share
        self._title = Style(SEMIBOLD, 2.4 * em, 3 * em)
        self._name = Style(SEMIBOLD, 1.3 * em, 1.7 * em)
        self._text = Style(REGULAR, em, 1.35 * em)
        self._pad = 0.8 * em
        self._left, self._top = margin, margin
        self._right, self._bottom = size[0] - margin, size[1] - margin
        self._ink = Ink()

    @property
    def fits(self) -> bool:
        """Whether all texts have room: title and stages above, and each segment in its row."""
        high = self._bottom - self._top
        head = self._titled + self._pad + self._headed
        return head <= _HIGHEST * high and sum(self._needs) <= high - head

    @property
    def _titled(self) -> float:
        """How high the map's name is."""
        return len(self._named) * self._title.leading

    @cached_property
    def _named(self) -> Sequence[Line]:
        """The map's name, left of what is written by hand."""
        text, labels = self._text, [self._book.tr(name) for name, _ in _FILLED_IN]
        taken = sum(text.line(label).width for label in labels)
        taken += sum(ems + _BETWEEN for _, ems in _FILLED_IN) * text.size
        room = self._right - self._left - taken
        return self._title.lines(self._map.name, max(room, self._title.size))

    @cached_property
    def _headed(self) -> float:
        """How high the stages' header is."""
        room = self._column - 2 * self._pad
        texts = [
            self._name.line_count(it.name, room) * self._name.leading
            + self._text.line_count(it.goal, room) * self._text.leading
            for it in self._stages
        ]
        return max([2 * self._name.leading, *texts]) + 2 * self._pad

    @cached_property
    def _needs(self) -> list[float]:
        """How high each segment's row is at least."""
        room = self._rail - 2 * self._pad
        texts = [
            self._name.line_count(it.name, room) * self._name.leading
            + self._text.line_count(it.description, room) * self._text.leading
            + self._pad
            for it in self._segments
        ]
        return [text + self._lowest for text in texts]

    @property
    def _lowest(self) -> float:
        """How high the lane of an emotion curve is at least."""
        return 2 * self._name.leading

    def draw(self) -> Ink:
        """All of it."""
        self._ink.tell(Element(Kind.TITLE, said=self._map.name))
        place, colour = (self._left, self._top), self._theme.text
        top = self._ink.write_all(self._named, *place, self._title, colour) + self._pad
        self._to_fill_in()
        below = top + self._headed
        for number, stage in enumerate(self._stages):
            self._stage(stage, self._x(number), top)
        y = below
        for segment, row in zip(self._segments, self._rows(self._bottom - below), strict=True):
            self._row(segment, y, row)
            y += row
        self._frame(top, below)
        return self._ink

    def _rows(self, room: float) -> list[float]:
        """How high the rows are: alike, but for those that need more."""
        rows = [room / max(1, len(self._needs))] * len(self._needs)
        for _ in rows:
            tall = [need > row for need, row in zip(self._needs, rows, strict=True)]
            spare = room - sum(need for need, it in zip(self._needs, tall, strict=True) if it)
            each = spare / max(1, tall.count(False))
            rows = [need if it else each for need, it in zip(self._needs, tall, strict=True)]
        return rows

    def _to_fill_in(self) -> None:
        """When and with whom, to be written at the right of the title."""
        ink, style = self._ink, self._text
        base, x = self._top + self._title.baseline, self._right
        ink.tell(Element(Kind.PARAGRAPH))
        for name, wide in _FILLED_IN:
            start = x - wide * style.size
            ink.stroke(line(start, base + 2, x, base + 2), self._theme.line_strong, 0.75)
            label = style.line(self._book.tr(name))
            x = start - 0.5 * style.size
            ink.write(label, x, base - style.baseline, style, self._theme.text2, "right")
            x -= label.width + 2 * style.size

    @property
    def _column(self) -> float:
        return (self._right - self._left - self._rail) / max(1, len(self._stages))

    def _x(self, number: int) -> float:
        return self._left + self._rail + number * self._column

    def _stage(self, stage: Stage, x: float, top: float) -> None:
        """A stage's name and goal."""
        room, left = self._column - 2 * self._pad, x + self._pad
        names = self._name.lines(stage.name, room)
        self._ink.tell(Element(Kind.HEADING, said=stage.name))
        colours = self._theme.text, self._theme.text2
        below = self._ink.write_all(names, left, top + self._pad, self._name, colours[0])
        goal = self._text.lines(stage.goal, room)
        self._ink.tell(Element(Kind.PARAGRAPH, said=stage.goal))
        self._ink.write_all(goal, left, below, self._text, colours[1])

    def _row(self, segment: Segment, top: float, height: float) -> None:
        """The segment's name, and the middle line of its emotion curve."""
        ink, room, theme = self._ink, self._rail - 2 * self._pad, self._theme
        left, below = self._left + self._pad, top + self._pad
        ink.tell(Element(Kind.HEADING, said=segment.name))
        names = self._name.lines(segment.name, room)
        below = ink.write_all(names, left, below, self._name, theme.text)
        ink.tell(Element(Kind.PARAGRAPH, said=segment.description))
        texts = self._text.lines(segment.description, room)
        below = ink.write_all(texts, left, below, self._text, theme.text2)
        lane = max(_LANE * height, self._lowest)
        self._lane(max(below, top + height - lane), top + height)
        ink.stroke(line(self._left, top, self._right, top), theme.line_strong, 1.5)

    def _lane(self, top: float, bottom: float) -> None:
        """Where the emotion curve is drawn by hand: its middle, and what is good and bad."""
        ink, theme, middle = self._ink, self._theme, (top + bottom) / 2
        left, right = self._left + self._pad, self._left + self._rail - self._pad
        ink.tell(None)
        label = self._text.line(self._book.tr("Emotion"))
        ink.write(label, left, middle - self._text.leading / 2, self._text, theme.text2)
        inset = min(self._pad, (bottom - top) / 2 - self._name.leading)
        for sign, y in (("+", top + inset), ("−", bottom - inset - self._name.leading)):
            ink.write(self._name.line(sign), right, y, self._name, theme.text2, "right")
        for y, dash in ((top, ()), (middle, (4.0, 4.0))):
            start = self._left + (self._rail if dash else 0)
            path = line(start, y, self._right, y)
            ink.add((Path(path, stroke=theme.line_strong, line_width=0.75, dash=dash),))

    def _frame(self, top: float, below: float) -> None:
        ink, size = self._ink, (self._right - self._left, self._bottom - top)
        ink.add((Box(self._left, top, *size, stroke=self._theme.line_strong, line_width=1.5),))
        ink.stroke(line(self._left, below, self._right, below), self._theme.line_strong, 1.5)
        for number in range(len(self._stages)):
            x = self._x(number)
            ink.stroke(line(x, top, x, self._bottom), self._theme.line_strong, 0.75)
