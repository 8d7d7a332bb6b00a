"""What the colours and signs of a map mean; only those that it has."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from journeyeditor.catalogue import emotion_name
from journeyeditor.drawing.avatars import avatar, diamond
from journeyeditor.drawing.bars import bar
from journeyeditor.drawing.faces import LEVELS, face
from journeyeditor.drawing.fonts import REGULAR, SEMIBOLD, Line
from journeyeditor.drawing.icons import icon
from journeyeditor.drawing.ink import Ink, Style
from journeyeditor.drawing.layout.content import Card
from journeyeditor.drawing.layout.lens import EMOTION, Category, Lens
from journeyeditor.drawing.layout.options import CardField, Look
from journeyeditor.drawing.layout.page import after_edge, from_right
from journeyeditor.drawing.paths import line
from journeyeditor.drawing.shapes import Band, Drawing, Node, Path
from journeyeditor.drawing.signs import sign

NAME = Style(SEMIBOLD, 7, 12)
ENTRY = Style(REGULAR, 7, 12)
TOP, ROW_GAP = 12.0, 5.0
NAME_GAP, ENTRY_GAP, SIGN_GAP = 24.0, 12.0, 3.5
SIGN = 11.0
LONGEST, LONGEST_NAME = 120.0, 90.0
"""Points; longer words of an entry, or names of a group, take several lines."""
_MIDDLE = ENTRY.leading / 2


@dataclass(frozen=True)
class Entry:
    """A sign, drawn by a function at the left of the entry, and what it means."""

    draw: Callable[[Ink, float, float], None]
    sign_width: float
    text: str

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        return ENTRY.lines(self.text, LONGEST)

    @property
    def width(self) -> float:
        words = max((line.width for line in self.lines), default=0.0)
        return self.sign_width + SIGN_GAP + words

    @property
    def height(self) -> float:
        return max(1, len(self.lines)) * ENTRY.leading


@dataclass(frozen=True)
class Room:
    """How wide a legend may be, and the stages' edges, which its entries stand clear of: there the
    sheets of a poster are cut."""

    width: float
    edges: Sequence[float] = ()


def legend_node(
    cards: Sequence[Card], lens: Lens, gaps: bool, y: float, room: Room, look: Look
) -> tuple[Node, frozenset[str]]:
    """The legend below the map; `gaps` where a curve is bridged over a stage without data."""
    ink, tr = Ink(), look.tr
    emotions = [_face_entry(level, look) for level in LEVELS]
    if not any(card.emotion is not None for card in cards):
        emotions = []
    elif gaps:
        emotions.append(Entry(_Signs(look).bridge, 22, tr("Stage without data")))
    faces = "" if lens.name == EMOTION else tr("Emotion")  # the lens has said so above
    categories = lens.shown(card.category for card in cards)
    colours = [_category_entry(category, look) for category in categories]
    groups = ((lens.title, colours), (faces, emotions))
    top, end = _write_groups(ink, groups, room, look)
    top = _write_signs(ink, _sign_entries(cards, look), end, top, room, look)
    drawn = ink.drawn()
    height = max(0.0, top - ROW_GAP)
    node = Node(("legend",), 0, y + TOP, room.width, height, drawn.shapes, Band.PAGE)
    return node, drawn.missing


def lens_legend(lens: Lens, width: float, look: Look) -> Drawing:
    """What the colours of the cards mean, for the screen: all that a lens may show."""
    ink = Ink()
    entries = [_category_entry(category, look) for category in lens.categories]
    top, _ = _write_groups(ink, ((lens.title, entries),), Room(width), look)
    drawn = ink.drawn()
    said = f"{lens.title}: {', '.join(category.name for category in lens.categories)}"
    height = max(0.0, top - ROW_GAP)
    node = Node(("legend",), 0, 0, width, height, drawn.shapes, Band.PAGE, said)
    return Drawing(width, height, (node,), look.theme.chrome, drawn.missing)


def _write_groups(
    ink: Ink, groups: Iterable[tuple[str, Sequence[Entry]]], room: Room, look: Look
) -> tuple[float, float]:
    """Groups below each other, each behind its name, or below it where there is little room;
    returns as `_write_entries` does."""
    named = [(NAME.lines(name, LONGEST_NAME), entries) for name, entries in groups if entries]
    names = [line.width + NAME_GAP for lines, _ in named for line in lines]
    widest = max((entry.width for _, entries in named for entry in entries), default=0.0)
    left, top, end = max(names, default=0.0), 0.0, 0.0
    beside = left + widest <= room.width
    for lines, entries in named:
        below = ink.write_all(lines, 0, top, NAME, look.theme.text) + ROW_GAP
        first = top if beside else below
        top, end = _write_entries(ink, entries, left if beside else 0.0, first, room, look)
        top = max(top, below)
    return top, end


def _write_entries(
    ink: Ink, entries: Sequence[Entry], left: float, top: float, room: Room, look: Look
) -> tuple[float, float]:
    """Entries in as many rows as they need; returns the next row's top and the last one's end."""
    x, tallest = left, 0.0
    for entry in entries:
        start = after_edge(room.edges, x, entry.width, room.width)
        if x > left and start + entry.width > room.width:
            start = after_edge(room.edges, left, entry.width, room.width)
            top, tallest = top + tallest + ROW_GAP, 0.0
        _write_entry(ink, entry, start, top, look)
        x = start + entry.width + ENTRY_GAP
        tallest = max(tallest, entry.height)
    return top + tallest + ROW_GAP if entries else top, x


def _write_entry(ink: Ink, entry: Entry, x: float, top: float, look: Look) -> None:
    entry.draw(ink, x, top + _MIDDLE)
    left = x + entry.sign_width + SIGN_GAP
    ink.write_all(entry.lines, left, top, ENTRY, look.theme.text2)


def _write_signs(
    ink: Ink, entries: Sequence[Entry], end: float, top: float, room: Room, look: Look
) -> float:
    """Signs at the right of the last row where there is room, else on rows of their own."""
    starts = from_right([entry.width for entry in entries], room.width, ENTRY_GAP, room.edges)
    if entries and (not top or end > starts[0] - ENTRY_GAP):
        return _write_entries(ink, entries, 0, top, room, look)[0]
    for entry, x in zip(entries, starts, strict=True):
        _write_entry(ink, entry, x, top - ENTRY.leading - ROW_GAP, look)
    return top


def _category_entry(category: Category, look: Look) -> Entry:
    colour, shape = look.theme.tone(category.tone), category.sign

    def draw(ink: Ink, x: float, middle: float) -> None:
        ink.add(bar(category.tone, x, middle - 5, 2.5, 10, look.theme))
        ink.add(sign(shape, x + 2.5 + SIGN_GAP, middle - 5, 10, colour))

    return Entry(draw, 2.5 + SIGN_GAP + 10, category.name)


def _face_entry(level: int, look: Look) -> Entry:
    def draw(ink: Ink, x: float, middle: float) -> None:
        ink.add(face(level, x, middle - SIGN / 2, SIGN, look.theme))

    return Entry(draw, SIGN, emotion_name(level, look.language))


class _Signs:
    """The signs of the map, each in the middle of its line."""

    def __init__(self, look: Look) -> None:
        self.theme = look.theme

    def bridge(self, ink: Ink, x: float, middle: float) -> None:
        dots = line(x + 1, middle, x + 21, middle)
        ink.add((Path(dots, stroke=self.theme.curve, line_width=1.2, dash=(0.01, 3.0)),))

    def critical(self, ink: Ink, x: float, middle: float) -> None:
        ink.add(diamond(x, middle - 3.5, 7, self.theme.text))

    def link(self, ink: Ink, x: float, middle: float) -> None:
        ink.add(icon("link-2", x, middle - 5, 10, self.theme.text2))

    def person(self, ink: Ink, x: float, middle: float) -> None:
        ink.take(avatar("", x, middle - SIGN / 2, self.theme, size=SIGN))

    def department(self, ink: Ink, x: float, middle: float) -> None:
        ink.take(avatar("", x, middle - SIGN / 2, self.theme, department=True, size=SIGN))


def _sign_entries(cards: Iterable[Card], look: Look) -> list[Entry]:
    tr, signs = look.tr, _Signs(look)
    cards = tuple(cards)
    kinds = {owner.department for card in cards for owner in card.owners or ()}
    entries = []
    if any(card.critical for card in cards):
        entries.append(Entry(signs.critical, 7, tr("Critical moment")))
    if CardField.LINKS in look.fields and any(card.links > 1 for card in cards):
        entries.append(Entry(signs.link, 10, tr("On several cards")))
    if False in kinds:
        entries.append(Entry(signs.person, SIGN, tr("Person")))
    if True in kinds:
        entries.append(Entry(signs.department, SIGN, tr("Department")))
    return entries
