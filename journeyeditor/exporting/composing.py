"""Everything that an export shows, page by page, before it becomes a file of some kind."""

import datetime
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from journeyeditor.drawing.theme import Theme
from journeyeditor.exporting.colours import paper_theme
from journeyeditor.exporting.maps import Position, print_map
from journeyeditor.exporting.options import Colours, Content, PdfOptions
from journeyeditor.exporting.pages import PrintPage
from journeyeditor.exporting.report.book import Book
from journeyeditor.exporting.report.look import Format, text_paper
from journeyeditor.exporting.report.report import report_pages
from journeyeditor.exporting.telling import told
from journeyeditor.exporting.tiling import Shortfall
from journeyeditor.exporting.watermark import watermark
from journeyeditor.exporting.workshop.kit import workshop_pages
from journeyeditor.model.project import Project
from journeyeditor.model.records import JourneyMap
from journeyeditor.translation import Translator

_LAID_OUT = 0.5
"""The part of the work that is done when a map, or a book, is laid out."""

Reach = Callable[[float], None]
"""Told which share of the work is done; may raise Cancelled."""


@dataclass(frozen=True)
class Composed:
    """A page; the map that it belongs to, if to one, and that map's scale on it.

    `shortfalls` are what was wished of the map's sheets and can't be had. Painting it takes
    the work from the share `start` to the share `end`.
    """

    page: PrintPage
    map: JourneyMap | None
    scale: float
    start: float
    end: float
    shortfalls: frozenset[Shortfall] = frozenset()


def compose(
    project: Project,
    maps: Sequence[JourneyMap],
    options: PdfOptions,
    date: datetime.date,
    tr: Translator,
    reach: Reach,
) -> Iterator[Composed]:
    """The pages of some maps, or of what is to be printed about them.

    What the options leave out is taken from the project before anything is made of it.
    """
    project = told(project, options.without)
    theme = paper_theme(options.colours, project.info)
    make = _maps if options.content is Content.MAPS else _book
    for it in make(project, maps, options, date, tr, reach):
        yield _stamped(it, options, theme) if options.watermark.strip() else it


def _stamped(it: Composed, options: PdfOptions, theme: Theme) -> Composed:
    """The page with a watermark on what is left of it when it's cut."""
    page = it.page
    left, top, width, height = page.trim or (0.0, 0.0, page.width, page.height)
    outlined = options.colours is Colours.INK_SAVER
    mark = watermark(options.watermark, width, height, theme, outlined=outlined)
    mark = replace(mark, left=left, top=top)
    return replace(it, page=replace(page, watermark=mark))


def _maps(
    project: Project,
    maps: Sequence[JourneyMap],
    options: PdfOptions,
    date: datetime.date,
    tr: Translator,
    reach: Reach,
) -> Iterator[Composed]:
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
                printed.shortfalls,
            )


def _book(
    project: Project,
    maps: Sequence[JourneyMap],
    options: PdfOptions,
    date: datetime.date,
    tr: Translator,
    reach: Reach,
) -> Iterator[Composed]:
    theme = paper_theme(options.colours, project.info)
    format = Format(*text_paper(options.paper))
    book = Book(project, tuple(maps), tr, format, theme, options.without)
    write = report_pages if options.content is Content.REPORT else workshop_pages
    pages = write(book, options, date, lambda share: reach(_LAID_OUT * share))
    step = (1 - _LAID_OUT) / len(pages)
    for number, it in enumerate(pages):
        start = _LAID_OUT + step * number
        yield Composed(it.page, it.map, it.scale, start, start + step)
