"""The lists at the end: who is responsible, processes, data, channels."""

from collections.abc import Iterable, Iterator, Sequence

from journeyeditor.catalogue import channel_name, family_name
from journeyeditor.catalogue.choices import choice_name
from journeyeditor.drawing.flow.pages import Section
from journeyeditor.drawing.flow.slices import Mark, Slice, gap, marked
from journeyeditor.drawing.flow.tables import Cell, Column, table
from journeyeditor.drawing.flow.text import heading, paragraph
from journeyeditor.exporting.report.book import Book
from journeyeditor.exporting.report.look import (
    CAPTION,
    LEAD,
    STRONG,
    TITLE,
    column,
    titled,
)
from journeyeditor.exporting.report.rows import touchpoints_of
from journeyeditor.exporting.topics import Topic
from journeyeditor.model.choices import Role
from journeyeditor.model.records import (
    Channel,
    DataItem,
    Party,
    Process,
    ProcessUse,
    Responsibility,
    Touchpoint,
    TouchpointData,
)


def indexes(book: Book) -> Iterator[Section]:
    """All indexes that have entries, each on pages of its own."""
    if book.tells(Topic.OWNERS):
        yield from _index(book, "owners", book.tr("Who is responsible"), _owners(book))
    if book.tells(Topic.PROCESSES):
        yield from _index(book, "processes", book.tr("Processes"), _processes(book))
    if book.tells(Topic.DATA):
        yield from _index(book, "data", book.tr("Data inventory"), _data(book))
    yield from _index(book, "channels", book.tr("Channels"), _channels(book))


def _index(
    book: Book, key: str, title: str, entries: Iterable[Sequence[Slice]]
) -> Iterator[Section]:
    """A title, then entry by entry; nothing where there is none."""
    found = [entry for entry in entries if entry]
    if not found:
        return
    head = heading(title, TITLE, book.width, book.theme.text, 0)
    yield Section(column(*marked(head, Mark(("index", key), title, 0))).strands, fresh=True)
    for entry in found:
        yield column(*entry)


def _owners(book: Book) -> Iterator[Sequence[Slice]]:
    """Each party with what it does where."""
    shown = {it.id for it in book.touchpoints}
    used = {use.process for id in shown for use in book.project.where(ProcessUse, touchpoint=id)}
    kind = Cell(book.tr("Process"), CAPTION, book.theme.text3)
    for party in sorted(book.project.all(Party), key=lambda party: (party.name, party.id)):
        rows = []
        for link in book.project.where(Responsibility, party=party.id):
            role = choice_name(link.role, book.tr.language)
            if link.subject in shown:
                rows.append(_touchpoint_row(book, book.project.get(Touchpoint, link.subject), role))
            elif link.subject in used:
                process = book.project.get(Process, link.subject)
                rows.append([kind, Cell(process.name, STRONG), Cell(role, colour=book.theme.text2)])
        rows.sort(key=lambda row: (row[0] is kind, row[0].text, row[1].text))
        columns = (Column("", 0.3), Column("", 2), Column("", 0.8))
        told = ", ".join(p for p in (book.party(party.department), party.contact) if p)
        name = f"{party.name} ({told})" if told else party.name
        yield titled(book.theme, name, table(columns, rows, book.width, book.table), book.width)


def _touchpoint_row(book: Book, it: Touchpoint, told: str) -> list[Cell]:
    target = ("sheet", it.id)
    return [
        Cell(it.code, CAPTION, book.theme.text3, target=target),
        Cell(" ".join(it.name.split()), STRONG, target=target),
        Cell(told, colour=book.theme.text2),
    ]


def _processes(book: Book) -> Iterator[Sequence[Slice]]:
    """Each process, who carries it, and the touchpoints that it supports."""
    tr, shown = book.tr, {it.id for it in book.touchpoints}
    for process in sorted(book.project.all(Process), key=lambda it: (it.name, it.id)):
        uses = [use.touchpoint for use in book.project.where(ProcessUse, process=process.id)]
        uses = [id for id in uses if id in shown]
        if not uses:
            continue
        how = choice_name(process.execution, tr.language) if process.execution else ""
        carried = book.names(process.id, Role.RESPONSIBLE) if book.tells(Topic.OWNERS) else ""
        parts = (process.description, how, process.human_check, process.resources, process.state)
        told = " · ".join(part for part in (*parts, carried) if part)
        rows = [
            _touchpoint_row(book, it, book.channel(it.channel)) for it in touchpoints_of(book, uses)
        ]
        columns = (Column("", 0.3), Column("", 2), Column("", 0.8))
        slices = [
            *paragraph(told, CAPTION, book.width, book.theme.text2),
            *table(columns, rows, book.width, book.table),
        ]
        yield titled(book.theme, process.name, slices, book.width)


def _data(book: Book) -> Iterator[Sequence[Slice]]:
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
                    Cell(" ".join(it.name.split()), target=("sheet", it.id)),
                    Cell(tr("Yes") if link.collected else tr("No")),
                    Cell(link.shared_with or tr("No")),
                ]
            )
    columns = (
        Column(tr("Data"), 1.2),
        Column(tr("Touchpoint"), 1.6),
        Column(tr("Collected"), 0.6),
        Column(tr("Shared with"), 1),
    )
    yield [gap(8), *table(columns, rows, book.width, book.table)] if rows else []


def _channels(book: Book) -> Iterator[Sequence[Slice]]:
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
            Cell(", ".join(" ".join(it.name.split()) for it in its), colour=book.theme.text2),
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
        yield [*paragraph(lead, LEAD, book.width, book.theme.text2), gap(10), *slices]
