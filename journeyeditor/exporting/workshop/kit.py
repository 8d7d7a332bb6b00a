"""The whole kit, map by map."""

import datetime
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from journeyeditor.drawing.flow.pages import flow
from journeyeditor.exporting.options import PdfOptions
from journeyeditor.exporting.pages import PrintPage, part_of
from journeyeditor.exporting.paper import FIT
from journeyeditor.exporting.report.book import Book, BookPage
from journeyeditor.exporting.report.furniture import furniture, page_number, way_back
from journeyeditor.exporting.workshop.cutouts import card_pages, dot_pages
from journeyeditor.exporting.workshop.grid import grid_page
from journeyeditor.exporting.workshop.questions import question_chapters

POSTER = "A1"
"""The paper of the empty map, where none is chosen."""


def workshop_pages(
    book: Book, options: PdfOptions, date: datetime.date, reach: Callable[[float], None]
) -> Sequence[BookPage]:
    """The pages. `reach` is told which share of the maps, from 0 to 1, is laid out."""
    poster = replace(options, paper=POSTER) if options.paper == FIT else options
    pages = []
    for number, map in enumerate(book.maps):
        reach(number / len(book.maps))
        pages += [grid_page(book, map, poster), *card_pages(book, map)]
    pages += [*dot_pages(book), *_questions(book, date)]
    return [BookPage(page) for page in pages]


def _questions(book: Book, date: datetime.date) -> Iterator[PrintPage]:
    """The facilitator's sheets, with what stands above and below."""
    pages = list(flow(question_chapters(book), book.format.frame))
    frame = furniture(
        book, book.format, book.tr("Open questions"), book.tr.date(date), to_cover=False
    )
    back = way_back(book, book.format, ("grid", book.maps[0].id))
    for number, page in enumerate(pages, 1):
        drawing = page.drawing
        parts = (part_of(page), frame, page_number(book, book.format, number, len(pages)))
        yield PrintPage(drawing.width, drawing.height, parts, page.marks, (*page.links, back))
