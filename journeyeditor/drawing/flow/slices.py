"""The strips that a page is filled with."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from journeyeditor.drawing.elements import Element, Kind, Told
from journeyeditor.drawing.ink import Ink
from journeyeditor.drawing.paths import moved
from journeyeditor.drawing.shapes import Drawing, Key, Path, Shape

Target = Key | str
"""Where a link leads: the key of a `Mark` or of a node of a map, or an address."""


@dataclass(frozen=True, slots=True)
class Link:
    """A place of a slice that leads somewhere when clicked; relative to the slice, in points.

    It is a part of an `element`; `said` tells where it leads, where its address doesn't.
    """

    x: float
    y: float
    width: float
    height: float
    target: Target
    element: Element | None = None
    said: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A place that links find by its `key`. One with a title is a bookmark, 0 the highest level.

    Whoever goes there sees the `whole_page`, or the place at the top of the window.
    """

    key: Key
    title: str = ""
    level: int = 0
    whole_page: bool = False


@dataclass(frozen=True, slots=True)
class Slice:
    """A strip that no page break cuts, `height` points high.

    `above` is the room over it, which it does without at the top of a page. With `keep` it stays
    on the page of the slice that follows. `head` are the slices that come before it where it
    begins a page: the head of the table that goes on. Shapes are relative to its upper left corner;
    `told` is what they are to somebody who hears them.
    """

    height: float
    shapes: tuple[Shape, ...] = ()
    above: float = 0.0
    keep: bool = False
    head: tuple["Slice", ...] = ()
    links: tuple[Link, ...] = ()
    mark: Mark | None = None
    missing: frozenset[str] = frozenset()
    told: Told = ()


def inked(ink: Ink, height: float, links: Iterable[Link] = (), *, keep: bool = False) -> Slice:
    """What a pen has drawn as one slice."""
    drawn = ink.drawn()
    return Slice(
        height,
        drawn.shapes,
        keep=keep,
        links=tuple(links),
        missing=drawn.missing,
        told=drawn.told,
    )


def gap(height: float) -> Slice:
    """Empty room, which vanishes at the top of a page, and stays with what follows."""
    return Slice(0.0, above=height)


def height_of(slices: Iterable[Slice], room: float = 1.0) -> float:
    """How high slices are one below the other, with so much of the room above each."""
    return sum(part.above * room + part.height for part in slices)


def kept(slices: Sequence[Slice]) -> list[Slice]:
    """The slices, to stay on one page where that is possible."""
    return [replace(part, keep=True) for part in slices[:-1]] + list(slices[-1:])


def spaced(slices: Sequence[Slice], above: float) -> list[Slice]:
    """The slices with that much room over the first."""
    return [replace(slices[0], above=above), *slices[1:]] if slices else []


def staying(slices: Sequence[Slice]) -> list[Slice]:
    """The slices, to stay on one page with what follows where that is possible."""
    return [replace(part, keep=True) for part in slices]


def marked(slices: Sequence[Slice], mark: Mark) -> list[Slice]:
    """The slices, the first of which can be found by the mark."""
    return [replace(slices[0], mark=mark), *slices[1:]] if slices else []


def backed(part: Slice, shapes: Sequence[Shape]) -> Slice:
    """The slice with decoration behind it."""
    told = tuple((start + len(shapes), element) for start, element in part.told)
    return replace(part, shapes=(*shapes, *part.shapes), told=told)


def belonging(links: Iterable[Link], element: Element) -> list[Link]:
    """The links as parts of an element."""
    return [replace(link, element=Element(Kind.LINK, element)) for link in links]


def figure(drawing: Drawing, x: float = 0.0) -> Slice:
    """A drawing as one slice, `x` points from the left."""
    shapes = [
        shape for node in drawing.nodes for shape in moved_shapes(node.shapes, node.x + x, node.y)
    ]
    said = "; ".join(node.name for node in drawing.nodes if node.name)
    told = ((0, Element(Kind.FIGURE, said=said)),)
    return Slice(drawing.height, tuple(shapes), missing=drawing.missing, told=told)


def moved_shapes(shapes: Iterable[Shape], dx: float, dy: float) -> list[Shape]:
    """The shapes so many points to the right and down."""
    return [_moved(shape, dx, dy) for shape in shapes]


def _moved(shape: Shape, dx: float, dy: float) -> Shape:
    if not isinstance(shape, Path):
        return replace(shape, x=shape.x + dx, y=shape.y + dy)
    clip = shape.clip and (shape.clip[0] + dx, shape.clip[1] + dy, *shape.clip[2:])
    extent = shape.extent and (shape.extent[0] + dx, shape.extent[1] + dx)
    return replace(shape, commands=moved(shape.commands, dx, dy), clip=clip, extent=extent)
