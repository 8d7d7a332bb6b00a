"""A whole report: its pages in order, numbered, linked and bookmarked."""

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from journeyeditor.drawing.flow.pages import Chapter, Page, flow
from journeyeditor.drawing.flow.slices import Mark, Slice
from journeyeditor.drawing.shapes import Key
from journeyeditor.exporting.options import PdfOptions
from journeyeditor.exporting.pages import Part, PrintPage, part_of
from journeyeditor.exporting.report.book import Book, BookPage
from journeyeditor.exporting.report.front import Entry, contents, cover
from journeyeditor.exporting.report.furniture import COVER, furniture, page_number, way_back
from journeyeditor.exporting.report.glance import glance
from journeyeditor.exporting.report.indexes import indexes
from journeyeditor.exporting.report.look import Format
from journeyeditor.exporting.report.overview import overview
from journeyeditor.exporting.report.rows import segment_page, stage_page
from journeyeditor.exporting.report.sheet import sheet
from journeyeditor.model.ids import Id
from journeyeditor.model.records import JourneyMap, Stage

_LONGEST_VERSION = 40
"""Letters; what is longer stands on the cover only."""


@dataclass(frozen=True)
class _Loose:
    """A page before it is numbered. `title` stands above it, `back` is where it leads back to.

    A page without a title has nothing above and below its text.
    """

    shown: BookPage
    title: str = ""
    back: Key = ()


def report_pages(
    book: Book, options: PdfOptions, date: datetime.date, reach: Callable[[float], None]
) -> Sequence[BookPage]:
    """The pages of a report. `reach` is told which share of them, from 0 to 1, is laid out."""
    body: list[_Loose] = []
    entries: list[Entry] = []
    told: dict[Id, JourneyMap] = {}
    for loose in _body(book, options, date, told):
        reach(len(told) / max(1, len(book.touchpoints)))
        body.append(loose)
        entries += _entries(loose.shown.page, len(body))
    front = len(_front(book, entries, date))
    shifted = [replace(entry, page=entry.page + front) for entry in entries]
    pages = _front(book, shifted, date) + body
    note = _note(book, options, date)
    dress = _Dress(book, len(pages), note)
    return [dress.dressed(loose, number) for number, loose in enumerate(pages, 1)]


def _note(book: Book, options: PdfOptions, date: datetime.date) -> str:
    """What stands below each page: "Confidential · Version 3 · 12 March 2026"."""
    version = next((map.version for map in book.maps if map.version.strip()), "")
    short = 0 < len(version) <= _LONGEST_VERSION
    told = book.tr("Version {version}", version=version) if short else ""
    return " · ".join(part for part in (options.notice, told, book.tr.date(date)) if part.strip())


def _entries(page: PrintPage, number: int) -> Iterator[Entry]:
    for placed in page.marks:
        if placed.mark.title:
            yield Entry(placed.mark.title, placed.mark.level, placed.mark.key, number)


def _front(book: Book, entries: list[Entry], date: datetime.date) -> list[_Loose]:
    """Cover and contents."""
    return [
        *_flowed(book, [cover(book, date)]),
        *_flowed(book, [contents(book, entries)], book.tr("Contents"), COVER),
    ]


def _body(
    book: Book, options: PdfOptions, date: datetime.date, told: dict[Id, JourneyMap]
) -> Iterator[_Loose]:
    """Map by map, then the indexes. The touchpoints that have a sheet are kept in `told`."""
    for map in book.maps:
        for shown in overview(book, map, options, date):
            yield _Loose(shown, book.tr("Map"), COVER)
        yield from _about(book, map, told)
    yield from _flowed(book, indexes(book), book.tr("Indexes"), ("map", book.maps[0].id))


def _about(book: Book, map: JourneyMap, told: dict[Id, JourneyMap]) -> Iterator[_Loose]:
    """What is known of a map, its segments, stages and touchpoints, those not `told` of yet."""
    tr, back = book.tr, ("map", map.id)
    yield from _flowed(book, [glance(book, map, 1)], tr("Map"), back)
    segments = (segment_page(book, it, 2) for it in book.project.segments(map.id))
    title = tr("Segments")
    yield from _flowed(book, _under(("segments", map.id), title, segments), title, back)
    stages = (stage_page(book, it, 2) for it in book.project.stages(map.id))
    title = tr("Stages")
    yield from _flowed(book, _under(("stages", map.id), title, stages), title, back)
    sheets = _sheets(book, map, told)
    chapters = _under(("touchpoints", map.id), tr("Touchpoints"), sheets)
    for loose in _flowed(book, chapters, tr("Touchpoint sheet")):
        keys = (placed.mark.key for placed in loose.shown.page.marks)
        first = next((key[1] for key in keys if key[0] == "sheet"), None)
        card = book.cards[first or next(reversed(told))][0]
        yield replace(loose, back=("card", card.id))


def _sheets(book: Book, map: JourneyMap, told: dict[Id, JourneyMap]) -> Iterator[Chapter]:
    """The touchpoints' sheets, each on the map that shows it first."""
    for it in book.touchpoints:
        stages = (book.project.get(Stage, card.stage) for card in book.cards[it.id])
        if it.id not in told and any(stage.map == map.id for stage in stages):
            told[it.id] = map
            yield sheet(book, it, 2)


def _under(key: Key, title: str, chapters: Iterable[Chapter]) -> Iterator[Chapter]:
    """The chapters, the first with the bookmark of all of them."""
    chapters = iter(chapters)
    for chapter in chapters:
        section, *rest = chapter.sections
        strand, *others = section.strands
        slices = [Slice(0.0, mark=Mark(key, title, 1)), *strand.slices]
        section = replace(section, strands=(replace(strand, slices=slices), *others))
        yield replace(chapter, sections=[section, *rest])
        break
    yield from chapters


def _flowed(
    book: Book, chapters: Iterable[Chapter], title: str = "", back: Key = ()
) -> Iterator[_Loose]:
    for page in flow(chapters, book.format.frame):
        yield _Loose(BookPage(_printed(page)), title, back)


def _printed(page: Page) -> PrintPage:
    drawing = page.drawing
    return PrintPage(drawing.width, drawing.height, (part_of(page),), page.marks, page.links)


class _Dress:
    """What stands above and below the text of each of so many pages."""

    def __init__(self, book: Book, count: int, note: str) -> None:
        self._book, self._count, self._note = book, count, note
        self._known: dict[tuple[Format, str, bool], Part] = {}

    def dressed(self, loose: _Loose, number: int) -> BookPage:
        """The page with its number, its title, and the way back."""
        page = loose.shown.page
        if not loose.title:
            return loose.shown
        format = Format(page.width, page.height)
        frame = self._frame(format, loose.title, loose.back == COVER)
        parts = (*page.parts, frame, page_number(self._book, format, number, self._count))
        links = (*page.links, way_back(self._book, format, loose.back))
        return loose.shown._replace(page=replace(page, parts=parts, links=links))

    def _frame(self, format: Format, title: str, to_cover: bool) -> Part:
        key = (format, title, to_cover)
        if key not in self._known:
            self._known[key] = furniture(self._book, format, title, self._note, to_cover)
        return self._known[key]
