"""The whole kit, map by map."""

import datetime
from collections.abc import Callable, Iterator
from dataclasses import replace

from journeyeditor.drawing.flow.pages import flow
from journeyeditor.exporting.options import PdfOptions
from journeyeditor.exporting.pages import Part, PrintPage
from journeyeditor.exporting.paper import FIT
from journeyeditor.exporting.report.book import Book
from journeyeditor.exporting.report.furniture import furniture
from journeyeditor.exporting.workshop.cutouts import card_pages, dot_pages
from journeyeditor.exporting.workshop.grid import grid_page
from journeyeditor.exporting.workshop.questions import question_sections

POSTER = "A1"
"""The paper of the empty map, where none is chosen."""


def workshop_pages(
    book: Book, options: PdfOptions, date: datetime.date, reach: Callable[[float], None]
) -> Iterator[tuple[PrintPage, float, float]]:
    """The pages, each with the shares of the work between which it is painted."""
    pages = list(_pages(book, options, date, reach))
    for number, page in enumerate(pages):
        yield page, number / len(pages), (number + 1) / len(pages)


def _pages(
    book: Book, options: PdfOptions, date: datetime.date, reach: Callable[[float], None]
) -> Iterator[PrintPage]:
    poster = replace(options, paper=POSTER) if options.paper == FIT else options
    for map in book.maps:
        reach(0)
        yield grid_page(book, map, poster)
        yield from card_pages(book, map)
    yield from dot_pages(book)
    yield from _questions(book, date)


def _questions(book: Book, date: datetime.date) -> Iterator[PrintPage]:
    """The facilitator's sheets, with what stands above and below."""
    pages = flow(question_sections(book), book.format.frame)
    chapter, said = book.tr("Open questions"), book.tr.date(date)
    target = ("grid", book.maps[0].id)
    for number, page in enumerate(pages, 1):
        part, link = furniture(book, chapter, number, len(pages), said, target)
        yield PrintPage(
            page.drawing.width,
            page.drawing.height,
            (part, Part(page.drawing)),
            page.marks,
            (link, *page.links),
        )
