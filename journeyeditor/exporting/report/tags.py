"""The small tags below a title: channel, critical moment, segments."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from journeyeditor.catalogue import channel_icon
from journeyeditor.drawing.avatars import diamond
from journeyeditor.drawing.elements import Element, Kind, entry
from journeyeditor.drawing.flow.slices import Slice, inked
from journeyeditor.drawing.flow.text import paragraph
from journeyeditor.drawing.icons import icon, icon_names
from journeyeditor.drawing.ink import Ink, filled
from journeyeditor.drawing.layout.page import flow
from journeyeditor.exporting.report.book import Book
from journeyeditor.exporting.report.look import MIDDLING
from journeyeditor.model.records import Channel, Segment, Touchpoint

_HEIGHT, _PADDING, _GAP, _SIGN = 18.0, 7.0, 6.0, 9.0


@dataclass(frozen=True)
class Tag:
    """A text in a box, behind a sign where it has one."""

    text: str
    sign: Callable[[Ink, float, float], None] | None = None

    def width(self) -> float:
        sign = _SIGN + 5 if self.sign else 0.0
        return MIDDLING.line(self.text).width + 2 * _PADDING + sign


def tags(book: Book, it: Touchpoint, width: float) -> list[Slice]:
    """The tags of a touchpoint, in as many rows as they need; texts that are wider than a row
    stand below them."""
    short: list[Tag] = []
    long: list[Slice] = []
    for tag in _tags(book, it):
        if tag.width() <= width:
            short.append(tag)
        else:
            long += paragraph(tag.text, MIDDLING, width, book.theme.text)
    return [*_rows(book, short, width), *long]


def _tags(book: Book, it: Touchpoint) -> Iterator[Tag]:
    channel = book.project.find(Channel, it.channel)
    if channel:
        name = channel_icon(channel)
        name = name if name in icon_names() else "map-pin"
        colour = book.theme.family(channel.family)
        yield Tag(
            book.channel(it.channel), lambda ink, x, y: ink.add(icon(name, x, y, _SIGN, colour))
        )
    cards = book.cards[it.id]
    if any(card.critical for card in cards):
        yield Tag(
            book.tr("Critical moment"),
            lambda ink, x, y: ink.add(diamond(x, y, _SIGN, book.theme.text)),
        )
    for segment in dict.fromkeys(card.segment for card in cards):
        yield Tag(book.one_line(book.project.get(Segment, segment).name))


def _rows(book: Book, found: Sequence[Tag], width: float) -> Iterator[Slice]:
    whole = Element(Kind.LIST)
    for row in flow([tag.width() for tag in found], width, _GAP):
        ink, x = Ink(), 0.0
        for tag in found[row.start : row.stop]:
            ink.tell(entry(whole))
            _draw(ink, book, tag, x)
            x += tag.width() + _GAP
        yield inked(ink, _HEIGHT + _GAP)


def _draw(ink: Ink, book: Book, tag: Tag, x: float) -> None:
    ink.add(filled(x, 0, tag.width(), _HEIGHT, book.theme.badge, 4.5))
    left = x + _PADDING
    if tag.sign:
        tag.sign(ink, left, (_HEIGHT - _SIGN) / 2)
        left += _SIGN + 5
    top = (_HEIGHT - MIDDLING.leading) / 2
    ink.write(MIDDLING.line(tag.text), left, top, MIDDLING, book.theme.text)
