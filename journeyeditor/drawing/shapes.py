"""What a drawing is made of.

Unit: the PDF point (1/72 inch), y downwards. The shapes of a node are relative to the node's
upper left corner, so that a node can move without being built anew. Colours are "#RRGGBB".
Both backends, canvas and PDF, paint these and decide nothing: no measuring, no wrapping.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from itertools import chain
from typing import NamedTuple, overload

HAIRLINE = 0.0
"""Line width of one pixel on screen at any zoom and of half a point on paper."""

Key = tuple[str, ...]
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, its corners rounded by `radius`."""

    x: float
    y: float
    width: float
    height: float
    radius: float = 0.0
    fill: str | None = None
    stroke: str | None = None
    line_width: float = HAIRLINE
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Path:
    """Lines and cubic curves: ("M", x, y), ("L", x, y), ("C", x1, y1, x2, y2, x, y), ("Z",).

    Filled by the non-zero winding rule. `clip` is a rectangle (x, y, width, height) outside which
    nothing is painted. `text` is what the outline spells, where it stands for letters that no
    bundled font has; `extent` are the left and right end of the room they take on their line.
    """

    commands: tuple[tuple[str | float, ...], ...]
    fill: str | None = None
    stroke: str | None = None
    line_width: float = HAIRLINE
    dash: tuple[float, ...] = ()
    round: bool = True
    clip: tuple[float, float, float, float] | None = None
    text: str = ""
    extent: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class GlyphRun:
    """Glyphs of one font, placed.

    `font` is the stem of a file in resources/fonts, `size` in points. `xs` and `ys` are each
    glyph's origin relative to the text's, `clusters` the index in `text` that each glyph comes
    from; `text` holds the characters as the user wrote them.
    """

    font: str
    size: float
    glyphs: tuple[int, ...]
    xs: tuple[float, ...]
    ys: tuple[float, ...]
    text: str
    clusters: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """One line, shaped. (`x`, `y`) is the start of its baseline, `width` its advance.

    `broken` is the whole of the word that goes on in the next line, if one does.
    """

    x: float
    y: float
    width: float
    text: str
    colour: str
    runs: tuple[GlyphRun, ...]
    broken: str = ""


@dataclass(frozen=True, slots=True)
class Image:
    """A picture, cut to fill its box, or with `whole` as large as it fits in the middle of it.

    `asset` is the SHA-256 of its bytes.
    """

    x: float
    y: float
    width: float
    height: float
    asset: str
    radius: float = 0.0
    whole: bool = False


Shape = Box | Path | Text | Image


class Band(StrEnum):
    """Which part of the map a node belongs to; on screen all but BODY and PAGE stay in view."""

    PAGE = "page"
    CORNER = "corner"
    HEADER = "header"
    RAIL = "rail"
    BODY = "body"


class Node(NamedTuple):
    """A thing on the map, with its place and its shapes.

    `key` names it: ("card", placement), ("cell", stage, segment), ("stage", id),
    ("segment", id), ("curve", segment), ... `name` is what a screen reader says.
    A node without shapes has a place but is painted by another one (a far cell shows its cards).
    """

    key: Key
    x: float
    y: float
    width: float
    height: float
    shapes: Sequence[Shape] = ()
    band: Band = Band.BODY
    name: str = ""


class Strip:
    """Nodes that move together; their places are relative to where the strip stands.

    `make` makes them when they are first looked at. `height` is theirs together, in points.
    """

    def __init__(self, height: float, make: Callable[[], Iterable[Node]]) -> None:
        self.height = height
        self._make: Callable[[], Iterable[Node]] | None = make
        self._nodes: tuple[Node, ...] = ()

    @property
    def made(self) -> bool:
        """Whether anybody has looked at them."""
        return self._make is None

    @property
    def nodes(self) -> tuple[Node, ...]:
        if (make := self._make) is not None:
            self._nodes = tuple(make())
            self._make = None
        return self._nodes

    @cached_property
    def by_key(self) -> dict[Key, Node]:
        """The nodes by their keys."""
        return {node.key: node for node in self.nodes}


class Standing(NamedTuple):
    """A strip at its place."""

    strip: Strip
    y: float


class Stack(Sequence[Node]):
    """The nodes of strips one below the other, and those before and after them, in their order.

    A strip's nodes are moved into place when they are looked at: an edit that moves all of them
    costs no more than one that moves none. `strips` go by what they are about, a segment's id.
    """

    def __init__(
        self, before: Sequence[Node], strips: Mapping[str, Standing], after: Sequence[Node]
    ) -> None:
        self.strips = strips
        self._before, self._after = before, after
        self.loose = {node.key: node for node in (*before, *after)}

    def find(self, key: Key) -> Node | None:
        """The node of that key."""
        if node := self.loose.get(key):
            return node
        if (name := self.strip_of(key)) is None:
            return None
        strip, y = self.strips[name]
        return _moved(strip.by_key[key], y)

    def strip_of(self, key: Key) -> str | None:
        """The name of the strip that has the node of that key."""
        own = self.strips.get(key[-1])  # all but a card say which strip they are in
        if own and key in own.strip.by_key:
            return key[-1]
        likely_first = sorted(self.strips.items(), key=lambda item: not item[1].strip.made)
        return next((name for name, (strip, _) in likely_first if key in strip.by_key), None)

    def nodes_of(self, name: str) -> list[Node]:
        """The nodes of a strip."""
        strip, y = self.strips[name]
        return [_moved(node, y) for node in strip.nodes]

    @cached_property
    def _nodes(self) -> tuple[Node, ...]:
        placed = chain.from_iterable(map(self.nodes_of, self.strips))
        return (*self._before, *placed, *self._after)

    def __len__(self) -> int:
        return len(self._nodes)

    def __iter__(self) -> Iterator[Node]:
        return iter(self._nodes)

    @overload
    def __getitem__(self, index: int) -> Node: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Node, ...]: ...
    def __getitem__(self, index: int | slice) -> Node | tuple[Node, ...]:
        return self._nodes[index]

    def __eq__(self, other: object) -> bool:
        return self._nodes == other._nodes if isinstance(other, Stack) else NotImplemented

    __hash__ = None  # type: ignore[assignment]


def _moved(node: Node, y: float) -> Node:
    return Node(
        node.key, node.x, node.y + y, node.width, node.height, node.shapes, node.band, node.name
    )


@dataclass(frozen=True)
class Drawing:
    """Nodes in reading order, on a sheet of `width` by `height` points.

    `missing` are the characters that no font has. They are gathered for paper; on screen, what is
    not seen is not shaped.
    """

    width: float
    height: float
    nodes: Sequence[Node]
    background: str = "#FFFFFF"
    missing: frozenset[str] = field(default_factory=frozenset)

    @cached_property
    def by_key(self) -> dict[Key, Node]:
        """The nodes by their keys."""
        return {node.key: node for node in self.nodes}

    def find(self, key: Key) -> Node | None:
        """The node of that key; for a few of them this is quicker than `by_key`."""
        return self.nodes.find(key) if isinstance(self.nodes, Stack) else self.by_key.get(key)

    def get(self, key: Key) -> Node:
        """The node of that key; KeyError where there is none."""
        if (node := self.find(key)) is None:
            raise KeyError(key)
        return node

    def __contains__(self, key: Key | None) -> bool:
        return key is not None and self.find(key) is not None
