"""Pages before they are written: which drawings stand where, and what leads where."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from journeyeditor.drawing.elements import Element, Told
from journeyeditor.drawing.flow.pages import Page, PlacedMark
from journeyeditor.drawing.flow.slices import Link
from journeyeditor.drawing.ink import Drawn
from journeyeditor.drawing.shapes import Drawing, Key, Node

Rectangle = tuple[float, float, float, float]
"""Left, top, width and height in points, y downwards."""

_BLEED = 8.0
"""Points that the shapes of a node may stand out over its edge: lines, halos, diamonds."""


@dataclass(frozen=True)
class Part:
    """A drawing on a page: enlarged by `scale`, then moved right and down by `left` and `top`.

    With a `clip`, in points of the page, only what lies in it is painted. A `thumbnail` shows how
    something looks, and its letters need not be read. What lies below shows through all that is
    filled where the `opacity` is less than 1.

    `told` is what its nodes are to somebody who hears them, by their keys; all others are
    decoration. Elements without a parent are a part of what is `around` their node.
    """

    drawing: Drawing
    scale: float = 1.0
    left: float = 0.0
    top: float = 0.0
    clip: Rectangle | None = None
    thumbnail: bool = False
    opacity: float = 1.0
    told: Mapping[Key, Told] = field(default_factory=dict)
    around: Mapping[Key, Element] = field(default_factory=dict)

    def nodes(self, bleed: float = _BLEED) -> Iterator[Node]:
        """The nodes of which something may be seen, in reading order.

        Their shapes may stand out over their edges by so many points of the drawing.
        """
        if self.clip is None:
            yield from self.drawing.nodes
            return
        left, top = (self.clip[0] - self.left) / self.scale, (self.clip[1] - self.top) / self.scale
        right, bottom = left + self.clip[2] / self.scale, top + self.clip[3] / self.scale
        for node in self.drawing.nodes:
            across = node.x - bleed < right and node.x + node.width + bleed > left
            if across and node.y - bleed < bottom and node.y + node.height + bleed > top:
                yield node


def part_of(page: Page) -> Part:
    """What a page was filled with."""
    return Part(page.drawing, told=page.told, around=page.around)


def drawn_part(name: str, drawn: Drawn, width: float, height: float) -> Part:
    """What a pen has drawn on a page of that size, as one node of that name."""
    node = Node((name,), 0, 0, width, height, drawn.shapes)
    drawing = Drawing(width, height, (node,), missing=drawn.missing)
    return Part(drawing, told={node.key: drawn.told})


@dataclass(frozen=True)
class PrintPage:
    """A page in points: its parts from back to front, links and marks where they stand on it.

    `background` colours it all; a `watermark` lies on everything else. `label` is what readers
    show in place of the page's number. `trim` is what is left of a page that is to be cut.
    """

    width: float
    height: float
    parts: tuple[Part, ...]
    marks: tuple[PlacedMark, ...] = ()
    links: tuple[Link, ...] = ()
    background: str = ""
    label: str = ""
    watermark: Part | None = None
    trim: Rectangle | None = None

    @property
    def layers(self) -> tuple[Part, ...]:
        """All that is painted, from back to front."""
        return (*self.parts, self.watermark) if self.watermark else self.parts
