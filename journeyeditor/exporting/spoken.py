"""What a map on paper is to somebody who hears it: segment by segment, and stage by stage in each.

A card is heard as a sentence, the curve as what it tells; lines and grounds are silent.
"""

from collections.abc import Callable, Mapping

from journeyeditor.drawing.elements import Element, Kind, Told
from journeyeditor.drawing.ink import LateDrawn
from journeyeditor.drawing.shapes import Drawing, Image, Key, Node, Shape, Text


def spoken_map(drawing: Drawing, *, sentences: bool, linked: bool) -> dict[Key, Told]:
    """The elements of a map's nodes, by their keys; what is missing there is silent.

    With `sentences` cards say what their signs mean, without only what is written on them. Where
    they are `linked` they are links.
    """
    reader = _Reader(sentences, linked)
    return {node.key: told for node in drawing.nodes if (told := reader.read(node))}


class _Reader:
    """Reads the nodes in their order, each into the section that it belongs to."""

    def __init__(self, sentences: bool, linked: bool) -> None:
        self._sentences, self._linked = sentences, linked
        self._map = Element(Kind.SECTION)
        self._stages = Element(Kind.LIST, self._map)
        self._segment = self._cell = self._map
        self._kinds: Mapping[str, Callable[[Node], Told]] = {
            "title": self._read_title,
            "corner": self._paragraph,
            "hint": self._paragraph,
            "legend": self._paragraph,
            "footer": self._paragraph,
            "stage": self._read_stage,
            "segment": self._read_segment,
            "cell": self._read_cell,
            "card": self._read_card,
            "curve_rail": self._read_lane_name,
            "lane_rail": self._read_lane_name,
            "curve": lambda node: _whole(Element(Kind.FIGURE, self._segment, node.name)),
            "lane": self._read_lane,
        }

    def read(self, node: Node) -> Told:
        """What a node is; empty where it is silent."""
        read = self._kinds.get(node.key[0])
        return read(node) if read else ()

    def _paragraph(self, node: Node) -> Told:
        return _whole(Element(Kind.PARAGRAPH, self._map))

    def _read_title(self, node: Node) -> Told:
        """The name of the map, which is set largest, then its scope."""
        sizes = [_size(shape) for shape in node.shapes]
        largest = max(sizes, default=0.0)
        scope = next((n for n, size in enumerate(sizes) if 0 < size < largest), len(sizes))
        paragraph = Element(Kind.PARAGRAPH, self._map)
        return (0, Element(Kind.TITLE, self._map, node.name)), (scope, paragraph)

    def _read_stage(self, node: Node) -> Told:
        entry = Element(Kind.ENTRY, self._stages)
        return _whole(Element(Kind.ENTRY_BODY, entry, node.name))

    def _read_segment(self, node: Node) -> Told:
        self._segment = Element(Kind.SECTION, self._map)
        assert isinstance(node.shapes, LateDrawn)
        return tuple(
            (start, it and Element(it.kind, self._segment, it.said))
            for start, it in node.shapes.drawn.told
        )

    def _read_cell(self, node: Node) -> Told:
        """The lines around the cards are heard as the stage's name."""
        self._cell = Element(Kind.SECTION, self._segment)
        return _whole(Element(Kind.SUBHEADING, self._cell, node.name))

    def _read_card(self, node: Node) -> Told:
        said = node.name if self._sentences else ""
        if not self._linked:
            return _whole(Element(Kind.PARAGRAPH, self._cell, said))
        paragraph = Element(Kind.PARAGRAPH, self._cell)
        return _whole(Element(Kind.LINK, paragraph, said))

    def _read_lane_name(self, node: Node) -> Told:
        return _whole(Element(Kind.SUBHEADING, self._segment, node.name))

    def _read_lane(self, node: Node) -> Told:
        kinds = {type(shape) for shape in node.shapes}
        if Image in kinds:
            return _whole(Element(Kind.FIGURE, self._segment, node.name))
        if Text in kinds:
            return _whole(Element(Kind.PARAGRAPH, self._segment, node.name))
        return ()


def _size(shape: Shape) -> float:
    """How large the letters of a text are, in points; 0 of what is no text."""
    return max((run.size for run in shape.runs), default=0.0) if isinstance(shape, Text) else 0.0


def _whole(element: Element) -> Told:
    """All shapes of a node belong to the element."""
    return ((0, element),)
