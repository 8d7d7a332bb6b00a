"""A whole report: its pages in order, numbered, linked and bookmarked.

Page numbers are known only when all pages are laid out. So the report is laid out twice: first to
count, then to be written; the pages are never all in memory.
"""

import datetime
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain

from journeyeditor.drawing.flow.pages import Page, PlacedMark, Section, flow
from journeyeditor.drawing.flow.slices import Link, Mark, Slice
from journeyeditor.drawing.shapes import Key
from journeyeditor.exporting.maps import Position, print_map
from journeyeditor.exporting.options import PdfOptions
from journeyeditor.exporting.pages import Part, PrintPage
from journeyeditor.exporting.report.book import Book
from journeyeditor.exporting.report.front import Entry, contents, cover
from journeyeditor.exporting.report.furniture import furniture
from journeyeditor.exporting.report.indexes import indexes
from journeyeditor.exporting.report.rows import segment_page, stage_page
from journeyeditor.exporting.report.sheet import sheet
from journeyeditor.model.ids import Id
from journeyeditor.model.records import JourneyMap, Placement, Stage

_COUNTING = 0.4
"""The part of the work that is done when the pages are counted."""
_PAGES_EACH, _PAGES_BESIDE = 1.2, 20
"""A guess at the pages of a touchpoint, and at those of everything else."""


@dataclass(frozen=True)
class _Loose:
    """A page before it is numbered. `chapter` stands above it, `back` is where it leads back to.

    A page without a chapter has nothing above and below its text.
    """

    page: PrintPage
    chapter: str = ""
    back: Key = ()


def report_pages(
    book: Book, options: PdfOptions, date: datetime.date, reach: Callable[[float], None]
) -> Iterator[tuple[PrintPage, float, float]]:
    """The pages of a report, each with the shares of the work between which it is painted.

    `reach` is told that share, from 0 to 1, while the pages are counted.
    """
    entries: list[Entry] = []
    count, guess = 0, _PAGES_EACH * len(book.touchpoints) + _PAGES_BESIDE
    for loose in _body(book, options, date):
        count += 1
        entries += _entries(loose.page, count)
        reach(_COUNTING * min(1, count / guess))
    front = len(_front(book, entries, date))
    shifted = [replace(entry, page=entry.page + front) for entry in entries]
    pages = chain(_front(book, shifted, date), _body(book, options, date))
    step = (1 - _COUNTING) / (front + count)
    for number, loose in enumerate(pages, 1):
        start = _COUNTING + step * (number - 1)
        yield _dressed(book, loose, number, front + count, date), start, start + step


def _entries(page: PrintPage, number: int) -> Iterator[Entry]:
    for placed in page.marks:
        if placed.mark.title:
            yield Entry(placed.mark.title, placed.mark.level, placed.mark.key, number)


def _front(book: Book, entries: list[Entry], date: datetime.date) -> list[_Loose]:
    """Cover and contents."""
    return [
        *_flowed(book, [cover(book, date)]),
        *_flowed(book, [contents(book, entries)], book.tr("Contents"), ("cover",)),
    ]


def _body(book: Book, options: PdfOptions, date: datetime.date) -> Iterator[_Loose]:
    """Map by map, then the indexes."""
    told: set[Id] = set()
    for number, map in enumerate(book.maps, 1):
        position = Position(number, len(book.maps))
        printed = print_map(book.project, map, options, position, date, book.tr)
        for page in printed.pages:
            yield _Loose(_with_links(book, map, page))
        yield from _about(book, map, told)
    yield from _flowed(book, indexes(book), book.tr("Indexes"), ("map", book.maps[0].id))


def _about(book: Book, map: JourneyMap, told: set[Id]) -> Iterator[_Loose]:
    """Segments, stages and touchpoints of a map, of these those that are not `told` of yet."""
    tr, back = book.tr, ("map", map.id)
    segments = [segment_page(book, it, 2) for it in book.project.segments(map.id)]
    yield from _group(book, map, "segments", tr("Segments"), segments, back)
    stages = [stage_page(book, it, 2) for it in book.project.stages(map.id)]
    yield from _group(book, map, "stages", tr("Stages"), stages, back)
    first = True
    for it in book.touchpoints:
        cards = [card for card in book.cards[it.id] if _map_of(book, card) == map.id]
        if not cards or it.id in told:
            continue
        told.add(it.id)
        sections: Iterable[Section] = sheet(book, it, 2)
        if first:
            sections = _under(("touchpoints", map.id), tr("Touchpoints"), sections)
            first = False
        yield from _flowed(book, sections, tr("Touchpoint sheet"), ("card", cards[0].id))


def _map_of(book: Book, card: Placement) -> Id:
    return book.project.get(Stage, card.stage).map


def _group(
    book: Book,
    map: JourneyMap,
    key: str,
    title: str,
    pages: list[Iterator[Section]],
    back: Key,
) -> Iterator[_Loose]:
    """Pages of one kind under a bookmark of their own."""
    if pages:
        sections = _under((key, map.id), title, chain.from_iterable(pages))
        yield from _flowed(book, sections, title, back)


def _under(key: Key, title: str, sections: Iterable[Section]) -> Iterator[Section]:
    """The sections, the first with the bookmark of all of them."""
    sections = iter(sections)
    for section in sections:
        first = section.strands[0]
        slices = [Slice(0.0, mark=Mark(key, title, 1)), *first.slices]
        yield replace(section, strands=(replace(first, slices=slices), *section.strands[1:]))
        break
    yield from sections


def _flowed(
    book: Book, sections: Iterable[Section], chapter: str = "", back: Key = ()
) -> Iterator[_Loose]:
    for page in flow(sections, book.format.frame):
        yield _Loose(_printed(page), chapter, back)


def _printed(page: Page) -> PrintPage:
    drawing = page.drawing
    return PrintPage(drawing.width, drawing.height, (Part(drawing),), page.marks, page.links)


def _with_links(book: Book, map: JourneyMap, page: PrintPage) -> PrintPage:
    """A page of a map whose cards lead to their sheets, and can be led back to.

    Its stages are no bookmarks: they have pages of their own.
    """
    marks = [placed for placed in page.marks if placed.mark.level == 0]
    links: list[Link] = []
    found = {placed.mark.key for placed in marks}
    part = page.parts[0]
    for node in part.nodes():
        card = book.project.find(Placement, node.key[1]) if node.key[0] == "card" else None
        if card is None or node.key in found:
            continue
        x, y = part.left + node.x * part.scale, part.top + node.y * part.scale
        size = node.width * part.scale, node.height * part.scale
        links.append(Link(x, y, *size, ("sheet", card.touchpoint)))
        marks.append(PlacedMark(Mark(node.key), x, y))
    return replace(page, marks=tuple(marks), links=tuple(links))


def _dressed(book: Book, loose: _Loose, number: int, count: int, date: datetime.date) -> PrintPage:
    """The page with what stands above and below its text."""
    page = loose.page
    if not loose.chapter:
        return page
    version = next((map.version for map in book.maps if map.version), "")
    told = book.tr("Version {version}", version=version) if version else ""
    note = " · ".join(part for part in (told, book.tr.date(date)) if part)
    part, link = furniture(book, loose.chapter, number, count, note, loose.back)
    return replace(page, parts=(part, *page.parts), links=(link, *page.links))
