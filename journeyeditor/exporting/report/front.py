"""The first pages: the cover and the contents."""

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from journeyeditor.drawing.elements import Element, Kind
from journeyeditor.drawing.flow.pages import Chapter
from journeyeditor.drawing.flow.slices import Link, Mark, Slice, Target, gap, inked, marked, spaced
from journeyeditor.drawing.flow.tables import Cell, Column, table
from journeyeditor.drawing.flow.text import heading, paragraph
from journeyeditor.drawing.fonts import MEDIUM, REGULAR, SEMIBOLD
from journeyeditor.drawing.ink import Ink, Style, filled
from journeyeditor.drawing.paths import Commands
from journeyeditor.drawing.shapes import Image, Path
from journeyeditor.drawing.theme import Theme
from journeyeditor.exporting.report.book import Book
from journeyeditor.exporting.report.look import (
    COVER_SUBTITLE,
    COVER_TITLE,
    LEAD,
    MIDDLING,
    TITLE,
    column,
    shrunk,
)
from journeyeditor.model.records import Asset

_LOGO = 72.0
_TOP = 0.21
"""The share of the text's height that is free above the logo."""
_TITLE = 0.45
"""The share of the text's height that the title takes at most."""
_BAR = 48.0
_INDENT, _NUMBER = 14.0, 40.0
_ENTRIES: tuple[tuple[Style, float, Callable[[Theme], str]], ...] = (
    (Style(SEMIBOLD, 9, 14), 8.0, lambda theme: theme.text),
    (Style(MEDIUM, 8, 13), 3.0, lambda theme: theme.text2),
    (Style(REGULAR, 8, 13), 0.0, lambda theme: theme.text2),
)
"""Type of an entry of each level, the room above it, and the colour of its number."""


@dataclass(frozen=True)
class Entry:
    """A line of the contents: what, how deep, where it leads, and on which page that is."""

    title: str
    level: int
    target: Target
    page: int


def cover(book: Book, date: datetime.date) -> Chapter:
    """Whose report it is, of what, and from when."""
    tr, info, width = book.tr, book.project.info, book.width
    title = info.name or book.maps[0].name
    slices: list[Slice] = [inked(Ink(), _TOP * book.format.frame.height)]
    logo = book.project.find(Asset, info.logo)
    if logo:
        ink = Ink()
        ink.tell(Element(Kind.FIGURE, said=tr("Logo of {name}", name=info.client or info.name)))
        ink.add((Image(0, 0, _LOGO, _LOGO, logo.sha256),))
        slices.append(inked(ink, _LOGO + 24))
    name = book.one_line(title)
    high = _TITLE * book.format.frame.height
    style = shrunk(COVER_TITLE, lambda it: it.line_count(name, width) * it.leading <= high)
    head = heading(name, style, width, book.theme.text, 0, Element(Kind.TITLE, said=name))
    slices += marked(head, Mark(("cover",), tr("Cover"), 0, whole_page=True))
    slices += paragraph(info.client, COVER_SUBTITLE, width, book.theme.text2)
    ink = Ink()
    colours = book.theme.brand or (book.theme.accent,)
    for number, colour in enumerate(colours):
        ink.add(filled(number * (_BAR + 4), 18, _BAR, 3, colour, 1.5))
    slices.append(inked(ink, 40))
    maps = ", ".join(book.one_line(map.name) for map in book.maps)
    facts = (
        (tr("Maps"), maps if maps != title else ""),
        (tr("Touchpoints"), tr.number(len(book.touchpoints))),
        (tr("Version"), ", ".join(dict.fromkeys(m.version for m in book.maps if m.version))),
        (tr("Prepared by"), info.author),
        (tr("Date"), tr.date(date)),
    )
    rows = [
        [Cell(name, MIDDLING, book.theme.text3), Cell(told, LEAD)] for name, told in facts if told
    ]
    slices += table((Column("", 0.3), Column("")), rows, width, book.table)
    return Chapter([column(*slices)])


def contents(book: Book, entries: Sequence[Entry]) -> Chapter:
    """Where to find what; each line leads there."""
    tr = book.tr
    title, whole = Element(Kind.TITLE), Element(Kind.CONTENTS)
    head = heading(tr("Contents"), TITLE, book.width, book.theme.text, 0, title)
    slices = [*marked(head, Mark(("contents",), tr("Contents"), 0)), gap(6)]
    for entry in entries:
        slices += _entry(book, entry, Element(Kind.CONTENTS_ENTRY, whole))
    return Chapter([column(*slices)])


def _entry(book: Book, entry: Entry, element: Element) -> list[Slice]:
    """A title and its page, dots between them."""
    theme = book.theme
    style, above, colour = _ENTRIES[min(entry.level, len(_ENTRIES) - 1)]
    left, right = _INDENT * entry.level, book.width - _NUMBER
    number = style.line(book.tr.number(entry.page))
    lines, slices = style.lines(entry.title, right - left), []
    element = Element(Kind.LINK, element, f"{entry.title}, {number.text}")
    for count, line in enumerate(lines, 1):
        ink = Ink()
        ink.tell(element)
        ink.write(line, left, 0, style, theme.text)
        if count == len(lines):
            start, end = left + line.width + 5, book.width - number.width - 5
            if start < end:
                y = style.baseline - 1
                dots: Commands = (("M", end, y), ("L", start, y))
                ink.add((Path(dots, stroke=theme.line_strong, line_width=0.75, dash=(0.01, 3)),))
            ink.write(number, book.width, 0, style, colour(theme), "right")
        place = (left, 0, book.width - left, style.leading)
        link = Link(*place, entry.target, element, entry.title)
        slices.append(inked(ink, style.leading, [link], keep=count < len(lines)))
    return spaced(slices, above)
