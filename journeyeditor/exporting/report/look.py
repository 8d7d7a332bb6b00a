"""How the pages of a report are set: type, colours, and the frame that is filled."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from journeyeditor.drawing.flow.pages import Frame, Section, Strand
from journeyeditor.drawing.flow.slices import Slice, gap
from journeyeditor.drawing.flow.tables import Cell, Column, TableLook, table
from journeyeditor.drawing.flow.text import bullets, heading, paragraph
from journeyeditor.drawing.fonts import ITALIC, MEDIUM, REGULAR, SEMIBOLD
from journeyeditor.drawing.ink import Style
from journeyeditor.drawing.theme import Theme

COVER_TITLE = Style(SEMIBOLD, 30, 38)
COVER_SUBTITLE = Style(REGULAR, 13, 19)
TITLE = Style(SEMIBOLD, 18, 24)
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

SIDE = 42.5
"""Points from the edges of the paper to the text, left and right."""
TOP, BOTTOM = 66.0, 58.0
"""Points from the edges of the paper to the text, above and below."""


@dataclass(frozen=True)
class Format:
    """The paper of a report, upright, in points."""

    width: float
    height: float

    @property
    def frame(self) -> Frame:
        """The part that text fills."""
        return Frame(
            self.width,
            self.height,
            SIDE,
            TOP,
            self.width - 2 * SIDE,
            self.height - TOP - BOTTOM,
        )


def table_look(theme: Theme) -> TableLook:
    """How tables are set."""
    return TableLook(HEAD, BODY, theme.text3, theme.text, theme.line, theme.line_strong)


def titled(theme: Theme, title: str, slices: Sequence[Slice], width: float) -> list[Slice]:
    """Slices under the title of a section; nothing where there are none."""
    if not slices:
        return []
    near = replace(gap(3), keep=True)
    return [*heading(title, SECTION, width, theme.text, SECTION_GAP), near, *slices]


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
    rows: Sequence[Sequence[Cell]],
    width: float,
) -> list[Slice]:
    """A table under its title; nothing where it has no row."""
    return titled(theme, title, table(columns, rows, width, table_look(theme)), width)


def column(*slices: Slice) -> Section:
    """A section of one strand."""
    return Section((Strand(slices),))
