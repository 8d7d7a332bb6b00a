"""The nodes of a drawing as items of a scene: they paint themselves and know nothing.

The items of a segment's row hang on one item, so that a row that moves is one item that moves.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QGraphicsRectItem, QGraphicsScene

from journeyeditor.drawing.shapes import Drawing, Key, Node, Text
from journeyeditor.ui.canvas.rasters import Rasters

TARGET_LAYER, CARD_LAYER, OVERLAY_LAYER = 1, 2, 3
"""Above cells and heads, at 0, lies the drop target, then come the cards, then the marks."""

_NO_CONTENTS = QGraphicsItem.GraphicsItemFlag.ItemHasNoContents
_HOLDS_ALL = QGraphicsItem.GraphicsItemFlag.ItemContainsChildrenInShape


class RowItem(QGraphicsRectItem):
    """What the items of a segment hang on; it is as large as they are together."""

    def __init__(self) -> None:
        super().__init__()
        self.setPen(Qt.PenStyle.NoPen)
        self.setFlag(_HOLDS_ALL)


class NodeItem(QGraphicsRectItem):
    """One node. `top` is where the row begins in which it hangs, 0 outside of rows."""

    def __init__(self, node: Node, top: float, row: RowItem | None, rasters: Rasters) -> None:
        super().__init__(0, 0, node.width, node.height, row)
        self.node = node
        self.row = row
        self._top = top
        self._rasters = rasters
        self.setPen(Qt.PenStyle.NoPen)
        self.setPos(node.x, node.y - top)
        self.setFlag(_NO_CONTENTS, not node.shapes)
        if node.key[0] == "card":
            self.setZValue(CARD_LAYER)

    def show_node(self, node: Node, top: float, row: RowItem | None) -> None:
        """Become another state of the same node; only what differs is touched."""
        old, old_top = self.node, self._top
        self.node, self._top = node, top
        if row is not self.row:
            self.row = row
            self.setParentItem(row)  # type: ignore[arg-type]
        if node.y - top != old.y - old_top or node.x != old.x:
            self.setPos(node.x, node.y - top)
        if old.shapes is not node.shapes:
            if bool(old.shapes) != bool(node.shapes):
                self.setFlag(_NO_CONTENTS, not node.shapes)
            self.update()
        if (old.width, old.height) != (node.width, node.height):
            self.setRect(0, 0, node.width, node.height)

    def recolour(self, old: str, new: str) -> None:
        """Show the words that have one colour in another one."""
        self.show_node(_recoloured(self.node, old, new), self._top, self.row)

    def paint(self, painter: QPainter, _option: Any, _widget: Any = None) -> None:
        self._rasters.paint(painter, self.node)


class _Group(NamedTuple):
    """The nodes of one segment, or ("" as `segment`) those that belong to none."""

    segment: str
    nodes: Sequence[Node]


class NodeItems:
    """One item for each node of the drawing that is shown."""

    def __init__(self, scene: QGraphicsScene, rasters: Rasters) -> None:
        self._scene = scene
        self._rasters = rasters
        self._items: dict[Key, NodeItem] = {}
        self._rows: dict[str, RowItem] = {}
        self._shown: dict[str, Sequence[Node]] = {}
        self._tinted: dict[Key, tuple[str, str]] = {}

    def __len__(self) -> int:
        return len(self._items)

    def find(self, key: Key) -> NodeItem | None:
        return self._items.get(key)

    def show(self, drawing: Drawing, *, refined: bool) -> None:
        """Show a drawing. `refined` says that it tells the same as the last one, at another zoom.

        Then the older pixels may stand in until the new ones are painted.
        """
        self.untint()
        groups = {group.segment: group.nodes for group in _grouped(drawing.nodes)}
        for segment, nodes in groups.items():
            if nodes != self._shown.get(segment):
                self._show_group(segment, nodes, drawing.width, refined)
        for key in self._items.keys() - drawing.by_key.keys():
            self._scene.removeItem(self._items.pop(key))
            self._rasters.forget(key)
        for segment in self._rows.keys() - groups.keys():
            self._scene.removeItem(self._rows.pop(segment))
        self._shown = groups

    def _show_group(self, segment: str, nodes: Sequence[Node], width: float, refined: bool) -> None:
        row, top = None, 0.0
        if segment:
            row, top = self._row(segment), nodes[0].y
            row.setPos(0, top)
            row.setRect(0, 0, width, max(node.y + node.height for node in nodes) - top)
        items = self._items
        for node in nodes:
            item = items.get(node.key)
            if item is None:
                items[node.key] = item = NodeItem(node, top, row, self._rasters)
                if row is None:
                    self._scene.addItem(item)
            else:
                if not refined and item.node.shapes is not node.shapes:
                    self._rasters.forget(node.key)
                item.show_node(node, top, row)

    def _row(self, segment: str) -> RowItem:
        if segment not in self._rows:
            self._rows[segment] = RowItem()
            self._scene.addItem(self._rows[segment])
        return self._rows[segment]

    def tint(self, keys: Iterable[Key], old: str, new: str) -> None:
        """Show the words of nodes that have one colour in another one, until `untint`."""
        for key in keys:
            if item := self._items.get(key):
                self._tinted[key] = (old, new)
                item.recolour(old, new)

    def untint(self) -> None:
        for key, (old, new) in self._tinted.items():
            if item := self._items.get(key):
                item.recolour(new, old)
        self._tinted.clear()

    def fade(self, keys: Iterable[Key], opacity: float) -> None:
        """Paint nodes more or less transparent."""
        for key in keys:
            if item := self._items.get(key):
                item.setOpacity(opacity)


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


def _recoloured(node: Node, old: str, new: str) -> Node:
    shapes = tuple(
        replace(shape, colour=new) if isinstance(shape, Text) and shape.colour == old else shape
        for shape in node.shapes
    )
    return replace(node, shapes=shapes)
