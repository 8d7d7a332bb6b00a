"""The whole kit, map by map."""

import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from journeyeditor.drawing.flow.pages import flow
from journeyeditor.exporting.options import PdfOptions
from journeyeditor.exporting.pages import PrintPage, part_of
from journeyeditor.exporting.report.book import Book, BookPage
from journeyeditor.exporting.report.furniture import furniture, page_number, way_back
from journeyeditor.exporting.workshop.cutouts import card_pages, dot_pages
from journeyeditor.exporting.workshop.grid import grid_page, poster_paper
from journeyeditor.exporting.workshop.questions import question_chapters
from journeyeditor.model.ids import Id


def workshop_pages(
    book: Book, options: PdfOptions, date: datetime.date, reach: Callable[[float], None]
) -> Sequence[BookPage]:
    """The pages. `reach` is told which share of the maps, from 0 to 1, is laid out."""
    papers = {map.id: poster_paper(book, map, options) for map in book.maps}
    pages = []
    for number, map in enumerate(book.maps):
        reach(number / len(book.maps))
        poster = replace(options, paper=papers[map.id])
        pages += [grid_page(book, map, poster), *card_pages(book, map)]
    pages += [*dot_pages(book), *_questions(book, papers, date)]
    return [BookPage(page) for page in pages]


def _questions(book: Book, papers: Mapping[Id, str], date: datetime.date) -> Iterator[PrintPage]:
    """The facilitator's sheets, with what stands above and below."""
    pages = list(flow(question_chapters(book, papers), book.format.frame))
    frame = furniture(
        book, book.format, book.tr("Open questions"), book.tr.date(date), to_cover=False
    )
    back = way_back(book, book.format, ("grid", book.maps[0].id))
    for number, page in enumerate(pages, 1):
        drawing = page.drawing
        parts = (part_of(page), frame, page_number(book, book.format, number, len(pages)))
        yield PrintPage(drawing.width, drawing.height, parts, page.marks, (*page.links, back))
