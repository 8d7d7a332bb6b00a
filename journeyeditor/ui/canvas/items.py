"""The nodes of a drawing as items of a scene: they paint themselves and know nothing.

The items of a segment's row hang on one item, so that a row that moves is one item that moves.
They are made when the row comes into view, and those of its cards when these show something.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QGraphicsRectItem, QGraphicsScene

from journeyeditor.drawing.shapes import Drawing, Key, Node, Stack, Standing, Strip, Text
from journeyeditor.ui.canvas.rasters import Rasters

TARGET_LAYER, CARD_LAYER, SIEVE_LAYER, OVERLAY_LAYER = 1, 2, 3, 4
"""Above cells and heads, at 0, lies the drop target, then come the cards, then the marks."""

_HOLDS_ALL = QGraphicsItem.GraphicsItemFlag.ItemContainsChildrenInShape


class _Nodes:
    """The nodes as they are shown now, by their keys; some of them in other colours."""

    def __init__(self) -> None:
        self.drawing = Drawing(0, 0, ())
        self.tinted: dict[Key, Node] = {}

    def __getitem__(self, key: Key) -> Node:
        node = self.tinted.get(key) or self.drawing.find(key)
        assert node is not None, "an item outlived its node"
        return node


class RowItem(QGraphicsRectItem):
    """What the items of a strip hang on; it is as large as they are together.

    Its cards hang on `cards`, so that they can all be left out at once. `members` are the nodes
    that have their items.
    """

    def __init__(self) -> None:
        super().__init__()
        self.strip = Strip(0, tuple)
        self.members: set[Key] = set()
        self.setPen(Qt.PenStyle.NoPen)
        self.setFlag(_HOLDS_ALL)
        self.cards = QGraphicsRectItem(self)
        self.cards.setPen(Qt.PenStyle.NoPen)
        self.cards.setFlag(_HOLDS_ALL)
        self.cards.setZValue(CARD_LAYER)

    def fit(self, width: float) -> None:
        """Be as large as the strip, on a map of that width."""
        self.setRect(0, 0, width, self.strip.height)
        self.cards.setRect(self.rect())

    def due(self) -> list[Node]:
        """The nodes that have something to show.

        Far away, cells paint their cards; the cards' own items have nothing to do.
        """
        cards = [node for node in self.strip.nodes if node.key[0] == "card"]
        shown = bool(cards) and cards[0].shapes != ()
        self.cards.setVisible(shown)
        return [n for n in self.strip.nodes if (shown or n.key[0] != "card")]


class NodeItem(QGraphicsRectItem):
    """One node, painted as it is shown now."""

    def __init__(self, key: Key, nodes: _Nodes, rasters: Rasters) -> None:
        super().__init__()
        self.key = key
        self.row: RowItem | None = None
        self._place: tuple[float, float, float, float] | None = None
        self._nodes = nodes
        self._rasters = rasters
        self.setPen(Qt.PenStyle.NoPen)

    @property
    def node(self) -> Node:
        """The node that it paints."""
        return self._nodes[self.key]

    def stand(self, node: Node, row: RowItem | None) -> None:
        """Stand where the node is, in a row if it belongs to one; only what differs is touched."""
        if row is not self.row:
            self.leave()
            if row:
                row.members.add(self.key)
            self.row = row
            layer = row.cards if row and self.key[0] == "card" else row
            self.setParentItem(layer)  # type: ignore[arg-type]
        place = node.x, node.y, node.width, node.height
        if place != self._place:
            if self._place:
                self.scene().update(self.sceneBoundingRect())  # Qt forgets it below a row
            self._place = place
            self.setPos(place[0], place[1])
            self.setRect(0, 0, node.width, node.height)

    def leave(self) -> None:
        """Belong to no row any more."""
        if self.row:
            self.row.members.discard(self.key)
            self.row = None

    def paint(self, painter: QPainter, _option: Any, _widget: Any = None) -> None:
        own = self.row.strip.by_key[self.key] if self.row else self._nodes[self.key]
        self._rasters.paint(painter, self._nodes.tinted.get(self.key, own))


class NodeItems:
    """One item for each node of the drawing that was in view."""

    def __init__(self, scene: QGraphicsScene, rasters: Rasters) -> None:
        self._scene = scene
        self._rasters = rasters
        self._nodes = _Nodes()
        self._items: dict[Key, NodeItem] = {}
        self._rows: dict[str, RowItem] = {}
        self._faded: dict[Key, float] = {}

    def __len__(self) -> int:
        return len(self._items)

    def find(self, key: Key) -> NodeItem | None:
        return self._items.get(key)

    def refine(self, drawing: Drawing) -> None:
        """Show the same map as it is told at another level; `look` has to follow.

        All things stay where they are, and their older pixels may stand in for a while.
        """
        self.untint()
        self._nodes.drawing = drawing
        _, strips = _parts(drawing)
        for segment, (strip, _) in strips.items():
            self._rows[segment].strip = strip

    def show(self, drawing: Drawing) -> None:
        """Show another state of the map; `look` has to follow."""
        self.untint()
        before, self._nodes.drawing = self._nodes.drawing, drawing
        loose, strips = _parts(drawing)
        touched = {node.key for node in _parts(before)[0]}
        self._show_nodes(loose, None, before)
        for segment, (strip, y) in strips.items():
            row = self._row(segment)
            row.setPos(0, y)
            if row.strip is not strip:
                row.strip = strip
                touched |= row.members
                known = [n for n in strip.nodes if n.key in self._items] if row.members else ()
                self._show_nodes(known, row, before)
            row.fit(drawing.width)
        gone = [self._rows.pop(segment) for segment in self._rows.keys() - strips.keys()]
        for row in gone:
            touched |= row.members
            row.strip = Strip(0, tuple)
        self._clear(touched)
        for row in gone:
            self._scene.removeItem(row)

    def _clear(self, keys: Iterable[Key]) -> None:
        """Remove the items that have no node where they stand; elsewhere `look` makes new ones."""
        for key in keys:
            item = self._items[key]
            here = item.row.strip.by_key if item.row else self._nodes.drawing
            if key not in here:
                item.leave()
                self._scene.removeItem(self._items.pop(key))
                self._rasters.forget(key)

    def look(self, top: float, bottom: float) -> None:
        """Show all that lies between two heights of the map."""
        for row in self._rows.values():
            if row.y() < bottom and top < row.y() + row.strip.height:
                new = [node for node in row.due() if node.key not in self._items]
                self._show_nodes(new, row, self._nodes.drawing)

    def tint(self, keys: Iterable[Key], old: str, new: str) -> None:
        """Show the words of nodes that have one colour in another one, until `untint`."""
        for key in keys:
            if item := self._items.get(key):
                self._nodes.tinted[key] = _recoloured(item.node, old, new)
                item.update()

    def untint(self) -> None:
        for key in self._nodes.tinted:
            if item := self._items.get(key):
                item.update()
        self._nodes.tinted.clear()

    def fade(self, keys: Iterable[Key], opacity: float) -> None:
        """Paint nodes more or less transparent."""
        self._faded = dict.fromkeys(keys, opacity)
        for key in self._faded.keys() & self._items.keys():
            self._items[key].setOpacity(opacity)

    def _show_nodes(self, nodes: Iterable[Node], row: RowItem | None, before: Drawing) -> None:
        for node in nodes:
            item = self._items.get(node.key)
            if item is None:
                item = self._items[node.key] = self._new_item(node.key, row)
            elif (old := before.find(node.key)) is None or not self._rasters.still_shows(
                node.key, old.shapes, node.shapes
            ):
                item.update()
            item.stand(node, row)

    def _new_item(self, key: Key, row: RowItem | None) -> NodeItem:
        item = NodeItem(key, self._nodes, self._rasters)
        if row is None:
            self._scene.addItem(item)
        if key in self._faded:
            item.setOpacity(self._faded[key])
        return item

    def _row(self, segment: str) -> RowItem:
        if segment not in self._rows:
            self._rows[segment] = RowItem()
            self._scene.addItem(self._rows[segment])
        return self._rows[segment]


def _parts(drawing: Drawing) -> tuple[Collection[Node], Mapping[str, Standing]]:
    """The nodes that stand by themselves, and the strips."""
    if isinstance(drawing.nodes, Stack):
        return drawing.nodes.loose.values(), drawing.nodes.strips
    return drawing.nodes, {}


def _recoloured(node: Node, old: str, new: str) -> Node:
    shapes = tuple(
        replace(shape, colour=new) if isinstance(shape, Text) and shape.colour == old else shape
        for shape in node.shapes
    )
    return node._replace(shapes=shapes)
