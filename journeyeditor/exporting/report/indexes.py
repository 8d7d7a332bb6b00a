"""The lists at the end: who is responsible, processes, data, channels."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from journeyeditor.catalogue import channel_name, family_name
from journeyeditor.catalogue.choices import choice_name
from journeyeditor.drawing.elements import Element, Kind
from journeyeditor.drawing.flow.pages import Chapter, Section, Strand
from journeyeditor.drawing.flow.slices import Mark, Slice, gap, height_of, marked, staying
from journeyeditor.drawing.flow.tables import Cell, Column, table
from journeyeditor.drawing.flow.text import heading, paragraph
from journeyeditor.exporting.report.book import Book
from journeyeditor.exporting.report.glance import MOST_CRITICAL, critical_moments
from journeyeditor.exporting.report.look import (
    BODY,
    CAPTION,
    LEAD,
    MIDDLING,
    SECTION,
    SECTION_GAP,
    STRONG,
    TITLE,
    column,
    facts,
    titled,
)
from journeyeditor.exporting.report.rows import touchpoints_of
from journeyeditor.exporting.report.tables import fate, improvement_columns, improvement_row
from journeyeditor.model.choices import Role
from journeyeditor.model.ids import Id
from journeyeditor.model.records import (
    Channel,
    DataItem,
    Improvement,
    Party,
    Placement,
    Process,
    ProcessUse,
    Responsibility,
    Touchpoint,
    TouchpointData,
)

_GAP = 20.0
_TIGHT = 0.6
"""The least of the room between entries, where that spares a page."""
_DENSE = 3.25
"""Points above and below the rows of the longest index."""


def indexes(book: Book) -> Iterator[Chapter]:
    """All indexes that have entries, each on pages of its own."""
    tr = book.tr
    for key, title, entries in (
        ("critical", tr("Critical moments"), _critical(book)),
        ("owners", tr("Who is responsible"), _owners(book)),
        ("processes", tr("Processes"), _processes(book)),
        ("improvements", tr("Opportunities"), _improvements(book)),
        ("data", tr("Data inventory"), _data(book)),
        ("channels", tr("Channels"), _channels(book)),
    ):
        if found := list(entries):
            element = Element(Kind.TITLE, said=title)
            head = heading(title, TITLE, book.width, book.theme.text, 0, element)
            mark = Mark(("index", key), title, 0)
            yield Chapter([column(*marked(head, mark)), *found], _TIGHT)


def _critical(book: Book) -> Iterator[Section]:
    """Those of each map that has more than its page at a glance shows."""
    for map in book.maps:
        if sum(card.critical for card in book.project.placements(map.id)) > MOST_CRITICAL:
            found = critical_moments(book, map)
            yield column(*titled(book.theme, book.one_line(map.name), found, book.width))


def _owners(book: Book) -> Iterator[Section]:
    """Each party with what it does where."""
    shown = {it.id for it in book.touchpoints}
    used = {use.process for id in shown for use in book.project.where(ProcessUse, touchpoint=id)}
    kind = book.tr("Process")
    for party in sorted(book.project.all(Party), key=lambda party: (party.name, party.id)):
        roles: dict[Id, list[str]] = {}
        for link in book.project.where(Responsibility, party=party.id):
            if link.subject in shown or link.subject in used:
                role = choice_name(link.role, book.tr.language)
                roles.setdefault(link.subject, []).append(role)
        own = [book.project.get(Process, id) for id in roles if id in used]
        rows = [
            _touchpoint_row(book, it, ", ".join(roles[it.id]))
            for it in touchpoints_of(book, [id for id in roles if id in shown])
        ]
        rows += [
            [
                Cell(kind, CAPTION, book.theme.text3),
                Cell(process.name, STRONG),
                Cell(", ".join(roles[process.id]), colour=book.theme.text2),
            ]
            for process in sorted(own, key=lambda it: (it.name, it.id))
        ]
        columns = (Column("", 0.3), Column("", 1.8), Column("", 1))
        told = " · ".join(p for p in (book.party(party.department), party.contact) if p)
        slices = table(columns, rows, book.width, replace(book.table, padding=_DENSE))
        if slices:
            lead = staying(paragraph(told, CAPTION, book.width, book.theme.text2))
            slices = [*lead, *_continued(book, party.name, slices)]
            yield column(*titled(book.theme, party.name, slices, book.width))


def _continued(book: Book, name: str, slices: Sequence[Slice]) -> list[Slice]:
    """The slices under their name again where they go on on the next page."""
    title = book.tr("{name}, continued", name=book.one_line(name))
    _, *lines = heading(title, MIDDLING, book.width, book.theme.text2, 0)
    head = [replace(line, told=()) for line in lines]  # heard where it stands first
    return [replace(part, head=(*head, *part.head)) for part in slices]


def _touchpoint_row(book: Book, it: Touchpoint, told: str) -> list[Cell]:
    target = ("sheet", it.id)
    return [
        Cell(it.code, CAPTION, book.theme.text3, target=target),
        Cell(book.one_line(it.name), STRONG, target=target),
        Cell(told, colour=book.theme.text2),
    ]


def _processes(book: Book) -> Iterator[Section]:
    """Each process, who carries it, and the touchpoints that it supports."""
    tr, shown = book.tr, {it.id for it in book.touchpoints}
    for process in sorted(book.project.all(Process), key=lambda it: (it.name, it.id)):
        uses = [use.touchpoint for use in book.project.where(ProcessUse, process=process.id)]
        uses = [id for id in uses if id in shown]
        if not uses:
            continue
        how = choice_name(process.execution, tr.language) if process.execution else ""
        known = (
            (tr("Responsible"), book.names(process.id, Role.RESPONSIBLE)),
            (tr("Supports"), book.names(process.id, Role.SUPPORTS)),
            (tr("Execution"), how),
            (tr("What a person checks"), process.human_check),
            (tr("Resources"), process.resources),
            (tr("State"), process.state),
        )
        rows = [
            _touchpoint_row(book, it, book.channel(it.channel)) for it in touchpoints_of(book, uses)
        ]
        yield _entry(book, process, facts(book.theme, known, _half(book)), rows)


def _entry(
    book: Book, process: Process, known: Sequence[Slice], rows: Sequence[Sequence[Cell]]
) -> Section:
    """A process beside the touchpoints that it supports, or above them where it's narrow."""
    half, theme = _half(book), book.theme
    told = staying(paragraph(process.description, BODY, half, theme.text))
    head = heading(process.name, SECTION, half, theme.text, SECTION_GAP)
    left = [*head, gap(3), *told, gap(3), *staying(known)]
    columns = (Column("", 0.4), Column("", 2), Column("", 0.9))
    cells = table(columns, rows, half, book.table)
    if book.format.narrow:
        return column(*left, gap(4), *cells)
    below = Slice(height_of(head[1:]) + 1, keep=True)
    return Section((Strand(left), Strand([gap(SECTION_GAP), below, *cells], half + _GAP)))


def _half(book: Book) -> float:
    return book.width if book.format.narrow else (book.width - _GAP) / 2


def _improvements(book: Book) -> Iterator[Section]:
    """Each opportunity with the touchpoint that it is about, those of the project at the end."""
    project, found = book.project, []
    for idea in project.all(Improvement):
        card = project.find(Placement, idea.subject)
        it = project.find(Touchpoint, card.touchpoint if card else idea.subject)
        if it is None or it.id in book.cards:
            key = (it is None, it.code if it else "", it.name if it else "", idea.order, idea.id)
            found.append((key, idea, it))
    rows = []
    for _, idea, it in sorted(found, key=lambda entry: entry[0]):
        where = Cell()
        if it:
            name = f"{it.code} {book.one_line(it.name)}".strip()
            where = Cell(name, colour=book.theme.text2, target=("sheet", it.id))
        rows.append([*improvement_row(book, idea), where])
    columns = (*improvement_columns(book.tr), Column(book.tr("Touchpoint"), 1.6))
    slices = table(columns, rows, book.width, book.table)
    if slices:
        yield column(gap(8), *slices)


def _data(book: Book) -> Iterator[Section]:
    """One table: each item where it is generated, and what becomes of it."""
    tr, shown = book.tr, {it.id for it in book.touchpoints}
    rows = []
    for item in sorted(book.project.all(DataItem), key=lambda item: (item.name, item.id)):
        links = [
            link
            for link in book.project.where(TouchpointData, data=item.id)
            if link.touchpoint in shown
        ]
        for number, link in enumerate(links):
            it = book.project.get(Touchpoint, link.touchpoint)
            rows.append(
                [
                    Cell(item.name if number == 0 else "", STRONG),
                    Cell(book.one_line(it.name), target=("sheet", it.id)),
                    *fate(book, link),
                ]
            )
    columns = (
        Column(tr("Data"), 1.2),
        Column(tr("Touchpoint"), 1.6),
        Column(tr("Collected"), 0.6),
        Column(tr("Shared with"), 1),
    )
    if rows:
        yield column(gap(8), *table(columns, rows, book.width, book.table))


def _channels(book: Book) -> Iterator[Section]:
    """One table: each channel, its family, and its touchpoints."""
    tr, language = book.tr, book.tr.language
    named = []
    for channel in book.project.all(Channel):
        its = [it for it in book.touchpoints if it.channel == channel.id]
        if its:
            named.append((channel_name(channel, language), channel.id, channel, its))
    rows = [
        [
            Cell(name, STRONG),
            Cell(family_name(channel.family, language), colour=book.theme.text2),
            Cell(tr.number(len(its))),
            Cell(", ".join(book.one_line(it.name) for it in its), colour=book.theme.text2),
        ]
        for name, _, channel, its in sorted(named, key=lambda entry: entry[:2])
    ]
    columns = (
        Column(tr("Channel"), 1),
        Column(tr("Family"), 1),
        Column(tr("Uses"), 0.35, "right"),
        Column(tr("Touchpoints"), 2.4),
    )
    lead = tr("A channel is the place of a touchpoint, never the touchpoint itself.")
    slices = table(columns, rows, book.width, book.table)
    if slices:
        told = staying(paragraph(lead, LEAD, book.width, book.theme.text2))
        yield column(*told, gap(10), *slices)
