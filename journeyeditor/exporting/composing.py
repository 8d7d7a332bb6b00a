"""Everything that an export shows, page by page, before it becomes a file of some kind."""

import datetime
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from journeyeditor.exporting.maps import Position, print_map
from journeyeditor.exporting.options import Content, PdfOptions
from journeyeditor.exporting.pages import PrintPage
from journeyeditor.exporting.paper import is_american, paper_size
from journeyeditor.exporting.report.book import Book
from journeyeditor.exporting.report.look import Format
from journeyeditor.exporting.report.report import report_pages
from journeyeditor.exporting.workshop.kit import workshop_pages
from journeyeditor.model.project import Project
from journeyeditor.model.records import JourneyMap
from journeyeditor.translation import Translator

_LAID_OUT = 0.5
"""The part of the work on a map that is done when it is laid out."""

Reach = Callable[[float], None]
"""Told which share of the work is done; may raise Cancelled."""


@dataclass(frozen=True)
class Composed:
    """A page; the map that it belongs to, if to one, and that map's scale on it.

    Painting it takes the work from the share `start` to the share `end`.
    """

    page: PrintPage
    map: JourneyMap | None
    scale: float
    start: float
    end: float


def compose(
    project: Project,
    maps: Sequence[JourneyMap],
    options: PdfOptions,
    date: datetime.date,
    tr: Translator,
    reach: Reach,
) -> Iterator[Composed]:
    """The pages of some maps, or of what is to be printed about them."""
    if options.content is not Content.MAPS:
        yield from _book(project, maps, options, date, tr, reach)
        return
    for number, map in enumerate(maps):
        reach(number / len(maps))
        printed = print_map(project, map, options, Position(number + 1, len(maps)), date, tr)
        step = (1 - _LAID_OUT) / len(printed.pages)
        for place, page in enumerate(printed.pages):
            start, end = (_LAID_OUT + step * n for n in (place, place + 1))
            yield Composed(
                page,
                map,
                printed.scale,
                (number + start) / len(maps),
                (number + end) / len(maps),
            )


def _book(
    project: Project,
    maps: Sequence[JourneyMap],
    options: PdfOptions,
    date: datetime.date,
    tr: Translator,
    reach: Reach,
) -> Iterator[Composed]:
    paper = paper_size("letter" if is_american(options.paper) else "A4")
    book = Book(project, tuple(maps), tr, Format(*paper), options.without)
    write = report_pages if options.content is Content.REPORT else workshop_pages
    for page, start, end in write(book, options, date, reach):
        yield Composed(page, None, 1.0, start, end)
