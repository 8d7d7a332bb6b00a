"""The facilitator's sheet: what each card leaves open, with room to write."""

from collections.abc import Iterator

from journeyeditor.analysis.completeness import completeness
from journeyeditor.drawing.elements import Element, Kind
from journeyeditor.drawing.flow.pages import Chapter
from journeyeditor.drawing.flow.slices import Mark, Slice, marked
from journeyeditor.drawing.flow.tables import Cell, Column, table
from journeyeditor.drawing.flow.text import heading, paragraph
from journeyeditor.exporting.report.book import Book
from journeyeditor.exporting.report.look import BODY, LEAD, STRONG, TITLE, column, titled
from journeyeditor.exporting.topics import Topic
from journeyeditor.model.records import Placement, Segment, Stage, Touchpoint

_ABOUT = {
    Topic.OWNERS: "responsible",
    Topic.PROCESSES: "process",
    Topic.OBSTACLES: "obstacle",
    Topic.DATA: "data",
    Topic.METRICS: "metric",
}
"""The question about a topic, which isn't asked where the topic is left out."""


def question_chapters(book: Book) -> Iterator[Chapter]:
    """Map by map, card by card; cards without open questions are left out."""
    tr = book.tr
    for map in book.maps:
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
        entries.append(_method(book))
        yield Chapter([column(*marked(head, mark)), *(column(*entry) for entry in entries)])


def _card(book: Book, card: Placement) -> list[Slice]:
    it = book.project.get(Touchpoint, card.touchpoint)
    hidden = {_ABOUT.get(topic) for topic in book.without}
    open = [it for it in completeness(book.project, card).open if it.id not in hidden]
    if not open:
        return []
    stage = book.project.get(Stage, card.stage).name
    segment = book.project.get(Segment, card.segment).name
    rows = [
        [Cell("□", STRONG, book.theme.text3), Cell(book.tr(question.text)), Cell("")]
        for question in open
    ]
    slices = table(
        (Column("", 0.07), Column("", 1.2), Column("", 1.6, for_writing=True)),
        rows,
        book.width,
        book.table,
    )
    where = paragraph(" · ".join((stage, segment)), BODY, book.width, book.theme.text3)
    return titled(
        book.theme, f"{it.code}  {book.one_line(it.name)}".strip(), [*where, *slices], book.width
    )


def _method(book: Book) -> list[Slice]:
    """Room for what nobody had asked."""
    rows = [[Cell("□", STRONG, book.theme.text3), Cell("")] for _ in range(6)]
    columns = (Column("", 0.07), Column("", 2.8, for_writing=True))
    slices = table(columns, rows, book.width, book.table)
    return titled(book.theme, book.tr("What else came up"), slices, book.width)
