"""What is cut out: a card for each touchpoint, faces, and dots to vote with."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby

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
from journeyeditor.exporting.report.look import shrunk
from journeyeditor.model.records import Channel, JourneyMap, Touchpoint

_MARGIN = 10 * MILLIMETRE
_ACROSS, _DOWN = 3, 8
_LEAST_EMPTY = 8
"""So many cards to write on come with the others at least."""
_CODE = Style(SEMIBOLD, 9, 12)
_TITLES = tuple(Style(SEMIBOLD, size, 1.2 * size) for size in (14, 12.5, 11, 9.5, 8, 7, 6))
"""A long title is set smaller."""
_CHANNEL = Style(MEDIUM, 9, 12)
_NOTE = Style(REGULAR, 8, 11)
_RULES = (0.36, 0.6)
"""Where the lines of an empty card are, from its top."""
_NUMBER = re.compile(r"(\d+)")
_PADDING = 8.0
_ICON = 10.5
_BESIDE = _ICON + 4
_DOT = 19 * MILLIMETRE
_GAP = 3.5 * MILLIMETRE
_VOTES = ("plus", "check", "x", "star")
"""The signs on the dots to vote with, each kind of its own colour."""

_BAR = 9.0
"""Points that the coloured bar takes."""

Draw = Callable[[Ink, float, float, float, float], None]
_Place = tuple[int, int]


@dataclass(frozen=True)
class _Card:
    """What draws a card at (x, y, width, height), and how many rows high it is."""

    draw: Draw
    rows: int


_Placed = Mapping[_Place, _Card]
"""The cards of a page by the row and column of their upper left corners."""


def card_width(book: Book) -> float:
    """How wide a card to cut out is, in points."""
    return (book.format.width - 2 * _MARGIN) / _ACROSS


def card_counts(book: Book, map: JourneyMap) -> tuple[int, int]:
    """How many cards a map has to cut out, and how many to write on fill up the last page.

    Where those would be few there is a page more.
    """
    cards = _cards(book, map)
    return len(cards), _empty_count(_packed(cards))


def card_pages(book: Book, map: JourneyMap) -> Iterator[PrintPage]:
    """A card for each touchpoint of a map, to be cut along the lines; and some to write on."""
    pages = _packed(_cards(book, map))
    empty = _Card(_empty(book), 1)
    pages = _packed([empty] * _empty_count(pages), pages)
    for number, page in enumerate(pages):
        title = book.tr("Cards to cut out: {map}", map=book.one_line(map.name))
        mark = Mark(("cards", map.id), title, 0) if number == 0 else None
        yield _page(book, page, mark)


def _packed(cards: Iterable[_Card], pages: Sequence[_Placed] = ()) -> Sequence[_Placed]:
    """The cards on pages, after those that are there: each where there is room for its rows."""
    found: list[dict[_Place, _Card]] = [dict(page) for page in pages] or [{}]
    for card in cards:
        place = _free(found[-1], card.rows)
        if place is None:
            found.append({})
            place = (0, 0)
        found[-1][place] = card
    return found


def _taken(page: _Placed) -> set[_Place]:
    return {(row + n, column) for (row, column), card in page.items() for n in range(card.rows)}


def _free(page: _Placed, rows: int) -> _Place | None:
    """Row and column of the first place for a card that is so many rows high."""
    taken = _taken(page)
    for row in range(_DOWN - rows + 1):
        for column in range(_ACROSS):
            if not any((row + n, column) in taken for n in range(rows)):
                return row, column
    return None


def _empty_count(pages: Sequence[_Placed]) -> int:
    each = _ACROSS * _DOWN
    free = (each - len(_taken(pages[-1]))) % each
    return free + each if free < _LEAST_EMPTY else free


def _cards(book: Book, map: JourneyMap) -> list[_Card]:
    return [_card(book, it) for it in _touchpoints(book, map)]


def _touchpoints(book: Book, map: JourneyMap) -> list[Touchpoint]:
    """Those of a map by their codes, by which they are found; without codes as on the map."""
    ids = dict.fromkeys(card.touchpoint for card in book.project.placements(map.id))
    its = [book.project.get(Touchpoint, id) for id in ids]
    return sorted(its, key=lambda it: (not it.code, _natural(it.code)))


def _natural(code: str) -> list[tuple[int, str]]:
    """TP-9 before TP-10."""
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in _NUMBER.split(code)]


def _page(book: Book, cards: _Placed, mark: Mark | None) -> PrintPage:
    """Cards in rows and columns, hairlines between them to cut along."""
    width, height = book.format.width, book.format.height
    wide, high = (width - 2 * _MARGIN) / _ACROSS, (height - 2 * _MARGIN) / _DOWN
    ink = Ink()
    for (row, column), card in sorted(cards.items(), key=lambda it: it[0]):
        x, y = _MARGIN + column * wide, _MARGIN + row * high
        card.draw(ink, x, y, wide, card.rows * high)
    ink.tell(None)
    for column in range(_ACROSS + 1):
        x = _MARGIN + column * wide
        _cut(ink, book.theme.line_strong, line(x, _MARGIN / 2, x, height - _MARGIN / 2))
    within = {(row + n, column) for (row, column), it in cards.items() for n in range(1, it.rows)}
    for row in range(_DOWN + 1):
        y = _MARGIN + row * high
        for start, end in _uncovered([(row, column) in within for column in range(_ACROSS)]):
            left = _MARGIN + start * wide - (_MARGIN / 2 if start == 0 else 0)
            right = _MARGIN + end * wide + (_MARGIN / 2 if end == _ACROSS else 0)
            _cut(ink, book.theme.line_strong, line(left, y, right, y))
    return _printed(book, ink, mark)


def _uncovered(covered: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """From which to which column a cut goes that spares those that are covered."""
    columns = groupby(enumerate(covered), key=lambda it: it[1])
    for spared, group in columns:
        numbers = [number for number, _ in group]
        if not spared:
            yield numbers[0], numbers[-1] + 1


def _cut(ink: Ink, colour: str, commands: tuple[tuple[str | float, ...], ...]) -> None:
    ink.add((Path(commands, stroke=colour, dash=(3.0, 3.0), round=False),))


def _printed(book: Book, ink: Ink, mark: Mark | None) -> PrintPage:
    width, height = book.format.width, book.format.height
    marks = (PlacedMark(mark, 0, 0),) if mark else ()
    return PrintPage(width, height, (drawn_part("cutouts", ink.drawn(), width, height),), marks)


def _card(book: Book, it: Touchpoint) -> _Card:
    """A card with the largest type with which all of it has room; as many rows high as it must
    be at the smallest, and with smaller type where even a column of the page is too little."""
    high = (book.format.height - 2 * _MARGIN) / _DOWN
    for rows in range(1, _DOWN + 1):
        for size in _TITLES:
            if (words := _Words(book, it, size)).height <= rows * high:
                return _Card(words.draw, rows)
    size = shrunk(_TITLES[-1], lambda size: _Words(book, it, size).height <= _DOWN * high)
    return _Card(_Words(book, it, size).draw, _DOWN)


class _Words:
    """What stands on a touchpoint's card, its title set in a style, none of it larger."""

    def __init__(self, book: Book, it: Touchpoint, title: Style) -> None:
        self._book, self._it = book, it
        self._channel = book.project.find(Channel, it.channel)
        self._room = card_width(book) - 2 * _PADDING - _BAR
        share = min(1.0, title.size / _TITLES[-1].size)
        self._styles = [Style(s.font, s.size * share, s.leading * share) for s in (_CODE, _CHANNEL)]
        self._title = title
        self._where = book.channel(it.channel)

    @property
    def height(self) -> float:
        """How high the card is at least."""
        (code, where), title, room = self._styles, self._title, self._room
        parts = (
            code.line_count(self._it.code, room) * code.leading,
            title.line_count(self._it.name, room) * title.leading,
            where.line_count(self._where, room - _BESIDE) * where.leading,
        )
        return sum(parts) + 2 * _PADDING + 1

    def draw(self, ink: Ink, x: float, y: float, width: float, height: float) -> None:
        """Code, title, and at the foot the channel, beside a bar of its colour."""
        it, channel, theme, room = self._it, self._channel, self._book.theme, self._room
        code, where = self._styles
        parts = (it.code, self._book.one_line(it.name), self._where)
        ink.tell(Element(Kind.PARAGRAPH, said=", ".join(part for part in parts if part)))
        colour = theme.family(channel.family) if channel else theme.field
        tone = family_tone(channel.family) if channel else PLAIN
        ink.add(bar(tone, x + _PADDING, y + _PADDING, 3, height - 2 * _PADDING, theme))
        left, top = x + _PADDING + _BAR, y + _PADDING
        top = ink.write_all(code.lines(it.code, room), left, top, code, theme.text3) + 1
        ink.write_all(self._title.lines(it.name, room), left, top, self._title, theme.text)
        if channel:
            sign = channel_icon(channel)
            sign = sign if sign in icon_names() else "map-pin"
            lines = where.lines(self._where, room - _BESIDE)
            foot = y + height - _PADDING - len(lines) * where.leading
            ink.add(icon(sign, left, foot + (where.leading - _ICON) / 2, _ICON, colour))
            ink.write_all(lines, left + _BESIDE, foot, where, colour)


def _empty(book: Book) -> Draw:
    """A card to be written on: lines for what happens, and for the channel."""

    def draw(ink: Ink, x: float, y: float, width: float, height: float) -> None:
        bar = height - 2 * _PADDING
        ink.add(filled(x + _PADDING, y + _PADDING, 3, bar, book.theme.bar_ghost, 1.5))
        left, right = x + _PADDING + 9, x + width - _PADDING
        foot = y + height - _PADDING - _CHANNEL.leading
        name = _NOTE.line(book.tr("Channel"))
        ink.write(name, left, foot + 1, _NOTE, book.theme.text3)
        rules = [(left, y + height * share) for share in _RULES]
        for start, rule in (*rules, (left + name.width + 4, foot + _CHANNEL.leading)):
            ink.stroke(line(start, rule, right, rule), book.theme.line_strong)

    return draw


def dot_pages(book: Book) -> Iterator[PrintPage]:
    """A page of faces, and one of dots to vote with, in the middle of the paper."""
    format, step = book.format, _DOT + _GAP
    head = _NOTE.leading + _GAP
    columns = int((format.width - 2 * _MARGIN + _GAP) // step)
    rows = int((format.height - 2 * _MARGIN - head + _GAP) // step)
    left = (format.width - columns * step + _GAP) / 2
    top = (format.height - rows * step + _GAP - head) / 2
    faces, votes = Ink(), Ink()
    words = " · ".join(emotion_name(level, book.tr.language) for level in reversed(LEVELS))
    for ink, title, note in (
        (faces, book.tr("Emotion dots"), words),
        (votes, book.tr("Voting dots"), book.tr("19 mm, for labels or scissors")),
    ):
        ink.write(_NOTE.line(f"{title}: {note}"), left, top, _NOTE, book.theme.text3)
    for row in range(rows):
        level = LEVELS[-1 - _kind(row, rows, len(LEVELS))]
        for column in range(columns):
            x, y = left + column * step, top + head + row * step
            faces.add(face(level, x, y, _DOT, book.theme))
            _vote(votes, book.theme, _kind(row, rows, len(_VOTES)), x, y)
    yield _printed(book, faces, Mark(("faces",), book.tr("Emotion dots"), 0))
    yield _printed(book, votes, Mark(("votes",), book.tr("Voting dots"), 0))


def _kind(row: int, rows: int, kinds: int) -> int:
    """Which of some kinds is on a row; the first and last kinds have no fewer rows than others."""
    whole, more = divmod(rows, kinds)
    first = [n for pair in zip(range(kinds), reversed(range(kinds)), strict=True) for n in pair]
    favoured = list(dict.fromkeys(first))[:more]
    counts = [whole + (n in favoured) for n in range(kinds)]
    return next(n for n, end in enumerate(accumulate(counts)) if row < end)


def _vote(ink: Ink, theme: Theme, kind: int, x: float, y: float) -> None:
    colour, size = (theme.accent, theme.ok, theme.danger, theme.warn)[kind], _DOT * 0.5
    inset, sign = (_DOT - size) / 2, theme.on_accent
    if theme.chip_edge:
        ink.add(framed(x, y, _DOT, _DOT, _DOT / 2, colour))
        sign = colour
    else:
        ink.add(filled(x, y, _DOT, _DOT, colour, _DOT / 2))
    ink.add(icon(_VOTES[kind], x + inset, y + inset, size, sign))
