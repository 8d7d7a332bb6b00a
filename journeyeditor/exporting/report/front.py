"""The first pages: the cover and the contents."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from journeyeditor.drawing.flow.pages import Section
from journeyeditor.drawing.flow.slices import Mark, Slice, Target, gap, inked, marked
from journeyeditor.drawing.flow.tables import Cell, Column, table
from journeyeditor.drawing.flow.text import heading, paragraph
from journeyeditor.drawing.ink import Ink, filled
from journeyeditor.drawing.shapes import Image
from journeyeditor.exporting.report.book import Book
from journeyeditor.exporting.report.look import (
    BODY,
    COVER_SUBTITLE,
    COVER_TITLE,
    LEAD,
    MIDDLING,
    STRONG,
    TITLE,
    column,
)
from journeyeditor.model.records import Asset

_LOGO = 72.0
_TOP = 150.0
_INDENT = 14.0
_BAR = 48.0


@dataclass(frozen=True)
class Entry:
    """A line of the contents: what, how deep, where it leads, and on which page that is."""

    title: str
    level: int
    target: Target
    page: int


def cover(book: Book, date: datetime.date) -> Section:
    """Whose report it is, of what, and from when."""
    tr, info, width = book.tr, book.project.info, book.width
    title = info.name or book.maps[0].name
    slices: list[Slice] = [inked(Ink(), _TOP)]
    logo = book.project.find(Asset, info.logo)
    if logo:
        ink = Ink()
        ink.add((Image(0, 0, _LOGO, _LOGO, logo.sha256),))
        slices.append(inked(ink, _LOGO + 24))
    head = heading(book.one_line(title), COVER_TITLE, width, book.theme.text, 0)
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
    slices += table((Column("", 0.25), Column("")), rows, width, book.table)
    return Section(column(*slices).strands, fresh=True)


def contents(book: Book, entries: Sequence[Entry]) -> Section:
    """Where to find what; each line leads there."""
    tr = book.tr
    head = heading(tr("Contents"), TITLE, book.width, book.theme.text, 0)
    rows = []
    for entry in entries:
        style = STRONG if entry.level == 0 else BODY
        number = tr.number(entry.page)
        rows.append(
            [
                Cell(entry.title, style, indent=_INDENT * entry.level, target=entry.target),
                Cell(number, style, target=entry.target),
            ]
        )
    slices = [*marked(head, Mark(("contents",), tr("Contents"), 0)), gap(10)]
    slices += table((Column("", 9), Column("", 1, "right")), rows, book.width, book.table)
    return Section(column(*slices).strands, fresh=True)
