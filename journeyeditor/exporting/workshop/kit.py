"""The whole kit, map by map."""

import datetime
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from journeyeditor.drawing.flow.pages import Page, flow
from journeyeditor.exporting.options import PdfOptions
from journeyeditor.exporting.pages import PrintPage, part_of
from journeyeditor.exporting.report.book import Book, BookPage
from journeyeditor.exporting.report.furniture import furniture, page_number, way_back
from journeyeditor.exporting.workshop.cutouts import card_pages, dot_pages
from journeyeditor.exporting.workshop.grid import grid_page, poster_paper
from journeyeditor.exporting.workshop.questions import question_chapters

_DRAWN = 0.5
"""The part of the work that is done when posters and cards are drawn."""


def workshop_pages(
    book: Book, options: PdfOptions, date: datetime.date, reach: Callable[[float], None]
) -> Sequence[BookPage]:
    """The pages. `reach` is told which share of them, from 0 to 1, is laid out."""
    papers = {map.id: poster_paper(book, map, options) for map in book.maps}
    pages: list[PrintPage] = []
    for number, map in enumerate(book.maps):
        poster = replace(options, paper=papers[map.id])
        for page in (grid_page(book, map, poster), *card_pages(book, map)):
            reach(_DRAWN * number / len(book.maps))
            pages.append(page)
    sheets = []
    for sheet in flow(question_chapters(book, papers), book.format.frame):
        reach(_DRAWN)
        sheets.append(sheet)
    return [BookPage(page) for page in (*pages, *dot_pages(book), *_numbered(book, sheets, date))]


def _numbered(book: Book, pages: Sequence[Page], date: datetime.date) -> Iterator[PrintPage]:
    """The facilitator's sheets, with what stands above and below."""
    frame = furniture(
        book, book.format, book.tr("Open questions"), book.tr.date(date), to_cover=False
    )
    back = way_back(book, book.format, ("grid", book.maps[0].id))
    for number, page in enumerate(pages, 1):
        drawing = page.drawing
        parts = (part_of(page), frame, page_number(book, book.format, number, len(pages)))
        yield PrintPage(drawing.width, drawing.height, parts, page.marks, (*page.links, back))
