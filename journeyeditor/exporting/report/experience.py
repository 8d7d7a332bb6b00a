"""What each segment lives at a touchpoint, and who is behind it."""

from collections.abc import Iterator

from journeyeditor.catalogue import emotion_level, emotion_name
from journeyeditor.catalogue.choices import choice_name
from journeyeditor.drawing.avatars import AVATAR, avatar, initials
from journeyeditor.drawing.elements import Element, Kind
from journeyeditor.drawing.faces import face
from journeyeditor.drawing.flow.slices import Slice, gap, inked, kept
from journeyeditor.drawing.flow.tables import Cell
from journeyeditor.drawing.flow.text import heading, paragraph, quote
from journeyeditor.drawing.ink import Ink, filled
from journeyeditor.drawing.paths import circle
from journeyeditor.drawing.shapes import Path
from journeyeditor.exporting.report.book import Book
from journeyeditor.exporting.report.lifeline import HEIGHT, lifeline
from journeyeditor.exporting.report.look import (
    BODY,
    CAPTION,
    FEELING,
    QUOTE,
    SECTION,
    SECTION_GAP,
    facts,
    listed,
    titled,
    words,
)
from journeyeditor.model.choices import PartyKind, Role
from journeyeditor.model.records import Placement, Quote, Responsibility, Segment, Touchpoint

_FACE, _PADDING = 26.0, 10.0
_MOST_LINES = 4
"""A feeling of more lines than that stands below the panel."""
_NEAR = 6.0
"""Points between a segment's name and its emotion."""
_OWNER_PADDING = 3.25


def experience(book: Book, it: Touchpoint, width: float) -> Iterator[Slice]:
    """Segment by segment; the owners after the first."""
    first, *others = book.cards[it.id]
    if others:
        yield from _segment(book, first, width)
    yield from felt(book, first, width, _NEAR if others else SECTION_GAP)
    yield from owners(book, it, width)
    yield from lived(book, first, width)
    for card in others:
        yield from of_segment(book, card, width)


def of_segment(book: Book, card: Placement, width: float) -> Iterator[Slice]:
    """What one segment lives, below its name."""
    yield from _segment(book, card, width)
    yield from felt(book, card, width, _NEAR)
    yield from lived(book, card, width)


def _segment(book: Book, card: Placement, width: float) -> list[Slice]:
    name = book.one_line(book.project.get(Segment, card.segment).name)
    title = Element(Kind.SUBHEADING, said=name)
    return heading(name, SECTION, width, book.theme.text, SECTION_GAP, title)


def felt(book: Book, card: Placement, width: float, above: float) -> Iterator[Slice]:
    """The emotion in a panel, above the segment's curve, so far below what comes before."""
    if card.emotion is not None:
        level = emotion_level(card.emotion)
        left = 2 * _PADDING + _FACE
        long = FEELING.line_count(card.feeling, width - left - _PADDING) > _MOST_LINES
        yield gap(above)
        yield _emotion(book, "" if long else card.feeling, card.emotion, left, width)
        yield _curve(book, card, level, width)
        if long:
            yield from words(book.theme, book.tr("Feeling"), card.feeling, width)


def _emotion(book: Book, feeling: str, emotion: float, left: float, width: float) -> Slice:
    """A face beside the customers' word and the emotion's name, `left` points from the left."""
    ink, tr = Ink(), book.tr
    level = emotion_level(emotion)
    name = emotion_name(level, tr.language)
    value = tr.number(emotion, 1 if emotion % 1 else 0, signed=True)
    room = width - left - _PADDING
    titles = FEELING.lines(feeling or name, room)
    below = CAPTION.lines(f"{name}, {value}" if feeling else value, room)
    tall = len(titles) * FEELING.leading + len(below) * CAPTION.leading
    top = _PADDING + max(0.0, (_FACE - tall) / 2)
    bottom = max(_PADDING + _FACE, top + tall) + 4
    ink.add(filled(0, 0, width, bottom + HEIGHT + _PADDING, book.theme.sunken, 6))
    ink.add(face(level, _PADDING, _PADDING, _FACE, book.theme))
    ink.tell(Element(Kind.PARAGRAPH))
    top = ink.write_all(titles, left, top, FEELING, book.theme.text)
    ink.write_all(below, left, top, CAPTION, book.theme.text2)
    return inked(ink, bottom, keep=True)


def _curve(book: Book, card: Placement, level: int, width: float) -> Slice:
    """The emotions of the card's segment from stage to stage, the card's own as its face."""
    curve = lifeline(book, card.segment, width)
    x, y = curve.places[card.id]
    sign = [
        Path(circle(x, y, 6.5), fill=book.theme.sunken),
        *face(level, x - 5.5, y - 5.5, 11, book.theme),
    ]
    told = ((0, Element(Kind.FIGURE, said=curve.said)),)
    return Slice(HEIGHT + _PADDING, (*curve.shapes, *sign), told=told)


def owners(book: Book, it: Touchpoint, width: float) -> list[Slice]:
    """Who has which role. That nobody has is only told where somebody has one elsewhere."""
    if not book.project.all(Responsibility):
        return []
    told = []
    for role in Role:
        for number, party in enumerate(book.parties(it.id, role)):
            department = party.kind is PartyKind.DEPARTMENT
            sign = avatar(initials(party.name), 0, -2, book.theme, department).shapes
            title = choice_name(role, book.tr.language) if number == 0 else ""
            told.append((title, Cell(party.name, shapes=sign, indent=AVATAR + 5)))
    slices = facts(book.theme, told, width, _OWNER_PADDING)
    if not told:
        slices = paragraph(book.tr("No owner"), BODY, width, book.theme.text2)
    return titled(book.theme, book.tr("Owners"), slices, width)


def lived(book: Book, card: Placement, width: float) -> Iterator[Slice]:
    """What the customer needs, expects, meets and says."""
    tr = book.tr
    yield from listed(book.theme, tr("Needs"), card.needs, width)
    yield from listed(book.theme, tr("Expectations"), card.expectations, width)
    met = choice_name(card.expectation_met, tr.language) if card.expectation_met else ""
    really = "\n".join(part for part in (met, card.actual_experience) if part)
    yield from words(book.theme, tr("What really happened"), really, width)
    yield from listed(book.theme, tr("Obstacles"), card.obstacles, width)
    for said in book.project.where(Quote, placement=card.id):
        date = tr.date(said.said_on) if said.said_on else ""
        note = ", ".join(part for part in (said.source, date) if part)
        yield gap(12)
        colours = (book.theme.text, book.theme.text3, book.theme.line_strong)
        yield from quote(said.text, note, QUOTE, CAPTION, width, colours)
    if card.critical:
        reason = card.critical_reason or tr("Set by hand.")
        yield from words(book.theme, tr("Critical moment"), reason, width)
    yield from _judged(book, card, width)
    for name, value in book.own_fields(card.id):
        yield from words(book.theme, name, value, width)
    yield from words(book.theme, tr("Notes"), card.notes, width)


def _judged(book: Book, card: Placement, width: float) -> list[Slice]:
    tr = book.tr
    judged = (
        (tr("Effort"), card.effort),
        (tr("Relevance"), card.relevance),
        (tr("Importance"), card.importance),
        (tr("Satisfaction"), card.satisfaction),
    )
    told = [(name, f"{value} · {book.rating(value)}") for name, value in judged if value]
    parts = kept(facts(book.theme, told, width))
    return titled(book.theme, tr("In this segment’s eyes"), parts, width)
