"""Pages about a segment and about a stage."""

from collections.abc import Iterator, Sequence

from journeyeditor.analysis.distribution import distribution
from journeyeditor.catalogue import emotion_level, emotion_name
from journeyeditor.catalogue.choices import choice_name
from journeyeditor.drawing.avatars import diamond
from journeyeditor.drawing.faces import face
from journeyeditor.drawing.flow.pages import Section
from journeyeditor.drawing.flow.slices import Mark, Slice, gap, inked, marked
from journeyeditor.drawing.flow.tables import Cell, Column
from journeyeditor.drawing.flow.text import heading, paragraph
from journeyeditor.drawing.ink import Ink
from journeyeditor.drawing.shapes import Image, Shape
from journeyeditor.exporting.report.book import Book
from journeyeditor.exporting.report.look import (
    BODY,
    CAPTION,
    LEAD,
    STRONG,
    TITLE,
    column,
    tabled,
    words,
)
from journeyeditor.exporting.report.tables import metrics
from journeyeditor.exporting.topics import Topic
from journeyeditor.model.choices import Role
from journeyeditor.model.ids import Id
from journeyeditor.model.records import Asset, Placement, Segment, Stage, Touchpoint

_PICTURE = 48.0
_FACE = 10.0


def segment_page(book: Book, it: Segment, level: int) -> Iterator[Section]:
    """Who the segment is, and its journey stage by stage."""
    tr, width = book.tr, book.width
    kind = [choice_name(it.kind, tr.language)]
    if it.market:
        kind.append(choice_name(it.market, tr.language))
    head = [*_picture(book, it), *_head(book, it.name, " · ".join(kind), it.description)]
    mark = Mark(("segment-page", it.id), book.one_line(it.name), level)
    yield Section(column(*marked(head, mark)).strands, fresh=True)
    texts = (
        (tr("Target market"), it.target_market),
        (tr("Needs"), it.needs),
        (tr("Behaviour"), it.behaviour),
        (tr("Preferences"), it.preferences),
        (tr("Expectations"), it.expectations),
        (tr("Cultural notes"), it.cultural_notes),
    )
    for title, text in texts:
        yield column(*words(book.theme, title, text, width))
    yield column(*metrics(book, it.id, width) if book.tells(Topic.METRICS) else ())
    for stage in book.project.stages(it.map):
        cards = book.project.cell(stage.id, it.id)
        yield column(*tabled(book.theme, stage.name, _columns(book), _rows(book, cards), width))


def stage_page(book: Book, it: Stage, level: int) -> Iterator[Section]:
    """What the stage is for, its weight, and its touchpoints segment by segment."""
    tr, width = book.tr, book.width
    weight = tr("Importance {importance} of 5", importance=it.importance)
    share = _share(book, it)
    told = " · ".join(part for part in (weight, share) if part)
    mark = Mark(("stage-page", it.id), book.one_line(it.name), level)
    head = marked(_head(book, it.name, told, it.goal), mark)
    yield Section(column(*head).strands, fresh=True)
    yield column(*metrics(book, it.id, width) if book.tells(Topic.METRICS) else ())
    for segment in book.project.segments(it.map):
        cards = book.project.cell(it.id, segment.id)
        yield column(*tabled(book.theme, segment.name, _columns(book), _rows(book, cards), width))


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


def _head(book: Book, name: str, told: str, text: str) -> list[Slice]:
    slices = heading(book.one_line(name), TITLE, book.width, book.theme.text, 0)
    slices += paragraph(told, BODY, book.width, book.theme.text2)
    lead = paragraph(text, LEAD, book.width, book.theme.text2)
    return [*slices, gap(8), *lead] if lead else slices


def _picture(book: Book, it: Segment) -> list[Slice]:
    asset = book.project.find(Asset, it.picture)
    if asset is None:
        return []
    ink = Ink()
    ink.add((Image(0, 0, _PICTURE, _PICTURE, asset.sha256, _PICTURE / 2),))
    return [inked(ink, _PICTURE + 8)]


def _columns(book: Book) -> Sequence[Column]:
    tr = book.tr
    owners = (Column(tr("Responsible"), 0.9),) if book.tells(Topic.OWNERS) else ()
    return (
        Column("", 0.35),
        Column(tr("Touchpoint"), 2),
        Column(tr("Channel"), 0.9),
        *owners,
        Column(tr("Emotion"), 0.9),
    )


def _rows(book: Book, cards: Sequence[Placement]) -> list[list[Cell]]:
    return [_row(book, card) for card in cards]


def _row(book: Book, card: Placement) -> list[Cell]:
    it = book.project.get(Touchpoint, card.touchpoint)
    target = ("sheet", it.id)
    owners = [Cell(book.names(it.id, Role.RESPONSIBLE), colour=book.theme.text2)]
    return [
        Cell(it.code, CAPTION, book.theme.text3, target=target),
        Cell(book.one_line(it.name), STRONG, target=target),
        Cell(book.channel(it.channel), colour=book.theme.text2),
        *(owners if book.tells(Topic.OWNERS) else ()),
        _felt(book, card),
    ]


def _felt(book: Book, card: Placement) -> Cell:
    """The emotion as face and word, and the sign of a critical moment."""
    shapes: list[Shape] = []
    text, indent = "", 0.0
    top = (BODY.leading - _FACE) / 2
    if card.emotion is not None:
        level = emotion_level(card.emotion)
        shapes += face(level, 0, top, _FACE, book.theme)
        text, indent = emotion_name(level, book.tr.language), _FACE + 5
    if card.critical:
        shapes += diamond(indent, top + 1, _FACE - 2, book.theme.text)
        indent += _FACE + 2
    return Cell(text, shapes=tuple(shapes), indent=indent)


def touchpoints_of(book: Book, ids: Sequence[Id]) -> list[Touchpoint]:
    """Touchpoints by code and name."""
    found = [book.project.get(Touchpoint, id) for id in dict.fromkeys(ids)]
    return sorted(found, key=lambda it: (it.code, it.name, it.id))
