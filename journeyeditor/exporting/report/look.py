"""How the pages of a report are set: type, colours, and the frame that is filled."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from journeyeditor.drawing.elements import Element, Kind
from journeyeditor.drawing.flow.pages import Frame, Section, Strand
from journeyeditor.drawing.flow.slices import Slice, gap
from journeyeditor.drawing.flow.tables import Cell, Column, Row, TableLook, table
from journeyeditor.drawing.flow.text import bullets, heading, paragraph
from journeyeditor.drawing.fonts import ITALIC, MEDIUM, REGULAR, SEMIBOLD
from journeyeditor.drawing.ink import Style
from journeyeditor.drawing.theme import Theme
from journeyeditor.exporting.paper import FIT, INCH, MILLIMETRE, is_american, paper_size

COVER_TITLE = Style(SEMIBOLD, 30, 38)
COVER_SUBTITLE = Style(REGULAR, 13, 19)
TITLE = Style(SEMIBOLD, 18, 24)
FIGURE = Style(SEMIBOLD, 16, 20)
LEAD = Style(REGULAR, 9.5, 14)
SECTION = Style(SEMIBOLD, 9.5, 13)
FEELING = Style(SEMIBOLD, 12, 15)
BODY = Style(REGULAR, 8, 11)
STRONG = Style(SEMIBOLD, 8, 11)
MIDDLING = Style(MEDIUM, 8, 11)
QUOTE = Style(ITALIC, 8.5, 12)
HEAD = Style(MEDIUM, 7, 10)
CAPTION = Style(REGULAR, 7, 10)

SECTION_GAP = 16.0
TIGHT = 0.3
"""The least of the room between sections, where that spares a page."""

TOP, BOTTOM = 66.0, 58.0
"""Points from the edges of the paper to the text, above and below."""
_SIDE, _WIDEST_SIDE = 1 / 14, 42.5
"""The share of the width between the edges of the paper and the text, and its most points."""
_SHORTEST, _LONGEST = 148 * MILLIMETRE - 1, 14 * INCH + 1
"""Points of the sides of paper that text is set on: from A5 to Legal."""
_SMALLER = 0.92
"""What type is multiplied with until it fits."""
_NARROW = 450.0
"""Points; narrower text does not stand in two columns."""


@dataclass(frozen=True)
class Format:
    """A page of a report, in points."""

    width: float
    height: float

    @property
    def side(self) -> float:
        """From the edges of the paper to the text, left and right."""
        return min(_WIDEST_SIDE, self.width * _SIDE)

    @property
    def frame(self) -> Frame:
        """The part that text fills."""
        return Frame(
            self.width,
            self.height,
            self.side,
            TOP,
            self.width - 2 * self.side,
            self.height - TOP - BOTTOM,
        )

    @property
    def narrow(self) -> bool:
        """Whether there is no room for two columns."""
        return self.frame.width < _NARROW


def text_paper(paper: str) -> tuple[float, float]:
    """The upright paper for text where somebody chose a paper.

    It is that one where it is good for reading. A larger one is for the map, which folds out.
    """
    if paper != FIT:
        short, long = paper_size(paper)
        if short >= _SHORTEST and long <= _LONGEST:
            return short, long
    return paper_size("letter" if is_american(paper) else "A4")


def table_look(theme: Theme) -> TableLook:
    """How tables are set."""
    return TableLook(HEAD, BODY, theme.text3, theme.text, theme.line, theme.line_strong)


def titled(theme: Theme, title: str, slices: Sequence[Slice], width: float) -> list[Slice]:
    """Slices under the title of a section; nothing where there are none."""
    if not slices:
        return []
    element = Element(Kind.SUBHEADING, said=title)
    return [*heading(title, SECTION, width, theme.text, SECTION_GAP, element), gap(3), *slices]


def words(theme: Theme, title: str, text: str, width: float) -> list[Slice]:
    """A text under its title; nothing where there is none."""
    return titled(theme, title, paragraph(text, BODY, width, theme.text), width)


def listed(theme: Theme, title: str, items: Iterable[str], width: float) -> list[Slice]:
    """A list under its title; nothing where it has no entry."""
    return titled(theme, title, bullets(items, BODY, width, theme.text, theme.text3), width)


def tabled(
    theme: Theme,
    title: str,
    columns: Sequence[Column],
    rows: Sequence[Row],
    width: float,
) -> list[Slice]:
    """A table under its title; nothing where it has no row."""
    return titled(theme, title, table(columns, rows, width, table_look(theme)), width)


def facts(
    theme: Theme, told: Iterable[tuple[str, str | Cell]], width: float, padding: float = 2.0
) -> list[Slice]:
    """Names and what is known under them, in two columns; without those of which nothing is."""
    rows = [
        [Cell(name, colour=theme.text2), it if isinstance(it, Cell) else Cell(it)]
        for name, it in told
        if (it.says if isinstance(it, Cell) else it.strip())
    ]
    look = replace(table_look(theme), rule="", padding=padding)
    return table((Column("", 0.34), Column("")), rows, width, look)


def shrunk(style: Style, fits: Callable[[Style], bool], least: float = 0.5) -> Style:
    """The style, or a smaller one that fits, or else one of about the `least` size in points."""
    while style.size > least and not fits(style):
        style = Style(style.font, style.size * _SMALLER, style.leading * _SMALLER)
    return style


def column(*slices: Slice) -> Section:
    """A section of one strand."""
    return Section((Strand(slices),))
