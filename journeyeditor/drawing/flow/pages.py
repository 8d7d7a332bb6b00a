"""Filling pages with slices."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from journeyeditor.drawing.elements import Element, Kind, Told
from journeyeditor.drawing.flow.slices import Link, Mark, Slice, height_of
from journeyeditor.drawing.shapes import Band, Drawing, Key, Node

_STEPS = 4
"""In so many steps the room between slices shrinks."""


@dataclass(frozen=True)
class Frame:
    """A page and the part of it that is filled: its upper left corner and size, in points."""

    page_width: float
    page_height: float
    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True)
class Strand:
    """Slices one below the other, `x` points from the left of the frame."""

    slices: Sequence[Slice]
    x: float = 0.0


@dataclass(frozen=True)
class Section:
    """Strands side by side, each of which goes on over as many pages as it needs.

    What follows begins below the longest.
    """

    strands: tuple[Strand, ...]

    @property
    def height(self) -> float:
        """How high it is where no page ends."""
        return self.tightened(1.0)

    def tightened(self, share: float) -> float:
        """The same with so much of the room above its slices."""
        return max(height_of(strand.slices, share) for strand in self.strands)


@dataclass(frozen=True)
class Chapter:
    """Sections that begin a page.

    The room between slices shrinks down to `tight` times itself, if that spares a page.
    """

    sections: Sequence[Section]
    tight: float = 1.0


@dataclass(frozen=True)
class PlacedMark:
    """A mark and where it stands on its page, in points."""

    mark: Mark
    x: float
    y: float


@dataclass(frozen=True)
class Page:
    """A filled page; links and marks are where they stand on it.

    `told` is what its nodes are to somebody who hears them, by their keys, `around` the chapter
    that each is in.
    """

    drawing: Drawing
    links: tuple[Link, ...]
    marks: tuple[PlacedMark, ...]
    told: Mapping[Key, Told]
    around: Mapping[Key, Element]


@dataclass
class _Open:
    """The page that is being filled; `y` is where the next section begins, in the frame, and
    `chapter` what is being put on it."""

    chapter: Element
    y: float = 0.0
    nodes: list[Node] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    marks: list[PlacedMark] = field(default_factory=list)
    missing: set[str] = field(default_factory=set)
    told: dict[Key, Told] = field(default_factory=dict)
    around: dict[Key, Element] = field(default_factory=dict)


def flow(chapters: Iterable[Chapter], frame: Frame) -> Iterator[Page]:
    """The pages. A slice that is higher than the frame stands on a page of its own."""
    page = _Open(Element(Kind.SECTION))
    for chapter in chapters:
        page.chapter = whole = Element(Kind.SECTION)
        if page.nodes:
            yield _closed(page, frame)
            page = _Open(whole)
        room = _room(chapter, frame)
        for section in chapter.sections:
            rest = [(strand.x, _with_room(strand.slices, room)) for strand in section.strands]
            if page.nodes and not _begins([it for _, it in rest], frame.height - page.y):
                yield _closed(page, frame)
                page = _Open(whole)
            while not _poured(page, rest, frame):
                yield _closed(page, frame)
                page = _Open(whole)
    if page.nodes:
        yield _closed(page, frame)


def page_count(chapter: Chapter, frame: Frame) -> int:
    """How many pages a chapter takes."""
    return _count(chapter, frame, _room(chapter, frame))


def _room(chapter: Chapter, frame: Frame) -> float:
    """How much of the room above its slices a chapter gets."""
    if chapter.tight < 1 and sum(it.height for it in chapter.sections) > frame.height:
        most = _count(chapter, frame, 1.0)
        for step in range(1, _STEPS + 1):
            share = 1 - (1 - chapter.tight) * step / _STEPS
            if _count(chapter, frame, share) < most:
                return share
    return 1.0


def _count(chapter: Chapter, frame: Frame, share: float) -> int:
    """How many pages a chapter takes with so much of the room above its slices."""
    pages, y = 1, 0.0
    for section in chapter.sections:
        rest: Sequence[Sequence[Slice]]
        rest = [_with_room(strand.slices, share) for strand in section.strands]
        if y and not _begins(rest, frame.height - y):
            pages, y = pages + 1, 0.0
        while True:
            counts = [_fitting(slices, frame.height - y, at_top=y == 0) for slices in rest]
            taken = [slices[:n] for n, slices in zip(counts, rest, strict=True)]
            rest = [slices[n:] for n, slices in zip(counts, rest, strict=True)]
            if not any(rest):
                y += max(_used(slices, at_top=y == 0) for slices in taken)
                break
            pages, y = pages + 1, 0.0
    return pages


def _used(slices: Sequence[Slice], *, at_top: bool) -> float:
    """How high slices are on their page."""
    if not at_top or not slices:
        return height_of(slices)
    lost = 0.0 if slices[0].head else slices[0].above
    return height_of(slices[0].head) + height_of(slices) - lost


def _with_room(slices: Sequence[Slice], share: float) -> list[Slice]:
    if share == 1:
        return list(slices)
    return [replace(it, above=it.above * share) if it.above else it for it in slices]


def _poured(page: _Open, rest: list[tuple[float, list[Slice]]], frame: Frame) -> bool:
    """Put as much on the page as has room, and take it from the `rest`; whether that was all."""
    top, bottom = page.y, page.y
    for number, (x, slices) in enumerate(rest):
        count = _fitting(slices, frame.height - top, at_top=top == 0)
        bottom = max(bottom, _place(page, slices[:count], x, top, frame))
        rest[number] = (x, slices[count:])
    page.y = bottom
    return not any(slices for _, slices in rest)


def _begins(rest: Sequence[Sequence[Slice]], room: float) -> bool:
    """Whether something of each strand has room."""
    return all(_fitting(slices, room, at_top=False) for slices in rest if slices)


def _fitting(slices: Sequence[Slice], room: float, *, at_top: bool) -> int:
    """How many slices go on the page: as many as fit, unless one stays with the next.

    Mere room stays with the next. At the top of a page at least one, so that it goes on.
    """
    last = 0
    head = slices[0].head if at_top and slices else ()
    used = height_of(head)
    for number, part in enumerate(slices):
        used += part.height + (part.above if number or head or not at_top else 0.0)
        if used > room + 1e-6:
            break
        if (not part.keep and part.height) or number + 1 == len(slices):
            last = number + 1
    else:
        return len(slices)
    if last or not at_top:
        return last
    return max(1, number)


def _place(page: _Open, slices: Sequence[Slice], x: float, y: float, frame: Frame) -> float:
    """Put slices on the page from `y` on; where they end."""
    if y == 0 and slices:
        slices = [*slices[0].head, *slices]
    for number, part in enumerate(slices):
        y += part.above if number or y else 0.0
        left, top = frame.left + x, frame.top + y
        if part.shapes:
            key = ("flow", str(len(page.nodes)))
            page.nodes.append(
                Node(key, left, top, frame.width - x, part.height, part.shapes, Band.PAGE)
            )
            if part.told:
                page.told[key], page.around[key] = part.told, page.chapter
        page.links += [replace(link, x=left + link.x, y=top + link.y) for link in part.links]
        if part.mark:
            page.marks.append(PlacedMark(part.mark, left, top))
        page.missing |= part.missing
        y += part.height
    return y


def _closed(page: _Open, frame: Frame) -> Page:
    drawing = Drawing(
        frame.page_width, frame.page_height, tuple(page.nodes), missing=frozenset(page.missing)
    )
    return Page(drawing, tuple(page.links), tuple(page.marks), page.told, page.around)
