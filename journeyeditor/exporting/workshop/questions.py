"""The facilitator's sheet: what each card leaves open, with room to write."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from journeyeditor.analysis.completeness import completeness
from journeyeditor.drawing.elements import Element, Kind
from journeyeditor.drawing.flow.pages import Chapter
from journeyeditor.drawing.flow.slices import Mark, Slice, marked, staying
from journeyeditor.drawing.flow.tables import Cell, Column, TableLook, table
from journeyeditor.drawing.flow.text import heading, paragraph
from journeyeditor.exporting.paper import paper_name
from journeyeditor.exporting.report.book import Book
from journeyeditor.exporting.report.look import BODY, LEAD, SECTION, STRONG, TITLE, column, titled
from journeyeditor.exporting.topics import Topic
from journeyeditor.exporting.workshop.cutouts import card_counts
from journeyeditor.model.ids import Id
from journeyeditor.model.records import JourneyMap, Placement, Segment, Stage, Touchpoint

_ABOUT = {
    Topic.OWNERS: "responsible",
    Topic.PROCESSES: "process",
    Topic.OBSTACLES: "obstacle",
    Topic.DATA: "data",
    Topic.METRICS: "metric",
}
"""The question about a topic, which isn't asked where the topic is left out."""
_FOR_HANDS = 8.0
"""Points above and below a row that is written on."""


def question_chapters(book: Book, papers: Mapping[Id, str]) -> Iterator[Chapter]:
    """Map by map what is in the kit, and card by card what is open; cards of which all is known
    are left out. `papers` are those of the posters by map.
    """
    tr = book.tr
    for map in book.maps:
        paper = paper_name(papers[map.id], tr)
        title = tr("Open questions: {map}", map=book.one_line(map.name))
        cards = book.project.placements(map.id)
        entries = [entry for card in cards if (entry := _card(book, card))]
        lead = tr.plural(
            "{count} card has open questions.", "{count} cards have open questions.", len(entries)
        )
        head = [
            *heading(title, TITLE, book.width, book.theme.text, 0, Element(Kind.TITLE)),
            *paragraph(lead, LEAD, book.width, book.theme.text2),
        ]
        mark = Mark(("questions", map.id), title, 0)
        entries.insert(0, _kit(book, map, paper))
        yield Chapter([column(*marked(head, mark)), *(column(*entry) for entry in entries)])
    yield Chapter([column(*_rest(book))])


def _kit(book: Book, map: JourneyMap, paper: str) -> list[Slice]:
    """What has to be there before it begins."""
    tr, (count, empty) = book.tr, card_counts(book, map)
    things = (
        tr("The empty map on the wall, {paper}", paper=paper),
        tr("{count} cards cut out, and {empty} to write on", count=count, empty=empty),
        tr("Dots to feel and to vote with, pens, tape"),
    )
    rows = [[_box(book), Cell(thing)] for thing in things]
    slices = table((Column("", 0.07), Column("", 2.8)), rows, book.width, _look(book, 2))
    return titled(book.theme, tr("Before it begins"), slices, book.width)


def _box(book: Book) -> Cell:
    """A place for a tick."""
    return Cell("□", STRONG, book.theme.text2)


def _look(book: Book, padding: float) -> TableLook:
    return replace(book.table, padding=padding)


def _card(book: Book, card: Placement) -> list[Slice]:
    it = book.project.get(Touchpoint, card.touchpoint)
    hidden = {_ABOUT.get(topic) for topic in book.without}
    open = [it for it in completeness(book.project, card).open if it.id not in hidden]
    if not open:
        return []
    stage = book.project.get(Stage, card.stage).name
    segment = book.project.get(Segment, card.segment).name
    rows = [[_box(book), Cell(book.tr(question.text)), Cell("")] for question in open]
    slices = table(
        (Column("", 0.07), Column("", 1.2), Column("", 1.6, for_writing=True)),
        rows,
        book.width,
        _look(book, _FOR_HANDS),
    )
    where = staying(paragraph(f"{stage} · {segment}", BODY, book.width, book.theme.text2))
    return titled(
        book.theme, f"{it.code}  {book.one_line(it.name)}".strip(), [*where, *slices], book.width
    )


def _rest(book: Book) -> list[Slice]:
    """A page for what nobody had asked."""
    height = BODY.leading + 2 * _FOR_HANDS
    count = int((book.format.frame.height - 2 * SECTION.leading) // height)
    rows = [[_box(book), Cell("")] for _ in range(count)]
    columns = (Column("", 0.07), Column("", 2.8, for_writing=True))
    slices = table(columns, rows, book.width, _look(book, _FOR_HANDS))
    return titled(book.theme, book.tr("What else came up"), slices, book.width)
