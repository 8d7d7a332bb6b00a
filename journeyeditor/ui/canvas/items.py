"""The nodes of a drawing as items of a scene: they paint themselves and know nothing.

The items of a segment's row hang on one item, so that a row that moves is one item that moves.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QGraphicsRectItem, QGraphicsScene

from journeyeditor.drawing.shapes import Drawing, Key, Node, Text
from journeyeditor.ui.canvas.rasters import Rasters

TARGET_LAYER, CARD_LAYER, SIEVE_LAYER, OVERLAY_LAYER = 1, 2, 3, 4
"""Above cells and heads, at 0, lies the drop target, then come the cards, then the marks."""

_HOLDS_ALL = QGraphicsItem.GraphicsItemFlag.ItemContainsChildrenInShape


class _Nodes:
    """The nodes as they are shown now, by their keys; some of them in other colours."""

    def __init__(self) -> None:
        self.shown: Mapping[Key, Node] = {}
        self.tinted: dict[Key, Node] = {}

    def __getitem__(self, key: Key) -> Node:
        return self.tinted.get(key) or self.shown[key]


class RowItem(QGraphicsRectItem):
    """What the items of a segment hang on; it is as large as they are together.

    Its cards hang on `cards`, so that they can all be left out at once.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setPen(Qt.PenStyle.NoPen)
        self.setFlag(_HOLDS_ALL)
        self.cards = QGraphicsRectItem(self)
        self.cards.setPen(Qt.PenStyle.NoPen)
        self.cards.setFlag(_HOLDS_ALL)
        self.cards.setZValue(CARD_LAYER)

    def fit(self, top: float, width: float, height: float) -> None:
        self.setPos(0, top)
        self.setRect(0, 0, width, height)
        self.cards.setRect(0, 0, width, height)


class NodeItem(QGraphicsRectItem):
    """One node, painted as it is shown now. `place` is where it is in its row, and its size."""

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

    def stand(self, node: Node, top: float, row: RowItem | None) -> None:
        """Stand where the node is, in a row that begins at `top`; only what differs is touched."""
        if row is not self.row:
            self.row = row
            layer = row.cards if row and self.key[0] == "card" else row
            self.setParentItem(layer)  # type: ignore[arg-type]
        place = node.x, node.y - top, node.width, node.height
        if place != self._place:
            self._place = place
            self.setPos(place[0], place[1])
            self.setRect(0, 0, node.width, node.height)

    def paint(self, painter: QPainter, _option: Any, _widget: Any = None) -> None:
        self._rasters.paint(painter, self._nodes[self.key])


class _Group(NamedTuple):
    """The nodes of one segment, or ("" as `segment`) those that belong to none."""

    segment: str
    nodes: Sequence[Node]


class NodeItems:
    """One item for each node of the drawing that is shown."""

    def __init__(self, scene: QGraphicsScene, rasters: Rasters) -> None:
        self._scene = scene
        self._rasters = rasters
        self._nodes = _Nodes()
        self._items: dict[Key, NodeItem] = {}
        self._rows: dict[str, RowItem] = {}
        self._groups: dict[str, Sequence[Node]] = {}

    def __len__(self) -> int:
        return len(self._items)

    def find(self, key: Key) -> NodeItem | None:
        return self._items.get(key)

    def refine(self, drawing: Drawing) -> None:
        """Show the same map as it is told at another level.

        All things stay where they are, and their older pixels may stand in for a while.
        """
        self.untint()
        self._nodes.shown = drawing.by_key
        self._groups = {group.segment: group.nodes for group in _grouped(drawing.nodes)}
        self._leave_out_cards(drawing)

    def show(self, drawing: Drawing) -> None:
        """Show another state of the map."""
        self.untint()
        before, self._nodes.shown = self._nodes.shown, drawing.by_key
        groups = {group.segment: group.nodes for group in _grouped(drawing.nodes)}
        for segment, nodes in groups.items():
            if nodes != self._groups.get(segment):
                self._show_group(segment, nodes, drawing.width, before)
        for key in self._items.keys() - drawing.by_key.keys():
            self._scene.removeItem(self._items.pop(key))
            self._rasters.forget(key)
        for segment in self._rows.keys() - groups.keys():
            self._scene.removeItem(self._rows.pop(segment))
        self._groups = groups
        self._leave_out_cards(drawing)

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
        for key in keys:
            if item := self._items.get(key):
                item.setOpacity(opacity)

    def _show_group(
        self, segment: str, nodes: Sequence[Node], width: float, before: Mapping[Key, Node]
    ) -> None:
        row, top, moved = None, 0.0, 0.0
        if segment:
            row, rail, last = self._row(segment), nodes[0], nodes[-1]
            top, moved = rail.y, rail.y - row.y()
            row.fit(top, width, max(rail.height, last.y + last.height - top))
        for node in nodes:
            item, old = self._items.get(node.key), before.get(node.key)
            if item is None:
                item = self._items[node.key] = NodeItem(node.key, self._nodes, self._rasters)
                if row is None:
                    self._scene.addItem(item)
            elif old is not None and item.row is row and _only_moved(old, node, moved):
                continue  # it moves with its row
            elif old is None or not self._rasters.still_shows(node.key, old.shapes, node.shapes):
                item.update()
            item.stand(node, top, row)

    def _row(self, segment: str) -> RowItem:
        if segment not in self._rows:
            self._rows[segment] = RowItem()
            self._scene.addItem(self._rows[segment])
        return self._rows[segment]

    def _leave_out_cards(self, drawing: Drawing) -> None:
        """Far away, cells paint their cards; the cards' own items have nothing to do."""
        card = next((node for node in drawing.nodes if node.key[0] == "card"), None)
        for row in self._rows.values():
            row.cards.setVisible(card is None or bool(card.shapes))


def _grouped(nodes: Iterable[Node]) -> Iterator[_Group]:
    """The nodes by segment; a row begins with its rail, and what follows it belongs to it."""
    heads: list[Node] = []
    row: list[Node] = heads
    for node in nodes:
        kind = node.key[0]
        if kind == "segment":
            row = []
            yield _Group(node.key[1], row)
        (row if kind in _IN_ROWS else heads).append(node)
    yield _Group("", heads)


_IN_ROWS = frozenset({"segment", "cell", "card", "curve_rail", "curve"})


def _only_moved(old: Node, new: Node, by: float) -> bool:
    return (
        old.shapes is new.shapes
        and old.y + by == new.y
        and old.x == new.x
        and old.width == new.width
        and old.height == new.height
    )


def _recoloured(node: Node, old: str, new: str) -> Node:
    shapes = tuple(
        replace(shape, colour=new) if isinstance(shape, Text) and shape.colour == old else shape
        for shape in node.shapes
    )
    return node._replace(shapes=shapes)
