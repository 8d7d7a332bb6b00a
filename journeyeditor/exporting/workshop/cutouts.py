"""What is cut out: a card for each touchpoint, faces, and dots to vote with."""

from collections.abc import Callable, Iterator, Sequence

from journeyeditor.catalogue import channel_icon, emotion_name
from journeyeditor.drawing.bars import bar
from journeyeditor.drawing.elements import Element, Kind
from journeyeditor.drawing.faces import LEVELS, face
from journeyeditor.drawing.flow.pages import PlacedMark
from journeyeditor.drawing.flow.slices import Mark
from journeyeditor.drawing.fonts import MEDIUM, REGULAR, SEMIBOLD
from journeyeditor.drawing.icons import icon, icon_names
from journeyeditor.drawing.ink import Ink, Style, filled, framed
from journeyeditor.drawing.paths import line
from journeyeditor.drawing.shapes import Path
from journeyeditor.drawing.theme import PLAIN, Theme, family_tone
from journeyeditor.exporting.pages import PrintPage, drawn_part
from journeyeditor.exporting.paper import MILLIMETRE
from journeyeditor.exporting.report.book import Book
from journeyeditor.model.records import Channel, JourneyMap, Touchpoint

_MARGIN = 10 * MILLIMETRE
_ACROSS, _DOWN = 3, 8
_CODE = Style(SEMIBOLD, 8, 11)
_TITLES = tuple(Style(SEMIBOLD, size, 1.2 * size) for size in (11, 9.5, 8, 7, 6))
"""A long title is set smaller."""
_CHANNEL = Style(MEDIUM, 8, 11)
_NOTE = Style(REGULAR, 8, 11)
_PADDING = 8.0
_ICON = 9.5
_DOT = 19 * MILLIMETRE
_GAP = 4 * MILLIMETRE
_VOTES = ("plus", "check", "x", "star")
"""The signs on the dots to vote with, each kind of its own colour."""

Draw = Callable[[Ink, float, float, float, float], None]


def card_pages(book: Book, map: JourneyMap) -> Iterator[PrintPage]:
    """A card for each touchpoint of a map, to be cut along the lines; and empty ones."""
    ids = dict.fromkeys(card.touchpoint for card in book.project.placements(map.id))
    its = [book.project.get(Touchpoint, id) for id in ids]
    cards: list[Draw] = [_card(book, it) for it in its]
    each = _ACROSS * _DOWN
    cards += [_empty(book)] * (-len(cards) % each or each)
    for start in range(0, len(cards), each):
        title = book.tr("Cards to cut out: {map}", map=book.one_line(map.name))
        mark = Mark(("cards", map.id), title, 0) if start == 0 else None
        yield _page(book, cards[start : start + each], mark)


def _page(book: Book, cards: Sequence[Draw], mark: Mark | None) -> PrintPage:
    """Cards in rows and columns, hairlines between them to cut along."""
    width, height = book.format.width, book.format.height
    wide, high = (width - 2 * _MARGIN) / _ACROSS, (height - 2 * _MARGIN) / _DOWN
    ink = Ink()
    for number, draw in enumerate(cards):
        row, column = divmod(number, _ACROSS)
        draw(ink, _MARGIN + column * wide, _MARGIN + row * high, wide, high)
    ink.tell(None)
    for column in range(_ACROSS + 1):
        x = _MARGIN + column * wide
        _cut(ink, book.theme.line_strong, line(x, _MARGIN / 2, x, height - _MARGIN / 2))
    for row in range(_DOWN + 1):
        y = _MARGIN + row * high
        _cut(ink, book.theme.line_strong, line(_MARGIN / 2, y, width - _MARGIN / 2, y))
    return _printed(book, ink, mark)


def _cut(ink: Ink, colour: str, commands: tuple[tuple[str | float, ...], ...]) -> None:
    ink.add((Path(commands, stroke=colour, dash=(3.0, 3.0), round=False),))


def _printed(book: Book, ink: Ink, mark: Mark | None) -> PrintPage:
    width, height = book.format.width, book.format.height
    marks = (PlacedMark(mark, 0, 0),) if mark else ()
    return PrintPage(width, height, (drawn_part("cutouts", ink.drawn(), width, height),), marks)


def _card(book: Book, it: Touchpoint) -> Draw:
    def draw(ink: Ink, x: float, y: float, width: float, height: float) -> None:
        channel = book.project.find(Channel, it.channel)
        name = book.channel(it.channel)
        said = ", ".join(part for part in (it.code, book.one_line(it.name), name) if part)
        ink.tell(Element(Kind.PARAGRAPH, said=said))
        colour = book.theme.family(channel.family) if channel else book.theme.field
        tone = family_tone(channel.family) if channel else PLAIN
        ink.add(bar(tone, x + _PADDING, y + _PADDING, 3, height - 2 * _PADDING, book.theme))
        left, room = x + _PADDING + 9, width - 2 * _PADDING - 9
        top = y + _PADDING
        ink.write(_CODE.line(it.code), left, top, _CODE, book.theme.text3)
        top += _CODE.leading + 1
        foot = y + height - _PADDING - _CHANNEL.leading
        style = _fitting(it.name, room, foot - top)
        most = max(1, int((foot - top) // style.leading))
        ink.write_all(style.elided(it.name, room, most), left, top, style, book.theme.text)
        if channel:
            sign = channel_icon(channel)
            sign = sign if sign in icon_names() else "map-pin"
            ink.add(icon(sign, left, foot + (_CHANNEL.leading - _ICON) / 2, _ICON, colour))
            text = _CHANNEL.elided(name, room - _ICON - 4)
            ink.write_all(text, left + _ICON + 4, foot, _CHANNEL, colour)

    return draw


def _fitting(title: str, width: float, height: float) -> Style:
    """The largest type in which a title fits; the smallest where it fits in none."""
    sizes = (s for s in _TITLES if s.line_count(title, width) * s.leading <= height)
    return next(sizes, _TITLES[-1])


def _empty(book: Book) -> Draw:
    """A card to be written on."""

    def draw(ink: Ink, x: float, y: float, width: float, height: float) -> None:
        ink.tell(None)
        ink.add(
            filled(x + _PADDING, y + _PADDING, 3, height - 2 * _PADDING, book.theme.bar_ghost, 1.5)
        )
        for number in (1, 2):
            rule = y + height * (0.25 + 0.22 * number)
            path = line(x + _PADDING + 9, rule, x + width - _PADDING, rule)
            ink.stroke(path, book.theme.line)

    return draw


def dot_pages(book: Book) -> Iterator[PrintPage]:
    """A page of faces, and one of dots to vote with."""
    columns = int((book.format.width - 2 * _MARGIN + _GAP) // (_DOT + _GAP))
    rows = int((book.format.height - 2 * _MARGIN + _GAP - 2 * _NOTE.leading) // (_DOT + _GAP))
    left = (book.format.width - columns * (_DOT + _GAP) + _GAP) / 2
    faces, votes = Ink(), Ink()
    for row in range(rows):
        level = LEVELS[-1 - row * len(LEVELS) // rows]
        kind = row * len(_VOTES) // rows
        for column in range(columns):
            x, y = left + column * (_DOT + _GAP), _MARGIN + row * (_DOT + _GAP)
            faces.add(face(level, x, y, _DOT, book.theme))
            _vote(votes, book.theme, kind, x, y)
    words = " · ".join(emotion_name(level, book.tr.language) for level in reversed(LEVELS))
    for ink, key, title, note in (
        (faces, "faces", book.tr("Emotion dots"), words),
        (votes, "votes", book.tr("Voting dots"), book.tr("19 mm, for labels or scissors")),
    ):
        below = _MARGIN + rows * (_DOT + _GAP)
        ink.tell(Element(Kind.PARAGRAPH))
        ink.write(_NOTE.line(f"{title}: {note}"), left, below, _NOTE, book.theme.text3)
        yield _printed(book, ink, Mark((key,), title, 0))


def _vote(ink: Ink, theme: Theme, kind: int, x: float, y: float) -> None:
    colour, size = (theme.accent, theme.ok, theme.danger, theme.warn)[kind], _DOT * 0.5
    inset, sign = (_DOT - size) / 2, theme.on_accent
    if theme.chip_edge:
        ink.add(framed(x, y, _DOT, _DOT, _DOT / 2, colour))
        sign = colour
    else:
        ink.add(filled(x, y, _DOT, _DOT, colour, _DOT / 2))
    ink.add(icon(_VOTES[kind], x + inset, y + inset, size, sign))
