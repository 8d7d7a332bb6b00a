"""What is cut out: a card for each touchpoint, faces, and dots to vote with."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate

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
_DOT = 19 * MILLIMETRE
_GAP = 3.5 * MILLIMETRE
_VOTES = ("plus", "check", "x", "star")
"""The signs on the dots to vote with, each kind of its own colour."""

Draw = Callable[[Ink, float, float, float, float], None]


def card_width(book: Book) -> float:
    """How wide a card to cut out is, in points."""
    return (book.format.width - 2 * _MARGIN) / _ACROSS


def card_counts(book: Book, map: JourneyMap) -> tuple[int, int]:
    """How many cards a map has to cut out, and how many to write on fill up the last page.

    Where those would be few there is a page more.
    """
    count, each = len(_touchpoints(book, map)), _ACROSS * _DOWN
    empty = -count % each
    return count, empty + each if empty < _LEAST_EMPTY else empty


def card_pages(book: Book, map: JourneyMap) -> Iterator[PrintPage]:
    """A card for each touchpoint of a map, to be cut along the lines; and some to write on."""
    cards: list[Draw] = [_card(book, it) for it in _touchpoints(book, map)]
    cards += [_empty(book)] * card_counts(book, map)[1]
    each = _ACROSS * _DOWN
    for start in range(0, len(cards), each):
        title = book.tr("Cards to cut out: {map}", map=book.one_line(map.name))
        mark = Mark(("cards", map.id), title, 0) if start == 0 else None
        yield _page(book, cards[start : start + each], mark)


def _touchpoints(book: Book, map: JourneyMap) -> list[Touchpoint]:
    """Those of a map by their codes, by which they are found; without codes as on the map."""
    ids = dict.fromkeys(card.touchpoint for card in book.project.placements(map.id))
    its = [book.project.get(Touchpoint, id) for id in ids]
    return sorted(its, key=lambda it: (not it.code, _natural(it.code)))


def _natural(code: str) -> list[tuple[int, str]]:
    """TP-9 before TP-10."""
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in _NUMBER.split(code)]


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
