"""Pages about a segment and about a stage."""

from collections.abc import Sequence

from journeyeditor.analysis.distribution import distribution
from journeyeditor.catalogue import emotion_level, emotion_name
from journeyeditor.catalogue.choices import choice_name
from journeyeditor.drawing.avatars import diamond
from journeyeditor.drawing.elements import Element, Kind
from journeyeditor.drawing.faces import face
from journeyeditor.drawing.flow.pages import Chapter, Section, Strand
from journeyeditor.drawing.flow.slices import Mark, Slice, gap, inked, marked
from journeyeditor.drawing.flow.tables import Cell, Column, Heading, Row, table
from journeyeditor.drawing.flow.text import heading, paragraph
from journeyeditor.drawing.ink import Ink
from journeyeditor.drawing.shapes import Image, Key, Shape
from journeyeditor.exporting.report.book import Book
from journeyeditor.exporting.report.look import (
    BODY,
    CAPTION,
    LEAD,
    SECTION_GAP,
    STRONG,
    TIGHT,
    TITLE,
    column,
    facts,
    tabled,
    titled,
)
from journeyeditor.exporting.report.notes import notes
from journeyeditor.exporting.report.tables import metrics
from journeyeditor.model.choices import Role
from journeyeditor.model.ids import Id
from journeyeditor.model.records import Asset, Placement, Segment, Stage, Touchpoint

_PICTURE = 48.0
_FACE = 10.0


def segment_page(book: Book, it: Segment, level: int) -> Chapter:
    """Who the segment is, and its journey stage by stage."""
    tr, width, theme = book.tr, book.width, book.theme
    kind = [choice_name(it.kind, tr.language)]
    if it.market:
        kind.append(choice_name(it.market, tr.language))
    mark = Mark(("segment-page", it.id), book.one_line(it.name), level)
    known = (
        (tr("Target market"), it.target_market),
        (tr("Needs"), it.needs),
        (tr("Behaviour"), it.behaviour),
        (tr("Preferences"), it.preferences),
        (tr("Expectations"), it.expectations),
        (tr("Cultural notes"), it.cultural_notes),
        *book.own_fields(it.id),
    )
    rows: list[Row] = []
    for stage in book.project.stages(it.map):
        target = ("stage-page", stage.id)
        rows += _group(book, stage.name, book.project.cell(stage.id, it.id), target)
    sections = [
        _head(book, it.name, " · ".join(kind), it.description, mark, _picture(book, it)),
        column(*titled(theme, tr("Who they are"), facts(theme, known, width), width)),
        column(*metrics(book, it.id, width)),
        column(*tabled(theme, tr("Journey"), _columns(book), rows, width)),
    ]
    return Chapter(sections, TIGHT)


def stage_page(book: Book, it: Stage, level: int) -> Chapter:
    """What the stage is for, its weight, its touchpoints segment by segment, and its notes."""
    tr, width, theme = book.tr, book.width, book.theme
    weight = tr("Importance {importance} of 5", importance=it.importance)
    told = " · ".join(part for part in (weight, _share(book, it)) if part)
    mark = Mark(("stage-page", it.id), book.one_line(it.name), level)
    rows: list[Row] = []
    for segment in book.project.segments(it.map):
        target = ("segment-page", segment.id)
        rows += _group(book, segment.name, book.project.cell(it.id, segment.id), target)
    own = titled(theme, tr("Details"), facts(theme, book.own_fields(it.id), width), width)
    known = [*own, *metrics(book, it.id, width)]
    above = gap(SECTION_GAP if known else 6)
    sections = [
        _head(book, it.name, told, it.goal, mark),
        column(*known),
        column(above, *table(_columns(book), rows, width, book.table)),
        *notes(book, it, width),
    ]
    return Chapter(sections, TIGHT)


def _group(book: Book, name: str, cards: Sequence[Placement], target: Key) -> list[Row]:
    """Cards under the name of their stage or segment; nothing where there are none."""
    if not cards:
        return []
    return [Heading(book.one_line(name), STRONG, 8, target), *(_row(book, it) for it in cards)]


def _share(book: Book, it: Stage) -> str:
    """How many touchpoints the stage has, and how many its importance would let expect."""
    tr = book.tr
    for row in distribution(book.facts[it.map]).stages:
        if row.stage.id == it.id:
            count = tr.plural("{count} touchpoint", "{count} touchpoints", row.count)
            if row.real is None or row.expected is None:
                return count
            return tr(
                "{count}: {actual} of all, {expected} expected",
                count=count,
                actual=tr.percent(row.real),
                expected=tr.percent(row.expected),
            )
    return ""


def _head(
    book: Book, name: str, told: str, text: str, mark: Mark, picture: Sequence[Slice] = ()
) -> Section:
    """Name, what is told at a glance, and a lead; beside a picture where there is one."""
    left = _PICTURE + 14 if picture else 0.0
    room, theme = book.width - left, book.theme
    slices = marked(heading(book.one_line(name), TITLE, room, theme.text, 0), mark)
    slices += paragraph(told, BODY, room, theme.text2)
    if lead := paragraph(text, LEAD, room, theme.text2):
        slices += [gap(6), *lead]
    return Section((Strand(slices, left), *([Strand(picture)] if picture else [])))


def _picture(book: Book, it: Segment) -> list[Slice]:
    asset = book.project.find(Asset, it.picture)
    if asset is None:
        return []
    ink = Ink()
    ink.tell(Element(Kind.FIGURE, said=it.name))
    ink.add((Image(0, 0, _PICTURE, _PICTURE, asset.sha256, _PICTURE / 2),))
    return [inked(ink, _PICTURE)]


def _columns(book: Book) -> Sequence[Column]:
    tr = book.tr
    return (
        Column("", 0.35),
        Column(tr("Touchpoint"), 2),
        Column(tr("Channel"), 0.9),
        Column(tr("Responsible"), 0.9),
        Column(tr("Emotion"), 0.9),
    )


def _row(book: Book, card: Placement) -> list[Cell]:
    it = book.project.get(Touchpoint, card.touchpoint)
    target = ("sheet", it.id)
    return [
        Cell(it.code, CAPTION, book.theme.text3, target=target),
        Cell(book.one_line(it.name), STRONG, target=target),
        Cell(book.channel(it.channel), colour=book.theme.text2),
        Cell(book.names(it.id, Role.RESPONSIBLE), colour=book.theme.text2),
        _felt(book, card),
    ]


def _felt(book: Book, card: Placement) -> Cell:
    """The emotion as face and in the customers' word, and the sign of a critical moment."""
    shapes: list[Shape] = []
    text, indent = "", 0.0
    top = (BODY.leading - _FACE) / 2
    if card.emotion is not None:
        level = emotion_level(card.emotion)
        shapes += face(level, 0, top, _FACE, book.theme)
        text, indent = card.feeling or emotion_name(level, book.tr.language), _FACE + 5
    said = text
    if card.critical:
        shapes += diamond(indent, top + 1, _FACE - 2, book.theme.text)
        indent += _FACE + 2
        said = ", ".join(part for part in (text, book.tr("Critical moment")) if part)
    return Cell(text, shapes=tuple(shapes), indent=indent, said=said)


def touchpoints_of(book: Book, ids: Sequence[Id]) -> list[Touchpoint]:
    """Touchpoints by code and name."""
    found = [book.project.get(Touchpoint, id) for id in dict.fromkeys(ids)]
    return sorted(found, key=lambda it: (it.code, it.name, it.id))
